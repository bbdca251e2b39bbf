/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/json.h promises: the canonical text is what the publication log commits to, so every byte of it counts. */
#include "lib/base/json.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
	struct arena *arena;
	struct values *values;
};

static int set_up(void **state)
{
	struct fixture *fixture = test_malloc(sizeof *fixture);

	fixture->arena = arena_new(16 * 1024 * 1024);
	fixture->values = values_new(fixture->arena);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

static const char *canonical(const struct fixture *fixture)
{
	return json_canonical(json_from_values(fixture->values, 0), fixture->arena);
}

/* One real as the canonical text writes it. */
static const char *written(const struct fixture *fixture, double real)
{
	return json_canonical(json_real(real), fixture->arena);
}

static void keys_are_sorted_whatever_the_order_of_the_values(void **state)
{
	const struct fixture *fixture = *state;

	values_put_integer(fixture->values, "places", 40);
	values_put_integer(fixture->values, "carers", 9);
	values_put_integer(fixture->values, "code", 1);
	assert_string_equal(canonical(fixture), "{\"carers\":9,\"code\":1,\"places\":40}");
}

static void keys_are_sorted_by_their_bytes(void **state)
{
	const struct fixture *fixture = *state;

	values_put_integer(fixture->values, "a_b", 1);
	values_put_integer(fixture->values, "ab", 2);
	values_put_integer(fixture->values, "a", 3);
	values_put_integer(fixture->values, "A", 4);
	assert_string_equal(canonical(fixture), "{\"A\":4,\"a\":3,\"a_b\":1,\"ab\":2}");
}

static void utf8_stays_as_it_is(void **state)
{
	const struct fixture *fixture = *state;

	values_put_text(fixture->values, "name", "长寿路𠮷é");
	assert_string_equal(canonical(fixture), "{\"name\":\"长寿路𠮷é\"}");
}

static void only_what_json_demands_is_escaped(void **state)
{
	const struct fixture *fixture = *state;

	values_put_text(fixture->values, "name", "\"a\\b\"/<>&'\n\t\x01\x7F");
	assert_string_equal(canonical(fixture), "{\"name\":\"\\\"a\\\\b\\\"/<>&'\\n\\t\\u0001\x7F\"}");
}

static void reals_have_ten_significant_digits(void **state)
{
	assert_string_equal(written(*state, 121.4737), "121.4737");
	assert_string_equal(written(*state, 31.12345678949), "31.12345679");
	assert_string_equal(written(*state, -0.1 - 0.2), "-0.3");
	assert_string_equal(written(*state, 1.0 / 3), "0.3333333333");
}

static void a_whole_real_stays_a_real(void **state)
{
	assert_string_equal(written(*state, 100), "100.0");
	assert_string_equal(written(*state, 0), "0.0");
}

static void integers_keep_all_their_digits(void **state)
{
	const struct fixture *fixture = *state;

	values_put_integer(fixture->values, "least", INT64_MIN);
	values_put_integer(fixture->values, "most", INT64_MAX);
	assert_string_equal(canonical(fixture), "{\"least\":-9223372036854775808,\"most\":9223372036854775807}");
}

static void null_empty_and_zero_are_told_apart(void **state)
{
	const struct fixture *fixture = *state;

	values_put_null(fixture->values, "a");
	values_put_text(fixture->values, "b", "");
	values_put_integer(fixture->values, "c", 0);
	assert_string_equal(canonical(fixture), "{\"a\":null,\"b\":\"\",\"c\":0}");
}

static void a_blob_is_lower_case_hex(void **state)
{
	const struct fixture *fixture = *state;

	values_put_blob(fixture->values, "hash", "\x00\xAB\xff", 3);
	assert_string_equal(canonical(fixture), "{\"hash\":\"00abff\"}");
}

static void a_long_blob_is_written_whole(void **state)
{
	const struct fixture *fixture = *state;
	char *bytes = arena_take(fixture->arena, 5000);

	values_put_blob(fixture->values, "hash", bytes, 5000);
	assert_int_equal(strlen(canonical(fixture)), strlen("{\"hash\":\"\"}") + 10000);
}

static void no_values_are_an_empty_object(void **state)
{
	assert_string_equal(canonical(*state), "{}");
}

static void values_before_the_first_are_left_out(void **state)
{
	const struct fixture *fixture = *state;

	values_put_text(fixture->values, "subject", "P1");
	values_put_text(fixture->values, "name", "春苗");
	assert_string_equal(json_canonical(json_from_values(fixture->values, 1), fixture->arena), "{\"name\":\"春苗\"}");
}

static void a_single_text_is_written_too(void **state)
{
	const struct fixture *fixture = *state;

	assert_string_equal(json_canonical(json_string("a\"b"), fixture->arena), "\"a\\\"b\"");
}

static void a_flat_object_is_read_into_values(void **state)
{
	const struct fixture *fixture = *state;
	const struct values *read = json_to_values(
		" { \"name\" : \"\\u957f寿\", \"places\": 40, \"lat\": 31.25, \"phone\": null, \"yes\": true, \"no\": false }", fixture->arena);

	assert_non_null(read);
	assert_int_equal(read->count, 6);
	assert_string_equal(values_text(read, "name"), "长寿");
	assert_int_equal(values_integer(read, "places"), 40);
	assert_true(fabs(values_real(read, "lat") - 31.25) < 1e-12);
	assert_int_equal(values_find(read, "phone")->kind, VALUE_NULL);
	assert_int_equal(values_integer(read, "yes"), 1);
	assert_int_equal(values_find(read, "no")->kind, VALUE_INTEGER);
}

static void what_is_read_and_written_again_is_the_same(void **state)
{
	static const char text[] =
		"{\"a\":null,\"b\":\"春\\n苗\",\"c\":-5,\"d\":121.4737,\"e\":\"\",\"f\":100.0,\"g\":0.0001,\"h\":1234567890123}";
	const struct fixture *fixture = *state;
	const struct values *read = json_to_values(text, fixture->arena);

	assert_non_null(read);
	assert_string_equal(json_canonical(json_from_values(read, 0), fixture->arena), text);
}

static void what_is_no_object_is_refused(void **state)
{
	static const char *const refused[] = { "", "null", "1", "\"a\"", "[]", "[1,2]", "[{\"a\":1}]", "true" };

	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		assert_null(json_to_values(refused[i], ((struct fixture *)*state)->arena));
}

static void an_object_that_is_not_flat_is_refused(void **state)
{
	const struct fixture *fixture = *state;

	assert_null(json_to_values("{\"a\":[]}", fixture->arena));
	assert_null(json_to_values("{\"a\":[1]}", fixture->arena));
	assert_null(json_to_values("{\"a\":{}}", fixture->arena));
	assert_null(json_to_values("{\"a\":1,\"b\":{\"c\":2},\"d\":3}", fixture->arena));
}

static void malformed_json_is_refused(void **state)
{
	static const char *const refused[] = { "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}", "{\"a\":01}",
		"{\"a\":1} x",
		"{\"a\":1}{\"b\":2}", "{\"a\":\"\xFF\"}", "{\"a\":\"\n\"}", "{\"a\":9223372036854775808}", "{\"a\":NaN}" };

	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		assert_null(json_to_values(refused[i], ((struct fixture *)*state)->arena));
}

static void a_name_that_comes_twice_is_refused(void **state)
{
	assert_null(json_to_values("{\"a\":1,\"a\":1}", ((struct fixture *)*state)->arena));
}

static void a_zero_byte_in_a_text_is_refused(void **state)
{
	assert_null(json_to_values("{\"a\":\"b\\u0000c\"}", ((struct fixture *)*state)->arena));
}

static void every_text_of_a_letter_becomes_what_a_reader_sees(void **state)
{
	struct fixture *fixture = *state;
	json_t *letter = json_loads("{\"files\":[{\"name\":\"\\u202ea.png\"}],\"size\":1,\"story\":\"\\u2067\\u4e00\\u000b\\u4e8c\\u0001\"}", 0, NULL);

	json_make_visible(letter, fixture->arena);
	assert_string_equal(json_canonical(letter, fixture->arena), "{\"files\":[{\"name\":\"a.png\"}],\"size\":1,\"story\":\"一\\n二\"}");
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(keys_are_sorted_whatever_the_order_of_the_values),
		sentence(keys_are_sorted_by_their_bytes),
		sentence(utf8_stays_as_it_is),
		sentence(only_what_json_demands_is_escaped),
		sentence(reals_have_ten_significant_digits),
		sentence(a_whole_real_stays_a_real),
		sentence(integers_keep_all_their_digits),
		sentence(null_empty_and_zero_are_told_apart),
		sentence(a_blob_is_lower_case_hex),
		sentence(a_long_blob_is_written_whole),
		sentence(no_values_are_an_empty_object),
		sentence(values_before_the_first_are_left_out),
		sentence(a_single_text_is_written_too),
		sentence(a_flat_object_is_read_into_values),
		sentence(what_is_read_and_written_again_is_the_same),
		sentence(what_is_no_object_is_refused),
		sentence(an_object_that_is_not_flat_is_refused),
		sentence(malformed_json_is_refused),
		sentence(a_name_that_comes_twice_is_refused),
		sentence(a_zero_byte_in_a_text_is_refused),
		sentence(every_text_of_a_letter_becomes_what_a_reader_sees),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
