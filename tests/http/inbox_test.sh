#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The inbox, the officer's day, saved lists, the jump to a number and what is done with several cases, by the real program as a CGI program.
SHANYU_CLOCK=1795400000 # Monday, 2026-11-23 in Shanghai
export SHANYU_CLOCK
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh
. tests/lib/cases.sh

prepare init
prepare demo
street=310107015
other_street=$(in_registry "select code from street where code <> '$street' order by code limit 1")
facility=$(in_registry "select code from facility order by code limit 1")
facility_name=$(in_registry "select name from facility where code = '$facility'")
add_account education2 钱教育 DEPARTMENT DEPARTMENT-EDUCATION EDUCATION

add_case 2026-000001 facility_code="$facility" street_code="$street" story='午饭是凉的'
limit 2026-000001 REPLY -4
add_case 2026-000002 street_code="$other_street" place='长寿路 8 号' story='100% 的押金不退' matter=FEE
limit 2026-000002 REPLY 0
add_case 2026-000003 kind=REPORT street_code="$street" place='武宁路 3 号' story='没有备案' urgency=URGENT
hand 2026-000003 EDUCATION
limit 2026-000003 REPLY 1
add_case 2026-000004 street_code="$street" story='保安晚到' place='<b>曹杨路</b>'
hand 2026-000004 EDUCATION
in_registry "update cases set state = 'HANDLING', handler = 'education' where number = '2026-000004'"
limit 2026-000004 REPLY 9
add_case 2026-000005 story='退费' place='真北路' supervised=1
hand 2026-000005 MARKET
in_registry "update cases set state = 'SUSPENDED', handler = 'market' where number = '2026-000005'"
add_case 2026-000006 state=CLOSED closed_at=1795300000 story='早已办好' place='大渡河路'
add_case 2026-000007 state=RETURNED_BY_DEPT story='退回来了' place='宜川路'
add_case 2026-000008 state=REVIEW story='没有解决' place='桃浦路' review_not_by='education li' reopened=1
hand 2026-000008 EDUCATION
limit 2026-000008 REVIEW 2
in_registry "insert into case_message (receipt_lookup, position, case_number, at, sender, text, who) values
	('lookup-2026-000004', 1, null, 1, 'reporter', '在吗', '')"

# The numbers of the list, in its order.
listed() { grep -o 'scope="row"[^>]*><a class="govuk-link" href="/cases/[0-9-]*' "$folder/body" | sed 's|.*/||' | tr '\n' ' ' | sed 's/ $//'; }
# lists PATH NUMBERS: these and no others, in this order.
lists() {
	get "$1"
	expect_status 200
	expect_equal "$(listed)" "$2" "$1"
}
holder() { in_registry "select handler from cases where number = '$1'"; }

seen() { in_registry "select max(seen_at) from session where account = 'desk'"; }
it "shows pages while somebody writes and does not end, and notes the use of the session when it can"
as desk
used=$(seen)
SHANYU_CLOCK=$((SHANYU_CLOCK + 400))
hold_writer
for page in / /cases /cases/2026-000001 /numbers /outcomes; do
	get $page
	expect_status 200
done
expect_equal "$(seen)" "$used"
release_writer
get /cases
expect_status 200
expect_equal "$(seen)" "$SHANYU_CLOCK"
SHANYU_CLOCK=$((SHANYU_CLOCK - 400))

it "reads what it gives as a file without the writer's place, and gives it to nobody before the audit has it"
hold_writer
get '/cases.xlsx?due=never'
expect_status 400
get /cases/2026-999999/print
expect_status 404
get /cases.xlsx
expect_status 503
expect_no_header Content-Disposition
release_writer
expect_equal "$(in_registry "select count(*) from audit where action in ('case.export', 'case.print')")" 0
get '/cases.xlsx?open=all'
expect_status 200
expect_equal "$(newest_audit)" 'case.export||desk'
expect_equal "$(in_registry "select json_extract(detail, '$.rows') from audit order by seq desc limit 1")" "$(in_registry "select count(*) from cases")"

