-- The inbox: which cases, in which order. The list, its counts, the file and the officer's day all ask through these.
-- Whose rows: those that account_scope of :scope_account says, and nobody's when it says nothing. A filter that is not set is '' for text and 0 for numbers; it can only
-- take rows away from those of the scope.
--
-- A case's limit is the earliest that runs (part running). What has no limit but is urgent stands where its receipt puts it: among what is over.
-- near_at: from when on a limit is near. It is asked for as an expression: of a bare column both engines walk the index of all limits by near_at.
-- What is typed is :words and, as it is folded, :folded: patterns, of which one must fit. Else the case is of one of :facilities (codes between
-- blanks), and has the words that were said :beside.

-- What is asked once for all rows stands alone: whether the account sees the district, and which streets, facilities and departments. A street's
-- office is the department of the street's code. A merged case belongs to whom the one it went into was handed to: who answers the one answers both.
-- part: scope
	and (exists (select 1 from account_scope w where w.account = :scope_account and w.kind = 'DISTRICT')
		or c.street_code in (select w.code from account_scope w where w.account = :scope_account and w.kind = 'STREET')
		or c.facility_code in (select w.code from account_scope w where w.account = :scope_account and w.kind = 'FACILITY')
		or exists (select 1 from case_dispatch d
			where d.case_number = coalesce(c.merged_into, c.number)
				and d.department in (select w.code from account_scope w where w.account = :scope_account and w.kind in ('STREET', 'DEPARTMENT'))
				and d.round = (select max(n.round) from case_dispatch n where n.case_number = coalesce(c.merged_into, c.number))))

-- part: filters
	and (:state = '' or c.state = :state)
	and (:kind = '' or c.kind = :kind)
	and (:matter = '' or c.matter = :matter)
	and (:street = '' or c.street_code = :street)
	and (:urgency = '' or c.urgency = :urgency)
	and (:facility = '' or c.facility_code = :facility)
	and (:supervised <> 1 or c.supervised = 1)
	and (:handler = '' or c.handler = (case when :handler = '-' then '' else :handler end))
	and (:received_from = 0 or c.received_at >= :received_from)
	and (:received_before = 0 or c.received_at < :received_before)
	and (:department = '' or exists (select 1 from case_dispatch d
		where d.case_number = c.number and d.department = :department
			and d.round = (select max(n.round) from case_dispatch n where n.case_number = c.number)))
	and (:waiting <> 1 or (c.state = 'DISPATCHED' and exists (select 1 from case_dispatch d
		where d.case_number = c.number and d.department = :own_department and d.part = 'LEAD' and d.taken_at is null
			and d.returned_at is null
			and d.round = (select max(n.round) from case_dispatch n where n.case_number = c.number))))
	and (:unread <> 1 or exists (select 1 from case_message m
		where m.receipt_lookup = c.receipt_lookup and m.sender = 'reporter' and m.position > c.messages_seen
			and m.position > (select coalesce(max(o.position), 0) from case_message o
				where o.receipt_lookup = c.receipt_lookup and o.sender = 'office')))
	and (:words = '' or lower(c.number) like :words escape '!' or lower(c.place) like :words escape '!'
		or lower(c.story) like :words escape '!'
		or exists (select 1 from facility f where f.code = c.facility_code and lower(f.name) like :words escape '!')
		or (:folded <> '' and (lower(c.number) like :folded escape '!' or lower(c.place) like :folded escape '!'
			or lower(c.story) like :folded escape '!'
			or exists (select 1 from facility f where f.code = c.facility_code and lower(f.name) like :folded escape '!')))
		or (replace(:facilities, ' ' || c.facility_code || ' ', '') <> :facilities
			and (:beside = '' or lower(c.place) like :beside escape '!' or lower(c.story) like :beside escape '!')))

