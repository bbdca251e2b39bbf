#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The first page: what is asked, and what kinds there are with what they cost about. Ages as people say them.
. tests/lib/http.sh

make_edition
today=$(((SHANYU_CLOCK + 28800) / 86400 * 86400 - 28800))

# Fees of a kind in yuan, of one way of care and one unit, those of today, the lowest first: from the facts, not from what is listed.
fees_of() {
	in_edition "select w.fee_fen / 100 from facility f join programme p on p.facility_code = f.code join fee w on w.programme_code = p.code
		where $1 and p.mode = '$2' and w.fee_unit = '$3' and w.valid_until >= $today order by 1"
}

# expect_cost KIND WHICH WAY MODE UNIT NAME: without the lowest and the highest tenth.
expect_cost() {
	fees_of "$2" "$4" "$5" >"$folder/fees"
	count=$(wc -l <"$folder/fees")
	[ "$count" -gt 0 ] || broken "$1: no fee, the test says nothing"
	low=$(sed -n "$((count / 10 + 1))p" "$folder/fees")
	high=$(sed -n "$((count - count / 10))p" "$folder/fees")
	expect_text "$3约 $low–$high $6"
}

it "asks where, how old, whole or half day, cheaper and with a vacancy, and the list answers the same words"
visit /
expect_status 200
for field in q age mode inclusive vacancy; do
	expect_text " name=\"$field\""
done
visit "/facilities?q=$(escaped 长寿路)&age=18&mode=FULL_DAY&inclusive=1&vacancy=1"
expect_status 200
expect_text '一岁半（18 个月）'

it "explains each kind that takes children in a line, and what it costs as the fees of today say"
visit /
for kind in KG_CLASS INST_PUBLIC INST_NONPROFIT INST_PROFIT WORKPLACE COMMUNITY; do
	expect_text "/facilities?kind=$kind\""
	expect_text "$(sed -n "s/^kind_note,$kind,\(.*\),[0-9]*\$/\1/p" db/district/terms.csv)"
done
expect_cost KG_CLASS "f.kind = 'KG_CLASS'" 全日托 FULL_DAY MONTH 元/月
expect_cost INST_PROFIT "f.kind = 'INST_PROFIT'" 全日托 FULL_DAY MONTH 元/月
expect_cost INCLUSIVE "f.inclusive = 1" 全日托 FULL_DAY MONTH 元/月
expect_text '全日托免费'

it "leads to guidance for parents apart from care"
sed -n '/id="guidance"/,/<\/section>/p' "$folder/body" >"$folder/guidance"
for kind in GUIDE_STATION CHILD_HOME ECD_BASE; do
	grep -qF "/facilities?kind=$kind\"" "$folder/guidance" || broken "$kind is not among guidance"
	expect_equal "$(grep -c "/facilities?kind=$kind\"" "$folder/body")" 1
done
grep -qF '不收托' "$folder/guidance" || broken "guidance does not say that it takes no children"

it "says in the list too what the kinds are and cost"
visit /facilities
expect_text "$(sed -n 's/^kind_note,COMMUNITY,\(.*\),[0-9]*$/\1/p' db/district/terms.csv)"
expect_cost KG_CLASS "f.kind = 'KG_CLASS'" 全日托 FULL_DAY MONTH 元/月

it "says ages as people do, with the months beside them"
visit /facilities
expect_text '一岁半到三岁 <span class="months">18 个月到不满 36 个月</span>'
code=$(in_edition "select facility_code from programme where age_from_months = 18 and age_to_months = 36 limit 1")
visit "/facilities/$code"
expect_text '一岁半到三岁 <span class="months">18 个月到不满 36 个月</span>'
visit "/compare?code=$code&age=18"
expect_text '一岁半到三岁 <span class="months">18 个月到不满 36 个月</span>'
expect_text '收 18 个月（一岁半）的'

it "tells no cost from fees that are not up to date"
in_registry "update fee set valid_until = $((today - 1)) where programme_code in
	(select p.code from programme p join facility f on f.code = p.facility_code where f.kind = 'INST_PROFIT')"
renew_edition
visit /
expect_text '公司办的，收费自己定'
sed -n '/kind=INST_PROFIT"/,/<\/li>/p' "$folder/body" >"$folder/kind"
! grep -q '元/月' "$folder/kind" || broken "$(cat "$folder/kind")"
expect_cost KG_CLASS "f.kind = 'KG_CLASS'" 全日托 FULL_DAY MONTH 元/月

it "says an age in months when the district has no words for it"
in_registry "delete from term where list = 'age' and code = '18'"
renew_edition
visit "/facilities/$code"
expect_text '18 个月到不满 36 个月'
expect_no_text '一岁半到'
visit '/facilities?age=18'
expect_text '<span class="govuk-visually-hidden">去掉条件：</span>18 个月<span'
