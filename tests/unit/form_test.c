/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/form.h promises. */
#include "lib/web/form.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const sorts[] = { "near", "fee", NULL };

static const struct form form = { (const struct field[]){
	{ "name", FIELD_TEXT, REQUIRED, 2, 5, NULL },
	{ "word", FIELD_TEXT, OPTIONAL, 0, 10, NULL },
	{ "code", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "codes", FIELD_CODES, OPTIONAL, 1, 3, NULL },
	{ "age", FIELD_INTEGER, OPTIONAL, -5, 36, NULL },
	{ "lat", FIELD_REAL, OPTIONAL, -90, 90, NULL },
	{ "inclusive", FIELD_FLAG, OPTIONAL, 0, 1, NULL },
	{ "sort", FIELD_CHOICE, OPTIONAL, 0, 0, sorts },
	{ 0 },
} };

/* "name" is there wherever it is not what the sentence is about. */
#define NAMED "name=ab&"

static int set_up(void **state)
{
	*state = arena_new(1024 * 1024);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static const struct form_result *read_query(void **state, const char *query)
{
	const struct form_result *result = form_read(&form, query, *state);

	assert_non_null(result);
	return result;
}

static enum field_state state_of(const struct form_result *result, const char *name)
{
	size_t i = 0;

	while (strcmp(form.fields[i].name, name) != 0)
		i++;
	return result->states[i];
}

/* What becomes of one field. */
static enum field_state becomes(void **state, const char *name, const char *query)
{
	const struct form_result *result = read_query(state, query);

	if (state_of(result, name) != FIELD_FINE) {
		assert_false(result->fine);
		assert_true(values_null(result->values, name));
	}
	return state_of(result, name);
}

static void a_form_that_is_filled_in_right_is_fine(void **state)
{
	const struct form_result *result =
		read_query(state, "name=%E6%98%A5%E8%8B%97&code=P-1_a&codes=A&age=12&lat=31.25&inclusive=1&sort=fee");

	assert_true(result->fine);
	assert_string_equal(values_text(result->values, "name"), "春苗");
	assert_string_equal(values_text(result->values, "code"), "P-1_a");
	assert_string_equal(values_text(result->values, "codes"), "A");
	assert_int_equal(values_integer(result->values, "age"), 12);
	assert_true(fabs(values_real(result->values, "lat") - 31.25) < 1e-12);
	assert_int_equal(values_integer(result->values, "inclusive"), 1);
	assert_string_equal(values_text(result->values, "sort"), "fee");
}

static void every_field_has_a_value_and_a_text_even_when_not_given(void **state)
{
	const struct form_result *result = read_query(state, "name=ab");

	assert_true(result->fine);
	for (size_t i = 1; form.fields[i].name; i++) {
		assert_int_equal(values_find(result->values, form.fields[i].name)->kind, VALUE_NULL);
		assert_string_equal(values_find(result->typed, form.fields[i].name)->text, "");
	}
}

static void a_required_field_not_given_is_missing(void **state)
{
	assert_int_equal(becomes(state, "name", ""), FIELD_MISSING);
	assert_int_equal(becomes(state, "name", "name="), FIELD_MISSING);
	assert_int_equal(becomes(state, "name", "name"), FIELD_MISSING);
	assert_int_equal(becomes(state, "name", "age=3"), FIELD_MISSING);
}

static void nothing_but_blanks_counts_as_not_given(void **state)
{
	assert_int_equal(becomes(state, "name", "name=+++"), FIELD_MISSING);
	assert_int_equal(becomes(state, "name", "name=%20%09"), FIELD_MISSING);
	assert_int_equal(becomes(state, "name", "name=%E3%80%80"), FIELD_MISSING); /* ideographic space */
}

static void an_optional_field_left_empty_is_fine(void **state)
{
	const struct form_result *result = read_query(state, NAMED "age=&lat=&code=&codes=&sort=&inclusive=&word=");

	assert_true(result->fine);
	assert_true(values_null(result->values, "age"));
}

static void blanks_at_the_ends_are_taken_off(void **state)
{
	const struct form_result *result = read_query(state, "name=+%E3%80%80ab%C2%A0+&age=+12+");

	assert_string_equal(values_text(result->values, "name"), "ab");
	assert_int_equal(values_integer(result->values, "age"), 12);
}

static void lengths_are_counted_in_characters(void **state)
{
	assert_int_equal(becomes(state, "name", "name=%E6%98%A5%E8%8B%97%E6%89%98%E8%82%B2%E5%9B%AD"), FIELD_FINE);
	assert_int_equal(becomes(state, "name", "name=%F0%A0%AE%B7%F0%A0%AE%B7%F0%A0%AE%B7%F0%A0%AE%B7%F0%A0%AE%B7"), FIELD_FINE);
	assert_int_equal(becomes(state, "name", "name=%E6%98%A5"), FIELD_OUT_OF_RANGE);
}

static void a_text_shorter_or_longer_than_allowed_is_out_of_range(void **state)
{
	assert_int_equal(becomes(state, "name", "name=ab"), FIELD_FINE);
	assert_int_equal(becomes(state, "name", "name=abcde"), FIELD_FINE);
	assert_int_equal(becomes(state, "name", "name=a"), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes(state, "name", "name=abcdef"), FIELD_OUT_OF_RANGE);
}

static void what_nobody_can_see_is_dropped_from_every_field_and_never_reported(void **state)
{
	const struct form_result *result = read_query(state,
		"name=%E2%80%AAa%01%E2%80%8Bb%E2%80%AC&code=%E2%81%A6P-1%E2%81%A9&codes=A%EF%BB%BF&age=%E2%80%8E12&lat=31.25%E2%80%AC"
		"&sort=fee%E2%80%8B&word=%E2%80%8F%C2%AD");

	assert_true(result->fine);
	assert_string_equal(values_text(result->values, "name"), "ab");
	assert_string_equal(values_text(result->typed, "name"), "ab");
	assert_string_equal(values_text(result->values, "code"), "P-1");
	assert_string_equal(values_text(result->values, "codes"), "A");
	assert_int_equal(values_integer(result->values, "age"), 12);
	assert_string_equal(values_text(result->values, "sort"), "fee");
	assert_string_equal(values_text(result->typed, "word"), "");
}

static void what_nobody_can_see_counts_as_no_character(void **state)
{
	assert_int_equal(becomes(state, "name", "name=%E2%80%8Babcde%E2%80%8B%E2%80%8B"), FIELD_FINE);
	assert_int_equal(becomes(state, "name", "name=%E2%80%8E%E2%80%8B"), FIELD_MISSING);
}

static void blanks_behind_what_nobody_can_see_are_taken_off(void **state)
{
	assert_string_equal(values_text(read_query(state, "name=%E2%80%8B+ab+%E2%80%AC")->values, "name"), "ab");
}

static void the_line_breaks_of_word_processors_are_blanks_on_one_line_and_line_breaks_in_paragraphs(void **state)
{
	static const struct field fields[] = { { "story", FIELD_PARAGRAPHS, REQUIRED, 1, 9, NULL }, { 0 } };
	static const struct form paragraphs = { fields };

	assert_string_equal(values_text(read_query(state, "name=a%0Bb")->values, "name"), "a b");
	assert_string_equal(values_text(read_query(state, "name=a%E2%80%A8b")->values, "name"), "a b");
	assert_string_equal(values_text(form_read(&paragraphs, "story=a%0Bb%0D%0Ac%0Cd%01", *state)->values, "story"), "a\nb\nc\nd");
}

static void a_text_of_more_than_one_line_is_malformed(void **state)
{
	assert_int_equal(becomes(state, "name", "name=a%0Ab"), FIELD_MALFORMED);
	assert_int_equal(becomes(state, "name", "name=a%0D%0Ab"), FIELD_MALFORMED);
}

static void a_code_of_other_letters_or_too_long_is_malformed(void **state)
{
	assert_int_equal(becomes(state, "code", NAMED "code=abcdefghijklmnopqrstuvwxyz-_0123"), FIELD_FINE);
	assert_int_equal(becomes(state, "code", NAMED "code=abcdefghijklmnopqrstuvwxyz-_01234"), FIELD_MALFORMED);
	assert_int_equal(becomes(state, "code", NAMED "code=a+b"), FIELD_MALFORMED);
	assert_int_equal(becomes(state, "code", NAMED "code=a/b"), FIELD_MALFORMED);
	assert_int_equal(becomes(state, "code", NAMED "code=%E6%98%A5"), FIELD_MALFORMED);
	assert_int_equal(becomes(state, "code", NAMED "code=a%27--"), FIELD_MALFORMED);
}

static void repeated_codes_become_one_text_in_their_order(void **state)
{
	const struct form_result *result = read_query(state, NAMED "codes=B&age=3&codes=A&codes=C");

	assert_true(result->fine);
	assert_string_equal(values_text(result->values, "codes"), "B A C");
}

static void repeated_codes_that_are_empty_do_not_count(void **state)
{
	assert_string_equal(values_text(read_query(state, NAMED "codes=&codes=A&codes=+&codes=B")->values, "codes"), "A B");
}

static void more_codes_than_allowed_are_out_of_range(void **state)
{
	assert_int_equal(becomes(state, "codes", NAMED "codes=A&codes=B&codes=C"), FIELD_FINE);
	assert_int_equal(becomes(state, "codes", NAMED "codes=A&codes=B&codes=C&codes=D"), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes(state, "codes", NAMED "codes=A+B+C+D"), FIELD_OUT_OF_RANGE);
}

/* The arena of these tests holds a megabyte, and a program that exceeds it ends. */
static void thousands_of_codes_are_out_of_range_without_thousands_of_copies(void **state)
{
	char query[4000 * 8 + 16] = NAMED;
	size_t size = strlen(query);

	for (int i = 0; i < 4000; i++, size += 8)
		memcpy(query + size, "codes=A&", 8);
	query[size] = '\0';
	assert_int_equal(becomes(state, "codes", query), FIELD_OUT_OF_RANGE);
}

static void one_malformed_code_spoils_all_codes(void **state)
{
	assert_int_equal(becomes(state, "codes", NAMED "codes=A&codes=b%3Bc"), FIELD_MALFORMED);
}

static void an_integer_at_its_bounds_is_fine(void **state)
{
	assert_int_equal(values_integer(read_query(state, NAMED "age=-5")->values, "age"), -5);
	assert_int_equal(values_integer(read_query(state, NAMED "age=36")->values, "age"), 36);
}

static void an_integer_beyond_its_bounds_is_out_of_range(void **state)
{
	assert_int_equal(becomes(state, "age", NAMED "age=-6"), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes(state, "age", NAMED "age=37"), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes(state, "age", NAMED "age=9223372036854775807"), FIELD_OUT_OF_RANGE);
}

static void what_is_no_integer_is_malformed(void **state)
{
	static const char *const malformed[] = { "a", "1a", "1.0", "1e1", "%2B1", "0x10", "--1", "1+1",
		"9223372036854775808", "-" };

	for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++)
		assert_int_equal(becomes(state, "age", arena_format(*state, NAMED "age=%s", malformed[i])), FIELD_MALFORMED);
}

