/* SPDX-License-Identifier: Apache-2.0 */
/* What workflow/clock.h promises of the limits of cases, with the district's own clocks and table of workdays. */
#include "domain/cases/procedure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "lib/base/calendar.h"
#include "lib/base/csv.h"
#include "lib/base/text.h"

#define MOST 1000

/* When things happened; 0 = not yet. */
struct moments {
	int64_t received_at, accepted_at, decided_at, not_solved_at;
};

struct fixture {
	struct arena *arena;
	struct workday_exception exceptions[MOST];
	struct workdays calendar;
	struct clock_rule rules[MOST];
	size_t count;
	struct deadlines deadlines;
};

static int64_t on(const char *text)
{
	int64_t day = 0;

	if (!calendar_day_from_text(text, &day))
		fail_msg("'%s' is no day", text);
	return day;
}

/* Two in the afternoon in China. */
static int64_t at(const char *text)
{
	return calendar_day_start(on(text), CALENDAR_CHINA) + 14 * 3600;
}

static struct csv *open_csv(struct fixture *fixture, const char *path)
{
	const char *problem = NULL;
	struct csv *csv = csv_open(path, true, fixture->arena, &problem);

	if (!csv)
		fail_msg("%s", problem);
	return csv;
}

static void read_workdays(struct fixture *fixture)
{
	struct csv *csv = open_csv(fixture, "db/district/workdays.csv");
	struct values *row;
	size_t count = 0;

	for (; csv_next(csv, fixture->arena, &row) == CSV_FOUND; count++) {
		assert_true(count < MOST);
		fixture->exceptions[count].day = on(values_text(row, "day"));
		fixture->exceptions[count].works = strcmp(values_text(row, "kind"), "work") == 0;
	}
	csv_close(csv);
	assert_true(workdays_from(fixture->exceptions, count, on("2026-12-31"), &fixture->calendar));
}

