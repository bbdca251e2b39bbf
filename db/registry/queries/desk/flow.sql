-- The flow chart on a page of a procedure.

-- name: desk_flow_names many
select case list when :states then 'state' when :actions then 'action' else 'actor' end as list, code, name from term
where list in (:states, :actions, :actors) order by list, position

-- The states it was in.
-- name: desk_case_passed many
select to_state as state from case_step where case_number = :number group by to_state

-- name: desk_outcome_passed many
select to_state as state from outcome_step where code = :code group by to_state
