#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# One box: what a phrase asks for is understood, shown, and can be taken off piece by piece.
. tests/lib/http.sh

make_edition
ask() { visit "/api/facilities?q=$(escaped "$1")${2-}"; }

it "understands place, age, way of care and a free place in one phrase, and finds by them"
ask 真如两岁半全日有空位
expect_status 200
expect_json '.understood.place.name == "真如" and .understood.place.kind == "station" and .understood.age == 30 and .understood.mode == "FULL_DAY"'
expect_json '.understood.vacancy == true and .understood.words == ""'
code=$(jq -r .understood.place.code "$folder/body")
jq -c '[.total, [.items[].code]]' "$folder/body" >"$folder/understood"
visit "/api/facilities?place=$code&age=30&mode=FULL_DAY&vacancy=1"
expect_json '.understood == null'
jq -c '[.total, [.items[].code]]' "$folder/body" >"$folder/filled_in"
expect "the same as with the fields filled in" cmp -s "$folder/understood" "$folder/filled_in"

it "lets what was filled in stand, whatever the phrase says"
ask '一岁半 全天' '&age=24'
expect_json '.understood.age == 18'
total=$(jq .total "$folder/body")
visit '/api/facilities?age=24&mode=FULL_DAY'
expect_json ".total == $total"

it "sets out from the house of a road where a facility is known to be"
address=$(in_edition "select address from facility where address like '昌化路%号%' and closed_on is null limit 1")
house=$(echo "$address" | sed 's/号.*/号/')
ask "$house"
expect_json '.understood.place.kind == "address" and .understood.house > 0 and .items[0].walk_min == 0'
road=$(jq -r .understood.place.code "$folder/body")
ask 中远两湾城20号
expect_json '.understood.place.kind == "compound" and .understood.house == 20'
visit "/api/facilities?place=$road&house=99998"
expect_json '.total > 0 and .understood == null'
visit "/facilities?place=$road&house=99998"
expect_text '相差可到'
visit '/facilities?place=NOWHERE'
expect_status 400

it "says which name it took a misspelt one for, and leads to what was typed"
visit "/facilities?q=$(escaped 长寿录)"
expect_text '按“长寿路”查找'
expect_text '要找“长寿录”'
expect_text "exact=1"
visit "/api/facilities?q=$(escaped 长寿录)&exact=1"
expect_json '.total == 0 and .understood == null'

it "takes a park or a hospital that it does not know for no other one, but sets out from the place it is called by, says so, and offers what sounds like it"
visit "/facilities?q=$(escaped 长寿公园)"
expect_text '按“长寿路街道”查找'
expect_text '要找“长寿公园”'
expect_text '也可能是'
expect_text '长风公园（地铁站）'
ask '两岁 中央公园'
expect_json '.understood.age == 24 and .understood.place == null and .understood.not_found == "中央公园" and .total > 0'
ask 环球港附近
expect_json '.understood.place.name == "金沙江路" and .understood.corrected.from == "环球港"'

it "offers other places of the same name"
visit "/facilities?q=$(escaped 长寿路)"
expect_text '也可能是'
expect_text '长寿路街道（街镇）'

it "understands letters, other writings and slips of them alike"
for typed in changshoulu csl 'Changshou Road' 長壽路 常寿路 changsoulu '普陀区长寿路' '上海市普陀区长寿路'; do
	ask "$typed"
	expect_json '.understood.place.name == "长寿路"'
done

it "searches names by what it does not understand, and never takes a facility's own name apart"
name=$(in_edition "select name from facility where name like '%街道%宝宝屋' and closed_on is null limit 1")
ask "$name"
expect_json '.total == 1 and .understood.words == "'"$name"'" and .understood.facility == .items[0].code and .understood.place == null'
word=$(echo "$name" | sed 's/.*街道//; s/宝宝屋//')
ask "18个月$word"
expect_json '.understood.age == 18 and .understood.words == "'"$word"'"'

it "sets out from a facility that is named by its whole name, when more is said than that"
code=$(in_edition "select code from listing where name = '$name'")
ask "${name}附近的幼儿园托班"
expect_json '.understood.place.kind == "facility" and .understood.place.name == "'"$name"'" and .understood.kind == "KG_CLASS" and .total > 0'
total=$(jq .total "$folder/body")
visit "/api/facilities?place=$code&kind=KG_CLASS"
expect_json ".total == $total and .items[0].distance_m <= .items[1].distance_m"
visit "/facilities?q=$(escaped "${name}附近 有空位")"
expect_status 200
expect_text "从${name}出发<span class=\"chips__cross\""
expect_text 'href="/facilities?place='

