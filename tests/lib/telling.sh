# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# Tests of what clerk tells people: letters come in by the door, the clock is set, and clerk is begun anew at each time. Needs registry.sh, visit.sh,
# door.sh and clerk.sh.

# at DAY TIME SQL EXPECTED: clerk works at that time until the registry says so.
at() {
	clock "$1" "$2"
	start_clerk
	until_says "$3" "$4"
}
until_says() {
	for _ in $(seq 3000); do
		said=$(in_registry "$1")
		[ "$said" != "$2" ] || return 0
		sleep 0.1
	done
	broken "expected '$2', got '$said': $1 $(tail -n 3 "$folder/clerk.err")"
}
# Time enough for a few rounds more.
rounds() { sleep 3; }
# letter [KIND]: one by the door, into a folder beside the inbox: its envelope is made as old as the test's clock says, and only then moved to where
# clerk sees it. Clerk believes no letter that was sent after its envelope was written.
letter() {
	"$build/tests/letters" "$config" 1 | tr -d '\n' | sed "s/kind=COMPLAINT/kind=${1:-COMPLAINT}/" >"$folder/letter"
	mkdir -p "$folder/written"
	config_of_all=$config config=$folder/written.conf
	sed "s|^inbox = .*|inbox = $folder/written|" "$config_of_all" >"$config"
	send_body POST /complaint/send application/x-www-form-urlencoded "$folder/letter"
	config=$config_of_all
	expect_equal "$status" 200
	touch -d "@$SHANYU_CLOCK" "$folder"/written/*
	mv "$folder"/written/* "$folder/inbox/"
}
office() { "$build/tests/office" "$config" "$@" 2>"$folder/office" || broken "$* $(cat "$folder/office")"; }
