#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# /open-data/hsds.json: every facility as a service of HSDS 3.0, held against the standard's own schema (tests/data/hsds).
. tests/lib/http.sh

make_edition
# expect_valid NUMBER: so many services, each as the schema wants it.
expect_valid() {
	node tests/lib/hsds.mjs tests/data/hsds/service.json "$folder/body" >"$folder/said" 2>&1 || broken "$(cat "$folder/said")"
	expect_equal "$(cat "$folder/said")" "$1" "faults and services"
}
# count FILTER: how many services of the answer it holds for.
count() { jq "[.services[] | select($1)] | length" "$folder/body"; }
facts() { in_edition "select count(*) from facility f where $1"; }

it "gives a valid service for every facility of the demonstration"
visit /open-data/hsds.json
expect_header Content-Type '^application/json'
expect_valid "$(in_edition 'select count(*) from listing')"

it "gives the same identifiers again in the next edition, each to one thing"
jq -S '[.services[] | [.name, .. | objects | .id? // empty]]' "$folder/body" >"$folder/before"
expect_equal "$(jq '[.services[].id] | length - (unique | length)' "$folder/body")" 0 "services of one identifier"
expect_equal "$(jq '[.services[].service_at_locations[].location.id] | length - (unique | length)' "$folder/body")" 0 "locations of one identifier"
in_registry "update facility set address = address || '（东门）'"
renew_edition
visit /open-data/hsds.json
jq -S '[.services[] | [.name, .. | objects | .id? // empty]]' "$folder/body" >"$folder/after"
expect "are the same" cmp "$folder/before" "$folder/after"

it "names one organization for one operator: by its credit code, and by its name where a facility has none"
in_registry "create temp table chosen as select code, row_number() over (order by code) as place from facility limit 5;
	update facility set operator = '青禾教育', uscc = '91310107MA1G00000X' where code = (select code from chosen where place = 1);
	update facility set operator = '青禾教育有限公司', uscc = '91310107MA1G00000X' where code = (select code from chosen where place = 2);
	update facility set operator = '青禾教育', uscc = '' where code = (select code from chosen where place = 3);
	update facility set operator = '', uscc = '' where code in (select code from chosen where place > 3)"
renew_edition
visit /open-data/hsds.json
expect_equal "$(jq '[.services[] | select(.organization.name == "青禾教育") | .organization.id] | [length, (unique | length)] | join(" ")' -r "$folder/body")" "3 1"
expect_equal "$(jq '[.services[].organization | {id, name}] | unique | [length, ([.[].id] | unique | length)] | .[0] - .[1]' "$folder/body")" 0 "names of one identifier"
in_edition "select code from facility where operator = '' and uscc = '' and closed_on is null" | jq -R . | jq -s . >"$folder/alone"
expect_equal "$(jq -r --slurpfile alone "$folder/alone" '[.services[] | select(.url | split("/")[-1] | IN($alone[0][])) | select(.organization.name == .name)
	| .organization.id] | [length, (unique | length)] | join(" ")' "$folder/body")" "2 2"
expect_equal "$(jq '[.services[] | select(.organization.organization_identifiers[0].identifier == "91310107MA1G00000X")] | length' "$folder/body")" 3

it "says that a telephone is for voice, and nothing of one where there is none"
expect_equal "$(jq -c '[.services[].phones // [] | .[].type] | unique' "$folder/body")" '["voice"]'
expect_equal "$(count '.phones | not')" "$(facts "phone = '' and closed_on is null")"

it "states ages in years where there are programmes, and none elsewhere"
expect_equal "$(count 'has("minimum_age") or has("maximum_age")')" "$(facts "exists (select 1 from programme p where p.facility_code = f.code)")"
expect_equal "$(count '.maximum_age < .minimum_age or .maximum_age > 21')" 0
code=$(in_edition "select facility_code from programme group by 1 having min(age_from_months) = 6 or max(age_to_months) = 36 order by 1 limit 1")
expect_equal "$(jq -r ".services[] | select(.url | endswith(\"/$code\")) | [.minimum_age * 12, .maximum_age * 12] | map(round) | join(\" \")" "$folder/body")" \
	"$(in_edition -separator ' ' "select min(age_from_months), max(age_to_months) - 1 from programme where facility_code = '$code'")"

it "gives hours as days of the week with times of China, and prices with their currency and unit"
expect_equal "$(count '.schedules | any(.byday == "MO,TU,WE,TH,FR")')" "$(in_edition "select count(*) from hours where weekday_open <> '' and weekday_close <> ''")"
expect_json 'all(.services[].schedules[]; .freq == "WEEKLY" and (.opens_at | test("^[0-2][0-9]:[0-5][0-9][+]08:00$")) and .timezone == 8 and .valid_to > .valid_from)'
expect_equal "$(jq '[.services[].cost_options[]] | length' "$folder/body")" "$(in_edition 'select count(*) from fee')"
expect_json '[.services[].cost_options[]] | all(.[]; .currency == "CNY" and (.amount | type) == "number" and (.amount_description | length) > 0)'
expect_equal "$(jq '[.services[].cost_options[].amount] | add * 100 | round' "$folder/body")" "$(in_edition 'select sum(fee_fen) from fee')"

it "says on which day somebody last assured what it says"
expect_equal "$(jq -r '[.services[].assured_date // empty] | max' "$folder/body")" \
	"$(in_edition "select date(max(at), 'unixepoch', '+8 hours') from (select asserted_at as at from vacancy union select asserted_at from fee union select asserted_at from hours)")"
expect_equal "$(count 'has("assured_date") | not')" "$(facts "not exists (select 1 from hours h where h.facility_code = f.code)
	and not exists (select 1 from programme p left join vacancy v on v.programme_code = p.code left join fee w on w.programme_code = p.code
		where p.facility_code = f.code and (v.asserted_at is not null or w.asserted_at is not null))")"

it "says in its alert from which day on there is room, while that is to come and up to date"
# shellcheck disable=SC2046 # one word a code
set -- $(in_edition "select programme_code from vacancy where vacancy_from is null and valid_until > $SHANYU_CLOCK + 86400 order by 1 limit 3")
in_registry "update vacancy set vacancy_from = null; update vacancy set vacancy_from = '2027-03-01', has_vacancy = 0, vacancy = 0 where programme_code = '$1';
	update vacancy set vacancy_from = '2026-10-01' where programme_code = '$2'; update vacancy set vacancy_from = '2027-03-01', valid_until = $SHANYU_CLOCK - 172800 where programme_code = '$3'"
renew_edition
visit /open-data/hsds.json
expect_valid "$(in_edition 'select count(*) from listing')"
expect_equal "$(jq -r '.services[] | select(.alert) | .alert' "$folder/body")" "$(in_edition "select name from programme where code = '$1'")：2027-03-01 起有余位。"

it "gives only what is asked for, by the same fields as the list"
visit '/open-data/hsds.json?street=310107015'
expect_valid "$(in_edition "select count(*) from listing where street_code = '310107015'")"

it "gives a valid service for every facility of British Columbia's real list"
rm -rf "$registry" "$editions"
prepare init
shanyu import facilities tests/data/bc-childcare-2026-07.csv --map db/maps/bc-childcare.map >/dev/null 2>&1
publish
prepare portal rebuild
visit /open-data/hsds.json
expect_valid 5992
