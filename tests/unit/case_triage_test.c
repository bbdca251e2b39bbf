/* SPDX-License-Identifier: Apache-2.0 */
/* What domain/cases/desk.h promises of triage: sorting, refusing, passing on, splitting, merging, suggestions. */
#include "case_fixture.h"

static enum case_answer sort(void **state, const char *number, const char *kind, const char *matter, const char *street)
{
	return case_triage(work_of(state), DESK(number), &(struct case_sorting){ kind, "ORDINARY", matter, street });
}

static void a_case_has_the_street_of_its_facility_and_keeps_it(void **state)
{
	const char *number = open_case(state);

	assert_case(number, "street_code", STREET);
	assert_done(sort(state, number, "COMPLAINT", "FOOD", OTHER_STREET));
	assert_case(number, "street_code", STREET);
	assert_case(number, "state", "TRIAGED");
	assert_case(number, "matter", "FOOD");
}

static void a_place_that_is_not_on_the_list_gets_its_street_in_triage(void **state)
{
	const char *number = open_letter(state, "COMPLAINT", "很吵", "", "");

	assert_case(number, "street_code", "");
	assert_done(sort(state, number, "COMPLAINT", "", OTHER_STREET));
	assert_case(number, "street_code", OTHER_STREET);
}

static void another_kind_has_other_deadlines(void **state)
{
	const char *number = open_letter(state, "PETITION", "请解决", FACILITY, "");

	assert_non_null(deadline_of(state, number, "FORWARD"));
	assert_done(sort(state, number, "COMPLAINT", "", ""));
	assert_null(deadline_of(state, number, "FORWARD"));
	assert_string_equal(values_text(deadline_of(state, number, "REPLY"), "day"), "2026-11-30");
	assert_reads(number, "\"kind\":\"COMPLAINT\"");
}

static void the_kind_that_was_accepted_stays(void **state)
{
	const char *number = open_case(state);

	accept_case(state, number);
	assert_answer(sort(state, number, "PETITION", "", ""), CASE_FORBIDDEN);
	assert_done(sort(state, number, "COMPLAINT", "HEALTH", ""));
	assert_case(number, "matter", "HEALTH");
	assert_case(number, "state", "ACCEPTED");
}

static void codes_nobody_knows_are_refused(void **state)
{
	const char *number = open_letter(state, "COMPLAINT", "很吵", "", "");

	assert_answer(sort(state, number, "SONG", "", ""), CASE_UNFIT);
	assert_answer(sort(state, number, "COMPLAINT", "SONG", ""), CASE_UNFIT);
	assert_answer(sort(state, number, "COMPLAINT", "", "EDUCATION"), CASE_UNFIT);
	assert_answer(case_triage(work_of(state), DESK(number), &(struct case_sorting){ "COMPLAINT", "SOON", "", "" }), CASE_UNFIT);
	assert_case(number, "state", "RECEIVED");
}

static void only_the_desk_sorts(void **state)
{
	const char *number = open_case(state);
	struct case_sorting sorting = { "COMPLAINT", "ORDINARY", "", "" };

	assert_answer(case_triage(work_of(state), WANG(number), &sorting), CASE_FORBIDDEN);
	assert_answer(case_triage(work_of(state), CHIEF(number), &sorting), CASE_FORBIDDEN);
	assert_answer(case_triage(work_of(state), DESK("2026-999999"), &sorting), CASE_UNKNOWN);
}

static void a_page_that_is_out_of_date_changes_nothing(void **state)
{
	const char *number = open_case(state);
	struct case_act act = *DESK(number);
	int64_t position;

	act.revision = values_integer(case_now(state, number), "revision");
	assert_done(case_message(work_of(state), values_text(case_now(state, number), "receipt_lookup"), NULL, "还有一件事", "",
				 MONDAY, &position));
	assert_answer(case_triage(work_of(state), &act, &(struct case_sorting){ "COMPLAINT", "ORDINARY", "", "" }), CASE_CHANGED);
	assert_case(number, "state", "RECEIVED");
	act.revision = values_integer(case_now(state, number), "revision");
	assert_done(case_triage(work_of(state), &act, &(struct case_sorting){ "COMPLAINT", "ORDINARY", "", "" }));
}

