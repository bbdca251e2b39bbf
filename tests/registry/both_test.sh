#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What the registry does it does on both engines alike: made, filled, published, verified, followed, rebuilt.
. tests/lib/registry.sh
. tests/registry/engines.sh

SHANYU_CLOCK=1795400000 # 2026-11-23
export SHANYU_CLOCK
clerk=""
stop_clerk() {
	[ -n "$clerk" ] || return 0
	kill -TERM "$clerk" 2>/dev/null || true
	wait "$clerk" || true
	clerk=""
}
at_end stop_clerk

# with ENGINE: the registry, the folder of editions and the configuration from here on.
with() {
	engine=$1
	editions=$folder/$engine.editions
	config=$folder/$engine.conf
	case $engine in
	SQLite) registry=$folder/registry.db bytes="x'00'" ;;
	PostgreSQL) registry=$server_address bytes="cast('\\x00' as bytea)" ;;
	esac
	printf '[shanyu]\nregistry = %s\neditions = %s\ndistrict = db/district\n' "$registry" "$editions" >"$config"
	# The same keys for both, so that both say the same of them.
	printf '%s\n' "inbox = $folder/inbox" "aside = $folder/$engine.aside" "mailbox = $folder/mailbox" "log_key = $folder/log.key" "office_key = $folder/office-key" \
		"receipt_key = $folder/receipt-key" "contact_key = $folder/contact-key" "account_key = $folder/account-key" >>"$config"
}
in_registry() {
	case $engine in
	SQLite) sqlite3 -cmd '.timeout 5000' "$registry" "$1" ;;
	PostgreSQL) psql -X -q -v ON_ERROR_STOP=1 -At -d "$registry" -c "$1" ;;
	esac
}
gives() { # gives EXPECTED COMMAND...: what the program says, errors too
	expected=$1
	shift
	found=$("$@" 2>&1) || true
	# A registry is named by its address, which is not the same.
	found=$(echo "$found" | sed "s|$(echo "$registry" | sed 's/[&|]/\\&/g')|REGISTRY|")
	expect_equal "$found" "$expected" "$*"
}
# The content of an edition but for the log's hashes, whose salts are random.
content() { edition_content "$editions/portal.db" | awk '/^== / { skip = $2 == "edition" || $2 == "frontier" } !skip'; }
caught_up() {
	for _ in $(seq 6000); do
		[ "$(in_edition 'select size from edition' 2>/dev/null)" != "$(in_registry 'select max(seq) from publication')" ] || return 0
		sleep 0.05
	done
	broken "clerk does not catch up: $(tail -n 3 "$folder/clerk.err")"
}

# soon SQL ANSWER
soon() {
	for _ in $(seq 6000); do
		[ "$(in_registry "$1" 2>/dev/null)" != "$2" ] || return 0
		sleep 0.05
	done
	broken "expected '$2', got '$(in_registry "$1")': $1; $(tail -n 3 "$folder/clerk.err")"
}
# sealed CONFIG NUMBER STORY: a letter of its own receipt.
number=0
sealed() {
	jq -cn --arg lookup "$(printf '%064d' "$2")" --arg story "$3" '{what: "complaint", lookup: $lookup, key: ("ab" * 32), kind: "COMPLAINT", story: $story,
		going_on: "no", anonymous: 1, lane: "slow", sent_at: '"$SHANYU_CLOCK"', files: []}' | "$build/tests/seal" "$1" "$(printf '%064d' "$2")"
}

