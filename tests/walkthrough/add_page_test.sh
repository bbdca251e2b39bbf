#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# HACKING.md, "Add a page": its steps, done on a scratch copy, give the page.
. tests/walkthrough/walk.sh

walk add-page
files() { [ "$(cat "$folder"/steps/*.head | sed -nE 's/^(create|edit) //p' | sort -u | wc -l)" -le "$1" ]; }
answers() { get "$1" >"$folder/page" && head -n 1 "$folder/page" | grep -q "$2"; }

says "it takes five files" files 5
printf '[shanyu]\nregistry = %s/registry.db\neditions = %s/editions\ninbox = %s/inbox\nmailbox = %s/mailbox\n' \
	"$folder" "$folder" "$folder" "$folder" >"$folder/shanyu.conf"
export SHANYU_CONFIG="$folder/shanyu.conf"
cd "$copy" || exit
says "a district can be made and published with it" sh -c \
	'build/shanyu init && build/shanyu demo && build/shanyu publish --approved-by test && build/shanyu portal rebuild'
says "the portal answers at the new address" answers /streets "Status: 200"
count=$(sqlite3 -readonly "$folder/editions/portal.db" "select count(*) from listing where street_code = '310107015' and gives_care")
says "the page names a street and what it has" shows /streets "href=\"/facilities?street=310107015\">长寿路街道</a>：$count 家"
says "the page has the house's head and foot" shows /streets '</footer>'
says "the route is in the table of routes" sh -c 'build/portal --routes | grep -q "^GET  */streets "'
says "a neighbouring address is still not found" answers /streetsx "Status: 404"
