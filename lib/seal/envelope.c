/* SPDX-License-Identifier: Apache-2.0 */
/* Writing sealed envelopes. Nothing here can open one. */
#include "envelope.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "envelope_form.h"

#define NO_RECORD SIZE_MAX

/* In guarded memory: the content is in clear until its chunk is full. */
struct envelope {
	int folder;
	int file;
	int failure;                            /* errno of what went wrong first, 0: nothing yet */
	size_t vouched;                         /* how much of the head the next chunk vouches for: all, then nothing */
	size_t used;                            /* bytes of content in the chunk */
	size_t record;                          /* where the open record of bytes begins, NO_RECORD: none */
	bool in_part;
	bool in_letter;
	size_t letter_size;                     /* content since the letter's begin, records and fillers included */
	crypto_secretstream_xchacha20poly1305_state stream;
	struct envelope_head head;
	uint8_t content[CHUNK];
	uint8_t sealed[SEALED_CHUNK];
};

_Static_assert(sizeof(struct envelope_head) == 120, "the head has no gaps");

void envelope_key_make(uint8_t public_key[ENVELOPE_KEY], uint8_t secret_key[ENVELOPE_KEY])
{
	crypto_box_keypair(public_key, secret_key);
}

void envelope_key_id(const uint8_t public_key[ENVELOPE_KEY], uint8_t id[ENVELOPE_KEY_ID])
{
	static const uint8_t personal[crypto_generichash_blake2b_PERSONALBYTES] = "shanyu.key-id";
	uint8_t hash[32];

	crypto_generichash_blake2b_salt_personal(hash, sizeof hash, public_key, ENVELOPE_KEY, NULL, 0, NULL, personal);
	memcpy(id, hash, ENVELOPE_KEY_ID);
}

static bool fail(struct envelope *envelope, int failure)
{
	if (!envelope->failure)
		envelope->failure = failure;
	return false;
}

static bool write_all(struct envelope *envelope, const void *bytes, size_t size)
{
	const uint8_t *at = bytes;

	while (size) {
		ssize_t wrote = write(envelope->file, at, size);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return fail(envelope, wrote < 0 ? errno : ENOSPC);
		at += wrote;
		size -= (size_t)wrote;
	}
	return true;
}

/* It lets the folder's owner read: who is the writer himself, or somebody of the folder's group. */
static int open_nameless(int folder)
{
	struct stat status;
	bool own = fstat(folder, &status) == 0 && status.st_uid == geteuid();
	mode_t before = umask(0);
	int file = openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, own ? 0400 : 0040);

	umask(before);
	return file;
}

static bool write_head(struct envelope *envelope, const uint8_t public_key[ENVELOPE_KEY])
{
	struct envelope_head *head = &envelope->head;
	uint8_t key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
	bool sealed;

	memcpy(head->magic, ENVELOPE_MAGIC, ENVELOPE_MAGIC_SIZE);
	envelope_key_id(public_key, head->key_id);
	crypto_secretstream_xchacha20poly1305_keygen(key);
	/* Fails for a public key of low order only, which no office has made. */
	sealed = crypto_box_seal(head->sealed_key, key, sizeof key, public_key) == 0 &&
		crypto_secretstream_xchacha20poly1305_init_push(&envelope->stream, head->stream, key) == 0;
	sodium_memzero(key, sizeof key);
	return sealed ? write_all(envelope, head, sizeof *head) : fail(envelope, EINVAL);
}

struct envelope *envelope_begin(int folder, const uint8_t public_key[ENVELOPE_KEY])
{
	struct envelope *envelope = sodium_malloc(sizeof *envelope);
	int failure;

	if (!envelope)
		return NULL;
	memset(envelope, 0, offsetof(struct envelope, content));
	envelope->folder = folder;
	envelope->record = NO_RECORD;
	envelope->vouched = ENVELOPE_VOUCHED;
	envelope->file = open_nameless(folder);
	if (envelope->file < 0)
		fail(envelope, errno);
	else
		write_head(envelope, public_key);
	if (!envelope->failure)
		return envelope;
	failure = envelope->failure;
	envelope_abandon(envelope);
	errno = failure;
	return NULL;
}

void envelope_abandon(struct envelope *envelope)
{
	if (envelope->file >= 0)
		close(envelope->file);
	sodium_free(envelope);
}

static bool seal_chunk(struct envelope *envelope, uint8_t tag)
{
	unsigned long long size;

	crypto_secretstream_xchacha20poly1305_push(&envelope->stream, envelope->sealed, &size, envelope->content, envelope->used,
		(const uint8_t *)&envelope->head, envelope->vouched, tag);
	sodium_memzero(envelope->content, envelope->used);
	envelope->used = 0;
	envelope->record = NO_RECORD;
	envelope->vouched = 0;
	return write_all(envelope, envelope->sealed, (size_t)size);
}

