/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/core/retention.h promises. */
#include "rules/core/retention.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/base/calendar.h"

#define NOON (12 * 3600)

static int64_t day_of(const char *text)
{
	int64_t day = 0;

	assert_true(calendar_day_from_text(text, &day));
	return day;
}

static void assert_before(double value, const char *unit, const char *today, const char *day)
{
	int64_t before = 0;

	assert_true(retention_before(value, unit, calendar_day_start(day_of(today), CALENDAR_CHINA) + NOON, &before));
	assert_int_equal(before, calendar_day_start(day_of(day), CALENDAR_CHINA));
}

static void years_end_on_the_same_day_in_china(void **state)
{
	(void)state;
	assert_before(3, "year", "2029-11-20", "2026-11-20");
	assert_before(1, "year", "2027-01-01", "2026-01-01");
}

static void of_a_leap_day_they_end_on_the_last_of_february(void **state)
{
	(void)state;
	assert_before(3, "year", "2028-02-29", "2025-02-28");
	assert_before(4, "year", "2028-02-29", "2024-02-28");
}

static void days_are_counted_as_days(void **state)
{
	(void)state;
	assert_before(365, "day", "2027-11-20", "2026-11-20");
	assert_before(1, "day", "2026-03-01", "2026-02-28");
}

static void what_says_no_time_erases_nothing(void **state)
{
	int64_t before = 7;

	(void)state;
	assert_false(retention_before(0, "year", 1795399200, &before));
	assert_false(retention_before(-1, "day", 1795399200, &before));
	assert_false(retention_before(3, "month", 1795399200, &before));
	assert_false(retention_before(3, "", 1795399200, &before));
	assert_int_equal(before, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(years_end_on_the_same_day_in_china),
		cmocka_unit_test(of_a_leap_day_they_end_on_the_last_of_february),
		cmocka_unit_test(days_are_counted_as_days),
		cmocka_unit_test(what_says_no_time_erases_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