static void a_real_at_its_bounds_is_fine_and_beyond_out_of_range(void **state)
{
	assert_int_equal(becomes(state, "lat", NAMED "lat=90"), FIELD_FINE);
	assert_int_equal(becomes(state, "lat", NAMED "lat=-90.0"), FIELD_FINE);
	assert_int_equal(becomes(state, "lat", NAMED "lat=90.000001"), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes(state, "lat", NAMED "lat=-91"), FIELD_OUT_OF_RANGE);
}

static void what_is_no_real_is_malformed(void **state)
{
	static const char *const malformed[] = { "a", "31,2", "3.1.2", ".5", "5.", "1e5", "nan", "inf", "0x1p3", "31.2N" };

	for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++)
		assert_int_equal(becomes(state, "lat", arena_format(*state, NAMED "lat=%s", malformed[i])), FIELD_MALFORMED);
}

static void a_flag_is_one_or_zero(void **state)
{
	assert_int_equal(values_integer(read_query(state, NAMED "inclusive=1")->values, "inclusive"), 1);
	assert_int_equal(values_find(read_query(state, NAMED "inclusive=0")->values, "inclusive")->kind, VALUE_INTEGER);
	assert_int_equal(becomes(state, "inclusive", NAMED "inclusive=2"), FIELD_MALFORMED);
	assert_int_equal(becomes(state, "inclusive", NAMED "inclusive=-1"), FIELD_MALFORMED);
	assert_int_equal(becomes(state, "inclusive", NAMED "inclusive=on"), FIELD_MALFORMED);
}

