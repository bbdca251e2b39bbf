#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What is left behind of who asked: of refused and of broken requests too, in every file that nginx and the programs write.
. tests/lib/site.sh

make_demo
start_site RECEIPT_RATE=60r/s LETTER_RATE=60r/s PROXIES=127.9.9.9
code=$(in_registry "select code from facility order by code limit 1")
# Who complains comes from here, and from nowhere else; who looks for care from there.
reporter="--interface 127.77.66.55"
parent="--interface 127.88.66.55"
receipt=E32DFZM00AEXQH3K3NEWVEGK
statuses=$folder/statuses
: >"$statuses"
# asks WORDS OF CURL...: its status is noted.
asks() { curl -s -g --path-as-is --max-time 20 -o "$folder/body" -w '%{http_code}\n' "$@" >>"$statuses" || true; }
# says TEXT: sent as it is by who complains, until the connection ends.
says() {
	node -e 'const net = require("node:net"), [port, text] = process.argv.slice(1);
		const connection = net.connect({ port, host: "127.0.0.1", localAddress: "127.77.66.55" });
		connection.on("data", data => process.stdout.write((/^HTTP\/1.1 (\d+)/.exec(data) ?? ["", ""])[1] + "\n")).on("error", () => {});
		connection.on("close", () => process.exit());
		connection.write(JSON.parse("\"" + text + "\""));' "$port" "$1" | sed '/^$/d' >>"$statuses" || true
}
logs() { find "$folder" -maxdepth 2 -type f \( -name '*.log' -o -name 'site.*' \); }
has_status() { grep -qx "$1" "$statuses" || broken "nothing was answered $1: $(sort "$statuses" | uniq -c | tr '\n' ' ')"; }

it "answers who is too slow, too long, too much, too often, broken, foreign or lost"
# Fifteen seconds of silence, meanwhile the rest.
for slow in "POST /complaint/send HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Type: application/x-www-form-urlencoded\\r\\nContent-Length: 900\\r\\n\\r\\nstory=secretword" \
	"POST /receipt/message HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 900\\r\\n\\r\\nreceipt=$receipt"; do
	says "$slow" &
	slow_ones="${slow_ones-} $!"
done
printf '%s' "receipt=$receipt&story=" >"$folder/large"
head -c 300000 /dev/zero | tr '\0' x >>"$folder/large"
long=$(printf '%040000d' 0)
for door in /complaint /complaint/send /complaint/evidence /receipt /receipt/message /receipt/withdraw /receipt/rating /receipt/stamp.txt \
	/receipt/complaint.json "/receipt/$receipt" "/complaint/$receipt" //complaint/send /%63omplaint /./receipt "/x/../receipt/$receipt" /complaint%zz; do
	# shellcheck disable=SC2086 # words of curl
	{
		asks $reporter "$origin$door?q=secretword&receipt=$receipt"
		asks $reporter -d "receipt=$receipt" "$origin$door?q=secretword"
		asks $reporter -X PUT -d "receipt=$receipt" "$origin$door?q=secretword"
		asks $reporter -H 'Sec-Fetch-Site: cross-site' -d "receipt=$receipt&story=secretword" "$origin$door"
		asks $reporter -H "X-Long: $long" "$origin$door?q=secretword"
		asks $reporter -H 'Host: elsewhere.test' "$origin$door?q=secretword"
		asks $reporter -H 'Content-Type: application/x-www-form-urlencoded' --data-binary "@$folder/large" "$origin$door?q=secretword"
	}
done
says "GET /receipt?$long HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n"
says "GET /receipt?receipt=$receipt secretword HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n"
says "POST /complaint/send HTTP/1.1\\r\\nContent-Length: -1\\r\\n\\r\\n"
# shellcheck disable=SC2086 # words of curl
for door in "/receipt?receipt=$receipt&n=[1-150]" "/receipt/message?n=[1-150]" "/complaint/send?n=[1-150]"; do
	curl -s -Z --parallel-max 150 $reporter -X POST -d "receipt=$receipt" -o /dev/null -w '%{http_code}\n' "$origin$door" >>"$statuses" 2>/dev/null
done

# Nobody listens; somebody listens who has nothing to show yet.
mv "$folder/nginx/intake.sock" "$folder/nginx/away.sock"
# shellcheck disable=SC2086 # words of curl
for door in /complaint /complaint/send /receipt; do asks $reporter -d "receipt=$receipt" "$origin$door?q=secretword"; done
mv "$folder/nginx/away.sock" "$folder/nginx/intake.sock"
mv "$editions/portal.db" "$folder/away.db"
for pid in $(processes_of intake); do kill -KILL "$pid"; done
# shellcheck disable=SC2086 # words of curl
nothing_yet() { asks $reporter -d "receipt=$receipt" "$origin/receipt?q=secretword" && [ "$(tail -n 1 "$statuses")" = 503 ]; }
expect "503" wait_until 100 nothing_yet
mv "$folder/away.db" "$editions/portal.db"
for one in $slow_ones; do wait "$one"; done
for status in 200 400 403 404 405 413 421 429 502 503; do has_status "$status"; done

