#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The complaint's pages, one thing a page, by the real intake as a CGI program.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
export SHANYU_CLOCK=1790000000

make_demo
prepare portal rebuild
make_door
facility=$(in_registry "select code from facility order by code limit 1")
name=$(in_registry "select name from facility order by code limit 1")
story='昨天下午没有人看护。
孩子“哭了”<b>&amp; 一小时'

it "begins with the emergency numbers, and with a receipt that nobody else has"
start_complaint
first=$receipt
expect_status 200
expect_text 'tel:110'
start_complaint
expect "another receipt" [ "$first" != "$receipt" ]
expect_equal "${#receipt}" 28

it "takes the facility along from the code on its door"
start_complaint "?facility=$facility"
expect_text "$name"
expect_equal "$(hidden facility)" "$facility"

it "says which answer is missing and keeps the others"
send /complaint receipt="$receipt" step=kind go=continue
expect_status 400
expect_text '请选一种'
send /complaint receipt="$receipt" step=story go=continue wish='退还 "押金"'
expect_status 400
expect_text '请写下发生了什么'
expect_text '退还 &quot;押金&quot;'

it "says how long the story may be, how long it is when it is too long, and keeps all of it"
long=$(jq -nr '"字" * 5314')
send /complaint receipt="$receipt" step=story go=continue story="$long"
expect_status 400
expect_text 'role="status">最多 5,000 字</p>'
expect_text '发生了什么要 5 到 5,000 字，现在 5,314 字'
expect_text "$long</textarea>"

it "shows emergency numbers before an emergency goes on, and to nobody else"
send /complaint receipt="$receipt" step=kind go=continue kind=EMERGENCY
expect_text '先打电话，再接着填'
send /complaint receipt="$receipt" step=kind go=continue kind=COMPLAINT
expect_text '是哪一家？'

it "finds a facility as the list does: by a name with a slip, by place and kind in one phrase, by telephone; and keeps the one chosen before"
chosen=$(in_registry "select code from facility where closed_on is null order by code desc limit 1")
kept=$(in_registry "select name from facility where code = '$chosen'")
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT facility="$chosen" q=枫鹊幼儿园
expect_text '按“枫雀”查找'
expect_text "还是 $kept"
expect_text "value=\"$chosen\" checked"
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT q=枫雀幼而
expect_text '枫雀幼儿园'
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT q=长寿录地铁站旁边那家宝宝屋
expect_text '按“长寿路”查找'
expect_equal "$(grep -c 'name="facility" type="radio"' "$folder/body")" 12
expect_text '只列出前面的'
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT q='+86 199 0000 0007'
expect_text 'value="PT-0007"'
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT facility="$chosen" q=没有叫这个的地方吧
expect_text '没有找到'
expect_equal "$(hidden facility)" "$chosen"

it "offers those that stand at a road that was written with a slip, and none for words that tell of no facility"
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT q=长寿录
expect_text '按“长寿路”查找'
expect_text '长寿路街道儿童服务中心'
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT q=押金
expect_no_text 'name="facility" type="radio"'

it "finds a facility by a word in both writings and by initials of its pinyin"
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT q=长寿路
expect_text '长寿路街道儿童服务中心'
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT q=長壽路
expect_text '长寿路街道儿童服务中心'
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT q=csl
expect_text '长寿路街道儿童服务中心'

it "goes on with words for a place that is on no list"
send /complaint receipt="$receipt" step=facility go=continue kind=REPORT place='武宁路某小区一楼'
expect_text '发生了什么？'
expect_equal "$(hidden place)" 武宁路某小区一楼

it "keeps everything when somebody steps back, also what is not finished on this page"
send /complaint receipt="$receipt" step=when go=back kind=REPORT place=x1 story="$story" happened=昨天
expect_text '发生了什么？'
expect_text '昨天下午没有人看护。
孩子“哭了”&lt;b&gt;&amp;amp; 一小时'
expect_equal "$(hidden happened)" 昨天
expect_equal "$(hidden receipt)" "$receipt"

it "carries a text with line breaks and marks unchanged from page to page"
send /complaint receipt="$receipt" step=story go=continue kind=COMPLAINT facility="$facility" story="$story"
expect_text 'name="story" value="昨天下午没有人看护。
孩子“哭了”&lt;b&gt;&amp;amp; 一小时"'

pasted() { awk -F '\t' -v name="$1" -v which="${2:-1}" '$1 == name && ++seen == which { print $2 }' tests/data/pasted-texts.txt; }

it "drops what nobody can see from pasted text, in every field, and takes the rest"
send /complaint receipt="$receipt" step=contact go=continue kind=COMPLAINT facility="$facility" going_on=yes anonymous=0 reply_by=receipt \
	story="$(pasted story)$(printf '\v第二行\001')" contact_name="$(pasted name)" contact_phone="$(pasted phone)"
