#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# lib/sql/sql keeps its promises on SQLite and on PostgreSQL: tests/registry/sql_test.c, once on each.
. tests/lib/sentences.sh
. tests/registry/engines.sh

make -s -j2 SANITIZE=1 BUILD="$build/sanitize" "$build/sanitize/registry/sql_test" >"$folder/built" 2>&1 || {
	tail -n 20 "$folder/built"
	exit 1
}

# on ENGINE ADDRESS: its sentences, with the engine's name.
on() {
	SQL_TEST_ADDRESS=$2 CMOCKA_MESSAGE_OUTPUT=TAP timeout 300 "$build/sanitize/registry/sql_test" >"$folder/said" 2>&1 || all_hold=no
	grep -q '^ok' "$folder/said" || all_hold=no
	sed -E "/^(not )?ok [0-9]+ - /{ s/_/ /g; s/ok [0-9]+ - /ok - on $1, /; }" "$folder/said"
}

on SQLite "sqlite:$folder/registry.db"
on PostgreSQL "$(database sql)"

it "refuses a database of the server that does not compare text byte by byte"
server postgres -c "create database other locale 'C' encoding 'SQL_ASCII' template template0"
printf '[shanyu]\nregistry = %s\neditions = %s\n' "$(administrator_of other)" "$folder/editions" >"$folder/shanyu.conf"
if "$build/shanyu" --config "$folder/shanyu.conf" init >"$folder/said" 2>&1; then broken "it is taken"; fi
expect "it says what to do" grep -q "createdb" "$folder/said"
expect_equal "$(wc -l <"$folder/said")" 1 "lines"

it "cannot reach the server from the portal"
ldd "$build/portal" >"$folder/libraries"
if grep libpq "$folder/libraries"; then broken "the portal links libpq"; fi
expect "clerk links libpq" sh -c "ldd '$build/clerk' | grep libpq"
