#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Finding care: what is asked for is found, all of it and nothing else. The truth is asked of the published facts.
. tests/lib/http.sh

make_edition
# When today began in Shanghai.
today=$(((SHANYU_CLOCK + 28800) / 86400 * 86400 - 28800))
# A facility with a programme of which holds: ...
programme_where() { echo "select distinct facility_code from programme p left join fee w on w.programme_code = p.code left join vacancy v on v.programme_code = p.code where $1"; }

it "finds everything when nothing is asked for"
expect_found '' "select code from facility"

it "finds by age in months"
for age in 0 7 18 30 36; do
	sql=$(programme_where "age_from_months <= $age and age_to_months > $age")
	if [ -n "$(in_edition "$sql")" ]; then
		expect_found "age=$age" "$sql"
	fi
done
expect_found 'age=18' "$(programme_where 'age_from_months <= 18 and age_to_months > 18')"

it "finds by way of care"
for mode in FULL_DAY HALF_DAY HOURLY TEMP; do
	expect_found "mode=$mode" "$(programme_where "mode = '$mode'")"
done

it "finds by kind of facility"
for kind in $(in_edition "select distinct kind from facility"); do
	expect_found "kind=$kind" "select code from facility where kind = '$kind'"
done

it "finds by street, by its code and by its name"
for street in $(in_edition "select distinct street_code from facility"); do
	expect_found "street=$street" "select code from facility where street_code = '$street'"
	name=$(in_edition "select name from street where code = '$street'")
	expect_found "street=$(escaped "$name")" "select code from facility where street_code = '$street'"
done

it "finds the inclusive ones"
expect_found 'inclusive=1' "select code from facility where inclusive = 1"
expect_found 'inclusive=0' "select code from facility"

it "finds by highest fee of a month; for care by the hour, of an hour"
for most in 0 800 3000 99999; do
	expect_found "fee_max=$most" "$(programme_where "fee_fen <= $most * 100 and (fee_unit = 'MONTH' or fee_fen = 0)")"
done
expect_found 'fee_max=50&mode=HOURLY' "$(programme_where "mode = 'HOURLY' and fee_fen <= 5000")"

it "finds what has vacancies"
expect_found 'vacancy=1' "$(programme_where "has_vacancy = 1 and v.valid_until >= $today")"

it "finds by operator"
operator=$(in_edition "select operator from facility where operator <> '' group by 1 order by count(*) desc limit 1")
expect_found "operator=$(escaped "$operator")" "select code from facility where operator = '$operator'"

it "asks age, way of care, fee and vacancy of one and the same programme"
expect_found 'age=18&mode=FULL_DAY&fee_max=3000&vacancy=1' "$(programme_where "age_from_months <= 18 and age_to_months > 18
	and mode = 'FULL_DAY' and has_vacancy = 1 and v.valid_until >= $today and fee_fen <= 300000 and (fee_unit = 'MONTH' or fee_fen = 0)")"
