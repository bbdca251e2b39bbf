#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What the checkers of C and of shell say: nothing.
. tests/lib/sentences.sh

flags="-std=c11 -D_GNU_SOURCE -I. -I$build/gen $(pkg-config --cflags uuid glib-2.0 jansson libsodium sqlite3 icu-uc icu-i18n libqrencode libpq gmime-3.0 libmagic libseccomp vips)"
make -s -j2 BUILD="$build" all >"$folder/made" 2>&1 || broken "$(tail -n 5 "$folder/made")"

it "gives cppcheck nothing to say"
# Its ignoredReturnValue takes a value in a compound literal for a call whose answer is thrown away. It does not read the headers of
# libraries.
cppcheck -q --library=tools/check/jansson.cfg -j2 --std=c11 --enable=warning,performance,portability --error-exitcode=1 --suppress=missingIncludeSystem \
	--suppress=ignoredReturnValue --inline-suppr -D_GNU_SOURCE -I. -I"$build/gen" lib rules workflow publication public intake admin accounts audit domain clerk commands cgi-bin \
	>"$folder/said" 2>&1 || broken "$(cat "$folder/said")"

it "gives clang-tidy nothing to say"
find lib rules workflow publication public intake admin accounts audit domain clerk commands cgi-bin -name '*.c' | sort |
	FLAGS=$flags xargs -P "$(nproc)" -n 4 sh -c 'clang-tidy --quiet "$@" -- $FLAGS 2>/dev/null' tidy >"$folder/said" || true
! grep -E '(warning|error):' "$folder/said" >"$folder/found" || broken "$(cat "$folder/found")"

it "gives shellcheck nothing to warn of"
git ls-files -co --exclude-standard '*.sh' tools tests/run tests/ha/run tests/bench/run .ci/run | sort -u | while read -r file; do
	if [ -f "$file" ] && head -n 3 "$file" | grep -qE '^#!.*\b(sh|bash)\b|shellcheck shell='; then echo "$file"; fi
done >"$folder/scripts"
expect "scripts" [ "$(wc -l <"$folder/scripts")" -gt 10 ]
# shellcheck disable=SC2046 # a list of files
shellcheck -x -S warning -e SC1091,SC1111,SC2034,SC2120,SC2154 $(cat "$folder/scripts") >"$folder/said" 2>&1 || broken "$(grep -A3 '^In ' "$folder/said" | head -n 40)"

it "has the style sheet that its source gives"
expect "make css" tools/css --check
