/* SPDX-License-Identifier: Apache-2.0 */
/* One letter: unsealed, checked, and written to the registry. */
#ifndef SHANYU_CLERK_LETTER_H
#define SHANYU_CLERK_LETTER_H

#include "cases/casework.h"
#include "incoming.h"
#include "lib/envelope.h"

struct office_key {
	uint8_t public_key[ENVELOPE_KEY];
	const uint8_t *secret_key; /* in guarded memory */
};

enum letter_end {
	LETTER_TAKEN = 1,
	LETTER_WAITS, /* for its complaint, or for files that are on their way */
	LETTER_ASIDE, /* cannot be taken: *reason */
	LETTER_FAILED /* the registry: work->problem; roll back */
};

/* Within the caller's transaction. What it took from the inbox besides the letter itself is added to removed[] (names of files). */
enum letter_end letter_take(struct casework *work, struct incoming *incoming, const struct incoming_one *one,
			    const struct office_key *key, const char **reason, const char **removed, size_t *removed_count,
			    size_t removed_most);

#endif
