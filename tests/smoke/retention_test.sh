#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What was kept for its time is erased by clerk, by dated rules: what goes, what stays, what is held, and that its bytes leave the file. Complaints come
# in by the door; the clock is set, and clerk is begun anew at each time.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
. tests/lib/clerk.sh

# until_says SQL EXPECTED: clerk works until the registry says so.
until_says() {
	for _ in $(seq 200); do
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
}
office() { "$build/tests/office" "$config" "$@" 2>"$folder/office" || broken "$* $(cat "$folder/office")"; }
# letter STORY: a named reporter's complaint, taken in; $number and $lookup.
letter() {
	start_complaint
	send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" story="$1" going_on=no anonymous=0 reply_by=phone \
		contact_name=赵提交 contact_phone=13812345678
	expect_equal "$status" 200 "the letter"
	start_clerk
	until_says "select count(*) from cases where story = '$1'" 1
	number=$(in_registry "select number from cases where story = '$1'")
	lookup=$(in_registry "select receipt_lookup from cases where story = '$1'")
}
# say TEXT NONCE STATUS: a message with a photograph under the receipt.
say() {
	{
		for field in "receipt=$receipt" "nonce=$2" "text=$1"; do
			printf -- '--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' "${field%%=*}" "${field#*=}"
		done
		printf -- '--x\r\nContent-Disposition: form-data; name="evidence"; filename="zheng-ju.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
		cat tests/data/evidence/photo.jpg
		printf -- '\r\n--x--\r\n'
	} >"$folder/multipart"
	send_body POST /receipt/message 'multipart/form-data; boundary=x' "$folder/multipart"
	expect_equal "$status" "$3" "the message"
}
answer() {
	for to in TRIAGED ACCEPTED DISPATCHED; do office move "$1" $to DESK; done
	office move "$1" HANDLING DEPARTMENT
	office move "$1" REPLIED DEPARTMENT "$2"
	office move "$1" CLOSED DESK
	in_registry "insert into rating (case_number, position, at, solved, stars, text) values ('$1', 1, $SHANYU_CLOCK, 1, 5, '$2')"
}
follow() { send_body POST /receipt application/x-www-form-urlencoded "$folder/receipt"; }
bytes_of() { LC_ALL=C grep -aoF -- "$1" "$registry" | wc -l; }

clock 2026-11-18 10:00
make_demo
shanyu portal rebuild >/dev/null
make_door
facility=$(in_registry "select code from facility order by code limit 1")
. tests/lib/office.sh

letter '记号甲：孩子的被子是湿的'
printf 'receipt=%s' "$receipt" >"$folder/receipt"
erased=$number erased_lookup=$lookup
until_says "select count(*) from mailbox where lookup = '$lookup'" 1
for _ in $(seq 50); do [ ! -e "$folder/mailbox/$lookup" ] || break; sleep 0.1; done
say '记号乙：这是照片' 00112233445566aa 200
until_says "select count(*) from case_file f join case_file_part p on p.file = f.name where f.receipt_lookup = '$lookup'" 1
in_registry "insert into case_note (case_number, position, at, account, kind, text) values ('$number', 1, $SHANYU_CLOCK, 'market', 'NOTE', '记号丙：家长姓赵')"
answer "$number" '记号丁：已经换了被子'
letter '记号戊：要打官司的事'
held=$number
answer "$number" '记号己：查过了'
letter '记号庚：还没有办完'
open=$number
stop_clerk
for version in 1 2; do
	in_registry "insert into outcome (code, version, case_number, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state,
		prepared_by, prepared_at, end_reason, changed_at) values ('ABCDEFGHJK', $version, '$erased', '$facility', '某园', '', 'FOOD', 'SUBSTANTIATED_CORRECTED',
		'2026-11-18', '已整改。', '$([ $version = 1 ] && echo WITHDRAWN || echo DROPPED)', 'market', 1, '记号辛：家长要求撤下', 1)"
done
in_registry "insert into outcome (code, version, case_number, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state,
	prepared_by, prepared_at, approved_by, approved_at, changed_at) values ('MNPQRSTUVW', 3, '$erased', '$facility', '某园', '', 'FOOD',
	'SUBSTANTIATED_CORRECTED', '2026-11-18', '已整改。', 'PUBLISHED', 'market', 1, 'approver', 1, 1)"
