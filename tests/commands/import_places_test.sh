#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shanyu import places: stations, roads and other named places from tables and GeoJSON, into the registry, the log and the edition.
. tests/lib/registry.sh
. tests/lib/visit.sh

make_demo --facilities 200
map=$folder/places.map
cat >"$map" <<-END
	[source]
	name = survey
	key = id

	[place_kind]
	车站 = STATION
	路 = ROAD
	小区 = COMPOUND
	门牌 = ADDRESS

	[place]
	name = {name}
	kind = {kind}
	lat = {lat}
	lon = {lon}
	path = {path}
	street = {street}
	source = 测量
END

# table NAME: what stands on standard input, blanks for tabs, as a table.
table() { tr '|' '\t' >"$folder/$1"; }
# take FILE MAP OPTION...: leaves code, out, err.
take() {
	file=$1 with=$2
	shift 2
	code=0
	shanyu import places "$file" --map "$with" "$@" >"$folder/out" 2>"$folder/err" || code=$?
}
ends() { expect_equal "$(tail -n 1 "$folder/out") / $code" "$1" "$(cat "$folder/err")"; }
said() { grep -qF -- "$1" "$folder/err" || broken "nobody said '$1': $(cat "$folder/err")"; }
place() { in_registry "select $1 from place where name = '$2' and source_key <> ''"; }

table survey.tsv <<-END
	id|kind|name|lat|lon|path|street
	1|车站|测东站|31.2450|121.4300||
	2|路|测河路|||121.4200,31.2500 121.4300,31.2500;121.4300,31.2500 121.4300,31.2510|
	3|小区|测园|31.2411|121.4031|121.4030,31.2410 121.4032,31.2410 121.4032,31.2412 121.4030,31.2410|
	4|门牌|测河路18号|31.2500|121.4210||长寿路街道
	5|路|测远路|31.2900|121.4600||
END

it "takes places from a table with tabs, each with its shape"
take "$folder/survey.tsv" "$map"
ends "read 5 rows: 5 new, 0 changed, 0 unchanged, 0 refused, 0 warnings / 0"
expect_equal "$(place 'kind, lat, lon, precision_m, path, source' 测东站)" "STATION|31.245|121.43|100||测量"
expect_equal "$(place 'kind, path' 测河路)" "ROAD|121.4200,31.2500 121.4300,31.2500;121.4300,31.2500 121.4300,31.2510"

it "sets a road without a point on its middle and says how far its ends are from there"
expect_equal "$(place 'lat, round(lon, 4), precision_m between 515 and 535' 测河路)" "31.25|121.4255|1"

it "finds the street a place lies in by its outline, or takes the one that is named"
expect_equal "$(place street_code 测东站) $(place street_code 测河路18号) $(place street_code 测园) <$(place street_code 测远路)>" \
	"310107015 310107015 310107005 <>"

it "changes nothing when the same file is taken again"
before=$(in_registry .dump | sha256sum)
take "$folder/survey.tsv" "$map"
ends "read 5 rows: 0 new, 0 changed, 5 unchanged, 0 refused, 0 warnings / 0"
expect_equal "$(in_registry .dump | sha256sum)" "$before"

it "publishes places through the log, and a phrase sets out from one"
publish
shanyu portal rebuild >/dev/null
expect_equal "$(in_edition "select kind, path from place where name = '测河路'")" "ROAD|121.4200,31.2500 121.4300,31.2500;121.4300,31.2500 121.4300,31.2510"
visit '/api/facilities?q=%E6%B5%8B%E4%B8%9C%E7%AB%99'
expect_text '"name":"测东站"'

it "keeps nothing of a dry run"
before=$(in_registry .dump | sha256sum)
sed 's/测园/测新园/' "$folder/survey.tsv" >"$folder/changed.tsv"
take "$folder/changed.tsv" "$map" --dry-run
ends "read 5 rows: 0 new, 1 changed, 4 unchanged, 0 refused, 0 warnings / 0"
expect_equal "$(in_registry .dump | sha256sum)" "$before"
expect_equal "$(place name 测新园)" ""

