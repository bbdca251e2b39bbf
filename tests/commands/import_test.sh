#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What "shanyu import facilities" promises. Run from the project's folder; BUILD is where the program is.
set -eu

shanyu=$(cd "${BUILD:-build}" && pwd)/shanyu
real=tests/data/bc-childcare-2026-07.csv
bc=db/maps/bc-childcare.map
cn=db/maps/facilities-cn.map
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
SHANYU_CLOCK=1795400000 # 2026-11-23
SHANYU_CONFIG=$folder/shanyu.conf
export SHANYU_CLOCK SHANYU_CONFIG
printf '[shanyu]\nregistry=%s/registry.db\neditions=%s/editions\ninbox=%s/inbox\nmailbox=%s/mailbox\ndistrict=db/district\n' \
	"$folder" "$folder" "$folder" "$folder" >"$SHANYU_CONFIG"
failures=0

tell() { # tell STATUS SENTENCE
	if [ "$1" -eq 0 ]; then echo "ok - $2"; else echo "not ok - $2"; failures=$((failures + 1)); fi
}
holds() { # holds SENTENCE COMMAND...
	sentence=$1
	shift
	if "$@"; then tell 0 "$sentence"; else tell 1 "$sentence"; fi
}
equal() { # equal SENTENCE EXPECTED FOUND
	if [ "$2" = "$3" ]; then tell 0 "$1"; else tell 1 "$1"; printf '# expected: %s\n# found:    %s\n' "$2" "$3"; fi
}
fresh() {
	rm -rf "$folder/registry.db" "$folder/registry.db-journal" "$folder/editions"
	"$shanyu" init >/dev/null
}
import() { # import FILE MAP OPTION...: leaves code, out, err
	file=$1
	map=$2
	shift 2
	code=0
	"$shanyu" import facilities "$file" --map "$map" "$@" >"$folder/out" 2>"$folder/err" || code=$?
}
last() { tail -n 1 "$folder/out"; }
ask() { sqlite3 "$folder/registry.db" "$1"; }
dump() { ask .dump | sha256sum; }
source_of_truth() { sqlite3 -cmd ".import --csv $real bc" :memory: "$1"; }
both() { sqlite3 -cmd ".import --csv $real bc" -cmd "attach '$folder/registry.db' as r" :memory: "$1"; }
refuses_whole() { # refuses_whole SENTENCE FILE MAP WORDS
	before=$(dump)
	import "$2" "$3"
	if [ "$code" -eq 1 ] && [ "$(wc -l <"$folder/err")" -eq 1 ] && grep -qF "$4" "$folder/err" && [ "$before" = "$(dump)" ]; then
		tell 0 "$1"
	else
		tell 1 "$1"
		sed 's/^/# /' "$folder/err"
	fi
}

# The real file, against numbers counted from it by other means.
fresh
import $real $bc --report "$folder/report.csv"
rows=$(source_of_truth 'select count(*) from bc')
websites=$(source_of_truth "select count(*) from bc where WEBSITE <> '' and lower(WEBSITE) not like 'http://%' and lower(WEBSITE) not like 'https://%' or WEBSITE like '% %'")
# And one whose position lies in another country, 1,869 km from the nearest other.
warnings=$((websites + 1))
equal "all rows of the real file are taken" "read $rows rows: $rows new, 0 changed, 0 unchanged, 0 refused, $warnings warnings" "$(last)"
equal "a file without refusals ends with 0" 0 "$code"
equal "every row is a facility with its own key" "$rows" "$(ask "select count(distinct source_key) from facility where source_key like 'bc:%'")"
equal "rows marked as duplicates are kept" "$(source_of_truth "select count(*) from bc where IS_DUPLICATE = 'Y'")" \
	"$(both "select count(*) from bc join r.facility on source_key = 'bc:' || FAC_PARTY_ID where IS_DUPLICATE = 'Y'")"
equal "names and positions are those of the file" "$rows" \
	"$(both "select count(*) from bc join r.facility f on source_key = 'bc:' || FAC_PARTY_ID where f.name = replace(bc.NAME, '  ', ' ')
		and abs(lat - LATITUDE) < 1e-9 and abs(lon - LONGITUDE) < 1e-9 and instr(address, replace(ADDRESS_1, '  ', ' ')) = 1")"