in_registry "insert into outcome_mark values ('ABCDEFGHJK', '0123456789abcdef0123456789abcdef', 'feedfacefeedfacefeedfacefeedface', '记号壬：是园长的电话', 'market', 1)"
words='记号甲 记号乙 记号丙 记号丁 记号辛 记号壬 feedfacefeedface'

# What could not be taken in: of nobody known, of the case that will be held, handed on by another machine, and of former versions.
aside=$registry.aside
held_envelope=$(in_registry "select envelope from receipt join cases on receipt_lookup = lookup where number = '$held'")
nobody=$(printf '%064d' 7) handed=$(printf '%064d' 8) former=$(printf '%064d' 9)
mkdir -p "$aside"
chmod 700 "$aside"
for name in "$nobody" "$held_envelope-m0123456789abcdef"; do echo "no envelope" >"$folder/inbox/$name"; done
for name in "$former" "$former.2"; do echo "of former days" >"$aside/$name"; done
in_registry "insert into envelope (id, sealed, forwarded_at, written_at) values ('$handed', x'00', $SHANYU_CLOCK, $SHANYU_CLOCK)"
start_clerk
until_says "select count(*) from envelope_aside" 4
for _ in $(seq 100); do [ ! -e "$folder/inbox/$nobody" ] || sleep 0.1; done
stop_clerk
expect_equal "$(find "$aside" -type f | wc -l)" 4

it "holds a case by an approver's word, with a reason, in the audit and on its page"
as approver
get "/cases/$held"
post "/cases/$held/hold" "revision=$(hidden revision)" held=yes reason=
expect_status 400
post "/cases/$held/hold" "revision=$(hidden revision)" held=yes reason=法院要材料
expect_status 303
expect_equal "$(newest_audit)" "case.hold|$held|approver"
get "/cases/$held"
expect_text '保留，到期不删：法院要材料'
as desk
get "/cases/$held"
post "/cases/$held/hold" "revision=$(hidden revision)" held=no reason=不留了
expect_status 403

it "tells what will be erased when, rule by rule, and what is held, and erases nothing by it"
shanyu retention >"$folder/said"
grep -q '^case.kept_years 3 year: .*due now 0, within 30 days 0, within a year 0$' "$folder/said" || broken "$(cat "$folder/said")"
shanyu retention --on 2029-11-20 >"$folder/said"
grep -q '^case.kept_years 3 year: .*due now 1,' "$folder/said" || broken "$(cat "$folder/said")"
grep -q '^contact.kept_days 365 day: .*due now 1,' "$folder/said" || broken "$(cat "$folder/said")"
grep -q '^aside.kept_days 365 day: .*due now 3,' "$folder/said" || broken "$(cat "$folder/said")"
grep -qF "$held since 2026-11-18 by approver: 法院要材料" "$folder/said" || broken "$(cat "$folder/said")"
shanyu retention --on 2026-13-01 2>/dev/null && broken "takes a day that is none"
expect_equal "$(in_registry "select count(*) from case_contact")" 3

it "erases nothing before its time"
clock 2027-11-18 12:00
has_looked
expect_equal "$(in_registry "select count(*) from case_contact")" 3
expect_equal "$(in_registry "select count(*) from cases where erased_at is not null")" 0
expect_equal "$(in_registry "select count(*) from envelope_aside") $(find "$aside" -type f | wc -l)" '4 4'

it "erases nothing of a case whose outcome is with the facility: neither how to reach the reporter"
clock 2027-11-20 11:00
in_registry "update outcome set state = 'ANSWERING' where code = 'ABCDEFGHJK' and version = 2"
has_looked
stop_clerk
expect_equal "$(in_registry "select count(*) from case_contact")" 3
in_registry "update outcome set state = 'DROPPED' where code = 'ABCDEFGHJK' and version = 2"