it "answers every phrase, also one of signs and emoji"
for typed in '👨‍👩‍👧 两岁' '🏠' "$(printf '长寿路\001\033\177')" "$(printf '\007')" "$(head -c 900 /dev/zero | tr '\0' a)" '!!!' '😀' '……' '托儿所' '普陀区' '13号线' '99999999岁' '一一一一一一一一一一一一一一一一一一一一' '000000000000000000000000000000000000000000000000000000000000'; do
	visit "/facilities?q=$(escaped "$typed")"
	expect_status 200
done

it "leaves out words by which nothing is called, and says so"
ask '长寿路 双语的 两岁'
expect_json '.understood.place.name == "长寿路" and .understood.age == 24 and .understood.words == "双语" and .understood.not_found == "双语" and .total > 0'
visit "/facilities?q=$(escaped '长寿路 双语的 两岁')"
expect_text '没有找到“双语”，没有按它找'
ask '曹杨二村 两岁'
expect_json '.understood.place.name == "曹杨新村街道" and .understood.not_found == "二村" and .total > 0'
visit "/facilities?q=$(escaped '曹杨二村 两岁')"
expect_text '没有找到“二村”，没有按它找'
ask '我想找一个好一点的托儿所，离家近，孩子小，最好便宜一点，推荐一下'
expect_json '.understood.words == "" and .understood.sort == "fee" and .total > 0'

it "takes the child's own age, as of today, and the month of a beginning beside it"
for asked in '我今年三十二岁，宝宝才五个月:5' '老大五岁上幼儿园了，小的20个月:20' '九个半月:9' '两岁板:30' '2suiban:30' liangsuiban:30 18-month-old:18 '18-24个月:18' '住了三个月 一岁:12' 一岁七八个月:19 差两个月三岁:34; do
	ask "${asked%:*}"
	expect_json ".understood.age == ${asked##*:} and .understood.start == null"
done
ask '一个月三千一岁半'
expect_json '.understood.age == 18 and .understood.fee_max == 3000'
ask '再过三个月送托'
expect_json ".understood.start == \"$(date -u -d "$(date -u -d @1795363200 +%Y-%m-01) +3 months" +%Y-%m)\" and .understood.age == null"
ask '今年三月份生的 元旦以后送'
expect_json '.understood.age < 12 and (.understood.start | endswith("-01"))'

it "takes no numbered neighbour for a misspelt one, and knows numbers in either writing"
ask 真光七小区
expect_json '.understood.place.name == "真光新村第七小区" and .understood.corrected == null'
ask 石泉5村
expect_json '.understood.place.name == "石泉五村" and .understood.corrected == null'
ask 石泉九村
expect_json '(.understood.place.name // "") | test("[一二三四五六七八]村") | not'

ask 清涧九小区
expect_json '.understood.place == null and .understood.words == "清涧九小区"'

it "asks nothing of what does not matter, and no month's fee by one of an hour"
for asked in 公办民办都行 不管公办还是民办 不一定要公办 '民办也可以'; do
	ask "$asked"
	expect_json '.understood.operator == null and .understood.not_operator == null'
done
ask 没空位也没关系
expect_json '.understood.vacancy == null'
ask 一个小时不超过四十块
expect_json '.understood.mode == "HOURLY" and .understood.fee_max == null'
ask 早上八点到下午五点
expect_json '.understood.mode == "FULL_DAY"'

it "names the district as the place when no other is named"
ask '普陀区 两岁'
expect_json '.understood.place.kind == "district" and .understood.place.name == "普陀区" and .understood.words == ""'
ask '普陀区澳门路'
expect_json '.understood.place.kind == "road"'
ask 澳门路居委
expect_json '.understood.place.kind == "community"'

it "asks for public or private ones, by their kind and by the code of who runs them"
everyone=$(in_edition "select count(*) from listing")
for kind in PUBLIC PRIVATE; do
	visit "/api/facilities?operator=$kind"
	expect_json ".total == $(in_edition "select count(*) from listing where operator_kind = '$kind'") and .total > 0 and .total < $everyone"
done
expect_equal "$(in_edition "select count(*) from facility f join listing l on l.code = f.code where f.kind = 'KG_CLASS' and f.uscc like '5%' and l.operator_kind <> 'PRIVATE'")" 0
expect_equal "$(in_edition "select count(*) from facility f join listing l on l.code = f.code where f.kind = 'KG_CLASS' and f.uscc like '1%' and l.operator_kind <> 'PUBLIC'")" 0
for asked in '公立:PUBLIC' '公办的:PUBLIC' '私立:PRIVATE' '民办:PRIVATE'; do
	ask "${asked%%:*}"
	expect_json ".understood.operator == \"${asked##*:}\""
