#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every route of the table answers, with what belongs to it, and nothing else does.
. tests/lib/http.sh
. tests/lib/door.sh

make_edition
code=$(in_edition "select min(facility_code) from programme")

it "answers every route with a whole page, drawing or file"
for address in $(route_addresses "$code"); do
	visit "$address"
	case $address in
	/text-size* | */card.png) expect_status 303 ;;
	*) expect_status 200 ;;
	esac
	expect_header X-Content-Type-Options '^nosniff$'
	expect_header Content-Security-Policy "^default-src 'none'"
	expect_equal "$(header Content-Length)" "$(wc -c <"$folder/body")" "length of $address"
	case $(header Content-Type) in
	'text/html; charset=utf-8') [ "$status" != 200 ] || keep_page ;;
	'application/json; charset=utf-8' | 'application/geo+json; charset=utf-8' | 'application/feed+json; charset=utf-8') expect_json '. != null' ;;
	'image/svg+xml; charset=utf-8' | 'application/xml; charset=utf-8' | 'application/atom+xml; charset=utf-8') expect "well-formed $address" xmllint --noout "$folder/body" ;;
	'image/png' | 'text/csv; charset=utf-8' | 'text/plain; charset=utf-8' | 'text/vcard; charset=utf-8') ;;
	*) broken "$address: type $(header Content-Type)" ;;
	esac
done

it "answers for every kind of facility, and for facilities about which little is known"
bare=$(in_edition "select code from facility where code not in (select facility_code from programme) order by code limit 1")
for one in $(in_edition "select min(code) from facility group by kind") $bare; do
	for address in "/facilities/$one" "/facilities/$one/poster" "/api/facilities/$one"; do
		visit "$address"
		expect_status 200
	done
	visit "/facilities/$one?from=31.24,121.4"
	keep_page
done
visit "/compare?code=$code&code=$bare&lat=31.24&lon=121.4"
keep_page
visit "/facilities?street=310107005&age=18&sort=fee"
keep_page
visit "/locate?place=%E9%95%BF"
keep_page
visit -H 'Cookie: text_size=large' /
keep_page

it "answers with valid HTML"
expect_valid_pages

it "answers HEAD as GET, without the body"
for address in $(route_addresses "$code"); do
	visit "$address"
	length=$(header Content-Length)
	first=$status
	visit -X HEAD "$address"
	expect_status "$first"
	expect_equal "$(header Content-Length)" "$length" "$address"
	expect_equal "$(wc -c <"$folder/body")" 0 "$address"
done

it "takes nothing but GET and HEAD, and says so"
refuses() {
	visit -X "$1" "$2"
	expect_status 405
	expect_header Allow '^GET, HEAD$'
	expect_house_look
}
for address in $(route_addresses "$code"); do refuses POST "$address"; done
for method in PUT DELETE OPTIONS PATCH get ''; do refuses "$method" /facilities; done

it "links to nothing that does not answer"
for address in / '/facilities?sort=name&page=2' /locate /open-data /site-map "/facilities/$code" "/facilities/$code/poster" "/compare?code=$code"; do
	visit "$address"
	links | grep -E '^/' | grep -vE '^/(css|js|vendor|favicon|text-size)'
done | sort -u | awk '!/^.facilities.PT-/ || n++ < 6' >"$folder/links"
expect "enough links" [ "$(wc -l <"$folder/links")" -gt 30 ]
make_door
while read -r link; do
	# The intake's pages are its own.
	case $link in
	/complaint* | /receipt*) send_body GET "$link" '' /dev/null ;;
	*) visit "$link" ;;
	esac
	case $status in 200 | 303) ;; *) broken "$link: $status" ;; esac
done <"$folder/links"

it "says to everyone who runs it, what it keeps, and for whom it works"
visit /accessibility
expect_text '无障碍'
visit /privacy
expect_text '隐私'
visit /site-map
expect_text '网站地图'
visit /open-data
expect_text '/api/facilities'
visit /healthz
expect_text 'ok'

it "says 503 in the house's look while there is no edition yet"
sed "s|^editions = .*|editions = $folder/none|" "$config" >"$folder/none.conf"
portal_config=$folder/none.conf
visit /facilities
expect_status 503
expect_house_look
expect_header Retry-After '^[0-9]'
