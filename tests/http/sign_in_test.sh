#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Signing in to the office: password, one-time code, session; what is wrong is slowed and answered alike; nobody is locked out.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh

SHANYU_CLOCK=1795400000 # 2026-11-23
export SHANYU_CLOCK
later() { SHANYU_CLOCK=$((SHANYU_CLOCK + $1)); }
password=demo-pear-lantern-88
code_of() { shanyu user code "$1"; }
# The cookie that the answer sets, as a browser keeps it; the device's is kept too.
cookie_set() { sed -n "s/^Set-Cookie: \($1=[^;]*\);.*/\1/Ip" "$folder/head"; }
keep_cookies() { cookie=$(cookie_set __Host-session); device=$(cookie_set __Host-device); cookie="$cookie${device:+; $device}"; }
location() { header Location; }
# enter NAME PASSWORD: the first step, in a browser that knows nothing.
enter() { csrf=""; post /login name="$1" password="$2"; }
sign_in() { # sign_in NAME: both steps
	cookie=${device-}
	enter "$1" "$password"
	keep_cookies
	get "$(location)"
	csrf=$(hidden csrf)
	later 60
	post /login/code code="$(code_of "$1")"
	keep_cookies
	get /account
	csrf=$(hidden csrf)
}
# What is said, without what differs in every answer.
said() { sed -E 's/value="[^"]*"//g' "$folder/body"; }

make_demo

it "leads who is not signed in to the sign-in, and back to what was asked for"
nobody
get "/audit?account=desk&from=2026-01-01"
expect_status 303
expect_equal "$(location)" "/login?next=%2Faudit%3Faccount%3Ddesk%26from%3D2026-01-01"
get /no-such-page
expect_status 303

it "asks for name and password, and takes both steps to what was asked for"
get "/login?next=%2Faccount"
expect_status 200
expect_text 'name="next" value="/account"'
csrf=""
post /login name=desk password="$password" next=/account
expect_status 303
expect_equal "$(location)" "/login/code?next=%2Faccount"
keep_cookies
half=$cookie
get "$(location)"
expect_status 200
csrf=$(hidden csrf)
post /login/code code="$(code_of desk)" next=/account
expect_status 303
expect_equal "$(location)" /account
keep_cookies
get /account
expect_status 200
expect_text 张受理

it "gives cookies that no script, no other site and no plain connection gets"
sign_in desk
post /logout
for name in __Host-session __Host-device; do
	cookie=""
	enter desk "$password"
	keep_cookies
	get /login/code
	csrf=$(hidden csrf)
	later 60
	post /login/code code="$(code_of desk)"
	grep -qiE "^Set-Cookie: $name=[^;]+;.*; Path=/; Secure; HttpOnly; SameSite=Strict\$|^Set-Cookie: $name=[^;]+; Path=/; Secure; HttpOnly; SameSite=Strict\$" "$folder/head" ||
		broken "$name: $(grep -i '^set-cookie' "$folder/head")"
	grep -qi "^Set-Cookie:.*Domain=" "$folder/head" && broken "it names a domain"
done
expect_header Cache-Control no-store

it "gives another token with every step, and the ones before open nothing"
cookie=""
enter desk "$password"
keep_cookies
half=$cookie
get /login/code
csrf=$(hidden csrf)
later 60
post /login/code code="$(code_of desk)"
keep_cookies
[ "${cookie%%;*}" != "$half" ] || broken "the same token"
full=$cookie
cookie=$half
get /account
expect_status 303
expect_equal "$(location)" "/login?next=%2Faccount"

