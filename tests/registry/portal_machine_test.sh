#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A portal machine follows the registry on PostgreSQL from afar: it takes over what is signed, survives what breaks, and serves
# what it has meanwhile.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/registry/engines.sh
. tests/registry/machines.sh

running=""
end_running() { for pid in $running; do end KILL "$pid"; done; }
at_end end_running

# The office's own machine: it publishes, and has an edition of its own.
owner=$(database office)
configure "$config" "registry = $owner" "editions = $editions" "log_key = $folder/log.key"
shanyu init >"$folder/init"
verifier=$(sed -n 's/^log_public_key = //p' "$folder/init")
shanyu demo >/dev/null
grant office || broken "$(cat "$folder/granted")"

# machine NAME DATABASE: a portal machine's configuration and folder.
machine() {
	mkdir -p "$folder/$1"
	configure "$folder/$1.conf" "registry = $(as_role shanyu_portal "$2")" "editions = $folder/$1" "log_public_key = $verifier"
}
# follow NAME: its clerk; the number goes to $pid.
follow() {
	"$build/clerk" --config "$folder/$1.conf" --follow 2>>"$folder/$1.err" &
	pid=$!
	running="$running $pid"
}
end() {
	kill -"$1" "$2" 2>/dev/null || true
	wait "$2" 2>/dev/null || true
	running=$(echo " $running " | sed "s/ $2 / /")
}
size_of() { sqlite3 "file:$folder/$1/portal.db?immutable=1" 'select size from edition' 2>/dev/null || true; }
log_size() { server "$1" -c 'select coalesce(max(seq), 0) from publication'; }
# has NAME SIZE
has() { [ "$(size_of "$1")" = "$2" ]; }
catches_up() { # catches_up NAME DATABASE
	wait_until 300 has "$1" "$(log_size "$2")" || broken "$1 is at $(size_of "$1") of $(log_size "$2"): $(tail -n 3 "$folder/$1.err")"
}
content_of() { edition_content "$folder/$1/portal.db"; }
same_content() { # same_content NAME NAME
	content_of "$1" >"$folder/$1.content"
	content_of "$2" >"$folder/$2.content"
	cmp -s "$folder/$1.content" "$folder/$2.content" || broken "$(diff "$folder/$1.content" "$folder/$2.content" | head -n 6)"
	expect "there is content" [ "$(wc -l <"$folder/$1.content")" -gt 3000 ]
}
change() { # change DATABASE STEP: some facts of many kinds
	server "$1" -c "update facility set name = '第$2次' || right(name, 6), phone = '021-$2' where right(code, 1) = right('$2', 1);
		update fee set fee_fen = fee_fen + 100 where right(programme_code, 1) = right('$2', 1);
		delete from vacancy where programme_code = (select min(programme_code) from vacancy)"
}

machine registry office
machine first office
follow registry
beside=$pid

it "logs in with a role that may read publications and checkpoints and nothing else"
publish
psql -X -At -d "$(as_role shanyu_portal office)" -c 'select count(*) > 0 from publication' >"$folder/said" 2>&1
expect_equal "$(cat "$folder/said")" t
for table in facility programme vacancy fee published envelope district; do forbidden shanyu_portal office "select * from $table"; done
forbidden shanyu_portal office "insert into publication select * from publication limit 1"
forbidden shanyu_portal office "insert into checkpoint select * from checkpoint limit 1"
forbidden shanyu_portal office "update publication set body = null"
forbidden shanyu_portal office "delete from checkpoint"

it "follows what is published as it is published"
follow first
first=$pid
catches_up first office
for step in 1 2 3 4 5; do
	change office $step
	publish
done
catches_up first office
catches_up registry office
same_content first registry
cp "$(readlink -f "$folder/first/portal.db")" "$folder/snapshot.db"

it "goes on after being killed at any moment, and ends with what the registry's own machine has"
(
	for step in $(seq 11 22); do
		change office "$step"
		publish
	done
) >"$folder/publishing" 2>&1 &
publishing=$!
for _ in $(seq 20); do
	rest_up_to 250
	end KILL "$first"
	follow first
	first=$pid
done
wait "$publishing" || broken "$(cat "$folder/publishing")"
catches_up first office
catches_up registry office
same_content first registry

