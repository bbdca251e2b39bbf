#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The registry on PostgreSQL loses the machine it writes to, again and again, while programs write, publish, forward, follow and
# answer. Nothing acknowledged may be missing, nothing may be there twice, and no visitor may notice. Figures: $BUILD/ha.json.
# shellcheck source-path=SCRIPTDIR/../..
. tests/lib/sentences.sh
config=$folder/shanyu.conf
. tests/lib/visit.sh
. tests/ha/cluster.sh

writer="$build/ha/writer"
# Seconds until a machine that died is there again: what a restart takes at best.
back_after=5
# Nothing is waited for longer: two processors, both busy, are enough.
patience=120
code=""
declare -A started=()

shanyu() { "$build/shanyu" --config "$config" "$@"; }
milliseconds() { date +%s%3N; }
ask_registry() { ask -d "$shared" -c "$1"; }
administer() { ask -d "$(address "$1" postgres)" -c "$2"; }

# start NAME COMMAND...: in the background, its complaints in $folder/NAME.err; ended with the test.
start() {
	local name=$1
	shift
	"$@" </dev/null >"$folder/$name.out" 2>"$folder/$name.err" &
	started[$name]=$!
}
runs() { kill -0 "${started[$1]}" 2>/dev/null; }
has_ended() { ! runs "$1"; }
end_all() {
	local name
	touch "$folder/stop"
	for name in "${!started[@]}"; do
		# A loop's own child too; then the loop sees that it shall stop.
		# shellcheck disable=SC2046 # numbers
		! runs "$name" || kill -TERM $(pgrep -P "${started[$name]}") "${started[$name]}" 2>/dev/null
	done
	# Whoever waits for an answer sees then that none comes.
	end_cluster
	for name in "${!started[@]}"; do wait "${started[$name]}" 2>/dev/null; done
}
at_end end_all

# --- What goes on all the time ------------------------------------------------------------------------------------------------

# A fact is changed and published, again and again: each phone number once. What was acknowledged goes into $folder/published.
publish_all_the_time() {
	local number=0 phone changed
	until [ -e "$folder/stop" ]; do
		number=$((number + 1))
		phone=$(printf '021-%08d' "$number")
		changed=yes
		ask_registry "update facility set phone = '$phone' where code = '$code'" || changed=no
		until shanyu publish --approved-by 测试 --facility "$code" >"$folder/publish.said" 2>"$folder/publish.complained"; do
			echo "$? $(wc -l <"$folder/publish.complained") $(head -n 1 "$folder/publish.complained")" >>"$folder/refused"
			[ ! -e "$folder/stop" ] || return 0
			sleep 0.3
		done
		[ "$changed" = no ] || echo "$phone $(newest_root || true)" >>"$folder/published"
		sleep 0.2
	done
}
newest_root() { ask_registry "select size || ' ' || encode(root, 'hex') from checkpoint order by size desc limit 1"; }

# The portal as a CGI program, one page after the other: time, status and address of each answer.
visit_all_the_time() {
	local path all=$folder
	local folder=$all/visitor
	mkdir -p "$folder"
	until [ -e "$all/stop" ]; do
		for path in / /facilities "/facilities/$code" "/api/facilities/$code" "/facilities?q=托育"; do
			status=""
			visit "$path" >>"$all/visited.broken"
			echo "$(milliseconds) ${status:-none} $path" >>"$all/visited"
			sleep 0.1
		done
	done
}

# Envelopes as an intake machine leaves them: whole under their name, or not there.
seal_all_the_time() {
	local number=0
	until [ -e "$folder/stop" ]; do
		number=$((number + 1))
		echo "sealed $number" >"$folder/inbox/.new"
		mv "$folder/inbox/.new" "$folder/inbox/envelope-$number"
		echo "$number" >"$folder/sealed"
		sleep 0.2
	done
}

# --- What is looked at --------------------------------------------------------------------------------------------------------

acknowledged() { cat "$folder"/acknowledged.[12] 2>/dev/null | wc -l; }
more_than() { [ "$("$1")" -gt "$2" ]; }
# Each writer has had an answer after that time.
all_write_since() {
	local number
	for number in 1 2; do
		[ "$(tail -n 1 "$folder/acknowledged.$number" | cut -d' ' -f2)" -gt "$1" ] || return 1
	done
}
takes_writers() { ask_registry "select 1" >/dev/null 2>&1; }
copies() { administer postgres "select count(*) from pg_stat_replication where state = 'streaming'"; }
# nodes_stand COUNT: so many, one of them the leader, one its synchronous copy, all in step.
nodes_stand() { has_role leader && has_role synchronous && [ "$(copies 2>/dev/null)" = $(($1 - 1)) ]; }
edition_size() { sqlite3 "file:$folder/editions/portal.db?immutable=1" 'select size from edition'; }
edition_is_current() { [ "$(edition_size)" = "$(ask_registry 'select max(seq) from publication')" ]; }
page_says() { visit "$1" && grep -qF -- "$2" "$folder/body"; }
page_lacks() { ! page_says "$@"; }
inbox_holds_some() { ! inbox_is_empty; }
inbox_is_empty() { [ -z "$(ls "$folder/inbox")" ]; }