static void a_choice_that_is_none_of_the_words_is_malformed(void **state)
{
	assert_int_equal(becomes(state, "sort", NAMED "sort=near"), FIELD_FINE);
	assert_int_equal(becomes(state, "sort", NAMED "sort=nea"), FIELD_MALFORMED);
	assert_int_equal(becomes(state, "sort", NAMED "sort=NEAR"), FIELD_MALFORMED);
	assert_int_equal(becomes(state, "sort", NAMED "sort=near+fee"), FIELD_MALFORMED);
}

static void what_was_typed_is_kept_when_it_is_not_fine(void **state)
{
	const struct form_result *result = read_query(state, "name=a&age=twelve&lat=91&sort=%3Cb%3E");

	assert_string_equal(values_text(result->typed, "name"), "a");
	assert_string_equal(values_text(result->typed, "age"), "twelve");
	assert_string_equal(values_text(result->typed, "lat"), "91");
	assert_string_equal(values_text(result->typed, "sort"), "<b>");
}

static void what_was_typed_is_kept_as_text_when_it_is_fine(void **state)
{
	assert_string_equal(values_text(read_query(state, NAMED "age=012")->typed, "age"), "012");
	assert_string_equal(values_text(read_query(state, NAMED "lat=31.20")->typed, "lat"), "31.20");
}

static void of_a_field_given_twice_the_last_counts(void **state)
{
	assert_int_equal(values_integer(read_query(state, NAMED "age=1&age=2")->values, "age"), 2);
	assert_int_equal(values_integer(read_query(state, NAMED "age=1&age=")->values, "age"), 1);
}

static void fields_the_form_does_not_declare_are_passed_over(void **state)
{
	const struct form_result *result = read_query(state, NAMED "utm_source=x&ages=99&=y");

	assert_true(result->fine);
	assert_null(values_find(result->values, "utm_source"));
	assert_null(values_find(result->typed, "ages"));
}

static void names_alone_and_empty_pairs_are_passed_over(void **state)
{
	assert_true(read_query(state, "&" NAMED "&&age=3&utm&")->fine);
	assert_int_equal(values_integer(read_query(state, NAMED "&utm&age=3")->values, "age"), 3);
}

