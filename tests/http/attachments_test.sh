#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What officials attach to a case or a disclosure: who may, to what, what is taken and what is not, how it is withdrawn and taken out again.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/office.sh
. tests/lib/clerk.sh

SHANYU_CLOCK=1795399200 # 2026-11-23 10:00 in Shanghai
export SHANYU_CLOCK
make_demo
facility=$(in_registry "select code from facility where street_code = '310107015' order by code limit 1")
office() { "$build/tests/office" "$config" "$@" 2>"$folder/office" || broken "$* $(cat "$folder/office")"; }
attachments() { in_registry "select count(*) from attachment where number = '$1' and kind <> ''"; }
bytes_of() { in_registry "select coalesce(sum(length(bytes)), 0) from attachment_part where number = '$1'"; }
column() { in_registry "select $2 from attachment where number = '$1' order by position desc limit 1"; }
# Nothing was attached to a case, and no part of a file is left.
nothing_is_left() { expect_equal "$(attachments "$1") $(bytes_of "$1")" "0 0" "$2"; }
# file NAME SIZE: some bytes that are no picture.
file() { head -c "$2" /dev/zero | tr '\0' "${3-x}" >"$folder/$1"; }
photo=tests/data/evidence/photo.jpg
file small.txt 11

number=$(office open 1 COMPLAINT "$facility" '中午的饭菜是冷的')
other=$(office open 2 COMPLAINT "$facility" '院子里的滑梯坏了')
page=/cases/$number

it "attaches a photograph with its kind and its last day, measured by its content, and says so; the audit has which and of what kind"
as desk
attach "$page/attach" kind=EVIDENCE expires_on=2027-01-31 "attached=@厨房 一.jpg=$photo"
expect_equal "$status" 303
expect_header Location "^$page\?done=attach\$"
expect_equal "$(column "$number" "position || '|' || kind || '|' || name || '|' || type || '|' || size || '|' || sha256 || '|' || expires_on || '|' || attached_by || '|' || preview_state")" \
	"1|EVIDENCE|厨房 一.jpg|image/jpeg|$(wc -c <$photo)|$(sha256sum <$photo | cut -d' ' -f1)|2027-01-31|desk|WAITING"
expect_equal "$(newest_audit)" "case.attach|$number|desk"
expect_equal "$(in_registry "select detail from audit order by seq desc limit 1")" '{"kind":"EVIDENCE","position":"1","sha256":"'"$(sha256sum <$photo | cut -d' ' -f1)"'"}'
get "$page?done=attach"
expect_text '附上了，只在工作台看得到'
expect_text '附件（1 份）'
expect_text '厨房 一.jpg</a>'

it "gives it back as it was, to be saved and not opened, and writes down who took it"
get "$page/attachments/1"
expect_status 200
expect "the same bytes" cmp "$folder/body" "$photo"
expect_header Content-Type '^application/octet-stream$'
expect_header X-Content-Type-Options '^nosniff$'
expect_header Cache-Control '^no-store$'
expect_header Content-Disposition "^attachment; filename=\"_+.jpg\"; filename\*=UTF-8''%E5%8E%A8%E6%88%BF%20%E4%B8%80.jpg\$"
expect_equal "$(newest_audit)" "case.attachment|$number|desk"

it "shows a preview once there is one, with a row in the audit, and before that none"
get "/cases/$number/attachments/1/preview"
expect_status 404
in_registry "update attachment set preview = x'ffd8ff', preview_state = 'MADE'"
get "$page/attachments/1/preview"
expect_status 200
expect_header Content-Type '^image/jpeg$'
expect_equal "$(newest_audit)" "case.attachment_preview|$number|desk"

it "takes the same form sent twice as one"
attach "$page/attach" kind=EVIDENCE expires_on=2027-01-31 "attached=@厨房 一.jpg=$photo"
expect_equal "$status" 303
expect_equal "$(attachments "$number")" 1

it "does not take the same bytes as something else, and says which they are"
attach "$page/attach" kind=LICENCE "attached=@厨房 一.jpg=$photo"
expect_status 400
expect_text '“厨房 一.jpg”已经在附件里了'
expect_equal "$(attachments "$number")" 1

