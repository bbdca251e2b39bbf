#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Vacancies, fees and hours are shown with who said so and when; past their day they are marked, and stand apart.
. tests/lib/http.sh

make_edition
code=$(in_edition "select l.code from listing l join hours h on h.facility_code = l.code join programme p on p.facility_code = l.code
	join fee w on w.programme_code = p.code where l.has_vacancy = 1 and l.fresh_until > $SHANYU_CLOCK + 86400 group by 1 having count(*) = 1 order by 1 limit 1")
expect "the demo has a fresh facility" [ -n "$code" ]
programme=$(in_edition "select code from programme where facility_code = '$code'")
yesterday=$((SHANYU_CLOCK - 86400))

it "says of a fresh vacancy who said so and when"
visit "/facilities/$code"
expect_text '有余位'
expect_text '更新'
expect_no_text '未更新'

for fact in vacancy fee hours; do
	it "marks an outdated fact of the kind $fact as not up to date"
	key=programme_code subject=$programme
	[ $fact != hours ] || key=facility_code subject=$code
	before=$(in_registry "select valid_until from $fact where $key = '$subject'")
	in_registry "update $fact set valid_until = $yesterday where $key = '$subject'"
	renew_edition
	visit "/facilities/$code"
	expect_text '未更新'
	in_registry "update $fact set valid_until = $before where $key = '$subject'"
done

it "counts a fact as fresh on its last day, and not on the next"
last=$(((SHANYU_CLOCK + 28800) / 86400 * 86400 + 86399 - 28800))
in_registry "update vacancy set valid_until = $last where programme_code = '$programme'"
renew_edition
visit "/facilities/$code"
expect_no_text '余位未更新'
SHANYU_CLOCK=$((last + 1))
visit "/facilities/$code"
expect_text '余位未更新'
SHANYU_CLOCK=$((last - 3600))

it "lists what is not up to date behind all that is, under its own heading, and what takes no children behind both"
position=$(in_edition "select 'lat=' || lat || '&lon=' || lon from listing where code = '$code'")
visit "/api/facilities?$position"
expect_json ".items[0].code == \"$code\""
in_registry "update vacancy set valid_until = $yesterday where programme_code = '$programme'"
renew_edition
fresh=$(in_edition "select count(*) from listing where gives_care and fresh_until >= $((last - 86399))")
for sort in near fresh name fee vacancy; do
	codes_of "$position&sort=$sort" >"$folder/found"
	expect_equal "$(head -n "$fresh" "$folder/found" | grep -c "^$code\$")" 0 "among the fresh, by $sort"
done
codes_of "$position" >"$folder/found"
expect_equal "$(sed -n "$((fresh + 1))p" "$folder/found")" "$code" "the first of those that are not up to date"
without=$(in_edition "select count(*) from listing where not gives_care")
expect_equal "$(tail -n "$without" "$folder/found" | sort)" "$(in_edition "select code from facility where kind in ('GUIDE_STATION', 'CHILD_HOME', 'ECD_BASE') order by 1")" "the last"
visit "/facilities?$position&page=$((fresh / 20 + 1))"
before=$(sed -n '/没有及时更新，请先打电话问<\/h2>/q; p' "$folder/body" | grep -c '<li class="listing"')
expect_equal "$before" "$((fresh % 20))" "listed before the heading"
expect_equal "$(grep -c '<ol class="listings">' "$folder/body")" "$(grep -c '</ol>' "$folder/body")"

it "says so when nobody ever said whether there are vacancies"
in_registry "delete from vacancy where programme_code = '$programme'"
renew_edition
visit "/facilities/$code"
expect_text '余位未公布'
visit "/api/facilities/$code"
expect_json '.has_vacancy == null'