it "keeps no token as it is"
token=${full%%;*}
token=${token#*=}
grep -qF "$token" "$registry" && broken "the registry holds it"

it "opens nothing with half a session but the step that is next"
nobody
enter desk "$password"
keep_cookies
"$build/admin" --routes | awk '$1 == "GET" && $3 != "anyone" { gsub(/\{[a-z]*:code\}/, "desk", $2); gsub(/\{[a-z]*:number\}/, "1", $2); print $2 }' >"$folder/paths"
expect "routes" [ "$(wc -l <"$folder/paths")" -gt 5 ]
while read -r path; do
	get "$path"
	expect_status 303
	expect_equal "$(location)" /login/code "$path"
done <"$folder/paths"
get /login/enrol
expect_equal "$(location)" /login/code
get /login/password
expect_equal "$(location)" /login/code

it "refuses a code that was used, also in another browser"
get /login/code
csrf=$(hidden csrf)
later 60
used=$(code_of desk)
post /login/code code="$used"
expect_status 303
nobody
enter desk "$password"
keep_cookies
get /login/code
csrf=$(hidden csrf)
post /login/code code="$used"
expect_status 400
expect_text '验证码不对，或者已经用过'
get /account
expect_status 303

it "answers an unknown name, a wrong password and a disabled account alike"
shanyu user disable market
nobody
address=198.51.100.1
enter desk "wrong-$password"
expect_status 400
said >"$folder/wrong"
head_wrong=$(grep -v '^X-Request' "$folder/head")
enter dusk "$password"
expect_status 400
said >"$folder/unknown"
expect "an unknown name says the same" cmp "$folder/wrong" "$folder/unknown"
expect_equal "$(grep -v '^X-Request' "$folder/head")" "$head_wrong"
enter market "$password"
expect_status 400
said >"$folder/disabled"
expect "a disabled account says the same" cmp "$folder/wrong" "$folder/disabled"
shanyu user enable market

it "hashes for a name that nobody has, too"
for who in desk nobody-at-all; do
	address=198.51.100.$((${#who} + 20))
	work_of enter "$who" "wrong-$password"
	echo "$work" >"$folder/took.$who"
done
expect "known $(cat "$folder/took.desk") ms, unknown $(cat "$folder/took.nobody-at-all") ms" \
	[ "$(cat "$folder/took.nobody-at-all")" -gt $(($(cat "$folder/took.desk") / 2)) ]

it "slows who fails, whether there is the name or not, even with the right password"
for who in desk nobody-at-all; do
	address=198.51.100.99
	nobody
	for _ in 1 2 3 4; do
		enter "$who" wrong-wrong-wrong
		expect_status 400
	done
	enter "$who" "$password"
	expect_status 429
	expect_text '请过 2 秒再试'
	said >"$folder/slowed.$who"
done
expect "both say the same" cmp "$folder/slowed.desk" "$folder/slowed.nobody-at-all"
later 2
enter desk "$password"
expect_status 303

it "cannot be used to lock an official out: not elsewhere, and not from the known device in the same place"
sign_in desk
known=$device
nobody
address=203.0.113.5
for _ in 1 2 3 4 5 6 7 8; do enter desk wrong-wrong-wrong; done
expect_status 429
address=203.0.113.6
enter desk "$password"
expect_status 303
address=203.0.113.5
cookie=$known
enter desk "$password"
expect_status 303
expect_equal "$(location)" /login/code

it "slows who guesses codes, but not on the known device"
nobody
address=203.0.113.77
enter supervisor "$password"
keep_cookies
get /login/code
csrf=$(hidden csrf)
for _ in 1 2 3 4; do
	post /login/code code=000000
	expect_status 400
done
later 1
post /login/code code="$(code_of supervisor)"
expect_status 429
later 60
post /login/code code="$(code_of supervisor)"
expect_status 303

it "ends a session after half an hour without use, and tells where it was"
address=192.0.2.7
device=""
sign_in desk
later 1790
get /account
expect_status 200
later 1790
get /account
expect_status 200
later 1801
get /account
expect_status 303
expect_equal "$(location)" "/login?next=%2Faccount"

it "ends a session after twelve hours, however busy"
sign_in desk
began=$SHANYU_CLOCK
while [ "$SHANYU_CLOCK" -lt $((began + 42000)) ]; do
	later 1700
	get /account
	expect_status 200
done
SHANYU_CLOCK=$((began + 43201))
get /account
expect_status 303

it "gives ten minutes from the password to the code"
nobody
enter desk "$password"
keep_cookies
get /login/code
csrf=$(hidden csrf)
later 601
post /login/code code="$(code_of desk)"
expect_status 303
expect_equal "$(location)" /login
get /login/code
expect_status 303
expect_equal "$(location)" /login

it "signs out: the session is gone, not only the cookie"
sign_in desk
kept=$cookie
post /logout
expect_status 303
expect_header Set-Cookie '^__Host-session=; Max-Age=0; Path=/; Secure'
cookie=$kept
get /account
expect_status 303

it "signs in with a recovery code once, and leads to where the telephone is changed"
sign_in auditor
later 60
post /account/recovery password="$password" code="$(code_of auditor)"
expect_status 200
recovery=$(sed -n 's/.*<li class="code">\([0-9A-Z-]*\)<.*/\1/p' "$folder/body")
expect_equal "$(echo "$recovery" | wc -l)" 10
expect_equal "$(echo "$recovery" | sort -u | grep -cE '^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$')" 10
first=$(echo "$recovery" | head -n 1)
grep -qF "$first" "$registry" && broken "the registry holds it"
for expected in 303 400; do
	nobody
	enter auditor "$password"
	keep_cookies
	get /login/code
	csrf=$(hidden csrf)
	post /login/code code="$(echo "$first" | tr 'A-Z-' 'a-z ')"
	expect_status $expected
	[ "$expected" != 303 ] || expect_equal "$(location)" "/account?done=recovered"
done

it "refuses a form without the session's token, with another's, and from another site"
sign_in desk
own=$csrf
csrf=""
post /account/sessions others=1
expect_status 403
csrf=0000000000000000000000000000000000000000000000000000000000000000
post /account/sessions others=1
expect_status 403
csrf=$own site=cross-site
post /account/sessions others=1
expect_status 403
site=same-origin
post /account/sessions others=1 password="$password"
expect_status 303

it "refuses a sign-in that another site sends"
nobody
site=cross-site
enter desk "$password"
expect_status 403
site=same-origin

it "leads to no other site after the sign-in"
for next in //evil.example/ 'https://evil.example/' '/\evil.example' '/	/evil.example'; do
	nobody
	csrf=""
	post /login name=desk password="$password" next="$next"
	expect_equal "$(location)" /login/code "$next"
done

it "notes every step in the audit, and no password or unknown name"
nobody
enter "$password" whatever-it-is
enter desk wrong-password-wrong
expect_equal "$(in_registry "select action || '|' || subject || '|' || json_extract(detail, '$.right') from audit order by seq desc limit 1")" "sign_in.password|desk|0"
expect_equal "$(in_registry "select subject from audit where action = 'sign_in.password' order by seq desc limit 1 offset 1")" ""
expect_equal "$(in_registry "select count(*) from audit where subject || detail || reason like '%$password%'")" 0
expect "the chain holds" shanyu audit verify
