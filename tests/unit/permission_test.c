/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/core/permission.h promises. */
#include "rules/core/permission.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The whole table again, in the words of the office's rules; what does not stand here is forbidden. */
static const struct {
	const char *role;
	const char *may;
	enum role_place place;
	bool alone;
} expected[] = {
	{ "DESK",
	  " OWN CASE_READ CASE_TRIAGE CASE_DISPATCH CASE_NOTE CASE_MESSAGE CASE_IDENTITY CASE_EXPORT FILE_ATTACH ROUTING_EDIT TEMPLATE_EDIT "
	  "OUTCOME_PREPARE NUMBERS_READ ",
	  PLACE_DISTRICT, false },
	{ "STREET", " OWN CASE_READ CASE_HANDLE CASE_NOTE CASE_MESSAGE CASE_IDENTITY CASE_EXPORT FILE_ATTACH OUTCOME_PREPARE NUMBERS_READ ",
	  PLACE_STREET, false },
	{ "DEPARTMENT", " OWN CASE_READ CASE_HANDLE CASE_NOTE CASE_MESSAGE CASE_IDENTITY CASE_EXPORT FILE_ATTACH OUTCOME_PREPARE NUMBERS_READ ",
	  PLACE_DEPARTMENT, false },
	{ "SUPERVISOR", " OWN CASE_READ CASE_NOTE FILE_ATTACH OUTCOME_STAND_IN NUMBERS_READ ", PLACE_DISTRICT, true },
	{ "PUBLISHER", " OWN CASE_READ FILE_ATTACH OUTCOME_PREPARE NUMBERS_READ ", PLACE_DISTRICT, false },
	{ "APPROVER", " OWN CASE_READ CASE_DECIDE CASE_MESSAGE CASE_IDENTITY CASE_EXPORT FILE_ATTACH OUTCOME_APPROVE NUMBERS_READ ",
	  PLACE_DISTRICT, false },
	{ "AUDITOR", " OWN AUDIT_READ NUMBERS_READ ", PLACE_DISTRICT, true },
	{ "ADMINISTRATOR", " OWN ACCOUNT_MANAGE ", PLACE_DISTRICT, true },
};
#define ROLES (sizeof expected / sizeof *expected)

static void every_role_may_what_the_table_says_and_nothing_else(void **state)
{
	(void)state;
	assert_int_equal(ROLES, ROLE_END - 1);
	for (size_t i = 0; i < ROLES; i++) {
		enum role role = permission_role(expected[i].role);

		assert_int_not_equal(role, ROLE_NONE);
		assert_string_equal(permission_role_code(role), expected[i].role);
		assert_int_equal(permission_place(role), expected[i].place);
		assert_int_equal(permission_stands_alone(role), expected[i].alone);
		for (enum verb verb = VERB_OWN; verb < VERB_END; verb++) {
			char word[40];

			snprintf(word, sizeof word, " %s ", permission_verb_code(verb));
			if (permission_has(role, verb) != (strstr(expected[i].may, word) != NULL))
				fail_msg("%s, %s", expected[i].role, word);
		}
	}
}

static void nobody_may_prepare_and_approve(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_END; role++)
		assert_false(permission_has((enum role)role, VERB_OUTCOME_PREPARE) &&
			     permission_has((enum role)role, VERB_OUTCOME_APPROVE));
}

static void nobody_may_stand_in_and_prepare_approve_handle_or_manage_accounts(void **state)
{
	static const enum verb others[] = { VERB_OUTCOME_PREPARE, VERB_OUTCOME_APPROVE, VERB_CASE_HANDLE, VERB_CASE_DECIDE, VERB_AUDIT_READ, VERB_ACCOUNT_MANAGE };

	(void)state;
	for (int role = 0; role < ROLE_END; role++)
		for (size_t i = 0; i < sizeof others / sizeof *others; i++)
			assert_false(permission_has((enum role)role, VERB_OUTCOME_STAND_IN) && permission_has((enum role)role, others[i]));
}

/* Two roles may what either may; what neither may, nobody may by having both. */
static void two_roles_may_what_either_may_and_nothing_else(void **state)
{
	(void)state;
	for (int one = ROLE_NONE + 1; one < ROLE_END; one++)
		for (int other = ROLE_NONE + 1; other < ROLE_END; other++) {
			char codes[64];
			struct verb_set both;

			snprintf(codes, sizeof codes, "%s %s", permission_role_code((enum role)one), permission_role_code((enum role)other));
			both = permission_of(codes);
			for (enum verb verb = VERB_OWN; verb < VERB_END; verb++)
				if (verb_set_has(&both, verb) != (permission_has((enum role)one, verb) || permission_has((enum role)other, verb)))
					fail_msg("%s, %s", codes, permission_verb_code(verb));
		}
}

static void a_second_role_gives_nobody_who_audits_manages_accounts_or_stands_in_anything_more(void **state)
{
	static const enum verb apart[] = { VERB_AUDIT_READ, VERB_ACCOUNT_MANAGE, VERB_OUTCOME_STAND_IN };

	(void)state;
	for (int role = ROLE_NONE + 1; role < ROLE_END; role++)
		for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
			if (permission_has((enum role)role, apart[i]))
				assert_true(permission_stands_alone((enum role)role));
}

static void a_set_holds_what_was_added_and_only_verbs(void **state)
{
	struct verb_set set = { { 0 } }, other = { { 0 } };

	(void)state;
	for (enum verb verb = VERB_OWN; verb < VERB_END; verb++)
		assert_false(verb_set_has(&set, verb));
	verb_set_add(&set, VERB_OWN);
	verb_set_add(&other, VERB_END - 1);
	verb_set_add(&other, VERB_END);
	verb_set_add(&other, (enum verb)0);
	verb_set_unite(&set, &other);
	for (enum verb verb = VERB_OWN; verb < VERB_END; verb++)
		assert_int_equal(verb_set_has(&set, verb), verb == VERB_OWN || verb == VERB_END - 1);
	assert_false(verb_set_has(&set, VERB_END));
	assert_false(verb_set_has(&set, (enum verb)0));
}

static void an_unknown_role_or_verb_is_nothing(void **state)
{
	(void)state;
	assert_int_equal(permission_role("desk"), ROLE_NONE);
	assert_int_equal(permission_role(""), ROLE_NONE);
	assert_null(permission_verb_code((enum verb)1));
	assert_null(permission_verb_code(VERB_END));
	for (enum verb verb = VERB_OWN; verb < VERB_END; verb++)
		assert_false(permission_has(ROLE_NONE, verb));
	assert_false(permission_has(ROLE_DESK, (enum verb)1));
	assert_false(permission_has(ROLE_DESK, VERB_END));
	for (enum verb verb = VERB_OWN; verb < VERB_END; verb++) {
		struct verb_set none = permission_of("KING desk DESKS DES");

		assert_false(verb_set_has(&none, verb));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_role_may_what_the_table_says_and_nothing_else),
		cmocka_unit_test(nobody_may_prepare_and_approve),
		cmocka_unit_test(nobody_may_stand_in_and_prepare_approve_handle_or_manage_accounts),
		cmocka_unit_test(two_roles_may_what_either_may_and_nothing_else),
		cmocka_unit_test(a_second_role_gives_nobody_who_audits_manages_accounts_or_stands_in_anything_more),
		cmocka_unit_test(a_set_holds_what_was_added_and_only_verbs),
		cmocka_unit_test(an_unknown_role_or_verb_is_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
