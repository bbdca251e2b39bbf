#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The office's list of disclosures: filters, chips, pages, lists kept by a name, files, each held to the scope of who asks.
SHANYU_CLOCK=1795400000 # Monday, 2026-11-23 in Shanghai
export SHANYU_CLOCK
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh
. tests/lib/cases.sh

make_demo
prepare portal rebuild
street=310107015
other_street=$(in_registry "select code from street where code <> '$street' order by code limit 1")
facility=$(in_registry "select code from facility order by code limit 1")
facility_name=$(in_registry "select name from facility where code = '$facility'")

# add_outcome CODE CASE STATE [column=value]...: one that changed an hour ago; until=SECOND ends the facility's time to answer, which is near two days before.
add_outcome() {
	added=$1
	in_registry "insert into outcome (code, version, case_number, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state,
			prepared_by, prepared_at, changed_at)
		values ('$1', 1, nullif('$2', ''), 'none', '青禾托育园', '$street', 'FEE', 'SUBSTANTIATED_CORRECTED', '2026-11-20', '押金没有退。', '$3',
			'market', 0, $SHANYU_CLOCK - 3600)"
	shift 3
	for column; do
		case $column in
		until=*) in_registry "insert into deadline (procedure, number, step, day, until, near_at, rule, source, provisional, projected, bound) values
			('outcome', '$added', 'ANSWER', date(${column#*=}, 'unixepoch', '+8 hours'), ${column#*=}, ${column#*=} - 172800, 'test', '', 0, 0, 0)" ;;
		*) in_registry "update outcome set ${column%%=*} = '${column#*=}' where code = '$added'" ;;
		esac
	done
}

add_case 2026-000001 street_code="$street"
hand 2026-000001 MARKET
add_case 2026-000002 street_code="$other_street"
hand 2026-000002 EDUCATION
add_outcome draft1 2026-000001 DRAFT changed_at=$((SHANYU_CLOCK - 7200))
add_outcome answer1 2026-000002 ANSWERING until=$((SHANYU_CLOCK + 86400)) street_code="$other_street" matter=FOOD prepared_by=education
add_case 2026-000003 street_code="$street"
hand 2026-000003 MARKET
add_outcome answer2 2026-000003 ANSWERING until=$((SHANYU_CLOCK + 864000))
add_outcome ready1 '' READY facility_code="$facility" facility_name="$facility_name" changed_at=$((SHANYU_CLOCK - 86400 * 3))
add_outcome public1 '' PUBLISHED summary='食堂的两个人没有健康证，已经补办。'
add_outcome dropped1 '' DROPPED end_reason=复查不属实

# The codes of the list, in its order.
listed() { grep -o '<th scope="row"><a class="govuk-link" href="/outcomes/[a-z0-9]*"' "$folder/body" | sed 's|.*/||; s/"$//' | tr '\n' ' ' | sed 's/ $//'; }
# lists PATH CODES: these and no others, in this order.
lists() {
	get "$1"
	expect_status 200
	expect_equal "$(listed)" "$2" "$1"
}
escaped() { jq -rn --arg text "$1" '$text | @uri'; }
# The address of a link with this rel of the page.
leads() { sed -n "s/.*href=\"\([^\"]*\)\" rel=\"$1\".*/\1/p" "$folder/body" | sed 's/&amp;/\&/g'; }

it "asked for nothing lists what waits for who asks, what has waited longest first, and leads to all"
as desk
lists /outcomes 'draft1 answer1 answer2'
expect_text 'href="/outcomes" aria-current="page">等我办的 <span class="lists__count">3</span>'
expect_text 'href="/outcomes?state=READY">等审批 <span class="lists__count">1</span>'
expect_text 'href="/outcomes?state=all">全部 <span class="lists__count">6</span>'
as approver
lists /outcomes ready1
lists '/outcomes?state=all' 'ready1 draft1 answer1 answer2 dropped1 public1'
as supervisor
lists /outcomes 'ready1 draft1 answer1 answer2 dropped1 public1'
expect_no_text '等我办的'

it "filters by every field, all of it in the address"
as desk
lists '/outcomes?state=PUBLISHED' public1
lists '/outcomes?turn=APPROVER' ready1
lists '/outcomes?turn=PREPARER' 'draft1 answer1 answer2'
lists '/outcomes?due=near' answer1
lists '/outcomes?state=all&matter=FOOD' answer1
lists "/outcomes?state=all&street=$other_street" answer1
lists "/outcomes?state=all&facility=$facility" ready1
lists '/outcomes?state=all&changed_to=2026-11-21' ready1
lists '/outcomes?state=all&changed_from=2026-11-23&matter=FEE' 'draft1 answer2 dropped1 public1'
lists "/outcomes?state=all&q=$(escaped 健康证)" public1
lists '/outcomes?q=2026-000003' answer2
lists "/outcomes?state=all&q=$(escaped "$facility_name")" ready1
lists "/outcomes?state=all&q=$(escaped "$facility")" ready1
expect_text '也找了这些机构'
lists '/outcomes?state=all&q=%25' ''

it "sorts by what changed last or by the nearest end of the time to answer, when asked"
lists '/outcomes?state=all&sort=changed' 'answer1 answer2 dropped1 public1 draft1 ready1'
lists '/outcomes?state=all&sort=until' 'answer1 answer2 draft1 dropped1 public1 ready1'

it "shows each condition as a chip, and taking off one after the other leads back to where one began"
get "/outcomes?q=$(escaped 押金)&state=all&turn=PREPARER&matter=FEE&changed_from=2026-11-01"
expect_equal "$(listed)" 'draft1 answer2'
for chip in '“押金”' '各种状态的' '轮到拟稿人' '收费、退费、广告和合同' '2026-11-01 起变动'; do expect_text "去掉条件：</span>$chip"; done
for left in 4 3 2 1 0; do
	get "$(grep -o 'class="chips__chip" href="[^"]*"' "$folder/body" | head -n 1 | sed 's/.*href="//; s/"$//; s/&amp;/\&/g')"
	expect_status 200
	expect_equal "$(grep -c 'class="chips__chip"' "$folder/body" || true)" $left
done
expect_equal "$visited" /outcomes

it "names what is wrong with a condition, keeps the others and lists nothing"
get "/outcomes?changed_from=2026-02-30&q=$(escaped 押金)&matter=FEE"
expect_status 400
expect_text '最近变动（从）请写成 2026-11-23 的样子'
expect_text 'value="押金"'
expect_text '<option value="FEE" selected>'
expect_equal "$(listed)" ''
for wrong in 'state=nonsense' 'turn=CLERK' 'due=soon' 'sort=fairest' 'page=0' 'after=5' 'before=x_y' 'after=99999999999999999999_a' 'matter=%3Cb%3E'; do
	get "/outcomes?$wrong&q=%E6%8A%BC"
	expect_status 400
	expect_text '有些条件要改一下'
	expect_text 'value="押"'
done
get '/outcomes?q=%FF'
expect_status 400

it "says what to do when nothing is found"
get '/outcomes?q=nothing-of-the-kind'
expect_text '没有同时符合这些条件的'
expect_text 'href="/outcomes?state=all&amp;q=nothing-of-the-kind"'

it "shows a department and a street what is of their cases and nothing else, whatever is asked for"
as market
lists '/outcomes?state=all' 'draft1 answer2'
for asked in 'state=PUBLISHED' 'turn=APPROVER' 'due=near' 'matter=FOOD&state=all' "street=$other_street" "facility=$facility&state=all" 'q=2026-000002'; do
	lists "/outcomes?$asked" ''
done
expect_text 'href="/outcomes?state=all">全部 <span class="lists__count">2</span>'
get '/outcomes?after=1_a&state=all'
expect_equal "$(listed)" 'draft1 answer2'
as street
lists '/outcomes?state=all' 'draft1 answer2'
for who in auditor administrator; do
	as $who
	for page in /outcomes /outcomes.xlsx; do
		get $page
		expect_status 403
	done
done

it "keeps a list by a name, which the list of cases does not show, nor this one those of cases"
as desk
post /outcomes/saved name=收费的 query='matter=FEE&q=押金&state=all&page=3&after=1_a&done=saved'
expect_status 303
expect_header Location '^/outcomes\?q=%E6%8A%BC%E9%87%91&state=all&matter=FEE&done=saved$'
expect_equal "$(newest_audit)" 'list.save|desk|desk'
expect_equal "$(in_registry "select detail from audit order by seq desc limit 1")" '{"query":"?state=all&matter=FEE"}'
post /cases/saved name=督办的 query='supervised=1'
expect_status 303
get '/outcomes?q=%E6%8A%BC%E9%87%91&state=all&matter=FEE&done=saved'
expect_text '清单存好了'
expect_text 'aria-current="page">收费的 <span class="lists__count">4</span>'
expect_no_text 督办的
get /cases
expect_text 督办的
expect_no_text 收费的
as market
get /outcomes
expect_no_text 收费的

it "keeps up to twelve lists of each, by the same name in both, and removes one without the other's"
as desk
for i in 1 2 3 4 5 6 7 8 9 10 11; do post /outcomes/saved name="清单$i" query="q=$i"; done
expect_status 303
post /outcomes/saved name=第十三 query='q=押'
expect_status 400
expect_text '已经存了 12 份'
post /cases/saved name=收费的 query='matter=FEE'
expect_status 303
post /outcomes/saved name= query='q=押'
expect_status 400
expect_text '请给清单起个名字'
expect_text 'value="押"'
post /outcomes/saved/remove name=收费的 query=
expect_status 303
get '/outcomes?done=removed'
expect_text '清单删掉了'
expect_no_text '>收费的'
get /cases
expect_text 收费的

it "gives as a file what the list shows, and writes down who took it, without the words"
get "/outcomes.xlsx?state=all&q=$(escaped 押金)"
expect_status 200
expect_header Content-Disposition 'disclosures-2026-11-23.xlsx'
sheet=$(unzip -p "$folder/body" xl/worksheets/sheet1.xml)
expect_equal "$(echo "$sheet" | grep -o '<row ' | wc -l)" 6 rows
for text in 件号 2026-000001 "$facility_name" 等审批; do echo "$sheet" | grep -qF "$text" || broken "no $text"; done
expect_equal "$(in_registry "select action || detail from audit order by seq desc limit 1")" 'outcome.export{"query":"?state=all","rows":5,"words":1}'
get '/outcomes.xlsx?state=nonsense'
expect_status 400
as market
get '/outcomes.xlsx?state=all'
expect_equal "$(unzip -p "$folder/body" xl/worksheets/sheet1.xml | grep -o '<row ' | wc -l)" 3 rows
as supervisor
get /outcomes.xlsx
expect_status 403

it "goes from page to page by where the one before ended: what comes meanwhile moves nothing"
in_registry "with recursive n (i) as (select 1 union all select i + 1 from n where i < 120)
	insert into outcome (code, version, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state, prepared_by, prepared_at, changed_at)
	select 'many' || substr('00' || i, -3), 1, 'none', '很多', '', 'FIRE', 'SUBSTANTIATED_CORRECTED', '2026-01-01', '', 'PUBLISHED', 'market', 0, 1000 - i from n"
many() { seq "$1" "$2" | sed 's/.*/000&/; s/.*\(...\)$/many\1/' | tr '\n' ' ' | sed 's/ $//'; }
as supervisor
lists '/outcomes?matter=FIRE' "$(many 1 50)"
expect_text '共 120 条'
expect_text '第 1 页，共 3 页'
expect_equal "$(leads prev)" ''
second=$(leads next)
in_registry "insert into outcome (code, version, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state, prepared_by, prepared_at, changed_at)
	values ('many000', 1, 'none', '刚来的', '', 'FIRE', 'SUBSTANTIATED_CORRECTED', '2026-01-01', '', 'PUBLISHED', 'market', 0, 2000)"
lists "$second" "$(many 51 100)"
expect_text '第 2 页，共 3 页'
lists "$(leads next)" "$(many 101 120)"
expect_equal "$(leads next)" ''
lists "$(leads prev)" "$(many 51 100)"
lists "$(leads prev)" "$(many 0 49)"
expect_equal "$(leads prev)" ''
in_registry "delete from outcome where matter = 'FIRE' and code > 'many050'"
lists "$second" "$(many 0 49)"
