#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# tools/gazetteer: places and walkable streets from an extract of OpenStreetMap, ready to be imported. The extract is our own, made into pbf by osmium.
. tests/lib/registry.sh
. tests/lib/visit.sh

make_demo --facilities 50
osmium cat --no-progress -o "$folder/small.osm.pbf" tests/data/small.osm
tools/gazetteer "$folder/small.osm.pbf" "$folder" >"$folder/said"
of() { jq -r ".features[] | select(.properties.kind == \"$1\") | $2" "$folder/places.geojson"; }

it "finds stations, roads, estates, landmarks, addresses, lines and waters"
expect_equal "$(cat "$folder/said")" "9 places, 4 walks between junctions"
expect_equal "$(of STATION .properties.name) $(of COMPOUND .properties.name) $(of LANDMARK .properties.name) $(of ADDRESS .properties.name)" "试东站 试园 试医院 试南路18号"
expect_equal "$(of ROAD .properties.name | sort | tr '\n' ' ')" "$(printf '试北路\n试南路\n试高速\n' | sort | tr '\n' ' ')"
expect_equal "$(of RAIL .properties.name) $(of WATER .properties.name)" "试1号线 试河"

it "makes one road of all ways of its name"
expect_equal "$(of ROAD 'select(.properties.name == "试南路") | .geometry.coordinates | tostring')" "[[[121.4,31.24],[121.405,31.24]],[[121.405,31.24],[121.41,31.24]]]"

it "names its licence in the file"
expect_equal "$(jq -r '.license + " " + .attribution' "$folder/places.geojson")" "ODbL-1.0 © OpenStreetMap contributors"

it "cuts walkable streets at their junctions and leaves out what nobody may walk on"
cat >"$folder/expected.csv" <<-END
	from_lon,from_lat,to_lon,to_lat,metres
	121.400000,31.240000,121.405000,31.240000,475.4
	121.405000,31.240000,121.410000,31.240000,475.4
	121.400000,31.242000,121.410000,31.242000,950.7
	121.410000,31.240000,121.410000,31.242000,222.4
END
expect_equal "$(cat "$folder/walks.csv")" "$(cat "$folder/expected.csv")"

it "gives files that import as they are, and the same again changes nothing"
expect "places" shanyu import places "$folder/places.geojson" --map db/maps/places-osm.map
expect_equal "$(shanyu import places "$folder/places.geojson" --map db/maps/places-osm.map | tail -n 1)" \
	"read 9 rows: 0 new, 0 changed, 9 unchanged, 0 refused, 0 warnings"
expect_equal "$(in_registry "select kind, precision_m, path from place where name = '试园'")" \
	"COMPOUND|74|121.402,31.243 121.403,31.243 121.403,31.244 121.402,31.244 121.402,31.243"
expect_equal "$(in_registry "select precision_m from place where name = '试东站'")" 60

it "gives streets to walk on that import as they are"
expect_equal "$(shanyu import walks "$folder/walks.csv")" "read 4 walks, 0 refused: 2 tiles, 2 new, 0 changed, 0 removed"
expect_equal "$(shanyu import walks "$folder/walks.csv")" "read 4 walks, 0 refused: 2 tiles, 0 new, 0 changed, 0 removed"

tiles() { in_registry "select code, walks from walk_tile order by code" | sha256sum; }
# walks_refused WORDS: the file in $folder/broken.csv is refused whole, and the network is as it was.
walks_refused() {
	code=0
	shanyu import walks "$folder/broken.csv" >"$folder/out" 2>"$folder/err" || code=$?
	expect_equal "$code $(tiles)" "1 $network" "$(cat "$folder/err")"
	tail -n 1 "$folder/err" | grep -q "$1.*nothing was changed" || broken "$(cat "$folder/err")"
}

it "refuses a file without a walk, and one of which every walk is refused; the streets that are there stay"
network=$(tiles)
head -n 1 "$folder/walks.csv" >"$folder/broken.csv"
walks_refused 'there are no walks below the header'
sed 's/^121/x&/' "$folder/walks.csv" >"$folder/broken.csv"
walks_refused 'every one of its 4 walks is refused'

