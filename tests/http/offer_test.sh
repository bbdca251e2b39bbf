#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What is said of a facility is said of the classes that fit the question, on the page, in the files, in the API and in the comparison alike.
. tests/lib/http.sh

today=$(((SHANYU_CLOCK + 28800) / 86400 * 86400 - 28800))
worker=""
stop_worker() {
	[ -z "$worker" ] || kill -TERM "$worker" 2>/dev/null || true
	[ -z "$worker" ] || wait "$worker" 2>/dev/null || true
	worker=""
	rm -f "$folder/socket"
}
at_end stop_worker

# A worker at its socket, and the facts of the classes as the edition has them.
start_worker() {
	in_edition -json "select p.facility_code, p.code, p.age_from_months, p.age_to_months, p.mode, p.places, w.fee_fen, w.fee_unit, w.meal_fee_fen, w.subsidy_fen,
		w.valid_until as fee_until, v.has_vacancy, v.vacancy, v.vacancy_from, v.valid_until as vacancy_until, v.asserted_at as vacancy_asserted_at
		from programme p left join fee w on w.programme_code = p.code left join vacancy v on v.programme_code = p.code
		order by p.code" >"$folder/classes.json"
	in_edition -json "select code, kind, lat, lon, fresh_until from listing" >"$folder/listings.json"
	spawn-fcgi -n -s "$folder/socket" -- "$build/portal" --config "$config" 2>"$folder/worker.err" &
	worker=$!
	for _ in $(seq 100); do
		[ ! -S "$folder/socket" ] || return 0
		sleep 0.05
	done
}
prove() { node tests/lib/offer.mjs "$folder" "$today" "$@" >"$folder/said" 2>&1 || broken "$(tail -n 5 "$folder/said")"; }

make_edition
# Some of what the demo says is out of date, and some never was said.
in_registry "update vacancy set valid_until = $today - 1 where programme_code in (select code from programme where length(facility_code) > 0 and code like '%3-2');
	delete from vacancy where programme_code like '%7-1'; update fee set meal_fee_fen = null where programme_code like '%5-1';
	update fee set fee_fen = 4000, fee_unit = 'SESSION' where programme_code like '%1-2'; update fee set fee_fen = 20000, fee_unit = 'DAY' where programme_code like '%1-3';
	update fee set fee_fen = 0, fee_unit = 'SESSION' where programme_code like '%6-2'; delete from fee where programme_code like '%8-2';
	update vacancy set vacancy_from = '2027-03-01' where programme_code like '%4-1'; update vacancy set vacancy_from = '2026-09-01' where programme_code like '%2-1'"
renew_edition
start_worker

it "says of each facility only what the classes say that fit, and by fee the lowest that is shown first: 6,000 questions over the demo"
prove claims 6000

it "says the same on the page, in the API, in the file and in the comparison"
prove pages_agree 150
stop_worker

# Two classes of one facility, and what its card, the comparison and the API say of their fees.
pair=$(in_edition "select p.facility_code from programme p join facility f on f.code = p.facility_code group by 1 having count(*) = 2 order by 1 limit 1")
one_class="(select min(code) from programme where facility_code = '$pair')"
other_class="(select max(code) from programme where facility_code = '$pair')"
name=$(escaped "$(in_edition "select name from facility where code = '$pair'")")
priced() {
	in_registry "delete from fee where programme_code in ($one_class, $other_class);
		insert into fee (programme_code, fee_fen, fee_unit, meal_fee_fen, subsidy_fen, asserted_by, asserted_at, valid_until)
		select code, 0, 'MONTH', null, null, 'OPERATOR', $today, $today + 8640000 from programme where code in ($one_class, $other_class);
		update fee set $1 where programme_code = $one_class; update fee set $2 where programme_code = $other_class; ${3-}"
	renew_edition
}
everywhere() {
	for address in "/facilities?q=$name" "/compare?code=$pair" "/facilities.atom?q=$name"; do
		visit "$address"
		expect_status 200
		for words; do expect_text "$words"; done
		expect_no_text '有的班没公布'
	done
	visit "/api/facilities?q=$name"
}

it "says of a class that is paid by another unit that there is one, and not that its fee was not published"
priced "fee_fen = 3000, fee_unit = 'HOUR'" "fee_fen = 4000, fee_unit = 'SESSION'"
everywhere '30 元/小时' '另有按次收费的班'
expect_json '.items[0] | .fee_partly == 0 and .fee_other_units == "SESSION" and .fee_other_unit_names == "次" and .fee_other_free == 0'

it "says of a free class of another unit that it is free, and calls a facility free whose classes all are"
priced "fee_fen = 300000" "fee_fen = 0, fee_unit = 'SESSION'"
everywhere '3000 元/月' '另有免费的班'
priced "fee_fen = 0, fee_unit = 'HOUR'" "fee_fen = 0, fee_unit = 'SESSION'"
everywhere '免费'
expect_json '.items[0] | .fee_partly == 0 and .fee_other_units == null and .fee_other_free == 0'
visit "/facilities?q=$name"
expect_no_text '另有按'
expect_no_text '另有免费'

it "says that some classes did not publish their fee when one states none"
priced "fee_fen = 3000" "fee_fen = 4000" "delete from fee where programme_code = $other_class"
visit "/facilities?q=$name"
expect_text '30 元/月，有的班没公布'

it "takes a subsidy off when no class has meals of its own price, by classes when they differ, and keeps still when only some state their meals"
priced "fee_fen = 270000, subsidy_fen = 70000" "fee_fen = 270000, subsidy_fen = 70000"
everywhere '2700 元/月' '减补贴 700，共 2000 元/月'
priced "fee_fen = 270000, subsidy_fen = 70000" "fee_fen = 270000, subsidy_fen = 40000"
everywhere '2700 元/月' '减补贴，共 2000–2300 元/月'
priced "fee_fen = 270000, subsidy_fen = 70000" "fee_fen = 270000"
everywhere '2700 元/月' '减补贴，共 2000–2700 元/月'
priced "fee_fen = 270000, subsidy_fen = 70000" "fee_fen = 270000, subsidy_fen = 70000, meal_fee_fen = 30000"
everywhere '2700 元/月'
expect_json '.items[0] | .total_min_fen == null and .subsidy_fen == null'

it "refuses a comparison for an age or a way of care that is not, and compares all classes"
code=$(in_edition "select min(code) from listing where programmes > 0")
for question in age=99 age=x mode=NONE not_mode=NONE fee_max=x; do
	visit "/compare?code=$code&$question"
	expect_status 400
	expect_text '下面没有按'
done

it "keeps the age, the way of care and the fee when a facility is taken out of the comparison"
other=$(in_edition "select max(code) from listing where programmes > 0")
visit "/compare?code=$code&code=$other&age=18&mode=FULL_DAY"
links | grep -q "/compare?code=$other&age=18&mode=FULL_DAY" || broken "$(links | grep compare)"

rm -rf "$folder/registry" "$editions"
mkdir -p "$folder/registry"
prepare init
shanyu import facilities tests/data/bc-childcare-2026-07.csv --map db/maps/bc-childcare.map >/dev/null 2>&1 || true
renew_edition
start_worker

it "says of each facility only what the classes say that fit: 4,000 questions over 5,992 real facilities"
expect_equal "$(in_edition 'select count(*) > 5000 from listing')" 1 "the facilities were imported"
prove claims 4000

it "says the same of real facilities everywhere"
prove pages_agree 50