/* The rules valid on a day. */
static void read_rules(struct fixture *fixture, const char *day)
{
	struct csv *csv = open_csv(fixture, "db/district/deadlines.csv");
	struct values *row;

	fixture->count = 0;
	while (csv_next(csv, fixture->arena, &row) == CSV_FOUND) {
		struct clock_rule *rule = &fixture->rules[fixture->count];
		const char *last = values_text(row, "effective_to");

		if (strcmp(values_text(row, "effective_from"), day) > 0 || (*last && strcmp(last, day) < 0))
			continue;
		assert_true(++fixture->count < MOST && text_to_real(values_text(row, "value"), &rule->value));
		rule->key = values_text(row, "key");
		rule->unit = values_text(row, "unit");
		rule->source = values_text(row, "source");
	}
	assert_string_equal(csv_problem(csv), "");
	csv_close(csv);
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	fixture->arena = arena_new((size_t)8 << 20);
	read_workdays(fixture);
	read_rules(fixture, "2026-03-02");
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

static bool reckon(struct fixture *fixture, const char *kind, struct moments when, const struct clock_rule *rules, size_t count)
{
	const int64_t events[CASE_EVENTS] = { when.received_at, when.accepted_at, when.decided_at, when.not_solved_at };
	const struct clock_file file = { .kind = kind, .events = events };
	const struct clock_rules by = { .at = rules, .count = count, .near_share = 0.8 };

	return clock_reckon(&case_clock, &file, &by, &fixture->calendar, &fixture->deadlines);
}

/* A limit by itself, from a moment. */
static bool limit_of(struct fixture *fixture, const char *key, int64_t moment, struct deadline *deadline)
{
	const struct clock_limit limit = { .step = "ONE", .kinds = "", .rule = key };
	const struct clock clock = { .limits = &limit, .limit_count = 1, .events = 1 };
	const struct clock_file file = { .kind = "", .events = &moment };
	const struct clock_rules by = { .at = fixture->rules, .count = fixture->count, .near_share = 0.8 };

	assert_true(clock_reckon(&clock, &file, &by, &fixture->calendar, &fixture->deadlines));
	*deadline = fixture->deadlines.at[0];
	return fixture->deadlines.count == 1;
}

static void decide(struct fixture *fixture, const char *kind, struct moments clock)
{
	assert_true(reckon(fixture, kind, clock, fixture->rules, fixture->count));
	assert_null(fixture->deadlines.missing);
}

/* Received at two in the afternoon of a day, and nothing else yet. */
static void receive(struct fixture *fixture, const char *kind, const char *day)
{
	decide(fixture, kind, (struct moments){ .received_at = at(day) });
}

static const struct deadline *assert_due(const struct fixture *fixture, const char *step, const char *key, const char *day)
{
	const struct deadline *deadline = deadlines_find(&fixture->deadlines, step);

	assert_non_null(deadline);
	assert_string_equal(deadline->key, key);
	assert_string_equal(calendar_day_text(fixture->arena, deadline->day), day);
	assert_true(strlen(deadline->source) > 0);
	return deadline;
}

static void a_question_or_a_suggestion_is_answered_in_one_workday(void **state)
{
	struct fixture *fixture = *state;

	receive(fixture, "CONSULT", "2026-03-02");
	assert_due(fixture, "REPLY", "consult.reply_days", "2026-03-03");
	assert_int_equal(fixture->deadlines.count, 1);
	receive(fixture, "ADVICE", "2026-03-06");
	assert_due(fixture, "REPLY", "advice.reply_days", "2026-03-09");
	assert_int_equal(fixture->deadlines.count, 1);
}

static void help_or_a_complaint_is_answered_in_five_workdays_or_if_complex_in_fifteen_in_all(void **state)
{
	struct fixture *fixture = *state;

	receive(fixture, "COMPLAINT", "2026-03-02");
	assert_due(fixture, "REPLY", "complaint.reply_days", "2026-03-09");
	assert_due(fixture, "EXTENDED", "complaint.complex_days", "2026-03-23");
	assert_int_equal(fixture->deadlines.count, 2);
	receive(fixture, "HELP", "2023-01-20");
	assert_due(fixture, "REPLY", "help.reply_days", "2023-02-01");
	assert_due(fixture, "EXTENDED", "help.complex_days", "2023-02-15");
}

static void a_complaint_called_back_on_is_looked_at_again_in_three_workdays(void **state)
{
	struct fixture *fixture = *state;
	struct deadline deadline;

	assert_true(limit_of(fixture, "complaint.review_days", at("2026-03-05"), &deadline));
	assert_string_equal(calendar_day_text(fixture->arena, deadline.day), "2026-03-10");
	assert_false(deadline.projected);
	assert_false(limit_of(fixture, "complaint.unheard_days", at("2026-03-05"), &deadline));
}

static void a_fee_dispute_is_accepted_in_seven_workdays_and_mediated_in_sixty_days_in_shanghai(void **state)
{
	struct fixture *fixture = *state;

	receive(fixture, "CONSUMER", "2026-03-02");
	assert_false(assert_due(fixture, "ACCEPT", "consumer.accept_days", "2026-03-11")->projected);
	/* 60 days from 11 March; the nation's 45 workdays would end on 18 May. */
	assert_true(assert_due(fixture, "REPLY", "consumer.reply_days", "2026-05-11")->projected);
	assert_true(assert_due(fixture, "TELL", "consumer.tell_days", "2026-05-20")->projected);
	assert_null(deadlines_find(&fixture->deadlines, "EXTENDED"));

	decide(fixture, "CONSUMER", (struct moments){ .received_at = at("2026-03-02"), .accepted_at = at("2026-03-04") });
	assert_false(assert_due(fixture, "REPLY", "consumer.reply_days", "2026-05-06")->projected);
	decide(fixture, "CONSUMER",
		(struct moments){ at("2026-03-02"), .accepted_at = at("2026-03-04"), .decided_at = at("2026-03-30") });
	/* 4 to 6 April is 清明. */
	assert_false(assert_due(fixture, "TELL", "consumer.tell_days", "2026-04-09")->projected);
}

static void of_two_rules_for_one_step_the_earlier_day_counts(void **state)
{
	struct fixture *fixture = *state;
	struct clock_rule rules[] = {
		{ "consult.reply_days", 3, "workday", "nation" },
		{ "consult.reply_days", 2, "workday", "district" },
		{ "consult.reply_days", 9, "calendar day", "city" },
	};
	struct moments clock = { .received_at = at("2026-03-02") };

	assert_true(reckon(fixture, "CONSULT", clock, rules, 3));
	assert_string_equal(fixture->deadlines.at[0].source, "district");
	assert_string_equal(calendar_day_text(fixture->arena, fixture->deadlines.at[0].day), "2026-03-04");
}

static void a_report_is_verified_in_fifteen_workdays_extended_once_and_its_reporter_told_in_five(void **state)
{
	struct fixture *fixture = *state;

	receive(fixture, "REPORT", "2026-02-13");
	assert_due(fixture, "REPLY", "report.reply_days", "2026-03-12");
	assert_due(fixture, "EXTENDED", "report.extension_days", "2026-04-02");
	assert_true(assert_due(fixture, "TELL", "report.tell_days", "2026-03-19")->projected);
	decide(fixture, "REPORT", (struct moments){ .received_at = at("2026-02-13"), .decided_at = at("2026-03-02") });
	assert_false(assert_due(fixture, "TELL", "report.tell_days", "2026-03-09")->projected);
}

static void a_petition_goes_by_calendar_days_moved_on_to_a_workday(void **state)
{
	struct fixture *fixture = *state;
	struct deadline objection;

	receive(fixture, "PETITION", "2026-03-06");
	assert_due(fixture, "FORWARD", "petition.forward_days", "2026-03-23");
	assert_due(fixture, "ACCEPT", "petition.accept_days", "2026-03-23");
	assert_true(assert_due(fixture, "REPLY", "petition.reply_days", "2026-05-22")->projected);
	assert_int_equal(fixture->deadlines.count, 4);

	/* 60 days end on Sunday 10 May and move on; 30 more are counted from the 10th, not from the day it moved to. */
	decide(fixture, "PETITION", (struct moments){ .received_at = at("2026-03-06"), .accepted_at = at("2026-03-11") });
	assert_due(fixture, "REPLY", "petition.reply_days", "2026-05-11");
	assert_due(fixture, "EXTENDED", "petition.extension_days", "2026-06-09");

	assert_true(limit_of(fixture, "petition.object_days", at("2026-03-06"), &objection));
	assert_string_equal(calendar_day_text(fixture->arena, objection.day), "2026-03-13");
}

static void a_request_for_information_is_completed_in_seven_and_answered_in_twenty_workdays(void **state)
{
	struct fixture *fixture = *state;

	receive(fixture, "DISCLOSURE", "2026-09-30");
	assert_due(fixture, "ACCEPT", "disclosure.accept_days", "2026-10-15");
	assert_due(fixture, "REPLY", "disclosure.reply_days", "2026-11-03");
	assert_due(fixture, "EXTENDED", "disclosure.extension_days", "2026-12-01");
	assert_int_equal(fixture->deadlines.count, 3);
}

static void an_emergency_does_not_wait_for_the_next_workday(void **state)
{
	struct fixture *fixture = *state;

	receive(fixture, "EMERGENCY", "2026-10-01");
	assert_due(fixture, "FORWARD", "emergency.forward_days", "2026-10-01");
	assert_int_equal(fixture->deadlines.at[0].until, at("2026-10-01"));
	assert_int_equal(fixture->deadlines.count, 1);
}

static void a_deadline_says_from_when_it_counts(void **state)
{
	struct fixture *fixture = *state;
	int64_t received = at("2026-03-06"), accepted = at("2026-03-11");

	decide(fixture, "PETITION", (struct moments){ .received_at = received, .accepted_at = accepted });
	assert_int_equal(deadlines_find(&fixture->deadlines, "ACCEPT")->from, received);
	assert_int_equal(deadlines_find(&fixture->deadlines, "REPLY")->from, accepted);
	assert_int_equal(deadlines_find(&fixture->deadlines, "EXTENDED")->from, accepted);
}

static void a_deadline_ends_with_the_last_second_of_its_day_in_china(void **state)
{
	struct fixture *fixture = *state;

	/* One second before midnight is still the 2nd, midnight the 3rd. */
	decide(fixture, "CONSULT", (struct moments){ .received_at = calendar_day_start(on("2026-03-03"), CALENDAR_CHINA) - 1 });
	assert_due(fixture, "REPLY", "consult.reply_days", "2026-03-03");
	assert_int_equal(fixture->deadlines.at[0].until, calendar_day_start(on("2026-03-04"), CALENDAR_CHINA) - 1);
	decide(fixture, "CONSULT", (struct moments){ .received_at = calendar_day_start(on("2026-03-03"), CALENDAR_CHINA) });
	assert_due(fixture, "REPLY", "consult.reply_days", "2026-03-04");
}

static void what_reaches_past_the_table_is_provisional_and_so_is_what_counts_from_it(void **state)
{
	struct fixture *fixture = *state;

	receive(fixture, "REPORT", "2026-12-15");
	assert_true(assert_due(fixture, "REPLY", "report.reply_days", "2027-01-06")->provisional);
	assert_true(assert_due(fixture, "TELL", "report.tell_days", "2027-01-13")->provisional);
	receive(fixture, "COMPLAINT", "2026-12-15");
	assert_false(assert_due(fixture, "REPLY", "complaint.reply_days", "2026-12-22")->provisional);
	assert_true(assert_due(fixture, "EXTENDED", "complaint.complex_days", "2027-01-06")->provisional);
}

static void a_step_without_a_usable_rule_has_no_deadline_and_is_named(void **state)
{
	struct fixture *fixture = *state;
	struct clock_rule rules[] = {
		{ "consumer.reply_days", 45, "workday", "nation" },
		{ "consumer.accept_days", 7.5, "workday", "no whole days" },
		{ "consumer.accept_days", -1, "workday", "below zero" },
		{ "consumer.accept_days", 1e300, "workday", "too many" },
		{ "consumer.accept_days", 7, "fortnight", "no unit" },
	};
	struct moments clock = { .received_at = at("2026-03-02") };

	assert_true(reckon(fixture, "CONSUMER", clock, rules, 5));
	assert_int_equal(fixture->deadlines.count, 0);
	assert_string_equal(fixture->deadlines.missing, "consumer.accept_days");
	/* Accepted in fact, mediation has its limit all the same. */
	clock.accepted_at = at("2026-03-04");
	assert_true(reckon(fixture, "CONSUMER", clock, rules, 5));
	assert_non_null(deadlines_find(&fixture->deadlines, "REPLY"));
	assert_string_equal(fixture->deadlines.missing, "consumer.accept_days");
}

static void a_case_goes_by_the_rules_of_the_day_it_is_received(void **state)
{
	struct fixture *fixture = *state;
	struct moments clock = { .received_at = at("2022-04-29") };

	/* 信访工作条例 is in force since 1 May 2022. */
	read_rules(fixture, "2022-04-29");
	assert_true(reckon(fixture, "PETITION", clock, fixture->rules, fixture->count));
	assert_int_equal(fixture->deadlines.count, 0);
	read_rules(fixture, "2022-05-01");
	receive(fixture, "PETITION", "2022-05-01");
	assert_int_equal(fixture->deadlines.count, 4);
}

static void an_unknown_kind_has_no_deadlines(void **state)
{
	struct fixture *fixture = *state;
	struct moments clock = { .received_at = at("2026-03-02") };

	assert_false(reckon(fixture, "complaint", clock, fixture->rules, fixture->count));
	assert_int_equal(fixture->deadlines.count, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_question_or_a_suggestion_is_answered_in_one_workday),
		TEST(help_or_a_complaint_is_answered_in_five_workdays_or_if_complex_in_fifteen_in_all),
		TEST(a_complaint_called_back_on_is_looked_at_again_in_three_workdays),
		TEST(a_fee_dispute_is_accepted_in_seven_workdays_and_mediated_in_sixty_days_in_shanghai),
		TEST(of_two_rules_for_one_step_the_earlier_day_counts),
		TEST(a_report_is_verified_in_fifteen_workdays_extended_once_and_its_reporter_told_in_five),
		TEST(a_petition_goes_by_calendar_days_moved_on_to_a_workday),
		TEST(a_request_for_information_is_completed_in_seven_and_answered_in_twenty_workdays),
		TEST(an_emergency_does_not_wait_for_the_next_workday),
		TEST(a_deadline_says_from_when_it_counts),
		TEST(a_deadline_ends_with_the_last_second_of_its_day_in_china),
		TEST(what_reaches_past_the_table_is_provisional_and_so_is_what_counts_from_it),
		TEST(a_step_without_a_usable_rule_has_no_deadline_and_is_named),
		TEST(a_case_goes_by_the_rules_of_the_day_it_is_received),
		TEST(an_unknown_kind_has_no_deadlines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
