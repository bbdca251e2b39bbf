/* SPDX-License-Identifier: Apache-2.0 */
/* The mailbox. A sealed answer: magic (8, the last byte is the version), nonce (24), the sealed text (16 more than its class of size). */
#include "mailbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "\xE5\x96\x84Mail\x01"
#define MAGIC_SIZE ((size_t)8)
#define NONCE_SIZE ((size_t)crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
#define TAG_SIZE ((size_t)crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define HEAD_SIZE (MAGIC_SIZE + NONCE_SIZE)
#define LARGEST_STEP ((size_t)64 * 1024)
#define LARGEST ((off_t)32 * 1024 * 1024)

/* A text with the byte that ends it, filled up with more of the same. */
static size_t class_of(size_t text_size)
{
	size_t with_end = text_size + 1;

	if (with_end <= (size_t)4 * 1024)
		return (size_t)4 * 1024;
	if (with_end <= (size_t)16 * 1024)
		return (size_t)16 * 1024;
	return (with_end + LARGEST_STEP - 1) / LARGEST_STEP * LARGEST_STEP;
}

const char *mailbox_seal(const uint8_t key[RECEIPT_HASH], const uint8_t lookup[RECEIPT_HASH], const char *text, size_t text_size,
			 size_t *sealed_size, struct arena *arena)
{
	size_t filled = class_of(text_size);
	unsigned char *plain = arena_take(arena, filled), *sealed = arena_take(arena, HEAD_SIZE + filled + TAG_SIZE);

	memcpy(plain, text, text_size);
	memset(plain + text_size, 0, filled - text_size);
	memcpy(sealed, MAGIC, MAGIC_SIZE);
	randombytes_buf(sealed + MAGIC_SIZE, NONCE_SIZE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(sealed + HEAD_SIZE, NULL, plain, filled, lookup, RECEIPT_HASH, NULL,
						   sealed + MAGIC_SIZE, key);
	sodium_memzero(plain, filled);
	*sealed_size = HEAD_SIZE + filled + TAG_SIZE;
	return (const char *)sealed;
}

enum mailbox_verdict mailbox_open(const uint8_t key[RECEIPT_HASH], const uint8_t lookup[RECEIPT_HASH], const char *bytes,
				  size_t size, struct arena *arena, const char **text)
{
	const unsigned char *sealed = (const unsigned char *)bytes;
	unsigned char *plain;

	if (size <= HEAD_SIZE + TAG_SIZE || memcmp(bytes, MAGIC, MAGIC_SIZE) != 0)
		return MAILBOX_BROKEN;
	plain = arena_take(arena, size);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain, NULL, NULL, sealed + HEAD_SIZE, size - HEAD_SIZE, lookup,
						       RECEIPT_HASH, sealed + MAGIC_SIZE, key) != 0 ||
	    !memchr(plain, 0, size - HEAD_SIZE - TAG_SIZE))
		return MAILBOX_BROKEN;
	*text = (const char *)plain;
	return MAILBOX_FOUND;
}

static bool write_all(int file, const char *bytes, size_t size)
{
	while (size) {
		ssize_t written = write(file, bytes, size);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		bytes += written;
		size -= (size_t)written;
	}
	return true;
}

bool mailbox_put(int folder, const char *lookup, const void *bytes, size_t size)
{
	char name[RECEIPT_NAME + 8];
	int file;
	bool put;

	snprintf(name, sizeof name, ".%.64s.new", lookup);
	file = openat(folder, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0640);
	if (file < 0)
		return false;
	put = fchmod(file, 0640) == 0 && write_all(file, bytes, size);
	return close(file) == 0 && put && renameat(folder, name, folder, lookup) == 0;
}

static bool read_all(int file, char *bytes, size_t size)
{
	while (size) {
		ssize_t count = read(file, bytes, size);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		bytes += count;
		size -= (size_t)count;
	}
	return true;
}

enum mailbox_verdict mailbox_read(int folder, const struct receipt *receipt, struct arena *arena, const char **text)
{
	uint8_t lookup[RECEIPT_HASH], key[RECEIPT_HASH];
	enum mailbox_verdict verdict = MAILBOX_BROKEN;
	char name[RECEIPT_NAME];
	struct stat status;
	int file;

	receipt_lookup(receipt, lookup);
	sodium_bin2hex(name, sizeof name, lookup, sizeof lookup);
	file = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (file < 0)
		return errno == ENOENT ? MAILBOX_NONE : MAILBOX_BROKEN;
	if (fstat(file, &status) == 0 && status.st_size > 0 && status.st_size <= LARGEST) {
		char *bytes = arena_take(arena, (size_t)status.st_size);

		receipt_key(receipt, key);
		if (read_all(file, bytes, (size_t)status.st_size))
			verdict = mailbox_open(key, lookup, bytes, (size_t)status.st_size, arena, text);
		sodium_memzero(key, sizeof key);
	}
	close(file);
	return verdict;
}
