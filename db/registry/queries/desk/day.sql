-- The officer's day: what else waits for somebody than cases with a limit (those are lists of the inbox). All held to the scope.

-- Tasks of mine, the nearest day first.
-- name: desk_day_tasks many
select t.case_number, t.position, t.text, coalesce(t.due_on, '') as due_on, t.made_at, coalesce(m.full_name, t.made_by) as made_by_name,
	coalesce(f.name, c.place) as facility_name, case when t.due_on < :today then 1 else 0 end as over,
	case when t.due_on = :today then 1 else 0 end as due_today, count(*) over () as found
from case_task t join cases c on c.number = t.case_number
left join facility f on f.code = c.facility_code
left join account m on m.name = t.made_by
where t.assignee = :account and t.done_at is null
	and (:words = '' or lower(t.case_number || ' ' || coalesce(f.name, c.place)) like :words escape '!'
		or (:folded <> '' and lower(t.case_number || ' ' || coalesce(f.name, c.place)) like :folded escape '!')
		or (:beside = '' and replace(:facilities, ' ' || c.facility_code || ' ', '') <> :facilities))
@scope
order by t.due_on is null, t.due_on, t.case_number, t.position limit :most offset :skip

-- More time or a standing clock that was asked for: to be decided by somebody else than who asked.
-- name: desk_day_requests many
select r.case_number, r.position, r.what, r.reason, r.asked_at, coalesce(a.full_name, r.asked_by) as asked_by_name,
	coalesce(f.name, c.place) as facility_name, count(*) over () as found
from case_request r join cases c on c.number = r.case_number
left join facility f on f.code = c.facility_code
left join account a on a.name = r.asked_by
where r.decided_at is null and r.ended_at is null and r.asked_by <> :account
	and (:words = '' or lower(r.case_number || ' ' || coalesce(f.name, c.place)) like :words escape '!'
		or (:folded <> '' and lower(r.case_number || ' ' || coalesce(f.name, c.place)) like :folded escape '!')
		or (:beside = '' and replace(:facilities, ' ' || c.facility_code || ' ', '') <> :facilities))
@scope
order by r.asked_at, r.case_number, r.position limit :most offset :skip

-- Outcomes that are ready: to be approved by somebody who took no part in them. The case may be gone by then. Who stands in
-- (:stands_in 1) has those for which there is no such approver and a rule names the role (as outcome_deciders of cases/).
-- name: desk_day_outcomes many
select o.code, coalesce(o.case_number, '') as case_number, o.facility_name, o.summary, o.changed_at, o.answer <> '' as answered,
	case when o.review_verdict <> '' then 1 else 0 end as takes_back,
	coalesce(a.full_name, o.prepared_by) as prepared_by_name, count(*) over () as found
from outcome o left join cases c on c.number = o.case_number
left join account a on a.name = o.prepared_by
where (o.state = 'READY' or (o.state = 'DRAFT' and o.review_verdict <> '' and o.version = (select max(n.version) from outcome n where n.code = o.code)))
	and :account not in (
@hands
	)
	and (:stands_in = 0 or (exists (select 1 from rule r join account_role h on r.key = 'outcome.stand_in.' || lower(h.role) where h.account = :account
			and r.effective_from <= :today and (r.effective_to is null or r.effective_to >= :today))
		and not exists (select 1 from account x join account_role y on y.account = x.name and y.role = 'APPROVER'
			join account_scope w on w.account = x.name and w.kind = 'DISTRICT' where x.state = 'ACTIVE' and x.name not in (
@hands
		))))
	and (:words = '' or lower(coalesce(o.case_number, '') || ' ' || o.facility_name) like :words escape '!'
		or (:folded <> '' and lower(coalesce(o.case_number, '') || ' ' || o.facility_name) like :folded escape '!')
		or (:beside = '' and replace(:facilities, ' ' || o.facility_code || ' ', '') <> :facilities))
@scope
order by o.changed_at, o.code limit :most offset :skip

-- Proposed for the joint meeting and not decided.
-- name: desk_day_meetings many
select i.case_number, i.why, i.proposed_at, coalesce(a.full_name, '') as proposed_by_name,
	coalesce(f.name, c.place) as facility_name, count(*) over () as found
