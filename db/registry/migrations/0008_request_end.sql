-- A request that nobody decided ends with the step that made it needless, and says which it was.
alter table case_request add column ended_at integer;                          -- null: it was decided, or waits to be
alter table case_request add column ended_state text not null default '';      -- term list case_state: where that step led
update case_request set ended_state = (select c.state from cases c where c.number = case_request.case_number),
	ended_at = (select c.changed_at from cases c where c.number = case_request.case_number)
where decided_at is null and case_number in (select c.number from cases c where c.state not in ('HANDLING', 'SUSPENDED'));
