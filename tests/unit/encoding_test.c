/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/encoding.h promises. */
#include "lib/base/encoding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const texts[] = {
	/* What is written in it everywhere, in the encoding of the same place below. */
	"\xC9\xCF\xBA\xA3\xCA\xD0\xC6\xD5\xCD\xD3\xC7\xF8\xB3\xA4\xCA\xD9\xC2\xB7\xCD\xD0\xD3\xFD\xD4\xB0",
	"\xAA\xF8\xB9\xD8\xB8\xF4\xA5\xAE\xA8\xE0\xB6\xE9",
	"\x82\xB3\x82\xAD\x82\xE7\x95\xDB\x88\xE7\x89\x80",
	"\xA4\xB5\xA4\xAF\xA4\xE9\xCA\xDD\xB0\xE9\xB1\xE0",
	"\xBC\xAD\xBF\xEF \xBE\xEE\xB8\xB0\xC0\xCC\xC1\xFD \xBC\xAD\xBF\xEF\xC6\xAF\xBA\xB0\xBD\xC3 \xC1\xBE\xB7\xCE\xB1\xB8 \xBC\xBC\xC1\xBE\xB7\xCE \xC7\xAA\xB8\xA5 \xC7\xCF\xB4\xC3 \xBE\xEE\xB8\xB0\xC0\xCC\xC1\xFD",
	"Cr\xE8" "che \xC9toile",
};
static const char *const names[] = { "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1252" };

static void bytes_weigh_most_in_the_encoding_they_were_written_in(void **state)
{
	struct encoding_guess guesses[ENCODING_GUESSES];

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		size_t count = encoding_weigh(texts[i], strlen(texts[i]), guesses);

		assert_true(count > 0);
		assert_string_equal(guesses[0].name, names[i]);
		assert_true(guesses[0].share > 0.9);
		assert_true(count < 2 || guesses[1].share < guesses[0].share - 0.1);
	}
}

static void text_becomes_utf8_by_the_name_of_its_encoding(void **state)
{
	struct arena *arena = arena_new((size_t)1 << 20);
	size_t size, fault;
	const char *text = encoding_to_utf8("shift_jis", texts[2], strlen(texts[2]), &size, &fault, arena);

	(void)state;
	assert_string_equal(text, "さくら保育園");
	assert_int_equal(size, strlen(text));
	assert_string_equal(encoding_to_utf8("latin-1", "Ni\xF1o", 4, &size, &fault, arena), "Niño");
	assert_string_equal(encoding_to_utf8("utf-16", "\xFF\xFE" "a\0\x3D\xD8\x00\xDE", 8, &size, &fault, arena), "a\xF0\x9F\x98\x80");
	assert_string_equal(encoding_to_utf8("gbk", "\xB3\xA4", 2, &size, &fault, arena), "长");
	arena_free(arena);
}

static void a_character_on_the_border_of_two_pieces_is_whole(void **state)
{
	struct arena *arena = arena_new((size_t)1 << 20);
	static char bytes[20000];
	size_t size, fault;
	const char *text;

	(void)state;
	for (size_t start = 0; start < 2; start++) {
		memset(bytes, 'a', start);
		for (size_t i = start; i + 4 <= sizeof bytes; i += 4)
			memcpy(bytes + i, "\x95\x34\xB2\x35", 4);
		text = encoding_to_utf8("gb18030", bytes, start + 16000, &size, &fault, arena);
		assert_non_null(text);
		assert_int_equal(size, start + 16000);
		for (size_t i = start; i < size; i += 4)
			assert_memory_equal(text + i, "𠮷", 4);
	}
	arena_free(arena);
}

static void a_byte_that_is_not_of_the_encoding_is_found(void **state)
{
	struct arena *arena = arena_new((size_t)1 << 20);
	size_t size, fault = 99;

	(void)state;
	assert_null(encoding_to_utf8("utf-8", "abc\xFF" "def", 7, &size, &fault, arena));
	assert_in_range(fault, 3, 4);
	assert_null(encoding_to_utf8("big5", "abc\xA4", 4, &size, &fault, arena));
	arena_free(arena);
}

static void names_that_are_no_encoding_are_known_as_such(void **state)
{
	(void)state;
	assert_true(encoding_is_known("windows-1251"));
	assert_true(encoding_is_known("Shift_JIS"));
	assert_false(encoding_is_known("elvish"));
	assert_false(encoding_is_known(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_weigh_most_in_the_encoding_they_were_written_in),
		cmocka_unit_test(text_becomes_utf8_by_the_name_of_its_encoding),
		cmocka_unit_test(a_character_on_the_border_of_two_pieces_is_whole),
		cmocka_unit_test(a_byte_that_is_not_of_the_encoding_is_found),
		cmocka_unit_test(names_that_are_no_encoding_are_known_as_such),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
