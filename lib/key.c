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

uint8_t *key_read(const char *path, struct arena *arena, const char **problem)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	uint8_t *key = sodium_malloc(KEY_SIZE);
	char *text = sodium_malloc(TEXT_SIZE);
	size_t size = 0;

	if (file < 0)
		*problem = arena_format(arena, "%s: %s; 'shanyu init' makes it", path, strerror(errno));
	else if (!key || !text || read(file, text, TEXT_SIZE) < (ssize_t)TEXT_SIZE - 1 ||
		 sodium_hex2bin(key, KEY_SIZE, text, TEXT_SIZE - 1, NULL, &size, NULL) != 0 || size != KEY_SIZE)
		*problem = arena_format(arena, "%s: this is no key of 64 hexadecimal digits; put the right file there", path);
	if (file >= 0)
		close(file);
	sodium_free(text);
	if (size == KEY_SIZE)
		return key;
	sodium_free(key);
	return NULL;
}

void key_free(uint8_t *key)
{
	sodium_free(key);
}
