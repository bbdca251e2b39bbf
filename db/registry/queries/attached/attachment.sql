-- What officials attach to the file of a procedure (workflow/attachment). Whose file it is was asked before, by the procedure's own query.

-- name: attachment_kind_list many
select code, name from term where list = 'attachment_kind' order by position, code

-- name: attachment_list many
select t.position, t.kind, coalesce(k.name, t.kind) as kind_name, t.name, t.type, t.size, t.sha256, coalesce(t.expires_on, '') as expires_on,
	t.attached_at, t.attached_by, coalesce(a.full_name, t.attached_by) as attached_by_name, t.preview_state, t.withdrawn_at,
	coalesce(w.full_name, t.withdrawn_by) as withdrawn_by_name, t.withdraw_reason, t.emptied_at
from attachment t
left join term k on k.list = 'attachment_kind' and k.code = t.kind
left join account a on a.name = t.attached_by
left join account w on w.name = t.withdrawn_by
where t.procedure = :procedure and t.number = :number and t.kind <> ''
order by t.position

-- name: attachment_one maybe
select position, kind, name, type, size, sha256, attached_at, attached_by, withdrawn_at from attachment
where procedure = :procedure and number = :number and position = :position

-- name: attachment_preview maybe
select preview, sha256 from attachment
where procedure = :procedure and number = :number and position = :position and preview_state = 'MADE' and withdrawn_at is null

-- The same bytes in the same file.
-- name: attachment_same maybe
select position, kind, name, coalesce(expires_on, '') as expires_on from attachment
where procedure = :procedure and number = :number and sha256 = :sha256 and withdrawn_at is null order by position limit 1

-- name: attachment_count one
select cast(coalesce(sum(case when kind <> '' then 1 else 0 end), 0) as bigint) as found, coalesce(max(position), 0) as last from attachment
where procedure = :procedure and number = :number

-- How much an account attached since a moment, and how much it may in a day (bytes).
-- name: attachment_day one
select cast(coalesce((select sum(t.size) from attachment t where t.attached_by = :account and t.attached_at > :since), 0) as bigint) as bytes,
	cast(coalesce((select value from rule where key = 'attachment.day_megabytes' and effective_from <= :day and (effective_to is null or effective_to >= :day)
	order by
@most_local_first
	limit 1), 0) * 1048576 as bigint) as most

-- name: attachment_put none
insert into attachment (procedure, number, position, kind, name, type, size, sha256, expires_on, attached_at, attached_by, preview_state)
values (:procedure, :number, :position, :kind, :name, :type, :size, :sha256, :expires_on, :now, :account, :preview_state)

-- name: attachment_part_put none
insert into attachment_part (procedure, number, attachment, position, bytes) values (:procedure, :number, :attachment, :position, :bytes)

-- name: attachment_part_list many
select bytes from attachment_part where procedure = :procedure and number = :number and attachment = :position order by position

-- name: attachment_withdraw none
update attachment set withdrawn_at = :now, withdrawn_by = :account, withdraw_reason = :reason
where procedure = :procedure and number = :number and position = :position and withdrawn_at is null

-- name: attachment_part_remove none
delete from attachment_part where procedure = :procedure and number = :number and attachment = :position

-- What was taken back: only its position stays, which no other file ever gets.
-- name: attachment_take_back none
update attachment set kind = '', name = '', type = '', size = 1, sha256 = '', expires_on = null, preview = null, preview_state = 'NONE',
	withdrawn_at = :now, withdrawn_by = :account, emptied_at = :now
where procedure = :procedure and number = :number and position = :position and withdrawn_at is null
