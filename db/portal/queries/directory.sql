-- Finding care: which facilities, in which order. The list, the files and the API all ask through these.
-- A filter that is not set is '' for text and -1 for numbers. :today is the start of today; what is not fresh then stands apart behind
-- what is, and what takes no children behind both: see "apart". :vacancy is 1 for those with room, 2 for those of which nobody knows.

-- part: filters
	and (:street = '' or l.street_code = :street)
	and (:kind = '' or l.kind = :kind)
	and (:inclusive <> 1 or l.inclusive = 1)
	and (:operator = '' or instr(l.operator, :operator) > 0)
	and (:operator_kind = '' or l.operator_kind = :operator_kind)
	and (:not_operator = '' or l.operator_kind <> :not_operator)
	and (:not_kind = '' or l.kind <> :not_kind)
	and (:weekend <> 1 or (l.weekend_open <> '' and l.hours_until >= :today))
	and (:open_until = '' or (l.weekday_close >= :open_until and l.hours_until >= :today))
	and (:by_programme = 0 or (:vacancy = 2 and l.programmes = 0 and l.gives_care and :age < 0 and :mode = '' and :fee_max_fen < 0) or exists (
		select 1 from listing_programme q
		where q.listing_id = l.id

-- The classes q that fit the question: the filter asks whether there is one, and a facility's claims are made of them. A mode with a "!" before
-- it is one that is not wanted.
-- part: fits
	and (:age < 0 or (q.age_from_months <= :age and q.age_to_months > :age))
	and (:mode = '' or q.mode = :mode or (substr(:mode, 1, 1) = '!' and q.mode <> substr(:mode, 2)))
	and (:fee_max_fen < 0 or (q.fee_fen <= :fee_max_fen
		and (q.fee_unit = 'MONTH' or q.fee_fen = 0 or :mode in ('HOURLY', 'TEMP'))))

-- Room by the day :room_by (2026-09-30): as is stated of a day to come, or else of now.
-- part: has_room
	q.vacancy_until >= :today and coalesce(q.vacancy_from <= :room_by, q.has_vacancy)

-- part: with_room
	and (:vacancy <> 1 or (q.vacancy_until >= :today and coalesce(q.vacancy_from <= :room_by, q.has_vacancy)))))

-- In place of with_room: nothing is known of one of the classes, and of none that it has room.
-- part: room_unknown
	and (q.has_vacancy is null or q.vacancy_until < :today)))
	and not exists (select 1 from listing_programme q where q.listing_id = l.id and

-- Up to date, not up to date, takes no children: 0, 1, 2.
-- part: apart
	(case when l.fresh_until < :today then 1 + (l.gives_care = 0) else 0 end)

-- part: word
	and (:match = '' or l.id in (select rowid from listing_word where listing_word match :match))

-- Nearest first, nothing filtered: from the tree alone.
-- name: directory_near_all many
select id, lat_from as lat, lon_from as lon, (fresh_to < :fresh_since) + (fresh_to < 0) as apart from listing_place
where id match nearest(:lat, :lon, :fresh_since, :stale_metres, :within_metres)
limit :most offset :skip

-- Nearest first, with filters: the tree gives the order, the listing decides. A word is looked up for each row: for words
-- with many hits, of which the first page is found soon.
-- name: directory_near many
select l.id, l.lat, l.lon,
@apart
	as apart
from listing_place p cross join listing l on l.id = p.id
where p.id match nearest(:lat, :lon, :fresh_since, :stale_metres, :within_metres)
@filters
@fits
@with_room
	and (:match = '' or exists (select 1 from listing_word where listing_word match :match and listing_word.rowid = l.id))
limit :most offset :skip

-- Most recently confirmed first.
-- name: directory_fresh many
select l.id, l.lat, l.lon,
@apart
	as apart
from listing l
where 1 = 1
@filters
@fits
@with_room
@word
order by apart, l.fresh_until desc, l.id
limit :most offset :skip

-- name: directory_by_name many
select l.id, l.lat, l.lon,
@apart
	as apart
from listing l
where 1 = 1
@filters
@fits
@with_room
@word
order by apart, l.name_pinyin, l.id
limit :most offset :skip

-- What was published last first: for feeds.
-- name: directory_by_change many
select l.id, l.lat, l.lon,
@apart
	as apart
from listing l
where 1 = 1
@filters
@fits
@with_room
@word
order by l.changed_at desc, l.told_at desc, l.id
limit :most offset :skip

-- When anything of it was last published, and since when a class that fits has had room without a break.
-- name: feed_entry one
select l.told_at, (select max(q.room_since) from listing_programme q where q.listing_id = l.id and
@has_room
@fits
	) as room_since
from listing l where l.id = :id

-- The lowest monthly fee first, of the classes that fit, as it is shown; then other units; then those who do not say.
-- name: directory_by_fee many
select l.id, l.lat, l.lon,
@apart
	as apart, case when :by_programme = 0 then (l.fee_unit <> 'MONTH') * 1000000000000 + l.fee_min_fen else (
	select min((q.fee_unit <> 'MONTH') * 1000000000000 + q.fee_fen) from listing_programme q where q.listing_id = l.id
@fits
	) end as price
from listing l
where 1 = 1
@filters
@fits
@with_room
@word
order by apart, price is null, price, l.id
limit :most offset :skip

-- Those with room first, of the classes that fit, the most places first, as many as are shown; then those of which nobody knows; then
-- those that are full.
-- name: directory_by_vacancy many
select l.id, l.lat, l.lon,
@apart
	as apart, (
	select case
		when count(*) filter (where
@has_room
		) > 0 then 2000000 + case when count(*) filter (where (q.vacancy is null or q.has_vacancy = 0) and
@has_room
		) > 0 then 0 else sum(q.vacancy) filter (where
@has_room
		) end
		when count(*) = 0 or count(*) filter (where q.has_vacancy is null or q.vacancy_until < :today) > 0 then 1000000
		else 0 end
	from listing_programme q where q.listing_id = l.id
@fits
	) as room
from listing l
where 1 = 1
@filters
@fits
@with_room
@word
order by apart, room desc, l.id
limit :most offset :skip

-- How many hits a word has, counted no further than :most: decides between the two ways to search.
-- name: directory_hits one
select count(*) as hits from (select 1 from listing_word where listing_word match :match limit :most)

-- Nearest first for a word with few hits: all of them, put in order by the program.
-- name: directory_near_word many
select l.id, l.lat, l.lon,
@apart
	as apart
from (select rowid as id from listing_word where listing_word match :match) w join listing l on l.id = w.id
where 1 = 1
@filters
@fits
@with_room

-- name: directory_count one
select count(*) as total, count(*) filter (where l.gives_care = 0) as without_care from listing l
where 1 = 1
@filters
@fits
@with_room
@word

-- name: directory_count_within one
select count(*) as total, count(*) filter (where l.gives_care = 0) as without_care from listing_place p cross join listing l on l.id = p.id
where p.id match nearest(:lat, :lon, :fresh_since, 0, :within_metres)
@filters
@fits
@with_room
@word

-- How many more may have room, and nobody knows: :vacancy is 2.
-- name: directory_count_unknown one
select count(*) as total, 0 as without_care from listing l
where 1 = 1
@filters
@fits
@room_unknown
@has_room
@fits
	)