static void a_case_is_refused_on_a_ground_and_with_words_only(void **state)
{
	const char *number = open_case(state);

	assert_done(sort(state, number, "COMPLAINT", "", ""));
	assert_answer(case_reject(work_of(state), DESK(number), "", "不归我们管"), CASE_UNSAID);
	assert_answer(case_reject(work_of(state), DESK(number), "TOO_LATE", ""), CASE_UNSAID);
	assert_answer(case_reject(work_of(state), DESK(number), "BORING", "不归我们管"), CASE_UNFIT);
	assert_done(case_reject(work_of(state), DESK(number), "TOO_LATE", "已经超过三年"));
	assert_case(number, "reject_ground", "TOO_LATE");
	assert_reads(number, "已经超过三年");
	assert_false(values_null(deadline_of(state, number, "REPLY"), "met_at"));
}

static void a_refusal_is_taken_up_again_by_an_approver_and_the_clock_with_it(void **state)
{
	const char *number = open_case(state);

	assert_done(sort(state, number, "COMPLAINT", "", ""));
	assert_done(case_reject(work_of(state), DESK(number), "TOO_LATE", "已经超过三年"));
	assert_answer(case_reopen(work_of(state), DESK(number), "重新看", "算错了"), CASE_FORBIDDEN);
	assert_answer(case_reopen(work_of(state), CHIEF(number), "", ""), CASE_UNSAID);
	assert_done(case_reopen(work_of(state), CHIEF(number), "我们重新受理", "日期算错了"));
	assert_case(number, "state", "TRIAGED");
	assert_case(number, "reject_ground", "");
	assert_true(values_null(case_now(state, number), "closed_at"));
	assert_true(values_null(deadline_of(state, number, "REPLY"), "met_at"));
	assert_reads_nothing_of(number, "日期算错了");
}

static void a_case_is_passed_on_to_whom_and_comes_back(void **state)
{
	const char *number = open_case(state);

	assert_done(sort(state, number, "COMPLAINT", "", ""));
	assert_answer(case_transfer(work_of(state), DESK(number), "", "请找邻区"), CASE_UNSAID);
	assert_done(case_transfer(work_of(state), DESK(number), "邻区教育局", "这家在邻区，已经转过去"));
	assert_case(number, "passed_to", "邻区教育局");
	assert_done(case_reopen(work_of(state), DESK(number), "邻区退回来了，我们来办", ""));
	assert_case(number, "passed_to", "");
}

static void a_letter_that_says_two_things_becomes_two_cases_with_clocks_from_its_coming(void **state)
{
	const char *number = open_case(state), *second = NULL, *third = NULL;

	work_of(state)->now += DAY;
	assert_done(case_split(work_of(state), DESK(number), "REPORT", "您说的违规情况单独立一件", &second));
	assert_string_equal(second, "2026-000002");
	assert_case(second, "state", "RECEIVED");
	assert_case(second, "split_from", number);
	assert_case(second, "street_code", STREET);
	assert_string_equal(values_text(deadline_of(state, second, "REPLY"), "day"), "2026-12-14");
	assert_reads(number, "您说的违规情况单独立一件");
	assert_answer(case_split(work_of(state), DESK(number), "REPORT", "", &third), CASE_FORBIDDEN);
	assert_answer(case_split(work_of(state), DESK(number), "SONG", "", &third), CASE_UNFIT);
	assert_answer(case_split(work_of(state), WANG(number), "PETITION", "", &third), CASE_FORBIDDEN);
}

static void merge_second_into_first(void **state, const char **first, const char **second)
{
	*first = open_case(state);
	*second = open_case(state);
	assert_done(sort(state, *second, "COMPLAINT", "", ""));
	assert_done(case_merge(work_of(state), DESK(*second), *first, false, "与先前一件一起办"));
}

