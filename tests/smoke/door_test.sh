#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Complaints through nginx, intake and clerk, each as the user it runs as: what may be done, what may not, what comes of it.
. tests/lib/site.sh
. tests/lib/door.sh

make_demo
let_everything_in
facility=$(in_registry "select code from facility order by code limit 1")
start_site LETTER_RATE=100000r/m RECEIPT_RATE=100000r/m
photo=tests/data/evidence/photo.jpg
marker="不可外传的一句话$(date +%N)"
complain() { curl -s -o "$folder/body" -w '%{http_code}' "$@" "$origin/complaint/send"; }
new_receipt() { visit /complaint && receipt=$(hidden receipt); }
letter() { complain --data-urlencode "receipt=$receipt" -d kind=COMPLAINT -d facility="$facility" -d going_on=no -d anonymous=1 --data-urlencode "story=$marker" "$@"; }
follow() { visit -X POST --data-urlencode "receipt=$receipt" /receipt; }
follow_says() { follow && grep -qF -- "$1" "$folder/body"; }
as_intake() { setpriv --reuid=64101 --regid=64101 --clear-groups "$@"; }
case_number() { in_registry "select number from cases order by number desc limit 1"; }

of_process() { sed -n "s/^$1:\t//p" "/proc/$2/status"; }

