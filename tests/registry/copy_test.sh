#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shanyu registry copy moves a registry whole between the engines, or leaves the target as it was.
. tests/lib/registry.sh
. tests/registry/engines.sh

SHANYU_CLOCK=1795400000 # 2026-11-23
export SHANYU_CLOCK
copy() { shanyu registry copy "$@" >"$folder/said" 2>&1; }
refuses() { # refuses WORDS FROM TO
	words=$1
	shift
	if copy "$@"; then broken "it copies"; fi
	expect "it says '$words', not $(cat "$folder/said")" grep -q "$words" "$folder/said"
	expect_equal "$(grep -c '' "$folder/said")" 1 "lines"
}
everything() { sqlite3 "$1" .dump; }
tables_of() { server "$1" -c "select count(*) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"; }
rows_of() { sed -nE 's/^[0-9]+ tables, ([0-9]+) rows, .*/\1/p' "$folder/said"; }

make_demo
in_registry "update facility set phone = '021-00000000'; delete from vacancy where rowid % 9 = 0"
publish
shanyu log verify >"$folder/verified"
one=$(database one)

it "copies a file into a server and from there into a file, where everything is as it was"
copy "$registry" "$one" || broken "$(cat "$folder/said")"
copied=$(rows_of)
copy "$one" "$folder/back.db" || broken "$(cat "$folder/said")"
expect_equal "$(rows_of)" "$copied"
everything "$registry" | LC_ALL=C sort >"$folder/was"
everything "$folder/back.db" | LC_ALL=C sort >"$folder/is"
expect "the same statements" cmp "$folder/was" "$folder/is"

it "copies from server to server and from file to file"
two=$(database two)
copy "$one" "$two" || broken "$(cat "$folder/said")"
copy "sqlite:$registry" "sqlite:$folder/file.db" || broken "$(cat "$folder/said")"
everything "$folder/file.db" | LC_ALL=C sort | cmp - "$folder/was" || broken "the file differs"

it "says how much there is, and the root of the log that log verify says"
copy "$registry" "$folder/counted.db"
rows=0
for table in $(sqlite3 "$registry" "select name from sqlite_schema where type = 'table' and name <> 'migration'"); do
	rows=$((rows + $(in_registry "select count(*) from $table")))
done
expect_equal "$(rows_of)" "$rows" "rows"
expect_equal "$(sed 's/.* root //' "$folder/said")" "$(sed 's/.* root //' "$folder/verified")" "root"

it "leaves a registry that goes on: published to, verified and rebuilt to the same edition"
shanyu portal rebuild >/dev/null
cp "$editions/portal.db" "$folder/before.db"
sed -i "s|^registry = .*|registry = $(echo "$two" | sed 's/&/\\&/g')\nlog_key = $registry.key|" "$config"
shanyu portal rebuild >/dev/null || broken "no edition"
expect "the same bytes" cmp "$folder/before.db" "$editions/portal.db"
server two -c "update facility set phone = '021-12345678' where code = (select min(code) from facility)"
expect "it is published" sh -c "'$build/shanyu' --config '$config' publish --approved-by 测试 | grep -q ' 1 published'"
expect "and verified" shanyu log verify

it "refuses a target that holds rows, and leaves them"
refuses "rows already" "$registry" "$folder/back.db"
refuses "already" "$registry" "$one"
everything "$folder/back.db" | LC_ALL=C sort | cmp - "$folder/was" || broken "the file was changed"

it "refuses a target that shanyu init has filled"
sed "s|^registry = .*|registry = $folder/init.db|" "$config" >"$folder/init.conf"
"$build/shanyu" --config "$folder/init.conf" init >/dev/null
refuses "already" "$registry" "$folder/init.db"

it "takes a target that has its tables and no rows"
cp "$folder/back.db" "$folder/bare.db"
# Children before their parents, in the order the copy would fill them turned round.
sqlite3 "$folder/bare.db" "pragma foreign_keys = off; $(sqlite3 "$folder/bare.db" \
	"select 'delete from ' || name || ';' from sqlite_schema where type = 'table' and name <> 'migration'")"
copy "$one" "$folder/bare.db" || broken "$(cat "$folder/said")"
expect_equal "$(rows_of)" "$copied"

it "refuses a source that is missing or no registry, and makes no target"
refuses "No such file" "$folder/none.db" "$folder/made.db"
sqlite3 "$folder/other.db" "create table t (a)"
refuses "holds no tables of this program" "$folder/other.db" "$folder/made.db"
refuses "holds no tables of this program" "$(database empty)" "$folder/made.db"
expect "no file is made" [ ! -e "$folder/made.db" ]

it "refuses a target of somebody else's tables"
refuses "holds no tables of this program" "$registry" "$folder/other.db"
expect_equal "$(everything "$folder/other.db" | grep -c CREATE)" 1 "tables"

it "changes nothing when the log does not verify"
cp "$registry" "$folder/altered.db"
sqlite3 "$folder/altered.db" "update publication set body = body || ' ' where seq = 1000"
bare=$(database bare)
refuses "publication 1000: its body is not what was committed to" "$folder/altered.db" "$bare"
expect_equal "$(tables_of bare)" 0 "tables in the server's database"
refuses "publication 1000" "$folder/altered.db" "$folder/made.db"
expect "no file is left" [ ! -e "$folder/made.db" ]
cp "$registry" "$folder/altered.db"
sqlite3 "$folder/altered.db" "update checkpoint set root = zeroblob(32)"
refuses "root hash" "$folder/altered.db" "$bare"
expect_equal "$(tables_of bare)" 0 "tables in the server's database"

it "changes nothing when a row cannot be written"
cp "$registry" "$folder/altered.db"
sqlite3 "$folder/altered.db" "update facility set name = 'a' || char(0) || 'b' where rowid = 200"
refuses "NUL" "$folder/altered.db" "$bare"
expect_equal "$(tables_of bare)" 0 "tables in the server's database"
copy "$registry" "$bare" || broken "the same target does not take a sound registry after: $(cat "$folder/said")"

it "changes nothing when it is killed in the middle"
killed=$(database killed)
slow=$folder/slow.db
cp "$registry" "$slow"
sqlite3 "$slow" "with recursive n(i) as (select 1 union all select i + 1 from n where i < 400000)
	insert into phrase (words, pinyin) select '词' || i, 'ci' from n"
"$build/shanyu" --config "$config" registry copy "$slow" "$killed" >/dev/null 2>&1 &
copying=$!
sleep 0.5
kill -KILL "$copying" 2>/dev/null || broken "it was over too soon"
wait "$copying" 2>/dev/null || true
expect_equal "$(tables_of killed)" 0 "tables in the server's database"

it "says in one line that a server is away"
tools/pgcluster stop "$cluster"
refuses "failed" "$registry" "$one"
