#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Outcomes on the office's pages: written, shown to the facility, answered, approved by somebody else, corrected, withdrawn; each held to
# the scope of who asks, and in the audit. The clock is the machine's: clerk takes the complaint in.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
. tests/lib/clerk.sh
. tests/lib/office.sh

make_demo
prepare portal rebuild
make_door
facility=$(in_registry "select code from facility where street_code = '310107015' and kind like 'INST%' order by code limit 1")
story='星期二下午我看到两个班的孩子挤在一间屋里，厨房里的人没有健康证。'
# Somebody signed in asks for a page with a form of this session: what a post carries.
token_from() { get "$1" && csrf=$(hidden csrf); }
sign_in() { as "$1" && token_from /outcomes; }
office() { "$build/tests/office" "$config" "$@"; }
newest() { in_registry "select $1 from outcome where code = '$code' order by version desc limit 1"; }
steps() { in_registry "select count(*) from outcome_step where code = '$code'"; }
revision() { get "/outcomes/$code" && hidden revision; }

# A case of a named reporter, found right by the market's department; another reporter's was merged into it.
letter() {
	start_complaint
	send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" going_on=no anonymous=0 reply_by=receipt contact_name="$1" \
		contact_phone="$2" story="$3"
}
letter 欧阳小敏 13800001234 "$story"
letter 司马明轩 13900005678 '上周三我家孩子叫慕容天佑，在饮水机旁边被烫了一个泡。'
start_clerk
for _ in $(seq 3000); do [ "$(in_registry 'select count(*) from cases')" != 2 ] || break; sleep 0.1; done
stop_clerk
number=$(in_registry "select number from cases where story = '$story'")
merged=$(in_registry "select number from cases where story <> '$story'")
office triage "$merged" COMPLAINT FOOD 310107015
as desk
get "/cases/$merged"
post "/cases/$merged/merge" revision="$(hidden revision)" merged_into="$number" note=一起办
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

it "sends no draft as its template made it, and names the place that is left"
in_registry "update reply_template set text = '{matter}的问题属实：（写明查到什么）。' where code = 'OUTCOME_SUBSTANTIATED_CORRECTED'"
post "/outcomes/$code/edit" revision="$(revision)" summary='食品的问题属实：（写明查到什么）。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
expect_status 400
expect_text '模板里的“（写明查到什么）”还没有改写'
expect_text '食品的问题属实：（写明查到什么）。</textarea>'
expect_equal "$(newest state)" DRAFT
post "/outcomes/$code/edit" revision="$(revision)" summary='食品的问题属实：（写明查到什么）。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
expect_status 303

it "marks words by which one may see who reported, though the letter has none of them, and lets them go only with a reason"
post "/outcomes/$code/edit" revision="$(revision)" summary='某小班一位妈妈说的，家里的奶奶告的，见检测报告的结论。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
expect_equal "$status" 400
for word in 妈妈 奶奶 告的; do expect_text "<mark>$word</mark> 可能看得出是谁反映的"; done
expect_equal "$(grep -c '<mark>告的</mark>' "$folder/body")" 1
expect_equal "$(in_registry "select state from outcome where code = '$code'")" DRAFT

it "marks personal data before the facility sees it, and lets it go only with a reason"
post "/outcomes/$code/edit" revision="$(revision)" summary='检查时两个班的孩子挤在一间屋里，请打 13911112222。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
expect_status 400
expect_text '<mark>两个班的孩子挤在一间屋里，</mark> 与反映人的原话相同'
expect_text '<mark>13911112222</mark> 像电话号码'
expect_equal "$(newest state)" DRAFT
post "/outcomes/$code/edit" revision="$(revision)" summary='请打 13911112222。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
mark=$(sed -n 's/.*name="keep" type="checkbox" value="\([0-9a-f]*\)".*/\1/p' "$folder/body" | head -n 1)
post "/outcomes/$code/edit" revision="$(revision)" summary='请打 13911112222。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open keep="$mark"
expect_status 400
expect_text '请写明标出的内容为什么可以保留'
post "/outcomes/$code/edit" revision="$(revision)" summary='请打 13911112222。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save keep="$mark" keep_reason='机构公开的电话。'
expect_status 303
get "/outcomes/$code"
expect_text '保留，理由是“机构公开的电话。”'

