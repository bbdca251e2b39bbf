#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# One worker at its socket, as nginx talks to it: connections that stay open starve nobody, and ending loses nothing.
. tests/lib/http.sh

make_edition
worker=""
stop_worker() {
	[ -z "$worker" ] || kill -TERM "$worker" 2>/dev/null || true
	[ -z "$worker" ] || wait "$worker" 2>/dev/null || true
	worker=""
}
at_end stop_worker
start_worker() {
	spawn-fcgi -n -s "$folder/socket" -- "$build/portal" --config "$config" 2>"$folder/worker.err" &
	worker=$!
	for _ in $(seq 6000); do
		[ ! -S "$folder/socket" ] || return 0
		sleep 0.05
	done
}
start_worker

# speak SENTENCE...: tests/lib/fastcgi.mjs says whether it holds.
speak() { node tests/lib/fastcgi.mjs "$folder/socket" "$@" >"$folder/spoken" 2>&1 || broken "$(cat "$folder/spoken")"; }

it "answers many requests on one connection"
speak many

it "answers others while connections stay open"
speak others

it "answers ten connections that ask in turn"
speak turns

it "tells each who sets out from beyond the district their own way to it, from the page that is kept for all of them"
speak outside

it "sends an answer of several megabytes whole"
in_registry "update facility set summary = replace(hex(zeroblob(20000)), '00', '说'), changed_at = changed_at"
renew_edition
speak large

it "is held by half a request for a while only"
speak half

it "hangs up on what is no FastCGI and goes on"
speak junk

it "goes on when the peer hangs up in the middle of an answer"
speak gone

it "answers what has arrived when it is told to end, then ends"
node tests/lib/fastcgi.mjs "$folder/socket" ending "$worker" >"$folder/spoken" 2>&1 || broken "$(cat "$folder/spoken")"
for _ in $(seq 6000); do
	kill -0 "$worker" 2>/dev/null || break
	sleep 0.05
done
! kill -0 "$worker" 2>/dev/null || broken "it still runs"
wait "$worker" || broken "it ends with $?: $(tail -n 20 "$folder/worker.err")"
worker=""
