/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A time stamp on a complaint: a signed note (C2SP signed-note, Ed25519) that says what was received when and until when the law gives,
 * without saying what stands in it. Who holds the complaint's opening can show to a higher body, offline, that it is the one.
 */
#ifndef SHANYU_CASES_STAMP_H
#define SHANYU_CASES_STAMP_H

#include "lib/seal/note.h"

#define STAMP_HASH 32

struct stamp {
	uint8_t commitment[STAMP_HASH]; /* SHA-256 of the salt (32 bytes) and the letter's canonical JSON */
	int64_t received_at;            /* Unix seconds */
	const char *number;             /* of the case */
	const char *kind;               /* code of the case's kind */
	const char *deadline_day;       /* the last day to answer, 2026-12-01; "" when the kind has none */
	const char *source;             /* of that deadline */
};

/* The commitment to a letter under a salt. */
void stamp_commit(const uint8_t salt[STAMP_HASH], const char *letter, uint8_t commitment[STAMP_HASH]);

/* The signed note, held in the arena; NULL: one line in *problem. Texts must have no line breaks. */
const char *stamp_make(const struct note_signer *signer, const struct stamp *stamp, struct arena *arena, const char **problem);

/* Read a note that this verifier signed. False: it is no stamp, or not signed by it. */
bool stamp_read(const struct note_verifier *verifier, const char *note, struct arena *arena, struct stamp *stamp);

#endif
