#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# An edition is what the publication log says and nothing else: made step by step or anew, the content is the same.
. tests/lib/registry.sh
. tests/lib/clerk.sh

caught_up() {
	for _ in $(seq 6000); do
		[ "$(in_edition 'select size from edition' 2>/dev/null)" != "$(in_registry 'select max(seq) from publication')" ] || return 0
		sleep 0.05
	done
	broken "clerk does not catch up: $(tail -n 3 "$folder/clerk.err")"
}

make_demo
start_clerk
caught_up

it "makes the same edition in many steps as from the log alone"
for step in 1 2 3 4 5 6; do
	in_registry "pragma foreign_keys = on;
		update facility set name = '第' || $step || '次改名' || substr(name, -6), phone = '021-5' || $step where rowid % 7 = $step;
		update facility set inclusive = 1 - inclusive where rowid % 11 = $step;
		update fee set fee_fen = fee_fen + 100 * $step where rowid % 5 = $step;
		delete from vacancy where rowid % 13 = $step;
		delete from programme where rowid % 29 = $step;
		delete from facility where rowid % 37 = $step;
		update street set name = name || '$step' where position = $step;
		insert or replace into phrase (words, pinyin) values ('长' || $step, 'chang');"
	publish
	caught_up
	if [ $step = 3 ]; then
		# A clerk that was killed goes on from its working copy.
		kill -KILL "$clerk"
		wait "$clerk" || true
		start_clerk
	fi
done
make_demo
caught_up
stop_clerk
edition_content "$editions/portal.db" >"$folder/incremental"
shanyu portal rebuild --into "$folder/one" >/dev/null
edition_content "$folder/one/portal.db" >"$folder/rebuilt"
expect "same content" cmp "$folder/incremental" "$folder/rebuilt"
diff "$folder/incremental" "$folder/rebuilt" | head -n 10 | cut -c1-200 | sed 's/^/# /'
expect "there is content" [ "$(wc -l <"$folder/rebuilt")" -gt 3000 ]

it "makes the same bytes twice"
shanyu portal rebuild --into "$folder/two" >/dev/null
expect "same bytes" cmp "$folder/one/portal.db" "$folder/two/portal.db"

it "makes a working copy anew that was spoiled"
printf 'no database at all' >"$editions/working/working.db"
publish
start_clerk
in_registry "update facility set name = '修好之后' where code = (select min(code) from facility)"
publish
caught_up
expect_equal "$(in_edition "select count(*) from facility where name = '修好之后'")" 1

it "is kept neither from starting nor from publishing by a reader of editions who locks all that he can open"
stop_clerk
# What a former version left there.
: >"$editions/clerk.lock"
cp "$editions/working/working.db" "$editions/working.db"
chmod 644 "$editions/clerk.lock" "$editions/working.db"
start_clerk
as_reader() { setpriv --reuid=64100 --regid=64100 --clear-groups "$@"; }
# hold NAME: a lock on the file and a reading transaction, until $folder/let-go is there.
hold() {
	as_reader flock -s "$1" sh -c "while [ ! -e '$folder/let-go' ]; do sleep 0.1; done" 2>/dev/null &
	held="$held $!"
	{ echo 'begin; select count(*) from sqlite_schema;' && while [ ! -e "$folder/let-go" ]; do sleep 0.1; done; } |
		as_reader sqlite3 "file:$1?mode=ro" >/dev/null 2>&1 &
	held="$held $!"
}
held=""
for file in $(as_reader find "$editions" -type f -readable 2>/dev/null); do hold "$file"; done
at_end ': >"$folder/let-go"; wait $held'
sleep 0.5
in_registry "update facility set name = '锁着也发布' where code = (select min(code) from facility)"
publish
caught_up
stop_clerk
for file in $(as_reader find "$editions" -type f -readable 2>/dev/null); do hold "$file"; done
sleep 0.5
start_clerk
in_registry "update facility set name = '锁着也开始' where code = (select min(code) from facility)"
publish
caught_up
expect_equal "$(in_edition "select count(*) from facility where name = '锁着也开始'")" 1
expect_equal "$(stat -c %a "$editions/working")" 700
for name in working.db clerk.lock; do
	[ ! -e "$editions/$name" ] || broken "$name lies beside the editions"
	! as_reader cat "$editions/working/$name" >/dev/null 2>&1 || broken "$name can be read"
done
: >"$folder/let-go"

it "keeps the newest three editions and the link to the current one"
expect_equal "$(find "$editions" -name 'portal-*.db' | wc -l)" 3
expect_equal "$(readlink "$editions/portal.db")" "$(cd "$editions" && find . -name 'portal-*.db' | sort | tail -n 1 | cut -c3-)"

it "lets one clerk work in a folder, not two"
"$build/clerk" --config "$config" 2>"$folder/second" && broken "a second clerk works"
expect "it says why" grep -q 'another clerk' "$folder/second"
