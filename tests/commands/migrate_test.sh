#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A registry that a former version made is brought to this one's schema and publishes the same. tests/data/registries: made by the program as it was at
# the commit they are named by.
. tests/lib/registry.sh
. tests/lib/visit.sh

SHANYU_CLOCK=1795400000 # 2026-11-23
export SHANYU_CLOCK
old=tests/data/registries/d312545
gunzip -c $old.sql.gz | sqlite3 "$registry"
for key in key office-key receipt-key contact-key account-key; do install -m 0600 $old.$key "$registry.$key"; done
mkdir -p "$editions"
newest=$(find db/registry/migrations -name '[0-9]*.sql' | wc -l)
# facts FILE: the newest body of every fact that is published, as "kind subject body".
facts() {
	in_registry "select p.kind || char(9) || p.subject || char(9) || n.body from published p join publication n on n.seq = p.seq order by p.kind, p.subject" >"$1"
}
# What a case is, in columns of then.
cases="select number, receipt_lookup, kind, facility_code, story, wish, state, sent_at, received_at, closed_at, outcome, handler, revision from cases order by number"
steps="select * from case_step order by case_number, position"
facts "$folder/facts.before"
# What each account could see, by the words of then: a street's officer its street and what was handed to its office, a department's what was handed to
# it, everybody else all; lines of "account case".
handed="exists (select 1 from case_dispatch d where d.case_number = coalesce(c.merged_into, c.number) and d.department = a.department
	and d.round = (select max(n.round) from case_dispatch n where n.case_number = coalesce(c.merged_into, c.number)))"
in_registry "select a.name || ' ' || c.number from account a join cases c on a.role not in ('STREET', 'DEPARTMENT') or (a.role = 'STREET' and c.street_code = a.department) or $handed
	where a.role in ('DESK', 'STREET', 'DEPARTMENT', 'APPROVER') order by 1" >"$folder/seen.before"
in_registry "select name || ' ' || role from account order by name" >"$folder/roles.before"
in_registry "$cases; $steps; select * from finding order by 1, 2" >"$folder/cases.before"
# Limits as they stood, of cases and of what facilities were asked; whom people were told of, and the lists of mornings.
in_registry "select case_number, step, day, until, near_at, rule, provisional, projected, met_at from case_deadline order by 1, 2" >"$folder/limits.before"
in_registry "select code, date(answer_until, 'unixepoch', '+8 hours'), answer_until, coalesce(answered_at, case when state <> 'ANSWERING' then changed_at end)
	from outcome o where answer_until is not null and version = (select max(version) from outcome n where n.code = o.code) order by code" >"$folder/answers.before"
in_registry "select case_number, what, step, at, told from reminder order by 1, 2, 3, 5" >"$folder/told.before"
in_registry "select day, department, case_number, what, step, until from daily_item order by 1, 2, 3" >"$folder/mornings.before"

in_registry "insert into saved_filter (account, name, query, position) values ('desk', '食堂', 'due=over&q=凉', 1), ('market', '食堂', 'matter=FOOD', 1)"

it "refuses a registry of a former version and names the command that mends it, changing nothing"
if shanyu publish --approved-by 测试 >"$folder/said" 2>&1; then broken "it publishes"; fi
expect "one line that says so" grep -q "shanyu migrate" "$folder/said"
expect_equal "$(in_registry 'select count(*) from migration')" 6

it "brings it to this version, once"
shanyu migrate >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
expect "it says how far" grep -q ": $((newest - 6)) migrations applied, now at $newest$" "$folder/said"
shanyu migrate >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
expect "nothing the second time" grep -q ": 0 migrations applied" "$folder/said"