static void an_equals_sign_may_stand_in_a_value(void **state)
{
	assert_string_equal(values_text(read_query(state, "name=a=b")->values, "name"), "a=b");
}

static void names_are_decoded_too(void **state)
{
	assert_int_equal(values_integer(read_query(state, NAMED "%61ge=3")->values, "age"), 3);
}

static void broken_percent_encoding_is_refused_altogether(void **state)
{
	static const char *const broken[] = { "name=%", "name=ab%4", "name=ab%zz", "name=%E6%98%A5%E", "%=1",
		NAMED "utm=%g0", NAMED "%4" };

	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
		assert_null(form_read(&form, broken[i], *state));
}

static void invalid_utf8_is_refused_altogether(void **state)
{
	static const char *const invalid[] = { "name=%FF", "name=%E6%98", "name=%C0%AF", "name=%ED%A0%80",
		"name=%F4%90%80%80", "name=a\xFF",
		"%FF=1", NAMED "utm=%80" };

	for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++)
		assert_null(form_read(&form, invalid[i], *state));
}

static void a_zero_byte_is_refused_altogether(void **state)
{
	assert_null(form_read(&form, "name=ab%00cd", *state));
}

static void a_field_refused_afterwards_loses_its_value_and_keeps_its_text(void **state)
{
	struct form_result *result = form_read(&form, NAMED "age=12", *state);

	form_refuse(result, "age", FIELD_OUT_OF_RANGE);
	assert_false(result->fine);
	assert_int_equal(state_of(result, "age"), FIELD_OUT_OF_RANGE);
	assert_true(values_null(result->values, "age"));
	assert_string_equal(values_text(result->typed, "age"), "12");
	assert_int_equal(state_of(result, "name"), FIELD_FINE);
}

static const char *shown_by(void **state, const struct form_result *result, const char *template)
{
	char folder[] = "/tmp/shanyu-form-XXXXXX";
	const char *problem = NULL, *path, *text;
	struct buffer out = { 0 };
	struct templates *templates;
	struct page *page;
	FILE *file;

	assert_non_null(mkdtemp(folder));
	path = arena_format(*state, "%s/form.tpl", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(template, file);
	fclose(file);
	templates = templates_load(folder, NULL, *state, &problem);
	assert_non_null(templates);
	page = page_new(templates, "form.tpl");
	form_show(result, page);
	assert_true(page_expand(page, &out));
	text = arena_text(*state, out.bytes, out.size);
	page_free(page);
	templates_free(templates);
	buffer_free(&out);
	unlink(path);
	rmdir(folder);
	return text;
}

/* The form as a page shows it again. */
static const char *shown(void **state, const struct form_result *result)
{
	return shown_by(state, result, "{{%AUTOESCAPE context=\"HTML\"}}\n"
		"{{#ERRORS}}[errors]{{/ERRORS}}{{#NAME_MISSING}}[name missing]{{/NAME_MISSING}}"
		"{{#AGE_MALFORMED}}[age malformed]{{/AGE_MALFORMED}}{{#AGE_OUT_OF_RANGE}}[age out of range]{{/AGE_OUT_OF_RANGE}}"
		"<input value=\"{{NAME}}\"><input value=\"{{AGE}}\">{{#IF_WORD}}[word {{WORD}}]{{/IF_WORD}}{{#NO_WORD}}[no word]{{/NO_WORD}}");
}

static const char *numbers_shown(void **state, const struct form_result *result)
{
	return shown_by(state, result, "{{%AUTOESCAPE context=\"HTML\"}}\n"
		"{{#NAME_OUT_OF_RANGE}}{{NAME_LENGTH}} of {{NAME_LEAST}} to {{NAME_MOST}}{{/NAME_OUT_OF_RANGE}}");
}

static void a_secret_is_taken_as_typed_and_never_shown_again(void **state)
{
	static const struct field fields[] = { { "age", FIELD_INTEGER, REQUIRED, 0, 9, NULL }, { "word", FIELD_SECRET, REQUIRED, 2, 9, NULL }, { 0 } };
	static const struct form secret = { fields };
	const struct form_result *result = form_read(&secret, "age=x&word=+%E5%AF%86+a%09%E2%80%8B", *state);

	assert_string_equal(values_text(result->values, "word"), " 密 a\t\u200B");
	assert_string_equal(shown(state, result), "[errors][age malformed]<input value=\"\"><input value=\"x\">[no word]");
	result = form_read(&secret, "word=1234567890", *state);
	assert_int_equal(result->states[1], FIELD_OUT_OF_RANGE);
	assert_true(values_null(result->values, "word"));
}

static void a_form_with_mistakes_is_shown_as_it_was_typed_with_each_mistake(void **state)
{
	assert_string_equal(shown(state, read_query(state, "age=twelve&word=%3Ci%3E")),
		"[errors][name missing][age malformed]<input value=\"\"><input value=\"twelve\">[word &lt;i&gt;]");
}

static void a_form_without_mistakes_shows_none(void **state)
{
	assert_string_equal(shown(state, read_query(state, "name=ab&age=3")), "<input value=\"ab\"><input value=\"3\">[no word]");
}

static void a_field_refused_afterwards_is_shown_as_a_mistake(void **state)
{
	struct form_result *result = form_read(&form, "name=ab&age=3", *state);

	form_refuse(result, "age", FIELD_OUT_OF_RANGE);
	assert_string_equal(shown(state, result), "[errors][age out of range]<input value=\"ab\"><input value=\"3\">[no word]");
}

/* What a page with a text that is too long says: typed, and the numbers with a comma between thousands. */
static void a_text_out_of_range_is_shown_with_its_length_and_its_bounds(void **state)
{
	static const struct field fields[] = { { "name", FIELD_PARAGRAPHS, REQUIRED, 2, 1200, NULL }, { 0 } };
	static const struct form limited = { fields };
	char query[1300] = "name=";

	memset(query + 5, 'a', 1201);
	assert_string_equal(numbers_shown(state, form_read(&limited, query, *state)), "1,201 of 2 to 1,200");
	assert_string_equal(numbers_shown(state, form_read(&limited, "name=a", *state)), "1 of 2 to 1,200");
	assert_string_equal(numbers_shown(state, form_read(&limited, "name=ab", *state)), "");
}

/* Today is 2026-03-02 in China in the sentences of days. */
static const struct form days = { (const struct field[]){
	{ "born", FIELD_DATE, OPTIONAL, -1000, 0, NULL },
	{ "from", FIELD_DATE, OPTIONAL, 1, 366, NULL },
	{ "day", FIELD_DATE, OPTIONAL, 0, 0, NULL },
	{ "fee", FIELD_MONEY, OPTIONAL, 1, 100000, NULL },
	{ "change", FIELD_MONEY, OPTIONAL, -100, 100, NULL },
	{ 0 },
} };

static enum field_state becomes_of(void **state, const char *query, size_t place, struct values **values)
{
	const struct form_result *result;

	setenv("SHANYU_CLOCK", "1772380800", 1); /* 2026-03-02 00:00 in China, the day before in Greenwich */
	result = form_read(&days, query, *state);
	assert_non_null(result);
	*values = result->values;
	return result->states[place];
}

static void a_day_is_taken_as_people_write_it(void **state)
{
	static const char *const written[] = { "2026-03-01", "2026-3-1", "2026/3/1", "2026.03.01", "20260301", "2026%E5%B9%B43%E6%9C%881%E6%97%A5",
		"2026%E5%B9%B403%E6%9C%8801", "%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96%EF%BC%8F%EF%BC%93%EF%BC%8F%EF%BC%91", "+2026+%E5%B9%B4+3+%E6%9C%88+1+%E6%97%A5+",
		"%E2%80%8B2026-03-01%E2%80%AC" };
	struct values *values;

	for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
		assert_int_equal(becomes_of(state, arena_format(*state, "day=%s", written[i]), 2, &values), FIELD_FINE);
		assert_string_equal(values_text(values, "day"), "2026-03-01");
	}
}

