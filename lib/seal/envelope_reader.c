/* SPDX-License-Identifier: Apache-2.0 */
/* Opening sealed envelopes, chunk by chunk. */
#include <errno.h>
#include <unistd.h>

#include "envelope_form.h"

/* In guarded memory: the content is in clear. */
struct envelope_reader {
	int file;
	enum envelope_verdict verdict;
	bool last;                              /* the chunk at hand is the last */
	bool in_part;
	size_t vouched;                         /* how much of the head the next chunk vouches for */
	size_t used;                            /* bytes of content in the chunk */
	size_t at;                              /* the next record */
	crypto_secretstream_xchacha20poly1305_state stream;
	struct envelope_head head;
	char name[ENVELOPE_LONGEST_NAME + 1];
	uint8_t content[CHUNK];
	uint8_t sealed[SEALED_CHUNK];
};

/* As many bytes as there are, up to size; -1: errno. */
static ssize_t read_all(int file, void *bytes, size_t size)
{
	size_t got = 0;

	while (got < size) {
		ssize_t more = read(file, (uint8_t *)bytes + got, size - got);

		if (more < 0 && errno == EINTR)
			continue;
		if (more < 0)
			return -1;
		if (more == 0)
			break;
		got += (size_t)more;
	}
	return (ssize_t)got;
}

static enum envelope_verdict read_head(int file, struct envelope_head *head)
{
	ssize_t got = read_all(file, head, sizeof *head);

	if (got < 0)
		return ENVELOPE_UNREADABLE;
	if ((size_t)got != sizeof *head || memcmp(head->magic, ENVELOPE_MAGIC, ENVELOPE_VERSION_AT) != 0)
		return ENVELOPE_NO_ENVELOPE;
	if (head->magic[ENVELOPE_VERSION_AT] != ENVELOPE_MAGIC[ENVELOPE_VERSION_AT])
		return ENVELOPE_OTHER_VERSION;
	return ENVELOPE_FINE;
}

enum envelope_verdict envelope_sealed_to(int file, uint8_t id[ENVELOPE_KEY_ID])
{
	struct envelope_head head;
	off_t before = lseek(file, 0, SEEK_CUR);
	enum envelope_verdict verdict = read_head(file, &head);

	if (before < 0 || lseek(file, before, SEEK_SET) < 0)
		return ENVELOPE_UNREADABLE;
	if (verdict == ENVELOPE_FINE)
		memcpy(id, head.key_id, ENVELOPE_KEY_ID);
	return verdict;
}

static enum envelope_verdict open_head(struct envelope_reader *reader, const uint8_t public_key[ENVELOPE_KEY],
	const uint8_t secret_key[ENVELOPE_KEY])
{
	uint8_t id[ENVELOPE_KEY_ID], key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
	enum envelope_verdict verdict = read_head(reader->file, &reader->head);

	if (verdict != ENVELOPE_FINE)
		return verdict;
	envelope_key_id(public_key, id);
	if (memcmp(id, reader->head.key_id, sizeof id) != 0)
		return ENVELOPE_OTHER_KEY;
	if (crypto_box_seal_open(key, reader->head.sealed_key, sizeof reader->head.sealed_key, public_key, secret_key) != 0 ||
		crypto_secretstream_xchacha20poly1305_init_pull(&reader->stream, reader->head.stream, key) != 0)
		verdict = ENVELOPE_BROKEN;
	sodium_memzero(key, sizeof key);
	return verdict;
}

struct envelope_reader *envelope_open(int file, const uint8_t public_key[ENVELOPE_KEY],
	const uint8_t secret_key[ENVELOPE_KEY], enum envelope_verdict *verdict)
{
	struct envelope_reader *reader = sodium_malloc(sizeof *reader);

	*verdict = ENVELOPE_UNREADABLE;
	if (!reader)
		return NULL;
	memset(reader, 0, offsetof(struct envelope_reader, content));
	reader->file = file;
	reader->vouched = ENVELOPE_VOUCHED;
	*verdict = open_head(reader, public_key, secret_key);
	if (*verdict == ENVELOPE_FINE)
		return reader;
	envelope_close(reader);
	return NULL;
}

