#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The first sign-in of a new account, one's own account, and everybody's accounts as the administrator sees them.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh
. tests/lib/cases.sh

SHANYU_CLOCK=1795400000 # 2026-11-23
export SHANYU_CLOCK
later() { SHANYU_CLOCK=$((SHANYU_CLOCK + $1)); }
code_of() { shanyu user code "$1"; }
cookie_set() { sed -n "s/^Set-Cookie: \($1=[^;]*\);.*/\1/Ip" "$folder/head"; }
keep_cookies() { cookie=$(cookie_set __Host-session); }
location() { header Location; }
enter() { csrf="" cookie=""; post /login name="$1" password="$2"; keep_cookies; }
# to PATH: the page, whose token the next form carries.
to() { get "$1" && csrf=$(hidden csrf); }
state_of() { in_registry "select state from account where name = '$1'"; }
shown_password() { sed -n 's/.*sign-in__password">\([^<]*\)<.*/\1/p' "$folder/body"; }
# What the telephone shows for a secret in letters.
telephone() { oathtool --totp -b --now "@$SHANYU_CLOCK" "$1"; }
secret_of_page() { sed -n 's/.*sign-in__secret">\([^<]*\)<.*/\1/p' "$folder/body" | tr -d ' '; }

make_demo
own='plum tree behind the wall'

it "opens an account with a password that is shown once, for one sign-in"
as administrator
to /new-user
post /new-user name=zhang-wei full_name=张伟 role=DEPARTMENT department=MARKET scope=DEPARTMENT-MARKET
expect_status 200
first=$(shown_password)
expect_equal "$(printf %s "$first" | wc -c)" 19
expect_equal "$(state_of zhang-wei)" INVITED
expect_equal "$(newest_audit)" "account.add|zhang-wei|administrator"
grep -qF "$first" "$registry" && broken "the registry holds it"

it "says which part of a new account does not fit, and keeps what was typed"
for wrong in 'name=desk full_name=张伟 role=DESK scope=DISTRICT|这个账号已经有了' 'name=Zhang full_name=张伟 role=DESK scope=DISTRICT|账号只能用小写字母' \
	'name=li-si full_name= role=DESK|请填姓名' 'name=li-si full_name=李四 role=|请选角色' 'name=li-si full_name=李四 role=KING scope=DISTRICT|没有这个角色' \
	'name=li-si full_name=李四 role=STREET scope=DISTRICT|单位和角色不配' 'name=li-si full_name=李四 role=DESK department=MARKET scope=DISTRICT|单位和角色不配' \
	'name=li-si full_name=李四 role=DESK|请选看得到什么' 'name=li-si full_name=李四 role=DESK scope=STREET-1|没有这个街镇' 'name=li-si full_name=李四 role=DESK scope=STATION-1|没有这个街镇' \
	'name=li-si full_name=李四 role=DESK facilities=PT-9999|没有这个街镇' 'name=li-si full_name=李四 role=DESK role=AUDITOR scope=DISTRICT|不能和别的角色一起选' \
	'name=li-si full_name=李四 role=ADMINISTRATOR role=SUPERVISOR scope=DISTRICT|不能和别的角色一起选'; do
	# shellcheck disable=SC2086 # words
	post /new-user ${wrong%|*}
	expect_status 400
	expect_text "${wrong#*|}"
done
expect_text 'value="li-si"'
expect_equal "$(in_registry "select count(*) from account where name = 'li-si'")" 0

it "leads the first sign-in to an own password, and takes no weak one"
enter zhang-wei "$first"
expect_status 303
expect_equal "$(location)" /login/password
to /login/password
for weak in 'short|太短' 'Password2026!!|很多人在用' 'zhang-wei-2026|主要是账号' 'abababababab|重复' "$first|和原来的一样"; do
	post /login/password new_password="${weak%|*}" again="${weak%|*}"
	expect_status 400
	expect_text "${weak#*|}"