static void what_is_no_day_is_malformed(void **state)
{
	static const char *const written[] = { "2026-02-30", "2026-13-01", "26-3-1", "2026-3", "2026-3/1", "2026-3-1x", "2026-03-011", "3/1/2026", "0000-01-01",
		"202603011", "2026%E5%B9%B43-1", "2026-3-1%E6%97%A5", "-2026-3-1", "tomorrow" };
	struct values *values;

	for (size_t i = 0; i < sizeof written / sizeof *written; i++)
		assert_int_equal(becomes_of(state, arena_format(*state, "day=%s", written[i]), 2, &values), FIELD_MALFORMED);
}

static void a_day_that_must_have_come_may_be_today_and_not_tomorrow(void **state)
{
	struct values *values;

	assert_int_equal(becomes_of(state, "born=2026-03-02", 0, &values), FIELD_FINE);
	assert_int_equal(becomes_of(state, "born=2026-03-03", 0, &values), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes_of(state, "born=2023-06-06", 0, &values), FIELD_FINE);
	assert_int_equal(becomes_of(state, "born=2023-06-05", 0, &values), FIELD_OUT_OF_RANGE);
}

static void a_day_to_come_begins_tomorrow_and_ends_with_its_bound(void **state)
{
	struct values *values;

	assert_int_equal(becomes_of(state, "from=2026-03-02", 1, &values), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes_of(state, "from=2026-03-03", 1, &values), FIELD_FINE);
	assert_int_equal(becomes_of(state, "from=2027-03-03", 1, &values), FIELD_FINE);
	assert_int_equal(becomes_of(state, "from=2027-03-04", 1, &values), FIELD_OUT_OF_RANGE);
}

