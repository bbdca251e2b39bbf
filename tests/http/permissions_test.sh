#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every role over every route of the office: who may is let in, who may not is told so, and nobody else gets anywhere. One worker answers them all. The
# routes come from the program itself (admin --routes), so that a new one is walked without a line here; what a role may stands once more in
# tests/lib/may.mjs, in the words of the office's rules.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh

SHANYU_CLOCK=1795400000 # 2026-11-23
export SHANYU_CLOCK

worker=""
stop_worker() {
	[ -z "$worker" ] || kill -TERM "$worker" 2>/dev/null || true
	[ -z "$worker" ] || wait "$worker" 2>/dev/null || true
	worker=""
}
at_end stop_worker

make_demo --facilities 60 --cases 40
case_number=$(in_registry "select min(number) from cases where state not in ('CLOSED', 'ARCHIVED')")
expect "a case" [ -n "$case_number" ]
outcome=$(in_registry "select coalesce(min(code), 'none') from outcome")

# routes_with CASE OUTCOME: routes as METHOD PATH VERB, with what is there in the place of their parts.
routes_with() {
	"$build/admin" --routes | sed "s/{number:code}/$1/; s/{name:code}/somebody/; s/{code:code}/$2/; s/{part:code}/morning/; s/{[a-z_]*:number}/1/" |
		awk '$3 != "anyone" { print $1, $2, $3 }'
}
routes_with "$case_number" "$outcome" >"$folder/routes"
shanyu user add somebody --role SUPERVISOR --full-name 某人 >/dev/null

# signed_in ACCOUNT...: with a session each.
signed_in() {
	for account; do
		echo "$account $(in_registry "select group_concat(role, ',') from account_role where account = '$account'") $("$build/tests/session" "$config" "$account")"
	done >"$folder/sessions"
}
everyone="desk street education supervisor publisher approver auditor administrator"
# Who has two roles, and sees the district or a street and a department.
add_account both 两用 "DESK APPROVER" DISTRICT
add_account either 两处 "DEPARTMENT PUBLISHER" "STREET-310107020 DEPARTMENT-MARKET" MARKET
# shellcheck disable=SC2086 # words
signed_in $everyone both either
spawn-fcgi -n -s "$folder/socket" -- "$build/admin" --config "$config" 2>"$folder/worker.err" &
worker=$!
for _ in $(seq 6000); do [ ! -S "$folder/socket" ] || break; sleep 0.05; done

# walk SENTENCE WORDS...: over the routes that stand in the file routes, or the file that $over names.
over=$folder/routes
walk() {
	node tests/lib/permissions.mjs "$folder/socket" "$over" "$folder/sessions" "$@" >"$folder/walked" 2>&1 || broken "$(cat "$folder/walked")"
}

# Everything but who is signed in, who tried to, and the audit.
content() {
	for table in $(in_registry "select name from sqlite_schema where type = 'table' and name not in ('session', 'sign_in_source', 'audit', 'refused_act') order by name"); do
		echo "== $table"
		in_registry ".mode quote" "select * from $table" | LC_ALL=C sort
	done
}

it "has routes to walk, each with a verb that a role has"
expect "routes" [ "$(wc -l <"$folder/routes")" -gt 20 ]
walk verbs

it "leads everybody who is not signed in to the sign-in, wherever they ask"
walk nobody

it "leads who makes up a session there, too"
walk stranger

for who in $everyone both either; do
	it "lets $who in where the role may, and denies all other routes"
	[ "$who" != auditor ] || content >"$folder/before"
	walk roles "$who"
	expect_equal "$(sed -n 's/ asked$//p' "$folder/walked")" $(($(wc -l <"$folder/routes") + 1)) "routes that were walked"
	if [ "$who" = auditor ]; then
		it "has the auditor change nothing by all of that"
		content >"$folder/after"
		expect "nothing differs" cmp "$folder/before" "$folder/after"
	fi
done

it "takes no form without the session's token, whoever sends it"
walk token

it "has no case, file or outcome for who sees only other streets or departments, whatever they ask of it"
elsewhere=$(in_registry "select c.number from cases c where c.street_code not in ('', '310107015') and c.merged_into is null and not exists (select 1 from case_dispatch d
	where d.case_number = c.number and d.department in ('310107015', 'EDUCATION')) order by number limit 1")
