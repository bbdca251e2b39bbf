/* SPDX-License-Identifier: Apache-2.0 */
/* Likeness of texts by pairs of characters. */
#include "similar.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"

struct pairs {
	uint64_t *at;
	size_t count;
};

/* Letters, digits and what is written with characters; blanks, punctuation, symbols of ASCII, CJK and full width are passed over. */
static bool counts(uint32_t character)
{
	if (character < 0x80)
		return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z');
	return character != 0xa0 && !(character >= 0x2000 && character <= 0x206f) &&
	       !(character >= 0x3000 && character <= 0x303f) && !(character >= 0xff00 && character <= 0xff0f) &&
	       !(character >= 0xff1a && character <= 0xff20);
}

static uint32_t folded(uint32_t character)
{
	return character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character;
}

static int compare(const void *one, const void *other)
{
	uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;

	return (a > b) - (a < b);
}

/* The text's pairs, ascending, each once. */
static struct pairs pairs_of(const char *text, struct arena *arena)
{
	struct pairs pairs = { .at = arena_take(arena, (strlen(text) + 1) * sizeof *pairs.at) };
	uint32_t character, before = 0;
	size_t different = 0;

	while ((character = text_next(&text))) {
		character = folded(character);
		if (!counts(character))
			continue;
		if (before)
			pairs.at[pairs.count++] = (uint64_t)before << 32 | character;
		before = character;
	}
	qsort(pairs.at, pairs.count, sizeof *pairs.at, compare);
	for (size_t i = 0; i < pairs.count; i++)
		if (!different || pairs.at[different - 1] != pairs.at[i])
			pairs.at[different++] = pairs.at[i];
	pairs.count = different;
	return pairs;
}

double similar_share(const char *one, const char *other, struct arena *arena)
{
	struct arena_mark mark = arena_mark(arena);
	struct pairs a = pairs_of(one, arena), b = pairs_of(other, arena);
	size_t i = 0, j = 0, common = 0;
	double share;

	while (i < a.count && j < b.count) {
		if (a.at[i] == b.at[j]) {
			common++;
			i++;
			j++;
		} else if (a.at[i] < b.at[j]) {
			i++;
		} else {
			j++;
		}
	}
	share = common ? (double)common / (double)(a.count + b.count - common) : 0;
	arena_return(arena, mark);
	return share;
}
