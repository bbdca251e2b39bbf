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

it "names the columns of a table in which nothing is"
visit '/facilities.csv?q=nothing-of-the-kind'
expect_equal "$(wc -l <"$folder/body") $(grep -c '^.*code,name,kind,' "$folder/body")" "1 1"

it "gives no spreadsheet a formula, in full-width signs neither"
shanyu import facilities tests/data/faults/fullwidth-formula.csv --map db/maps/facilities-cn.map >/dev/null
renew_edition
visit /facilities.csv
expect_text "\"'=HYPERLINK(\"\"http://e.example\"\",\"\"x\"\")\""
expect_text "\"'＝HYPERLINK(\"\"http://e.example\"\",\"\"x\"\")\""
in_registry "delete from programme where facility_code in ('T001', 'T002'); delete from facility where code in ('T001', 'T002')"
renew_edition
visit /facilities.csv
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
expect_json '(keys | sort) == ["credits", "edition", "items", "page", "pages", "total", "understood", "vacancy_unknown", "without_care"]' 
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

it "lets pages of other sites read what is open data, faults included, and nothing else"
for address in /facilities.csv /facilities.geojson /open-data/hsds.json /api/facilities '/api/facilities?age=x' "/api/facilities/$code" /api/facilities/nobody; do
	visit "$address"
	expect_equal "$(header Access-Control-Allow-Origin)" '*' "$address"
done
for address in / /facilities "/facilities/$code" /locate /open-data /disclosures /sitemap.xml /text-size?size=large /healthz; do
	visit "$address"
	expect_equal "$(header Access-Control-Allow-Origin)" '' "$address"
done

it "gives search engines every facility and page, and nothing that robots.txt keeps them out of"
visit /robots.txt
expect_header Content-Type '^text/plain'
expect_text 'User-agent: *'
expect_text 'Sitemap: http://shanyu.test/sitemap.xml'
sed -n 's/^Disallow: //p' "$folder/body" >"$folder/disallowed"
expect "some are kept out" [ -s "$folder/disallowed" ]
visit /sitemap.xml
expect_equal "$(grep -c '<loc>http://shanyu.test/facilities/' "$folder/body")" "$(in_edition 'select count(*) from facility where closed_on is null')"
expect "well-formed" xmllint --noout "$folder/body"
grep -q '<lastmod>[0-9]\{4\}-[0-9][0-9]-[0-9][0-9]</lastmod>' "$folder/body" || broken "no dates"
sed -n 's|.*<loc>http://shanyu.test\([^<]*\)</loc>.*|\1|p' "$folder/body" >"$folder/addresses"
while read -r kept_out; do
	! grep -q "^$kept_out" "$folder/addresses" || broken "$kept_out is in the sitemap and disallowed"
done <"$folder/disallowed"
grep -v '^/facilities/' "$folder/addresses" | while read -r address; do
	visit "$address"
	[ "$status" = 200 ] || echo "$address: status $status"
	! grep -q 'name="robots" content="noindex"' "$folder/body" || echo "$address is in the sitemap and not to be indexed"
done >"$folder/found"
[ ! -s "$folder/found" ] || broken "$(cat "$folder/found")"

it "gives a code to scan that leads to the facility's page"
visit "/facilities/$code/qr.svg"
expect_header Content-Type '^image/svg'
expect "well-formed" xmllint --noout "$folder/body"
visit "/facilities/$code/poster"
expect_text "/facilities/$code"

it "draws every street on the map"
visit /map.svg
expect_equal "$(sed -n '/stroke-dasharray/,/<\/g>/p' "$folder/body" | grep -c '<path d="M')" "$(in_edition 'select count(*) from street')"

# An edition of a province: the demonstration's listings a hundred times, its facilities 230 times.
large=$editions/portal-large.db
cp "$editions/$(readlink "$editions/portal.db")" "$large"
sqlite3 "$large" "create temp table copies as with recursive n(n) as (select 1 union all select n + 1 from n where n < 230) select n from n;
	pragma synchronous = off; begin;
	create temp table more as select l.*, n from listing l, copies where n < 95;
	update more set id = id + n * 1000000, code = code || '-' || n; alter table more drop column n; insert into listing select * from more;
	create temp table many as select f.*, n from facility f, copies;
	update many set id = id + n * 1000000, code = code || '-' || n; alter table many drop column n; insert into facility select * from many; commit"
ln -sfn portal-large.db "$editions/portal.db"
all=$(in_edition 'select count(*) from listing')
parts=$(((all + 19999) / 20000))

it "gives a table that is too long for one file in parts, each saying which it is and where the next is"
expect "more than one part" [ "$parts" -gt 1 ]
: >"$folder/codes"
for part in $(seq "$parts"); do
	visit "/facilities.csv?sort=name&part=$part"
	expect_header Content-Disposition "filename=\"facilities-$part-of-$parts.csv\""
	sed '1d; $d' "$folder/body" | cut -d, -f1 >>"$folder/codes"
	if [ "$part" -lt "$parts" ]; then
		expect_equal "$(header Link)" "<http://shanyu.test/facilities.csv?sort=name&part=$((part + 1))>; rel=\"next\""
		tail -n 1 "$folder/body" | grep -qF "共 $all 家，分成 $parts 个文件，这是第 $part 个。下一个文件： http://shanyu.test/facilities.csv?sort=name&part=$((part + 1))\"" ||
			broken "$(tail -n 1 "$folder/body")"
	else
		expect_equal "$(header Link)" ""
		sed '$!d' "$folder/body" | cut -d, -f1 >>"$folder/codes"
	fi
done
expect_equal "$(sort -u "$folder/codes" | wc -l)" "$all" "facilities in all parts"
visit "/facilities.csv?sort=name&part=$((parts + 1))"
expect_equal "$(wc -l <"$folder/body")" 1 "lines of a part that is not there"

it "says in GeoJSON and HSDS which part it is and where the next is"
visit '/facilities.geojson?sort=name'
expect_json "(.features | length) == 20000 and .part == 1 and .parts == $parts and .total == $all and .next == \"http://shanyu.test/facilities.geojson?sort=name&part=2\""
for file in /facilities.geojson:features /open-data/hsds.json:services; do
	visit "${file%:*}?sort=name&part=$parts"
	expect_json "(.${file#*:} | length) == $all - 20000 * ($parts - 1) and .part == $parts and has(\"next\") == false"
done

it "tells on the list that its files come in parts"
visit /facilities
expect_text '超过 20000 家，分成几个文件'

it "gives search engines an index of sitemaps when one cannot hold all addresses"
visit /sitemap.xml
expect "well-formed" xmllint --noout "$folder/body"
expect_text '<loc>http://shanyu.test/sitemap.xml?part=1</loc>'
addresses=0
for part in $(grep -o 'sitemap.xml?part=[0-9]*' "$folder/body" | grep -o '[0-9]*$'); do
	visit "/sitemap.xml?part=$part"
	here=$(grep -c '<loc>http://shanyu.test/facilities/' "$folder/body")
	expect "at most 50,000" [ "$(grep -c '<loc>' "$folder/body")" -le 50000 ]
	addresses=$((addresses + here))
done
expect_equal "$addresses" "$(in_edition 'select count(*) from facility where closed_on is null')"
visit "/sitemap.xml?part=99"
expect_status 404
