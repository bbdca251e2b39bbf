/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of page expanded once and kept. */
#include "fragment.h"

#include <sodium.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shape.h"

#define TOKEN_LETTERS 16
#define WAYS 4                          /* slots a key may be kept in */
#define PARTING FRAGMENT_HOLES          /* what stands between two parts, as if it were a hole */
#define VALUE (FRAGMENT_HOLES + 1)      /* what stands before a value of this piece alone */
#define VALUE_END (FRAGMENT_HOLES + 2)
#define TOKENS (FRAGMENT_HOLES + 3)
#define NO_HOLE (-1)
#define CLOSE_BY 32                     /* bytes between two values that are held as one */

/* Where a value of the piece lies in its bytes. */
struct span {
	uint16_t at, size;
};

struct fragment {
	struct slot *slot;
	struct fragment *older, *newer;
	uint64_t kept_as;               /* how many were kept before it */
	size_t held;                    /* bytes of this allocation */
	size_t key_size;
	struct shape *shape;            /* its runs; at each VALUE the next span goes in */
	const struct span *spans;
	const char *bytes;
	char key[];
};

/* The hash beside the piece: one that is not looked for is passed by without touching it. */
struct slot {
	uint64_t hash;
	struct fragment *fragment;
};

struct fragments {
	size_t slots, most_bytes, held;
	uint64_t kept;
	struct fragment *oldest, *newest;
	struct shapes shapes;
	char tokens[TOKENS][TOKEN_LETTERS + 1];
	/* What a piece is split into on its way in. */
	struct buffer runs, run_bytes, spans, bytes, value;
	struct slot at[];
};

static void *take(size_t size)
{
	void *memory = calloc(1, size);

	if (!memory) {
		fputs("out of memory: kept pieces of pages\n", stderr);
		abort();
	}
	return memory;
}

struct fragments *fragments_new(size_t slots, size_t most_bytes)
{
	struct fragments *fragments = take(sizeof *fragments + slots * sizeof *fragments->at);

	fragments->slots = slots;
	fragments->most_bytes = most_bytes;
	for (int hole = 0; hole < TOKENS; hole++) {
		/* The same first letters for all, so that looking for any of them is one search. */
		if (hole)
			memcpy(fragments->tokens[hole], fragments->tokens[0], TOKEN_LETTERS - 1);
		else
			for (int i = 0; i < TOKEN_LETTERS - 1; i++)
				fragments->tokens[0][i] = (char)('a' + randombytes_uniform(26));
		fragments->tokens[hole][TOKEN_LETTERS - 1] = (char)('a' + hole);
	}
	/* Some of nothing is copied and looked for, too: it has an address. */
	buffer_reserve(&fragments->run_bytes, 1);
	buffer_reserve(&fragments->bytes, 1);
	buffer_reserve(&fragments->value, 1);
	return fragments;
}

static void drop(struct fragments *fragments, struct fragment *fragment)
{
	if (fragment->older)
		fragment->older->newer = fragment->newer;
	else
		fragments->oldest = fragment->newer;
	if (fragment->newer)
		fragment->newer->older = fragment->older;
	else
		fragments->newest = fragment->older;
	fragment->slot->fragment = NULL;
	fragments->held -= fragment->held;
	shape_give_back(&fragments->shapes, fragment->shape);
	free(fragment);
}

/* Drop the oldest until no more than so many bytes are held. */
static void make_room(struct fragments *fragments, size_t most)
{
	for (struct fragment *oldest = fragments->oldest, *newer; oldest && fragments->held + fragments->shapes.held > most; oldest = newer) {
		newer = oldest->newer;
		drop(fragments, oldest);
	}
}

void fragments_forget(struct fragments *fragments)
{
	make_room(fragments, 0);
}

void fragments_free(struct fragments *fragments)
{
	if (!fragments)
		return;
	fragments_forget(fragments);
	buffer_free(&fragments->runs);
	buffer_free(&fragments->run_bytes);
	buffer_free(&fragments->spans);
	buffer_free(&fragments->bytes);
	buffer_free(&fragments->value);
	free(fragments);
}

const char *fragment_token(const struct fragments *fragments, int hole)
{
	return fragments->tokens[hole];
}

const char *fragment_parting(const struct fragments *fragments)
{
	return fragments->tokens[PARTING];
}

const char *fragment_value(const struct fragments *fragments)
{
	return fragments->tokens[VALUE];
}

const char *fragment_value_end(const struct fragments *fragments)
{
	return fragments->tokens[VALUE_END];
}

/* The first of the slots a key may be kept in. */
static size_t first_slot(const struct fragments *fragments, uint64_t hash)
{
	return (size_t)(hash % (fragments->slots / WAYS)) * WAYS;
}

