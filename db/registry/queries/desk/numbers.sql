-- What the figures of cases are counted from (rules/cases/figures).

-- Every case of the scope that is of account for a period: received before its end, and not at its end before it began. Merged ones are not:
-- the case they went into is. replied_at: the first reply. turned_away_at: when it was not taken on or passed on, if it was not taken up again.
-- name: numbers_cases many
select c.kind, c.matter, c.street_code as street, c.received_at, coalesce(c.closed_at, 0) as ended_at,
	coalesce(c.suspended_at, 0) as suspended_at,
	case when c.closed_at is null and c.state <> 'REPLIED' then 1 else 0 end as waits,
	coalesce((select d.department from case_dispatch d where d.case_number = c.number and d.part = 'LEAD'
		and d.round = (select max(n.round) from case_dispatch n where n.case_number = c.number) limit 1), '') as department,
	coalesce((select min(s.at) from case_step s where s.case_number = c.number and s.to_state = 'REPLIED'), 0) as replied_at,
	coalesce((select max(s.at) from case_step s where s.case_number = c.number and s.to_state in ('REJECTED', 'TRANSFERRED_OUT')
		and (c.state in ('REJECTED', 'TRANSFERRED_OUT') or exists (select 1 from case_step a where a.case_number = c.number
			and a.to_state = 'ARCHIVED' and a.from_state in ('REJECTED', 'TRANSFERRED_OUT')))), 0) as turned_away_at,
	coalesce((select f.verdict from finding f where f.case_number = c.number order by f.position desc limit 1), '') as verdict,
	case when exists (select 1 from case_step s where s.case_number = c.number and s.to_state = 'UNSATISFIED') then 1 else 0 end as reopened,
	coalesce((select d.until from deadline d where d.procedure = 'case' and d.number = c.number and d.step = 'REPLY'), 0) as answer_limit
from cases c
where c.state <> 'MERGED' and c.received_at < :before and (c.closed_at is null or c.closed_at >= :since)
@scope

-- Names and order of what cases are grouped by.
-- name: numbers_kinds many
select code, name from term where list = 'case_kind' order by position
-- name: numbers_matters many
select code, name from term where list = 'matter' order by position
-- name: numbers_streets many
select code, name from street order by position, code
-- name: numbers_departments many
select code, name from department order by kind, position, code

-- Room for them all.
-- name: numbers_count one
select count(*) as cases from cases
