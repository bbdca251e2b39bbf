#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What a reporter writes when the complaint has ended reaches who works on it in words of its own. Clerk runs meanwhile, and sends mails.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh
. tests/lib/clerk.sh
. tests/lib/office.sh

make_demo
prepare portal rebuild
make_door
cat >"$folder/sendmail" <<-END
	#!/bin/sh
	cat >"$folder/mail.\$\$"
END
chmod +x "$folder/sendmail"
cat >>"$config" <<-END
	mail_command = '$folder/sendmail' -t -i
	mail_from = 善育 <clerk@shanyu.example>
	mail_to = desk@shanyu.example
END
start_clerk
facility=$(in_registry "select code from facility where kind like 'INST%' order by code limit 1")
has() { [ "$(in_registry "$1")" = "$2" ]; }
office() { "$build/tests/office" "$config" "$@" 2>"$folder/office.err" || broken "$* $(cat "$folder/office.err")"; }
# say TEXT: by the page of the receipt.
said=0
say() {
	said=$((said + 1))
	{
		printf -- '--edge\r\nContent-Disposition: form-data; name="receipt"\r\n\r\n%s\r\n' "$receipt"
		printf -- '--edge\r\nContent-Disposition: form-data; name="nonce"\r\n\r\n%016x\r\n' "$said"
		printf -- '--edge\r\nContent-Disposition: form-data; name="text"\r\n\r\n%s\r\n--edge--\r\n' "$1"
	} >"$folder/message"
	send_body POST /receipt/message 'multipart/form-data; boundary=edge' "$folder/message"
}
# What the mails say, base64 undone.
mails() { for mail in "$folder"/mail.*; do [ ! -e "$mail" ] || sed '1,/^$/d' "$mail" | base64 -d; done; }
mailed() { mails | grep -qx "$1"; }
reminders() { sed -n '/id="reminders"/,/<\/section>/p' "$folder/body"; }

start_complaint
send /complaint/send receipt="$receipt" kind=COMPLAINT facility="$facility" story=两个班的孩子挤在一间屋里 going_on=yes anonymous=1
expect_status 200
expect "the case" wait_until 300 has "select count(*) from cases" 1
number=$(in_registry "select number from cases")

it "tells of a message of an open case that there is one, and no more of it when it has ended"
say 还有一件事
expect_status 200
expect "the reminder" wait_until 300 has "select count(*) from reminder where what = 'MESSAGE' and number = '$number'" 1
expect "the mail" wait_until 300 mailed "$number 反映人有新消息"
as desk
get /
expect_equal "$(reminders | grep -c "$number.*举报人发来消息")" 1
expect "another second" wait_until 300 has "select max(at) < unixepoch() from reminder" 1
office triage "$number" COMPLAINT FOOD ''
office reject "$number" '请向市场监管部门反映'
get /
expect_equal "$(reminders | grep -c "$number")" 0

it "says of what is written after the end that it came after the end, on the officer's day and out of the house"
say 我还有新的材料
expect_status 200
expect "the reminder" wait_until 300 has "select count(*) from reminder where what = 'MESSAGE' and number = '$number'" 2
expect "the mail" wait_until 300 mailed "$number 已经结束，反映人又发来消息"
expect_equal "$(mails | grep -c "$number 反映人有新消息")" 1
get /
expect_equal "$(reminders | grep -c "$number.*结束以后，举报人又发来消息")" 1
get /day/reminders
expect_equal "$(reminders | grep -c "$number.*结束以后，举报人又发来消息")" 1

it "tells no more of it when somebody has read it"
get "/cases/$number"
post "/cases/$number/seen" revision="$(hidden revision)"
expect_equal "$status" 303
get /
expect_equal "$(reminders | grep -c "$number")" 0
