# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# Clerk beside a test, over its configuration: what it says since it was started is in $folder/clerk.err. Sourced after tests/lib/registry.sh.

clerk=""
stop_clerk() {
	[ -n "$clerk" ] || return 0
	kill -TERM "$clerk" 2>/dev/null || true
	wait "$clerk" 2>/dev/null || true
	clerk=""
}
at_end stop_clerk

# start_clerk [NAME=VALUE...]: with these in its environment; one that runs is ended before.
start_clerk() {
	stop_clerk
	env "$@" "$build/clerk" --config "$config" 2>"$folder/clerk.err" &
	clerk=$!
}

# clock DAY TIME: what time it is in China from now on, for whatever is started then.
clock() {
	SHANYU_CLOCK=$(date -d "$1 $2 +0800" +%s)
	export SHANYU_CLOCK
}
