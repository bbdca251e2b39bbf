-- Who works in the office: departments, accounts, sessions; and the audit of what they did. Access rights are bundles of verbs
-- (rules/permission), not rows. What would open a door is not kept as it is: passwords as Argon2id, tokens and codes as hashes, the secret
-- of one-time codes under the account key (lib/secret).

-- Who cases are handed to: the departments of the district and the offices of its streets.
create table department (
	code text primary key,                  -- EDUCATION, HEALTH ...; of a street's office the street's own code
	name text not null,
	kind text not null check (kind in ('DEPARTMENT', 'STREET')),
	position integer not null
) strict;

create table account (
	name text primary key,                  -- what is typed to sign in: lower-case letters, digits, hyphens
	full_name text not null check (length(full_name) between 1 and 40),
	role text not null,                     -- term list role
	department text not null,               -- code; '' = the district as a whole. A STREET or DEPARTMENT account has one
	state text not null check (state in ('INVITED', 'ACTIVE', 'DISABLED')),  -- INVITED: has not signed in yet with a password of its own
	password text not null,                 -- Argon2id, as libsodium writes it
	password_changed_at integer not null,
	totp_secret blob,                       -- sealed; null: one-time codes are not set up yet
	totp_step integer not null,             -- newest time step a code was taken for: none is taken twice
	created_at integer not null,
	created_by text not null,               -- account, or shanyu
	changed_at integer not null
) strict;

-- What opens the door once when the telephone is lost.
create table recovery_code (
	account text not null references account (name) on delete cascade,
	code_hash text not null,                -- 64 hex
	used_at integer,
	primary key (account, code_hash)
) strict;

create table session (
	token_hash text primary key,            -- 64 hex, of the cookie's token
	account text not null references account (name) on delete cascade,
	stage text not null check (stage in ('PASSWORD', 'FULL')),  -- PASSWORD: the one-time code is still to come
	created_at integer not null,
	seen_at integer not null,
	ends_at integer not null,               -- at the latest, however busy
	agent text not null                     -- browser and system in a word or two, to know one's own sessions by
) strict;
create index session_account on session (account);

-- Failed attempts to sign in, from one source at one account: they slow that source, and nobody else.
create table sign_in_source (
	source text primary key,                -- 64 hex, of account and address, or of account and known device
	failures integer not null,
	next_at integer not null,               -- no attempt is looked at before
	failed_at integer not null              -- of the newest failure; old rows are forgotten
) strict;

-- Every change, and every reading of who a reporter is, in the transaction of the change itself. Append-only; seq has no holes.
-- hash = SHA-256(hash of the row before || canonical JSON of the row without hash); 32 bytes of 0 before the first.
create table audit (
	seq integer primary key check (seq >= 1),
	at integer not null,
	account text not null,                  -- '' = a program
	role text not null,                     -- the account's then; the program's name
	action text not null,                   -- case.dispatch: what a route or command calls it
	subject text not null,                  -- what it was done to: number of a case, name of an account
	detail text not null,                   -- canonical JSON: what changed. Never a secret, never what a reporter wrote
	reason text not null,                   -- why, in the words of who did it
	request_id text not null,
	hash blob not null
) strict;
create index audit_subject on audit (subject, seq);
create index audit_account on audit (account, seq);
