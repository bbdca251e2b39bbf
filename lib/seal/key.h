/* SPDX-License-Identifier: Apache-2.0 */
/* A secret key in a file: 64 hexadecimal digits and a line break, mode 0600. In memory it lies in libsodium's guarded pages. */
#ifndef SHANYU_LIB_KEY_H
#define SHANYU_LIB_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"

#define KEY_SIZE 32

/* Make a random key in a file that must not exist, on disk when it returns. False: one line in *problem. */
bool key_make(const char *path, struct arena *arena, const char **problem);

/* Read a key. NULL: one line in *problem. To be freed with key_free, which wipes it. */
uint8_t *key_read(const char *path, struct arena *arena, const char **problem);
void key_free(uint8_t *key);

/*
 * A key that is in memory only while it is used: its file stays open, and each use reads it into guarded pages, which are wiped and
 * closed to everybody afterwards. So whoever reads the memory of the program at any other time does not find it.
 */
struct key_file;

/* Open, and see that a key is in it. NULL: one line in *problem. Lives in the arena; key_file_close ends it. */
struct key_file *key_file_open(const char *path, struct arena *arena, const char **problem);

/* The key, until key_file_done; NULL: it cannot be read any more (errno). Not to be nested. */
const uint8_t *key_file_use(struct key_file *key);
void key_file_done(struct key_file *key);
void key_file_close(struct key_file *key);

#endif
