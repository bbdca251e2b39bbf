-- The registry: the district's record of care for children under three. The truth; nobody outside reads it.
-- Times are Unix seconds, days ISO text (2026-03-01), money integer fen, ages completed months, areas square metres,
-- positions WGS84 degrees. Names are the field's terms: see design words in HACKING.md.

-- The one district this registry serves.
create table district (
	code text primary key,                  -- statistics code, e.g. 310107
	name text not null,
	city text not null,
	filing_authority text not null,         -- who takes the filing (Shanghai: the district education bureau)
	phone text not null,                    -- public enquiry line, '' when not configured
	outline text not null,                  -- "lon,lat lon,lat ..." schematic, for drawing only
	demo integer not null default 0 check (demo in (0, 1))  -- 1: every public page says it is demonstration data
) strict;

-- A threshold or deadline, dated, with where it comes from. Code reads the row valid on the day of the event.
create table rule (
	key text not null,
	jurisdiction text not null,             -- CN, SH, or a district code for local settings
	value real not null,
	unit text not null,
	effective_from text not null,
	effective_to text,                      -- last day, null = open
	source text not null,                   -- regulation and article, or 'local setting'
	severity text not null check (severity in ('BLOCK', 'WARN', 'INFO')),
	primary key (key, jurisdiction, effective_from)
) strict;

-- Names of codes (kinds of facility, service modes ...): a new kind is a row, not a program.
create table term (
	list text not null,                     -- kind, mode, class_kind, filing_state, fee_unit, meals
	code text not null,
	name text not null,
	position integer not null,              -- order in lists
	primary key (list, code)
) strict;

-- Readings of words whose characters are read in more than one way, for search by pinyin.
create table phrase (
	words text primary key,                 -- e.g. 长寿
	pinyin text not null                    -- syllables with blanks: chang shou
) strict;

create table street (
	code text primary key,                  -- 9-digit statistics code of the street or town
	name text not null unique,
	lat real not null check (lat between -90 and 90),
	lon real not null check (lon between -180 and 180),
	outline text not null,                  -- "lon,lat lon,lat ..." schematic, for drawing only; '' if unknown
	position integer not null
) strict;

create table community (
	code text primary key,                  -- 12-digit statistics code of the residents' committee
	name text not null,
	street_code text not null references street (code),
	lat real not null check (lat between -90 and 90),
	lon real not null check (lon between -180 and 180)
) strict;
create index community_street on community (street_code);

create table facility (
	code text primary key,                  -- the public number of the facility, in its address: /facilities/{code}
	source_key text unique,                 -- stable key of the imported row, null when entered here
	name text not null check (length(name) between 1 and 200),
	kind text not null,                     -- term list kind
	street_code text not null references street (code),
	community_code text references community (code),
	address text not null,
	lat real not null check (lat between -90 and 90),
	lon real not null check (lon between -180 and 180),
	phone text not null default '',
	website text not null default '',
	operator text not null default '',      -- who runs it: the name of the legal person or public body
	uscc text not null default '',          -- unified social credit code of the operator, '' when none
	filing_state text not null,             -- term list filing_state
	filing_number text not null default '',
	filed_on text,
	opened_on text,
	inclusive integer not null default 0 check (inclusive in (0, 1)),   -- publicly supported, price-limited
	inclusive_from text,
	indoor_m2 integer,                      -- null = not stated
	outdoor_m2 integer,
	floors text not null default '',        -- where the children's rooms are, e.g. 1-2
	head_name text not null default '',     -- person in charge, shown as a business role
	carers integer,
	health_workers integer,
	guards integer,
	meals text not null default '',         -- term list meals, '' = not stated
	summary text not null default '',       -- what the facility says of itself
	closed_on text,
	changed_at integer not null
) strict;
create index facility_street on facility (street_code);

-- Opening hours; who asserted them, when, and until when the assertion counts as fresh.
create table hours (
	facility_code text primary key references facility (code) on delete cascade,
	weekday_open text not null default '',  -- HH:MM, '' = closed
	weekday_close text not null default '',
	weekend_open text not null default '',
	weekend_close text not null default '',
	note text not null default '',
	asserted_by text not null,
	asserted_at integer not null,
	valid_until integer not null
) strict;

create table programme (
	code text primary key,                  -- facility code, hyphen, number
	facility_code text not null references facility (code) on delete cascade,
	name text not null,
	class_kind text not null default '',    -- term list class_kind, '' = none of them
	age_from_months integer not null check (age_from_months between 0 and 240),
	age_to_months integer not null,         -- first month no longer taken
	mode text not null,                     -- term list mode
	places integer check (places >= 0),     -- null = not stated
	check (age_to_months > age_from_months)
) strict;
create index programme_facility on programme (facility_code);

create table vacancy (
	programme_code text primary key references programme (code) on delete cascade,
	has_vacancy integer not null check (has_vacancy in (0, 1)),
	vacancy integer check (vacancy >= 0),   -- how many, null = only yes or no is known
	asserted_by text not null,
	asserted_at integer not null,
	valid_until integer not null
) strict;

create table fee (
	programme_code text primary key references programme (code) on delete cascade,
	fee_fen integer not null check (fee_fen >= 0),
	fee_unit text not null,                 -- term list fee_unit
	meal_fee_fen integer check (meal_fee_fen >= 0),  -- a month, null = not stated
	asserted_by text not null,
	asserted_at integer not null,
	valid_until integer not null
) strict;

-- The publication log: one fact published or withdrawn a row, append-only. The row number is its place in the tree.
-- leaf = SHA-256(0x00 || entry); entry = canonical JSON of seq, kind, subject, published_at, approved_by, commitment;
-- commitment = SHA-256(salt || body). body and salt may be erased later (personal facts expire): the tree still verifies.
create table publication (
	seq integer primary key check (seq >= 1),
	kind text not null,
	subject text not null,
	withdrawn integer not null check (withdrawn in (0, 1)),
	body text,                              -- canonical JSON; null when withdrawn or erased
	salt blob,
	commitment blob not null,
	leaf blob not null,
	approved_by text not null,
	published_at integer not null
) strict;

-- What was last published of each subject: the newest publication of (kind, subject).
create table published (
	kind text not null,
	subject text not null,
	seq integer not null references publication (seq),
	primary key (kind, subject)
) strict;

-- The root of the log after each publishing transaction, and the tree's frontier (the hashes of its full subtrees).
create table checkpoint (
	size integer primary key,
	root blob not null,
	frontier blob not null,
	note text not null,                     -- the signed checkpoint (C2SP tlog-checkpoint); '' when this log is not signed
	made_at integer not null
) strict;

-- Sealed envelopes handed on by intake machines. One that was taken in keeps its row and loses its content, so that an
-- envelope sent again after a lost answer is still the same envelope.
create table envelope (
	id text primary key,                    -- the name the intake gave it
	sealed blob,                            -- null once taken in
	forwarded_at integer not null
) strict;