static bool is_kept_under(const struct slot *slot, uint64_t hash, const void *key, size_t key_size)
{
	const struct fragment *fragment = slot->fragment;

	return fragment && slot->hash == hash && fragment->key_size == key_size && memcmp(fragment->key, key, key_size) == 0;
}

/* A piece with that hash of its key, without looking at the key; NULL when there is none. */
static const struct fragment *fragment_find_hashed(const struct fragments *fragments, uint64_t hash)
{
	const struct slot *slot = &fragments->at[first_slot(fragments, hash)];

	for (int way = 0; way < WAYS; way++)
		if (slot[way].hash == hash)
			return slot[way].fragment;
	return NULL;
}

const struct fragment *fragment_find(const struct fragments *fragments, const void *key, size_t key_size)
{
	uint64_t hash = shape_hash(key, key_size);
	const struct slot *slot = &fragments->at[first_slot(fragments, hash)];

	for (int way = 0; way < WAYS; way++)
		if (is_kept_under(&slot[way], hash, key, key_size))
			return slot[way].fragment;
	return NULL;
}

void fragments_expect(const struct fragments *fragments, const void *keys, size_t key_size, size_t count)
{
	const char *key = keys;

	for (size_t i = 0; i < count; i++)
		__builtin_prefetch(&fragments->at[first_slot(fragments, shape_hash(key + i * key_size, key_size))]);
	for (size_t i = 0; i < count; i++) {
		const struct fragment *fragment = fragment_find_hashed(fragments, shape_hash(key + i * key_size, key_size));

		__builtin_prefetch(fragment);
		__builtin_prefetch((const char *)fragment + 64);
		__builtin_prefetch((const char *)fragment + 128);
	}
}

/* The place for a new piece: that of the one with its key, else an empty one, else the oldest's. */
static struct slot *place_for(struct fragments *fragments, uint64_t hash, const void *key, size_t key_size)
{
	struct slot *first = &fragments->at[first_slot(fragments, hash)], *place = first;

	for (struct slot *slot = first; slot < first + WAYS; slot++) {
		if (!slot->fragment || is_kept_under(slot, hash, key, key_size))
			return slot;
		if (slot->fragment->kept_as < place->fragment->kept_as)
			place = slot;
	}
	return place;
}

static const char *next_token(const struct fragments *fragments, const char *from, const char *end)
{
	const char *found = memmem(from, (size_t)(end - from), fragments->tokens[0], TOKEN_LETTERS - 1);

	if (!found || found + TOKEN_LETTERS > end)
		return NULL;
	return found;
}

static void add_run(struct fragments *fragments, const char *from, const char *end, int hole)
{
	struct run run = { (uint32_t)fragments->run_bytes.size, (uint32_t)(end - from), hole };

	buffer_add(&fragments->run_bytes, from, run.size);
	buffer_add(&fragments->runs, &run, sizeof run);
}

/* Note a value; one that was there before is held once. */
static void add_span(struct fragments *fragments, const char *value, size_t size)
{
	const char *before = memmem(fragments->bytes.bytes, fragments->bytes.size, value, size);
	struct span span = { (uint16_t)(before ? (size_t)(before - fragments->bytes.bytes) : fragments->bytes.size), (uint16_t)size };

	if (!before)
		buffer_add(&fragments->bytes, value, size);
	buffer_add(&fragments->spans, &span, sizeof span);
}

/*
 * Gather the value after a token, and those that follow it close by with what stands between: a few bytes held again are
 * cheaper than another run. Returns what comes after; NULL when the value has no end, or there is no room for it among spans.
 */
static const char *gather_value(struct fragments *fragments, const char *from, const char *end)
{
	const char *closing = next_token(fragments, from, end), *after = NULL;
	size_t whole = 0;               /* bytes of values that have their end, and what stands between them */

	fragments->value.size = 0;
	while (closing && closing[TOKEN_LETTERS - 1] - 'a' == VALUE_END) {
		const char *next = next_token(fragments, closing + TOKEN_LETTERS, end);

		buffer_add(&fragments->value, from, (size_t)(closing - from));
		after = closing + TOKEN_LETTERS;
		whole = fragments->value.size;
		if (!next || next[TOKEN_LETTERS - 1] - 'a' != VALUE || next - after > CLOSE_BY)
			break;
		buffer_add(&fragments->value, after, (size_t)(next - after));
		from = next + TOKEN_LETTERS;
		closing = next_token(fragments, from, end);
	}
	fragments->value.size = whole;
	return fragments->bytes.size + fragments->value.size > UINT16_MAX ? NULL : after;
}

