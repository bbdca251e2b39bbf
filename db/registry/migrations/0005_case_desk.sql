-- The case desk: what the office adds to a case on its way to an answer.

alter table cases add column street_code text not null default '';     -- where, for its street's office; '' not known
alter table cases add column matter text not null default '';          -- term list matter: what it is about, for routing
alter table cases add column urgency text not null default 'ORDINARY' check (urgency in ('ORDINARY', 'URGENT'));
alter table cases add column supervised integer not null default 0 check (supervised in (0, 1));     -- 督办
alter table cases add column merged_into text;                          -- number of the case that goes on, null: none
alter table cases add column reject_ground text not null default '';   -- term list reject_ground, when not taken on
alter table cases add column passed_to text not null default '';       -- to whom, when handed out of the district's remit
alter table cases add column reopened integer not null default 0;      -- how often an answer was not accepted
alter table cases add column revision integer not null default 0;      -- rises with every change and every message of the reporter
alter table cases add column messages_seen integer not null default 0; -- position of the newest message of the reporter that the office has read
create index cases_facility on cases (facility_code);
create index cases_handler on cases (handler);
create index cases_merged on cases (merged_into);
create index cases_open on cases (received_at) where closed_at is null;

-- From when on a limit is near (rule escalation.near_share, counted in the clock's own unit). The inbox asks for what is not met and runs.
alter table case_deadline add column near_at integer not null default 0;
update case_deadline set near_at = until;
create index case_deadline_running on case_deadline (case_number, until, near_at, step) where met_at is null and projected = 0;

-- Words that tell what a case is about: what stands in a letter is weighed by them, and a matter is suggested.
create table matter_word (
	word text primary key,
	matter text not null,                   -- term list matter
	weight integer not null check (weight >= 1)
) strict;

-- The routing matrix: which department leads and which assist, by matter. The first rule by position that fits is taken.
create table routing_rule (
	code text primary key,
	position integer not null,
	matter text not null,                   -- term list matter; '' any
	kind text not null,                     -- term list case_kind; '' any
	lead text not null,                     -- department; STREET: the office of the case's street
	assists text not null,                  -- the same, blank-separated; '' none
	note text not null,                     -- why, with its source
	active integer not null check (active in (0, 1)),
	changed_at integer not null,
	changed_by text not null
) strict;

-- To whom a case was handed, one row a department. The newest round counts: dispatched anew is a new round. What was taken back
-- before its lead took it leaves no row: who was not meant does not go on seeing it.
create table case_dispatch (
	case_number text not null references cases (number) on delete cascade,
	round integer not null,
	department text not null references department (code),
	part text not null check (part in ('LEAD', 'ASSIST')),
	rule text not null,                     -- code of the routing rule that fired; '' chosen by hand
	dispatched_at integer not null,
	dispatched_by text not null,
	return_until integer not null,          -- until when the lead may hand it back as not its own
	taken_at integer,
	returned_at integer,
	return_reason text not null default '',
	primary key (case_number, round, department)
) strict;
create index case_dispatch_department on case_dispatch (department);

-- The log of the investigation and internal notes: never shown to the reporter or the facility.
create table case_note (
	case_number text not null references cases (number) on delete cascade,
	position integer not null,
	at integer not null,
	account text not null,
	kind text not null,                     -- term list note_kind: NOTE, VISIT, CALL, EVIDENCE, OPINION
	text text not null,
	primary key (case_number, position)
) strict;

create table case_task (
	case_number text not null references cases (number) on delete cascade,
	position integer not null,
	text text not null,
	assignee text not null,                 -- account
	due_on text,                            -- day; null: none
	made_at integer not null,
	made_by text not null,
	done_at integer,
	done_by text not null default '',
	primary key (case_number, position)
) strict;
create index case_task_assignee on case_task (assignee);

-- More time, or the clock to stand still: asked by who handles the case, decided by somebody else.
create table case_request (
	case_number text not null references cases (number) on delete cascade,
	position integer not null,
	what text not null check (what in ('EXTENSION', 'SUSPENSION')),
	reason text not null,                   -- the reporter is told
	asked_at integer not null,
	asked_by text not null,
	decided_at integer,
	decided_by text not null default '',
	granted integer not null default 0 check (granted in (0, 1)),
	decision_note text not null default '',
	primary key (case_number, position),
	check (decided_by = '' or decided_by <> asked_by)
) strict;

-- What was found, with every reply. The newest counts; no case is closed without one.
create table finding (
	case_number text not null references cases (number) on delete cascade,
	position integer not null,
	verdict text not null check (verdict in ('SUBSTANTIATED_CORRECTED', 'SUBSTANTIATED_ENFORCED', 'NOT_SUBSTANTIATED', 'OUT_OF_REMIT',
		'WITHDRAWN')),                  -- term list verdict
	passed_to text not null,                -- OUT_OF_REMIT: to whom
	text text not null,                     -- the reply, as the reporter reads it; '' WITHDRAWN
	made_at integer not null,
	made_by text not null,                  -- account; '' the reporter, who took the case back
	primary key (case_number, position)
) strict;

-- What the public will read of a substantiated finding. The facility may answer before somebody else than its authors approves it. A
-- published one is corrected by its next version under the same code: what was said before stays in the publication log.
create table outcome (
	code text not null,                     -- public and random: tells neither the case nor how many there are
	version integer not null check (version >= 1),
	case_number text references cases (number) on delete set null,      -- never published; null: the case's time is over
	facility_code text not null,            -- no reference: an outcome outlives the facility's row
	facility_name text not null,            -- as it was then
	street_code text not null,
	matter text not null,                   -- term list matter
	verdict text not null check (verdict in ('SUBSTANTIATED_CORRECTED', 'SUBSTANTIATED_ENFORCED')),
	found_on text not null,                 -- day
	summary text not null,
	state text not null check (state in ('DRAFT', 'ANSWERING', 'READY', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN', 'DROPPED')),
	                                        -- rules/outcome_states says which follows which
	prepared_by text not null,              -- account that wrote it last; everybody who did is in outcome_step
	prepared_at integer not null,
	answer_until integer,                   -- the facility's last second to answer
	answer text not null default '',        -- what the facility says; published with it
	answer_way text not null default '' check (answer_way in ('', 'LETTER', 'PHONE', 'VISIT')),         -- how it came; '' none did
	answered_at integer,
	approved_by text not null default '',
	approved_at integer,
	end_reason text not null default '',    -- why it was dropped or withdrawn
	changed_at integer not null,
	primary key (code, version),
	unique (case_number, version),
	check (approved_by = '' or approved_by <> prepared_by)
) strict;
create index outcome_state on outcome (state);
create index outcome_facility on outcome (facility_code);

-- Every step of it, edits too.
create table outcome_step (
	code text not null,
	version integer not null,
	position integer not null,
	at integer not null,
	from_state text not null,               -- '' for the first
	to_state text not null,
	actor text not null,                    -- CLERK PREPARER APPROVER
	who text not null,                      -- account, '' for clerk
	reason text not null,
	primary key (code, version, position),
	foreign key (code, version) references outcome (code, version) on delete cascade
) strict;

-- Texts to begin a message or reply from.
create table reply_template (
	code text primary key,
	title text not null,
	kind text not null,                     -- term list case_kind; '' any
	state text not null,                    -- term list template_state: state of the case, or OUTCOME; '' any state
	text text not null,                     -- {number} {facility} {received} {deadline} are put in; of an OUTCOME {matter} {found_on}
	active integer not null check (active in (0, 1)),
	changed_at integer not null,
	changed_by text not null
) strict;

-- A list of cases by a name: the query of its address.
create table saved_filter (
	account text not null references account (name) on delete cascade,
	name text not null,
	query text not null,
	position integer not null,
	primary key (account, name)
) strict;

-- What clerk told people: near or over a limit, proposed for the joint meeting, a new message. Once for each.
create table reminder (
	case_number text not null references cases (number) on delete cascade,
	what text not null check (what in ('NEAR', 'OVER', 'STUCK', 'MESSAGE', 'EMERGENCY')),
	step text not null,                     -- of the deadline, or the position of the message
	at integer not null,
	told text not null,                     -- department or account it went to
	primary key (case_number, what, step, told)
) strict;

-- The joint meeting (联席会议): what is stuck between departments.
create table meeting_item (
	case_number text primary key references cases (number) on delete cascade,
	proposed_at integer not null,
	proposed_by text not null,              -- account, or clerk
	why text not null,
	state text not null check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'SETTLED')),
	decided_at integer,
	decided_by text not null default '',
	resolution text not null default ''
) strict;