expect_status 200
expect_equal "$(hidden contact_name)" 张三
expect_equal "$(hidden contact_phone)" 13900000000
expect_text 'name="story" value="孩子说老师打人了，请查。'
expect_text '第二行"'
send /complaint receipt="$receipt" step=facility go=search kind=COMPLAINT q="$(pasted search)"
expect_text '长寿路街道儿童服务中心'
for which in 1 2; do
	send /receipt receipt="$(pasted receipt $which)"
	expect_text '还没有找到'
done

it "asks a named reporter for a name and one way to be reached"
send /complaint receipt="$receipt" step=contact go=continue kind=COMPLAINT facility="$facility" story="$story" going_on=yes anonymous=0
expect_status 400
expect_text '请写怎么称呼您'
expect_text '请留电话或其他联系方式'

all() { send "$1" receipt="$receipt" kind=COMPLAINT facility="$facility" story="$story" going_on=yes anonymous=1 "$@"; }

it "shows all answers to be checked, with who sees them, how long they are kept, and the law's day"
all /complaint step=contact go=continue
expect_status 200
expect_text '看一看，没错就提交'
expect_text "$name"
expect_text '办结后保存 3 年'
expect_text '最晚 2026-09-29'
expect_text '沪府办〔2018〕62号'

it "offers to split a text that asks for something and tells of a breach, and no other"
! grep -q '分成两件' "$folder/body" || broken "offered without a breach"
all /complaint step=contact go=continue story='退费不给，而且没有备案就开班'
expect_text '分成两件：一件投诉'

it "comes back to the check after one answer was changed"
all /complaint step=check go=change-story
expect_text '发生了什么？'
all /complaint step=story go=continue to_check=1
expect_text '看一看，没错就提交'

it "takes nothing that is not complete, and shows the page that lacks something"
send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" story="$story" anonymous=1
expect_status 400
expect_text '请选一项：现在还在发生吗'
expect_equal "$(envelopes)" 0

it "gives the receipt once the envelope is there"
all /complaint/send
expect_status 200
expect_equal "$(shown_receipt)" "$receipt"
expect_text 'viewBox="0 0 '
expect_equal "$(header Cache-Control)" "private, max-age=0"
expect_equal "$(envelopes)" 1

it "shows the same receipt when the same is sent again, says that it is no second complaint, and puts down one more wording at most"
for _ in 1 2 3; do
	all /complaint/send
	expect_equal "$(shown_receipt)" "$receipt"
	expect_text '没有改动，就不重复登记'
	expect_equal "$(envelopes)" 2
done

it "lets nothing of the receipt's page leave before the envelope is on disk"
start_complaint
trace="strace -f -o $folder/trace -e trace=fsync,syncfs,linkat,write,writev"
all /complaint/send
trace=
expect_equal "$(shown_receipt)" "$receipt"
sed -n 's/^[0-9]* *\(fsync\|syncfs\|linkat\|write\)(\([0-9]*\).*/\1 \2/p' "$folder/trace" | awk '
	$1 == "write" && $2 == 1 { said = 1 }
	!said && $1 == "fsync" { order = order "content " }
	!said && $1 == "linkat" { order = order "name " }
	!said && $1 == "syncfs" { order = order "folder " }
	said && $1 != "write" { order = order "late " }
	END { print order }' >"$folder/order"
expect_equal "$(cat "$folder/order")" "content name content folder "

it "sends what cannot be read by a machine: the inbox holds no word of it"
expect_equal "$(grep -rlF 没有人看护 "$folder/inbox" "$folder/door" | wc -l)" 0

it "keeps the letter of somebody whose program filled the hidden field"
start_complaint
all /complaint/send website=http://spam.example
expect_equal "$(shown_receipt)" "$receipt"

it "holds back many at once without shutting anyone out, and keeps what they wrote"
for _ in $(seq 70); do
	start_complaint
	all /complaint/send
	[ "$status" = 200 ] || break
done
expect_status 429
expect_text '请等大约 5 秒'
expect_text '您的位置已经留好'
expect_text 'data-again="5"'
expect_text '昨天下午没有人看护'
expect_equal "$(hidden receipt)" "$receipt"

it "keeps the place of who waits: he is let in at his turn and not before, however many come after him"
turn=$(hidden turn)
waiting=$receipt
for _ in $(seq 10); do
	start_complaint
	all /complaint/send
	expect_status 429
done
receipt=$waiting
SHANYU_CLOCK=$((SHANYU_CLOCK + 4))
all /complaint/send turn="$turn"
expect_status 429
expect_text '请等大约 1 秒'
SHANYU_CLOCK=$((SHANYU_CLOCK + 1))
start_complaint
all /complaint/send turn="$turn"
expect_status 429
receipt=$waiting
all /complaint/send turn="$turn"
expect_status 200
expect_equal "$(shown_receipt)" "$receipt"