@word

-- name: directory_count_unknown_within one
select count(*) as total, 0 as without_care from listing_place p cross join listing l on l.id = p.id
where p.id match nearest(:lat, :lon, :fresh_since, 0, :within_metres)
@filters
@fits
@room_unknown
@has_room
@fits
	)
@word

-- From which age to below which one the classes take children, and how many take one of the asked age.
-- name: directory_ages one
select count(*) filter (where age_from_months <= :age and age_to_months > :age) as taking, min(age_from_months) as youngest, max(age_to_months) as oldest
from listing_programme

-- part: listing_columns
select l.id, l.code, l.name, l.kind, l.kind_name, l.street_code, l.street_name, l.community_code, l.address, l.lat, l.lon, l.phone,
	l.operator, l.inclusive, l.programmes, l.places, l.age_from_months, l.age_to_months, l.mode_names, l.fee_min_fen, l.fee_unit,
	l.fee_unit_name, l.fee_until, l.has_vacancy, l.vacancy, l.vacancy_asserted_by, l.vacancy_asserted_at, l.vacancy_until, l.fresh_until, l.gives_care,
	(select count(*) from outcome o where o.facility_code = l.code) as outcomes

-- name: listing_one maybe
@listing_columns
from listing l where l.id = :id

-- name: listing_by_code maybe
@listing_columns
from listing l where l.code = :code

-- Which classes of a facility fit, by their codes.
-- name: listing_fitting many
select q.code from listing_programme q where q.listing_id = (select l.id from listing l where l.code = :facility_code)
@fits

-- The classes of a facility that fit, with all that its claims are made of: see public/facilities/offer.h.
-- name: listing_offer many
select q.age_from_months, q.age_to_months, q.mode, q.places, q.fee_fen, q.fee_unit, u.name as fee_unit_name, q.meal_fee_fen, q.subsidy_fen,
	q.fee_until, q.has_vacancy, q.vacancy, q.vacancy_from, q.vacancy_asserted_by, q.vacancy_asserted_at, q.vacancy_until
from listing_programme q
left join term u on u.list = 'fee_unit' and u.code = q.fee_unit
where q.listing_id = :id
@fits
order by q.code

-- The names of their ways of care.
-- name: listing_offer_modes one
select coalesce(group_concat(name, '、'), '') as mode_names from (
	select distinct m.name as name from listing_programme q join term m on m.list = 'mode' and m.code = q.mode
	where q.listing_id = :id
@fits
	order by m.position)

-- The units of their fees but one; of the name what stands after the money, "次" of "元/次".
-- name: listing_offer_units one
select group_concat(code, ' ') as fee_other_units, group_concat(name, '、') as fee_other_unit_names from (
	select distinct q.fee_unit as code, coalesce(substr(u.name, instr(u.name, '/') + 1), q.fee_unit) as name
	from listing_programme q left join term u on u.list = 'fee_unit' and u.code = q.fee_unit
	where q.listing_id = :id and q.fee_fen > 0 and q.fee_unit <> :fee_unit
@fits
	order by u.position)

-- Nobody: the names of the columns.
-- name: listing_blank one
@listing_columns
from (select 1) left join listing l on l.id = -1
