#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What officials attached is kept for as long as the district's dated rules say: it goes with its case, with its disclosure, or a while after it was withdrawn,
# and its bytes leave the registry's file.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
. tests/lib/clerk.sh
. tests/lib/office.sh

# until_says SQL EXPECTED: clerk works until the registry says so.
until_says() {
	for _ in $(seq 600); do
		said=$(in_registry "$1")
		[ "$said" != "$2" ] || return 0
		sleep 0.1
	done
	broken "expected '$2', got '$said': $1 $(tail -n 3 "$folder/clerk.err")"
}
# Clerk has looked whether something is due: of what is due under a rule that is always last, nothing is left.
has_looked() {
	in_registry "insert into notice (number, channel, what, department, body, made_at, next_at, sent_at)
		values ((select coalesce(max(number), 0) + 1 from notice), 'MAIL', 'NEAR', '', '{}', 1, 1, 1)"
	start_clerk
	until_says "select count(*) from notice where made_at = 1" 0
	stop_clerk
}
office() { "$build/tests/office" "$config" "$@" 2>"$folder/office" || broken "$* $(cat "$folder/office")"; }
bytes_of() { LC_ALL=C grep -aoF -- "$1" "$registry" | wc -l; }
# closed STORY: a case that is closed today; $number.
closed() {
	opened=$((opened + 1))
	number=$(office open "$opened" COMPLAINT "$facility" "$1")
	for to in TRIAGED ACCEPTED DISPATCHED; do office move "$number" $to DESK >/dev/null; done
	office move "$number" HANDLING DEPARTMENT >/dev/null
	office move "$number" REPLIED DEPARTMENT 查过了 >/dev/null
	office move "$number" CLOSED DESK >/dev/null
	expect_equal "$(in_registry "select state from cases where number = '$number'")" CLOSED
}
# put WORD: a file that has this word in its name and in its bytes, some of them in a second piece, is attached to the case.
put() {
	{ echo "$1"; head -c 1100000 /dev/urandom; echo "$1"; } >"$folder/file"
	attach "/cases/$number/attach" kind=OTHER "attached=@$1.bin=$folder/file"
	expect_equal "$status" 303
}

clock 2026-11-18 10:00
make_demo
make_door
facility=$(in_registry "select code from facility order by code limit 1")
opened=0
as desk
closed '孩子的被子是湿的'
erased=$number
put sign-alpha
put sign-beta
post "/cases/$number/attachment-withdraw" position=2 reason=sign-gamma
expect_equal "$status" 303
closed '要打官司的事'
held=$number
put sign-delta
put sign-epsilon
post "/cases/$number/attachment-withdraw" position=2 reason=放错了
expect_equal "$status" 303
in_registry "update cases set held_at = $SHANYU_CLOCK, held_by = 'approver', hold_reason = '法院' where number = '$held'"
in_registry "insert into outcome (code, version, case_number, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state,
	prepared_by, prepared_at, approved_by, approved_at, changed_at) values ('MNPQRSTUVW', 1, '$erased', '$facility', '某园', '', 'FOOD',
	'SUBSTANTIATED_CORRECTED', '2026-11-18', '已整改。', 'PUBLISHED', 'market', 1, 'approver', 1, 1)"
echo sign-zeta >"$folder/file"
attach /outcomes/MNPQRSTUVW/attach kind=STATEMENT "attached=@sign-zeta.bin=$folder/file"
expect_equal "$status" 303

it "tells how many that were withdrawn are due"
shanyu retention --on 2027-05-20 >"$folder/said"
grep -q '^attachment.withdrawn_days 180 day: .*due now 1,' "$folder/said" || broken "$(cat "$folder/said")"

it "keeps what was withdrawn until its time is over"
clock 2027-05-16 10:00
has_looked
expect "it is there" [ "$(bytes_of sign-beta)" -gt 0 ]

it "erases bytes, name and reason of what was withdrawn half a year ago, says so in the audit, and leaves that it was there, with its hash"
clock 2027-05-20 10:00
has_looked
expect_equal "$(bytes_of sign-beta)" 0
expect_equal "$(in_registry "select count(*) from attachment where withdraw_reason = 'sign-gamma'")" 0
expect_equal "$(in_registry "select count(*) from attachment where number = '$erased' and position = 2 and name = '' and length(sha256) = 64 and emptied_at = $SHANYU_CLOCK")" 1
expect_equal "$(in_registry "select subject || '|' || role || '|' || detail from audit where action = 'attachment.erase'")" "$erased|clerk|{\"rule\":\"attachment.withdrawn_days\"}"
as desk
get "/cases/$erased"
expect_text '（名称和内容已按规定删除）'
! shanyu attachment file case "$erased" 2 --to "$folder/none" --reason 查 2>"$folder/said" || broken "takes out what is erased"
expect "it says why" grep -q 'erased' "$folder/said"

it "keeps what stands, and what was withdrawn from a case that is held"
for word in sign-alpha sign-delta sign-epsilon sign-zeta; do expect "$word" [ "$(bytes_of $word)" -gt 0 ]; done

it "erases with a case all that was attached to it and to its disclosure"
clock 2029-11-20 12:00
start_clerk
until_says "select count(*) from cases where number = '$erased' and erased_at is not null" 1
stop_clerk
for word in sign-alpha sign-gamma sign-zeta; do expect_equal "$(bytes_of $word)" 0 "$word"; done
expect_equal "$(in_registry "select count(*) from attachment where number in ('$erased', 'MNPQRSTUVW')") $(in_registry "select count(*) from attachment_part where number in ('$erased', 'MNPQRSTUVW')")" '0 0'
for word in sign-delta sign-epsilon; do expect "$word is held" [ "$(bytes_of $word)" -gt 0 ]; done

it "erases what was attached later to a disclosure whose case is erased when the disclosure's own time is over"
as publisher
attach /outcomes/MNPQRSTUVW/attach kind=STATEMENT "attached=@sign-eta.bin=$folder/file"
expect_equal "$status" 303
in_registry "update outcome set changed_at = $SHANYU_CLOCK where code = 'MNPQRSTUVW'"
clock 2032-11-19 12:00
has_looked
expect "it is there" [ "$(bytes_of sign-eta)" -gt 0 ]
clock 2032-11-25 12:00
has_looked
expect_equal "$(bytes_of sign-eta)" 0
expect_equal "$(in_registry "select count(*) from attachment where number = 'MNPQRSTUVW'")" 0

it "erases what was held once it is let go, and leaves an audit that verifies"
in_registry "update cases set held_at = null where number = '$held'"
start_clerk
until_says "select count(*) from attachment" 0
stop_clerk
for word in sign-delta sign-epsilon; do expect_equal "$(bytes_of $word)" 0 "$word"; done
expect "the audit" shanyu audit verify
