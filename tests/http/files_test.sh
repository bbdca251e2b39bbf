#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The published facts as data: what the files promise to spreadsheets, maps, directories, search engines and programs.
. tests/lib/http.sh

make_edition
code=$(in_edition "select min(facility_code) from programme")
in_registry "update facility set operator = '=HYPERLINK(\"http://evil\")', address = '说\"好\",又一行' where code = '$code'"
renew_edition
all=$(in_edition 'select count(*) from listing')

it "gives spreadsheets UTF-8 with its mark, named columns, quoted text, and a file name"
visit /facilities.csv
expect_header Content-Type '^text/csv; charset=utf-8$'
expect_header Content-Disposition 'filename="facilities.csv"'
expect_equal "$(head -c 3 "$folder/body" | od -An -tx1 | tr -d ' ')" efbbbf "first bytes"
sqlite3 :memory: ".import --csv $folder/body t" "select count(*) from t" >"$folder/count" 2>&1
expect_equal "$(cat "$folder/count")" "$all" "rows"
head -n 1 "$folder/body" | grep -q 'code,name,kind' || broken "columns: $(head -n 1 "$folder/body")"
expect_equal "$(grep -c "$(printf '\r')\$" "$folder/body")" $((all + 1)) "lines end as RFC 4180 says"

it "gives no spreadsheet a formula"
row=$(grep "^\"$code\"" "$folder/body")
echo "$row" | grep -qF "\"'=HYPERLINK(\"\"http://evil\"\")\"" || broken "$row"
echo "$row" | grep -qF '"说""好"",又一行"' || broken "$row"

it "gives maps valid GeoJSON: longitude first, within the district"
visit '/facilities.geojson?lat=31.24&lon=121.4&age=18'
expect_header Content-Type '^application/geo\+json'
expect_json '.type == "FeatureCollection" and (.features | length > 10)'
expect_json 'all(.features[]; .type == "Feature" and .geometry.type == "Point" and (.geometry.coordinates | length == 2
	and .[0] > 121 and .[0] < 122 and .[1] > 31 and .[1] < 32) and (.properties.name | length > 0))'
expect_json '[.features[].properties.distance_m] | length > 0 and all(.[]; . >= 0)'

it "gives programs a list in a promised shape"
visit '/api/facilities?sort=name'
expect_json '(keys | sort) == ["edition", "items", "page", "pages", "total"]' 
expect_json ".total == $all and .page == 1 and (.items | length) == 20 and .pages == (($all + 19) / 20 | floor)"
expect_json '.edition == ($size | tonumber)' --arg size "$(in_edition 'select size from edition')"
expect_json 'all(.items[]; (.code | type) == "string" and (.name | type) == "string" and (.lat | type) == "number"
	and (.inclusive | type == "number") and (.programmes | type) == "array" and has("walk_min") == false)'
expect_json '[.items[].programmes[]] | length > 0 and all(.[]; (.code | type) == "string" and .age_to_months > .age_from_months
	and (.fee_fen == null or (.fee_fen | type) == "number") and has("vacancy_until") and has("fee_until"))'

it "gives programs one facility with everything published of it, and nothing else"
visit "/api/facilities/$code"
expect_json ".code == \"$code\" and (.programmes | length > 0) and .filing_state != null"
expect_json 'has("source_key") == false and has("changed_at") == false'
expect_json 'tostring | contains("commitment") or contains("salt") | not'

it "tells programs which field was wrong"
visit '/api/facilities?age=x&lat=200&lon=0'
expect_status 400
expect_json '.fields.age == "malformed" and .fields.lat == "out of range"'

it "gives directories a service for each facility with its place and organisation"
visit /open-data/hsds.json
expect_json "(.services | length) == $all and all(.services[]; .id and .organization.name != null and .service_at_locations[0].location.latitude > 30)"

it "gives search engines every facility and page, and keeps them out of the text size switch"
visit /sitemap.xml
expect_equal "$(grep -c '<loc>http://shanyu.test/facilities/' "$folder/body")" "$(in_edition 'select count(*) from facility where closed_on is null')"
expect "well-formed" xmllint --noout "$folder/body"
grep -q '<lastmod>[0-9]\{4\}-[0-9][0-9]-[0-9][0-9]</lastmod>' "$folder/body" || broken "no dates"
expect "robots.txt" grep -q '^User-agent: \*' public/www/robots.txt

it "gives a code to scan that leads to the facility's page"
visit "/facilities/$code/qr.svg"
expect_header Content-Type '^image/svg'
expect "well-formed" xmllint --noout "$folder/body"
visit "/facilities/$code/poster"
expect_text "/facilities/$code"

it "draws every street on the map"
visit /map.svg
in_edition 'select name from street' | while read -r street; do grep -qF "$street" "$folder/body" || echo "$street"; done >"$folder/missing"
[ ! -s "$folder/missing" ] || broken "not on the map: $(cat "$folder/missing")"