/* Into runs and their bytes, spans and theirs. */
static void split(struct fragments *fragments, const char *bytes, size_t size)
{
	const char *from = bytes, *end = bytes + size, *token, *after;

	fragments->runs.size = fragments->run_bytes.size = fragments->spans.size = fragments->bytes.size = 0;
	while ((token = next_token(fragments, from, end))) {
		int hole = token[TOKEN_LETTERS - 1] - 'a';

		after = hole == VALUE ? gather_value(fragments, token + TOKEN_LETTERS, end) : NULL;
		add_run(fragments, from, token, hole < VALUE || after ? hole : NO_HOLE);
		if (after)
			add_span(fragments, fragments->value.bytes, fragments->value.size);
		from = after ? after : token + TOKEN_LETTERS;
	}
	add_run(fragments, from, end, NO_HOLE);
}

static void put_newest(struct fragments *fragments, struct slot *slot, struct fragment *fragment)
{
	fragment->kept_as = fragments->kept++;
	fragment->slot = slot;
	fragment->older = fragments->newest;
	if (fragments->newest)
		fragments->newest->newer = fragment;
	else
		fragments->oldest = fragment;
	fragments->newest = fragment;
	fragments->held += fragment->held;
	slot->fragment = fragment;
}

static struct fragment *fragment_make(struct fragments *fragments, const void *key, size_t key_size)
{
	size_t key_room = (key_size + 7) & ~(size_t)7;
	size_t held = sizeof(struct fragment) + key_room + fragments->spans.size + fragments->bytes.size + SHAPE_SPARE;
	struct fragment *fragment = take(held);
	char *spans = fragment->key + key_room;

	fragment->held = held;
	fragment->key_size = key_size;
	fragment->spans = (const struct span *)(const void *)spans;
	fragment->bytes = spans + fragments->spans.size;
	memcpy(fragment->key, key, key_size);
	if (fragments->spans.size) {
		memcpy(spans, fragments->spans.bytes, fragments->spans.size);
		memcpy(spans + fragments->spans.size, fragments->bytes.bytes, fragments->bytes.size);
	}
	fragment->shape = shape_use(&fragments->shapes, (const struct run *)(const void *)fragments->runs.bytes,
				    fragments->runs.size / sizeof(struct run), fragments->run_bytes.bytes, fragments->run_bytes.size);
	return fragment;
}

const struct fragment *fragment_keep(struct fragments *fragments, const void *key, size_t key_size, const char *bytes, size_t size)
{
	uint64_t hash = shape_hash(key, key_size);
	struct slot *slot = place_for(fragments, hash, key, key_size);
	struct fragment *fragment;

	if (slot->fragment)
		drop(fragments, slot->fragment);
	split(fragments, bytes, size);
	fragment = fragment_make(fragments, key, key_size);
	make_room(fragments, fragment->held < fragments->most_bytes ? fragments->most_bytes - fragment->held : 0);
	slot->hash = hash;
	put_newest(fragments, slot, fragment);
	return fragment;
}

/* A short run is copied with what stands behind it: that costs nothing, counting would. */
static void add_run_bytes(struct buffer *out, const char *bytes, size_t size)
{
	if (size > SHAPE_SPARE) {
		buffer_add(out, bytes, size);
		return;
	}
	if (out->room - out->size < SHAPE_SPARE)
		buffer_reserve(out, SHAPE_SPARE);
	memcpy(out->bytes + out->size, bytes, SHAPE_SPARE);
	out->size += size;
}

static bool fill(const struct hole_value *value, struct buffer *out)
{
	if (value->fill)
		return value->fill(value->context, out);
	buffer_add(out, value->bytes, value->size);
	return true;
}

/* The first of the runs of a part; the values before it are passed by. */
static const struct run *part_begin(const struct fragment *fragment, int part, const struct span **span)
{
	const struct run *run = fragment->shape->runs, *end = run + fragment->shape->run_count;

	for (; part > 0 && run < end; run++) {
		part -= run->hole == PARTING;
		*span += run->hole == VALUE;
	}
	return part > 0 ? end : run;
}

bool fragment_write(const struct fragment *fragment, int part, const struct hole_value values[FRAGMENT_HOLES], struct buffer *out)
{
	const struct shape *shape = fragment->shape;
	const struct span *span = fragment->spans;
	const struct run *end = shape->runs + shape->run_count;

	for (const struct run *run = part_begin(fragment, part, &span); run < end; run++) {
		add_run_bytes(out, shape->bytes + run->at, run->size);
		if (run->hole == PARTING)
			return true;
		if (run->hole == VALUE) {
			add_run_bytes(out, fragment->bytes + span->at, span->size);
			span++;
		} else if (run->hole != NO_HOLE && !fill(&values[run->hole], out)) {
			return false;
		}
	}
	return true;
}
