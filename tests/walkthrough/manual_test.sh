#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The manual pages and README: they can be made, and name every command, option, setting and route that there is.
. tests/lib/sentences.sh
shanyu=$build/shanyu

says() {
	it "$1"
	shift
	expect "$1" "$@"
}

# names FILE WORDS...: each word stands in the file.
names() {
	named=$1
	shift
	[ $# -gt 0 ] || { echo "nothing to look for"; return 1; }
	for word; do
		grep -qF -- "$word" "$named" || { echo "$named does not name $word"; return 1; }
	done
}

for page in man/*.scd; do
	says "$(basename "$page" .scd) can be made" sh -c 'scdoc <"$1" >"$2/page"' - "$page" "$folder"
done

"$shanyu" --help | sed -nE 's/^  ([a-z]+( [a-z]+)?)  .*/\1/p' >"$folder/commands"
says "there are commands" [ -s "$folder/commands" ]
while read -r command; do
	says "shanyu(1) has a section for $command" grep -qx "## $command" man/shanyu.1.scd
	says "README names $command" names README.md "shanyu $command"
	# shellcheck disable=SC2086 # two words
	"$shanyu" $command --help | grep -oE -- '--[a-z][a-z-]+' | sort -u >"$folder/options" || true
	while read -r option; do
		says "shanyu(1) explains $option of $command" grep -qE "^\*$option\*" man/shanyu.1.scd
	done <"$folder/options"
done <"$folder/commands"

settings=$(sed -nE 's/^\tSETTING\(([a-z_]+),.*/\1/p' lib/base/config.c)
for setting in $settings; do
	says "shanyu.conf(5) explains $setting" grep -qx "\*$setting\*" man/shanyu.conf.5.scd
	says "README names the setting $setting" names README.md "\`$setting\`"
done

# What a page of ours points to is there.
for document in README.md HACKING.md; do
	grep -oE '\]\([^)#:]+\)' "$document" | sed 's/^](\(.*\))$/\1/' | sort -u >"$folder/links"
	while read -r link; do
		says "$document points to $link, which is there" [ -e "$link" ]
	done <"$folder/links"
done
for picture in docs/pictures/*.png; do
	says "$picture is no heavier than 120 KB" [ "$(wc -c <"$picture")" -le 122880 ]
done
