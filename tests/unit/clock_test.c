/* SPDX-License-Identifier: Apache-2.0 */
/* What workflow/clock.h promises of any procedure's limits: on thousands of days, on vectors, and of declarations that are wrong. */
#include "workflow/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "lib/base/calendar.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define TRIES 4000

enum { BEGUN, DONE, EVENTS };

/* 2026-01-01, 2026-02-16 to 20 off, Sunday 2026-02-15 and Saturday 2026-02-28 of work: covered is 2026. */
static const struct workday_exception exceptions[] = { { 20454, false }, { 20499, true }, { 20500, false }, { 20501, false },
						       { 20502, false }, { 20503, false }, { 20504, false }, { 20512, true } };
static const struct workdays calendar = { exceptions, COUNT(exceptions), 20454, 20454 + 364 };

static const struct clock_limit limits[] = {
	{ .step = "FIRST", .kinds = "", .rule = "first", .event = BEGUN },
	{ .step = "ANSWER", .kinds = "", .rule = "answer", .event = BEGUN, .extension = "LONGER", .traits = CLOCK_STANDS },
	{ .step = "LONGER", .kinds = "", .rule = "longer", .event = BEGUN, .upon = "ANSWER", .traits = CLOCK_STANDS | CLOCK_BOUND },
	{ .step = "TELL", .kinds = "", .rule = "tell", .event = DONE, .after = "ANSWER", .traits = CLOCK_STANDS },
	{ .step = "SPEAK", .kinds = "", .rule = "speak", .event = BEGUN, .traits = CLOCK_RIGHT },
	{ .step = "SPEAK", .kinds = "SHORT", .rule = "speak_shortly", .event = BEGUN, .traits = CLOCK_RIGHT },
};
static const struct clock declared = { .limits = limits, .limit_count = COUNT(limits), .events = EVENTS };

static const char *const units[] = { "workday", "calendar day", "month" };

/* The same numbers in every run. */
static int64_t draw(uint32_t *seed, int64_t most)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (int64_t)((*seed >> 8) % (uint32_t)(most + 1));
}

/* A moment of 2025 to 2027. */
static int64_t some_moment(uint32_t *seed)
{
	return INT64_C(1735660800) + draw(seed, 3 * 365) * 86400 + draw(seed, 86399);
}

static struct deadlines reckoned(const struct clock_file *file, const struct clock_rule *rules, size_t count)
{
	const struct clock_rules by = { .at = rules, .count = count, .near_share = 0.8 };
	struct deadlines deadlines;

	assert_true(clock_reckon(&declared, file, &by, &calendar, &deadlines));
	return deadlines;
}

static struct deadline one(const struct clock_file *file, const struct clock_rule *rules, size_t count, const char *step)
{
	struct deadlines deadlines = reckoned(file, rules, count);
	const struct deadline *found = deadlines_find(&deadlines, step);

	if (!found)
		fail_msg("no %s", step);
	return *found;
}

static int64_t day_of(int64_t moment)
{
	return calendar_day_of(moment, CALENDAR_CHINA);
}

static int64_t on(const char *text)
{
	int64_t day = 0;

	assert_true(calendar_day_from_text(text, &day));
	return day;
}

static void workdays_are_counted_from_the_day_after_and_end_with_a_workday(void **state)
{
	uint32_t seed = 1;

	(void)state;
	for (int i = 0; i < TRIES; i++) {
		const int64_t events[EVENTS] = { some_moment(&seed) };
		const struct clock_file file = { .kind = "", .events = events };
		const struct clock_rule rule = { "first", (double)(1 + draw(&seed, 90)), "workday", "test" };
		struct deadline deadline = one(&file, &rule, 1, "FIRST");

		assert_true(is_workday(&calendar, deadline.day));
		assert_int_equal(workdays_between(&calendar, day_of(events[BEGUN]), deadline.day), (int)rule.value);
		assert_int_equal(deadline.until, calendar_day_start(deadline.day + 1, CALENDAR_CHINA) - 1);
	}
}

