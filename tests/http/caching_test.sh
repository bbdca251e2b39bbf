#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Who holds a page of this edition, day and text size is told so; nobody is told so of another.
. tests/lib/http.sh

make_edition
code=$(in_edition "select min(facility_code) from programme")
visit /facilities
etag=$(header ETag)

it "has a version on everything that comes from the edition"
for address in / /facilities "/facilities/$code" "/api/facilities/$code" /facilities.csv /map.svg /sitemap.xml /privacy; do
	visit "$address"
	expect_equal "$(header ETag)" "$etag" "$address"
	expect_header Cache-Control 'must-revalidate'
done

it "answers 304 without a body to who holds it"
for address in / /facilities "/facilities/$code" "/api/facilities?age=18" /facilities.geojson /map.svg; do
	for held in "$etag" "W/$etag" "\"other\", $etag"; do
		visit -H "If-None-Match: $held" "$address"
		expect_status 304
		expect_equal "$(wc -c <"$folder/body")" 0 "$address"
		expect_equal "$(header ETag)" "$etag" "$address"
	done
done
visit -H 'If-None-Match: "other"' /facilities
expect_status 200

it "does not take a page in normal text for one in large"
visit -H 'Cookie: text_size=large' /facilities
[ "$(header ETag)" != "$etag" ] || broken "the same version: $etag"
visit -H 'Cookie: text_size=large' -H "If-None-Match: $etag" /facilities
expect_status 200

it "has another version with another edition"
in_registry "update facility set name = '另一个名字' where code = '$code'"
renew_edition
visit -H "If-None-Match: $etag" /facilities
expect_status 200
[ "$(header ETag)" != "$etag" ] || broken "the same version: $etag"

it "has another version on another day, for what is fresh today may be stale tomorrow"
visit /facilities
etag=$(header ETag)
SHANYU_CLOCK=$((SHANYU_CLOCK + 86400))
visit -H "If-None-Match: $etag" /facilities
expect_status 200

it "lets nobody keep refusals, the way to another text size, and the sign of life"
for address in '/facilities?age=x' /nowhere '/text-size?size=large' /healthz; do
	visit "$address"
	expect_header Cache-Control '^no-store$'
	expect_no_header ETag
done