it "tells what is missing, and removes it from registry and edition when asked"
grep -v 测东站 "$folder/survey.tsv" >"$folder/fewer.tsv"
take "$folder/fewer.tsv" "$map"
grep -q '^missing: P[0-9a-f]* 测东站$' "$folder/out" || broken "$(cat "$folder/out")"
expect_equal "$(place kind 测东站)" STATION
take "$folder/fewer.tsv" "$map" --remove-missing
expect_equal "$(place kind 测东站)" ""
expect_equal "$(in_registry "select count(*) > 700 from place where source_key = ''")" 1
publish
shanyu portal rebuild >/dev/null
expect_equal "$(in_edition "select count(*) from place where name = '测东站'")" 0

it "refuses rows one by one with their reasons, writes them into a report, and takes the others"
table bad.tsv <<-END
	id|kind|name|lat|lon|path|street
	10|路|测甲路|||121.42,31.25|
	11|路|测乙路||||
	12|塔|测塔|31.2|121.4||
	13|车站||31.2|121.4||
	14|车站|测丙站|0|0||
	15|车站|测丁站|91|121.4||
	16|车站|测戊站|31.25|121.42||无名街
	16|车站|测己站|31.25|121.42||
	|车站|测庚站|31.25|121.42||
END
take "$folder/bad.tsv" "$map" --report "$folder/report.csv"
ends "read 9 rows: 1 new, 0 changed, 0 unchanged, 8 refused, 1 warnings / 3"
said 'bad.tsv:2: path: is no path'
said 'bad.tsv:3: lat: there is neither a position nor a path'
said 'bad.tsv:4: kind: is no code or name of this list; add it to the mapping under [place_kind] (塔)'
said 'bad.tsv:5: name: is missing'
said 'bad.tsv:6: lat: is 0; nothing is there'
said 'bad.tsv:7: lat: must be from -90 to 90'
said 'bad.tsv:8: street: warning: is no street or town of the registry; left empty (无名街)'
said 'bad.tsv:9: key: stands in the file twice, first on line 8 (16)'
said 'bad.tsv:10: key: is missing'
expect_equal "$(grep -c . "$folder/report.csv")" 10
take "$folder/bad.tsv" "$map" --remove-missing
said 'so that nothing is removed'
expect_equal "$(place kind 测河路)" ROAD

it "refuses a place far outside of the district, each corner of it, and a coordinate of 0"
table far.tsv <<-END
	id|kind|name|lat|lon|path|street
	30|车站|纽约站|40.7500|-73.9900||
	31|路|野路|||121.4200,31.2500 121.4300,31.2500;121.4300,31.2500 21.4300,38.2510|
	32|路|远野路|31.2500|121.4200|121.4200,31.2500 121.6000,31.2500|
	33|车站|零站|0|121.4||
	34|路|零路|31.2500|121.4200|121.4200,31.2500 121.4300,0|
	35|车站|近站|31.2900|121.4600||
END
take "$folder/far.tsv" "$map"
ends "read 6 rows: 1 new, 0 changed, 0 unchanged, 5 refused, 0 warnings / 3"
said "far.tsv:2: lat: 40.75, -73.99 lies"
said "far.tsv:3: path: 38.251, 21.43 lies"
said "far.tsv:4: path: 31.25, 121.6 lies 1"
said "outside of the district's outline"
said 'far.tsv:5: lat: is 0; nothing is there'
said 'far.tsv:6: path: has a corner at 0; nothing is there (121.43,0)'

it "refuses a shape that reaches further than a precision may, where the district has no outline"
outline=$(in_registry 'select outline from district')
in_registry "update district set outline = ''"
take "$folder/far.tsv" "$map" --dry-run
said 'far.tsv:3: path: reaches'
in_registry "update district set outline = '$outline'"

it "refuses kinds that are no places: streets and communities have tables of their own"
table units.tsv <<-END
	id|kind|name|lat|lon|path|street
	40|STREET|测街道|31.2500|121.4200||
	41|居委|测居委|31.2500|121.4200||
END
take "$folder/units.tsv" "$map"
ends "read 2 rows: 0 new, 0 changed, 0 unchanged, 2 refused, 0 warnings / 3"
said 'units.tsv:2: kind: is no kind of a place; streets and communities have tables of their own (STREET)'
said 'units.tsv:3: kind: is no kind of a place'

