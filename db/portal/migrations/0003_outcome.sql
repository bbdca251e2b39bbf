-- What complaints led to: substantiated findings, as approved. Without any number of a case.
create table outcome (
	code text primary key,
	version integer not null,
	facility_code text not null,            -- may be gone from the list
	facility_name text not null,            -- as it was then
	street_code text not null,
	matter text not null, verdict text not null,
	found_on text not null,
	summary text not null,
	answer text not null,                   -- the facility's; '' none came in its time
	published_at integer not null,          -- first
	corrected_at integer                    -- null: says what it said first
) strict;
create index outcome_facility on outcome (facility_code, published_at);
create index outcome_published on outcome (published_at, code);