it "warns of the reporter's own words"
post "/outcomes/$code/edit" revision="$(revision)" summary='检查时两个班的孩子挤在一间屋里。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
get "/outcomes/$code"
expect_text '与反映人的原话相同'
post "/outcomes/$code/edit" revision="$(revision)" summary='检查时班额超过规定。' matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
get "/outcomes/$code"
expect_no_text '与反映人的原话相同'

it "takes little more work for a reporter who sent twenty messages of five thousand characters, whatever they say"
lookup=$(in_registry "select receipt_lookup from cases where number = '$number'")
# long WORDS OWN: an outcome of 1,800 characters, with a telephone, so that it does not leave; messages of 5,000, each of words that repeat.
long() {
	in_registry "update outcome set summary = '13922223333' || substr(replace(printf('%.*c', 1800, 'x'), 'x', '$1'), 1, 1800) where code = '$code';
		update case_message set text = substr(replace(printf('%.*c', 5000, 'x'), 'x', '$2'), 1, 5000) where position >= 1000"
}
send_for_answer() {
	post "/outcomes/$code/edit" revision="$(revision)" summary="$(newest summary)" matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
}
for words_of in 厨房两人没有 王小李张明赵红周阿姨说陈老师的; do
	long "$words_of" ''
	work_of get "/outcomes/$code"
	seen=$work
	work_of send_for_answer
	sent=$work
	[ "$words_of" != 厨房两人没有 ] || in_registry "insert into case_message (receipt_lookup, position, at, sender, text, who)
		select '$lookup', 1000 + value, 1, 'reporter', '', '' from generate_series(1, 20)"
	for own in 今天下午去看了一下孩子们在屋里 王小李张明赵红周阿姨说陈老师的; do
		long "$words_of" "$own"
		work_of get "/outcomes/$code"
		expect_status 200
		expect "$work ms, with a letter alone $seen ms" [ "$work" -lt $((seen * 4)) ]
		work_of send_for_answer
		expect_status 400
		expect "to send it $work ms, with a letter alone $sent ms" [ "$work" -lt $((sent * 4)) ]
	done
done
in_registry "delete from case_message where position >= 1000"

it "does not show the facility words that tell who reported, and notes that somebody tried"
for words_of in "欧阳小敏反映属实。" "请回电 138 0000 1234。" "见 $number。" "司马明轩反映属实。" "请回电 139-0000-5678。" "见 $merged。"; do
	post "/outcomes/$code/edit" revision="$(revision)" summary="$words_of" matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
	expect_status 400
	expect_text '看得出是谁反映的'
	expect_equal "$(newest state)" DRAFT
	expect_equal "$(hidden revision)" "$(in_registry "select count(*) from outcome_step where code = '$code'")" "the page goes on from there"
	expect_equal "$(in_registry "select detail like '%\"refused\":\"reveals\"%' from audit order by seq desc limit 1")" 1
done

it "marks what a reporter whose case was merged into it wrote, too"
in_registry "insert into case_message (receipt_lookup, position, at, sender, text, who)
	select receipt_lookup, 1000, 1, 'reporter', '那天是诸葛一鸣老师在看班，旁边没有别的大人。', '' from cases where number = '$merged'"
for words_of in 在饮水机旁边被烫了一个泡 慕容天佑 那天是诸葛一鸣老师在看班; do
	post "/outcomes/$code/edit" revision="$(revision)" summary="经查：$words_of" matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=open
	expect_status 400
	expect_text "<mark>$words_of</mark>"
	expect_equal "$(newest state)" DRAFT
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
holds market APPROVER DISTRICT
sign_in market
get "/outcomes/$code"
expect_text '要由别人审批'
expect_no_text "/outcomes/$code/approve"
for act in approve drop; do
	post "/outcomes/$code/$act" revision=1 reason=x
	expect_status 409
	post "/outcomes/$code/$act" revision="$(in_registry "select count(*) from outcome_step where code = '$code'")" reason=x
	expect_status 403
