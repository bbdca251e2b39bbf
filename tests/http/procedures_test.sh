#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What a procedure declares holds at the office's door: every role tries every action in every state. And the flow chart drawn from it.
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
prepare portal rebuild
"$build/tests/flows" >"$folder/actions"
# A case that every role may see: of the street and the department that the demonstration's accounts have.
number=$(in_registry "select min(c.number) from cases c join case_dispatch d on d.case_number = c.number where c.street_code = '310107015' and d.department = 'EDUCATION' and
	c.merged_into is null and c.erased_at is null")
expect "a case" [ -n "$number" ]
# set NUMBER [STATE]: puts the case into the state as it stands there, and tells state, revision and number of steps.
cat >"$folder/set" <<END
#!/bin/sh
[ -z "\${2-}" ] || sqlite3 -cmd '.timeout 60000' "$folder/registry/registry.db" "update cases set state = '\$2', suspended_at = case when '\$2' = 'SUSPENDED' then received_at end where number = '\$1'"
sqlite3 -cmd '.timeout 60000' "$folder/registry/registry.db" "select state || ' ' || revision || ' ' || (select count(*) from case_step where case_number = number) from cases where number = '\$1'"
END
chmod +x "$folder/set"
spawn-fcgi -n -s "$folder/socket" -- "$build/admin" --config "$config" 2>"$folder/worker.err" &
worker=$!
for _ in $(seq 6000); do [ ! -S "$folder/socket" ] || break; sleep 0.05; done

it "declares for every action of a case the verb that its route asks for"
awk '$1 == "case" && $6 != "-" { print "/cases/{number:code}/" $2, $6 }' "$folder/actions" | sort -u >"$folder/declared"
"$build/admin" --routes | awk '$1 == "POST" { print $2, $3 }' | sort -u >"$folder/routed"
expect_equal "$(comm -23 "$folder/declared" "$folder/routed")" ""

for who in desk street education supervisor publisher approver auditor administrator; do
	it "gives $who each action where the procedure has it, and refuses it in every other state"
	node tests/lib/flow_walk.mjs "$folder/socket" "$folder/actions" "$who $(in_registry "select group_concat(role, ',') from account_role where account = '$who'") $("$build/tests/session" "$config" "$who")" \
		"$number" "$folder/set" case >"$folder/walked" 2>&1 || broken "$(head -n 20 "$folder/walked")"
	expect "edges that are forbidden" [ "$(sed -n 's/.* \([0-9]*\) forbidden$/\1/p' "$folder/walked")" -gt 200 ]
done

it "has a worker that still runs, and complains of no fault"
kill -0 "$worker" 2>/dev/null || broken "it ended: $(tail -n 30 "$folder/worker.err")"
! grep -E 'broken|ERROR: AddressSanitizer|runtime error|out of memory' "$folder/worker.err" >"$folder/faults" || broken "$(cat "$folder/faults")"

it "shows everybody the procedures there are, each with its chart and what leads on from each state"
visit /procedures
expect_status 200
expect_text 'href="/procedures/case"'
expect_text 'href="/procedures/outcome"'
visit /procedures/case
expect_status 200
expect_equal "$(grep -c 'class="flow__state"' "$folder/body")" 15
expect_text '不予受理，说明理由 → <strong>不予受理</strong>'
visit /procedures/outcome
expect_equal "$(grep -c 'class="flow__state"' "$folder/body")" 7

it "knows a state, action and actor by no other name than the district's"
! grep -oE '(header|flow__turn|<strong>|<li>)>?[A-Z_a-z]+' "$folder/body" | grep -E '[A-Z]{4}|[a-z]+_[a-z]+' | grep -v flow__turn || broken "a code is shown"

it "has no page of a procedure that there is not"
visit /procedures/nothing
expect_status 404

it "marks in the office where a case stands, and where it was"
"$folder/set" "$number" HANDLING >/dev/null
as desk
get "/cases/$number"
expect_status 200
expect_equal "$(grep -c 'flow__state--live' "$folder/body")" 1
grep 'flow__state--live' "$folder/body" >"$folder/live"
expect "the state it is in" grep -q 办理中 "$folder/live"
expect "states it was in" [ "$(grep -c 'flow__state--passed' "$folder/body")" -gt 1 ]