/* A full chunk is sealed only when something follows: the last one may be full. */
static bool make_room(struct envelope *envelope)
{
	return envelope->used < CHUNK || seal_chunk(envelope, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
}

static void put(struct envelope *envelope, const void *bytes, size_t size)
{
	memcpy(envelope->content + envelope->used, bytes, size);
	envelope->used += size;
	envelope->letter_size += size;
}

static bool fill(struct envelope *envelope, size_t size)
{
	static const uint8_t fillers[512] = { RECORD_FILLER };

	while (size && make_room(envelope)) {
		size_t some = CHUNK - envelope->used;

		some = some < size ? some : size;
		some = some < sizeof fillers ? some : sizeof fillers;
		put(envelope, fillers, some);
		size -= some;
	}
	envelope->record = NO_RECORD;
	return !envelope->failure;
}

/* The head of a record; its bytes follow, and at least `size` of them find room in this chunk. */
static bool put_record(struct envelope *envelope, uint8_t kind, size_t size)
{
	uint8_t head[RECORD_HEAD] = { kind, 0, 0, (uint8_t)(size >> 8), (uint8_t)size };

	if (CHUNK - envelope->used < RECORD_HEAD + size && !fill(envelope, CHUNK - envelope->used))
		return false;
	if (!make_room(envelope))
		return false;
	put(envelope, head, sizeof head);
	return true;
}

static size_t size_class(size_t size)
{
	size_t class = (size_t)2 * 1024;

	while (class < size && class < (size_t)128 * 1024)
		class *= 4;
	return (size + class - 1) / class * class;
}

static bool end_part(struct envelope *envelope)
{
	bool in_letter = envelope->in_letter;

	envelope->record = NO_RECORD;
	envelope->in_letter = false;
	return !in_letter || fill(envelope, size_class(envelope->letter_size) - envelope->letter_size);
}

bool envelope_part(struct envelope *envelope, enum envelope_kind kind, const char *name)
{
	size_t length = strlen(name);

	if (envelope->failure)
		return false;
	if (length > ENVELOPE_LONGEST_NAME)
		return fail(envelope, ENAMETOOLONG);
	if (!end_part(envelope))
		return false;
	/* What fills up the chunk before it does not count to the letter. */
	if (CHUNK - envelope->used < RECORD_HEAD + length && !fill(envelope, CHUNK - envelope->used))
		return false;
	envelope->letter_size = 0;
	envelope->in_part = true;
	envelope->in_letter = kind == ENVELOPE_LETTER;
	if (!put_record(envelope, kind == ENVELOPE_LETTER ? RECORD_LETTER : RECORD_FILE, length))
		return false;
	put(envelope, name, length);
	return true;
}

/* The size of the open record, which grows until its chunk is full: how a letter was handed over does not change its size. */
static void size_record(struct envelope *envelope)
{
	size_t size = envelope->used - envelope->record - RECORD_HEAD;

	envelope->content[envelope->record + 2] = (uint8_t)(size >> 16);
	envelope->content[envelope->record + 3] = (uint8_t)(size >> 8);
	envelope->content[envelope->record + 4] = (uint8_t)size;
}

bool envelope_write(struct envelope *envelope, const void *bytes, size_t size)
{
	const uint8_t *at = bytes;

	if (!envelope->in_part)
		fail(envelope, EINVAL);
	while (size && !envelope->failure) {
		size_t some;

		if (envelope->used == CHUNK && !make_room(envelope))
			break;
		if (envelope->record == NO_RECORD) {
			/* With room for one byte of it: see there for what fills the chunk up when there is none. */
			if (!put_record(envelope, RECORD_BYTES, 1))
				break;
			envelope->record = envelope->used - RECORD_HEAD;
		}
		some = CHUNK - envelope->used < size ? CHUNK - envelope->used : size;
		put(envelope, at, some);
		size_record(envelope);
		at += some;
		size -= some;
	}
	return !envelope->failure;
}

/* The names that are in the folder now are there after a power cut. */
static bool sync_folder(struct envelope *envelope)
{
	if (fsync(envelope->folder) == 0)
		return true;
	/* No descriptor that reads: the whole file system then. */
	return (errno == EBADF && syncfs(envelope->file) == 0) || fail(envelope, errno);
}

static enum envelope_end give_name(struct envelope *envelope, const char *name)
{
	char path[64];

	snprintf(path, sizeof path, "/proc/self/fd/%d", envelope->file);
	if (linkat(AT_FDCWD, path, envelope->folder, name, AT_SYMLINK_FOLLOW) == 0)
		return ENVELOPE_SENT;
	if (errno == EEXIST)
		return ENVELOPE_ALREADY_THERE;
	fail(envelope, errno);
	return ENVELOPE_FAILED;
}

static bool is_full(int failure)
{
	return failure == ENOSPC || failure == EDQUOT || failure == EFBIG;
}

enum envelope_end envelope_end(struct envelope *envelope, const char *name)
{
	enum envelope_end end = ENVELOPE_FAILED;
	int failure;

	if (strchr(name, '/'))
		fail(envelope, EINVAL);
	if (!envelope->failure && end_part(envelope) && seal_chunk(envelope, crypto_secretstream_xchacha20poly1305_TAG_FINAL) &&
		(fsync(envelope->file) == 0 || fail(envelope, errno)))
		end = give_name(envelope, name);
	/* Of one that is there already, too: who put it there may still be waiting for the disk. */
	if (!envelope->failure && !sync_folder(envelope))
		end = ENVELOPE_FAILED;
	failure = envelope->failure;
	if (failure)
		end = is_full(failure) ? ENVELOPE_NO_ROOM : ENVELOPE_FAILED;
	envelope_abandon(envelope);
	errno = failure;
	return end;
}