it "shows a document as expired from the day after its last"
attach "$page/attach" kind=LICENCE expires_on=2026-11-22 "attached=@执照.txt=$folder/small.txt"
expect_equal "$status" 303
get "$page"
expect_text '有效期到 <time>2026-11-22</time>'
expect_equal "$(grep -c '已过期' "$folder/body")" 1
SHANYU_CLOCK=$((SHANYU_CLOCK - 86400))
get "$page"
expect_no_text '已过期'
SHANYU_CLOCK=$((SHANYU_CLOCK + 86400))

it "lets who attached it take it back within ten minutes, and nobody else, nor later: nothing of it stays but the audit's rows"
as approver
post "$page/attachment-undo" position=2
expect_equal "$status" 403
expect_text '只能由附上的人在十分钟内收回'
as desk
SHANYU_CLOCK=$((SHANYU_CLOCK + 601))
post "$page/attachment-undo" position=2
expect_equal "$status" 403
SHANYU_CLOCK=$((SHANYU_CLOCK - 601))
post "$page/attachment-undo" position=2
expect_equal "$status" 303
expect_equal "$(in_registry "select kind || name || type || sha256 || coalesce(preview, '') || preview_state from attachment where position = 2")" NONE
expect_equal "$(in_registry "select count(*) from attachment_part where attachment = 2")" 0
expect_equal "$(newest_audit)" "case.attachment_undo|$number|desk"
expect_equal "$(in_registry "select detail from audit order by seq desc limit 1")" '{"position":2,"sha256":"'"$(sha256sum <"$folder/small.txt" | cut -d' ' -f1)"'"}'
get "$page"
expect_no_text '执照.txt'
expect_text '附件（1 份）'

it "says of what was taken back that it was, and gives its place to no other file"
post "$page/attachment-undo" position=2
expect_equal "$status" 409
expect_text '这一份已经收回了'
post "$page/attachment-withdraw" position=2 reason=看错了
expect_equal "$status" 409
get "$page/attachments/2"
expect_status 404

it "withdraws one with a reason, which stays beside its name; it can then neither be taken out nor withdrawn again"
attach "$page/attach" kind=OTHER "attached=@错放的.txt=$folder/small.txt"
post "$page/attachment-withdraw" position=3 reason=
expect_status 400
expect_text '请填写为什么撤下'
post "$page/attachment-withdraw" position=3 reason=放错了案子
expect_equal "$status" 303
expect_equal "$(newest_audit)" "case.attachment_withdraw|$number|desk"
expect_equal "$(in_registry "select reason from audit order by seq desc limit 1")" 放错了案子
get "$page"
expect_text '已撤下'
expect_text '放错了案子'
get "$page/attachments/3"
expect_status 404
post "$page/attachment-withdraw" position=3 reason=再撤一次
expect_equal "$status" 409
expect_text '“错放的.txt”已经撤下了'
post "$page/attachment-withdraw" position=77 reason=没有的
expect_status 404
get "$page"
expect_equal "$(grep -c '已撤下' "$folder/body")" 1

it "attaches what was withdrawn anew when it is given again"
attach "$page/attach" kind=OTHER "attached=@错放的.txt=$folder/small.txt"
expect_equal "$status" 303
expect_equal "$(attachments "$number")" 3

it "lets an account attach so much within a day, as the district's rule says, and no more"
in_registry "update rule set value = 1 where key = 'attachment.day_megabytes'"
file large.txt 1200000 z
attach "$page/attach" kind=OTHER "attached=@large.txt=$folder/large.txt"
expect_status 400
expect_text '您一天里附的文件太多了'
expect_equal "$(attachments "$number")" 3
as approver
file large.txt 900000 z
attach "$page/attach" kind=OTHER "attached=@large.txt=$folder/large.txt"
expect_equal "$status" 303
as desk
in_registry "update rule set value = 500 where key = 'attachment.day_megabytes'"

it "lists the attachments on paper, with their hashes"
get "$page/print"
expect_status 200
expect_text "$(sha256sum <$photo | cut -d' ' -f1)"

it "lets who has the verb attach, and nobody else"
for who in street supervisor publisher approver; do
	as $who
	echo "$who" >"$folder/$who.txt"
	attach "/cases/$other/attach" kind=OTHER "attached=@$who.txt=$folder/$who.txt"
	expect_equal "$who $status" "$who 303"
done
for who in auditor administrator; do
	as $who
	attach "/cases/$other/attach" kind=OTHER "attached=@$who.txt=$photo"
	expect_equal "$who $status" "$who 403"
