#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# However "make run" ends, by which signal to whom: no process, socket, port or folder in memory of it stays behind. Nobody has its terminal.
. tests/lib/site.sh

make_demo
port=$(free_port)
admin_port=$(free_port)

# As somebody in a shell begins it: no signal is ignored. In the place of the shell that says it.
plain() { exec env --default-signal=HUP,INT,QUIT,TERM RUN="$folder" PORT="$port" ADMIN_PORT="$admin_port" BUILD="$build" "$@"; }
runs() { grep -qs '^Shanyu runs' "$folder/site.out"; }
# A process and all that came from it, each with the moment it began: a number alone may be another's later.
with_children() {
	for of in "$@"; do
		[ ! -r "/proc/$of/stat" ] || echo "$of $(sed 's/.*) //' "/proc/$of/stat" 2>/dev/null | cut -d' ' -f20)"
		# shellcheck disable=SC2046 # numbers
		with_children $(pgrep -P "$of" || true)
	done
}
# Which of those noted are still there; who has ended and waits to be asked about it is not.
left() {
	while read -r pid began; do
		now=$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null) || continue
		[ "$(echo "$now" | cut -d' ' -f20)" != "$began" ] || [ "${now%% *}" = Z ] || echo "$pid $(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" || true)"
	done <"$folder/noted"
}
nothing_left() { [ -z "$(left)" ]; }

# begin COMMAND...: runs it in the background; its number in $begun, tools/run's in $runner.
begin() {
	rm -f "$folder/site.out"
	plain "$@" >"$folder/site.out" 2>"$folder/site.err" </dev/null &
	begun=$!
	wait_until 1800 runs || broken "it does not start: $(cat "$folder/site.err")"
	runner=$(cat "$folder/run.pid")
	memory=$(readlink "$folder/door")
	with_children "$begun" >"$folder/noted"
	expect "all are noted" [ "$(wc -l <"$folder/noted")" -gt 15 ]
}
at_end '[ ! -s "$folder/run.pid" ] || kill -TERM "$(cat "$folder/run.pid")" 2>/dev/null || true'

nothing_stays() {
	wait_until 1800 nothing_left || broken "$1 leaves: $(left)"
	wait "$begun" 2>/dev/null || true
	[ ! -e "${memory%/door}" ] || broken "$1 leaves $memory"
	for path in run.pid door nginx/portal.sock nginx/intake.sock nginx/admin.sock; do
		[ ! -e "$folder/$path" ] && [ ! -L "$folder/$path" ] || broken "$1 leaves $path"
	done
	for at in "$port" "$admin_port"; do
		! curl -s -o "$folder/answer" "http://127.0.0.1:$at/" || broken "$1 leaves somebody at port $at"
	done
}

for signal in INT TERM HUP QUIT KILL; do
	it "leaves nothing behind when make is sent $signal"
	begin make -s run
	kill "-$signal" "$begun"
	nothing_stays "$signal to make"
done

# HUP is how the programs that were built since are put in.
for signal in INT TERM QUIT KILL; do
	it "leaves nothing behind when tools/run is sent $signal"
	begin make -s run
	kill "-$signal" "$runner"
	nothing_stays "$signal to tools/run"
done

it "leaves nothing behind when nginx is killed, whose workers would serve on"
begin tools/run
kill -KILL "$(cat "$folder/nginx/nginx.pid")"
nothing_stays "nginx, killed,"

it "goes on when only the shell ends that began it"
rm -f "$folder/site.out"
# shellcheck disable=SC2016 # the inner shell's
(plain sh -c 'make -s run </dev/null >"$1" 2>"$2" & exit' - "$folder/site.out" "$folder/site.err")
wait_until 1800 runs || broken "it does not start: $(cat "$folder/site.err")"
sleep 3
origin=http://127.0.0.1:$port visit /facilities
expect_status 200
runner=$(cat "$folder/run.pid")
begun=$runner memory=$(readlink "$folder/door")
with_children "$runner" >"$folder/noted"
kill -TERM "$runner"
nothing_stays "tools/run without a shell"

it "gives no program the terminal that it was begun at, and ends with Ctrl-C there"
mkfifo "$folder/typed"
rm -f "$folder/site.out"
plain script -qefc 'make -s run' "$folder/site.out" <"$folder/typed" >"$folder/shown" 2>&1 &
begun=$!
exec 7>"$folder/typed"
on_terminal_it_runs() { grep -qs '^Shanyu runs' "$folder/site.out"; }
wait_until 1800 on_terminal_it_runs || broken "it does not start: $(cat "$folder/site.out")"
runner=$(cat "$folder/run.pid")
memory=$(readlink "$folder/door")
with_children "$begun" >"$folder/noted"
expect "tools/run is at a terminal" [ "$(ps -o tty= -p "$runner")" != '?' ]
for program in portal intake admin clerk multiwatch nginx; do
	for pid in $(cut -d' ' -f1 "$folder/noted"); do
		[ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$program" ] || continue
		expect_equal "$(ps -o tty= -p "$pid")" '?' "the terminal of $program"
		! find "/proc/$pid/fd" -lname '/dev/pts/*' -o -lname /dev/tty | grep -q . || broken "$program has a terminal open"
		seen="${seen-} $program"
	done
done
for program in portal intake admin clerk multiwatch nginx; do
	echo "${seen-}" | grep -q "$program" || broken "no $program was looked at"
done
printf '\003' >&7
exec 7>&-
nothing_stays "Ctrl-C"