it "has the tables of one that was made anew"
schema() { sqlite3 "$1" "select m.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || coalesce(c.dflt_value, '') || ' ' || c.pk from sqlite_schema m
	join pragma_table_info(m.name) c where m.type = 'table' order by 1"; }
sed "s|$registry|$folder/new/registry.db|" "$config" >"$folder/new.conf"
mkdir "$folder/new"
"$build/shanyu" --config "$folder/new.conf" init >/dev/null
schema "$registry" >"$folder/schema.migrated"
schema "$folder/new/registry.db" >"$folder/schema.new"
diff "$folder/schema.migrated" "$folder/schema.new" >"$folder/different" || broken "$(head -n 10 "$folder/different")"

it "keeps the role of every account, which sees what it saw, as the office's own list has it"
in_registry "select account || ' ' || role from account_role order by account" | diff "$folder/roles.before" - >"$folder/different" || broken "$(cat "$folder/different")"
. tests/lib/office.sh
expect "there is something to see" [ "$(wc -l <"$folder/seen.before")" -gt 10 ]
for who in $(cut -d' ' -f1 "$folder/seen.before" | uniq); do
	as "$who"
	page='/cases?open=all&sort=received'
	while [ -n "$page" ]; do
		get "$page"
		expect_status 200
		grep -o 'href="/cases/20[0-9-]*"' "$folder/body" | cut -d/ -f3 | tr -d '"' || true
		page=$(sed -n 's/.*href="\([^"]*\)" rel="next".*/\1/p' "$folder/body" | sed 's/&amp;/\&/g')
	done | sort -u | sed "s/^/$who /" >"$folder/seen.after"
	grep "^$who " "$folder/seen.before" | diff - "$folder/seen.after" >"$folder/different" || broken "$who: $(head -n 10 "$folder/different")"
done

it "keeps the lists that officers kept by a name, as lists of cases"
expect_equal "$(in_registry "select account, procedure, name, query, position from kept_list order by account" | tr '\n' ' ')" \
	'desk|case|食堂|due=over&q=凉|1 market|case|食堂|matter=FOOD|1 '
as desk
get /cases
expect_text 'href="/cases?q=%E5%87%89&amp;due=over">食堂'
get /outcomes
expect_no_text 食堂

it "keeps every case with its steps, findings and limits"
in_registry "$cases; $steps; select * from finding order by 1, 2" >"$folder/cases.after"
diff "$folder/cases.before" "$folder/cases.after" >"$folder/different" || broken "$(head -n 10 "$folder/different")"
in_registry "select number, step, day, until, near_at, rule, provisional, projected, met_at from deadline where procedure = 'case' order by 1, 2" >"$folder/limits.after"
expect "there are limits" [ -s "$folder/limits.before" ]
diff "$folder/limits.before" "$folder/limits.after" >"$folder/different" || broken "$(head -n 10 "$folder/different")"
expect_equal "$(in_registry "select count(*) from deadline where procedure = 'case' and bound <> (step = 'EXTENDED')")" 0
expect_equal "$(in_registry "select count(*) from deadline d join cases c on c.number = d.number where d.procedure = 'case' and d.met_at is null
	and d.suspended_at is not case when c.state = 'SUSPENDED' then c.suspended_at end")" 0

it "keeps until when each facility may answer, as a limit of the same table"
in_registry "select number, day, until, met_at from deadline where procedure = 'outcome' and step = 'ANSWER' order by 1" | diff "$folder/answers.before" - >"$folder/different" ||
	broken "$(head -n 10 "$folder/different")"
expect "there are some" [ -s "$folder/answers.before" ]

it "keeps whom people were told of, and the lists of mornings"
in_registry "select number, what, step, at, told from reminder where procedure = 'case' order by 1, 2, 3, 5" | diff "$folder/told.before" - >"$folder/different" || broken "$(head -n 10 "$folder/different")"
in_registry "select day, department, number, what, step, until from daily_item where procedure = 'case' order by 1, 2, 3" | diff "$folder/mornings.before" - >"$folder/different" ||
	broken "$(head -n 10 "$folder/different")"

it "verifies the log and the audit that the former version wrote"
expect "the log" shanyu log verify
expect "the audit" shanyu audit verify

it "says of every fact what was said of it before but for sources that a migration mended, withdraws none, and publishes nothing the second time"
shanyu publish --approved-by 测试 >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
expect "none withdrawn" grep -q ' 0 withdrawn$' "$folder/said"
facts "$folder/facts.after"
expect "there are facts" [ "$(wc -l <"$folder/facts.before")" -gt 1000 ]
# What each fact had then it has now, with the same value; it may have more.
jq -Rrn --rawfile after "$folder/facts.after" '
	def facts: map(select(. != "") | split("\t")) | map({ key: (.[0] + " " + .[1]), value: (.[2:] | join("\t") | fromjson) }) | from_entries;
	($after | split("\n") | facts) as $now
	| [inputs] | facts | to_entries[] | . as $was | $was.value | to_entries[]
	| select(($now[$was.key] // {})[.key] != .value) | "\($was.key) \(.key): \(.value) -> \(($now[$was.key] // {})[.key])"' "$folder/facts.before" >"$folder/all.different"
# Migration 11 took another district's rules out of the sources of the city's.
expect_equal "$(grep -c '^rule .* source: .*，据静安区大宁路街道' "$folder/all.different")" 8 "sources that a migration mended"
grep -v '^rule .* source: .*，据静安区大宁路街道' "$folder/all.different" >"$folder/different" || true
[ ! -s "$folder/different" ] || broken "$(wc -l <"$folder/different") differ: $(head -n 10 "$folder/different")"
shanyu publish --approved-by 测试 >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
expect "nothing the second time" grep -q ' 0 published, 0 withdrawn$' "$folder/said"

it "loads the district's codes and rules of this version, and publishes them"
expect "init" shanyu init
expect_equal "$(in_registry "select count(*) > 0 from rule where key = 'case.kept_years'")" 1
publish || broken "they cannot be published"

it "makes an edition of it that is shown"
shanyu portal rebuild >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
expect_equal "$(in_edition 'select count(*) from facility')" "$(in_registry 'select count(*) from facility')"
visit /facilities
expect_status 200
expect_text "$(in_registry 'select name from facility order by code limit 1')"
visit "/facilities/$(in_registry 'select code from facility order by code limit 1')"
expect_status 200

it "works on its cases: the office signs in with the account of then and sees list and case"
as desk
get '/cases?open=all'
expect_status 200
expect_text "$(in_registry 'select number from cases order by number limit 1')"
get "/cases/$(in_registry 'select number from cases order by number limit 1')"
expect_status 200
expect "the audit goes on" shanyu audit verify
