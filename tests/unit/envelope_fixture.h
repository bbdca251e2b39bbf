/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of envelopes share: an inbox, a pair of keys, writing a letter, and what an opened envelope says. */
#ifndef SHANYU_TESTS_ENVELOPE_FIXTURE_H
#define SHANYU_TESTS_ENVELOPE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/seal/envelope_form.h"

#define LETTER "{\"kind\":\"COMPLAINT\",\"text\":\"饭菜是凉的\"}"

struct fixture {
	char path[64];
	int folder;                     /* O_PATH: neither lists nor reads */
	uint8_t public_key[ENVELOPE_KEY];
	uint8_t secret_key[ENVELOPE_KEY];
};

static inline int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	strcpy(fixture->path, "/tmp/envelope_test.XXXXXX");
	if (sodium_init() < 0 || !mkdtemp(fixture->path))
		return -1;
	fixture->folder = open(fixture->path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	envelope_key_make(fixture->public_key, fixture->secret_key);
	*state = fixture;
	return fixture->folder < 0;
}

/* How many files the folder shows; with remove, none are left. */
static inline int files_in(const char *path, bool remove)
{
	DIR *folder = opendir(path);
	struct dirent *entry;
	int count = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		if (entry->d_name[0] == '.')
			continue;
		count++;
		if (remove)
			unlinkat(dirfd(folder), entry->d_name, 0);
	}
	closedir(folder);
	return count;
}

static inline int tear_down(void **state)
{
	struct fixture *fixture = *state;

	close(fixture->folder);
	chmod(fixture->path, 0700);
	files_in(fixture->path, true);
	rmdir(fixture->path);
	test_free(fixture);
	return 0;
}

static inline int open_file(const struct fixture *fixture, const char *name)
{
	char path[256];
	int file;

	snprintf(path, sizeof path, "%s/%s", fixture->path, name);
	file = open(path, O_RDONLY | O_CLOEXEC);
	assert_true(file >= 0);
	return file;
}

static inline off_t size_of(const struct fixture *fixture, const char *name)
{
	int file = open_file(fixture, name);
	off_t size = lseek(file, 0, SEEK_END);

	close(file);
	return size;
}

static inline enum envelope_end send_letter(const struct fixture *fixture, const char *name, const void *letter, size_t size)
{
	struct envelope *envelope = envelope_begin(fixture->folder, fixture->public_key);

	assert_non_null(envelope);
	envelope_part(envelope, ENVELOPE_LETTER, "");
	envelope_write(envelope, letter, size);
	return envelope_end(envelope, name);
}

/* What an opened envelope says, as far as a test needs it. */
struct opened {
	enum envelope_verdict verdict;
	int parts;
	enum envelope_kind kinds[8];
	char names[8][ENVELOPE_LONGEST_NAME + 1];
	size_t sizes[8];
	uint8_t hashes[8][32];
	char begin[8][64];
};

static inline void end_opened_part(struct opened *opened, crypto_generichash_state *hash)
{
	if (opened->parts)
		crypto_generichash_final(hash, opened->hashes[opened->parts - 1], 32);
	crypto_generichash_init(hash, NULL, 0, 32);
}

static inline enum envelope_verdict open_envelope(const struct fixture *fixture, int file, struct opened *opened)
{
	struct envelope_reader *reader;
	struct envelope_piece piece;
	enum envelope_event event;
	crypto_generichash_state hash;

	memset(opened, 0, sizeof *opened);
	reader = envelope_open(file, fixture->public_key, fixture->secret_key, &opened->verdict);
	if (!reader)
		return opened->verdict;
	while ((event = envelope_next(reader, &piece)) == ENVELOPE_PART || event == ENVELOPE_BYTES) {
		int at = opened->parts - 1;

		if (event == ENVELOPE_PART) {
			assert_true(at < 7);
			end_opened_part(opened, &hash);
			opened->kinds[opened->parts] = piece.kind;
			strcpy(opened->names[opened->parts++], piece.name);
			continue;
		}
		assert_true(at >= 0 && piece.size <= CHUNK);
		crypto_generichash_update(&hash, piece.bytes, piece.size);
		for (size_t i = 0; i < piece.size && opened->sizes[at] + i < sizeof opened->begin[at] - 1; i++)
			opened->begin[at][opened->sizes[at] + i] = (char)piece.bytes[i];
		opened->sizes[at] += piece.size;
	}
	end_opened_part(opened, &hash);
	opened->verdict = piece.verdict;
	assert_int_equal(event == ENVELOPE_DONE, opened->verdict == ENVELOPE_FINE);
	/* It stays as it is. */
	assert_int_equal(envelope_next(reader, &piece), event);
	envelope_close(reader);
	return opened->verdict;
}

static inline enum envelope_verdict open_named(const struct fixture *fixture, const char *name, struct opened *opened)
{
	int file = open_file(fixture, name);
	enum envelope_verdict verdict = open_envelope(fixture, file, opened);

	close(file);
	return verdict;
}

/* The verdict of bytes that are in no folder. */
static inline enum envelope_verdict verdict_of(const struct fixture *fixture, int memory, const uint8_t *bytes, size_t size)
{
	struct opened opened;

	assert_int_equal(ftruncate(memory, 0), 0);
	assert_int_equal(pwrite(memory, bytes, size, 0), size);
	lseek(memory, 0, SEEK_SET);
	return open_envelope(fixture, memory, &opened);
}

static inline uint8_t *bytes_of(const struct fixture *fixture, const char *name, size_t *size)
{
	int file = open_file(fixture, name);
	uint8_t *bytes;

	*size = (size_t)lseek(file, 0, SEEK_END);
	bytes = test_malloc(*size);
	assert_int_equal(pread(file, bytes, *size, 0), *size);
	close(file);
	return bytes;
}

/* Bytes that look the same every time, but nowhere alike. */
static inline void pattern(uint8_t *bytes, size_t size, uint32_t number)
{
	uint8_t seed[randombytes_SEEDBYTES] = { (uint8_t)(number >> 24), (uint8_t)(number >> 16), (uint8_t)(number >> 8),
		(uint8_t)number };

	randombytes_buf_deterministic(bytes, size, seed);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
