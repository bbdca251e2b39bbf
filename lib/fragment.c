/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of page expanded once and kept. */
#include "fragment.h"

#include <sodium.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOKEN_LETTERS 16
#define WAYS 4                          /* slots a key may be kept in */
#define PARTING FRAGMENT_HOLES          /* what stands between two parts, as if it were a hole */
#define NO_HOLE (-1)

/* A run of bytes, and the hole that follows. */
struct run {
	uint32_t at, size;
	int hole;
};

struct fragment {
	struct slot *slot;
	struct fragment *older, *newer;
	uint64_t kept_as;               /* how many were kept before it */
	size_t held;                    /* bytes of this allocation */
	size_t key_size;
	size_t run_count;
	struct run *runs;
	char *bytes;
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
	char tokens[FRAGMENT_HOLES + 1][TOKEN_LETTERS + 1];
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
	for (int hole = 0; hole <= PARTING; hole++) {
		/* The same first letters for all, so that looking for any of them is one search. */
		if (hole)
			memcpy(fragments->tokens[hole], fragments->tokens[0], TOKEN_LETTERS - 1);
		else
			for (int i = 0; i < TOKEN_LETTERS - 1; i++)
				fragments->tokens[0][i] = (char)('a' + randombytes_uniform(26));
		fragments->tokens[hole][TOKEN_LETTERS - 1] = (char)('a' + hole);
	}
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
	free(fragment);
}

/* Drop the oldest until no more than so many bytes are held. */
static void make_room(struct fragments *fragments, size_t most)
{
	for (struct fragment *oldest = fragments->oldest, *newer; oldest && fragments->held > most; oldest = newer) {
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

static uint64_t hash_of(const void *key, size_t key_size)
{
	const unsigned char *from = key;
	uint64_t hash = key_size * 0x9E3779B97F4A7C15u;

	for (size_t left = key_size; left;) {
		size_t size = left < 8 ? left : 8;
		uint64_t word = 0;

		memcpy(&word, from, size);
		hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
		hash ^= hash >> 32;
		from += size;
		left -= size;
	}
	return hash ^ hash >> 29;
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
	uint64_t hash = hash_of(key, key_size);
	const struct slot *slot = &fragments->at[first_slot(fragments, hash)];

	for (int way = 0; way < WAYS; way++)
		if (is_kept_under(&slot[way], hash, key, key_size))
			return slot[way].fragment;
	return NULL;
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

static size_t count_tokens(const struct fragments *fragments, const char *bytes, const char *end)
{
	size_t count = 0;

	for (const char *at = bytes; (at = next_token(fragments, at, end)); at += TOKEN_LETTERS)
		count++;
	return count;
}

static void split(const struct fragments *fragments, struct fragment *fragment, const char *bytes, size_t size)
{
	const char *from = bytes, *end = bytes + size, *token;
	char *to = fragment->bytes;

	for (size_t i = 0; i < fragment->run_count; i++) {
		struct run *run = &fragment->runs[i];

		token = next_token(fragments, from, end);
		run->at = (uint32_t)(to - fragment->bytes);
		run->size = (uint32_t)((token ? token : end) - from);
		run->hole = token ? token[TOKEN_LETTERS - 1] - 'a' : NO_HOLE;
		memcpy(to, from, run->size);
		to += run->size;
		from = token ? token + TOKEN_LETTERS : end;
	}
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

const struct fragment *fragment_keep(struct fragments *fragments, const void *key, size_t key_size, const char *bytes, size_t size)
{
	uint64_t hash = hash_of(key, key_size);
	struct slot *slot = place_for(fragments, hash, key, key_size);
	size_t runs = count_tokens(fragments, bytes, bytes + size) + 1;
	size_t key_room = (key_size + 7) & ~(size_t)7;
	size_t held = sizeof(struct fragment) + key_room + runs * sizeof(struct run) + size;
	struct fragment *fragment;

	if (slot->fragment)
		drop(fragments, slot->fragment);
	make_room(fragments, held < fragments->most_bytes ? fragments->most_bytes - held : 0);
	fragment = take(held);
	fragment->held = held;
	fragment->key_size = key_size;
	memcpy(fragment->key, key, key_size);
	fragment->run_count = runs;
	fragment->runs = (struct run *)(void *)(fragment->key + key_room);
	fragment->bytes = (char *)(fragment->runs + runs);
	split(fragments, fragment, bytes, size);
	slot->hash = hash;
	put_newest(fragments, slot, fragment);
	return fragment;
}

static bool fill(const struct hole_value *value, struct buffer *out)
{
	if (value->fill)
		return value->fill(value->context, out);
	buffer_add(out, value->bytes, value->size);
	return true;
}

bool fragment_write(const struct fragment *fragment, int part, const struct hole_value values[FRAGMENT_HOLES], struct buffer *out)
{
	for (size_t i = 0; part >= 0 && i < fragment->run_count; i++) {
		const struct run *run = &fragment->runs[i];

		if (part == 0)
			buffer_add(out, fragment->bytes + run->at, run->size);
		if (run->hole == PARTING)
			part--;
		else if (part == 0 && run->hole != NO_HOLE && !fill(&values[run->hole], out))
			return false;
	}
	return true;
}