# lose_leader: the machine that is written to loses its current. $lost is its name, $lost_at the time.
lose_leader() {
	lost=$(who_is leader)
	kill_node "$lost"
	lost_at=$(milliseconds)
}

# recover NODES: another one leads and is written to; how long each took goes into $folder/outages. With two nodes nothing is
# acknowledged before the lost one is back; with three it comes back later.
recover() {
	local leads_at last first
	wait_until "$patience" takes_writers || broken "nobody takes the lead"
	leads_at=$(milliseconds)
	if [ "$1" = 2 ]; then
		sleep "$back_after"
		start_node "$lost"
	fi
	wait_until "$patience" all_write_since "$lost_at" || broken "the writers do not go on"
	[ "$1" = 2 ] || start_node "$lost"
	wait_until "$patience" nodes_stand "$1" || broken "$lost does not join again"
	last=$(cut -d' ' -f2 "$folder"/acknowledged.[12] | awk -v at="$lost_at" '$1 <= at && $1 > last { last = $1 } END { print last }')
	first=$(cut -d' ' -f2 "$folder"/acknowledged.[12] | awk -v at="$lost_at" '$1 > at && (!first || $1 < first) { first = $1 } END { print first }')
	echo "$1 $((leads_at - lost_at)) $((first - last))" >>"$folder/outages"
	echo "# $lost lost; another led after $((leads_at - lost_at)) ms; $((first - last)) ms between two acknowledged rows"
}
log_has() { grep -q -- "$2" "$folder/$1.log"; }

# --- Two machines -------------------------------------------------------------------------------------------------------------

it "stands on two machines, the second a synchronous copy of the first"
[ "$(id -u)" != 0 ] || chown postgres: "$folder"
start_etcd || broken "etcd: $(tail -n 5 "$folder/etcd.log")"
for node in $nodes; do make_node "$node"; done
start_node a
wait_until "$patience" node_is a leader || broken "$(tail -n 5 "$folder/a.log")"
start_node b
wait_until "$patience" has_role synchronous || broken "$(tail -n 5 "$folder/b.log")"
administer postgres "create role shanyu login"
administer postgres "create database shanyu owner shanyu template template0 encoding 'UTF8' locale 'C'"
shared=$(address shanyu shanyu)
ask_registry "create table written (writer integer not null, number bigint not null)"

it "holds the registry: made, filled, published and followed by the programs as they are"
mkdir -p "$folder/editions" "$folder/inbox"
cat >"$config" <<-END
	[shanyu]
	registry = $shared
	editions = $folder/editions
	templates = templates
	district = db/district
	inbox = $folder/inbox
	mailbox = $folder/mailbox
	log_key = $folder/log.key
	office_key = $folder/office-key
	receipt_key = $folder/receipt-key
	contact_key = $folder/contact-key
	base_url = http://shanyu.test
END
expect "init" shanyu init
expect "demo" shanyu demo --facilities 200
# The pages shall say at once that the registry is away.
ask_registry "update rule set value = 0 where key = 'freshness.silence_minutes'"
expect "publish" shanyu publish --approved-by 测试
code=$(ask_registry "select code from facility order by code limit 1")
other=$(ask_registry "select code from facility order by code desc limit 1")
start clerk "$build/clerk" --config "$config"
start forward "$build/clerk" --config "$config" --forward
wait_until "$patience" edition_is_current 2>/dev/null || broken "no edition: $(tail -n 3 "$folder/clerk.err")"
for number in 1 2; do start "writer.$number" "$writer" "$shared" "$number" "$folder/acknowledged.$number"; done
start publish publish_all_the_time
start visit visit_all_the_time
start seal seal_all_the_time
wait_until "$patience" more_than acknowledged 100 || broken "$(cat "$folder"/writer.*.err)"
wait_until "$patience" test -s "$folder/published" || broken "$(cat "$folder/refused")"