it "removes nothing while a walk is refused, neither a tile nor a walk of a tile, and takes what is new"
sed -e '/^121.410000/s/^/x/' -e '/^121.405000/d' "$folder/walks.csv" >"$folder/broken.csv"
code=0
said=$(shanyu import walks "$folder/broken.csv" 2>"$folder/err") || code=$?
expect_equal "$said / $code" "read 3 walks, 1 refused: 1 tiles, 0 new, 0 changed, 0 removed / 3"
grep -q 'so that nothing is removed' "$folder/err" || broken "$(cat "$folder/err")"
expect_equal "$(tiles)" "$network"
echo 121.405000,31.240000,121.405000,31.242000,222.4 >>"$folder/broken.csv"
said=$(shanyu import walks "$folder/broken.csv" 2>"$folder/err") || code=$?
expect_equal "$said" "read 4 walks, 1 refused: 1 tiles, 0 new, 1 changed, 0 removed"
expect_equal "$(shanyu import walks "$folder/walks.csv")" "read 4 walks, 0 refused: 2 tiles, 0 new, 1 changed, 0 removed"

it "refuses walks that nobody can walk: shorter than the straight line, elsewhere, to nowhere; what is rounded is taken"
cat >"$folder/broken.csv" <<-END
	from_lon,from_lat,to_lon,to_lat,metres
	121.400000,31.240000,121.410000,31.240000,1
	121.400000,31.240000,121.400000,31.240000,5
	-73.990000,40.750000,-73.980000,40.750000,900
	121.400000,31.240000,121.600000,31.240000,19500
	0,31.240000,121.410000,31.240000,1000
END
walks_refused 'every one of its 5 walks is refused'
for wrong in '2: metres: 1.0 is less than the straight line between the ends, 950.7 m' '3: to_lat: the walk ends where it begins' \
	'4: from_lat: 40.75, -73.99 lies' '5: to_lat: 31.24, 121.6 lies' '6: from_lat: is 0; nothing is there'; do
	grep -qF "broken.csv:$wrong" "$folder/err" || broken "$wrong: $(cat "$folder/err")"
done
sed -e 's/,475.4$/,475/' -e 's/,950.7$/,942/' "$folder/walks.csv" >"$folder/rounded.csv"
expect_equal "$(shanyu import walks "$folder/rounded.csv" --dry-run | tail -n 1)" "read 4 walks, 0 refused: 2 tiles, 0 new, 1 changed, 0 removed"

it "makes walks that the pages count by, through the log and the edition, and places whose credit they show"
publish
shanyu portal rebuild >/dev/null
visit '/api/facilities?lat=31.24&lon=121.405'
expect "some are walked to along these streets" [ "$(jq '[.items[] | select(.walk_by == "STREETS")] | length' "$folder/body")" -gt 0 ]
visit '/facilities?lat=31.24&lon=121.405'
expect_text '步行时间按街道估算'
visit "/locate?place=$(jq -rn '"试东站" | @uri')"
expect_text '试东站'
expect_text '© OpenStreetMap'

it "says what is wrong with a file that is no extract, and writes nothing"
mkdir "$folder/none"
echo nothing >"$folder/bad.osm.pbf"
if tools/gazetteer "$folder/bad.osm.pbf" "$folder/none" >"$folder/said" 2>&1; then broken "it took it"; fi
expect_equal "$(find "$folder/none" -type f | wc -l)" 0

it "says that an extract has nothing to find in it, and writes no empty files"
echo '<osm version="0.6"><node id="1" lat="31.24" lon="121.4" version="1"/></osm>' >"$folder/bare.osm"
osmium cat --no-progress -o "$folder/bare.osm.pbf" "$folder/bare.osm"
if tools/gazetteer "$folder/bare.osm.pbf" "$folder/none" >"$folder/said" 2>&1; then broken "it took it"; fi
grep -q 'no place with a name and no street to walk on' "$folder/said" || broken "$(cat "$folder/said")"
expect_equal "$(find "$folder/none" -type f | wc -l)" 0

it "makes a file of roads alone that imports by its own mapping"
mkdir "$folder/roads"
osmium tags-filter --no-progress -o "$folder/roads.osm.pbf" "$folder/small.osm.pbf" w/highway
tools/gazetteer "$folder/roads.osm.pbf" "$folder/roads" >"$folder/said"
expect_equal "$(shanyu import places "$folder/roads/places.geojson" --map db/maps/places-osm.map 2>&1 | tail -n 1)" \
	"read 3 rows: 0 new, 0 changed, 3 unchanged, 0 refused, 0 warnings"