void envelope_close(struct envelope_reader *reader)
{
	int failure = errno;

	sodium_free(reader);
	errno = failure;
}

/* Every chunk but the last is full, and behind the last there is nothing. */
static enum envelope_verdict next_chunk(struct envelope_reader *reader)
{
	ssize_t got = read_all(reader->file, reader->sealed, SEALED_CHUNK);
	unsigned long long used = 0;
	uint8_t tag = 0xFF, more;

	if (got < 0)
		return ENVELOPE_UNREADABLE;
	if (crypto_secretstream_xchacha20poly1305_pull(&reader->stream, reader->content, &used, &tag, reader->sealed,
		    (unsigned long long)got, (const uint8_t *)&reader->head, reader->vouched) != 0)
		return ENVELOPE_BROKEN;
	reader->vouched = 0;
	reader->used = (size_t)used;
	reader->at = 0;
	if (tag == crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
		return reader->used == CHUNK ? ENVELOPE_FINE : ENVELOPE_BROKEN;
	if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL)
		return ENVELOPE_BROKEN;
	reader->last = true;
	got = read_all(reader->file, &more, 1);
	if (got < 0)
		return ENVELOPE_UNREADABLE;
	return got == 0 ? ENVELOPE_FINE : ENVELOPE_BROKEN;
}

static enum envelope_event stop(struct envelope_reader *reader, struct envelope_piece *piece, enum envelope_verdict verdict)
{
	reader->verdict = verdict;
	*piece = (struct envelope_piece){ .verdict = verdict };
	return ENVELOPE_STOPPED;
}

static enum envelope_event next_record(struct envelope_reader *reader, struct envelope_piece *piece)
{
	const uint8_t *head = reader->content + reader->at, *bytes = head + RECORD_HEAD;
	size_t left = reader->used - reader->at, size;

	if (left < RECORD_HEAD)
		return stop(reader, piece, ENVELOPE_BROKEN);
	size = (size_t)head[1] << 24 | (size_t)head[2] << 16 | (size_t)head[3] << 8 | head[4];
	if (size > left - RECORD_HEAD)
		return stop(reader, piece, ENVELOPE_BROKEN);
	reader->at += RECORD_HEAD + size;
	if (head[0] == RECORD_BYTES && reader->in_part) {
		*piece = (struct envelope_piece){ .bytes = bytes, .size = size };
		return ENVELOPE_BYTES;
	}
	/* A sender can seal whatever he likes: only what this program writes is read. */
	if ((head[0] != RECORD_LETTER && head[0] != RECORD_FILE) || size > ENVELOPE_LONGEST_NAME || memchr(bytes, '\0', size))
		return stop(reader, piece, ENVELOPE_BROKEN);
	reader->in_part = true;
	memcpy(reader->name, bytes, size);
	reader->name[size] = '\0';
	*piece = (struct envelope_piece){ .kind = head[0] == RECORD_LETTER ? ENVELOPE_LETTER : ENVELOPE_FILE,
					  .name = reader->name };
	return ENVELOPE_PART;
}

enum envelope_event envelope_next(struct envelope_reader *reader, struct envelope_piece *piece)
{
	if (reader->verdict != ENVELOPE_FINE)
		return stop(reader, piece, reader->verdict);
	for (;;) {
		enum envelope_verdict verdict;

		while (reader->at < reader->used && reader->content[reader->at] == RECORD_FILLER)
			reader->at++;
		if (reader->at < reader->used)
			return next_record(reader, piece);
		if (reader->last) {
			*piece = (struct envelope_piece){ .verdict = ENVELOPE_FINE };
			return ENVELOPE_DONE;
		}
		verdict = next_chunk(reader);
		if (verdict != ENVELOPE_FINE)
			return stop(reader, piece, verdict);
	}
}
