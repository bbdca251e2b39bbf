/* SPDX-License-Identifier: Apache-2.0 */
/* The files of a letter or a message: kept sealed as they came, looked through once for their hash. */
#ifndef SHANYU_CLERK_EVIDENCE_H
#define SHANYU_CLERK_EVIDENCE_H

#include <jansson.h>

#include "letter.h"

struct evidence {
	const char *envelope; /* name of the letter */
	const char *lookup;
	int64_t message; /* position of the message they come with; 0: with the letter */
	bool may_wait;
	int count;            /* how many were taken */
	const char **removed; /* names of files to be removed after the commit */
	size_t *removed_count, removed_most;
};

/* Whether all that a letter names lies there. */
bool evidence_is_here(struct incoming *incoming, const struct evidence *evidence, const json_t *files);

/* Write rows and sealed parts. One that is missing, or is not what the letter says, is noted as such. False: the registry failed. */
bool evidence_take(struct casework *work, struct incoming *incoming, const struct office_key *key, struct evidence *evidence,
		   const json_t *files);

#endif
