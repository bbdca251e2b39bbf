/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/text.h promises. */
#include "lib/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool well_formed(const char *text)
{
	return text_is_utf8(text, strlen(text));
}

static void well_formed_utf8_is_accepted(void **state)
{
	(void)state;
	assert_true(well_formed(""));
	assert_true(well_formed("plain"));
	assert_true(well_formed("长寿路街道"));
	assert_true(well_formed("\xC2\x80 \xDF\xBF \xE0\xA0\x80 \xED\x9F\xBF \xEF\xBF\xBF \xF0\x90\x80\x80 "
				"\xF4\x8F\xBF\xBF"));
}

static void malformed_utf8_is_refused(void **state)
{
	static const char *const malformed[] = { "\x80", "\xC0\x80", "\xC1\xBF", "\xC2", "\xE0\x9F\xBF",
		"\xE4\xBD", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
		"\xFF",
		"a\xE9\x95"
		"b",
		"\xE9\x95\xC3", "\xF0\x9F\x98" };

	(void)state;
	for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++)
		assert_false(well_formed(malformed[i]));
	assert_false(text_is_utf8("a\0b", 3));
	assert_false(text_is_utf8("\xE9\x95\xBF", 2));
}

static void of_what_is_not_well_formed_its_ascii_is_left(void **state)
{
	struct arena *arena = arena_new(1 << 16);

	(void)state;
	assert_string_equal(text_repaired(arena, "长寿", 6, '_'), "长寿");
	assert_string_equal(text_repaired(arena, "\xD5\xD5\xC6\xAC.png", 8, '_'), "_.png");
	assert_string_equal(text_repaired(arena, "a\0\xFF" "b\xE9\x95", 6, '_'), "a_b_");
	assert_string_equal(text_repaired(arena, "", 0, '_'), "");
	arena_free(arena);
}

static void length_counts_characters(void **state)
{
	(void)state;
	assert_int_equal(text_length(""), 0);
	assert_int_equal(text_length("长寿路 1"), 5);
	assert_int_equal(text_length("𠮷野"), 2);
}

static void characters_are_read_one_by_one(void **state)
{
	const char *at = "aé长𠮷";

	(void)state;
	assert_int_equal(text_next(&at), 'a');
	assert_int_equal(text_next(&at), 0xE9);
	assert_int_equal(text_next(&at), 0x957F);
	assert_int_equal(text_next(&at), 0x20BB7);
	assert_int_equal(text_next(&at), 0);
	assert_int_equal(text_next(&at), 0);
}

static void blanks_at_both_ends_are_trimmed(void **state)
{
	struct arena *arena = arena_new(1 << 16);

	(void)state;
	assert_string_equal(text_trim(arena, "  a b \r\n"), "a b");
	assert_string_equal(text_trim(arena, "\xEF\xBB\xBF\xE3\x80\x80长寿 路\xE3\x80\x80\xC2\xA0"), "长寿 路");
	assert_string_equal(text_trim(arena, "\xE3\x80\x80 \t"), "");
	assert_string_equal(text_trim(arena, ""), "");
	arena_free(arena);
}

static void what_nobody_can_see_is_dropped(void **state)
{
	static const char *const unseen[] = { "\uFFFE", "\uFFFF", "\uFDD0", "\U0001FFFF", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D",
		"\u202E", "\u2060", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF", "\u00AD", "\uFE00", "\uFE0F", "\U000E0100",
		"\U000E01EF", "\u061C", "\u034F", "\u3164", "\U000E0041", "\uFFF9", "\x01", "\x08", "\x0E", "\x1B", "\x1F", "\x7F",
		"\xC2\x80", "\xC2\x9F" };
	struct arena *arena = arena_new(1 << 16);

	(void)state;
	for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++) {
		char text[32];

		snprintf(text, sizeof text, "%s长%s寿%s", unseen[i], unseen[i], unseen[i]);
		assert_string_equal(text_visible(arena, text), "长寿");
		assert_string_equal(text_visible_line(arena, text), "长寿");
	}
	arena_free(arena);
}

static void what_can_be_seen_is_left_as_it_is(void **state)
{
	static const char *const seen[] = { "", "plain text, 1 < 2", "a\tb\r\nc\n", "长寿路　东新路·“引号”—…", "\u00A0\u3000", "é e\u0301 ǚ",
		"𠮷野家 😀👍🏽 🇨🇳", "ﬁ Ⅳ ㎡ ① ＝", "한글 اللغة हिन्दी", "\uFFFD\uE000" };
	struct arena *arena = arena_new(1 << 16);

	(void)state;
	for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
		assert_string_equal(text_visible(arena, seen[i]), seen[i]);
	arena_free(arena);
}