it "acknowledges nothing that only one machine has, not even when asked again, and goes on when the second is back"
copy=$(who_is synchronous)
kill_node "$copy"
sleep 1
before=$(acknowledged)
published=$(wc -l <"$folder/published")
wait_until 10 inbox_holds_some || broken "no envelope waits"
ls "$folder/inbox" >"$folder/waiting"
# What waits is on the first machine alone; who loses the connection and asks again sees it there.
for _ in 1 2 3 4 5 6; do
	sleep 2
	administer shanyu "select count(pg_terminate_backend(pid)) from pg_stat_activity where wait_event = 'SyncRep'" >/dev/null
done
expect_equal "$(acknowledged)" "$before" "rows acknowledged"
expect_equal "$(wc -l <"$folder/published")" "$published" "publishings acknowledged"
while read -r name; do
	[ -e "$folder/inbox/$name" ] || broken "$name has left the inbox"
done <"$folder/waiting"
ask -d "$(address shanyu postgres)" -c "select id from envelope" | grep -qxFf "$folder/waiting" ||
	broken "no waiting envelope is on the first machine"
start_node "$copy"
wait_until "$patience" nodes_stand 2 || broken "$copy does not join again"
wait_until "$patience" more_than acknowledged "$before" || broken "the writers do not go on"

it "says in one line that the registry is away and to try again, and publishes nothing then"
ask_registry "update facility set phone = '021-99999999' where code = '$other'"
lose_leader
if shanyu publish --approved-by 断线 --facility "$other" >"$folder/said" 2>"$folder/complained"; then
	broken "it succeeds: $(cat "$folder/said")"
else
	expect_equal $? 1 "exit code"
fi
sed 's/^/# /' "$folder/complained"
expect_equal "$(wc -l <"$folder/complained")" 1 "lines"
expect "what to do" grep -q "cannot be reached; try again" "$folder/complained"
expect "whom it concerns" grep -q "registry" "$folder/complained"

it "tells visitors meanwhile how old the pages are"
wait_until 10 page_says "/facilities/$code" 更新暂停 || broken "no word of it"
expect_status 200

it "goes on with the other machine; the lost one rewinds and is the copy"
recover 2
log_has "$lost" 'running pg_rewind' || broken "no rewind: $(grep -iE 'rewind|replica' "$folder/$lost.log" | tail -n 5)"
expect_equal "$(ask_registry "select count(*) from publication where approved_by = '断线'")" 0 "published while away"
expect "publish afterwards" shanyu publish --approved-by 复线 --facility "$other"
wait_until 30 page_says "/facilities/$other" 021-99999999 || broken "it does not come"
wait_until 30 page_lacks "/facilities/$code" 更新暂停 || broken "the pages still say the registry is away"

it "goes on when the lost machine comes back without its disk"
lose_leader
rm -rf "${folder:?}/$lost"
recover 2

it "goes on after a third loss"
lose_leader
recover 2

# --- Three machines -----------------------------------------------------------------------------------------------------------

it "goes on with three machines before the lost one is back, three times"
start_node c
wait_until "$patience" nodes_stand 3 || broken "the third does not join: $(tail -n 5 "$folder/c.log")"
for _ in 1 2 3; do
	lose_leader
	recover 3
done

# --- What is there afterwards ---------------------------------------------------------------------------------------------------

touch "$folder/stop"
for name in writer.1 writer.2; do kill -TERM "${started[$name]}"; done
for name in writer.1 writer.2 publish visit seal; do
	wait_until "$patience" has_ended "$name" || broken "$name does not end"
done

it "has every acknowledged row, each once, on every machine"
ask_registry "create table acknowledged (writer integer, number bigint)"
for number in 1 2; do
	sed "s/^\([0-9]*\) .*/$number\t\1/" "$folder/acknowledged.$number" | ask -d "$shared" -c "copy acknowledged from stdin"