it "writes the report over an older report, and over no other file"
cp "$folder/bad.tsv" "$folder/own.tsv"
cp "$map" "$folder/own.map"
ln "$folder/own.tsv" "$folder/linked.csv"
echo important >"$folder/notes.csv"
for report in own.tsv linked.csv own.map shanyu.conf registry/registry.db registry/registry.db.key notes.csv; do
	before=$(sha256sum "$folder/$report")
	for option in --dry-run ''; do
		take "$folder/own.tsv" "$folder/own.map" --report "$folder/$report" $option
		expect_equal "$code $(wc -l <"$folder/err")" "1 1" "$report: $(cat "$folder/err")"
		said 'the report is not written there'
		expect_equal "$(sha256sum "$folder/$report")" "$before"
	done
done
take "$folder/own.tsv" "$folder/own.map" --report "$folder/report.csv"
expect_equal "$code $(grep -c . "$folder/report.csv")" "3 10"

it "refuses a shape of more points than a page can carry"
{ printf 'id\tkind\tname\tlat\tlon\tpath\tstreet\n20\t路\t测长路\t\t\t'; seq -f '121.%06g,31.25' 400000 404000 | tr '\n' ' '; printf '\t\n'; } >"$folder/long.tsv"
take "$folder/long.tsv" "$map"
said 'path: has 4001 points, more than 4000; simplify it'

it "reads GB18030 as tables of facilities are read"
iconv -f utf-8 -t gb18030 "$folder/fewer.tsv" >"$folder/gb.tsv"
sed 's/^key = id/&\nencoding = gb18030/' "$map" >"$folder/gb.map"
take "$folder/gb.tsv" "$folder/gb.map"
ends "read 4 rows: 0 new, 0 changed, 4 unchanged, 0 refused, 0 warnings / 0"
grep -qi 'read as gb18030' "$folder/out" || broken "$(cat "$folder/out")"

it "turns positions and shapes of GCJ-02 into WGS84"
sed 's/^key = id/&\ndatum = gcj02/; s/name = survey/name = amap/' "$map" >"$folder/gcj.map"
printf 'id\tkind\tname\tlat\tlon\tpath\tstreet\n1\t路\t测移路\t\t\t121.424650,31.248100 121.434650,31.248100\t\n' >"$folder/gcj.tsv"
take "$folder/gcj.tsv" "$folder/gcj.map"
expect_equal "$(place 'abs(lat - 31.25) < 0.0003, abs(lon - 121.425) < 0.0003' 测移路)" "1|1"
expect_equal "$(place "path like '121.4199%,31.2500%' or path like '121.4200%,31.2499%' or path like '121.42%,31.25%' or path like '121.42%,31.2499%'" 测移路)" 1

cat >"$folder/places.geojson" <<-END
	{"type":"FeatureCollection","features":[
	{"type":"Feature","properties":{"osm":"n1","kind":"STATION","name":"图站","precision_m":60},"geometry":{"type":"Point","coordinates":[121.43,31.245]}},
	{"type":"Feature","properties":{"osm":"w2","kind":"ROAD","name":"图路"},"geometry":{"type":"MultiLineString","coordinates":[[[121.42,31.25],[121.43,31.25]],[[121.43,31.25],[121.43,31.251]]]}},
	{"type":"Feature","properties":{"osm":"w3","kind":"COMPOUND","name":"图园, \"一期\""},"geometry":{"type":"Polygon","coordinates":[[[121.403,31.241],[121.4032,31.241],[121.4032,31.2412],[121.403,31.241]]]}},
	{"type":"Feature","properties":{"osm":"w4","kind":"ROAD","name":"图空路"},"geometry":null}
	]}
END

