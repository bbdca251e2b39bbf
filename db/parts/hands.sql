-- Who has a hand in an outcome, and so does not decide on it. o is the outcome.

-- Who took part in an outcome: in the words, of any version; in the finding they tell, or its case; and in publishing what is to be taken
-- back or corrected because the finding changed.
-- part: hands
	select s.who from outcome_step s where s.code = o.code and s.actor = 'PREPARER'
	union select n.prepared_by from outcome n where n.code = o.code
	union select q.made_by from finding q where q.case_number = o.case_number
	union select h.handler from cases h where h.number = o.case_number
	union select e.who from case_step e where e.case_number = o.case_number and e.actor in ('DESK', 'DEPARTMENT')
	union select p.approved_by from outcome p where p.code = o.code
		and p.version = (select max(m.version) from outcome m where m.code = o.code and m.state in ('PUBLISHED', 'SUPERSEDED'))
		and (p.review = 'CHANGED' or p.review_verdict <> o.review_verdict)
