-- Outcomes on the office's pages. Their scope is that of their case; one whose case is over belongs to the district.

-- part: outcome_columns
	o.code, o.version, coalesce(o.case_number, '') as case_number, o.facility_code, o.facility_name, o.matter,
	coalesce(m.name, o.matter) as matter_name, case when o.review_verdict <> '' then o.review_verdict else o.verdict end as verdict,
	coalesce(v.name, o.verdict) as verdict_name, o.review_verdict, o.found_on, o.summary, o.state,
	coalesce(t.name, o.state) as state_name, o.prepared_by, coalesce(a.full_name, o.prepared_by) as prepared_by_name,
	coalesce(l.day, '') as answer_day, l.until as answer_until, l.near_at as answer_near_at, coalesce(l.provisional, 0) as answer_provisional,
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
left join deadline l on l.procedure = 'outcome' and l.number = o.code and l.step = 'ANSWER'
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

-- A filter that is not set is '' for text and 0 for numbers. :turn: states, each between blanks; :due near: the limit of the time to answer is near or over.
-- What is typed is :words, :folded, :beside and :facilities as in the list of cases.
-- part: outcome_filters
	and (:matter = '' or o.matter = :matter)
	and (:street = '' or o.street_code = :street)
	and (:facility = '' or o.facility_code = :facility)
	and (:turn = '' or replace(:turn, ' ' || o.state || ' ', '') <> :turn)
	and (:due = '' or (:due = 'near' and o.state = 'ANSWERING' and exists (select 1 from deadline d
		where d.procedure = 'outcome' and d.number = o.code and d.step = 'ANSWER' and d.near_at <= :now and
@running
		)))
	and (:changed_from = 0 or o.changed_at >= :changed_from)
	and (:changed_before = 0 or o.changed_at < :changed_before)
	and (:words = '' or lower(o.facility_name) like :words escape '!' or lower(o.summary) like :words escape '!'
		or lower(coalesce(o.case_number, '')) like :words escape '!'
		or (:folded <> '' and (lower(o.facility_name) like :folded escape '!' or lower(o.summary) like :folded escape '!'))
		or (replace(:facilities, ' ' || o.facility_code || ' ', '') <> :facilities
			and (:beside = '' or lower(o.summary) like :beside escape '!')))

-- :sort is waiting (what is on its way before what has ended; of the former what has waited longest first, of the latter the newest), until (the
-- nearest end of the time to answer) or changed (the newest).
-- part: outcome_placed
), placed as (
select code, version, case when :sort = 'changed' then -changed_at
	when :sort = 'until' then coalesce(case when state = 'ANSWERING' then answer_until end, 9000000000000)
	when state = 'ANSWERING' then answer_until when state in ('DRAFT', 'READY') then changed_at
	else 9000000000000 - changed_at end as place_in_list
from candidate
)

-- What the list shows of each.
-- part: outcome_shown
	p.place_in_list, exists (select 1 from outcome u where u.code = o.code and u.state = 'PUBLISHED' and u.version < o.version) as is_public,
	coalesce(s.name, '') as street_name,

-- One page of the list: see the list of cases.
-- name: desk_outcome_list many
with candidate as materialized (
select o.code, o.version, o.state, o.changed_at, l.until as answer_until
from outcome o left join cases c on c.number = o.case_number
left join deadline l on l.procedure = 'outcome' and l.number = o.code and l.step = 'ANSWER'
@outcome_asked
@hands
		)))
@outcome_filters
@scope
@outcome_placed
, picked as materialized (
select code, version, place_in_list from placed
where (:direction = 1 and (place_in_list > :after_place or (place_in_list = :after_place and code > :after_key)))
	or (:direction = -1 and (place_in_list < :after_place or (place_in_list = :after_place and code < :after_key)))
order by place_in_list * :direction, case when :direction = 1 then code end, case when :direction = -1 then code end desc limit :most
)
select
@outcome_shown
@standing
,
@outcome_columns
@outcome_tables
join picked p on p.code = o.code and p.version = o.version
left join street s on s.code = o.street_code
order by p.place_in_list, o.code

-- The codes of a file, in its order.
-- name: desk_outcome_codes many
with candidate as materialized (
select o.code, o.version, o.state, o.changed_at, l.until as answer_until
from outcome o left join cases c on c.number = o.case_number
left join deadline l on l.procedure = 'outcome' and l.number = o.code and l.step = 'ANSWER'
@outcome_asked
@hands
		)))
@outcome_filters
@scope
@outcome_placed
select code from placed order by place_in_list, code limit :most

-- These in this order: codes of 20 characters each, filled up with blanks, one after the other.
-- name: desk_outcome_listed many
with recursive picked (place_in_list, code) as (
select 0, trim(substr(:keys, 1, 20))
union all
select place_in_list + 1, trim(substr(:keys, (place_in_list + 1) * 20 + 1, 20)) from picked where place_in_list + 1 < cast(:count as integer)
)
select
@outcome_shown
@standing
,
@outcome_columns
@outcome_tables
join picked p on p.code = o.code
left join street s on s.code = o.street_code
where o.version = (select max(n.version) from outcome n where n.code = o.code)
@scope
order by p.place_in_list

-- How many there are, at most 10001.
-- name: desk_outcome_count one
select count(*) as found from (select 1 as one
from outcome o left join cases c on c.number = o.case_number
@outcome_asked
@hands
		)))
@outcome_filters
@scope
limit 10001) counted

-- How many in each state, and how many wait for who asks.
-- name: desk_outcome_counts one
with newest as materialized (
select o.code, o.version, o.state, o.review_verdict, o.case_number
from outcome o left join cases c on c.number = o.case_number
where o.version = (select max(n.version) from outcome n where n.code = o.code)
@scope
)
select count(*) as outcomes_all, coalesce(sum(case when state = 'DRAFT' then 1 else 0 end), 0) as outcomes_draft,
	coalesce(sum(case when state = 'ANSWERING' then 1 else 0 end), 0) as outcomes_answering,
	coalesce(sum(case when state = 'READY' then 1 else 0 end), 0) as outcomes_ready,
	coalesce(sum(case when state = 'PUBLISHED' then 1 else 0 end), 0) as outcomes_published,
	coalesce(sum(case when state = 'WITHDRAWN' then 1 else 0 end), 0) as outcomes_withdrawn,
	coalesce(sum(case when state = 'DROPPED' then 1 else 0 end), 0) as outcomes_dropped,
	(select count(*) from newest o where (:waiting = 'PREPARE' and o.state in ('DRAFT', 'ANSWERING'))
		or (:waiting = 'APPROVE' and (o.state = 'READY' or (o.state = 'DRAFT' and o.review_verdict <> '')) and :account not in (
@hands
		))) as outcomes_waiting
from newest

-- The states one may ask for.
-- name: desk_outcome_states many
select code, name from term where list = 'outcome_state' and code <> 'SUPERSEDED' order by position

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
