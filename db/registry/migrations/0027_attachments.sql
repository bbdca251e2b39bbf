-- Files that officials attach to the file of any procedure: letters of the facility, photographs of an inspection, decisions. Their bytes lie in the
-- registry as they were given, so that whoever sees the file can open them: no more secret than the notes beside them.
create table attachment (
	procedure text not null,                -- its word: case, outcome
	number text not null,                   -- of the file: number of a case, code of an outcome
	position integer not null check (position >= 1),        -- within the file
	kind text not null,                     -- term list attachment_kind; '' once it was taken back: only its position stays, which no other file gets
	name text not null,                     -- as its sender calls it; '' once it is emptied
	type text not null,                     -- judged by its content
	size integer not null check (size >= 1),
	sha256 text not null,                   -- hex
	expires_on text,                        -- the last day the document holds; null: it does not expire
	attached_at integer not null,
	attached_by text not null,              -- account
	preview blob,                           -- without metadata; made by the program preview
	preview_state text not null check (preview_state in ('WAITING', 'MADE', 'NONE')),       -- NONE: cannot be made
	withdrawn_at integer,                   -- null: it stands
	withdrawn_by text not null default '',
	withdraw_reason text not null default '',
	emptied_at integer,                     -- withdrawn so long ago that bytes, preview, name and reason are erased
	primary key (procedure, number, position)
) strict;
create index attachment_by on attachment (attached_by, attached_at);
create index attachment_waiting on attachment (attached_at) where preview_state = 'WAITING';
create index attachment_withdrawn on attachment (withdrawn_at) where withdrawn_at is not null and emptied_at is null;

create table attachment_part (
	procedure text not null,
	number text not null,
	attachment integer not null,            -- its position
	position integer not null,
	bytes blob not null check (length(bytes) between 1 and 1048576),
	primary key (procedure, number, attachment, position),
	foreign key (procedure, number, attachment) references attachment (procedure, number, position) on delete cascade
) strict;
