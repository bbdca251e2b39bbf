-- What the drawn map shows of the places of the gazetteer.

-- Waters lie below roads, roads below the lines of the metro.
-- name: map_lines many
select kind, path from place where kind in ('WATER', 'ROAD', 'RAIL') and path <> '' order by kind = 'RAIL', kind = 'ROAD', code

-- name: map_stations many
select lat, lon from place where kind = 'STATION' order by code limit 5000

-- Names within a part of the drawing, what people know best first. :scale 1 is the district, 3 the houses.
-- name: map_names many
select kind, name, lat, lon from (
	select 'STREET' as kind, name, lat, lon, 1 as place, code from street where :scale < 3
	union all
	select kind, name, lat, lon, case kind when 'STATION' then 2 when 'LANDMARK' then 3 when 'COMPOUND' then 4 else 5 end, code from place
	where kind = 'STATION' or (:scale > 1 and kind in ('LANDMARK', 'ROAD')) or (:scale > 2 and kind = 'COMPOUND'))
where lat between :south and :north and lon between :west and :east
order by place, code limit 300

-- Whether waters are known at all.
-- name: map_waters one
select exists (select 1 from place where kind = 'WATER' and path <> '') as waters
