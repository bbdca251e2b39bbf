/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any content of an envelope: the bytes are sealed as a stranger who knows the public key could, and opened by the reader; and any bytes
 * as an envelope.
 */
#include <sodium.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/envelope_form.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static uint8_t public_key[ENVELOPE_KEY], secret_key[ENVELOPE_KEY];

static void read_whole(int file)
{
	enum envelope_verdict verdict;
	struct envelope_reader *reader;
	struct envelope_piece piece;
	enum envelope_event event;

	lseek(file, 0, SEEK_SET);
	reader = envelope_open(file, public_key, secret_key, &verdict);
	while (reader && (event = envelope_next(reader, &piece)) != ENVELOPE_DONE && event != ENVELOPE_STOPPED)
		;
	envelope_close(reader);
}

/* One chunk holding the bytes, sealed rightly. */
static void write_sealed(int file, const uint8_t *bytes, size_t size)
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
	if (write(file, &head, sizeof head) < 0 || write(file, sealed, sealed_size) < 0)
		return;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static int file = -1;

	if (file < 0) {
		if (sodium_init() < 0)
			return 0;
		file = memfd_create("envelope", 0);
		envelope_key_make(public_key, secret_key);
	}
	if (size > CHUNK)
		return 0;
	for (int sealed = 0; sealed < 2; sealed++) {
		if (ftruncate(file, 0) != 0 || lseek(file, 0, SEEK_SET) != 0)
			return 0;
		if (sealed)
			write_sealed(file, bytes, size);
		else if (write(file, bytes, size) < 0)
			return 0;
		read_whole(file);
	}
	return 0;
}
