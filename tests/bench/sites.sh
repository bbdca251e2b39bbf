# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154,SC2034
# What the bench serves: registries and editions of made-up facilities, kept from run to run, and the programs over them.

# Keys: what a registry and an edition are made by. A kept one with another key is made anew.
registry_key() {
	cat commands/demo/demo*.[ch] db/demo/*.csv db/district/*.csv db/registry/migrations/*.sql db/registry/queries/{shanyu,publish}/*.sql \
		publication/{append,facts,log}.c - <<<"$SHANYU_CLOCK" | sha256sum | cut -c1-16
}
edition_key() {
	{
		registry_key
		cat publication/*.[ch] lib/find/*.[ch] lib/seal/merkle.c lib/sql/sql_sqlite.c db/portal/{apply,migrations}/*.sql db/registry/queries/clerk/*.sql
	} | sha256sum | cut -c1-16
}

seconds_since() { awk -v from="$1" -v to="$(date +%s.%N)" 'BEGIN { printf "%.2f", to - from }'; }
per_second() { awk -v count="$1" -v seconds="$2" 'BEGIN { printf "%.0f", (seconds > 0 ? count / seconds : 0) }'; }

# site NAME FOLDER: the configuration of one.
site() {
	mkdir -p "$2/editions"
	printf '[shanyu]\nregistry = %s/registry.db\neditions = %s/editions\ninbox = %s/inbox\nmailbox = %s/mailbox\n' \
		"$2" "$2" "$2" "$2" >"$work/$1.conf"
	printf 'templates = %s/templates\ndistrict = %s/db/district\n' "$root" "$root" >>"$work/$1.conf"
}

# make_registry NAME FOLDER FACILITIES ('' = the demonstration's own number): filled and published; rates go to FOLDER/made.
make_registry() {
	local name=$1 folder=$2 from count
	local -a shanyu=("$build/shanyu" --config "$work/$name.conf")
	rm -rf "$folder/registry.db" "$folder"/registry.* "$folder/editions"
	mkdir -p "$folder/editions"
	"${shanyu[@]}" init >"$work/out"
	"${shanyu[@]}" demo ${3:+--facilities "$3"} >"$work/out"
	from=$(date +%s.%N)
	count=$("${shanyu[@]}" publish --approved-by bench | sed 's/.*looked at, \([0-9]*\) published.*/\1/')
	per_second "$count" "$(seconds_since "$from")" >"$folder/publish_per_s"
	registry_key >"$folder/registry.key"
}

# make_edition NAME FOLDER: publications per second of "shanyu portal rebuild" go to FOLDER/rebuild_per_s.
make_edition() {
	"$build/shanyu" --config "$work/$1.conf" portal rebuild |
		sed 's/^\([0-9]*\) publications, \([0-9.]*\) s.*/\1 \2/' | {
		read -r count seconds
		per_second "$count" "$seconds" >"$2/rebuild_per_s"
	}
	edition_key >"$2/edition.key"
}

# kept_site NAME FACILITIES: makes what is missing of it in the kept folder.
kept_site() {
	local folder=$cache/$1-$2
	site "$1" "$folder"
	if [ "$(cat "$folder/registry.key" 2>/dev/null)" != "$(registry_key)" ]; then
		say "making a registry of $2 facilities"
		make_registry "$1" "$folder" "$2"
	fi
	if [ "$(cat "$folder/edition.key" 2>/dev/null)" != "$(edition_key)" ]; then
		say "making the edition of $2 facilities"
		make_edition "$1" "$folder"
	fi
}

started=()
# start COMMAND...: in the background, ended with the bench.
start() {
	"$@" 2>>"$work/errors" &
	started+=($!)
}

# serve SOCKET PROGRAM...: as many workers as processors, like the site has.
serve() {
	local socket=$work/$1.sock
	shift
	start spawn-fcgi -n -s "$socket" -b 1024 -M 0600 -- "$(command -v multiwatch)" -f "$workers" -s TERM -- "$@"
	watcher=$!
	for _ in $(seq 100); do
		[ -S "$socket" ] && return
		sleep 0.05
	done
	fail "$1 does not start: $(tail -1 "$work/errors")"
}

# fill_nginx SOCKET PORT ADMIN_PORT EDITIONS: nginx.conf for these addresses and this folder of editions, holding nobody back.
fill_nginx() {
	local user_line=
	[ "$(id -u)" != 0 ] || user_line="user root;"
	sed -e "s|@USER@|$user_line|; s|@RUN@/portal.sock|$1|; s|@RUN@|$work/nginx|g; s|@MEMORY@|$work/nginx|g" \
		-e "s|@ROOT@|$root|g; s|@ERRORS@|$build/errors|g; s|@EDITIONS@|$4|g; s|@VERSION@|bench|g" \
		-e "s|@[A-Z_]*RATE@|1000000r/s|g; s|@PORT@|127.0.0.1:$2|g; s|@ADMIN_PORT@|127.0.0.1:$3|g; s|@ADMIN_ALLOW@||; s|@PAGES@|32m|; s|@HOSTS@|127.0.0.1|; s|@PROXIES@||; s|@FROM_PROXY@||" nginx.conf
}

# End what was started, by number; a watcher before its workers, so that it starts no others.
end_all() {
	local pid workers_of
	trap '' INT TERM
	for pid in "${started[@]}"; do
		workers_of=$(pgrep -P "$pid" || true)
		# shellcheck disable=SC2086 # a list of numbers
		kill -TERM "$pid" $workers_of 2>/dev/null || true
	done
	wait
	rm -rf "$work"
}

# The private memory in KB of a program's workers, one a line. The edition is mapped read-only and shared, its pages are the
# system's file cache: the kernel calls them private while only one worker has touched them, so they are left out.
private_memory() {
	local pid
	for pid in $(pgrep -P "$1"); do
		awk '/^[0-9a-f]+-[0-9a-f]+ / { edition = $6 ~ /\/editions\// }
			/^Private_(Dirty|Clean):/ && !edition { sum += $2 }
			END { print sum }' "/proc/$pid/smaps"
	done
}
