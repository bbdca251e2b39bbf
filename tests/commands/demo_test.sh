#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shanyu demo: what the demonstration district holds, and when it refuses.
set -eu
shanyu=${BUILD:-build}/shanyu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
unset SHANYU_CONFIG

# says SENTENCE COMMAND...: the command's success is the sentence's truth.
says() {
	sentence=$1
	shift
	if "$@" >"$folder/said" 2>&1; then
		echo "ok - $sentence"
	else
		echo "not ok - $sentence"
		sed 's/^/# /' "$folder/said"
		failed=1
	fi
}

# registry NAME: an empty one, and the configuration that names it.
registry() {
	printf '[shanyu]\nregistry = %s/%s.db\neditions = %s/editions\ninbox = %s/inbox\nmailbox = %s/mailbox\n' \
		"$folder" "$1" "$folder" "$folder" "$folder" >"$folder/$1.ini"
	with "$1" init >"$folder/said"
}
with() {
	SHANYU_CONFIG=$folder/$1.ini
	export SHANYU_CONFIG
	shift
	"$shanyu" "$@"
}
ask() { sqlite3 "$folder/$1.db" "$2"; }
gives() { [ "$(ask demo "$2")" = "$1" ] || { ask demo "$2"; false; }; }
between() {
	number=$(ask demo "$3")
	echo "$number"
	awk -v n="$number" -v from="$1" -v to="$2" 'BEGIN { exit !(n >= from && n <= to) }'
}
refuses() { if with "$@" >"$folder/refused" 2>&1; then false; else [ "$(wc -l <"$folder/refused")" = 1 ]; fi; }

# Everything but the dates of assertions.
dump() {
	ask "$1" "select * from district; select * from street order by code; select * from community order by code;
		select code, source_key, name, kind, street_code, community_code, address, lat, lon, phone, operator, uscc, filing_state,
			filing_number, filed_on, opened_on, inclusive, inclusive_from, indoor_m2, outdoor_m2, floors, head_name, carers,
			health_workers, guards, meals, summary from facility order by code;
		select * from programme order by code; select programme_code, has_vacancy, vacancy, asserted_by from vacancy order by 1;
		select programme_code, fee_fen, fee_unit, meal_fee_fen, asserted_by from fee order by 1;
		select facility_code, weekday_open, weekday_close, weekend_open, weekend_close, note, asserted_by from hours order by 1;"
}
same_dump() { dump "$1" >"$folder/one"; dump "$2" >"$folder/other"; cmp "$folder/one" "$folder/other"; }

differ() { if same_dump "$1" "$2"; then false; fi; }

# Facilities outside the district's outline, by the even-odd rule.
outside() {
	ask demo "select outline from district; select lat || '|' || lon || '|' || code from facility" | awk '
		NR == 1 { n = split($0, corner, " "); for (i = 1; i <= n; i++) { split(corner[i], p, ","); x[i] = p[1]; y[i] = p[2] }; next }
		{
			split($0, f, "|"); inside = 0
			for (i = 1; i <= n; i++) {
				j = i % n + 1
				if ((y[i] > f[1]) != (y[j] > f[1]) && f[2] < (x[j] - x[i]) * (f[1] - y[i]) / (y[j] - y[i]) + x[i]) inside = !inside
			}
			if (!inside) { print f[3]; bad = 1 }
		}
		END { exit bad }'
}

now=$(date +%s)
export SHANYU_CLOCK="$now"
registry demo
says "the demo fills an empty registry" with demo demo
says "the district is marked as a demonstration" gives "310107|1" "select code, demo from district"
says "there are 10 streets, all with an outline" gives 10 "select count(*) from street where outline <> ''"
says "there are 285 communities, all in a street" gives 285 "select count(*) from community join street on street.code = street_code"
says "62 kindergartens have toddler classes" gives 62 "select count(*) from facility where kind = 'KG_CLASS'"
says "45 institutions are run for profit, not for profit, publicly or by employers" gives "INST_NONPROFIT 14
INST_PROFIT 27
INST_PUBLIC 2
WORKPLACE 2" "select kind || ' ' || count(*) from facility where kind like 'INST_%' or kind = 'WORKPLACE' group by kind order by kind"
says "every street has its community care point" gives 10 "select count(distinct street_code) from facility where kind = 'COMMUNITY'"
says "there are 10 to 20 community care points" between 10 20 "select count(*) from facility where kind = 'COMMUNITY'"
says "every street has its children's service centre" gives "10 10" \
	"select count(distinct street_code) || ' ' || count(*) from facility where kind = 'CHILD_HOME'"
