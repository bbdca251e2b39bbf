#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What "shanyu import facilities" makes of the tables that spreadsheets and other offices really hand in (tests/data/faults).
. tests/lib/registry.sh

SHANYU_CLOCK=1795850000 # 2026-11-28
export SHANYU_CLOCK
faults=tests/data/faults
cn=db/maps/facilities-cn.map
plain=$faults/plain-columns.map

fresh() {
	rm -rf "$registry" "$registry-journal" "$editions"
	shanyu init >/dev/null
}
# take FILE MAP OPTION...: leaves code, out, err.
take() {
	file=$1 map=$2
	shift 2
	code=0
	shanyu import facilities "$file" --map "$map" "$@" >"$folder/out" 2>"$folder/err" || code=$?
}
# taken NEW REFUSED WARNINGS CODE: how the import of a file into an empty registry ended.
taken() {
	tail -n 1 "$folder/out" | grep -q ": $1 new, 0 changed, 0 unchanged, $2 refused, $3 warnings\$" || broken "$(cat "$folder/out" "$folder/err")"
	expect_equal "$code" "$4" "exit"
}
said() { grep -qF -- "$1" "$folder/err" || broken "nobody said '$1': $(cat "$folder/err")"; }
# refused WORDS: nothing was taken, in one line that says the words.
refused() {
	expect_equal "$code $(wc -l <"$folder/err")" "1 1" "exit and lines"
	expect_equal "$(in_registry 'select count(*) from facility')" 0 "facilities"
	said "$1"
}
# with LINE: the plain mapping with a line more under [source].
with() {
	sed "s/^key = no/&\n$1/" "$plain" >"$folder/with.map"
	take "$2" "$folder/with.map"
}

it "passes over rows without any content"
fresh
take $faults/blank-rows.csv $cn
taken 2 0 0 0
grep -q ', 2 rows$' "$folder/out" || broken "$(cat "$folder/out")"

it "takes a row of blanks nobody can see for a row without content"
fresh
{ cat $faults/blank-rows.csv; printf '\342\200\213, ,\343\200\200,\n'; } >"$folder/invisible.csv"
take "$folder/invisible.csv" $cn
taken 2 0 0 0

it "closes what vanished although the file ends with a row without content"
fresh
take $faults/close-before.csv $cn
take $faults/close-after.csv $cn --close-missing 2026-11-28
expect_equal "$(in_registry 'select code, closed_on from facility where closed_on is not null')" 'T003|2026-11-28'

it "passes over columns without a name in which nothing is"
fresh
take $faults/blank-columns.csv $cn
taken 1 0 0 0

it "passes over empty cells beyond the header, and refuses a row that says something there"
fresh
row=$(sed -n 2p $faults/blank-rows.csv | tr -d '\r')
{ sed -n 1p $faults/blank-rows.csv; echo "$row,,"; echo "$row,,x" | sed 's/T001/T009/'; } >"$folder/wide.csv"
take "$folder/wide.csv" $cn
taken 1 1 0 3
said "wide.csv:3: row: has more or fewer fields"

it "names the place of content in a column without a name"
fresh
tr -d '\r' <$faults/blank-columns.csv | sed '2s/$/x/' >"$folder/nameless.csv"
take "$folder/nameless.csv" $cn
refused "nameless.csv:2: column 26 has content here but no name in the header (line 1)"

it "minds a name that stands twice only when the mapping uses it"
fresh
take $faults/duplicate-unused-column.csv $cn
taken 1 0 0 0
fresh
sed '1s/备注,备注/备注,电话/' $faults/duplicate-unused-column.csv >"$folder/twice.csv"
take "$folder/twice.csv" $cn
refused "[facility] phone: the file has several columns '电话'"

it "takes a last line without its end when all its fields are there, and no cut one"
fresh
take $faults/no-final-newline.csv $cn
taken 2 0 0 0
fresh
head -c -3 $faults/no-final-newline.csv >"$folder/cut.csv"
take "$folder/cut.csv" $cn
refused "cut.csv:3: the file ends in the middle of this row"