number=0
for kind in UNDER36 30MOS_5YRS LICPRE OOS_KINDER OOS_GR1_AGE12; do
	number=$((number + 1))
	offered="SRVC_${kind}_YN = 'Y'"
	vacant="VACANCY_SRVC_$kind"
	[ $kind = OOS_KINDER ] || offered="($offered or $vacant = 'Y')"
	equal "every programme of kind $kind is kept" "$(source_of_truth "select count(*) from bc where $offered")" \
		"$(ask "select count(*) from programme where code like 'BC-%-$number'")"
	[ $kind = OOS_KINDER ] && continue
	equal "vacancies of kind $kind say yes and no as the file does" \
		"$(source_of_truth "select sum($vacant = 'Y'), sum($vacant = 'N') from bc where $offered")" \
		"$(ask "select sum(has_vacancy), sum(not has_vacancy) from vacancy where programme_code like 'BC-%-$number'")"
done
equal "there are no programmes of other kinds" 0 "$(ask "select count(*) from programme where substr(code, -2) not in ('-1', '-2', '-3', '-4', '-5')")"
equal "a vacancy carries the day of the file" "$(source_of_truth "select count(*) from bc where VACANCY_SRVC_UNDER36 = 'Y'")" \
	"$(both "select count(*) from bc join r.vacancy on programme_code = 'BC-' || FAC_PARTY_ID || '-1' where VACANCY_SRVC_UNDER36 = 'Y'
		and date(asserted_at, 'unixepoch', '-7 hours') = replace(VACANCY_LAST_UPDATE, '/', '-')")"
equal "a vacancy counts for the days of the rule" 0 "$(ask 'select count(*) from vacancy where valid_until <> asserted_at + 14 * 86400 - 1')"
equal "no facility has a kind without a name" 0 \
	"$(ask "select count(*) from facility where not exists (select 1 from term where list = 'kind' and code = kind)")"
equal "no programme has a mode without a name" 0 \
	"$(ask "select count(*) from programme where not exists (select 1 from term where list = 'mode' and code = mode)")"
equal "every city is a street" "$(source_of_truth 'select count(distinct CITY) from bc')" "$(ask 'select count(*) from street')"
equal "a street's centre is the mean of its facilities" 0 \
	"$(ask 'select count(*) from street s where abs(lat - (select avg(lat) from facility where street_code = s.code)) > 2e-6')"
equal "the report has a line for every warning, and a header" $((warnings + 1)) "$(wc -l <"$folder/report.csv")"
holds "a warning names file, line, field, reason and value" grep -q "^$real:455: website: warning: .* (hildas-childcare.com)$" "$folder/err"

holds "a position far from nearly all others is warned of" grep -q "^$real:3725: lat: warning: this position lies 2397 km" "$folder/err"

# Again.
before=$(dump)
SHANYU_CLOCK=1795401234
import $real $bc
equal "a second time all rows are unchanged" "read $rows rows: 0 new, 0 changed, $rows unchanged, 0 refused, $warnings warnings" "$(last)"
holds "a second time nothing changes in the registry" [ "$before" = "$(dump)" ]

# Files that are refused as a whole.
head -c 1000000 $real >"$folder/cut.csv"
refuses_whole "a file cut off in the middle is refused" "$folder/cut.csv" $bc "$folder/cut.csv:"
head -n 100 $real | head -c -20 >"$folder/cut.csv"
refuses_whole "a file whose last row lacks fields is refused" "$folder/cut.csv" $bc ":100: "
printf 'PK\003\004 xl' >"$folder/book.csv"
refuses_whole "an Excel workbook is named as such" "$folder/book.csv" $bc "Excel workbook"
: >"$folder/empty.csv"
refuses_whole "an empty file is refused" "$folder/empty.csv" $bc "the file is empty"
head -n 1 $real >"$folder/header.csv"
refuses_whole "a file without rows is refused" "$folder/header.csv" $bc "no rows"
sed 1s/LATITUDE/LAT/ $real >"$folder/column.csv"
refuses_whole "a missing column is named with the field that needs it" "$folder/column.csv" $bc "[facility] lat: the file has no column 'LATITUDE'"
printf 'a\000,\000' >"$folder/utf16.csv"
refuses_whole "UTF-16 without its mark is named as such" "$folder/utf16.csv" $bc "UTF-16"
refuses_whole "a file that is not there is told" "$folder/none.csv" $bc "No such file"

