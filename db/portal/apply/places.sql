-- The tree of places planted anew. In a tree whose entries came in any order the boxes overlap: the nearest twenty of a million
-- took ten times as long to find as in one whose entries came from place to place. Freshness is the last whole
-- day in Shanghai, exact in the tree's short numbers; what takes no children has none: -1.

-- Finds one when there are more than twice as many facilities as were touched: then the tree is kept, and theirs are exchanged.
-- name: places_beyond maybe
select id from facility limit 1 offset 2 * (select count(*) from touched)

-- name: places_out none
delete from listing_place

-- name: places_in none
insert into listing_place (id, lat_from, lat_to, lon_from, lon_to, fresh_from, fresh_to)
select id, lat, lat, lon, lon, day, day
from (select *, case when gives_care then (fresh_until + 28800) / 86400 else -1 end / 1e8 as day from listing) order by cast(lat * 100 as integer), lon, id