server_address=$(database both)
for engine in SQLite PostgreSQL; do
	with $engine

	it "on $engine, asks for init before there is a registry"
	if shanyu publish --approved-by 测试 >"$folder/said" 2>&1; then broken "it publishes"; fi
	expect "one line that says so" grep -q "shanyu init" "$folder/said"
	expect_equal "$(grep -c '' "$folder/said")" 1 "lines"

	it "on $engine, makes the registry and, made again, changes nothing"
	shanyu init >"$folder/$engine.init" || broken "init fails"
	first=$(in_registry "select count(*) from term" && in_registry "select count(*) from phrase")
	shanyu init >"$folder/again" || broken "init fails the second time"
	expect "no migration again" grep -q ": 0 migrations applied" "$folder/again"
	expect_equal "$(in_registry "select count(*) from term" && in_registry "select count(*) from phrase")" "$first"
	expect "migrate has nothing to do" sh -c "'$build/shanyu' --config '$config' migrate | grep -q ': 0 migrations applied'"

	it "on $engine, refuses a registry newer than the program"
	in_registry "insert into migration (number, file) values (9000, 'later')"
	if shanyu publish --approved-by 测试 >"$folder/said" 2>&1; then broken "it publishes"; fi
	expect "it says what to do" grep -q "install the newer program" "$folder/said"
	in_registry "delete from migration where number = 9000"

	it "on $engine, takes the demo district and publishes it"
	shanyu demo >"$folder/$engine.demo" || broken "demo fails"
	shanyu publish --approved-by 测试 >"$folder/$engine.published" || broken "publish fails"

	it "on $engine, publishes nothing when nothing changed"
	looked=$(cut -d' ' -f1 "$folder/$engine.published")
	gives "$looked facts looked at, 0 published, 0 withdrawn" shanyu publish --approved-by 测试

	it "on $engine, publishes what changed, of one facility or of all, and withdraws what is gone"
	in_registry "update facility set phone = '021-00000000' where code in (select code from facility order by code limit 2)"
	one=$(in_registry "select min(code) from facility")
	shanyu publish --approved-by 测试 --facility "$one" | grep -q ' 1 published, 0 withdrawn' || broken "one facility"
	shanyu publish --approved-by 测试 | grep -q ' 1 published, 0 withdrawn' || broken "the other facility"
	in_registry "delete from vacancy where programme_code = (select min(programme_code) from vacancy)"
	shanyu publish --approved-by 测试 | grep -q ' 0 published, 1 withdrawn' || broken "a vacancy that is gone"

	it "on $engine, verifies its log"
	size=$(in_registry "select max(seq) from publication")
	shanyu log verify >"$folder/verified" 2>&1 || broken "$(cat "$folder/verified")"
	expect "all of it" grep -q "^$size publications, 0 erased, root [0-9a-f]" "$folder/verified"

	it "on $engine, brings what is published to the edition while clerk runs"
	"$build/clerk" --config "$config" 2>"$folder/clerk.err" &
	clerk=$!
	caught_up
	in_registry "update facility set phone = '021-11111111' where code in (select code from facility order by code limit 3)"
	publish
	caught_up
	expect_equal "$(in_edition "select count(*) from facility where phone = '021-11111111'")" 3

	if [ "$engine" = PostgreSQL ]; then
		it "on PostgreSQL, goes on following when the server comes back"
		server both -c "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shanyu'" >/dev/null
		in_registry "update facility set phone = '021-22222222' where code = (select max(code) from facility)"
		publish
		caught_up
		expect_equal "$(in_edition "select count(*) from facility where phone = '021-22222222'")" 1
	else
		in_registry "update facility set phone = '021-22222222' where code = (select max(code) from facility)"
		publish
		caught_up
	fi
	it "on $engine, sets aside the letter that the registry refuses, and takes those beside it, of the inbox and handed on"
	in_registry "create unique index poison on cases (story) where story = 'poison'"
	before=$(in_registry "select count(*) from cases")
	{ cat "$config" && grep '^office_public_key' "$folder/$engine.init" && echo "door = $folder"; } >"$folder/here.conf"
	sed "s|^inbox = .*|inbox = $folder/machine|" "$folder/here.conf" >"$folder/machine.conf"
	mkdir -p "$folder/machine"
	for place in here machine; do
		for story in poison poison fine; do
			number=$((number + 1))
			sealed "$folder/$place.conf" "$number" "$story"
		done
	done
	"$build/clerk" --config "$folder/machine.conf" --forward 2>"$folder/forward.err" &
	forward=$!
	soon "select count(*) from envelope_aside" 3
	soon "select count(*) from cases" $((before + 3))
	kill -TERM "$forward"
	wait "$forward" || broken "$(cat "$folder/forward.err")"
	expect_equal "$(in_registry "select count(*) from cases")" $((before + 3))
	expect_equal "$(in_registry "select count(*) from envelope where written_at > 1700000000")" 3 "handed on with when they were written"
	# What the registry has a place for again it takes from the table by itself, once the note is gone.
	in_registry "drop index poison; delete from envelope_aside"
	soon "select count(*) from cases" $((before + 5))

	it "on $engine, is held up by no handed-on files that no letter claims, and removes them"
	# A thousand is as many as are looked at once.
	in_registry "with recursive n (i) as (select 1 union all select i + 1 from n where i < 1010)
		insert into envelope (id, sealed, forwarded_at) select substr('$(printf '%064d' 0)' || (1000000 + i), 8) || '-f0123456789abcdef', $bytes, 1 from n"
	number=$((number + 1))
	sealed "$folder/machine.conf" "$number" fine
	"$build/clerk" --config "$folder/machine.conf" --forward 2>"$folder/forward.err" &
	forward=$!
	soon "select count(*) from cases" $((before + 6))
	kill -TERM "$forward"
	wait "$forward" || broken "$(cat "$folder/forward.err")"
	stop_clerk
	"$build/clerk" --config "$config" 2>"$folder/clerk.err" &
	clerk=$!
	soon "select case when count(*) < 1010 then 'fewer' else 'all' end from envelope where sealed is not null and id like '%-f0123456789abcdef'" fewer
	stop_clerk

	it "on $engine, makes the same edition from the log alone"
	content >"$folder/$engine.followed"
	shanyu portal rebuild >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
	content >"$folder/$engine.rebuilt"
	expect "the same content" cmp "$folder/$engine.followed" "$folder/$engine.rebuilt"
	expect "there is content" [ "$(wc -l <"$folder/$engine.rebuilt")" -gt 3000 ]

	it "on $engine, finds a publication that was altered"
	in_registry "update publication set body = body || ' ' where seq = 1200"
	if shanyu log verify >"$folder/said" 2>&1; then broken "it verifies"; fi
	expect "it says which" grep -q "publication 1200: " "$folder/said"
	in_registry "update publication set body = substr(body, 1, length(body) - 1) where seq = 1200"
	shanyu log verify >/dev/null 2>&1 || broken "put right, it does not verify"

	it "on $engine, erases a case that was kept for its time, and leaves its number, the audit and the log"
	# No letter above has this number.
	erased=$("$build/tests/office" "$config" open 9999 COMPLAINT "$one" 'a blanket was wet' yes) || broken "no case is opened"
	for step in 'TRIAGED DESK' 'ACCEPTED DESK' 'DISPATCHED DESK' 'HANDLING DEPARTMENT' 'REPLIED DEPARTMENT answered' 'CLOSED DESK'; do
		# shellcheck disable=SC2086
		"$build/tests/office" "$config" move "$erased" $step 2>"$folder/office" || broken "$step: $(cat "$folder/office")"
	done
	SHANYU_CLOCK=$((SHANYU_CLOCK + 4 * 366 * 86400)) "$build/clerk" --config "$config" 2>"$folder/clerk.err" &
	clerk=$!
	soon "select count(*) from cases where erased_at is not null" 1
	stop_clerk
	expect_equal "$(in_registry "select number || story || (select count(*) from case_contact) || (select length(opening) from receipt where lookup = receipt_lookup) || state
		from cases where erased_at is not null")" "${erased}00CLOSED"
	expect_equal "$(in_registry "select text from finding")" ""
	expect_equal "$(in_registry "select action || ' ' || subject from audit where action = 'case.erase'")" "case.erase $erased"
	expect "the audit" shanyu audit verify
	expect "the log" shanyu log verify