it "names the columns of a list in which nothing is"
get '/cases.xlsx?q=nothing-of-the-kind'
expect_status 200
unzip -p "$folder/body" xl/worksheets/sheet1.xml | grep -q '编号' || broken "no titles"
expect_equal "$(unzip -p "$folder/body" xl/worksheets/sheet1.xml | grep -o '<row ' | wc -l)" 1 "rows"

it "sends who is not signed in to sign in, and to come back"
nobody
get '/cases?due=over'
expect_status 303
expect_header Location '^/login\?next=%2Fcases%3Fdue%3Dover$'
get /
expect_status 303

it "lists what is over first, then the nearest limit, and says so in words"
as desk
lists /cases "2026-000001 2026-000002 2026-000003 2026-000008 2026-000004 2026-000005 2026-000007"
expect_text '共 7 件，超期 1 件，今天到期 1 件，快到期 2 件'
expect_text '已超 2 个工作日'
expect_text '今天到期</strong>'
expect_text '快到期</strong>还有 1 个工作日'
expect_text '还有 7 个工作日'
expect_text '暂停计时'
expect_text '没有在走的期限'

it "offers a box for each case, with its number, to who may do something with several"
expect_text 'name="number" value="2026-000001"'
expect_equal "$(grep -c 'name="number" value="2026-' "$folder/body")" 7
as supervisor
get /cases
expect_equal "$(listed | wc -w)" 7
expect_no_text 'name="number" value='
expect_no_text 'id="bulk"'
as desk

it "sorts by what was received or changed last, when asked"
in_registry "update cases set received_at = received_at + 100, changed_at = changed_at - 100 where number = '2026-000005'"
get '/cases?sort=received'
expect_equal "$(listed | cut -d' ' -f1)" 2026-000005
get '/cases?sort=changed'
expect_equal "$(listed | grep -o '[^ ]*$')" 2026-000005

it "filters by every field, all of it in the address"
lists '/cases?state=HANDLING' 2026-000004
lists '/cases?kind=REPORT' 2026-000003
lists '/cases?matter=FEE' 2026-000002
lists "/cases?street=$other_street" 2026-000002
lists '/cases?department=MARKET' 2026-000005
lists '/cases?handler=market' 2026-000005
lists '/cases?handler=-&due=pressing' '2026-000001 2026-000002'
lists '/cases?urgency=URGENT' 2026-000003
lists '/cases?supervised=1' 2026-000005
lists '/cases?unread=1' 2026-000004
lists "/cases?facility=$facility" 2026-000001
lists '/cases?due=over' 2026-000001
lists '/cases?due=today' 2026-000002
lists '/cases?due=near' '2026-000003 2026-000008'
lists '/cases?open=closed' 2026-000006
lists '/cases?received_from=2026-11-22&received_to=2026-11-22&kind=REPORT' 2026-000003
lists '/cases?received_to=2026-11-21' ''
lists '/cases?q=%E5%87%89' 2026-000001
# In traditional characters.
lists '/cases?q=%E6%B6%BC' 2026-000001
lists '/cases?q=100%25' 2026-000002
lists '/cases?q=000003' 2026-000003
lists "/cases?q=$(jq -rn --arg text "$facility_name" '$text | @uri')" 2026-000001

it "shows each condition as a chip that takes it off and leaves the others"
get '/cases?q=%E5%87%89&due=over&handler=me&open=all'
expect_text 'href="/cases?open=all&amp;due=over&amp;handler=me"'
expect_text 'href="/cases?q=%E5%87%89&amp;open=all&amp;handler=me"'
expect_text '“凉”'
expect_text '我经办'

it "names what is wrong with a condition, keeps the others and lists nothing"
get '/cases?received_from=2026-02-30&q=%E5%87%89'
expect_status 400
expect_text '收到日期（从）请写成 2026-11-23 的样子'
expect_text 'value="凉"'
expect_equal "$(listed)" ''
get '/cases?due=soon&page=0'
expect_status 400
expect_text '没有这种期限，请重新选择'

