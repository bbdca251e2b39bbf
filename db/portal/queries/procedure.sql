-- Procedures: the names of their states, actions and actors, in the district's words.

-- name: procedure_names many
select case list when :states then 'state' when :actions then 'action' else 'actor' end as list, code, name from term
where list in (:states, :actions, :actors) order by list, position
