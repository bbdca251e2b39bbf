-- Outcomes on the office's pages. Their scope is that of their case; one whose case is over belongs to the district.

-- part: outcome_columns
	o.code, o.version, coalesce(o.case_number, '') as case_number, o.facility_code, o.facility_name, o.matter,
	coalesce(m.name, o.matter) as matter_name, o.verdict, coalesce(v.name, o.verdict) as verdict_name, o.found_on, o.summary, o.state,
	coalesce(t.name, o.state) as state_name, o.prepared_by, coalesce(a.full_name, o.prepared_by) as prepared_by_name, o.answer_until,
	o.answer, o.answer_way, coalesce(w.name, '') as answer_way_name, o.answered_at, o.approved_at, o.end_reason, o.changed_at,
	coalesce(b.full_name, o.approved_by) as approved_by_name

-- part: outcome_tables
from outcome o
left join cases c on c.number = o.case_number
left join term m on m.list = 'matter' and m.code = o.matter
left join term v on v.list = 'verdict' and v.code = o.verdict
left join term t on t.list = 'outcome_state' and t.code = o.state
left join term w on w.list = 'answer_way' and w.code = o.answer_way
left join account a on a.name = o.prepared_by
left join account b on b.name = o.approved_by

-- Of each code the version that is worked on. :waiting PREPARE or APPROVE: what waits for who does that; who wrote any of it does not
-- approve it.
-- part: outcome_asked
where o.version = (select max(n.version) from outcome n where n.code = o.code)
	and (:state = '' or o.state = :state)
	and (:waiting <> 'PREPARE' or o.state in ('DRAFT', 'ANSWERING'))
	and (:waiting <> 'APPROVE' or (o.state = 'READY' and o.prepared_by <> :account
		and not exists (select 1 from outcome_step s where s.code = o.code and s.actor = 'PREPARER' and s.who = :account)))

-- name: desk_outcome_list many
select
@outcome_columns
	, exists (select 1 from outcome p where p.code = o.code and p.state = 'PUBLISHED' and p.version < o.version) as is_public
@outcome_tables
@outcome_asked
@scope
order by case o.state when 'ANSWERING' then o.answer_until else o.changed_at end * (case when o.state in ('DRAFT', 'ANSWERING', 'READY') then 1 else -1 end),
	o.code limit :most offset :skipped

-- name: desk_outcome_total one
select count(*) as listed
@outcome_tables
@outcome_asked
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
	case when o.prepared_by = :account or exists (select 1 from outcome_step s where s.code = o.code and s.actor = 'PREPARER' and s.who = :account)
		or exists (select 1 from finding q where q.case_number = o.case_number and q.made_by = :account) then 1 else 0 end as is_own
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

-- name: desk_outcome_steps many
select s.version, s.at, s.from_state, s.to_state, coalesce(t.name, s.to_state) as to_state_name, s.actor,
	coalesce(a.full_name, s.who) as who_name, s.reason
from outcome_step s
left join account a on a.name = s.who
left join term t on t.list = 'outcome_state' and t.code = s.to_state
where s.code = :code order by s.version, s.position

-- name: desk_outcome_matters many
select code, name from term where list = 'matter' order by position

-- name: desk_outcome_verdicts many
select code, name from term where list = 'verdict' and code in ('SUBSTANTIATED_CORRECTED', 'SUBSTANTIATED_ENFORCED') order by position

-- name: desk_outcome_ways many
select code, name from term where list = 'answer_way' order by position

-- On the case's page: the outcome it led to.
-- name: desk_case_outcomes many
select o.code, coalesce(t.name, o.state) as state_name, o.changed_at
from outcome o left join term t on t.list = 'outcome_state' and t.code = o.state
where o.case_number = :number and o.version = (select max(n.version) from outcome n where n.code = o.code)
