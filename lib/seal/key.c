/* SPDX-License-Identifier: Apache-2.0 */
/* A secret key in a file. */
#include "key.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#define TEXT_SIZE (2 * KEY_SIZE + 1)

bool key_make(const char *path, struct arena *arena, const char **problem)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	uint8_t *key = sodium_malloc(KEY_SIZE);
	char *text = sodium_malloc(TEXT_SIZE);
	bool made = file >= 0 && key && text;

	if (made) {
		randombytes_buf(key, KEY_SIZE);
		sodium_bin2hex(text, TEXT_SIZE, key, KEY_SIZE);
		text[TEXT_SIZE - 1] = '\n';
		made = write(file, text, TEXT_SIZE) == (ssize_t)TEXT_SIZE && fsync(file) == 0;
	}
	if (!made)
		*problem = arena_format(arena, "%s: %s", path, strerror(errno));
	if (file >= 0)
		close(file);
	sodium_free(key);
	sodium_free(text);
	return made;
}

/* The digits at the begin of an open file as a key. */
static bool read_digits(int file, uint8_t *key)
{
	char *text = sodium_malloc(TEXT_SIZE);
	size_t size = 0;
	bool fine = text && pread(file, text, TEXT_SIZE, 0) >= (ssize_t)TEXT_SIZE - 1 &&
		    sodium_hex2bin(key, KEY_SIZE, text, TEXT_SIZE - 1, NULL, &size, NULL) == 0 && size == KEY_SIZE;

	sodium_free(text);
	return fine;
}

static int open_file(const char *path, struct arena *arena, const char **problem)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (file < 0)
		*problem = arena_format(arena, "%s: %s; 'shanyu init' makes it", path, strerror(errno));
	return file;
}

uint8_t *key_read(const char *path, struct arena *arena, const char **problem)
{
	int file = open_file(path, arena, problem);
	uint8_t *key = file < 0 ? NULL : sodium_malloc(KEY_SIZE);
	bool fine = key && read_digits(file, key);

	if (file >= 0 && !fine)
		*problem = arena_format(arena, "%s: this is no key of 64 hexadecimal digits; put the right file there", path);
	if (file >= 0)
		close(file);
	if (fine)
		return key;
	sodium_free(key);
	return NULL;
}

void key_free(uint8_t *key)
{
	sodium_free(key);
}

struct key_file {
	int file;
	uint8_t *room; /* guarded; nobody may touch it but between use and done */
};

const uint8_t *key_file_use(struct key_file *key)
{
	sodium_mprotect_readwrite(key->room);
	if (read_digits(key->file, key->room))
		return key->room;
	key_file_done(key);
	return NULL;
}

void key_file_done(struct key_file *key)
{
	sodium_memzero(key->room, KEY_SIZE);
	sodium_mprotect_noaccess(key->room);
}

struct key_file *key_file_open(const char *path, struct arena *arena, const char **problem)
{
	struct key_file *key = arena_take(arena, sizeof *key);

	*key = (struct key_file){ .file = open_file(path, arena, problem), .room = sodium_malloc(KEY_SIZE) };
	if (key->file >= 0 && key->room && key_file_use(key)) {
		key_file_done(key);
		return key;
	}
	if (key->file >= 0)
		*problem = arena_format(arena, "%s: this is no key of 64 hexadecimal digits; put the right file there", path);
	key_file_close(key);
	return NULL;
}

void key_file_close(struct key_file *key)
{
	if (!key)
		return;
	if (key->file >= 0)
		close(key->file);
	sodium_free(key->room);
	*key = (struct key_file){ .file = -1 };
}