static void money_typed_as_yuan_comes_as_fen(void **state)
{
	static const struct {
		const char *typed;
		int64_t fen;
	} amounts[] = { { "1234", 123400 }, { "1,234.50", 123450 }, { "1234.5", 123450 }, { "%EF%BF%A51,234", 123400 }, { "%C2%A512", 1200 }, { "12%E5%85%83", 1200 },
		{ "%EF%BC%91%EF%BC%8C%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%8E%EF%BC%95%EF%BC%90", 123450 }, { "1.00", 100 }, { "100000", 10000000 }, { "100,000.00", 10000000 },
		{ "%EF%BF%A5+12.05+%E5%85%83", 1205 } };
	struct values *values;

	for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
		assert_int_equal(becomes_of(state, arena_format(*state, "fee=%s", amounts[i].typed), 3, &values), FIELD_FINE);
		assert_int_equal(values_integer(values, "fee"), amounts[i].fen);
	}
	assert_int_equal(becomes_of(state, "change=-0.5", 4, &values), FIELD_FINE);
	assert_int_equal(values_integer(values, "change"), -50);
}

static void money_beyond_its_bounds_is_out_of_range_to_the_fen(void **state)
{
	struct values *values;

	assert_int_equal(becomes_of(state, "fee=0.99", 3, &values), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes_of(state, "fee=100000.01", 3, &values), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes_of(state, "fee=999999999999.99", 3, &values), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes_of(state, "fee=999,999,999,999", 3, &values), FIELD_OUT_OF_RANGE);
	assert_int_equal(becomes_of(state, "fee=-1", 3, &values), FIELD_OUT_OF_RANGE);
}

static void what_is_no_amount_of_money_is_malformed(void **state)
{
	static const char *const typed[] = { "12,34", "1,2345", "1234,567", "1.234", "1.", ".5", ",123", "1,234,", "1e3", "12%E4%B8%87", "1 234", "9999999999999",
		"1,000,000,000,000,000", "--1", "12%E5%85%835", "NaN" };
	struct values *values;

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		assert_int_equal(becomes_of(state, arena_format(*state, "fee=%s", typed[i]), 3, &values), FIELD_MALFORMED);
}

static void a_form_may_have_any_number_of_fields(void **state)
{
	struct field *many = arena_take(*state, 301 * sizeof *many);
	struct form_result *result;

	for (int i = 0; i < 300; i++)
		many[i] = (struct field){ arena_format(*state, "f%d", i), FIELD_INTEGER, OPTIONAL, 0, 9, NULL };
	result = form_read(&(const struct form){ many }, "f0=1&f299=2&f150=x", *state);
	assert_int_equal(values_integer(result->values, "f299"), 2);
	assert_int_equal(result->states[150], FIELD_MALFORMED);
	assert_int_equal(result->states[299], FIELD_FINE);
}

/* Rooms of a facility, and who works there. */
static const struct form groups = { (const struct field[]){
	{ "name", FIELD_TEXT, OPTIONAL, 1, 9, NULL },
	{ "rooms", FIELD_GROUP, REQUIRED, 1, 3, NULL },
	{ "rooms[].room", FIELD_TEXT, REQUIRED, 1, 5, NULL },
	{ "rooms[].area", FIELD_REAL, OPTIONAL, 1, 500, NULL },
	{ "staff", FIELD_GROUP, OPTIONAL, 2, 4, NULL },
	{ "staff[].person", FIELD_TEXT, REQUIRED, 1, 5, NULL },
	{ 0 },
} };

static struct form_result *read_groups(void **state, const char *query)
{
	struct form_result *result = form_read(&groups, query, *state);

	assert_non_null(result);
	return result;
}

static void rows_of_a_group_come_as_rows_of_a_query_do(void **state)
{
	const struct form_result *result = read_groups(state, "rooms[1].room=%E6%98%A5&rooms[1].area=20.5&rooms%5B2%5D.room=b&staff[1].person=x&staff[2].person=y");

	assert_true(result->fine);
	assert_int_equal(form_rows(result, "rooms")->count, 2);
	assert_string_equal(values_text(&form_rows(result, "rooms")->at[0], "room"), "春");
	assert_true(fabs(values_real(&form_rows(result, "rooms")->at[0], "area") - 20.5) < 1e-12);
	assert_string_equal(values_text(&form_rows(result, "rooms")->at[1], "room"), "b");
	assert_true(values_null(&form_rows(result, "rooms")->at[1], "area"));
	assert_string_equal(values_text(&form_rows(result, "staff")->at[1], "person"), "y");
}

static void rows_in_which_nothing_was_typed_are_dropped(void **state)
{
	const struct form_result *result = read_groups(state, "rooms[1].room=&rooms[1].area=+&rooms[2].room=%E2%80%8B&rooms[3].room=c");

	assert_true(result->fine);
	assert_int_equal(form_rows(result, "rooms")->count, 1);
	assert_string_equal(values_text(&form_rows(result, "rooms")->at[0], "room"), "c");
}

static void a_group_without_rows_is_missing_only_where_it_is_required(void **state)
{
	const struct form_result *result = read_groups(state, "name=a&rooms[1].room=");

	assert_false(result->fine);
	assert_int_equal(result->states[1], FIELD_MISSING);
	assert_int_equal(result->states[4], FIELD_FINE);
}