-- The cases asked for, then their limits. Open and closed ones apart: the open ones are few, and have an index.
-- part: open_ones
with candidate as materialized (
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at
from cases c
where c.closed_at is null and :open <> 'closed'

-- Ended ones about which the reporter wrote something that nobody has read are to be looked at, as open ones are.
-- part: said_after_ones
union all
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at
from cases c
where c.said_after_at is not null and c.closed_at is not null and :open = 'open'

-- part: closed_ones
union all
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at
from cases c
where c.closed_at is not null and :open <> 'open'

-- For a page all open ones of the scope are looked at once, for the lists that everyone has and for this question: fits is whether they are asked for.
-- part: page_open
with candidate as materialized (
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at,
	1 as counts, case when :open <> 'closed'

-- part: page_open_from
	then 1 else 0 end as fits
from cases c
where c.closed_at is null

-- part: page_said_after
union all
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at,
	1 as counts, case when :open = 'open'

-- part: page_said_after_from
	then 1 else 0 end as fits
from cases c
where c.said_after_at is not null and c.closed_at is not null

-- Of the closed ones, which may be all that ever were, a page reads as many as it shows, in its order and from its place: behind it, or before it. They
-- have no limit, so by the nearest limit they stand last.
-- part: deadline_behind
union all select * from (
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at, 0 as counts, 1 as fits
from cases c
where c.closed_at is not null and :open <> 'open' and :due = '' and :sort = 'deadline' and :direction = 1
	and (:after_place < 9000000000000 or (:after_place = 9000000000000 and c.number > :after_key))

-- part: by_deadline_behind
order by c.number limit :most) deadline_behind

-- part: deadline_before
union all select * from (
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at, 0 as counts, 1 as fits
from cases c
where c.closed_at is not null and :open <> 'open' and :due = '' and :sort = 'deadline' and :direction = -1
	and :after_place = 9000000000000 and c.number < :after_key

-- part: by_deadline_before
order by c.number desc limit :most) deadline_before

-- part: received_behind
union all select * from (
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at, 0 as counts, 1 as fits
from cases c
where c.closed_at is not null and :open <> 'open' and :due = '' and :sort = 'received' and :direction = 1
	and c.received_at <= 0 - :after_place and (c.received_at < 0 - :after_place or c.number > :after_key)

-- part: by_received_behind
order by c.received_at desc, c.number limit :most) received_behind

-- part: received_before
union all select * from (
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at, 0 as counts, 1 as fits
from cases c
where c.closed_at is not null and :open <> 'open' and :due = '' and :sort = 'received' and :direction = -1
	and c.received_at >= 0 - :after_place and (c.received_at > 0 - :after_place or c.number < :after_key)

-- part: by_received_before
order by c.received_at, c.number desc limit :most) received_before

-- part: changed_behind
union all select * from (
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at, 0 as counts, 1 as fits
from cases c
where c.closed_at is not null and :open <> 'open' and :due = '' and :sort = 'changed' and :direction = 1
	and c.changed_at <= 0 - :after_place and (c.changed_at < 0 - :after_place or c.number > :after_key)

-- part: by_changed_behind
order by c.changed_at desc, c.number limit :most) changed_behind

-- part: changed_before
union all select * from (
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at, 0 as counts, 1 as fits
from cases c
where c.closed_at is not null and :open <> 'open' and :due = '' and :sort = 'changed' and :direction = -1
	and c.changed_at >= 0 - :after_place and (c.changed_at > 0 - :after_place or c.number < :after_key)

-- part: by_changed_before
order by c.changed_at, c.number desc limit :most) changed_before

-- part: dated
), dated as materialized (
select k.number, k.state, k.supervised, k.handler, k.receipt_lookup, k.messages_seen, k.received_at, k.changed_at,
	(select min(d.until) from deadline d where d.procedure = 'case' and d.number = k.number and k.closed_at is null and
@running
	) as due_until,
	(select min(+d.near_at) from deadline d where d.procedure = 'case' and d.number = k.number and k.closed_at is null and
@running
	) as near_at,
	case when (k.urgency = 'URGENT' or k.kind = 'EMERGENCY') and k.closed_at is null and k.state not in ('SUSPENDED', 'REPLIED')
		then k.received_at end as pressing_since
from candidate k
)

-- The same, with what is asked for and what counts.
-- part: page_dated
), dated as materialized (
select k.number, k.state, k.supervised, k.handler, k.receipt_lookup, k.messages_seen, k.received_at, k.changed_at, k.counts, k.fits,
	(select min(d.until) from deadline d where d.procedure = 'case' and d.number = k.number and k.closed_at is null and
@running
	) as due_until,
	(select min(+d.near_at) from deadline d where d.procedure = 'case' and d.number = k.number and k.closed_at is null and
@running
	) as near_at,
	case when (k.urgency = 'URGENT' or k.kind = 'EMERGENCY') and k.closed_at is null and k.state not in ('SUSPENDED', 'REPLIED')
		then k.received_at end as pressing_since
from candidate k
)

