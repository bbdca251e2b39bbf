-- Escalation to people (clerk/remind): what is near or over a limit, stuck, urgent or new, told once to each; the list of a working morning.
-- The newest dispatch counts; one that was returned leads to nobody. Then it is the desk's, whose department is ''. EXTENDED is no limit: it
-- says how far the reply's can be moved.

-- part: lead
	coalesce((select d.department from case_dispatch d where d.case_number = c.number and d.part = 'LEAD' and d.returned_at is null
		and d.round = (select max(n.round) from case_dispatch n where n.case_number = c.number) limit 1), '') as department

-- What a notice may say of a case: nothing of who reported, nothing of what. A place that is no facility was written by the reporter.
-- part: public_words
	c.number as case_number, coalesce((select t.name from term t where t.list = 'case_kind' and t.code = c.kind), c.kind) as kind,
	coalesce((select f.name from facility f where f.code = c.facility_code), '') as facility

-- Whether a limit still presses: while the clock stands still only what was over before.
-- part: runs
	(c.state not in ('SUSPENDED', 'REPLIED') or (c.state = 'SUSPENDED' and l.until < c.suspended_at))

-- Limits near or over of which, as they now stand, nobody was told: one that moved is told anew. What is due at once (near from its first moment) has its own word: see remind_emergencies.
-- name: remind_limits many
select
@public_words
	, c.handler, l.step, l.until, l.day as deadline, case when l.until < :now then 'OVER' else 'NEAR' end as what,
@lead
from case_deadline l join cases c on c.number = l.case_number
where l.met_at is null and l.projected = 0 and l.near_at <= :now and l.near_at < l.until and c.closed_at is null
	and
@runs
	and l.step <> 'EXTENDED'
	and not exists (select 1 from reminder m where m.case_number = c.number and m.step = l.step and m.until = l.until
		and m.what = case when l.until < :now then 'OVER' else 'NEAR' end)
order by l.until, c.number
limit 500

-- Also one of which the reporter said so later, in the letter sent again: whatever the office has made of it, and after its end.
-- name: remind_emergencies many
select
@public_words
	, c.handler, '' as step, 0 as until, '' as deadline, 'EMERGENCY' as what, c.street_code,
@lead
from cases c join receipt t on t.lookup = c.receipt_lookup
where ((c.kind = 'EMERGENCY' and c.closed_at is null) or (t.said_kind = 'EMERGENCY' and (c.closed_at is null or c.said_after_at is not null)))
	and not exists (select 1 from reminder m where m.case_number = c.number and m.what = 'EMERGENCY')
order by c.received_at, c.number
limit 500

-- Messages of a reporter, for every case of the receipt that is open; said_after: it had ended, and nobody has read the message yet.
-- name: remind_messages many
select
@public_words
	, c.handler, cast(s.position as text) as step, 0 as until, '' as deadline, 'MESSAGE' as what,
	case when c.closed_at is null then 0 else 1 end as said_after,
@lead
from cases c join case_message s on s.receipt_lookup = c.receipt_lookup
where (c.closed_at is null or c.said_after_at is not null) and s.sender = 'reporter' and (c.closed_at is null or s.at >= c.closed_at)
	and not exists (select 1 from reminder m where m.case_number = c.number and m.what = 'MESSAGE' and m.step = cast(s.position as text))
order by c.received_at, c.number, s.position
limit 500

-- Cases that go to and fro between departments, or lie over their limit. over_day: the last day of a limit that is long over.
-- name: remind_stuck many
select
@public_words
	, c.handler, '' as step, 0 as until, '' as deadline, 'STUCK' as what,
	case when (select count(*) from case_dispatch b where b.case_number = c.number and b.part = 'LEAD' and b.returned_at is not null)
		>= cast(:returns as integer) then 'RETURNED' else 'OVER' end as why,