static void days_and_months_end_on_no_day_off_and_no_later_than_the_next_workday(void **state)
{
	uint32_t seed = 2;

	(void)state;
	for (int i = 0; i < TRIES; i++) {
		const int64_t events[EVENTS] = { some_moment(&seed) };
		const struct clock_file file = { .kind = "", .events = events };
		const char *unit = units[1 + draw(&seed, 1)];
		const struct clock_rule rule = { "first", (double)draw(&seed, 24), unit, "test" };
		int64_t from = day_of(events[BEGUN]);
		int64_t plain = unit == units[1] ? from + (int64_t)rule.value : calendar_add_months(from, (int)rule.value);
		struct deadline deadline = one(&file, &rule, 1, "FIRST");

		assert_true(deadline.day >= plain && is_workday(&calendar, deadline.day));
		for (int64_t day = plain; day < deadline.day; day++)
			assert_false(is_workday(&calendar, day));
	}
}

static void a_month_without_such_a_day_ends_with_its_last(void **state)
{
	static const struct {
		const char *from;
		double months;
		const char *day;
	} vectors[] = { { "2026-03-15", 2, "2026-05-15" }, { "2026-03-31", 1, "2026-04-30" }, { "2026-03-31", 3, "2026-06-30" },
			{ "2026-01-31", 1, "2026-02-28" } /* a Saturday of work */, { "2026-04-09", 1, "2026-05-11" } /* from Saturday to Monday */,
			{ "2026-12-07", 12, "2027-12-07" } };

	(void)state;
	for (size_t i = 0; i < COUNT(vectors); i++) {
		const int64_t events[EVENTS] = { calendar_day_start(on(vectors[i].from), CALENDAR_CHINA) + 3600 };
		const struct clock_file file = { .kind = "", .events = events };
		const struct clock_rule rule = { "first", vectors[i].months, "month", "test" };

		assert_int_equal(one(&file, &rule, 1, "FIRST").day, on(vectors[i].day));
	}
}

static void what_is_near_lies_between_beginning_and_end(void **state)
{
	uint32_t seed = 3;

	(void)state;
	for (int i = 0; i < TRIES; i++) {
		const int64_t events[EVENTS] = { some_moment(&seed) };
		const struct clock_file file = { .kind = "", .events = events, .stopped_days = (int)draw(&seed, 20), .extended = draw(&seed, 1) };
		const char *unit = units[draw(&seed, 2)];
		const struct clock_rule rules[] = { { "first", (double)draw(&seed, 10), "workday", "test" },
						    { "answer", (double)(1 + draw(&seed, 40)), unit, "test" },
						    { "longer", (double)draw(&seed, 20), unit, "test" },
						    { "tell", (double)draw(&seed, 5), "workday", "test" } };
		struct deadlines deadlines = reckoned(&file, rules, COUNT(rules));

		assert_int_equal(deadlines.count, 4);
		for (size_t j = 0; j < deadlines.count; j++)
			assert_true(deadlines.at[j].near_at >= deadlines.at[j].from && deadlines.at[j].near_at <= deadlines.at[j].until);
	}
}

static void what_begins_later_does_not_end_earlier(void **state)
{
	uint32_t seed = 4;

	(void)state;
	for (int i = 0; i < TRIES; i++) {
		const int64_t early[EVENTS] = { some_moment(&seed) }, late[EVENTS] = { early[BEGUN] + draw(&seed, 20 * 86400) };
		const struct clock_file first = { .kind = "", .events = early }, second = { .kind = "", .events = late };
		const struct clock_rule rule = { "first", (double)draw(&seed, 30), units[draw(&seed, 2)], "test" };

		assert_true(one(&first, &rule, 1, "FIRST").until <= one(&second, &rule, 1, "FIRST").until);
	}
}

static void a_clock_that_stood_still_moves_what_stands_by_as_many_workdays_and_nothing_else(void **state)
{
	uint32_t seed = 5;

	(void)state;
	for (int i = 0; i < TRIES; i++) {
		const int64_t events[EVENTS] = { some_moment(&seed) };
		const int stopped = (int)draw(&seed, 30);
		const struct clock_file ran = { .kind = "", .events = events }, stood = { .kind = "", .events = events, .stopped_days = stopped };
		const struct clock_rule rules[] = { { "first", 3, "workday", "test" },
						    { "answer", (double)(1 + draw(&seed, 60)), units[draw(&seed, 2)], "test" } };

		assert_int_equal(one(&stood, rules, 2, "FIRST").until, one(&ran, rules, 2, "FIRST").until);
		assert_int_equal(workdays_between(&calendar, one(&ran, rules, 2, "ANSWER").day, one(&stood, rules, 2, "ANSWER").day), stopped);
	}
}

