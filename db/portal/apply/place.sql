-- A station, a road, a residential area, a landmark.

-- name: publish_place none
insert into place (code, kind, name, street_code, lat, lon, precision_m, path, source, pinyin)
values (:code, :kind, :name, :street_code, :lat, :lon, :precision_m, :path, :source, '')
on conflict (code) do update set kind = excluded.kind, name = excluded.name, street_code = excluded.street_code, lat = excluded.lat,
	lon = excluded.lon, precision_m = excluded.precision_m, path = excluded.path, source = excluded.source, pinyin = excluded.pinyin

-- name: withdraw_place none
delete from place where code = :subject

-- It shows on no facility.
-- name: touch_place none
delete from touched where 1 = 0
