-- Escalation to people: the list handed out on a working morning, and notices on their way out of the house.

create index case_deadline_open on case_deadline (near_at) where met_at is null;

-- Where a department gets its notices by mail; '' none.
alter table department add column mail text not null default '';

-- The list handed out on a working morning, once.
create table daily_list (
	day text primary key,
	made_at integer not null
) strict;

-- What stands on it, a case once for each who is told: what presses most.
create table daily_item (
	day text not null references daily_list (day) on delete cascade,
	department text not null,               -- '' = the district's desk
	case_number text not null references cases (number) on delete cascade,
	what text not null check (what in ('OVER', 'DUE', 'NEAR', 'WAITING')),  -- over its limit, due today, near, waiting to be taken on
	step text not null,                     -- of the limit; '' WAITING
	until integer,                          -- null: no limit runs
	primary key (day, department, case_number)
) strict;

-- A notice to somebody outside of the programs, as far as a channel is switched on. It says which case, where, until when: nothing of who
-- reported and nothing of what. It goes at least once: when clerk is killed between sending and noting it, it goes again.
create table notice (
	number integer primary key,             -- in order of making
	channel text not null check (channel in ('MAIL', 'WEBHOOK')),
	what text not null,                     -- as in reminder; DAILY: the list of the morning
	department text not null,               -- whom it is for; '' = the district's desk
	body text not null,                     -- canonical JSON
	made_at integer not null,
	tries integer not null default 0,
	next_at integer not null,               -- not tried before
	sent_at integer,                        -- null: not yet
	given_up_at integer,                    -- null: not given up
	problem text not null default ''        -- of the last try
) strict;
create index notice_waiting on notice (next_at) where sent_at is null and given_up_at is null;
