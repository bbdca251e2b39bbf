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
#define CLOSE_BY 96                     /* bytes between two values that are held as one */
#define FOUND_TOGETHER 32
#define CACHE_LINE 64
#define FETCHED (11 * CACHE_LINE)       /* of a piece: what most take */

/* Where a value of the piece lies in its bytes. */
struct span {
	uint16_t at, size;
};

struct fragment {
	struct slot *slot;
	struct fragment *older, *newer;
	uint64_t kept_as;               /* how many were kept before it */
	size_t held;                    /* bytes of this allocation */
	size_t written;                 /* bytes of all its parts, without what fills holes */
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
	size_t span_bytes;              /* of all spans; what is held once counts as often as it is written */
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

const struct fragment *fragment_find(const struct fragments *fragments, const void *key, size_t key_size)
{
	uint64_t hash = shape_hash(key, key_size);
	const struct slot *slot = &fragments->at[first_slot(fragments, hash)];

	for (int way = 0; way < WAYS; way++)
		if (is_kept_under(&slot[way], hash, key, key_size))
			return slot[way].fragment;
	return NULL;
}

/* The piece in a slot of that hash, whatever its key; NULL when there is none. */
static const struct fragment *piece_hashed(const struct slot *slot, uint64_t hash)
{
	for (int way = 0; way < WAYS; way++)
		if (slot[way].hash == hash)
			return slot[way].fragment;
	return NULL;
}

static void fetch(const struct fragment *fragment)
{
	if (!fragment)
		return;
	for (size_t at = 0; at < FETCHED; at += CACHE_LINE)
		__builtin_prefetch((const char *)fragment + at);
}

/* All slots on their way, then all pieces, so that they are waited for together. */
static bool find_few(const struct fragments *fragments, const char *keys, size_t key_size, size_t count, const struct fragment **found)
{
	uint64_t hashes[FOUND_TOGETHER];
	bool all = true;

	for (size_t i = 0; i < count; i++) {
		hashes[i] = shape_hash(keys + i * key_size, key_size);
		__builtin_prefetch(&fragments->at[first_slot(fragments, hashes[i])]);
	}
	for (size_t i = 0; i < count; i++) {
		found[i] = piece_hashed(&fragments->at[first_slot(fragments, hashes[i])], hashes[i]);
		fetch(found[i]);
	}
	for (size_t i = 0; i < count; i++) {
		/* One of another key with the same hash. */
		if (found[i] && !is_kept_under(found[i]->slot, hashes[i], keys + i * key_size, key_size))
			found[i] = fragment_find(fragments, keys + i * key_size, key_size);
		all = all && found[i];
	}
	return all;
}

bool fragments_find(const struct fragments *fragments, const void *keys, size_t key_size, size_t count, const struct fragment **found)
{
	bool all = true;

	for (size_t at = 0; at < count; at += FOUND_TOGETHER) {
		size_t few = count - at < FOUND_TOGETHER ? count - at : FOUND_TOGETHER;

		all = find_few(fragments, (const char *)keys + at * key_size, key_size, few, found + at) && all;
	}
	return all;
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
	fragments->span_bytes += size;
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

	fragments->runs.size = fragments->run_bytes.size = fragments->spans.size = fragments->bytes.size = fragments->span_bytes = 0;
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
	fragment->written = fragments->run_bytes.size + fragments->span_bytes;
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

/*
 * Bytes are copied in blocks, with what stands behind them: that costs nothing, counting would. Behind what a piece holds are
 * SHAPE_SPARE bytes to read, and there must be as much room behind what is written.
 */
static char *put(char *to, const char *bytes, size_t size)
{
	for (size_t at = 0; at < size; at += SHAPE_SPARE)
		memcpy(to + at, bytes + at, SHAPE_SPARE);
	return to + size;
}

/* Where the rest of a piece goes: there is room for all of it but what fills its holes. */
static char *room_for(const struct fragment *fragment, struct buffer *out)
{
	if (out->room - out->size < fragment->written + SHAPE_SPARE)
		buffer_reserve(out, fragment->written + SHAPE_SPARE);
	return out->bytes + out->size;
}

static bool fill(const struct hole_value *value, struct buffer *out)
{
	if (value->fill)
		return value->fill(value->context, out);
	buffer_add(out, value->bytes, value->size);
	return true;
}

bool fragment_write_parts(const struct fragment *fragment, const struct hole_value values[FRAGMENT_HOLES], struct buffer *const outs[],
			  size_t parts)
{
	const struct shape *shape = fragment->shape;
	const struct span *span = fragment->spans;
	const struct run *end = shape->runs + shape->run_count;
	struct buffer *out = outs[0];
	char *to = room_for(fragment, out);

	for (const struct run *run = shape->runs; run < end; run++) {
		to = put(to, shape->bytes + run->at, run->size);
		if (run->hole == VALUE) {
			to = put(to, fragment->bytes + span->at, span->size);
			span++;
		}
		if (run->hole == VALUE || run->hole == NO_HOLE)
			continue;
		out->size = (size_t)(to - out->bytes);
		if (run->hole != PARTING && !fill(&values[run->hole], out))
			return false;
		if (run->hole == PARTING && --parts == 0)
			return true;
		if (run->hole == PARTING)
			out = *++outs;
		to = room_for(fragment, out);
	}
	out->size = (size_t)(to - out->bytes);
	return true;
}

bool fragment_write(const struct fragment *fragment, const struct hole_value values[FRAGMENT_HOLES], struct buffer *out)
{
	return fragment_write_parts(fragment, values, &out, 1);
}
