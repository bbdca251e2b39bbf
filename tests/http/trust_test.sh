#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What lets a parent judge at a glance: filed or not, findings of the last years, on how many days the facts were up to date, carers to places.
. tests/lib/http.sh

day=86400
begun=$SHANYU_CLOCK
make_demo
code=$(in_registry "select f.code from facility f join programme p on p.facility_code = f.code where f.carers > 0 and f.filing_state = 'FILED'
	group by f.code having count(*) = 2 and sum(p.places) > 0 order by f.code limit 1")
name=$(in_registry "select name from facility where code = '$code'")

# state FROM UNTIL: the facility states its vacancies for this time; its fees and hours hold for long.
state() {
	in_registry "update vacancy set asserted_at = $1, valid_until = $2 where programme_code in (select code from programme where facility_code = '$code');
		update fee set asserted_at = $begun - 300 * $day, valid_until = $begun + 4000 * $day where programme_code in (select code from programme where facility_code = '$code');
		update hours set asserted_at = $begun - 300 * $day, valid_until = $begun + 4000 * $day where facility_code = '$code'"
	renew_edition
}
ask() { visit "/facilities?q=$(escaped "$name")&exact=1"; }
figures() { visit "/api/facilities?q=$(escaped "$name")&exact=1"; jq -r --arg code "$code" '.items[] | select(.code == $code) | "\(.fresh_days) of \(.counted_days)"' "$folder/body"; }

# What the demo stated of it is not counted: it is another facility from now on.
in_registry "delete from vacancy where programme_code in (select code from programme where facility_code = '$code')"
in_registry "delete from hours where facility_code = '$code'"
renew_edition

it "tells no share of days while a facility states nothing"
expect_equal "$(figures)" "null of null"
ask
expect_no_text '没有过期'

it "says on the list whether a facility is filed and how many places there are to a carer"
expect_text '<li>已备案</li>'
ratio=$(in_registry "select printf('%g', round(1.0 * sum(places) / (select carers from facility where code = '$code'), 1)) from programme where facility_code = '$code'")
expect_text "每名保育人员对 $ratio 个托位"

it "counts all places to the carers, whatever class is asked for"
age=$(in_registry "select min(age_from_months) from programme where facility_code = '$code'")
visit "/facilities?q=$(escaped "$name")&exact=1&age=$age"
expect_text "每名保育人员对 $ratio 个托位"

it "tells whoever is not filed apart from who is"
in_registry "update facility set filing_state = 'UNFILED' where code = '$code'"
renew_edition
ask
expect_text '<li class="trust__not">未备案</li>'
in_registry "update facility set filing_state = 'FILED' where code = '$code'"

for programme in $(in_registry "select code from programme where facility_code = '$code'"); do
	in_registry "insert into vacancy (programme_code, has_vacancy, vacancy, asserted_by, asserted_at, valid_until) values ('$programme', 1, 2, '机构', 1, 2)"
done
in_registry "insert into hours (facility_code, weekday_open, weekday_close, weekend_open, weekend_close, note, asserted_by, asserted_at, valid_until)
	values ('$code', '08:00', '17:00', '', '', '', '机构', 1, 2)"

it "tells on how many days since they are stated its facts were up to date"
state $((begun - 20 * day)) $((begun - 10 * day))
expect_equal "$(figures)" "11 of 21"
ask
expect_text '近 21 天里，11 天的余位和费用没有过期'

it "keeps in mind how long they were out of date when they are stated anew"
state "$begun" $((begun + 14 * day))
expect_equal "$(figures)" "12 of 21"
SHANYU_CLOCK=$((begun + 5 * day))
expect_equal "$(figures)" "17 of 26"

it "takes no statement for a time that was over when it was published"
SHANYU_CLOCK=$((begun + 24 * day))
expect_equal "$(figures)" "26 of 45"
state $((begun + 14 * day)) $((begun + 2000 * day))
expect_equal "$(figures)" "27 of 45"

it "says the same after the edition was made anew from the log alone"
in_edition "select * from lapse order by kind, subject, from_at" >"$folder/lapses"
expect "there are lapses" [ -s "$folder/lapses" ]
rm -rf "$editions"
prepare portal rebuild
in_edition "select * from lapse order by kind, subject, from_at" | cmp -s - "$folder/lapses" || broken "other lapses"
expect_equal "$(figures)" "27 of 45"

it "looks back so many days as the rule says"
SHANYU_CLOCK=$((begun + 370 * day))
expect_equal "$(figures)" "356 of 365"
in_registry "update rule set value = 30 where key = 'freshness.share_days'"
renew_edition
expect_equal "$(figures)" "30 of 30"

it "tells no share where no rule says over how many days"
in_registry "delete from rule where key = 'freshness.share_days'"
renew_edition
expect_equal "$(figures)" "null of null"
ask
expect_no_text '没有过期'

it "counts the findings published in the last years that the rule names, and no older ones"
ask
expect_text '近 3 年没有查处公示'
in_registry "insert into outcome (code, version, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state, prepared_by,
	prepared_at, answer, approved_by, approved_at, changed_at)
	select 'found1', 1, code, name, street_code, 'FOOD', 'SUBSTANTIATED_CORRECTED', '2026-11-01', '查实', 'PUBLISHED', 'officer', 1, '', 'approver', 1, 1
	from facility where code = '$code'"
renew_edition
ask
expect_text '#disclosures">1 条查处公示</a>'
links | grep -q "^/facilities/$code?list=.*#disclosures$" || broken "$(links | grep disclosures)"
SHANYU_CLOCK=$((SHANYU_CLOCK + 1096 * day))
ask
expect_text '1 条查处公示'
SHANYU_CLOCK=$((SHANYU_CLOCK + day))
ask
expect_text '近 3 年没有查处公示'
visit "/facilities/$code"
expect_text '投诉举报查处结论'
