/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signed notes and checkpoints of a log, as C2SP says (signed-note v1.0.0, tlog-checkpoint v1.0.0), with Ed25519 keys:
 * text that anyone can keep, compare, and verify offline. Refuses to sign as another name, and every note of a known key
 * whose signature is wrong.
 */
#ifndef SHANYU_NOTE_H
#define SHANYU_NOTE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"

#define NOTE_HASH 32
#define NOTE_SECRET 64
#define NOTE_PUBLIC 32

/* A key that can sign; the secret lies in libsodium's guarded memory. */
struct note_signer;

/* A key that can verify. */
struct note_verifier {
	const char *name;               /* the log's origin: no blanks, no plus sign */
	uint8_t id[4];
	uint8_t public_key[NOTE_PUBLIC];
};

/* Make a new key and write it (in the form of Go's note tools) to a file of mode 0600 that must not exist. False: one line in *problem. */
bool note_key_make(const char *path, const char *name, struct arena *arena, const char **problem);

/* Read the key file. NULL: one line in *problem. */
struct note_signer *note_signer_read(const char *path, struct arena *arena, const char **problem);
void note_signer_free(struct note_signer *signer);

/* The verifier key of a signer, to be published: "name+hexid+base64". */
const char *note_verifier_text(const struct note_signer *signer, struct arena *arena);

/* Read a verifier key. False when it is none. */
bool note_verifier_read(const char *text, struct arena *arena, struct note_verifier *verifier);

/* Any text, which must end with a line break, with a signature line. */
const char *note_sign(const struct note_signer *signer, const char *text, struct arena *arena);

/* The signed checkpoint of a log at a size: origin, size, root, and the signature line. */
const char *note_checkpoint(const struct note_signer *signer, int64_t size, const uint8_t root[NOTE_HASH], struct arena *arena);

/*
 * Whether a checkpoint is of this verifier's log and signed by it; then its size and root. Signatures of unknown keys are
 * passed over, as witnesses add theirs.
 */
bool note_checkpoint_verify(const struct note_verifier *verifier, const char *note, struct arena *arena, int64_t *size,
			    uint8_t root[NOTE_HASH]);

/* The same for any text: whether it carries a right signature of this verifier. The text ends before the blank line. */
bool note_verify(const struct note_verifier *verifier, const char *note, struct arena *arena, const char **text);

#endif