says "there are at least 80 guidance stations" between 80 95 "select count(*) from facility where kind = 'GUIDE_STATION'"
says "there is one early development base" gives 1 "select count(*) from facility where kind = 'ECD_BASE'"
says "every street has inclusive care" gives 10 "select count(distinct street_code) from facility where inclusive = 1 and kind <> 'COMMUNITY'
	and exists (select 1 from programme where facility_code = facility.code)"
says "there are 5,200 to 6,000 places" between 5200 6000 "select sum(places) from programme"
says "guidance offers no care" gives 0 "select count(*) from programme join facility on facility.code = facility_code
	where kind in ('GUIDE_STATION', 'CHILD_HOME', 'ECD_BASE')"
says "every other facility offers care" gives 0 "select count(*) from facility where kind not in ('GUIDE_STATION', 'CHILD_HOME', 'ECD_BASE')
	and not exists (select 1 from programme where facility_code = facility.code)"
says "every facility is inside the district's outline" outside
says "no two facilities have one name" gives 0 "select count(*) - count(distinct name) from facility"
says "no class is larger than its kind allows" gives 0 "select count(*) from programme where places >
	(select value from rule where key = case class_kind when 'INFANT' then 'class.infant.max_children'
		when 'TODDLER_S' then 'class.toddler_small.max_children' when 'TODDLER_L' then 'class.toddler_large.max_children'
		else 'class.mixed.max_children' end)"
says "no vacancy is larger than its class" gives 0 "select count(*) from vacancy join programme on code = programme_code where vacancy > places"
says "some classes are full and some have room" gives 2 "select count(distinct has_vacancy) from vacancy"
says "inclusive full-day care costs 3,000 yuan a month at most" gives 0 "select count(*) from fee join programme on programme.code = programme_code
	join facility on facility.code = facility_code where inclusive = 1 and mode = 'FULL_DAY' and (fee_fen > 300000 or fee_unit <> 'MONTH')"
says "there are 6 or 8 square metres for each child" gives 0 "select count(*) from facility where kind not in ('COMMUNITY', 'GUIDE_STATION') and
	indoor_m2 < (select sum(places) from programme where facility_code = facility.code) * 6"
says "there are carers enough for the ratios" gives 0 "select count(*) from facility where carers < (select sum((places + n - 1) / n) from
	(select places, case class_kind when 'INFANT' then 3 when 'TODDLER_L' then 7 else 5 end as n from programme where facility_code = facility.code))"
says "every code used has a name" gives 0 "select count(*) from (select 'kind' as list, kind as code from facility
	union select 'filing_state', filing_state from facility union select 'meals', meals from facility where meals <> ''
	union select 'mode', mode from programme union select 'class_kind', class_kind from programme where class_kind <> ''
	union select 'fee_unit', fee_unit from fee) as used where not exists
	(select 1 from term where term.list = used.list and term.code = used.code)"
says "phones and credit codes are nobody's" gives 0 "select count(*) from facility where phone not like '1990000____'
	or (uscc <> '' and uscc not like '__31010700000%')"
says "no pattern is left unfilled" gives 0 "select count(*) from facility where name || address || operator || filing_number || summary like '%{%'"
says "a filed facility has a number and a day, no other has" gives 0 "select count(*) from facility
	where (filing_state = 'FILED') <> (filing_number <> '') or (filing_number <> '') <> (filed_on is not null)"
for fact in vacancy fee hours; do
	says "about 12 % of the $fact assertions are stale" between 0.07 0.17 "select avg(valid_until < $now) from $fact"
	says "no $fact was asserted in the future" gives 0 "select count(*) from $fact where asserted_at > $now"
done

SHANYU_CLOCK=$((now + 86400 * 30))
registry later
says "the demo runs a month later" with later demo
says "it gives the same registry but for dates" same_dump demo later
SHANYU_CLOCK=$now
says "run again, it replaces its own" with later demo
says "and is the same again" same_dump demo later
registry seeded
says "it takes a seed" with seeded demo --seed 7
says "another seed gives other data" differ demo seeded
says "it takes a number of facilities" with seeded demo --facilities 600
says "and makes that many, each with a name of its own" [ "$(ask seeded 'select count(distinct name) from facility')" = 600 ]
says "fewer the next time: what is too much goes" with seeded demo --facilities 5
says "and five are left" [ "$(ask seeded 'select count(*) from facility')" = 5 ]
says "a number that is none is refused in one line" refuses seeded demo --facilities many
ask seeded "update facility set source_key = null where code = 'PT-0003'"
says "a registry with facilities of others is refused in one line" refuses seeded demo
says "and nothing in it has changed" [ "$(ask seeded 'select count(*) from facility')" = 5 ]
says "it makes a year of cases when asked, and prints one receipt" eval 'with demo demo --cases 250 >"$folder/cases" && grep -qE "250 invented cases; a receipt to look at: ([0-9A-Z]{5}-){4}[0-9A-Z]{4}$" "$folder/cases"'
says "numbers are in the order of receipt" gives 0 "select count(*) from cases c join cases d on substr(c.number, 1, 4) = substr(d.number, 1, 4)
	and c.number < d.number and c.received_at > d.received_at"
