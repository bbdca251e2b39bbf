/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is done with cases, by clerk and by the office alike: open, move, talk, rate, withdraw. Every function works within the caller's
 * transaction (sql_begin), writes what follows from it (steps, deadlines, the sealed mailbox) and leaves the commit to the caller.
 * Refuses whatever rules/case_states refuses. After CASE_FAILED roll back; work->problem tells, in one line without anybody's data.
 */
#ifndef SHANYU_CASES_CASEWORK_H
#define SHANYU_CASES_CASEWORK_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/sql.h"
#include "rules/case_states.h"
#include "lib/secret.h"

struct note_signer;

struct casework {
	struct sql *sql;                        /* opened with cases_pack */
	uint8_t contact_key[SECRET_KEY];
	struct note_signer *signer;             /* of time stamps; NULL: none are made */
	struct arena *arena;
	int64_t now;                            /* Unix seconds */
	const char *problem;
};

enum case_answer {
	CASE_DONE,
	CASE_UNKNOWN,                           /* no such case or receipt */
	CASE_FORBIDDEN,                         /* not from this state, or not by this role or person */
	CASE_UNSAID,                            /* the reason or the finding is missing */
	CASE_FAILED
};

/* A complaint as it was sent. Texts are UTF-8 and not NULL; codes are not looked up here but the facility's. */
struct case_letter {
	const char *envelope;                   /* 64 hexadecimal digits */
	const char *lookup;                     /* the same */
	uint8_t mailbox_key[SECRET_KEY];
	const char *opening;                    /* canonical JSON of the letter without key and lookup */
	const char *kind;                       /* term list case_kind */
	bool split;                             /* COMPLAINT and CONSUMER: a REPORT besides */
	const char *facility;                   /* code, "" = not on the list */
	const char *place;
	const char *story;
	const char *wish;
	const char *happened;
	const char *going_on;                   /* yes, no, unknown, "" */
	bool anonymous;
	const char *reply_by;
	const char *contact_name;               /* an anonymous one's are not kept */
	const char *contact_phone;
	const char *contact_other;
	const char *lane;
	bool trap;
	int64_t sent_at;                        /* when the receipt was given, by the clock of the intake */
};

/*
 * Open the case of a letter, or two: numbers in order of receipt, deadlines from when it was sent (never later than now), contact
 * data sealed, the stamp, the mailbox. *number is that of the first. CASE_FORBIDDEN: the receipt has its letter already.
 */
enum case_answer case_open(struct casework *work, const struct case_letter *letter, const char **number);

struct case_move {
	const char *number;
	const char *to;
	enum case_actor actor;
	const char *who;                        /* name within the office, "" for clerk and reporter */
	const char *note;                       /* what the reporter reads; "" nothing */
	const char *reason;                     /* for the office only; "" none */
	const char *outcome;                    /* SOLVED, NOT_SOLVED, WITHDRAWN; NULL or "" leaves it */
};

/* A step. One to UNSATISFIED goes on to REVIEW at once, which is not for who handled the case. */
enum case_answer case_move(struct casework *work, const struct case_move *move);

/* The reporter takes a case back; the reason may be "". CASE_FORBIDDEN: there is a reply already. */
enum case_answer case_withdraw(struct casework *work, const char *lookup, const char *number, const char *reason);

/* What the reporter says of the reply: closes the case, or has it reviewed. The case must be of this receipt. */
enum case_answer case_rate(struct casework *work, const char *lookup, const char *number, bool solved, int stars, const char *text);

/* A message of the reporter (number NULL) or of the office. Its position, from 1, within the receipt's. */
enum case_answer case_message(struct casework *work, const char *lookup, const char *number, const char *text, const char *who,
	int64_t at, int64_t *position);

/*
 * Deadlines by the rules valid on the day of receipt and by the table of workdays; what was met stays met. A kind without a
 * rule has none. With review_from a clock of the review besides; 0: none.
 */
bool case_deadlines(struct casework *work, const struct values *one, int64_t review_from);

/* Note that a step is taken: FORWARD ACCEPT REPLY EXTENDED TELL REVIEW, blank-separated. */
bool case_deadlines_met(struct casework *work, const char *number, const char *steps);

/* Workdays after one moment up to another; -1 when they cannot be read. */
int case_workdays(struct casework *work, int64_t from, int64_t to);

/* Write the receipt's mailbox anew from what the registry says. */
bool mailbox_refresh(struct casework *work, const char *lookup);

/* For the files of this room: false, with sql_problem in work->problem. */
bool casework_do(struct casework *work, const struct query *query, const struct values *values);
/* One row or NULL; *answer is CASE_UNKNOWN when there is none, CASE_FAILED when it could not be asked. */
struct values *casework_row(struct casework *work, const struct query *query, const char *name, const char *value,
	enum case_answer *answer);
bool casework_rows(struct casework *work, const struct query *query, const char *name, const char *value, struct rows *rows);

#endif
