/* SPDX-License-Identifier: Apache-2.0 */
/* What pieces of page of one make have in common. */
#include "shape.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t shape_hash(const void *bytes, size_t size)
{
	const unsigned char *from = bytes;
	uint64_t hash = size * 0x9E3779B97F4A7C15u;

	for (size_t left = size; left;) {
		size_t taken = left < 8 ? left : 8;
		uint64_t word = 0;

		memcpy(&word, from, taken);
		hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
		hash ^= hash >> 32;
		from += taken;
		left -= taken;
	}
	return hash ^ hash >> 29;
}

static bool is_same(const struct shape *shape, uint64_t hash, const struct run *runs, size_t run_count, const char *bytes, size_t size)
{
	return shape->hash == hash && shape->run_count == run_count && shape->size == size &&
	       memcmp(shape->runs, runs, run_count * sizeof *runs) == 0 && memcmp(shape->bytes, bytes, size) == 0;
}

static struct shape *shape_make(uint64_t hash, const struct run *runs, size_t run_count, const char *bytes, size_t size)
{
	size_t held = sizeof(struct shape) + run_count * sizeof *runs + size + SHAPE_SPARE;
	struct shape *shape = calloc(1, held);

	if (!shape) {
		fputs("out of memory: kept pieces of pages\n", stderr);
		abort();
	}
	*shape = (struct shape){ .hash = hash, .held = held, .run_count = run_count, .size = size };
	shape->runs = (struct run *)(void *)(shape + 1);
	shape->bytes = (char *)(shape->runs + run_count);
	memcpy(shape->runs, runs, run_count * sizeof *runs);
	memcpy(shape->bytes, bytes, size);
	return shape;
}

struct shape *shape_use(struct shapes *shapes, const struct run *runs, size_t run_count, const char *bytes, size_t size)
{
	uint64_t hash = shape_hash(bytes, size);
	struct shape **bucket = &shapes->buckets[hash % SHAPE_BUCKETS];
	struct shape *shape = *bucket;

	while (shape && !is_same(shape, hash, runs, run_count, bytes, size))
		shape = shape->next;
	if (!shape) {
		shape = shape_make(hash, runs, run_count, bytes, size);
		shape->next = *bucket;
		*bucket = shape;
		shapes->held += shape->held;
	}
	shape->users++;
	return shape;
}

void shape_give_back(struct shapes *shapes, struct shape *shape)
{
	struct shape **link = &shapes->buckets[shape->hash % SHAPE_BUCKETS];

	if (--shape->users)
		return;
	while (*link != shape)
		link = &(*link)->next;
	*link = shape->next;
	shapes->held -= shape->held;
	free(shape);
}