done
holds market DEPARTMENT DEPARTMENT-MARKET

it "waits for the approver, who may drop it or send it back, each with a reason"
sign_in approver
expect_text "href=\"/outcomes/$code\""
get "/outcomes/$code"
expect_text '批准公示'
post "/outcomes/$code/edit" revision="$(revision)" summary=x matter=FOOD verdict=SUBSTANTIATED_CORRECTED go=save
expect_status 403
cp "$registry" "$folder/before.db"
post "/outcomes/$code/drop" revision="$(revision)" reason=
expect_status 400
post "/outcomes/$code/drop" revision="$(revision)" reason='涉及孩子隐私。'
expect_status 303
expect_equal "$(newest_audit)" "outcome.drop|$number|approver"
expect_equal "$(newest "state || ' ' || end_reason")" 'DROPPED 涉及孩子隐私。'
cp "$folder/before.db" "$registry" # or sent back
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
prepare portal rebuild
visit "/facilities/$facility"
expect_text '依据食品安全法'
expect_no_text 欧阳

it "says in public, on the case and on the day that it is looked at anew when the finding changes, and drafts what takes it back"
in_registry "insert into finding select case_number, 2, 'NOT_SUBSTANTIATED', '', '复核', approved_at + 60, 'education' from outcome where code = '$code'" # as a review writes it
as desk
get "/cases/$number"
post "/cases/$number/note" revision="$(in_registry "select revision from cases where number = '$number'")" kind=CALL text='打过电话'
expect_equal "$(in_registry "select review from outcome where code = '$code' and state = 'PUBLISHED'")" CHANGED
prepare portal rebuild
visit "/facilities/$facility"
expect_text '正在复核'
expect_text '下面的公示不再作准'
visit /disclosures
expect_text '正在复核'
as approver
for page in "/cases/$number" "/outcomes/$code" "/outcomes?state=PUBLISHED"; do
	get "$page"
	expect_text '正在复核'
done

it "is corrected by a next version, which offers the new finding, while the first stays public"
sign_in publisher
post "/outcomes/$code/correct" revision="$(revision)" reason='处罚已决定。'
expect_status 303
get "/outcomes/$code"
expect_text '<option value="NOT_SUBSTANTIATED" selected>不属实'
expect_text '现在公开的：第 1 版'
expect_text '第 2 版'

it "tells the only approver, who published what is to be taken back, who decides instead, and takes nothing from them"
sign_in approver
get "/outcomes/$code"
expect_text '要由别人审批'
expect_text '可以决定的：陈督学（没有合适的审批人，按规定代为审批）'
expect_no_text '>撤回</button>'
post "/outcomes/$code/withdraw" revision="$(steps)" reason='复议撤销。'
expect_status 403
expect_text '这一步没有做：要由没有参与过的人决定'
expect_text '可以决定的：陈督学'
expect_equal "$(newest_audit)" "refused.step|$code|approver"
expect_equal "$(in_registry "select detail like '%took_part%' from audit order by seq desc limit 1")" 1
get /
expect_no_text "href=\"/outcomes/$code\""

it "has nobody stand in but who may: by the role, the scope and the rule"
for who in market publisher auditor administrator approver; do
	as $who
	for act in approve withdraw; do
		post "/outcomes/$code/stand-in-$act" revision="$(steps)" reason='复议撤销。'
		expect_status 403
	done
done
as supervisor
for act in approve withdraw drop return edit; do
	post "/outcomes/$code/$act" revision="$(steps)" reason='复议撤销。'
	expect_status 403