done
post /login/password new_password="$own" again="$own "
expect_text 两遍填得不一样
expect_equal "$(state_of zhang-wei)" INVITED
post /login/password new_password="$own" again="$own"
expect_status 303
expect_equal "$(location)" /login/enrol
expect_equal "$(state_of zhang-wei)" ACTIVE

it "opens nothing before one-time codes are set up, then shows recovery codes once"
get /account
expect_equal "$(location)" /login/code
to /login/enrol
expect_status 200
secret=$(secret_of_page)
expect_equal "$(printf %s "$secret" | wc -c)" 32
expect_text '<path d="M'
offer=$(hidden offer)
post /login/enrol offer="$offer" new_code=000000
expect_status 400
expect_equal "$(secret_of_page)" "$secret" "the same drawing again"
post /login/enrol offer="00$offer" new_code="$(telephone "$secret")"
expect_status 400
post /login/enrol offer="$offer" new_code="$(telephone "$secret")"
expect_status 200
expect_equal "$(grep -c '<li class="code">' "$folder/body")" 10
recovery=$(sed -n 's/.*<li class="code">\([0-9A-Z-]*\)<.*/\1/p' "$folder/body")
keep_cookies
to /account
expect_status 200
expect_text '张伟'
expect_text '还有 10 个没用过'

it "takes the first password no more, and the own one with the telephone's code"
enter zhang-wei "$first"
expect_status 400
later 60
enter zhang-wei "$own"
expect_equal "$(location)" /login/code
to /login/code
post /login/code code="$(telephone "$secret")"
expect_status 303
keep_cookies

it "lists where one is signed in, ends one of them and then all others"
mine=$cookie
agent='Mozilla/5.0 (Windows NT 10.0) Firefox/128.0'
for _ in 1 2; do
	later 60
	enter zhang-wei "$own"
	to /login/code
	post /login/code code="$(telephone "$secret")"
	keep_cookies
	other=$cookie
done
agent=""
cookie=$mine
to /account
expect_text 'Firefox, Windows'
expect_equal "$(grep -c 'name="token_hash"' "$folder/body")" 3
hash=$(hidden token_hash)
post /account/sessions token_hash="$hash"
expect_text 请先填密码
post /account/sessions token_hash="$hash" password=wrong-wrong-wrong
expect_text 密码不对
before=$cookie
post /account/sessions token_hash="$hash" password="$own"
expect_status 303
keep_cookies
[ "$cookie" != "$before" ] || broken "the session keeps its token"
to /account
expect_equal "$(grep -c 'name="token_hash"' "$folder/body")" 2
post /account/sessions others=1 password="$own"
expect_status 303
keep_cookies
mine=$cookie
to /account
expect_equal "$(grep -c 'name="token_hash"' "$folder/body")" 0
cookie=$other
get /account
expect_status 303

it "ends nobody else's session, and not the one in use"
as desk
others_hash=$(in_registry "select token_hash from session where account = 'desk'")
cookie=$mine
to /account
post /account/sessions token_hash="$others_hash" password="$own"
expect_status 409
post /account/sessions token_hash="$(in_registry "select token_hash from session where account = 'zhang-wei'")" password="$own"
expect_status 400
expect_equal "$(in_registry "select count(*) from session where account = 'desk'")" 1

it "changes the password only for who knows the old one and has the telephone; other sessions end"
later 60
enter zhang-wei "$own"
to /login/code
post /login/code code="$(telephone "$secret")"
keep_cookies
here=$cookie
cookie=$mine
to /account/password
later 60
new='a kite over the river 7'
post /account/password password=wrong-wrong-wrong code="$(telephone "$secret")" new_password="$new" again="$new"
expect_status 400
expect_text 现在的密码或验证码不对
post /account/password password="$own" code=000000 new_password="$new" again="$new"
expect_status 400
post /account/password password="$own" code="$(telephone "$secret")" new_password="$own" again="$own"
expect_text 和原来的一样
post /account/password password="$own" code="$(telephone "$secret")" new_password=password1234 again=password1234
expect_text 很多人在用
post /account/password password="$own" code="$(telephone "$secret")" new_password="$new" again="$new"
expect_status 303
keep_cookies
mine=$cookie
get /account
expect_status 200
cookie=$here
get /account
expect_status 303
own=$new

