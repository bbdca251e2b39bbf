-- The page of one case. Whose rows: part scope of list.sql; a case out of scope is not there. What hangs on a case is asked for after it was found.

-- said_kind_name: what the reporter chose last, where the case is of another kind; the report that is wished for besides is none.
-- name: desk_case maybe
select c.number, c.receipt_lookup, c.kind, coalesce(kt.name, c.kind) as kind_name, c.state, coalesce(st.name, c.state) as state_name,
	coalesce(c.facility_code, '') as facility_code, coalesce(f.name, '') as facility_name, c.place, c.street_code,
	coalesce(s.name, '') as street_name, c.matter, coalesce(mt.name, '') as matter_name, c.urgency, c.supervised, c.story, c.wish,
	c.happened, c.going_on, c.anonymous, c.reply_by, c.lane, c.quarantined, c.received_at, c.accepted_at, c.decided_at, c.suspended_at,
	c.closed_at, c.outcome, c.handler, coalesce(a.full_name, c.handler) as handler_name, c.review_not_by, c.erased_at,
	c.held_at, coalesce((select h.full_name from account h where h.name = c.held_by), c.held_by) as held_by_name, c.hold_reason, c.reopened, c.revision, c.messages_seen,
	coalesce(c.split_from, '') as split_from, coalesce(c.merged_into, '') as merged_into, c.reject_ground,
	coalesce(rg.name, '') as reject_ground_name, c.passed_to,
	(select count(*) from cases m where m.merged_into = c.number) as merged_here,
	(select count(*) from meeting_item i where i.case_number = c.number and i.state in ('PROPOSED', 'ACCEPTED')) as meeting_open,
	(select count(*) from case_contact k where k.receipt_lookup = c.receipt_lookup) as has_contact, coalesce(rt.name, c.reply_by) as reply_by_name,
	case when q.said_kind in ('', c.kind) or (q.said_split = 1 and c.kind = 'REPORT') then '' else coalesce(qt.name, q.said_kind) end as said_kind_name
from cases c
join receipt q on q.lookup = c.receipt_lookup
left join term qt on qt.list = 'case_kind' and qt.code = q.said_kind
left join term rt on rt.list = 'reply_by' and rt.code = c.reply_by
left join term kt on kt.list = 'case_kind' and kt.code = c.kind
left join term st on st.list = 'case_state' and st.code = c.state
left join term mt on mt.list = 'matter' and mt.code = c.matter
left join term rg on rg.list = 'reject_ground' and rg.code = c.reject_ground
left join facility f on f.code = c.facility_code
left join street s on s.code = c.street_code
left join account a on a.name = c.handler
where c.number = :number
@scope

-- What may grow without end is read from its newest row on: those before :before, newest first, :most of them.

-- Whether there is such a case at all, whoever asks: an attempt to see what is not theirs is noted.
-- name: desk_case_is_there maybe
select number from cases where number = :subject

-- name: desk_outcome_is_there maybe
select code from outcome where code = :subject limit 1

-- name: desk_case_steps many
select s.position, s.at, s.to_state, coalesce(t.name, s.to_state) as state_name, s.note, s.reason, s.actor,
	coalesce(a.full_name, s.who) as who_name
from case_step s
left join term t on t.list = 'case_state' and t.code = s.to_state
left join account a on a.name = s.who
where s.case_number = :number and s.position < :before order by s.position desc limit :most

-- The reporter speaks about all cases of a letter; what the office says of one of them is for those who have that one.
-- name: desk_case_messages many
select m.position, m.at, m.sender, m.text, coalesce(m.case_number, '') as about, coalesce(a.full_name, m.who) as who_name
from case_message m left join account a on a.name = m.who
where m.receipt_lookup = :receipt_lookup and (m.sender = 'reporter' or m.case_number is null or exists (select 1 from cases c
	where c.number = m.case_number
@scope
	))
and m.position < :before order by m.position desc limit :most

-- What came as evidence, numbered as the addresses of its previews are: first what came with the letter.
-- part: case_files
select row_number() over (order by coalesce(e.message, 0), e.position, e.name) as position, e.name, coalesce(e.message, 0) as message,
	e.declared, e.type, e.size, e.sha256, e.sealed_size, e.preview_state, e.received_at, e.declared_type, e.declared_size, e.declared_sha256,
	case when e.sealed_size > 0 and ((e.declared_type <> '' and e.declared_type <> e.type) or e.declared_size <> e.size
		or (e.declared_sha256 <> '' and e.declared_sha256 <> e.sha256)) then 1 else 0 end as differs
from case_file e join cases c on c.receipt_lookup = e.receipt_lookup
where c.number = :number

