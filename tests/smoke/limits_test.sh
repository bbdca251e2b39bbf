#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Limits of another procedure than cases, from the same engine: a facility's time to speak before a disclosure. People are told that it is near and
# over, it stands on their day and on its page, and only then clerk goes on without the facility.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
. tests/lib/clerk.sh
. tests/lib/telling.sh
. tests/lib/office.sh

outcomes() { "$build/tests/outcomes" "$config" "$@" 2>"$folder/outcomes" || broken "$* $(cat "$folder/outcomes")"; }
# Whom it was told: of the one disclosure.
told_of_it="select coalesce(group_concat(what || ' ' || step || ' ' || told, ', '), '') from (select what, step, told from reminder
	where procedure = 'outcome' order by until, what, told)"
state_of_it="select state from outcome where code = (select max(code) from outcome where case_number = (select max(number) from cases))"
day_of_it="select day from deadline where procedure = 'outcome'"

clock 2026-11-18 10:00 # a Wednesday
make_demo
shanyu portal rebuild >/dev/null
make_door
facility=$(in_registry "select code from facility order by code limit 1")

it "gives the facility ten workdays, and tells nobody yet"
letter
start_clerk
until_says "select count(*) from cases" 1
stop_clerk
number=$(in_registry "select number from cases")
in_registry "update cases set facility_code = '$facility', street_code = (select street_code from facility where code = '$facility')"
office triage "$number" COMPLAINT FOOD ''
office accept "$number" '已经受理'
office dispatch "$number" MARKET
office take "$number" market MARKET
office reply "$number" market MARKET SUBSTANTIATED_CORRECTED '经现场核查属实，已经整改。'
code=$(in_registry "select code from outcome")
outcomes edit "$code" market '检查时厨房人员没有健康证，已责令补办。'
outcomes open "$code" market
expect_equal "$(in_registry "$day_of_it")" 2026-12-02
start_clerk
rounds
expect_equal "$(in_registry "$told_of_it")" ''

it "tells whoever wrote it, and their department, once that it is near"
at 2026-11-30 00:01 "$told_of_it" 'NEAR ANSWER MARKET, NEAR ANSWER market'
rounds
start_clerk
rounds
expect_equal "$(in_registry "$told_of_it")" 'NEAR ANSWER MARKET, NEAR ANSWER market'

it "shows it on the day of who wrote it, with the way to its page, which says that it is near"
stop_clerk
clock 2026-11-30 09:00
as market
get /
expect_status 200
expect_text "href=\"/outcomes/$code\">结果公示 $code</a> 机构陈述期快到期"
get "/outcomes/$code"
expect_text '快到期'
expect_no_text '已到期'
get /outcomes
expect_text '快到期'

it "hands it out on the list of the morning it is due"
at 2026-12-02 08:00 "select what || '[' || department || ']' || number from daily_item where procedure = 'outcome' and day = '2026-12-02'" "DUE[MARKET]$code"
stop_clerk
as market
get /day/morning
expect_status 200
expect_text "href=\"/outcomes/$code\">结果公示 $code</a> 机构陈述期今天到期"

it "warns anew when the limit was moved, and goes by the new one"
in_registry "update deadline set day = '2026-12-03', until = until + 86400, near_at = near_at + 86400 where procedure = 'outcome'"
at 2026-12-03 00:01 "$told_of_it" 'NEAR ANSWER MARKET, NEAR ANSWER market, NEAR ANSWER MARKET, NEAR ANSWER market'
rounds
expect_equal "$(in_registry "$state_of_it")" ANSWERING

it "says on its page that it is over, until clerk has looked"
stop_clerk
clock 2026-12-04 00:01
as market
get "/outcomes/$code"
expect_text '已到期'
expect_equal "$(in_registry "$state_of_it")" ANSWERING

it "tells that it is over before it goes on without the facility"
start_clerk
until_says "$state_of_it" READY
expect_equal "$(in_registry "$told_of_it")" 'NEAR ANSWER MARKET, NEAR ANSWER market, NEAR ANSWER MARKET, NEAR ANSWER market, OVER ANSWER , OVER ANSWER MARKET, OVER ANSWER market'
expect_equal "$(in_registry "select to_state || actor from outcome_step where code = '$code' order by position desc limit 1")" READYCLERK
expect_equal "$(in_registry "select met_at > until from deadline where procedure = 'outcome'")" 1
stop_clerk
as market
get /
expect_text "href=\"/outcomes/$code\">结果公示 $code</a> 机构陈述期已经超期"

it "shows it to nobody whose scope does not have it"
as education
get /
expect_status 200
expect_no_text "$code"

it "tells of nothing any more that was met"
at 2026-12-20 09:00 "select count(*) from daily_list where day > '2026-12-05'" 0
rounds
expect_equal "$(in_registry "select count(*) from reminder where procedure = 'outcome'")" 7

it "says that a limit is provisional where no notice tells the days off yet"
stop_clerk
clock 2026-12-28 10:00
letter
start_clerk
until_says "select count(*) from cases" 2
stop_clerk
number=$(in_registry "select max(number) from cases")
in_registry "update cases set facility_code = '$facility' where number = '$number'"
office triage "$number" COMPLAINT FOOD ''
office accept "$number" '已经受理'
office dispatch "$number" MARKET
office take "$number" market MARKET
office reply "$number" market MARKET SUBSTANTIATED_CORRECTED '经现场核查属实，已经整改。'
code=$(in_registry "select code from outcome where case_number = '$number'")
outcomes edit "$code" market '检查时厨房人员没有健康证，已责令补办。'
outcomes open "$code" market
as market
get "/outcomes/$code"
expect_text '暂定'
