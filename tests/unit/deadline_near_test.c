/* SPDX-License-Identifier: Apache-2.0 */
/* From when a limit is near: counted as its clock counts. November 2026 has no days off but weekends; 23 November is a Monday. */
#include "workflow/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "lib/base/calendar.h"

static const struct workday_exception exceptions[] = { { 20454, false } }; /* 2026-01-01 */
static const struct workdays calendar = { exceptions, 1, 20454, 20454 + 364 };
static const struct clock_rule rules[] = {
	{ "five", 5, "workday", "test" },        { "one", 1, "workday", "test" },     { "fifteen", 15, "workday", "test" },
	{ "sixty", 60, "calendar day", "test" }, { "at_once", 0, "at once", "test" },
};

/* Two in the afternoon in China. */
static int64_t at(const char *text)
{
	int64_t day = 0;

	if (!calendar_day_from_text(text, &day))
		fail_msg("'%s' is no day", text);
	return calendar_day_start(day, CALENDAR_CHINA) + 14 * 3600;
}

static int64_t near(const char *rule, const char *from, double share)
{
	const int64_t moment = at(from);
	const struct clock_limit limit = { .step = "ONE", .kinds = "", .rule = rule };
	const struct clock clock = { .limits = &limit, .limit_count = 1, .events = 1 };
	const struct clock_file file = { .kind = "", .events = &moment };
	const struct clock_rules by = { .at = rules, .count = sizeof rules / sizeof *rules, .near_share = share };
	struct deadlines deadlines;

	assert_true(clock_reckon(&clock, &file, &by, &calendar, &deadlines));
	assert_int_equal(deadlines.count, 1);
	return deadlines.at[0].near_at;
}

static void assert_begins(int64_t moment, const char *day)
{
	assert_int_equal(moment, at(day) - 14 * 3600);
}

static void of_five_workdays_the_fourth_is_near(void **state)
{
	(void)state;
	assert_begins(near("five", "2026-11-23", 0.8), "2026-11-27");
	/* Over a weekend, which does not count: from Thursday, Wednesday is the fourth. */
	assert_begins(near("five", "2026-11-19", 0.8), "2026-11-25");
}

static void of_fifteen_workdays_the_twelfth_is_near(void **state)
{
	(void)state;
	assert_begins(near("fifteen", "2026-11-02", 0.8), "2026-11-18");
}

static void of_one_workday_the_last_is_near_from_its_beginning(void **state)
{
	(void)state;
	assert_begins(near("one", "2026-11-20", 0.8), "2026-11-23");
}

static void calendar_days_are_counted_to_the_second(void **state)
{
	int64_t from = at("2026-09-01"), until = at("2026-11-03") - 14 * 3600 - 1;

	(void)state;
	/* The sixtieth day is Saturday 31 October: the limit moves to Monday. */
	assert_int_equal(near("sixty", "2026-09-01", 0.8), from + (int64_t)(0.8 * (double)(until - from)));
}

static void what_is_due_at_once_is_near_at_once(void **state)
{
	(void)state;
	assert_int_equal(near("at_once", "2026-11-23", 0.8), at("2026-11-23"));
}

static void with_the_whole_share_it_is_near_on_the_last_day(void **state)
{
	(void)state;
	assert_begins(near("five", "2026-11-23", 1), "2026-11-30");
}

static void it_is_never_near_before_it_begins(void **state)
{
	(void)state;
	assert_int_equal(near("five", "2026-11-23", 0), at("2026-11-23"));
	assert_int_equal(near("sixty", "2026-11-23", 0), at("2026-11-23"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_five_workdays_the_fourth_is_near),
		cmocka_unit_test(of_fifteen_workdays_the_twelfth_is_near),
		cmocka_unit_test(of_one_workday_the_last_is_near_from_its_beginning),
		cmocka_unit_test(calendar_days_are_counted_to_the_second),
		cmocka_unit_test(what_is_due_at_once_is_near_at_once),
		cmocka_unit_test(with_the_whole_share_it_is_near_on_the_last_day),
		cmocka_unit_test(it_is_never_near_before_it_begins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