it "begins from a snapshot, and the log after it makes of it what following from the start makes"
machine snapshot office
cp "$folder/snapshot.db" "$folder/snapshot/portal.db"
before=$(size_of snapshot)
[ "$before" -lt "$(log_size office)" ] || broken "the snapshot is not older than the log"
follow snapshot
catches_up snapshot office
end TERM "$pid"
same_content snapshot first

it "serves what it has while the registry is away, and says how old that is"
portal_config=$folder/first.conf
code=$(server office -c 'select min(code) from facility')
name=$(server office -c "select name from facility where code = '$code'")
visit /
expect_status 200
expect_no_text 更新暂停
server_goes immediate
sleep 1.5
visit "/facilities/$code"
expect_status 200
expect_text "$name"
expect_no_text 更新暂停
touch -d '20 minutes ago' "$folder/first/heard"
for path in / /facilities "/facilities/$code"; do
	visit "$path"
	expect_status 200
	expect_text 更新暂停
	expect_text "$(TZ=Asia/Shanghai date -r "$folder/first/heard" +%H:%M)"
done
kill -0 "$first" || broken "clerk ended"

it "catches up by itself when the registry is back, and says nothing more of its age"
server_comes
change office 31
publish
catches_up first office
visit "/facilities/$code"
expect_status 200
expect_no_text 更新暂停
expect "few lines about it" [ "$(grep -c '' "$folder/first.err")" -lt 200 ]

it "numbers what two publish at once without a gap, in order"
before=$(log_size office)
publish_often() { # publish_often NUMBER: as one of two
	for round in $(seq 12); do
		code=$(server office -c "select code from facility order by code offset $(($1 * 20 + round)) limit 1")
		server office -c "update facility set phone = '021-$1$round' where code = '$code'"
		publish --facility "$code"
	done
}
publish_often 1 >"$folder/publisher.1" 2>&1 &
other=$!
publish_often 2 >"$folder/publisher.2" 2>&1 || broken "$(cat "$folder/publisher.2")"
wait "$other" || broken "$(cat "$folder/publisher.1")"
expect_equal "$(log_size office)" "$((before + 24))"
expect_equal "$(server office -c 'select count(*) = max(seq) and min(seq) = 1 from publication')" t "no gap"
expect_equal "$(server office -c "select count(*) from checkpoint where size > $before")" 24 "checkpoints"
expect_equal "$(server office -c "select count(*) from (select published_at - lag(published_at) over (order by seq) as step
	from publication) as steps where step < 0")" 0 "publications before their elders"
shanyu log verify >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
catches_up first office

it "is rebuilt from PostgreSQL to the same bytes as from a copy of the registry on SQLite"
shanyu registry copy "$owner" "$folder/copied.db" >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
configure "$folder/copied.conf" "registry = $folder/copied.db" "editions = $folder/copied"
"$build/shanyu" --config "$folder/first.conf" portal rebuild --into "$folder/rebuilt" >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
"$build/shanyu" --config "$folder/copied.conf" portal rebuild >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
expect "the same bytes" cmp "$folder/rebuilt/portal.db" "$folder/copied/portal.db"
end TERM "$first"
end TERM "$beside"
same_content rebuilt first

# Another registry with the same log, to be forged; the machine of it begins from the first one's edition.
shanyu registry copy "$owner" "$(database forged)" >/dev/null
grant forged || broken "$(cat "$folder/granted")"
configure "$folder/forger.conf" "registry = $(administrator_of forged)" "editions = $folder/forger" "log_key = $folder/log.key"
forge() { "$build/shanyu" --config "$folder/forger.conf" "$@"; }
machine second forged
cp "$folder/first/portal.db" "$folder/second/portal.db"
follow second
second=$pid
# refused WORDS: the machine says so, and the old edition stays.
refused() {
	wait_until 50 grep -q "$1" "$folder/second.err" || broken "it does not say '$1': $(tail -n 3 "$folder/second.err")"
	expect_equal "$(size_of second)" "$stays" "publications in the edition"
	portal_config=$folder/second.conf
	visit /facilities
	expect_status 200
}
# behind_its_back SQL...: published while the machine looks away.
behind_its_back() {
	catches_up second forged
	stays=$(size_of second)
	: >"$folder/second.err"
	kill -STOP "$second"
	server forged -c "update facility set phone = '021-4' || '$1' where code = (select min(code) from facility)"
	forge publish --approved-by 测试 >/dev/null
	server forged -c "$2"
	kill -CONT "$second"
}

