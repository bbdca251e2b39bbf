#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Walking by streets, where a network of them was imported: through the log into the edition, and as the pages tell it.
. tests/lib/http.sh

make_demo
prepare portal rebuild
# A home, and the facility nearest to it: between them lies a river, and the bridge is a kilometre away.
visit '/api/facilities?lat=31.25&lon=121.42'
nearest=$(jq -r '.items[0].code' "$folder/body")
lat=$(jq -r '.items[0].lat' "$folder/body") lon=$(jq -r '.items[0].lon' "$folder/body")
straight=$(jq -r '.items[0].walk_min' "$folder/body")
home="lat=$(jq -n "$lat + 0.002")&lon=$lon"
cat >"$folder/walks.csv" <<-END
	from_lon,from_lat,to_lon,to_lat,metres
	$lon,$(jq -n "$lat + 0.002"),$(jq -n "$lon + 0.01"),$(jq -n "$lat + 0.002"),950
	$(jq -n "$lon + 0.01"),$(jq -n "$lat + 0.002"),$(jq -n "$lon + 0.01"),$lat,225
	$(jq -n "$lon + 0.01"),$lat,$lon,$lat,950
END
minutes() { visit "/api/facilities?$home${1-}" && jq ".items[] | select(.code == \"$nearest\") | .walk_min" "$folder/body"; }

it "tells the straight line where there is no network, and says so"
expect_equal "$(minutes)" 5
expect_json '.items | map(.walk_by == "LINE") | all'
visit "/facilities/$nearest?from=$(echo "$home" | sed 's/lat=//; s/&lon=/,/')"
expect_text '步行约 5 分钟</span>（按直线估算）'
visit "/compare?code=$nearest&$home"
expect_text '步行约 5 分钟</span>（按直线估算）'
visit "/facilities/$nearest"
expect_no_text '估算）'
visit "/facilities?$home"
expect_text '步行时间按直线估算'
expect_no_text '按街道估算'

it "refuses what is no walk, one by one, and changes nothing in a dry run"
{ cat "$folder/walks.csv"; echo "x,31.2,121.4,31.2,5"; echo "121.4,31.2,121.4,31.2,30000"; } >"$folder/bad.csv"
code=0
shanyu import walks "$folder/bad.csv" --dry-run >"$folder/out" 2>"$folder/err" || code=$?
expect_equal "$code $(grep -c 'is no number from' "$folder/err")" "3 2"
expect_equal "$(in_registry 'select count(*) from walk_tile')" 0

it "publishes the network through the log into the edition, and the same again changes nothing"
expect "import" shanyu import walks "$folder/walks.csv"
publish
prepare portal rebuild
expect_equal "$(in_edition "select sum(length(walks) - length(replace(walks, ';', '')) + 1) from walk_tile")" 3
shanyu import walks "$folder/walks.csv" >"$folder/out"
grep -q ' 0 new, 0 changed, 0 removed$' "$folder/out" || broken "$(cat "$folder/out")"
expect_equal "$(shanyu publish --approved-by 测试)" "$(shanyu publish --approved-by 测试)"

it "counts the way over the bridge, on the list, the facility's page, in the comparison and in the API alike, and says so"
expect_equal "$(minutes)" 32
visit "/facilities?$home"
expect_text '步行时间按街道估算'
expect_text '步行约 32 分钟'
visit "/facilities/$nearest?from=$(echo "$home" | sed 's/lat=//; s/&lon=/,/')"
expect_text '步行约 32 分钟'
expect_text '（按街道估算）'
visit "/compare?code=$nearest&$home"
expect_text '步行约 32 分钟</span>（按街道估算）'

it "says of each facility how its walk was counted: by the straight line where no street leads to it"
visit "/api/facilities?$home"
expect_json ".items | map(select(.code == \"$nearest\")) | .[0].walk_by == \"STREETS\""
elsewhere=$(jq -r '[.items[] | select(.walk_by == "LINE")] | last | .code' "$folder/body")
expect "one that no street leads to" [ "$elsewhere" != null ]
visit "/compare?code=$nearest&code=$elsewhere&$home"
expect_text '（按街道估算）'
expect_text '（按直线估算）'
visit "/facilities/$elsewhere?from=$(echo "$home" | sed 's/lat=//; s/&lon=/,/')"
expect_text '（按直线估算）'
expect_no_text '（按街道估算）'
visit '/api/facilities?lat=39.9&lon=116.4'
expect_json '.items | map(.walk_by == null and .walk_min == null) | all'
visit '/api/facilities'
expect_json '.items | map(has("walk_by") | not) | all'

it "finds within a time on foot only what is walked within it by streets"
expect_equal "$(minutes '&within=15')" ""
expect_equal "$(minutes '&within=30')" ""
expect_equal "$(minutes '&within=45')" 32
total=$(jq .total "$folder/body")
expect_json '.items | map(.walk_min <= 45) | all'
for sort in name fee vacancy fresh; do
	visit "/api/facilities?$home&within=45&sort=$sort"
	expect_json ".total == $total"
done
visit "/api/facilities?$home&within=45&age=18&mode=FULL_DAY"
expect_json '.items | map(.walk_min <= 45) | all'

it "keeps to the straight line where no street is near"
visit '/facilities?lat=31.29&lon=121.34'
expect_text '步行时间按直线估算'

it "takes what is not in the file out of the network"
head -n 2 "$folder/walks.csv" >"$folder/one.csv"
expect "import" shanyu import walks "$folder/one.csv"
expect_equal "$(in_registry "select sum(length(walks) - length(replace(walks, ';', '')) + 1) from walk_tile")" 1