static void too_few_or_too_many_rows_are_out_of_range(void **state)
{
	assert_int_equal(read_groups(state, "rooms[1].room=a&staff[1].person=x")->states[4], FIELD_OUT_OF_RANGE);
	assert_int_equal(read_groups(state, "rooms[1].room=a&rooms[4].room=d")->states[1], FIELD_OUT_OF_RANGE);
	assert_int_equal(read_groups(state, "rooms[1].room=a&rooms[999999].room=d")->states[1], FIELD_OUT_OF_RANGE);
	assert_true(read_groups(state, "rooms[1].room=a&rooms[4].room=")->fine);
}

static void names_that_are_nearly_those_of_a_row_are_passed_over(void **state)
{
	static const char *const names[] = { "rooms[0].room", "rooms[-1].room", "rooms[].room", "rooms[1]room", "rooms[1].", "rooms[1].rooms", "rooms[x].room", "rooms[2.room",
		"rooms", "roomss[2].room", "rooms[12345678901234567890].room", "rooms[2][1].room" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct form_result *result = read_groups(state, arena_format(*state, "rooms[1].room=a&%s=b", names[i]));

		assert_true(result->fine);
		assert_int_equal(form_rows(result, "rooms")->count, 1);
		assert_string_equal(values_text(&form_rows(result, "rooms")->at[0], "room"), "a");
	}
}

static const char *groups_shown(void **state, const struct form_result *result)
{
	return shown_by(state, result, "{{%AUTOESCAPE context=\"HTML\"}}\n"
		"{{#ERRORS}}[errors]{{/ERRORS}}{{#ROOMS_MISSING}}[no rooms]{{/ROOMS_MISSING}}{{#STAFF_OUT_OF_RANGE}}[{{STAFF_LENGTH}} of {{STAFF_LEAST}} to {{STAFF_MOST}}]{{/STAFF_OUT_OF_RANGE}}"
		"{{#ROOMS}}<{{ROW}} {{ROOM}}{{#ROOM_MISSING}} missing{{/ROOM_MISSING}} {{AREA}}{{#AREA_MALFORMED}} malformed{{/AREA_MALFORMED}}>{{/ROOMS}}"
		"{{#ROOMS_MORE}}[more]{{/ROOMS_MORE}}");
}

static void a_mistake_in_a_row_names_the_row_and_the_field_and_nothing_typed_is_lost(void **state)
{
	const struct form_result *result = read_groups(state, "name=a&rooms[1].room=a&rooms[1].area=20&rooms[3].area=%3Cb%3E");

	assert_false(result->fine);
	assert_int_equal(form_rows(result, "rooms")->count, 0);
	assert_string_equal(groups_shown(state, result), "[errors]<1 a 20><2  missing &lt;b&gt; malformed>[more]");
}

static void a_form_not_yet_filled_in_shows_one_empty_row(void **state)
{
	assert_string_equal(groups_shown(state, form_begin(&groups, *state)), "<1  >[more]");
	assert_string_equal(groups_shown(state, read_groups(state, "name=a")), "[errors][no rooms]<1  >[more]");
}

static void asking_for_one_more_row_complains_of_nothing_and_keeps_what_was_typed(void **state)
{
	const struct form_result *result = read_groups(state, "rooms[1].area=x&rooms.add=1");

	assert_false(result->fine);
	assert_true(result->editing);
	assert_string_equal(groups_shown(state, result), "<1  x><2  >[more]");
	assert_string_equal(groups_shown(state, read_groups(state, "rooms[1].room=a&rooms[2].room=b&rooms.add=")), "<1 a ><2 b ><3  >");
	assert_string_equal(groups_shown(state, read_groups(state, "rooms[1].room=a&rooms[2].room=b&rooms[3].room=c&rooms.add=")), "<1 a ><2 b ><3 c >");
}

static void a_row_taken_away_is_gone_and_the_others_move_up(void **state)
{
	const struct form_result *result = read_groups(state, "rooms[1].room=a&rooms[2].room=b&rooms[3].room=c&rooms.remove=2");

	assert_true(result->editing);
	assert_string_equal(groups_shown(state, result), "<1 a ><2 c >[more]");
	assert_string_equal(groups_shown(state, read_groups(state, "rooms[1].room=a&rooms.remove=1")), "<1  >[more]");
	assert_string_equal(groups_shown(state, read_groups(state, "rooms[1].room=a&rooms.remove=9")), "<1 a >[more]");
}

static void a_row_refused_afterwards_shows_its_mistake_and_gives_no_rows(void **state)
{
	struct form_result *result = read_groups(state, "rooms[1].room=a&rooms[2].room=b&rooms[2].area=5");

	assert_int_equal(form_rows(result, "rooms")->count, 2);
	form_refuse_row(result, "rooms", 2, "area", FIELD_MALFORMED);
	assert_false(result->fine);
	assert_int_equal(form_rows(result, "rooms")->count, 0);
	assert_string_equal(groups_shown(state, result), "[errors]<1 a ><2 b 5 malformed>[more]");
}

