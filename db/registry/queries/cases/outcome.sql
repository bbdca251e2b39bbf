-- Outcomes: what the public will read of a substantiated finding.

-- What an outcome is drafted from: a case with its newest finding. One merged into another leaves it to that one.
-- name: outcome_finding maybe
select c.number as case_number, coalesce(c.facility_code, '') as facility_code, coalesce(f.name, '') as facility_name,
	coalesce(f.street_code, c.street_code) as street_code, c.matter, c.merged_into, v.verdict, v.made_at, v.made_by
from cases c
join finding v on v.case_number = c.number and v.position = (select max(position) from finding where case_number = c.number)
left join facility f on f.code = c.facility_code
where c.number = :case_number

-- The words to begin with, by the verdict; the office edits them among its templates.
-- name: outcome_first_words maybe
select r.text, coalesce(m.name, '') as matter_name
from reply_template r left join term m on m.list = 'matter' and m.code = :matter
where r.code = 'OUTCOME_' || :verdict and r.active = 1

-- The newest version is the one that is worked on.
-- name: outcome_newest maybe
select code, version, case_number, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state, prepared_by,
	prepared_at, answer_until, answer, answer_way, answered_at, approved_by, approved_at, end_reason, changed_at
from outcome where code = :code order by version desc limit 1

-- name: outcome_newest_of_case maybe
select code, version, case_number, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state, prepared_by,
	prepared_at, answer_until, answer, answer_way, answered_at, approved_by, approved_at, end_reason, changed_at
from outcome where case_number = :case_number order by version desc limit 1

-- The version the public reads.
-- name: outcome_public maybe
select code, version, case_number, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state, prepared_by,
	prepared_at, answer_until, answer, answer_way, answered_at, approved_by, approved_at, end_reason, changed_at
from outcome where code = :code and state = 'PUBLISHED'

-- name: outcome_put none
insert into outcome (code, version, case_number, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state,
	prepared_by, prepared_at, answer_until, answer, answer_way, answered_at, approved_by, approved_at, end_reason, changed_at)
values (:code, :version, :case_number, :facility_code, :facility_name, :street_code, :matter, :verdict, :found_on, :summary, :state,
	:prepared_by, :prepared_at, :answer_until, :answer, :answer_way, :answered_at, :approved_by, :approved_at, :end_reason, :changed_at)
on conflict (code, version) do update set matter = excluded.matter, verdict = excluded.verdict, found_on = excluded.found_on,
	summary = excluded.summary, state = excluded.state, prepared_by = excluded.prepared_by, prepared_at = excluded.prepared_at,
	answer_until = excluded.answer_until, answer = excluded.answer, answer_way = excluded.answer_way,
	answered_at = excluded.answered_at, approved_by = excluded.approved_by, approved_at = excluded.approved_at,
	end_reason = excluded.end_reason, changed_at = excluded.changed_at

-- name: outcome_step_put none
insert into outcome_step (code, version, position, at, from_state, to_state, actor, who, reason)
values (:code, :version, (select count(*) + 1 from outcome_step where code = :code and version = :version), :at, :from_state, :to_state,
	:actor, :who, :reason)

-- Whether somebody had a hand in the words, of any version, or in the finding they tell.
-- name: outcome_authors one
select (select count(*) from outcome_step where code = :code and actor = 'PREPARER' and who = :who)
	+ (select count(*) from finding v join outcome o on o.case_number = v.case_number where o.code = :code and v.made_by = :who) as steps

-- Facilities that let their time to answer pass.
-- name: outcome_expired many
select code from outcome where state = 'ANSWERING' and answer_until < :now order by answer_until, code limit 100

-- Who reported, to see that no word of the outcome says so.
-- name: outcome_reporter maybe
select c.number, c.receipt_lookup, c.story, k.sealed
from cases c left join case_contact k on k.receipt_lookup = c.receipt_lookup
where c.number = :case_number
