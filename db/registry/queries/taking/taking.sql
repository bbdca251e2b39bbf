-- Taking envelopes in: clerk's alone.

-- name: envelope_was_taken maybe
select what from envelope_taken where name = :name

-- name: envelope_taken_put none
insert into envelope_taken (name, taken_at, what) values (:name, :taken_at, :what)

-- name: envelope_aside_put none
insert into envelope_aside (name, reason, set_aside_at) values (:name, :reason, :set_aside_at)
on conflict (name) do update set reason = excluded.reason, set_aside_at = excluded.set_aside_at

-- What intake machines handed on and was not taken in yet.
-- name: envelope_waiting many
select id, forwarded_at from envelope
where sealed is not null and not exists (select 1 from envelope_aside where name = id)
order by forwarded_at, id limit :most

-- name: envelope_forwarded maybe
select sealed, forwarded_at from envelope where id = :id and sealed is not null

-- name: envelope_empty none
update envelope set sealed = null where id = :id

-- name: receipt_of_envelope maybe
select lookup from receipt where envelope = :envelope

-- name: case_file_put none
insert into case_file (name, receipt_lookup, message, position, declared, type, size, sha256, sealed_size, preview_state, received_at)
values (:name, :receipt_lookup, :message, :position, :declared, :type, :size, :sha256, :sealed_size, :preview_state, :received_at)

-- name: case_file_part_put none
insert into case_file_part (file, position, bytes) values (:file, :position, :bytes)

-- name: case_file_part_list many
select bytes from case_file_part where file = :file order by position

-- name: preview_waiting maybe
select name, type from case_file where preview_state = 'WAITING' order by received_at, name limit 1

-- name: preview_put none
update case_file set preview = :preview, preview_state = :preview_state where name = :name
