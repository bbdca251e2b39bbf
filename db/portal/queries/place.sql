-- Where someone starts from: streets, communities, facilities by name.

-- name: community_one maybe
select c.code, c.name, c.street_code, c.lat, c.lon, coalesce(s.name, '') as street_name
from community c left join street s on s.code = c.street_code where c.code = :code

-- name: communities_of_street many
select code, name from community where street_code = :street_code order by name

-- name: locate_communities many
select c.code, c.name, coalesce(s.name, '') as street_name
from community c left join street s on s.code = c.street_code
where instr(c.name, :typed) > 0 order by length(c.name), c.name limit 10

-- name: locate_streets many
select code, name from street where :typed = '' or instr(name, :typed) > 0 order by position limit 300

-- name: locate_facilities many
select l.code, l.name, l.address, l.lat, l.lon
from (select rowid as id from listing_word where listing_word match :match limit 200) w join listing l on l.id = w.id
order by instr(l.name, :typed) = 0, l.name_pinyin limit 12
