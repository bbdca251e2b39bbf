-- What is derived from the facts, made anew for the touched facilities, so many at a time (sorting a million rows takes memory).
-- The statements run in this order until refresh_0 finds none. Each begins with the few that are refreshing, by "cross join":
-- left to itself SQLite walks all listings to have them in order.

-- name: refresh_0_choose none
insert into refreshing (code) select code from touched order by code limit 5000

-- name: refresh_0_chosen none
delete from touched where code in (select code from refreshing)

-- name: refresh_1_words_out none
insert into listing_word (listing_word, rowid, words) select 'delete', l.id, l.words from refreshing t cross join listing l on l.code = t.code

-- name: refresh_2_places_out none
delete from listing_place where id in (select l.id from refreshing t cross join listing l on l.code = t.code)

-- name: refresh_3_programmes_out none
delete from listing_programme where listing_id in (select l.id from refreshing t cross join listing l on l.code = t.code)

-- name: refresh_4_listings_out none
delete from listing where code in (select code from refreshing)

-- operator_kind: who runs it, by its kind, else by the body that registered it, which begins the credit code (GB 32100-2015).
-- name: refresh_5_listings none
insert into listing (id, code, name, kind, kind_name, street_code, street_name, community_code, address, lat, lon, phone, operator,
	inclusive, programmes, places, age_from_months, age_to_months, mode_names, fee_min_fen, fee_unit, fee_unit_name, fee_until,
	has_vacancy, vacancy, vacancy_asserted_by, vacancy_asserted_at, vacancy_until, fresh_until, gives_care, changed_at, told_at, stated_at,
	filing_state, carers, name_pinyin, words, operator_kind, weekday_close, weekend_open, hours_until)
select f.id, f.code, f.name, f.kind, coalesce(k.name, f.kind), f.street_code, coalesce(s.name, ''), f.community_code, f.address,
	f.lat, f.lon, f.phone, f.operator, f.inclusive,
	p.programmes, p.places, p.age_from_months, p.age_to_months,
	coalesce((select group_concat(name, '、') from (
		select distinct m.name as name from programme q join term m on m.list = 'mode' and m.code = q.mode
		where q.facility_code = f.code order by m.position)), ''),
	e.fee_fen, e.fee_unit, u.name, e.valid_until,
	p.has_vacancy, p.vacancy, p.vacancy_asserted_by, p.vacancy_asserted_at, p.vacancy_until,
	case when p.programmes = 0 then 0 else
		coalesce(min(coalesce(p.vacancy_until, h.valid_until), coalesce(p.fee_until, p.vacancy_until, h.valid_until),
			coalesce(h.valid_until, p.vacancy_until)), 0) end,
	instr(:kinds_without_care, ' ' || f.kind || ' ') = 0,
	max(f.published_at, coalesce(h.published_at, 0), coalesce(p.published_at, 0)),
	coalesce(nullif(max(f.told_at, coalesce(p.told_at, 0)), 0), nullif(f.first_at, 0), f.published_at), coalesce(p.first_at, h.first_at), f.filing_state, f.carers,
	words_pinyin(f.name),
	words_index(f.name || ' ' || f.address || ' ' || coalesce(s.name, '') || ' ' || coalesce(c.name, '') || ' ' || f.operator || ' '
		|| coalesce(k.name, '') || ' ' || f.code || ' ' || replace(f.code, '-', '') || ' ' || f.uscc || ' ' || f.phone || ' '
		|| replace(replace(replace(replace(f.phone, '-', ''), ' ', ''), '(', ''), ')', '') || ' '
		|| substr(replace(replace(f.phone, '-', ''), ' ', ''), -8)),
	coalesce((select o.name from term o where o.list = 'operator_of_kind' and o.code = f.kind),
		(select o.name from term o where o.list = 'operator_of_credit_code' and o.code = substr(f.uscc, 1, 1)), ''),
	coalesce(h.weekday_close, ''), coalesce(h.weekend_open, ''), h.valid_until
from refreshing t
cross join facility f on f.code = t.code
left join street s on s.code = f.street_code
left join community c on c.code = f.community_code
left join term k on k.list = 'kind' and k.code = f.kind
left join hours h on h.facility_code = f.code
join (
	select t2.code as facility_code, count(q.code) as programmes, sum(q.places) as places,
		min(q.age_from_months) as age_from_months, max(q.age_to_months) as age_to_months,
		max(v.has_vacancy) as has_vacancy,
		case when sum(v.has_vacancy = 1 and v.vacancy is null) > 0 then null else sum(v.vacancy) end as vacancy,
		min(v.valid_until) as vacancy_until, min(w.valid_until) as fee_until,
		max(v.asserted_by) as vacancy_asserted_by, min(v.asserted_at) as vacancy_asserted_at, min(v.first_at) as first_at,
		max(max(q.published_at, coalesce(v.published_at, 0), coalesce(w.published_at, 0))) as published_at,
		max(max(q.told_at, coalesce(v.told_at, 0), coalesce(w.told_at, 0))) as told_at
	from refreshing t2
	left join programme q on q.facility_code = t2.code
	left join vacancy v on v.programme_code = q.code
	left join fee w on w.programme_code = q.code
	group by t2.code
) p on p.facility_code = f.code
left join fee e on e.programme_code = (
	select q.code from programme q join fee w on w.programme_code = q.code
	where q.facility_code = f.code
	order by w.fee_unit <> 'MONTH', w.fee_fen, q.code limit 1)
left join term u on u.list = 'fee_unit' and u.code = e.fee_unit
where f.closed_on is null
order by f.id

-- name: refresh_6_places none
insert into listing_place (id, lat_from, lat_to, lon_from, lon_to, fresh_from, fresh_to)
select l.id, l.lat, l.lat, l.lon, l.lon, case when l.gives_care then (l.fresh_until + 28800) / 86400 else -1 end / 1e8,
	case when l.gives_care then (l.fresh_until + 28800) / 86400 else -1 end / 1e8
from refreshing t cross join listing l on l.code = t.code order by l.id

-- name: refresh_7_programmes none
insert into listing_programme (listing_id, code, age_from_months, age_to_months, mode, places, fee_fen, fee_unit, meal_fee_fen, subsidy_fen, fee_until,
	has_vacancy, vacancy, vacancy_from, vacancy_asserted_by, vacancy_asserted_at, vacancy_until, room_since)
select l.id, q.code, q.age_from_months, q.age_to_months, q.mode, q.places, w.fee_fen, w.fee_unit, w.meal_fee_fen, w.subsidy_fen, w.valid_until,
	v.has_vacancy, v.vacancy, v.vacancy_from, v.asserted_by, v.asserted_at, v.valid_until, v.room_since
from refreshing t cross join listing l on l.code = t.code
cross join programme q on q.facility_code = l.code
left join vacancy v on v.programme_code = q.code
left join fee w on w.programme_code = q.code

-- name: refresh_8_words none
insert into listing_word (rowid, words) select l.id, l.words from refreshing t cross join listing l on l.code = t.code order by l.id

-- name: refresh_9_done none
delete from refreshing
