/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any content of an envelope: the bytes are sealed as a stranger who knows the public key could, and opened by the reader; and any bytes
 * as an envelope.
 */
#include <sodium.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "harness.h"
#include "lib/seal/envelope_form.h"

static uint8_t public_key[ENVELOPE_KEY], secret_key[ENVELOPE_KEY];

static void read_whole(int opened)
{
	enum envelope_verdict verdict;
	struct envelope_reader *reader;
	struct envelope_piece piece;
	enum envelope_event event;

	lseek(opened, 0, SEEK_SET);
	reader = envelope_open(opened, public_key, secret_key, &verdict);
	while (reader && (event = envelope_next(reader, &piece)) != ENVELOPE_DONE && event != ENVELOPE_STOPPED)
		;
	envelope_close(reader);
}

/* One chunk holding the bytes, sealed rightly. */
static void write_sealed(int opened, const uint8_t *bytes, size_t size)
{
	static uint8_t sealed[SEALED_CHUNK];
	crypto_secretstream_xchacha20poly1305_state stream;
	uint8_t key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
	struct envelope_head head;
	unsigned long long sealed_size;

	memcpy(head.magic, ENVELOPE_MAGIC, sizeof head.magic);
	envelope_key_id(public_key, head.key_id);
	crypto_secretstream_xchacha20poly1305_keygen(key);
	crypto_box_seal(head.sealed_key, key, sizeof key, public_key);
	crypto_secretstream_xchacha20poly1305_init_push(&stream, head.stream, key);
	crypto_secretstream_xchacha20poly1305_push(&stream, sealed, &sealed_size, bytes, size, (const unsigned char *)&head, ENVELOPE_VOUCHED,
						   crypto_secretstream_xchacha20poly1305_TAG_FINAL);
	if (write(opened, &head, sizeof head) < 0 || write(opened, sealed, sealed_size) < 0)
		return;
}

static int file = -1;

static bool begin(void)
{
	if (sodium_init() < 0)
		return false;
	file = memfd_create("envelope", 0);
	envelope_key_make(public_key, secret_key);
	return file >= 0;
}

static void look(const uint8_t *bytes, size_t size)
{
	if (size > CHUNK)
		return;
	for (int sealed = 0; sealed < 2; sealed++) {
		if (ftruncate(file, 0) != 0 || lseek(file, 0, SEEK_SET) != 0)
			return;
		if (sealed)
			write_sealed(file, bytes, size);
		else if (write(file, bytes, size) < 0)
			return;
		read_whole(file);
	}
}

/* Clerk reads them, and starts other programs. */
const struct harness harness = { begin, CONFINE_TO_STARTING, look };
