-- Cases that people are told of. The newest dispatch counts; one that was returned leads to nobody: then it is the desk's.

-- part: lead
	coalesce((select d.department from case_dispatch d where d.case_number = c.number and d.part = 'LEAD' and d.returned_at is null
		and d.round = (select max(n.round) from case_dispatch n where n.case_number = c.number) limit 1), '') as department

-- What a notice may say of a case: nothing of who reported, nothing of what. A place that is no facility was written by the reporter.
-- part: public_words
	coalesce((select t.name from term t where t.list = 'case_kind' and t.code = c.kind), c.kind) as kind,
	coalesce((select f.name from facility f where f.code = c.facility_code), '') as facility

-- Who was answered is not waited for.
-- part: due_case
select
@limit_columns
	, c.handler,
@public_words
	,
@lead
from deadline d join cases c on c.number = d.number
where d.procedure || '' = 'case' and c.closed_at is null and c.state <> 'REPLIED' and
@to_be_told

-- part: open_case
select 'case' as procedure, c.number, c.received_at as since, case when c.state in ('RECEIVED', 'RETURNED_BY_DEPT', 'REVIEW')
		or (c.state = 'DISPATCHED' and not exists (select 1 from case_dispatch p
		where p.case_number = c.number and p.part = 'LEAD' and p.taken_at is not null
			and p.round = (select max(n.round) from case_dispatch n where n.case_number = c.number))) then 1 else 0 end as waits,
@public_words
	,
@lead
from cases c
where c.closed_at is null and c.state <> 'REPLIED'

-- Also one of which the reporter said so later, in the letter sent again: whatever the office has made of it, and after its end.
-- name: remind_emergencies many
select 'case' as procedure, c.number, c.handler, '' as step, 0 as until, '' as deadline, 'EMERGENCY' as what, c.street_code,
@lead
	,
@public_words
from cases c join receipt t on t.lookup = c.receipt_lookup
where ((c.kind = 'EMERGENCY' and c.closed_at is null) or (t.said_kind = 'EMERGENCY' and (c.closed_at is null or c.said_after_at is not null)))
	and not exists (select 1 from reminder m where m.procedure = 'case' and m.number = c.number and m.what = 'EMERGENCY')
order by c.received_at, c.number
limit 500

-- Messages of a reporter, for every case of the receipt that is open; said_after: it had ended, and nobody has read the message yet.
-- name: remind_messages many
select 'case' as procedure, c.number, c.handler, cast(s.position as text) as step, 0 as until, '' as deadline, 'MESSAGE' as what,
	case when c.closed_at is null then 0 else 1 end as said_after,
@lead
	,
@public_words
from cases c join case_message s on s.receipt_lookup = c.receipt_lookup
where (c.closed_at is null or c.said_after_at is not null) and s.sender = 'reporter' and (c.closed_at is null or s.at >= c.closed_at)
	and not exists (select 1 from reminder m where m.procedure = 'case' and m.number = c.number and m.what = 'MESSAGE' and m.step = cast(s.position as text))
order by c.received_at, c.number, s.position
limit 500

-- Cases that go to and fro between departments, or lie over their limit. over_day: the last day of a limit that is long over.
-- name: remind_stuck many
select 'case' as procedure, c.number, c.handler, '' as step, 0 as until, '' as deadline, 'STUCK' as what,
	case when (select count(*) from case_dispatch b where b.case_number = c.number and b.part = 'LEAD' and b.returned_at is not null)
		>= cast(:returns as integer) then 'RETURNED' else 'OVER' end as why,
@lead
	,
@public_words
from cases c
where c.closed_at is null and c.state <> 'REPLIED'
	and not exists (select 1 from meeting_item i where i.case_number = c.number)
	and ((c.state <> 'SUSPENDED' and (select count(*) from case_dispatch b where b.case_number = c.number and b.part = 'LEAD' and b.returned_at is not null)
		>= cast(:returns as integer))
	or exists (select 1 from deadline d where d.procedure = 'case' and d.number = c.number and d.day <= :over_day and d.near_at < d.until and
@running
	))
order by c.received_at, c.number
limit 500

-- Why stands there in words, as what people write does.
-- name: meeting_propose none
insert into meeting_item (case_number, proposed_at, proposed_by, why, state)
select :number, :at, 'clerk', t.name, 'PROPOSED' from term t where t.list = 'meeting_why' and t.code = :why
on conflict do nothing