static void emoji_that_were_joined_come_apart_and_stay_readable(void **state)
{
	struct arena *arena = arena_new(1 << 16);

	(void)state;
	assert_string_equal(text_visible(arena, "👨\u200D👩\u200D👧 ❤\uFE0F 1\uFE0F\u20E3"), "👨👩👧 ❤ 1\u20E3");
	arena_free(arena);
}

static void the_line_breaks_of_word_processors_are_line_breaks_or_a_blank_on_one_line(void **state)
{
	static const char *const breaks[] = { "\v", "\f", "\xC2\x85", "\u2028", "\u2029" };
	struct arena *arena = arena_new(1 << 16);

	(void)state;
	for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
		char text[32];

		snprintf(text, sizeof text, "一%s二", breaks[i]);
		assert_string_equal(text_visible(arena, text), "一\n二");
		assert_string_equal(text_visible_line(arena, text), "一 二");
	}
	arena_free(arena);
}

static void every_character_stays_well_formed_and_never_grows(void **state)
{
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (uint32_t character = 1; character <= 0x10FFFF; character++) {
		char text[8] = { 0 };
		size_t size = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
		const char *seen;

		if (character >= 0xD800 && character <= 0xDFFF)
			continue;
		for (size_t i = size; i-- > 1;)
			text[i] = (char)(0x80 | (character >> (6 * (size - 1 - i)) & 0x3F));
		text[0] = (char)(size == 1 ? character : (0xF00u >> size & 0xFF) | character >> (6 * (size - 1)));
		seen = text_visible(arena, text);
		assert_true(well_formed(text));
		assert_true(well_formed(seen) && strlen(seen) <= size);
		assert_false(text_has_control(seen));
		assert_string_equal(text_visible(arena, seen), seen);
		arena_sweep(arena);
	}
	arena_free(arena);
}

static void a_code_is_short_and_plain(void **state)
{
	(void)state;
	assert_true(text_is_code("a"));
	assert_true(text_is_code("PT-0001_x"));
	assert_true(text_is_code("12345678901234567890123456789012"));
	assert_false(text_is_code("123456789012345678901234567890123"));
	assert_false(text_is_code(""));
	assert_false(text_is_code("a b"));
	assert_false(text_is_code("../x"));
	assert_false(text_is_code("长"));
}

static void control_characters_are_found(void **state)
{
	(void)state;
	assert_false(text_has_control("two\r\nlines\tand a tab 长"));
	assert_true(text_has_control("bell\a"));
	assert_true(text_has_control("\x7F"));
	assert_true(text_has_control("\xC2\x85"));
	assert_true(text_has_control("turned \xE2\x80\xAE round"));
	assert_true(text_has_control("\xE2\x81\xA6"));
}

static void line_breaks_are_found(void **state)
{
	(void)state;
	assert_true(text_has_line_break("a\nb"));
	assert_true(text_has_line_break("a\r"));
	assert_true(text_has_line_break("\xE2\x80\xA8"));
	assert_false(text_has_line_break("a\tb 长"));
}

static void whole_numbers_are_read(void **state)
{
	int64_t number = 0;

	(void)state;
	assert_true(text_to_integer("0", &number));
	assert_int_equal(number, 0);
	assert_true(text_to_integer("-36", &number));
	assert_int_equal(number, -36);
	assert_true(text_to_integer("007", &number));
	assert_int_equal(number, 7);
	assert_true(text_to_integer("9223372036854775807", &number));
	assert_true(number == INT64_MAX);
	assert_true(text_to_integer("-9223372036854775808", &number));
	assert_true(number == INT64_MIN);
}

static void what_is_not_wholly_a_number_is_refused(void **state)
{
	static const char *const wrong[] = { "", "-", "+1", " 1", "1 ", "1a", "1.0", "0x10", "--1", "１",
		"9223372036854775808", "-9223372036854775809", "99999999999999999999" };
	int64_t number = 42;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(text_to_integer(wrong[i], &number));
	assert_int_equal(number, 42);
}

static void decimals_are_read_as_the_library_reads_them(void **state)
{
	static const char *const texts[] = { "0", "0.1", "31.2423", "121.4691633", "-0.5", "1000", "0.000001",
		"123456789.123456", "3.14159265358979", "999999999999999", "100000" };
	double number;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(text_to_real(texts[i], &number));
		assert_true(number == strtod(texts[i], NULL));
	}
	assert_true(text_to_real("31.23234430000000000000000001", &number));
	assert_true(number == 31.2323443);
	srand(7);
	for (int i = 0; i < 100000; i++) {
		char text[40];

		snprintf(text, sizeof text, "%d.%06d%06d", rand() % 360 - 180, rand() % 1000000,
			rand() % 1000000);
		assert_true(text_to_real(text, &number));
		assert_true(number == strtod(text, NULL));
	}
}

