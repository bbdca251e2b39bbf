-- A facility: who, where, in what state. Its number in the edition is that of its first publication.

-- name: publish_facility none
insert into facility (id, code, name, kind, street_code, community_code, address, lat, lon, phone, website, operator, uscc,
	filing_state, filing_number, filed_on, opened_on, inclusive, inclusive_from, indoor_m2, outdoor_m2, floors,
	head_name, carers, health_workers, guards, meals, summary, closed_on, published_at, first_at)
values (:seq, :code, :name, :kind, :street_code, :community_code, :address, :lat, :lon, :phone, :website, :operator,
	:uscc, :filing_state, :filing_number, :filed_on, :opened_on, :inclusive, :inclusive_from, :indoor_m2,
	:outdoor_m2, :floors, :head_name, :carers, :health_workers, :guards, :meals, :summary, :closed_on,
	:published_at, :published_at)
on conflict (code) do update set name = excluded.name, kind = excluded.kind, street_code = excluded.street_code,
	community_code = excluded.community_code, address = excluded.address, lat = excluded.lat,
	lon = excluded.lon, phone = excluded.phone, website = excluded.website, operator = excluded.operator,
	uscc = excluded.uscc, filing_state = excluded.filing_state, filing_number = excluded.filing_number,
	filed_on = excluded.filed_on, opened_on = excluded.opened_on, inclusive = excluded.inclusive,
	inclusive_from = excluded.inclusive_from, indoor_m2 = excluded.indoor_m2, outdoor_m2 = excluded.outdoor_m2,
	floors = excluded.floors, head_name = excluded.head_name, carers = excluded.carers,
	health_workers = excluded.health_workers, guards = excluded.guards, meals = excluded.meals,
	summary = excluded.summary, closed_on = excluded.closed_on, published_at = excluded.published_at,
	told_at = case when (name, kind, street_code, address, phone, filing_state, inclusive)
		is (excluded.name, excluded.kind, excluded.street_code, excluded.address, excluded.phone, excluded.filing_state, excluded.inclusive)
		then told_at else excluded.published_at end

-- name: withdraw_facility none
delete from facility where code = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_facility none
insert or ignore into touched (code) values (:subject)
