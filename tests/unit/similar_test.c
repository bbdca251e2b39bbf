/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/cases/similar.h promises. */
#include "rules/cases/similar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static int set_up(void **state)
{
	*state = arena_new((size_t)4 << 20);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static void a_text_is_wholly_like_itself(void **state)
{
	assert_float_equal(similar_share("中午的饭菜是冷的", "中午的饭菜是冷的", *state), 1, 0);
}

static void texts_without_a_common_pair_are_not_alike(void **state)
{
	assert_float_equal(similar_share("中午的饭菜是冷的", "消防通道堵住了", *state), 0, 0);
}

/* 中午 午饭 饭冷 against 中午 午饭 饭少: two of four. */
static void the_share_is_of_the_pairs_that_either_has(void **state)
{
	assert_float_equal(similar_share("中午饭冷", "中午饭少", *state), 0.5, 1e-9);
}

static void blanks_punctuation_and_large_letters_do_not_count(void **state)
{
	assert_float_equal(similar_share("中午，饭 冷！\nWiFi 密码", "中午饭冷。wifi密码？", *state), 1, 0);
}

static void a_pair_said_often_counts_once(void **state)
{
	assert_float_equal(similar_share("哈哈哈哈哈哈", "哈哈", *state), 1, 0);
}

static void texts_too_short_for_a_pair_are_like_nothing(void **state)
{
	assert_float_equal(similar_share("", "", *state), 0, 0);
	assert_float_equal(similar_share("冷", "冷", *state), 0, 0);
	assert_float_equal(similar_share("冷", "饭冷了", *state), 0, 0);
}

static void it_does_not_matter_which_comes_first(void **state)
{
	const char *one = "退费一直拖着不给，说了三次", *other = "说好退费，三次都拖着";

	assert_float_equal(similar_share(one, other, *state), similar_share(other, one, *state), 0);
}

/* The district's threshold lies between. */
static void two_tellings_of_one_matter_are_more_alike_than_two_matters(void **state)
{
	const char *one = "昨天中午宝宝班的饭菜是冷的，孩子吃了拉肚子，老师说没办法";
	const char *again = "宝宝班昨天中午饭菜是冷的，我家孩子吃了也拉肚子";
	const char *other = "报名交了押金，现在不去了，老师说没办法退";

	assert_true(similar_share(one, again, *state) >= 0.35);
	assert_true(similar_share(one, other, *state) < 0.35);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_is_wholly_like_itself),
		cmocka_unit_test(texts_without_a_common_pair_are_not_alike),
		cmocka_unit_test(the_share_is_of_the_pairs_that_either_has),
		cmocka_unit_test(blanks_punctuation_and_large_letters_do_not_count),
		cmocka_unit_test(a_pair_said_often_counts_once),
		cmocka_unit_test(texts_too_short_for_a_pair_are_like_nothing),
		cmocka_unit_test(it_does_not_matter_which_comes_first),
		cmocka_unit_test(two_tellings_of_one_matter_are_more_alike_than_two_matters),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