it "erases how to reach a reporter a year after the last case was closed, and no other"
clock 2027-11-20 12:00
start_clerk
until_says "select group_concat(c.number, ' ') from (select c.number from case_contact k join cases c on c.receipt_lookup = k.receipt_lookup order by 1) c" "$held $open"
stop_clerk
expect_equal "$(in_registry "select subject || '|' || role || '|' || detail from audit where action = 'case.contact_erase'")" \
	"$erased|clerk|{\"rule\":\"contact.kept_days\"}"
expect_equal "$(in_registry "select story from cases where number = '$erased'")" '记号甲：孩子的被子是湿的'

it "erases what could not be taken in a year after it was set aside, in the folder and in the table, but not what belongs to a held case"
start_clerk
until_says "select group_concat(name, ' ') from envelope_aside" "$held_envelope-m0123456789abcdef"
stop_clerk
expect_equal "$(ls -A "$aside")" "$held_envelope-m0123456789abcdef"
expect_equal "$(in_registry "select sealed is null from envelope where id = '$handed'")" 1
expect_equal "$(in_registry "select detail from audit where action = 'aside.erase'")" '{"count":3,"rule":"aside.kept_days"}'

it "nor letter and draft"
clock 2029-11-20 11:00
in_registry "update outcome set state = 'ANSWERING' where code = 'ABCDEFGHJK' and version = 2"
has_looked
stop_clerk
expect_equal "$(in_registry "select state from outcome where code = 'ABCDEFGHJK' order by version")" "$(printf 'WITHDRAWN\nANSWERING')"
expect_equal "$(in_registry "select story from cases where number = '$erased'")" '记号甲：孩子的被子是湿的'
in_registry "update outcome set state = 'DROPPED' where code = 'ABCDEFGHJK' and version = 2"

it "erases letter, files, messages, notes and replies after three years: their bytes leave the file"
clock 2029-11-20 12:00
as approver
get '/numbers?from=2026-11-01&to=2026-12-31'
grep -v 'csrf' "$folder/body" >"$folder/numbers"
kept_columns="select number, kind, state, facility_code, received_at, accepted_at, decided_at, closed_at, outcome, (select group_concat(to_state || at) from case_step
	where case_number = number), (select group_concat(verdict || made_at) from finding where case_number = number), (select group_concat(day || met_at)
	from deadline d where d.procedure = 'case' and d.number = cases.number) from cases where number = '$erased'"
in_registry "$kept_columns" >"$folder/kept"
for word in $words; do expect "$word is there before" [ "$(bytes_of "$word")" -gt 0 ]; done
start_clerk
until_says "select count(*) from cases where erased_at = $SHANYU_CLOCK" 1
has_looked
stop_clerk
for word in $words 'zheng-ju.jpg'; do expect_equal "$(bytes_of "$word")" 0 "$word"; done
expect_equal "$(in_registry "select (select count(*) from case_file where receipt_lookup = '$erased_lookup') + (select count(*) from case_file_part)
	+ (select count(*) from case_message) + (select count(*) from case_note) + (select length(opening) + length(mailbox_key) + length(stamp)
	from receipt where lookup = '$erased_lookup')")" 0

it "leaves number, kind, dates, steps and finding, and no figure changes"
expect_equal "$(in_registry "$kept_columns")" "$(cat "$folder/kept")"
as approver
get '/numbers?from=2026-11-01&to=2026-12-31'
grep -v 'csrf' "$folder/body" | cmp -s - "$folder/numbers" || broken "the figures are others"
get "/cases/$erased"
expect_status 200
expect_text '已按规定删除来信、材料、往来和内部记录'
get "/cases/$erased/print"
expect_status 200

it "leaves an audit and a log that verify, and says in the audit what it erased by which rule"
expect_equal "$(in_registry "select action || '|' || role || '|' || detail from audit where subject = '$erased' and action = 'case.erase'")" \
	'case.erase|clerk|{"rule":"case.kept_years"}'
expect "the audit" shanyu audit verify
expect "the log" shanyu log verify

it "erases neither what is held nor what is open"
for word in 记号戊 记号己 记号庚; do expect "$word" [ "$(bytes_of "$word")" -gt 0 ]; done