done

it "says the same words of init, demo and publish on both engines"
for said in init demo published; do
	for engine in SQLite PostgreSQL; do sed 's/^[^ ]*: //' "$folder/$engine.$said" >"$folder/$engine.words"; done
	expect "$said" cmp "$folder/SQLite.words" "$folder/PostgreSQL.words"
done

it "makes editions of the same content on both engines"
diff "$folder/SQLite.rebuilt" "$folder/PostgreSQL.rebuilt" >"$folder/different" || broken "$(head -n 10 "$folder/different")"

server_address=$(database import)
rm -f "$folder/registry.db" "$folder/log.key"
for engine in SQLite PostgreSQL; do
	with $engine
	it "on $engine, imports real facilities, and the same file again changes nothing"
	shanyu init >/dev/null
	shanyu import facilities tests/data/bc-childcare-2026-07.csv --map db/maps/bc-childcare.map >"$folder/$engine.imported" 2>&1 || true
	shanyu import facilities tests/data/bc-childcare-2026-07.csv --map db/maps/bc-childcare.map >"$folder/said" 2>&1 || true
	expect "nothing new, nothing changed" grep -q ": 0 new, 0 changed" "$folder/said"
	in_registry "select count(*), min(code), max(code) from facility" | tr '|' ' ' >>"$folder/$engine.imported"
	publish || broken "it cannot be published"
	shanyu portal rebuild >/dev/null || broken "no edition of it"
	content >"$folder/$engine.content"
done
it "says the same of an import on both engines, and publishes the same"
diff "$folder/SQLite.imported" "$folder/PostgreSQL.imported" >"$folder/different" || broken "$(head -n 10 "$folder/different")"
diff "$folder/SQLite.content" "$folder/PostgreSQL.content" >"$folder/different" || broken "$(head -n 10 "$folder/different" | cut -c1-200)"
expect "there is content" [ "$(wc -l <"$folder/SQLite.content")" -gt 10000 ]