it "counts other wordings of a letter by its receipt, from wherever they come"
start_complaint
for turn in $(seq 11); do
	address_group=10.1.$turn
	all /complaint/send story="又一种写法，第 $turn 次"
	expect_status 200
done
address_group=10.1.99
all /complaint/send story=最后一种写法
expect_status 429
expect_text 最后一种写法
address_group=192.0.2

it "counts nobody's letters, guesses and messages against others"
address_group=198.51.100
start_complaint
all /complaint/send
expect_status 200
address_group=192.0.2

it "lets a proof of work pass the full lane"
start_complaint
while [ "$status" = 200 ]; do
	start_complaint
	all /complaint/send
done
all /complaint step=contact go=continue
sed -n 's/.*data-challenge="\([^"]*\)".*/\1/p' "$folder/body" | sed 's/&quot;/"/g; s/&amp;/\&/g' >"$folder/challenge"
all /complaint/send altcha="$(node -e '
	const { createHash } = require("crypto"), c = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
	let number = 0;
	while (createHash("sha256").update(c.salt + number).digest("hex") !== c.challenge) number++;
	console.log(Buffer.from(JSON.stringify({ algorithm: c.algorithm, challenge: c.challenge, number, salt: c.salt, signature: c.signature })).toString("base64"));
	' "$folder/challenge")"
expect_status 200
expect_equal "$(shown_receipt)" "$receipt"

it "takes no receipt from another site's page, which would know it, keeps the rest, and opens nothing"
start_complaint
known=$receipt
for elsewhere in "cross-site " "same-site " " http://evil.test" " null"; do
	fetch_site=${elsewhere% *} sent_from=${elsewhere#* }
	send /complaint receipt="$known" step=kind go=continue kind=COMPLAINT story="$story"
	expect_status 200
	expect "another receipt ($elsewhere)" [ "$(hidden receipt)" != "$known" ]
	expect_equal "${#known}" "$(hidden receipt | tr -d '\n' | wc -c)"
	expect_text 昨天下午没有人看护
done
before=$(envelopes)
fetch_site=cross-site sent_from=
SHANYU_CLOCK=$((SHANYU_CLOCK + 600))
receipt=$known
all /complaint/send
expect_status 400
expect_text '从别的网站带过来的'
expect_text 昨天下午没有人看护
expect "another receipt" [ "$(hidden receipt)" != "$known" ]
for address in /complaint/evidence /receipt /receipt/message /receipt/withdraw /receipt/rating /receipt/stamp.txt /receipt/complaint.json; do
	send "$address" receipt="$known" nonce=0123456789abcdef number=1 solved=1 sure=1 text=hello
	expect_status 403
	expect_text '从别的网站送来的'
done
expect_equal "$(envelopes)" "$before"
for own in "same-origin " "none " " http://shanyu.test" " "; do
	fetch_site=${own% *} sent_from=${own#* }
	send /complaint receipt="$known" step=kind go=continue kind=COMPLAINT
	expect_equal "$(hidden receipt)" "$known" "$own"
done
fetch_site='' sent_from=''

it "says so when the disk has no room left, and takes nothing"
mkdir -p "$folder/full"
mount -t tmpfs -o size=1m tmpfs "$folder/full"
at_end "umount -l '$folder/full'"
cp "$config" "$folder/kept.conf"
sed -i "s|^inbox = .*|inbox = $folder/full|" "$config"
SHANYU_CLOCK=$((SHANYU_CLOCK + 3600))
start_complaint
all /complaint/send
expect_status 503
expect_text '暂时收不下，还没有提交'
expect_text '昨天下午没有人看护'
cp "$folder/kept.conf" "$config"

it "names the methods that a path has to who asks with another"
: >"$folder/nothing"
refuses() {
	send_body "$1" "$2" '' "$folder/nothing"
	expect_status 405
	expect_header Allow "^$3\$"
}
refuses PUT /complaint 'GET, HEAD, POST'
refuses GET /complaint/send POST
refuses POST /receipt/key 'GET, HEAD'

it "answers a wrong code like one nobody has, and says what is mistyped"
send /receipt receipt=
expect_text '请输入回执码'
send /receipt receipt=ABC
expect_text '24 个字母和数字'
send /receipt receipt="$(echo "$receipt" | sed 's/^\(.\)\(.\)/\2\1/; s/^\(.\)\1/Z\1/')"
expect_text '打错了'
start_complaint
send /receipt receipt="$receipt"
expect_status 400
expect_text '还没有找到'
! grep -qF "$receipt" "$folder/body" || broken "the code is shown again"

it "makes many wrong codes wait"
for _ in $(seq 70); do
	send /receipt receipt="$receipt"
	[ "$status" = 400 ] || break
done
expect_status 429