done
expect_equal "$(in_registry "select group_concat(attached_by, ' ') from (select attached_by from attachment where number = '$other' order by position)")" 'street supervisor publisher approver'
nobody
attach "/cases/$other/attach" kind=OTHER "attached=@x.txt=$photo"
expect_equal "$status" 303
expect_header Location '^/login'

it "has no case for who does not see it: neither to attach, nor to take out, look at or withdraw"
as market
for path in attachments/1 attachments/1/preview; do
	get "$page/$path"
	expect_status 404
done
attach "$page/attach" kind=OTHER "attached=@x.txt=$folder/small.txt"
expect_status 404
post "$page/attachment-withdraw" position=1 reason=不该看到
expect_status 404
expect_equal "$(attachments "$number")" 4
as desk
get "/cases/$number/attachments/99"
expect_status 404

clean=$(office open 3 COMPLAINT "$facility" '窗户坏了')
at=/cases/$clean/attach

it "keeps no byte of a form without the session's token, with another's, from another site, or with the token behind the file"
kept=$csrf
for csrf in '' "$(printf '%064d' 0)"; do
	attach "$at" kind=OTHER "attached=@x.jpg=$photo"
	expect_equal "$status" 403
done
csrf=$kept site=cross-site
attach "$at" kind=OTHER "attached=@x.jpg=$photo"
expect_equal "$status" 403
site=same-origin
{
	one_part 'name="attached"; filename="x.jpg"' <$photo
	printf OTHER | one_part 'name="kind"'
	printf '%s' "$csrf" | one_part 'name="csrf"'
	printf -- '--X-Y--\r\n'
} >"$folder/posted"
send_multipart "$at"
expect_equal "$status" 403
nothing_is_left "$clean" "after forms from elsewhere"

it "says what is wrong with a form, has what was chosen, and has kept none of its files"
attach "$at" kind= "attached=@x.jpg=$photo"
expect_status 400
expect_text '请选是什么材料'
expect_text '一个都没有存，请重新选文件'
attach "$at" kind=OTHER
expect_status 400
expect_text '请选文件'
expect_text 'value="OTHER" selected'
: >"$folder/nothing"
attach "$at" kind=OTHER "attached=@=$folder/nothing"
expect_status 400
expect_text '请选文件'
attach "$at" kind=OTHER "attached=@good.jpg=$photo" "attached=@空.txt=$folder/nothing"
expect_status 400
expect_text '“空.txt”是空的'
attach "$at" kind=NO_SUCH "attached=@x.jpg=$photo"
expect_status 400
expect_text '没有这种材料'
attach "$at" kind=LICENCE expires_on=2026-02-30 "attached=@x.jpg=$photo"
expect_status 400
expect_text '有效期请写成'
expect_text 'value="2026-02-30"'
post "$at" kind=OTHER
expect_status 400
expect_text '请选文件'
nothing_is_left "$clean" "after forms with mistakes"

it "takes five files at once and no sixth, none above 20 MB, and no more than 40 MB together"
set -- kind=EVIDENCE
for i in 1 2 3 4 5 6; do
	file "five-$i" $((i * 10))
	set -- "$@" "attached=@five-$i=$folder/five-$i"
done
attach "$at" "$@"
expect_status 400
expect_text '从“five-6”起放不下'
file large 20971521
attach "$at" kind=OTHER "attached=@small.txt=$folder/small.txt" "attached=@太大.bin=$folder/large"
expect_status 400
expect_text '“太大.bin”超过 20 MB'
for i in 1 2 3; do file "most-$i" 15000000 "$i"; done
attach "$at" kind=OTHER "attached=@1=$folder/most-1" "attached=@2=$folder/most-2" "attached=@3=$folder/most-3"
expect_status 400
expect_text '合起来超过 40 MB'
nothing_is_left "$clean" "after too much"
head -c 20971520 "$folder/large" >"$folder/just"
attach "$at" kind=OTHER "attached=@just.bin=$folder/just"
expect_equal "$status" 303
expect_equal "$(bytes_of "$clean")" 20971520
get "/cases/$clean/attachments/1"
expect "20 MB come back" cmp "$folder/body" "$folder/just"
attach "$at" kind=EVIDENCE "attached=@five-1=$folder/five-1" "attached=@five-2=$folder/five-2" "attached=@five-3=$folder/five-3" "attached=@five-4=$folder/five-4" "attached=@five-5=$folder/five-5"
expect_equal "$status" 303
expect_equal "$(attachments "$clean")" 6
expect_equal "$(in_registry "select json_extract(detail, '$.kind') || ' ' || json_extract(detail, '$.position') from audit order by seq desc limit 1")" 'EVIDENCE 2 3 4 5 6'