says "of many kinds, matters, streets and departments" gives 1 "select count(distinct kind) >= 7 and count(distinct matter) >= 9 and count(distinct street_code) = 10
	and (select count(distinct department) from case_dispatch where part = 'LEAD') >= 7 from cases"
says "most are closed, some are open, answered, refused or passed on" gives 1 "select count(*) >= 5 from (select distinct state from cases)"
says "some open ones are over their limit" between 2 30 "select count(*) from cases join deadline d on d.procedure = 'case' and d.number = cases.number and step = 'REPLY'
	where closed_at is null and state <> 'REPLIED' and until < $now"
says "some answers were not accepted, and were looked into again" gives 1 "select count(*) > 3 from cases where reopened > 0"
says "the office does nothing at night or after now" gives 0 "select count(*) from case_step where actor in ('DESK', 'DEPARTMENT', 'APPROVER')
	and (at > $now or strftime('%H', at, 'unixepoch', '+8 hours') not between '08' and '19')"
says "no case is closed without a finding" gives 0 "select count(*) from cases where state = 'CLOSED'
	and not exists (select 1 from finding where case_number = number)"
says "most outcomes are public, some wait for the facility, its writer or its approver, one or two were dropped with a reason" gives "1 1 1 1 1" "select
	(sum(state = 'PUBLISHED') > count(*) / 2) || ' ' || (sum(state = 'DRAFT') > 0) || ' ' || (sum(state = 'ANSWERING') > 0) || ' ' ||
	(sum(state = 'READY') > 0) || ' ' || (sum(state = 'DROPPED' and end_reason <> '') between 1 and 3) from outcome"
says "some facilities answered before they were named, some let their time pass" gives 2 "select count(distinct answer <> '') from outcome
	where state = 'PUBLISHED' and (answer <> '' or answer_until < approved_at)"
says "nobody approved what they wrote or found" gives 0 "select count(*) from outcome o where state in ('PUBLISHED', 'DROPPED') and exists
	(select 1 from outcome_step s join outcome_step e using (code, version) where s.code = o.code and s.actor = 'PREPARER' and e.actor = 'APPROVER' and s.who = e.who
	union all select 1 from finding f join outcome_step e on e.code = o.code and e.actor = 'APPROVER' where f.case_number = o.case_number and f.made_by = e.who)"
says "no outcome is left as the form to fill in, or decided at night" gives 0 "select count(*) from outcome o where (state <> 'DRAFT' and summary like '%写明%')
	or exists (select 1 from outcome_step s where s.code = o.code and actor <> 'CLERK' and (at > $now or strftime('%H', at, 'unixepoch', '+8 hours') not between '08' and '19'))"
says "what is public is in the log, in the order of its approval" gives "1 0" "select (count(*) = (select count(*) from outcome where state = 'PUBLISHED')) || ' ' ||
	sum(published_at < (select max(p.published_at) from publication p where p.seq < publication.seq)) from publication where kind = 'outcome'"
says "the log holds" with demo log verify
says "who is anonymous left no name" gives 0 "select count(*) from case_contact join cases using (receipt_lookup) where anonymous = 1"
says "run again, they are replaced" with demo demo --cases 40
says "and nothing of the others is left" gives "40 40 40" "select (select count(*) from cases) || ' ' || (select count(*) from receipt) || ' ' || (select count(*) from mailbox)"
says "of outcomes neither" gives 0 "select count(*) from outcome where case_number is null"
says "and publishing withdraws what is gone" eval 'with demo publish --approved-by 演示 >"$folder/published" && with demo log verify && with demo portal rebuild'
says "so that the public reads what the registry holds" eval '[ "$(sqlite3 "$folder/editions/portal.db" "select count(*) from outcome")" = "$(ask demo "select count(*) from outcome where state = '"'PUBLISHED'"'")" ]'
ask demo "update cases set lane = 'proof' where number = (select max(number) from cases)"
says "a registry with cases of others keeps them: it is refused in one line" refuses demo demo --cases 10
ask later "update district set demo = 0"
says "a registry in earnest is refused in one line" refuses later demo
exit $failed
