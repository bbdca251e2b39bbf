-- What a word does in a phrase of a search.

-- name: publish_lexicon none
insert into lexicon (subject, words, role, value) values (:subject, :words, :role, :value)
on conflict (subject) do update set words = excluded.words, role = excluded.role, value = excluded.value

-- name: withdraw_lexicon none
delete from lexicon where subject = :subject

-- It shows on no facility.
-- name: touch_lexicon none
delete from touched where 1 = 0
