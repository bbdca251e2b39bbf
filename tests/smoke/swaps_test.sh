#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Editions change under load, workers and clerk are killed meanwhile: no visitor gets an error, or half of one edition.
. tests/lib/site.sh

make_demo
# Three facilities of one operator, so that one list shows all of them; the name says which version of the truth it is.
codes=$(in_registry "select code from facility order by code limit 3")
change_all() {
	in_registry "update facility set operator = '换版园', name = '换版$1号园 ' || code, summary = '换版$1说的话'
		where code in (select code from facility order by code limit 3)"
	publish
}
change_all 0
start_site
set -- '/facilities?operator=%E6%8D%A2%E7%89%88%E5%9B%AD' '/api/facilities?operator=%E6%8D%A2%E7%89%88%E5%9B%AD&n={random}'
for code in $codes; do
	set -- "$@" "/facilities/$code" "/facilities/$code?n={random}" "/api/facilities/$code"
done
set -- "$@" "/compare?code=$(echo "$codes" | tr '\n' ' ' | sed 's/ $//; s/ /\&code=/g')" '/facilities.csv?q=%E6%8D%A2%E7%89%88'

# one_of NAME: one of the site's processes of that name.
one_of() { processes_of "$1" | shuf -n 1; }

it "serves 50 editions one after the other while workers and clerk are killed"
node tests/lib/load.mjs "$origin" "$folder/over" 8 "$@" >"$folder/seen" 2>"$folder/load.err" &
load=$!
for version in $(seq 50); do
	change_all "$version"
	case $((version % 5)) in
	0) victim=$(one_of clerk) ;;
	1 | 3) victim=$(one_of portal) ;;
	*) victim="" ;;
	esac
	[ -z "$victim" ] || kill -KILL "$victim"
	sleep 0.2
done
wait_until 100 edition_is_current || broken "the last edition does not come: $(tail -n 20 "$folder/site.err")"
sleep 1
touch "$folder/over"
wait "$load" || broken "$(tail -n 5 "$folder/load.err")"
echo "# $(cat "$folder/seen")"
said() { jq -r ".$1" "$folder/seen"; }
expect "enough visits" [ "$(said requests)" -gt 100 ]
expect "many editions seen: $(said editions)" [ "$(said editions)" -ge 5 ]

it "answers every visit meanwhile"
expect_equal "$(said failed)" 0 "$(said examples)"

it "shows every page wholly of one edition"
expect_equal "$(said mixed)" 0 "$(said examples)"

it "leads nobody back to an older edition"
expect_equal "$(said back)" 0 "$(said examples)"

it "is whole again afterwards: workers, clerk, newest edition"
two_workers() { [ "$(processes_of portal | wc -l)" -ge 2 ]; }
wait_until 50 two_workers || broken "workers: $(processes_of portal)"
expect_equal "$(processes_of clerk | wc -l)" 1 "clerk"
visit "/facilities/$(echo "$codes" | head -n 1)"
expect_text 换版50号园

it "goes on with the edition it has when the next one is of a newer program's form, and takes up one it can read"
for pid in $(processes_of clerk); do kill -STOP "$pid"; done
in_edition "select size from edition" >"$folder/size"
cp "$(readlink -f "$editions/portal.db")" "$editions/portal-000099999999.db"
sqlite3 "$editions/portal-000099999999.db" "insert into migration select max(number) + 1, 'later.sql' from migration"
was=$(readlink "$editions/portal.db")
point_to() { ln -sfn "$1" "$editions/next" && mv -T "$editions/next" "$editions/portal.db"; }
point_to portal-000099999999.db
sleep 0.5
for number in $(seq 20); do
	visit "/facilities?q=x$number"
	expect_status 200
done
expect "its log says why" wait_until 30 grep -q 'newer' "$folder/site.err"
point_to "$was"
rm -f "$editions/portal-000099999999.db"
for pid in $(processes_of clerk); do kill -CONT "$pid"; done
change_all 51
page_is_new() { visit "/facilities/$(echo "$codes" | head -n 1)" && grep -qF '换版51说的话' "$folder/body"; }
expect "the next edition" wait_until 50 page_is_new
