/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/cases/figures.h promises, on cases few enough to be counted by hand. November 2026 has no days off but weekends. */
#include "rules/cases/figures.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "lib/base/calendar.h"

static const struct workday_exception new_years_day[] = { { 20454, false } }; /* 2026-01-01, to have 2026 covered */

struct fixture {
	struct arena *arena;
	struct workdays calendar;
	struct figure_period period;
};

/* Noon in China of a day. */
static int64_t at(const char *text)
{
	int64_t day = 0;

	if (!calendar_day_from_text(text, &day))
		fail_msg("%s is no day", text);
	return calendar_day_start(day, CALENDAR_CHINA) + 12 * 3600;
}

/* The last second of a day. */
static int64_t end_of(const char *text)
{
	return at(text) + 12 * 3600 - 1;
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	fixture->arena = arena_new((size_t)4 << 20);
	fixture->calendar = (struct workdays){ new_years_day, 1, 20454, 20454 + 364 };
	fixture->period = (struct figure_period){ at("2026-11-01") - 12 * 3600, at("2026-12-01") - 12 * 3600, at("2026-11-23"),
						  &fixture->calendar };
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

#define CASE(...)                                                                                                                  \
	{                                                                                                                          \
		.kind = "COMPLAINT", .matter = "", .street = "", .department = "", __VA_ARGS__                                     \
	}
#define COUNT(fixture, cases) figures_count(cases, sizeof(cases) / sizeof *(cases), &(fixture)->period, (fixture)->arena)

#define assert_sum(share, of, all)                                                                                                 \
	do {                                                                                                                       \
		struct figure_share share_ = (share);                                                                              \
		assert_int_equal(share_.part, of);                                                                                 \
		assert_int_equal(share_.whole, all);                                                                               \
	} while (0)

static void overdue_open_cases_are_in_the_denominator(void **state)
{
	struct fixture *fixture = *state;
	const struct figure_case cases[] = {
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .answered_at = at("2026-11-09")),
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .answered_at = at("2026-11-10")),
		CASE(.received_at = at("2026-11-03"), .limit = end_of("2026-11-10"), .waits = true),
		CASE(.received_at = at("2026-11-04"), .limit = end_of("2026-11-11"), .waits = true),
		CASE(.received_at = at("2026-11-20"), .limit = end_of("2026-11-27"), .waits = true),
	};
	struct figures figures = COUNT(fixture, cases);

	assert_int_equal(figures.received, 5);
	assert_int_equal(figures.on_time, 1);
	assert_int_equal(figures.late, 1);
	assert_int_equal(figures.overdue, 2);
	assert_int_equal(figures.not_due, 1);
	/* Not 1 of 2: 1 of 4. */
	assert_sum(figures_on_time(&figures), 1, 4);
}

static void leaving_a_case_open_never_betters_a_figure(void **state)
{
	struct fixture *fixture = *state;
	struct figure_case cases[] = {
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .answered_at = at("2026-11-03")),
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .answered_at = at("2026-11-20")),
	};
	struct figures answered = COUNT(fixture, cases), open;

	cases[1].answered_at = 0;
	cases[1].waits = true;
	open = COUNT(fixture, cases);
	assert_sum(figures_on_time(&answered), 1, 2);
	assert_sum(figures_on_time(&open), 1, 2);
	assert_int_equal(answered.days.three_quarters, 14);
	assert_int_equal(open.days.three_quarters, -1);
}

static void a_clock_that_stands_still_does_not_run_out(void **state)
{
	struct fixture *fixture = *state;
	const struct figure_case cases[] = {
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .waits = true,
		     .suspended_at = at("2026-11-06")),
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .waits = true,
		     .suspended_at = at("2026-11-10")),
	};
	struct figures figures = COUNT(fixture, cases);

	assert_int_equal(figures.not_due, 1);
	assert_int_equal(figures.overdue, 1);
}

