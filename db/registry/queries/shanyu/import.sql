-- What "shanyu import facilities" compares with the registry before it writes: what is there, and what a new row begins with.

-- name: import_facility maybe
select code, source_key, name, kind, street_code, community_code, address, lat, lon, phone, website, operator, uscc, filing_state,
	filing_number, filed_on, opened_on, inclusive, inclusive_from, indoor_m2, outdoor_m2, floors, head_name, carers, health_workers,
	guards, meals, summary, closed_on
from facility where source_key = :source_key

-- name: import_facility_blank one
select '' as code, '' as source_key, '' as name, '' as kind, '' as street_code, null as community_code, '' as address, 0.0 as lat,
	0.0 as lon, '' as phone, '' as website, '' as operator, '' as uscc, '' as filing_state, '' as filing_number, null as filed_on,
	null as opened_on, 0 as inclusive, null as inclusive_from, null as indoor_m2, null as outdoor_m2, '' as floors, '' as head_name,
	null as carers, null as health_workers, null as guards, '' as meals, '' as summary, null as closed_on

-- name: import_code_owner maybe
select name from facility where code = :code

-- name: import_hours maybe
select facility_code, weekday_open, weekday_close, weekend_open, weekend_close, note, asserted_by, asserted_at, valid_until
from hours where facility_code = :facility_code

-- name: import_hours_blank one
select '' as facility_code, '' as weekday_open, '' as weekday_close, '' as weekend_open, '' as weekend_close, '' as note,
	'' as asserted_by, 0 as asserted_at, 0 as valid_until

-- name: import_hours_remove none
delete from hours where facility_code = :facility_code and asserted_by = :asserted_by

-- name: import_programme maybe
select code, facility_code, name, class_kind, age_from_months, age_to_months, mode, places from programme where code = :code

-- name: import_programme_blank one
select '' as code, '' as facility_code, '' as name, '' as class_kind, 0 as age_from_months, 0 as age_to_months, '' as mode, null as places

-- name: import_programme_codes many
select code from programme where facility_code = :facility_code order by code

-- name: import_programme_remove none
delete from programme where code = :code

-- name: import_vacancy maybe
select programme_code, has_vacancy, vacancy, vacancy_from, asserted_by, asserted_at, valid_until from vacancy where programme_code = :programme_code

-- name: import_vacancy_blank one
select '' as programme_code, 0 as has_vacancy, null as vacancy, null as vacancy_from, '' as asserted_by, 0 as asserted_at, 0 as valid_until

-- name: import_vacancy_remove none
delete from vacancy where programme_code = :programme_code and asserted_by = :asserted_by

-- name: import_fee maybe
select programme_code, fee_fen, fee_unit, meal_fee_fen, subsidy_fen, asserted_by, asserted_at, valid_until from fee where programme_code = :programme_code

-- name: import_fee_blank one
select '' as programme_code, 0 as fee_fen, '' as fee_unit, null as meal_fee_fen, null as subsidy_fen, '' as asserted_by, 0 as asserted_at,
	0 as valid_until

-- name: import_fee_remove none
delete from fee where programme_code = :programme_code and asserted_by = :asserted_by

-- The open facilities of one source; :prefix is its name with the colon.
-- name: import_of_source many
select code, name, source_key from facility
where substr(source_key, 1, length(:prefix)) = :prefix and closed_on is null order by code

-- Where the open facilities are, whatever their source.
-- name: import_positions many
select coalesce(source_key, '') as source_key, lat, lon from facility where closed_on is null order by code

-- name: import_close none
update facility set closed_on = :closed_on, changed_at = :changed_at where code = :code

-- name: import_street_centres many
select s.code, s.name, s.lat, s.lon, s.outline, s.position, avg(f.lat) as centre_lat, avg(f.lon) as centre_lon
from street s join facility f on f.street_code = s.code
group by s.code, s.name, s.lat, s.lon, s.outline, s.position order by s.name

-- name: import_place maybe
select code, kind, name, street_code, lat, lon, precision_m, path, source, source_key from place where code = :code

-- name: import_place_blank one
select '' as code, '' as kind, '' as name, '' as street_code, 0.0 as lat, 0.0 as lon, 0 as precision_m, '' as path, '' as source, '' as source_key

-- Places whose source_key begins so.
-- name: import_places_of_source many
select code, name, source_key from place where substr(source_key, 1, length(:prefix)) = :prefix order by code

-- name: import_place_remove none
delete from place where code = :code

-- name: walk_tile_one maybe
select code, walks from walk_tile where code = :code

-- name: walk_tile_codes many
select code from walk_tile order by code

-- name: walk_tile_put none
insert into walk_tile (code, walks) values (:code, :walks) on conflict (code) do update set walks = excluded.walks

-- name: walk_tile_remove none
delete from walk_tile where code = :code
