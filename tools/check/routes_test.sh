#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The table of routes: complete, once each, and every route and field of a form in a test.
. tests/lib/sentences.sh

for program in portal admin; do "$build/$program" --routes; done >"$folder/routes"

it "has routes, each once, none of them for anyone to change things without a record"
expect "routes" [ "$(wc -l <"$folder/routes")" -gt 10 ]
for program in portal intake admin; do "$build/$program" --routes | awk '{ print $1, $2 }' | sort | uniq -d; done >"$folder/found"
[ ! -s "$folder/found" ] || broken "twice: $(cat "$folder/found")"
awk '$3 == "?" || ($1 == "POST" && $4 == "-")' "$folder/routes" >"$folder/found"
[ ! -s "$folder/found" ] || broken "$(cat "$folder/found")"

it "has a test that visits each route"
while read -r _ path _; do
	pattern=$(echo "$path" | sed 's/[.]/\\./g; s/{[a-z]*:[a-z]*}/[^\/ ?]+/g')
	grep -qE "[ \"'=\`]$pattern([\"' ?#&;]|\$)" tests/http/*_test.sh || broken "no test in tests/http visits $path"
done <"$folder/routes"

it "has a test that fills in each field of a form"
awk '{ for (i = 5; i <= NF; i++) print $i }' "$folder/routes" | sort -u | while read -r field; do
	grep -qE "[?&\"' ]$field=" tests/http/*_test.sh || echo "$field"
done >"$folder/found"
[ ! -s "$folder/found" ] || broken "no test gives: $(cat "$folder/found")"

it "has each handler in one route's file, and a template for each page"
sed -n 's/.*\(page_begin\|page_begin_with_counts\|page_new\|same_for_all\)([^"]*"\([a-z./-]*\.tpl\)".*/\2/p' public/*/*.c intake/*/*.c admin/*/*.c lib/web/route.c | sort -u | while read -r template; do
	[ -f "templates/$template" ] || echo "$template"
done >"$folder/found"
[ ! -s "$folder/found" ] || broken "no such template: $(cat "$folder/found")"
