/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The mailbox: what the office answers, one sealed file for each receipt, named by the receipt's look-up. Only who has the receipt can
 * find it and open it; who has a copy of the folder learns how many there are and about how much each says.
 */
#ifndef SHANYU_LIB_MAILBOX_H
#define SHANYU_LIB_MAILBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "receipt.h"

enum mailbox_verdict {
	MAILBOX_FOUND = 1,
	MAILBOX_NONE,  /* nothing is there under this look-up */
	MAILBOX_BROKEN /* not what was sealed with this key for this look-up, or it cannot be read: errno */
};

/*
 * Seal a text: XChaCha20-Poly1305 with the look-up as additional data, filled up to 4, 16, 64 KiB, then multiples of 64, so that the size
 * tells little. Held in the arena.
 */
const char *mailbox_seal(const uint8_t key[RECEIPT_HASH], const uint8_t lookup[RECEIPT_HASH], const char *text, size_t text_size,
			 size_t *sealed_size, struct arena *arena);

enum mailbox_verdict mailbox_open(const uint8_t key[RECEIPT_HASH], const uint8_t lookup[RECEIPT_HASH], const char *bytes,
				  size_t size, struct arena *arena, const char **text);

/*
 * Put it into the folder under its look-up (64 hexadecimal digits), in one step, in place of the one before. It is on disk only after a
 * sync of the folder's file system (syncfs).
 */
bool mailbox_put(int folder, const char *lookup, const void *bytes, size_t size);

/* Find and open what a receipt leads to. The folder may be one that cannot be listed (O_PATH). */
enum mailbox_verdict mailbox_read(int folder, const struct receipt *receipt, struct arena *arena, const char **text);

#endif