done
visit "/facilities?q=$(escaped '公办托班')"
expect_text '公办<span class="chips__cross"'
operator=$(in_edition "select operator from listing where operator <> '' limit 1")
visit "/api/facilities?operator=$(escaped "$operator")"
expect_json ".total == $(in_edition "select count(*) from listing where instr(operator, '$operator') > 0")"

it "leaves out what is not wanted, before or behind the word, and says of a facility only what is left"
ask '不要全日'
expect_json '.understood.not_mode == "FULL_DAY"'
expect_json ".total == $(in_edition "select count(distinct listing_id) from listing_programme where mode <> 'FULL_DAY'")"
visit "/api/facilities?not_mode=FULL_DAY&sort=fee"
expect_json '[.items[].programmes] | flatten | length > 0'
visit "/facilities?q=$(escaped '不要全日')"
expect_text '不要全日托<span class="chips__cross"'
ask '除了幼儿园'
expect_json ".understood.not_kind == \"KG_CLASS\" and .total == $(in_edition "select count(*) from listing where kind <> 'KG_CLASS'")"
ask '民办和幼儿园的不要'
expect_json '.understood.operator == "PRIVATE" and .understood.not_kind == "KG_CLASS"'
ask '不要民办和幼儿园'
expect_json ".understood.not_operator == \"PRIVATE\" and .total == $(in_edition "select count(*) from listing where kind <> 'KG_CLASS' and operator_kind <> 'PRIVATE'")"
ask '不要普惠'
expect_json '.understood.not_inclusive == true and .understood.not_found == "不要普惠"'
for wrong in not_mode=NONE not_kind=NONE not_operator=NONE open_until=late open_until=18-00 open_until=24:00 open_until=99:99 open_until=18:60 weekend=maybe; do
	visit "/facilities?$wrong"
	expect_status 400
done

it "asks for hours as far as they are stated"
ask '周末也开的'
expect_json ".understood.weekend == true and .total == $(in_edition "select count(*) from hours h join listing l on l.code = h.facility_code where h.weekend_open <> '' and h.valid_until >= 1795363200") and .total > 0"
ask '开到晚上六点半'
expect_json ".understood.open_until == \"18:30\" and .total == $(in_edition "select count(*) from hours h join listing l on l.code = h.facility_code where h.weekday_close >= '18:30' and h.valid_until >= 1795363200") and .total > 0"
visit "/facilities?q=$(escaped '周末 晚上')"
expect_text '周末也开<span class="chips__cross"'
expect_text '平日开到 18:00 或更晚'
ask 暑托班
expect_json '.understood.not_found == "暑托班" and .understood.kind == null and .total > 0'

it "walks no further than was said, from the place that was named"
ask '长寿路走路10分钟以内'
place=$(jq -r .understood.place.code "$folder/body")
total=$(jq .total "$folder/body")
visit "/api/facilities?place=$place&within=10"
expect_json ".total == $total"
ask '离长寿路一公里以内'
total=$(jq .total "$folder/body")
visit "/api/facilities?place=$place&within=15"
expect_json ".total == $total"
visit "/facilities?q=$(escaped '走路10分钟')"
expect_status 200
expect_text '从哪里出发？'
expect_text 'name="q" type="search" value="走路10分钟"'
expect_text 'href="/locate?keep=within%3D10"'
visit "/facilities?place=$place&within=12"
expect_text '<option value="12" selected>'

it "finds telephones, codes and credit codes however they are written"
phone=$(in_edition "select phone from facility where closed_on is null and code = 'PT-0003'")
uscc=$(in_edition "select uscc from facility where closed_on is null and code = 'PT-0003'")
for typed in "$phone" "+86 $phone" "$(echo "$phone" | sed 's/\(...\)\(....\)/\1 \2 /')" "$(echo "$phone" | sed 's/\(...\)\(....\)/\1-\2-/')" PT-0003 pt0003 'Pt 0003' "$uscc" "$(echo "$uscc" | tr A-Z a-z)"; do
	ask "$typed"
	expect_json '[.items[].code] | contains(["PT-0003"])'
done

it "says of other districts that they are not on this list"
visit "/facilities?q=$(escaped '徐汇区 两岁')"
expect_text '“徐汇区”不在这份名单里'

it "takes each piece off by its chip"
visit "/facilities?q=$(escaped '长寿路 一岁半')"
expect_text '从长寿路出发'
expect_text '18 个月'
grep -oE 'chips__chip" href="[^"]*"' "$folder/body" | sed 's/.*href="//; s/"//; s/&amp;/\&/g' >"$folder/links"
expect "two chips" [ "$(wc -l <"$folder/links")" = 2 ]
expect "one leaves the age" grep -qE '^/facilities\?age=18$' "$folder/links"
expect "one leaves the place" grep -qE '^/facilities\?place=[A-Z0-9]+$' "$folder/links"