@lead
from cases c
where c.closed_at is null and c.state <> 'REPLIED'
	and not exists (select 1 from meeting_item i where i.case_number = c.number)
	and ((c.state <> 'SUSPENDED' and (select count(*) from case_dispatch b where b.case_number = c.number and b.part = 'LEAD' and b.returned_at is not null)
		>= cast(:returns as integer))
	or exists (select 1 from case_deadline l where l.case_number = c.number and l.met_at is null and l.projected = 0 and l.day <= :over_day
		and l.near_at < l.until and l.step <> 'EXTENDED' and
@runs
	))
order by c.received_at, c.number
limit 500

-- name: remind_supervisors many
select a.name from account a join account_role h on h.account = a.name and h.role = 'SUPERVISOR' where a.state = 'ACTIVE' order by a.name

-- name: reminder_put none
insert into reminder (case_number, what, step, until, at, told) values (:case_number, :what, :step, :until, :at, :told) on conflict do nothing

-- Why stands there in words, as what people write does.
-- name: meeting_propose none
insert into meeting_item (case_number, proposed_at, proposed_by, why, state)
select :case_number, :at, 'clerk', t.name, 'PROPOSED' from term t where t.list = 'meeting_why' and t.code = :why
on conflict do nothing

-- name: remind_rule maybe
select value from rule where key = :key and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1

-- name: remind_workdays many
select day, works from workday order by day

-- name: daily_list_of_day maybe
select made_at from daily_list where day = :day

-- name: daily_list_put none
insert into daily_list (day, made_at) values (:day, :made_at)

-- Every open case with what presses most, for the morning's list: the earliest limit that runs, and whether it waits for somebody to begin.
-- name: daily_candidates many
with earliest as (
	select c.number, min(l.until) as until from cases c join case_deadline l on l.case_number = c.number
	where c.closed_at is null and l.met_at is null and l.projected = 0 and l.step <> 'EXTENDED' and
@runs
	group by c.number
)
select
@public_words
	, e.until, coalesce((select min(l.step) from case_deadline l where l.case_number = c.number and l.until = e.until and l.met_at is null), '') as step,
	coalesce((select min(l.day) from case_deadline l where l.case_number = c.number and l.until = e.until and l.met_at is null), '') as deadline,
	coalesce((select min(l.near_at) from case_deadline l where l.case_number = c.number and l.until = e.until and l.met_at is null), 0) as near_at,
	case when c.state in ('RECEIVED', 'RETURNED_BY_DEPT', 'REVIEW') or (c.state = 'DISPATCHED' and not exists (select 1 from case_dispatch d
		where d.case_number = c.number and d.part = 'LEAD' and d.taken_at is not null
			and d.round = (select max(n.round) from case_dispatch n where n.case_number = c.number))) then 1 else 0 end as waits,
@lead
from cases c left join earliest e on e.number = c.number
where c.closed_at is null and (c.state not in ('SUSPENDED', 'REPLIED') or (c.state = 'SUSPENDED' and e.until is not null))
order by c.received_at, c.number

-- name: daily_item_put none
insert into daily_item (day, department, case_number, what, step, until) values (:day, :department, :case_number, :what, :step, :until)

-- name: notice_put none
insert into notice (number, channel, what, department, body, made_at, next_at)
values ((select coalesce(max(number), 0) + 1 from notice), :channel, :what, :department, :body, :made_at, :made_at)

-- name: notice_next maybe
select n.number, n.channel, n.what, n.department, n.body, n.made_at, n.tries, coalesce(d.mail, '') as mail
from notice n left join department d on d.code = n.department
where n.sent_at is null and n.given_up_at is null and n.next_at <= :now
order by n.next_at, n.number limit 1

-- name: notice_sent none
update notice set sent_at = :now, tries = tries + 1, problem = '' where number = :number

-- name: notice_failed none
update notice set tries = tries + 1, problem = :problem, next_at = :next_at, given_up_at = :given_up_at where number = :number

-- name: remind_departments many
select code, name, mail from department order by code

-- The words of notices and what stands around them.
-- name: notice_words many
select list, code, name from term where list in ('notice', 'notice_line') order by list, position