it "slows who guesses the password from a session that is not theirs"
cookie=$mine
to /account/recovery
expect_status 200
for _ in 1 2 3 4; do post /account/recovery password=guess-guess-guess code=000000; done
expect_status 400
post /account/recovery password="$own" code=000000
expect_status 429
address=198.51.100.9
post /account/recovery password="$own" code=000000
expect_status 429
address=192.0.2.7
later 300

it "sets up another telephone: the old one and the old recovery codes open no more"
to /account/enrol
other_secret=$(secret_of_page)
[ "$other_secret" != "$secret" ] || broken "the same secret"
post /account/enrol password="$own" code="$(echo "$recovery" | head -n 1)" offer="$(hidden offer)" new_code="$(telephone "$other_secret")"
expect_status 200
expect_equal "$(grep -c '<li class="code">' "$folder/body")" 10
keep_cookies
get /account
expect_status 200
later 60
enter zhang-wei "$own"
to /login/code
post /login/code code="$(telephone "$secret")"
expect_status 400
post /login/code code="$(echo "$recovery" | tail -n 1)"
expect_status 400
post /login/code code="$(telephone "$other_secret")"
expect_status 303
keep_cookies
mine=$cookie

it "shows the administrator every account, and nothing that opens a door"
as administrator
get /users
expect_status 200
expect_text 'href="/users/zhang-wei"'
expect_no_text argon2
get /users/zhang-wei
expect_status 200
expect_no_text argon2
get /users/nobody
expect_status 404

it "changes role and department with a reason, and ends the sessions of who is moved"
to /users/zhang-wei
post /users/zhang-wei full_name=张伟 role=DESK department=
expect_status 400
expect_text 请写理由
post /users/zhang-wei full_name=张伟 role=DESK department=MARKET scope=DISTRICT reason=调岗
expect_text 单位和角色不配
post /users/zhang-wei full_name=张伟 role=DESK department= scope=DISTRICT reason=调岗
expect_status 303
expect_equal "$(in_registry "select reason || '|' || json_extract(detail, '$.role_before') || '|' || json_extract(detail, '$.role') from audit order by seq desc limit 1")" "调岗|DEPARTMENT|DESK"
admin_cookie=$cookie
cookie=$mine
get /account
expect_status 303
cookie=$admin_cookie

it "gives an account a second role and more to see, and ends no session by it; the audit says what was added"
as zhang-wei
mine=$cookie
cookie=$admin_cookie
to /users/zhang-wei
expect_text 'value="DESK" checked'
expect_text 'value="DISTRICT" checked'
facility=$(in_registry "select min(code) from facility")
post /users/zhang-wei full_name=张伟 role=DESK role=PUBLISHER department= scope=DISTRICT scope=STREET-310107015 facilities="$facility" reason=兼拟稿
expect_status 303
expect_equal "$(in_registry "select json_extract(detail, '$.role_added') || '|' || json_extract(detail, '$.role_removed') || '|' || json_extract(detail, '$.scope_added') || '|' || json_extract(detail, '$.scope_removed') from audit order by seq desc limit 1")" \
	"PUBLISHER||STREET-310107015 FACILITY-$facility|"
cookie=$mine
get /account
expect_status 200
expect_text '区级受理台、公示拟稿'
expect_text '全区、长寿路街道'
cookie=$admin_cookie
get /users
expect_text '区级受理台、公示拟稿'

