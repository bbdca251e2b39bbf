#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A search is in its address, whole: every link of the list keeps it, a chip takes one filter away, and nothing is a dead end.
. tests/lib/http.sh

make_edition
# The fields of an address, one a line, in order.
fields() { echo "$1" | sed 's/^[^?]*?//' | tr '&' '\n' | sort; }

everything='q=%E8%8A%A6%E9%93%83&lat=31.2411&lon=121.4031&age=18&mode=FULL_DAY&inclusive=1&fee_max=90000&within=180&sort=name'

it "keeps every field in the links to the files, the next page and the text size"
visit "/facilities?$everything"
expect_status 200
fields "$everything" | sed 's/^\(lat=31.2411\|lon=121.4031\)$/\100/' >"$folder/asked"
links >"$folder/all"
for file in /facilities.csv /facilities.geojson /api/facilities; do
	link=$(grep -F "$file?" "$folder/all" | head -n 1)
	fields "$link" >"$folder/kept"
	cmp -s "$folder/asked" "$folder/kept" || broken "$file: $(diff "$folder/asked" "$folder/kept")"
done
visit '/facilities?age=18&sort=name'
next=$(links | grep 'page=2' | head -n 1)
expect_equal "$(fields "$next" | tr '\n' ' ')" "age=18 page=2 sort=name "
visit "$next"
expect_status 200
previous=$(links | grep -E 'page=1$|sort=name$' | head -n 1)
expect "a way back to the first page" [ -n "$previous" ]

it "takes away one filter with each chip and keeps the others"
asked=$(fields "$everything" | wc -l)
visit "/facilities?$everything"
grep -o 'class="chips__chip" href="[^"]*"' "$folder/body" | sed 's/.*href="//; s/"$//; s/&amp;/\&/g' >"$folder/chips"
expect_equal "$(wc -l <"$folder/chips")" 7 "chips: q, place, age, mode, inclusive, fee, walking time"
while read -r chip; do
	left=$(fields "$chip" | wc -l)
	case $chip in
	*lat=*) expect_equal "$left" $((asked - 1)) "$chip" ;;
	*) expect_equal "$left" $((asked - 3)) "$chip: without the place there is no walking time" ;;
	esac
	visit "$chip"
	expect_status 200
done <"$folder/chips"

it "shows the form as it was filled in"
visit "/facilities?$everything&street=310107005"
for part in 'value="芦铃"' 'value="18"' 'value="90000"' '<option value="310107005" selected>' '<option value="FULL_DAY" selected>' \
	'name="lat" value="31.2411' 'value="1" checked'; do
	expect_text "$part"
done

it "offers, when nothing fits, each filter whose leaving helps, with the number it leads to"
visit '/facilities?age=18&mode=TEMP&fee_max=1&inclusive=1&kind=KG_CLASS'
expect_status 200
expect_text '没有同时符合这些条件的机构'
visit '/facilities?kind=GUIDE_STATION&vacancy=1'
expect_text '没有同时符合这些条件的机构'
grep -o 'class="doors__link" href="[^"]*".*' "$folder/body" | sed -E 's/.*href="([^"]*)".*doors__count">([0-9]+).*/\1 \2/; s/&amp;/\&/g' >"$folder/doors"
expect_equal "$(wc -l <"$folder/doors")" 2 "ways on"
while read -r link number; do
	visit "$link"
	expect_text "共 $number 家"
done <"$folder/doors"

it "tells the way on even when no single filter helps"
visit '/facilities?kind=GUIDE_STATION&vacancy=1&fee_max=0&age=36'
expect_status 200
expect_text '现在没有机构收 36 个月的孩子'
expect_text 'tel:12345'
visit '/facilities?kind=GUIDE_STATION&vacancy=1&fee_max=0&age=24'
expect_status 200
expect_text '没有同时符合这些条件的机构'
expect_text 'tel:12345'

it "keeps the text size in a cookie and leads back to the same search"
visit "/facilities?$everything"
expect_text 'form="filter-form" formaction="/text-size/facilities"'
visit "/text-size/facilities?size=large&street=&q=&$everything"
expect_status 303
expect_header Set-Cookie '^text_size=large; Path=/; .*SameSite=Lax'
expect_header Cache-Control no-store
fields "$(header Location)" | sed 's/^\(lat=31.2411\|lon=121.4031\)$/\100/' >"$folder/kept"
cmp -s "$folder/asked" "$folder/kept" || broken "$(diff "$folder/asked" "$folder/kept")"
visit -H 'Cookie: other=1; text_size=large' "$(header Location)"
expect_text 'text-large'
expect_text 'name="size" value="normal"'
visit '/facilities?age=18&page=2'
size=$(links | grep '^/text-size' | head -n 1)
visit "$size"
expect_equal "$(header Location)" '/facilities?age=18&page=2'

it "keeps what was typed on the first page and where one sets out, too"
visit "/text-size/home?q=$(escaped 兰溪路)&age=18&mode=FULL_DAY&vacancy=1&size=large"
expect_status 303
expect_equal "$(header Location)" "/?q=$(escaped 兰溪路)&age=18&mode=FULL_DAY&vacancy=1"
visit -H 'Cookie: text_size=large' "$(header Location)"
for part in 'value="兰溪路"' 'value="18"' '<option value="FULL_DAY" selected>' 'id="vacancy" name="vacancy" type="checkbox" value="1" checked' \
	'form="start" formaction="/text-size/home"'; do
	expect_text "$part"
done
expect_no_text 'id="inclusive" name="inclusive" type="checkbox" value="1" aria-describedby="inclusive-hint" checked'
visit "/text-size/locate?keep=$(escaped 'age=18')&place=$(escaped 武宁)&size=normal"
expect_equal "$(header Location)" "/locate?keep=$(escaped 'age=18')&place=$(escaped 武宁)"
visit /text-size/elsewhere?size=large
expect_status 404
visit /text-size/home?size=huge
expect_status 400

it "carries the place to the facility's page, rounded"
visit '/facilities?lat=31.2411&lon=121.4031'
link=$(links | grep -F '?from=' | head -n 1)
visit "$link"
expect_status 200
expect_text '步行约'
