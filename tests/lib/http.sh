# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# The portal as a CGI program on an edition of its own: no server, no port. The clock stands still, so that "today" is one day.
SHANYU_CLOCK=${SHANYU_CLOCK-1795400000} # 2026-11-23 in Shanghai
export SHANYU_CLOCK
. tests/lib/registry.sh
. tests/lib/visit.sh

# The demo district as an edition. With words: options of shanyu demo.
make_edition() {
	make_demo "$@"
	renew_edition
}

# What the registry says now, published, as an edition.
renew_edition() {
	publish
	prepare portal rebuild
}

# Codes of facilities as the file of a question gives them, in their order.
codes_of() {
	visit "/facilities.csv?$1"
	expect_status 200
	sed '1d; s/^\xEF\xBB\xBF//; s/^"\([^"]*\)".*/\1/' "$folder/body"
}

# expect_found QUESTION SQL: the facilities found are those the SQL gives from the facts, no more and no fewer; at least one.
# The file, the API and the page agree on how many.
expect_found() {
	codes_of "$1" | sort >"$folder/found"
	in_edition "$2" | sort >"$folder/true"
	cmp -s "$folder/found" "$folder/true" || broken "$1: $(diff "$folder/found" "$folder/true" | head -n 6)"
	number=$(wc -l <"$folder/true")
	[ "$number" -gt 0 ] || broken "$1: the demo has no facility to find; the test says nothing"
	visit "/api/facilities?$1"
	expect_json ".total == $number"
	visit "/facilities?$1"
	expect_text "共 $number 家"
}

# expect_order QUESTION SQL: the same in the same order.
expect_order() {
	codes_of "$1" >"$folder/found"
	in_edition "$2" >"$folder/true"
	cmp -s "$folder/found" "$folder/true" || broken "$1: $(diff "$folder/found" "$folder/true" | head -n 6)"
	[ -s "$folder/true" ] || broken "$1: nothing to put in order"
}

# A text as a value of a query.
escaped() { jq -rn --arg text "$1" '$text | @uri'; }

# Every address a page links to, as a browser reads it.
links() { grep -oE ' (href|action)="[^"]*"' "$folder/body" | sed -E 's/^[^"]*"//; s/"$//; s/&amp;/\&/g'; }

# Pages seen so far, to be checked together: keep_page after visit, expect_valid_pages at the end.
pages=0
keep_page() {
	pages=$((pages + 1))
	mkdir -p "$folder/pages"
	cp "$folder/body" "$folder/pages/$pages.html"
	echo "$pages.html $visited" >>"$folder/pages.txt"
}
expect_valid_pages() {
	expect "there are pages" [ "$pages" -gt 0 ]
	java -jar node_modules/vnu-jar/build/dist/vnu.jar --errors-only --format gnu "$folder/pages" 2>"$folder/vnu" ||
		broken "$(sed "s|.*/pages/||" "$folder/vnu" | head -n 20; cat "$folder/pages.txt")"
}
