-- A limit that moved is another limit, and is warned of anew: what was told is told apart by the limit as it stood then.
create table reminder_of_limit (
	case_number text not null references cases (number) on delete cascade,
	what text not null check (what in ('NEAR', 'OVER', 'STUCK', 'MESSAGE', 'EMERGENCY')),
	step text not null,                     -- of the deadline, or the position of the message
	until integer not null,                 -- NEAR, OVER: the last second of the limit that was told; else 0
	at integer not null,
	told text not null,                     -- department or account it went to
	primary key (case_number, what, step, until, told)
) strict;
insert into reminder_of_limit (case_number, what, step, until, at, told)
select r.case_number, r.what, r.step, coalesce((select l.until from case_deadline l
	where r.what in ('NEAR', 'OVER') and l.case_number = r.case_number and l.step = r.step), 0), r.at, r.told
from reminder r;
drop table reminder;
alter table reminder_of_limit rename to reminder;
