-- What people search from and how they say it.

-- A station, a road, a residential area, a landmark: a point to set out from. Streets and communities have tables of their own.
create table place (
	code text primary key,
	kind text not null,                     -- term list place_kind
	name text not null check (length(name) between 1 and 48),
	street_code text not null default '',   -- in which street or town it lies, '' = outside or in several
	lat real not null check (lat between -90 and 90),
	lon real not null check (lon between -180 and 180),
	precision_m integer not null check (precision_m >= 0),  -- how far what is meant may lie from the point
	path text not null default '',          -- of a road "lon,lat lon,lat ...;lon,lat ...", '' = a point alone
	source text not null                    -- where position and name are from
) strict;

-- How people say what they search for: what a word does in a phrase. See lib/understand.h for the roles.
create table lexicon (
	words text not null,
	role text not null,
	value text not null default '',
	primary key (words, role)
) strict;

-- How people shorten and lengthen names of places of a kind.
create table place_affix (
	kind text not null,                     -- STREET, COMMUNITY, or a code of term list place_kind
	way text not null check (way in ('strip', 'add')),      -- also said without it; also said with it
	affix text not null,
	primary key (kind, way, affix)
) strict;
