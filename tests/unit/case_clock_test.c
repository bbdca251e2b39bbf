/* SPDX-License-Identifier: Apache-2.0 */
/* The limits of cases and of disclosures as rows of one table: what workflow/clock_rows.h promises, on a registry with the district's own data. */
#include "case_fixture.h"
#include "domain/disclosures/outcome.h"

#define SUMMARY "检查时两名厨房人员没有健康证，已责令补办。"

static const struct values *limit_of(void **state, const struct flow *flow, const char *number, const char *step)
{
	struct clock_work clock = casework_clock(work_of(state));
	struct values *row;

	assert_true(clock_one(&clock, flow, number, step, &row));
	return row;
}

#define assert_limit(flow, number, step, column, expected) assert_int_equal(values_integer(limit_of(state, flow, number, step), column), expected)
#define assert_day(flow, number, step, day_) assert_string_equal(values_text(limit_of(state, flow, number, step), "day"), day_)

/* The code of what was drafted of a case. */
static const char *code_of(void **state, const char *number)
{
	enum case_answer answer;
	struct values *one = casework_row(work_of(state), &Q_outcome_newest_of_case, "case_number", number, &answer);

	assert_non_null(one);
	return values_text(one, "code");
}

static const char *outcome_state(void **state, const char *code)
{
	enum case_answer answer;
	struct values *one = casework_row(work_of(state), &Q_outcome_newest, "code", code, &answer);

	assert_non_null(one);
	return values_text(one, "state");
}

/* Shown to the facility. */
static const char *open_answer(void **state)
{
	const char *number = open_case(state), *code;

	answer_case(state, number);
	code = code_of(state, number);
	assert_done(outcome_edit(work_of(state), code, "wang", &(struct outcome_words){ SUMMARY, "FOOD", "SUBSTANTIATED_CORRECTED" }));
	assert_done(outcome_open_answer(work_of(state), code, "wang"));
	return code;
}

static void a_limit_says_since_when_it_runs_and_by_which_rule(void **state)
{
	const char *number = open_case(state);

	assert_limit(&case_flow, number, "REPLY", "started_at", MONDAY);
	assert_day(&case_flow, number, "REPLY", "2026-11-30");
	assert_string_equal(values_text(limit_of(state, &case_flow, number, "REPLY"), "rule"), "complaint.reply_days");
	assert_limit(&case_flow, number, "REPLY", "bound", 0);
	assert_limit(&case_flow, number, "EXTENDED", "bound", 1);
	assert_null(limit_of(state, &case_flow, number, "REVIEW"));
}

static void a_state_meets_limits_and_one_taken_back_has_them_met_anew(void **state)
{
	struct casework *work = work_of(state);
	const char *number = open_case(state), *taken_back = open_case(state);

	answer_case(state, number);
	assert_limit(&case_flow, number, "REPLY", "met_at", MONDAY);
	assert_done(case_triage(work, DESK(taken_back), &(struct case_sorting){ "COMPLAINT", "ORDINARY", "STANDARD", "" }));
	assert_done(case_transfer(work, DESK(taken_back), "公安", "不归我们管"));
	assert_limit(&case_flow, taken_back, "REPLY", "met_at", MONDAY);
	assert_done(case_reopen(work, DESK(taken_back), "还是我们办", ""));
	assert_limit(&case_flow, taken_back, "REPLY", "met_at", 0);
}

static void while_the_clock_stands_still_its_limits_say_so_and_then_come_later(void **state)
{
	struct casework *work = work_of(state);
	const char *number = open_case(state);
	int64_t position;

	handle_case(state, number);
	assert_done(case_ask(work, WANG(number), "SUSPENSION", "等检测", &position));
	assert_done(case_decide(work, CHIEF(number), position, true, "", "等检测结果"));
	assert_limit(&case_flow, number, "REPLY", "suspended_at", MONDAY);
	work->now += 2 * DAY;
	assert_done(case_resume(work, WANG(number), "检测结果来了"));
	assert_limit(&case_flow, number, "REPLY", "suspended_at", 0);
	assert_day(&case_flow, number, "REPLY", "2026-12-02");
}

static void more_time_moves_the_limit_that_was_extended(void **state)
{
	struct casework *work = work_of(state);
	const char *number = open_case(state);
	int64_t position;

	handle_case(state, number);
	assert_done(case_ask(work, WANG(number), "EXTENSION", "要再查", &position));
	assert_done(case_decide(work, CHIEF(number), position, true, "", "要再查，延长"));
	assert_day(&case_flow, number, "REPLY", "2026-12-14");
	assert_refused(case_ask(work, WANG(number), "EXTENSION", "要再查", &position), CASE_FORBIDDEN, "extended_before");
}