static void too_few_rows_are_shown_with_how_many_there_must_be(void **state)
{
	assert_string_equal(groups_shown(state, read_groups(state, "rooms[1].room=a&staff[1].person=x")), "[errors][1 of 2 to 4]<1 a >[more]");
}

static void invalid_utf8_in_a_row_is_refused_altogether(void **state)
{
	assert_null(form_read(&groups, "rooms[1].room=%FF", *state));
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(a_form_that_is_filled_in_right_is_fine),
		sentence(every_field_has_a_value_and_a_text_even_when_not_given),
		sentence(a_required_field_not_given_is_missing),
		sentence(nothing_but_blanks_counts_as_not_given),
		sentence(an_optional_field_left_empty_is_fine),
		sentence(blanks_at_the_ends_are_taken_off),
		sentence(lengths_are_counted_in_characters),
		sentence(a_text_shorter_or_longer_than_allowed_is_out_of_range),
		sentence(what_nobody_can_see_is_dropped_from_every_field_and_never_reported),
		sentence(what_nobody_can_see_counts_as_no_character),
		sentence(blanks_behind_what_nobody_can_see_are_taken_off),
		sentence(the_line_breaks_of_word_processors_are_blanks_on_one_line_and_line_breaks_in_paragraphs),
		sentence(a_text_of_more_than_one_line_is_malformed),
		sentence(a_code_of_other_letters_or_too_long_is_malformed),
		sentence(repeated_codes_become_one_text_in_their_order),
		sentence(repeated_codes_that_are_empty_do_not_count),
		sentence(more_codes_than_allowed_are_out_of_range),
		sentence(thousands_of_codes_are_out_of_range_without_thousands_of_copies),
		sentence(one_malformed_code_spoils_all_codes),
		sentence(an_integer_at_its_bounds_is_fine),
		sentence(an_integer_beyond_its_bounds_is_out_of_range),
		sentence(what_is_no_integer_is_malformed),
		sentence(a_real_at_its_bounds_is_fine_and_beyond_out_of_range),
		sentence(what_is_no_real_is_malformed),
		sentence(a_flag_is_one_or_zero),
		sentence(a_choice_that_is_none_of_the_words_is_malformed),
		sentence(what_was_typed_is_kept_when_it_is_not_fine),
		sentence(what_was_typed_is_kept_as_text_when_it_is_fine),
		sentence(of_a_field_given_twice_the_last_counts),
		sentence(fields_the_form_does_not_declare_are_passed_over),
		sentence(names_alone_and_empty_pairs_are_passed_over),
		sentence(an_equals_sign_may_stand_in_a_value),
		sentence(names_are_decoded_too),
		sentence(broken_percent_encoding_is_refused_altogether),
		sentence(invalid_utf8_is_refused_altogether),
		sentence(a_zero_byte_is_refused_altogether),
		sentence(a_field_refused_afterwards_loses_its_value_and_keeps_its_text),
		sentence(a_secret_is_taken_as_typed_and_never_shown_again),
		sentence(a_form_with_mistakes_is_shown_as_it_was_typed_with_each_mistake),
		sentence(a_form_without_mistakes_shows_none),
		sentence(a_field_refused_afterwards_is_shown_as_a_mistake),
		sentence(a_text_out_of_range_is_shown_with_its_length_and_its_bounds),
		sentence(a_day_is_taken_as_people_write_it),
		sentence(what_is_no_day_is_malformed),
		sentence(a_day_that_must_have_come_may_be_today_and_not_tomorrow),
		sentence(a_day_to_come_begins_tomorrow_and_ends_with_its_bound),
		sentence(money_typed_as_yuan_comes_as_fen),
		sentence(money_beyond_its_bounds_is_out_of_range_to_the_fen),
		sentence(what_is_no_amount_of_money_is_malformed),
		sentence(a_form_may_have_any_number_of_fields),
		sentence(rows_of_a_group_come_as_rows_of_a_query_do),
		sentence(rows_in_which_nothing_was_typed_are_dropped),
		sentence(a_group_without_rows_is_missing_only_where_it_is_required),
		sentence(too_few_or_too_many_rows_are_out_of_range),
		sentence(names_that_are_nearly_those_of_a_row_are_passed_over),
		sentence(a_mistake_in_a_row_names_the_row_and_the_field_and_nothing_typed_is_lost),
		sentence(a_form_not_yet_filled_in_shows_one_empty_row),
		sentence(asking_for_one_more_row_complains_of_nothing_and_keeps_what_was_typed),
		sentence(a_row_taken_away_is_gone_and_the_others_move_up),
		sentence(a_row_refused_afterwards_shows_its_mistake_and_gives_no_rows),
		sentence(too_few_rows_are_shown_with_how_many_there_must_be),
		sentence(invalid_utf8_in_a_row_is_refused_altogether),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
