# SPDX-License-Identifier: Apache-2.0
# For the walk-through tests: does in a scratch copy of the checkout what HACKING.md says, step by step, and nothing else.
# A step is a line "<!-- walk: NAME NUMBER create FILE -->", "... edit FILE -->" or "... run -->" and the code block below it.
# An edit is a diff without line numbers: what its " " and "-" lines say must stand in the file exactly once. "@@" parts two edits.
# shellcheck shell=sh
. tests/lib/sentences.sh
root=$PWD
copy=$folder/copy
unset SHANYU_CLOCK MAKEFLAGS MAKELEVEL MFLAGS

# says SENTENCE COMMAND...: the command's success is the sentence's truth.
says() {
	it "$1"
	shift
	expect "$1" "$@"
}

# What was built already comes along: the copies are as old as the originals, so that make knows what is left to do.
copy_checkout() {
	mkdir -p "$copy"
	cd "$root"
	git ls-files -z |
		xargs -0 sh -c 'for file; do [ ! -f "$file" ] || cp -p --parents "$file" "$0"; done' "$copy"
	if [ "${BUILD:-build}" = build ] && [ -d build/obj ]; then
		mkdir "$copy/build" && cp -pR build/gen build/obj build/libshanyu.a "$copy/build/"
	fi
}

# The steps of one walk as files: steps/NUMBER.head ("create FILE") and steps/NUMBER.body.
read_steps() {
	mkdir "$folder/steps"
	awk -v walk="$1" -v folder="$folder/steps" '
		/^<!-- walk: / && $3 == walk { if ($4 != ++count) { print "step " $4 " stands where step " count " should"; exit 1 }
			head = $5 ($6 == "-->" ? "" : " " $6); wanted = 1; next }
		wanted && /^```/ && !inside { inside = 1; body = sprintf("%s/%02d.body", folder, count)
			print head > sprintf("%s/%02d.head", folder, count); printf "" > body; next }
		/^```/ && inside { inside = wanted = 0; close(body); next }
		inside { print > body }
		END { if (!count || inside || wanted) { print "no steps, or a block without end"; exit 1 } }' "$root/HACKING.md"
}

# edit FILE BODY
edit() {
	awk -v target="$1" '
		/^@@/ { part++; next }
		/^[ +-]/ {
			text = substr($0, 2)
			if (!/^\+/) before[part] = before[part] (part in had_before ? "\n" : "") text
			if (!/^\+/) had_before[part] = 1
			if (!/^-/) after[part] = after[part] (part in had_after ? "\n" : "") text
			if (!/^-/) had_after[part] = 1
			next
		}
		{ print "not a line of a diff: " $0; exit 1 }
		BEGIN { part = 0 }
		END {
			RS = "\001"
			if ((getline whole < target) <= 0) { print target ": cannot be read"; exit 1 }
			for (i = 0; i <= part; i++) {
				at = index(whole, before[i])
				if (before[i] == "" || !at) { print target ": does not hold: " before[i]; exit 1 }
				if (index(substr(whole, at + 1), before[i])) { print target ": holds twice: " before[i]; exit 1 }
				whole = substr(whole, 1, at - 1) after[i] substr(whole, at + length(before[i]))
			}
			printf "%s", whole > target
		}' "$2"
}

step() {
	cd "$copy"
	case $2 in
	create)
		[ ! -e "$3" ] && mkdir -p "$(dirname "$3")" && cp "$1" "$3" ;;
	edit)
		edit "$3" "$1" ;;
	run)
		BUILD=build sh -eu "$1" ;;
	*)
		echo "'$2' is no kind of step"
		false ;;
	esac
}

# walk NAME: all its steps, stopping at the first that cannot be done.
walk() {
	says "the checkout can be copied" copy_checkout
	says "HACKING.md has the steps of $1 in order" read_steps "$1"
	for head in "$folder"/steps/*.head; do
		number=$(basename "$head" .head)
		read -r verb file <"$head" || true
		says "step ${number#0}: $verb ${file:-the commands}" step "${head%.head}.body" "$verb" "$file"
		[ "$holds" = yes ] || exit 1
	done
}

# get PATH: what the copy's portal answers.
get() { (cd "$copy" && REQUEST_METHOD=GET REQUEST_URI=$1 build/portal </dev/null); }
shows() { get "$1" >"$folder/page" && { grep -qF -- "$2" "$folder/page" || { head -n 60 "$folder/page"; false; }; }; }