-- part: due
	(:due = '' or (:due = 'over' and due_until < :now) or (:due = 'near' and due_until >= :tomorrow and near_at <= :now)
		or (:due = 'today' and due_until >= :now and due_until < :tomorrow)
		or (:due = 'pressing' and coalesce(due_until, pressing_since) < :tomorrow))

-- Their places. :sort is deadline, received or changed; the latter two newest first.
-- part: placed
, placed as (
select number, due_until, near_at,
	case when :sort = 'received' then -received_at when :sort = 'changed' then -changed_at
		else coalesce(due_until, pressing_since, 9000000000000) end as place_in_list
from dated
where

-- Of one page: those behind the place where it begins (:direction 1), or before the one where it ends (-1), the nearest to it.
-- part: picked
), picked as materialized (
select number, due_until, near_at, place_in_list from placed
where (:direction = 1 and (place_in_list > :after_place or (place_in_list = :after_place and number > :after_key)))
	or (:direction = -1 and (place_in_list < :after_place or (place_in_list = :after_place and number < :after_key)))
order by place_in_list * :direction, case when :direction = 1 then number end, case when :direction = -1 then number end desc limit :most
)

-- What a list shows of each.
-- part: shown_columns
select c.number, c.receipt_lookup, c.kind, coalesce(kt.name, c.kind) as kind_name, c.matter, coalesce(mt.name, '') as matter_name, c.state,
	coalesce(st.name, c.state) as state_name, c.urgency, c.supervised, c.reopened,
	coalesce((select coalesce(k.name, v.name, q.verdict) from finding q left join term v on v.list = 'verdict' and v.code = q.verdict
		left join term k on k.list = 'verdict_' || c.kind and k.code = q.verdict
		where q.case_number = c.number order by q.position desc limit 1), '') as finding_name, coalesce(c.facility_code, '') as facility_code,
	coalesce(f.name, '') as facility_name, c.place, substr(c.story, 1, 80) as story_begins, c.street_code, coalesce(s.name, '') as street_name, c.handler,
	coalesce(a.full_name, c.handler) as handler_name, c.review_not_by, c.received_at, c.changed_at, c.closed_at, c.suspended_at, p.due_until, p.near_at, p.place_in_list,
	case when p.due_until < :now then 1 else 0 end as over,
	case when p.due_until >= :tomorrow and p.near_at <= :now then 1 else 0 end as near,
	coalesce((select d.day from deadline d where d.procedure = 'case' and d.number = c.number and d.until = p.due_until and
@running
		order by d.step limit 1), '') as due_day,
	coalesce((select d.step from deadline d where d.procedure = 'case' and d.number = c.number and d.until = p.due_until and
@running
		order by d.step limit 1), '') as due_step,
	coalesce((select d.provisional from deadline d where d.procedure = 'case' and d.number = c.number and d.until = p.due_until and
@running
		order by d.step limit 1), 0) as provisional,
	coalesce((select t.name from case_dispatch d join department t on t.code = d.department where d.case_number = c.number
		and d.part = 'LEAD' and d.round = (select max(n.round) from case_dispatch n where n.case_number = c.number)
		order by t.position limit 1), '') as department_name,
	(select count(*) from case_message m where m.receipt_lookup = c.receipt_lookup and m.sender = 'reporter'
		and m.position > c.messages_seen and m.position > (select coalesce(max(o.position), 0) from case_message o
			where o.receipt_lookup = c.receipt_lookup and o.sender = 'office')) as unread_messages,
	(select count(*) from case_dispatch d where d.case_number = c.number and d.department = :own_department and d.part = 'LEAD'
		and d.taken_at is null and d.returned_at is null and c.state = 'DISPATCHED'
		and d.round = (select max(n.round) from case_dispatch n where n.case_number = c.number)) as waits_for_taking

