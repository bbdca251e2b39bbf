-- A part of the network of streets.

-- name: publish_walk_tile none
insert into walk_tile (code, walks) values (:code, :walks) on conflict (code) do update set walks = excluded.walks

-- name: withdraw_walk_tile none
delete from walk_tile where code = :subject

-- It shows on no facility.
-- name: touch_walk_tile none
delete from touched where 1 = 0
