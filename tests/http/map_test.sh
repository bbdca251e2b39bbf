#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The drawn map: of the district in three scales, and of the results of a question.
. tests/lib/http.sh

make_edition

it "draws roads, lines and stations, more of them the nearer one looks"
before=0
for scale in 1 2 3; do
	visit "/map.svg?scale=$scale"
	expect_status 200
	expect "well-formed" xmllint --noout "$folder/body"
	roads=$(sed -n '/stroke="#d8cdb4"/,/<\/g>/p' "$folder/body" | grep -c '<path d="M')
	[ "$roads" -gt "$before" ] || broken "scale $scale: $roads roads, $before before"
	before=$roads
	[ "$(sed -n '/stroke="#8aa7c7"/,/<\/g>/p' "$folder/body" | grep -c '<path d="M')" -gt 5 ] || broken "scale $scale: no lines of the metro"
	expect_equal "$(grep -c '<circle ' "$folder/body")" "$(in_edition "select count(*) from place where kind = 'STATION'")"
	[ "$(wc -c <"$folder/body")" -lt 600000 ] || broken "scale $scale: $(wc -c <"$folder/body") bytes"
done
visit /map.svg
cp "$folder/body" "$folder/first"
visit '/map.svg?scale=1'
expect "the first scale is the usual one" cmp -s "$folder/first" "$folder/body"

it "refuses a scale that there is not"
for scale in 0 4 x; do
	visit "/map.svg?scale=$scale"
	expect_status 400
done

it "draws water when the gazetteer has some, and nothing of it when not"
visit /map.svg
expect_equal "$(sed -n '/#bcd9ea/,/<\/g>/p' "$folder/body" | grep -c '<path')" 0
in_registry "insert into place (code, kind, name, street_code, lat, lon, precision_m, path, source) values
	('W1', 'WATER', '一条河', '', 31.25, 121.4, 500, '121.38,31.25 121.40,31.24 121.42,31.25', 'test'),
	('W2', 'WATER', '一个湖', '', 31.25, 121.4, 500, '121.39,31.25 121.41,31.25 121.41,31.26 121.39,31.25', 'test')"
renew_edition
visit /map.svg
expect_equal "$(sed -n '/#bcd9ea/,/<\/g>/p' "$folder/body" | grep -c '<path d="M')" 2

it "says that it knows of no water, when it does not"
visit '/map?age=18'
expect_no_text '没有画河流'
in_registry "delete from place where kind = 'WATER'"
renew_edition
visit '/map?age=18'
expect_text '没有画河流和湖泊，地名资料里没有'

it "marks where one sets out, apart from every number, and says what the mark is"
place=$(in_edition "select code from place where name = '长寿路' and kind = 'STATION'")
visit "/map?place=$place"
expect_text '标“起”的是出发点（长寿路）'
expect_equal "$(grep -c 'class="map__start"' "$folder/body")" 1
x=$(sed -n 's/.*<text class="map__begin" x="\([0-9]*\)".*/\1/p' "$folder/body")
y=$(sed -n 's/.*<text class="map__begin" x="[0-9]*" y="\([0-9]*\)".*/\1/p' "$folder/body")
grep -oE '<circle cx="[0-9]+" cy="[0-9]+"' "$folder/body" | tr -dc '0-9 \n' | awk -v x="$x" -v y="$y" '{ if (($1 - x) ^ 2 + ($2 - y) ^ 2 < 84 ^ 2) print $1, $2 }' >"$folder/upon"
expect "no number lies on it" [ ! -s "$folder/upon" ]
visit '/map?lat=31.24&lon=121.434'
expect_text '标“起”的是出发点（所选位置）'
for question in age=18 'lat=39.9&lon=116.4'; do
	visit "/map?$question"
	expect_no_text 'class="map__start"'
	expect_no_text '标“起”的'
done

it "has larger letters and numbers in large text"
visit -H 'Cookie: text_size=large' "/map?place=$place"
expect_text ' r="60"'
visit "/map?place=$place"
expect_text ' r="42"'

it "shows the results of a question with the numbers of the list, and leads back to it"
question="age=18&page=2"
visit "/map?$question"
expect_status 200
grep -oE '<a class="map__dot" href="/facilities/[A-Z0-9-]+\?list=age%3D18%26page%3D2"' "$folder/body" | sed 's/.*facilities.//; s/?.*//' >"$folder/dots"
expect_text ">21</text></a>"
expect_text 'href="/facilities?age=18&amp;page=2" class="govuk-back-link"'
visit "/facilities?$question"
grep -oE '<li class="listing" data-code="[A-Z0-9-]+"' "$folder/body" | sed 's/.*code="//; s/"//' >"$folder/rows"
expect "as many as twenty" [ "$(wc -l <"$folder/rows")" = 20 ]
expect "the same in the same order" cmp -s "$folder/dots" "$folder/rows"
expect_text 'href="/map?age=18&amp;page=2"'

it "looks nearer the closer results are to each other"
scale_of() {
	visit "/map?$1"
	sed -n 's/.*map\.svg?scale=\([123]\).*/\1/p' "$folder/body"
}
expect_equal "$(scale_of "sort=name")" 1
expect_equal "$(scale_of "street=310107015")" 2
expect_equal "$(scale_of "kind=ECD_BASE")" 3

it "leads what cannot be drawn to the list, with all that was asked"
visit '/map?age=x&fee_max=3000'
expect_status 303
expect_header Location '/facilities\?age=x&fee_max=3000$'
visit '/map?q=zzzz&kind=ECD_BASE'
expect_status 303
expect_header Location '/facilities\?q=zzzz&kind=ECD_BASE$'
