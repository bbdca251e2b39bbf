#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The child's age is read in any words, and the wished month decides how old it is and which classes have room.
. tests/lib/http.sh

make_edition
# Today is 2026-11-23.
programme_where() { echo "select distinct facility_code from programme p left join vacancy v on v.programme_code = p.code where $1"; }
aged() { programme_where "age_from_months <= $1 and age_to_months > $1"; }

it "reads the age as number, in words and as a day of birth, as a phrase is read"
while read -r months typed; do
	visit "/api/facilities?age=$(escaped "$typed")"
	expect_status 200
	jq '[.total, .items[0].code]' "$folder/body" >"$folder/found"
	visit "/api/facilities?age=$months"
	jq '[.total, .items[0].code]' "$folder/body" >"$folder/true"
	cmp -s "$folder/found" "$folder/true" || broken "$typed is not read as $months months"
	visit "/facilities?age=$(escaped "$typed")"
	expect_status 200
	expect_text "name=\"age\" type=\"text\" value=\"$months\""
	visit "/facilities?q=$(escaped "$typed")"
	expect_text "name=\"age\" type=\"text\" value=\"$months\""
done <<END
18 一岁半
18 1岁半
18 1.5岁
27 两岁三个月
20 1岁8个月
20 一岁八个月
20 20个月
24 二十四个月
24 两周岁
36 三岁
6 半岁
20 2025-03-08
20 2025年3月8日
20 2025年3月
20 20250308
18 １８个月
END

it "takes a number with a point for years, and a bare number for months"
visit '/facilities?age=1.5'
expect_text 'value="18"'
visit '/facilities?age=18'
expect_text 'value="18"'

it "says how a bare small number was read, and leads to the years with the rest of the question"
visit '/facilities?age=2&mode=FULL_DAY'
expect_text '按 2 个月查找。孩子 2 岁的话'
links | grep -qx '/facilities?age=24&mode=FULL_DAY' || broken "$(links | grep age=24)"
visit '/facilities?age=18'
expect_no_text '岁查找'

it "keeps a day of birth out of the links of the page"
visit "/facilities?age=2025-03-08&mode=FULL_DAY"
expect_no_text '2025-03-08&'
links | grep -q 'age=20&' || broken "no link says 20 months"
expect_header Cache-Control private

it "takes numbers as Chinese keyboards type them"
visit "/facilities?age=$(escaped １８)&fee_max=$(escaped ３０００)"
expect_status 200
expect_text 'name="age" type="text" value="18"'
visit "/api/facilities?age=18&fee_max=3000"
total=$(jq .total "$folder/body")
visit "/api/facilities?age=$(escaped １８)&fee_max=$(escaped ３０００)"
expect_json ".total == $total"

it "refuses what is no age, says how to write it, and keeps what was typed"
for typed in abc 很小 2030-01-01 2025-13-40 2026-02-30 2025-02-29 2025-04-31; do
	visit "/facilities?age=$(escaped "$typed")"
	expect_status 400
	expect_text '或者写一岁半、20个月、出生日期'
	expect_text "value=\"$typed\""
done
for typed in 四岁 2020-01-01 37 99 -1; do
	visit "/facilities?age=$(escaped "$typed")"
	expect_status 400
	expect_text '请填 0 到 36'
done

