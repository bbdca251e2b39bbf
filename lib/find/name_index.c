/* SPDX-License-Identifier: Apache-2.0 */
/* Names in the order of their bytes, the first of each found by its hash; signatures of their characters for the near ones. */
#include "name_index.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"

#define FIRST_ROOM 256
#define HASH_START 0xCBF29CE484222325ULL
#define HASH_TIMES 0x100000001B3ULL

struct entry {
	const char *name;
	int32_t value;
};

struct name_index {
	struct arena *arena;
	struct entry *entries;
	size_t count, room;
	uint32_t *table;        /* entry + 1 of the first of each name, 0 = none; a power of two of places */
	size_t table_mask;
	/* Of each entry, side by side: a search for near names looks at all of them. */
	uint64_t *signatures;
	uint8_t *characters;
	uint64_t lengths;       /* a bit for each number of characters that some name has */
};

struct name_index *name_index_new(struct arena *arena)
{
	struct name_index *index = arena_take(arena, sizeof *index);

	index->arena = arena;
	return index;
}

void name_index_add(struct name_index *index, const char *name, int32_t value)
{
	size_t characters = text_length(name);
	struct entry *entry;

	if (!characters || characters > NAME_MOST_CHARACTERS)
		return;
	if (index->count == index->room) {
		size_t room = index->room ? index->room * 2 : FIRST_ROOM;
		struct entry *more = arena_take(index->arena, room * sizeof *more);

		if (index->count)
			memcpy(more, index->entries, index->count * sizeof *more);
		index->entries = more;
		index->room = room;
	}
	entry = &index->entries[index->count++];
	*entry = (struct entry){ .name = arena_copy(index->arena, name), .value = value };
	index->lengths |= 1ULL << characters;
}

/* A bit for each character of a text; how many there are. */
static uint64_t signature_of(const char *text, const char *end, uint8_t *characters)
{
	uint64_t signature = 0;

	*characters = 0;
	while (text < end) {
		signature |= 1ULL << ((text_next(&text) * 0x9E3779B1u) >> 26);
		*characters += *characters < UINT8_MAX;
	}
	return signature;
}

static int by_name(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = strcmp(a->name, b->name);

	return order ? order : (a->value > b->value) - (a->value < b->value);
}

static uint64_t hash_on(uint64_t hash, const char *from, const char *to)
{
	for (; from < to; from++)
		hash = (hash ^ (unsigned char)*from) * HASH_TIMES;
	return hash;
}

static size_t place_of(const struct name_index *index, uint64_t hash)
{
	return (size_t)(hash ^ hash >> 32) & index->table_mask;
}

void name_index_seal(struct name_index *index)
{
	size_t room = 2;

	if (index->count)
		qsort(index->entries, index->count, sizeof *index->entries, by_name);
	while (room < index->count * 2)
		room *= 2;
	index->signatures = arena_take(index->arena, (index->count + 1) * sizeof *index->signatures);
	index->characters = arena_take(index->arena, index->count + 1);
	index->table = arena_take(index->arena, room * sizeof *index->table);
	index->table_mask = room - 1;
	for (size_t i = 0; i < index->count; i++) {
		const char *name = index->entries[i].name;
		size_t place;

		index->signatures[i] = signature_of(name, name + strlen(name), &index->characters[i]);
		if (i && strcmp(name, index->entries[i - 1].name) == 0)
			continue;
		place = place_of(index, hash_on(HASH_START, name, name + strlen(name)));
		while (index->table[place])
			place = (place + 1) & index->table_mask;
		index->table[place] = (uint32_t)i + 1;
	}
}

static bool is_name(const struct entry *entry, const char *text, size_t size)
{
	return strncmp(entry->name, text, size) == 0 && !entry->name[size];
}

/* The entries of a name whose hash is known. */
static struct name_hit find(const struct name_index *index, const char *text, size_t size, uint64_t hash)
{
	struct name_hit hit = { size, 0, 0 };