it "runs every program as a user of its own, confined, without rights of root or a way back to them; and so who watches them"
for program in portal:64100 intake:64101 clerk:64102 admin:64103; do
	for pid in $(processes_of ${program%:*}); do
		watcher=$(ps -o ppid= -p "$pid" | tr -d ' ')
		for each in $pid $watcher; do
			expect_equal "$(of_process Uid "$each")" "$(printf "${program#*:}\t%.0s" 1 2 3 4 | sed 's/\t$//')" "${program%:*}"
			expect_equal "$(of_process Seccomp "$each")" 2 "$program is confined"
			expect_equal "$(of_process NoNewPrivs "$each")" 1 "$program gets no new privileges"
			for rights in CapEff CapPrm CapBnd CapInh; do expect_equal "$(of_process $rights "$each")" 0000000000000000 "$program: $rights"; done
		done
		# The kernel gives the files of a process that may not be looked into to root.
		expect_equal "$(stat -c %u "/proc/$pid/mem")" 0 "the memory of $program is nobody's"
		expect_equal "$(awk '/^Max core file size/ { print $5, $6 }' "/proc/$pid/limits")" "0 0" "$program writes no core"
	done
done
for pid in $(pgrep -f "$folder/"); do
	[ "$(of_process Uid "$pid" | cut -f1)" != 0 ] || echo "$(cat "/proc/$pid/comm" 2>/dev/null) $(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null)"
done | grep -v '^nginx nginx: master' >"$folder/roots" || true
expect_equal "$(cat "$folder/roots")" "" "nobody else is root"

it "lets each user reach the keys and the registry that it needs, and no others"
may() { setpriv --reuid="$1" --regid="$1" --groups="${2:-$1}" cat "$3" >/dev/null 2>&1 && echo yes || echo no; }
for key in log_key:no:yes office_key:yes:no receipt_key:yes:yes contact_key:yes:yes account_key:no:yes; do
	file=$folder/keys/$(echo $key | cut -d: -f1)
	expect_equal "$(may 64102 64101,64110 "$file") $(may 64103 64110 "$file")" "$(echo $key | cut -d: -f2,3 | tr : ' ')" "$key to clerk and admin"
	expect_equal "$(may 64100 '' "$file") $(may 64101 '' "$file") $(may 64104 '' "$file")" "no no no" "$key to others"
done
expect_equal "$(may 64102 64101,64110 "$registry") $(may 64103 64110 "$registry") $(may 64100 '' "$registry") $(may 64101 '' "$registry")" "yes yes no no" "the registry"

it "tells of each fence when it is asked"
for program in portal intake admin clerk; do
	"$build/$program" --check --config "$config" >"$folder/check" || broken "$program: $(cat "$folder/check")"
	for fence in user: terminal: memory: files: 'system calls:' 'the fences stand'; do
		grep -q "^$fence" "$folder/check" || broken "$program does not tell of $fence"
	done
done
"$build/preview" --check </dev/null >"$folder/check"
expect "preview, begun by root, is not root" grep -q '^user: 64104, without rights of root' "$folder/check"

it "takes a complaint, and its receipt opens the case within a second or two"
new_receipt
expect_equal "$(letter)" 200
expect_equal "$(shown_receipt)" "$receipt"
expect "the case" wait_until 20 follow_says '已收到'
expect_text '个工作日'
expect_equal "$(in_registry "select story from cases")" "$marker"
expect_equal "$(envelopes)" 0

messages() { in_registry "select count(*) from case_message m join receipt r on r.lookup = m.receipt_lookup join cases c using (receipt_lookup) where c.story = '$1'"; }
all_taken() { [ "$(envelopes)" = 0 ]; }
clerk_is() { for pid in $(processes_of clerk); do kill -"$1" "$pid"; done; }

it "takes the same letter sent again, while it waits to be taken and afterwards, as one case and no message"
clerk_is STOP
new_receipt
for _ in 1 2 3; do
	expect_equal "$(letter --data-urlencode "story=$marker twice")" 200
	expect_equal "$(shown_receipt)" "$receipt"
done
clerk_is CONT
expect "the case" wait_until 100 follow_says '已收到'
expect_equal "$(letter --data-urlencode "story=$marker twice")" 200
expect "all to be taken" wait_until 100 all_taken
expect_equal "$(in_registry "select count(*) from cases where story = '$marker twice'")" 1
expect_equal "$(messages "$marker twice")" 0

it "tells who corrects a letter and sends it again, and the office reads each wording once, as a message"
clerk_is STOP
new_receipt
expect_equal "$(letter --data-urlencode "story=$marker begun")" 200
expect_no_text '先前已经交过一次'
expect_equal "$(letter --data-urlencode "story=$marker mended at once")" 200
expect_text '先前已经交过一次'
expect_equal "$(shown_receipt)" "$receipt"
clerk_is CONT
expect "the first message" wait_until 100 follow_says "$marker mended at once"
for _ in 1 2; do
	expect_equal "$(letter --data-urlencode "story=$marker mended later" -d wish=enough)" 200
	expect_text '先前已经交过一次'
done
expect "the second message" wait_until 100 follow_says "$marker mended later"
expect_equal "$(letter --data-urlencode "story=$marker begun")" 200
expect_equal "$(letter --data-urlencode "story=$marker mended at once")" 200
expect "all to be taken" wait_until 100 all_taken
expect_equal "$(in_registry "select count(*) from cases where story like '$marker%mended%'")" 0
expect_equal "$(in_registry "select m.text from case_message m join cases c using (receipt_lookup) where c.story = '$marker begun' order by m.position")" \
	"$marker mended at once
$marker mended later

enough"

it "seals the telephone that is given with a corrected letter, and puts it into no message"
expect_equal "$(letter --data-urlencode "story=$marker begun" -d anonymous=0 -d reply_by=phone --data-urlencode contact_name=王小明 -d contact_phone=13900009999)" 200
expect "all to be taken" wait_until 100 all_taken
expect_equal "$(in_registry "select c.anonymous, count(k.sealed) from cases c left join case_contact k using (receipt_lookup) where c.story = '$marker begun' group by 1")" '0|1'
expect_equal "$(in_registry "select count(*) from case_message where text like '%13900009999%' or text like '%王小明%'")" 0

it "lets intake's user neither open the registry or a key nor list the inbox or the mailbox"
for secret in log_key office_key receipt_key contact_key account_key; do
	! as_intake cat "$folder/keys/$secret" >/dev/null 2>&1 || broken "reads $secret"
done
! as_intake sqlite3 "$registry" 'select count(*) from cases' >/dev/null 2>&1 || broken "opens the registry"
! as_intake ls "$folder/inbox" >/dev/null 2>&1 || broken "lists the inbox"
! as_intake ls "$folder/mailbox" >/dev/null 2>&1 || broken "lists the mailbox"

it "lets intake's user put an envelope in and not read it again"
as_intake env -i PATH="$PATH" REQUEST_METHOD=POST REQUEST_URI=/complaint/send CONTENT_TYPE=application/x-www-form-urlencoded \
	CONTENT_LENGTH=0 "$build/intake" --config "$config" </dev/null >/dev/null 2>&1 || broken "intake does not run as its user"
for pid in $(processes_of clerk); do kill -STOP "$pid"; done
new_receipt
expect_equal "$(letter)" 200
for envelope in "$folder"/inbox/*; do
	[ -f "$envelope" ] || continue
	expect_equal "$(stat -c '%u %a' "$envelope")" "64101 40"
	! as_intake cat "$envelope" >/dev/null 2>&1 || broken "reads its own envelope"
done
for pid in $(processes_of clerk); do kill -CONT "$pid"; done

it "has the office's secret key in no file that intake reads and not in its memory, where clerk has it"
key=$(cut -c1-64 "$folder/keys/office_key")
! grep -rqsF "$key" "$config" "$folder/door/" || broken "the secret key lies about"
for pid in $(processes_of clerk | head -n 1); do
	expect "it is found where it is" [ "$(node tests/lib/memory.mjs "$pid" "hex:$key")" -ge 1 ]
done
for pid in $(processes_of intake); do
	expect_equal "$(node tests/lib/memory.mjs "$pid" "hex:$key" "$key" | tr '\n' ' ')" "0 0 "
done

it "has the key of contact data in memory only for the moment that something is sealed or opened with it"
key=$(cut -c1-64 "$folder/keys/contact_key")
other=$(cut -c1-64 "$folder/keys/account_key")
for pid in $(processes_of admin); do
	expect_equal "$(node tests/lib/memory.mjs "$pid" "hex:$key" "$key" | tr '\n' ' ')" "0 0 " "admin, of the contact key"
	expect "a key is found where it is" [ "$(node tests/lib/memory.mjs "$pid" "hex:$other")" -ge 1 ]
done
for pid in $(processes_of clerk | head -n 1); do
	expect "clerk used it" [ "$(in_registry "select count(*) from receipt")" -ge 1 ]
	expect_equal "$(node tests/lib/memory.mjs "$pid" "hex:$key" "$key" | tr '\n' ' ')" "0 0 " "clerk, of the contact key"
done

it "keeps nothing of a letter, a receipt or an answer in the memory of the worker, once it is answered"
new_receipt
expect_equal "$(letter -d anonymous=0 -d contact_name=NeedleInAHaystack -d contact_phone=13912345678)" 200
expect "the case" wait_until 20 follow_says '已收到'
curl -s -o "$folder/body" -d "receipt=$receipt" "$origin/receipt/complaint.json"
curl -s -o "$folder/body" -F "receipt=$receipt" -F "story=$marker" -F "contact_name=NeedleInAHaystack" -F "evidence=@$photo" "$origin/complaint/evidence"
for pid in $(processes_of intake); do
	expect_equal "$(node tests/lib/memory.mjs "$pid" "$marker" NeedleInAHaystack 13912345678 "$receipt" | tr '\n' ' ')" "0 0 0 0 "
done

it "puts no unsealed byte of an upload on a disk, while it comes in and afterwards"
head -c 3000000 /dev/zero | tr '\0' 'x' >"$folder/../shanyu-filler.$$"
{ cat "$photo"; printf '%s' "$marker"; cat "$folder/../shanyu-filler.$$"; printf '\377\331'; } >"/dev/shm/shanyu-upload.$$.jpg"
rm -f "$folder/../shanyu-filler.$$"
new_receipt
curl -s --limit-rate 1500k -o "$folder/uploaded" -H 'Accept: application/json' -F "receipt=$receipt" -F "story=$marker" \
	-F "evidence=@/dev/shm/shanyu-upload.$$.jpg" "$origin/complaint/evidence" &
upload=$!
sleep 1
memory=$(sed -n 's/.*client_body_temp_path \([^;]*\);/\1/p' "$folder/nginx/nginx.conf")
expect_equal "$(stat -f -c %T "$memory")" tmpfs
# nginx takes the name from such a file at once: it is found where its workers hold it.
for pid in $(pgrep -P "$(cat "$folder/nginx/nginx.pid")"); do
	find "/proc/$pid/fd" -lname '* (deleted)' -exec readlink {} + 2>/dev/null || true
done >"$folder/held"
expect "a body in memory" grep -q "^$memory/" "$folder/held"
expect_equal "$(grep -cv "^$memory/" "$folder/held")" 0 "$(cat "$folder/held")"
expect_equal "$(grep -rlF "$marker" "$folder" --exclude=registry.db --exclude-dir=mailbox | wc -l)" 0
wait $upload
rm -f "/dev/shm/shanyu-upload.$$.jpg"
line=$(jq -r .file "$folder/uploaded")
expect "it was taken" [ "$line" != null ]
expect_equal "$(grep -rlF "$marker" "$folder" --exclude=registry.db --exclude-dir=mailbox | wc -l)" 0
expect_equal "$(find "$memory" -type f | wc -l)" 0

it "keeps the original sealed with its hash, and a preview without what the camera wrote"
expect_equal "$(letter --data-urlencode "file=$line")" 200
expect "the case" wait_until 30 follow_says '已收到'
previewed() { [ "$(in_registry "select preview_state from case_file where size > 3000000")" = MADE ]; }
expect "a preview" wait_until 50 previewed
in_registry "select writefile('$folder/preview.jpg', preview) from case_file where size > 3000000" >/dev/null
expect_equal "$(head -c 3 "$folder/preview.jpg" | od -An -tx1)" " ff d8 ff"
! grep -qaE 'Exif|GPS|Camera' "$folder/preview.jpg" || broken "the preview says where it was taken"
expect_equal "$(in_registry "select sha256 = '$(echo "$line" | cut -d: -f3)' from case_file where size > 3000000")" 1
expect_equal "$(in_registry "select count(*) from case_file_part where instr(bytes, cast('$marker' as blob)) > 0")" 0

it "says why a file was not taken, and keeps the rest"
: >"$folder/empty.jpg"
head -c 300 "$photo" >"$folder/half.jpg"
echo "plain words" >"$folder/words.jpg"
head -c 21000000 /dev/zero >"$folder/large.jpg"
new_receipt
for case in EMPTY:empty TRUNCATED:half KIND:words TOO_LARGE:large; do
	curl -s -o "$folder/body" -H 'Accept: application/json' -F "receipt=$receipt" -F "evidence=@$folder/${case#*:}.jpg" "$origin/complaint/evidence"
	expect_equal "$(jq -r .problem "$folder/body")" "${case%:*}"
done
visit -F "receipt=$receipt" -F step=evidence -F go=continue -F "story=$marker" -F "evidence=@$photo;filename=照片.jpg" -F "evidence=@$folder/words.jpg" /complaint/evidence
expect_status 400
expect_text '“words.jpg”的类型不能收'
expect_text '照片.jpg'
expect_equal "$(hidden story)" "$marker"

it "takes a file whatever its name is written in, and no worker ends"
before=$(processes_of intake | sort)
for upload in tests/data/uploads/*.body; do
	new_receipt
	LC_ALL=C sed "s/@RECEIPT@/$receipt/" "$upload" >"$folder/upload"
	visit -H 'Content-Type: multipart/form-data; boundary=----WebKitFormBoundaryABC' --data-binary "@$folder/upload" /complaint/evidence
	expect_status 200
	expect_text 'name="file" value="'
done
expect_equal "$(processes_of intake | sort)" "$before"

it "takes six files and says that a seventh is too many"
set --
for _ in 1 2 3 4 5 6 7; do set -- "$@" -F "evidence=@$photo"; done
new_receipt
visit -F "receipt=$receipt" -F step=evidence "$@" /complaint/evidence
expect_text '最多 6 个文件'
expect_equal "$(grep -c 'name="go" value="remove-' "$folder/body")" 6

it "follows the case: messages of both sides, evidence, the reply, the rating, the review by someone else"
new_receipt
expect_equal "$(letter)" 200
expect "the case" wait_until 20 follow_says '已收到'
number=$(case_number)
lookup=$(in_registry "select receipt_lookup from cases where number = '$number'")
nonce=$(hidden nonce)
visit -F "receipt=$receipt" -F "nonce=$nonce" -F "text=还有一件事" -F "evidence=@$photo;filename=又一张.jpg" /receipt/message
expect_status 200
visit -F "receipt=$receipt" -F "nonce=$nonce" -F "text=还有一件事" -F "evidence=@$photo;filename=又一张.jpg" /receipt/message
expect "the message" wait_until 20 follow_says '还有一件事'
expect_text '又一张.jpg'
expect_equal "$(grep -o '还有一件事' "$folder/body" | wc -l)" 1
# Back in the browser, corrected, sent again: the page of before, with its nonce.
visit -F "receipt=$receipt" -F "nonce=$nonce" -F "text=改一下：是另一件事" /receipt/message
expect_status 200
expect "the corrected message" wait_until 20 follow_says '改一下：是另一件事'
office() { "$build/tests/office" "$config" "$@" 2>"$folder/office" || broken "$* $(cat "$folder/office")"; }
evidence_is_here() { [ "$(in_registry "select count(*) from case_file where sealed_size > 0 and receipt_lookup = '$lookup'")" = 1 ]; }
expect "the evidence" wait_until 50 evidence_is_here
original="$(shanyu case file "$number" 1 --to "$folder/original.jpg" --reason 移送公安 2>&1)" || broken "$original"
cmp -s "$photo" "$folder/original.jpg" || broken "the original is not what was sent"
expect_equal "$(stat -c %a "$folder/original.jpg")" 600
expect_equal "$(in_registry "select action || ' ' || subject || ' ' || reason from audit order by seq desc limit 1")" "case.file_original $number 移送公安"
! shanyu case file "$number" 1 --to "$folder/original.jpg" --reason 再来 >/dev/null 2>&1 || broken "writes over a file"
! shanyu case file "$number" 2 --to "$folder/none.jpg" --reason 再来 >/dev/null 2>&1 || broken "finds evidence that is not there"
office move "$number" TRIAGED DESK
office move "$number" ACCEPTED DESK '已经受理，会派人去看'
office move "$number" DISPATCHED DESK
office move "$number" HANDLING DEPARTMENT
office message "$lookup" "$number" '请问是哪个班？'
office move "$number" REPLIED DEPARTMENT '已要求整改'
expect "the reply" wait_until 20 follow_says '已要求整改'
expect_text '请问是哪个班？'
expect_text '已经受理，会派人去看'
! grep -qF 张三 "$folder/body" || broken "names who works on it"
visit -X POST -d "receipt=$receipt" -d "nonce=$(hidden nonce)" -d "number=$number" -d solved=0 --data-urlencode 'text=没有变化' /receipt/rating
expect "the review" wait_until 20 follow_says '您表示没有解决'
expect_equal "$(in_registry "select review_not_by from cases where number = '$number'")" 张三

it "withdraws a case that is not answered yet, when it is meant"
new_receipt
expect_equal "$(letter)" 200
expect "the case" wait_until 20 follow_says '撤回这一件'
number=$(case_number)
nonce=$(hidden nonce)
visit -X POST -d "receipt=$receipt" -d "nonce=$nonce" -d "number=$number" /receipt/withdraw
expect_text '请先勾选'
visit -X POST -d "receipt=$receipt" -d "nonce=$nonce" -d "number=$number" -d sure=1 /receipt/withdraw
expect "withdrawn" wait_until 20 follow_says '您已撤回'

it "stamps the time, so that anybody can check it offline, and sees a changed complaint"
curl -s -o "$folder/stamp.txt" -d "receipt=$receipt" "$origin/receipt/stamp.txt"
curl -s -o "$folder/complaint.json" -d "receipt=$receipt" "$origin/receipt/complaint.json"
curl -s -o "$folder/key" "$origin/receipt/key"
expect "the stamp" "$build/shanyu" receipt verify "$folder/stamp.txt" "$folder/complaint.json" --key "$(cat "$folder/key")"
grep -q "^to be answered by: " "$folder/expected" || broken "the stamp says no day"
sed -i 's/不可外传/可以外传/' "$folder/complaint.json"
! "$build/shanyu" receipt verify "$folder/stamp.txt" "$folder/complaint.json" --key "$(cat "$folder/key")" 2>/dev/null || broken "a changed complaint passes"

it "keeps a named reporter's contact sealed: not in the registry's text, nor in what the receipt opens"
new_receipt
expect_equal "$(complain --data-urlencode "receipt=$receipt" -d kind=COMPLAINT -d facility="$facility" -d going_on=no -d anonymous=0 -d story=sealed-letter \
	-d contact_name=reporter-name -d contact_phone=13857924680)" 200
expect "the case" wait_until 20 follow_says '已收到'
curl -s -o "$folder/complaint.json" -d "receipt=$receipt" "$origin/receipt/complaint.json"
expect "what was sent" grep -q sealed-letter "$folder/complaint.json"
! grep -q 'reporter-name\|13857924680\|contact' "$folder/complaint.json" || broken "a found receipt tells the name"
in_registry .dump >"$folder/dump"
expect "what was sent" grep -q sealed-letter "$folder/dump"
! grep -q 'reporter-name\|13857924680' "$folder/dump" || broken "the registry tells the name"

it "sets aside what it cannot open, and tells of it"
name=$(printf 'ab%.0s' $(seq 32))
echo "no envelope" >"$folder/inbox/$name"
aside() { [ -f "$folder/aside/$name" ]; }
expect "set aside" wait_until 30 aside
expect_equal "$(in_registry "select count(*) from envelope_aside where name = '$name'")" 1
expect "it is told" wait_until 30 grep -q 'set aside' "$folder/site.err"

it "neither loses nor doubles a letter when clerk is killed again and again"
before=$(in_registry 'select count(*) from cases')
for turn in $(seq 30); do
	new_receipt
	[ "$(letter)" = 200 ] || broken "letter $turn was not taken"
	echo "$receipt" >>"$folder/receipts"
	[ $((turn % 3)) != 0 ] || for pid in $(processes_of clerk); do kill -KILL "$pid"; done
done
waiting() { find "$folder/inbox" -maxdepth 1 -type f | grep -cE '/[0-9a-f]{64}$' || true; }
all_open() { [ "$(in_registry 'select count(*) from cases')" = $((before + 30)) ] && [ "$(waiting)" = 0 ]; }
expect "30 cases" wait_until 100 all_open
while read -r receipt; do
	wait_until 20 follow_says 已收到 || broken "a receipt opens nothing"
done <"$folder/receipts"

it "is not held up by seventy messages that wait for something, and takes them when it is there"
new_receipt
expect_equal "$(letter)" 200
expect "the case" wait_until 20 follow_says '已收到'
lookup=$(in_registry "select lookup from receipt order by created_at desc, rowid desc limit 1")
envelope=$(in_registry "select envelope from receipt where lookup = '$lookup'")
# Clerk takes more than may usually wait for an answer; the door still goes by what is published.
in_registry "update rule set value = 100 where key = 'message.unanswered_most'"
# As if their complaint had not come yet.
in_registry "update receipt set envelope = 'away' where lookup = '$lookup'"
for turn in $(seq 70); do
	until visit -F "receipt=$receipt" -F "nonce=$(printf '%016x' "$turn")" -F "text=message $turn" /receipt/message && [ "$status" = 200 ]; do sleep 1; done
done
held=$receipt
new_receipt
until [ "$(letter)" = 200 ]; do sleep 1; done
expect "another's case" wait_until 50 follow_says '已收到'
in_registry "update receipt set envelope = '$envelope' where lookup = '$lookup'"
arrived() { [ "$(in_registry "select count(*) from case_message where receipt_lookup = '$lookup'")" = 70 ]; }
expect "all messages" wait_until 100 arrived
expect_equal "$(in_registry "select group_concat(text, ' ') from (select text from case_message where receipt_lookup = '$lookup' order by position limit 3)")" \
	"message 1 message 2 message 3"
receipt=$held
expect "they are shown" follow_says 'message 70'

it "takes no more messages than may wait for an answer, keeps what was typed, and goes on when the office has written"
visit -F "receipt=$receipt" -F "nonce=$(printf '%016x' 71)" -F "text=one too many" /receipt/message
expect_status 429
expect_text '请等办理部门回复后再写'
expect_text 'one too many</textarea>'
office message "$lookup" "$(in_registry "select number from cases where receipt_lookup = '$lookup'")" '都看到了，正在查'
expect "the answer" wait_until 20 follow_says '都看到了，正在查'
until visit -F "receipt=$receipt" -F "nonce=$(printf '%016x' 72)" -F "text=谢谢" /receipt/message && [ "$status" != 429 ]; do sleep 1; done
expect_status 200
expect "the message" wait_until 20 follow_says '谢谢'

it "leaves no receipt, text or address in a log, and of the time only the day"
! grep -qE "$(head -n 1 "$folder/receipts")|不可外传" "$folder"/nginx/*.log "$folder/site.err" || broken "a log holds it"
! grep -qE ' (/complaint|/receipt)' "$folder/nginx/access.log" || broken "it stands among the others"
grep -E ' (/complaint|/receipt)' "$folder/nginx/sealed.log" >"$folder/logged"
expect_equal "$(grep -cvE '^[0-9]{4}-[0-9]{2}-[0-9]{2} - (GET|POST) /[a-z./]+ [0-9]{3} [0-9]+ [0-9.]+ - -$' "$folder/logged")" 0 "$(head -n 1 "$folder/logged")"
expect "there are lines" [ "$(wc -l <"$folder/logged")" -gt 30 ]

it "raises an alarm while there is little room, then refuses files, then letters, with a page that keeps what was typed, and takes them again"
stop_site
mount -t tmpfs -o size=290m tmpfs "$folder/inbox"
at_end "umount -l '$folder/inbox' 2>/dev/null || true"
start_site LETTER_RATE=100000r/m RECEIPT_RATE=100000r/m
alarmed() { grep -q 'ALARM: the disk of the inbox is nearly full' "$folder/site.err"; }
expect "an alarm" wait_until 150 alarmed
new_receipt
evidence_answer() { curl -s -H 'Accept: application/json' -F "receipt=$receipt" -F "evidence=@$photo" "$origin/complaint/evidence"; }
expect_equal "$(evidence_answer | jq -r 'has("file")')" true
dd if=/dev/zero of="$folder/inbox/.filler" bs=1M count=30 status=none
expect_equal "$(evidence_answer | jq -r .problem)" FULL
expect_equal "$(letter)" 200
dd if=/dev/zero of="$folder/inbox/.more" bs=1M count=205 status=none
new_receipt
expect_equal "$(letter)" 503
expect_text '暂时收不下，还没有提交'
expect_equal "$(hidden story)" "$marker"
expect_equal "$(hidden receipt)" "$receipt"
rm "$folder/inbox/.filler" "$folder/inbox/.more"
expect_equal "$(letter)" 200
expect "the case" wait_until 50 follow_says '已收到'

it "ends or refuses whatever a worker that was taken over tries, and answers the next request"
gcc -D_GNU_SOURCE -shared -fPIC -o "$folder/forbidden.so" tests/lib/forbidden.c
stop_site
mkdir -m 777 "$folder/victim"
echo words >"$folder/victim/file"
chmod 666 "$folder/victim/file"
start_site LD_PRELOAD_WORKERS="$folder/forbidden.so" FORBIDDEN_FOLDER="$folder/victim" LETTER_RATE=100000r/m
attempts=$(sed -n 's/^\t{ "\([a-z_]*\)", .*/\1/p' tests/lib/forbidden.h)
expect "there are attempts" [ "$(echo "$attempts" | wc -l)" -gt 20 ]
for program in portal intake admin; do
	number=0
	for attempt in $attempts; do
		# One that was begun anew may not be behind its fence yet.
		fenced_one() { for pid in $(processes_of $program); do [ "$(stat -c %u "/proc/$pid/mem" 2>/dev/null)" != 0 ] || return 0; done; return 1; }
		wait_until 600 fenced_one || broken "no $program is there"
		/bin/kill --signal USR2 --queue $number "$pid"
		came_out() { ! kill -0 "$pid" 2>/dev/null || grep -qE "forbidden $program $attempt (refused|DONE)" "$folder/site.err"; }
		wait_until 600 came_out || broken "$program: $attempt is not tried"
		# The line comes through another process, maybe later than the end of who wrote it.
		expect "$program tried $attempt" wait_until 600 grep -q "forbidden $program $attempt is tried" "$folder/site.err"
		! grep -q "forbidden $program $attempt DONE" "$folder/site.err" || broken "$program: $attempt is done"
		number=$((number + 1))
	done
	for path in /complaint /facilities; do
		visit $path
		expect_status 200
	done
done
! grep "forbidden .* DONE" "$folder/site.err" || broken "something forbidden is done"
expect_equal "$(ls "$folder/victim")" file
expect_equal "$(cat "$folder/victim/file")" words

it "leaves nothing in memory when it ends"
memory=$(sed -n 's/.*client_body_temp_path \([^;]*\)\/bodies;/\1/p' "$folder/nginx/nginx.conf")
stop_site
[ ! -e "$memory" ] || broken "$memory is still there"