from meeting_item i join cases c on c.number = i.case_number
left join facility f on f.code = c.facility_code
left join account a on a.name = i.proposed_by
where i.state = 'PROPOSED'
	and (:words = '' or lower(i.case_number || ' ' || coalesce(f.name, c.place)) like :words escape '!'
		or (:folded <> '' and lower(i.case_number || ' ' || coalesce(f.name, c.place)) like :folded escape '!')
		or (:beside = '' and replace(:facilities, ' ' || c.facility_code || ' ', '') <> :facilities))
@scope
order by i.proposed_at, i.case_number limit :most offset :skip

-- What clerk told this account, its department or, if it is the desk's, the desk ('') since a moment, of files of every procedure: each says in a
-- part told_WORD of its own file here which of them are still of use, with the columns of the others in their order (day_cases.sql).
-- name: desk_day_reminders many
select procedure, number, file_title, what, at, facility_name, state_name, limit_name, count(*) over () as found from (
@told_*
) x
order by at desc, procedure, number, what, step limit :most offset :skip

-- The list that clerk handed out this morning, and what became of it since: parts listed_WORD.
-- name: desk_day_morning many
select procedure, number, file_title, what, facility_name, state_name, limit_name, made_at, done_since, count(*) over () as found from (
@listed_*
) x
order by case what when 'OVER' then 1 when 'DUE' then 2 when 'NEAR' then 3 else 4 end, until nulls last, procedure, number limit :most offset :skip

-- Whom it was told: r is reminder.
-- part: to_me
	r.told in (:account, :department, case when :is_desk = 1 then '' else :account end) and (r.told <> '' or :is_desk = 1) and r.at >= :since

-- On whose list: i is daily_item.
-- part: on_my_list
	i.day = :today and ((i.department = :department and i.department <> '') or (i.department = '' and :is_desk = 1))

-- Notices that did not get out of the house in the last days: somebody waits for them in vain.
-- name: desk_day_notices many
select n.number, n.channel, n.what, n.problem, n.tries, n.made_at, coalesce(d.name, '') as department_name,
	case when n.given_up_at is null then 0 else 1 end as given_up, count(*) over () as found
from notice n left join department d on d.code = n.department
where n.sent_at is null and n.tries > 0 and n.made_at >= :since
	and (:words = '' or lower(coalesce(d.name, '')) like :words escape '!'
		or (:folded <> '' and lower(coalesce(d.name, '')) like :folded escape '!'))
order by n.number desc limit :most offset :skip

-- Lists that are kept by a name, each of one procedure.

-- name: desk_kept_list many
select name, query, position from kept_list where account = :account and procedure = :procedure order by position, name

-- name: desk_kept_one maybe
select name, query from kept_list where account = :account and procedure = :procedure and name = :name

-- name: desk_kept_count one
select count(*) as kept from kept_list where account = :account and procedure = :procedure

-- name: desk_kept_put none
insert into kept_list (account, procedure, name, query, position)
values (:account, :procedure, :name, :query,
	(select coalesce(max(position), 0) + 1 from kept_list where account = :account and procedure = :procedure))
on conflict (account, procedure, name) do update set query = excluded.query

-- name: desk_kept_remove none
delete from kept_list where account = :account and procedure = :procedure and name = :name

-- To jump to a case: its number, or where a number ends so.
-- name: desk_case_jump many
select c.number, c.received_at, coalesce(f.name, c.place) as facility_name, coalesce(t.name, c.state) as state_name
from cases c left join facility f on f.code = c.facility_code
left join term t on t.list = 'case_state' and t.code = c.state
where (c.number = :number or (:number = '' and lower(c.number) like :ending))
@scope
order by c.number desc limit 20

-- Who a case may be given to: who does the same work at the same place.
-- name: desk_colleagues many
select a.name, a.full_name from account a where a.department = :department and a.state = 'ACTIVE'
	and exists (select 1 from account_role h join account_role o on o.role = h.role where h.account = :account and o.account = a.name)
order by a.full_name, a.name

-- A case for a bulk act: only within the scope.
-- name: desk_case_brief maybe
select c.number, c.receipt_lookup, c.handler, c.review_not_by, c.state, c.closed_at, coalesce(f.name, c.place) as facility_name
from cases c left join facility f on f.code = c.facility_code
where c.number = :number
@scope

-- name: desk_messages_seen none
update cases set said_after_at = null, messages_seen = coalesce((select max(m.position) from case_message m
	where m.receipt_lookup = cases.receipt_lookup and m.sender = 'reporter'), 0)
where number = :number
