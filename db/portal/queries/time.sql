-- What working days and deadlines are counted by.

-- name: edition_workdays many
select day, works from workday order by day

-- The rules of clocks valid on a day; the program picks by key.
-- name: edition_deadlines many
select key, value, unit, source from rule
where effective_from <= :day and (effective_to is null or effective_to >= :day) and unit in ('workday', 'calendar day', 'month', 'at once')
order by key
