#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A letter is corrected and sent again under its receipt: what was chosen otherwise reaches the office, and holds. Clerk runs meanwhile.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
. tests/lib/clerk.sh
. tests/lib/office.sh

make_demo
prepare portal rebuild
make_door
start_clerk
facility=$(in_registry "select code from facility where kind like 'INST%' order by code limit 1")
letter() { send /complaint/send receipt="$receipt" facility="$facility" story=两个班的孩子挤在一间屋里 contact_name=欧阳小敏 contact_phone=13800001234 "$@"; }
has() { [ "$(in_registry "$1")" = "$2" ]; }
newest() { in_registry "select text from case_message order by position desc limit 1"; }

start_complaint
letter kind=CONSULT going_on=no anonymous=0 reply_by=receipt
expect "the case" wait_until 300 has "select count(*) from cases" 1
number=$(in_registry "select number from cases")

it "hands on what was chosen otherwise in a letter sent again, by the names people know"
letter kind=EMERGENCY going_on=yes anonymous=0 reply_by=phone
expect_status 200
expect_text '会作为补充转给办理的人'
expect "the message" wait_until 300 has "select count(*) from case_message" 1
expect_equal "$(newest)" '更正：种类由“咨询”改为“紧急情况”。
更正：现在还在发生吗，由“已经过去了”改为“还在发生”。
更正：怎么看答复，由“用回执码自己看”改为“也请打电话”。

两个班的孩子挤在一间屋里'
expect_equal "$(in_registry "select going_on || reply_by from cases")" yesphone

it "makes an emergency that was told later urgent, reminds of it as of a new one, and leaves the kind to the office"
expect_equal "$(in_registry "select kind || urgency from cases")" CONSULTURGENT
expect "the reminder" wait_until 300 has "select count(*) > 0 from reminder where what = 'EMERGENCY'" 1

it "shows what holds now on the case's page and on paper, with what was corrected"
as desk
for page in "/cases/$number" "/cases/$number/print"; do
	get "$page"
	expect_status 200
	tr -d '\n' <"$folder/body" | sed 's/<[^>]*>//g' >"$folder/text"
	for words in '更正：种类由“咨询”改为“紧急情况”。' '还在发生(：)?是' '提交人选的种类(：)?紧急情况' '怎么看答复(：)?也请打电话' 留了联系方式 加急; do
		expect "$page: $words" grep -qE "$words" "$folder/text"
	done
done

it "erases how to reach somebody who wants to be anonymous after all, and says so"
letter kind=EMERGENCY going_on=yes anonymous=1 reply_by=phone
expect "the message" wait_until 300 has "select count(*) from case_message" 2
expect_equal "$(in_registry "select anonymous || (select count(*) from case_contact) from cases")" 10
expect_equal "$(newest | head -n 1)" '更正：改为匿名，联系方式已经删除。'

get "/cases/$number/print"
expect_text '匿名。'

it "leaves a row in the audit of what was erased for that, which verifies and reads in words"
erasures() { in_registry "select subject || '|' || account || '|' || role || '|' || detail from audit where action = 'case.contact_erase'"; }
expect_equal "$(erasures)" "$number||clerk|{\"cause\":\"anonymous\"}"
expect "shanyu audit verify" shanyu audit verify
as auditor
get "/audit?action=case.contact_erase"
expect_text '程序 clerk'
expect_text '删除联系方式'
expect_text '提交人改为匿名'

it "says that a choice was taken back, though the letter is as it was at first, and of two cases that are wanted or not"
letter kind=CONSUMER going_on=yes anonymous=0 reply_by=phone split=1
expect "the message" wait_until 300 has "select count(*) from case_message" 3
expect_equal "$(newest | head -n 3)" '更正：种类由“紧急情况”改为“收费、退费和合同纠纷”。
更正：要求分成两件办理。
更正：不再匿名。'
expect_equal "$(in_registry "select anonymous || (select count(*) from case_contact) from cases")" 01
expect_equal "$(erasures | wc -l)" 1
letter kind=CONSUMER going_on=yes anonymous=0 reply_by=phone
expect "the message" wait_until 300 has "select count(*) from case_message" 4
expect_equal "$(newest | head -n 1)" '更正：不要求分成两件办理。'

it "makes a corrected letter a part of the newest message when as many wait for an answer as may, and sets it not aside"
receipt_lookup=$(in_registry "select lookup from receipt")
more() { letter kind=CONSUMER going_on=no anonymous=0 reply_by=phone wish="$1"; }
most=$(in_registry "select cast(value as integer) from rule where key = 'message.unanswered_most'")
for at in $(seq 5 "$most"); do # the door has not read of these yet
	in_registry "insert into case_message (receipt_lookup, position, at, sender, text, who) values ('$receipt_lookup', $at, 1, 'reporter', 'x', '')"
done
more 是星期三
expect_status 200
expect "the words" wait_until 300 has "select count(*) from case_message where text like 'x%是星期三'" 1
expect_equal "$(in_registry "select count(*) from case_message")" "$most"
expect_equal "$(in_registry "select going_on from cases")" no

it "says at the door from then on that it has to wait, and keeps its words on the page"
held() { more 是星期四 && [ "$status" = 429 ] && grep -q 请等办理部门回复后再交 "$folder/body"; }
expect "it is held" wait_until 300 held
expect_text '是星期四'
expect_no_text '会作为补充转给办理的人'

it "has a clerk that sets nothing aside"
expect_equal "$(in_registry "select count(*) from envelope_aside")" 0