it "takes what it saw from an account when nothing is ticked any more, says so, and ends its sessions"
to /users/zhang-wei
expect_text "value=\"$facility\""
post /users/zhang-wei full_name=张伟 role=DESK role=PUBLISHER department= reason=查清以前
expect_status 303
expect_equal "$(in_registry "select json_extract(detail, '$.scope_removed') from audit order by seq desc limit 1")" "DISTRICT STREET-310107015 FACILITY-$facility"
get /users/zhang-wei
expect_text '没有定范围，什么都看不到'
get /users
expect_text '没有定范围，什么都看不到，请打开改一下'
cookie=$mine
get /account
expect_status 303
cookie=$admin_cookie
to /users/zhang-wei
post /users/zhang-wei full_name=张伟 role=DESK department= scope=DISTRICT reason=查清了
expect_status 303

it "disables at once, enables again, and resets to a password for one sign-in"
as zhang-wei
mine=$cookie
cookie=$admin_cookie
to /users/zhang-wei
post /users/zhang-wei/disable reason=离岗
expect_status 303
cookie=$mine
get /account
expect_status 303
enter zhang-wei "$own"
expect_status 400
cookie=$admin_cookie
to /users/zhang-wei
expect_text 恢复使用
post /users/zhang-wei/enable reason=回岗
expect_equal "$(state_of zhang-wei)" ACTIVE
to /users/zhang-wei
post /users/zhang-wei/reset reason=手机丢了
expect_text 请选丢了什么
post /users/zhang-wei/reset reason=忘了 lost=password
expect_status 200
again=$(shown_password)
enter zhang-wei "$again"
expect_equal "$(location)" /login/password
to /login/password
own='seven geese in a row'
post /login/password new_password="$own" again="$own"
expect_equal "$(location)" /login/code "the telephone is still asked for"
cookie=$admin_cookie
to /users/zhang-wei
post /users/zhang-wei/reset reason=手机丢了 lost=telephone
expect_status 200
again=$(shown_password)
enter zhang-wei "$own"
expect_status 400
enter zhang-wei "$again"
expect_equal "$(location)" /login/password

it "takes a password for one sign-in no longer than three days"
later $((72 * 3600))
enter zhang-wei "$again"
expect_status 400

it "lets no administrator change the account they are signed in with"
as administrator
to /users/administrator
expect_no_text 'action="/users/administrator'
for what in '' /disable /enable /reset; do
	post "/users/administrator$what" full_name=冯管理 role=DESK department= reason=试一试
	expect_status 403
done
expect_equal "$(in_registry "select role || state from account join account_role on account = name where name = 'administrator'")" ADMINISTRATORACTIVE

it "shows everybody which role may do what, as the table has it"
as auditor
get /roles
expect_status 200
expect_equal "$(grep -o '可以\|不可以' "$folder/body" | grep -c '^可以$')" "$(node --input-type=module -e "
	import { MAY } from '$PWD/tests/lib/may.mjs'
	console.log(Object.values(MAY).flat().length)")"

# What market has in hand: two open cases, one of them barred to market2, one closed, an open task and one that is done, a request to be decided.
add_account market2 钱市场 DEPARTMENT DEPARTMENT-MARKET MARKET
in_registry "delete from case_task; update cases set handler = '' where handler = 'market'"
add_case 2026-900001 handler=market state=HANDLING
add_case 2026-900002 handler=market state=HANDLING review_not_by=market2
add_case 2026-900003 handler=market state=CLOSED closed_at="$SHANYU_CLOCK"
in_registry "insert into case_task (case_number, position, text, assignee, made_at, made_by) values ('2026-900001', 1, 'x', 'market', 0, 'market');
	insert into case_task (case_number, position, text, assignee, made_at, made_by, done_at) values ('2026-900001', 2, 'y', 'market', 0, 'market', 1);
	update case_request set ended_at = 1 where decided_at is null and asked_by = 'market';
	insert into case_request (case_number, position, what, reason, asked_at, asked_by) values ('2026-900001', 1, 'EXTENSION', 'x', 0, 'market')"

