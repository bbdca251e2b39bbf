#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Whatever is sent to the office, by whoever is signed in: an answer, never a fault; and nothing of one visitor in the page of the next.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh
make_demo

worker=""
stop_worker() {
	[ -z "$worker" ] || kill -TERM "$worker" 2>/dev/null || true
	[ -z "$worker" ] || wait "$worker" 2>/dev/null || true
	worker=""
}
at_end stop_worker

facility=$(in_registry "select code from facility where street_code = '310107015' order by code limit 1")
open() { "$build/tests/office" "$config" open "$1" COMPLAINT "$facility" "$2" 陈女士; }
office() { "$build/tests/office" "$config" "$@" >/dev/null; }
number=$(open 1 '中午的饭菜是冷的，孩子吃了拉肚子')
found=$(open 2 '厨房里的人没有健康证')
{ office triage "$found" COMPLAINT FOOD 310107015 && office accept "$found" 已受理 && office dispatch "$found" MARKET &&
	office take "$found" market MARKET && office reply "$found" market MARKET SUBSTANTIATED_CORRECTED 已经整改。; }
outcome=$(in_registry "select code from outcome")
rule=$(in_registry "select min(code) from routing_rule")
template=$(in_registry "select min(code) from reply_template")
shanyu user add somebody --role SUPERVISOR --full-name 某人 >/dev/null
before=$(in_registry "select count(*) from audit")

"$build/admin" --routes >"$folder/routes"
for role in desk street market education supervisor publisher approver auditor administrator; do
	echo "$role $(in_registry "select role from account_role where account = '$role'") $("$build/tests/session" "$config" "$role")"
done >"$folder/sessions"
spawn-fcgi -n -s "$folder/socket" -- "$build/admin" --config "$config" 2>"$folder/worker.err" &
worker=$!
for _ in $(seq 6000); do [ ! -S "$folder/socket" ] || break; sleep 0.05; done

it "lets every role through at the routes of its verbs and at no other, and answers what makes no sense with what is wrong: in one worker"
node tests/lib/bad_office.mjs "$folder/socket" "$folder/routes" "$folder/sessions" "$number" "$outcome" "$rule" "$template" >"$folder/spoken" 2>&1 ||
	broken "$(cat "$folder/spoken")"

it "has a worker that still runs, and complains of no fault"
kill -0 "$worker" 2>/dev/null || broken "it ended: $(tail -n 30 "$folder/worker.err")"
! grep -E 'broken|ERROR: AddressSanitizer|runtime error|out of memory' "$folder/worker.err" >"$folder/faults" || broken "$(cat "$folder/faults")"

it "keeps the chain of the audit whole, and no word that was typed into a letter, a message or a secret in it"
[ "$(in_registry "select count(*) from audit")" -gt "$before" ] || broken "nothing was noted"
expect "audit" shanyu audit verify
expect_equal "$(in_registry "select count(*) from audit where detail like '%冷的%' or reason like '%冷的%' or detail like '%陈女士%'")" 0
