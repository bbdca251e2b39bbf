/* SPDX-License-Identifier: Apache-2.0 */
/* What domain/cases/desk.h promises of dispatch: the matrix, rounds, taking, returning, taking back, assigning. */
#include "case_fixture.h"

static struct values *lead_of(void **state, const char *number)
{
	enum case_answer answer;

	return casework_row(work_of(state), &Q_case_lead, "case_number", number, &answer);
}

static void sorted(void **state, const char *number, const char *kind, const char *matter, const char *street)
{
	assert_done(case_triage(work_of(state), DESK(number), &(struct case_sorting){ kind, "ORDINARY", matter, street }));
}

static enum case_answer dispatch(void **state, const char *number, const char *lead, const char *assists)
{
	return case_dispatch(work_of(state), DESK(number), &(struct case_order){ lead, assists, "", "" });
}

static const char *dispatched(void **state)
{
	const char *number = open_case(state);

	accept_case(state, number);
	assert_done(dispatch(state, number, "EDUCATION", "LABOUR"));
	return number;
}

static void the_first_rule_that_fits_is_taken_with_the_cases_own_street(void **state)
{
	const char *number = open_letter(state, "COMPLAINT", "没有备案", "", "");
	struct routing routing;

	sorted(state, number, "COMPLAINT", "UNFILED", STREET);
	assert_true(routing_find(work_of(state), number, &routing));
	assert_string_equal(routing.rule, "R01");
	assert_string_equal(routing.lead, "EDUCATION");
	assert_string_equal(routing.assists, "MARKET POLICE CIVIL " STREET);
	assert_non_null(strstr(routing.note, "第四十五条"));
}

static void a_street_nobody_knows_is_left_out(void **state)
{
	const char *number = open_letter(state, "COMPLAINT", "没有备案", "", "");
	struct routing routing;

	sorted(state, number, "COMPLAINT", "UNFILED", "");
	assert_true(routing_find(work_of(state), number, &routing));
	assert_string_equal(routing.assists, "MARKET POLICE CIVIL");
}

static void without_a_matter_the_kind_decides_and_else_the_last_rule(void **state)
{
	const char *fees = open_letter(state, "CONSUMER", "退费", FACILITY, ""), *other = open_case(state);
	struct routing routing;

	assert_true(routing_find(work_of(state), fees, &routing));
	assert_string_equal(routing.rule, "R12");
	assert_true(routing_find(work_of(state), other, &routing));
	assert_string_equal(routing.rule, "R13");
}

static void a_rule_that_is_switched_off_does_not_fire(void **state)
{
	const char *number = open_case(state);
	struct routing routing;

	sorted(state, number, "COMPLAINT", "STANDARD", "");
	assert_true(sql_script(work_of(state)->sql, "update routing_rule set active = 0 where code = 'R11'"));
	assert_true(routing_find(work_of(state), number, &routing));
	assert_string_equal(routing.rule, "R13");
}

static void a_dispatch_remembers_which_rule_it_followed_and_that_a_hand_chose(void **state)
{
	const char *first = dispatched(state), *second = open_case(state);
	struct rows rows;

	assert_true(casework_rows(work_of(state), &Q_case_dispatch_list, "case_number", first, &rows));
	assert_int_equal(rows.count, 2);
	assert_string_equal(values_text(&rows.at[0], "department"), "EDUCATION");
	assert_string_equal(values_text(&rows.at[0], "part"), "LEAD");
	assert_string_equal(values_text(&rows.at[0], "rule"), "R11");
	assert_string_equal(values_text(&rows.at[1], "department"), "LABOUR");
	accept_case(state, second);
	assert_done(dispatch(state, second, "MARKET", ""));
	assert_true(casework_rows(work_of(state), &Q_case_dispatch_list, "case_number", second, &rows));
	assert_int_equal(rows.count, 1);
	assert_string_equal(values_text(&rows.at[0], "rule"), "");
}

static void a_dispatch_names_a_lead_that_exists_and_each_department_once(void **state)
{
	const char *number = open_case(state);
	struct rows rows;

	accept_case(state, number);
	assert_answer(dispatch(state, number, "", "LABOUR"), CASE_UNSAID);
	assert_done(dispatch(state, number, "MARKET", "FIRE MARKET FIRE STREET"));
	assert_true(casework_rows(work_of(state), &Q_case_dispatch_list, "case_number", number, &rows));
	assert_int_equal(rows.count, 3);
	assert_false(values_null(case_now(state, number), "accepted_at"));
}

static void a_department_nobody_knows_is_refused(void **state)
{
	const char *number = open_case(state);

	accept_case(state, number);
	assert_answer(dispatch(state, number, "CIRCUS", ""), CASE_UNFIT);
}

