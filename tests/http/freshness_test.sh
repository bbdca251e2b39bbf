#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Vacancies, fees and hours are shown with who said so and when; past their day they are marked, and rank lower.
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

it "ranks what is not up to date lower among neighbours"
position=$(in_edition "select 'lat=' || lat || '&lon=' || lon from listing where code = '$code'")
visit "/api/facilities?$position"
expect_json ".items[0].code == \"$code\""
in_registry "update vacancy set valid_until = $yesterday where programme_code = '$programme'"
renew_edition
visit "/api/facilities?$position"
expect_json ".items[0].code != \"$code\""
# As if a kilometre further: what is fresh and nearer than that comes before it, what is further comes after.
codes_of "$position" >"$folder/found"
before=$(sed "/^$code\$/,\$d" "$folder/found" | wc -l)
expect_equal "$(grep -c "^$code\$" "$folder/found")" 1
nearer=$(in_edition "select count(*) from listing l, (select lat, lon from listing where code = '$code') o where l.code <> '$code'
	and l.fresh_until >= $((last - 86399)) and 2 * 6371008.8 * asin(sqrt(pow(sin(radians(l.lat - o.lat) / 2), 2)
	+ cos(radians(o.lat)) * cos(radians(l.lat)) * pow(sin(radians(l.lon - o.lon) / 2), 2))) < 1000")
[ "$before" -ge "$((nearer - 1))" ] && [ "$before" -le "$((nearer + 1))" ] || broken "$before before it, $nearer fresh ones within a kilometre"

it "says so when nobody ever said whether there are vacancies"
in_registry "delete from vacancy where programme_code = '$programme'"
renew_edition
visit "/facilities/$code"
expect_text '余位未公布'
visit "/api/facilities/$code"
expect_json '.has_vacancy == null'
