#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Limits and reminders of a registry from before they were of every procedure, and who is told of what, on both engines: tests/registry/limits_test.c,
# once on each.
. tests/lib/sentences.sh
. tests/registry/engines.sh

make -s -j2 SANITIZE=1 BUILD="$build/sanitize" "$build/sanitize/registry/limits_test" >"$folder/built" 2>&1 || {
	tail -n 20 "$folder/built"
	exit 1
}

# on ENGINE ADDRESS: its sentences, with the engine's name.
on() {
	SQL_TEST_ADDRESS=$2 CMOCKA_MESSAGE_OUTPUT=TAP timeout 300 "$build/sanitize/registry/limits_test" >"$folder/said" 2>&1 || all_hold=no
	grep -q '^ok' "$folder/said" || all_hold=no
	sed -E "/^(not )?ok [0-9]+ - /{ s/_/ /g; s/ok [0-9]+ - /ok - on $1, /; }" "$folder/said"
}

on SQLite "sqlite:$folder/registry.db"
on PostgreSQL "$(database limits)"
