-- The publication log: adding to it, and what it holds now.

-- name: publication_add none
insert into publication (seq, kind, subject, withdrawn, body, salt, commitment, leaf, approved_by, published_at)
values (:seq, :kind, :subject, :withdrawn, :body, :salt, :commitment, :leaf, :approved_by, :published_at)

-- name: published_put none
insert into published (kind, subject, seq) values (:kind, :subject, :seq)
on conflict (kind, subject) do update set seq = excluded.seq

-- name: published_remove none
delete from published where kind = :kind and subject = :subject

-- name: published_body maybe
select l.body as body from published p join publication l on l.seq = p.seq where p.kind = :kind and p.subject = :subject

-- name: checkpoint_add none
insert into checkpoint (size, root, frontier, note, made_at) values (:size, :root, :frontier, :note, :made_at)

-- name: checkpoint_newest maybe
select size, root, frontier, made_at from checkpoint order by size desc limit 1
