/* SPDX-License-Identifier: Apache-2.0 */
/* Text as characters: folded, told apart by what they are to a search, and written again. */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "simplified.h"
#include "lib/base/text.h"
#include "words_parts.h"

void output_character(struct output *output, uint32_t character)
{
	char *to = output->bytes + output->size;

	if (character < 0x80) {
		to[0] = (char)character;
		output->size += 1;
	} else if (character < 0x800) {
		to[0] = (char)(0xC0 | character >> 6);
		to[1] = (char)(0x80 | (character & 0x3F));
		output->size += 2;
	} else if (character < 0x10000) {
		to[0] = (char)(0xE0 | character >> 12);
		to[1] = (char)(0x80 | (character >> 6 & 0x3F));
		to[2] = (char)(0x80 | (character & 0x3F));
		output->size += 3;
	} else {
		to[0] = (char)(0xF0 | character >> 18);
		to[1] = (char)(0x80 | (character >> 12 & 0x3F));
		to[2] = (char)(0x80 | (character >> 6 & 0x3F));
		to[3] = (char)(0x80 | (character & 0x3F));
		output->size += 4;
	}
}

void output_run(struct output *output, const uint32_t *characters, size_t count)
{
	for (size_t i = 0; i < count; i++)
		output_character(output, characters[i]);
}

void output_bigrams(struct output *output, const uint32_t *characters, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		output_character(output, characters[i]);
		output_character(output, characters[i + 1]);
		output_blank(output);
	}
}

struct output output_new(struct words *words, size_t room)
{
	return (struct output){ arena_take(words->scratch, room), 0 };
}

char *output_finish(struct words *words, struct arena *arena, const struct output *output)
{
	size_t size = output->size;
	char *text;

	if (size && output->bytes[size - 1] == ' ')
		size--;
	text = arena_text(arena, output->bytes, size);
	arena_sweep(words->scratch);
	return text;
}

/* Both writings of a character are one word: the simplified one of a traditional character, any other itself. */
static uint32_t simplify(uint32_t character)
{
	uint32_t simplified = character <= 0xFFFF ? simplified_pages[simplified_page_of[character >> 8]][character & 0xFF] : 0;

	return simplified ? simplified : character;
}

/*
 * The characters that nearly all names are made of fold by themselves, whatever stands beside them: ASCII,
 * its full-width counterparts, the unified ideographs, and common punctuation. 0 = ask ICU about the whole
 * text.
 */
static uint32_t fold_plain(uint32_t character)
{
	if (character >= 0x4E00 && character <= 0x9FFF)
		return simplify(character);
	if (character == 0x3000)
		return ' ';
	if (character >= 0xFF01 && character <= 0xFF5E)
		character -= 0xFEE0;
	if (character >= 'A' && character <= 'Z')
		return character + ('a' - 'A');
	if (character < 0x80 || character == 0xB7 || (character >= 0x3001 && character <= 0x3003) ||
	    (character >= 0x3008 && character <= 0x3011) || (character >= 0x2018 && character <= 0x201D))
		return character;
	return 0;
}

static struct characters fold_with_icu(struct words *words, const char *text, size_t size)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t length = 0, room;
	UChar *wide = arena_take(words->scratch, (size + 1) * sizeof *wide), *folded;
	struct characters characters = { NULL, 0 };

	u_strFromUTF8(wide, (int32_t)size + 1, &length, text, (int32_t)size, &error);
	room = unorm2_normalize(words->normalizer, wide, length, NULL, 0, &error);
	if (error != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(error))
		return characters;
	error = U_ZERO_ERROR;
	folded = arena_take(words->scratch, ((size_t)room + 1) * sizeof *folded);
	characters.at = arena_take(words->scratch, ((size_t)room + 1) * sizeof *characters.at);
	length = unorm2_normalize(words->normalizer, wide, length, folded, room + 1, &error);
	if (U_FAILURE(error))
		return characters;
	for (int32_t i = 0; i < length;) {
		uint32_t character;

		U16_NEXT(folded, i, length, character);
		characters.at[characters.count++] = simplify(character);
	}
	return characters;
}

struct characters characters_fold(struct words *words, const char *text, size_t most)
{
	struct characters characters = { NULL, 0 };
	size_t size = strlen(text);
	const char *at = text;

	/* No character is longer than 4 bytes; a character cut in two leaves the text well formed up to it. */
	if (!text_is_utf8(text, size))
		return characters;
	if (size > most * 4)
		for (size = most * 4; ((unsigned char)text[size] & 0xC0) == 0x80;)
			size--;
	characters.at = arena_take(words->scratch, size * sizeof *characters.at + 1);
	while (at < text + size) {
		uint32_t folded = fold_plain(text_next(&at));

		if (!folded) {
			characters = fold_with_icu(words, text, size);
			break;
		}
		characters.at[characters.count++] = folded;
	}
	if (characters.count > most)
		characters.count = most;
	return characters;
}

char *words_fold(struct words *words, struct arena *arena, const char *text)
{
	struct characters characters;
	struct output output;
	char *folded;

	if (!text_is_utf8(text, strlen(text)))
		return NULL;
	characters = characters_fold(words, text, WORDS_INDEXED_MOST);
	output = output_new(words, characters.count * 4 + 1);
	output_run(&output, characters.at, characters.count);
	folded = arena_text(arena, output.bytes, output.size);
	arena_sweep(words->scratch);
	return folded;
}

char *words_simplified(struct arena *arena, const char *text)
{
	/* No character is longer than the one it is written for. */
	struct output output = { arena_take(arena, strlen(text) + 1), 0 };

	if (!text_is_utf8(text, strlen(text)))
		return NULL;
	while (*text)
		output_character(&output, simplify(text_next(&text)));
	return output.bytes;
}

enum sort_of sort_of_character(uint32_t character)
{
	if (character < 0x80)
		return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
			? WORD
			: BETWEEN;
	if (character >= 0x4E00 && character <= 0x9FFF)
		return HAN;
	if ((character >= 0x3400 && character <= 0x4DBF) || (character >= 0x20000 && character <= LAST_HAN) ||
	    character == 0x3005 || character == 0x3007 || (character >= 0xF900 && character <= 0xFAFF))
		return HAN;
	return u_isalnum((UChar32)character) || (U_MASK(u_charType((UChar32)character)) & U_GC_M_MASK)
		? WORD
		: BETWEEN;
}

size_t characters_run_end(struct characters characters, size_t from)
{
	enum sort_of sort = sort_of_character(characters.at[from]);
	size_t to = from + 1;

	while (to < characters.count && sort_of_character(characters.at[to]) == sort)
		to++;
	return to;
}
