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
	setTimeout(() => process.exit(), 3000);' "$folder/nginx/portal.sock" &
holding=$!
sleep 1.5
count=$(wc -l <"$folder/before")
while read -r worker before; do
	taken=$(($(sockets_of "$worker") - before))
	expect "one of $count workers took $taken of 24" [ "$taken" -ge $((24 / count / 2)) ]
done <"$folder/before"
wait "$holding"

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
quiet=$(said median)
wrk -t1 -c64 -d8 -s "$folder/busy.lua" "$origin" >"$folder/wrk" 2>&1 &
wrk=$!
sleep 1
probe "$origin" 300
expect_equal "$(said failed)" 0
expect "quiet $quiet ms, busy median $(said median) ms" [ "$(jq -n "$(said median) < ([$quiet, 1] | max) * 50")" = true ]
expect "the longest $(said most) ms" [ "$(jq -n "$(said most) < 1000")" = true ]

it "answers a newcomer at the portal's own socket meanwhile"
probe "$folder/nginx/portal.sock" 200
expect_equal "$(said failed)" 0
expect "the longest $(said most) ms" [ "$(jq -n "$(said most) < 1000")" = true ]
wait "$wrk"
expect "the busy ones have their answers: $(grep -E 'Non-2xx|Socket errors' "$folder/wrk")" sh -c "! grep -qE 'Non-2xx|Socket errors' '$folder/wrk'"

it "is held by an idle or half-silent peer for a moment only"
node tests/lib/probe.mjs "$folder/nginx/portal.sock" 40 idle half junk >"$folder/probed" 2>&1 || broken "$(cat "$folder/probed")"
echo "# $(cat "$folder/probed")"
expect_equal "$(said failed)" 0
expect "the longest $(said most) ms" [ "$(jq -n "$(said most) < 4000")" = true ]
visit /healthz
expect_status 200

it "answers also when nginx has no room to name one more kept page"
stop_site
start_site PAGES=32k
# As many at once as are not held back, and more than there is room for.
wrk -t1 -c190 -d2 -s "$folder/busy.lua" "$origin" >"$folder/wrk" 2>&1
expect "$(grep -E 'Non-2xx|Socket errors' "$folder/wrk")" sh -c "! grep -qE 'Non-2xx|Socket errors' '$folder/wrk'"
expect "the room was full" grep -q 'could not allocate node' "$folder/nginx/error.log"