# Mappings that are refused.
mapping() { # mapping SENTENCE SED-COMMAND WORDS
	sed "$2" $bc >"$folder/bad.map"
	refuses_whole "$1" $real "$folder/bad.map" "$3"
}
mapping "an unknown field in a mapping is named" 's/^phone =/fone =/' "[facility] fone: this is no field here"
mapping "an unknown column in a mapping is named" 's/{PHONE}/{FONE}/' "[facility] phone: the file has no column 'FONE'"
mapping "an unknown column in a condition is named" 's/^present_when = SRVC_LICPRE_YN/present_when = NOTHING/' "the file has no column 'NOTHING'"
mapping "an unknown code in a mapping is named" 's/= LICENSED_FAMILY/= NURSERY/' "[kind] Licensed Family: 'NURSERY' is no code of the list kind"
mapping "an unknown constant code is named" 's/^mode = HALF_DAY/mode = HALF/' "mode: 'HALF' is no code of the list mode"
mapping "an unknown section is named" 's/^\[meals\]/[meal]/' "[meal] is no section"
mapping "a required field that is not mapped is named" '/^lat =/d' "[facility] lat: this field must be given"
mapping "a vacancy without day and source is refused" '/^\[vacancy\]/,/^asserted_on/d' "[vacancy]"
refuses_whole "a mapping that is not there is told" $real "$folder/none.map" "No such file"

# Rows that are refused, beside rows that are taken.
fresh
cat >"$folder/small.map" <<'MAP'
[source]
name = small
key = id
[facility]
code = X-{id}
name = {name}
kind = {kind}
address = {address}
lat = {lat}
lon = {lon}
phone = {phone}
website = {website}
uscc = {uscc}
filing_state = FILED
[street]
name = {street}
[vacancy]
asserted_by = small
asserted_on = {day}
[programme all]
present_when = from!=
name = all
age_from_months = {from}
age_to_months = {to}
mode = FULL_DAY
has_vacancy = vacancy:Y/N
MAP
header=id,name,kind,address,lat,lon,phone,website,uscc,street,from,to,vacancy,day
row() { printf '%s,%s,COMMUNITY,road 1,%s,%s,%s,%s,%s,street,%s,%s,%s,%s\n' "$@"; }
good() { row "$1" "name $1" 31.2 121.4 "" "" "" 0 36 Y 2026-11-01; }
{
	echo $header
	good 1
	row 2 "" 31.2 121.4 "" "" "" 0 36 Y 2026-11-01
	row 3 three 91.5 121.4 "" "" "" 0 36 Y 2026-11-01
	row 4 four 31,2 121.4 "" "" "" 0 36 Y 2026-11-01
	row 5 five abc 121.4 "" "" "" 0 36 Y 2026-11-01
	good 1
	row 7 seven 31.2 121.4 01234567890123456789012345678901234567890 "" "" 0 36 Y 2026-11-01
	row 8 eight 31.2 121.4 "" "javascript:alert(1)" "" 0 36 Y 2026-11-01
	row 9 nine 31.2 121.4 "" "" 91310000XXXXXXXXX1 0 36 Y 2026-11-01
	row 10 ten 31.2 121.4 "" "" "" 36 36 Y 2026-11-01
	row 11 eleven 31.2 121.4 "" "" "" 0 36 maybe 2026-11-01
	row 12 twelve 31.2 121.4 "" "" "" 0 36 Y 2026-02-30
	row 13 thirteen 31.2 121.4 "" "" "" 0 36 Y 2062-11-01
	row 14 fourteen 31.2 121.4 "" "" "" 0 36 Y ""
	good 15 | sed s/COMMUNITY/NOTHING/
	row "" nobody 31.2 121.4 "" "" "" 0 36 Y 2026-11-01
	row 17 zero 0 0 "" "" "" 0 36 Y 2026-11-01
} >"$folder/rows.csv"
import "$folder/rows.csv" "$folder/small.map" --report "$folder/report.csv"
equal "good rows are taken, bad rows are counted" "read 17 rows: 4 new, 0 changed, 0 unchanged, 13 refused, 3 warnings" "$(last)"
equal "refused rows end with 3" 3 "$code"
said() { holds "$1" grep -qF "$folder/rows.csv:$2" "$folder/err"; }
said "a missing name is told" "3: name: is missing"
said "a latitude out of range is told" "4: lat: must be from -90 to 90 (91.5)"
said "a row with too many fields is told" "5: row: has more or fewer fields"
said "a latitude that is no number is told" "6: lat: is no decimal number (abc)"
said "a second row with the same key is told" "7: key: stands in the file twice, first on line 2 (1)"
said "too long a phone number is told" "8: phone: is longer than 40 characters"
said "a website that is no web address is a warning" "9: website: warning:"
said "a credit code that is not valid is a warning" "10: uscc: warning:"
said "an age range that is none is told" "11: age_to_months: must be more than age_from_months"
said "neither yes nor no is told" "12: has_vacancy: is neither Y nor N (maybe)"
said "a day that does not exist is told" "13: asserted_on: is no day"
said "a day in the future is told" "14: asserted_on: is in the future"
said "a vacancy without a day is left out with a warning" "15: vacancy: warning:"
said "an unknown kind is told" "16: kind: is no code or name of this list"
said "a row without key is told" "17: key: is missing"
said "the position 0, 0 is told" "18: lat: 0, 0 is the position of no facility"
equal "what is no web address is not kept" "" "$(ask "select website from facility where code = 'X-8'")"
equal "the report names what is on stderr" "$(wc -l <"$folder/err")" "$(($(wc -l <"$folder/report.csv") - 1))"

