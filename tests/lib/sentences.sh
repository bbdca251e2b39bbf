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

# wait_until TENTHS COMMAND...: waits for a state. Tenths of a second are what it takes on a quiet machine; one that has other things to do
# gets five minutes. False when it has not come by then. How long something takes is the bench's to say.
wait_until() {
	tenths=$(($1 > 3000 ? $1 : 3000))
	shift
	while [ "$tenths" -gt 0 ]; do
		"$@" && return 0
		tenths=$((tenths - 1))
		sleep 0.1
	done
	return 1
}

# are_gone NUMBER...: none of these processes runs. One that ended and that nobody waited for yet does not run.
are_gone() {
	for number; do
		case $(ps -o stat= -p "$number") in "" | Z*) ;; *) return 1 ;; esac
	done
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
