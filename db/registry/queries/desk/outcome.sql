-- Outcomes on the office's pages. Their scope is that of their case; one whose case is over belongs to the district.

-- part: outcome_columns
	o.code, o.version, coalesce(o.case_number, '') as case_number, o.facility_code, o.facility_name, o.matter,
	coalesce(m.name, o.matter) as matter_name, case when o.review_verdict <> '' then o.review_verdict else o.verdict end as verdict,
	coalesce(v.name, o.verdict) as verdict_name, o.review_verdict, o.found_on, o.summary, o.state,
	coalesce(t.name, o.state) as state_name, o.prepared_by, coalesce(a.full_name, o.prepared_by) as prepared_by_name, o.answer_until,
	o.answer, o.answer_way, coalesce(w.name, '') as answer_way_name, o.answered_at, o.approved_at, o.end_reason, o.changed_at,
	coalesce(b.full_name, o.approved_by) as approved_by_name

-- Whether what is public of the case still stands, from the case as it is now (as outcome_standing of cases/).
-- part: standing
	coalesce((select case
		when w.made_at > p.approved_at and w.verdict <> case when p.review_verdict <> '' then p.review_verdict else p.verdict end then 'CHANGED'
		when d.reopened > 0 and d.closed_at is null and d.state <> 'REPLIED' then 'UNDER_REVIEW'
		else '' end
	from outcome p
	join cases d on d.number = p.case_number
	join finding w on w.case_number = d.number and w.position = (select max(position) from finding where case_number = d.number)
	where p.code = o.code and p.state = 'PUBLISHED'), '') as standing

-- part: outcome_tables
from outcome o
left join cases c on c.number = o.case_number
left join term m on m.list = 'matter' and m.code = o.matter
left join term v on v.list = 'verdict' and v.code = case when o.review_verdict <> '' then o.review_verdict else o.verdict end
left join term t on t.list = 'outcome_state' and t.code = o.state
left join term w on w.list = 'answer_way' and w.code = o.answer_way
left join account a on a.name = o.prepared_by
left join account b on b.name = o.approved_by

-- Of each code the version that is worked on. :waiting PREPARE or APPROVE: what waits for who does that; who took part does not
-- approve it (hands, which follow).
-- part: outcome_asked
where o.version = (select max(n.version) from outcome n where n.code = o.code)
	and (:state = '' or o.state = :state)
	and (:waiting <> 'PREPARE' or o.state in ('DRAFT', 'ANSWERING'))
	and (:waiting <> 'APPROVE' or ((o.state = 'READY' or (o.state = 'DRAFT' and o.review_verdict <> ''))
		and :account not in (

-- name: desk_outcome_list many
select
@outcome_columns
	, exists (select 1 from outcome p where p.code = o.code and p.state = 'PUBLISHED' and p.version < o.version) as is_public,
@standing
@outcome_tables
@outcome_asked
@hands
		)))
@scope
order by case o.state when 'ANSWERING' then o.answer_until else o.changed_at end * (case when o.state in ('DRAFT', 'ANSWERING', 'READY') then 1 else -1 end),
	o.code limit :most offset :skipped

-- name: desk_outcome_total one
select count(*) as listed
@outcome_tables
@outcome_asked
@hands
		)))
@scope

-- How many in each state.
-- name: desk_outcome_states many
select t.code, t.name, (select count(*) from outcome o left join cases c on c.number = o.case_number
	where o.state = t.code and o.version = (select max(n.version) from outcome n where n.code = o.code)
@scope
	) as outcomes
from term t where t.list = 'outcome_state' and t.code <> 'SUPERSEDED' order by t.position

-- Steps so far: a page that was shown before another one was taken is an old one.
-- name: desk_outcome_one maybe
select
@outcome_columns
	, (select count(*) from outcome_step s where s.code = o.code) as revision,
@standing
@outcome_tables
where o.code = :code and o.version = (select max(n.version) from outcome n where n.code = o.code)
@scope

-- The version that is public, when it is not the one that is worked on.
-- name: desk_outcome_public maybe
select
@outcome_columns
@outcome_tables
where o.code = :code and o.state = 'PUBLISHED'
@scope

-- The newest steps first.
-- name: desk_outcome_steps many
select s.version, s.at, s.from_state, s.to_state, coalesce(t.name, s.to_state) as to_state_name, s.actor,
	coalesce(a.full_name, s.who) as who_name, s.reason
from outcome_step s
left join account a on a.name = s.who
left join term t on t.list = 'outcome_state' and t.code = s.to_state
where s.code = :code order by s.version desc, s.position desc limit 500

-- name: desk_outcome_matters many
select code, name from term where list = 'matter' order by position

-- name: desk_outcome_verdicts many
select t.code, t.name from term t where t.list = 'verdict' and (t.code in ('SUBSTANTIATED_CORRECTED', 'SUBSTANTIATED_ENFORCED')
	or (:version > 1 and t.code = (select f.verdict from finding f where f.case_number = :case_number order by f.position desc limit 1)))
order by t.position

-- name: desk_outcome_ways many
select code, name from term where list = 'answer_way' order by position

-- On the case's page: the outcome it led to.
-- name: desk_case_outcomes many
select o.code, coalesce(t.name, o.state) as state_name, o.changed_at,
@standing
from outcome o left join term t on t.list = 'outcome_state' and t.code = o.state
where o.case_number = :number and o.version = (select max(n.version) from outcome n where n.code = o.code)
