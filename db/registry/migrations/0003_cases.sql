-- What citizens send: the receipt they hold, the cases it opens, what is said about them, and what arrived as evidence.
-- Whoever copies this file sees no reporter: contact data, the letter as it was signed, and the key of the mailbox are sealed
-- under the contact key (lib/secret.h), files under the office's, mailboxes under the receipt's.

-- What a person holds the code of. Of the code itself nothing is kept here.
create table receipt (
	lookup text primary key,                -- 64 hex: where the answers are found
	envelope text not null unique,          -- 64 hex: the name its letter came under; messages come as {envelope}-m...
	mailbox_key blob not null,              -- what seals its mailbox: under the contact key, since every answer needs it anew
	opening blob not null,                  -- JSON of salt and letter, what the stamp commits to: under the contact key
	stamp text not null,                    -- signed note on when it was filed; '' when this office signs none
	created_at integer not null
) strict;

-- A case. The word alone means something else in SQL: hence the plural.
create table cases (
	number text primary key,                -- 2026-000123: the year in China, then in order of receipt
	receipt_lookup text not null references receipt (lookup),
	kind text not null,                     -- term list case_kind
	facility_code text,                     -- null: not on the list. No reference: a case outlives the facility's row
	place text not null,                    -- where, in words, when the facility is not on the list
	story text not null,
	wish text not null,                     -- what the reporter wants done
	happened text not null,                 -- when, in words
	going_on text not null check (going_on in ('yes', 'no', 'unknown', '')),
	anonymous integer not null check (anonymous in (0, 1)),
	reply_by text not null,                 -- receipt, phone
	state text not null,                    -- term list case_state; rules/case_states says which follows which
	lane text not null,                     -- how it passed the door: proof, slow
	quarantined integer not null check (quarantined in (0, 1)),     -- 1: filled in what only a program sees; look before acting
	sent_at integer not null,               -- when the receipt was given
	received_at integer not null,           -- from here deadlines count
	accepted_at integer,
	decided_at integer,
	suspended_at integer,                   -- since when the clock stands still; null: it runs
	stopped_days integer not null,          -- workdays it stood still before
	closed_at integer,
	outcome text not null,                  -- SOLVED, NOT_SOLVED, WITHDRAWN; '' not told yet
	split_from text,                        -- number of the case of the same letter it was taken out of, null: none
	handler text not null,                  -- who handles it, '' nobody yet
	review_not_by text not null,            -- who handled what was not solved, blank-separated: somebody else goes on; '' no review
	changed_at integer not null
) strict;
create index cases_receipt on cases (receipt_lookup);
create index cases_state on cases (state);

-- Until when a step must be taken (rules/deadlines). Rows are made anew when a step moves them; what was met stays met.
create table case_deadline (
	case_number text not null references cases (number) on delete cascade,
	step text not null check (step in ('FORWARD', 'ACCEPT', 'REPLY', 'EXTENDED', 'TELL', 'REVIEW')),
	day text not null,                      -- the last day, in China
	until integer not null,                 -- its last second
	rule text not null,                     -- key of the rule it comes from
	source text not null,                   -- and where that stands
	provisional integer not null check (provisional in (0, 1)),     -- 1: reaches days no notice covers yet
	projected integer not null check (projected in (0, 1)),         -- 1: counts from a step not taken yet
	met_at integer,
	primary key (case_number, step)
) strict;

-- Every step taken. What the reporter sees of it is note; reason is for the office.
create table case_step (
	case_number text not null references cases (number) on delete cascade,
	position integer not null,
	at integer not null,
	from_state text not null,               -- '' for the first
	to_state text not null,
	note text not null,
	reason text not null,
	actor text not null,                    -- role: CLERK REPORTER DESK DEPARTMENT APPROVER
	who text not null,                      -- name within the office, '' for clerk and reporter
	primary key (case_number, position)
) strict;

-- The conversation that goes with a receipt.
create table case_message (
	receipt_lookup text not null references receipt (lookup),
	position integer not null,
	case_number text,                       -- of which case the office speaks; null: of the receipt as a whole
	at integer not null,
	sender text not null check (sender in ('reporter', 'office')),
	text text not null,
	who text not null,                      -- name within the office, '' for the reporter; never shown
	primary key (receipt_lookup, position)
) strict;

-- Evidence. The original stays sealed as it came, in case_file_part.
create table case_file (
	name text primary key,                  -- the name its envelope came under
	receipt_lookup text not null references receipt (lookup),
	message integer,                        -- position of the message it came with; null: with the letter
	position integer not null,              -- order within the letter or message
	declared text not null,                 -- what its sender called it
	type text not null,                     -- judged by its content
	size integer not null,                  -- bytes, unsealed
	sha256 text not null,                   -- hex, of what is unsealed
	sealed_size integer not null,           -- 0: the original did not come, or is not what the letter says
	preview blob,                           -- without metadata; made by the program preview
	preview_state text not null check (preview_state in ('WAITING', 'MADE', 'NONE', 'MISSING')),    -- NONE: cannot be made
	received_at integer not null
) strict;
create index case_file_receipt on case_file (receipt_lookup);
create index case_file_preview on case_file (preview_state);

create table case_file_part (
	file text not null references case_file (name) on delete cascade,
	position integer not null,
	bytes blob not null check (length(bytes) between 1 and 1048576),
	primary key (file, position)
) strict;

-- How to reach a reporter who is named: JSON of name, phone, other, under the contact key. Reading it is to be noted.
create table case_contact (
	receipt_lookup text primary key references receipt (lookup),
	sealed blob not null
) strict;

-- What the holder of a receipt may see, under the receipt's key: as the file it is put out as.
create table mailbox (
	lookup text primary key references receipt (lookup),
	sealed blob not null,
	changed_seq integer not null unique,    -- rises with every change of any mailbox
	changed_at integer not null
) strict;

-- What the reporter says of the reply.
create table rating (
	case_number text not null references cases (number) on delete cascade,
	position integer not null,
	at integer not null,
	solved integer not null check (solved in (0, 1)),
	stars integer not null check (stars between 0 and 5),   -- 0: none were given
	text text not null,
	primary key (case_number, position)
) strict;

-- Every envelope that was taken in, so that none is twice.
create table envelope_taken (
	name text primary key,
	taken_at integer not null,
	what text not null                      -- complaint, message, withdraw, rating, file
) strict;

-- Every envelope that could not be taken in. It lies in the inbox's folder aside, or in the table envelope; nothing is dropped.
create table envelope_aside (
	name text primary key,
	reason text not null,
	set_aside_at integer not null
) strict;
