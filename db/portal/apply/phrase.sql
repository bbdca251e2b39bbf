-- How a word is read, for search by pinyin.

-- name: publish_phrase none
insert into phrase (words, pinyin)
values (:words, :pinyin)
on conflict (words) do update set pinyin = excluded.pinyin

-- name: withdraw_phrase none
delete from phrase where words = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_phrase none
insert or ignore into touched (code) select code from facility
where instr(name || ' ' || address || ' ' || operator, :subject) > 0
