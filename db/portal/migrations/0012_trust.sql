-- What lets a reader judge at a glance, from the history of the log: since when facts are stated, and when they were not up to date.

-- When each fact was published, and when it (the fact of this subject) was first asserted.
alter table programme add column published_at integer not null default 0;
alter table vacancy add column published_at integer not null default 0;
alter table vacancy add column first_at integer not null default 0;
-- Since when there is room without a break; null = there is none. One that is stated anew in time keeps it.
alter table vacancy add column room_since integer;
alter table fee add column published_at integer not null default 0;
alter table fee add column first_at integer not null default 0;
alter table hours add column published_at integer not null default 0;
alter table hours add column first_at integer not null default 0;

-- A time in which a fact was out of date before it was stated anew or withdrawn. What comes later never closes it: stating
-- a fact for a time that is over makes nothing of then fresh.
create table lapse (facility_code text not null, kind text not null, subject text not null, from_at integer not null,
	until_at integer not null) strict;
create index lapse_facility on lapse (facility_code, from_at);

alter table listing add column changed_at integer not null default 0;     -- when anything it shows was last published
alter table listing add column stated_at integer;                         -- first vacancy, else first fee, else first hours; null = nothing yet
alter table listing add column filing_state text not null default '';
alter table listing add column carers integer;
alter table listing_programme add column room_since integer;
