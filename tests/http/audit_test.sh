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

it "has no address that changes a row, and the program's queries cannot"
"$build/admin" --routes | grep -E '^POST /audit' && broken "there is one"
grep -riE '(update|delete from) +audit' db/registry/queries && broken "there is a query"

it "still verifies after all of this"
expect "it does" shanyu audit verify --head "$head"