it "takes points, lines and outlines of GeoJSON by the mapping for OpenStreetMap"
take "$folder/places.geojson" db/maps/places-osm.map
ends "read 4 rows: 3 new, 0 changed, 0 unchanged, 1 refused, 0 warnings / 3"
said 'places.geojson:5: lat: there is neither a position nor a path'
expect_equal "$(place 'kind, lat, lon, precision_m' 图站)" "STATION|31.245|121.43|60"
expect_equal "$(place path 图路)" "121.42,31.25 121.43,31.25;121.43,31.25 121.43,31.251"
expect_equal "$(place 'kind, path' '图园, "一期"')" "COMPOUND|121.403,31.241 121.4032,31.241 121.4032,31.2412 121.403,31.241"
take "$folder/places.geojson" db/maps/places-osm.map
ends "read 4 rows: 0 new, 0 changed, 3 unchanged, 1 refused, 0 warnings / 3"

it "refuses a file that is no GeoJSON whole, in one line"
printf '{"type":"Feature"}' >"$folder/one.geojson"
take "$folder/one.geojson" db/maps/places-osm.map
expect_equal "$code $(cat "$folder/err" | wc -l)" "1 1"
said 'is no FeatureCollection of GeoJSON'
printf '{"features":[' >"$folder/cut.geojson"
take "$folder/cut.geojson" db/maps/places-osm.map
expect_equal "$code $(cat "$folder/err" | wc -l)" "1 1"

# mapping_refused FILE WORDS: the mapping is refused in one line that says the words.
mapping_refused() {
	take "$folder/survey.tsv" "$1"
	expect_equal "$code $(wc -l <"$folder/err")" "1 1" "$(cat "$folder/err")"
	said "$2"
}

it "refuses a mapping in which a section or a name stands twice"
{ cat "$map"; printf '\n[place_kind]\n桥 = ROAD\n'; } >"$folder/twice.map"
mapping_refused "$folder/twice.map" 'twice.map:20: [place_kind] stands in the mapping twice, first on line 5'
sed 's/^lat = {lat}/&\n lat = {lon}/' "$map" >"$folder/twice.map"
mapping_refused "$folder/twice.map" 'twice.map:15: [place] lat stands in the mapping twice, first on line 14'

it "passes over a byte order mark before GeoJSON and before a mapping"
{ printf '\357\273\277'; cat "$folder/places.geojson"; } >"$folder/marked.geojson"
{ printf '\357\273\277'; cat db/maps/places-osm.map; } >"$folder/marked.map"
take "$folder/marked.geojson" "$folder/marked.map"
ends "read 4 rows: 0 new, 0 changed, 3 unchanged, 1 refused, 0 warnings / 3"

it "says of a file that cannot be read what it is: a folder, not there, another encoding"
mkdir "$folder/folder.geojson"
take "$folder/folder.geojson" db/maps/places-osm.map
expect_equal "$(cat "$folder/err")" "shanyu import places: $folder/folder.geojson: this is no plain file; nothing was changed"
mapping_refused "$folder/folder.geojson" 'folder.geojson: this is no plain file'
take "$folder/nowhere.geojson" db/maps/places-osm.map
expect_equal "$(cat "$folder/err")" "shanyu import places: $folder/nowhere.geojson: No such file or directory; nothing was changed"
mapping_refused "$folder/nowhere.map" 'nowhere.map: No such file or directory'
for encoding in gbk utf-16; do
	iconv -f utf-8 -t $encoding "$folder/places.geojson" >"$folder/other.geojson"
	take "$folder/other.geojson" db/maps/places-osm.map
	expect_equal "$code $(wc -l <"$folder/err")" "1 1"
	said 'save the file as UTF-8'
	iconv -f utf-8 -t $encoding "$map" >"$folder/other.map"
	mapping_refused "$folder/other.map" 'save the file as UTF-8'
done
printf '{"features":[]}' | iconv -f utf-8 -t utf-16le >"$folder/other.geojson"
take "$folder/other.geojson" db/maps/places-osm.map
said 'save the file as UTF-8'

it "refuses a code that a place of another source has"
sed 's/^\[place\]/&\ncode = S001/; s/name = survey/name = thief/' "$map" >"$folder/thief.map"
printf 'id\tkind\tname\tlat\tlon\tpath\tstreet\n1\t车站\t测盗站\t31.2\t121.4\t\t\n' >"$folder/thief.tsv"
take "$folder/thief.tsv" "$folder/thief.map"
said 'code: another place has this code'
expect_equal "$(in_registry "select name from place where code = 'S001'")" 上海西站
