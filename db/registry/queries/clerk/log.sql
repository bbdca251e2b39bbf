-- Reading the publication log, for the projection and for verifying.

-- name: publication_after many
select seq, kind, subject, withdrawn, body, salt, commitment, leaf, approved_by, published_at
from publication where seq > :seq order by seq limit :most

-- name: publication_size one
select coalesce(max(seq), 0) as size from publication

-- name: checkpoint_list many
select size, root, note, made_at from checkpoint where size > :size order by size

-- name: checkpoint_at maybe
select size, root, note, made_at from checkpoint where size = :size

-- name: checkpoint_after maybe
select size, root, note, made_at from checkpoint where size > :size order by size limit 1

-- name: leaf_list many
select seq, leaf from publication where seq > :seq and seq <= :size order by seq