static void the_last_second_is_on_time(void **state)
{
	struct fixture *fixture = *state;
	const struct figure_case cases[] = {
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .answered_at = end_of("2026-11-09")),
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .answered_at = end_of("2026-11-09") + 1),
	};
	struct figures figures = COUNT(fixture, cases);

	assert_int_equal(figures.on_time, 1);
	assert_int_equal(figures.late, 1);
}

static void withdrawn_cases_and_kinds_without_a_limit_are_neither_on_time_nor_late(void **state)
{
	struct fixture *fixture = *state;
	const struct figure_case cases[] = {
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .ended_at = at("2026-11-20")),
		CASE(.received_at = at("2026-11-02"), .waits = true),
	};
	struct figures figures = COUNT(fixture, cases);

	assert_int_equal(figures.received, 2);
	assert_int_equal(figures.withdrawn, 1);
	assert_int_equal(figures.no_limit, 1);
	assert_sum(figures_on_time(&figures), 0, 0);
	assert_sum(figures_reopened(&figures), 0, 0);
}

/* Eight: four replies (one late, one not accepted), one open and over its limit, one passed on in time, one refused after its limit, one withdrawn. */
static void what_was_turned_away_is_in_no_share(void **state)
{
	struct fixture *fixture = *state;
	const struct figure_case cases[] = {
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .answered_at = at("2026-11-05"), .truth = FINDING_TRUE),
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .answered_at = at("2026-11-06"), .truth = FINDING_UNTRUE),
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .answered_at = at("2026-11-06")),
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .answered_at = at("2026-11-12"), .truth = FINDING_TRUE,
		     .reopened = true),
		CASE(.received_at = at("2026-11-03"), .limit = end_of("2026-11-10"), .waits = true),
		CASE(.received_at = at("2026-11-03"), .limit = end_of("2026-11-10"), .answered_at = at("2026-11-04"), .turned_away = true),
		CASE(.received_at = at("2026-11-03"), .limit = end_of("2026-11-10"), .answered_at = at("2026-11-13"), .turned_away = true),
		CASE(.received_at = at("2026-11-03"), .limit = end_of("2026-11-10"), .ended_at = at("2026-11-04")),
	};
	struct figures figures = COUNT(fixture, cases);

	assert_int_equal(figures.received, 8);
	assert_int_equal(figures.answered, 4);
	assert_int_equal(figures.turned_away, 2);
	assert_sum(figures_on_time(&figures), 3, 5);
	assert_sum(figures_reopened(&figures), 1, 4);
	assert_sum(figures_true(&figures), 2, 3);
	assert_int_equal(figures.on_time + figures.late + figures.overdue + figures.not_due + figures.withdrawn + figures.no_limit +
				 figures.turned_away, figures.received);
}

static void what_waits_is_counted_by_its_age_in_workdays_whenever_received(void **state)
{
	struct fixture *fixture = *state;
	/* Monday 23 November: from Friday it is one workday, from Monday before five. */
	const struct figure_case cases[] = {
		CASE(.received_at = at("2026-11-23"), .limit = end_of("2026-11-30"), .waits = true),
		CASE(.received_at = at("2026-11-20"), .limit = end_of("2026-11-27"), .waits = true),
		CASE(.received_at = at("2026-11-16"), .limit = end_of("2026-11-23"), .waits = true),
		CASE(.received_at = at("2026-11-13"), .limit = end_of("2026-11-20"), .waits = true),
		CASE(.received_at = at("2026-06-01"), .limit = end_of("2026-06-08"), .waits = true),
		/* Answered, and not accepted: somebody has to act, but the first answer was in time. */
		CASE(.received_at = at("2026-11-02"), .limit = end_of("2026-11-09"), .waits = true, .answered_at = at("2026-11-05"),
		     .reopened = true),
	};
	static const int64_t ages[FIGURE_AGES] = { 2, 1, 2, 0, 1 }, overdue[FIGURE_AGES] = { 0, 0, 1, 0, 1 };
	struct figures figures = COUNT(fixture, cases);

	assert_int_equal(figures.waiting, 6);
	assert_int_equal(figures.waiting_overdue, 2);
	assert_memory_equal(figures.ages, ages, sizeof ages);
	assert_memory_equal(figures.ages_overdue, overdue, sizeof overdue);
	assert_int_equal(figures.received, 5);
	assert_sum(figures_reopened(&figures), 1, 1);
}