static void an_extension_gives_the_limit_the_extensions_day_and_takes_nothing_away(void **state)
{
	uint32_t seed = 6;

	(void)state;
	for (int i = 0; i < TRIES; i++) {
		const int64_t events[EVENTS] = { some_moment(&seed) };
		const struct clock_file plain = { .kind = "", .events = events }, extended = { .kind = "", .events = events, .extended = true };
		const char *unit = units[draw(&seed, 2)];
		const struct clock_rule rules[] = { { "answer", (double)(1 + draw(&seed, 60)), unit, "test" },
						    { "longer", (double)draw(&seed, 60), unit, "test" } };
		struct deadline longer = one(&plain, rules, 2, "LONGER"), answer = one(&extended, rules, 2, "ANSWER");

		assert_int_equal(answer.until, longer.until);
		assert_string_equal(answer.key, "longer");
		assert_string_equal(answer.limit->step, "ANSWER");
		assert_true(answer.until >= one(&plain, rules, 2, "ANSWER").until);
	}
}

static void what_counts_from_a_step_to_come_is_projected_until_it_comes(void **state)
{
	const int64_t begun = calendar_day_start(on("2026-06-01"), CALENDAR_CHINA);
	const int64_t before[EVENTS] = { begun }, after[EVENTS] = { begun, begun + 86400 };
	const struct clock_file waits = { .kind = "", .events = before }, done = { .kind = "", .events = after };
	const struct clock_rule rules[] = { { "answer", 5, "workday", "test" }, { "tell", 3, "workday", "test" } };

	(void)state;
	assert_true(one(&waits, rules, 2, "TELL").projected);
	assert_int_equal(one(&waits, rules, 2, "TELL").day, on("2026-06-11"));
	assert_false(one(&done, rules, 2, "TELL").projected);
	assert_int_equal(one(&done, rules, 2, "TELL").day, on("2026-06-05"));
	/* Without what it would count from there is none; once the step has come there is. */
	assert_int_equal(reckoned(&waits, rules + 1, 1).count, 0);
	assert_int_equal(reckoned(&done, rules + 1, 1).count, 1);
}

static void a_right_is_lengthened_by_a_local_rule_and_a_duty_shortened(void **state)
{
	const int64_t events[EVENTS] = { calendar_day_start(on("2026-06-01"), CALENDAR_CHINA) };
	const struct clock_file file = { .kind = "", .events = events };
	const struct clock_rule rules[] = { { "first", 5, "workday", "city" },  { "first", 3, "workday", "district" },
					    { "speak", 10, "workday", "city" }, { "speak", 7, "workday", "district" },
					    { "speak", 12, "workday", "another" } };

	(void)state;
	assert_string_equal(one(&file, rules, COUNT(rules), "FIRST").source, "district");
	assert_string_equal(one(&file, rules, COUNT(rules), "SPEAK").source, "another");
}

static void a_kind_with_a_row_of_its_own_goes_by_that(void **state)
{
	const int64_t events[EVENTS] = { calendar_day_start(on("2026-06-01"), CALENDAR_CHINA) };
	const struct clock_file other = { .kind = "", .events = events }, brief = { .kind = "SHORT", .events = events };
	const struct clock_rule rules[] = { { "speak", 10, "workday", "test" }, { "speak_shortly", 2, "workday", "test" } };
	const struct clock_rules by = { .at = rules, .count = 2, .near_share = 1 };
	struct deadlines deadlines;

	(void)state;
	assert_string_equal(one(&other, rules, 2, "SPEAK").key, "speak");
	assert_string_equal(one(&brief, rules, 2, "SPEAK").key, "speak_shortly");
	assert_false(clock_reckon(&declared, &(struct clock_file){ .kind = "NOBODY", .events = events }, &by, &calendar, &deadlines));
	assert_int_equal(deadlines.count, 0);
}