# Changes between two files of one source.
fresh
{ echo $header; good 1; good 2; good 3; } >"$folder/one.csv"
import "$folder/one.csv" "$folder/small.map" --dry-run
equal "a dry run says what would be done" "read 3 rows: 3 new, 0 changed, 0 unchanged, 0 refused, 0 warnings" "$(last)"
equal "a dry run changes nothing" 0 "$(ask 'select count(*) from facility')"
import "$folder/one.csv" "$folder/small.map"
ask "update facility set summary = 'said here' where code = 'X-1'"
{ echo $header; good 1 | sed 's/name 1/new name/'; row 2 "name 2" 31.2 121.4 "" "" "" "" "" "" ""; } >"$folder/two.csv"
import "$folder/two.csv" "$folder/small.map"
equal "changed facilities are counted" "read 2 rows: 0 new, 2 changed, 0 unchanged, 0 refused, 0 warnings" "$(last)"
equal "what the mapping does not name stays" "new name|said here" "$(ask "select name, summary from facility where code = 'X-1'")"
equal "a programme that vanished from the source is removed with its vacancy" "0|0" \
	"$(ask "select (select count(*) from programme where code = 'X-2-1'), (select count(*) from vacancy where programme_code = 'X-2-1')")"
holds "a facility that vanished is told" grep -qx 'missing: X-3 name 3' "$folder/out"
equal "a facility that vanished is kept open" "" "$(ask "select closed_on from facility where code = 'X-3'")"
import "$folder/two.csv" "$folder/small.map" --close-missing 2026-11-15
equal "a facility that vanished is closed when asked" 2026-11-15 "$(ask "select closed_on from facility where code = 'X-3'")"
import "$folder/one.csv" "$folder/small.map"
holds "a closed facility that stands in the file is told" grep -q ':4: closed_on: warning:' "$folder/err"
import "$folder/one.csv" "$folder/small.map" --close-missing 2026-11-16
equal "it is reopened when the file is the whole truth" "" "$(ask "select closed_on from facility where code = 'X-3'")"
ask "update vacancy set has_vacancy = 0, asserted_by = 'the facility', asserted_at = 1795399999 where programme_code = 'X-1-1'"
import "$folder/one.csv" "$folder/small.map"
equal "what somebody else said later stays" "0|the facility" "$(ask "select has_vacancy, asserted_by from vacancy where programme_code = 'X-1-1'")"
sed s/small/other/ "$folder/small.map" >"$folder/other.map"
import "$folder/one.csv" "$folder/other.map"
equal "the code of another source's facility is not taken over" "read 3 rows: 0 new, 0 changed, 0 unchanged, 3 refused, 0 warnings" "$(last)"

