#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What officials type finds the cases of the facilities that a parent finds by the same words, besides numbers and words of cases.
SHANYU_CLOCK=1795400000 # Monday, 2026-11-23 in Shanghai
export SHANYU_CLOCK
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh
. tests/lib/cases.sh

prepare init
prepare demo
in_registry "update facility set name = '幸福里托儿所', address = '长寿路170号', street_code = '310107015', phone = '021-62540058' where code = 'PT-0058';
	update facility set name = '欢乐谷托育园', address = '桃浦路8号', street_code = '310107103', phone = '13900000107' where code = 'PT-0107'"
publish
prepare portal rebuild
in_registry "update facility set name = '还没公示的托育园', address = '新村路1号', phone = '13800138000' where code = 'PT-0100'"
add_case 2026-000001 facility_code=PT-0058 street_code=310107015 story='午饭是凉的'
hand 2026-000001 EDUCATION
add_case 2026-000002 facility_code=PT-0107 street_code=310107103 story='押金不退'
hand 2026-000002 MARKET
add_case 2026-000003 facility_code=PT-0100 street_code=310107103 story='保安晚到'
add_case 2026-000004 street_code=310107015 place='江宁路 3 号对面' story='噪音扰民，夜里也吵'
add_case 2026-000005 state=CLOSED closed_at=1795300000 facility_code=PT-0058 street_code=310107015 story='早已办好'

visit '/api/facilities?q=%E4%B8%8A%E6%B5%B7%E8%A5%BF%E7%AB%99'
add_case 2026-000006 facility_code="$(jq -r '.items[0].code' "$folder/body")" story='门口堆着杂物'

escaped() { jq -rn --arg text "$1" '$text | @uri'; }
listed() { grep -o 'scope="row"[^>]*><a class="govuk-link" href="/cases/[0-9-]*' "$folder/body" | sed 's|.*/||' | tr '\n' ' ' | sed 's/ $//'; }
# finds TYPED NUMBERS: the list, asked by what is typed, has these cases and no others.
finds() {
	get "/cases?q=$(escaped "$1")"
	expect_status 200
	expect_equal "$(listed)" "$2" "$1"
}

as desk
it "finds the cases of a facility by its name, in part, with blanks and in wide letters"
for typed in 幸福里托儿所 幸福里 '幸福 托儿所' '托儿所 幸福' '幸福　托儿所'; do finds "$typed" 2026-000001; done

it "finds them by a name with a slip or one that sounds alike, and says how it was read"
for typed in 幸服里托儿所 幸服里 '幸服里 托儿所' 幸福里拖儿所; do
	finds "$typed" 2026-000001
	expect_text '查找。</p>'
	expect_text '>幸福里托儿所</a>'
done

it "finds them by pinyin, by initials and in traditional characters, where nothing is to be corrected"
for typed in xingfuli XINGFULI 'xingfuli tuoersuo' xfltes 幸福裏托兒所 ｘｉｎｇｆｕｌｉ; do
	finds "$typed" 2026-000001
	expect_no_text '查找。</p>'
done

it "finds them by the code on the door, however it is written"
for typed in PT-0058 pt-0058 'pt 0058' 'PT 0058' 'ＰＴ－００５８' pt0058; do finds "$typed" 2026-000001; done

it "finds them by the telephone, with blanks and without"
for typed in 021-62540058 '021 62540058' 62540058 '6254 0058' '021 6254 0058' '（021）62540058'; do finds "$typed" 2026-000001; done
for typed in 13900000107 '139 0000 0107' '139-0000-0107' '+86 139 0000 0107'; do finds "$typed" 2026-000002; done

it "finds them by the road they stand at, written rightly, with a slip, in pinyin and in traditional characters, and by the house"
for typed in 长寿路 长寿录 常寿路 changshoulu 'changshou lu' 長壽路 长寿路170号 '长寿路 170 号' 长寿路一百七十号; do finds "$typed" 2026-000001; done
get "/cases?q=$(escaped 长寿录)"
expect_text '没有找到“长寿录”，按“长寿路”查找。'

it "finds those of the facilities nearest to a place where there is none, and says that they are only near"
finds 上海西站 2026-000006
expect_text '没有写到“上海西站”的'

