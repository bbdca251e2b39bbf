#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# HACKING.md, "Add a stored, published field": its steps, done on a scratch copy, bring the field to the facility's page,
# also in a district that has published before.
. tests/walkthrough/walk.sh

printf '[shanyu]\nregistry = %s/registry.db\neditions = %s/editions\ninbox = %s/inbox\nmailbox = %s/mailbox\n' \
	"$folder" "$folder" "$folder" "$folder" >"$folder/shanyu.conf"
export SHANYU_CONFIG="$folder/shanyu.conf"
entrance=从弄堂口进，第二个绿门

# A district made and published by the programs as they were.
before=$root/${BUILD:-build}/shanyu
published_before() {
	cd "$root" && "$before" init && "$before" demo && "$before" publish --approved-by before && "$before" portal rebuild
}
says "a district is published without the field" published_before

walk add-field
cd "$copy" || exit
sed "s/^\[facility\]\$/&\nentrance = $entrance/" db/maps/facilities-cn.map >"$folder/entrance.map"
shanyu() { build/shanyu "$@"; }
take_in() { shanyu import facilities tests/data/facilities-cn-utf8-bom.csv --map "$folder/entrance.map"; }
count() { sqlite3 "$folder/$1" "$2"; }
told_to_migrate() { ! shanyu publish --approved-by test 2>"$folder/told" && cat "$folder/told" && grep -q "run 'shanyu migrate'" "$folder/told"; }

says "the old registry is refused with the mend" told_to_migrate
says "the old registry is brought up" shanyu migrate
says "facilities with the field are imported" take_in
says "the field is in the registry" [ "$(count registry.db "select count(*) from facility where entrance = '$entrance'")" = 3 ]
says "taken again, nothing changes" sh -c '"$@" | tail -n 1 | grep -q " 0 new, 0 changed"' - \
	build/shanyu import facilities tests/data/facilities-cn-utf8-bom.csv --map "$folder/entrance.map"
says "the facts are published" shanyu publish --approved-by test
says "an edition is made of the whole log, also of what was published before the field was there" shanyu portal rebuild
says "the field is on the facility's public page" shows /facilities/PT0001 "怎么进门：$entrance"
says "a facility without it says nothing of it" sh -c '! REQUEST_METHOD=GET REQUEST_URI=/facilities/PT-0016 build/portal </dev/null | grep -q 怎么进门'
says "the demonstration can still be made" sh -c 'rm -f "$1"/registry.db && build/shanyu init && build/shanyu demo' - "$folder"
