#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Whatever is in an address, the answer is a page that says what is wrong, and never a fault.
. tests/lib/http.sh

make_edition
code=$(in_edition "select min(facility_code) from programme")

# refused ADDRESS [TEXT]: 400 as a page of the house, or as JSON where programs ask.
refused() {
	visit "$1"
	expect_status 400
	case $1 in
	/api/*)
		expect_header Content-Type '^application/json'
		expect_json '.error and (.fields | length > 0)'
		;;
	*.csv* | *.geojson*) ;;
	*) expect_house_look ;;
	esac
	[ -z "${2-}" ] || expect_text "$2"
}

it "refuses numbers that are none, telling which field and how to mend it"
for value in abc 18x 1e2 0x12 '+' '--1' '1,5' 99999999999999999999 NaN inf; do
	refused "/facilities?age=$(escaped "$value")"
done
for value in abc 1.5 0x5; do
	refused "/api/facilities?within=$value&lat=31.2&lon=121.4"
done
refused '/facilities?age=abc' '月龄请填整数'
refused '/facilities?fee_max=cheap' '最高费用请只填数字'
refused '/facilities?lat=x&lon=y'

it "refuses numbers out of range"
for query in age=-1 age=37 fee_max=-1 fee_max=1000001 within=0 within=181 page=0 page=-1 page=501 lat=91\&lon=0 lat=0\&lon=181 \
	lat=-90.1\&lon=0 inclusive=2 vacancy=-1; do
	refused "/facilities?$query"
	refused "/api/facilities?$query"
done
refused '/facilities?age=99' '请填 0 到 36'
expect_text 'value="99"'
refused '/facilities?fee_max=1000001' '请填 0 到 1000000'

it "says how many pages there are, and leads to the last, of every list"
visit '/api/facilities?mode=FULL_DAY'
pages=$(jq .pages "$folder/body")
for number in $((pages + 1)) 499 999; do
	refused "/facilities?mode=FULL_DAY&page=$number" "没有第 $number 页，一共 $pages 页"
	expect_text "href=\"/facilities?mode=FULL_DAY&amp;page=$pages\""
	refused "/api/facilities?mode=FULL_DAY&page=$number"
done
visit "/api/facilities?mode=FULL_DAY&page=$((pages + 1))"
expect_json '.fields.page == "out of range" and .bounds.page.most == '"$pages"
refused '/facilities?q=zzzz&page=2' '没有第 2 页'
refused '/disclosures?page=99' '没有第 99 页'
refused '/disclosures?page=x' '页码要写数字'
refused '/facilities?page=x' '页码要写 1 到'

it "tells programs the bounds of what is out of them"
visit '/api/facilities?age=99&within=500&lat=31.2&lon=121.4'
expect_status 400
expect_json '.bounds.age == {"least": 0, "most": 36} and .bounds.within == {"least": 1, "most": 180} and .documentation'

it "names the field, the bounds and a way on where places are compared, chosen and disclosed"
refused "/compare?code=$code&lat=91&lon=121.4" '要在 -90 到 90 之间'
expect_text "href=\"/facilities/$code\""
refused "/compare?code=$code&lat=31.2&lon=181" '要在 -180 到 180 之间'
refused "/compare?code=$code&lat=x&lon=121.4" '要是 -90 到 90 的数'
refused "/compare?$(seq -f 'code=X%g' -s '&' 21)" '最多写 20 个'
refused '/compare?code=%27' '只有字母、数字和横线'
refused "/locate?place=$(escaped "$(printf '长%.0s' $(seq 61))")" '最多写 60 个字'
expect_text 'name="place"'
refused '/disclosures?street=310107999' '没有这个街镇'
refused '/disclosures?matter=NONE' '没有这个事由'
visit "/compare?code=$code&code=GONE-1"
expect_status 200
expect_text '有 1 家不在名单上'

it "refuses half a position, and walking time without a place"
refused '/facilities?lat=31.2'
refused '/facilities?lon=121.4'
refused '/facilities?within=15' '按步行时间找，要先'
refused '/api/facilities?within=15'

it "refuses codes the edition does not know"
for query in mode=NONE kind=NONE street=310107999 'street=%E6%B2%A1%E6%9C%89' community=310107999999 sort=price mode=%27 kind=../etc; do
	refused "/facilities?$query"
	refused "/facilities.csv?$query"
done

it "refuses text that is too long, but not a long name"
refused "/facilities?q=$(printf 'x%.0s' $(seq 1001))" '查找的文字太长'
visit "/facilities?q=$(escaped "$(printf '长%.0s' $(seq 300))")"
expect_status 200

it "answers a search for whatever characters, sixty of them, with what it finds"
for typed in '!' '&' '🙂' '❤️' '👨‍👩‍👧' '𠮷' '𝒜' 'က' '、' '"'; do
	many=$(yes "$typed" | head -n 60 | tr -d '\n' | jq -Rr '.[:60] | @uri')
	for address in /facilities?q= /facilities?age=18\&q= /facilities?lat=31.24\&lon=121.4\&q= /locate?place= /facilities?operator=; do
		visit "$address$many"
		expect_status 200
	done
	visit "/api/facilities?q=$many"
	[ "$typed" = 𝒜 ] || expect_json '.total == 0'
done
visit '/facilities?q=%F0%9F%99%82'
expect_text 'value="🙂"'
expect_text '没有同时符合这些条件的机构'

it "drops characters nobody can see from what is searched, and refuses them in a path"
for unseen in %01 %7f %c2%80 %e2%80%8b %e2%80%aa %e2%81%a9 %ef%bb%bf %c2%ad %ef%b8%8f %f3%a0%84%80; do
	visit "/facilities?exact=1&q=${unseen}%e9%95%bf${unseen}%e5%af%bf${unseen}"
	expect_status 200
	expect_text 'value="长寿"'
	visit "/facilities/a$unseen"
	case $status in 400 | 404) ;; *) broken "/facilities/a$unseen: $status" ;; esac
done

it "leads on by every link of a search for the longest words of the longest characters"
visit "/facilities?q=$(yes 𠮷 | head -n 60 | tr -d '\n' | jq -Rr @uri)&operator=$(yes 𠮷 | head -n 100 | tr -d '\n' | jq -Rr @uri)"
expect_status 200
grep -o 'href="/[^"]*F0[^"]*"' "$folder/body" | sed 's/&amp;/\&/g; s/^href="//; s/"$//' | sort -u >"$folder/links"
expect "links" [ "$(wc -l <"$folder/links")" -ge 3 ]
while read -r link; do
	visit "$link"
	case $status in 200 | 303) ;; *) broken "$(echo "$link" | cut -c1-60): $status" ;; esac
done <"$folder/links"

it "refuses broken percent-encoding, invalid UTF-8 and line breaks, in path and query"
for bad in %zz % %4- %ff %c0%af %ed%a0%80 %f5%80%80%80 %e9%95 %00 %0a %0d%0aSet-Cookie:a=b; do
	visit "/facilities?q=a${bad}b"
	expect_status 400
	expect_house_look
	expect_no_header Set-Cookie
	visit "/facilities/$bad"
	case $status in 400 | 404) ;; *) broken "/facilities/$bad: $status" ;; esac
	expect_house_look
	visit "/$bad"
	case $status in 400 | 404) ;; *) broken "/$bad: $status" ;; esac
done

it "refuses an address of five thousand bytes"
visit "/facilities?q=$(printf %05000d 0)"
expect_status 400
expect_house_look
visit "/$(printf %05000d 0)"
expect_status 400

it "does not know paths that are not in the table"
for path in /nowhere /facilities/ //facilities /facilities/none "/facilities/$code/" "/facilities/$code/none" /api /api/ /FACILITIES \
	/facilities.csv/ /index.html /.git/config /../etc/passwd /facilities/../healthz /facilities/%2e%2e/healthz /admin; do
	visit "$path"
	expect_status 404
	expect_house_look
done
visit "/api/facilities/none"
expect_status 404
visit "/facilities/none/qr.svg"
expect_status 404

it "takes what it does not know in a query for nothing"
visit '/facilities?utm_source=x&from=wechat&age=&q=&__proto__=1&&=&a'
expect_status 200
expect_text '共 222 家'
visit "/facilities/$code?from=nowhere"
expect_status 200
visit "/facilities/$code?from=999,999"
expect_status 200
expect_no_text '步行约'

it "shows what was typed as text, never as markup"
for typed in '<script>alert(1)</script>' '"><img src=x>' "' onmouseover='x" '{{NAME}}' '</title><script>'; do
	for address in /facilities?q= /facilities?operator= /facilities?age= /locate?place=; do
		visit "$address$(escaped "$typed")"
		expect_no_text '<script>alert'
		expect_no_text '<img src=x'
		expect_no_text "' onmouseover='x"
		expect_no_text '</title><script>'
		keep_page
	done
done

it "leads back only to addresses of its own"
for back in //evil.example 'https://evil.example' '/\evil.example' 'javascript:alert(1)' '/%0d%0aSet-Cookie:a=b' 'evil'; do
	visit "/text-size?size=large&return=$(escaped "$back")"
	case $status in
	303) case $(header Location) in /) ;; //* | /\\* | [!/]*) broken "$back: leads to $(header Location)" ;; esac ;;
	400) ;;
	*) broken "$back: $status" ;;
	esac
done
visit '/text-size?size=huge'
expect_status 400

it "says the same field twice without falling over; the last one counts"
visit '/api/facilities?age=18&age=19'
expect_status 200
visit "/compare?$(for n in $(seq 30); do printf 'code=PT-%04d&' "$n"; done)"
case $status in 200 | 400) ;; *) broken "$status" ;; esac

it "answers refusals with valid HTML"
for address in '/facilities?age=abc' '/facilities?age=999&fee_max=x&street=none&q=%21' '/facilities?within=15' '/nowhere' '/%zz'; do
	visit "$address"
	keep_page
done
expect_valid_pages
