#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Clerk at the inbox: what it takes in, sets aside, leaves and removes, whatever strangers put there, and whoever has the office's public key
# seals. Letters come in by the door, or as anybody can seal them; the clock is set where a day must pass.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
. tests/lib/clerk.sh

make_demo --facilities 20
make_door
# All letters here are of one network, and none is about how many that may send.
in_registry "update rule set value = 10000 where key like 'door.%.at_once'"
publish
shanyu portal rebuild >/dev/null
inbox=$folder/inbox
aside=$registry.aside
photo=tests/data/evidence/photo.jpg
facility=$(in_registry "select code from facility order by code limit 1")
now=$(date +%s)

# registry_says SQL ANSWER; expect_soon SQL ANSWER.
registry_says() { [ "$(in_registry "$1")" = "$2" ]; }
expect_soon() { wait_until 300 registry_says "$1" "$2" || broken "expected '$2', got '$(in_registry "$1")': $1; $(tail -n 3 "$folder/clerk.err")"; }
letter() {
	start_complaint
	send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" story='something happened here' going_on=no anonymous=1 "$@"
	expect_status 200
}
# A letter by the door, and its case: everything that lay in the inbox before it was looked at.
good_letter() {
	cases=$(in_registry 'select count(*) from cases')
	letter "$@"
	expect_soon 'select count(*) from cases' $((cases + 1))
}
# upload PATH [name=value...]: a page's form with the photograph, as a browser without scripts sends it.
upload() {
	upload_to=$1
	shift
	{
		for field; do printf -- '--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' "${field%%=*}" "${field#*=}"; done
		printf -- '--x\r\nContent-Disposition: form-data; name="evidence"; filename="p.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
		cat "$photo"
		printf -- '\r\n--x--\r\n'
	} >"$folder/form"
	send_body POST "$upload_to" "multipart/form-data; boundary=x" "$folder/form"
	expect_status 200
}
# sealed NAME JSON: a letter that anybody sealed.
sealed() { printf '%s' "$2" | "$build/tests/seal" "$config" "$1"; }
# hex DIGIT...: a name or look-up of 64 hexadecimal digits.
hex() { printf '%064s' "$1" | tr ' ' 0; }
# A whole complaint under a look-up; jq's further fields go before these.
complaint() { jq -cn --arg lookup "$1" '{what: "complaint", version: 1, lookup: $lookup, key: ("ab" * 32), kind: "COMPLAINT", story: "a story", going_on: "no",
	anonymous: 1, lane: "slow", sent_at: '"$now"', files: []} + '"${2-{\}}"; }
names() { ls -A "$1" 2>/dev/null; }
is_empty() { [ -z "$(names "$1")" ]; }
# holds FOLDER NUMBER: a note in the registry comes before what it notes is moved.
holds() { [ "$(names "$1" | wc -l)" = "$2" ]; }
expect_held() { wait_until 100 holds "$1" "$2" || broken "$1 does not hold $2: $(names "$1")"; }
lines() { wc -l <"$folder/clerk.err"; }

it "takes a letter that names one file twice with that file once, and goes on"
start_complaint
upload /complaint/evidence receipt="$receipt"
line=$(hidden file)
send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" story='something happened here' going_on=no anonymous=1 file="$line" file="$line"
expect_status 200
twice=$(hex 1)
printf '%s' "a file" >"$folder/file"
"$build/tests/seal" "$config" "$twice-f0123456789abcdef" "$folder/file"
sealed "$twice" "$(complaint "$(hex a1)" '{files: [range(6) | {id: "0123456789abcdef", size: 5, sha256: ("0" * 64), type: "image/png", name: "a.png"}]}')"
start_clerk
expect_soon "select count(*) from cases" 2
expect_soon "select count(*) from case_file where sealed_size > 0" 2
wait_until 100 is_empty "$inbox" || broken "$(names "$inbox")"
is_empty "$aside" || broken "$(names "$aside")"