-- part: shown_tables
from picked p join cases c on c.number = p.number
left join term kt on kt.list = 'case_kind' and kt.code = c.kind
left join term mt on mt.list = 'matter' and mt.code = c.matter
left join term st on st.list = 'case_state' and st.code = c.state
left join facility f on f.code = c.facility_code
left join street s on s.code = c.street_code
left join account a on a.name = c.handler

-- What there is of the question, as desk_case_count says it, and of the lists that everyone has, as desk_quick_counts says it.
-- part: page_ended
, ended as (select 1 as one from cases c where c.closed_at is not null and :open <> 'open' and :due = ''

-- part: page_totals
limit 10001), totals as materialized (select
	coalesce(sum(case when fits = 1 and

-- part: page_totals_found
	then 1 else 0 end), 0) + (select count(*) from ended) as found,
	coalesce(sum(case when fits = 1 and due_until < :now and

-- part: page_totals_over
	then 1 else 0 end), 0) as total_over,
	coalesce(sum(case when fits = 1 and due_until >= :tomorrow and near_at <= :now and

-- part: page_totals_near
	then 1 else 0 end), 0) as total_near,
	coalesce(sum(case when fits = 1 and due_until >= :now and due_until < :tomorrow and

-- part: page_totals_today
	then 1 else 0 end), 0) as total_today,

-- part: page_totals_of
from dated k where k.counts = 1)

-- part: page_counted
	, t.found, t.total_over, t.total_near, t.total_today, t.list_mine, t.list_new, t.list_returned, t.list_waiting, t.list_review, t.list_pressing,
	t.list_near, t.list_unread, t.list_supervised

-- One page of the list, with the totals in each row.
-- name: desk_case_list many
@page_open
@filters
@page_open_from
@scope
@page_said_after
@filters
@page_said_after_from
@scope
@deadline_behind
@scope
@filters
@by_deadline_behind
@deadline_before
@scope
@filters
@by_deadline_before
@received_behind
@scope
@filters
@by_received_behind
@received_before
@scope
@filters
@by_received_before
@changed_behind
@scope
@filters
@by_changed_behind
@changed_before
@scope
@filters
@by_changed_before
@page_dated
@page_ended
@scope
@filters
@page_totals
@due
@page_totals_found
@due
@page_totals_over
@due
@page_totals_near
@due
@page_totals_today
@quick
@page_totals_of
@placed
fits = 1 and
@due
@picked
@shown_columns
@page_counted
@shown_tables
cross join totals t
order by p.place_in_list, c.number

-- The first of a list of open ones, for the day.
-- name: desk_case_first many
@open_ones
@scope
@filters
@said_after_ones
@scope
@filters
@dated
@placed
@due
), picked as materialized (select number, due_until, near_at, place_in_list from placed order by place_in_list, number limit :most)
@shown_columns
@shown_tables
order by p.place_in_list, c.number

-- A file of many is read in short steps, so that nobody who writes waits for it: first the numbers, then so many of them at a time.
-- name: desk_case_numbers many
@open_ones
@scope
@filters
@said_after_ones
@scope
@filters
@closed_ones
@scope
@filters
@dated
@placed
@due
)
select number from placed order by place_in_list, number limit :most

