-- What every page needs of the edition; read once when it is opened.

-- name: edition_now one
select size, root, published_at from edition where id = 1

-- name: edition_district maybe
select code, name, city, filing_authority, phone, outline, demo from district order by code limit 1

-- The row of each rule that is valid on a day, the most local first.
-- name: edition_rules many
select key, value from rule
where effective_from <= :day and (effective_to is null or effective_to >= :day)
order by key, length(jurisdiction) desc, effective_from desc

-- name: edition_streets many
select s.code, s.name, s.lat, s.lon, s.outline, s.position, (select count(*) from listing l where l.street_code = s.code) as facilities
from street s order by s.position, s.code

-- name: edition_kinds many
select t.code, t.name, (select count(*) from listing l where l.kind = t.code) as facilities
from term t where t.list = 'kind' order by t.position

-- name: edition_modes many
select code, name from term where list = 'mode' order by position

-- name: edition_total one
select count(*) as total from listing

-- name: edition_places many
select id, lat, lon, fresh_until from listing

-- A node of the tree of places: see lib/tree.h.
-- name: edition_place_node maybe
select data from listing_place_node where nodeno = :number
