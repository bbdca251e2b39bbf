#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Setting out from somewhere, comparing a few, deciding on one.
. tests/lib/http.sh

make_edition
first=$(in_edition "select facility_code from programme order by 1 limit 1")
# shellcheck disable=SC2046 # five words
set -- $(in_edition "select code from facility order by code desc limit 5")

it "compares up to four, in the order given, each once"
visit "/compare?code=$1&code=$2&code=$1&code=$3"
expect_status 200
for code in "$1" "$2" "$3"; do
	expect_text "$(in_edition "select name from facility where code = '$code'")"
done
expect_no_text "$(in_edition "select name from facility where code = '$4'")"

it "takes the first four of more and says so"
visit "/compare?code=$1&code=$2&code=$3&code=$4&code=$5"
expect_text "$(in_edition "select name from facility where code = '$4'")"
expect_no_text "$(in_edition "select name from facility where code = '$5'")"
expect_text '四家'

it "leaves out what is not there any more and compares the rest"
visit "/compare?code=$1&code=GONE-1&code=$2"
expect_status 200
expect_text "$(in_edition "select name from facility where code = '$2'")"

it "offers a way to choose when nothing was chosen"
visit /compare
expect_status 200
expect_text 'href="/facilities'

it "takes one out with a link that keeps the others and the place"
visit "/compare?code=$1&code=$2&lat=31.24&lon=121.4"
links | grep '^/compare?' | grep -vF "code=$1" | grep -qF "code=$2" || broken "no link without $1: $(links)"
links | grep '^/compare?' | grep -q 'lat=' || broken "the place is lost"
expect_text '步行'

it "finds streets, communities and facilities to set out from"
community=$(in_edition "select name from community order by code limit 1 offset 40")
visit "/locate?place=$(escaped "$community")"
expect_text "community=$(in_edition "select code from community where name = '$community' limit 1")"
visit "/locate?place=$(escaped 长寿)"
expect_text 'street=310107015'
name=$(in_edition "select name from facility where code = '$first'")
visit "/locate?place=$(escaped "$name")"
expect_text "$name"
links | grep -q '^/facilities?lat=' || broken "no place to set out from"

it "keeps the filters of the search for which a place is chosen"
visit "/locate?place=$(escaped 长寿)&keep=age%3D18%26mode%3DFULL_DAY"
links | grep '^/facilities?' | grep -F 'street=310107015' | grep -F 'age=18' | grep -qF 'mode=FULL_DAY' || broken "$(links | grep '^/facilities')"
visit '/facilities?age=18'
links | grep -F '/locate?' | head -n 1 | sed 's/%3D/=/g' | grep -q 'age=18' || broken "the list's way to another place loses the filters"

it "finds places to set out from by pinyin"
visit '/locate?place=changshou'
links | grep -qE '^/facilities\?' || broken "nothing found"

it "shows all streets when nothing is found, so that there is a way on"
visit "/locate?place=$(escaped 没有这个地方)"
expect_status 200
expect_text '没有找到'
expect_equal "$(links | grep -c '^/facilities?street=')" "$(in_edition 'select count(*) from street')"

it "shows everything a parent decides on"
visit "/facilities/$first"
for column in name address phone operator; do
	text=$(in_edition "select $column from facility where code = '$first'")
	[ -z "$text" ] || expect_text "$text"
done
expect_text 'https://uri.amap.com/navigation'
expect_text 'tel:'

it "names no person where the facts name none, and no column that was not published"
expect_no_text 'source_key'
expect_no_text '{{'
