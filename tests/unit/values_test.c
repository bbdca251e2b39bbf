/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/values.h promises. */
#include "lib/base/values.h"

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

	fixture->arena = arena_new(1024 * 1024);
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

static bool same(double one, double other)
{
	return fabs(one - other) < 1e-12;
}

static void a_value_is_found_by_its_name(void **state)
{
	struct values *values = ((struct fixture *)*state)->values;

	values_put_text(values, "name", "春苗");
	values_put_integer(values, "places", 40);
	values_put_real(values, "lat", 31.25);
	assert_string_equal(values_text(values, "name"), "春苗");
	assert_int_equal(values_integer(values, "places"), 40);
	assert_true(same(values_real(values, "lat"), 31.25));
	assert_int_equal(values->count, 3);
}

static void added_values_stand_behind_those_before_them(void **state)
{
	struct values *values = ((struct fixture *)*state)->values;

	for (int i = 0; i < 40; i += 2) {
		struct value two[] = { value_integer(arena_format(values->arena, "n%d", i), i),
				       value_integer(arena_format(values->arena, "n%d", i + 1), i + 1) };

		values_add(values, two, 2);
	}
	assert_int_equal(values->count, 40);
	for (int i = 0; i < 40; i++)
		assert_int_equal(values->at[i].integer, i);
	assert_int_equal(values_integer(values, "n39"), 39);
}

static void a_name_is_found_by_its_letters_not_by_its_address(void **state)
{
	struct values *values = ((struct fixture *)*state)->values;
	char name[] = "places";

	values_put_integer(values, "places", 40);
	assert_non_null(values_find(values, name));
	assert_null(values_find(values, "place"));
	assert_null(values_find(values, "places_"));
}

static void a_value_put_again_is_replaced_in_its_place(void **state)
{
	struct values *values = ((struct fixture *)*state)->values;

	values_put_integer(values, "first", 1);
	values_put_integer(values, "second", 2);
	values_put_text(values, "first", "one");
	assert_int_equal(values->count, 2);
	assert_string_equal(values->at[0].name, "first");
	assert_string_equal(values_text(values, "first"), "one");
}

static void absent_and_null_read_as_nothing(void **state)
{
	struct values *values = ((struct fixture *)*state)->values;

	values_put_null(values, "null");
	for (int i = 0; i < 2; i++) {
		const char *name = i ? "absent" : "null";

		assert_string_equal(values_text(values, name), "");
		assert_int_equal(values_integer(values, name), 0);
		assert_true(same(values_real(values, name), 0));
		assert_true(values_null(values, name));
		assert_false(values_say(values, name));
	}
	assert_non_null(values_find(values, "null"));
	assert_null(values_find(values, "absent"));
}

static void a_text_that_is_not_there_is_put_as_null(void **state)
{
	struct values *values = ((struct fixture *)*state)->values;

	values_put_text(values, "name", NULL);
	assert_int_equal(values_find(values, "name")->kind, VALUE_NULL);
}

static void another_type_reads_as_nothing(void **state)
{
	struct values *values = ((struct fixture *)*state)->values;

	values_put_text(values, "text", "12");
	values_put_real(values, "real", 12);
	values_put_integer(values, "integer", 12);
	values_put_blob(values, "blob", "ab", 2);
	assert_int_equal(values_integer(values, "text"), 0);
	assert_int_equal(values_integer(values, "real"), 0);
	assert_true(same(values_real(values, "text"), 0));
	assert_string_equal(values_text(values, "integer"), "");
	assert_string_equal(values_text(values, "blob"), "");
}

static void an_integer_serves_as_a_real(void **state)
{
	struct values *values = ((struct fixture *)*state)->values;

	values_put_integer(values, "lat", 31);
	assert_true(same(values_real(values, "lat"), 31));
}

static void null_empty_and_zero_say_nothing(void **state)
{
	struct values *values = ((struct fixture *)*state)->values;

	values_put_null(values, "null");
	values_put_text(values, "text", "");
	values_put_integer(values, "integer", 0);
	values_put_real(values, "real", 0);
	values_put_real(values, "minus_zero", -0.0);
	values_put_blob(values, "blob", NULL, 0);
	for (size_t i = 0; i < values->count; i++)
		assert_false(value_says(&values->at[i]));
}

static void everything_else_says_something(void **state)
{
	struct values *values = ((struct fixture *)*state)->values;

	values_put_text(values, "text", "0");
	values_put_integer(values, "integer", -1);
	values_put_real(values, "real", -0.001);
	values_put_blob(values, "blob", "\0", 1);
	for (size_t i = 0; i < values->count; i++)
		assert_true(value_says(&values->at[i]));
}

static void a_list_may_be_long(void **state)
{
	struct fixture *fixture = *state;

	for (int i = 0; i < 200; i++)
		values_put_integer(fixture->values, arena_format(fixture->arena, "name_%d", i), i);
	for (int i = 0; i < 200; i++)
		assert_int_equal(values_integer(fixture->values, arena_format(fixture->arena, "name_%d", i)), i);
}

static void a_copy_outlives_what_it_was_made_of(void **state)
{
	struct arena *arena = arena_new(64 * 1024);
	struct values *values = values_new(arena), *copy;
	char *name = arena_copy(arena, "name"), *text = arena_copy(arena, "春苗");
	unsigned char *hash = memcpy(arena_take(arena, 4), "\0\1\2\3", 4);

	values_put_text(values, name, text);
	values_put_blob(values, "hash", hash, 4);
	values_put_integer(values, "places", 40);
	values_put_null(values, "phone");
	copy = values_copy(values, ((struct fixture *)*state)->arena);
	memset(name, 'x', 4);
	memset(text, 'x', 6);
	memset(hash, 'x', 4);
	arena_free(arena);
	assert_int_equal(copy->count, 4);
	assert_string_equal(values_text(copy, "name"), "春苗");
	assert_int_equal(values_find(copy, "hash")->size, 4);
	assert_memory_equal(values_find(copy, "hash")->blob, "\0\1\2\3", 4);
	assert_int_equal(values_integer(copy, "places"), 40);
	assert_true(values_null(copy, "phone"));
}

static void a_copy_may_grow(void **state)
{
	struct fixture *fixture = *state;
	struct values *copy = values_copy(fixture->values, fixture->arena);

	values_put_integer(copy, "one", 1);
	copy = values_copy(copy, fixture->arena);
	values_put_integer(copy, "two", 2);
	assert_int_equal(values_integer(copy, "one"), 1);
	assert_int_equal(values_integer(copy, "two"), 2);
	assert_int_equal(fixture->values->count, 0);
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(a_value_is_found_by_its_name),
		sentence(added_values_stand_behind_those_before_them),
		sentence(a_name_is_found_by_its_letters_not_by_its_address),
		sentence(a_value_put_again_is_replaced_in_its_place),
		sentence(absent_and_null_read_as_nothing),
		sentence(a_text_that_is_not_there_is_put_as_null),
		sentence(another_type_reads_as_nothing),
		sentence(an_integer_serves_as_a_real),
		sentence(null_empty_and_zero_say_nothing),
		sentence(everything_else_says_something),
		sentence(a_list_may_be_long),
		sentence(a_copy_outlives_what_it_was_made_of),
		sentence(a_copy_may_grow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
