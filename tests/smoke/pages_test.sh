#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The site as visitors meet it, through nginx: pages, files, caches, limits, and pages for what goes wrong.
. tests/lib/site.sh

make_demo
code=$(in_registry "select code from facility order by code limit 1")

it "starts when everything is there"
start_site

it "answers every route"
for address in $(route_addresses "$code"); do
	visit "$address"
	case $address in
	/text-size*) expect_status 303 ;;
	*) expect_status 200 ;;
	esac
done

it "sends pages zipped to who takes that, and says so to caches"
visit -H 'Accept-Encoding: gzip' /facilities
expect_status 200
expect_header Content-Encoding '^gzip$'
expect_header Vary Accept-Encoding
visit /facilities
expect_no_header Content-Encoding

it "answers 304 to who holds the page of this edition"
visit -H 'Accept-Encoding: gzip' /facilities
etag=$(header ETag)
visit -H 'Accept-Encoding: gzip' -H "If-None-Match: $etag" /facilities
expect_status 304
visit -H "If-None-Match: \"of another edition\"" /facilities
expect_status 200

it "lets browsers keep a file that is asked for by its version, and others for ten minutes"
visit /
style=$(grep -o '/css/shanyu.css?v=[0-9a-f]*' "$folder/body" | head -n 1)
visit "$style"
expect_status 200
expect_header Content-Type '^text/css'
expect_header Cache-Control 'max-age=315360000'
visit /css/shanyu.css
expect_header Cache-Control 'max-age=600'
visit /vendor/leaflet-1.9.4/leaflet.js
expect_header Cache-Control 'max-age=315360000'

it "protects files and its own error pages with the same headers as pages"
for address in /css/shanyu.css /css/none.css /facilities; do
	visit "$address"
	expect_header Content-Security-Policy "^default-src 'none'"
	expect_header X-Content-Type-Options '^nosniff$'
	expect_header Referrer-Policy '^strict-origin-when-cross-origin$'
	expect_equal "$(grep -ci '^content-security-policy:' "$folder/head")" 1 "headers of $address"
	expect_header Server '^nginx$'
done

it "answers HEAD with the headers of GET and no body"
visit -I /facilities
expect_status 200
expect_header Content-Length '^[1-9][0-9]{3}'
expect_no_text '<html'
visit /facilities
expect_text '</html>'

it "gives the large text to who chose it, to nobody else"
visit -H 'Cookie: text_size=large' '/facilities?age=18'
expect_text 'text-large'
visit -H 'Cookie: text_size=large' '/facilities?age=18'
expect_text 'text-large'
visit '/facilities?age=18'
expect_no_text 'govuk-template text-large'

it "has a page in the house's look for what is not there"
visit /css/none.css
expect_status 404
expect_house_look
visit /nowhere
expect_status 404
expect_house_look
visit /errors/404.html
expect_status 404

it "has a page in the house's look for a broken or endless address"
visit /%zz
expect_status 400
expect_house_look
visit "/?q=$(printf %09000d 0)"
expect_status 400
expect_house_look

it "has a page in the house's look for what it does not take"
visit -X POST -d 'a=b' /facilities
expect_status 405
expect_house_look
visit -X POST -d 'a=b' /css/shanyu.css
expect_status 405
expect_house_look
head -c 70000 /dev/zero >"$folder/large"
visit -X POST --data-binary "@$folder/large" /facilities
expect_status 413
expect_house_look

it "goes on answering after bodies that nobody reads"
head -c 60000 /dev/zero >"$folder/large"
for _ in 1 2 3 4 5 6 7 8; do
	visit -X POST --data-binary "@$folder/large" /facilities
	expect_status 405
	visit /facilities
	expect_status 200
done

it "leads officials to where one signs in, at an address of their own"
visit_server "http://127.0.0.1:$admin_port/cases"
expect_status 303
expect_equal "$(header Location)" "/login?next=%2Fcases"
visit_server "http://127.0.0.1:$admin_port/login"
expect_status 200
expect_text 'name="csrf"'
expect_text 'action="/login"'
visit "/login"
expect_status 404

it "logs no query, no whole address and nothing else of who asks"
visit -A 'a browser named Kestrel' '/facilities?q=secretword'
expect "the visit is logged" wait_until 15 grep -q ' /facilities 200 ' "$folder/nginx/access.log"
expect "no query, agent or address" sh -c "! grep -E 'secretword|Kestrel|127\.0\.0\.1' '$folder/nginx/access.log'"

it "refuses to start twice in one folder, and says which process to end"
RUN=$folder PORT=1 ADMIN_PORT=2 tools/run >"$folder/second" 2>&1 && broken "a second one starts"
expect "it names the process" grep -q "(process $site)" "$folder/second"

it "answers 502 in the house's look when no portal listens, and warm pages as before"
for _ in 1 2 3 4; do visit '/facilities?kind='; done
mv "$folder/nginx/portal.sock" "$folder/nginx/away.sock"
for pid in $(processes_of portal); do kill -TERM "$pid"; done
sleep 0.3
visit '/facilities?kind='
expect_status 200
visit /healthz?once
expect_status 502
expect_house_look
mv "$folder/nginx/away.sock" "$folder/nginx/portal.sock"
visit /healthz
expect_status 200

it "leaves nothing behind when it is ended"
stop_site
expect "no process" nothing_runs
for left in nginx/portal.sock run.pid nginx/nginx.pid; do
	[ ! -e "$folder/$left" ] || broken "$left is still there"
done

it "asks a visitor who asks too much to wait"
start_site RATE=5r/m
curl -s -o "$folder/many" -w '%{http_code}\n' "$origin/healthz?[1-400]" >"$folder/statuses"
expect "429 among the answers" grep -q 429 "$folder/statuses"
visit /facilities
expect_status 429
expect_house_look
