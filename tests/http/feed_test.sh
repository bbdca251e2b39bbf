#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Any search can be followed as a feed: valid, bounded, with ids that stay, and nothing in it of who follows or complains.
. tests/lib/http.sh

day=86400
make_edition
in_edition "select count(*) from listing" >"$folder/count"

# atom QUESTION: the feed is valid by the schema of RFC 4287.
atom() {
	visit "/facilities.atom$1"
	expect_status 200
	expect "valid by the schema" xmllint --noout --relaxng tests/data/atom.rng "$folder/body"
}
value() { xmllint --xpath "string($1)" "$folder/body"; }
entry() { value "//*[local-name()='entry'][contains(*[local-name()='id'], '/$code')]/*[local-name()='$1']"; }

it "is valid Atom, whatever is asked for"
for question in '' '?vacancy=1' '?age=18&mode=FULL_DAY' '?street=310107015' '?lat=31.24&lon=121.42&within=15' "?q=$(escaped '真如 一岁半 <b>&"')" '?operator=nobody' '?sort=fee&page=3'; do
	atom "$question"
	expect_header Content-Type '^application/atom\+xml; charset=utf-8$'
done

it "is a valid JSON Feed with the same entries"
for question in '' '?vacancy=1&age=18' "?q=$(escaped '真如 \<b>&"')"; do
	atom "$question"
	xmllint --xpath "//*[local-name()='entry']/*[local-name()='id']/text()" "$folder/body" >"$folder/ids" 2>/dev/null || true
	visit "/facilities.feed.json$question"
	expect_header Content-Type '^application/feed\+json; charset=utf-8$'
	expect_json '.version == "https://jsonfeed.org/version/1.1" and (.title | length > 0) and (.feed_url | startswith("http://shanyu.test/facilities.feed.json"))
		and ([.items[] | (.id | type == "string") and (.url | startswith("http://shanyu.test/facilities/")) and (.content_html | length > 0) and (.date_modified | fromdate > 0)] | all)
		and ([.items[].id] | length == (unique | length))'
	jq -r '.items[].id' "$folder/body" | cmp -s - "$folder/ids" || broken "$question: other entries"
done

