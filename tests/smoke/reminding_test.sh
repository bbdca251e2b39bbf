#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What clerk tells people: what is near, over, stuck, urgent or new, each once, however often clerk is killed; the list of a working morning; mail and
# webhook, when they are switched on. Complaints come in by the door; the clock is set, and clerk is begun anew at each time.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
. tests/lib/clerk.sh
. tests/lib/telling.sh

clock 2026-11-18 10:00 # a Wednesday
make_demo
shanyu portal rebuild >/dev/null
make_door

it "tells nobody of a case that has time"
letter
at 2026-11-18 10:00 "select count(*) from cases" 1
rounds
expect_equal "$(in_registry "select count(*) from reminder")" 0

it "tells the desk once that the fourth of five workdays has begun, a weekend not counted"
at 2026-11-23 23:00 "select count(*) from reminder" 0
rounds
at 2026-11-24 00:01 "select what || step || '[' || told || ']' from reminder" 'NEARREPLY[]'
rounds
expect_equal "$(in_registry "select count(*) from reminder")" 1

it "tells once that it is over"
at 2026-11-26 00:01 "select what || step || '[' || told || ']' from reminder where what = 'OVER'" 'OVERREPLY[]'
rounds
start_clerk
rounds
expect_equal "$(in_registry "select count(*) from reminder")" 2

it "proposes for the joint meeting what is five workdays over, and says why"
expect_equal "$(in_registry "select count(*) from meeting_item")" 0
at 2026-12-02 09:00 "select proposed_by || ' ' || state || ' ' || why from meeting_item" 'clerk PROPOSED 超过办理期限多日'
expect_equal "$(in_registry "select count(*) from reminder where what = 'STUCK'")" 1

it "tells desk and supervisors of an emergency at once"
supervisors=$(in_registry "select group_concat(name, ' ') from (select name from account join account_role on account = name and role = 'SUPERVISOR' where state = 'ACTIVE' order by name)")
expect "the demonstration has one" [ -n "$supervisors" ]
clock 2026-12-05 03:00 # a Saturday
start_clerk
letter EMERGENCY
until_says "select group_concat(told, ' ') from (select told from reminder where what = 'EMERGENCY' order by told)" " $supervisors"
rounds
expect_equal "$(in_registry "select count(*) from reminder where what = 'OVER' and number = (select max(number) from cases)")" 0

it "hands out a list at half past seven of a working morning, and neither earlier nor on a Saturday"
expect_equal "$(in_registry "select count(*) from daily_list where day >= '2026-12-03'")" 0
at 2026-12-07 07:29 "select count(*) from daily_list where day >= '2026-12-03'" 0
rounds
expect_equal "$(in_registry "select count(*) from daily_list where day >= '2026-12-03'")" 0
at 2026-12-07 07:30 "select day from daily_list where day >= '2026-12-03'" 2026-12-07

it "says on it what is over, also what should have been done at once"
expect_equal "$(in_registry "select what || '[' || department || ']' from daily_item where day = '2026-12-07' order by number")" 'OVER[]
OVER[]'

it "says what is due today, and what will be near, to the department that leads"
for _ in 1 2; do letter; done
clock 2026-12-07 10:00
until_says "select count(*) from cases" 4
stop_clerk
first=$(in_registry "select number from cases order by number desc limit 1 offset 1")
second=$(in_registry "select max(number) from cases")
clock 2026-12-08 10:00
for number in "$first" "$second"; do
	office triage "$number" COMPLAINT FOOD ''
	office accept "$number" '已经受理'
	office dispatch "$number"
done
office take "$first" market MARKET
at 2026-12-08 11:00 "select count(*) from daily_list where day = '2026-12-08'" 1
expect_equal "$(in_registry "select what || '[' || department || ']' from daily_item where day = '2026-12-08' and number >= '$first' order by 1")" 'WAITING[MARKET]'
at 2026-12-11 08:00 "select count(*) from daily_list where day = '2026-12-11'" 1
expect_equal "$(in_registry "select what || '[' || department || ']' from daily_item where day = '2026-12-11' and number >= '$first' order by 1")" 'NEAR[MARKET]
NEAR[MARKET]'
at 2026-12-14 08:00 "select count(*) from daily_list where day = '2026-12-14'" 1
expect_equal "$(in_registry "select what || '[' || department || ']' from daily_item where day = '2026-12-14' and number >= '$first' order by 1")" 'DUE[MARKET]
DUE[MARKET]'

