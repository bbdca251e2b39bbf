/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The audit: who did what to what, when and why. A row is written in the transaction of what it tells of, so that neither is without the
 * other. Rows are chained: hash = SHA-256(hash of the row before || canonical JSON of the row without its hash); before the first stand
 * 32 bytes of 0. Whoever alters, removes or reorders a row breaks the chain; whoever cuts off its end, or computes all of it anew, is found
 * out by a head that was noted elsewhere ("SEQ:HASH").
 * In the chain a salted hash stands for the reason, so that the reason, words about people, can be erased with the case or account it speaks of.
 * Refuses a row without an action, and every other change of a row.
 */
#ifndef SHANYU_AUDIT_H
#define SHANYU_AUDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/sql/sql.h"

#define AUDIT_HASH 32
#define AUDIT_HEAD (20 + 1 + 2 * AUDIT_HASH + 1) /* "SEQ:HASH" with its NUL */

/* Texts are UTF-8 and not NULL. */
struct audit_row {
	const char *account;         /* "" = a program */
	const char *role;            /* the account's now, or the program's name */
	const char *action;          /* "case.dispatch" */
	const char *subject;         /* number of a case, name of an account; "" = nothing in particular */
	const struct values *detail; /* what changed; NULL = nothing more to say. Never a secret */
	const char *reason;          /* in the words of who did it */
	const char *request_id;
};

/* A head: number and hash of a row. seq 0: none. */
struct audit_head {
	int64_t seq;
	unsigned char hash[AUDIT_HASH];
};

/* Append, within the caller's transaction (sql_begin). False: one line in *problem, and the transaction is to be rolled back. */
bool audit_append(struct sql *sql, struct arena *arena, int64_t now, const struct audit_row *row, const char **problem);

/* The newest row's head; seq 0 when there is none. */
bool audit_newest(struct sql *sql, struct arena *arena, struct audit_head *head);

void audit_head_print(const struct audit_head *head, char text[AUDIT_HEAD]);

/* False: it is no "SEQ:HASH". */
bool audit_head_read(const char *text, struct audit_head *head);

struct audit_verifying {
	const struct audit_head *kept; /* a head noted elsewhere; NULL = none */
	/* Called for every fault with one line about the row seq. */
	void (*fault)(void *with, int64_t seq, const char *what);
	void *with;

	int64_t rows; /* out: how many there are */
	int64_t faults;
	struct audit_head head; /* of the newest row */
};

/* Read and check every row in one state of the database. False when it cannot be read: sql_problem tells. */
bool audit_verify(struct sql *sql, struct audit_verifying *verifying);

/* What is looked for; "" and 0 = any. */
struct audit_search {
	const char *account;
	const char *action; /* a beginning: "case." */
	const char *subject;
	const char *reason; /* somewhere in the reason */
	int64_t since;      /* Unix seconds, inclusive */
	int64_t until;      /* exclusive */
	int64_t before;     /* rows with a smaller number: the next page */
};

/* Newest first, at most `most`. Columns seq at account full_name role action subject detail reason request_id. */
bool audit_find(struct sql *sql, struct arena *arena, const struct audit_search *search, size_t most, struct rows *rows);

/* How many rows in all, regardless of `before`; -1 on failure. */
int64_t audit_found(struct sql *sql, struct arena *arena, const struct audit_search *search);

/* Which actions there are: columns action, times. */
bool audit_actions(struct sql *sql, struct arena *arena, struct rows *rows);

#endif
