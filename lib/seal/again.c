/* SPDX-License-Identifier: Apache-2.0 */
/* Letters sent again: named by what they say. */
#include "again.h"

#include <sodium.h>
#include <string.h>

#include "lib/base/json.h"

#define HASH ((size_t)8)

/* Of a letter, what its sender did not write. */
static const char *const around[] = { "version", "what", "lookup", "key", "sent_at", "lane", "trap", NULL };

const char *again_name(const char *envelope, const json_t *letter, struct arena *arena)
{
	const char *key = json_string_value(json_object_get(letter, "key")), *text;
	size_t key_size = key ? strnlen(key, crypto_generichash_KEYBYTES_MAX) : 0;
	uint8_t hash[crypto_generichash_BYTES_MIN];
	char hex[2 * HASH + 1];
	json_t *written = json_copy((json_t *)letter);

	for (const char *const *name = around; *name; name++)
		json_object_del(written, *name);
	text = json_canonical(written, arena);
	crypto_generichash(hash, sizeof hash, (const unsigned char *)text, strlen(text),
			   key_size >= crypto_generichash_KEYBYTES_MIN ? (const unsigned char *)key : NULL,
			   key_size >= crypto_generichash_KEYBYTES_MIN ? key_size : 0);
	return arena_format(arena, "%s-m%s", envelope, sodium_bin2hex(hex, sizeof hex, hash, HASH));
}