static void groups_are_in_order_and_the_nameless_last(void **state)
{
	struct fixture *fixture = *state;
	struct figure_case cases[] = {
		CASE(.received_at = at("2026-11-02"), .waits = true),
		CASE(.received_at = at("2026-11-02"), .waits = true),
		CASE(.received_at = at("2026-11-03"), .waits = true),
		CASE(.received_at = at("2026-10-03"), .waits = true),
	};
	struct figure_group *groups;
	size_t count;

	cases[0].department = "MARKET";
	cases[2].department = "EDUCATION";
	cases[3].department = "MARKET";
	groups = figures_by(cases, 4, FIGURE_BY_DEPARTMENT, &fixture->period, fixture->arena, &count);
	assert_int_equal(count, 3);
	assert_string_equal(groups[0].code, "EDUCATION");
	assert_string_equal(groups[1].code, "MARKET");
	assert_string_equal(groups[2].code, "");
	assert_int_equal(groups[1].figures.received, 1);
	assert_int_equal(groups[1].figures.waiting, 2);
}

static void months_count_what_came_what_was_answered_and_what_still_waited(void **state)
{
	struct fixture *fixture = *state;
	const struct figure_case cases[] = {
		CASE(.received_at = at("2026-08-10"), .answered_at = at("2026-10-05")),
		CASE(.received_at = at("2026-09-30"), .answered_at = at("2026-09-30")),
		CASE(.received_at = at("2026-10-01"), .ended_at = at("2026-11-02")),
		CASE(.received_at = at("2026-11-22"), .waits = true),
	};
	struct figure_month *months;
	size_t count;

	fixture->period.since = at("2026-09-01") - 12 * 3600;
	months = figures_months(cases, 4, &fixture->period, fixture->arena, &count);
	/* December has not begun. */
	assert_int_equal(count, 3);
	assert_int_equal(months[0].received, 1);
	assert_int_equal(months[0].answered, 1);
	assert_int_equal(months[0].waiting, 1);
	assert_int_equal(months[1].received, 1);
	assert_int_equal(months[1].answered, 1);
	assert_int_equal(months[1].waiting, 1);
	assert_int_equal(months[2].received, 1);
	assert_int_equal(months[2].answered, 0);
	assert_int_equal(months[2].waiting, 1);
	assert_int_equal(calendar_date(months[2].first_day).month, 11);
}

static void of_nothing_nothing_is_said(void **state)
{
	struct fixture *fixture = *state;
	struct figures figures = figures_count(NULL, 0, &fixture->period, fixture->arena);
	size_t count;

	assert_int_equal(figures.received, 0);
	assert_int_equal(figures.days.median, -1);
	figures_by(NULL, 0, FIGURE_BY_KIND, &fixture->period, fixture->arena, &count);
	assert_int_equal(count, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(overdue_open_cases_are_in_the_denominator),
		TEST(leaving_a_case_open_never_betters_a_figure),
		TEST(a_clock_that_stands_still_does_not_run_out),
		TEST(the_last_second_is_on_time),
		TEST(withdrawn_cases_and_kinds_without_a_limit_are_neither_on_time_nor_late),
		TEST(what_was_turned_away_is_in_no_share),
		TEST(what_waits_is_counted_by_its_age_in_workdays_whenever_received),
		TEST(groups_are_in_order_and_the_nameless_last),
		TEST(months_count_what_came_what_was_answered_and_what_still_waited),
		TEST(of_nothing_nothing_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
