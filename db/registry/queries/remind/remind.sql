-- Escalation to people (clerk/cases/reminder): what is near or over a limit, of files of every procedure, told once to each; the list of a working
-- morning. What a procedure says for itself stands in a file of its own here: parts due_WORD and open_WORD.

-- Limits near or over of which, as they now stand, nobody was told: one that moved is told anew. What is due at once (near from its first moment) has
-- its own word: see remind_emergencies. A part due_WORD gives them with what may be said of the file, and who has it in hand: department ('' the
-- desk) and handler ('' nobody); all parts have the same columns in the same order.
-- name: remind_limits many
select procedure, number, kind, facility, handler, department, step, until, deadline, what from (
@due_*
) x
order by until, procedure, number
limit 500

-- d is deadline. They are found by the index over near_at: hence d.procedure || '' in each due_WORD, so that not all limits of a procedure are walked.
-- part: to_be_told
	d.near_at <= :now and d.near_at < d.until and
@running
	and not exists (select 1 from reminder m where m.procedure = d.procedure and m.number = d.number and m.step = d.step and m.until = d.until
		and m.what = case when d.until < :now then 'OVER' else 'NEAR' end)

-- What every due_WORD gives of a limit.
-- part: limit_columns
	d.procedure, d.number, d.step, d.until, d.day as deadline, case when d.until < :now then 'OVER' else 'NEAR' end as what

-- name: reminder_put none
insert into reminder (procedure, number, what, step, until, at, told) values (:procedure, :number, :what, :step, :until, :at, :told) on conflict do nothing

-- name: remind_supervisors many
select a.name from account a join account_role h on h.account = a.name and h.role = 'SUPERVISOR' where a.state = 'ACTIVE' order by a.name

-- name: remind_rule maybe
select value from rule where key = :key and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1

-- name: remind_workdays many
select day, works from workday order by day

-- name: daily_list_of_day maybe
select made_at from daily_list where day = :day

-- name: daily_list_put none
insert into daily_list (day, made_at) values (:day, :made_at)

-- Every open file with what presses most, for the morning's list: the earliest limit that runs, and whether it waits for somebody to begin. A part
-- open_WORD gives the files: kind, facility, department, waits (1: it does), since: by which they stand in order.
-- name: daily_candidates many
with earliest as (
	select d.procedure, d.number, min(d.until) as until from deadline d where
@running
	group by d.procedure, d.number
), open_file as (
@open_*
)
select o.procedure, o.number, o.kind, o.facility, o.department, o.waits, e.until, coalesce(d.step, '') as step, coalesce(d.day, '') as deadline,
	coalesce(d.near_at, 0) as near_at
from open_file o
left join earliest e on e.procedure = o.procedure and e.number = o.number
left join deadline d on d.procedure = e.procedure and d.number = e.number and d.step = (select min(d.step) from deadline d
	where d.procedure = e.procedure and d.number = e.number and d.until = e.until and
@running
	)
where o.waits = 1 or e.until is not null
order by o.since, o.procedure, o.number

-- name: daily_item_put none
insert into daily_item (day, department, procedure, number, what, step, until) values (:day, :department, :procedure, :number, :what, :step, :until)

-- name: notice_put none
insert into notice (number, channel, what, department, body, made_at, next_at)
values ((select coalesce(max(number), 0) + 1 from notice), :channel, :what, :department, :body, :made_at, :made_at)

-- name: notice_next maybe
select n.number, n.channel, n.what, n.department, n.body, n.made_at, n.tries, coalesce(d.mail, '') as mail
from notice n left join department d on d.code = n.department
where n.sent_at is null and n.given_up_at is null and n.next_at <= :now
order by n.next_at, n.number limit 1

-- name: notice_sent none
update notice set sent_at = :now, tries = tries + 1, problem = '' where number = :number

-- name: notice_failed none
update notice set tries = tries + 1, problem = :problem, next_at = :next_at, given_up_at = :given_up_at where number = :number

-- name: remind_departments many
select code, name, mail from department order by code

-- The words of notices and what stands around them.
-- name: notice_words many
select list, code, name from term where list in ('notice', 'notice_line') order by list, position
