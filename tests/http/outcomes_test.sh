#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Outcomes on the office's pages: written, shown to the facility, answered, approved by somebody else, corrected, withdrawn; each held to
# the scope of who asks, and in the audit. The clock is the machine's: clerk takes the complaint in.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
. tests/lib/office.sh

make_demo
shanyu portal rebuild >/dev/null
make_door
facility=$(in_registry "select code from facility where street_code = '310107015' and kind like 'INST%' order by code limit 1")
story='星期二下午我看到两个班的孩子挤在一间屋里，厨房里的人没有健康证。'
# Somebody signed in asks for a page with a form of this session: what a post carries.
token_from() { get "$1" && csrf=$(hidden csrf); }
sign_in() { as "$1" && token_from /outcomes; }
office() { "$build/tests/office" "$config" "$@"; }
newest() { in_registry "select $1 from outcome where code = '$code' order by version desc limit 1"; }
revision() { get "/outcomes/$code" && hidden revision; }

# A case of a named reporter, found right by the market's department.
start_complaint
status=$(send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" going_on=no anonymous=0 reply_by=receipt contact_name=欧阳小敏 \
	contact_phone=13800001234 story="$story" && echo "$status")
"$build/clerk" --config "$config" 2>"$folder/clerk.err" &
clerk=$!
for _ in $(seq 100); do [ -z "$(in_registry 'select 1 from cases')" ] || break; sleep 0.1; done
kill "$clerk"
wait "$clerk" || true
number=$(in_registry 'select number from cases')
{ office triage "$number" COMPLAINT FOOD 310107015 && office accept "$number" 已受理 && office dispatch "$number" MARKET &&
	office take "$number" market MARKET && office reply "$number" market MARKET SUBSTANTIATED_CORRECTED 已经整改。; } || broken "the case"
code=$(in_registry "select code from outcome")

it "lists what waits for who may write it, within its scope"
sign_in market
expect_status 200
expect_text "href=\"/outcomes/$code\""
expect_text '等我办的'
as street && get /outcomes
expect_text "href=\"/outcomes/$code\""
as publisher && get /outcomes
expect_text "href=\"/outcomes/$code\""
as education && get /outcomes
expect_no_text "/outcomes/$code"
get "/outcomes/$code"
expect_status 404

it "shows it to nobody who has no cases"
for who in auditor administrator; do
	as $who
	get /outcomes
	expect_status 403
	get "/outcomes/$code"
	expect_status 403
done
nobody
get "/outcomes/$code"
expect_status 303

it "begins with a draft, and shows how it will look in public"
sign_in market
get "/outcomes/$code"
expect_status 200
expect_text '食品和厨房方面的问题属实'
expect_text '公示以后的样子'
expect_text '机构的陈述会写在这里'
get "/cases/$number"
expect_text "href=\"/outcomes/$code\">拟稿中"

it "saves words, and keeps what was typed when something is missing"
post "/outcomes/$code/edit" revision="$(revision)" summary='厨房两人没有健康证，
已补办。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
expect_status 303
expect_header Location "/outcomes/$code\?done=edit"
expect_equal "$(newest_audit)" "outcome.edit|$number|market"
get "/outcomes/$code?done=edit"
expect_text 已保存
post "/outcomes/$code/edit" revision="$(revision)" summary='只写了一半的话' matter= verdict=SUBSTANTIATED_CORRECTED go=save
expect_status 400
expect_text '只写了一半的话'
expect_text '请选事由'
post "/outcomes/$code/edit" revision="$(revision)" summary= matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
expect_status 400
expect_text '请写给公众看的结论'
expect_equal "$(newest state)" DRAFT

it "does nothing when somebody else was faster, and keeps what was typed"
old=$(revision)
post "/outcomes/$code/edit" revision="$old" summary='先写的。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
expect_status 303
post "/outcomes/$code/edit" revision="$old" summary='后写的一句话。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
expect_status 409
expect_text '别人刚刚改过'
expect_text '后写的一句话。'
expect_equal "$(newest summary)" 先写的。
post "/outcomes/$code/edit" revision="$(hidden revision)" summary='看过以后再写的。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
expect_status 303

it "warns of the reporter's own words"
post "/outcomes/$code/edit" revision="$(revision)" summary='检查时两个班的孩子挤在一间屋里。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
get "/outcomes/$code"
expect_text '与反映人的原话相同'
post "/outcomes/$code/edit" revision="$(revision)" summary='检查时班额超过规定。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
get "/outcomes/$code"
expect_no_text '与反映人的原话相同'

it "does not show the facility words that tell who reported, and notes that somebody tried"
for words_of in "欧阳小敏反映属实。" "请回电 138 0000 1234。" "见 $number。"; do
	post "/outcomes/$code/edit" revision="$(revision)" summary="$words_of" matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
	expect_status 400
	expect_text '看得出是谁反映的'
	expect_equal "$(newest state)" DRAFT
	expect_equal "$(hidden revision)" "$(in_registry "select count(*) from outcome_step where code = '$code'")" "the page goes on from there"
	expect_equal "$(in_registry "select detail like '%\"refused\":\"reveals\"%' from audit order by seq desc limit 1")" 1
done

it "opens the right to answer for ten workdays"
post "/outcomes/$code/edit" revision="$(revision)" summary='厨房两人没有健康证，已补办。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
expect_status 303
expect_equal "$(newest state)" ANSWERING
get "/outcomes/$code"
expect_text '机构可以陈述到'
expect_no_text 'name="summary"'

it "takes the facility's answer, with how it came"
post "/outcomes/$code/answer" revision="$(revision)" answer=
expect_status 400
expect_text '请写下机构的陈述'
expect_text '请选机构是怎么陈述的'
post "/outcomes/$code/answer" revision="$(revision)" answer='我们已经整改。' answer_way=PHONE
expect_status 303
expect_equal "$(newest state)" READY
expect_equal "$(newest_audit)" "outcome.answer|$number|market"

it "lets who wrote it take it back, with a reason, but not approve it"
post "/outcomes/$code/approve" revision="$(revision)"
expect_status 403
post "/outcomes/$code/back" revision="$(revision)" reason=
expect_status 400
expect_text 'href="#reason-back"'
expect_equal "$(newest state)" READY

it "refuses its author as its approver, even as an approver"
in_registry "update account set role = 'APPROVER', department = '' where name = 'market'"
sign_in market
get "/outcomes/$code"
expect_text '要由别人审批'
expect_no_text '批准公示'
for act in approve drop; do
	post "/outcomes/$code/$act" revision=1 reason=x
	expect_status 409
	post "/outcomes/$code/$act" revision="$(in_registry "select count(*) from outcome_step where code = '$code'")" reason=x
	expect_status 403
done
in_registry "update account set role = 'DEPARTMENT', department = 'MARKET' where name = 'market'"

it "waits for the approver, who may send it back with a reason"
sign_in approver
expect_text "href=\"/outcomes/$code\""
get "/outcomes/$code"
expect_text '批准公示'
post "/outcomes/$code/edit" revision="$(revision)" summary=x matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
expect_status 403
post "/outcomes/$code/return" revision="$(revision)" reason='请写明依据。'
expect_status 303
expect_equal "$(newest state)" DRAFT
sign_in market
post "/outcomes/$code/edit" revision="$(revision)" summary='依据食品安全法，责令补办健康证，已补办。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
expect_status 303
post "/outcomes/$code/answer" revision="$(revision)" answer='没有意见。' answer_way=LETTER
expect_status 303

it "publishes what is approved, under the approver's full name"
sign_in approver
post "/outcomes/$code/approve" revision="$(revision)"
expect_status 303
expect_equal "$(newest_audit)" "outcome.approve|$number|approver"
expect_equal "$(newest state)" PUBLISHED
expect_equal "$(in_registry "select approved_by || '|' || subject from publication where kind = 'outcome'")" "吴审批|$code"
shanyu portal rebuild >/dev/null
visit "/facilities/$facility"
expect_text '依据食品安全法'
expect_no_text 欧阳

it "is corrected by a next version, while the first stays public"
sign_in publisher
post "/outcomes/$code/correct" revision="$(revision)" reason='处罚已决定。'
expect_status 303
get "/outcomes/$code"
expect_text '现在公开的：第 1 版'
expect_text '第 2 版'

it "is withdrawn by an approver, with a reason that stays in the office"
sign_in approver
post "/outcomes/$code/withdraw" revision="$(revision)" reason='复议撤销。'
expect_status 303
expect_equal "$(in_registry "select state || ' ' || end_reason from outcome where code = '$code' and version = 1")" 'WITHDRAWN 复议撤销。'
expect_equal "$(in_registry "select withdrawn from publication where kind = 'outcome' order by seq desc limit 1")" 1
post "/outcomes/$code/drop" revision="$(revision)" reason='不再公示。'
expect_status 303
get "/outcomes?state=DROPPED"
expect_text "href=\"/outcomes/$code\""
get "/outcomes?state=nonsense"
expect_status 400

it "leaves a chain of audit rows that verifies, without a word of the reporter's"
expect "verified" shanyu audit verify
expect_equal "$(in_registry "select count(*) from audit where detail like '%欧阳%' or detail like '%挤在一间屋%'")" 0

it "takes no form of another page or site"
csrf=wrong
post "/outcomes/$code/withdraw" revision=1 reason=x
expect_status 403
