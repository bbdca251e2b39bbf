/* SPDX-License-Identifier: Apache-2.0 */
/* What is put into the table for a text. */
#include <string.h>

#include "words_parts.h"

/*
 * Bytes of index for one character: a bigram, the last character, two spellings with initials, a number; each
 * with a blank.
 */
#define INDEX_BYTES (9 + 5 + 4 * (WORDS_SPELLING_MOST + 1) + 4)

/* 0 to 10 for the numerals up to ten, 11 for those above, -1 for any other character. */
static int numeral(uint32_t character)
{
	switch (character) {
	case 0x3007: case 0x96F6: return 0;
	case 0x4E00: return 1;
	case 0x4E8C: return 2;
	case 0x4E09: return 3;
	case 0x56DB: return 4;
	case 0x4E94: return 5;
	case 0x516D: return 6;
	case 0x4E03: return 7;
	case 0x516B: return 8;
	case 0x4E5D: return 9;
	case 0x5341: return 10;
	case 0x767E:
	case 0x5343:
	case 0x4E07:
	case 0x4EBF: return 11; /* hundred, thousand, ten thousand, hundred million */
	default: return -1;
	}
}

/*
 * A run of numerals as digits: tens and units ("three ten five"), or up to four digits one by one ("two zero
 * two six").
 */
static void put_number(struct output *output, const uint32_t *characters, size_t count)
{
	size_t ten = 0;

	while (ten < count && numeral(characters[ten]) < 10)
		ten++;
	if (ten == count) {
		for (size_t i = 0; i < count && count <= 4; i++)
			output->bytes[output->size++] = (char)('0' + numeral(characters[i]));
		if (count <= 4)
			output_blank(output);
		return;
	}
	if (ten > 1 || count - ten > 2 || numeral(characters[ten]) != 10 || (ten && !numeral(characters[0])))
		return;
	if (count - ten == 2 && (numeral(characters[count - 1]) > 9 || !numeral(characters[count - 1])))
		return;
	output->bytes[output->size++] = (char)('0' + (ten ? numeral(characters[0]) : 1));
	output->bytes[output->size++] = (char)('0' + (count - ten == 2 ? numeral(characters[count - 1]) : 0));
	output_blank(output);
}

static void put_numbers(struct output *output, const uint32_t *characters, size_t count)
{
	for (size_t from = 0; from < count; from++) {
		size_t to = from;

		while (to < count && numeral(characters[to]) >= 0)
			to++;
		if (to == from)
			continue;
		put_number(output, characters + from, to - from);
		from = to;
	}
}

/* The letters of some syllables, where each begins, and their first letters. */
struct spelling {
	char *letters;
	size_t *starts;                 /* one more than syllables */
	char *initials;
};

static struct spelling spell(struct words *words, const struct reading *readings, size_t count)
{
	struct spelling spelling = {
		.letters = arena_take(words->scratch, count * sizeof readings->letters + 1),
		.starts = arena_take(words->scratch, (count + 1) * sizeof *spelling.starts),
		.initials = arena_take(words->scratch, count + 1),
	};
	size_t size = 0;

	for (size_t i = 0; i < count; i++) {
		spelling.starts[i] = size;
		memcpy(spelling.letters + size, readings[i].letters, sizeof readings->letters);
		spelling.initials[i] = readings[i].letters[0];
		size += readings[i].length;
	}
	spelling.starts[count] = size;
	return spelling;
}

/*
 * A word cut at the length at which queries are cut too; not written if it is the same as the one beside it.
 */
static void put_spelled(
	struct output *output, const char *letters, size_t size, const char *beside, size_t beside_size)
{
	if (size > WORDS_SPELLING_MOST)
		size = WORDS_SPELLING_MOST;
	if (beside_size > WORDS_SPELLING_MOST)
		beside_size = WORDS_SPELLING_MOST;
	if (beside && size == beside_size && !memcmp(letters, beside, size))
		return;
	output_put(output, letters, size);
	output_blank(output);
}

static void put_spelling(
	struct output *output, const struct spelling *spelling, const struct spelling *beside, size_t count)
{
	for (size_t i = 0; i < count; i++)
		put_spelled(output, spelling->letters + spelling->starts[i],
			spelling->starts[count] - spelling->starts[i],
			beside ? beside->letters + beside->starts[i] : NULL,
			beside ? beside->starts[count] - beside->starts[i] : 0);
	/* The initial of the last syllable alone is a prefix of that syllable. */
	for (size_t i = 0; i + 1 < count; i++)
		put_spelled(output, spelling->initials + i, count - i, beside ? beside->initials + i : NULL,
			count - i);
}

static bool has_reading(const struct reading *plain, const struct reading *names)
{
	return plain->length != NO_READING && names->length != NO_READING;
}

static void put_readings(struct words *words, struct output *output, const uint32_t *characters, size_t count)
{
	struct reading *plain = arena_take(words->scratch, count * sizeof *plain);
	struct reading *names = arena_take(words->scratch, count * sizeof *names);

	characters_read(words, characters, count, plain, names);
	for (size_t from = 0, to; from < count; from = to + 1) {
		struct spelling first, second;

		for (to = from; to < count && has_reading(&plain[to], &names[to]);)
			to++;
		if (to == from)
			continue;
		first = spell(words, plain + from, to - from);
		put_spelling(output, &first, NULL, to - from);
		if (!memcmp(plain + from, names + from, (to - from) * sizeof *plain))
			continue;
		second = spell(words, names + from, to - from);
		put_spelling(output, &second, &first, to - from);
	}
}

static void index_text(struct words *words, struct output *output, struct characters characters)
{
	for (size_t from = 0, to; from < characters.count; from = to) {
		enum sort_of sort = sort_of_character(characters.at[from]);

		to = characters_run_end(characters, from);
		if (sort == HAN) {
			output_bigrams(output, characters.at + from, to - from);
			output_character(output, characters.at[to - 1]);
			output_blank(output);
			put_numbers(output, characters.at + from, to - from);
			put_readings(words, output, characters.at + from, to - from);
		} else if (sort == WORD) {
			output_run(output, characters.at + from, to - from);
			output_blank(output);
		}
	}
}

char *words_index(struct words *words, struct arena *arena, const char *const *texts, size_t count)
{
	struct characters *folded = arena_take(words->scratch, (count + 1) * sizeof *folded);
	size_t total = 0;
	struct output output;

	for (size_t i = 0; i < count; i++) {
		folded[i] = characters_fold(words, texts[i], WORDS_INDEXED_MOST - total);
		total += folded[i].count;
	}
	output = output_new(words, total * INDEX_BYTES + 1);
	for (size_t i = 0; i < count; i++)
		index_text(words, &output, folded[i]);
	return output_finish(words, arena, &output);
}
