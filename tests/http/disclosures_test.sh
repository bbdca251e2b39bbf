#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# /disclosures: what complaints led to, newest first, twenty a page, for a street and a matter; and on each facility's page.
. tests/lib/http.sh

make_edition

it "says honestly that there is none, on the list and on a facility's page"
code=$(in_edition "select min(code) from facility")
visit /disclosures
expect_status 200
expect_text 没有公示的结论
expect_text 没有公示不等于没有检查
keep_page
visit "/facilities/$code"
expect_text 没有记录不等于没有检查
visit "/api/facilities/$code"
expect_json '.outcomes == []'

# put FIRST LAST STATE WORDS: outcomes of facilities by their number in the list.
put() {
	in_registry "with recursive n(i) as (select $1 union all select i + 1 from n where i < $2),
		f as (select row_number() over (order by code) as i, code, name, street_code from facility)
		insert into outcome (code, version, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state, prepared_by,
			prepared_at, answer, approved_by, approved_at, changed_at)
		select lower('$3') || printf('%03d', n.i), 1, f.code, f.name, f.street_code, case when n.i % 3 = 0 then 'FIRE' else 'FOOD' end,
			'SUBSTANTIATED_CORRECTED', '2026-11-01', n.i || '号$4' || char(10) || '<b>第二行</b>', '$3', 'officer', 1,
			case when n.i % 2 = 0 then n.i || '号陈述' else '' end, 'approver', 1, 1 from n join f on f.i = n.i"
}
put 1 44 PUBLISHED 结论
for state in DRAFT ANSWERING READY DROPPED WITHDRAWN SUPERSEDED; do put 1 1 $state 不该公开的话; done
renew_edition
put 45 45 PUBLISHED 结论
SHANYU_CLOCK=$((SHANYU_CLOCK + 60)) renew_edition

it "lists what is published, the newest first, twenty a page"
visit /disclosures
expect_text '共 45 条'
expect_equal "$(grep -c '<article class="disclosure"' "$folder/body")" 20
expect "the newest first" sh -c "grep -o 'id=\"disclosure-[a-z0-9]*' '$folder/body' | head -n 1 | grep -q published045"
expect_text '第 1 页，共 3 页'
keep_page
visit "/disclosures?page=3"
expect_equal "$(grep -c '<article class="disclosure"' "$folder/body")" 5
expect_text '上一页'
expect_no_text '下一页'
visit "/disclosures?page=4"
expect_status 400
expect_text '没有第 4 页，一共 3 页'
expect_text 'page=3">'

it "links its pages under the same filters"
visit "/disclosures?matter=FOOD"
expect_text '共 30 条'
next=$(links | grep 'page=2')
visit "$next"
expect_equal "$(grep -c '<article class="disclosure"' "$folder/body")" 10
expect_no_text '：消防'
street=$(in_edition "select street_code from outcome where matter = 'FIRE' order by code limit 1")
visit "/disclosures?matter=FIRE&street=$street"
expect_text "共 $(in_edition "select count(*) from outcome where matter = 'FIRE' and street_code = '$street'") 条"
expect_text "value=\"$street\" selected"

it "offers only matters of which something was published"
visit /disclosures
expect_text 'value="FIRE"'
expect_no_text 'value="LABOUR"'

it "shows words as words, and lines as lines"
visit "/facilities/$(in_edition "select facility_code from outcome where code = 'published002'")"
expect_text '2号结论'
expect_text '&lt;b&gt;第二行&lt;/b&gt;'
expect_text '2号陈述'
keep_page

it "says so when the facility did not answer"
visit "/facilities/$(in_edition "select facility_code from outcome where code = 'published001'")"
expect_text '机构在期限内没有提出意见'

it "shows nothing that is in any other state"
expect_equal "$(in_edition "select count(*) from outcome where summary like '%不该公开%'")" 0
expect_equal "$(in_registry "select count(*) from publication where body like '%不该公开%'")" 0

it "refuses an address that cannot be meant, and finds nothing for a code that is none"
visit "/disclosures?page=0"
expect_status 400
visit "/disclosures?street=%27%3B--"
expect_status 400
visit "/disclosures?street=999"
expect_status 400
expect_text '没有这个街镇'

it "shows how many there are of a facility in the list, in the comparison and on top of its page"
one=$(in_edition "select o.facility_code from outcome o join listing l on l.code = o.facility_code where l.programmes > 0 order by o.code limit 1")
in_registry "insert into outcome (code, version, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state, prepared_by,
	prepared_at, answer, approved_by, approved_at, changed_at)
	select 'more' || value, 1, facility_code, facility_name, street_code, 'FOOD', verdict, '2026-11-02', '又一条', 'PUBLISHED', 'officer', 1, '',
		'approver', 1, 1 from outcome, (select 1 as value union select 2) where facility_code = '$one' and state = 'PUBLISHED'"
SHANYU_CLOCK=$((SHANYU_CLOCK + 120)) renew_edition
name=$(in_edition "select name from facility where code = '$one'")
visit "/facilities?q=$(escaped "$name")"
expect_text "#disclosures\">3 条查处公示"
links | grep -q "^/facilities/$one?list=.*#disclosures$" || broken "$(links | grep disclosures)"
visit "/compare?code=$one&code=$(in_edition "select l.code from listing l where not exists (select 1 from outcome o where o.facility_code = l.code) limit 1")"
expect_text '3 条查处公示'
expect_text '>没有</td>'
visit "/facilities/$one"
expect "above all else" sh -c "sed '/id=\"contact\"/q' '$folder/body' | grep -q 'href=\"#disclosures\">3 条查处公示'"

it "is valid HTML"
expect_valid_pages
