#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What officials attach, through nginx, admin as the user it runs as, and clerk with the confined program that makes previews.
. tests/lib/site.sh
. tests/lib/office.sh

make_demo
facility=$(in_registry "select code from facility order by code limit 1")
number=$("$build/tests/office" "$config" open 1 COMPLAINT "$facility" '中午的饭菜是冷的')
start_site
photo=tests/data/evidence/photo.jpg
cookie="__Host-session=$("$build/tests/session" "$folder/shanyu.conf" desk)"
at=http://127.0.0.1:$admin_port/cases/$number
csrf=$(curl -sS -H "Cookie: $cookie" "$at" | sed -n 's/.*name="csrf" value="\([0-9a-f]*\)".*/\1/p' | head -n 1)
expect "signed in" [ -n "$csrf" ]

# send [CURL OPTIONS]...: the form with files; $status, $folder/body.
send() {
	status=$(curl -sS --max-time 120 -o "$folder/body" -w '%{http_code}' -H "Cookie: $cookie" -H "Origin: http://127.0.0.1:$admin_port" -F "csrf=$csrf" -F kind=EVIDENCE "$@" "$at/attach") ||
		broken "curl ends with $?"
}
# take_out POSITION: into $folder/got and $folder/head.
take_out() {
	visited=$at/attachments/$1
	curl -sS -H "Cookie: $cookie" -D "$folder/raw_head" -o "$folder/got" "$visited" || broken "curl ends with $?"
	tr -d '\r' <"$folder/raw_head" >"$folder/head"
}
visited=""
attached() { in_registry "select count(*) from attachment where number = '$number'"; }
column() { in_registry "select $2 from attachment where number = '$number' and name = '$1'"; }
preview_is() { [ "$(column "$1" preview_state)" = "$2" ]; }
of_process() { sed -n "s/^$1:\t//p" "/proc/$2/status"; }

it "attaches a photograph and shows its preview, which is made without what the camera wrote"
send -F "attached=@$photo;filename=厨房.jpg"
expect_equal "$status" 303
expect "the preview" wait_until 100 preview_is 厨房.jpg MADE
curl -sS -H "Cookie: $cookie" -o "$folder/preview" "$at/attachments/1/preview"
expect_equal "$(head -c 3 "$folder/preview" | od -An -tx1)" " ff d8 ff"
! grep -qaE 'Exif|GPS|Camera' "$folder/preview" || broken "it is still said"
take_out 1
expect "what was attached" cmp "$folder/got" "$photo"
expect_header Content-Disposition '^attachment; '

it "lets an official attach 40 MB at once, and says in words of the page, not of the server, what is too much"
head -c 20971520 /dev/urandom >"$folder/large"
head -c 20900000 /dev/urandom >"$folder/second"
send -F "attached=@$folder/large" -F "attached=@$folder/second"
expect_equal "$status" 303
expect_equal "$(attached)" 3
send -F "attached=@$folder/large;filename=a" -F "attached=@$folder/second;filename=b" -F "attached=@$photo;filename=c.jpg"
expect_equal "$status" 400
grep -q '合起来超过 40 MB\|已经在附件里了' "$folder/body" || broken "$(head -c 300 "$folder/body")"
head -c 30000000 /dev/zero >"$folder/huge"
send -F "attached=@$folder/huge"
expect_equal "$status" 400
expect_text '超过 20 MB'
head -c 70000000 /dev/zero >"$folder/beyond"
send -F "attached=@$folder/beyond"
expect_equal "$status" 413
expect_equal "$(attached)" 3

it "lets no other form of the office be so large"
status=$(curl -sS -o "$folder/body" -w '%{http_code}' -H "Cookie: $cookie" -F "csrf=$csrf" -F "text=<$folder/large" "$at/note")
expect_equal "$status" 413

it "gives 20 MB back to somebody who reads slowly, while others are answered"
curl -sS --limit-rate 4M -H "Cookie: $cookie" -o "$folder/slow" "$at/attachments/2" &
slow=$!
for _ in 1 2 3 4 5 6 7 8; do
	expect_equal "$(curl -sS --max-time 10 -o "$folder/body" -w '%{http_code}' -H "Cookie: $cookie" "$at")" 200
done
wait "$slow" || broken "curl ends with $?"
expect "all of it" cmp "$folder/slow" "$folder/large"

