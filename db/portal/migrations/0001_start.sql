-- The published edition, as the public reads it: a projection of the publication log and nothing else.
-- First the facts, one table for each kind of publication, in the words of db/registry; then what is derived from them
-- for finding (listing ...), rebuilt for touched facilities at the end of each batch by apply/refresh.sql.

-- What this edition is of: how many publications of the log, and the root hash over them.
create table edition (
	id integer primary key check (id = 1),
	size integer not null,
	root blob not null,
	published_at integer not null           -- of the newest publication in it
) strict;

-- The hashes of the log tree's full subtrees at that size, so that the working copy can go on from there.
create table frontier (id integer primary key check (id = 1), frontier blob not null) strict;

create table district (code text primary key, name text not null, city text not null, filing_authority text not null,
	phone text not null, outline text not null, demo integer not null) strict;
create table rule (subject text primary key, key text not null, jurisdiction text not null, value real not null, unit text not null,
	effective_from text not null, effective_to text, source text not null, severity text not null) strict;
create table term (subject text primary key, list text not null, code text not null, name text not null, position integer not null,
	unique (list, code)) strict;
create table phrase (words text primary key, pinyin text not null) strict;
create table street (code text primary key, name text not null, lat real not null, lon real not null, outline text not null,
	position integer not null) strict;
create table community (code text primary key, name text not null, street_code text not null, lat real not null, lon real not null) strict;
create index community_street on community (street_code);

create table facility (
	id integer primary key,                 -- log number of its first publication
	code text not null unique, name text not null, kind text not null, street_code text not null, community_code text,
	address text not null, lat real not null, lon real not null, phone text not null, website text not null,
	operator text not null, uscc text not null, filing_state text not null, filing_number text not null, filed_on text, opened_on text,
	inclusive integer not null, inclusive_from text, indoor_m2 integer, outdoor_m2 integer, floors text not null,
	head_name text not null, carers integer, health_workers integer, guards integer, meals text not null, summary text not null,
	closed_on text,
	published_at integer not null
) strict;
create index facility_street on facility (street_code);
create index facility_kind on facility (kind);

create table hours (facility_code text primary key, weekday_open text not null, weekday_close text not null, weekend_open text not null,
	weekend_close text not null, note text not null, asserted_by text not null, asserted_at integer not null,
	valid_until integer not null) strict;
create table programme (code text primary key, facility_code text not null, name text not null, class_kind text not null,
	age_from_months integer not null, age_to_months integer not null, mode text not null, places integer) strict;
create index programme_facility on programme (facility_code);
create table vacancy (programme_code text primary key, has_vacancy integer not null, vacancy integer, asserted_by text not null,
	asserted_at integer not null, valid_until integer not null) strict;
create table fee (programme_code text primary key, fee_fen integer not null, fee_unit text not null, meal_fee_fen integer,
	asserted_by text not null, asserted_at integer not null, valid_until integer not null) strict;

-- Facilities whose facts changed in this batch; empty in a finished edition.
create table touched (code text primary key) strict;
-- Those of them whose derived rows are being made anew.
create table refreshing (code text primary key) strict;

-- What the list shows and filters by, one row a facility.
create table listing (
	id integer primary key, code text not null unique, name text not null, kind text not null, kind_name text not null,
	street_code text not null, street_name text not null, community_code text, address text not null, lat real not null, lon real not null,
	phone text not null, operator text not null, inclusive integer not null,
	programmes integer not null,            -- how many
	places integer,                         -- sum, null = not stated
	age_from_months integer, age_to_months integer,
	mode_names text not null,
	fee_min_fen integer, fee_unit text, fee_unit_name text,     -- the lowest fee by the month, else the lowest of any unit
	fee_until integer,                      -- until when that fee is fresh
	has_vacancy integer,                    -- null = nobody said
	vacancy integer,                        -- sum of the stated counts, null = only yes or no
	vacancy_asserted_by text, vacancy_asserted_at integer, vacancy_until integer,
	fresh_until integer not null,           -- until when all of vacancy, fees and hours are fresh; 0 = never said, or takes no children
	name_pinyin text not null,              -- for sorting by name
	words text not null                     -- what listing_word holds of it, needed to take it out again
) strict;
create index listing_fresh on listing (fresh_until desc, id);
create index listing_name on listing (name_pinyin, id);
create index listing_street on listing (street_code);
create index listing_operator on listing (operator);

-- The same place in the tree of places; the third dimension is fresh_until, so that what is stale ranks lower. It is in
-- hundred-millionths of a day: a tree divides the axis that spreads most, and in days that would be time, not place (measured:
-- five times as long for the nearest twenty of 150,000). Its 32-bit coordinates are within a metre and two minutes;
-- auxiliary columns would cost a look-up for each entry and a statement for each search.
create virtual table listing_place using rtree(id, lat_from, lat_to, lon_from, lon_to, fresh_from, fresh_to);

-- Programmes with what is asked of them together: age, mode, fee and vacancy must hold for one and the same programme.
create table listing_programme (
	listing_id integer not null, code text not null, age_from_months integer not null, age_to_months integer not null, mode text not null,
	fee_fen integer, fee_unit text, has_vacancy integer,
	primary key (listing_id, code)
) strict, without rowid;

-- Words: bigrams of Chinese, full pinyin and initials, of name, address, street, community, operator.
create virtual table listing_word using fts5(words, content='', columnsize=0, tokenize='unicode61');
