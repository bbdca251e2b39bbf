#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shanyu user: who may come in, and the audit of it.
. tests/lib/registry.sh
. tests/lib/cases.sh

refuses() { # refuses CODE TEXT COMMAND...: it ends with the code and one line that says the text
	expected_code=$1 expected_text=$2
	shift 2
	code=0
	"$@" >"$folder/said" 2>"$folder/refused" </dev/null || code=$?
	expect_equal "$code" "$expected_code" "$*"
	expect_equal "$(grep -c '' "$folder/refused")" 1 "lines of $*"
	grep -qF -- "$expected_text" "$folder/refused" || broken "$*: says '$(cat "$folder/refused")'"
}
state_of() { in_registry "select state from account where name = '$1'"; }
newest_audit() { in_registry "select action || ' ' || subject from audit order by seq desc limit 1"; }

shanyu init >/dev/null

it "makes an account key that is its owner's alone, once"
expect_equal "$(stat -c %a "$registry.account-key")" 600
key=$(cat "$registry.account-key")
shanyu init >/dev/null
expect_equal "$(cat "$registry.account-key")" "$key"

it "lets somebody in with a password that is printed once and kept as Argon2id"
shanyu user add zhang-wei --role DESK --full-name 张伟 >"$folder/said"
password=$(sed 's/.*: //' "$folder/said")
expect_equal "$(printf %s "$password" | wc -c)" 19
expect_equal "$(state_of zhang-wei)" INVITED
expect_equal "$(in_registry "select substr(password, 1, 32) from account")" "\$argon2id\$v=19\$m=131072,t=3,p=1\$"
grep -qF "$password" "$registry" && broken "the registry holds the password"
expect_equal "$(newest_audit)" "account.add zhang-wei"

it "takes a password from its input, unless it is short, common or the account's own word"
echo 'kdjwpqalxmvz' | shanyu user add li-si --role APPROVER --full-name 李四 --ask >"$folder/said" || broken "it is refused"
grep -q 'kdjwpqalxmvz' "$folder/said" && broken "it is printed"
for weak in 'short' 'Password2026!!' 'wang-wu-1234' 'ababababababab'; do
	if echo "$weak" | shanyu user add wang-wu --role DESK --full-name 王五 --ask >/dev/null 2>&1; then broken "$weak is taken"; fi
done
refuses 1 "no password was typed" shanyu user add wang-wu --role DESK --full-name 王五 --ask
expect_equal "$(in_registry "select count(*) from account")" 2

it "knows which roles there are and which department each needs"
refuses 2 "are needed" shanyu user add wang-wu --role DESK
refuses 1 "no such role" shanyu user add wang-wu --role KING --full-name 王五
refuses 1 "needs the code" shanyu user add wang-wu --role DEPARTMENT --full-name 王五
refuses 1 "needs the code" shanyu user add wang-wu --role DESK --full-name 王五 --department MARKET
refuses 1 "no such scope" shanyu user add wang-wu --role DESK --full-name 王五 --scope STREET
refuses 1 "no such scope" shanyu user add wang-wu --role DESK --full-name 王五 --scope DISTRICT,STREET-1
refuses 1 "no such scope" shanyu user add wang-wu --role DESK --full-name 王五 --scope STATION-1
refuses 1 "stand alone" shanyu user add wang-wu --role DESK,AUDITOR --full-name 王五
refuses 1 "stand alone" shanyu user add wang-wu --role ADMINISTRATOR,SUPERVISOR --full-name 王五
refuses 1 "no such role" shanyu user add wang-wu --role DESK,KING --full-name 王五
refuses 1 "no such role" shanyu user add wang-wu --role '' --full-name 王五
refuses 1 "begins with a letter" shanyu user add 'Wang Wu' --role DESK --full-name 王五
refuses 1 "already" shanyu user add li-si --role DESK --full-name 王五
shanyu user add wang-wu --role DEPARTMENT --full-name "$(printf '\342\200\252王五\342\200\254')" --department MARKET >/dev/null || broken "it is refused"

it "drops what nobody can see from a name that was pasted"
expect_equal "$(in_registry "select full_name from account where name = 'wang-wu'")" 王五

it "writes no audit row for what was refused"
expect_equal "$(in_registry "select count(*) from audit")" 3

it "lists accounts without what opens a door"
shanyu user list >"$folder/said"
expect_equal "$(cut -d' ' -f1 "$folder/said" | paste -sd' ')" "li-si wang-wu zhang-wei"
grep -q 'argon2' "$folder/said" && broken "it shows a hash"

it "disables, and ends the sessions of who is disabled"
in_registry "insert into session select substr('0000000000000000000000000000000000000000000000000000000000000000', 1, 64), 'li-si', 'FULL',
	1, 9999999999, 9999999999, ''"
shanyu user disable li-si || broken "it fails"
expect_equal "$(state_of li-si)" DISABLED
expect_equal "$(in_registry "select count(*) from session")" 0
expect_equal "$(newest_audit)" "account.disable li-si"
shanyu user enable li-si
expect_equal "$(state_of li-si)" INVITED "without one-time codes of its own"
refuses 1 "no such account" shanyu user disable nobody

