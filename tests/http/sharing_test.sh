#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Handing on what was found: what a shared link shows, a code for another telephone, a contact for the address book, and the way back.
. tests/lib/http.sh

make_edition
code=$(in_edition "select facility_code from programme order by 1 limit 1")
name=$(in_edition "select name from facility where code = '$code'")
meta() { sed -n "s/.*<meta property=\"og:$1\" content=\"\([^\"]*\)\".*/\1/p" "$folder/body" | head -n 1; }

it "says to who shares a facility's page what it is, under its own address, without where its visitor came from"
visit "/facilities/$code?from=31.24000,121.42000&list=age%3D18"
expect_equal "$(meta title)" "$name"
expect_equal "$(meta url)" "http://shanyu.test/facilities/$code"
expect_equal "$(meta image)" "http://shanyu.test/facilities/$code/card.png"
expect_text "<link rel=\"canonical\" href=\"http://shanyu.test/facilities/$code\">"
[ -n "$(meta description)" ] || broken "no description"

it "says the same of the first page and of a list with its question"
visit /
expect_equal "$(meta url)" "http://shanyu.test/"
expect_equal "$(meta image)" "http://shanyu.test/card.png"
visit '/facilities?age=18&street=310107015'
expect_equal "$(meta url | sed 's/&amp;/\&/g')" "http://shanyu.test/facilities?street=310107015&age=18"
expect "the picture is there" [ -s public/www/card.png ]

it "leads to the picture of the site while a facility's own is not drawn"
visit "/facilities/$code/card.png"
expect_status 303
expect_header Location '/card.png$'

it "leads back from a facility to the list as it was asked for, page and place included, without a script"
for question in 'street=310107015&age=18' 'lat=31.240000&lon=121.420000&within=45' 'sort=name&page=2'; do
	visit "/facilities?$question"
	list=$(links | grep -vE '/facilities/[^/?]*\?[^?]*#' | grep -m 1 -E '^/facilities/[A-Z].*list=')
	[ -n "$list" ] || broken "$question: no link carries the question: $(links | head -n 30)"
	visit "$list"
	expect_status 200
	back=$(links | grep -m 1 '^/facilities?')
	visit "/facilities?$question"
	grep -oE 'data-code="[^"]*"' "$folder/body" >"$folder/first"
	visit "$back"
	grep -oE 'data-code="[^"]*"' "$folder/body" | cmp -s - "$folder/first" || broken "$question: another list at $back"
done
visit /facilities
links | grep -q 'list=' && broken "a list of which nothing was asked carries a question"

it "leads back to nothing but the list, whatever stands in the address"
visit "/facilities/$code?list=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
expect_no_text '<script>alert'
visit "/facilities/$code?list=//elsewhere.test"
links | grep -q '^//elsewhere' && broken "$(links | grep elsewhere)"

it "gives a facility as a contact, its signs escaped and its long lines folded"
long="很长的名字，带逗号,分号;和反斜杠\\一直写下去写到七十五个字节以后还没有完"
in_registry "update facility set name = '$long', phone = '021-6200 1007' where code = '$code'"
renew_edition
visit "/facilities/$code/contact.vcf"
expect_status 200
expect_header Content-Type '^text/vcard; charset=utf-8$'
expect_header Content-Disposition "filename=\"$code.vcf\""
expect_equal "$(head -n 1 "$folder/body")" "$(printf 'BEGIN:VCARD\r')"
expect_equal "$(tail -n 1 "$folder/body")" "$(printf 'END:VCARD\r')"
expect_equal "$(LC_ALL=C awk 'length($0) > 76' "$folder/body" | wc -l)" 0 "lines that are too long"
# As a telephone puts the lines together again.
sed -e ':a' -e 'N' -e '$!ba' -e 's/\r\n //g' "$folder/body" | tr -d '\r' >"$folder/unfolded"
grep -qxF "FN:很长的名字，带逗号\\,分号\\;和反斜杠\\\\一直写下去写到七十五个字节以后还没有完" "$folder/unfolded" || broken "$(cat "$folder/unfolded")"
grep -qxF 'TEL;TYPE=WORK,VOICE:02162001007' "$folder/unfolded" || broken "$(cat "$folder/unfolded")"
grep -qxF "URL:http://shanyu.test/facilities/$code" "$folder/unfolded" || broken "$(cat "$folder/unfolded")"
grep -q '^VERSION:3.0$' "$folder/unfolded" || broken "no version"
visit /facilities/NOBODY-1/contact.vcf
expect_status 404

