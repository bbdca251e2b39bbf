-- What every page of the office shows.

-- name: desk_district maybe
select name, demo from district

-- name: desk_role maybe
select name as role_name from term where list = 'role' and code = :role

-- Where a rule that is valid on a day stands; a district's own setting goes before the city's, the city's before the nation's.
-- name: desk_rule_source maybe
select source from rule
where key = :key and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1