it "finds the header below a title and below Excel's line sep=, and says where"
for file in title-row sep-line; do
	fresh
	take $faults/$file.csv $cn
	taken 1 0 0 0
	grep -q 'header on line 2, 1 rows$' "$folder/out" || broken "$file: $(cat "$folder/out")"
done

it "takes the separator that sep= names"
fresh
sed 's/,/;/g' $faults/sep-line.csv >"$folder/semicolons.csv"
take "$folder/semicolons.csv" $cn
taken 1 0 0 0

it "passes over a line sep= that names no separator"
for line in 'sep=' '"sep="' 'sep= '; do
	for end in '' '\r'; do
		fresh
		{ printf "%s$end\n" "$line"; tail -n +2 $faults/sep-line.csv; } >"$folder/unnamed.csv"
		take "$folder/unnamed.csv" $cn
		taken 1 0 0 0
		grep -q 'header on line 2, 1 rows$' "$folder/out" || broken "$line: $(cat "$folder/out")"
	done
done

it "takes the line for the header that the mapping names, and says where it looked when a column is missing"
fresh
{ printf 'made in,2026\nby,the office\n'; printf 'no,name,address,lat,lon\n1,one,road 1,31.2,121.4\n'; } >"$folder/titles.csv"
take "$folder/titles.csv" "$plain"
refused "the file has no column 'no' in its header, line 1"
with "header = 3" "$folder/titles.csv"
taken 1 0 0 0
fresh
with "header = none" "$folder/titles.csv"
refused "[source] header: write the number of the line"

it "reads UTF-16 with its mark, also with the tabs of Excel's Unicode text"
fresh
take $faults/excel-unicode-text.csv $cn
taken 1 0 0 0
grep -q 'read as UTF-16LE, header on line 2' "$folder/out" || broken "$(cat "$folder/out")"
expect_equal "$(in_registry 'select name from facility')" 测试托育园
fresh
take $faults/utf-16be.csv $cn
taken 2 0 0 0

it "reads what is plainly Chinese in GB18030 by itself, be it one row"
fresh
take $faults/gbk-one-row.csv "$plain"
taken 1 0 0 0
expect_equal "$(in_registry 'select name from facility')" 长寿路托育园

it "refuses bytes that may be of several encodings, with their names, and never takes them for GB18030"
for pair in shift-jis:shift_jis latin-1:windows-1252 big5:big5; do
	fresh
	take "$faults/${pair%:*}.csv" "$plain"
	refused "${pair%:*}.csv:2: this is not UTF-8 and may be ${pair#*:}"
	said "'encoding = ${pair#*:}'"
done

it "reads the encoding that the mapping names"
fresh
with "encoding = shift_jis" $faults/shift-jis.csv
taken 2 0 0 0
in_registry 'select name from facility' | grep -q '保育園' || broken "$(in_registry 'select name from facility')"
fresh
with "encoding = latin-1" $faults/latin-1.csv
expect_equal "$(in_registry 'select name from facility order by code' | xargs)" "El Hogar Del Niño Crèche Étoile"
fresh
with "encoding = big5" $faults/big5.csv
expect_equal "$(in_registry 'select name from facility order by code' | xargs)" "長壽路幼兒園 小天使托嬰中心"
fresh
with "encoding = utf-8" $faults/big5.csv
refused "big5.csv:2: this line is not utf-8"
with "encoding = elvish" $faults/big5.csv
refused "[source] encoding: 'elvish' is no encoding"

it "warns of characters that were lost before the file came here"
fresh
printf 'no,name,address,lat,lon\n1,El Hogar Del Ni\357\277\275o,road 1,31.2,121.4\n2,????,road 2,31.2,121.4\n' >"$folder/lost.csv"
take "$folder/lost.csv" "$plain"
taken 2 0 2 0
said "lost.csv:2: name: warning: holds the mark of characters that were lost"

it "refuses a coordinate of 0, and warns of facilities far from nearly all others where the district has no outline"
fresh
take $faults/bad-positions.csv $cn
taken 3 1 2 3
said "bad-positions.csv:3: lon: 0 is the position of no facility"
said "bad-positions.csv:4: lat: warning: this position lies 6948 km from where the other facilities are"
said "bad-positions.csv:5: lat: warning: this position lies 1065 km from where the other facilities are"