it "refuses a checkpoint with a forged root"
behind_its_back 1 "create table kept as select * from checkpoint;
	update checkpoint set root = decode(repeat('ab', 32), 'hex') where size = (select max(size) from checkpoint)"
refused "root hash"
put_right="update checkpoint set root = k.root, note = k.note from kept as k where k.size = checkpoint.size"
server forged -c "$put_right"
catches_up second forged

it "refuses a checkpoint with a forged signature"
behind_its_back 2 "drop table kept; create table kept as select * from checkpoint;
	update checkpoint set note = overlay(note placing case when substr(note, length(note) - 9, 1) = 'A' then 'B' else 'A' end
		from length(note) - 9 for 1) where size = (select max(size) from checkpoint)"
refused "not signed by the log's key"
server forged -c "$put_right"
catches_up second forged

it "refuses publications that no checkpoint covers"
behind_its_back 3 "drop table kept; create table kept as select * from checkpoint;
	delete from checkpoint where size = (select max(size) from checkpoint)"
refused "no checkpoint covers"
server forged -c "insert into checkpoint select * from kept on conflict do nothing"
catches_up second forged

it "notices within seconds that the log was set back, and takes over no other history"
stays=$(size_of second)
: >"$folder/second.err"
server forged -c "delete from published where seq = $stays; delete from publication where seq = $stays; delete from checkpoint where size = $stays"
refused "not what the log begins with"
server forged -c "update facility set phone = '021-5' where code in (select code from facility order by code desc limit 3)"
forge publish --approved-by 测试 >/dev/null
sleep 2
expect_equal "$(size_of second)" "$stays" "publications in the edition"
end TERM "$second"

it "refuses, when it begins, a log that is older than what it holds"
: >"$folder/second.err"
follow second
second=$pid
refused "not what the log begins with"
end TERM "$second"

it "refuses a checkpoint signed with another key"
machine third forged
cp "$folder/snapshot.db" "$folder/third/portal.db"
configure "$folder/thief.conf" "registry = $(administrator_of forged)" "editions = $folder/thief" "log_key = $folder/thief.key"
mkdir -p "$folder/thief"
configure "$folder/other.conf" "registry = $folder/other.db" "editions = $folder/other" "log_key = $folder/thief.key"
"$build/shanyu" --config "$folder/other.conf" init >/dev/null
server forged -c "update facility set phone = '021-6' where code = (select min(code) from facility)"
"$build/shanyu" --config "$folder/thief.conf" publish --approved-by 贼 >/dev/null || broken "nothing to refuse"
stays=$(size_of third)

follow third
wait_until 50 grep -q "not signed by the log's key" "$folder/third.err" || broken "$(tail -n 3 "$folder/third.err")"
expect_equal "$(size_of third)" "$stays" "publications in the edition"
end TERM "$pid"

it "takes up what one publishing of more than a batch added in the middle of it"
owner=$(database large)
configure "$config" "registry = $owner" "editions = $editions" "log_key = $folder/log.key"
shanyu init >/dev/null
shanyu demo --facilities 3500 >/dev/null
publish
grant large || broken "$(cat "$folder/granted")"
size=$(log_size large)
expect "more than a batch" [ "$size" -gt 21000 ]
expect_equal "$(server large -c 'select count(*) from checkpoint')" 1 "checkpoints"
server large -c "update publication set body = body || ' ' where seq = 21000"
machine fourth large
follow fourth
wait_until 300 grep -q "publication 21000: its body" "$folder/fourth.err" || broken "$(tail -n 3 "$folder/fourth.err")"
end KILL "$pid"
expect "no edition of half a publishing" [ ! -e "$folder/fourth/portal.db" ]
expect "a batch is kept" [ "$(sqlite3 "$folder/fourth/working/working.db" 'select size from edition')" = 20000 ]
server large -c "update publication set body = rtrim(body) where seq = 21000"
for pause in 0.1 0.3 0.2 0.5; do
	follow fourth
	sleep $pause
	end KILL "$pid"
done
follow fourth
catches_up fourth large
end TERM "$pid"
mkdir -p "$folder/whole"
"$build/shanyu" --config "$folder/fourth.conf" portal rebuild --into "$folder/whole" >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
same_content fourth whole