it "finds by the age in the wished month"
for ahead in 2026-11:18 2026-12:19 2027-02:21 2027-09:28; do
	expect_found "age=18&start=${ahead%:*}" "$(aged "${ahead#*:}")"
done
expect_found "age=18&start=$(escaped 明年二月)" "$(aged 21)"
visit "/facilities?q=$(escaped '一岁半 明年二月')"
expect_text '2027-02 入托，那时 21 个月'
expect_text '<option value="2027-02" selected>2027 年 2 月</option>'

it "counts room that comes by the end of the wished month, and says from when"
today=$(((SHANYU_CLOCK + 28800) / 86400 * 86400 - 28800))
expect_found 'vacancy=1' "$(programme_where "v.valid_until >= $today and coalesce(v.vacancy_from <= '2026-11-23', v.has_vacancy)")"
expect_found 'vacancy=1&start=2027-03' "$(programme_where "v.valid_until >= $today and coalesce(v.vacancy_from <= '2027-03-31', v.has_vacancy)")"
later=$(in_edition "select p.facility_code from programme p left join vacancy v on p.code = v.programme_code
	group by 1 having min(coalesce(v.valid_until, 0)) >= $today order by 1 limit 1")
in_registry "update vacancy set has_vacancy = 0, vacancy = 0, vacancy_from = '2027-03-01' where programme_code in (select code from programme where facility_code = '$later')"
renew_edition
visit "/facilities?q=$later&vacancy=1&start=2027-03"
expect_text '<time>2027-03-01</time> 起有余位'
visit "/facilities?q=$later"
expect_text '暂无余位</strong> <span class="vacancy__from"><time>2027-03-01</time> 起有</span>'
visit "/compare?code=$later&start=2027-03"
expect_text '<time>2027-03-01</time> 起有余位'
visit "/api/facilities?q=$later"
expect_json '.items[0] | .has_vacancy == 0 and .vacancy_from == "2027-03-01"'
visit "/facilities.csv?q=$later"
expect_text '2027-03-01'
visit "/facilities/$later"
expect_text '<time>2027-03-01</time> 起有'

it "says of each class, in the interface as on the page, that room which was to come by today is there"
in_registry "update vacancy set has_vacancy = 0, vacancy = 0, vacancy_from = '2026-11-01' where programme_code in (select code from programme where facility_code = '$later')"
renew_edition
visit "/facilities/$later"
expect_no_text '暂无余位'
for address in "/api/facilities?q=$later" "/api/facilities/$later"; do
	visit "$address"
	expect_json '(.items[0] // .) | .has_vacancy == 1 and (.programmes | length > 0 and all(.[]; .has_vacancy == 1 and .vacancy == null and .vacancy_from == null))'
done

it "refuses a month that is past, too far or none, and keeps the rest of the question"
for typed in 2026-10 2031-01 2026-13 someday; do
	visit "/facilities?age=18&mode=FULL_DAY&start=$typed"
	expect_status 400
	expect_text '入托的月份'
	expect_text 'value="18"'
	expect_text '<option value="FULL_DAY" selected>'
	visit "/api/facilities?start=$typed"
	expect_json '.fields.start'
	visit "/compare?code=$later&start=$typed"
	expect_status 400
	expect_text '下面没有按它算'
done

it "says why nothing takes a child of an age, from which age on it is taken, and what else helps"
in_registry "update programme set age_from_months = 6 where age_from_months < 6"
renew_edition
for age in 0 2 5; do
	visit "/facilities?age=$age&mode=FULL_DAY"
	expect_status 200
	expect_text "现在没有机构收 $age 个月的孩子"
	expect_no_text '没有同时符合这些条件的机构'
	expect_text '最小收满 6 个月的'
	month=$((11 + 6 - age))
	links | grep -qx "/facilities?start=$(printf '%d-%02d' $((2026 + (month - 1) / 12)) $(((month - 1) % 12 + 1)))&age=$age&mode=FULL_DAY" || broken "$age: $(links | grep start=)"
	links | grep -qx '/facilities?kind=GUIDE_STATION' || broken "no way to the guidance stations"
done
visit '/facilities?age=36'
expect_text '现在没有机构收 36 个月的孩子'
expect_text '可以上幼儿园'
visit '/facilities?age=30&start=2027-12'
expect_text '现在没有机构收 43 个月的孩子'
visit '/facilities?age=18&fee_max=1'
expect_no_text '现在没有机构收'
visit '/facilities?kind=INST_PROFIT&fee_max=1'
expect_text '没有同时符合这些条件的机构'

it "keeps the whole question in the links of an error"
visit '/facilities?within=15&age=18&mode=FULL_DAY'
expect_status 400
links | grep -E '^/locate\?keep=' | grep -q 'age%3D18.*mode%3DFULL_DAY.*within%3D15' || broken "$(links | grep locate)"
! links | grep -qx /locate || broken "a link to choose a place forgets the question"
visit '/facilities?page=x&age=x&mode=FULL_DAY'
links | grep -qx '/facilities?age=x&mode=FULL_DAY' || broken "$(links | grep mode=)"
