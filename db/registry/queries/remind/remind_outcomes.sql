-- Outcomes that people are told of: whoever wrote the words has them in hand, and the department of that account.

-- part: outcome_public_words
	coalesce((select t.name from term t where t.list = 'procedure' and t.code = 'outcome'), '') as kind, o.facility_name as facility,
	coalesce((select a.department from account a where a.name = o.prepared_by), '') as department

-- part: due_outcome
select
@limit_columns
	, o.prepared_by as handler,
@outcome_public_words
from deadline d join outcome o on o.code = d.number and o.version = (select max(v.version) from outcome v where v.code = d.number)
where d.procedure || '' = 'outcome' and
@to_be_told

-- part: open_outcome
select 'outcome' as procedure, o.code as number, o.prepared_at as since, 0 as waits,
@outcome_public_words
from outcome o
where o.state = 'ANSWERING'
