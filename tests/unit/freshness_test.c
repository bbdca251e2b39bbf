/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/facilities/freshness.h promises. */
#include "rules/facilities/freshness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define NOON_ON_23_NOVEMBER_2026 1795406400     /* 2026-11-23 12:00 in China */

static void a_fact_is_fresh_to_its_last_second(void **state)
{
	(void)state;
	assert_true(fact_is_fresh(1000, 999));
	assert_true(fact_is_fresh(1000, 1000));
	assert_false(fact_is_fresh(1000, 1001));
}

static void what_nobody_said_is_never_fresh(void **state)
{
	(void)state;
	assert_false(fact_is_fresh(0, 0));
	assert_false(fact_is_fresh(0, -5));
}

static void a_week_is_seven_times_24_hours(void **state)
{
	int64_t until = fact_valid_until(NOON_ON_23_NOVEMBER_2026, 7);

	(void)state;
	assert_true(fact_is_fresh(until, NOON_ON_23_NOVEMBER_2026 + 7 * 86400 - 1));
	assert_false(fact_is_fresh(until, NOON_ON_23_NOVEMBER_2026 + 7 * 86400));
}

static void the_day_changes_at_midnight_in_china(void **state)
{
	(void)state;
	assert_int_equal(day_number(NOON_ON_23_NOVEMBER_2026), 20780);
	assert_int_equal(day_number(NOON_ON_23_NOVEMBER_2026 + 12 * 3600 - 1), 20780);
	assert_int_equal(day_number(NOON_ON_23_NOVEMBER_2026 + 12 * 3600), 20781);
}

static void days_are_outside_of_spans_that_overlap(void **state)
{
	const struct days week = { 10, 16 };
	const struct days spans[] = { { 1, 10 }, { 12, 13 }, { 12, 12 }, { 13, 14 }, { 16, 90 } };

	(void)state;
	assert_int_equal(days_outside(week, spans, 0), 7);
	assert_int_equal(days_outside(week, spans, 1), 6);
	assert_int_equal(days_outside(week, spans, 2), 4);
	assert_int_equal(days_outside(week, spans, 4), 3);
	assert_int_equal(days_outside(week, spans, 5), 2);
	assert_int_equal(days_outside(week, &(struct days){ 1, 99 }, 1), 0);
	assert_int_equal(days_outside(week, &(struct days){ 1, 5 }, 1), 7);
	assert_int_equal(days_outside(week, &(struct days){ 17, 20 }, 1), 7);
	assert_int_equal(days_outside(week, &(struct days){ 12, 11 }, 1), 7);
	assert_int_equal(days_outside((struct days){ 5, 4 }, spans, 5), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fact_is_fresh_to_its_last_second),
		cmocka_unit_test(what_nobody_said_is_never_fresh),
		cmocka_unit_test(a_week_is_seven_times_24_hours),
		cmocka_unit_test(the_day_changes_at_midnight_in_china),
		cmocka_unit_test(days_are_outside_of_spans_that_overlap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
