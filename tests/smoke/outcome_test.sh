#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A complaint that was right ends on the facility's page: approved by somebody else than its author, within a second, and without a word
# that tells who complained.
. tests/lib/site.sh
. tests/lib/door.sh

make_demo
facility=$(in_registry "select code from facility order by code limit 1")
street=$(in_registry "select street_code from facility where code = '$facility'")
start_site LETTER_RATE=100000r/m RECEIPT_RATE=100000r/m

story="这句话只有投诉人会说$(date +%N)"
name=欧阳小敏
phone=13800001234
told="检查时厨房人员没有健康证，已责令三日内补办，复查时已补齐。"
answer="我们接受检查，两名厨师已经补办健康证。"

office() { "$build/tests/office" "$config" "$@"; }
outcomes() { "$build/tests/outcomes" "$config" "$@"; }
follow_says() { visit -X POST --data-urlencode "receipt=$receipt" /receipt && grep -qF -- "$1" "$folder/body"; }
page_says() { visit "$1" && grep -qF -- "$2" "$folder/body"; }
page_lacks() { visit "$1" && ! grep -qF -- "$2" "$folder/body"; }
# soon COMMAND...: true soon after now; the time is told.
soon() {
	began=$(milliseconds)
	wait_until 10 "$@" || broken "does not come true: $*"
	echo "# $(($(milliseconds) - began)) ms"
}
# expect_refused WORD COMMAND...: an outcome's step is refused with that answer.
expect_refused() {
	word=$1
	shift
	if "$@" 2>"$folder/refused"; then broken "allowed: $*"; fi
	expect_equal "$(cut -d' ' -f1 "$folder/refused")" "$word" "$*"
}

it "takes a complaint of somebody who gives name and number, and works on it"
visit /complaint
receipt=$(hidden receipt)
status=$(curl -s -o "$folder/body" -w '%{http_code}' --data-urlencode "receipt=$receipt" -d kind=COMPLAINT -d facility="$facility" -d going_on=no \
	-d anonymous=0 -d reply_by=receipt --data-urlencode "contact_name=$name" -d contact_phone=$phone --data-urlencode "story=$story" \
	"$origin/complaint/send")
expect_equal "$status" 200
expect "the case" wait_until 30 follow_says 已收到
number=$(in_registry "select number from cases order by number limit 1")
office triage "$number" COMPLAINT FOOD "$street" || broken triage
office accept "$number" 已经受理。 || broken accept
office dispatch "$number" MARKET || broken dispatch
office take "$number" officer MARKET || broken take

it "drafts an outcome that nobody reads yet"
office reply "$number" officer MARKET SUBSTANTIATED_CORRECTED '经现场核查属实，已经整改。' || broken reply
code=$(in_registry "select code from outcome where case_number = '$number'")
expect_equal "${#code}" 10
expect "words to begin with" [ -n "$(in_registry "select 1 from outcome where code = '$code' and summary like '%食品和厨房%'")" ]
visit "/facilities/$facility"
expect_text 目前没有已公示的记录

it "lets nobody publish it before the facility could answer"
outcomes edit "$code" officer "$told" || broken edit
expect_refused forbidden outcomes approve "$code" approver 周批准
outcomes open "$code" officer || broken open
expect_refused forbidden outcomes approve "$code" approver 周批准
outcomes answer "$code" officer "$answer" LETTER || broken answer

it "refuses its author as its approver, in the program and in the table"
expect_refused forbidden outcomes approve "$code" officer 李经办
if in_registry "update outcome set approved_by = prepared_by where code = '$code'" 2>/dev/null; then broken "the table takes it"; fi

it "shows an approved outcome on the facility's page within a second, warm pages too"
for _ in 1 2 3 4; do visit "/facilities/$facility"; done
outcomes approve "$code" approver 周批准 || broken approve
soon page_says "/facilities/$facility" "$told"
expect_text "属实，已整改"
expect_text "$answer"
expect_text 可以依法申请行政复议
visit "/api/facilities/$facility"
expect_json ".outcomes[0].code == \$code and .outcomes[0].summary == \$told" --arg code "$code" --arg told "$told"

