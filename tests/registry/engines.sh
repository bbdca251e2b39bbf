# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# A throw-away PostgreSQL for the tests that run on both engines; sourced after tests/lib/sentences.sh or what sources it.
cluster=$folder/pg
tools/pgcluster start "$cluster" >/dev/null
at_end 'tools/pgcluster stop "$cluster"'

# database NAME [USER]: an empty one, as a registry needs it; says its address.
database() { tools/pgcluster database "$cluster" "$@"; }

# The server's administrator asks or orders: server NAME SQL.
server() {
	server_database=$1
	shift
	psql -X -q -v ON_ERROR_STOP=1 -At -d "$(administrator_of "$server_database")" "$@"
}
administrator_of() { echo "postgresql:///$1?host=$cluster&user=$(if [ "$(id -u)" = 0 ]; then echo postgres; else id -un; fi)"; }
