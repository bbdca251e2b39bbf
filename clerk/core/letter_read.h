/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands in a letter. It was written by a stranger, and whoever has the office's public key can seal one: every field is of its type, no
 * longer than the door lets through, and one of the codes there are, or the letter is refused. Opens no file and asks no registry.
 */
#ifndef SHANYU_CLERK_LETTER_READ_H
#define SHANYU_CLERK_LETTER_READ_H

#include <jansson.h>

#include "domain/cases/casework.h"

#define LETTER_MOST_FILES 6
#define LETTER_DIGITS 64                /* of a receipt's look-up, and of its envelope's name */
#define LETTER_FILE_DIGITS 16
#define LETTER_LARGEST ((size_t)256 * 1024)

enum letter_kind { LETTER_COMPLAINT = 1, LETTER_MESSAGE, LETTER_WITHDRAWAL, LETTER_RATING };

/* A file as the letter names it. Nothing of it is believed: it is kept to be compared with what is measured. */
struct letter_file {
	const char *id;                 /* the end of its envelope's name, 16 hexadecimal digits */
	const char *declared;           /* what its sender called it */
	const char *sha256;             /* 64 hexadecimal digits */
	const char *type;               /* "" not said */
	int64_t size;                   /* bytes; -1 not said */
};

struct letter {
	enum letter_kind kind;
	const char *what;               /* the word for it: complaint, message, withdraw, rating */
	const char *lookup;             /* 64 hexadecimal digits */
	int64_t sent_at;                /* as it says; within what was seen of it after letter_bound */
	struct case_letter complaint;   /* of a complaint: all but envelope, opening and sent_at */
	const char *number;             /* of a withdrawal or rating: the case */
	const char *text;               /* of what is no complaint; "" nothing */
	bool solved;
	int stars;                      /* 0: none */
	struct letter_file files[LETTER_MOST_FILES];    /* each once, however often it is named */
	size_t file_count;
	json_t *json;
};

/* False: *reason, and nothing is held. Else letter_free when done; the texts live in the arena. */
bool letter_read(const char *text, size_t size, struct letter *letter, struct arena *arena, const char **reason);
void letter_free(struct letter *letter);

/*
 * When it was sent, within what was seen of it: not later than now, and neither long before its envelope was written (Unix seconds;
 * 0: not known) nor after it. A clock of the intake that is wrong, or a letter that lies, moves no deadline by more than the time an upload may take.
 */
void letter_bound(struct letter *letter, int64_t written_at, int64_t now);

/* What was measured of a file replaces what the letter says of it. */
void letter_note_file(struct letter *letter, size_t at, const char *type, int64_t size, const char *sha256);

/*
 * What the reporter may prove later, as canonical JSON in the arena: the letter without what opens the mailbox, and without how to reach the
 * reporter, so that whoever finds a receipt finds no name.
 */
const char *letter_opening(const struct letter *letter, struct arena *arena);

#endif