it "tells who leads and who handles it, and the desk what is over"
at 2026-12-15 01:00 "select group_concat(told, ' ') from (select told from reminder where number = '$first' and what = 'OVER' order by told)" ' MARKET market'
expect_equal "$(in_registry "select group_concat(told, ' ') from (select told from reminder where number = '$first' and what = 'NEAR' order by told)")" 'MARKET market'

# The limit of the first case as many days later; what is told of it so far.
move_limit() {
	in_registry "update deadline set day = date(day, '$1 days'), until = until + $1 * 86400, near_at = near_at + $1 * 86400
		where procedure = 'case' and number = '$first' and step = 'REPLY'"
}
told_of_it() { echo "select group_concat(what || ' ' || told, ', ') from (select what, told from reminder where number = '$first' order by 1, 2)"; }

it "warns anew when a limit was moved, once for each limit as it now stands"
move_limit +1
until_says "$(told_of_it)" 'NEAR MARKET, NEAR MARKET, NEAR market, NEAR market, OVER , OVER MARKET, OVER market'
rounds
move_limit -1
rounds
expect_equal "$(in_registry "$(told_of_it)")" 'NEAR MARKET, NEAR MARKET, NEAR market, NEAR market, OVER , OVER MARKET, OVER market'

it "tells who works on a case of a reporter's message, each once"
lookup=$(in_registry "select receipt_lookup from cases where number = '$first'")
message() {
	in_registry "insert into case_message (receipt_lookup, position, case_number, at, sender, text, who)
		select '$lookup', coalesce(max(position), 0) + 1, null, $SHANYU_CLOCK, '$1', 'x', '' from case_message where receipt_lookup = '$lookup'"
}
message reporter
message office
message reporter
until_says "select group_concat(step || told, ' ') from (select step, told from reminder where what = 'MESSAGE' order by step, told)" '1MARKET 1market 3MARKET 3market'

it "proposes what two departments returned"
for round in 2 3; do
	in_registry "insert into case_dispatch (case_number, round, department, part, rule, dispatched_at, dispatched_by, return_until, returned_at, return_reason)
		values ('$second', $round, 'FIRE', 'LEAD', '', $SHANYU_CLOCK, 'test', $SHANYU_CLOCK, $SHANYU_CLOCK, 'x')"
done
until_says "select why from meeting_item where case_number = '$second'" '多次被承办单位退回'

it "tells everything exactly once when it is killed again and again"
clock 2026-12-16 06:00
start_clerk
for _ in $(seq 30); do letter; done
until_says "select count(*) from cases" 34
clock 2026-12-29 08:00 # all of them are over
kill_clerk() {
	kill -KILL "$clerk"
	wait "$clerk" 2>/dev/null || true
	clerk=""
}
for turn in $(seq 25); do
	start_clerk
	sleep "$(printf '0.%03d' $((turn * 37 % 400)))"
	kill_clerk
done
start_clerk
until_says "select count(*) from reminder where what = 'OVER' and at = $SHANYU_CLOCK and told = ''" 30
until_says "select count(*) from daily_item where day = '2026-12-29' and department = '' and what = 'OVER'" 34
expect_equal "$(in_registry "select count(*) from daily_list where day = '2026-12-29'")" 1

it "sends nothing out of the house unless it is told how"
expect_equal "$(in_registry "select count(*) from notice")" 0

# What is stuck by now is proposed before anything goes out.
at 2026-12-30 06:00 "select count(*) >= 30 from meeting_item" 1

it "sends by a mail command what may be said, and nothing of what was reported"
cat >"$folder/sendmail" <<-END
	#!/bin/sh
	# What comes on stdin, as one file a mail; who has said no before takes it the next time.
	cat >"$folder/mail.\$\$"
	[ ! -e "$folder/refuse" ] || { rm "$folder/refuse"; mv "$folder/mail.\$\$" "$folder/refused"; echo "try later" >&2; exit 75; }
END
chmod +x "$folder/sendmail"
cat >>"$config" <<-END
	mail_command = '$folder/sendmail' -t -i
	mail_from = 善育 <clerk@shanyu.example>
	mail_to = desk@shanyu.example
