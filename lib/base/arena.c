/* SPDX-License-Identifier: Apache-2.0 */
/* Memory for one request or one command. The only file that calls malloc and free, with lib/web/page.cc. */
#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Under AddressSanitizer what is not taken is poisoned, so that an arena hides no overrun. */
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(at, size) ASAN_POISON_MEMORY_REGION(at, size)
#define UNPOISON(at, size) ASAN_UNPOISON_MEMORY_REGION(at, size)
#define GAP 16
#else
#define POISON(at, size) ((void)(at), (void)(size))
#define UNPOISON(at, size) ((void)(at), (void)(size))
#define GAP 0
#endif

#define ALIGNMENT ((size_t)16)
#define FIRST_BLOCK ((size_t)64 * 1024)

struct block {
	struct block *before;
	size_t size;
	size_t used;
	_Alignas(16) char bytes[];
};

struct arena {
	struct block *newest;
	size_t held;
	size_t cap;
};

static void end_for_memory(size_t size)
{
	fprintf(stderr, "out of memory: %zu more bytes would exceed the limit of one request\n", size);
	abort();
}

static void add_block(struct arena *arena, size_t least)
{
	size_t size = arena->newest ? arena->newest->size * 2 : FIRST_BLOCK;
	struct block *block;

	if (size < least)
		size = least;
	if (size > arena->cap - arena->held)
		size = least;
	if (size > arena->cap - arena->held)
		end_for_memory(least);
	block = malloc(sizeof *block + size);
	if (!block)
		end_for_memory(least);
	block->before = arena->newest;
	block->size = size;
	block->used = 0;
	POISON(block->bytes, size);
	arena->newest = block;
	arena->held += size;
}

struct arena *arena_new(size_t cap_bytes)
{
	struct arena *arena = calloc(1, sizeof *arena);

	if (!arena)
		end_for_memory(sizeof *arena);
	arena->cap = cap_bytes;
	add_block(arena, cap_bytes < FIRST_BLOCK ? cap_bytes : FIRST_BLOCK);
	return arena;
}

static void *take_unset(struct arena *arena, size_t size)
{
	size_t rounded = (size + GAP + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
	struct block *block = arena->newest;
	void *at;

	if (rounded < size)
		end_for_memory(size);
	if (rounded > block->size - block->used) {
		add_block(arena, rounded);
		block = arena->newest;
	}
	at = block->bytes + block->used;
	block->used += rounded;
	UNPOISON(at, size);
	return at;
}

void *arena_take(struct arena *arena, size_t size)
{
	return memset(take_unset(arena, size), 0, size);
}

char *arena_text(struct arena *arena, const char *bytes, size_t size)
{
	char *text = take_unset(arena, size + 1);

	if (size)
		memcpy(text, bytes, size);
	text[size] = '\0';
	return text;
}

char *arena_copy(struct arena *arena, const char *text)
{
	return arena_text(arena, text, strlen(text));
}

char *arena_format_list(struct arena *arena, const char *format, va_list arguments)
{
	va_list again;
	char small[256];
	char *text;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(small, sizeof small, format, arguments);
	if (length < 0)
		end_for_memory(0);
	text = take_unset(arena, (size_t)length + 1);
	if ((size_t)length < sizeof small)
		memcpy(text, small, (size_t)length + 1);
	else
		vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = arena_format_list(arena, format, arguments);
	va_end(arguments);
	return text;
}

struct arena_mark arena_mark(const struct arena *arena)
{
	return (struct arena_mark){ arena->newest, arena->newest->used };
}

void arena_return(struct arena *arena, struct arena_mark mark)
{
	while (arena->newest != mark.block) {
		struct block *block = arena->newest;

		arena->newest = block->before;
		arena->held -= block->size;
		UNPOISON(block->bytes, block->size);
		free(block);
	}
	arena->newest->used = mark.used;
	POISON(arena->newest->bytes + mark.used, arena->newest->size - mark.used);
}

void arena_sweep(struct arena *arena)
{
	struct block *first = arena->newest;

	while (first->before)
		first = first->before;
	arena_return(arena, (struct arena_mark){ first, 0 });
}

void arena_wipe(struct arena *arena)
{
	for (struct block *block = arena->newest; block; block = block->before) {
		UNPOISON(block->bytes, block->size);
		explicit_bzero(block->bytes, block->size);
	}
	arena_sweep(arena);
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	arena_sweep(arena);
	UNPOISON(arena->newest->bytes, arena->newest->size);
	free(arena->newest);
	free(arena);
}
