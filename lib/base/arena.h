/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory for one request or one command: taken piece by piece, given back all at once.
 * Out of memory, or over the cap, ends the program: a worker is replaced, a half-answer never sent.
 */
#ifndef SHANYU_ARENA_H
#define SHANYU_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new arena that may hold at most cap_bytes at any time. */
struct arena *arena_new(size_t cap_bytes);

/* Zeroed memory, aligned to 16 bytes, valid until the next sweep. */
void *arena_take(struct arena *arena, size_t size);

/* A NUL-terminated copy of size bytes. */
char *arena_text(struct arena *arena, const char *bytes, size_t size);

/* A NUL-terminated copy of a string. */
char *arena_copy(struct arena *arena, const char *text);

/* printf into the arena. */
char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_format_list(struct arena *arena, const char *format, va_list arguments);

/* Where the arena stands now, and going back there: all that was taken since is given back. */
struct arena_mark {
	void *block;
	size_t used;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_return(struct arena *arena, struct arena_mark mark);

/* Give everything back; blocks beyond the first are returned to the system. */
void arena_sweep(struct arena *arena);

/* The same, and nothing of what was there can be read any more. */
void arena_wipe(struct arena *arena);

void arena_free(struct arena *arena);

#endif