it "says what an account has in hand before it is disabled, and asks who is to have it"
as administrator
to /users/market
expect_text '他手上有 2 件没办完的件、1 个没完成的任务、1 个等决定的申请。'
expect_text '<option value="market2">钱市场（market2）</option>'
expect_no_text '2026-900001'
post /users/market/disable reason=调离
expect_status 400
expect_text '请选交给谁，或者选先不交'
expect_text 'value="调离"'
expect_equal "$(state_of market)" ACTIVE
post /users/market/disable reason=调离 hand_to=education
expect_status 400
expect_text '不能交给这个账号，请从列出的人里选'
expect_equal "$(state_of market)" ACTIVE

# panel NAME: the form of the page that goes there, with the panel it is folded into.
panel() { awk -v to="action=\"/users/market$1\"" '/<details/ { kept = "" } { kept = kept $0 "\n" } index($0, to) { inside = 1 } inside && /<\/form>/ { printf "%s", kept; exit }' "$folder/body"; }
it "opens the form that is not complete, leads to its field, and keeps in it what was typed, in it alone"
post /users/market/disable reason=调
expect_status 400
expect_text '<a href="#reason-disable">理由要 2 到 200 字，现在 1 字</a>'
panel /disable >"$folder/panel"
expect "it is open" grep -q '<details class="govuk-details" open>' "$folder/panel"
expect "with what was typed" grep -q 'id="reason-disable" name="reason" value="调"' "$folder/panel"
expect_equal "$(grep -c '<details class="govuk-details" open>' "$folder/body")" 1
expect_equal "$(grep -c 'value="调"' "$folder/body")" 1
post /users/market/disable reason=调离
expect_text '<a href="#hand_to-disable">'
expect_equal "$(grep -o 'id="[a-z-]*" name="reason" value="调离"' "$folder/body")" 'id="reason-disable" name="reason" value="调离"'
post /users/market/reset reason=手机丢了
expect_status 400
expect_text '<a href="#lost">请选丢了什么</a>'
panel /reset >"$folder/panel"
expect "it is open" grep -q '<details class="govuk-details" open>' "$folder/panel"
expect "with what was typed" grep -q 'id="reason-reset" name="reason" value="手机丢了"' "$folder/panel"
post /users/market/reset reason= lost=telephone
expect_text '<a href="#reason-reset">请写理由</a>'
expect_text 'value="telephone" checked>'
post /users/market full_name=赵市场 role=DEPARTMENT department=MARKET reason=
expect_text '<a href="#reason">请写理由</a>'
expect_no_text '<details class="govuk-details" open>'

it "asks the same when an account is moved, since it then sees its cases no more"
post /users/market full_name=赵市场 role=DEPARTMENT department=EDUCATION scope=DEPARTMENT-EDUCATION reason=调岗
expect_status 400
expect_text '请选交给谁，或者选先不交'
expect_equal "$(in_registry "select department from account where name = 'market'")" MARKET

it "gives it to a colleague in the same act, but not what the colleague may not handle, with a row in the audit for each"
post /users/market/disable reason=调离 hand_to=market2
expect_status 303
expect_equal "$(state_of market)" DISABLED
expect_equal "$(in_registry "select group_concat(number || ' ' || handler, ', ') from (select * from cases where number like '2026-90%' order by number)")" \
	'2026-900001 market2, 2026-900002 market, 2026-900003 market'
expect_equal "$(in_registry "select group_concat(position || assignee) from (select * from case_task order by position)")" '1market2,2market'
expect_equal "$(newest_audit)" 'account.disable|market|administrator'
expect_equal "$(in_registry "select detail from audit order by seq desc limit 1")" '{"cases":1,"cases_left":1,"hand_to":"market2","tasks":1}'
expect_equal "$(in_registry "select subject || detail from audit where action = 'case.assign' order by seq desc limit 1")" \
	'2026-900001{"before":"market","handler":"market2"}'

it "lets the work stay when that is chosen, and says nothing where there is none"
to /users/market2
post /users/market2/disable reason=休假 hand_to=-
expect_status 303
expect_equal "$(in_registry "select handler from cases where number = '2026-900001'")" market2
to /users/street
expect_no_text 'id="has-work"'