-- name: desk_case_files many
@case_files
@scope
order by 1 limit :most

-- name: desk_case_file maybe
with numbered as (
@case_files
@scope
)
select n.position, n.declared, n.type, n.preview_state, e.preview
from numbered n join case_file e on e.name = n.name where n.position = :position

-- name: desk_case_notes many
select n.position, n.at, n.kind, coalesce(t.name, n.kind) as kind_name, n.text, n.account, coalesce(a.full_name, n.account) as who_name
from case_note n
left join term t on t.list = 'note_kind' and t.code = n.kind
left join account a on a.name = n.account
where n.case_number = :number and n.position < :before order by n.position desc limit :most

-- name: desk_case_tasks many
select k.position, k.text, k.assignee, coalesce(a.full_name, k.assignee) as assignee_name, coalesce(k.due_on, '') as due_on, k.made_at,
	coalesce(b.full_name, k.made_by) as made_by_name, k.done_at, coalesce(d.full_name, k.done_by) as done_by_name
from case_task k
left join account a on a.name = k.assignee
left join account b on b.name = k.made_by
left join account d on d.name = k.done_by
where k.case_number = :number order by case when k.done_at is null then 0 else 1 end, k.position desc limit :most

-- name: desk_case_requests many
select r.position, r.what, r.reason, r.asked_at, r.asked_by, coalesce(a.full_name, r.asked_by) as asked_by_name, r.decided_at,
	coalesce(d.full_name, r.decided_by) as decided_by_name, r.granted, r.decision_note, r.ended_at,
	coalesce(t.name, r.ended_state) as ended_state_name
from case_request r
left join account a on a.name = r.asked_by
left join account d on d.name = r.decided_by
left join term t on t.list = 'case_state' and t.code = r.ended_state
where r.case_number = :number and r.position < :before order by r.position desc limit :most

-- Every round, the newest first; its lead first.
-- name: desk_case_rounds many
select d.round, d.department, p.name as department_name, d.part, d.rule, coalesce(g.note, '') as rule_note, d.dispatched_at,
	coalesce(a.full_name, d.dispatched_by) as dispatched_by_name, d.return_until, d.taken_at, d.returned_at, d.return_reason
from case_dispatch d
join department p on p.code = d.department
left join routing_rule g on g.code = d.rule
left join account a on a.name = d.dispatched_by
where d.case_number = :number
order by d.round desc, case d.part when 'LEAD' then 0 else 1 end, p.position, d.department limit :most

-- name: desk_case_meeting maybe
select m.state as meeting_state, m.proposed_at, coalesce(a.full_name, '') as proposed_by, m.why, m.decided_at,
	coalesce(b.full_name, m.decided_by) as decided_by, m.resolution
from meeting_item m
left join account a on a.name = m.proposed_by
left join account b on b.name = m.decided_by
where m.case_number = :number

-- name: desk_case_findings many
select f.position, f.verdict, coalesce(k.name, t.name, f.verdict) as verdict_name, f.passed_to, f.text, f.made_at,
	coalesce(a.full_name, f.made_by) as made_by_name
from finding f
left join term t on t.list = 'verdict' and t.code = f.verdict
left join cases c on c.number = f.case_number
left join term k on k.list = 'verdict_' || c.kind and k.code = f.verdict
left join account a on a.name = f.made_by
where f.case_number = :number and f.position < :before order by f.position desc limit :most

-- name: desk_case_ratings many
select position, at, solved, stars, text from rating where case_number = :number and position < :before
order by position desc limit :most

-- Other cases of the same letter, and those merged with this one.
-- name: desk_case_relatives many
select c.number, coalesce(kt.name, c.kind) as kind_name, coalesce(st.name, c.state) as state_name, c.received_at,
	case when c.merged_into = :number then 1 else 0 end as merged
from cases c
left join term kt on kt.list = 'case_kind' and kt.code = c.kind
left join term st on st.list = 'case_state' and st.code = c.state
where c.number <> :number and (c.receipt_lookup = :receipt_lookup or c.merged_into = :number)
@scope
order by c.number limit :most

-- Earlier cases at the same facility: an officer wants to know how often.
-- name: desk_case_history many
select c.number, coalesce(kt.name, c.kind) as kind_name, coalesce(st.name, c.state) as state_name, c.received_at,
	coalesce((select coalesce(k.name, t.name, f.verdict) from finding f left join term t on t.list = 'verdict' and t.code = f.verdict
		left join term k on k.list = 'verdict_' || c.kind and k.code = f.verdict
		where f.case_number = c.number order by f.position desc limit 1), '') as verdict_name
