-- Acts that were refused, counted for a minute each: the audit has a row for the first, and one for how many followed. Nobody fills it by asking.
create table refused_act (
	account text not null,                  -- '' nobody was signed in
	route text not null,                    -- as the program's table has it: POST /cases/{number:code}/reply
	why text not null check (why in ('verb', 'scope', 'step', 'form')),     -- no right, not theirs to see, not now, no form of this session
	role text not null,
	since integer not null,                 -- of the first
	last_at integer not null,
	times integer not null,
	primary key (account, route, why)
) strict;