it "says what to do when nothing is found"
get '/cases?q=nothing-of-the-kind'
expect_text '没有同时符合这些条件的件'
expect_text 'href="/cases?open=all&amp;q=nothing-of-the-kind"'

it "shows what was written as it was written"
get '/cases?q=%E6%9B%B9%E6%9D%A8'
expect_text '&lt;b&gt;曹杨路&lt;/b&gt;'

it "shows a department what was handed to it and nothing else, whatever it asks for"
as education
lists /cases "2026-000003 2026-000008 2026-000004"
for asked in 'department=MARKET' 'handler=market' "street=$other_street" 'q=%E9%80%80%E8%B4%B9' 'supervised=1' 'open=closed'; do
	lists "/cases?$asked" ''
done
lists '/cases?waiting=1' 2026-000003
lists '/cases?handler=me' 2026-000004

it "shows a street its own cases and nothing else"
as street
lists /cases "2026-000001 2026-000003 2026-000004"
lists "/cases?street=$other_street" ''
lists '/cases?open=all&q=%E9%80%80' ''

it "shows no case to an auditor or an administrator"
for who in auditor administrator; do
	as $who
	get /cases
	expect_status 403
	get '/jump?number=3'
	expect_status 403
	get /
	expect_status 200
	expect_no_text 2026-00000
done

it "opens a case by its number, also by its end and in wide digits"
as desk
for number in 3 003 2026-3 2026-000003 ３ ２０２６－３; do
	get "/jump?number=$(jq -rn --arg text "$number" '$text | @uri')"
	expect_status 303
	expect_header Location '^/cases/2026-000003$'
done

it "says so when there is no such number here, and looks for words instead of numbers"
as market
get '/jump?number=3'
expect_status 200
expect_text '没有编号是“3”的件'
get '/jump?number=%E5%87%89'
expect_header Location '^/cases\?q=%E5%87%89&open=all$'

it "offers all of a number that several years have"
add_case 2025-000003 state=CLOSED closed_at=1760000000 place='去年'
as desk
get '/jump?number=3'
expect_text '编号“3”有几件'
expect_text 'href="/cases/2025-000003"'

it "keeps a list by a name, shows how many it holds, and removes it"
post /cases/saved name=食堂 query='due=over&q=凉&page=3&done=saved'
expect_status 303
expect_header Location '^/cases\?q=%E5%87%89&due=over&done=saved$'
get '/cases?q=%E5%87%89&due=over&done=saved'
expect_text '清单存好了'
expect_text 'href="/cases?q=%E5%87%89&amp;due=over" aria-current="page">食堂 <span class="lists__count">1</span>'
expect_equal "$(newest_audit)" 'list.save|desk|desk'
# Words that are looked for may name somebody, and what is in the audit stays.
expect_equal "$(in_registry "select detail from audit order by seq desc limit 1")" '{"query":"?due=over"}'
as education
get /cases
expect_no_text 食堂
as desk
post /cases/saved/remove name=食堂 query=
expect_status 303
get '/cases?done=removed'
expect_no_text 食堂
expect_text '清单删掉了'

it "says when a list takes the place of one of the same name, and keeps none with conditions that are wrong"
post /cases/saved name=食堂 query='due=over'
post /cases/saved name=食堂 query='q=凉'
expect_header Location 'done=replaced$'
get '/cases?q=%E5%87%89&done=replaced'
expect_text '换掉了原来同名的那个'
post /cases/saved name=反的 query='received_from=2026-12-05&received_to=2026-11-01'
expect_status 400
expect_text '没有存成清单'
expect_text '“到”的日子在“从”的前面'
post /cases/saved name=乱的 query='q=凉&open=never'
expect_status 400
expect_equal "$(in_registry "select group_concat(name) from kept_list")" 食堂
post /cases/saved/remove name=食堂 query=

it "says that a last day before the first is a slip"
get '/cases?received_from=2026-12-05&received_to=2026-11-01'
expect_status 400
expect_text '“到”的日子在“从”的前面'
get '/cases?received_from=2026-11-01&received_to=2026-11-01'
expect_status 200

