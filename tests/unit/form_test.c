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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