it "gives a list as a code for another telephone"
visit '/facilities?age=18&street=310107015'
links >"$folder/links"
grep -qF 'src="/facilities.qr.svg?street=310107015&amp;age=18"' "$folder/body" || broken "no code on the list"
visit '/facilities.qr.svg?street=310107015&age=18'
expect_status 200
expect_header Content-Type '^image/svg'
expect "it is a drawing" xmllint --noout "$folder/body"
cp "$folder/body" "$folder/one.svg"
visit '/facilities.qr.svg?street=310107015&age=24'
cmp -s "$folder/body" "$folder/one.svg" && broken "another list has the same code"
visit '/facilities.qr.svg?age=x'
expect_status 400

it "hands on a comparison with what was asked, by link and as a code, without the way back of its sender"
other=$(in_edition "select code from facility where code <> '$code' order by code limit 1")
question="code=$code&code=$other&lat=31.240000&lon=121.420000&age=18"
visit "/compare?$question&list=$(escaped 'age=18&sort=name')"
expect_text '把这次对比发给家人'
expect_text "<span class=\"code\">http://shanyu.test/compare?$(echo "$question" | sed 's/&/\&amp;/g')</span>"
grep -qF "src=\"/compare.qr.svg?$(echo "$question" | sed 's/&/\&amp;/g')\"" "$folder/body" || broken "no code of the comparison"
visit "/compare.qr.svg?$question"
expect_status 200
expect_header Content-Type '^image/svg'
expect "it is a drawing" xmllint --noout "$folder/body"
cp "$folder/body" "$folder/one.svg"
visit "/compare.qr.svg?code=$code"
cmp -s "$folder/body" "$folder/one.svg" && broken "another comparison has the same code"
for question in '' '?code=%22' "?code=$code&age=x"; do
	visit "/compare.qr.svg$question"
	expect_status 400
done
visit /compare
expect_no_text '发给家人'

it "lets the telephone be called from list, facility and comparison"
for page in '/facilities?q='"$code"'&exact=1' "/facilities/$code" "/compare?code=$code"; do
	visit "$page"
	expect_text 'href="tel:02162001007"'
done

# Row by row: what is written of a telephone, and what is dialled.
cat >"$folder/phones" <<-END
	021-60000001转8001|02160000001
	021-60000001-8001|02160000001
	62345678、62345679|62345678
	62345678/13900000000|62345678
	62345678 13900000000|62345678
	62345678 ext 12|62345678
	62345678;x=1|62345678
	0755 8123 4567，0755 8123 4568|075581234567
	139 0000 0000（园长）|13900000000
	400-820-8820|4008208820
	+86 21 6234 5678|+862162345678
	电话：（０２１）６２３４５６７８|02162345678
	1号楼62345678|62345678
	110|110
	见门口|
	1|
	138000000001380000000013800000000|
END
it "dials the first number of what is written of a telephone, and makes no link where there is none"
in_registry "select code from facility where code <> '$code' order by code limit $(wc -l <"$folder/phones")" >"$folder/codes"
paste -d '|' "$folder/codes" "$folder/phones" >"$folder/rows"
while IFS='|' read -r one phone dialed; do
	in_registry "update facility set phone = '$phone' where code = '$one'"
done <"$folder/rows"
renew_edition
while IFS='|' read -r one phone dialed; do
	for page in "/facilities/$one" "/compare?code=$one" "/facilities?q=$one&exact=1"; do
		visit "$page"
		grep -o 'href="tel:[^"]*">[^<]*' "$folder/body" | sed -e 's/^href="tel://' -e 's/">打电话 /|/' -e 's/">/|/' >"$folder/calls"
		expect_equal "$(awk -F '|' -v phone="$phone" '$2 "" == phone "" { print $1; exit }' "$folder/calls")" "$dialed" "$phone on $page"
		expect "no link dials nothing" [ -z "$(grep '^|' "$folder/calls")" ]
		expect_text "$phone"
	done
	visit "/facilities/$one/contact.vcf"
	expect_equal "$(grep '^TEL' "$folder/body" | tr -d '\r')" "${dialed:+TEL;TYPE=WORK,VOICE:$dialed}" "$phone"
done <"$folder/rows"
