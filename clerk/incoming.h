/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What waits to be taken in: envelopes in the inbox's folder, and those that intake machines handed to the registry's table. Both are
 * opened as files here; what is set aside stays where it can be looked at.
 */
#ifndef SHANYU_CLERK_INCOMING_H
#define SHANYU_CLERK_INCOMING_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/sql.h"

struct incoming_one {
	const char *name;
	int64_t arrived_ns; /* when it came to lie there, nanoseconds */
	bool in_table;
};

struct incoming {
	const char *folder; /* of the inbox */
	int at;             /* the folder, -1: there is none */
	struct sql *sql;    /* opened with taking_pack */
	struct arena *arena;
	size_t waiting; /* how many letters there are, also beyond those listed */
	const struct incoming_one *oldest; /* all of them, in order: those listed stand among them */
};

/*
 * Letters and messages (no evidence), oldest first: after the first `skipped`, at most so many. Evidence whose letter never came is removed
 * on the way.
 */
bool incoming_list(struct incoming *incoming, int64_t now, size_t skipped, size_t most, struct incoming_one **list, size_t *count);

/* Open one by its name, wherever it lies; -1: it is not there (ENOENT) or cannot be read. */
int incoming_open(struct incoming *incoming, const char *name, bool *in_table);

/* It is taken in: remove it. Within the transaction for one of the table, after the commit for a file. */
bool incoming_empty(struct incoming *incoming, const char *name);
void incoming_remove(struct incoming *incoming, const char *name);

/* Into the folder "aside" of the inbox; one of the table stays there. */
bool incoming_set_aside(struct incoming *incoming, const struct incoming_one *one);

#endif
