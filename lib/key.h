/* SPDX-License-Identifier: Apache-2.0 */
/* A secret key in a file: 64 hexadecimal digits and a line break, mode 0600. In memory it lies in libsodium's guarded pages. */
#ifndef SHANYU_LIB_KEY_H
#define SHANYU_LIB_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

#define KEY_SIZE 32

/* Make a random key in a file that must not exist, on disk when it returns. False: one line in *problem. */
bool key_make(const char *path, struct arena *arena, const char **problem);

/* Read a key. NULL: one line in *problem. To be freed with key_free, which wipes it. */
uint8_t *key_read(const char *path, struct arena *arena, const char **problem);
void key_free(uint8_t *key);

#endif