it "compares a later file with the facilities that are in the registry"
fresh
take $faults/close-before.csv $cn
sed -n '1p; 5p' $faults/bad-positions.csv >"$folder/one.csv"
take "$folder/one.csv" $cn
said "one.csv:2: lat: warning: this position lies 1065 km"

it "refuses positions outside of the district's outline, by more than the rule allows"
fresh
shanyu demo >/dev/null
take $faults/bad-positions.csv $cn
taken 1 3 0 3
said "bad-positions.csv:5: lat: this position lies 10"
sed -n '1p; 2s/31.2416/31.3000/p' $faults/bad-positions.csv | sed 's/T001/T010/' >"$folder/near.csv"
take "$folder/near.csv" $cn
taken 1 0 0 0

it "warns of telephones that a spreadsheet spoilt, mends those it can, and keeps the better one of the registry"
fresh
take $faults/phone-scientific.csv $cn
taken 3 0 2 0
said "phone-scientific.csv:2: phone: warning: is a number that a spreadsheet has shortened"
said "phone-scientific.csv:3: phone: warning: is a number that a spreadsheet wrote with decimals"
expect_equal "$(in_registry 'select phone from facility order by code' | tr '\n' '|')" '|13900000000|13900000000|'
in_registry "update facility set phone = '021-60000009' where code = 'T001'"
take $faults/phone-scientific.csv $cn
expect_equal "$(in_registry "select phone from facility where code = 'T001'")" 021-60000009

it "warns of a telephone in which no number can be read, and keeps it"
fresh
row=$(sed -n 3p $faults/phone-scientific.csv | tr -d '\r')
{
	sed -n 1p $faults/phone-scientific.csv
	number=1
	for phone in 021-60000001转8001 62345678、62345679 ６２３４５６７８ 110 12345 见门口 1 1380 138000000001380000000013800000000; do
		echo "$row" | sed -e "s/T002/T01$number/" -e "s/13900000000.0/$phone/"
		number=$((number + 1))
	done
} >"$folder/phones.csv"
take "$folder/phones.csv" $cn
taken 9 0 4 0
for wrong in '7: phone: warning: begins with no telephone number of 7 to 15 digits (or 3, 5 or 6 of a service); kept as it is (见门口)' \
	'8: phone: warning' '9: phone: warning' '10: phone: warning'; do
	said "phones.csv:$wrong"
done
expect_equal "$(in_registry "select phone from facility where code in ('T011', 'T016') order by code" | tr '\n' '|')" '021-60000001转8001|见门口|'

it "refuses a facility whose lasting number a spreadsheet shortened"
fresh
sed '2s/T001/1.39E+10/' $faults/phone-scientific.csv >"$folder/key.csv"
take "$folder/key.csv" $cn
said "key.csv:2: key: is a number that a spreadsheet has shortened"

it "takes NA, a dash and words for none in cells of numbers and telephones for empty ones"
fresh
take $faults/no-answer.csv $cn
taken 6 0 0 0
expect_equal "$(in_registry "select count(*) from facility where phone = '' and uscc = ''")" 6
expect_equal "$(in_registry 'select count(*), sum(places) from programme')" '6|120'
expect_equal "$(in_registry 'select (select count(*) from vacancy) + (select count(*) from fee)')" 0

it "takes what nobody can see at the ends of cells for nothing: one street, three facilities"
fresh
take $faults/zero-width-twin.csv $cn
taken 3 0 0 0
expect_equal "$(in_registry 'select count(*) from street')" 1
expect_equal "$(in_registry "select count(*) from facility where code = 'T003' and source_key = 'table:T003'")" 1

it "loads a district's own tables with the rows and columns that a spreadsheet left behind"
cp -r db/district "$folder/district"
sed -i "s/^\([^#].*\)\$/\1,,/" "$folder/district/rules.csv"
printf ',,,,,,,,,\n' >>"$folder/district/rules.csv"
sed -i "s|^district = .*|district = $folder/district|" "$config"
rm -f "$registry"
expect "is loaded" shanyu init
expect_equal "$(in_registry "select value from rule where key = 'position.outside_metres'")" 5000.0
