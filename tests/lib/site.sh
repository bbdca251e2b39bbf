# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# The whole site as tools/run runs it, on free ports, in $folder; ended by its own number when the test ends.
. tests/lib/registry.sh
. tests/lib/visit.sh

site=""

# A port nobody listens at. Asked for one at a time; a race with others is tried again by start_site.
free_port() {
	while :; do
		port=$(shuf -i 20000-50000 -n 1)
		curl -s -o "$folder/port" "http://127.0.0.1:$port/" || [ $? != 7 ] || break
	done
	echo "$port"
}

# start_site [NAME=VALUE...]: settings of tools/run.
start_site() {
	for _ in 1 2 3; do
		port=$(free_port)
		admin_port=$(free_port)
		rm -f "$folder/site.out"
		env "$@" RUN="$folder" PORT="$port" ADMIN_PORT="$admin_port" tools/run >"$folder/site.out" 2>"$folder/site.err" &
		site=$!
		for _ in $(seq 6000); do
			grep -qs '^Shanyu runs' "$folder/site.out" && break 2
			kill -0 "$site" 2>/dev/null || break
			sleep 0.05
		done
		stop_site
	done
	origin=http://127.0.0.1:$port
	if ! kill -0 "$site" 2>/dev/null; then
		sed 's/^/# /' "$folder/site.err"
		return 1
	fi
	wait_until 100 edition_is_current
}

# When the site is no longer there: its last words.
why_site_ended() {
	[ -n "$site" ] && ! kill -0 "$site" 2>/dev/null || return 0
	printf '; tools/run has ended: %s' "$(tail -n 5 "$folder/site.err")"
}

# Nobody is held back for sending much: for tests of something else. Before start_site.
let_everything_in() {
	in_registry "update rule set value = 100000 where key like 'door.%.at_once'"
	publish
}

edition_is_current() {
	[ "$(in_edition 'select size from edition' 2>/dev/null)" = "$(in_registry 'select max(seq) from publication')" ]
}

stop_site() {
	[ -n "$site" ] || return 0
	kill -TERM "$site" 2>/dev/null || true
	wait "$site" 2>/dev/null || true
	site=""
}
at_end stop_site

milliseconds() { date +%s%3N; }

# processes_of NAME: the site's own processes of that name: portal, clerk, nginx, multiwatch.
processes_of() {
	for pid in $(pgrep -f "$folder/" || true); do
		[ "$(cat "/proc/$pid/comm" 2>/dev/null)" != "$1" ] || echo "$pid"
	done
}
nothing_runs() { ! pgrep -f "$folder/" >/dev/null; }
