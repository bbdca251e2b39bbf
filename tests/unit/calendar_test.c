/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/calendar.h promises, held against the C library where it knows the answer too. */
#include "lib/base/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

static int64_t day(const char *text)
{
	int64_t number = 0;

	assert_true(calendar_day_from_text(text, &number));
	return number;
}

static void days_agree_with_the_c_library(void **state)
{
	(void)state;
	for (int64_t number = -200000; number < 200000; number += 13) {
		time_t seconds = (time_t)(number * 86400);
		struct date date = calendar_date(number);
		struct tm expected;

		gmtime_r(&seconds, &expected);
		assert_int_equal(date.year, expected.tm_year + 1900);
		assert_int_equal(date.month, expected.tm_mon + 1);
		assert_int_equal(date.day, expected.tm_mday);
		assert_int_equal(calendar_weekday(number), expected.tm_wday ? expected.tm_wday : 7);
		assert_int_equal(calendar_day(date), number);
	}
}

static void days_are_read_and_written_as_iso_text(void **state)
{
	struct arena *arena = arena_new(1 << 16);

	(void)state;
	assert_int_equal(day("1970-01-01"), 0);
	assert_int_equal(day("2026-11-23"), 20780);
	assert_string_equal(calendar_day_text(arena, day("2024-02-29")), "2024-02-29");
	assert_string_equal(calendar_day_text(arena, day("0001-01-01")), "0001-01-01");
	assert_string_equal(calendar_day_text(arena, -1), "1969-12-31");
	arena_free(arena);
}

static void days_that_do_not_exist_are_refused(void **state)
{
	static const char *const wrong[] = { "", "2026-02-29", "1900-02-29", "2026-00-10", "2026-13-01",
		"2026-04-31", "2026-01-00", "26-01-01", "2026-1-01", "2026/01/01", "2026-01-01 ",
		" 2026-01-01", "2026-01-0a", "0000-01-01", "-026-01-01", "2026-01-011" };
	int64_t number = 42;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(calendar_day_from_text(wrong[i], &number));
	assert_int_equal(number, 42);
}

static void a_moment_falls_on_the_day_of_its_offset(void **state)
{
	struct arena *arena = arena_new(1 << 16);
	int64_t midnight_in_shanghai = calendar_day_start(day("2026-11-23"), CALENDAR_CHINA);

	(void)state;
	assert_int_equal(midnight_in_shanghai, 20780 * 86400 - 28800);
	assert_int_equal(calendar_day_of(midnight_in_shanghai, CALENDAR_CHINA), day("2026-11-23"));
	assert_int_equal(calendar_day_of(midnight_in_shanghai - 1, CALENDAR_CHINA), day("2026-11-22"));
	assert_int_equal(calendar_day_of(midnight_in_shanghai, 0), day("2026-11-22"));
	assert_string_equal(
		calendar_moment_text(arena, midnight_in_shanghai + 14 * 3600 + 5 * 60 + 59, CALENDAR_CHINA),
		"2026-11-23 14:05");
	assert_string_equal(calendar_moment_text(arena, -1, 0), "1969-12-31 23:59");
	arena_free(arena);
}

static void months_are_added_up_to_the_last_day_of_the_month(void **state)
{
	(void)state;
	assert_int_equal(calendar_add_months(day("2026-01-31"), 1), day("2026-02-28"));
	assert_int_equal(calendar_add_months(day("2024-01-31"), 1), day("2024-02-29"));
	assert_int_equal(calendar_add_months(day("2026-11-23"), 2), day("2027-01-23"));
	assert_int_equal(calendar_add_months(day("2026-01-15"), -1), day("2025-12-15"));
	assert_int_equal(calendar_add_months(day("2024-02-29"), 12), day("2025-02-28"));
	assert_int_equal(calendar_add_months(day("2026-03-31"), -25), day("2024-02-29"));
	assert_int_equal(calendar_add_months(day("2026-03-31"), 0), day("2026-03-31"));
}

static void completed_months_change_on_the_day_of_birth(void **state)
{
	(void)state;
	assert_int_equal(calendar_completed_months(day("2024-05-20"), day("2026-11-19")), 29);
	assert_int_equal(calendar_completed_months(day("2024-05-20"), day("2026-11-20")), 30);
	assert_int_equal(calendar_completed_months(day("2026-01-31"), day("2026-02-27")), 0);
	assert_int_equal(calendar_completed_months(day("2026-01-31"), day("2026-02-28")), 1);
	assert_int_equal(calendar_completed_months(day("2026-01-31"), day("2026-01-31")), 0);
	assert_int_equal(calendar_completed_months(day("2026-01-31"), day("2026-01-30")), -1);
}

static void adding_the_completed_months_never_passes_the_day(void **state)
{
	(void)state;
	for (int64_t from = day("2023-12-25"); from < day("2024-03-10"); from++) {
		for (int64_t to = from; to < from + 1200; to += 7) {
			int months = calendar_completed_months(from, to);

			assert_true(calendar_add_months(from, months) <= to);
			assert_true(calendar_add_months(from, months + 1) > to);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_agree_with_the_c_library),
		cmocka_unit_test(days_are_read_and_written_as_iso_text),
		cmocka_unit_test(days_that_do_not_exist_are_refused),
		cmocka_unit_test(a_moment_falls_on_the_day_of_its_offset),
		cmocka_unit_test(months_are_added_up_to_the_last_day_of_the_month),
		cmocka_unit_test(completed_months_change_on_the_day_of_birth),
		cmocka_unit_test(adding_the_completed_months_never_passes_the_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
