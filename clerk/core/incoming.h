/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What waits to be taken in: envelopes in the inbox's folder, and those that intake machines handed to the registry's table. Both are
 * opened as files in memory here; what is set aside stays where it can be looked at.
 */
#ifndef SHANYU_CLERK_INCOMING_H
#define SHANYU_CLERK_INCOMING_H

#include <stdbool.h>
#include <stdint.h>

#include "aside.h"
#include "inbox.h"
#include "lib/base/arena.h"
#include "lib/sql/sql.h"

#define NAME_DIGITS 64 /* of a receipt's name, with which the names of its letter, messages and files begin */

struct incoming_one {
	const char *name;
	int64_t arrived_ns; /* when it came to lie there, nanoseconds */
	bool in_table;
};

struct incoming {
	struct inbox *inbox;
	struct aside *aside;
	struct sql *sql;    /* opened with taking_pack */
	struct arena *arena;
	size_t waiting; /* how many letters there are, also beyond those listed */
	const struct incoming_one *oldest; /* all of them, in order: those listed stand among them */
	bool all_listed;                   /* false: there are more than are ever listed at once */
	size_t unfit;                      /* entries that have an envelope's name and are none */
	const char *unfit_name, *unfit_reason;
};

/* What an envelope's name says it is. */
enum incoming_kind { INCOMING_OTHER, INCOMING_LETTER, INCOMING_MESSAGE, INCOMING_EVIDENCE };
enum incoming_kind incoming_kind_of(const char *name);

/* Letters and messages (no evidence), oldest first: after the first `skipped`, at most so many. False: the registry failed. */
bool incoming_list(struct incoming *incoming, size_t skipped, size_t most, struct incoming_one **list, size_t *count);

/* An envelope that was opened. */
struct incoming_file {
	enum inbox_verdict verdict;
	const char *reason;     /* when it is not fine */
	int copy;               /* file in memory, -1: none */
	bool in_table;
	int64_t written_at;     /* Unix seconds, 0: not known */
	struct stat status;     /* of the folder's */
};

/* Open one by its name, wherever it lies. To be closed when copy is not -1. */
enum inbox_verdict incoming_open(struct incoming *incoming, const char *name, struct incoming_file *file);
void incoming_close(struct incoming_file *file);

/* It is taken in: remove it. Within the transaction for one of the table, after the commit for one of the folder. */
bool incoming_empty(struct incoming *incoming, const char *name);
void incoming_remove(struct incoming *incoming, const char *name, const struct stat *status);

/* Note that it is set aside, within a transaction; and after the commit bring it there. One of the table stays in it. */
bool incoming_note_aside(struct incoming *incoming, const char *name, const char *reason, int64_t now);
bool incoming_set_aside(struct incoming *incoming, const char *name);

#endif
