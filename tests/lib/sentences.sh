# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# Tests read as sentences: it "says what is promised" begins one; what follows must all hold. Sourced from the project's root.
# Each test file has a folder of its own, $folder, which goes when it ends.
set -eu
build=${BUILD:-build}
folder=$(mktemp -d "${TMPDIR:-/tmp}/shanyu-test.XXXXXX")
chmod 755 "$folder"
sentence=""
holds=yes
all_hold=yes
unset SHANYU_CONFIG

end_sentence() {
	[ -n "$sentence" ] || return 0
	if [ "$holds" = yes ]; then
		echo "ok - $sentence"
	else
		echo "not ok - $sentence"
		all_hold=no
	fi
	sentence=""
}

it() {
	end_sentence
	sentence=$1
	holds=yes
}

# broken WORDS: the sentence does not hold, and why.
broken() {
	holds=no
	printf '%s\n' "$*" | head -n 40 | cut -c1-300 | sed 's/^/# /'
}

# expect WHAT COMMAND...: the command must succeed.
expect() {
	expected=$1
	shift
	"$@" >"$folder/expected" 2>&1 || broken "$expected: $(tail -n 20 "$folder/expected")"
}

expect_equal() {
	[ "$1" = "$2" ] || broken "expected '$2', got '$1'${3:+ ($3)}"
}

# at_end COMMAND: to be run when the file ends, the last one first.
at_end_commands=:
at_end() { at_end_commands="$1; $at_end_commands"; }

finish() {
	code=$?
	trap - EXIT INT TERM
	set +e
	if [ "$code" != 0 ]; then
		broken "the test breaks off with code $code"
		[ -n "$sentence" ] || sentence="reaches its end"
	fi
	end_sentence
	eval "$at_end_commands"
	rm -rf "$folder"
	[ "$all_hold" = yes ] || exit 1
	exit 0
}
trap finish EXIT
trap 'exit 1' INT TERM
