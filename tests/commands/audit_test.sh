#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shanyu audit verify, on both engines: what was altered, removed, reordered or cut off in the audit is found.
. tests/lib/registry.sh
. tests/registry/engines.sh

in_engine() {
	case $engine in
	SQLite) sqlite3 -cmd '.timeout 5000' "$registry" "$1" ;;
	PostgreSQL) psql -X -q -v ON_ERROR_STOP=1 -At -d "$registry" -c "$1" ;;
	esac
}
finds() { # finds SEQ: verify fails, and the first row it names is this one
	code=0
	shanyu audit verify >"$folder/said" 2>"$folder/found" || code=$?
	expect_equal "$code" 1
	expect_equal "$(sed -n 's/^shanyu audit verify: audit \([0-9]*\): .*/\1/p' "$folder/found" | head -n 1)" "$1"
	grep -q 'faults; the audit is not what was written' "$folder/found" || broken "$(cat "$folder/found")"
}
put_back() {
	in_engine "delete from audit"
	in_engine "insert into audit select * from kept"
	shanyu audit verify >/dev/null 2>&1 || broken "put back, it does not verify"
}

server_address=$(database audit)
for engine in SQLite PostgreSQL; do
	if [ "$engine" = PostgreSQL ]; then
		registry=$server_address
		printf '[shanyu]\nregistry = %s\neditions = %s\ninbox = %s\nmailbox = %s\ndistrict = db/district\nlog_key = %s.log\nreceipt_key = %s.receipt\n' \
			"$registry" "$editions" "$folder/inbox" "$folder/mailbox" "$folder/key" "$folder/key" >"$config"
		printf 'office_key = %s.office\ncontact_key = %s.contact\naccount_key = %s.account\n' "$folder/key" "$folder/key" "$folder/key" >>"$config"
	fi
	shanyu init >/dev/null

	it "on $engine, an audit without rows verifies and has no head"
	expect_equal "$(shanyu audit verify)" "0 rows, head none"

	it "on $engine, what was written verifies, and says the head to be noted elsewhere"
	shanyu demo >/dev/null
	shanyu user disable desk
	shanyu user enable desk
	shanyu user disable market
	shanyu audit verify >"$folder/said" || broken "it does not"
	rows=$(in_engine "select count(*) from audit")
	expect_equal "$rows" 12
	grep -qE "^$rows rows, head $rows:[0-9a-f]{64}$" "$folder/said" || broken "$(cat "$folder/said")"
	head=$(sed 's/.*head //' "$folder/said")
	expect "the head fits" shanyu audit verify --head "$head"
	in_engine "create table kept as select * from audit"

	for column in at account role action subject detail reason request_id; do
		it "on $engine, an altered $column is found"
		case $column in
		at) in_engine "update audit set at = at + 1 where seq = 7" ;;
		*) in_engine "update audit set $column = $column || 'x' where seq = 7" ;;
		esac
		finds 7
		put_back
	done

	it "on $engine, a removed row is found"
	in_engine "delete from audit where seq = 4"
	finds 5
	put_back
	in_engine "delete from audit where seq = 1"
	finds 2
	put_back

	it "on $engine, a removed row is found also when the others are numbered anew"
	in_engine "delete from audit where seq = 4"
	for seq in $(seq 5 "$rows"); do in_engine "update audit set seq = $((seq - 1)) where seq = $seq"; done
	finds 4
	put_back

	it "on $engine, two swapped rows are found"
	in_engine "update audit set seq = 100 where seq = 3"
	in_engine "update audit set seq = 3 where seq = 9"
	in_engine "update audit set seq = 9 where seq = 100"
	finds 3
	put_back

	it "on $engine, a cut-off end is found by the head that was noted, and said to be"
	in_engine "delete from audit where seq > 10"
	expect "the rest by itself verifies" shanyu audit verify
	if shanyu audit verify --head "$head" >/dev/null 2>"$folder/found"; then broken "it verifies"; fi
	expect "it says so" grep -q 'audit 10: the audit ends here, but it was longer once' "$folder/found"
	shanyu user enable desk
	shanyu user enable desk
	if shanyu audit verify --head "$head" >/dev/null 2>&1; then broken "written anew, it verifies"; fi
	put_back

	it "on $engine, a head that is none is refused with how it looks"
	code=0
	shanyu audit verify --head 12:xyz >/dev/null 2>"$folder/found" || code=$?
	expect_equal "$code" 2
	expect "it says how" grep -q 'SEQ:HASH' "$folder/found"
done