it "attaches a hundred to one file and no more"
in_registry "with recursive n (i) as (select 10 union all select i + 1 from n where i < 103) insert into attachment (procedure, number, position, kind, name, type, size, sha256,
	attached_at, attached_by, preview_state) select 'case', '$clean', i, 'OTHER', 'x' || i, 'text/plain', 1, 'x' || i, 0, 'desk', 'NONE' from n"
attach "$at" kind=OTHER "attached=@one-more.txt=$folder/small.txt"
expect_status 400
expect_text '附件满了，放不下“one-more.txt”'
expect_equal "$(attachments "$clean")" 100
get "/cases/$clean"
expect_status 200

last=$(office open 4 COMPLAINT "$facility" '楼道里堆着东西')
at=/cases/$last/attach

# named NAME AS [BYTES]: a file of that name, head as it stands, is shown under another; bytes tell it from the others.
named() {
	printf '%s' "${3-$1}" >"$folder/named"
	{
		printf '%s' "$csrf" | one_part 'name="csrf"'
		printf OTHER | one_part 'name="kind"'
		printf -- '--X-Y\r\nContent-Disposition: form-data; name="attached"; filename="%b"\r\n\r\n' "$1"
		cat "$folder/named"
		printf '\r\n--X-Y--\r\n'
	} >"$folder/posted"
	send_multipart "$at"
	expect_equal "$status" 303 "$1"
	expect_equal "$(column "$last" name)" "$2" "$1"
	get "/cases/$last"
	expect_equal "$status" 200
	get "/cases/$last/attachments/$(column "$last" position)"
	expect_equal "$status" 200 "$1"
	expect_equal "$(grep -c '^Content-Disposition: ' "$folder/head")" 1 "$1"
	expect_header Content-Disposition '^attachment; filename="[A-Za-z0-9._-]+"'
}

it "takes a file whatever it is called, under a name that is no path and has nothing that cannot be seen"
named '../../etc/passwd' passwd
named 'C:\\\\Users\\\\x\\\\a.doc' a.doc
named 'quote%22d.txt' 'quote"d.txt'
named 'new%0D%0ASet-Cookie: stolen=1' 'new  Set-Cookie: stolen=1'
named 'bell\007and\033escape.txt' bellandescape.txt
named '\342\200\256gpj.exe' gpj.exe
named '\313\325\300\317.txt' '_.txt'
named '\342\200\213' _
named '<script>alert(1)</script>.html' 'script>.html'
named '..' _ 'two dots'
get "/cases/$last"
expect_no_text '<script>alert'

it "takes for what it is, not for what it is called, whatever is attached: a page, a program, an archive"
printf '<html><script>alert(1)</script></html>' >"$folder/page.jpg"
attach "$at" kind=OTHER "attached=@page.jpg=$folder/page.jpg"
expect_equal "$status" 303
expect_equal "$(column "$last" "type || ' ' || preview_state")" 'text/html NONE'
get "/cases/$last/attachments/$(column "$last" position)"
expect_header Content-Type '^application/octet-stream$'
head -c 10000000 /dev/zero | gzip >"$folder/bomb.gz"
attach "$at" kind=OTHER "attached=@bomb.gz=$folder/bomb.gz"
expect_equal "$(column "$last" "type || ' ' || size || ' ' || preview_state")" "application/gzip $(wc -c <"$folder/bomb.gz") NONE"

it "answers a body that is broken, cut off or in another encoding, and keeps nothing of it"
before=$(attachments "$last")
attach "$at" kind=OTHER "attached=@whole.jpg=$photo"
size=$(wc -c <"$folder/posted")
cp "$folder/posted" "$folder/whole"
post "/cases/$last/attachment-undo" "position=$(column "$last" position)"
expect_equal "$status $(attachments "$last")" "303 $before"
cp "$folder/whole" "$folder/posted"
for cut in 1 60 200 400 $((size / 2)) $((size - 9)); do
	head -c "$cut" "$folder/posted" >"$folder/cut"
	for length in "$size" "$cut"; do
		type='multipart/form-data; boundary=X-Y'
		ask POST "$at" "$folder/cut"
		case $status in 400 | 403) ;; *) broken "cut at $cut: $status" ;; esac
	done
	length="" type=""
