-- A street or town.

-- name: publish_street none
insert into street (code, name, lat, lon, outline, position, pinyin)
values (:code, :name, :lat, :lon, :outline, :position, '')
on conflict (code) do update set name = excluded.name, lat = excluded.lat, lon = excluded.lon, outline = excluded.outline,
	position = excluded.position, pinyin = excluded.pinyin

-- name: withdraw_street none
delete from street where code = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_street none
insert or ignore into touched (code) select code from facility where street_code = :subject