done
in_registry "update rule set effective_to = '2024-01-01' where key = 'outcome.stand_in.supervisor'"
get /
expect_no_text "href=\"/outcomes/$code\""
post "/outcomes/$code/stand-in-withdraw" revision="$(steps)" reason='复议撤销。'
expect_status 403
expect_text '现在没有人可以决定'
in_registry "update rule set effective_to = null where key = 'outcome.stand_in.supervisor'"
expect_equal "$(in_registry "select state from outcome where code = '$code' and version = 1")" PUBLISHED

it "shows the draft to the supervisor's day while no approver is left, and not when one is who took no part"
get /
expect_text "href=\"/outcomes/$code\""
get /day/outcomes
expect_text "href=\"/outcomes/$code\""
get "/outcomes/$code"
expect_text '按规定由您代为审批'
expect_text "action=\"/outcomes/$code/stand-in-withdraw\""
holds publisher APPROVER DISTRICT # who only corrected it took part, too
get /
expect_text "href=\"/outcomes/$code\""
holds street APPROVER DISTRICT
get /
expect_no_text "href=\"/outcomes/$code\""
get "/outcomes/$code"
expect_text '不需要代为审批'
expect_text '可以决定的：李长寿'
expect_no_text 'stand-in-withdraw'
for act in approve withdraw; do
	post "/outcomes/$code/stand-in-$act" revision="$(steps)" reason='复议撤销。'
	expect_status 403
	expect_text '不需要代为审批'
done
holds street STREET STREET-310107015

it "is withdrawn or approved in the approver's stead, under the name of who stood in, and the audit says by which rule"
sign_in desk
post "/outcomes/$code/edit" revision="$(revision)" summary='复核后认定不属实，原来的公示不再作准。' matter=FOOD verdict=NOT_SUBSTANTIATED go=open
expect_status 303
expect_equal "$(newest state)" READY
sign_in supervisor
cp "$registry" "$folder/before.db"
post "/outcomes/$code/stand-in-withdraw" revision="$(revision)" reason=
expect_status 400
expect_text 'href="#reason-withdraw"'
post "/outcomes/$code/stand-in-withdraw" revision="$(revision)" reason='复议撤销。'
expect_status 303
expect_equal "$(newest_audit)" "outcome.stand_in_withdraw|$number|supervisor"
expect_equal "$(in_registry "select state || ' ' || end_reason from outcome where code = '$code' and version = 1")" 'WITHDRAWN 复议撤销。'
expect_equal "$(in_registry "select withdrawn || approved_by from publication where kind = 'outcome' order by seq desc limit 1")" 1陈督学
expect_equal "$(newest state)" DROPPED "the draft that would take it back has nothing left to take back"
get "/outcomes?state=DROPPED"
expect_text "href=\"/outcomes/$code\""
cp "$folder/before.db" "$registry" # or approved
get "/outcomes/$code"
expect_text "action=\"/outcomes/$code/stand-in-approve\""
post "/outcomes/$code/stand-in-approve" revision="$(revision)"
expect_status 303
expect_equal "$(newest_audit)" "outcome.stand_in_approve|$number|supervisor"
expect_equal "$(in_registry "select detail like '%\"rule\":\"outcome.stand_in.supervisor\"%' from audit order by seq desc limit 1")" 1
expect_equal "$(newest "state || ' ' || review_verdict")" 'PUBLISHED NOT_SUBSTANTIATED'
expect_equal "$(in_registry "select approved_by from publication where kind = 'outcome' order by seq desc limit 1")" 陈督学

it "is withdrawn by an approver, with a reason that stays in the office"
sign_in approver
post "/outcomes/$code/withdraw" revision="$(revision)" reason='复议撤销。'
expect_status 303
expect_equal "$(in_registry "select state || ' ' || end_reason from outcome where code = '$code' and version = 2")" 'WITHDRAWN 复议撤销。'
expect_equal "$(in_registry "select withdrawn from publication where kind = 'outcome' order by seq desc limit 1")" 1
get "/outcomes?state=WITHDRAWN"
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
