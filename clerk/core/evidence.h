/* SPDX-License-Identifier: Apache-2.0 */
/* The files of a letter or a message: looked through once for what they are, kept sealed as they came. */
#ifndef SHANYU_CLERK_EVIDENCE_H
#define SHANYU_CLERK_EVIDENCE_H

#include "lib/base/file_type.h"
#include "letter.h"
#include "letter_read.h"

/* A file as it was found: what it is, how large, and its hash, by our own measure. */
struct evidence_file {
	const char *name;               /* of its envelope */
	bool is_known;                  /* it is in the registry already: one file that is named twice is kept once */
	bool is_here;                   /* it is there and whole */
	struct incoming_file found;     /* when it is here */
	const char *type, *sha256;
	int64_t size;
};

struct evidence {
	const char *envelope;           /* name of the letter */
	const char *lookup;
	int64_t message;                /* position of the message they come with; 0: with the letter */
	bool may_wait;                  /* for one that cannot be read just now */
	bool may_follow;                /* one that is not there may be on its way */
	struct evidence_file files[LETTER_MOST_FILES];
	size_t count;
};

enum evidence_end {
	EVIDENCE_SEEN = 1,
	EVIDENCE_WAITS,                 /* one is not there yet, or cannot be read just now: *reason */
	EVIDENCE_FAILED                 /* the registry */
};

/*
 * Open all that a letter names and measure it; the measures go into the letter. What is not waited for is noted as missing, and stays where
 * it is. To be closed whatever comes of it.
 */
enum evidence_end evidence_look(struct taking *taking, struct letter *letter, struct evidence *evidence, const char **reason);

/* Write rows and sealed parts. What may leave the inbox after the commit is added to the taking's. False: the registry failed. */
bool evidence_put(struct taking *taking, const struct letter *letter, struct evidence *evidence);

enum evidence_filling {
	EVIDENCE_FILLED = 1,
	EVIDENCE_NOT_YET,               /* it is not there, or cannot be read just now */
	EVIDENCE_UNFIT,                 /* it is not what a case could have: *reason */
	EVIDENCE_NOT_FILLED             /* the registry, which is left as it was: work->problem */
};

/*
 * A file that came after its letter was written with the file missing: bring it to the case, in a transaction of its own, and remove it
 * from the inbox.
 */
enum evidence_filling evidence_fill(struct taking *taking, const char *name, const char **reason);

void evidence_close(struct evidence *evidence);

#endif