static void a_facilitys_time_is_a_limit_of_the_same_table(void **state)
{
	const char *code = open_answer(state);

	assert_limit(&outcome_flow, code, "ANSWER", "started_at", MONDAY);
	assert_day(&outcome_flow, code, "ANSWER", "2026-12-07");
	assert_limit(&outcome_flow, code, "ANSWER", "met_at", 0);
	assert_true(values_integer(limit_of(state, &outcome_flow, code, "ANSWER"), "near_at") < values_integer(limit_of(state, &outcome_flow, code, "ANSWER"), "until"));
}

static void what_the_facility_says_meets_it_and_other_words_give_it_time_anew(void **state)
{
	struct casework *work = work_of(state);
	const char *code = open_answer(state);

	work->now += DAY;
	assert_done(outcome_answer(work, code, "wang", "没有意见", "PHONE"));
	assert_limit(&outcome_flow, code, "ANSWER", "met_at", MONDAY + DAY);
	assert_done(outcome_send_back(work, code, OUTCOME_PREPARER, "wang", "改写"));
	assert_done(outcome_edit(work, code, "wang", &(struct outcome_words){ SUMMARY SUMMARY, "FOOD", "SUBSTANTIATED_CORRECTED" }));
	assert_done(outcome_open_answer(work, code, "wang"));
	assert_limit(&outcome_flow, code, "ANSWER", "met_at", 0);
	assert_day(&outcome_flow, code, "ANSWER", "2026-12-08");
}

static void clerk_goes_on_when_it_is_over_as_it_stands_now(void **state)
{
	struct casework *work = work_of(state);
	const char *code = open_answer(state);
	int64_t until = values_integer(limit_of(state, &outcome_flow, code, "ANSWER"), "until");
	size_t expired;

	/* Somebody moved it by a day. */
	assert_true(sql_script(work->sql, "update deadline set until = until + 86400 where procedure = 'outcome'"));
	work->now = until + DAY;
	assert_true(outcome_expire(work, work->now, &expired));
	assert_int_equal(expired, 0);
	work->now++;
	/* People were not told of it so far. */
	assert_true(outcome_expire(work, until, &expired));
	assert_int_equal(expired, 0);
	assert_true(outcome_expire(work, work->now, &expired));
	assert_int_equal(expired, 1);
	assert_string_equal(outcome_state(state, code), "READY");
	assert_limit(&outcome_flow, code, "ANSWER", "met_at", until + DAY + 1);
}

static void past_the_calendars_end_a_limit_is_provisional_in_both_procedures(void **state)
{
	const char *number, *code;

	work_of(state)->now = INT64_C(1798250400); /* 2026-12-26 */
	number = open_case(state);
	assert_limit(&case_flow, number, "EXTENDED", "provisional", 1);
	code = open_answer(state);
	assert_limit(&outcome_flow, code, "ANSWER", "provisional", 1);
}

static void without_a_rule_the_facility_is_not_asked_and_the_rule_is_named(void **state)
{
	struct casework *work = work_of(state);
	const char *number = open_case(state), *code;

	answer_case(state, number);
	code = code_of(state, number);
	assert_done(outcome_edit(work, code, "wang", &(struct outcome_words){ SUMMARY, "FOOD", "SUBSTANTIATED_CORRECTED" }));
	assert_true(sql_script(work->sql, "delete from rule where key = 'outcome.answer_days'"));
	assert_int_equal(outcome_open_answer(work, code, "wang"), CASE_FAILED);
	assert_non_null(strstr(work->problem, "outcome.answer_days"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_limit_says_since_when_it_runs_and_by_which_rule),
		TEST(a_state_meets_limits_and_one_taken_back_has_them_met_anew),
		TEST(while_the_clock_stands_still_its_limits_say_so_and_then_come_later),
		TEST(more_time_moves_the_limit_that_was_extended),
		TEST(a_facilitys_time_is_a_limit_of_the_same_table),
		TEST(what_the_facility_says_meets_it_and_other_words_give_it_time_anew),
		TEST(clerk_goes_on_when_it_is_over_as_it_stands_now),
		TEST(past_the_calendars_end_a_limit_is_provisional_in_both_procedures),
		TEST(without_a_rule_the_facility_is_not_asked_and_the_rule_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
