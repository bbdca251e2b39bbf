-- Which part of the log the working copy holds.

-- name: edition_put none
insert into edition (id, size, root, published_at) values (1, :size, :root, :published_at)
on conflict (id) do update set size = excluded.size, root = excluded.root, published_at = excluded.published_at

-- name: edition_held maybe
select size, root, published_at from edition where id = 1

-- name: edition_pages maybe
select freelist_count as free, page_count as pages from pragma_freelist_count, pragma_page_count

-- name: edition_frontier maybe
select frontier from frontier where id = 1

-- name: edition_frontier_put none
insert into frontier (id, frontier) values (1, :frontier) on conflict (id) do update set frontier = excluded.frontier

-- name: edition_phrases many
select words, pinyin from phrase order by words

-- How characters are read, by what the phrases say, and the names that were not read yet.
-- name: edition_readings_put none
insert into reading (id, letters) select 1, words_readings() where not exists (select 1 from reading)
-- name: edition_streets_read none
update street set pinyin = words_pinyin(name) where pinyin = ''
-- name: edition_communities_read none
update community set pinyin = words_pinyin(name) where pinyin = ''
-- name: edition_places_read none
update place set pinyin = words_pinyin(name) where pinyin = ''

-- A phrase was published or withdrawn: the characters and the names it stands in are read anew.
-- name: edition_readings_out none
delete from reading
-- name: edition_streets_unread none
update street set pinyin = '' where instr(name, :subject) > 0
-- name: edition_communities_unread none
update community set pinyin = '' where instr(name, :subject) > 0
-- name: edition_places_unread none
update place set pinyin = '' where instr(name, :subject) > 0
