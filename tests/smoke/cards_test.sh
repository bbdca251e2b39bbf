#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The picture that is shown where a facility's page is shared: drawn by clerk after an edition, served by the portal.
SHANYU_CLOCK=1795400000
export SHANYU_CLOCK
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/clerk.sh

make_demo --facilities 12
shanyu portal rebuild >/dev/null
code=$(in_edition "select min(code) from facility")
other=$(in_edition "select max(code) from facility")

it "leads to the picture of the site while a facility has none of its own"
visit "/facilities/$code/card.png"
expect_status 303
expect_header Location '^/card\.png$'
visit /facilities/NOBODY-1/card.png
expect_status 404

start_clerk
drawn() { [ -s "$editions/cards/$1.png" ]; }
all_drawn() { [ "$(find "$editions/cards" -name '*.png' | wc -l)" -ge "$(in_edition 'select count(*) from facility where closed_on is null')" ]; }

it "draws a card of each facility after an edition is written"
expect "cards of all" wait_until 600 all_drawn
expect_equal "$(od -An -tx1 -N 8 "$editions/cards/$code.png" | tr -d ' ')" 89504e470d0a1a0a
expect_equal "$(od -An -tu1 -j 16 -N 8 "$editions/cards/$code.png" | tr -s ' ')" " 0 0 4 176 0 0 2 118" "1200 by 630"
visit "/facilities/$code/card.png"
expect_status 200
expect_header Content-Type '^image/png$'
cmp -s "$folder/body" "$editions/cards/$code.png" || broken "other bytes than were drawn"

it "draws anew the card of a facility that was published anew, and no other"
before=$(stat -c %i "$editions/cards/$other.png")
cp "$editions/cards/$code.png" "$folder/before.png"
SHANYU_CLOCK=$((SHANYU_CLOCK + 60))
in_registry "update facility set name = '另一个很长很长的名字，一行写不下的托育中心<&>' where code = '$code'"
publish
redrawn() { ! cmp -s "$editions/cards/$code.png" "$folder/before.png"; }
expect "another card" wait_until 600 redrawn
expect_equal "$(stat -c %i "$editions/cards/$other.png")" "$before"
stop_clerk

it "draws nothing where no font has Chinese characters, and says so"
echo '<fontconfig></fontconfig>' >"$folder/none.conf"
if FONTCONFIG_FILE="$folder/none.conf" "$build/preview" --card <templates/cards/card.svg.tpl >"$folder/made" 2>"$folder/said"; then broken "a card without a font"; fi
grep -q 'no font has Chinese characters' "$folder/said" || broken "$(cat "$folder/said")"
expect_equal "$(wc -c <"$folder/made")" 0
