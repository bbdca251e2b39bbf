#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A reporter says that nothing is solved: the public reads that the finding is looked at anew, though no official acts on the case.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
. tests/lib/clerk.sh

make_demo
prepare portal rebuild
make_door
facility=$(in_registry "select code from facility where kind like 'INST%' order by code limit 1")
office() { "$build/tests/office" "$config" "$@"; }
outcomes() { "$build/tests/outcomes" "$config" "$@"; }
start_clerk
spawn-fcgi -n -s "$folder/socket" -- "$build/admin" --config "$config" 2>"$folder/worker.err" &
worker=$!
at_end 'kill -TERM "$worker"; wait "$worker"'
public_says() { [ "$(in_edition "select review from outcome where code = '$code'")" = "$1" ]; }
state_is() { [ "$(in_registry "select state from cases where number = '$number'")" = "$1" ]; }
has_case() { [ -n "$(in_registry 'select 1 from cases')" ]; }
is_public() { [ -n "$(in_edition "select 1 from outcome where code = '$code'")" ]; }

start_complaint
send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" going_on=no anonymous=1 story=两个班的孩子挤在一间屋里
expect "the case" wait_until 300 has_case
number=$(in_registry 'select number from cases')
{ office triage "$number" COMPLAINT FOOD 310107015 && office accept "$number" 已受理 && office dispatch "$number" MARKET &&
	office take "$number" officer MARKET && office reply "$number" officer MARKET SUBSTANTIATED_CORRECTED 已经整改。; } || broken "the case"
code=$(in_registry "select code from outcome")
{ outcomes edit "$code" officer 检查时厨房人员没有健康证，已经补办。 && outcomes open "$code" officer && outcomes answer "$code" officer 接受。 VISIT &&
	outcomes approve "$code" approver 周批准; } || broken "the outcome"

it "says nothing of a review while nobody asked for one"
expect "the finding" wait_until 300 is_public
expect "it stands" public_says ''

it "says in public that the finding is looked at anew when its reporter says that nothing is solved, though nobody in the office acts"
send /receipt/rating receipt="$receipt" nonce=0123456789abcdef number="$number" solved=0 text=没有解决
expect_status 200
expect "the review" wait_until 300 state_is REVIEW
expect "the flag" wait_until 300 public_says UNDER_REVIEW
visit "/facilities/$facility"
expect_text '正在复核'

it "states it in the name of the program, in the audit too, once, and changes no word of the finding"
expect_equal "$(in_registry "select approved_by from publication where kind = 'outcome' order by seq desc limit 1")" admin
expect_equal "$(in_registry "select count(*) || role || account || subject from audit where action = 'outcome.review'")" "1admin$code"
expect_equal "$(in_registry "select count(distinct json_remove(cast(body as text), '$.review')) from publication where kind = 'outcome'")" 1
expect "the log" shanyu log verify
expect "the audit" shanyu audit verify

it "takes it back when the review ends with the same finding"
office review "$number" reviewer SUBSTANTIATED_CORRECTED 复核属实。 || broken review
expect "it stands" wait_until 300 public_says ''

it "has a worker that complains of nothing"
expect_equal "$(cat "$folder/worker.err")" ""
