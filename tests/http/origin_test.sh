#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Where a search sets out: which part of a road is meant, how exact that is, and what who sets out from elsewhere is told.
. tests/lib/http.sh

make_demo
in_registry "insert into place (code, kind, name, street_code, lat, lon, precision_m, path, source) values
	('T1', 'ROAD', '试验大道', '310107015', 31.25, 121.40, 10, '121.40,31.25 121.41,31.25 121.42,31.25', '试'),
	('T2', 'LANDMARK', '试验塔', '310107015', 31.2510, 121.4190, 60, '', '试'),
	('T3', 'ADDRESS', '试验大道18号', '310107015', 31.2502, 121.4020, 30, '', '试'),
	('T4', 'ADDRESS', '试验大道21号', '310107015', 31.2502, 121.4100, 30, '', '试'),
	('T5', 'LANDMARK', '北京试验站', '', 39.9, 116.4, 60, '', '试')"
publish
prepare portal rebuild
ask() { visit "/api/facilities?q=$(escaped "$1")${2-}"; }
# stands LAT LON: the place that was understood, to a ten-thousandth of a degree.
stands() { expect_json ".understood.place | (.lat - $1 | fabs) < 0.0001 and (.lon - $2 | fabs) < 0.0001"; }

it "takes the middle of a road, and says so and how far its ends are"
ask 试验大道
stands 31.25 121.41
expect_json '.understood.place.precision_m > 940 and .understood.place.precision_m < 960'
visit "/facilities?q=$(escaped 试验大道)"
expect_text '按路的中段估算，相差可到 951 米，是直线距离'

it "takes the known house whose number is nearest, on the same side first, and says which"
ask 试验大道20号
stands 31.25 121.402
expect_json '.understood.place.precision_m == 70'
visit "/facilities?q=$(escaped 试验大道20号)"
expect_text '按门牌最近的 18 号估算，相差可到 70 米'

it "sets out from the middle of the road when the number is far from every known one, and is never less sure than without a number"
ask 试验大道220号
stands 31.25 121.41
expect_json '.understood.place.precision_m > 940 and .understood.place.precision_m < 960'

it "takes a house that is known for itself"
ask 试验大道18号
stands 31.2502 121.402

it "takes the part of a road that is nearest to what is named beside it, and keeps it on every page"
ask '试验塔 试验大道'
expect_json '.understood.place.name == "试验大道" or .understood.place.name == "试验塔"'
visit '/api/facilities?place=T1&near=T2'
jq -c '[.items[].distance_m]' "$folder/body" >"$folder/near"
visit '/api/facilities?lat=31.25&lon=121.419'
jq -c '[.items[].distance_m]' "$folder/body" >"$folder/point"
expect "distances as from that point" cmp "$folder/near" "$folder/point"
visit '/facilities?place=T1&near=T2'
expect_text '按离试验塔最近的一段估算'
expect_text 'place=T1&amp;near=T2'
expect_text 'name="near" value="T2"'
visit '/facilities?place=T1&near=NOWHERE'
expect_status 400
expect_text '没有这个地点'
visit '/facilities?place=T1&near=%21'
expect_status 400

it "tells who sets out from outside how far the district is, and offers its edge instead of hours on foot"
visit '/facilities?lat=39.9&lon=116.4'
expect_text '出发点在普陀区以外，离区界约 1055 公里'
! grep -q '步行约' "$folder/body" || broken "minutes on foot from Beijing"
visit '/api/facilities?lat=39.9&lon=116.4'
expect_json '.items[0].walk_min == null and .items[0].distance_m > 1000000'
visit "/facilities?place=T5&age=18"
edge=$(grep -o 'href="[^"]*">从最近的区界找起' "$folder/body" | sed 's/href="//; s/".*//; s/&amp;/\&/g')
case $edge in *age=18*) ;; *) broken "the way to the edge keeps nothing: $edge" ;; esac
visit "$edge"
expect_status 200
expect_no_text '以外'
expect_text '步行约'
code=$(in_edition "select code from listing order by code limit 1")
visit "/facilities/$code?from=39.9,116.4"
expect_no_text '步行约'
visit "/facilities/$code?from=0x1f,0x79"
expect_status 200
expect_no_text '公里'
visit "/compare?code=$code&lat=39.9&lon=116.4"
expect_no_text '步行约'

it "names whose data the places are, on every page that shows them, and in the interface"
credit=$(sed -n 's/^place_credit,OSM,\(.*\),1$/\1/p' db/district/terms.csv)
for page in "/facilities?q=$(escaped 试验大道)" /locate "/locate?place=$(escaped 试验)" '/map?place=T1' /map.svg /open-data; do
	visit "$page"
	expect_text "$credit"
done
ask 试验大道
expect_json '.credits == [$credit]' --arg credit "$credit"

it "says nothing of the kind within the district, nor just beside it"
visit '/facilities?lat=31.25&lon=121.42'
expect_no_text '以外'
visit '/facilities?lat=31.2389&lon=121.4425'
expect_no_text '以外，离区界'

it "takes the place that is typed for a walking time, and keeps the whole question where none is understood"
visit "/facilities?within=15&q=$(escaped 长寿路)"
expect_status 200
visit "/facilities?within=15&age=18&q=$(escaped 无此地名)"
expect_status 400
expect_text '按步行时间找，要先<a class="govuk-link" href="/locate?keep=q%3D'
keep=$(grep -o '要先<a class="govuk-link" href="[^"]*"' "$folder/body" | sed 's/.*href="//; s/".*//')
visit "$keep"
expect_text 'within=15'
expect_text 'age=18'