END
stop_clerk
in_registry "update department set mail = 'market@shanyu.example' where code = 'MARKET'"
clock 2026-12-30 06:00
letter
start_clerk
until_says "select count(*) from cases" 35
touch "$folder/refuse"
clock 2027-01-06 00:30
start_clerk
until_says "select tries || problem from notice where what = 'NEAR' and problem <> ''" '1try later'
expect "it is logged" grep -q 'notice .* by MAIL was not taken, and is tried again: try later' "$folder/clerk.err"
clock 2027-01-06 00:32
start_clerk
until_says "select tries || ' ' || (sent_at is not null) from notice where what = 'NEAR'" '2 1'
cat "$folder"/mail.* >"$folder/mails"
number=$(in_registry "select max(number) from cases")
expect "to the desk" grep -qx 'To: desk@shanyu.example' "$folder/mails"
for mail in "$folder"/mail.*; do sed -n '/^$/,$p' "$mail" | base64 -d; done >"$folder/text"
deadline=$(in_registry "select day from deadline where number = '$number' and step = 'REPLY'")
expect "the kind" grep -qx '类别：投诉' "$folder/text"
expect "no story" [ "$(grep -c 'letter number' "$folder/text")" = 0 ]
expect "the number" grep -q "^$number 快到办理期限（$deadline）$" "$folder/text"
expect "no name, no code" [ "$(grep -cE 'reporter|receipt' "$folder/mails")" = 0 ]

it "posts the same to a webhook, keeps trying for a while, and gives up loudly"
node -e '
	let answers = [500, 500, 200]
	require("http").createServer((request, response) => {
		let body = ""
		request.on("data", (part) => { body += part })
		request.on("end", () => {
			require("fs").appendFileSync(process.argv[1], JSON.stringify([request.method, request.url, request.headers["content-type"], JSON.parse(body)]) + "\n")
			response.writeHead(answers.length ? answers.shift() : 500).end()
		})
	}).listen(0, "127.0.0.1", function () { require("fs").writeFileSync(process.argv[2], String(this.address().port)) })
' "$folder/posted" "$folder/hook.port" &
hook=$!
at_end 'kill $hook 2>/dev/null; wait $hook 2>/dev/null'
wait_until 50 [ -s "$folder/hook.port" ]
sed -i '/^mail_/d' "$config"
echo "webhook_url = http://127.0.0.1:$(cat "$folder/hook.port")/hook?token=secret" >>"$config"
clock 2027-01-08 00:10
start_clerk
until_says "select tries || problem from notice where channel = 'WEBHOOK' and what = 'OVER'" '1webhook: the other side answered 500'
clock 2027-01-08 00:12
start_clerk
until_says "select tries from notice where channel = 'WEBHOOK' and what = 'OVER'" 2
clock 2027-01-08 00:20
start_clerk
until_says "select tries || ' ' || (sent_at is not null) || problem from notice where channel = 'WEBHOOK' and what = 'OVER'" '3 1'
expect_equal "$(head -n 1 "$folder/posted" | jq -r '.[0], .[1], .[2], .[3].what, .[3].number, .[3].kind, .[3].deadline')" "POST
/hook?token=secret
application/json; charset=utf-8
OVER
$number
投诉
$deadline"
expect_equal "$(grep -c 'letter number' "$folder/posted")" 0
at 2027-01-08 07:31 "select tries from notice where what = 'DAILY' and department = ''" 1
tries=1
for time in 07:40 07:50 09:00 12:00; do
	tries=$((tries + 1))
	at 2027-01-08 $time "select tries from notice where what = 'DAILY' and department = ''" $tries
done
expect_equal "$(in_registry "select tries || ' ' || (given_up_at is not null) from notice where what = 'DAILY' and department = ''")" '5 1'
expect "it is logged" grep -q 'notice .* by WEBHOOK is given up: webhook: the other side answered 500' "$folder/clerk.err"
! grep -q 'token=secret' "$folder/clerk.err" || broken "the token is in the log"
expect_equal "$(jq -r 'select(.[3].what == "DAILY" and .[3].department == "区级受理席") | .[3].items | length > 30' "$folder/posted" | sort -u)" true

it "takes envelopes in while the other side of the webhook hangs"
kill $hook
node -e 'require("net").createServer(() => {}).listen(+process.argv[1], "127.0.0.1")' "$(cat "$folder/hook.port")" &
hook=$!
clock 2027-01-11 07:31
start_clerk
until_says "select count(*) > 2 from notice where what = 'DAILY'" 1
letter
until_says "select count(*) from cases" 36
expect_equal "$(in_registry "select count(*) from notice where made_at >= $(date -d '2027-01-11 00:00 +0800' +%s) and (tries > 0 or sent_at is not null)")" 0 "notices that the other side has let go of meanwhile"

it "shows on the officer's day what was told, this morning's list, and what did not get out"
. tests/lib/office.sh
clock 2027-01-11 08:00
stop_clerk
as desk
get /
expect_status 200
expect_text '今早的清单'
expect_text '最近七天的提醒'
expect_text '没有送出去的通知'
expect_text 'webhook: the other side answered 500'
expect_no_text 'token=secret'
as market
get /
expect_text '今早的清单'
expect_no_text '没有送出去的通知'
as education
get /
expect_no_text '今早的清单'
