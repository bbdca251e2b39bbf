/* SPDX-License-Identifier: Apache-2.0 */
/* What is asked of the table for what was typed. Every word is written in quotes, and no word holds one. */
#include <string.h>

#include "words_parts.h"

/* Bytes of query for one character typed, generously: quotes, two spellings, parentheses and operators. */
#define QUERY_BYTES 64

static void put_quoted(struct output *output, const char *letters, size_t size, bool prefix)
{
	output_text(output, "\"");
	output_put(output, letters, size);
	output_text(output, prefix ? "\"*" : "\"");
}

/* v is typed for u with two dots, after l and n. */
static bool has_typed_v(const char *letters, size_t size)
{
	for (size_t i = 1; i < size; i++)
		if (letters[i] == 'v' && (letters[i - 1] == 'l' || letters[i - 1] == 'n'))
			return true;
	return false;
}

/* A word of letters or digits: a prefix, unless it is a single character among other words. */
static void put_typed(struct output *output, const char *letters, size_t size, bool alone)
{
	char with_u[WORDS_SPELLING_MOST];
	bool prefix = size > 1 || alone;

	if (size > WORDS_SPELLING_MOST)
		for (size = WORDS_SPELLING_MOST; ((unsigned char)letters[size] & 0xC0) == 0x80;)
			size--;
	if (!has_typed_v(letters, size)) {
		put_quoted(output, letters, size, prefix);
		return;
	}
	for (size_t i = 0; i < size; i++)
		with_u[i] = letters[i] == 'v' ? 'u' : letters[i];
	output_text(output, "(");
	put_quoted(output, letters, size, prefix);
	output_text(output, " OR ");
	put_quoted(output, with_u, size, prefix);
	output_text(output, ")");
}

static void put_han(struct output *output, const uint32_t *characters, size_t count)
{
	output_text(output, "\"");
	if (count == 1)
		output_character(output, characters[0]);
	else
		output_bigrams(output, characters, count);
	output_text(output, count == 1 ? "\"*" : "\"");
}

/* What was typed, in words. */
struct typed {
	struct characters characters;
	struct typed_word {
		size_t from, to;
		enum sort_of sort;
		bool letters;           /* nothing but a to z */
	} words[WORDS_TYPED_MOST];
	size_t count;
};

static void take_words(struct typed *typed)
{
	struct characters characters = typed->characters;

	for (size_t from = 0, to; from < characters.count; from = to) {
		struct typed_word word = {
			.from = from, .sort = sort_of_character(characters.at[from]), .letters = true
		};

		word.to = to = characters_run_end(characters, from);
		for (size_t i = from; i < to; i++)
			word.letters &= characters.at[i] >= 'a' && characters.at[i] <= 'z';
		if (word.sort != BETWEEN)
			typed->words[typed->count++] = word;
	}
}

static void put_word(
	struct words *words, struct output *output, const struct typed *typed, const struct typed_word *word)
{
	struct output letters;

	if (word->sort == HAN) {
		put_han(output, typed->characters.at + word->from, word->to - word->from);
		return;
	}
	letters = output_new(words, (word->to - word->from) * 4 + 1);
	output_run(&letters, typed->characters.at + word->from, word->to - word->from);
	put_typed(output, letters.bytes, letters.size, typed->count == 1);
}

/* Words of letters side by side may be syllables or initials of one name: each by itself, or all joined. */
static void put_syllables(
	struct words *words, struct output *output, const struct typed *typed, size_t from, size_t to)
{
	struct output joined = output_new(words, WORDS_TYPED_MOST + 1);

	output_text(output, "((");
	for (size_t i = from; i < to; i++) {
		output_text(output, i > from ? " AND " : "");
		put_word(words, output, typed, &typed->words[i]);
		output_run(&joined, typed->characters.at + typed->words[i].from,
			typed->words[i].to - typed->words[i].from);
	}
	output_text(output, ") OR ");
	put_typed(output, joined.bytes, joined.size, true);
	output_text(output, ")");
}

char *words_query(struct words *words, struct arena *arena, const char *text)
{
	struct typed typed = { .characters = characters_fold(words, text, WORDS_TYPED_MOST) };
	struct output output = output_new(words, WORDS_TYPED_MOST * QUERY_BYTES);

	take_words(&typed);
	for (size_t from = 0, to; from < typed.count; from = to) {
		for (to = from; to < typed.count && typed.words[to].letters;)
			to++;
		output_text(&output, from ? " AND " : "");
		if (to > from + 1) {
			put_syllables(words, &output, &typed, from, to);
		} else {
			to = from + 1;
			put_word(words, &output, &typed, &typed.words[from]);
		}
	}
	if (typed.count)
		return output_finish(words, arena, &output);
	arena_sweep(words->scratch);
	return NULL;
}