done
{
	printf '%s' "$csrf" | one_part 'name="csrf"'
	printf '\313\325' | one_part 'name="kind"'
	one_part 'name="attached"; filename="x.jpg"' <$photo
	printf -- '--X-Y--\r\n'
} >"$folder/posted"
send_multipart "$at"
expect_equal "$status" 400 "GBK in a field"
{
	printf '%s' "$csrf" | one_part 'name="csrf"'
	printf 'OTH\000ER' | one_part 'name="kind"'
	one_part 'name="attached"; filename="x.jpg"' <$photo
	printf -- '--X-Y--\r\n'
} >"$folder/posted"
send_multipart "$at"
expect_equal "$status" 400 "a zero byte in a field"
for type in 'multipart/form-data' 'multipart/form-data; boundary=' 'multipart/form-data; boundary=other' text/plain; do
	ask POST "$at" "$folder/posted"
	case $status in 400 | 403) ;; *) broken "$type: $status" ;; esac
done
type=""
expect_equal "$(attachments "$last")" "$before"

it "keeps a name of a file part that is no field of the form, or of a form that has none, as nothing"
{
	printf '%s' "$csrf" | one_part 'name="csrf"'
	printf OTHER | one_part 'name="kind"'
	one_part 'name="something"; filename="x.jpg"' <$photo
	printf -- '--X-Y--\r\n'
} >"$folder/posted"
send_multipart "$at"
expect_status 400
expect_text '请选文件'
send_multipart "/cases/$last/note"
expect_equal "$status" 400
expect_equal "$(attachments "$last")" "$before"

it "attaches nothing to what is archived or erased, but to what is closed, and says why"
in_registry "update cases set state = 'CLOSED', closed_at = $SHANYU_CLOCK where number = '$last'"
attach "$at" kind=RECEIPT "attached=@court.txt=$photo"
expect_equal "$status" 303
in_registry "update cases set state = 'ARCHIVED' where number = '$last'"
for action in attach attachment-withdraw attachment-undo; do
	attach "/cases/$last/$action" kind=OTHER position=1 reason=为什么 "attached=@late.txt=$folder/five-6"
	case "$action $status" in 'attach 403' | 'attachment-withdraw 400' | 'attachment-undo 400') ;; *) broken "$action: $status" ;; esac
done
post "/cases/$last/attachment-withdraw" position=1 reason=为什么
expect_equal "$status" 403
expect_text '这一步已经不能做了'
get "/cases/$last"
expect_no_text 'enctype="multipart/form-data"'
get "/cases/$last/attachments/1"
expect_status 200
in_registry "update cases set erased_at = $SHANYU_CLOCK where number = '$last'"
get "/cases/$last/attachments/1"
expect_status 404

found=$(office open 5 COMPLAINT "$facility" '厨房里的人没有健康证')
office triage "$found" COMPLAINT FOOD 310107015 >/dev/null && office accept "$found" 已受理 >/dev/null && office dispatch "$found" MARKET >/dev/null &&
	office take "$found" market MARKET >/dev/null && office reply "$found" market MARKET SUBSTANTIATED_CORRECTED 已经整改。 >/dev/null
outcome=$(in_registry "select code from outcome where case_number = '$found'")

