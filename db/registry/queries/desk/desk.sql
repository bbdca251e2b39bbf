-- What every page of the office shows.

-- name: desk_district maybe
select name, demo from district

-- Where a rule that is valid on a day stands; a district's own setting goes before the city's, the city's before the nation's.
-- name: desk_rule_source maybe
select source from rule
where key = :key and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1

-- Who lets others see something, in pieces of one text.
-- name: desk_administrators many
select case when row_number() over (order by a.full_name, a.name) = 1 then '' else '、' end || a.full_name as piece
from account a join account_role h on h.account = a.name and h.role = 'ADMINISTRATOR'
where a.state = 'ACTIVE' order by a.full_name, a.name limit 5
