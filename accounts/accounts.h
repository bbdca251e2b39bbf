/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who may come in: the accounts of the office. Knows no HTTP and nothing of childcare. Every function that takes struct accounts works on
 * its database, opened with accounts_pack; those that change anything must stand within the caller's transaction (sql_begin), which
 * the caller ends. After ACCOUNT_FAILED roll back; accounts->problem tells, in one line without anybody's secret.
 *
 * Passwords are hashed outside of a transaction (accounts/password.h), for a writer holds up every other. A sign-in is so three steps:
 *   slowing_admit      in a transaction: may this source try now? The attempt is counted before it is looked at
 *   account_find, password_verify (or password_verify_nobody)      in none
 *   session_start      in a transaction
 */
#ifndef SHANYU_ACCOUNTS_H
#define SHANYU_ACCOUNTS_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/seal/secret.h"
#include "lib/sql/sql.h"

/* Who made the accounts whose passwords are no secret: they come in only while the district is a demonstration. */
#define ACCOUNT_DEMO "shanyu demo"

struct accounts {
	struct sql *sql;
	struct arena *arena;
	int64_t now;        /* Unix seconds */
	const uint8_t *key; /* SECRET_KEY bytes: seals secrets of one-time codes, signs known devices */
	const char *problem;
};

enum account_answer {
	ACCOUNT_DONE,
	ACCOUNT_UNKNOWN,        /* no such account */
	ACCOUNT_TAKEN,          /* there is one of this name */
	ACCOUNT_BAD_NAME,       /* not 2 to 32 of a-z 0-9 -, a letter first */
	ACCOUNT_BAD_FULL_NAME,  /* not 1 to 40 characters on one line */
	ACCOUNT_BAD_ROLE,       /* no such role, or none */
	ACCOUNT_APART,          /* one of the roles stands alone (permission_stands_alone) */
	ACCOUNT_BAD_SCOPE,      /* no such kind, or nothing there of that code */
	ACCOUNT_BAD_DEPARTMENT, /* not one that fits the roles: a street's office, a department, or none */
	ACCOUNT_REFUSED,        /* a wrong code, or one that was taken */
	ACCOUNT_FAILED
};

/* The dated rules of signing in, as they are today. */
struct account_rules {
	int password_least; /* characters */
	int64_t idle_seconds;
	int64_t absolute_seconds;
	int64_t password_seconds; /* from the password to the one-time code */
	int free_attempts;        /* failures that slow nobody yet */
	int64_t longest_wait_seconds;
	int64_t forget_seconds;  /* after which failures are forgotten */
	int64_t device_seconds;  /* how long a device is known */
	int64_t invited_seconds; /* how long a password for one sign-in opens */
};
/* False when a rule is missing or the database failed: accounts->problem names it. */
bool account_rules_read(struct accounts *accounts, struct account_rules *rules);

struct account_facts {
	const char *name;
	const char *full_name;
	const char *role;       /* codes of rules/core/permission with blanks between: one, or several that do not stand alone */
	const char *department; /* for which it works: a code, "" = the district */
	const char *scope;      /* what it sees: DISTRICT, STREET-CODE, DEPARTMENT-CODE, FACILITY-CODE, with blanks between; "" = nothing */
};

/* What an account of these roles and this department usually sees: DISTRICT, or its own street or department. */
const char *account_usual_scope(const char *roles, const char *department, struct arena *arena);

/* Of codes with blanks between, those that the others have not, in their order, with blanks between. */
const char *account_codes_without(const char *codes, const char *others, struct arena *arena);

/* A new account, INVITED: its password opens the door to set an own one and one-time codes, and nothing else. password: of password_hash. */
enum account_answer account_make(struct accounts *accounts, const struct account_facts *facts, const char *password,
				 const char *made_by);

/*
 * Columns name full_name role role_name scope scope_name department department_name state password totp_secret totp_step ...: role and scope
 * are codes as in struct account_facts, their names one text. NULL: *answer tells.
 */
struct values *account_find(struct accounts *accounts, const char *name, enum account_answer *answer);

/*
 * Hashing takes its time, and no transaction waits for it: whether an account still is what account_find gave, asked within the transaction
 * that goes on with it. ACCOUNT_REFUSED: its state, roles, scope or password are others by now.
 */
enum account_answer account_unchanged(struct accounts *accounts, const struct values *seen);

/* All of them, by name, without what opens a door: as account_find, and has_totp seen_at sessions ... */
bool account_list(struct accounts *accounts, struct rows *rows);

/* Departments and streets' offices: code name kind. */
bool account_departments(struct accounts *accounts, struct rows *rows);

/* Streets: code name. */
bool account_streets(struct accounts *accounts, struct rows *rows);

/* Whether the account as it was (account_find) would lose a role, its department or something it sees. */
bool account_loses(const struct values *before, const struct account_facts *facts, struct arena *arena);

/* Change what an account is. What is taken from it (a role, its department, something it saw) ends its sessions. */
enum account_answer account_change(struct accounts *accounts, const struct account_facts *facts);

/* DISABLED ends its sessions. Enabled again it is ACTIVE when it has one-time codes, else INVITED. */
enum account_answer account_disable(struct accounts *accounts, const char *name);
enum account_answer account_enable(struct accounts *accounts, const char *name);

/* A password of one's own: ACTIVE from now on; every session but that of keep_hash ends ("" = all). */
enum account_answer account_set_password(struct accounts *accounts, const char *name, const char *password, const char *keep_hash);

/*
 * A password for one sign-in: INVITED again, sessions gone. Unless only the password was forgotten (keep_codes), one-time codes and recovery
 * codes are gone too. A DISABLED account stays so.
 */
enum account_answer account_reset(struct accounts *accounts, const char *name, const char *password, bool keep_codes);

/* Whether its password still opens: one for one sign-in does so for a while only, a DISABLED account's not at all. */
bool account_open(struct accounts *accounts, const struct account_rules *rules, const struct values *account);

/* Whether this is a demonstration district; false too when it cannot be asked (accounts->problem). */
bool account_demo(struct accounts *accounts);

/* For the files of this room: put role, role_name, scope and scope_name into rows that have a name. False: the problem. */
bool account_hold(struct accounts *accounts, struct values *rows, size_t count);

/* For the files of this room: what it holds is this from now on. */
enum account_answer account_put_held(struct accounts *accounts, const struct account_facts *facts);

/* For the files of this room: ACCOUNT_DONE when there are such roles and they go together; when there are such places. */
enum account_answer account_judge_roles(const char *roles, struct arena *arena);
enum account_answer account_judge_scope(struct accounts *accounts, const char *scope);

/* For the files of this room: ACCOUNT_DONE when rows were changed, ACCOUNT_UNKNOWN when none, ACCOUNT_FAILED with the problem. */
enum account_answer account_do(struct accounts *accounts, const struct query *query, const struct values *values);

/* In English, for the command line. */
const char *account_answer_text(enum account_answer answer);

#endif
