-- Cases on the officer's day, among the files of all procedures (day.sql).

-- part: case_has_words
	(:words = '' or lower(c.number || ' ' || coalesce(f.name, c.place)) like :words escape '!'
		or (:folded <> '' and lower(c.number || ' ' || coalesce(f.name, c.place)) like :folded escape '!')
		or (:beside = '' and replace(:facilities, ' ' || c.facility_code || ' ', '') <> :facilities))

-- Of cases that are open; and of one that had ended what was said after its end, until somebody has read it.
-- part: told_case
select r.procedure, r.number, c.number as file_title, case when c.closed_at is not null and r.what = 'MESSAGE' then 'SAID_AFTER' else r.what end as what, r.step, r.at,
	coalesce(f.name, c.place) as facility_name, coalesce(t.name, c.state) as state_name, coalesce(n.name, '') as limit_name
from reminder r join cases c on c.number = r.number
left join facility f on f.code = c.facility_code
left join term t on t.list = 'case_state' and t.code = c.state
left join term n on n.list = 'case_limit' and n.code = r.step
where r.procedure = 'case' and (c.closed_at is null or (c.said_after_at is not null and r.what in ('MESSAGE', 'EMERGENCY') and r.at >= c.closed_at)) and
@to_me
	and
@case_has_words
@scope

-- part: listed_case
select i.procedure, i.number, c.number as file_title, i.what, i.step, i.until, l.made_at, coalesce(f.name, c.place) as facility_name, coalesce(t.name, c.state) as state_name,
	coalesce(n.name, '') as limit_name,
	case when c.closed_at is not null or c.state = 'REPLIED' or (c.state = 'SUSPENDED' and i.what <> 'OVER') then 1 else 0 end as done_since
from daily_item i join daily_list l on l.day = i.day join cases c on c.number = i.number
left join facility f on f.code = c.facility_code
left join term t on t.list = 'case_state' and t.code = c.state
left join term n on n.list = 'case_limit' and n.code = i.step
where i.procedure = 'case' and
@on_my_list
	and
@case_has_words
@scope
