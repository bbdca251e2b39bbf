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
where r.code = 'OUTCOME_' || case when :review_verdict <> '' then :review_verdict else :verdict end and r.active = 1

-- part: outcome_columns
	code, version, case_number, facility_code, facility_name, street_code, matter, verdict, review_verdict, found_on, summary, state, review,
	prepared_by, prepared_at, answer_until, answer, answer_way, answered_at, approved_by, approved_at, end_reason, changed_at

-- The newest version is the one that is worked on.
-- name: outcome_newest maybe
select
@outcome_columns
from outcome where code = :code order by version desc limit 1

-- name: outcome_newest_of_case maybe
select
@outcome_columns
from outcome where case_number = :case_number order by version desc limit 1

-- The version the public reads.
-- name: outcome_public maybe
select
@outcome_columns
from outcome where code = :code and state = 'PUBLISHED'

-- name: outcome_put none
insert into outcome (code, version, case_number, facility_code, facility_name, street_code, matter, verdict, review_verdict, found_on, summary,
	state, review, prepared_by, prepared_at, answer_until, answer, answer_way, answered_at, approved_by, approved_at, end_reason, changed_at)
values (:code, :version, :case_number, :facility_code, :facility_name, :street_code, :matter, :verdict, :review_verdict, :found_on, :summary,
	:state, :review, :prepared_by, :prepared_at, :answer_until, :answer, :answer_way, :answered_at, :approved_by, :approved_at, :end_reason, :changed_at)
on conflict (code, version) do update set matter = excluded.matter, verdict = excluded.verdict,
	review_verdict = excluded.review_verdict, review = excluded.review, found_on = excluded.found_on,
	summary = excluded.summary, state = excluded.state, prepared_by = excluded.prepared_by, prepared_at = excluded.prepared_at,
	answer_until = excluded.answer_until, answer = excluded.answer, answer_way = excluded.answer_way,
	answered_at = excluded.answered_at, approved_by = excluded.approved_by, approved_at = excluded.approved_at,
	end_reason = excluded.end_reason, changed_at = excluded.changed_at

-- name: outcome_step_put none
insert into outcome_step (code, version, position, at, from_state, to_state, actor, who, reason)
values (:code, :version, (select count(*) + 1 from outcome_step where code = :code and version = :version), :at, :from_state, :to_state,
	:actor, :who, :reason)

-- name: outcome_took_part maybe
select o.code from outcome o
where o.code = :code and o.version = (select max(n.version) from outcome n where n.code = o.code)
	and :who in (
@hands
	)

-- Who may decide on an outcome: approvers who took no part in it. Only where there is none the role that the rule outcome.stand_in.ROLE
-- names; rule is its key, '' for an approver.
-- name: outcome_deciders many
with candidate as (
	select a.name, a.full_name, case when h.role = 'APPROVER' then '' else 'outcome.stand_in.' || lower(h.role) end as rule
	from account a join account_role h on h.account = a.name join account_scope w on w.account = a.name and w.kind = 'DISTRICT' join outcome o on o.code = :code and o.version = (select max(n.version) from outcome n where n.code = o.code)
	where a.state = 'ACTIVE'
		and (h.role = 'APPROVER' or exists (select 1 from rule r where r.key = 'outcome.stand_in.' || lower(h.role)
			and r.effective_from <= :day and (r.effective_to is null or r.effective_to >= :day)))
		and a.name not in (
@hands
		)
)
select name, full_name, rule from candidate where rule = '' or not exists (select 1 from candidate where rule = '') order by full_name, name

-- Facilities that let their time to answer pass.
-- name: outcome_expired many
select o.code from outcome o join deadline d on d.procedure = 'outcome' and d.number = o.code and d.step = 'ANSWER'
where o.state = 'ANSWERING' and d.until < :over_by and
@running
order by d.until, o.code limit 100

-- Whose receipt tells what became of it.
-- name: outcome_reporter maybe
select receipt_lookup from cases where number = :case_number

-- A case with those that were merged into it: one outcome tells what was found of all.
-- part: told_cases
	(select number, receipt_lookup, story, wish from cases where number = :case_number or merged_into = :case_number)

-- Who reported, to see that no word of the outcome says so.
-- name: outcome_reporters many
select c.number, c.receipt_lookup, k.sealed
from
@told_cases
c left join case_contact k on k.receipt_lookup = c.receipt_lookup
order by c.number

-- name: outcome_public_of_case maybe
select
@outcome_columns
from outcome where case_number = :case_number and state = 'PUBLISHED'

-- What is public of a case, and whether its finding still stands, from the case as it is now.
-- part: standing
select o.code, o.case_number, o.review, case
	when v.made_at > o.approved_at and v.verdict <> case when o.review_verdict <> '' then o.review_verdict else o.verdict end then 'CHANGED'
	when c.reopened > 0 and c.closed_at is null and c.state <> 'REPLIED' then 'UNDER_REVIEW'
	else '' end as standing
from outcome o
join cases c on c.number = o.case_number
join finding v on v.case_number = c.number and v.position = (select max(position) from finding where case_number = c.number)
where o.state = 'PUBLISHED'

-- name: outcome_standing maybe
select code, standing from (
@standing
	) s
where case_number = :case_number

-- Those of which the public does not read yet how they stand: the reporter said that nothing is solved, and no official acted since.
-- name: outcome_unsaid many
select code, case_number, standing from (
@standing
	) s
where review <> standing order by code limit 100

-- All that they wrote: the letters and what came after.
-- name: outcome_reporter_words many
select c.story as text from
@told_cases
c
union all select c.wish from
@told_cases
c
union all select m.text from case_message m
where m.sender = 'reporter' and m.receipt_lookup in (select c.receipt_lookup from
@told_cases
c)

-- name: outcome_mark_list many
select m.mark, m.salt, m.reason, coalesce(a.full_name, m.who) as who_name from outcome_mark m left join account a on a.name = m.who where m.code = :code

-- name: outcome_mark_put none
insert into outcome_mark (code, mark, salt, reason, who, at) values (:code, :mark, :salt, :reason, :who, :at)
on conflict (code, mark) do update set reason = excluded.reason, who = excluded.who, at = excluded.at

-- name: name_word_list many
select word, part from name_word order by word, part

-- What stands for something that is still to be written: words that begin a bracket, and signs that fill a gap.
-- name: placeholder_words many
select list, name from term where list in ('placeholder_word', 'placeholder_sign') order by list, position, code

-- name: reply_template_texts many
select text from reply_template order by code