static void what_is_not_wholly_a_decimal_is_refused(void **state)
{
	static const char *const wrong[] = { "", "-", ".", ".5", "5.", "1e3", "0x1p3", "inf", "nan", "1,5",
		"1.2.3", " 1", "1 ", "+1", "1234567890123456789" };
	double number = 42;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(text_to_real(wrong[i], &number));
	assert_true(number == 42);
}

static void expect_integer(int64_t number, const char *text)
{
	char written[TEXT_NUMBER_SIZE + 1];

	*text_put_integer(written, number) = '\0';
	assert_string_equal(written, text);
}

static void a_whole_number_is_written_as_it_is_said(void **state)
{
	(void)state;
	expect_integer(0, "0");
	expect_integer(-7, "-7");
	expect_integer(1772330400, "1772330400");
	expect_integer(INT64_MAX, "9223372036854775807");
	expect_integer(INT64_MIN, "-9223372036854775808");
}

static void expect_decimal(double number, int decimals, const char *text)
{
	char written[TEXT_NUMBER_SIZE + 1];

	*text_put_decimal(written, number, decimals) = '\0';
	assert_string_equal(written, text);
}

static void a_decimal_is_written_rounded(void **state)
{
	(void)state;
	expect_decimal(31.2404, 6, "31.240400");
	expect_decimal(-121.0000005, 5, "-121.00000");
	expect_decimal(0.96, 1, "1.0");
	expect_decimal(9.5, 0, "10");
	expect_decimal(0.05, 2, "0.05");
	expect_decimal(-0.0000001, 6, "0.000000");
	expect_decimal(-1e300, 6, "-1000000000000.000000");
}

static void a_decimal_is_written_as_printf_does(void **state)
{
	uint32_t seed = 5;
	char expected[64];

	(void)state;
	for (int i = 0; i < 100000; i++) {
		double number = ((seed = seed * 1664525u + 1013904223u) / 4294967296.0 - 0.5) * 400;

		snprintf(expected, sizeof expected, "%.5f", number);
		expect_decimal(number, 5, expected);
	}
}

static void a_word_is_found_whole_among_words(void **state)
{
	(void)state;
	assert_true(text_has_word("MARKET FIRE", "FIRE"));
	assert_true(text_has_word("MARKET", "MARKET"));
	assert_true(text_has_word("AFIRE FIRE", "FIRE"));
	assert_false(text_has_word("MARKET FIRE", "MARK"));
	assert_false(text_has_word("MARKET FIRE", "IRE"));
	assert_false(text_has_word("MARKET FIRE", ""));
	assert_false(text_has_word("", "FIRE"));
}

static void references_become_the_characters_they_stand_for(void **state)
{
	struct arena *arena = arena_new(4096);

	(void)state;
	assert_string_equal(text_unescaped(arena, "&lt;b&gt; &amp;lt; &quot;&#39;"), "<b> &lt; \"'");
	assert_string_equal(text_unescaped(arena, "&nbsp; & &amp"), "&nbsp; & &amp");
	assert_string_equal(text_unescaped(arena, ""), "");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(references_become_the_characters_they_stand_for),
		cmocka_unit_test(well_formed_utf8_is_accepted),
		cmocka_unit_test(malformed_utf8_is_refused),
		cmocka_unit_test(of_what_is_not_well_formed_its_ascii_is_left),
		cmocka_unit_test(length_counts_characters),
		cmocka_unit_test(characters_are_read_one_by_one),
		cmocka_unit_test(blanks_at_both_ends_are_trimmed),
		cmocka_unit_test(what_nobody_can_see_is_dropped),
		cmocka_unit_test(what_can_be_seen_is_left_as_it_is),
		cmocka_unit_test(emoji_that_were_joined_come_apart_and_stay_readable),
		cmocka_unit_test(the_line_breaks_of_word_processors_are_line_breaks_or_a_blank_on_one_line),
		cmocka_unit_test(every_character_stays_well_formed_and_never_grows),
		cmocka_unit_test(a_code_is_short_and_plain),
		cmocka_unit_test(control_characters_are_found),
		cmocka_unit_test(line_breaks_are_found),
		cmocka_unit_test(whole_numbers_are_read),
		cmocka_unit_test(what_is_not_wholly_a_number_is_refused),
		cmocka_unit_test(decimals_are_read_as_the_library_reads_them),
		cmocka_unit_test(what_is_not_wholly_a_decimal_is_refused),
		cmocka_unit_test(a_whole_number_is_written_as_it_is_said),
		cmocka_unit_test(a_decimal_is_written_rounded),
		cmocka_unit_test(a_decimal_is_written_as_printf_does),
		cmocka_unit_test(a_word_is_found_whole_among_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
