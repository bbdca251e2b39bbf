#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A name that is misspelt stops a test build: every name of the tree arrives, and in a copy of it one is misspelt in each layer.
. tests/lib/sentences.sh

for program in portal intake admin; do "$build/$program" --routes; done >"$folder/routes"
checker=$(realpath tools/check/names.mjs)

viewer=$(realpath "$build/tplview")

# names FOLDER STATEMENTS: what the check says of a tree.
names() { (cd "$1" && "$viewer" --words "$folder/written" && node "$checker" "$2" "$folder/routes" "$folder/written"); }

it "finds a query for every name that is asked, a reader for every name that is given, and a value for every marker"
expect "statements" make -s "$build/statements"
"$build/statements" >"$folder/statements"
names . "$folder/statements" >"$folder/said" || broken "$(cat "$folder/said")"

it "follows most of what there is: seven askings of eight, two readings of three, 40 pages and more"
tail -n 1 "$folder/said" | tr -c '0-9\n' ' ' | {
	read -r askings of_askings readings of_readings _ _ _ pages _
	[ $((8 * askings)) -ge $((7 * of_askings)) ] || broken "askings: $askings of $of_askings"
	[ $((3 * readings)) -ge $((2 * of_readings)) ] || broken "readings: $readings of $of_readings"
	[ "$pages" -ge 40 ] || broken "pages: $pages"
	[ "$holds" = yes ]
} || holds=no

# A tree with misspelt names: all of them in one copy, each to be named by itself.
mkdir "$folder/tree"
cp -R Makefile templates db accounts admin audit cgi-bin clerk commands domain intake lib public publication rules "$folder/tree/"
[ ! -d workflow ] || cp -R workflow "$folder/tree/"
: >"$folder/expected_complaints"

# misspell "SENTENCE'S WORDS" FILE SED-SCRIPT COMPLAINT: one name in one file, and what is then said (without the line's number).
misspell() {
	sed "$3" "$2" >"$folder/misspelt"
	! cmp -s "$2" "$folder/misspelt" || { it "misspells $1"; broken "$2 has nothing that $3 changes: choose another place"; }
	sed "$3" "$folder/tree/$2" >"$folder/misspelt"
	cp "$folder/misspelt" "$folder/tree/$2"
	printf '%s\t%s\t%s\n' "$1" "$2" "$4" >>"$folder/expected_complaints"
}

misspell "a marker of a public page" templates/public/facility.tpl 's/{{ADDRESS}}/{{ADRESS}}/g' 'nobody binds {{ADRESS}} on public/facility.tpl'
misspell "a section of an office page" templates/admin/reply-template.tpl 's/{{#CHANGED}}/{{#CHNAGED}}/' 'nobody binds {{CHNAGED}} on admin/reply-template.tpl'
misspell "the name of a field of a form" templates/admin/reply-template.tpl 's/name="title"/name="titel"/' 'nobody binds {{TITEL_MISSING}} on admin/reply-template.tpl'
misspell "a mistake of a field" templates/admin/reply-template.tpl 's/ unknown="/ unknwon="/' 'nobody binds {{TEXT_UNKNWON}} on admin/reply-template.tpl'
misspell "a marker in the rows of a list" templates/admin/users.tpl 's/{{FULL_NAME}}/{{FULLNAME}}/g' 'nobody binds {{FULLNAME}} on admin/users.tpl'
misspell "a marker in a part that a page takes in" templates/admin/day-first.tpl 's/{{SUMMARY}}/{{SUMARY}}/' 'nobody binds {{SUMARY}} on admin/day.tpl'
misspell "a column read by the portal" public/facilities/facility_lead_on.c 's/(row, "code")/(row, "kode")/' '"kode" is read of values that have no such name'
misspell "a column read by a room of the registry" domain/cases/handling.c 's/(row, "position")/(row, "positon")/' '"positon" is read of values that have no such name'
misspell "a column read through a helper" domain/cases/give.c 's/(row, "department")/(row, "departement")/' '"departement" is read of values that have no such name'
misspell "a column read by clerk" clerk/core/letter.c 's/(row, "lookup")/(row, "look_up")/' '"look_up" is read of values that have no such name'
misspell "a column read by the office" admin/settings/routing.c 's/(row, "changed_at")/(row, "change_at")/' '"change_at" is read of values that have no such name'
misspell "a column read by the audit" audit/append.c 's/(row, "seq")/(row, "seqence")/' '"seqence" is read of values that have no such name'
misspell "a column read by a command" commands/accounts/user_state.c 's/(row, "seen_at")/(row, "seen_on")/' '"seen_on" is read of values that have no such name'
misspell "a field that a form has not" admin/settings/editing.c 's/form->values, "changed_at")/form->values, "changd_at")/' '"changd_at" is read of values that have no such name'
misspell "a parameter where it is given" domain/cases/casework.c 's/(parameters, "key", key)/(parameters, "kye", key)/' 'nobody gives :key to case_rule (db/registry/queries/cases/'
misspell "a parameter that is given too much" domain/cases/casework.c 's/(parameters, "key", key)/(parameters, "kye", key)/' '"kye" is put where no query, page or reader asks for it'
misspell "a parameter given by name to a helper" domain/cases/mailbox_text.c 's/&Q_receipt_one, "lookup"/\&Q_receipt_one, "lookupp"/' 'nobody gives :lookup to receipt_one'
misspell "a parameter in a query of the portal" db/portal/queries/facility.sql '/name: facility_one /,/^$/s/:code/:kode/' 'nobody gives :kode to facility_one (db/portal/queries/facility.sql)'
misspell "a parameter in a query of the registry" db/registry/queries/accounts/recovery.sql 's/:code_hash/:code_hush/g' 'nobody gives :code_hush to recovery_add (db/registry/queries/accounts/recovery.sql)'
misspell "a column in a query of the registry" db/registry/queries/audit/audit.sql 's/ as found/ as fuond/' '"found" is read of values that have no such name'

# The queries as they now are: packed, and put in the place of those the program of statements was linked with.
packed=
for pack in portal_queries:db/portal/queries accounts:db/registry/queries/accounts audit:db/registry/queries/audit; do
	(cd "$folder/tree" && "$OLDPWD/tools/sqlpack" queries "${pack%%:*}" "$folder/${pack%%:*}" "${pack#*:}"/*.sql db/parts/*.sql)
	cc -I. -c -o "$folder/${pack%%:*}.o" "$folder/${pack%%:*}.c"
	packed="$packed $folder/${pack%%:*}.o"
done
linking=$(make -s -n -W tools/statements.c "$build/statements" | grep -- " -o $build/statements ")
sh -c "$(echo "$linking" | sed "s| -o $build/statements | -o $folder/misspelt_statements $packed |")"
"$folder/misspelt_statements" >"$folder/statements"
names "$folder/tree" "$folder/statements" >"$folder/said" || true

while IFS=$(printf '\t') read -r words file complaint; do
	it "stops the build at $words"
	grep -qF "$complaint" "$folder/said" || broken "$file: nothing said \"$complaint\""
done <"$folder/expected_complaints"