it "keeps nothing of a form whose sender is gone before its end"
node -e '
	const [port, path, cookie, csrf] = process.argv.slice(1), net = require("net");
	const part = head => `--X\r\nContent-Disposition: form-data; ${head}\r\n\r\n`;
	const body = part("name=\"csrf\"") + csrf + "\r\n" + part("name=\"kind\"") + "OTHER\r\n" + part("name=\"attached\"; filename=\"lost.bin\"") + "x".repeat(3000000);
	const socket = net.connect(port, "127.0.0.1", () => socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nOrigin: http://127.0.0.1:${port}\r\n` +
		`Content-Type: multipart/form-data; boundary=X\r\nContent-Length: 9000000\r\n\r\n` + body, () => socket.destroy()));
	' "$admin_port" "/cases/$number/attach" "$cookie" "$csrf"
send -F "attached=@tests/data/evidence/photo.png;filename=after.png"
expect_equal "$status" 303
expect_equal "$(column lost.bin "count(*)")" 0
expect_equal "$(in_registry "select count(*) from attachment_part p where not exists (select 1 from attachment t where t.number = p.number and t.position = p.attachment)")" 0

it "makes no preview of what is no picture, only claims to be one, or unfolds to more than there is memory for, and keeps it as what it is"
{ printf '\377\330\377\340'; printf '<script>alert(1)</script>'; head -c 2000 /dev/urandom; } >"$folder/polyglot.jpg"
{ printf 'GIF89a'; printf '/*<html><script>alert(1)</script>*/=0;'; } >"$folder/polyglot.gif"
head -c 900 "$photo" >"$folder/torn.jpg"
for name in polyglot.jpg polyglot.gif torn.jpg; do
	send -F "attached=@$folder/$name"
	expect_equal "$status" 303 "$name"
	expect "it is said of $name" wait_until 100 preview_is "$name" NONE
	take_out "$(column "$name" position)"
	expect "$name as it was" cmp "$folder/got" "$folder/$name"
	expect_header Content-Type '^application/octet-stream'
	expect_header X-Content-Type-Options '^nosniff$'
done
# Ten megabytes of nothing in some kilobytes.
node -e 'process.stdout.write(require("zlib").gzipSync(Buffer.alloc(10000000)))' >"$folder/bomb.gz"
send -F "attached=@$folder/bomb.gz"
expect_equal "$status" 303
expect_equal "$(column bomb.gz "size || ' ' || preview_state")" "$(wc -c <"$folder/bomb.gz") NONE"

# pdf PAGE [OBJECT]...: a paper of one page with these objects from the fourth on.
pdf() {
	printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]%s>>endobj\n' "$1"
	shift
	for object; do printf '%s\n' "$object"; done
	printf 'trailer<</Root 1 0 R/Size 9>>\n%%%%EOF\n'
}
it "shows the first page of a paper, and says that it is no more than that"
pdf '/Contents 4 0 R' '4 0 obj<</Length 31>>stream' '1 0 0 rg 20 20 100 100 re f     ' 'endstream endobj' >"$folder/drawn.pdf"
send -F "attached=@$folder/drawn.pdf;filename=公文.pdf"
expect_equal "$status" 303
expect_equal "$(column 公文.pdf type)" application/pdf
expect "the preview" wait_until 100 preview_is 公文.pdf MADE
curl -sS -H "Cookie: $cookie" -o "$folder/body" "$at"
expect_text '只有第一页，字可能不全'

it "says of a paper of which there is no preview, since it would open a font or is damaged, that it must be saved to be read"
pdf '/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R' '4 0 obj<</Length 34>>stream' 'BT /F 24 Tf 20 100 Td (words) Tj ET ' 'endstream endobj' '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj' >"$folder/worded.pdf"
send -F "attached=@$folder/worded.pdf"
expect_equal "$status" 303
expect "it is said" wait_until 100 preview_is worded.pdf NONE
send -F "attached=@tests/data/evidence/junk-before-header.pdf;filename=junk.pdf"
expect "it is said" wait_until 100 preview_is junk.pdf NONE
curl -sS -H "Cookie: $cookie" -o "$folder/body" "$at"
expect_text '做不了预览（application/pdf）'

it "has workers of the office that are still confined, and a registry of which nobody complains"
for pid in $(processes_of admin); do expect_equal "$(of_process Seccomp "$pid")" 2; done
! grep -E 'broken|ERROR|runtime error' "$folder/site.err" >"$folder/faults" || broken "$(cat "$folder/faults")"
expect "the audit" shanyu audit verify
