-- Taking envelopes in: clerk's alone.

-- name: envelope_was_taken maybe
select what from envelope_taken where name = :name

-- name: envelope_taken_put none
insert into envelope_taken (name, taken_at, what) values (:name, :taken_at, :what)

-- name: envelope_aside_put none
insert into envelope_aside (name, reason, set_aside_at) values (:name, :reason, :set_aside_at)
on conflict (name) do update set reason = excluded.reason, set_aside_at = excluded.set_aside_at

-- name: envelope_aside_forget none
delete from envelope_aside where name = :name

-- Letters and messages that intake machines handed on and that were not taken in yet; their files go with them.
-- name: envelope_waiting many
select id, forwarded_at from envelope
where sealed is not null and substr(id, 65, 2) in ('', '-m') and not exists (select 1 from envelope_aside where name = id)
order by forwarded_at, id limit :most

-- An older intake machine does not say when an envelope was written: then it is when it was handed on, which no envelope is written after.
-- name: envelope_forwarded maybe
select sealed, case when written_at between 1 and forwarded_at then written_at else forwarded_at end as written_at
from envelope where id = :id and sealed is not null

-- Files that intake machines handed on so long ago that their letter should be there.
-- name: evidence_unclaimed many
select id from envelope
where sealed is not null and substr(id, 65, 2) = '-f' and forwarded_at < :before and not exists (select 1 from envelope_aside where name = id)
order by forwarded_at, id limit :most

-- What stands for a file: a letter or message of its receipt that waits in the table, one that was set aside, the file itself in the registry,
-- or a case that names it without having it.
-- name: evidence_claims one
select exists (select 1 from envelope where sealed is not null and substr(id, 1, 64) = :envelope and substr(id, 65, 2) in ('', '-m')
		and not exists (select 1 from envelope_aside where name = id)) as waits,
	exists (select 1 from envelope_aside where substr(name, 1, 64) = :envelope) as aside,
	exists (select 1 from case_file where name = :name and sealed_size > 0) as kept,
	exists (select 1 from case_file where name = :name and sealed_size = 0) as missing

-- name: envelope_empty none
update envelope set sealed = null where id = :id

-- name: receipt_of_envelope maybe
select lookup from receipt where envelope = :envelope

-- One whose original did not come is known when it does.
-- name: case_file_known maybe
select name from case_file where name = :name and sealed_size > 0

-- Files that a case names and has not, and that lie in the table by now; not those that are noted as unfit. What never came is not among them,
-- however many files that never come strangers name.
-- name: case_file_missing many
select f.name from case_file f join envelope e on e.id = f.name
where f.preview_state = 'MISSING' and e.sealed is not null and not exists (select 1 from envelope_aside a where a.name = f.name)
order by f.received_at, f.name limit :most

-- name: case_file_claim maybe
select receipt_lookup from case_file where name = :name and sealed_size = 0

-- name: case_file_fill none
update case_file set type = :type, size = :size, sha256 = :sha256, sealed_size = :sealed_size, preview_state = 'WAITING'
where name = :name and sealed_size = 0

-- name: case_file_put none
insert into case_file (name, receipt_lookup, message, position, declared, declared_type, declared_size, declared_sha256, type, size, sha256,
	sealed_size, preview_state, received_at)
values (:name, :receipt_lookup, :message, :position, :declared, :declared_type, :declared_size, :declared_sha256, :type, :size, :sha256,
	:sealed_size, :preview_state, :received_at)
on conflict (name) do update set type = excluded.type, size = excluded.size, sha256 = excluded.sha256, sealed_size = excluded.sealed_size,
	preview_state = excluded.preview_state

-- name: case_file_part_put none
insert into case_file_part (file, position, bytes) values (:file, :position, :bytes)

-- name: case_file_part_list many
select bytes from case_file_part where file = :file order by position

-- The first file of each letter or message before the second of any: who sends many waits for his own.
-- name: preview_waiting maybe
select name, type from case_file where preview_state = 'WAITING' order by position, received_at, name limit 1

-- name: preview_put none
update case_file set preview = :preview, preview_state = :preview_state where name = :name and preview_state = 'WAITING'

-- What officials attached, of which there is no preview yet: of another than whose was made last, when there is one.
-- name: attachment_waiting maybe
select procedure, number, position, attached_by from attachment
where preview_state = 'WAITING' and withdrawn_at is null
order by case when attached_by = :attached_by then 1 else 0 end, attached_at, procedure, number, position limit 1

-- name: attachment_part_read many
select bytes from attachment_part where procedure = :procedure and number = :number and attachment = :position order by position

-- name: attachment_preview_put none
update attachment set preview = :preview, preview_state = :preview_state
where procedure = :procedure and number = :number and position = :position and preview_state = 'WAITING' and withdrawn_at is null