it "sets each letter that the registry refuses aside at once and alone, and takes those before, between and behind it"
stop_clerk
before=$(in_registry 'select count(*) from cases')
for n in 1 2 3 4 5; do
	for turn in 1 2 3 4; do
		"$build/tests/seal" "$config" "$(hex "b$n$turn")-f0123456789abcdef" "$photo"
		sealed "$(hex "b$n$turn")" "$(complaint "$(hex "c$n$turn")" '{files: [{id: "0123456789abcdef", sha256: ("0" * 64), name: "a.jpg"}]}')"
		# What the registry will not have twice.
		in_registry "insert into case_file_part (file, position, bytes) values ('$(hex "b$n$turn")-f0123456789abcdef', 1, x'00')"
	done
	letter
done
start_clerk
expect_soon "select count(*) from envelope_aside where reason like '%UNIQUE%'" 20
expect_equal "$(in_registry 'select count(*) from cases')" $((before + 5))
only_evidence() { ! names "$inbox" | grep -qv -e -f0123456789abcdef; }
wait_until 100 only_evidence || broken "$(names "$inbox")"
expect_equal "$(names "$inbox" | wc -l)" 20 "their files stay until they are set aside"
expect_held "$aside" 20
rm -f "${inbox:?}"/*
expect_equal "$(stat -c '%a %U' "$aside")" "700 $(id -un)"
rm -f "$aside"/*
in_registry "delete from envelope_aside; delete from case_file_part where bytes = x'00'"

it "refuses what no door lets through: fields of other types, longer ones, codes nobody knows, files named otherwise"
set -- '{story: 5}' '{story: ("x" * 5001)}' '{kind: "OTHER"}' '{kind: ["COMPLAINT"]}' '{key: "ab"}' '{key: null}' '{lookup: "x"}' '{anonymous: 1.5}' '{anonymous: "yes"}' '{split: 2}' '{going_on: "maybe"}' \
	'{files: 1}' '{files: [{id: "../../registry.db", sha256: ("0" * 64), name: "a"}]}' '{files: [{id: "0123456789abcdef", sha256: "0", name: "a"}]}' \
	'{files: [range(7) | {id: ("000000000000000" + (. | tostring)), sha256: ("0" * 64), name: "a"}]}' '{what: "other"}' '{what: "message"}'
number=0
for wrong; do
	number=$((number + 1))
	sealed "$(hex "d$number")" "$(complaint "$(hex "e$number")" "$wrong")"
done
good_letter
expect_soon "select count(*) from envelope_aside" "$number"
expect_held "$aside" "$number"
rm -f "$aside"/*
in_registry "delete from envelope_aside"

it "takes the longest letter that the door lets through"
long() { head -c "$1" /dev/zero | tr '\0' x; }
cases=$(in_registry 'select count(*) from cases')
start_complaint
send /complaint/send receipt="$receipt" kind=CONSUMER split=1 place="$(long 200)" story="$(long 5000)" wish="$(long 1000)" happened="$(long 100)" going_on=unknown \
	anonymous=0 contact_name="$(long 50)" contact_phone="$(long 30)" contact_other="$(long 100)" reply_by=phone
expect_status 200
expect_soon 'select count(*) from cases' $((cases + 2))

it "believes neither when a letter says it was sent nor by which lane it came"
sealed "$(hex f1)" "$(complaint "$(hex f1)" '{sent_at: -5000000000, lane: "demo"}')"
sealed "$(hex f2)" "$(complaint "$(hex f2)" '{sent_at: 99999999999}')"
expect_soon "select count(*) from cases where receipt_lookup in ('$(hex f1)', '$(hex f2)')" 2
expect_equal "$(in_registry "select count(*) from cases where receipt_lookup in ('$(hex f1)', '$(hex f2)')
	and (received_at < $now - 3700 or sent_at < $now - 3700 or received_at > unixepoch() or sent_at > unixepoch() or lane <> 'slow')")" 0

it "believes no letter that says it was sent after its envelope was written"
stop_clerk
sealed "$(hex f4)" "$(complaint "$(hex f4)" '{sent_at: '"$((now + 80000))"'}')"
sealed "$(hex f8)" "$(complaint "$(hex f8)" '{sent_at: '"$((now - 100))"'}')"
start_clerk SHANYU_CLOCK=$((now + 90000))
expect_soon "select sent_at between $now - 60 and $now + 3600 and received_at = sent_at from cases where receipt_lookup = '$(hex f4)'" 1
expect_soon "select sent_at - $now from cases where receipt_lookup = '$(hex f8)'" -100
start_clerk

it "brings a photograph that comes after its letter was written without it to the case, in the folder or moved back there"
missing='{files: [{id: "0123456789abcdef", size: 5, sha256: ("0" * 64), type: "image/jpeg", name: "a.jpg"}]}'
sealed "$(hex f5)" "$(complaint "$(hex f5)" "$missing")"
expect_soon "select preview_state from case_file where receipt_lookup = '$(hex f5)'" MISSING
"$build/tests/seal" "$config" "$(hex f5)-f0123456789abcdef" "$photo"
start_clerk
expect_soon "select sealed_size > size and size = $(wc -c <"$photo") and sealed_size = (select sum(length(bytes)) from case_file_part where file = f.name)
	and sha256 = '$(sha256sum <"$photo" | cut -d' ' -f1)' from case_file f where receipt_lookup = '$(hex f5)'" 1
expect_soon "select preview_state from case_file where receipt_lookup = '$(hex f5)'" MADE
wait_until 100 is_empty "$inbox" || broken "$(names "$inbox")"

it "writes at most six rows for a letter that names files which never come"
never_came() { # SIX or SEVEN numbers: as the page's hidden fields say it
	for at; do printf 'file=%08x%08x:5:%s:image/jpeg:never.jpg\n' "$now" "$at" "$(hex 0)"; done
}
sealed "$(hex f9)" "$(complaint "$(hex f9)" "$missing")"
expect_soon "select preview_state from case_file where receipt_lookup = '$(hex f9)'" MISSING
start_complaint
# shellcheck disable=SC2046 # words without blanks
send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" story='something happened here' going_on=no anonymous=1 $(never_came 1 2 3 4 5 6 7)
expect "seven are refused" [ "$status" != 200 ]
before=$(in_registry "select count(*) from case_file")
for turn in $(seq 35); do
	# shellcheck disable=SC2046
	letter $(never_came $((turn * 6)) $((turn * 6 + 1)) $((turn * 6 + 2)) $((turn * 6 + 3)) $((turn * 6 + 4)) $((turn * 6 + 5)))
done
expect_soon "select count(*) - $before from case_file" 210

it "brings a photograph that came late to its case, however many others never come"
"$build/tests/seal" "$config" "$(hex f9)-f0123456789abcdef" "$photo"
start_clerk
expect_soon "select sealed_size > size from case_file where receipt_lookup = '$(hex f9)'" 1

it "brings one that an intake machine handed on late to the case, too, and sets aside one that is none"
sealed "$(hex f6)" "$(complaint "$(hex f6)" "$missing")"
sealed "$(hex f7)" "$(complaint "$(hex f7)" "$missing")"
expect_soon "select count(*) from case_file where receipt_lookup in ('$(hex f6)', '$(hex f7)') and preview_state = 'MISSING'" 2
stop_clerk
"$build/tests/seal" "$config" "$(hex f6)-f0123456789abcdef" "$photo"
in_registry "insert into envelope (id, sealed, forwarded_at, written_at)
	values ('$(hex f6)-f0123456789abcdef', readfile('$inbox/$(hex f6)-f0123456789abcdef'), $now, $now)"
rm -f "$inbox/$(hex f6)-f0123456789abcdef"
echo "no envelope" >"$inbox/$(hex f7)-f0123456789abcdef"
start_clerk
expect_soon "select sealed_size > 0 from case_file where receipt_lookup = '$(hex f6)'" 1
expect_equal "$(in_registry "select sealed is null from envelope where id = '$(hex f6)-f0123456789abcdef'")" 1
expect_soon "select count(*) from envelope_aside where name = '$(hex f7)-f0123456789abcdef'" 1
expect_held "$aside" 1
rm -f "$aside"/*
in_registry "delete from envelope_aside; delete from case_file where preview_state = 'MISSING'"

it "holds a letter's own time to when it was handed on, where the intake machine does not say when it was written"
stop_clerk
jq -cn --arg lookup "$(hex e1)" '{what: "complaint", version: 1, lookup: $lookup, key: ("ab" * 32), kind: "COMPLAINT", story: "of long ago",
	going_on: "no", anonymous: 1, lane: "slow", sent_at: 86400, files: []}' | "$build/tests/seal" "$config" "$(hex e1)"
in_registry "insert into envelope (id, sealed, forwarded_at) values ('$(hex e1)', readfile('$inbox/$(hex e1)'), $now)"
rm -f "$inbox/$(hex e1)"
start_clerk
expect_soon "select count(*) from cases where story = 'of long ago' and sent_at between $now - 90000 and $now" 1

it "measures evidence itself: type, size and hash are not what the letter says of them"
"$build/tests/seal" "$config" "$(hex f3)-f0123456789abcdef" "$photo"
sealed "$(hex f3)" "$(complaint "$(hex f3)" '{files: [{id: "0123456789abcdef", size: 5, sha256: ("0" * 64), type: "application/pdf", name: "a.pdf"}]}')"
expect_soon "select type || ' ' || size || ' ' || sha256 from case_file where receipt_lookup = '$(hex f3)'" \
	"image/jpeg $(wc -c <"$photo") $(sha256sum <"$photo" | cut -d' ' -f1)"

it "keeps beside it what the letter says of evidence, and the evidence: of a letter, of a message, and of what comes after its letter"
said="select declared_type || ' ' || declared_size || ' ' || declared_sha256 || ' ' || (sealed_size = (select sum(length(bytes)) from case_file_part
	where file = f.name)) from case_file f where receipt_lookup ="
expect_equal "$(in_registry "$said '$(hex f3)'")" "application/pdf 5 $(hex 0) 1"
expect_equal "$(in_registry "$said '$(hex f5)'")" "image/jpeg 5 $(hex 0) 1"
"$build/tests/seal" "$config" "$(hex f3)-fabcdef0123456789" "$photo"
sealed "$(hex f3)-m0123456789abcdef" "$(jq -cn '{what: "message", lookup: "'"$(hex f3)"'", text: "one more", sent_at: '"$now"', files:
	[{id: "abcdef0123456789", size: 6, sha256: ("1" * 64), type: "", name: "b.jpg"}]}')"
expect_soon "$said '$(hex f3)' and message is not null" " 6 $(printf '%064d' 0 | tr 0 1) 1"

it "sets a message aside that says nothing, be it blanks or what nobody can see"
sealed "$(hex f3)-m00000000000000ee" "$(jq -cn '{what: "message", lookup: "'"$(hex f3)"'", text: " \u200b\n ", sent_at: '"$now"', files: []}')"
sealed "$(hex f3)-m00000000000000ff" "$(jq -cn '{what: "message", lookup: "'"$(hex f3)"'", text: "", sent_at: '"$now"', files: []}')"
expect_soon "select count(*) from envelope_aside where reason = 'a message that says nothing'" 2
expect_held "$aside" 2
rm -f "$aside"/*
in_registry "delete from envelope_aside"

it "says of evidence that came by the door what was measured, and no other"
good_letter_with_photo() {
	start_complaint
	upload /complaint/evidence receipt="$receipt"
	letter_file=$(hidden file)
	cases=$(in_registry 'select count(*) from cases')
	send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" story='with a photograph' going_on=no anonymous=1 file="$letter_file"
	expect_status 200
	expect_soon 'select count(*) from cases' $((cases + 1))
}
good_letter_with_photo
expect_soon "select declared_type = type and declared_size = size and declared_sha256 = sha256 and sealed_size > 0 from case_file
	where name like '%-f$(echo "$letter_file" | cut -d: -f1)'" 1

it "sets aside what the intake did not write: another user's file, and one that has a second name"
stop_clerk
sealed "$(hex 21)" "$(complaint "$(hex 21)")"
chown 64199 "$inbox/$(hex 21)"
sealed "$(hex 22)" "$(complaint "$(hex 22)")"
ln "$inbox/$(hex 22)" "$folder/second-name"
start_clerk
expect_soon "select group_concat(reason, '; ') from (select reason from envelope_aside order by name)" \
	"not written by the intake's user; a file with more than one name"
wait_until 100 is_empty "$inbox" || broken "$(names "$inbox")"
expect_held "$aside" 2
expect_equal "$(in_registry "select count(*) from cases where receipt_lookup in ('$(hex 21)', '$(hex 22)')")" 0

it "takes in what was set aside and is moved back"
mv "$aside"/* "$inbox/"
expect_soon "select count(*) from cases where receipt_lookup in ('$(hex 21)', '$(hex 22)')" 2
expect_soon "select count(*) from envelope_aside" 0

it "takes envelopes of the user that the configuration names, by name or number"
stop_clerk
user=$(awk -F: '$3 != 0 { print $1; exit }' /etc/passwd)
sed 's/^door = .*/intake_user = '"$user"'/' "$config" >"$folder/named.conf"
sealed "$(hex 23)" "$(complaint "$(hex 23)")"
chown "$user" "$inbox/$(hex 23)"
sealed "$(hex 24)" "$(complaint "$(hex 24)")"
chown 64199 "$inbox/$(hex 24)"
"$build/clerk" --config "$folder/named.conf" 2>"$folder/clerk.err" &
clerk=$!
expect_soon "select count(*) from cases where receipt_lookup = '$(hex 23)'" 1
expect_soon "select name from envelope_aside" "$(hex 24)"
expect_held "$aside" 1
rm -f "$aside"/*
in_registry "delete from envelope_aside"

it "follows no link, waits for no pipe, and leaves junk where it is, which few lines tell of"
start_clerk
mkdir "$folder/private"
echo precious >"$folder/private/file"
ln -s "$folder/private" "$inbox/aside"
ln -s "$folder/private/file" "$inbox/$(hex 31)"
mkfifo "$inbox/$(hex 32)"
mkdir "$inbox/$(hex 33)"
echo "no envelope" >"$inbox/$(hex 34)"
mkdir "$inbox/$(hex 34)-f0123456789abcdef"
good_letter
good_letter
good_letter
expect_soon "select name from envelope_aside" "$(hex 34)"
expect_equal "$(names "$folder/private")" file
expect_held "$aside" 1
expect_equal "$(cat "$aside/$(hex 34)")" "no envelope"
expect "few lines, not $(lines): $(tail -n 3 "$folder/clerk.err")" [ "$(lines)" -le 12 ]
expect_held "$inbox" 5
rm -r "${inbox:?}"/*

it "goes on when nothing can be set aside: it stays in the inbox, and few lines tell of it"
stop_clerk
rm -r "$aside"
echo "in the way" >"$aside"
echo "no envelope" >"$inbox/$(hex 35)"
start_clerk
good_letter
good_letter
good_letter
expect "it stays" [ -f "$inbox/$(hex 35)" ]
expect "few lines, not $(lines): $(tail -n 3 "$folder/clerk.err")" [ "$(lines)" -le 8 ]
stop_clerk
rm "$aside"
start_clerk
expect_soon "select count(*) from envelope_aside where name = '$(hex 35)'" 1
wait_until 100 is_empty "$inbox" || broken "$(names "$inbox")"
rm -f "$aside"/*
in_registry "delete from envelope_aside"

it "makes the inbox sticky, so that who may put in may not take out what others put"
chmod 2733 "$inbox"
start_clerk
good_letter
expect_equal "$(stat -c %a "$inbox")" 3733
expect "it says that everybody may put in" grep -q 'give it the group of the intake and mode 3730' "$folder/clerk.err"
chmod 3730 "$inbox"

it "brings what former versions set aside within the inbox to where strangers do not come"
stop_clerk
mkdir -m 0700 "$inbox/aside"
echo "of former days" >"$inbox/aside/$(hex 36)"
start_clerk
wait_until 100 test -f "$aside/$(hex 36)" || broken "$(tail -n 3 "$folder/clerk.err")"
wait_until 100 test ! -e "$inbox/aside" || broken "$(names "$inbox")"
stop_clerk
rm -f "$aside"/*
in_registry "delete from envelope_aside"
start_clerk

it "keeps the photograph of a message that waited for more than a day while clerk was away"
good_letter
held=$receipt
stop_clerk
upload /receipt/message receipt="$held" nonce=00112233445566aa text="here is the proof"
expect_equal "$(names "$inbox" | wc -l)" 2
start_clerk SHANYU_CLOCK=$((now + 90000))
expect_soon "select count(*) from case_message where text = 'here is the proof'" 1
expect_equal "$(in_registry "select count(*) from case_file f where declared = 'p.jpg' and message is not null and sealed_size =
	(select sum(length(bytes)) from case_file_part where file = f.name) and sealed_size > size")" 1
wait_until 100 is_empty "$inbox" || broken "$(names "$inbox")"

it "keeps the photograph of a letter that was set aside, beside the letter"
stop_clerk
start_complaint
upload /complaint/evidence receipt="$receipt"
line=$(hidden file)
send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" story='something happened here' going_on=no anonymous=1 file="$line"
cp -p "$registry.office-key" "$folder/kept.key"
sed "s|$folder|$folder/other|" "$config" >"$folder/other.conf"
mkdir -p "$folder/other/registry"
"$build/shanyu" --config "$folder/other.conf" init >/dev/null
cp "$folder/other/registry/registry.db.office-key" "$registry.office-key"
start_clerk
expect_soon "select reason from envelope_aside" "sealed to another key"
expect_held "$inbox" 1
start_clerk SHANYU_CLOCK=$((now + 90000))
wait_until 100 is_empty "$inbox" || broken "$(names "$inbox")"
expect_equal "$(names "$aside" | sed 's/^.\{64\}//' | cut -c1-2 | tr '\n' ' ')" " -f "

it "takes both in when the key is the right one again and they are moved back"
stop_clerk
cp "$folder/kept.key" "$registry.office-key"
mv "$aside"/* "$inbox/"
cases=$(in_registry 'select count(*) from cases')
start_clerk SHANYU_CLOCK=$((now + 100000))
expect_soon 'select count(*) from cases' $((cases + 1))
expect_soon "select count(*) from envelope_aside" 0
expect_equal "$(in_registry "select sealed_size > 0 from case_file where position = 1 order by received_at desc limit 1")" 1
expect_equal "$(in_registry "select received_at between $now - 60 and $now + 3600 from cases order by number desc limit 1")" 1 "the clock runs from when it was sent"

it "removes a file that was attached and whose letter was never sent, after a day and not before"
stop_clerk
start_complaint
upload /complaint/evidence receipt="$receipt"
line=$(hidden file)
held=$receipt
start_clerk SHANYU_CLOCK="$(date +%s)"
good_letter
expect_held "$inbox" 1
start_clerk SHANYU_CLOCK=$((now + 90000))
wait_until 100 is_empty "$inbox" || broken "$(names "$inbox")"

it "gives no receipt for a file that is not there any more: the page names it, keeps the rest, and takes the letter without it"
SHANYU_CLOCK=$((now + 90000))
send /complaint/send receipt="$held" kind=COMPLAINT facility="$facility" story='something happened here' going_on=no anonymous=1 file="$line"
expect_status 400
expect_text '“p.jpg”放了将近一天没有提交'
expect_equal "$(hidden receipt) $(hidden story) $(hidden file)" "$held something happened here "
unset SHANYU_CLOCK
cases=$(in_registry 'select count(*) from cases')
send /complaint/send receipt="$held" kind=COMPLAINT facility="$facility" story='something happened here' going_on=no anonymous=1
expect_status 200
expect_soon 'select count(*) from cases' $((cases + 1))

it "says so on a receipt's page that was kept open for a day: it names the file and keeps the words, and takes the message without it"
good_letter
held=$receipt
line="$(printf %08x "$now")00000001:5:$(hex 0):image/jpeg:late.jpg"
plain_message() {
	for field in "receipt=$held" nonce=00112233445566cc "text=here is the proof again" "$@"; do
		printf -- '--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' "${field%%=*}" "${field#*=}"
	done >"$folder/form"
	printf -- '--x--\r\n' >>"$folder/form"
	send_body POST /receipt/message "multipart/form-data; boundary=x" "$folder/form"
}
SHANYU_CLOCK=$((now + 84000))
plain_message "file=$line"
expect_status 400
expect_text '“late.jpg”放了将近一天没有提交'
expect_text 'here is the proof again'
unset SHANYU_CLOCK
plain_message
expect_status 200
expect_soon "select count(*) from case_message where text = 'here is the proof again'" 1

it "takes a letter whose file an intake machine handed on before it"
start_complaint
upload /complaint/evidence receipt="$receipt"
line=$(hidden file)
wait_until 100 holds "$inbox" 1 || broken "$(names "$inbox")"
handed=$(names "$inbox")
in_registry "insert into envelope (id, sealed, forwarded_at, written_at) values ('$handed', readfile('$inbox/$handed'), $now, $now)"
rm -f "$inbox/$handed"
send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" story='a file handed on' going_on=no anonymous=1 file="$line"
expect_status 200
expect_soon "select sealed_size > 0 from case_file where name = '$handed'" 1

it "leaves a file where it is while the disk does not read it, and takes it in when it does"
stop_clerk
gcc -shared -fPIC -o "$folder/failing_read.so" tests/lib/failing_read.c
: >"$folder/failing"
start_complaint
upload /complaint/evidence receipt="$receipt"
line=$(hidden file)
cases=$(in_registry 'select count(*) from cases')
send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" story='something happened here' going_on=no anonymous=1 file="$line"
start_clerk LD_PRELOAD="$folder/failing_read.so" FAILING_WHILE="$folder/failing"
failed() { grep -q 'an envelope waits: Input/output error' "$folder/clerk.err"; }
wait_until 100 failed || broken "$(tail -n 3 "$folder/clerk.err")"
letter
expect_soon 'select count(*) from cases' $((cases + 1))
expect_held "$inbox" 2
rm "$folder/failing"
expect_soon 'select count(*) from cases' $((cases + 2))
expect_equal "$(in_registry "select count(*) from case_file where sealed_size = 0")" 0
wait_until 100 is_empty "$inbox" || broken "$(names "$inbox")"

it "lets no picture delay a letter, a publication or who must be told: eighteen wait for their previews meanwhile"
stop_clerk
cat >"$folder/slow-preview" <<-END
	#!/bin/sh
	# A card is no evidence, and is made whenever there is time.
	[ "\$1" = --card ] || echo \$\$ >>"$folder/previews"
	while [ ! -e "$folder/go" ]; do sleep 0.1; done
	exec "$(realpath "$build/preview")" "\$@"
END
chmod 755 "$folder/slow-preview"
echo "preview = $folder/slow-preview" >>"$config"
in_registry "update case_file set preview_state = 'NONE' where preview_state = 'WAITING'"
for n in 1 2 3; do
	for id in 1 2 3 4 5 6; do "$build/tests/seal" "$config" "$(hex "4$n")-f000000000000000$id" "$photo"; done
	sealed "$(hex "4$n")" "$(complaint "$(hex "4$n")" '{files: [range(1; 7) | {id: ("000000000000000" + (. | tostring)), sha256: ("0" * 64), name: "a.jpg"}]}')"
done
# living FILE: how many of the processes whose numbers the file has run. One that took too long was ended and begun anew.
living() {
	count=0
	while read -r number; do
		are_gone "$number" || count=$((count + 1))
	done <"$1"
	echo "$count"
}
start_clerk
waiting="select count(*) from case_file where preview_state = 'WAITING'"
expect_soon "$waiting" 18
wait_until 100 test -s "$folder/previews" || broken "no preview was begun: $(tail -n 3 "$folder/clerk.err")"
good_letter kind=EMERGENCY
number=$(in_registry "select max(number) from cases")
expect_soon "select count(*) > 0 from reminder where number = '$number'" 1
in_registry "update facility set name = '换了名字的机构' where code = '$facility'"
publish
published() { [ "$(in_edition "select count(*) from facility where name = '换了名字的机构'" 2>/dev/null)" = 1 ]; }
wait_until 300 published || broken "it is not published: $(tail -n 3 "$folder/clerk.err")"
expect_equal "$(in_registry "$waiting")" 18
expect_equal "$(living "$folder/previews")" 1 "one at a time"

it "ends a preview with clerk, and makes it anew the next time, until all are made"
stop_clerk
expect_equal "$(living "$folder/previews")" 0
: >"$folder/go"
start_clerk
expect_soon "select count(*) from case_file where preview_state = 'MADE' and length(preview) > 100 and name like '%-f000000000000000_'" 18
expect_equal "$(in_registry "$waiting")" 0

it "leaves pictures waiting while the program that makes previews is not there"
stop_clerk
mv "$folder/slow-preview" "$folder/away"
in_registry "update case_file set preview_state = 'WAITING', preview = null where name like '$(hex 41)%'"
start_clerk
said() { grep -q 'no previews are made' "$folder/clerk.err"; }
wait_until 100 said || broken "$(tail -n 3 "$folder/clerk.err")"
good_letter
expect_equal "$(in_registry "$waiting")" 6
mv "$folder/away" "$folder/slow-preview"
expect_soon "$waiting" 0
