#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# On PostgreSQL each program's role may do what its queries need (tools/grants), and nothing more.
. tests/lib/registry.sh
. tests/registry/engines.sh

roles=db/registry/dialect/postgresql/roles
make -s -j2 BUILD="$build" "$build/registry/queries" >"$folder/built" 2>&1 || {
	tail -n 20 "$folder/built"
	exit 1
}
owner=$(database grants)
registry_is() { sed -i "s|^registry = .*|registry = $(echo "$1" | sed 's/&/\\&/g')|; /^[a-z]*_key = /d" "$config" && printf '%s\n' "log_key = $folder/log.key" "office_key = $folder/office-key" \
	"receipt_key = $folder/receipt-key" "contact_key = $folder/contact-key" "account_key = $folder/account-key" >>"$config"; }
as_role() { echo "postgresql:///grants?host=$cluster&user=$1"; }
packs_of() { sed -n "s/^$1[[:blank:]]*//p" "$roles"; }
# may ROLE PACK...: runs every query of the packs as the role.
may() {
	role=$1
	shift
	"$build/registry/queries" may "$(as_role "$role")" "$@" >"$folder/may" 2>&1
}
# forbidden ROLE SQL
forbidden() {
	if psql -X -q -v ON_ERROR_STOP=1 -d "$(as_role "$1")" -c "$2" >"$folder/said" 2>&1; then
		broken "$1 may: $2"
	elif ! grep -q 'permission denied' "$folder/said"; then
		broken "$1, $2: $(cat "$folder/said")"
	fi
}

registry_is "$owner"
make_demo
tools/grants >"$folder/grants.sql"

it "says the grants of every role, which can be given twice"
for _ in 1 2; do server grants -f "$folder/grants.sql" >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"; done
awk '!/^#/ && NF { print $1 }' "$roles" >"$folder/roles"
expect "there are roles" [ "$(wc -l <"$folder/roles")" -ge 4 ]

it "gives the roles that and nothing else"
sed -nE 's/^grant ([a-z]+) on ([a-z_]+) to ([a-z_]+);/\3 \2 \1/p' "$folder/grants.sql" | LC_ALL=C sort >"$folder/said_grants"
server grants -F ' ' -c "select grantee, table_name, lower(privilege_type) from information_schema.role_table_grants
	where grantee like 'shanyu%'" | LC_ALL=C sort >"$folder/given"
expect "the same list" diff "$folder/said_grants" "$folder/given"
expect "none is more than a user" [ "$(server grants -c "select count(*) from pg_roles where rolname like 'shanyu%'
	and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)")" = 0 ]

while read -r role; do
	it "lets $role run every query of its packs"
	# shellcheck disable=SC2046 # a list of names
	may "$role" $(packs_of "$role") || broken "$(cat "$folder/may")"

	it "gives $role no right that no query of its packs needs"
	sed -n "s/^$role //p" "$folder/said_grants" >"$folder/rights"
	# shellcheck disable=SC2046 # a list of names
	"$build/registry/queries" needs "$(as_role "$role")" "$owner" "$role" $(packs_of "$role") <"$folder/rights" >"$folder/needless" 2>&1 ||
		broken "it breaks off"
	[ ! -s "$folder/needless" ] || broken "$(cat "$folder/needless")"
done <"$folder/roles"

it "keeps everyone from changing or removing what was published"
while read -r role; do
	forbidden "$role" "update publication set body = null"
	forbidden "$role" "delete from publication"
	forbidden "$role" "delete from checkpoint"
	forbidden "$role" "update checkpoint set root = root"
	forbidden "$role" "truncate publication"
	forbidden "$role" "create table shadow (a integer)"
	forbidden "$role" "update migration set number = 0"
done <"$folder/roles"

it "lets a portal machine read publications and nothing else"
for table in facility hours published envelope district; do forbidden shanyu_portal "select * from $table"; done
forbidden shanyu_portal "insert into publication select * from publication limit 1"

it "lets an intake machine put envelopes in, and not even read them"
forbidden shanyu_intake "select * from envelope"
forbidden shanyu_intake "delete from envelope"
forbidden shanyu_intake "update envelope set sealed = null"
forbidden shanyu_intake "select * from publication"
forbidden shanyu_intake "insert into facility (code) values ('1')"

it "lets the office's commands work as shanyu_admin"
registry_is "$(as_role shanyu_admin)"
server grants -c "update facility set phone = '021-00000000' where code = (select min(code) from facility)"
shanyu publish --approved-by 测试 >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
expect "it publishes" grep -q ' 1 published' "$folder/said"
shanyu demo >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
shanyu publish --approved-by 测试 >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
shanyu log verify >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
if shanyu migrate >"$folder/said" 2>&1; then broken "migrate is the owner's"; fi

it "lets a portal machine follow as shanyu_portal"
registry_is "$(as_role shanyu_portal)"
shanyu portal rebuild >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
if shanyu publish --approved-by 测试 >"$folder/said" 2>&1; then broken "it may publish"; fi
"$build/clerk" --config "$config" 2>"$folder/clerk.err" &
clerk=$!
at_end 'kill -TERM $clerk 2>/dev/null; wait $clerk'
size=$(server grants -c 'select max(seq) from publication')
for _ in $(seq 6000); do
	[ "$(in_edition 'select size from edition')" != "$size" ] || break
	sleep 0.05
done
server grants -c "update facility set phone = '021-99999999' where code = (select min(code) from facility)"
registry_is "$(as_role shanyu_admin)"
publish
for _ in $(seq 6000); do
	phones=$(in_edition "select count(*) from facility where phone = '021-99999999'")
	[ "$phones" != 1 ] || break
	sleep 0.05
done
expect_equal "$phones" 1 "$(tail -n 3 "$folder/clerk.err")"

it "refuses a role that is not in its list"
if tools/grants nobody >"$folder/said" 2>&1; then broken "it says grants"; fi
expect "it says so" grep -q "names no role nobody" "$folder/said"