it "asks for a name, keeps the conditions, and keeps no more than twelve lists"
post /cases/saved name= query='q=凉'
expect_status 400
expect_text '请给清单起个名字'
expect_text 'value="凉"'
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do post /cases/saved name="清单$i" query="q=$i"; done
expect_status 303
post /cases/saved name=第十三 query='q=凉'
expect_status 400
expect_text '已经存了 12 份'
expect_equal "$(in_registry 'select count(*) from kept_list')" 12

it "gives several cases to a colleague and says of each what was done or why not"
as education
post /cases/assign number=2026-000003 number=2026-000004 number=2026-000003 number=2026-000008 number=2026-000005 handler=education2 query='state=HANDLING'
expect_status 200
expect_text '2 件交给了钱教育'
expect_text '没有做的 2 件'
expect_text '没有这一件，或者它不归您的账号办理'
expect_text 'href="/cases?state=HANDLING"'
expect_equal "$(holder 2026-000003) $(holder 2026-000004) $(holder 2026-000005) $(holder 2026-000008)" 'education2 education2 market '
expect_equal "$(in_registry "select subject from audit where action = 'case.assign' order by seq" | tr '\n' ' ')" '2026-000003 2026-000004  '

it "takes a gift of several cases back to who had each, but not what has gone on"
in_registry "update cases set handler = 'education' where number = '2026-000003'"
post /cases/assign/undo number=2026-000003 before=- number=2026-000004 before=education handler=education2
expect_text '撤回了，1 件还由原来的人经办'
expect_text '之后又换过经办人，没有动它'
expect_equal "$(holder 2026-000003) $(holder 2026-000004)" 'education education'
in_registry "update cases set handler = '' where number = '2026-000003'"

it "gives nothing to who is not of this place, and asks when nothing or nobody is picked"
post /cases/assign number=2026-000004 handler=market
expect_text '所选的人不在您的部门'
expect_equal "$(holder 2026-000004)" education
post /cases/assign handler=education2
expect_status 400
expect_text '没有勾选任何一件'
post /cases/assign number=2026-000004
expect_status 400
expect_text '没有选交给谁'

it "lets the desk give what is not handed out, and approvers what is reviewed, but not to who handled it"
as desk
post /cases/assign number=2026-000001 number=2026-000004 handler=desk
expect_equal "$(holder 2026-000001) $(holder 2026-000004)" 'desk education'
as approver
post /cases/assign number=2026-000008 handler=approver
expect_equal "$(holder 2026-000008)" approver
in_registry "update cases set review_not_by = 'approver', handler = '' where number = '2026-000008'"
post /cases/assign number=2026-000008 handler=approver
expect_text '原来办的人不能再办'
expect_equal "$(holder 2026-000008)" ''

it "lets a department take several cases at once, with a step and a row in the audit for each"
as education
taken=$("$build/tests/office" "$config" open 99 COMPLAINT "$facility" 厨房没有人)
for step in "triage $taken COMPLAINT FOOD $street" "accept $taken 已经受理" "dispatch $taken EDUCATION"; do
	# shellcheck disable=SC2086 # words of a command
	"$build/tests/office" "$config" $step || broken "$step"
done
post /cases/take number="$taken" number=2026-000004
expect_text '签收了 1 件，由您经办'
expect_equal "$(in_registry "select state || ' ' || handler from cases where number = '$taken'")" 'HANDLING education'
expect_equal "$(in_registry "select count(*) from case_step where case_number = '$taken' and to_state = 'HANDLING'")" 1
expect_equal "$(in_registry "select count(*) from audit where action = 'case.take' and subject = '$taken'")" 1
as desk
post /cases/take number=2026-000002
expect_status 403

it "notes that messages were read"
as education
post /cases/read number=2026-000004
expect_text '1 件的消息记为看过了'
lists '/cases?unread=1' ''

it "does nothing without the page's token"
csrf=wrong
post /cases/assign number=2026-000004 handler=education2
expect_status 403
expect_equal "$(holder 2026-000004)" education