static void past_the_calendars_end_it_is_provisional_in_every_unit(void **state)
{
	const int64_t events[EVENTS] = { calendar_day_start(on("2026-12-20"), CALENDAR_CHINA) };
	const struct clock_file file = { .kind = "", .events = events }, stood = { .kind = "", .events = events, .stopped_days = 20 };
	static const double counts[] = { 20, 30, 1 };

	(void)state;
	for (size_t i = 0; i < COUNT(units); i++) {
		const struct clock_rule over = { "answer", counts[i], units[i], "test" }, within = { "answer", 0, units[i], "test" };

		assert_true(one(&file, &over, 1, "ANSWER").provisional);
		if (i == 0)
			assert_false(one(&file, &within, 1, "ANSWER").provisional);
	}
	/* What the standing clock moves there is so, too. */
	assert_true(one(&stood, &(struct clock_rule){ "answer", 1, "workday", "test" }, 1, "ANSWER").provisional);
}

/* A row as the table has it. */
static void put_row(struct arena *arena, struct values *row, const char *step, int64_t until)
{
	struct values *made = values_new(arena);

	values_put_text(made, "step", step);
	values_put_integer(made, "until", until);
	*row = *made;
}

static void more_time_is_given_once_before_the_last_day_and_where_there_is_some(void **state)
{
	struct arena *arena = arena_new((size_t)1 << 20);
	struct values list[2];
	struct rows both = { list, 2 }, alone = { list, 1 };

	(void)state;
	put_row(arena, &list[0], "ANSWER", 1000);
	put_row(arena, &list[1], "LONGER", 2000);
	assert_int_equal(clock_may_extend(&declared, &both, false, 1000), CLOCK_GIVES);
	assert_int_equal(clock_may_extend(&declared, &both, false, 1001), CLOCK_LAST_DAY_OVER);
	assert_int_equal(clock_may_extend(&declared, &both, true, 1000), CLOCK_EXTENDED_BEFORE);
	assert_int_equal(clock_may_extend(&declared, &alone, false, 1000), CLOCK_HAS_NO_EXTENSION);
	arena_free(arena);
}

static void a_wrong_declaration_is_named(void **state)
{
	static const struct clock_limit no_event[] = { { .step = "A", .kinds = "", .rule = "a", .event = 2 } };
	static const struct clock_limit nothing_before[] = { { .step = "A", .kinds = "", .rule = "a", .after = "B" },
							     { .step = "B", .kinds = "", .rule = "b" } };
	static const struct clock_limit no_extension[] = { { .step = "A", .kinds = "", .rule = "a", .extension = "B" } };
	static const struct clock_limit twice[] = { { .step = "A", .kinds = "", .rule = "a" }, { .step = "A", .kinds = "", .rule = "b" } };

	(void)state;
	assert_null(clock_mistake(&declared));
	assert_string_equal(clock_mistake(&(struct clock){ no_event, 1, 1, NULL }), "a limit counts from what is no event");
	assert_string_equal(clock_mistake(&(struct clock){ nothing_before, 2, 1, NULL }), "a limit counts from one that does not stand before it");
	assert_string_equal(clock_mistake(&(struct clock){ no_extension, 1, 1, NULL }), "a limit is extended by one that is not declared");
	assert_string_equal(clock_mistake(&(struct clock){ twice, 2, 1, NULL }), "two limits say the same");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(workdays_are_counted_from_the_day_after_and_end_with_a_workday),
		cmocka_unit_test(days_and_months_end_on_no_day_off_and_no_later_than_the_next_workday),
		cmocka_unit_test(a_month_without_such_a_day_ends_with_its_last),
		cmocka_unit_test(what_is_near_lies_between_beginning_and_end),
		cmocka_unit_test(what_begins_later_does_not_end_earlier),
		cmocka_unit_test(a_clock_that_stood_still_moves_what_stands_by_as_many_workdays_and_nothing_else),
		cmocka_unit_test(an_extension_gives_the_limit_the_extensions_day_and_takes_nothing_away),
		cmocka_unit_test(what_counts_from_a_step_to_come_is_projected_until_it_comes),
		cmocka_unit_test(a_right_is_lengthened_by_a_local_rule_and_a_duty_shortened),
		cmocka_unit_test(a_kind_with_a_row_of_its_own_goes_by_that),
		cmocka_unit_test(past_the_calendars_end_it_is_provisional_in_every_unit),
		cmocka_unit_test(more_time_is_given_once_before_the_last_day_and_where_there_is_some),
		cmocka_unit_test(a_wrong_declaration_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
