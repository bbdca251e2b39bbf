-- Where someone starts from: streets, communities, facilities by name.

-- name: community_one maybe
select c.code, c.name, c.street_code, c.lat, c.lon, coalesce(s.name, '') as street_name
from community c left join street s on s.code = c.street_code where c.code = :code

-- name: communities_of_street many
select code, name from community where street_code = :street_code order by name

-- Every place that can be named in a phrase; lines and waters are for drawing, nobody lives at one.
-- name: edition_named_places many
select p.kind, coalesce(t.name, '') as kind_name, p.code, p.name, p.street_code, p.lat, p.lon, p.precision_m, p.pinyin
from (
	select 'STREET' as kind, code, name, code as street_code, lat, lon, 1000 as precision_m, pinyin from street
	union all
	select 'COMMUNITY', code, name, street_code, lat, lon, 300, pinyin from community
	union all
	select kind, code, name, street_code, lat, lon, precision_m, pinyin from place where kind not in ('RAIL', 'WATER')
) p
left join term t on t.list = 'place_kind' and t.code = p.kind

-- name: edition_named_place_count one
select (select count(*) from street) + (select count(*) from community) + (select count(*) from place where kind not in ('RAIL', 'WATER')) as total

-- name: edition_lexicon many
select words, role, value from lexicon

-- name: edition_place_affixes many
select kind, way, affix from place_affix

-- name: edition_readings maybe
select letters from reading where id = 1

-- The houses of a road that are known: addresses among the places, and facilities.
-- name: houses_of_road many
select * from (select name as address, lat, lon from place where kind = 'ADDRESS' and instr(name, :road) = 1 order by code limit :most)
union all
select * from (select address, lat, lon from listing where instr(address, :road) > 0 order by id limit :most)
limit :most

-- name: place_path maybe
select path from place where code = :code

-- Facilities that what was typed is found in as it is; those that are called so first. :folded is it with its traditional characters simplified.
-- name: facility_choice many
select l.code, l.name, l.address, l.lat, l.lon
from (select rowid as id from listing_word where listing_word match :match limit 200) w join listing l on l.id = w.id
order by instr(l.name, :typed) = 0 and instr(l.name, :folded) = 0, l.name_pinyin limit :most

-- Names of facilities that may be meant.
-- name: facility_names_like many
select l.name from (select rowid as id from listing_word where listing_word match :match limit 200) w join listing l on l.id = w.id

-- The facility whose whole name stands in a phrase.
-- name: facility_named_in maybe
select l.code, l.name from (select rowid as id from listing_word where listing_word match :match limit 200) w join listing l on l.id = w.id
where instr(:phrase, l.name) > 0 order by length(l.name) desc, l.code limit 1

-- Whether a facility is called so, or has it in its name.
-- name: facility_named_so maybe
select l.code from (select rowid as id from listing_word where listing_word match :match limit 200) w join listing l on l.id = w.id
where instr(l.name, :typed) > 0 limit 1

-- The network of streets to walk on.
-- name: edition_walk_count one
select coalesce(sum(length(walks) - length(replace(walks, ';', '')) + 1), 0) as walks from walk_tile

-- name: edition_walks many
select walks from walk_tile
