/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the registry keeps without knowing it: contact data, letters, keys of mailboxes, sealed under the contact key, which lies in a
 * file of its own (lib/seal/key; XChaCha20-Poly1305, a random nonce in front). Each is bound to where it stands: one put into another row or column
 * does not open.
 */
#ifndef SHANYU_SECRET_H
#define SHANYU_SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/arena.h"

#define SECRET_KEY 32

/* Seal for a place, "receipt.mailbox_key" of a row's key. */
const uint8_t *secret_seal(const uint8_t key[SECRET_KEY], const char *place, const char *row, const void *bytes, size_t size,
	struct arena *arena, size_t *sealed_size);

/* NULL when it was not sealed under this key for this place. The opened text has a NUL behind it. */
const uint8_t *secret_open(const uint8_t key[SECRET_KEY], const char *place, const char *row, const void *sealed, size_t sealed_size,
	struct arena *arena, size_t *size);

#endif