it "answers the receipt clearly that it was erased, and takes nothing more under it"
start_clerk
erased_is_told() { follow && grep -q '<h1 class="govuk-heading-l">已按规定删除</h1>' "$folder/body"; }
for _ in $(seq 100); do ! erased_is_told || break; sleep 0.1; done
expect_equal "$status" 200
expect_text '2029-11-20 12:00'
receipt=$(sed 's/^receipt=//' "$folder/receipt")
say '还有一句' 00112233445566bb 409
expect_text '已按规定删除'

it "takes no step in a case that was erased"
as approver
get "/cases/$erased"
post "/cases/$erased/hold" "revision=$(hidden revision)" held=yes reason=太晚了
expect_status 403

it "erases what was held once it is let go"
get "/cases/$held"
post "/cases/$held/hold" "revision=$(hidden revision)" held=no reason=官司完了
expect_status 303
start_clerk
until_says "select count(*) from cases where erased_at is not null" 2
until_says "select count(*) from envelope_aside" 0
stop_clerk
for word in 记号戊 记号己; do expect_equal "$(bytes_of "$word")" 0 "$word"; done
expect_equal "$(ls -A "$aside")" ""

it "erases with a case why officials did something in it, and the audit still verifies and says what was done by whom"
for word in 法院要材料 官司完了; do expect_equal "$(bytes_of "$word")" 0 "$word"; done
expect_equal "$(in_registry "select group_concat(account || ' ' || action || reason, ', ') from (select * from audit where subject = '$held' and action = 'case.hold' order by seq)")" \
	'approver case.hold, approver case.hold'
expect "the audit" shanyu audit verify
as auditor
get "/audit?subject=$held"
expect_status 200
expect_text '已按规定删除'
in_registry "create table kept_audit as select * from audit; update audit set reason = '法院没要' where subject = '$held' and action = 'case.hold'"
! shanyu audit verify >/dev/null 2>&1 || broken "a reason can be put in anew"
in_registry "delete from audit; insert into audit select * from kept_audit; drop table kept_audit"
expect "as it was" shanyu audit verify

it "keeps why a published outcome was corrected after its case was erased, for as long as its own rule says"
as desk
get /outcomes/MNPQRSTUVW
post /outcomes/MNPQRSTUVW/correct "revision=$(hidden revision)" reason=记号癸：是赵家妈妈打来的
expect_status 303
in_registry "insert into outcome_mark values ('MNPQRSTUVW', '1123456789abcdef0123456789abcdef', 'feedfacefeedfacefeedfacefeedface', '记号癸', 'market', 1)"
full_name=$(in_registry "select full_name from account where name = 'market'")
shanyu user disable market >/dev/null
shanyu retention --on 2032-11-21 >"$folder/said"
grep -q '^outcome.kept_years 3 year: .*due now 1,' "$folder/said" || broken "$(cat "$folder/said")"
clock 2032-11-19 12:00
has_looked
expect "it is there" [ "$(bytes_of 记号癸)" -gt 0 ]

it "forgets whose a long disabled account was, and keeps the name that the audit speaks of"
clock 2032-11-25 12:00
start_clerk
until_says "select full_name || '|' || password || '|' || (totp_secret is null) from account where name = 'market'" 'market||1'
stop_clerk
expect_equal "$(in_registry "select count(*) from account where full_name = '$full_name'")" 0
expect "the audit" shanyu audit verify

it "erases it then, in steps, marks and audit, and the draft, and leaves what is public"
expect_equal "$(in_registry "select count(*) from audit where action = 'outcome.erase' and subject = 'MNPQRSTUVW'")" 1
expect_equal "$(bytes_of 记号癸)" 0
expect_equal "$(in_registry "select group_concat(version || state || summary) from outcome where code = 'MNPQRSTUVW'")" '3PUBLISHED已整改。'
expect "the audit" shanyu audit verify
expect "the log" shanyu log verify

it "keeps for ever what no rule speaks of"
in_registry "update rule set effective_to = '2026-01-01' where key = 'case.kept_years'"
office move "$open" TRIAGED DESK
office move "$open" REJECTED DESK 不归我们管
in_registry "update cases set closed_at = 1 where number = '$open'"
has_looked
expect_equal "$(in_registry "select story from cases where number = '$open'")" '记号庚：还没有办完'
