# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # cluster and folder are of what was sourced before
# A registry on PostgreSQL and machines beside it: roles, the server that goes and comes back, the link that breaks. Sourced after
# tests/registry/engines.sh.

# as_role ROLE DATABASE: the address at which a program logs in.
as_role() { echo "postgresql:///$2?host=$cluster&user=$1"; }

# grant DATABASE: to every role what its program needs.
grant() { tools/grants >"$folder/grants.sql" && server "$1" -f "$folder/grants.sql" >"$folder/granted" 2>&1; }

# configure FILE NAME=VALUE...: everything that is made lies in $folder.
configure() {
	configured=$1
	shift
	printf '%s\n' '[shanyu]' 'templates = templates' 'district = db/district' 'base_url = http://shanyu.test' "inbox = $folder/inbox" \
		"mailbox = $folder/mailbox" "office_key = $folder/office-key" "receipt_key = $folder/receipt-key" \
		"contact_key = $folder/contact-key" "$@" >"$configured"
}

# forbidden ROLE DATABASE SQL: the server says no, for want of the right.
forbidden() {
	if psql -X -q -v ON_ERROR_STOP=1 -d "$(as_role "$1" "$2")" -c "$3" >"$folder/said" 2>&1; then
		broken "$1 may: $3"
	elif ! grep -q 'permission denied' "$folder/said"; then
		broken "$1, $3: $(cat "$folder/said")"
	fi
}

server_goes() { tools/pgcluster stop "$cluster" "$1"; }
server_comes() { tools/pgcluster start "$cluster" >/dev/null; }
server_answers() { server postgres -c 'select 1' >/dev/null 2>&1; }
# As when somebody pulls the plug of the program: nothing is said to anyone.
server_is_killed() {
	postmaster=$(head -n 1 "$cluster/data/postmaster.pid")
	children=$(pgrep -P "$postmaster" || true)
	kill -KILL "$postmaster"
	# shellcheck disable=SC2086 # One word a process.
	wait_until 100 are_gone "$postmaster" $children || broken "the server does not end"
	# What the server left behind names it, and while nobody waited for the process the number counts as one that runs.
	rm -f "$cluster/data/postmaster.pid" "$cluster"/.s.PGSQL.*
}

# rest_up_to MILLISECONDS: a while that nobody foresaw.
rest_up_to() { sleep "$(shuf -i 0-"$1" -n 1 | awk '{ print $1 / 1000 }')"; }
