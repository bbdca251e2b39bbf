/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/core/placeholders.h promises. */
#include "rules/core/placeholders.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct placeholder known[] = { { "number", "2026-000001" }, { "facility", "{number}园" } };

static int set_up(void **state)
{
	*state = arena_new((size_t)1 << 20);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static void known_ones_are_replaced_wherever_they_stand_and_values_are_not_looked_into(void **state)
{
	assert_string_equal(placeholders_fill("{number}：{facility}，{number}", known, 2, *state), "2026-000001：{number}园，2026-000001");
	assert_string_equal(placeholders_fill("没有", known, 2, *state), "没有");
	assert_string_equal(placeholders_fill("", known, 2, *state), "");
	assert_string_equal(placeholders_fill("{foo} { number} {}", known, 2, *state), "{foo} { number} {}");
}

static void one_that_nobody_knows_is_named(void **state)
{
	assert_null(placeholder_unknown("您的 {number} 在 {facility}", known, 2, *state));
	assert_string_equal(placeholder_unknown("您的 {number} 在 {foo}，{bar}", known, 2, *state), "{foo}");
	assert_string_equal(placeholder_unknown("您好，{姓名}", known, 2, *state), "{姓名}");
	assert_string_equal(placeholder_unknown("{{number}}", NULL, 0, *state), "{number}");
	assert_string_equal(placeholder_unknown("{Number}", known, 2, *state), "{Number}");
}

static void braces_around_somebodys_words_are_no_placeholder(void **state)
{
	assert_null(placeholder_unknown("{}、{ 和 }、{一行\n又一行}", known, 2, *state));
	assert_null(placeholder_unknown("{我们昨天到现场看过了，发现厨房里的确有您说的那些问题}", known, 2, *state));
	assert_null(placeholder_unknown("{没有合上", known, 2, *state));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(known_ones_are_replaced_wherever_they_stand_and_values_are_not_looked_into),
		TEST(one_that_nobody_knows_is_named),
		TEST(braces_around_somebodys_words_are_no_placeholder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
