-- Erasing what was kept for its time (clerk/core/retention), and counting what is due (shanyu retention). Each statement changes little, so that the
-- writer's place is held for moments.

-- name: retention_rule maybe
select value, unit, source from rule
where key = :key and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1

-- A receipt is due when all its cases were closed before and none of them, nor one they were merged into, is held or has an outcome on its way:
-- the facility has read it, and who reported must be known to see that no word says so.
-- part: other_case_keeps_it
	exists (select 1 from cases o left join cases m on m.number = o.merged_into
	where o.receipt_lookup = c.receipt_lookup and (o.closed_at is null or o.closed_at >= :before or o.held_at is not null
		or m.held_at is not null or (m.number is not null and m.closed_at is null)
		or exists (select 1 from outcome w where w.state in ('DRAFT', 'ANSWERING', 'READY') and w.case_number in (o.number, o.merged_into))))

-- name: retention_receipt_due maybe
select c.receipt_lookup as lookup, c.closed_at from cases c
where c.erased_at is null and c.closed_at < :before and not
@other_case_keeps_it
order by c.closed_at, c.number limit 1

-- name: retention_contact_due maybe
select c.receipt_lookup as lookup, c.closed_at from case_contact k join cases c on c.receipt_lookup = k.receipt_lookup
where c.closed_at < :before and not
@other_case_keeps_it
order by c.closed_at, c.number limit 1

-- name: retention_account_due maybe
select name from account where state = 'DISABLED' and erased_at is null and changed_at < :before order by changed_at, name limit 1

-- How much is due: counted for a moment, :before as above.

-- name: retention_receipt_count one
select count(distinct c.receipt_lookup) as due from cases c
where c.erased_at is null and c.closed_at < :before and not
@other_case_keeps_it

-- name: retention_contact_count one
select count(distinct k.receipt_lookup) as due from case_contact k join cases c on c.receipt_lookup = k.receipt_lookup
where c.closed_at < :before and not
@other_case_keeps_it

-- name: retention_account_count one
select count(*) as due from account where state = 'DISABLED' and erased_at is null and changed_at < :before

-- What was set aside of a receipt that a held case came with stays with it.
-- part: aside_due
	set_aside_at < :before and not exists (select 1 from receipt r join cases c on c.receipt_lookup = r.lookup
	where r.envelope = substr(envelope_aside.name, 1, 64) and c.held_at is not null)

-- name: retention_aside_count one
select count(*) as due from envelope_aside where
@aside_due

-- An outcome outlives its case. Words about people that came later, with a correction, go when it has stood still for its own time.
-- part: outcome_due
	not exists (select 1 from outcome n where n.code = o.code and (n.case_number is not null or n.changed_at >= :before))
	and (o.end_reason <> '' or exists (select 1 from attachment t where t.procedure = 'outcome' and t.number = o.code) or o.state in ('DRAFT', 'ANSWERING', 'READY', 'DROPPED')
		or exists (select 1 from outcome_mark m where m.code = o.code)
		or exists (select 1 from outcome_step s where s.code = o.code and s.reason <> '')
		or exists (select 1 from audit u where u.subject = o.code and u.reason_salt is not null))

-- name: retention_outcome_count one
select count(distinct o.code) as due from outcome o where
@outcome_due

-- name: retention_outcome_due maybe
select o.code from outcome o where
@outcome_due
order by o.changed_at, o.code limit 1

-- What was withdrawn long ago; not of a case that is held, nor of an outcome of one.
-- part: attachment_due
	t.withdrawn_at < :before and t.emptied_at is null and not exists (select 1 from cases c where c.held_at is not null
		and (c.number = t.number or exists (select 1 from outcome o where o.code = t.number and o.case_number = c.number)))

-- name: retention_attachment_count one
select count(*) as due from attachment t where
@attachment_due

-- name: retention_attachment_due maybe
select t.procedure, t.number, t.position from attachment t where
@attachment_due
order by t.withdrawn_at, t.procedure, t.number, t.position limit 1

-- name: retention_notice_count one
select count(*) as due from notice where made_at < :before

-- name: retention_held many
select number, held_at, held_by, hold_reason from cases where held_at is not null order by number

-- The parts of evidence: some at a time, since they are large.

-- name: retention_part_some many
select p.file, p.position from case_file_part p join case_file f on f.name = p.file
where f.receipt_lookup = :lookup order by p.file, p.position limit :most

-- name: retention_part_erase none
delete from case_file_part where file = :file and position = :position

-- Those of attachments: of the cases of a receipt and their outcomes, of one outcome, of one that was withdrawn.

-- name: retention_attached_part_some many
select p.procedure, p.number, p.attachment, p.position from attachment_part p
where exists (select 1 from cases c where c.receipt_lookup = :lookup and (c.number = p.number
	or exists (select 1 from outcome o where o.code = p.number and o.case_number = c.number)))
order by p.procedure, p.number, p.attachment, p.position limit :most

-- name: retention_outcome_part_some many
select procedure, number, attachment, position from attachment_part where procedure = 'outcome' and number = :code
order by attachment, position limit :most

-- name: retention_withdrawn_part_some many
select procedure, number, attachment, position from attachment_part
where procedure = :procedure and number = :number and attachment = :position order by position limit :most

