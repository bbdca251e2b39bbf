-- Facts put into the registry by hand, by import and by the demo: each is made or, by its code, replaced.

-- name: district_put none
insert into district (code, name, city, filing_authority, phone, outline, demo)
values (:code, :name, :city, :filing_authority, :phone, :outline, :demo)
on conflict (code) do update set name = excluded.name, city = excluded.city, filing_authority = excluded.filing_authority,
	phone = excluded.phone, outline = excluded.outline, demo = excluded.demo

-- name: district_one maybe
select code, name, city, filing_authority, phone, outline, demo from district

-- name: rule_put none
insert into rule (key, jurisdiction, value, unit, effective_from, effective_to, source, severity)
values (:key, :jurisdiction, :value, :unit, :effective_from, :effective_to, :source, :severity)
on conflict (key, jurisdiction, effective_from) do update set value = excluded.value, unit = excluded.unit,
	effective_to = excluded.effective_to, source = excluded.source, severity = excluded.severity

-- The row of a rule that is valid on a day; a district's own setting goes before the city's, the city's before the nation's.
-- name: rule_on maybe
select value, unit, source from rule
where key = :key and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1

-- name: term_put none
insert into term (list, code, name, position) values (:list, :code, :name, :position)
on conflict (list, code) do update set name = excluded.name, position = excluded.position

-- name: term_list many
select list, code, name, position from term order by list, position

-- name: workday_put none
insert into workday (day, works, name, notice) values (:day, case when :kind = 'work' then 1 else 0 end, :name, :notice)
on conflict (day) do update set works = excluded.works, name = excluded.name, notice = excluded.notice

-- name: phrase_put none
insert into phrase (words, pinyin) values (:words, :pinyin)
on conflict (words) do update set pinyin = excluded.pinyin

-- name: lexicon_put none
insert into lexicon (words, role, value) values (:words, :role, coalesce(:value, ''))
on conflict (words, role) do update set value = excluded.value

-- name: place_affix_put none
insert into place_affix (kind, way, affix) values (:kind, :way, :affix) on conflict (kind, way, affix) do nothing

-- name: place_put none
insert into place (code, kind, name, street_code, lat, lon, precision_m, path, source, source_key)
values (:code, :kind, :name, :street_code, :lat, :lon, :precision_m, :path, :source, :source_key)
on conflict (code) do update set kind = excluded.kind, name = excluded.name, street_code = excluded.street_code, lat = excluded.lat,
	lon = excluded.lon, precision_m = excluded.precision_m, path = excluded.path, source = excluded.source,
	source_key = excluded.source_key

-- name: street_put none
insert into street (code, name, lat, lon, outline, position) values (:code, :name, :lat, :lon, :outline, :position)
on conflict (code) do update set name = excluded.name, lat = excluded.lat, lon = excluded.lon, outline = excluded.outline,
	position = excluded.position

-- name: street_list many
select code, name, lat, lon, outline, position from street order by position, code

-- name: community_put none
insert into community (code, name, street_code, lat, lon) values (:code, :name, :street_code, :lat, :lon)
on conflict (code) do update set name = excluded.name, street_code = excluded.street_code, lat = excluded.lat, lon = excluded.lon

-- name: community_list many
select code, name, street_code, lat, lon from community order by code

-- name: facility_put none
insert into facility (code, source_key, name, kind, street_code, community_code, address, lat, lon, phone, website, operator, uscc,
	filing_state, filing_number, filed_on, opened_on, inclusive, inclusive_from, indoor_m2, outdoor_m2, floors, head_name, carers,
	health_workers, guards, meals, summary, closed_on, changed_at)
values (:code, :source_key, :name, :kind, :street_code, :community_code, :address, :lat, :lon, :phone, :website, :operator, :uscc,
	:filing_state, :filing_number, :filed_on, :opened_on, :inclusive, :inclusive_from, :indoor_m2, :outdoor_m2, :floors, :head_name, :carers,
	:health_workers, :guards, :meals, :summary, :closed_on, :changed_at)
on conflict (code) do update set source_key = excluded.source_key, name = excluded.name, kind = excluded.kind,
	street_code = excluded.street_code, community_code = excluded.community_code, address = excluded.address, lat = excluded.lat,
	lon = excluded.lon, phone = excluded.phone, website = excluded.website, operator = excluded.operator, uscc = excluded.uscc,
	filing_state = excluded.filing_state, filing_number = excluded.filing_number, filed_on = excluded.filed_on,
	opened_on = excluded.opened_on, inclusive = excluded.inclusive, inclusive_from = excluded.inclusive_from,
	indoor_m2 = excluded.indoor_m2, outdoor_m2 = excluded.outdoor_m2, floors = excluded.floors, head_name = excluded.head_name,
	carers = excluded.carers, health_workers = excluded.health_workers, guards = excluded.guards, meals = excluded.meals,
	summary = excluded.summary, closed_on = excluded.closed_on, changed_at = excluded.changed_at

-- name: hours_put none
insert into hours (facility_code, weekday_open, weekday_close, weekend_open, weekend_close, note, asserted_by, asserted_at, valid_until)
values (:facility_code, :weekday_open, :weekday_close, :weekend_open, :weekend_close, :note, :asserted_by, :asserted_at, :valid_until)
on conflict (facility_code) do update set weekday_open = excluded.weekday_open, weekday_close = excluded.weekday_close,
	weekend_open = excluded.weekend_open, weekend_close = excluded.weekend_close, note = excluded.note,
	asserted_by = excluded.asserted_by, asserted_at = excluded.asserted_at, valid_until = excluded.valid_until

-- name: programme_put none
insert into programme (code, facility_code, name, class_kind, age_from_months, age_to_months, mode, places)
values (:code, :facility_code, :name, :class_kind, :age_from_months, :age_to_months, :mode, :places)
on conflict (code) do update set facility_code = excluded.facility_code, name = excluded.name, class_kind = excluded.class_kind,
	age_from_months = excluded.age_from_months, age_to_months = excluded.age_to_months, mode = excluded.mode,
	places = excluded.places

-- name: vacancy_put none
insert into vacancy (programme_code, has_vacancy, vacancy, vacancy_from, asserted_by, asserted_at, valid_until)
values (:programme_code, :has_vacancy, :vacancy, :vacancy_from, :asserted_by, :asserted_at, :valid_until)
on conflict (programme_code) do update set has_vacancy = excluded.has_vacancy, vacancy = excluded.vacancy, vacancy_from = excluded.vacancy_from,
	asserted_by = excluded.asserted_by, asserted_at = excluded.asserted_at, valid_until = excluded.valid_until

-- name: fee_put none
insert into fee (programme_code, fee_fen, fee_unit, meal_fee_fen, subsidy_fen, asserted_by, asserted_at, valid_until)
values (:programme_code, :fee_fen, :fee_unit, :meal_fee_fen, :subsidy_fen, :asserted_by, :asserted_at, :valid_until)
on conflict (programme_code) do update set fee_fen = excluded.fee_fen, fee_unit = excluded.fee_unit,
	meal_fee_fen = excluded.meal_fee_fen, subsidy_fen = excluded.subsidy_fen, asserted_by = excluded.asserted_by, asserted_at = excluded.asserted_at,
	valid_until = excluded.valid_until
