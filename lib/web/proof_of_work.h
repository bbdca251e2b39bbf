/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A little work before sending, so that flooding costs more than writing: the ALTCHA protocol, version 1 (SHA-256 and HMAC).
 * A challenge is bound to the name of what will be sent. So nobody keeps a list of used ones: used again, it sends the same again.
 */
#ifndef SHANYU_PROOF_OF_WORK_H
#define SHANYU_PROOF_OF_WORK_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"

#define PROOF_KEY 32
/* How many numbers are tried at most: one to two seconds of a cheap telephone. */
#define PROOF_LARGEST_NUMBER 40000
#define PROOF_SECONDS_VALID ((int64_t)2 * 3600)

/* A challenge for a name (letters, digits, - and _), as the JSON text that the widget takes. */
const char *proof_of_work_challenge(const uint8_t key[PROOF_KEY], const char *name, int64_t now, struct arena *arena);

/* Whether a payload (base64 of JSON, as the widget gives it) solves a challenge made with this key for this name, not expired. */
bool proof_of_work_verify(const uint8_t key[PROOF_KEY], const char *payload, const char *name, int64_t now);

#endif