-- These cases in this order: numbers of 20 characters each, filled up with blanks, one after the other.
-- name: desk_case_listed many
with recursive asked (position, number) as (
select 0, trim(substr(:keys, 1, 20))
union all
select position + 1, trim(substr(:keys, (position + 1) * 20 + 1, 20)) from asked where position + 1 < cast(:count as integer)
), candidate as materialized (
select c.number, c.state, c.kind, c.urgency, c.supervised, c.handler, c.receipt_lookup, c.messages_seen, c.closed_at, c.suspended_at, c.received_at, c.changed_at
from asked k join cases c on c.number = k.number
where k.number <> ''
@scope
@dated
, picked as materialized (select d.number, d.due_until, d.near_at, k.position as place_in_list from asked k join dated d on d.number = k.number)
@shown_columns
@shown_tables
order by p.place_in_list

-- How many there are, at most 10001, and how many of them press. What has ended does not, and of it no more is counted than is told.
-- name: desk_case_count one
@open_ones
@scope
@filters
@said_after_ones
@scope
@filters
@dated
, due_ones as (select due_until, near_at from dated where
@due
), ended as (select 1 as one from cases c where c.closed_at is not null and :open <> 'open' and :due = ''
@scope
@filters
limit 10001)
select count(*) + (select count(*) from ended) as found,
	coalesce(sum(case when due_until < :now then 1 else 0 end), 0) as total_over,
	coalesce(sum(case when due_until >= :tomorrow and near_at <= :now then 1 else 0 end), 0) as total_near,
	coalesce(sum(case when due_until >= :now and due_until < :tomorrow then 1 else 0 end), 0) as total_today
from due_ones

-- The lists that everyone has: how many open cases each holds, all in one pass. :open is open.
-- part: quick
	coalesce(sum(case when handler = :account then 1 else 0 end), 0) as list_mine,
	coalesce(sum(case when state = 'RECEIVED' then 1 else 0 end), 0) as list_new,
	coalesce(sum(case when state = 'RETURNED_BY_DEPT' then 1 else 0 end), 0) as list_returned,
	coalesce(sum(case when state = 'DISPATCHED' and exists (select 1 from case_dispatch d
		where d.case_number = k.number and d.department = :own_department and d.part = 'LEAD' and d.taken_at is null
			and d.returned_at is null
			and d.round = (select max(n.round) from case_dispatch n where n.case_number = k.number)) then 1 else 0 end), 0)
		as list_waiting,
	coalesce(sum(case when state = 'REVIEW' then 1 else 0 end), 0) as list_review,
	coalesce(sum(case when coalesce(due_until, pressing_since) < :tomorrow then 1 else 0 end), 0) as list_pressing,
	coalesce(sum(case when due_until >= :tomorrow and near_at <= :now then 1 else 0 end), 0) as list_near,
	coalesce(sum(case when exists (select 1 from case_message m
		where m.receipt_lookup = k.receipt_lookup and m.sender = 'reporter' and m.position > k.messages_seen
			and m.position > (select coalesce(max(o.position), 0) from case_message o
				where o.receipt_lookup = k.receipt_lookup and o.sender = 'office')) then 1 else 0 end), 0) as list_unread,
	coalesce(sum(case when supervised = 1 then 1 else 0 end), 0) as list_supervised

-- name: desk_quick_counts one
@open_ones
@scope
@said_after_ones
@scope
@dated
select
@quick
from dated k

-- What can be chosen in the filters.

-- name: desk_terms many
select code, name from term where list = :list order by position, code

-- name: desk_streets many
select code, name from street order by position, code

-- name: desk_departments many
select code, name from department order by kind, position, code

-- Who has open cases.
-- name: desk_handlers many
select distinct c.handler as code, coalesce(a.full_name, c.handler) as name
from cases c left join account a on a.name = c.handler
where c.closed_at is null and c.handler <> ''
@scope
order by name, code

-- name: desk_facility_name maybe
select name from facility where code = :code
