-- Lists that an officer keeps by a name, of every procedure; until now of cases alone.
create table kept_list (
	account text not null references account (name) on delete cascade,
	procedure text not null,                -- its word: case, outcome ...
	name text not null,
	query text not null,                    -- of the list's address
	position integer not null,
	primary key (account, procedure, name)
) strict;
insert into kept_list (account, procedure, name, query, position) select account, 'case', name, query, position from saved_filter;
drop table saved_filter;

-- A page of what has ended is read in its order from where the page before it ended, and no other row is looked at.
create index cases_ended_received on cases (received_at desc, number) where closed_at is not null;
create index cases_ended_changed on cases (changed_at desc, number) where closed_at is not null;

-- What is open is looked at for every page: all that its filters and its scope ask, but for words, stands in the index.
drop index cases_open;
create index cases_open on cases (received_at, number, state, kind, urgency, supervised, handler, receipt_lookup, messages_seen, suspended_at, changed_at, matter,
	street_code, facility_code, merged_into, closed_at) where closed_at is null;
