/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What pieces of page of one make have in common, held once for all of them: the runs of bytes between what differs. For
 * lib/web/fragment alone.
 */
#ifndef SHANYU_SHAPE_H
#define SHANYU_SHAPE_H

#include <stddef.h>
#include <stdint.h>

/* So many bytes may be read beyond a run, so that a short one is copied without counting. */
#define SHAPE_SPARE 64

/* A run of bytes, and what follows it: a hole's number, or what the owner means by others. */
struct run {
	uint32_t at, size;
	int32_t hole;
};

struct shape {
	struct shape *next;             /* with the same bucket */
	uint64_t hash;
	size_t users;
	size_t held;                    /* bytes of this allocation */
	size_t run_count, size;
	struct run *runs;
	char *bytes;                    /* SHAPE_SPARE more than its size */
};

#define SHAPE_BUCKETS 256

struct shapes {
	size_t held;                    /* bytes of all */
	struct shape *buckets[SHAPE_BUCKETS];
};

/* The shape with these runs of these bytes; made when there is none. Each use is given back. */
struct shape *shape_use(struct shapes *shapes, const struct run *runs, size_t run_count, const char *bytes, size_t size);
void shape_give_back(struct shapes *shapes, struct shape *shape);

/* Of any bytes. */
uint64_t shape_hash(const void *bytes, size_t size);

#endif