static void both_reporters_of_a_merged_case_see_it_and_neither_the_other(void **state)
{
	const char *first, *second;

	merge_second_into_first(state, &first, &second);
	assert_case(second, "state", "MERGED");
	assert_case(second, "merged_into", first);
	assert_reads(first, "\"merged\":1");
	assert_reads(second, "与先前一件一起办");
	assert_reads_nothing_of(first, second);
	assert_reads_nothing_of(second, first);
	/* Its own clock goes on, and its reporter may still say something or take it back. */
	assert_true(values_null(deadline_of(state, second, "REPLY"), "met_at"));
	assert_reads(second, "\"can\":[\"message\",\"withdraw\"]");
}

static void a_merged_case_is_answered_with_the_other_and_may_be_not_solved_by_itself(void **state)
{
	const char *first, *second, *lookup;

	merge_second_into_first(state, &first, &second);
	answer_case(state, first);
	assert_case(second, "state", "REPLIED");
	assert_reads(second, "已经整改");
	assert_false(values_null(deadline_of(state, second, "REPLY"), "met_at"));
	lookup = values_text(case_now(state, second), "receipt_lookup");
	assert_done(case_rate(work_of(state), lookup, second, false, 1, "还是冷的"));
	assert_case(second, "state", "REVIEW");
	assert_case(second, "review_not_by", "wang");
	assert_case(first, "state", "REPLIED");
}

static void a_merged_case_is_taken_up_again_when_the_other_is_withdrawn_or_refused(void **state)
{
	const char *first, *second, *lookup;

	merge_second_into_first(state, &first, &second);
	lookup = values_text(case_now(state, first), "receipt_lookup");
	assert_done(case_withdraw(work_of(state), lookup, first, ""));
	assert_case(second, "state", "TRIAGED");
	assert_true(values_null(case_now(state, second), "merged_into"));

	merge_second_into_first(state, &first, &second);
	assert_done(sort(state, first, "COMPLAINT", "", ""));
	assert_done(case_reject(work_of(state), DESK(first), "TOO_LATE", "超过三年"));
	assert_case(second, "state", "TRIAGED");
}

static void what_was_merged_into_a_merged_case_goes_along(void **state)
{
	const char *first, *second, *third;

	merge_second_into_first(state, &first, &second);
	third = open_case(state);
	assert_done(sort(state, first, "COMPLAINT", "", ""));
	assert_done(case_merge(work_of(state), DESK(first), third, false, "一起办"));
	assert_case(second, "merged_into", third);
	answer_case(state, third);
	assert_case(first, "state", "REPLIED");
	assert_case(second, "state", "REPLIED");
}

static void only_what_is_of_one_kind_and_unanswered_is_merged(void **state)
{
	const char *first = open_case(state), *report = open_letter(state, "REPORT", "无证", FACILITY, ""),
		   *late = open_case(state), *other = open_case(state);

	assert_done(sort(state, report, "REPORT", "", ""));
	assert_refused(case_merge(work_of(state), DESK(report), first, false, "一起办"), CASE_UNFIT, "merge_other_kind");
	answer_case(state, first);
	assert_done(sort(state, late, "COMPLAINT", "", ""));
	assert_refused(case_merge(work_of(state), DESK(late), first, false, "一起办"), CASE_UNFIT, "merge_answered");
	assert_refused(case_merge(work_of(state), DESK(late), late, false, "一起办"), CASE_UNFIT, "merge_itself");
	assert_refused(case_merge(work_of(state), DESK(late), "2026-999999", false, "一起办"), CASE_UNFIT, "merge_unknown");
	assert_done(case_reject(work_of(state), DESK(late), "TOO_LATE", "太晚了"));
	assert_done(sort(state, other, "COMPLAINT", "", ""));
	assert_refused(case_merge(work_of(state), DESK(other), late, false, "一起办"), CASE_UNFIT, "merge_ended");
	assert_case(other, "state", "TRIAGED");
}

