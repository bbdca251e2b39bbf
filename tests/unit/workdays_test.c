/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/core/workdays.h promises, with the district's own table. */
#include "rules/core/workdays.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "lib/base/calendar.h"
#include "lib/base/csv.h"

#define MOST_EXCEPTIONS 1000

struct fixture {
	struct workday_exception exceptions[MOST_EXCEPTIONS];
	struct workdays calendar;
};

static int64_t on(const char *text)
{
	int64_t day = 0;

	if (!calendar_day_from_text(text, &day))
		fail_msg("%s is no day", text);
	return day;
}

static void assert_day(int64_t day, const char *expected)
{
	struct date date = calendar_date(day);
	char text[64];

	snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
	assert_string_equal(text, expected);
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);
	struct arena *arena = arena_new((size_t)4 << 20);
	const char *problem = NULL;
	struct csv *csv = csv_open("db/district/workdays.csv", true, arena, &problem);
	struct values *row;
	size_t count = 0;

	if (!csv)
		fail_msg("%s", problem);
	for (; csv_next(csv, arena, &row) == CSV_FOUND; count++) {
		const char *kind = values_text(row, "kind");

		assert_true(count < MOST_EXCEPTIONS && (strcmp(kind, "off") == 0 || strcmp(kind, "work") == 0));
		fixture->exceptions[count].day = on(values_text(row, "day"));
		fixture->exceptions[count].works = strcmp(kind, "work") == 0;
	}
	assert_int_equal(count, csv_rows(csv));
	csv_close(csv);
	arena_free(arena);
	assert_true(workdays_from(fixture->exceptions, count, on("2026-12-31"), &fixture->calendar));
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	test_free(*state);
	return 0;
}

static void years_have_as_many_workdays_as_the_notices_give(void **state)
{
	static const int expected[] = { 250, 249, 249, 251, 248, 248 };
	const struct fixture *fixture = *state;

	for (int year = 2021; year <= 2026; year++) {
		int64_t before = calendar_day((struct date){ year - 1, 12, 31 });
		int64_t last = calendar_day((struct date){ year, 12, 31 });

		assert_int_equal(workdays_between(&fixture->calendar, before, last), expected[year - 2021]);
	}
}

static void limits_in_workdays_end_where_they_should(void **state)
{
	static const struct {
		const char *receipt;
		int n;
		const char *due;
	} vectors[] = {
		{ "2021-09-29", 5, "2021-10-12" },
		{ "2021-02-10", 5, "2021-02-23" },
		{ "2024-02-08", 3, "2024-02-19" },
		{ "2025-09-26", 10, "2025-10-16" },
		{ "2026-02-13", 15, "2026-03-12" },
		{ "2026-09-24", 7, "2026-10-12" },
		{ "2026-09-30", 20, "2026-11-03" },
		{ "2023-01-20", 5, "2023-02-01" },
	};
	const struct fixture *fixture = *state;
	bool provisional;

	for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
		provisional = true;
		assert_day(workdays_add(&fixture->calendar, on(vectors[i].receipt), vectors[i].n, &provisional), vectors[i].due);
		assert_false(provisional);
	}
}

static void the_day_after_receipt_is_the_first_day(void **state)
{
	const struct fixture *fixture = *state;

	assert_day(workdays_add(&fixture->calendar, on("2026-03-02"), 1, NULL), "2026-03-03");
	assert_day(workdays_add(&fixture->calendar, on("2026-03-02"), 0, NULL), "2026-03-02");
	/* Received on a Saturday or a Sunday, it is as if on Friday. */
	assert_day(workdays_add(&fixture->calendar, on("2026-03-07"), 1, NULL), "2026-03-09");
	assert_day(workdays_add(&fixture->calendar, on("2026-03-08"), 1, NULL), "2026-03-09");
}

static void weekdays_off_and_make_up_workdays_go_before_the_weekday(void **state)
{
	const struct fixture *fixture = *state;

	assert_false(is_workday(&fixture->calendar, on("2026-02-16")));
	assert_true(is_workday(&fixture->calendar, on("2026-02-14")));
	assert_true(is_workday(&fixture->calendar, on("2026-02-28")));
	assert_false(is_workday(&fixture->calendar, on("2026-03-01")));
	assert_true(is_workday(&fixture->calendar, on("2026-03-02")));
	/* 2022-12-31 belongs to the notice of 2023; 1 May 2020 to 5 May are the nation's five days. */
	assert_false(is_workday(&fixture->calendar, on("2022-12-31")));
	assert_false(is_workday(&fixture->calendar, on("2020-05-04")));
}

static void what_is_left_on_the_day_of_receipt_is_the_limit(void **state)
{
	const struct fixture *fixture = *state;

	for (int64_t day = on("2021-01-01"); day <= on("2026-10-31"); day++) {
		for (int n = 1; n <= 20; n += 19)
			assert_int_equal(
				workdays_between(&fixture->calendar, day, workdays_add(&fixture->calendar, day, n, NULL)), n);
	}
}

