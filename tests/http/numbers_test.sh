#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The figures of cases, against a handful of rows counted by hand; their workbooks, and who may take them out.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh
. tests/lib/cases.sh
at() { date -d "$1 ${2-12:00} +0800" +%s; }
SHANYU_CLOCK=$(at 2026-11-23) # a Monday; November has no days off but weekends
export SHANYU_CLOCK

prepare init
prepare demo

# received NUMBER DAY LIMIT STATE [column=value]...: LIMIT is the last day to answer.
received() {
	number=$1 day=$2 last=$3 state=$4
	shift 4
	add_case "$number" received_at="$(at "$day")" state="$state" "$@"
	in_registry "insert into deadline (procedure, number, step, day, until, near_at, rule, source, provisional, projected, bound)
		values ('case', '$number', 'REPLY', '$last', $(at "$last" 23:59) + 59, $(at "$last" 00:00), 'complaint.reply_days', '', 0, 0, 0)"
}
# step NUMBER DAY STATE
step() {
	in_registry "insert into case_step (case_number, position, at, from_state, to_state, note, reason, actor, who)
		select '$1', count(*) + 1, $(at "$2"), '', '$3', '', '', 'DEPARTMENT', '' from case_step where case_number = '$1'"
}
received 2026-000001 2026-11-02 2026-11-09 CLOSED street_code=310107015 closed_at="$(at 2026-11-06)" # answered in time, after 3 workdays
step 2026-000001 2026-11-05 REPLIED
hand 2026-000001 MARKET
received 2026-000002 2026-11-02 2026-11-09 REVIEW # answered late, after 10 workdays, and not accepted
step 2026-000002 2026-11-16 REPLIED
step 2026-000002 2026-11-17 UNSATISFIED
hand 2026-000002 MARKET
received 2026-000003 2026-11-04 2026-11-11 HANDLING place='=1+1' # open, over its limit
hand 2026-000003 EDUCATION
received 2026-000004 2026-11-20 2026-11-27 RECEIVED # open, within its limit
received 2026-000005 2026-11-10 2026-11-17 CLOSED outcome=WITHDRAWN closed_at="$(at 2026-11-12)" # withdrawn
received 2025-000001 2025-06-02 2025-06-09 HANDLING # forgotten a year before
received 2026-000006 2026-11-05 2026-11-12 MERGED closed_at="$(at 2026-11-05)"
received 2026-000007 2026-11-10 2026-11-17 TRANSFERRED_OUT closed_at="$(at 2026-11-12)" # passed on, after 2 workdays
step 2026-000007 2026-11-12 TRANSFERRED_OUT
received 2026-000008 2026-11-10 2026-11-17 ARCHIVED closed_at="$(at 2026-11-12)" # not taken on, after 2 workdays; archived
step 2026-000008 2026-11-12 REJECTED
step 2026-000008 2026-11-13 ARCHIVED
in_registry "update case_step set from_state = 'REJECTED' where case_number = '2026-000008' and to_state = 'ARCHIVED';
	insert into finding (case_number, position, verdict, passed_to, text, made_at, made_by) values
		('2026-000001', 1, 'SUBSTANTIATED_CORRECTED', '', 'x', 0, 'market'), ('2026-000002', 1, 'NOT_SUBSTANTIATED', '', 'x', 0, 'market')"

# says WHAT: the page without its markup says so, blanks and line breaks apart.
says() { sed 's/<[^>]*>//g' "$folder/body" | tr -d ' \n\t' | grep -qF -- "$1" || broken "$visited: does not say '$1'"; }
# row NAME: the row of a table that begins with it, its cells with bars between.
row() { tr -d '\n\t' <"$folder/body" | sed 's/<tr /\n<tr /g; s/<\/tr>/\n/g' | grep -F "row\" class=\"govuk-table__header\">$1<" | sed 's/<\/t[dh]>/|/g; s/<[^>]*>//g' | head -n 1; }

