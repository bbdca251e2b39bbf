-- What the complaint's pages ask of the edition.

-- name: complaint_tells_of_breach maybe
select 1 as tells from term where list = 'breach_word' and instr(:story, name) > 0 limit 1

-- The rule of a key valid on a day; a district's own goes before the city's, the city's before the nation's.
-- name: edition_rule_on maybe
select value, unit, source from rule
where key = :key and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1