expect "a case of elsewhere" [ -n "$elsewhere" ]
found=$(in_registry "select code from facility where street_code = '310107020' order by code limit 1")
found=$("$build/tests/office" "$config" open 1 COMPLAINT "$found" 厨房里的人没有健康证)
office() { "$build/tests/office" "$config" "$@" >/dev/null; }
office triage "$found" COMPLAINT FOOD 310107020 && office accept "$found" 已受理 && office dispatch "$found" MARKET && office take "$found" market MARKET &&
	office reply "$found" market MARKET SUBSTANTIATED_CORRECTED 已经整改。
elsewhere_outcome=$(in_registry "select code from outcome where case_number = '$found'")
expect "an outcome of elsewhere" [ -n "$elsewhere_outcome" ]
routes_with "$elsewhere" "$elsewhere_outcome" | grep -E " /(cases/$elsewhere|outcomes/$elsewhere_outcome)" >"$folder/elsewhere"
over=$folder/elsewhere
for who in street education; do walk outside "$who"; done
over=$folder/routes

it "shows administrator and auditor no case, also not one they know the number of"
for who in administrator auditor; do
	as "$who"
	get "/cases/$case_number"
	expect_status 403
done

it "shows who sees a street and a department the cases of either, and no others"
number_of() { in_registry "select min(c.number) from cases c where c.merged_into is null and $1"; }
handed="exists (select 1 from case_dispatch d where d.case_number = c.number and d.department = 'MARKET' and d.round = (select max(n.round) from case_dispatch n where n.case_number = c.number))"
as either
for which in "c.street_code = '310107020'" "c.street_code <> '310107020' and $handed"; do
	get "/cases/$(number_of "$which")"
	expect_status 200
done
routes_with "$(number_of "c.street_code not in ('310107020', '') and not exists (select 1 from case_dispatch d where d.case_number = c.number and d.department in ('MARKET', '310107020'))")" none |
	grep " /cases/2" >"$folder/elsewhere"
over=$folder/elsewhere
walk outside either
over=$folder/routes

it "takes no word for what is seen from who asks"
as street
for forged in scope_account=desk scope=DISTRICT own_department=MARKET account=desk scope_street= scope_department=; do
	get "/cases?open=all&$forged"
	expect_status 200
	expect_no_text "$elsewhere"
	get "/cases/$elsewhere?$forged"
	expect_status 404
	post "/cases/$elsewhere/note" "$forged" text=x revision=0
	expect_status 404
	get "/cases.xlsx?open=all&$forged"
	expect_status 200
	! unzip -p "$folder/body" xl/sharedStrings.xml 2>/dev/null | grep -qF "$elsewhere" || broken "the file holds $elsewhere"
done

it "shows nothing more to who is signed in when what they see is taken from them, and it again when it is given back, without a new sign-in"
as desk
get '/cases?open=all'
expect_text "$case_number"
holds desk DESK ''
for path in '/cases?open=all' "/cases/$case_number" /cases.xlsx /numbers; do
	get "$path"
	expect_status 403
done
get /
expect_status 200
expect_no_text "$case_number"
expect_text '没有定看得到的范围'
expect_text '请找系统管理员定范围：冯管理'
holds desk DESK DISTRICT
get "/cases/$case_number"
expect_status 200

it "lets who has a second role no more do what it gave once it is gone, in the same session"
as both
get "/cases/$case_number"
expect_status 200
holds both APPROVER DISTRICT
post "/cases/$case_number/triage" revision=0
expect_status 403
get /routing
expect_status 403
holds both "DESK APPROVER" DISTRICT
get /routing
expect_status 200

it "shows an account whose scope says nothing nothing but its own account, on any page, list, count or file"
in_registry "delete from account_scope"
for who in $everyone both either; do
	walk unscoped "$who" "$case_number"
done

it "has a worker that still runs, and complains of no fault"
kill -0 "$worker" 2>/dev/null || broken "it ended: $(tail -n 30 "$folder/worker.err")"
! grep -E 'broken|ERROR: AddressSanitizer|runtime error|out of memory' "$folder/worker.err" >"$folder/faults" || broken "$(cat "$folder/faults")"

it "leaves the chain of the audit whole"
expect "it verifies" shanyu audit verify
