#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The page of one case and its forms: what each role may do in each state, what changed meanwhile, who reads whom.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh

monday=1795399200 # 2026-11-23 10:00 in Shanghai
SHANYU_CLOCK=$monday
export SHANYU_CLOCK
make_demo
facility=$(in_registry "select code from facility where kind = 'KG_CLASS' and street_code <> '310107015' order by code limit 1")
street_facility=$(in_registry "select code from facility where street_code = '310107015' order by code limit 1")

office() { "$build/tests/office" "$config" "$@" 2>"$folder/office" || broken "$* $(cat "$folder/office")"; }
state_of() { in_registry "select state from cases where number = '$1'"; }
see() {
	get "/cases/$1"
	[ "$status" = 200 ] || broken "/cases/$1: $status"
	revision=$(hidden revision)
}
# act /cases/NUMBER/ACTION FIELD=VALUE...: as the form on the page of the case, just seen.
act() {
	acted=${1#/cases/}
	acted=${acted%/*}
	action=$1
	shift
	see "$acted"
	post "$action" "revision=$revision" "$@"
}
# begin_text NUMBER FIELD=VALUE...: a form of the page, just seen, sent by its button that puts in a text of the district.
begin_text() {
	see "$1"
	begun=$1
	shift
	post /cases/begin "number=$begun" "revision=$revision" "$@"
}
expect_status() { [ "$status" = "$1" ] || broken "$visited: $status, not $1: $(sed -n 's/<[^>]*>//gp' "$folder/body" | grep -v '^[[:space:]]*$' | head -n 20)"; }
expect_done() {
	expect_status 303
	grep -q "^Location: /cases/$acted?done=" "$folder/head" || broken "leads to $(grep Location "$folder/head")"
}
offers() { grep -q "action=\"/cases/$acted/$1\"" "$folder/body" || broken "$acted in $(state_of "$acted") does not offer $1"; }
offers_not() { ! grep -q "action=\"/cases/$acted/$1\"" "$folder/body" || broken "$acted in $(state_of "$acted") offers $1"; }

it "asks who is not signed in to sign in, and tells nothing"
number=$(office open 1 COMPLAINT "$facility" '中午的饭菜是冷的，孩子吃了拉肚子' 陈女士)
nobody
get "/cases/$number"
expect_equal "$status" 303
expect_equal "$(sed -n 's/^Location: //p' "$folder/head")" "/login?next=%2Fcases%2F$number"

it "shows the letter, the limit with what is left of it, and the form for what is next"
as desk
acted=$number
see "$number"
expect_text '中午的饭菜是冷的，孩子吃了拉肚子'
expect_text '2026-11-30'
expect_text '还有 5 个工作日'
offers triage
offers_not accept
offers_not dispatch
offers_not reply

it "suggests the matter from the words of the letter"
expect_text 'value="FOOD" selected'

it "sorts, takes on and hands out; the audit has what was chosen, not what was written"
act "/cases/$number/triage" kind=COMPLAINT urgency=URGENT matter=FOOD street_code=
expect_done
act "/cases/$number/accept" 'note=已经受理，会派人去看'
expect_done
act "/cases/$number/dispatch" lead=MARKET assists=EDUCATION 'note='
expect_done
expect_equal "$(state_of "$number")" DISPATCHED
expect_equal "$(newest_audit)" "case.dispatch|$number|desk"
expect_equal "$(in_registry "select detail from audit order by seq desc limit 1")" '{"assists":"EDUCATION","lead":"MARKET"}'
expect_equal "$(in_registry "select count(*) from audit where detail like '%会派人%'")" 0
expect_equal "$(in_registry "select group_concat(department || ' ' || part || ' ' || rule, ', ') from (select * from case_dispatch where case_number = '$number' order by part desc)")" \
	'MARKET LEAD R03, EDUCATION ASSIST R03'

it "does not let a department see what was not handed to it, nor a street what is elsewhere"
as street
get "/cases/$number"
expect_equal "$status" 404
post "/cases/$number/note" revision=0 kind=NOTE text=x
expect_equal "$status" 404
get "/cases/$number/print"
expect_equal "$status" 404
other=$(office open 2 COMPLAINT "$facility" '院子里的滑梯坏了')
as market
get "/cases/$other"
expect_equal "$status" 404
as street
elsewhere=$(office open 3 COMPLAINT "$street_facility" '窗户坏了')
get "/cases/$elsewhere"
expect_equal "$status" 200

it "shows a case to roles without cases not at all"
for account in auditor administrator; do
	as $account
	get "/cases/$number"
	expect_equal "$account $status" "$account 403"
done

it "lets who assists look and note, and the lead alone take it"
as education
act "/cases/$number/note" kind=OPINION text=我们以前去过
expect_done
see "$number"
offers_not take
offers_not return
post "/cases/$number/take" "revision=$revision"
expect_equal "$status" 403
as market
see "$number"
offers take
offers return
act "/cases/$number/take"
expect_done
expect_equal "$(in_registry "select state || ' ' || handler from cases where number = '$number'")" 'HANDLING market'

it "begins a reply from a text of the district, with what is known put in"
begin_text "$number" form=reply template=CORRECTED verdict= passed_to= text=
expect_status 200
expect_text '您 2026-11-23 反映的情况，经现场核查属实。'
expect_text '常用文字填好了，还没有发出。'
expect_equal "$(newest_audit)" "case.begin|$number|market"

it "puts the text of the district after what was typed, says so, and sends nothing"
begin_text "$number" form=reply template=CORRECTED verdict=NOT_SUBSTANTIATED passed_to=街道 'text=我昨天去看过了'
expect_status 200
expect_text '我昨天去看过了'
expect_text '您 2026-11-23 反映的情况，经现场核查属实。'
expect_text '常用文字接在您写的后面了，您写的都在，还没有发出。'
expect_text 'value="街道"'
expect_text 'value="NOT_SUBSTANTIATED" checked'
expect_equal "$(grep -c 'id="error-summary"' "$folder/body" || true)" 0
expect_equal "$(grep -A1 '我昨天去看过了' "$folder/body" | tail -n 1 | tr -d '\r')" ""
begin_text "$number" form=reply template=NO_SUCH 'text=我昨天去看过了'
expect_text '没有找到这段常用文字，什么也没有填；您写的都在。'
expect_text '我昨天去看过了</textarea>'
begin_text "$number" form=accept template=CORRECTED 'note=这一步已经没有了'
expect_status 409
expect_text '<blockquote class="written typed">这一步已经没有了</blockquote>'
expect_equal "$(state_of "$number")" HANDLING
expect_equal "$(in_registry "select count(*) from finding")" 0

it "finds no case out of scope to begin a text for, writes nothing, and gives back what was typed"
written=$(in_registry "select count(*) from audit where action not like 'refused.%'")
as street
post /cases/begin "number=$number" revision=0 form=reply template=CORRECTED 'text=我看不到这一件'
expect_status 404
expect_text '<blockquote class="written typed">我看不到这一件</blockquote>'
expect_no_text 冷的
expect_equal "$(in_registry "select count(*) from audit where action not like 'refused.%'")" "$written"

it "notes who tried to see what is not theirs, and nothing of what is not there"
expect_equal "$(newest_audit)" "refused.scope|$number|street"
get /cases/2026-999999
expect_status 404
expect_equal "$(newest_audit)" "refused.scope|$number|street"
as market

it "refuses a reply without a finding, and shows again what was written"
act "/cases/$number/reply" verdict= passed_to= 'text=查了，饭菜改了'
expect_status 400
expect_text '请填写结论'
expect_text '查了，饭菜改了</textarea>'
act "/cases/$number/reply" verdict=OUT_OF_REMIT passed_to= 'text=不归我们'
expect_status 400
expect_equal "$(state_of "$number")" HANDLING

it "does nothing when the reporter wrote meanwhile, shows the new page, and loses nothing of what was typed"
see "$number"
office say 1 '昨天又是冷的'
post "/cases/$number/reply" "revision=$revision" verdict=NOT_SUBSTANTIATED 'text=查了，没有发现'
expect_status 409
expect_text '别人刚刚改过'
expect_text '昨天又是冷的'
expect_text '查了，没有发现</textarea>'
expect_equal "$(state_of "$number")" HANDLING
expect_equal "$(in_registry "select count(*) from finding")" 0

it "asks for more time, which somebody else grants; then the reply is due later and the reporter is told"
act "/cases/$number/ask" what=EXTENSION 'reason=要等检测报告'
expect_done
see "$number"
offers_not decide
as approver
act "/cases/$number/decide" position=1 granted=yes 'note=' 'decision_note=理由写得充分'
expect_status 400
expect_text '<a href="#decide-1-note">请填写给提交人的话</a>'
expect_text 'id="decide-1-note-error"><span class="govuk-visually-hidden">错误：</span>请填写给提交人的话</p><textarea class="govuk-textarea govuk-textarea--error" id="decide-1-note"'
expect_text '>理由写得充分</textarea>'
expect_equal "$(grep -c 'class="written typed"' "$folder/body" || true)" 0
act "/cases/$number/decide" position=1 granted=no 'note=再想想' 'decision_note='
expect_status 400
expect_text '<a href="#decide-1-decision_note">请填写内部意见</a>'
expect_text 'id="decide-1-decision_note-error"><span class="govuk-visually-hidden">错误：</span>请填写内部意见</p><textarea class="govuk-textarea govuk-textarea--error" id="decide-1-decision_note"'
expect_text '>再想想</textarea>'
post "/cases/$number/decide" "revision=$revision" position=7 granted=maybe 'note=没有这一个' 'decision_note='
expect_status 400
expect_text '<blockquote class="written typed">没有这一个</blockquote>'
act "/cases/$number/decide" position=1 granted=yes 'note=要等检测报告，最晚十二月十四日答复' 'decision_note='
expect_done
expect_equal "$(in_registry "select day from deadline where procedure = 'case' and number = '$number' and step = 'REPLY'")" 2026-12-14
expect_equal "$(in_registry "select text from case_message where sender = 'office'")" '要等检测报告，最晚十二月十四日答复'

it "opens who the reporter is only with a reason, and notes who read it"
as market
see "$number"
expect_equal "$(grep -c '13800000000\|陈女士' "$folder/body")" 0
post "/cases/$number/identity" "revision=$revision" reason=
expect_status 400
expect_equal "$(in_registry "select count(*) from audit where action = 'case.identity'")" 0
post "/cases/$number/identity" "revision=$revision" 'reason=打电话核实'
expect_status 200
expect_text 13800000000
expect_equal "$(in_registry "select account || ' ' || reason from audit where action = 'case.identity'")" 'market 打电话核实'
as supervisor
post "/cases/$number/identity" "revision=$revision" 'reason=想看看'
expect_equal "$status" 403

it "takes text as it was pasted from a word processor, without what nobody can see"
as market
act "/cases/$number/note" kind=VISIT "text=$(printf '\342\201\247到场\342\201\251\v看了\302\255厨房\001')"
expect_done
position=$(in_registry "select max(position) from case_note where case_number = '$number'")
expect_equal "$(in_registry "select text from case_note where case_number = '$number' and position = $position")" '到场
看了厨房'
see "$number"
post "/cases/$number/note-undo" "revision=$revision" "position=$position"
expect_done

it "keeps notes inside and lets them be taken back for ten minutes by who wrote them"
as market
act "/cases/$number/note" kind=VISIT text=到场看了厨房
expect_done
see "$number"
expect_text 到场看了厨房
position=$(in_registry "select max(position) from case_note where case_number = '$number'")
as education
post "/cases/$number/note-undo" "revision=$revision" "position=$position"
expect_equal "$status" 403
as market
post "/cases/$number/note-undo" "revision=$revision" "position=$position"
expect_done
expect_equal "$(in_registry "select count(*) from case_note where text = '到场看了厨房'")" 0

it "answers with a finding; not solved goes to somebody who had no hand in it"
act "/cases/$number/reply" verdict=SUBSTANTIATED_CORRECTED passed_to= 'text=您反映的属实，已经换了保温箱'
expect_done
expect_equal "$(state_of "$number")" REPLIED
office rate 1 "$number" 0 '还是冷的'
expect_equal "$(in_registry "select state || ' ' || review_not_by || ' ' || reopened from cases where number = '$number'")" 'REVIEW market 1'
as market
see "$number"
offers_not reply
offers_not take
as approver
see "$number"
offers review
offers redispatch
act "/cases/$number/redispatch" lead=MARKET 'reason=没有到现场' note=
expect_done
as market
see "$number"
offers_not take
expect_text '这一件您经手过'
post "/cases/$number/take" "revision=$revision"
expect_equal "$status" 403

it "returns a case within five workdays and says clearly when that is over"
as desk
act "/cases/$other/triage" kind=COMPLAINT urgency=ORDINARY matter=BUILDING street_code=
act "/cases/$other/accept" note=
act "/cases/$other/dispatch" lead=MARKET note=
expect_done
as market
SHANYU_CLOCK=$((monday + 8 * 86400))
as market
see "$other"
offers_not return
expect_text '退回的期限已过'
post "/cases/$other/return" "revision=$revision" reason=不归我们
expect_status 400
expect_text '期限已过，这一步不能做了'
SHANYU_CLOCK=$monday
as desk

it "takes a dispatch back while nobody took it, and the department sees the case no more"
act "/cases/$other/recall" 'reason=交错了'
expect_done
expect_equal "$(state_of "$other")" ACCEPTED
as market
get "/cases/$other"
expect_equal "$status" 404

it "suggests what tells the same and merges it; both are answered with one reply"
as desk
first=$(office open 4 COMPLAINT "$street_facility" '昨天中午宝宝班的饭菜是冷的')
second=$(office open 5 COMPLAINT "$street_facility" '昨天中午宝宝班饭菜是冷的，没人管')
see "$second"
expect_text "href=\"/cases/$first\">$first</a> 相似"
act "/cases/$second/triage" kind=COMPLAINT urgency=ORDINARY matter=FOOD street_code=
act "/cases/$second/merge" "merged_into=$elsewhere-x" note=一起办
expect_status 400
act "/cases/$second/merge" "merged_into=$first" note=与先前的一件一起办
expect_done
expect_equal "$(state_of "$second")" MERGED
act "/cases/$first/triage" kind=COMPLAINT urgency=ORDINARY matter=FOOD street_code=
act "/cases/$first/accept" note=
act "/cases/$first/dispatch" lead=MARKET note=
as market
act "/cases/$first/take"
see "$first"
expect_text '请不要写只属于一位提交人的情况'
act "/cases/$first/reply" verdict=SUBSTANTIATED_CORRECTED 'text=属实，换了保温箱'
expect_done
expect_equal "$(state_of "$second")" REPLIED

it "closes what the reporter does not judge, but not before the days for it are over"
as desk
act "/cases/$first/close" 'reason=没有回音'
expect_status 400
expect_text '提交人评价的期限还没有过'
SHANYU_CLOCK=$((monday + 9 * 86400))
as desk
act "/cases/$first/close" 'reason=没有回音'
expect_done
act "/cases/$first/archive"
expect_done
SHANYU_CLOCK=$monday
as desk

it "refuses on a lawful ground only, and an approver may overrule it"
third=$(office open 6 CONSUMER '' '三年前的事')
act "/cases/$third/triage" kind=CONSUMER urgency=ORDINARY matter=FEE street_code=310107015
act "/cases/$third/reject" reject_ground= note=超过三年
expect_status 400
expect_text '请填写不予受理的依据'
act "/cases/$third/reject" reject_ground=TOO_LATE 'note=已经超过三年，可以向法院起诉'
expect_done
see "$third"
offers_not overrule
as approver
act "/cases/$third/overrule" 'note=我们重新受理' 'reason=日期看错了'
expect_done
expect_equal "$(state_of "$third")" TRIAGED

it "takes no form whose token is not of this session, and no action whose role has not the verb"
as desk
see "$third"
csrf=0000000000000000000000000000000000000000000000000000000000000000
post "/cases/$third/accept" "revision=$revision" note=
expect_equal "$status" 403
as supervisor
see "$third"
offers_not accept
offers note
post "/cases/$third/accept" "revision=$revision" note=
expect_equal "$status" 403
expect_equal "$(state_of "$third")" TRIAGED

it "proposes to the joint meeting, which is settled with words"
as supervisor
act "/cases/$third/meeting" 'why=各说各的'
expect_done
see "$third"
offers_not meeting
offers_not meeting-decide
as approver
see "$third"
expect_text '>列入会议</button>'
act "/cases/$third/meeting-decide" state=DECLINED resolution=
expect_status 400
expect_text '<a href="#meeting_decide-resolution">请填写会议意见</a>'
expect_text 'id="meeting_decide-resolution-error"><span class="govuk-visually-hidden">错误：</span>请填写会议意见</p><textarea class="govuk-textarea govuk-textarea--error" id="meeting_decide-resolution"'
post "/cases/$third/meeting-decide" "revision=$revision" state=NEVER 'resolution=下周再议'
expect_status 400
expect_text '>下周再议</textarea>'
act "/cases/$third/meeting-decide" state=ACCEPTED resolution=
expect_done
see "$third"
post "/cases/$third/meeting-decide" "revision=$revision" state=NEVER 'resolution=由两家一起查'
expect_status 400
expect_text '>由两家一起查</textarea>'
act "/cases/$third/meeting-decide" state=SETTLED 'resolution=由市场监管主办'
expect_done
expect_equal "$(in_registry "select state || ' ' || decided_by || ' ' || resolution from meeting_item")" 'SETTLED approver 由市场监管主办'

it "prints a case as one clean page without who the reporter is, and notes it"
as desk
get "/cases/$number/print"
expect_equal "$status" 200
expect_text '不含提交人的联系方式'
expect_equal "$(grep -c '13800000000\|陈女士' "$folder/body")" 0
expect_equal "$(newest_audit)" "case.print|$number|desk"

it "shows a preview of evidence with a note in the audit, and none of a case out of scope"
in_registry "insert into case_file (name, receipt_lookup, message, position, declared, type, size, sha256, sealed_size, preview, preview_state, received_at)
	select 'a-f1', receipt_lookup, null, 1, '照片.jpg', 'image/jpeg', 2000, 'ab', 2100, x'ffd8ffe0', 'MADE', $monday from cases where number = '$other'"
see "$other"
expect_text '第 1 份：照片.jpg，2 KB'
expect_no_text '校验值不同'
get "/cases/$other/files/1"
expect_equal "$status $(sed -n 's/^Content-Type: //p' "$folder/head")" '200 image/jpeg'
expect_equal "$(newest_audit)" "case.file|$other|desk"
get "/cases/$other/files/2"
expect_equal "$status" 404
as market
get "/cases/$other/files/1"
expect_equal "$status" 404

it "says beside a piece of evidence that it is not what the letter says it is, in what, and nothing of one that is"
differs='收到的内容与填报时的校验值不同'
declare_file() { in_registry "update case_file set $1 where name = 'a-f1'"; }
as desk
declare_file "declared_type = type, declared_size = size, declared_sha256 = sha256"
see "$other"
expect_no_text "$differs"
for changed in "declared_sha256 = 'cd'" "declared_size = 1999" "declared_type = 'application/pdf'"; do
	declare_file "declared_type = type, declared_size = size, declared_sha256 = sha256"
	declare_file "$changed"
	see "$other"
	expect_text "$differs"
done
expect_text '填报时：application/pdf，2000 字节，SHA-256'
expect_text '收到的：image/jpeg，2000 字节，SHA-256'
declare_file "declared_sha256 = 'cd', declared_size = null, preview_state = 'MISSING', sealed_size = 0"
see "$other"
expect_no_text "$differs"

it "passes a case on to whom it belongs, and takes it back when that was wrong"
as desk
fourth=$(office open 7 COMPLAINT '' '隔壁区的幼儿园太吵')
act "/cases/$fourth/triage" kind=COMPLAINT urgency=ORDINARY matter= street_code=
act "/cases/$fourth/transfer" passed_to= note=请找邻区
expect_status 400
act "/cases/$fourth/transfer" passed_to=邻区教育局 note=这家在邻区，已经转过去
expect_done
expect_equal "$(in_registry "select state || ' ' || passed_to from cases where number = '$fourth'")" 'TRANSFERRED_OUT 邻区教育局'
act "/cases/$fourth/reopen" note=邻区退回来了，我们来办 reason=
expect_done
expect_equal "$(state_of "$fourth")" TRIAGED

it "makes two cases of a letter that says two things"
act "/cases/$fourth/split" kind=REPORT note=违规的情况单独立一件
expect_done
expect_equal "$(in_registry "select kind || ' ' || state from cases where split_from = '$fourth'")" 'REPORT RECEIVED'
act "/cases/$fourth/split" kind=REPORT note=
expect_equal "$status" 403

it "keeps what the office says of one of the two from the department that has only the other"
act "/cases/$fourth/accept" note=
act "/cases/$fourth/dispatch" lead=MARKET note=
split=$(in_registry "select number from cases where split_from = '$fourth'")
act "/cases/$split/message" text=分出来的那一件请您再说说是哪一天
expect_done
see "$fourth"
expect_text 分出来的那一件请您再说说是哪一天
as market
see "$fourth"
expect_no_text 分出来的那一件请您再说说是哪一天

it "gives the case to a colleague of the lead, stops the clock by somebody else's leave, and lets it go on"
add_account market2 钱市场 DEPARTMENT DEPARTMENT-MARKET MARKET
as market
act "/cases/$fourth/take"
act "/cases/$fourth/assign" handler=education
expect_status 400
act "/cases/$fourth/assign" handler=market2
expect_done
expect_equal "$(in_registry "select handler from cases where number = '$fourth'")" market2
act "/cases/$fourth/ask" what=SUSPENSION reason=等检测
as approver
act "/cases/$fourth/decide" position=1 granted=yes note=等检测报告 decision_note=
expect_done
see "$fourth"
expect_text '暂停计时，从'
as market
act "/cases/$fourth/resume" note=报告出来了
expect_done
expect_equal "$(state_of "$fourth")" HANDLING

# handled LETTER DAYS: a case that came so many days ago and is handled by market since; $handled.
handled() {
	handled=$(SHANYU_CLOCK=$((SHANYU_CLOCK - $2 * 86400)) office open "$1" COMPLAINT "$facility" '被子是湿的')
	office triage "$handled" COMPLAINT FOOD ''
	office accept "$handled" 已经受理
	office dispatch "$handled" MARKET
	office take "$handled" market MARKET
}
stop_clock() {
	as market
	act "/cases/$1/ask" what=SUSPENSION reason=等检测
	as approver
	act "/cases/$1/decide" position=1 granted=yes note=等检测报告 decision_note=
	expect_done
}
over_list() {
	get '/cases?due=over'
	expect_status 200
}

it "leaves among what is over what had passed its limit before its clock was stopped, and says both"
handled 41 60
late=$handled
as desk
over_list
expect_text "href=\"/cases/$late\""
stop_clock "$late"
as desk
over_list
expect_text "href=\"/cases/$late\""
get "/cases?due=over&state=SUSPENDED"
expect_text '<strong class="mark mark--late">超期</strong>已超'
expect_text '暂停计时'
get /
expect_text "href=\"/cases/$late\""
see "$late"
expect_text '已超期'
expect_text '暂停计时，从'

it "takes out of it what was stopped in time, however long it stands still"
handled 42 0
stop_clock "$handled"
as desk
SHANYU_CLOCK=$((SHANYU_CLOCK + 90 * 86400))
as desk
over_list
expect_text "href=\"/cases/$late\""
expect_no_text "href=\"/cases/$handled\""
see "$handled"
expect_no_text '已超期'
SHANYU_CLOCK=$((SHANYU_CLOCK - 90 * 86400))

it "brings a message about a complaint that was taken back to the inbox, until somebody has read or answered it"
as desk
back=$(office open 43 COMPLAINT "$facility" '我说错了')
office withdraw 43 "$back" 弄错了
get /cases
expect_no_text "href=\"/cases/$back\""
office say 43 还是要请你们看看
get '/cases?unread=1'
expect_text "href=\"/cases/$back\""
expect_text '新消息 1'
get /cases
expect_text "href=\"/cases/$back\""
get '/cases?open=closed'
expect_text "href=\"/cases/$back\""
act "/cases/$back/seen"
expect_done
get /cases
expect_no_text "href=\"/cases/$back\""
office say 43 第二次
get '/cases?unread=1'
expect_text "href=\"/cases/$back\""
office message "$(printf '%064x' 43)" "$back" 看过了
get '/cases?unread=1'
expect_no_text "href=\"/cases/$back\""
get /cases
expect_no_text "href=\"/cases/$back\""
as market

it "writes to the reporter, and marks as read what needs no answer"
act "/cases/$fourth/message" text=请补充一张照片
expect_done
office say 7 '好的'
see "$fourth"
expect_text '新留言看过了，不用回'
act "/cases/$fourth/seen"
expect_done
see "$fourth"
expect_equal "$(grep -c '新留言看过了' "$folder/body")" 0

it "sends a letter, a note and a task once, however often their form is sent"
for form in 'message text=只发一次' 'note kind=NOTE text=只记一次' 'task text=只派一次 assignee=market due_on='; do
	see "$fourth"
	action=${form%% *}
	# shellcheck disable=SC2086
	set -- ${form#* }
	post "/cases/$fourth/$action" "revision=$revision" "$@"
	expect_status 303
	for _ in 2 3 4 5 6; do post "/cases/$fourth/$action" "revision=$revision" "$@"; done
	[ "$action" != message ] || expect_status 409
done
expect_equal "$(in_registry "select (select count(*) from case_message where text = '只发一次'), (select count(*) from case_note where text = '只记一次'),
	(select count(*) from case_task where text = '只派一次')")" '1|1|1'
in_registry "delete from case_task where text = '只派一次'"

it "shows the newest of two thousand messages, notes and steps, leads to the older ones, and prints"
fourth_receipt=$(in_registry "select receipt_lookup from cases where number = '$fourth'")
in_registry "with recursive n (i) as (select 1 union all select i + 1 from n where i < 2001)
	insert into case_message (receipt_lookup, position, case_number, at, sender, text, who)
	select '$fourth_receipt', 1000 + i, null, $SHANYU_CLOCK, 'reporter', '第 ' || i || ' 条来信', '' from n;
	with recursive n (i) as (select 1 union all select i + 1 from n where i < 2001)
	insert into case_note (case_number, position, at, account, kind, text) select '$fourth', 1000 + i, $SHANYU_CLOCK, 'market', 'NOTE', '第 ' || i || ' 条记录' from n;
	with recursive n (i) as (select 1 union all select i + 1 from n where i < 2001)
	insert into case_step (case_number, position, at, from_state, to_state, note, reason, actor, who)
	select '$fourth', 1000 + i, $SHANYU_CLOCK, 'HANDLING', 'HANDLING', '第 ' || i || ' 步', '', 'DEPARTMENT', 'market' from n"
see "$fourth"
for newest in '第 2001 条来信' '第 2001 条记录' '第 2001 步'; do expect_text "$newest"; done
expect_no_text '第 1901 条来信'
older=$(sed -n 's/.*href="\(\/cases\/[0-9-]*?messages=[0-9]*\)#.*/\1/p' "$folder/body")
get "$older"
expect_status 200
expect_text '第 1901 条来信'
expect_no_text '第 2001 条来信'
expect_text '最近的往来'
for other in notes=2901 steps=2901; do
	get "/cases/$fourth?$other"
	expect_status 200
	expect_no_text "第 1901 $([ "${other%=*}" = notes ] && echo 条记录 || echo 步)"
	expect_text "第 1900 $([ "${other%=*}" = notes ] && echo 条记录 || echo 步)"
done
get "/cases/$fourth/print"
expect_status 200
expect_text '第 1002 条来信'
expect_text '往来只印最近 1000 条'
in_registry "delete from case_message where position > 1000; delete from case_note where position > 1000; delete from case_step where position > 1000"

it "gives tasks to those who can see the case, and says when they are done"
act "/cases/$fourth/task" text=打电话给园长 assignee=nobody due_on=
expect_status 400
for stranger in auditor administrator education; do
	act "/cases/$fourth/task" text=打电话给园长 "assignee=$stranger" due_on=
	expect_status 400
	expect_text 'href="#task-assignee">这个人看不到这一件，请从列出的人里选</a>'
	expect_text 'id="task-assignee-error"><span class="govuk-visually-hidden">错误：</span>这个人看不到这一件，请从列出的人里选</p>'
	expect_text 'value="打电话给园长"'
done
expect_equal "$(in_registry "select count(*) from case_task where case_number = '$fourth'")" 0
act "/cases/$fourth/task" text=打电话给园长 assignee=market2 due_on=2026-11-25
expect_done
see "$fourth"
expect_text 'name="position" value="1"><button type="submit" class="plain">完成'
act "/cases/$fourth/task-done" position=1
expect_done
expect_equal "$(in_registry "select done_by from case_task where case_number = '$fourth'")" market

it "is supervised by an approver's word, with a reason"
as approver
act "/cases/$fourth/supervise" supervised=yes reason=
expect_status 400
act "/cases/$fourth/supervise" supervised=yes reason=拖得太久
expect_done
see "$fourth"
expect_text '>督办</strong>'

it "is held from erasure by an approver's word, with a reason, and let go again"
as approver
act "/cases/$fourth/hold" held=yes reason=
expect_status 400
act "/cases/$fourth/hold" held=yes reason=法院要材料
expect_done
expect_equal "$(newest_audit)" "case.hold|$fourth|approver"
see "$fourth"
expect_text '保留，到期不删：法院要材料'
as desk
act "/cases/$fourth/hold" held=no reason=不留了
expect_status 403
as approver
act "/cases/$fourth/hold" held=no reason=官司完了
expect_done
see "$fourth"
expect_no_text '保留，到期不删：法院要材料'

it "ends a review with a finding of somebody else"
as market
act "/cases/$fourth/reply" verdict=NOT_SUBSTANTIATED passed_to= text=查了，没有发现
office rate 7 "$fourth" 0 '不对'
as approver
act "/cases/$fourth/review" verdict= passed_to= text=重新查了
expect_status 400
act "/cases/$fourth/review" verdict=SUBSTANTIATED_ENFORCED passed_to= text=重新查了，属实，已处罚
expect_done
expect_equal "$(state_of "$fourth")" CLOSED

it "edits the routing matrix, shows which rule would fire, and stops who edits an old page"
as desk
get '/routing?matter=FOOD&kind=&done='
expect_text '会用 <a class="govuk-link" href="/routing/R03">R03</a>'
get "/routing/R03"
changed_at=$(hidden changed_at)
post "/routing/R03" "changed_at=$changed_at" code=R03 position=30 matter=FOOD kind= lead=CIRCUS assists=EDUCATION note=试 active=1
expect_status 400
expect_text '主办单位对不上'
post "/routing/R03" "changed_at=$changed_at" code=R03 position=30 matter=FOOD kind= lead=HEALTH assists=EDUCATION assists=STREET note=试行 active=1
expect_equal "$status" 303
expect_equal "$(in_registry "select lead || ' ' || assists || ' ' || changed_by from routing_rule where code = 'R03'")" 'HEALTH EDUCATION STREET desk'
expect_equal "$(newest_audit)" "routing.save|R03|desk"
post "/routing/R03" "changed_at=$changed_at" code=R03 position=30 matter=FOOD kind= lead=MARKET assists= note=又改 active=1
expect_status 409
expect_text '别人刚刚改过'
post "/routing/new" changed_at=-1 code=R03 position=31 matter= kind= lead=MARKET assists= note=重号 active=1
expect_status 409
as market
get /routing
expect_equal "$status" 403

it "names as assisting only the departments of the rule, not one whose code is part of another's"
as desk
in_registry "insert into department (code, name, kind, position) values ('ICE', '区冰务局', 'DEPARTMENT', 99)"
get /routing
expect_text '<li>公安分局</li>'
expect_no_text '<li>区冰务局</li>'

it "edits the texts to begin from"
as desk
get /reply-templates
expect_text 告知已受理
get "/reply-templates/ACCEPTED"
expect_text 告知已受理
get "/reply-templates/OUTCOME_SUBSTANTIATED_CORRECTED"
expect_text 'value="OUTCOME" selected'
post "/reply-templates/new" changed_at=-1 code=THANKS title=谢谢 kind= state= 'text=谢谢您告诉我们 {number}' active=1
expect_equal "$status" 303
begin_text "$third" form=message template=THANKS text=
expect_text "谢谢您告诉我们 $third</textarea>"

it "does not offer what cannot be had, and when it is asked for all the same says why and keeps what was typed"
as desk
advice=$(office open 8 ADVICE "$facility" '院子里多种点花')
extension=$(office open 9 COMPLAINT "$facility" '楼梯的扶手松了')
for made in "$advice ADVICE" "$extension COMPLAINT"; do
	act "/cases/${made% *}/triage" "kind=${made#* }" urgency=ORDINARY matter=BUILDING street_code=
	act "/cases/${made% *}/accept" note=
	act "/cases/${made% *}/dispatch" lead=MARKET note=
done
as market
act "/cases/$advice/take"
act "/cases/$extension/take"
acted=$advice
see "$advice"
offers ask
expect_no_text 'value="EXTENSION"'
expect_text '延期：这一类的期限不能延长。'
act "/cases/$advice/ask" what=EXTENSION 'reason=花还没有买到'
expect_status 403
expect_equal "$(newest_audit)" "refused.step|$advice|market"
expect_equal "$(in_registry "select detail from audit order by seq desc limit 1")" '{"act":"case.ask","cause":"no_extension","route":"POST /cases/{number:code}/ask"}'
expect_text '<p>这一类的期限不能延长。</p>'
expect_text '花还没有买到</textarea>'
act "/cases/$extension/ask" what=EXTENSION 'reason=等零件'
expect_done
act "/cases/$extension/ask" what=EXTENSION 'reason=还是等零件'
expect_status 403
expect_text '同样的申请已经提过，正等决定，不用再提。'
expect_text '还是等零件</textarea>'
act "/cases/$extension/ask" what=SUSPENSION 'reason=等检测'
expect_done
see "$extension"
offers_not ask
expect_text '暂停计时：申请已经提过，正等决定。'
as approver
act "/cases/$extension/decide" position=2 granted=yes 'note=等检测报告' decision_note=
expect_done
see "$extension"
expect_text '计时停着，恢复计时以后才能同意，现在只能不同意。'
expect_no_text 'value="yes">同意'
act "/cases/$extension/decide" position=1 granted=yes 'note=可以延到下个月' decision_note=
expect_status 403
expect_text '计时停着。恢复计时以后才能再申请，或同意别的申请。'
expect_text '可以延到下个月'

it "ends a request with the step after which nobody needs it, and says which that was"
as market
act "/cases/$extension/resume" note=
act "/cases/$extension/reply" verdict=NOT_SUBSTANTIATED passed_to= 'text=查了，扶手是牢的'
expect_done
expect_equal "$(in_registry "select position || ended_state from case_request where case_number = '$extension' and decided_at is null")" 1REPLIED
as approver
see "$extension"
offers_not decide
expect_text '不用决定了，因为后来“已答复”'
get /
expect_no_text '等零件'
act "/cases/$extension/decide" position=1 granted=yes 'note=延到下个月' decision_note=
expect_status 403
expect_text '这个申请不用决定了：这一件后来已经是“已答复”。'
expect_text '<blockquote class="written typed">延到下个月</blockquote>'

it "ends a proposal with a finding of its own, which nobody discloses"
as market
acted=$advice
see "$advice"
expect_text 'value="TAKEN_UP"'
expect_text '>已采纳</label>'
expect_no_text 'type="radio" value="NOT_SUBSTANTIATED"'
act "/cases/$advice/reply" verdict=NOT_SUBSTANTIATED passed_to= 'text=谢谢您的建议'
expect_status 400
expect_text '“建议”没有这个结论，请从列出的结论里选。'
expect_text '谢谢您的建议</textarea>'
act "/cases/$advice/reply" verdict=REFERRED passed_to= 'text=谢谢您的建议'
expect_status 400
expect_text '<a href="#reply-passed_to">请填写转给哪个单位</a>'
act "/cases/$advice/reply" verdict=TAKEN_UP passed_to= 'text=谢谢您的建议，下个月就种'
expect_done
see "$advice"
expect_text '<strong>已采纳</strong>'
expect_equal "$(in_registry "select count(*) from outcome where case_number = '$advice'")" 0

it "gives back what was typed into a form whose time is over, with the reason, whichever form it was"
as market
for tried in 'reply verdict=NOT_SUBSTANTIATED text' 'return reason' 'resume note' 'ask what=SUSPENSION reason'; do
	action=${tried%% *}
	field=${tried##* }
	middle=${tried#"$action"}
	middle=${middle% "$field"}
	# shellcheck disable=SC2086 # a field, or none
	act "/cases/$extension/$action" $middle "$field=我写了很久的一段话"
	expect_status 403
	expect_text '这一步没有做'
	expect_text '这一件现在是“已答复”，这一步已经不能做了。'
	expect_text '<blockquote class="written typed">我写了很久的一段话</blockquote>'
done
as desk
for tried in 'reject reject_ground=TOO_LATE note' 'transfer passed_to=邻区 note' 'accept note' 'dispatch lead=MARKET note' 'recall reason' 'reopen note'; do
	action=${tried%% *}
	field=${tried##* }
	middle=${tried#"$action"}
	middle=${middle% "$field"}
	# shellcheck disable=SC2086
	act "/cases/$extension/$action" $middle "$field=我写了很久的一段话"
	expect_status 403
	expect_text '<blockquote class="written typed">我写了很久的一段话</blockquote>'
done

it "merges what is told of two facilities only when that is confirmed, and names each thing that stands against a merge"
one_place=$(office open 10 COMPLAINT "$facility" '门口停满了车')
other_place=$(office open 11 COMPLAINT "$street_facility" '门口停满了车')
act "/cases/$one_place/triage" kind=COMPLAINT urgency=ORDINARY matter=BUILDING street_code=
while read -r into cause; do
	act "/cases/$one_place/merge" "merged_into=$into" note=一起办
	expect_status 400
	expect_text "$cause"
	expect_text '一起办</textarea>'
done <<END
2026-999999 没有编号是“2026-999999”的件
$one_place “$one_place”就是这一件
$advice “$advice”是另一类
$extension “$extension”已经答复过了
$first “$first”已经办结、转出、不予受理或并入了别的件
END
act "/cases/$one_place/merge" "merged_into=$other_place" note=一起办
expect_status 400
expect_text "“$other_place”说的是另一家机构或另一个地方"
expect_text '机构不同，但说的是一件事，合并'
expect_equal "$(state_of "$one_place")" TRIAGED
act "/cases/$one_place/merge" "merged_into=$other_place" elsewhere=1 note=一起办
expect_done
expect_equal "$(state_of "$one_place")" MERGED

it "says how long a text may be before it is written, and afterwards how long it is; it cuts none"
as desk
see "$third"
expect_text 'data-most="5,000" data-counter="message-text-count"'
expect_text 'id="message-text-count" data-left="还可以写 # 字" data-over="多了 # 字，请删短" role="status">最多 5,000 字</p>'
expect_no_text 'maxlength="5000"'
long=$(printf '%5314s' '' | tr ' ' x)
act "/cases/$third/message" "text=$long"
expect_status 400
expect_text '给提交人的信最多 5,000 字，现在 5,314 字'
expect_text "$long</textarea>"
act "/cases/$third/transfer" passed_to=邻 note=x
expect_status 400
expect_text '转给哪个单位要 2 到 100 字，现在 1 字'

it "keeps no text with a placeholder nobody replaces, and names it"
as desk
get "/cases/$third"
expect_text 'href="/reply-templates">改常用文字</a>'
expect_text '<li><a href="/reply-templates">常用文字</a></li>'
post "/reply-templates/new" changed_at=-1 code=FOO title=试 kind= state= 'text=您的 {foo} 和 {number}' active=1
expect_status 400
expect_text '“{foo}”不能自动换成内容，请改成可以用的，或者去掉'
expect_text '您的 {foo} 和 {number}</textarea>'
post "/reply-templates/new" changed_at=-1 code=FOO title=试 kind= state= 'text=事项 {matter}' active=1
expect_status 400
post "/reply-templates/new" changed_at=-1 code=FOO title=试 kind= state=OUTCOME 'text=事项 {matter}' active=0
expect_status 303

it "fills in none that was kept before with one, and sends the reporter none"
in_registry "insert into reply_template (code, title, kind, state, text, active, changed_at, changed_by) values ('OLD', '旧', '', '', '您的 {foo}', 1, 0, 'desk')"
begin_text "$third" form=message template=OLD 'text=我先写的'
expect_text '这段常用文字里的“{foo}”不能自动换成内容，所以没有填；您写的都在。'
expect_text '我先写的</textarea>'
act "/cases/$third/message" 'text=您的 {foo} 已经收到'
expect_status 400
expect_text '“{foo}”还没有换成具体的内容，没有发出。'
expect_text '您的 {foo} 已经收到</textarea>'
act "/cases/$third/accept" 'note=编号 {number}，已受理'
expect_status 400
expect_equal "$(state_of "$third")" TRIAGED
act "/cases/$third/note" kind=NOTE 'text=内部：模板里的 {foo} 要改'
expect_done
expect_equal "$(in_registry "select count(*) from case_message where text like '%{foo}%'")" 0

it "tells the reported party nothing: no fact to be published says a word of the cases"
publish
expect_equal "$(in_registry "select count(*) from publication where body like '%饭菜%' or body like '%陈女士%' or body like '%13800000000%' or body like '%$number%'")" 0
