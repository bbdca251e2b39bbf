-- What the office does with cases.

-- name: case_department maybe
select code, kind from department where code = :code

-- name: case_officer maybe
select department from account where name = :account and state <> 'DISABLED'

-- The same of who has a role.
-- name: case_officer_of maybe
select a.department from account a join account_role h on h.account = a.name and h.role = :role where a.name = :account and a.state <> 'DISABLED'

-- What went into a case that itself goes into another.
-- name: case_merged_pass_on none
update cases set merged_into = :into where merged_into = :number

-- Of the same facility, or of the same place when it is not on the list.
-- name: case_neighbours many
select o.number, o.kind, o.state, o.received_at, o.story
from cases c join cases o on o.number <> c.number and o.receipt_lookup <> c.receipt_lookup and o.received_at >= :since
	and o.outcome <> 'WITHDRAWN' and o.merged_into is null
	and (o.facility_code = c.facility_code or (c.facility_code is null and o.facility_code is null and o.place = c.place))
where c.number = :number
order by o.received_at desc, o.number limit 1000

-- name: matter_word_list many
select word, matter, weight from matter_word order by matter, word

-- name: routing_fit maybe
select code, lead, assists, note from routing_rule
where active = 1 and (matter = '' or matter = :matter) and (kind = '' or kind = :kind)
order by position, code limit 1

-- name: case_lead maybe
select round, department, return_until, taken_at from case_dispatch d
where d.case_number = :case_number and d.part = 'LEAD'
	and d.round = (select max(round) from case_dispatch where case_number = :case_number)

-- name: case_dispatch_last one
select coalesce(max(round), 0) as round from case_dispatch where case_number = :case_number

-- name: case_dispatch_put none
insert into case_dispatch (case_number, round, department, part, rule, dispatched_at, dispatched_by, return_until)
values (:case_number, :round, :department, :part, :rule, :dispatched_at, :dispatched_by, :return_until)

-- name: case_dispatch_taken none
update case_dispatch set taken_at = :taken_at where case_number = :case_number and round = :round and part = 'LEAD'

-- name: case_dispatch_returned none
update case_dispatch set returned_at = :returned_at, return_reason = :return_reason
where case_number = :case_number and round = :round and part = 'LEAD'

-- name: case_dispatch_recall none
delete from case_dispatch
where case_number = :case_number and round = (select max(round) from case_dispatch where case_number = :case_number)

-- name: case_note_last one
select coalesce(max(position), 0) as position from case_note where case_number = :case_number

-- The same words of the same person a moment later are the same form sent again.
-- name: case_note_put none
insert into case_note (case_number, position, at, account, kind, text)
select :case_number, cast(:position as integer), cast(:now as integer), :account, :kind, :text
where not exists (select 1 from case_note n where n.case_number = :case_number and n.account = :account and n.kind = :kind and n.text = :text
	and n.at >= :since)

-- name: case_note_undo none
delete from case_note where case_number = :case_number and position = :position and account = :account and at >= :since

-- name: case_task_last one
select coalesce(max(position), 0) as position from case_task where case_number = :case_number

-- name: case_task_put none
insert into case_task (case_number, position, text, assignee, due_on, made_at, made_by)
select :case_number, cast(:position as integer), :text, :assignee, :due_on, cast(:now as integer), :account
where not exists (select 1 from case_task t where t.case_number = :case_number and t.made_by = :account and t.text = :text
	and t.assignee = :assignee and t.done_at is null and t.made_at >= :since)

-- name: case_task_done none
update case_task set done_at = :now, done_by = :account where case_number = :case_number and position = :position and done_at is null

-- name: case_request_last one
select coalesce(max(position), 0) as position from case_request where case_number = :case_number

-- name: case_request_list many
select position, what, reason, asked_at, asked_by, decided_at, decided_by, granted, decision_note, ended_at
from case_request where case_number = :case_number order by position

-- name: case_request_put none
insert into case_request (case_number, position, what, reason, asked_at, asked_by)
values (:case_number, :position, :what, :reason, :asked_at, :asked_by)

-- name: case_request_decided none
update case_request set decided_at = :decided_at, decided_by = :decided_by, granted = :granted, decision_note = :decision_note
where case_number = :case_number and position = :position

-- name: case_request_end none
update case_request set ended_at = :ended_at, ended_state = :ended_state
where case_number = :case_number and decided_at is null and ended_at is null

-- name: meeting_item_one maybe
select state, proposed_at, proposed_by, why, decided_at, decided_by, resolution from meeting_item where case_number = :case_number

-- name: meeting_item_put none
insert into meeting_item (case_number, proposed_at, proposed_by, why, state)
values (:case_number, :proposed_at, :proposed_by, :why, 'PROPOSED')
on conflict (case_number) do update set proposed_at = excluded.proposed_at, proposed_by = excluded.proposed_by, why = excluded.why,
	state = 'PROPOSED', decided_at = null, decided_by = '', resolution = ''

-- name: meeting_item_decided none
update meeting_item set state = :state, decided_at = :decided_at, decided_by = :decided_by, resolution = :resolution
where case_number = :case_number

-- name: case_contact_of maybe
select k.receipt_lookup, k.sealed from case_contact k join cases c on c.receipt_lookup = k.receipt_lookup where c.number = :number

-- To whom the newest round went, the lead first.
-- name: case_dispatch_list many
select d.round, d.department, p.name as department_name, d.part, d.rule, d.dispatched_at, d.dispatched_by, d.return_until, d.taken_at,
	d.returned_at, d.return_reason
from case_dispatch d join department p on p.code = d.department
where d.case_number = :case_number and d.round = (select max(round) from case_dispatch where case_number = :case_number)
order by case d.part when 'LEAD' then 0 else 1 end, p.position, d.department

-- What an account has in hand, for giving it to somebody else when the account leaves.

-- name: hand_on_counts one
select (select count(*) from cases c where c.handler = :account and c.closed_at is null) as open_cases,
	(select count(*) from case_task t where t.assignee = :account and t.done_at is null) as open_tasks,
	(select count(*) from case_request r where r.asked_by = :account and r.decided_at is null and r.ended_at is null) as open_requests

-- name: hand_on_colleagues many
select o.name, o.full_name from account a join account o on o.department = a.department and o.name <> a.name and o.state = 'ACTIVE'
where a.name = :account
	and not exists (select 1 from account_role h where h.account = a.name and not exists (select 1 from account_role i
		where i.account = o.name and i.role = h.role))
	and not exists (select 1 from account_scope w where w.account = a.name and not exists (select 1 from account_scope v
		where v.account = o.name and (v.kind = 'DISTRICT' or (v.kind = w.kind and v.code = w.code))))
order by o.full_name, o.name

-- name: hand_on_cases many
select number from cases where handler = :account and closed_at is null order by number

-- name: hand_on_tasks none
update case_task set assignee = :to where assignee = :account and done_at is null

-- Held: not erased while somebody may still ask for it. held_at null: it is let go.
-- name: case_hold_put none
update cases set held_at = :held_at, held_by = :held_by, hold_reason = :hold_reason, revision = revision + 1 where number = :number
