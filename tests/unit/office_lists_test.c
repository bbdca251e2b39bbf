/* SPDX-License-Identifier: Apache-2.0 */
/* The lists of the office, as they are declared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "admin/cases/cases_list.h"
#include "admin/disclosures/outcomes_list.h"

static void none_has_a_mistake(void **state)
{
	static const struct list *const lists[] = { &list_of_cases, &list_of_outcomes };

	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (list_mistake(lists[i]))
			fail_msg("%s: %s", lists[i]->path, list_mistake(lists[i]));
}

static void whose_turn_a_disclosure_is_follows_from_its_procedure(void **state)
{
	struct arena *arena = arena_new(1 << 16);

	(void)state;
	assert_string_equal(list_turn(list_of_outcomes.flow, "PREPARER", arena), " DRAFT ANSWERING ");
	assert_string_equal(list_turn(list_of_outcomes.flow, "APPROVER", arena), " READY ");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(none_has_a_mistake),
		cmocka_unit_test(whose_turn_a_disclosure_is_follows_from_its_procedure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
