/* SPDX-License-Identifier: Apache-2.0 */
/* Sealing under the contact key. */
#include "secret.h"

#include <sodium.h>
#include <string.h>

#define NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define OVERHEAD (NONCE + crypto_aead_xchacha20poly1305_ietf_ABYTES)

static const char *bound_to(const char *place, const char *row, struct arena *arena)
{
	return arena_format(arena, "%s %s", place, row);
}

const uint8_t *secret_seal(const uint8_t key[SECRET_KEY], const char *place, const char *row, const void *bytes, size_t size,
	struct arena *arena, size_t *sealed_size)
{
	uint8_t *sealed = arena_take(arena, size + OVERHEAD);
	const char *bound = bound_to(place, row, arena);

	randombytes_buf(sealed, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(sealed + NONCE, NULL, bytes, size, (const uint8_t *)bound, strlen(bound), NULL, sealed,
						   key);
	*sealed_size = size + OVERHEAD;
	return sealed;
}

const uint8_t *secret_open(const uint8_t key[SECRET_KEY], const char *place, const char *row, const void *sealed, size_t sealed_size,
	struct arena *arena, size_t *size)
{
	const char *bound = bound_to(place, row, arena);
	const uint8_t *bytes = sealed;
	uint8_t *opened;

	if (sealed_size < OVERHEAD)
		return NULL;
	*size = sealed_size - OVERHEAD;
	opened = arena_take(arena, *size + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(opened, NULL, NULL, bytes + NONCE, sealed_size - NONCE, (const uint8_t *)bound,
						       strlen(bound), bytes, key) != 0)
		return NULL;
	return opened;
}
