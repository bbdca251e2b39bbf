#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every statement is taken by the schema it is for, under the rights of its program, and used; and what C reads, SQL gives.
. tests/lib/registry.sh

it "prepares every statement of every program: none starts with a bad one"
make_demo
expect "shanyu portal rebuild (clerk, apply)" shanyu portal rebuild
expect "shanyu log verify" shanyu log verify
REQUEST_METHOD=GET REQUEST_URI=/healthz "$build/portal" --config "$config" >"$folder/portal" 2>&1 || true
expect "portal: $(cat "$folder/portal")" grep -q '^Status: 200' "$folder/portal"

it "numbers migrations by their place, from 1 on, without gap or double"
for kind in registry portal; do
	place=0
	for file in "db/$kind/migrations"/*; do
		place=$((place + 1))
		case $file in
		"db/$kind/migrations/$(printf %04d "$place")"_[a-z]*.sql) ;;
		*) broken "$file stands at place $place" ;;
		esac
	done
done

it "uses every statement somewhere"
grep -ohE '^-- name: [a-z_0-9]+' db/registry/queries/*/*.sql db/portal/queries/*.sql db/portal/apply/*.sql | cut -d' ' -f3 | sort -u >"$folder/named"
# Found by name at run time: facts_KIND, vanished_KIND; publish_KIND, note_lapse_KIND, withdraw_KIND, touch_KIND, refresh_...; copy_TABLE.
grep -vE '^(facts|vanished|publish|note_lapse|withdraw|touch|refresh|copy)_' "$folder/named" | while read -r name; do
	grep -rqwE "Q_$name" --include='*.c' --include='*.h' lib workflow publication public intake admin accounts audit domain clerk commands cgi-bin tests || echo "$name"
done >"$folder/found"
[ ! -s "$folder/found" ] || broken "not used: $(cat "$folder/found")"

it "has for every kind of fact what publishes, withdraws and touches it"
for kind in $(sed -n 's/^facts_//p' "$folder/named"); do
	for verb in vanished publish withdraw; do
		grep -qx "${verb}_$kind" "$folder/named" || broken "no ${verb}_$kind"
	done
done

it "reads and binds only names that SQL, a form or a file knows"
{
	sed 's/--.*//' db/*/queries/*.sql db/*/queries/*/*.sql db/portal/apply/*.sql db/*/migrations/*.sql 2>/dev/null | grep -oE '[a-z_][a-z_0-9]*'
	("$build/portal" --routes; "$build/intake" --routes; "$build/admin" --routes) | grep -oE '[a-z_]+'
	# Columns of the files that are read.
	for file in db/district/*.csv db/demo/*.csv; do head -n 1 "$file" | tr -d '\r"' | sed 's/^\xEF\xBB\xBF//' | tr ',' '\n'; done
	grep -rhoE '(values_put_[a-z]+\([^,]+, |value_[a-z]+\()"[a-z_0-9]+"' public intake admin accounts audit domain workflow commands publication clerk lib | grep -oE '[a-z_0-9]+"$' | tr -d '"'
	# Counted by a query that the copy of a registry makes.
	echo n
	# Carried by every form of the office.
	echo csrf
	# Several in one text: an account's roles and what it sees (accounts/held.c).
	printf '%s\n' role_name scope_name
	# What a reporter's sealed contact data hold besides.
	echo other
} | sort -u >"$folder/known"
grep -rnoE '\bvalues_(text|integer|real|null|find|say|blob)\([^,()]+(\([^()]*\))?[^,()]*, "[a-z_0-9]+"' public intake admin accounts audit domain workflow commands publication clerk lib --include='*.c' |
	awk -F'"' 'NR == FNR { known[$0] = 1; next } !($2 in known) { print $1 "\"" $2 "\"" }' "$folder/known" - >"$folder/found"
[ ! -s "$folder/found" ] || broken "$(head -n 10 "$folder/found")"

it "gives every parameter of the portal's queries a value"
sed 's/--.*//' db/portal/queries/*.sql | grep -oE ':[a-z_]+' | tr -d ':' | sort -u >"$folder/parameters"
{
	grep -rhoE '(values_put_[a-z]+\([^,]+, |value_[a-z]+\()"[a-z_0-9]+"' public intake workflow lib/find/tree.c | grep -oE '[a-z_0-9]+"$' | tr -d '"'
	"$build/portal" --routes | grep -oE '\{[a-z]+:' | tr -d '{:'
	sed 's/--.*//' db/portal/queries/*.sql | grep -vE ':' | grep -oE '[a-z_]+'
} | sort -u >"$folder/given"
comm -23 "$folder/parameters" "$folder/given" >"$folder/found"
[ ! -s "$folder/found" ] || broken "nobody gives: $(cat "$folder/found")"

it "holds the portal to the published facts: no other table, nothing to write"
for statement in "insert into touched values ('x')" "delete from listing"; do
	! sqlite3 "file:$editions/portal.db?immutable=1" "$statement" 2>/dev/null || broken "written: $statement"
done
expect_equal "$(in_edition "select count(*) from sqlite_schema where name in ('publication', 'published', 'checkpoint')")" 0

it "refreshes what was touched without walking through all the rest"
awk '/^-- name: /{ name = $3 } name ~ /^refresh_/ && !/^--/ && NF { text[name] = text[name] " " $0 }
	END { for (name in text) { gsub(/words_(pinyin|index)\(/, "lower(", text[name]); print ".print " name "\nexplain query plan" text[name] ";" } }' \
	db/portal/apply/refresh.sql >"$folder/plans.sql"
sqlite3 "file:$editions/portal.db?immutable=1" <"$folder/plans.sql" >"$folder/plans" || broken "a plan cannot be made"
[ "$(grep -c '^refresh_' "$folder/plans")" -ge 10 ] || broken "only $(grep -c '^refresh_' "$folder/plans") statements"
# t, t2, p and subqueries are of those that are refreshing; the tree of places is asked by number.
awk '/^refresh_/{ name = $1 } /SCAN / && !/SCAN (t|t2|p|refreshing|touched|\(subquery-[0-9]+\))( |$)/ &&
	!/SCAN listing_place VIRTUAL TABLE INDEX 1:$/{ print name ": " $0 }' <"$folder/plans" >"$folder/found"
[ ! -s "$folder/found" ] || broken "$(cat "$folder/found")"
