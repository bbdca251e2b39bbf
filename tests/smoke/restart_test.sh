#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Putting in new programs loses no request: each worker answers what it has, ends, and has a successor before the next ends.
. tests/lib/site.sh

make_demo
code=$(in_registry "select code from facility order by code limit 1")
start_site

page_says() { visit "$1" && grep -qF -- "$2" "$folder/body"; }

it "restarts every worker and clerk under load without one failed answer"
before=$(processes_of portal; processes_of clerk)
node tests/lib/load.mjs "$origin" "$folder/over" 16 '/facilities?n={random}' "/facilities/$code?n={random}" /facilities \
	'/api/facilities?n={random}' >"$folder/seen" 2>"$folder/load.err" &
load=$!
for _ in 1 2 3; do
	sleep 0.5
	: >"$folder/site.err"
	kill -HUP "$site"
	wait_until 100 grep -q '^Done' "$folder/site.err" || broken "the restart does not end: $(cat "$folder/site.err")"
done
sleep 0.5
touch "$folder/over"
wait "$load" || broken "$(tail -n 5 "$folder/load.err")"
echo "# $(cat "$folder/seen")"
expect_equal "$(jq .failed "$folder/seen")" 0 "$(jq -r .examples "$folder/seen")"
expect "enough visits" [ "$(jq .requests "$folder/seen")" -gt 100 ]
for pid in $before; do
	! kill -0 "$pid" 2>/dev/null || broken "process $pid is still the old one"
done
expect_equal "$( (processes_of portal; processes_of clerk) | wc -l)" "$(echo "$before" | wc -l)" "processes"

it "takes the program that is there now, not the one it was started with"
cp -p "$build/portal" "$folder/portal"
mv "$folder/portal" "$build/portal"
for pid in $(processes_of portal); do
	readlink "/proc/$pid/exe" | grep -q '(deleted)$' || broken "process $pid: the test replaced nothing"
done
: >"$folder/site.err"
kill -HUP "$site"
wait_until 100 grep -q '^Done' "$folder/site.err" || broken "the restart does not end"
for pid in $(processes_of portal); do
	expect_equal "$(readlink "/proc/$pid/exe")" "$(realpath "$build/portal")"
done

it "shows a changed template afterwards, not a kept page of the old one"
mkdir "$folder/templates"
cp -r templates/. "$folder/templates"
sed -i "s|^templates = .*|templates = $folder/templates|" "$config"
: >"$folder/site.err"
kill -HUP "$site"
wait_until 100 grep -q '^Done' "$folder/site.err" || broken "the restart does not end"
# Then nginx keeps the page as it was.
for _ in 1 2 3; do visit /privacy; done
sed -i 's|<h1 class="govuk-heading-l">|&换过的模板|' "$folder/templates/public/privacy.tpl"
: >"$folder/site.err"
kill -HUP "$site"
wait_until 100 grep -q '^Done' "$folder/site.err" || broken "the restart does not end"
wait_until 80 page_says /privacy 换过的模板 || broken "the old page is still shown"

it "answers a signal that comes in the middle of a restart when that is over"
: >"$folder/site.err"
kill -HUP "$site"
wait_until 100 grep -q '^Putting in' "$folder/site.err" || broken "the restart does not begin"
kill -HUP "$site"
done_twice() { [ "$(grep -c '^Done' "$folder/site.err")" = 2 ]; }
wait_until 100 done_twice || broken "$(cat "$folder/site.err")"
expect_equal "$(grep -oE '^(Putting in|Done)' "$folder/site.err" | paste -sd' ')" 'Putting in Done Putting in Done'
visit /privacy
expect_status 200

it "keeps the programs of before when the new ones do not start"
echo '{{#OPEN}}' >>"$folder/templates/public/privacy.tpl"
: >"$folder/site.err"
kill -HUP "$site"
wait_until 100 grep -q 'programs of before go on' "$folder/site.err" || broken "$(cat "$folder/site.err")"
visit "/privacy?anew"
expect_status 200
expect_text 换过的模板
