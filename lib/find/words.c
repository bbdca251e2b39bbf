/* SPDX-License-Identifier: Apache-2.0 */
/* Words for searching Chinese names by characters, by pinyin and by initials: opening, closing, sorting. */
#include "words_parts.h"

#define KEPT_CAP ((size_t)64 << 20)
#define SCRATCH_CAP ((size_t)64 << 20)

struct words *words_open_to_ask(void)
{
	struct arena *arena = arena_new(KEPT_CAP);
	struct words *words = arena_take(arena, sizeof *words);
	UErrorCode error = U_ZERO_ERROR;

	words->arena = arena;
	words->scratch = arena_new(SCRATCH_CAP);
	words->normalizer = unorm2_getNFKCCasefoldInstance(&error);
	if (U_SUCCESS(error))
		return words;
	words_close(words);
	return NULL;
}

struct words *words_open(void)
{
	struct words *words = words_open_to_ask();
	UErrorCode error = U_ZERO_ERROR;

	if (!words)
		return NULL;
	words->plain =
		utrans_openU(u"Han-Latin; Latin-ASCII; Lower", -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
	words->names = utrans_openU(
		u"Han-Latin/Names; Latin-ASCII; Lower", -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
	if (U_SUCCESS(error))
		return words;
	words_close(words);
	return NULL;
}

void words_close(struct words *words)
{
	if (!words)
		return;
	if (words->plain)
		utrans_close(words->plain);
	if (words->names)
		utrans_close(words->names);
	arena_free(words->scratch);
	arena_free(words->arena);
}

char *words_pinyin(struct words *words, struct arena *arena, const char *text)
{
	struct characters characters = characters_fold(words, text, WORDS_INDEXED_MOST);
	struct output output = output_new(words, characters.count * (sizeof(struct reading) + 1) + 1);

	for (size_t from = 0, to; from < characters.count; from = to) {
		enum sort_of sort = sort_of_character(characters.at[from]);
		struct reading *plain, *names;

		to = characters_run_end(characters, from);
		if (sort == BETWEEN)
			continue;
		if (sort == WORD) {
			output_run(&output, characters.at + from, to - from);
			output_blank(&output);
			continue;
		}
		plain = arena_take(words->scratch, (to - from) * sizeof *plain);
		names = arena_take(words->scratch, (to - from) * sizeof *names);
		characters_read(words, characters.at + from, to - from, plain, names);
		for (size_t i = 0; i < to - from; i++) {
			if (plain[i].length == NO_READING)
				output_character(&output, characters.at[from + i]);
			else
				output_put(&output, plain[i].letters, plain[i].length);
			output_blank(&output);
		}
	}
	return output_finish(words, arena, &output);
}

char *words_readings(struct words *words, struct arena *arena)
{
	size_t count = WORDS_READINGS_TO - WORDS_READINGS_FROM + 1;
	char *letters = arena_take(arena, count * WORDS_READING_BYTES + 1);

	memset(letters, ' ', count * WORDS_READING_BYTES);
	for (uint32_t character = WORDS_READINGS_FROM; character <= WORDS_READINGS_TO; character++) {
		struct reading plain, names;

		characters_read(words, &character, 1, &plain, &names);
		if (plain.length <= WORDS_READING_BYTES)
			memcpy(letters + (size_t)(character - WORDS_READINGS_FROM) * WORDS_READING_BYTES, plain.letters, plain.length);
	}
	return letters;
}
