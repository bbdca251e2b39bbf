-- What people leave off and put behind the names of places.

-- name: publish_place_affix none
insert into place_affix (subject, kind, way, affix) values (:subject, :kind, :way, :affix)
on conflict (subject) do update set kind = excluded.kind, way = excluded.way, affix = excluded.affix

-- name: withdraw_place_affix none
delete from place_affix where subject = :subject

-- It shows on no facility.
-- name: touch_place_affix none
delete from touched where 1 = 0
