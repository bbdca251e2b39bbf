-- People are told of the limits of every procedure, and the list of a morning holds the files of every procedure.
create table reminder_of_file (
	procedure text not null,                -- as in deadline
	number text not null,
	what text not null check (what in ('NEAR', 'OVER', 'STUCK', 'MESSAGE', 'EMERGENCY')),
	step text not null,                     -- of the deadline, or the position of the message
	until integer not null,                 -- NEAR, OVER: the last second of the limit that was told; else 0
	at integer not null,
	told text not null,                     -- department or account it went to
	primary key (procedure, number, what, step, until, told)
) strict;
insert into reminder_of_file (procedure, number, what, step, until, at, told)
select 'case', case_number, what, step, until, at, told from reminder;
drop table reminder;
alter table reminder_of_file rename to reminder;
-- What somebody was told of late.
create index reminder_told on reminder (procedure, told, at);

create table daily_item_of_file (
	day text not null references daily_list (day) on delete cascade,
	department text not null,               -- '' = the district's desk
	procedure text not null,                -- as in deadline
	number text not null,
	what text not null check (what in ('OVER', 'DUE', 'NEAR', 'WAITING')),  -- over its limit, due today, near, waiting to be taken on
	step text not null,                     -- of the limit; '' WAITING
	until integer,                          -- null: no limit runs
	primary key (day, department, procedure, number)
) strict;
insert into daily_item_of_file (day, department, procedure, number, what, step, until)
select day, department, 'case', case_number, what, step, until from daily_item;
drop table daily_item;
alter table daily_item_of_file rename to daily_item;