static void cases_of_different_places_are_merged_only_when_that_is_meant(void **state)
{
	const char *listed = open_case(state), *here = open_letter(state, "COMPLAINT", "很吵", "", ""),
		   *there = open_letter(state, "COMPLAINT", "很吵", "", "");

	assert_true(sql_script(work_of(state)->sql, arena_format(work_of(state)->arena,
		"update cases set place = '路口' where number = '%s'; update cases set place = '桥下' where number = '%s'", here, there)));
	assert_done(sort(state, here, "COMPLAINT", "", ""));
	assert_refused(case_merge(work_of(state), DESK(here), listed, false, "一起办"), CASE_UNFIT, "merge_elsewhere");
	assert_refused(case_merge(work_of(state), DESK(here), there, false, "一起办"), CASE_UNFIT, "merge_elsewhere");
	assert_case(here, "state", "TRIAGED");
	assert_done(case_merge(work_of(state), DESK(here), listed, true, "一起办"));
	assert_case(here, "merged_into", listed);
}

static void duplicates_are_of_one_facility_alike_and_not_old(void **state)
{
	const char *old = open_letter(state, "COMPLAINT", "昨天中午宝宝班的饭菜是冷的", FACILITY, ""), *number, *near, *nearest;
	struct rows found;

	work_of(state)->now += 91 * DAY;
	open_letter(state, "COMPLAINT", "昨天中午宝宝班的饭菜是冷的", "", "");
	open_letter(state, "COMPLAINT", "报名交了押金不肯退", FACILITY, "");
	near = open_letter(state, "COMPLAINT", "宝宝班中午的饭菜又是冷的", FACILITY, "");
	nearest = open_letter(state, "COMPLAINT", "昨天中午宝宝班饭菜是冷的", FACILITY, "");
	number = open_letter(state, "COMPLAINT", "昨天中午宝宝班的饭菜是冷的", FACILITY, "");
	assert_true(case_duplicates(work_of(state), number, &found));
	assert_int_equal(found.count, 2);
	assert_string_equal(values_text(&found.at[0], "number"), nearest);
	assert_string_equal(values_text(&found.at[1], "number"), near);
	assert_true(case_duplicates(work_of(state), old, &found));
}

static void the_matter_is_suggested_from_the_words_of_the_letter(void **state)
{
	const char *matter;

	assert_true(case_matter(work_of(state), open_letter(state, "COMPLAINT", "厨房里发霉，饭菜变质", "", ""), &matter));
	assert_string_equal(matter, "FOOD");
	assert_true(case_matter(work_of(state), open_letter(state, "REPORT", "安全出口堵住了，灭火器过期", "", ""), &matter));
	assert_string_equal(matter, "FIRE");
	assert_true(case_matter(work_of(state), open_letter(state, "CONSUMER", "说好的不算数", "", ""), &matter));
	assert_string_equal(matter, "FEE");
	assert_true(case_matter(work_of(state), open_letter(state, "ADVICE", "希望多种花", "", ""), &matter));
	assert_string_equal(matter, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_case_has_the_street_of_its_facility_and_keeps_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_place_that_is_not_on_the_list_gets_its_street_in_triage, set_up, tear_down),
		cmocka_unit_test_setup_teardown(another_kind_has_other_deadlines, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_kind_that_was_accepted_stays, set_up, tear_down),
		cmocka_unit_test_setup_teardown(codes_nobody_knows_are_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(only_the_desk_sorts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_page_that_is_out_of_date_changes_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_case_is_refused_on_a_ground_and_with_words_only, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_refusal_is_taken_up_again_by_an_approver_and_the_clock_with_it, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(a_case_is_passed_on_to_whom_and_comes_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_letter_that_says_two_things_becomes_two_cases_with_clocks_from_its_coming, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(both_reporters_of_a_merged_case_see_it_and_neither_the_other, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_merged_case_is_answered_with_the_other_and_may_be_not_solved_by_itself, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(a_merged_case_is_taken_up_again_when_the_other_is_withdrawn_or_refused, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(what_was_merged_into_a_merged_case_goes_along, set_up, tear_down),
		cmocka_unit_test_setup_teardown(only_what_is_of_one_kind_and_unanswered_is_merged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(cases_of_different_places_are_merged_only_when_that_is_meant, set_up, tear_down),
		cmocka_unit_test_setup_teardown(duplicates_are_of_one_facility_alike_and_not_old, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_matter_is_suggested_from_the_words_of_the_letter, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