it "lists it for the district, for its street and for its matter, not for others"
other=$(in_registry "select code from street where code <> '$street' order by code limit 1")
for address in /disclosures "/disclosures?street=$street" "/disclosures?matter=FOOD" "/disclosures?street=$street&matter=FOOD"; do
	visit "$address"
	expect_status 200
	expect_text "$told"
	expect_text "href=\"/facilities/$facility#disclosure-$code\""
done
for address in "/disclosures?street=$other" "/disclosures?matter=FIRE"; do
	visit "$address"
	expect_status 200
	expect_no_text "$told"
	expect_text 没有公示的结论
done
visit "/disclosures?matter=nonsense"
expect_status 400
expect_text 没有这个事由
visit "/disclosures?page=2"
expect_status 400
visit "/disclosures?page=x"
expect_status 400

it "tells the reporter where it is to be read"
expect "the receipt" wait_until 10 follow_says "/facilities/$facility#disclosure-$code"

it "says nothing of who reported, of the case or of who worked on it, in the log or in any table of the edition"
wait_until 50 edition_is_current || broken "the edition is behind"
in_registry "select body from publication where kind = 'outcome'" >"$folder/published"
expect "it is published" grep -qF "$told" "$folder/published"
edition_content "$editions/portal.db" >>"$folder/published"
strings -e S "$editions/portal.db" >>"$folder/published"
for secret in "$story" "$name" "$phone" "$number" "$(in_registry "select lookup from receipt")" officer 经现场核查属实，已经整改; do
	if grep -qF -- "$secret" "$folder/published"; then broken "published: $secret"; fi
done
expect_equal "$(in_registry "select approved_by from publication where kind = 'outcome'")" 周批准

it "replaces it by its correction, whose history the log keeps"
outcomes correct "$code" officer 处罚决定已经作出 || broken correct
visit "/facilities/$facility"
expect_text "$told"
outcomes edit "$code" officer "$told 另罚款三千元。" || broken edit
outcomes open "$code" officer || broken open
outcomes answer "$code" officer 接受处罚。 VISIT || broken answer
outcomes approve "$code" approver 周批准 || broken approve
soon page_says "/facilities/$facility" 另罚款三千元
expect_text 更正
expect_equal "$(in_registry "select count(*) from publication where kind = 'outcome'")" 2

it "takes a withdrawn outcome off every page within a second"
outcomes withdraw "$code" approver 周批准 复议决定撤销 || broken withdraw
soon page_lacks "/facilities/$facility" 另罚款三千元
visit /disclosures
expect_no_text 另罚款三千元
expect_equal "$(in_registry "select withdrawn from publication where kind = 'outcome' order by seq desc limit 1")" 1
wait_until 20 follow_says 已答复 || broken "the receipt"
expect_no_text "disclosure-$code"

it "makes what nobody answered ready when the time is over, by clerk itself"
visit -X POST --data-urlencode "receipt=$receipt" -d "nonce=0123456789abcdef&number=$number&solved=0" /receipt/rating
in_review() { [ "$(in_registry "select state from cases where number = '$number'")" = REVIEW ]; }
expect "the review" wait_until 30 in_review
office review "$number" reviewer SUBSTANTIATED_ENFORCED '复核属实，已经处罚。' || broken review
expect_equal "$(in_registry "select code || ' ' || version || ' ' || state from outcome order by version desc limit 1")" "$code 3 DRAFT" "the same public code"
outcomes open "$code" reviewer || broken open
in_registry "update deadline set until = 1 where procedure = 'outcome' and met_at is null"
ready() { [ "$(in_registry "select state from outcome where code = '$code' order by version desc limit 1")" = READY ]; }
wait_until 150 ready || broken "still $(in_registry "select state from outcome where code = '$code' order by version desc limit 1")"

it "keeps what was published of a facility that is gone, and says that it is gone"
outcomes approve "$code" approver 周批准 || broken approve
in_registry "pragma foreign_keys = on; update cases set facility_code = null; delete from facility where code = '$facility'"
publish
soon page_says /disclosures 已不在名单上
expect_no_text "href=\"/facilities/$facility"
visit "/facilities/$facility"
expect_status 404

it "verifies the whole log"
expect "verified" shanyu log verify