# And those with one programme for the age and another with the vacancy are not among them.
spread=$(in_edition "$(programme_where "age_from_months <= 30 and age_to_months > 30") intersect $(programme_where "has_vacancy = 1 and v.valid_until >= $today")
	except $(programme_where "age_from_months <= 30 and age_to_months > 30 and has_vacancy = 1 and v.valid_until >= $today") limit 1")
if [ -n "$spread" ]; then
	codes_of 'age=30&vacancy=1' >"$folder/found"
	! grep -qx "$spread" "$folder/found" || broken "$spread has no single programme that fits"
fi

it "joins all filters"
street=$(in_edition "select street_code from facility where inclusive = 1 group by 1 order by count(*) desc limit 1")
expect_found "street=$street&inclusive=1&age=24" "select code from facility where inclusive = 1 and street_code = '$street'
	and code in ($(programme_where 'age_from_months <= 24 and age_to_months > 24'))"

it "finds the same by traditional and by simplified characters: on the list, among the places, by the name of a street"
while IFS="$(printf '\t')" read -r typed simplified; do
	codes_of "q=$(escaped "$typed")" >"$folder/typed"
	codes_of "q=$(escaped "$simplified")" >"$folder/simplified"
	[ -s "$folder/simplified" ] || broken "$simplified finds nothing in the demo; the test says nothing"
	cmp -s "$folder/typed" "$folder/simplified" || broken "$typed finds $(wc -l <"$folder/typed"), $simplified $(wc -l <"$folder/simplified")"
done <tests/data/faults/searches.txt
visit "/locate?place=$(escaped 長壽路)"
expect_equal "$(grep -o 'street=[0-9]*' "$folder/body")" "street=$(in_edition "select code from street where name = '长寿路街道'")" "streets to choose from"
expect_found "street=$(escaped 長壽路街道)" "select code from facility where street_code = (select code from street where name = '长寿路街道')"

it "finds a name in traditional characters by simplified ones"
in_registry "update facility set name = '瑪莉亞托嬰中心' where code = (select max(code) from facility)"
renew_edition
expect_found "q=$(escaped 玛莉亚托婴)" "select max(code) from facility"
expect_found "q=$(escaped maliya)" "select max(code) from facility"
in_registry "update facility set name = '玛莉亚托婴中心' where code = (select max(code) from facility)"
renew_edition

it "finds by any two characters of a name or more"
in_edition "select distinct substr(name, n, 2) from facility, (select 4 as n union select 5) order by random() limit 12" >"$folder/words"
while read -r word; do
	in_edition "select code from facility where instr(name, '$word') > 0" | sort >"$folder/true"
	codes_of "q=$(escaped "$word")" | sort >"$folder/found"
	[ -z "$(comm -13 "$folder/found" "$folder/true")" ] || broken "'$word' does not find $(comm -13 "$folder/found" "$folder/true")"
done <"$folder/words"

it "finds a whole name first of all, and not the whole district with it"
name=$(in_edition "select name from facility order by code limit 1 offset 3")
visit "/api/facilities?q=$(escaped "$name")&lat=31.24&lon=121.4"
expect_json ".items | map(.name) | index(\$name) != null" --arg name "$name"
expect_json '.total < 20'

it "finds by full pinyin and by initials"
in_edition "select code from facility where street_code = (select code from street where name like '长寿%')" | sort >"$folder/true"
for word in changshou csl changshoulu; do
	codes_of "q=$word" | sort >"$folder/found"
	case $word in
	changshou*) [ -z "$(comm -13 "$folder/found" "$folder/true")" ] || broken "'$word' does not find all of the street" ;;
	*) [ -s "$folder/found" ] || broken "'$word' finds nothing" ;;
	esac
done
[ -s "$folder/true" ] || broken "no facility in that street"

it "finds by the code that stands on a facility's door, and by its telephone"
code=$(in_edition "select max(code) from facility where phone <> ''")
phone=$(in_edition "select phone from facility where code = '$code'")
for typed in "$code" "$(echo "$code" | tr 'A-Z' 'a-z')" "$(echo "$code" | tr - ' ')" "$phone"; do
	expect_found "q=$(escaped "$typed")" "select code from facility where code = '$code' or phone = '$phone'"
done

it "does not read what was typed as a search language"
for word in '"' '*' 'a*' 'NEAR(' 'a AND b' 'name:a' '-a' '^a' "'" "长' OR '1'='1" '%' '_'; do
	visit "/facilities?q=$(escaped "$word")"
	case $status in 200 | 400) ;; *) broken "'$word': $status" ;; esac
done
codes_of "q=$(escaped '长风" OR "幼儿')" >"$folder/found"

it "lists the nearest first, what is not up to date apart behind all that is, and what takes no children behind both"
codes_of 'lat=31.2411&lon=121.4031' >"$folder/found"
# Metres on the sphere, as a second opinion; the order may differ only between places less than 5 m apart in rank.
in_edition "select code, 2 * 6371008.8 * asin(sqrt(pow(sin(radians(lat - 31.2411) / 2), 2) + cos(radians(31.2411)) * cos(radians(lat))
	* pow(sin(radians(lon - 121.4031) / 2), 2))) + iif(fresh_until < $today, iif(gives_care, 1e8, 2e8), 0) from listing" |
	tr '|' ' ' >"$folder/ranks"
awk 'NR == FNR { rank[$1] = $2; next } rank[$1] < before - 5 { print $1, rank[$1], "after", before } { before = rank[$1] }' \
	"$folder/ranks" "$folder/found" >"$folder/disorder"
[ ! -s "$folder/disorder" ] || broken "$(head -n 5 "$folder/disorder")"
expect_equal "$(sort -u "$folder/found" | wc -l)" "$(in_edition 'select count(*) from facility')" "each once"

it "finds within so many minutes of walking exactly those whose walk is no longer"
visit '/facilities.geojson?lat=31.2411&lon=121.4031'
for minutes in 5 10 15 45; do
	visit '/facilities.geojson?lat=31.2411&lon=121.4031'
	jq -r ".features[].properties | select(.walk_min <= $minutes) | .code" "$folder/body" | sort >"$folder/true"
	codes_of "lat=31.2411&lon=121.4031&within=$minutes" | sort >"$folder/found"
	cmp -s "$folder/found" "$folder/true" || broken "$minutes minutes: $(diff "$folder/found" "$folder/true" | head -n 5)"
