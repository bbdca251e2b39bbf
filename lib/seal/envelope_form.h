/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The form of an envelope, version 1. Big-endian.
 *
 *   8  magic, the last byte of which is the version
 *   8  key id
 *  80  crypto_box_seal of the content key (32 random bytes) to the office's public key
 *  24  header of crypto_secretstream_xchacha20poly1305 under the content key
 *   then chunks: each 64 KiB of content (the last one 0 to 64 KiB), sealed, 17 bytes more; the last is tagged FINAL. The
 *   additional data of the first chunk is the 96 bytes before the stream, so that no byte of the file is without a witness.
 *
 * Content is records: kind (1), size (4), that many bytes; none goes over the end of a chunk. A byte 0 where a record would begin
 * is filler. A part lasts until the next.
 */
#ifndef SHANYU_LIB_ENVELOPE_FORM_H
#define SHANYU_LIB_ENVELOPE_FORM_H

#include <sodium.h>
#include <string.h>

#include "envelope.h"

#define ENVELOPE_MAGIC "\xE5\x96\x84Seal\x01"
#define ENVELOPE_MAGIC_SIZE 8
#define ENVELOPE_VERSION_AT 7

#define RECORD_FILLER 0
#define RECORD_LETTER 1
#define RECORD_FILE 2
#define RECORD_BYTES 3
#define RECORD_HEAD 5

#define CHUNK ((size_t)64 * 1024)
#define SEALED_CHUNK (CHUNK + crypto_secretstream_xchacha20poly1305_ABYTES)

struct envelope_head {
	uint8_t magic[ENVELOPE_MAGIC_SIZE];
	uint8_t key_id[ENVELOPE_KEY_ID];
	uint8_t sealed_key[crypto_box_SEALBYTES + crypto_secretstream_xchacha20poly1305_KEYBYTES];
	uint8_t stream[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
};

/* What the first chunk vouches for. */
#define ENVELOPE_VOUCHED offsetof(struct envelope_head, stream)

#endif
