-- Finding care: which facilities, in which order. The list, the files and the API all ask through these.
-- A filter that is not set is '' for text and -1 for numbers. :today is the start of today; what is not fresh then ranks lower.

-- part: filters
	and (:street = '' or l.street_code = :street)
	and (:kind = '' or l.kind = :kind)
	and (:inclusive <> 1 or l.inclusive = 1)
	and (:operator = '' or instr(l.operator, :operator) > 0)
	and (:by_programme = 0 or exists (
		select 1 from listing_programme q
		where q.listing_id = l.id
			and (:age < 0 or (q.age_from_months <= :age and q.age_to_months > :age))
			and (:mode = '' or q.mode = :mode)
			and (:fee_max_fen < 0 or (q.fee_fen <= :fee_max_fen
				and (q.fee_unit = 'MONTH' or q.fee_fen = 0 or :mode in ('HOURLY', 'TEMP'))))
			and (:vacancy <> 1 or q.has_vacancy = 1)))

-- part: word
	and (:match = '' or l.id in (select rowid from listing_word where listing_word match :match))

-- Nearest first, nothing filtered: from the tree alone.
-- name: directory_near_all many
select id, lat_from as lat, lon_from as lon from listing_place
where id match nearest(:lat, :lon, :fresh_since, :stale_metres, :within_metres)
limit :most offset :skip

-- Nearest first, with filters: the tree gives the order, the listing decides. A word is looked up for each row: for words
-- with many hits, of which the first page is found soon.
-- name: directory_near many
select l.id, l.lat, l.lon from listing_place p cross join listing l on l.id = p.id
where p.id match nearest(:lat, :lon, :fresh_since, :stale_metres, :within_metres)
@filters
	and (:match = '' or exists (select 1 from listing_word where listing_word match :match and listing_word.rowid = l.id))
limit :most offset :skip

-- Most recently confirmed first.
-- name: directory_fresh many
select l.id, l.lat, l.lon from listing l
where 1 = 1
@filters
@word
order by l.fresh_until desc, l.id
limit :most offset :skip

-- name: directory_by_name many
select l.id, l.lat, l.lon from listing l
where 1 = 1
@filters
@word
order by l.name_pinyin, l.id
limit :most offset :skip

-- The lowest monthly fee first; then other units; then those who do not say.
-- name: directory_by_fee many
select l.id, l.lat, l.lon from listing l
where 1 = 1
@filters
@word
order by l.fresh_until < :today, l.fee_min_fen is null, l.fee_unit <> 'MONTH', l.fee_min_fen, l.id
limit :most offset :skip

-- name: directory_by_vacancy many
select l.id, l.lat, l.lon from listing l
where 1 = 1
@filters
@word
order by l.fresh_until < :today, l.has_vacancy is null, l.has_vacancy desc, l.vacancy desc, l.id
limit :most offset :skip

-- How many hits a word has, counted no further than :most: decides between the two ways to search.
-- name: directory_hits one
select count(*) as hits from (select 1 from listing_word where listing_word match :match limit :most)

-- Nearest first for a word with few hits: all of them, put in order by the program.
-- name: directory_near_word many
select l.id, l.lat, l.lon, l.fresh_until < :today as stale
from (select rowid as id from listing_word where listing_word match :match) w join listing l on l.id = w.id
where 1 = 1
@filters

-- name: directory_count one
select count(*) as total from listing l
where 1 = 1
@filters
@word

-- name: directory_count_within one
select count(*) as total from listing_place p cross join listing l on l.id = p.id
where p.id match nearest(:lat, :lon, :fresh_since, 0, :within_metres)
@filters
@word

-- name: listing_one maybe
select l.id, l.code, l.name, l.kind, l.kind_name, l.street_code, l.street_name, l.community_code, l.address, l.lat, l.lon, l.phone,
	l.operator, l.inclusive, l.programmes, l.places, l.age_from_months, l.age_to_months, l.mode_names, l.fee_min_fen, l.fee_unit,
	l.fee_unit_name, l.fee_until, l.has_vacancy, l.vacancy, l.vacancy_asserted_by, l.vacancy_asserted_at, l.vacancy_until, l.fresh_until
from listing l where l.id = :id

-- name: listing_by_code maybe
select l.id, l.code, l.name, l.kind, l.kind_name, l.street_code, l.street_name, l.community_code, l.address, l.lat, l.lon, l.phone,
	l.operator, l.inclusive, l.programmes, l.places, l.age_from_months, l.age_to_months, l.mode_names, l.fee_min_fen, l.fee_unit,
	l.fee_unit_name, l.fee_until, l.has_vacancy, l.vacancy, l.vacancy_asserted_by, l.vacancy_asserted_at, l.vacancy_until, l.fresh_until
from listing l where l.code = :code