it "puts an officer's day on one page: what presses, what waits, tasks, reminders"
in_registry "insert into case_task (case_number, position, text, assignee, due_on, made_at, made_by)
	values ('2026-000004', 1, '去现场看厨房', 'education', '2026-11-23', $SHANYU_CLOCK, 'education2');
	insert into reminder values ('case', '2026-000003', 'NEAR', 'REPLY', 0, $SHANYU_CLOCK, 'EDUCATION'), ('case', '2026-000005', 'NEAR', 'REPLY', 0, $SHANYU_CLOCK, 'MARKET');
	insert into case_request (case_number, position, what, reason, asked_at, asked_by) values ('2026-000004', 1, 'EXTENSION', '要等检测', 0, 'education');
	insert into meeting_item (case_number, proposed_at, proposed_by, why, state) values ('2026-000007', 0, 'clerk', '退回两次', 'PROPOSED')"
as education
get /
expect_text '王教育，今天是 <time datetime="2026-11-23">2026-11-23</time> 星期一'
expect_text '去现场看厨房'
expect_text '钱教育 交代'
expect_text '快到期<span class="cases__line">武宁路 3 号'
expect_text "我经办的（2）"
expect_no_text '真北路'
expect_no_text '等您决定'
as approver
get /
expect_text '要等检测'
expect_text '退回两次'
as desk
get /
expect_text '退回的，等重新交办（1）'

it "says on a day off that limits do not run"
SHANYU_CLOCK=1795310000
as desk
get /
expect_text '今天不是工作日'

# Sixty-three requests of market, one of another place, and as many cases.
in_registry "with recursive n (i) as (select 1 union all select i + 1 from n where i < 63)
	insert into receipt (lookup, envelope, mailbox_key, opening, stamp, created_at) select 'many-' || i, 'many-' || i, x'00', x'00', '', 0 from n;
	with recursive n (i) as (select 1 union all select i + 1 from n where i < 63)
	insert into cases (number, receipt_lookup, kind, place, story, wish, happened, going_on, anonymous, reply_by, state, lane, quarantined, sent_at, received_at,
		stopped_days, outcome, handler, review_not_by, changed_at)
	select '2027-' || substr('00000' || i, -6), 'many-' || i, 'COMPLAINT', case i when 7 then '彩虹桥' else '别处' end, '', '', '', 'yes', 0, 'receipt', 'HANDLING',
		'proof', 0, 0, 0, 0, '', 'market', '', 0 from n;
	insert into case_request (case_number, position, what, reason, asked_at, asked_by)
	select number, 1, 'EXTENSION', '等', 1, 'market' from cases where number like '2027-%'"
listed() { grep -c '<li><a class="govuk-link" href="/cases/2027-' "$folder/body" || true; }
it "shows the first of each part of the day, says how many there are, and leads to all of them"
as approver
get /
others=$(in_registry "select count(*) from case_request where decided_at is null and ended_at is null and case_number not like '2027-%' and asked_by <> 'approver'")
expect_text "等您决定：延期和暂停计时（$((63 + others))）"
expect_text "href=\"/day/requests\">还有 $((63 + others - 8)) 项，看全部 $((63 + others)) 项</a>"
expect "no more than eight" [ "$(listed)" -le 8 ]

it "lists a part of the day as a whole, page by page, and by a word"
get /day/requests
expect_status 200
expect_text "第 1 页，共 2 页"
seen=$(listed)
get '/day/requests?page=2'
expect_equal "$((seen + $(listed)))" 63
get '/day/requests?q=2027-000009'
expect_equal "$(listed)" 1
get '/day/requests?q=%E5%BD%A9%E8%99%B9%E6%A1%A5'
expect_text 'href="/cases/2027-000007"'
expect_text 'value="彩虹桥"'
get '/day/requests?q=nowhere'
expect_text '没有找到'
get '/day/requests?page=99'
expect_text '没有这一页'

it "lists of the day only what the role may decide, and no part that there is not"
get /day/nothing
expect_status 404
as desk
get /day/requests
expect_status 403
get /day/tasks
expect_status 200
as market
get /day/morning
expect_status 200
