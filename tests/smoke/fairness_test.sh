#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Many busy visitors do not shut out one who comes anew: neither at nginx nor at the portal's own socket.
. tests/lib/site.sh

make_demo
start_site
sockets_of() { find "/proc/$1/fd" -lname 'socket:*' | wc -l; }

it "shares connections out among the workers"
workers=$(processes_of portal)
for worker in $workers; do echo "$worker $(sockets_of "$worker")"; done >"$folder/before"
node -e 'const net = require("node:net");
	let opened = 0;
	const one = setInterval(() => { if (++opened > 24) clearInterval(one); else net.connect(process.argv[1]); }, 10);
	setInterval(() => {}, 1000);' "$folder/nginx/portal.sock" &
holding=$!
at_end 'kill $holding 2>/dev/null || true'
all_taken() {
	total=0
	while read -r worker before; do total=$((total + $(sockets_of "$worker") - before)); done <"$folder/before"
	[ "$total" -ge 24 ]
}
wait_until 15 all_taken || broken "not all are taken"
count=$(wc -l <"$folder/before")
while read -r worker before; do
	taken=$(($(sockets_of "$worker") - before))
	expect "one of $count workers took $taken of 24" [ "$taken" -ge $((24 / count / 2)) ]
done <"$folder/before"
kill "$holding"
wait "$holding" 2>/dev/null || true

cat >"$folder/busy.lua" <<'END'
request = function() return wrk.format("GET", "/facilities?n=" .. math.random(1000000000)) end
END

# Each probe is a connection of its own; the longest and the median of them in milliseconds.
probe() {
	node tests/lib/probe.mjs "$@" >"$folder/probed" 2>&1 || broken "$(tail -n 5 "$folder/probed")"
	echo "# $* $(cat "$folder/probed")"
}
said() { jq ".$1" "$folder/probed"; }

it "answers a newcomer while 64 visitors keep all workers busy"
probe "$origin" 100
# For as long as it takes; it tells what it saw when it is interrupted.
wrk -t1 -c64 -d900 --timeout 300s -s "$folder/busy.lua" "$origin" >"$folder/wrk" 2>&1 &
wrk=$!
sleep 1
probe "$origin" 300
expect_equal "$(said failed)" 0
expect "they are still busy" kill -0 "$wrk"

it "answers a newcomer at the portal's own socket meanwhile"
probe "$folder/nginx/portal.sock" 200
expect_equal "$(said failed)" 0
expect "they are still busy" kill -0 "$wrk"
kill -INT "$wrk"
wait "$wrk"
expect "the busy ones have their answers: $(grep -E 'Non-2xx|Socket errors' "$folder/wrk")" sh -c "! grep -qE 'Non-2xx|Socket errors' '$folder/wrk'"

it "is held by an idle or half-silent peer for a moment only"
node tests/lib/probe.mjs "$folder/nginx/portal.sock" 40 idle half junk >"$folder/probed" 2>&1 || broken "$(cat "$folder/probed")"
echo "# $(cat "$folder/probed")"
expect_equal "$(said failed)" 0
visit /healthz
expect_status 200

it "answers also when nginx has no room to name one more kept page"
stop_site
start_site PAGES=32k
# As many at once as are not held back, and more than there is room for.
wrk -t1 -c190 -d2 -s "$folder/busy.lua" "$origin" >"$folder/wrk" 2>&1
expect "$(grep -E 'Non-2xx|Socket errors' "$folder/wrk")" sh -c "! grep -qE 'Non-2xx|Socket errors' '$folder/wrk'"
expect "the room was full" grep -q 'could not allocate node' "$folder/nginx/error.log"

# Strangers send what they like; each of thirty visitors, from a network of his own, has ten seconds for what he wants.
# thirty FLOOD VISIT
thirty() {
	node tests/lib/flood.mjs "$origin" "$1" "$2" "$folder/receipts" >"$folder/probed" 2>&1 || broken "$(tail -n 5 "$folder/probed")"
	echo "# $2 under $1: $(cat "$folder/probed")"
	expect_equal "$(said through)" 30 "$2"
	expect "the longest $(said most) ms" [ "$(said most)" -lt 10000 ]
}
opens() { curl -s -d "receipt=$1" "$origin/receipt" | grep -q 办理进展; }
stop_site
# IPv6 networks come by a proxy, since nothing here has such addresses.
start_site PROXIES=127.9.9.9
# The strangers' own, of the messages' flood.
visit /complaint
receipt=$(sed -n 's/.*name="receipt" value="\([^"]*\)".*/\1/p' "$folder/body" | head -n 1)
visit -X POST -d "receipt=$receipt" -d kind=ADVICE -d place=here -d going_on=no -d anonymous=1 -d story=something /complaint/send
echo "$receipt" >"$folder/receipts"

it "takes everybody's letter while strangers send letters without a proof of work at full rate"
thirty letters letter

it "takes the messages of who has a receipt meanwhile"
while read -r receipt; do
	expect "its case" wait_until 200 opens "$receipt"
done <"$folder/receipts"
thirty letters message

it "takes everybody's photograph while uploads trickle in from forty networks"
thirty trickle upload
thirty trickle file

it "takes everybody's message and withdrawal while the holder of a receipt sends messages at full rate"
thirty messages message
thirty messages withdraw

# upload_from ADDRESS: what an upload from there is answered. fill NETWORK: twelve of its addresses hold one each.
upload_from() { curl -s -o /dev/null -w '%{http_code}\n' --interface 127.9.9.9 -H "X-Forwarded-For: $1" --data-binary "@$folder/two_megabytes" "$origin/complaint/evidence"; }
is_full() { [ "$(upload_from "$1")" = 429 ]; }
fill() {
	node -e 'const net = require("node:net"), [port, network] = process.argv.slice(1);
		for (let one = 1; one <= 12; one++)
			net.connect({ port, host: "127.0.0.1", localAddress: "127.9.9.9" }).on("error", () => {}).write("POST /complaint/evidence HTTP/1.1\r\nHost: localhost\r\n" +
				"X-Forwarded-For: " + network + one.toString(16) + "\r\nContent-Length: 2000000\r\n\r\n");
		setTimeout(() => process.exit(), 8000);' "$port" "$1" &
	filling="${filling-} $!"
}
head -c 2000000 /dev/zero >"$folder/two_megabytes"

it "counts the addresses of an IPv6 network, /64, as one, however they are written, and no other network with it"
fill 2001:db8:1:2::
fill 2001:db8:7::
expect "its own network is full" wait_until 50 is_full 2001:db8:1:2:ffff:1:2:3
expect "with noughts in its name, too" wait_until 50 is_full 2001:db8:7:0:ffff:1:2:3
for other in 2001:db8:1:3::1 2001:db8:1:: 2001:db8:7:1::1 192.0.2.1; do
	! is_full "$other" || broken "$other is full, too"
done

it "takes letters and messages from a network whose uploads are full"
status=$(curl -s -o /dev/null -w '%{http_code}' --interface 127.9.9.9 -H 'X-Forwarded-For: 2001:db8:1:2::9' -F "receipt=$(tail -n 1 "$folder/receipts")" -F nonce=0123456789abcdef -F text=x "$origin/receipt/message")
expect_equal "$status" 200
expect "its uploads are full still" is_full 2001:db8:1:2:ffff:1:2:3
for one in $filling; do wait "$one"; done

it "tells everybody whether his receipt is known while strangers guess receipts"
thirty guesses mistype
thirty guesses open