it "counts what is open and over its limit against being on time"
as desk
get /numbers
expect_status 200
says '33.3%（1/3）答复了的和到了期限的件里，按时答复的。超期还没答复的1件也算在分母里；不予受理和转出的不算。'
says '收到7件：按时答复1，晚答复1，超期没答复1，没到期限1，答复前撤回1，不予受理或转出2，没有答复期限的种类0。'

it "counts what waits now, whenever it came"
says '现在在办4件其中超过期限还没答复2件。'
expect_equal "$(row '0–1 个工作日')" '0–1 个工作日|1|0|'
expect_equal "$(row '6–15 个工作日')" '6–15 个工作日|2|1|'
expect_equal "$(row '超过 30 个工作日')" '超过 30 个工作日|1|1|'

it "estimates the time to an answer with those that wait, and says when half is not reached"
says '10个工作日内'
says '四分之一：3个工作日内；四分之三：没有到。'
get '/numbers?from=2026-11-03&to=2026-11-23'
says '还没有到一半'

it "counts answers that were not accepted against what was replied to, with the sum, and not against what was turned away"
get /numbers
says '50%（1/2）答复了的件里，反映人说没有解决、换人重查的。'

it "counts what was found true against what was found true or untrue"
says '50%（1/2）查了属实不属实的件里，属实的。'

it "says the same of each department, those who have none last"
expect_equal "$(row 区市场监管局)" '区市场监管局|2|1|1|0|50%1 / 2|3|50%1 / 2|50%1 / 2|1（0）|'
expect_equal "$(row '区教育局（托育服务中心）')" '区教育局（托育服务中心）|1|0|0|1|0%0 / 1|没到一半|–|–|1（1）|'
expect_equal "$(row 还没有交办)" '还没有交办|4|0|0|0|–|没到一半|–|–|2（1）|'

it "groups by street, kind and matter as the address asks"
get '/numbers?by=street'
expect_equal "$(row 长寿路街道)" '长寿路街道|1|1|0|0|100%1 / 1|3|0%0 / 1|100%1 / 1|0（0）|'
expect_text '<option value="street" selected>'
get '/numbers?by=kind'
expect_equal "$(row 投诉 | cut -d'|' -f2)" 7
get '/numbers?by=matter'
expect_equal "$(row 还没有分类 | cut -d'|' -f2)" 7

it "counts a month's receipts and answers, and what waited at its end"
get '/numbers?from=2026-10-01&to=2026-11-23'
expect_equal "$(row 2026-10)" '2026-10|0|0|1|'
expect_equal "$(row 2026-11)" '2026-11|7|2|3|'

it "draws every picture beside its table, with words for who does not see it, and without a script"
expect_equal "$(grep -c 'role="img"' "$folder/body")" 3
expect_equal "$(grep -c '<table ' "$folder/body")" 3
expect_equal "$(grep -o '<title id="[a-z]*-picture">' "$folder/body" | wc -l)" 3
! grep -qE '<svg[^>]* style=|<rect[^>]* style=' "$folder/body" || broken "a style that the policy refuses"

it "says what is wrong with a period and keeps what was typed"
get '/numbers?from=2026-13-01'
expect_status 400
expect_text '开始日期请写成'
expect_text 'value="2026-13-01"'
get '/numbers?from=2026-11-20&to=2026-11-01'
expect_status 400
expect_text '开始日期不能晚于结束日期'
get '/numbers?from=2010-01-01&to=2026-11-01'
expect_status 400
get '/numbers?by=nothing'
expect_status 400

it "counts for a department and a street what is theirs"
as market
get /numbers
says '收到2件：按时答复1，晚答复1，超期没答复0'
says '现在在办1件'
expect_equal "$(row '区教育局（托育服务中心）')" ''
as street
get /numbers
says '收到1件'

it "lets the auditor see counts and take nothing out"
as auditor
get /numbers
expect_status 200
expect_no_text '导出 Excel'
get /numbers.xlsx
expect_status 403
get /cases.xlsx
expect_status 403

