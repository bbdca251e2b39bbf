-- A residents' committee.

-- name: publish_community none
insert into community (code, name, street_code, lat, lon, pinyin)
values (:code, :name, :street_code, :lat, :lon, '')
on conflict (code) do update set name = excluded.name, street_code = excluded.street_code, lat = excluded.lat, lon = excluded.lon,
	pinyin = excluded.pinyin

-- name: withdraw_community none
delete from community where code = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_community none
insert or ignore into touched (code) select code from facility where community_code = :subject
