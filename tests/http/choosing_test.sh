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

it "says that the highest fee is without meals: where it is asked, of what was asked, of the order, and in the comparison"
visit '/facilities?fee_max=3000&age=18'
expect_text '每月最高费用（不含餐费）'
expect_text '每月 3000 元以内（不含餐费）'
expect_text '费用低的在前（不含餐费）'
expect_text '3000 元以内说的是托费：餐费另加、补贴另减'
visit '/facilities?fee_max=40&mode=HOURLY'
expect_text '40 元以内（不含餐费）'
expect_no_text '每月 40 元'
expect_no_text '每月最高费用'
visit '/facilities?kind=INST_PROFIT&fee_max=1'
expect_text '不限费用（每月 1 元以内，不含餐费）'
visit '/facilities.atom?fee_max=3000'
expect_text '每月 3000 元以内（不含餐费）'
visit "/compare?code=$1&fee_max=3000"
expect_text '3000 元以内（不含餐费）'

it "takes one out with a link that keeps the others and the place"
visit "/compare?code=$1&code=$2&lat=31.24&lon=121.4"
links | grep '^/compare?' | grep -vF "code=$1" | grep -qF "code=$2" || broken "no link without $1: $(links)"
links | grep '^/compare?' | grep -q 'lat=' || broken "the place is lost"
expect_text '步行'

it "puts what differs first, and says of each group whose columns these are"
heads() { grep -oE '<th scope="row(group)?"[^>]*>[^<]*' "$folder/body" | sed 's/.*>//' | tr '\n' ' '; }
in_registry "update facility set meals = (select meals from facility where code = '$1'), filing_state = 'FILED' where code in ('$1', '$2');
	update facility set outdoor_m2 = 11 where code = '$1'; update facility set outdoor_m2 = 12 where code = '$2'"
renew_edition
visit "/compare?code=$1&code=$2"
case "$(heads)" in
'不同 '*户外面积*' 相同 '*用餐*' 联系 电话 地址 ') ;;
*) broken "$(heads)" ;;
esac
in_registry "update facility set outdoor_m2 = 11 where code in ('$1', '$2'); update facility set meals = 'NONE' where code = '$1'; update facility set meals = 'EXTRA' where code = '$2'"
renew_edition
visit "/compare?code=$1&code=$2"
case "$(heads)" in
'不同 '*用餐*' 相同 '*户外面积*' 联系 '*) ;;
*) broken "$(heads)" ;;
esac

# The cells of a row of the comparison, without their tags.
row() { tr '\n\t' '  ' <"$folder/body" | sed 's/<tr/\n<tr/g' | grep -F ">$1</th>" | sed 's/<\/td>/|/g; s/<[^>]*>//g; s/  */ /g; s/ *| */|/g'; }

it "says of who has no class for the child that none fits, in each row that is of classes, and not that it was not published"
in_edition "select p.facility_code from programme p join listing l on l.code = p.facility_code where l.gives_care group by 1 having max(p.age_to_months) > 30 and min(p.age_from_months) >= 18
	order by 1 limit 1" >"$folder/late"
in_edition "select p.facility_code from programme p join listing l on l.code = p.facility_code where l.gives_care group by 1 having min(p.age_from_months) <= 12
	order by 1 limit 1" >"$folder/early"
visit "/compare?code=$(cat "$folder/early")&code=$(cat "$folder/late")&age=12"
for head in 余位 费用 年龄 服务方式 托位; do
	case "$(row "$head")" in
	*没有合适的班*没有合适的班*) broken "$head: $(row "$head")" ;;
	*'|没有合适的班|') ;;
	*) broken "$head: $(row "$head")" ;;
	esac
done
visit "/compare?code=$(cat "$folder/early")&code=$(cat "$folder/late")"
expect_no_text '没有合适的班'

it "puts apart who has no room and who has none before a day"
in_registry "update vacancy set has_vacancy = 0, vacancy = 0, vacancy_from = null, valid_until = $SHANYU_CLOCK + 864000 where programme_code in
		(select code from programme where facility_code in ('$(cat "$folder/early")', '$(cat "$folder/late")'));
	insert or ignore into vacancy (programme_code, has_vacancy, vacancy, asserted_by, asserted_at, valid_until)
		select code, 0, 0, 'OPERATOR', $SHANYU_CLOCK, $SHANYU_CLOCK + 864000 from programme where facility_code in ('$(cat "$folder/early")', '$(cat "$folder/late")')"
renew_edition
visit "/compare?code=$(cat "$folder/early")&code=$(cat "$folder/late")"
case "$(heads)" in *相同' '余位' '*) ;; *) broken "$(heads)" ;; esac
in_registry "update vacancy set vacancy_from = '2027-09-01' where programme_code in (select code from programme where facility_code = '$(cat "$folder/late")')"
renew_edition
visit "/compare?code=$(cat "$folder/early")&code=$(cat "$folder/late")"
case "$(heads)" in '不同 余位 '*) ;; *) broken "$(heads)" ;; esac
expect_text '2027-09-01'

it "makes no groups of one"
visit "/compare?code=$1"
case "$(heads)" in *不同* | *相同*) broken "$(heads)" ;; esac

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