done
missing=$(ask_registry "select count(*) from acknowledged a where not exists
	(select 1 from written w where w.writer = a.writer and w.number = a.number)")
doubled=$(ask_registry "select count(*) from (select from written group by writer, number having count(*) > 1) d")
expect_equal "$missing" 0 "missing"
expect_equal "$doubled" 0 "doubled"
written=$(ask_registry "select count(*) || ' ' || sum(number) from written")
for node in $nodes; do
	held_is() { [ "$(ask -d "postgresql://postgres@127.0.0.1:${database_port[$node]}/shanyu" -c "select count(*) || ' ' || sum(number) from written")" = "$written" ]; }
	wait_until 30 held_is || broken "node $node holds something else"
done

it "has every acknowledged publication, each once, under the root it was acknowledged with"
lost_publications=0
while read -r phone size root; do
	[ "$(ask_registry "select count(*) from publication where kind = 'facility' and body like '%\"$phone\"%'")" = 1 ] || {
		broken "$phone is not there once"
		lost_publications=$((lost_publications + 1))
	}
	[ -z "$size" ] || [ "$(ask_registry "select encode(root, 'hex') from checkpoint where size = $size")" = "$root" ] ||
		broken "another root at $size"
done <"$folder/published"
expect_equal "$(ask_registry "select count(*) from (select from publication where kind = 'facility' and subject = '$code'
	group by body having count(*) > 1) d")" 0 "published twice"

it "verifies the whole log"
shanyu log verify >"$folder/verified" 2>&1 || broken "$(tail -n 3 "$folder/verified")"
expect "the newest root" grep -q "root $(newest_root | cut -d' ' -f2)" "$folder/verified"

it "told whoever could not publish so in one line, with exit code 1"
[ -s "$folder/refused" ] || broken "nobody was refused"
cut -d' ' -f1,2,6- "$folder/refused" | sort | uniq -c | sort -rn | cut -c1-200 | sed 's/^/# /' | head -n 12
expect_equal "$(grep -vc '^1 1 ' "$folder/refused")" 0 "others"
expect_equal "$(grep -vcE 'try again|look whether it was done' "$folder/refused")" 0 "without what to do"

it "follows by itself: clerk was never started again, and the edition is what the log says"
wait_until 30 edition_is_current || broken "the edition is behind"
runs clerk || broken "clerk has ended: $(tail -n 3 "$folder/clerk.err")"
phone=$(tail -n 1 "$folder/published" | cut -d' ' -f1)
page_says "/facilities/$code" "$phone" || broken "the page does not say $phone"

it "has every envelope of the intake machine, each once and whole"
wait_until 30 inbox_is_empty || broken "the inbox still holds some"
runs forward || broken "clerk --forward has ended: $(tail -n 3 "$folder/forward.err")"
sealed=$(cat "$folder/sealed")
expect_equal "$(ask_registry "select count(*) from envelope, generate_series(1, $sealed) number
	where id = 'envelope-' || number and sealed = convert_to('sealed ' || number || chr(10), 'UTF8')")" "$sealed" "envelopes"
expect_equal "$(ask_registry "select count(*) from envelope")" "$sealed" "envelopes in all"

it "answered every visitor with 200 all the time"
visits=$(wc -l <"$folder/visited")
echo "# $visits visits"
visits_failed=$(grep -vc ' 200 ' "$folder/visited" || true)
expect_equal "$visits_failed" 0 "other answers"
[ "$visits" -gt 300 ] || broken "only $visits visits"
expect_equal "$(cat "$folder/visited.broken")" "" "complaints"

it "ends when told to"
for name in clerk forward; do
	kill -TERM "${started[$name]}"
	wait_until 30 has_ended "$name" || broken "$name does not end"
done

# outages NODES COLUMN: the median and the worst, in seconds.
outages() {
	awk -v nodes="$1" -v column="$2" '$1 == nodes { print $column }' "$folder/outages" | sort -n |
		awk '{ at[NR] = $1 / 1000 } END { printf "[%.1f, %.1f]", NR % 2 ? at[(NR + 1) / 2] : (at[NR / 2] + at[NR / 2 + 1]) / 2, at[NR] }'
}
jq -n --argjson two "$(outages 2 3)" --argjson two_leads "$(outages 2 2)" --argjson three "$(outages 3 3)" \
	--argjson three_leads "$(outages 3 2)" --argjson rows "$(acknowledged)" --argjson missing "$missing" --argjson doubled "$doubled" \
	--argjson publishings "$(wc -l <"$folder/published")" --argjson lost_publications "$lost_publications" \
	--argjson envelopes "$sealed" --argjson visits "$visits" --argjson visits_failed "$visits_failed" \
	--argjson losses "$(wc -l <"$folder/outages")" --argjson ttl "$ttl" --argjson back_after "$back_after" '{
		leaders_lost: $losses, patroni_ttl_s: $ttl,
		two_nodes: { machine_back_after_s: $back_after, new_leader_median_s: $two_leads[0], new_leader_worst_s: $two_leads[1],
			recover_median_s: $two[0], recover_worst_s: $two[1] },
		three_nodes: { new_leader_median_s: $three_leads[0], new_leader_worst_s: $three_leads[1], recover_median_s: $three[0],
			recover_worst_s: $three[1] },
		rows_acknowledged: $rows, rows_missing: $missing, rows_doubled: $doubled,
		publishings_acknowledged: $publishings, publishings_missing: $lost_publications,
		envelopes: $envelopes, visits: $visits, visits_not_200: $visits_failed
	}' >"$build/ha.json"
sed 's/^/# /' "$build/ha.json"