it "holds the 50 facilities that changed last, and says since when each has room"
visit /facilities.feed.json
expect_json '.items | length == 50'
atom '?vacancy=1'
expect_equal "$(value "count(//*[local-name()='entry'])")" 50

it "tells of what was published in one go when it was stated, not when it was published"
visit '/facilities.feed.json?vacancy=1'
expect_json '[.items[].date_modified] | unique | length > 5'
jq -r '.items[0] | [(.url | sub(".*/"; "")), (.date_modified | fromdate)] | @tsv' "$folder/body" >"$folder/told"
read -r code told <"$folder/told"
expect_equal "$told" "$(in_registry "select max(at) from (select max(v.asserted_at) as at from vacancy v join programme p on p.code = v.programme_code where p.facility_code = '$code'
	union all select max(w.asserted_at) from fee w join programme p on p.code = w.programme_code where p.facility_code = '$code')")"

code=$(in_edition "select facility_code from programme where code in (select programme_code from vacancy where has_vacancy = 1 and valid_until > $SHANYU_CLOCK + 3 * $day)
	group by facility_code having count(*) = 1 order by 1 limit 1")
programme=$(in_edition "select code from programme where facility_code = '$code' and code in (select programme_code from vacancy where has_vacancy = 1 and valid_until > $SHANYU_CLOCK + 3 * $day)")
in_registry "delete from vacancy where programme_code <> '$programme' and programme_code in (select code from programme where facility_code = '$code')"
renew_edition
question="?vacancy=1&q=$code&exact=1"
atom "$question"
id=$(entry id)
updated=$(entry updated)

it "keeps an entry's id while the facility has room, and only says later that it was updated"
expect "there is an entry" [ -n "$id" ]
SHANYU_CLOCK=$((SHANYU_CLOCK + day))
in_registry "update vacancy set vacancy = 9, asserted_at = $SHANYU_CLOCK, valid_until = $SHANYU_CLOCK + 13 * $day where programme_code = '$programme'"
renew_edition
atom "$question"
expect_equal "$(entry id)" "$id"
expect "it was updated after $updated: $(entry updated)" [ "$(date -d "$(entry updated)" +%s)" -gt "$(date -d "$updated" +%s)" ]
expect_text '有余位 9 个'

it "says the same of a facility of which nothing was published anew"
updated=$(entry updated)
other=$(in_registry "select code from facility where code <> '$code' order by code limit 1")
SHANYU_CLOCK=$((SHANYU_CLOCK + 3600))
in_registry "update facility set phone = '19900009999' where code = '$other'"
renew_edition
atom "$question"
expect_equal "$(entry id) $(entry updated)" "$id $updated"

it "says the same when something is published that no entry shows, and another time for what was stated long ago and is published now"
in_registry "update facility set summary = '另一段自述' where code = '$code'"
renew_edition
atom "$question"
expect_equal "$(entry id) $(entry updated)" "$id $updated"
SHANYU_CLOCK=$((SHANYU_CLOCK + 3600))
in_registry "update vacancy set vacancy = 8, asserted_at = asserted_at - $day where programme_code = '$programme'"
renew_edition
atom "$question"
expect_equal "$(date -d "$(entry updated)" +%s)" "$SHANYU_CLOCK"

it "has a new entry when there is room again after there was none"
in_registry "update vacancy set has_vacancy = 0, vacancy = 0 where programme_code = '$programme'"
renew_edition
atom "$question"
expect_equal "$(entry id)" ""
SHANYU_CLOCK=$((SHANYU_CLOCK + 2 * day))
in_registry "update vacancy set has_vacancy = 1, vacancy = 2, asserted_at = $SHANYU_CLOCK, valid_until = $SHANYU_CLOCK + 13 * $day where programme_code = '$programme'"
renew_edition
atom "$question"
expect "there is an entry again" [ -n "$(entry id)" ]
[ "$(entry id)" != "$id" ] || broken "the same id: $id"

it "is kept by caches as lists are: what many ask the same, and nothing of somebody's place and words"
visit '/facilities.atom?vacancy=1&age=18'
expect_header Cache-Control '^public'
etag=$(header ETag)
visit -H "If-None-Match: $etag" '/facilities.atom?vacancy=1&age=18'
expect_status 304
visit '/facilities.atom?lat=31.24&lon=121.42'
expect_header Cache-Control '^private'
expect_header X-Accel-Expires '^0$'

it "says of room to come from which day on there is any, and of which month the feed is"
in_registry "update vacancy set has_vacancy = 0, vacancy = 0, vacancy_from = '2027-03-01', asserted_at = $SHANYU_CLOCK, valid_until = $SHANYU_CLOCK + 13 * $day where programme_code = '$programme';
	insert into vacancy (programme_code, has_vacancy, vacancy, asserted_by, asserted_at, valid_until) select code, 0, 0, '机构', $SHANYU_CLOCK, $SHANYU_CLOCK + 13 * $day
	from programme where facility_code = '$code' and code <> '$programme'"
renew_edition
atom "$question&start=2027-03"
expect_equal "$(entry title)" "$(in_edition "select name from facility where code = '$code'")：2027-03-01 起有余位"
case $(value "/*/*[local-name()='title']") in *2027-03\ 入托*) ;; *) broken "$(value "/*/*[local-name()='title']")" ;; esac
atom "?q=$code&exact=1"
expect_equal "$(entry title)" "$(in_edition "select name from facility where code = '$code'")：暂无余位，2027-03-01 起有"
expect_text '2027-03-01'
visit "/facilities.feed.json?q=$code&exact=1"
expect_json '.items[0].title | endswith("2027-03-01 起有")'

it "sets no cookie and names no receipt, no case and no reporter"
visit /facilities.atom
expect_no_header Set-Cookie
for word in receipt 回执 投诉 case reporter; do expect_no_text "$word"; done

it "refuses a question that is none, as the interface does"
visit '/facilities.atom?age=x'
expect_status 400
visit '/facilities.feed.json?street=999'
expect_status 400

it "is offered on the list, for the question that was asked"
visit '/facilities?age=18&sort=fee&street=310107015'
expect_text '有新余位时看这里'
expect_text 'rel="alternate" type="application/atom+xml" href="/facilities.atom?street=310107015&amp;age=18&amp;vacancy=1"'
links | grep -qxF '/facilities.feed.json?street=310107015&age=18&vacancy=1' || broken "$(links | grep feed)"