it "lets the administrator of accounts see no figures"
as administrator
get /numbers
expect_status 403

# sheet N: a sheet of the workbook as text, a row a line: cell=value.
sheet() {
	unzip -p "$folder/body" "xl/worksheets/sheet$1.xml" | sed 's/<row /\n<row /g' | grep '^<row' |
		sed -E 's/<c r="([A-Z]+)[0-9]+"[^>]*>(<is><t[^>]*>|<v>)([^<]*)<[^c]*(<\/is>)?<\/c>/ \1=\3/g; s/<[^>]*>//g'
}

it "gives the figures as a workbook: shares as numbers, and the audit knows"
as approver
get '/numbers.xlsx?from=2026-10-01&to=2026-11-23'
expect_status 200
expect_header Content-Type '^application/vnd.openxmlformats-officedocument.spreadsheetml.sheet$'
expect_header Content-Disposition 'filename="numbers-2026-11-23.xlsx"'
sheet 1 >"$folder/sheet"
expect "the department" grep -q 'A=区市场监管局 B=2 C=2 D=1 E=1 F=0 G=0 H=0 I=0 J=0 K=0.5 L=1 / 2 M=1 N=0.5 O=1 / 2 P=0.5 Q=1 / 2' "$folder/sheet"
expect "a month" sh -c "unzip -p '$folder/body' xl/worksheets/sheet2.xml | grep -q '2026-11'"
expect_equal "$(newest_audit)" 'numbers.export||approver'
expect_equal "$(in_registry "select detail from audit order by seq desc limit 1")" '{"by":"department","from":"2026-10-01","to":"2026-11-23"}'

it "gives the list of cases as a workbook, as the page's address asks"
get '/cases.xlsx?open=all'
expect_status 200
sheet 1 >"$folder/sheet"
expect_equal "$(grep -c . "$folder/sheet")" 10
expect "the heading" grep -q 'A=编号 B=种类' "$folder/sheet"
expect "the number" grep -q 'A=2026-000003 B=投诉' "$folder/sheet"
expect "the finding" grep -q 'A=2026-000001 B=投诉.*=属实，已整改' "$folder/sheet"
get '/cases.xlsx?department=EDUCATION'
sheet 1 >"$folder/sheet"
expect_equal "$(grep -c . "$folder/sheet")" 2
expect_equal "$(newest_audit)" 'case.export||approver'
expect_equal "$(in_registry "select detail from audit order by seq desc limit 1")" '{"query":"?department=EDUCATION","rows":1}'
get '/cases.xlsx?department=EDUCATION&q=nobody-says-this'
expect_equal "$(in_registry "select detail from audit order by seq desc limit 1")" '{"query":"?department=EDUCATION","rows":0,"words":1}'
get '/cases.xlsx?department=EDUCATION'

it "writes what somebody typed as text, never as a formula, and moments as dates"
unzip -p "$folder/body" xl/worksheets/sheet1.xml >"$folder/xml"
expect "text" grep -q 't="inlineStr"><is><t>=1+1</t>' "$folder/xml"
expect "no formula" [ "$(grep -c '<f>' "$folder/xml")" = 0 ]
# 2026-11-04 12:00 is 46330.5 of Excel's calendar.
expect "a date" grep -q '<v>46330.5</v>' "$folder/xml"

it "puts into the workbook only what its reader may see"
as market
get '/cases.xlsx?open=all'
sheet 1 >"$folder/sheet"
expect_equal "$(grep -c . "$folder/sheet")" 3
expect "not of others" [ "$(grep -c '2026-000003' "$folder/sheet")" = 0 ]
as supervisor
get '/cases.xlsx?open=all'
expect_status 403

it "holds no contact, no story and no receipt in any workbook"
as approver
get '/cases.xlsx?open=all'
unzip -p "$folder/body" xl/worksheets/sheet1.xml >"$folder/xml"
expect "none" [ "$(grep -cE 'lookup-|story|phone' "$folder/xml")" = 0 ]
