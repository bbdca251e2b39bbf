-- Which part of the log the working copy holds.

-- name: edition_put none
insert into edition (id, size, root, published_at) values (1, :size, :root, :published_at)
on conflict (id) do update set size = excluded.size, root = excluded.root, published_at = excluded.published_at

-- name: edition_held maybe
select size, root, published_at from edition where id = 1

-- name: edition_frontier maybe
select frontier from frontier where id = 1

-- name: edition_frontier_put none
insert into frontier (id, frontier) values (1, :frontier) on conflict (id) do update set frontier = excluded.frontier

-- name: edition_phrases many
select words, pinyin from phrase order by words
