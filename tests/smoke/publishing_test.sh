#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# From the registry to the public page: what is published is there within a second, what is withdrawn is gone, caches or not.
. tests/lib/site.sh

make_demo
code=$(in_registry "select facility_code from programme join fee on programme_code = code order by code limit 1")
start_site

page_says() { visit "$1" && grep -qF -- "$2" "$folder/body"; }
page_lacks() { visit "$1" && ! grep -qF -- "$2" "$folder/body"; }
page_is_gone() { visit "$1" && [ "$status" = 404 ]; }

# soon COMMAND...: true soon after now; the time is told.
soon() {
	began=$(milliseconds)
	wait_until 10 "$@" || broken "does not come true: $*"
	echo "# $(($(milliseconds) - began)) ms"
}

# Asked for often before, so that it is in nginx's cache.
warm() { for _ in 1 2 3 4; do visit "$1"; done; }

it "shows a changed name soon after it is published, on warm pages too"
warm "/facilities/$code"
warm "/api/facilities/$code"
in_registry "update facility set name = '改名后的托育园' where code = '$code'"
publish --facility "$code"
soon page_says "/facilities/$code" 改名后的托育园
visit "/api/facilities/$code"
expect_json '.name == "改名后的托育园"'
visit "/facilities?q=改名后的托育园"
expect_text 改名后的托育园

it "shows nothing that was not published"
warm "/facilities/$code"
in_registry "update facility set name = '还没有公布的名字' where code = '$code'"
sleep 1
visit "/facilities/$code"
expect_no_text 还没有公布的名字
publish --facility "$code"
soon page_says "/facilities/$code" 还没有公布的名字

it "shows a changed fee"
programme=$(in_registry "select code from programme join fee on programme_code = code where facility_code = '$code' order by code limit 1")
in_registry "update fee set fee_fen = 765400, fee_unit = 'MONTH' where programme_code = '$programme'"
publish
soon page_says "/facilities/$code" 7654

it "takes a withdrawn fact off the page within a second"
warm "/facilities/$code"
in_registry "delete from fee where programme_code = '$programme'"
publish
soon page_lacks "/facilities/$code" 7654
visit "/api/facilities/$code"
expect_json 'all(.programmes[]; .fee_fen != 765400)'

it "takes a withdrawn facility off every page"
warm "/facilities?q=还没有公布的名字"
in_registry "pragma foreign_keys = on; delete from facility where code = '$code'"
publish
soon page_is_gone "/facilities/$code"
visit "/facilities?q=还没有公布的名字"
expect_no_text "href=\"/facilities/$code"
visit /robots.txt
expect_status 200
expect_text '/sitemap.xml'
visit /sitemap.xml
expect_no_text "/facilities/$code<"
expect_equal "$(in_edition "select count(*) from listing where code = '$code'")" 0

it "goes on from where it was when clerk was killed in between"
killed=$(processes_of clerk)
kill -KILL "$killed"
other=$(in_registry "select code from facility order by code desc limit 1")
in_registry "update facility set name = '之后的名字' where code = '$other'"
publish --facility "$other"
wait_until 50 page_says "/facilities/$other" 之后的名字 || broken "the new name does not come"