-- name: retention_attached_part_erase none
delete from attachment_part where procedure = :procedure and number = :number and attachment = :attachment and position = :position

-- name: retention_attachment_empty none
update attachment set name = '', preview = null, preview_state = 'NONE', withdraw_reason = '', emptied_at = :now
where procedure = :procedure and number = :number and position = :position

-- What a receipt brought and what was written about it.

-- name: retention_numbers many
select number from cases where receipt_lookup = :lookup order by number

-- name: retention_file_erase none
delete from case_file where receipt_lookup = :lookup

-- name: retention_contact_erase none
delete from case_contact where receipt_lookup = :lookup

-- name: retention_message_erase none
delete from case_message where receipt_lookup = :lookup

-- name: retention_receipt_erase none
update receipt set mailbox_key = :nothing, opening = :nothing, stamp = '', erased_at = :now where lookup = :lookup

-- name: retention_note_erase none
delete from case_note where case_number = :number

-- With the attachments of its outcomes: before these, by which they are found.
-- name: retention_attachment_erase none
delete from attachment where (procedure = 'case' and number = :number)
	or (procedure = 'outcome' and number in (select code from outcome where case_number = :number))

-- name: retention_task_erase none
delete from case_task where case_number = :number

-- name: retention_reminder_erase none
delete from reminder where (procedure = 'case' and number = :number)
	or (procedure = 'outcome' and number in (select code from outcome where case_number = :number))

-- name: retention_day_erase none
delete from daily_item where (procedure = 'case' and number = :number)
	or (procedure = 'outcome' and number in (select code from outcome where case_number = :number))

-- Limits of its outcomes, of which none is on its way; those of the case are what figures are counted from.
-- name: retention_deadline_erase none
delete from deadline where procedure = 'outcome' and number in (select code from outcome where case_number = :number)

-- name: retention_request_erase none
update case_request set reason = '', decision_note = '' where case_number = :number

-- name: retention_step_erase none
update case_step set note = '', reason = '' where case_number = :number

-- name: retention_finding_erase none
update finding set text = '' where case_number = :number

-- name: retention_rating_erase none
update rating set text = '' where case_number = :number

-- name: retention_dispatch_erase none
update case_dispatch set return_reason = '' where case_number = :number

-- name: retention_meeting_erase none
update meeting_item set why = '', resolution = '' where case_number = :number

-- What was marked in the words of its outcomes, and why it was left in: before the outcomes, by which it is found.
-- name: retention_mark_erase none
delete from outcome_mark where code in (select code from outcome where case_number = :number)

-- What the public reads stays; drafts that were dropped go. None is on its way any more.
-- name: retention_draft_erase none
delete from outcome where case_number = :number and state = 'DROPPED'

-- name: retention_outcome_step_erase none
update outcome_step set reason = '' where exists (select 1 from outcome o
	where o.code = outcome_step.code and o.version = outcome_step.version and o.case_number = :number)

-- name: retention_outcome_erase none
update outcome set case_number = null, end_reason = '' where case_number = :number

-- name: retention_case_erase none
update cases set story = '', place = '', wish = '', happened = '', review_not_by = '', said_after_at = null, erased_at = :now, revision = revision + 1
where number = :number

-- Why something was done, in the audit: the row and its place in the chain stay. Subject is the number of a case, an outcome's code, or an account.
-- name: retention_reason_erase none
update audit set reason = '', reason_salt = null where subject = :subject and reason_salt is not null

-- The words that an outcome of an erased case was given later.
-- name: retention_late_mark_erase none
delete from outcome_mark where code = :code

-- name: retention_late_attachment_erase none
delete from attachment where procedure = 'outcome' and number = :code

-- name: retention_late_reminder_erase none
delete from reminder where procedure = 'outcome' and number = :code

-- name: retention_late_day_erase none
delete from daily_item where procedure = 'outcome' and number = :code

-- name: retention_late_deadline_erase none
delete from deadline where procedure = 'outcome' and number = :code

-- name: retention_late_draft_erase none
delete from outcome where code = :code and state in ('DRAFT', 'ANSWERING', 'READY', 'DROPPED')

-- name: retention_late_step_erase none
update outcome_step set reason = '' where code = :code

-- name: retention_late_reason_erase none
update outcome set end_reason = '' where code = :code

-- Some of what was set aside. Handed on by an intake machine it lies in the table envelope, else in clerk's folder.
-- name: retention_aside_some many
select name from envelope_aside where
@aside_due
order by set_aside_at, name limit :most

-- name: retention_aside_found none
insert into envelope_aside (name, reason, set_aside_at) values (:name, 'found where it is', :now) on conflict (name) do nothing

-- name: retention_aside_erase none
delete from envelope_aside where name = :name

-- name: retention_aside_empty none
update envelope set sealed = null where id = :name

-- Whose account it was: the name signed in with stays, since the audit and the steps of cases speak of it.
-- name: retention_account_erase none
update account set full_name = name, password = '', totp_secret = null, erased_at = :now where name = :name

-- name: retention_recovery_erase none
delete from recovery_code where account = :name

-- name: retention_kept_erase none
delete from kept_list where account = :name

-- name: retention_notice_erase none
delete from notice where number in (select number from notice where made_at < :before order by number limit 200)