it "attaches to a disclosure in the same way, of which nothing is in public; the audit has it under the case"
as publisher
attach "/outcomes/$outcome/attach" kind=STATEMENT "attached=@机构说明.jpg=$photo"
expect_equal "$status" 303
expect_header Location "^/outcomes/$outcome\?done=attach\$"
expect_equal "$(newest_audit)" "outcome.attach|$found|publisher"
get "/outcomes/$outcome?done=attach"
expect_text '机构说明.jpg</a>'
expect_text '附上了'
get "/outcomes/$outcome/attachments/1"
expect "the same bytes" cmp "$folder/body" "$photo"
in_registry "update attachment set preview = x'ffd8ff', preview_state = 'MADE' where number = '$outcome'"
get "/outcomes/$outcome/attachments/1/preview"
expect_status 200
expect_equal "$(newest_audit)" "outcome.attachment_preview|$found|publisher"
attach "/outcomes/$outcome/attach" kind=OTHER "attached=@wrong.txt=$folder/small.txt"
post "/outcomes/$outcome/attachment-undo" position=2
expect_equal "$status $(attachments "$outcome")" "303 1"
attach "/outcomes/$outcome/attach" kind= "attached=@x.txt=$folder/small.txt"
expect_status 400
expect_text '请选是什么材料'
post "/outcomes/$outcome/attachment-withdraw" position=1 reason=换一份
expect_equal "$status" 303
as education
attach "/outcomes/$outcome/attach" kind=OTHER "attached=@x.txt=$folder/small.txt"
expect_status 404
in_registry "update outcome set state = 'DROPPED' where code = '$outcome'"
as publisher
attach "/outcomes/$outcome/attach" kind=OTHER "attached=@x.txt=$folder/small.txt"
expect_equal "$status" 403
expect_text '这一步已经不能做了'

it "attaches to the file of one procedure, not of another with the same number"
expect_equal "$(in_registry "select count(*) from attachment where number = '$outcome' and procedure <> 'outcome'")" 0
as desk
get "/cases/$outcome/attachments/1"
expect_status 404

it "lets the keeper take out what was attached, withdrawn or not, with a row in the audit, into a file of his own"
expect "one that stands" shanyu attachment file case "$number" 1 --to "$folder/taken.jpg" --reason 法院要原件
expect "the same bytes" cmp "$folder/taken.jpg" "$photo"
expect_equal "$(stat -c %a "$folder/taken.jpg")" 600
expect_equal "$(in_registry "select action || '|' || subject || '|' || role from audit order by seq desc limit 1")" "attachment.original|$number|shanyu"
expect "a withdrawn one" shanyu attachment file case "$number" 3 --to "$folder/withdrawn" --reason 查
expect "the same bytes" cmp "$folder/withdrawn" "$folder/small.txt"
! shanyu attachment file case "$number" 99 --to "$folder/none" --reason 查 2>/dev/null || broken "takes out what is not there"
! shanyu attachment file case "$number" 1 --to "$folder/taken.jpg" --reason 查 2>/dev/null || broken "writes over a file"
! shanyu attachment file case "$number" 1 --to "$folder/none" 2>/dev/null || broken "asks for no reason"
expect "no file is left" [ ! -e "$folder/none" ]

it "makes previews by turns: one account's many pictures keep nobody else's waiting behind all of them"
in_registry "update attachment set preview_state = 'NONE' where preview_state = 'WAITING'; update case_file set preview_state = 'NONE'"
turns=$(office open 8 COMPLAINT "$facility" '围墙裂了')
as desk
for i in 1 2 3; do
	{ cat "$photo"; echo "$i"; } >"$folder/desk$i.jpg"
	attach "/cases/$turns/attach" kind=EVIDENCE "attached=@desk$i.jpg=$folder/desk$i.jpg"
	expect_equal "$status" 303
	SHANYU_CLOCK=$((SHANYU_CLOCK + 1))
done
as approver
{ cat "$photo"; echo 4; } >"$folder/approver4.jpg"
attach "/cases/$turns/attach" kind=EVIDENCE "attached=@approver4.jpg=$folder/approver4.jpg"
# In the place of the program preview one that notes in which order it was asked: the last byte but one of each.
printf '#!/bin/sh\n[ $# = 0 ] || exit 1\ntail -c 2 | head -c 1 >>"%s/order"\necho shown\n' "$folder" >"$folder/preview"
chmod 755 "$folder/preview"
echo "preview = $folder/preview" >>"$config"
start_clerk
none_waits() { [ "$(in_registry "select count(*) from attachment where preview_state = 'WAITING'")" = 0 ]; }
wait_until 300 none_waits || broken "a preview still waits: $(tail -n 3 "$folder/clerk.err")"
stop_clerk
expect_equal "$(cat "$folder/order")" 1423

it "leaves the chain of the audit whole, and no name of a file in it"
expect "the audit" shanyu audit verify
expect_equal "$(in_registry "select count(*) from audit where detail like '%厨房%' or detail like '%机构说明%'")" 0