from cases c
left join term kt on kt.list = 'case_kind' and kt.code = c.kind
left join term st on st.list = 'case_state' and st.code = c.state
where c.facility_code = :facility_code and c.number <> :number and c.receipt_lookup <> :receipt_lookup
@scope
order by c.received_at desc, c.number limit 20

-- What can be chosen.

-- name: desk_case_terms many
select code, name from term where list = :list order by position, code

-- What a case of a kind may end with, under the names of its kind.
-- name: desk_case_verdicts many
select code, name from term where list = 'verdict_' || :kind
	or (list = 'verdict' and not exists (select 1 from term o where o.list = 'verdict_' || :kind))
order by position, code

-- name: desk_case_streets many
select code, name from department where kind = 'STREET' order by position, code

-- name: desk_case_departments many
select code, name, kind from department order by position, code

-- Who may be given the case: officers of a department.
-- name: desk_case_officers many
select name as account, full_name from account where department = :department and department <> '' and state <> 'DISABLED' order by full_name, name

-- Who may be given a task: those of the district who work on cases, and officers of the departments that have the case now.
-- name: desk_case_colleagues many
select a.name as account, a.full_name, coalesce(p.name, (select t.name from account_role h join term t on t.list = 'role' and t.code = h.role
	where h.account = a.name order by t.position, t.code limit 1), '') as place_name
from account a
left join department p on p.code = a.department
where a.state <> 'DISABLED' and (exists (select 1 from account_role h where h.account = a.name and h.role in ('DESK', 'SUPERVISOR', 'APPROVER'))
	or (exists (select 1 from account_role h where h.account = a.name and h.role in ('STREET', 'DEPARTMENT'))
	and (a.department = :street_code or exists (select 1 from case_dispatch d where d.case_number = :number and d.department = a.department
		and d.round = (select max(n.round) from case_dispatch n where n.case_number = :number)))))
order by place_name, a.full_name, a.name

-- Texts to begin from that fit a case.
-- name: desk_case_templates many
select code, title from reply_template
where active = 1 and (kind = '' or kind = :kind) and (state = '' or state = :state) order by title, code

-- name: desk_case_template maybe
select text from reply_template where code = :template and active = 1

-- name: desk_case_reply_day maybe
select day from deadline where procedure = 'case' and number = :case_number and step = 'REPLY'

-- The routing matrix, to be edited.

-- name: desk_routing_list many
select r.code, r.position, r.matter, coalesce(mt.name, '') as matter_name, r.kind, coalesce(kt.name, '') as kind_name, r.lead,
	coalesce(p.name, '') as lead_name, r.assists, r.note, r.active, r.changed_at, coalesce(a.full_name, r.changed_by) as changed_by_name,
	(select count(*) from case_dispatch d where d.rule = r.code and d.part = 'LEAD') as fired
from routing_rule r
left join term mt on mt.list = 'matter' and mt.code = r.matter
left join term kt on kt.list = 'case_kind' and kt.code = r.kind
left join department p on p.code = r.lead
left join account a on a.name = r.changed_by
order by r.position, r.code

-- name: desk_routing_one maybe
select code, position, matter, kind, lead, assists, note, active, changed_at from routing_rule where code = :code

-- name: desk_routing_put none
insert into routing_rule (code, position, matter, kind, lead, assists, note, active, changed_at, changed_by)
values (:code, :position, :matter, :kind, :lead, :assists, :note, :active, :now, :account)
on conflict (code) do update set position = excluded.position, matter = excluded.matter, kind = excluded.kind, lead = excluded.lead,
	assists = excluded.assists, note = excluded.note, active = excluded.active, changed_at = excluded.changed_at,
	changed_by = excluded.changed_by

-- The texts of replies, to be edited.

-- name: desk_template_list many
select r.code, r.title, r.kind, coalesce(kt.name, '') as kind_name, r.state, coalesce(st.name, '') as state_name, r.text, r.active, r.changed_at,
	coalesce(a.full_name, r.changed_by) as changed_by_name
from reply_template r
left join term kt on kt.list = 'case_kind' and kt.code = r.kind
left join term st on st.list = 'template_state' and st.code = r.state
left join account a on a.name = r.changed_by
order by r.title, r.code

-- name: desk_template_one maybe
select code, title, kind, state, text, active, changed_at from reply_template where code = :code

-- name: desk_template_put none
insert into reply_template (code, title, kind, state, text, active, changed_at, changed_by)
values (:code, :title, :kind, :state, :text, :active, :now, :account)
on conflict (code) do update set title = excluded.title, kind = excluded.kind, state = excluded.state, text = excluded.text,
	active = excluded.active, changed_at = excluded.changed_at, changed_by = excluded.changed_by
