/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/cases/letter_choices.h promises: the choices of a letter and the district's terms are the same. */
#include "rules/cases/letter_choices.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Kinds that only the office gives a case. */
static const char *const of_the_office[] = { "PETITION", "DISCLOSURE", NULL };
static const char *const none[] = { NULL };

static size_t count(const char *const *choices)
{
	size_t found = 0;

	while (choices[found])
		found++;
	return found;
}

/* Every term of a list is a choice or, of those besides, none; and there are as many. */
static void compare(const char *list, const char *const *choices, const char *const *besides)
{
	FILE *file = fopen("db/district/terms.csv", "r");
	size_t size = strlen(list), terms = 0;
	char line[512];

	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		char *code = line + size + 1;

		if (strncmp(line, list, size) != 0 || line[size] != ',')
			continue;
		code[strcspn(code, ",")] = '\0';
		if (letter_choice_is_among(code, choices) == letter_choice_is_among(code, besides))
			fail_msg("%s %s is in the district's terms, and not in rules/cases/letter_choices.c", list, code);
		terms++;
	}
	fclose(file);
	assert_int_equal(terms, count(choices) + count(besides));
}

static void kinds_are_those_of_the_district_that_are_not_the_offices_alone(void **state)
{
	(void)state;
	compare("case_kind", letter_kind, of_the_office);
}

static void answers_to_is_it_going_on_are_the_districts(void **state)
{
	(void)state;
	compare("going_on", letter_going_on, none);
}

static void ways_to_be_answered_are_the_districts(void **state)
{
	(void)state;
	compare("reply_by", letter_reply_by, none);
}

static void nothing_is_no_choice(void **state)
{
	(void)state;
	assert_false(letter_choice_is_among("", letter_kind));
	assert_false(letter_choice_is_among("", letter_going_on));
	assert_false(letter_choice_is_among("complaint", letter_kind));
	assert_false(letter_choice_is_among("COMPLAINTS", letter_kind));
	assert_true(letter_choice_is_among("COMPLAINT", letter_kind));
	assert_true(letter_choice_is_among("phone", letter_reply_by));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds_are_those_of_the_district_that_are_not_the_offices_alone),
		cmocka_unit_test(answers_to_is_it_going_on_are_the_districts),
		cmocka_unit_test(ways_to_be_answered_are_the_districts),
		cmocka_unit_test(nothing_is_no_choice),
	};

	return cmocka_run_group_tests_name("letter choices", tests, NULL, NULL);
}
