/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/cases/findings.h promises, held against the district's terms: every code has a name, every kind an end of its own. */
#include "case_fixture.h"
#include "rules/cases/findings.h"

static bool has_term(void **state, const char *list, const char *code)
{
	enum case_answer answer;

	return casework_is_term(work_of(state), list, code, &answer);
}

static void every_code_has_a_name_and_the_registry_takes_it(void **state)
{
	const char *number = open_case(state);
	const struct finding_code *finding;

	for (size_t i = 0; (finding = finding_at(i)); i++) {
		assert_ptr_equal(finding_find(finding->code), finding);
		assert_true(has_term(state, "verdict", finding->code));
		assert_true(sql_script(work_of(state)->sql, arena_format(work_of(state)->arena,
			"insert into finding (case_number, position, verdict, passed_to, text, made_at, made_by)"
			" values ('%s', %zu, '%s', '', '', 0, '')", number, i + 1, finding->code)));
	}
	assert_null(finding_find("LOVELY"));
}

static void only_what_was_found_true_is_disclosed(void **state)
{
	const struct finding_code *finding;

	(void)state;
	for (size_t i = 0; (finding = finding_at(i)); i++)
		assert_int_equal(finding->truth == FINDING_TRUE, strncmp(finding->code, "SUBSTANTIATED_", 14) == 0);
}

/* Triaged, taken on, handed out and taken. */
static const char *handled_as(void **state, const char *kind)
{
	const char *number = open_letter(state, kind, "请问", FACILITY, "");

	assert_done(case_triage(work_of(state), DESK(number), &(struct case_sorting){ kind, "ORDINARY", "", "" }));
	assert_done(case_accept(work_of(state), DESK(number), ""));
	assert_done(case_dispatch(work_of(state), DESK(number), &(struct case_order){ "EDUCATION", "", "", "" }));
	assert_done(case_take(work_of(state), WANG(number)));
	return number;
}

static void a_kind_ends_with_its_own_findings_and_no_others(void **state)
{
	static const char *const kinds[][3] = {
		/* kind, one of its own, one of another's */
		{ "CONSULT", "ANSWERED", "NOT_SUBSTANTIATED" }, { "ADVICE", "TAKEN_UP", "SUBSTANTIATED_CORRECTED" },
		{ "HELP", "HELPED", "SUBSTANTIATED_ENFORCED" }, { "DISCLOSURE", "NOT_POSSIBLE", "NOT_SUBSTANTIATED" },
		{ "COMPLAINT", "NOT_SUBSTANTIATED", "ANSWERED" }, { "REPORT", "SUBSTANTIATED_ENFORCED", "TAKEN_UP" },
		{ "CONSUMER", "HELPED", "ANSWERED" },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const char *number = handled_as(state, kinds[i][0]);

		assert_refused(case_reply(work_of(state), WANG(number), kinds[i][2], "", "查了"), CASE_UNFIT, "finding_of_other_kind");
		assert_refused(case_reply(work_of(state), WANG(number), "WITHDRAWN", "", "查了"), CASE_UNFIT, "finding_of_other_kind");
		assert_done(case_reply(work_of(state), WANG(number), kinds[i][1], "", "查了"));
	}
}

static void a_kind_without_a_list_of_its_own_ends_with_any_finding_but_the_reporters(void **state)
{
	const char *number = handled_as(state, "CONSULT");

	assert_true(sql_script(work_of(state)->sql, "delete from term where list = 'verdict_CONSULT'"));
	assert_answer(case_reply(work_of(state), WANG(number), "WITHDRAWN", "", "查了"), CASE_UNFIT);
	assert_done(case_reply(work_of(state), WANG(number), "NOT_SUBSTANTIATED", "", "查了"));
}

static void a_finding_that_hands_on_says_to_whom(void **state)
{
	const char *number = handled_as(state, "HELP");

	assert_answer(case_reply(work_of(state), WANG(number), "REFERRED", "", "请找他们"), CASE_UNSAID);
	assert_done(case_reply(work_of(state), WANG(number), "REFERRED", "街道指导站", "请找他们"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(every_code_has_a_name_and_the_registry_takes_it),
		TEST(only_what_was_found_true_is_disclosed),
		TEST(a_kind_ends_with_its_own_findings_and_no_others),
		TEST(a_kind_without_a_list_of_its_own_ends_with_any_finding_but_the_reporters),
		TEST(a_finding_that_hands_on_says_to_whom),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