static void only_the_lead_takes_a_case(void **state)
{
	const char *number = dispatched(state);

	assert_answer(case_take(work_of(state), OFFICER(number, "sun", "MARKET")), CASE_FORBIDDEN);
	assert_answer(case_take(work_of(state), OFFICER(number, "chen", "LABOUR")), CASE_FORBIDDEN);
	assert_answer(case_take(work_of(state), OFFICER(number, "nobody", "")), CASE_FORBIDDEN);
	assert_answer(case_take(work_of(state), DESK(number)), CASE_FORBIDDEN);
	assert_done(case_take(work_of(state), WANG(number)));
	assert_case(number, "state", "HANDLING");
	assert_case(number, "handler", "wang");
	assert_int_equal(values_integer(lead_of(state, number), "taken_at"), MONDAY);
}

static void the_lead_returns_within_five_workdays_and_not_later(void **state)
{
	const char *number = dispatched(state), *late = dispatched(state);

	assert_answer(case_return(work_of(state), OFFICER(number, "sun", "MARKET"), "不归我们"), CASE_FORBIDDEN);
	assert_answer(case_return(work_of(state), WANG(number), ""), CASE_UNSAID);
	/* Monday to Monday: the last second of the fifth workday. */
	work_of(state)->now = MONDAY + 7 * DAY + 14 * 3600 - 1;
	assert_done(case_return(work_of(state), WANG(number), "不归我们"));
	assert_case(number, "state", "RETURNED_BY_DEPT");
	assert_reads_nothing_of(number, "不归我们");
	work_of(state)->now += 1;
	assert_answer(case_return(work_of(state), WANG(late), "不归我们"), CASE_LATE);
	assert_case(late, "state", "DISPATCHED");
}

static void a_case_that_was_returned_is_dispatched_anew_to_others(void **state)
{
	const char *number = dispatched(state);

	assert_done(case_return(work_of(state), WANG(number), "不归我们"));
	assert_done(dispatch(state, number, "MARKET", ""));
	assert_int_equal(values_integer(lead_of(state, number), "round"), 2);
	assert_answer(case_take(work_of(state), WANG(number)), CASE_FORBIDDEN);
	assert_done(case_take(work_of(state), OFFICER(number, "sun", "MARKET")));
}

static void what_was_taken_is_not_returned_and_not_taken_back(void **state)
{
	const char *number = dispatched(state);

	assert_done(case_take(work_of(state), WANG(number)));
	assert_answer(case_return(work_of(state), WANG(number), "不归我们"), CASE_FORBIDDEN);
	assert_answer(case_recall(work_of(state), DESK(number), "交错了"), CASE_FORBIDDEN);
}

static void a_dispatch_nobody_took_is_taken_back_and_leaves_no_sight_of_the_case(void **state)
{
	const char *number = open_letter(state, "PETITION", "请解决", FACILITY, "");
	int64_t accepted_at;

	sorted(state, number, "PETITION", "", "");
	assert_done(case_accept(work_of(state), DESK(number), ""));
	accepted_at = values_integer(case_now(state, number), "accepted_at");
	work_of(state)->now += 60;
	assert_done(dispatch(state, number, "FIRE", ""));
	assert_false(values_null(deadline_of(state, number, "FORWARD"), "met_at"));
	assert_answer(case_recall(work_of(state), DESK(number), ""), CASE_UNSAID);
	assert_done(case_recall(work_of(state), DESK(number), "交错了"));
	assert_case(number, "state", "ACCEPTED");
	assert_int_equal(values_integer(case_now(state, number), "accepted_at"), accepted_at);
	assert_null(lead_of(state, number));
	assert_true(values_null(deadline_of(state, number, "FORWARD"), "met_at"));
	assert_answer(case_accept(work_of(state), DESK(number), ""), CASE_FORBIDDEN);
}

static void a_handler_is_one_at_work_in_the_leads_department(void **state)
{
	const char *number = dispatched(state);

	assert_answer(case_assign(work_of(state), WANG(number), "sun"), CASE_UNFIT);
	assert_answer(case_assign(work_of(state), WANG(number), "zhao"), CASE_UNFIT);
	assert_answer(case_assign(work_of(state), WANG(number), "nobody"), CASE_UNFIT);
	assert_answer(case_assign(work_of(state), OFFICER(number, "sun", "MARKET"), "sun"), CASE_FORBIDDEN);
	assert_done(case_assign(work_of(state), WANG(number), "li"));
	assert_case(number, "handler", "li");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_first_rule_that_fits_is_taken_with_the_cases_own_street, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_street_nobody_knows_is_left_out, set_up, tear_down),
		cmocka_unit_test_setup_teardown(without_a_matter_the_kind_decides_and_else_the_last_rule, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_rule_that_is_switched_off_does_not_fire, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_dispatch_remembers_which_rule_it_followed_and_that_a_hand_chose, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(a_dispatch_names_a_lead_that_exists_and_each_department_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_department_nobody_knows_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(only_the_lead_takes_a_case, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_lead_returns_within_five_workdays_and_not_later, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_case_that_was_returned_is_dispatched_anew_to_others, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_was_taken_is_not_returned_and_not_taken_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_dispatch_nobody_took_is_taken_back_and_leaves_no_sight_of_the_case, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(a_handler_is_one_at_work_in_the_leads_department, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