	for (size_t place = place_of(index, hash); index->table[place]; place = (place + 1) & index->table_mask) {
		size_t entry = index->table[place] - 1;

		if (!is_name(&index->entries[entry], text, size))
			continue;
		hit.from = hit.to = entry;
		while (hit.to < index->count && is_name(&index->entries[hit.to], text, size))
			hit.to++;
		break;
	}
	return hit;
}

size_t name_index_starts(const struct name_index *index, const char *text, size_t size, struct name_hit *hits, size_t most)
{
	const char *at = text, *end = text + size;
	uint64_t hash = HASH_START;
	size_t count = 0;

	for (int characters = 1; at < end && index->lengths >> characters && count < most; characters++) {
		const char *from = at;

		text_next(&at);
		hash = hash_on(hash, from, at);
		if (!(index->lengths >> characters & 1))
			continue;
		hits[count] = find(index, text, (size_t)(at - text), hash);
		count += hits[count].to > hits[count].from;
	}
	return count;
}

struct name_hit name_index_exactly(const struct name_index *index, const char *text, size_t size)
{
	return find(index, text, size, hash_on(HASH_START, text, text + size));
}

/* Whether two texts, told apart at one place, go on alike behind it: one of them may have passed a character there. */
static bool alike(const char *one, const char *one_end, const char *other, const char *other_end)
{
	return one_end - one == other_end - other && memcmp(one, other, (size_t)(one_end - one)) == 0;
}

bool name_is_one_slip(const char *one, const char *one_end, const char *other, const char *other_end)
{
	const char *one_next, *other_next, *one_second, *other_second;
	uint32_t a, b;

	while (one < one_end && other < other_end && *one == *other) {
		one++;
		other++;
	}
	/* Back to where the character begins. */
	while (one < one_end && ((unsigned char)*one & 0xC0) == 0x80) {
		one--;
		other--;
	}
	if (one == one_end || other == other_end) {
		if (one == one_end && other == other_end)
			return false;
		one_next = one < one_end ? one : other;
		text_next(&one_next);
		return one_next == (one < one_end ? one_end : other_end);
	}
	one_next = one;
	other_next = other;
	a = text_next(&one_next);
	b = text_next(&other_next);
	if (alike(one_next, one_end, other_next, other_end) || alike(one_next, one_end, other, other_end) ||
	    alike(one, one_end, other_next, other_end))
		return true;
	if (one_next == one_end || other_next == other_end)
		return false;
	one_second = one_next;
	other_second = other_next;
	return text_next(&one_second) == b && text_next(&other_second) == a && alike(one_second, one_end, other_second, other_end);
}

size_t name_index_near(const struct name_index *index, const char *text, size_t size, size_t *entries, size_t most)
{
	const char *end = text + size;
	uint8_t characters;
	uint64_t signature = signature_of(text, end, &characters);
	size_t count = 0;

	for (size_t i = 0; i < index->count && count < most; i++) {
		const char *name = index->entries[i].name;

		if (abs(index->characters[i] - characters) > 1 || __builtin_popcountll(index->signatures[i] ^ signature) > 2)
			continue;
		if (i && strcmp(name, index->entries[i - 1].name) == 0)
			continue;
		if (name_is_one_slip(text, end, name, name + strlen(name)))
			entries[count++] = i;
	}
	return count;
}

size_t name_index_holding(const struct name_index *index, const char *text, size_t size, size_t *entries, size_t most)
{
	uint8_t characters;
	uint64_t signature = signature_of(text, text + size, &characters);
	size_t count = 0;

	for (size_t i = 0; i < index->count && count < most; i++) {
		const char *name = index->entries[i].name;

		if (index->characters[i] <= characters || (signature & ~index->signatures[i]))
			continue;
		if (memmem(name, strlen(name), text, size) && (!i || strcmp(name, index->entries[i - 1].name) != 0))
			entries[count++] = i;
	}
	return count;
}

int32_t name_index_value(const struct name_index *index, size_t entry)
{
	return index->entries[entry].value;
}

const char *name_index_name(const struct name_index *index, size_t entry)
{
	return index->entries[entry].name;
}

size_t name_index_count(const struct name_index *index)
{
	return index->count;
}
