-- The share of a limit after which it is warned, by the rule valid on a day.
-- name: case_near_share maybe
select value from rule
where key = 'escalation.near_share' and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1
