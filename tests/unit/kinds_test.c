/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/facilities/kinds.h promises. */
#include "rules/facilities/kinds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void those_that_guide_parents_take_no_children(void **state)
{
	(void)state;
	assert_false(kind_gives_care("GUIDE_STATION"));
	assert_false(kind_gives_care("CHILD_HOME"));
	assert_false(kind_gives_care("ECD_BASE"));
}

/* The list of kinds is data: whatever it holds beside those three is care. */
static void every_other_kind_of_the_districts_list_takes_children(void **state)
{
	FILE *file = fopen("db/district/terms.csv", "r");
	char line[512];
	int kinds = 0;

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		char *code = strncmp(line, "kind,", 5) == 0 ? line + 5 : NULL;

		if (!code)
			continue;
		code[strcspn(code, ",")] = '\0';
		kinds++;
		if (strcmp(code, "GUIDE_STATION") != 0 && strcmp(code, "CHILD_HOME") != 0 && strcmp(code, "ECD_BASE") != 0)
			assert_true(kind_gives_care(code));
	}
	fclose(file);
	assert_true(kinds > 3);
}

static void a_kind_not_known_here_counts_as_care(void **state)
{
	(void)state;
	assert_true(kind_gives_care("WHATEVER_COMES"));
	assert_true(kind_gives_care("GUIDE"));
	assert_true(kind_gives_care("GUIDE_STATIONS"));
	assert_true(kind_gives_care("guide_station"));
	assert_true(kind_gives_care(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(those_that_guide_parents_take_no_children),
		cmocka_unit_test(every_other_kind_of_the_districts_list_takes_children),
		cmocka_unit_test(a_kind_not_known_here_counts_as_care),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
