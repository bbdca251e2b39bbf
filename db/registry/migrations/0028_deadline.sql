-- Until when a step of a file must be taken, whatever its procedure: one table for all (workflow/clock.h). A row is made anew when a step moves it;
-- what was met stays met.
create table deadline (
	procedure text not null,                -- word of the procedure: case, outcome
	number text not null,                   -- of the file: a case's number, an outcome's code. No reference: it is of several tables
	step text not null,                     -- name of the limit, as the procedure declares it
	started_at integer,                     -- the moment it counts from; null: made before this was kept
	day text not null,                      -- the last day, in China
	until integer not null,                 -- its last second
	near_at integer not null,               -- from then on it is near
	rule text not null,                     -- key of the rule it comes from
	source text not null,                   -- and where that stands
	provisional integer not null check (provisional in (0, 1)),     -- 1: reaches days no notice covers yet
	projected integer not null check (projected in (0, 1)),         -- 1: counts from a step not taken yet
	bound integer not null check (bound in (0, 1)),                 -- 1: says only how far another limit can be moved
	suspended_at integer,                   -- since when its clock stands still; null: it runs
	met_at integer,
	primary key (procedure, number, step)
) strict;

insert into deadline (procedure, number, step, day, until, near_at, rule, source, provisional, projected, bound, suspended_at, met_at)
select 'case', l.case_number, l.step, l.day, l.until, l.near_at, l.rule, l.source, l.provisional, l.projected,
	case l.step when 'EXTENDED' then 1 else 0 end, case when c.state = 'SUSPENDED' and l.met_at is null then c.suspended_at end, l.met_at
from case_deadline l join cases c on c.number = l.case_number;

-- A facility's time to answer, of the version that is worked on. The day is reckoned from the second by the calendar's arithmetic: days since the
-- first of March of year 0, in eras of 400 years. It is near on its last day.
insert into deadline (procedure, number, step, day, until, near_at, rule, source, provisional, projected, bound, met_at)
select 'outcome', m.code, 'ANSWER',
	substr(cast(10000 + m.era * 400 + m.yoe + case when m.mp < 10 then 0 else 1 end as text), 2) || '-' ||
		substr(cast(100 + case when m.mp < 10 then m.mp + 3 else m.mp - 9 end as text), 2) || '-' ||
		substr(cast(100 + m.doy - (153 * m.mp + 2) / 5 + 1 as text), 2),
	m.answer_until, m.answer_until - 86399, 'outcome.answer_days',
	coalesce((select max(r.source) from rule r where r.key = 'outcome.answer_days'), ''), 0, 0, 0,
	case m.state when 'ANSWERING' then null else coalesce(m.answered_at, m.changed_at) end
from (select y.*, (5 * y.doy + 2) / 153 as mp
	from (select d.*, d.doe - (365 * d.yoe + d.yoe / 4 - d.yoe / 100) as doy
		from (select e.*, (e.doe - e.doe / 1460 + e.doe / 36524 - e.doe / 146096) / 365 as yoe
			from (select z.*, z.days / 146097 as era, z.days % 146097 as doe
				from (select o.code, o.state, o.answer_until, o.answered_at, o.changed_at, (o.answer_until + 28800) / 86400 + 719468 as days
					from outcome o
					where o.answer_until is not null and o.version = (select max(n.version) from outcome n where n.code = o.code)) z) e) d) y) m;

-- What runs: the inbox asks for the limits of a file, from this index alone; reminders for those that are near, whatever their file.
create index deadline_running on deadline (procedure, number, until, near_at, suspended_at, met_at, projected, bound)
	where met_at is null and projected = 0 and bound = 0;
-- Of no use for the limits of one file, which say nothing of near_at < until: else an engine without statistics would walk it for each.
create index deadline_near on deadline (near_at, procedure) where met_at is null and projected = 0 and bound = 0 and near_at < until;

drop table case_deadline;
