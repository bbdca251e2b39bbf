-- Outcomes on the officer's day, among the files of all procedures (day.sql). Their scope is that of their case.

-- part: outcome_has_words
	(:words = '' or lower(coalesce(o.case_number, '') || ' ' || o.code || ' ' || o.facility_name) like :words escape '!'
		or (:folded <> '' and lower(coalesce(o.case_number, '') || ' ' || o.code || ' ' || o.facility_name) like :folded escape '!')
		or (:beside = '' and replace(:facilities, ' ' || o.facility_code || ' ', '') <> :facilities))

-- Of those on their way to the public.
-- part: told_outcome
select r.procedure, r.number, trim(coalesce(p.name, '') || ' ' || o.code) as file_title, r.what, r.step, r.at, o.facility_name, coalesce(t.name, o.state) as state_name, coalesce(n.name, '') as limit_name
from reminder r join outcome o on o.code = r.number and o.version = (select max(v.version) from outcome v where v.code = r.number)
left join cases c on c.number = o.case_number
left join term t on t.list = 'outcome_state' and t.code = o.state
left join term p on p.list = 'procedure' and p.code = 'outcome'
left join term n on n.list = 'outcome_limit' and n.code = r.step
where r.procedure = 'outcome' and o.state in ('DRAFT', 'ANSWERING', 'READY') and
@to_me
	and
@outcome_has_words
@scope

-- part: listed_outcome
select i.procedure, i.number, trim(coalesce(p.name, '') || ' ' || o.code) as file_title, i.what, i.step, i.until, l.made_at, o.facility_name, coalesce(t.name, o.state) as state_name,
	coalesce(n.name, '') as limit_name, case when o.state <> 'ANSWERING' then 1 else 0 end as done_since
from daily_item i join daily_list l on l.day = i.day
join outcome o on o.code = i.number and o.version = (select max(v.version) from outcome v where v.code = i.number)
left join cases c on c.number = o.case_number
left join term t on t.list = 'outcome_state' and t.code = o.state
left join term p on p.list = 'procedure' and p.code = 'outcome'
left join term n on n.list = 'outcome_limit' and n.code = i.step
where i.procedure = 'outcome' and
@on_my_list
	and
@outcome_has_words
@scope