done
[ -s "$folder/true" ] || broken "nothing within 45 minutes"

it "takes a street or a community as a place to start from"
community=$(in_edition "select code from community order by code limit 1 offset 20")
visit "/api/facilities?community=$community"
expect_json '.items[0].walk_min >= 0 and .total == 222'
visit "/api/facilities?street=310107005&within=30"
expect_json '.items | length > 0 and all(.[]; .walk_min <= 30 and .street_code == "310107005")'

it "sorts by name, fee and freshness, each group apart"
apart="fresh_until < $today, fresh_until < $today and not gives_care"
expect_order 'sort=name' "select code from listing order by $apart, name_pinyin, id"
expect_order 'sort=fresh' "select code from listing order by $apart, fresh_until desc, id"
expect_order 'sort=fee' "select code from listing order by $apart, fee_min_fen is null, fee_unit <> 'MONTH', fee_min_fen, id"

it "counts those that take children apart from those that do not"
visit '/facilities'
expect_text "$(in_edition "select '共 ' || count(*) || ' 家：' || sum(gives_care) || ' 家收托，' || sum(not gives_care) || ' 家不收托' from listing")"
visit '/facilities?kind=INST_PUBLIC'
expect_no_text '家不收托'
visit '/api/facilities'
expect_json ".without_care == $(in_edition "select count(*) from facility where kind in ('GUIDE_STATION', 'CHILD_HOME', 'ECD_BASE')")"

it "says of those with room how many more there are of which nobody knows"
unknown=$(in_edition "select count(*) from facility f where kind not in ('GUIDE_STATION', 'CHILD_HOME', 'ECD_BASE') and closed_on is null
	and code not in ($(programme_where "has_vacancy = 1 and v.valid_until >= $today"))
	and (code in ($(programme_where "v.programme_code is null or v.valid_until < $today")) or not exists (select 1 from programme p where p.facility_code = f.code))")
expect "there are such" [ "$unknown" -gt 0 ]
visit '/facilities?vacancy=1'
expect_text "另有 $unknown 家余位未更新或未公布，请打电话问。"
visit '/facilities?vacancy=0'
expect_no_text '家余位未更新'
visit '/api/facilities?vacancy=1'
expect_json ".vacancy_unknown == $unknown"

it "sorts by pinyin, not by bytes"
visit '/api/facilities?sort=name'
expect_json '[.items[].name] | length == 20'
in_edition "select count(*) from listing where name_pinyin = ''" | grep -qx 0 || broken "facilities without a reading"

it "gives every facility on exactly one page"
for question in 'sort=name' 'lat=31.2411&lon=121.4031' 'q=%E6%99%AE%E9%99%80' 'lat=31.2411&lon=121.4031&age=18'; do
	: >"$folder/paged"
	page=1
	while :; do
		visit "/api/facilities?$question&page=$page"
		jq -r '.items[].code' "$folder/body" >>"$folder/paged"
		[ "$page" -lt "$(jq .pages "$folder/body")" ] || break
		page=$((page + 1))
	done
	codes_of "$question" >"$folder/found"
	cmp -s "$folder/paged" "$folder/found" || broken "$question: $(diff "$folder/paged" "$folder/found" | head -n 5)"
done

it "answers the page after the last with a clear refusal"
visit "/facilities?page=13"
expect_status 400
expect_house_look
visit "/facilities?page=12"
expect_status 200

it "leads from a code in other case, with or without its dash, with blanks at its ends, to the facility"
code=$(in_edition "select code from facility where code like '%-%' and closed_on is null order by code limit 1")
closed=$(printf %s "$code" | tr -d -)
lower=$(printf %s "$code" | tr '[:upper:]' '[:lower:]')
for writing in "$lower" "$closed" "$(printf %s "$closed" | tr '[:upper:]' '[:lower:]')" "%20$lower" "%E3%80%80$closed%20"; do
	for page in "" /poster /qr.svg; do
		visit "/facilities/$writing$page"
		expect_status 303
		expect_equal "$(header Location)" "/facilities/$code$page" "$writing"
	done
	visit "/api/facilities/$writing"
	expect_equal "$(header Location)" "/api/facilities/$code" "$writing"
done
visit "/facilities/$lower?from=31.24000,121.42000"
expect_equal "$(header Location)" "/facilities/$code?from=31.24000,121.42000"
visit "/facilities/%20$code"
expect_status 200
visit "/facilities/$closed-9"
expect_status 404