static void workdays_past_a_deadline_count_below_zero(void **state)
{
	const struct fixture *fixture = *state;

	assert_int_equal(workdays_between(&fixture->calendar, on("2026-03-06"), on("2026-03-06")), 0);
	assert_int_equal(workdays_between(&fixture->calendar, on("2026-03-08"), on("2026-03-06")), 0);
	assert_int_equal(workdays_between(&fixture->calendar, on("2026-03-09"), on("2026-03-06")), -1);
	assert_int_equal(workdays_between(&fixture->calendar, on("2026-03-06"), on("2026-03-09")), 1);
}

static void a_limit_in_calendar_days_that_ends_on_a_day_off_moves_on(void **state)
{
	const struct fixture *fixture = *state;
	bool provisional = true;

	assert_day(calendar_days_add(&fixture->calendar, on("2026-03-02"), 15, &provisional), "2026-03-17");
	assert_false(provisional);
	assert_day(calendar_days_add(&fixture->calendar, on("2026-03-06"), 15, NULL), "2026-03-23");
	/* The 15th day is 1 October, the first workday after the holiday the 8th. */
	assert_day(calendar_days_add(&fixture->calendar, on("2026-09-16"), 15, NULL), "2026-10-08");
	/* Saturday 10 October is made up for. */
	assert_day(calendar_days_add(&fixture->calendar, on("2026-09-25"), 15, NULL), "2026-10-10");
}

static void past_the_tables_end_fixed_legal_days_are_off_and_the_deadline_is_provisional(void **state)
{
	const struct fixture *fixture = *state;
	bool provisional = false;

	assert_day(workdays_add(&fixture->calendar, on("2026-12-31"), 1, &provisional), "2027-01-04");
	assert_true(provisional);
	assert_day(workdays_add(&fixture->calendar, on("2026-12-30"), 1, &provisional), "2026-12-31");
	assert_false(provisional);
	assert_day(workdays_add(&fixture->calendar, on("2026-12-30"), 3, &provisional), "2027-01-05");
	assert_true(provisional);
	assert_day(calendar_days_add(&fixture->calendar, on("2026-12-02"), 30, &provisional), "2027-01-04");
	assert_true(provisional);
	/* 1 May 2028 is a Monday, 2 May a Tuesday; 2 October 2028 a Monday. */
	assert_false(is_workday(&fixture->calendar, on("2028-05-01")));
	assert_false(is_workday(&fixture->calendar, on("2028-05-02")));
	assert_true(is_workday(&fixture->calendar, on("2028-05-03")));
	assert_false(is_workday(&fixture->calendar, on("2028-10-02")));
	assert_false(is_workday(&fixture->calendar, on("2028-10-03")));
	assert_true(is_workday(&fixture->calendar, on("2028-10-04")));
	assert_false(is_workday(&fixture->calendar, on("2027-01-02")));
}

static void before_the_tables_begin_is_as_unknown_as_after_its_end(void **state)
{
	const struct fixture *fixture = *state;
	bool provisional = false;

	assert_true(workdays_cover(&fixture->calendar, on("2020-01-01")));
	assert_false(workdays_cover(&fixture->calendar, on("2019-12-31")));
	workdays_add(&fixture->calendar, on("2019-12-20"), 20, &provisional);
	assert_true(provisional);
	workdays_add(&fixture->calendar, on("2019-12-31"), 2, &provisional);
	assert_false(provisional);
}

static void a_calendar_without_exceptions_covers_nothing(void **state)
{
	struct workdays calendar;
	bool provisional = false;

	(void)state;
	assert_true(workdays_from(NULL, 0, on("2026-12-31"), &calendar));
	assert_false(workdays_cover(&calendar, on("2026-12-31")));
	assert_day(workdays_add(&calendar, on("2026-09-30"), 1, &provisional), "2026-10-05");
	assert_true(provisional);
}

static void exceptions_out_of_order_twice_or_after_the_end_are_refused(void **state)
{
	static const struct workday_exception descending[] = { { 20000, true }, { 19999, true } };
	static const struct workday_exception twice[] = { { 20000, true }, { 20000, false } };
	struct workdays calendar;

	(void)state;
	assert_false(workdays_from(descending, 2, 30000, &calendar));
	assert_false(workdays_from(twice, 2, 30000, &calendar));
	assert_false(workdays_from(twice, 1, 19999, &calendar));
	assert_true(workdays_from(twice, 1, 20000, &calendar));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(years_have_as_many_workdays_as_the_notices_give),
		cmocka_unit_test(limits_in_workdays_end_where_they_should),
		cmocka_unit_test(the_day_after_receipt_is_the_first_day),
		cmocka_unit_test(weekdays_off_and_make_up_workdays_go_before_the_weekday),
		cmocka_unit_test(what_is_left_on_the_day_of_receipt_is_the_limit),
		cmocka_unit_test(workdays_past_a_deadline_count_below_zero),
		cmocka_unit_test(a_limit_in_calendar_days_that_ends_on_a_day_off_moves_on),
		cmocka_unit_test(past_the_tables_end_fixed_legal_days_are_off_and_the_deadline_is_provisional),
		cmocka_unit_test(before_the_tables_begin_is_as_unknown_as_after_its_end),
		cmocka_unit_test(a_calendar_without_exceptions_covers_nothing),
		cmocka_unit_test(exceptions_out_of_order_twice_or_after_the_end_are_refused),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