it "reads what is typed for a starting point as the list does: roads, stations, houses, slips, English, parts of names"
for typed in 兰溪路 lanxilu 'Lanxi Road' 蓝溪路 蘭溪路 '我家在兰溪路附近'; do
	visit "/locate?place=$(escaped "$typed")"
	links | grep -qF "/facilities?place=$(in_edition "select code from place where name = '兰溪路' and kind = 'ROAD'")" || broken "$typed: $(links | grep '^/facilities' | head -n 3)"
done
visit "/locate?place=$(escaped '兰溪路120号')&keep=age%3D18"
links | grep -F 'house=120' | grep -qF 'age=18' || broken "the house is lost"
visit "/locate?place=$(escaped '金沙江路地铁站')"
links | grep -qF "/facilities?place=$(in_edition "select code from place where name = '金沙江路' and kind = 'STATION'")" || broken "no station"
visit "/locate?place=$(escaped '蓝溪路')"
expect_text '按“兰溪路”查找'
visit "/locate?place=$(escaped '真光')"
expect_text '真光新村'
visit "/locate?place=$(escaped '枫鹊幼儿园')"
expect_text '枫雀幼儿园'
links | grep -q '^/facilities?lat=' || broken "no place to set out from"

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

it "carries the question of the list to a facility, to the comparison and back"
place=$(in_edition "select code from place where name = '兰溪路' and kind = 'ROAD'")
visit "/facilities?place=$place&age=18&mode=FULL_DAY"
# The form for comparing says where one sets out, whatever it was named by.
hidden() { sed -n "s/.*type=\"hidden\" name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$folder/body" | sed 's/&amp;/\&/g' | tail -n 1; }
sed -n '/data-compare>/,$p' "$folder/body" | tr '>' '\n' >"$folder/form" && mv "$folder/form" "$folder/body"
list=$(hidden list)
lat=$(hidden lat)
expect_equal "$list" "place=$place&age=18&mode=FULL_DAY"
expect "a place to set out from" [ -n "$lat" ]
visit "/compare?code=$1&code=$2&lat=$lat&lon=$(hidden lon)&age=18&mode=FULL_DAY&list=$(escaped "$list")"
expect_status 200
expect_text '>离出发点<'
expect_text "<a href=\"/facilities?$(echo "$list" | sed 's/&/\&amp;/g')\" class=\"govuk-back-link\""
expect_equal "$(links | grep '^/compare?' | grep -vcF "list=$(escaped "$list")")" 0 "links that lose the question"
link=$(links | grep "^/facilities/$1?" | head -n 1)
visit "$link"
links | grep -qxF "/facilities?$list" || broken "the way back loses the question: $link"
expect_text '离出发点'
sed -n '/data-compare-one>/,$p' "$folder/body" | tr '>' '\n' >"$folder/form" && mv "$folder/form" "$folder/body"
expect_equal "$(hidden age) $(hidden mode) $(hidden list)" "18 FULL_DAY $list"
expect_equal "$(printf '%.3f' "$(hidden lat)")" "$(printf '%.3f' "$lat")"

it "says on the page of a facility which classes fit the child that was asked for, and shows them first"
visit "/facilities/$first"
expect_no_text '适合'
code=$(in_edition "select p.facility_code from programme p join programme q on q.facility_code = p.facility_code
	where p.age_to_months <= 24 and q.age_from_months <= 30 and q.age_to_months > 30 order by 1 limit 1")
[ -n "$code" ] || broken "no facility with a class that fits and one before it that does not; the test says nothing"
visit "/facilities/$code?list=$(escaped 'age=30&sort=name')"
fitting=$(in_edition "select count(*) from programme where facility_code = '$code' and age_from_months <= 30 and age_to_months > 30")
expect_equal "$(grep -c '<p class="programme__fits">适合 30 个月的孩子</p>' "$folder/body")" "$fitting"
expect_text "这里 $(in_edition "select count(*) from programme where facility_code = '$code'") 个班里有 $fitting 个合适，排在前面。"
expect_equal "$(grep -n 'class="programme__fits"\|<section class="programme"' "$folder/body" | head -n 2 | grep -c fits)" 1 "the first class fits"
visit "/facilities/$code?list=$(escaped 'age=36')"
expect_text '这里没有合适的班'
visit "/facilities/$code?list=$(escaped 'age=x&mode=nothing&fee_max=%')"
expect_status 200
expect_no_text 'programme__fits'
while read -r facility age mode; do
	visit "/facilities/$facility?list=$(escaped "age=$age&mode=$mode&fee_max=5000")"
	expect_equal "$(grep -c 'class="programme__fits"' "$folder/body")" "$(in_edition "select count(*) from listing l join listing_programme q on q.listing_id = l.id
		where l.code = '$facility' and q.age_from_months <= $age and q.age_to_months > $age and q.mode = '$mode' and q.fee_fen <= 500000
		and (q.fee_unit = 'MONTH' or q.fee_fen = 0 or '$mode' in ('HOURLY', 'TEMP'))")" "$facility $age $mode"
done <<END
$(in_edition "select distinct facility_code || ' ' || age_from_months || ' ' || mode from programme order by 1 limit 12 offset 40")
END