# The plain Chinese table, in both encodings of Excel.
fresh
import tests/data/facilities-cn-gb18030.csv $cn
equal "a table in GB18030 is taken" "read 5 rows of 3 facilities: 3 new, 0 changed, 0 unchanged, 0 refused, 1 warnings" "$(last)"
holds "it is said that it was read as GB18030" grep -q 'read as GB18030' "$folder/out"
before=$(dump)
import tests/data/facilities-cn-utf8-bom.csv $cn
equal "the same table in UTF-8 changes nothing" "read 5 rows of 3 facilities: 0 new, 0 changed, 3 unchanged, 0 refused, 1 warnings" "$(last)"
holds "it is said that it was read as UTF-8 with byte order mark" grep -q 'byte order mark' "$folder/out"
holds "the registry is the same" [ "$before" = "$(dump)" ]
equal "classes become programmes of their facility" "PT0002-1|INFANT|6|12|FULL_DAY|10 PT0002-2|TODDLER_S|12|24|FULL_DAY|15 PT0002-3|TODDLER_L|24|36|HALF_DAY|20" \
	"$(ask "select code, class_kind, age_from_months, age_to_months, mode, places from programme where facility_code = 'PT0002' order by code" | xargs)"
equal "fees become fen" "380000|MONTH 350050|MONTH 280000|MONTH" \
	"$(ask "select fee_fen, fee_unit from fee where programme_code like 'PT0002-%' order by programme_code" | xargs)"
equal "rare characters and quotation marks survive" "曹杨“小种子”托育园 㐂乐家庭科学育儿指导站" \
	"$(ask "select name from facility where code in ('PT0002', 'PT0003') order by code" | xargs)"
sed '5s/^PT0002,,/PT0002,别的名称,/' tests/data/facilities-cn-utf8-bom.csv >"$folder/differs.csv"
import "$folder/differs.csv" $cn
holds "rows of one facility that differ are told" grep -q '机构名称: differs from line 3' "$folder/err"

# From when there is room, and what is taken off the fee: columns that the map names when they are there.
sed 's/^# vacancy_from = /vacancy_from = /; s/^# subsidy_yuan = /subsidy_yuan = /' $cn >"$folder/more.map"
tr -d '\r' <tests/data/facilities-cn-utf8-bom.csv | sed -n '1s/$/,余位起始日期,补贴/p; 2s/$/,2027-03-01,150/p' >"$folder/more.csv"
fresh
import "$folder/more.csv" "$folder/more.map"
equal "a class's first day with room and its subsidy are taken in" '2027-03-01|15000' \
	"$(sqlite3 "$folder/registry.db" "select vacancy_from, subsidy_fen from vacancy join fee using (programme_code)")"
sed '2s/,3,2026/,,2026/' "$folder/more.csv" >"$folder/later.csv"
import "$folder/later.csv" "$folder/more.map"
equal "a first day with room alone says that there is none now" '0||2027-03-01' \
	"$(sqlite3 "$folder/registry.db" "select has_vacancy, vacancy, vacancy_from from vacancy")"
sed '2s/2027-03-01/March/' "$folder/more.csv" >"$folder/wrong.csv"
import "$folder/wrong.csv" "$folder/more.map"
equal "a first day that is no day is refused" 3 "$code"

# Use.
code=0
"$shanyu" import facilities $real >/dev/null 2>"$folder/err" || code=$?
equal "without a mapping the use is wrong" 2 "$code"
code=0
"$shanyu" import facilities $real --map $bc --close-missing someday >/dev/null 2>"$folder/err" || code=$?
equal "a day of closing must be a day" 2 "$code"

[ "$failures" -eq 0 ] || { echo "$failures failed"; exit 1; }
