-- Limits of files, whatever their procedure (workflow/clock_rows).

-- name: workday_list many
select day, works from workday order by day

-- The rules that are valid on a day, of every place: which of several counts, the limit's declaration says.
-- name: clock_rules many
select key, value, unit, source from rule
where effective_from <= :day and (effective_to is null or effective_to >= :day) and unit in ('workday', 'calendar day', 'month', 'at once')
order by key, jurisdiction

-- The share of a limit after which it is near, by the rule valid on a day.
-- name: clock_near_share maybe
select value from rule
where key = 'escalation.near_share' and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1

-- name: deadline_list many
select step, started_at, day, until, near_at, rule, source, provisional, projected, bound, suspended_at, met_at from deadline
where procedure = :procedure and number = :number
order by until, step

-- name: deadline_put none
insert into deadline (procedure, number, step, started_at, day, until, near_at, rule, source, provisional, projected, bound)
values (:procedure, :number, :step, :started_at, :day, :until, :near_at, :rule, :source, :provisional, :projected, :bound)
on conflict (procedure, number, step) do update set started_at = excluded.started_at, day = excluded.day, until = excluded.until,
	near_at = excluded.near_at, rule = excluded.rule, source = excluded.source, provisional = excluded.provisional,
	projected = excluded.projected, bound = excluded.bound

-- name: deadline_stand none
update deadline set suspended_at = :suspended_at where procedure = :procedure and number = :number and met_at is null

-- name: deadline_met none
update deadline set met_at = :met_at where procedure = :procedure and number = :number and step = :step and met_at is null

-- name: deadline_unmet none
update deadline set met_at = null where procedure = :procedure and number = :number and step = :step

-- name: deadline_forget none
delete from deadline where procedure = :procedure and number = :number and met_at is null