it "resets: another password for one sign-in, one-time codes gone"
in_registry "update account set state = 'ACTIVE', totp_secret = zeroblob(60) where name = 'wang-wu'"
before=$(in_registry "select password from account where name = 'wang-wu'")
shanyu user reset wang-wu >/dev/null
expect_equal "$(in_registry "select state || (totp_secret is null) from account where name = 'wang-wu'")" INVITED1
[ "$before" != "$(in_registry "select password from account where name = 'wang-wu'")" ] || broken "the password is the same"
refuses 1 "no such account" shanyu user reset nobody

it "resets the password alone for who only forgot it"
in_registry "update account set state = 'ACTIVE', totp_secret = zeroblob(60) where name = 'wang-wu'"
shanyu user reset wang-wu --keep-codes >/dev/null
expect_equal "$(in_registry "select state || (totp_secret is null) from account where name = 'wang-wu'")" INVITED0

it "says in the audit who ran the command"
expect_equal "$(in_registry "select account || '|' || role || '|' || json_extract(detail, '$.system_user') from audit order by seq desc limit 1")" "|shanyu|$(id -un)"

it "tells no one-time code outside of a demonstration"
refuses 1 "this is no demonstration" shanyu user code li-si

it "gives the demonstration an account of each role, with one-time codes that can be asked for"
rm -f "$registry" "$registry".*
make_demo
expect_equal "$(in_registry "select count(distinct role) from account join account_role on account = name where state = 'ACTIVE' and totp_secret is not null")" 8
expect_equal "$(shanyu user code desk | grep -cE '^[0-9]{6}$')" 1
refuses 1 "no such account" shanyu user code nobody
in_registry "update district set demo = 0"
refuses 1 "this is no demonstration" shanyu user code desk
in_registry "update district set demo = 1"

it "takes several roles and several places to see, says them in the list, and notes them"
shanyu user add qian-er --role DESK,PUBLISHER,DESK --full-name 钱二 --scope STREET-310107015,DEPARTMENT-MARKET >/dev/null || broken "it is refused"
shanyu user list | grep '^qian-er ' >"$folder/said"
expect "roles and scope" grep -q ' DESK,PUBLISHER *STREET-310107015,DEPARTMENT-MARKET ' "$folder/said"
expect_equal "$(in_registry "select json_extract(detail, '$.role') || '|' || json_extract(detail, '$.scope') from audit order by seq desc limit 1")" "DESK PUBLISHER DESK|STREET-310107015 DEPARTMENT-MARKET"

it "lets an account see its own street or department, or the district, when nothing else is said, and nothing when that is said"
shanyu user add qian-san --role STREET,PUBLISHER --full-name 钱三 --department 310107015 >/dev/null
shanyu user add qian-si --role DEPARTMENT --full-name 钱四 --department MARKET >/dev/null
shanyu user add qian-wu --role DEPARTMENT --full-name 钱五 --department MARKET --scope '' >/dev/null
expect_equal "$(in_registry "select group_concat(account || ' ' || kind || code, ', ') from (select * from account_scope where account like 'qian-%' and account <> 'qian-er' order by account)")" \
	'qian-san DISTRICT, qian-si DEPARTMENTMARKET'

it "leaves the demonstration's accounts as they are when it is made again"
before=$(in_registry "select hex(totp_secret) from account where name = 'desk'")
shanyu demo >/dev/null
expect_equal "$(in_registry "select hex(totp_secret) from account where name = 'desk'")" "$before"

it "says what an account has in hand when it is disabled, and gives it to a colleague"
SHANYU_CLOCK=$(date +%s)
add_account market2 钱市场 DEPARTMENT DEPARTMENT-MARKET MARKET
add_case 2026-900001 handler=market state=HANDLING
in_registry "insert into case_task (case_number, position, text, assignee, made_at, made_by) values ('2026-900001', 1, 'x', 'market', 0, 'market')"
shanyu user disable market >"$folder/said"
expect_equal "$(cat "$folder/said")" 'market: 1 open cases, 1 open tasks and 0 requests to be decided stay; --hand-to gives them on'
shanyu user enable market
refuses 1 'education is no colleague at work of market' shanyu user disable market --hand-to education
expect_equal "$(state_of market)" ACTIVE
shanyu user disable market --hand-to market2 >"$folder/said"
expect_equal "$(cat "$folder/said")" 'market: 1 open cases and 1 open tasks were given to market2, 0 cases stay'
expect_equal "$(in_registry "select handler || assignee from cases join case_task on case_number = number where number = '2026-900001'")" market2market2
expect_equal "$(in_registry "select count(*) from audit where action = 'case.assign' and subject = '2026-900001'")" 1

it "asks for init when the account key is not there"
mv "$registry.account-key" "$folder/moved"
refuses 1 "shanyu init" shanyu user list
