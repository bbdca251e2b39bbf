/* SPDX-License-Identifier: Apache-2.0 */
/* One letter: unsealed, checked, and written to the registry. */
#ifndef SHANYU_CLERK_LETTER_H
#define SHANYU_CLERK_LETTER_H

#include "domain/cases/casework.h"
#include "incoming.h"
#include "lib/seal/envelope.h"

struct office_key {
	uint8_t public_key[ENVELOPE_KEY];
	const uint8_t *secret_key; /* in guarded memory */
};

enum letter_end {
	LETTER_TAKEN = 1,
	LETTER_WAITS, /* for its complaint, for files that are on their way, or for a disk that reads: *reason or NULL */
	LETTER_ASIDE, /* cannot be taken: *reason */
	LETTER_FAILED /* the registry: work->problem; undo */
};

/* What may leave the inbox's folder after the commit. */
struct taken_file {
	const char *name;
	struct stat status; /* as it was when it was read */
};

struct file_types;

/* Taking in a batch. */
struct taking {
	struct casework *work;
	struct incoming *incoming;
	const struct office_key *key;
	struct file_types *types;
	struct taken_file *taken;
	size_t taken_count, taken_room;
};

/* Within the caller's transaction, of which what it did must be undone unless it is LETTER_TAKEN. */
enum letter_end letter_take(struct taking *taking, const struct incoming_one *one, const char **reason);

/* Note that a file may leave the folder; nothing for one of the table. */
void taking_note(struct taking *taking, const char *name, const struct incoming_file *file);

#endif
