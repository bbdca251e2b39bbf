#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every role over every route of the office: who may is let in, who may not is told so, and nobody else gets anywhere. The routes come from
# the program itself (admin --routes), so that a new one is walked without a line here; what a role may stands here once more, in the
# words of the office's rules.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh

SHANYU_CLOCK=1795400000 # 2026-11-23
export SHANYU_CLOCK

may() { # may ACCOUNT: its verbs
	case $1 in
	desk) echo " OWN CASE_READ CASE_TRIAGE CASE_DISPATCH CASE_NOTE CASE_MESSAGE CASE_IDENTITY CASE_EXPORT ROUTING_EDIT TEMPLATE_EDIT OUTCOME_PREPARE NUMBERS_READ " ;;
	street | education | market) echo " OWN CASE_READ CASE_HANDLE CASE_NOTE CASE_MESSAGE CASE_IDENTITY CASE_EXPORT OUTCOME_PREPARE NUMBERS_READ " ;;
	supervisor) echo " OWN CASE_READ CASE_NOTE OUTCOME_STAND_IN NUMBERS_READ " ;;
	publisher) echo " OWN CASE_READ OUTCOME_PREPARE NUMBERS_READ " ;;
	approver) echo " OWN CASE_READ CASE_DECIDE CASE_MESSAGE CASE_IDENTITY CASE_EXPORT OUTCOME_APPROVE NUMBERS_READ " ;;
	auditor) echo " OWN AUDIT_READ NUMBERS_READ " ;;
	administrator) echo " OWN ACCOUNT_MANAGE " ;;
	esac
}

# Routes as METHOD PATH VERB, with what is there in the place of their parts.
make_demo --facilities 60 --cases 40
case_number=$(in_registry "select min(number) from cases where state not in ('CLOSED', 'ARCHIVED')")
expect "a case" [ -n "$case_number" ]
outcome=$(in_registry "select coalesce(min(code), 'none') from outcome")
"$build/admin" --routes | sed "s/{number:code}/$case_number/; s/{name:code}/market/; s/{code:code}/$outcome/; s/{[a-z_]*:number}/1/; s/{[a-z_]*:code}/none/" |
	awk '{ print $1, $2, $3 }' >"$folder/routes"
grep -v ' anyone$' "$folder/routes" >"$folder/closed"

# Ends with the first letter of what came back: d denied, s led to the sign-in, b broken, f fine (a page, a form with mistakes, nothing there).
outcome_of() {
	case $status in
	403) echo d ;;
	5*) echo b ;;
	303) case $(header Location) in /login*) echo s ;; *) echo f ;; esac ;;
	2* | 4*) echo f ;;
	*) echo "?" ;;
	esac
}
send() { # send METHOD PATH: an empty form for a POST
	if [ "$1" = POST ]; then post "$2"; else get "$2"; fi
}
# Everything but who is signed in, who tried to, and the audit.
content() {
	for table in $(in_registry "select name from sqlite_schema where type = 'table' and name not in ('session', 'sign_in_source', 'audit', 'refused_act') order by name"); do
		echo "== $table"
		in_registry ".mode quote" "select * from $table" | LC_ALL=C sort
	done
}

it "has routes to walk, each with a verb that a role has"
expect "routes" [ "$(wc -l <"$folder/closed")" -gt 20 ]
cut -d' ' -f3 "$folder/closed" | sort -u | while read -r verb; do
	for who in desk street supervisor approver auditor administrator; do may $who; done | grep -q " $verb " || echo "$verb"
done >"$folder/odd"
expect_equal "$(cat "$folder/odd")" ""

it "leads everybody who is not signed in to the sign-in, wherever they ask"
nobody
while read -r method path verb; do
	send "$method" "$path"
	expect_equal "$(outcome_of)" s "$method $path"
done <"$folder/closed"

for who in desk street education supervisor publisher approver auditor administrator; do
	it "lets $who in where the role may, and denies all other routes"
	as "$who"
	[ "$who" != auditor ] || content >"$folder/before"
	walked=0
	while read -r method path verb; do
		case $(may "$who") in *" $verb "*) expected=f ;; *) expected=d ;; esac
		send "$method" "$path"
		found=$(outcome_of)
		walked=$((walked + 1))
		[ "$found" = "$expected" ] || broken "$who, $method $path ($verb): $found, not $expected (status $status)"
	done <"$folder/closed"
	expect_equal "$walked" "$(wc -l <"$folder/closed")"
	if [ "$who" = auditor ]; then
		it "has the auditor change nothing by all of that"
		content >"$folder/after"
		expect "nothing differs" cmp "$folder/before" "$folder/after"
	fi
done

it "takes no form without the session's token, whoever sends it"
for who in desk education approver auditor administrator; do
	as "$who"
	csrf=""
	grep '^POST' "$folder/closed" | while read -r method path verb; do
		case $(may "$who") in *" $verb "*) ;; *) continue ;; esac
		post "$path"
		[ "$status" = 403 ] || echo "$who $path: $status"
	done >"$folder/taken"
	expect_equal "$(cat "$folder/taken")" ""
done

it "shows administrator and auditor no case, also not one they know the number of"
for who in administrator auditor; do
	as "$who"
	get "/cases/$case_number"
	expect_status 403
done

it "shows an account whose scope says nothing nothing but its own account, on any page, list, count or file"
for who in desk street market approver auditor administrator; do
	in_registry "update account set scope = '' where name = '$who'"
	as "$who"
	get /
	expect_status 200
	expect_no_text "$case_number"
	"$build/admin" --routes | awk '$1 == "GET" && $3 != "OWN" && $3 != "anyone" { print $2 }' |
		sed "s/{number:code}/$case_number/; s/{position:number}/1/; s/{name:code}/desk/; s/{part:code}/tasks/; s/{code:code}/COMPLAINT/" | while read -r path; do
		get "$path"
		[ "$status" = 403 ] || echo "$who $path: $status"
	done >"$folder/seen"
	expect_equal "$(cat "$folder/seen")" ""
done
in_registry "update account set scope = case when role in ('STREET', 'DEPARTMENT') then role else 'DISTRICT' end"

it "leaves the chain of the audit whole"
expect "it verifies" shanyu audit verify
