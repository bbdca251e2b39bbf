#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The fences: whoever takes a program over can do none of what attackers do next, whatever kind of program it is.
. tests/lib/sentences.sh

mkdir -p "$folder/inside" "$folder/victim"
echo words | tee "$folder/inside/file" >"$folder/victim/file"
chmod 777 "$folder/inside" "$folder/victim"
chmod 666 "$folder/inside/file" "$folder/victim/file"

# As a user of its own where there may be others: nothing is stopped by who it is, since all here is this user's too.
as_user() {
	if [ "$(id -u)" = 0 ]; then setpriv --reuid=64100 --regid=64100 --clear-groups "$@"; else "$@"; fi
}
# try KIND: a line for each attempt, in $folder/tried.
try() { as_user "$build/tests/fenced" "$1" "$folder" >"$folder/tried" 2>&1; }
attempts=$(grep -c '^	{ "[a-z_]*", ' tests/lib/forbidden.h)
done_by_all_but() {
	! grep -vE "^($1) " "$folder/tried" | grep -vE ' (ended|refused)$' >"$folder/found" || broken "$(cat "$folder/found")"
	expect_equal "$(wc -l <"$folder/tried")" $((attempts + 1)) "all were tried, and what it is for"
	expect_equal "$(sed -n 's/^works //p' "$folder/tried")" DONE "what it is for"
	expect "nothing was made outside" [ "$(ls "$folder/victim")" = file ]
}

it "finds that without a fence the same attempts succeed"
try none
expect_equal "$(grep -vcE ' DONE$' "$folder/tried")" 0 "$(grep -vE ' DONE$' "$folder/tried" | tr '\n' ' ')"
rm -f "$folder/victim/made" "$folder/victim/named" "$folder/victim/linked"
echo words >"$folder/victim/file"
chmod 666 "$folder/victim/file"

it "lets a program that reads do nothing else: no keys, signals, limits, files of others, connections, programs, code"
try reading
done_by_all_but works

it "lets a program that puts envelopes down do only that besides: nothing is named, linked or made outside of its folder"
try putting
done_by_all_but works

it "lets a program that decodes pictures touch memory, and nothing else"
try memory
done_by_all_but works

it "lets the office change the registry's folder, and nothing else"
try office
done_by_all_but works

it "lets the office make connections only when its registry is on a server"
try server
done_by_all_but 'works|connect_out|connect_here|send_to_an_address'

it "lets what starts programs neither push keys, nor trace others or signal groups of them, nor leave its room"
try starting
for attempt in push_keys push_keys_by_a_longer_number paste_into_a_terminal take_a_terminal kill_all kill_its_group be_signalled_for_a_group \
	be_signalled_for_a_group_by_ioctl be_signalled_for_a_group_by_its_kind look_into_another read_anothers_memory write_anothers_memory \
	kill_by_descriptor take_anothers_descriptor mount_over leave_its_room start_one_in_another_room start_one_in_a_room_of_each_kind \
	ask_the_kernel_in_bulk; do
	grep -qE "^$attempt (ended|refused)\$" "$folder/tried" || broken "$(grep "^$attempt" "$folder/tried")"
done
expect_equal "$(sed -n 's/^works //p' "$folder/tried")" DONE "what it is for"

it "ends with its parent what is started so, and gives it no terminal"
sh -c '"$1" /bin/sleep 1000 & echo $! >"$2"; exec sleep 1000' - "$build/confined" "$folder/child" &
parent=$!
while ! [ -s "$folder/child" ] || ! grep -q '^sleep$' "/proc/$(cat "$folder/child")/comm" 2>/dev/null; do sleep 0.05; done
kill -KILL "$parent"
wait "$parent" 2>/dev/null || true
while grep -q '^sleep$' "/proc/$(cat "$folder/child")/comm" 2>/dev/null && ! grep -q '^State:.Z' "/proc/$(cat "$folder/child")/status" 2>/dev/null; do sleep 0.05; done
script -qec "'$build/confined' --session true" /dev/null >"$folder/said" 2>&1 || true
expect "it refuses one" grep -q 'its output would be a terminal' "$folder/said"