it "finds what is said besides among the cases of the facilities that are meant"
finds '长寿路 午饭' 2026-000001
finds '长寿路 押金' ''
finds '幸福里 午饭' 2026-000001

it "finds cases by their number and by words of their letters, as before, and takes such words for no facility"
finds 000002 2026-000002
finds ２０２６－０００００２ 2026-000002
finds 噪音 2026-000004
finds '噪音 夜里' 2026-000004
finds 江宁路 2026-000004
finds 押金 2026-000002
for typed in '2岁' 3000元 普惠 有空位 17 58; do finds "$typed" ''; done

it "takes a name for another only when nothing has it as it was typed, and offers the other then"
in_registry "update cases set story = '在长寿录上' where number = '2026-000004'"
finds 长寿录 2026-000004
expect_text "href=\"/cases?q=$(escaped 长寿路)\">“长寿路”</a>"
in_registry "update cases set story = '噪音扰民，夜里也吵' where number = '2026-000004'"

it "finds a facility that is not published by the name the registry has of it"
finds 还没公示 2026-000003
finds 還沒公示的托育園 2026-000003

it "finds nothing by what nothing is called, by signs and by an emoji, and fails at none of them"
for typed in 根本没有这样的词 😀 '😀😀 🍼' '%' '_' '!' '"' "'" '*' '( ) OR' '（' '٣'; do finds "$typed" ''; done

it "leads to one of the facilities that are meant, and keeps the other conditions"
get "/cases?q=$(escaped 幸福里)&open=all"
expect_equal "$(listed)" '2026-000001 2026-000005'
expect_text 'href="/cases?open=all&amp;facility=PT-0058">幸福里托儿所</a>'
get "/cases?q=$(escaped 幸福里)&street=310107103"
expect_equal "$(listed)" ''

it "gives as a file what the list shows"
get "/cases.xlsx?q=$(escaped 长寿录)"
expect_status 200
expect_equal "$(unzip -p "$folder/body" xl/worksheets/sheet1.xml | grep -o '<row ' | wc -l)" 2 rows

it "leads from the box of numbers to the same search"
get "/jump?number=$(escaped 'pt 0058')"
expect_header Location '^/cases\?q=pt%200058&open=all$'

it "shows nobody a case out of scope, by whatever words it is looked for"
as education
for typed in 幸福里 长寿录 'pt 0058' '6254 0058' changshoulu; do finds "$typed" 2026-000001; done
for typed in 欢乐谷 欢乐古 'pt 0107' '139 0000 0107' 桃浦路 taopulu 还没公示; do finds "$typed" ''; done
as street
finds 欢乐谷 ''
finds 幸福里 2026-000001

it "finds what is to be done today by the same words"
as desk
in_registry "insert into case_task (case_number, position, text, assignee, made_by, made_at) values
	('2026-000001', 1, '打电话', 'desk', 'desk', 1), ('2026-000002', 1, '看合同', 'desk', 'desk', 1)"
for typed in 幸福里 长寿录 xingfuli 'pt 0058' '6254 0058' 长寿路170号 000001; do
	get "/day/tasks?q=$(escaped "$typed")"
	expect_status 200
	expect_text 打电话
	expect_no_text 看合同 "$typed"
done
get "/day/tasks?q=$(escaped 长寿录)"
expect_text '按“长寿路”查找'
get "/day/tasks?q=$(escaped 100%)"
expect_no_text 打电话

it "looks for words alone when there is no edition, says so, and goes on without"
mv "$editions" "$editions.away"
finds 幸福里 2026-000001
expect_text '公示的机构名单现在读不到'
finds 噪音 2026-000004
finds changshoulu ''
get "/day/tasks?q=$(escaped 幸福里)"
expect_text 打电话
get /cases
expect_status 200
expect_no_text '公示的机构名单现在读不到'
mkdir "$editions"
echo nonsense >"$editions/portal.db"
finds 噪音 2026-000004
expect_text '公示的机构名单现在读不到'
rm -r "$editions"
mv "$editions.away" "$editions"
finds changshoulu 2026-000001
expect_no_text '公示的机构名单现在读不到'