it "leaves of all these no address, no second, no receipt and no word in any log"
sleep 1.5
# shellcheck disable=SC2046 # names without blanks
set -- $(logs)
expect "three logs of nginx and the programs' own" [ $# -ge 5 ]
for secret in '127\.77\.' "$receipt" secretword elsewhere.test; do
	! grep -lE -- "$secret" "$@" >"$folder/found" || broken "$secret is in $(tr '\n' ' ' <"$folder/found"): $(grep -hE -- "$secret" "$@" | head -n 3)"
done
! grep -hE '/complaint|/receipt' "$folder/nginx/access.log" "$folder/nginx/error.log" || broken "it stands in a log that tells the second"
! grep -hE '[0-9]{2}:[0-9]{2}' "$folder/nginx/sealed.log" || broken "the log of the door tells when"
for status in 200 400 403 404 405 408 413 421 429 502 503; do
	grep -qE " $status [0-9]+ [0-9.]+ - -$" "$folder/nginx/sealed.log" || broken "it does not tell that something was answered $status"
done

it "tells nobody else's business in the log either: the page, half an address, no query"
# shellcheck disable=SC2086 # words of curl
{
	asks $parent "$origin/facilities?q=secretword"
	asks $parent "$origin/secretword/$receipt?q=secretword"
	# A receipt or a search behind the wrong sign, and a word for a method.
	for typed in "/$receipt" "/Receipt/$receipt" "/healthz/$receipt" "/facilities%3Fq=secretword" "/facilities;q=secretword" /locate/secretword; do asks $parent "$origin$typed"; done
	asks $parent -X SECRETWORD "$origin/facilities"
	asks $parent -d q=secretword "$origin/facilities?q=secretword"
	asks $parent -H 'Content-Type: application/x-www-form-urlencoded' --data-binary "@$folder/large" "$origin/facilities?q=secretword"
	mv "$folder/nginx/portal.sock" "$folder/nginx/away.sock"
	asks $parent "$origin/facilities?q=secretword&again"
	mv "$folder/nginx/away.sock" "$folder/nginx/portal.sock"
}
sleep 1.5
expect "half an address" grep -q ' 127.88.66.0 GET /facilities 200 ' "$folder/nginx/access.log"
for secret in '127\.88\.66\.55' 'q=' 'client: ' "$receipt" '[sS][eE][cC][rR][eE][tT][wW]'; do
	! grep -lE -- "$secret" "$@" >"$folder/found" || broken "$secret is in $(tr '\n' ' ' <"$folder/found"): $(grep -hE -- "$secret" "$@" | head -n 3)"
done

it "lets nobody but the web server read its logs and its kept pages"
expect_equal "$(find "$folder/nginx" ! -type l -perm /o+rwx)" ""
expect_equal "$(stat -c %a "$folder/nginx/sealed.log" "$folder/nginx/access.log" "$folder/nginx/error.log" | sort -u)" 640

it "keeps no page that was made from somebody's place or words, however the address is written, and keeps those that many ask for"
for _ in 1 2 3 4; do
	for personal in 'lat=31.2504&lon=121.4' 'l%61t=31.2504&lon=121.4' 'age=18&%6c%61%74=31.2504&lon=121.4' 'q=secretword' '%71=secretword' 'community=310107001' \
		'age=18&note=secretword' 'lat=31.2504&lon=121.4&lat=31.2504'; do
		for page in /facilities /api/facilities /facilities.csv /facilities.geojson "/facilities/$code" /compare /locate /; do visit "$page?$personal"; done
	done
	visit '/locate?place=secretword'
	visit '/locate?pl%61ce=secretword'
done
! grep -raE '^KEY.*(secretword|31\.25|310107001)' "$folder/nginx/pages" || broken "it is kept"
for _ in 1 2 3 4; do visit '/facilities?age=18'; done
expect "a page for many" grep -raq '^KEY: .*/facilities?age=18|' "$folder/nginx/pages"
sleep 1.2
expect "it came from there" grep -q ' /facilities 200 .* HIT ' "$folder/nginx/access.log"

it "answers to its own names only, on both sides"
for side in "$origin/complaint" "$origin/facilities" "http://127.0.0.1:$admin_port/login"; do
	for name in elsewhere.test 127.0.0.1.elsewhere.test "elsewhere.test:$port" ""; do
		visit -H "Host: $name" "$side"
		[ "$status" = 421 ] || [ "$status" = 400 ] || broken "$side: $status for the name '$name'"
	done
	for name in shanyu.test "localhost:$port" office.test; do
		visit -H "Host: $name" "$side"
		expect_status 200
	done
done

it "gives the cookie of the text size for https alone when it came by https, by the word of a proxy that is one"
visit '/text-size?size=large'
expect_header Set-Cookie 'HttpOnly$'
visit --interface 127.9.9.8 -H 'X-Forwarded-Proto: https' '/text-size?size=large'
expect_header Set-Cookie 'HttpOnly$'
visit --interface 127.9.9.9 -H 'X-Forwarded-Proto: https' -H 'X-Forwarded-For: 127.88.66.55' '/text-size?size=large'
expect_header Set-Cookie 'HttpOnly; Secure$'
sleep 1.2
expect "who asked the proxy" grep -q ' 127.88.66.0 GET /text-size 303 ' "$folder/nginx/access.log"
