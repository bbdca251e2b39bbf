#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The audit as the auditor reads it: searched, paged, taken away as a file; and that it cannot be changed from here.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh

SHANYU_CLOCK=1795400000 # 2026-11-23
export SHANYU_CLOCK
make_demo
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do
	shanyu user disable market
	shanyu user enable market
done
as administrator
get /users/street
csrf=$(hidden csrf)
post /users/street/disable reason='=离岗，"张"'
expect_status 303
as auditor

it "shows the newest first, fifty on a page, and leads to older ones"
get /audit
expect_status 200
rows=$(in_registry "select count(*) from audit")
expect_text "共 $rows 条"
expect_equal "$(grep -c 'audit__when' "$folder/body")" 50
older=$(sed -n 's/.*href="\(\/audit?before=[0-9]*\)".*/\1/p' "$folder/body")
get "$older"
expect_status 200
expect_equal "$(grep -c 'audit__when' "$folder/body")" $((rows - 50))

it "says who, what, to what and why, in words and by their names"
get "/audit?account=administrator"
expect_text 冯管理
expect_text 停用账号
expect_text account.disable
expect_text '=离岗，&quot;张&quot;'

it "finds by account, action, subject, reason and day, all of it in the address"
for query in 'account=administrator 1' 'action=account.dis 26' 'action=account. 60' 'subject=market 51' 'reason=离岗 1' 'from=2026-11-23 60' 'from=2026-11-24 0' \
	'to=2026-11-22 0' 'subject=market&action=account.enable 25'; do
	get "/audit?${query% *}"
	expect_status 200
	case ${query#* } in
	0) expect_text 没有找到 ;;
	*) expect_text "共 ${query#* } 条" ;;
	esac
done
get '/audit?action=account.dis&from=2026-11-23'
expect_text 'value="account.dis"'
expect_text 'href="/audit.csv?action=account.dis&amp;from=2026-11-23"'

it "says which day is none, and keeps what was typed"
get '/audit?from=gestern&subject=market'
expect_status 400
expect_text '开始日期请写成'
expect_text 'value="market"'

it "shows the head that proves the audit to be whole"
get /audit
head=$(sed -n 's/.*audit__head">\([^<]*\)<.*/\1/p' "$folder/body")
expect "it fits" shanyu audit verify --head "$head"

it "gives all that was found as CSV for Excel, in which no text is a formula, and notes that it did"
get '/audit.csv?action=account.disable'
expect_status 200
expect_header Content-Type '^text/csv'
expect_header Content-Disposition 'filename="?audit.csv'
expect_equal "$(head -c 3 "$folder/body" | od -An -tx1 | tr -d ' ')" efbbbf
expect_equal "$(grep -c account.disable "$folder/body")" 26
expect_text '"'"'"'=离岗，""张"""'
expect_equal "$(newest_audit)" "audit.export||auditor"
expect_equal "$(in_registry "select json_extract(detail, '$.rows') || json_extract(detail, '$.action') from audit order by seq desc limit 1")" 26account.disable

it "gives the same as an Excel workbook"
get '/audit.xlsx?action=account.disable'
expect_status 200
expect_header Content-Disposition 'filename="?audit.xlsx'
expect_equal "$(head -c 2 "$folder/body")" PK

shanyu user enable street

it "shows the audit to nobody else"
for who in desk street education supervisor publisher approver administrator; do
	as "$who"
	for path in /audit /audit.csv /audit.xlsx; do
		get "$path"
		expect_status 403
	done
done

it "has no address that changes a row, and no query that does but the one by which clerk erases a reason whose time is over"
"$build/admin" --routes | grep -E '^POST /audit' && broken "there is one"
expect_equal "$(grep -rihE '(update|delete from) +audit' db/registry/queries)" \
	"update audit set reason = '', reason_salt = null where subject = :subject and reason_salt is not null"
expect_equal "$(grep -rlE 'update +audit' db/registry/queries)" db/registry/queries/retention/retention.sql
! nm "$build/admin" | grep -q Q_retention || broken "the office's program has it"

it "still verifies after all of this"
expect "it does" shanyu audit verify --head "$head"

refused() { in_registry "select count(*) from audit where action like 'refused.%'"; }
it "writes down who was refused what and why, and counts what is tried again within a minute"
as street
before=$(refused)
for _ in 1 2 3 4 5 6 7 8 9 10; do get /users; done
expect_equal "$status" 403
expect_equal "$(newest_audit)" 'refused.verb||street'
expect_equal "$(in_registry "select role || detail from audit order by seq desc limit 1")" 'STREET{"route":"GET /users"}'
post /users/market/disable reason=试一试
expect_equal "$(newest_audit)" 'refused.verb|market|street'
expect_equal "$(refused)" $((before + 2))
as auditor
get /audit
expect_text '<strong>被拒绝：没有这项权限</strong> 停用账号'
expect_text '另有 9 次被拒绝的尝试正在计数，一分钟后记成一条。'

it "tells how many there were when the minute is over, and begins anew"
SHANYU_CLOCK=$((SHANYU_CLOCK + 61))
as street
get /users
expect_equal "$(refused)" $((before + 4))
expect_equal "$(in_registry "select detail from audit where action = 'refused.verb' order by seq desc limit 1 offset 1")" '{"more":9,"route":"GET /users","seconds":0}'
as auditor
get /audit
expect_text '一分钟里又有 9 次'

it "writes down a form that is not of the session, and lets a stranger fill nothing by asking"
as desk
csrf=0000
post /account/sessions session=x
expect_equal "$status" 403
expect_equal "$(newest_audit)" 'refused.form||desk'
nobody
before=$(refused)
# shellcheck disable=SC2034 # of tests/lib/office.sh
site=cross-site
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do post /login name=desk password=x; done
expect_equal "$status" 403
site=same-origin
expect_equal "$(refused)" $((before + 1))
expect_equal "$(newest_audit)" 'refused.form||'
expect "a whole chain" shanyu audit verify
