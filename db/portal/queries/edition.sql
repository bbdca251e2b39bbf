-- What every page needs of the edition; read once when it is opened.

-- name: edition_now one
select size, root, published_at from edition where id = 1

-- name: edition_district maybe
select code, name, city, filing_authority, phone, outline, demo from district order by code limit 1

-- The row of each rule that is valid on a day, the most local first.
-- name: edition_rules many
select key, value from rule
where effective_from <= :day and (effective_to is null or effective_to >= :day)
order by key,
@most_local_first

-- Each street with how many facilities that take children.
-- name: edition_streets many
select s.code, s.name, s.lat, s.lon, s.outline, s.position, (select count(*) from listing l where l.street_code = s.code and l.gives_care) as facilities
from street s order by s.position, s.code

-- name: edition_kinds many
select t.code, t.name, (select count(*) from listing l where l.kind = t.code) as facilities
from term t where t.list = 'kind' order by t.position

-- name: edition_modes many
select code, name from term where list = 'mode' order by position

-- name: edition_operators many
select code, name from term where list = 'operator' order by position
-- Ages as people say them, the youngest first.
-- name: edition_ages many
select position as months, name from term where list = 'age' order by position

-- name: edition_total one
select count(*) as total, count(*) filter (where gives_care = 0) as without_care from listing

-- name: edition_places many
select id, lat, lon, case when gives_care then fresh_until else -1 end as fresh_until from listing

-- A node of the tree of places: see lib/find/tree.h.
-- name: edition_place_node maybe
select data from listing_place_node where nodeno = :number

-- Whose data the places are; nothing while there are none.
-- name: edition_credits many
select name from term where list = 'place_credit' and exists (select 1 from place) order by position
