/* SPDX-License-Identifier: Apache-2.0 */
/* Time stamps: a line that says what this is, then "name: value" lines in a fixed order. */
#include "stamp.h"

#include <sodium.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/base/text.h"

#define FIRST_LINE "shanyu receipt stamp 1\n"

void stamp_commit(const uint8_t salt[STAMP_HASH], const char *letter, uint8_t commitment[STAMP_HASH])
{
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, salt, STAMP_HASH);
	crypto_hash_sha256_update(&state, (const unsigned char *)letter, strlen(letter));
	crypto_hash_sha256_final(&state, commitment);
}

const char *stamp_make(const struct note_signer *signer, const struct stamp *stamp, struct arena *arena, const char **problem)
{
	char commitment[2 * STAMP_HASH + 1];

	if (strchr(stamp->number, '\n') || strchr(stamp->kind, '\n') || strchr(stamp->deadline_day, '\n') || strchr(stamp->source, '\n')) {
		*problem = "a time stamp takes no texts with line breaks";
		return NULL;
	}
	sodium_bin2hex(commitment, sizeof commitment, stamp->commitment, sizeof stamp->commitment);
	return note_sign(signer,
			 arena_format(arena, FIRST_LINE "number: %s\nkind: %s\nreceived: %lld (%s)\ndeadline: %s\nsource: %s\ncommitment: %s\n",
				      stamp->number, stamp->kind, (long long)stamp->received_at,
				      calendar_moment_text(arena, stamp->received_at, CALENDAR_CHINA), stamp->deadline_day, stamp->source,
				      commitment),
			 arena);
}

/* The value of the line that must come next. NULL: another one comes. */
static const char *take_line(const char **at, const char *name, struct arena *arena)
{
	size_t length = strlen(name), size;
	const char *value = *at + length;

	if (strncmp(*at, name, length) != 0)
		return NULL;
	size = strcspn(value, "\n");
	*at = value + size + (value[size] == '\n');
	return arena_text(arena, value, size);
}

bool stamp_read(const struct note_verifier *verifier, const char *note, struct arena *arena, struct stamp *stamp)
{
	const char *text, *at, *received, *commitment;
	size_t size;

	if (!note_verify(verifier, note, arena, &text) || strncmp(text, FIRST_LINE, strlen(FIRST_LINE)) != 0)
		return false;
	at = text + strlen(FIRST_LINE);
	stamp->number = take_line(&at, "number: ", arena);
	stamp->kind = stamp->number ? take_line(&at, "kind: ", arena) : NULL;
	received = stamp->kind ? take_line(&at, "received: ", arena) : NULL;
	stamp->deadline_day = received ? take_line(&at, "deadline: ", arena) : NULL;
	stamp->source = stamp->deadline_day ? take_line(&at, "source: ", arena) : NULL;
	commitment = stamp->source ? take_line(&at, "commitment: ", arena) : NULL;
	return commitment && text_to_integer(arena_text(arena, received, strcspn(received, " ")), &stamp->received_at) &&
	       sodium_hex2bin(stamp->commitment, STAMP_HASH, commitment, strlen(commitment), NULL, &size, NULL) == 0 && size == STAMP_HASH;
}
