/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/disclosures/outcome_states.h promises. */
#include "rules/disclosures/outcome_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Every way there is; all others are forbidden. */
static const char *const allowed[] = {
	" DRAFT PREPARER",
	"DRAFT DRAFT PREPARER",
	"DRAFT ANSWERING PREPARER",
	"DRAFT READY PREPARER",
	"ANSWERING READY PREPARER",
	"ANSWERING READY CLERK",
	"ANSWERING DRAFT PREPARER",
	"READY DRAFT PREPARER",
	"READY DRAFT APPROVER",
	"READY PUBLISHED APPROVER",
	"ANSWERING DRAFT CLERK",
	"READY DRAFT CLERK",
	"DRAFT DROPPED CLERK",
	"ANSWERING DROPPED CLERK",
	"READY DROPPED CLERK",
	"DRAFT DROPPED APPROVER",
	"ANSWERING DROPPED APPROVER",
	"READY DROPPED APPROVER",
	"PUBLISHED WITHDRAWN APPROVER",
	"PUBLISHED SUPERSEDED APPROVER",
	"READY PUBLISHED STAND_IN",
	"PUBLISHED WITHDRAWN STAND_IN",
	"PUBLISHED SUPERSEDED STAND_IN",
};
#define ALLOWED (sizeof allowed / sizeof *allowed)

static bool is_allowed(const char *from, const char *to, enum outcome_actor actor)
{
	char way[100];

	snprintf(way, sizeof way, "%s %s %s", from, to, outcome_actor_name(actor));
	for (size_t i = 0; i < ALLOWED; i++)
		if (strcmp(allowed[i], way) == 0)
			return true;
	return false;
}

/* The state before the first, then those of the table. */
static const char *from_at(size_t place)
{
	return place ? outcome_states_at(place - 1) : "";
}

static void of_all_pairs_of_states_and_actors_only_the_listed_ways_are_open(void **state)
{
	size_t open = 0;

	(void)state;
	for (size_t i = 0; from_at(i); i++)
		for (size_t j = 0; outcome_states_at(j); j++)
			for (int actor = 0; actor < OUTCOME_ACTORS; actor++) {
				bool may = outcome_states_may(from_at(i), outcome_states_at(j), (enum outcome_actor)actor);

				if (may != is_allowed(from_at(i), outcome_states_at(j), (enum outcome_actor)actor))
					fail_msg("%s to %s by %s", from_at(i), outcome_states_at(j),
						 outcome_actor_name((enum outcome_actor)actor));
				open += may;
			}
	assert_int_equal(open, ALLOWED);
}

static void nothing_is_published_but_what_was_shown_to_the_facility(void **state)
{
	(void)state;
	for (int actor = 0; actor < OUTCOME_ACTORS; actor++) {
		assert_false(outcome_states_may("DRAFT", "PUBLISHED", (enum outcome_actor)actor));
		assert_false(outcome_states_may("ANSWERING", "PUBLISHED", (enum outcome_actor)actor));
	}
	/* But what takes a finding back: nothing is said against the facility. */
	assert_int_equal(outcome_states_way("DRAFT", "READY", OUTCOME_PREPARER)->needs, OUTCOME_NEEDS_OVERTURNED);
	assert_false(outcome_states_may("DRAFT", "READY", OUTCOME_CLERK));
	assert_false(outcome_states_may("DRAFT", "READY", OUTCOME_APPROVER));
}

static void who_prepares_can_neither_publish_nor_drop_nor_withdraw(void **state)
{
	static const char *const ends[] = { "PUBLISHED", "DROPPED", "WITHDRAWN", "SUPERSEDED" };

	(void)state;
	for (size_t i = 0; from_at(i); i++)
		for (size_t j = 0; j < 4; j++)
			assert_false(outcome_states_may(from_at(i), ends[j], OUTCOME_PREPARER));
}

static void dropping_sending_back_and_withdrawing_take_a_reason(void **state)
{
	(void)state;
	assert_int_equal(outcome_states_way("READY", "DROPPED", OUTCOME_APPROVER)->needs, OUTCOME_NEEDS_REASON);
	assert_int_equal(outcome_states_way("READY", "DRAFT", OUTCOME_APPROVER)->needs, OUTCOME_NEEDS_REASON);
	assert_int_equal(outcome_states_way("PUBLISHED", "WITHDRAWN", OUTCOME_APPROVER)->needs, OUTCOME_NEEDS_REASON);
	assert_int_equal(outcome_states_way("PUBLISHED", "WITHDRAWN", OUTCOME_STAND_IN)->needs, OUTCOME_NEEDS_REASON);
}

static void on_its_way_are_draft_answering_and_ready(void **state)
{
	size_t open = 0;

	(void)state;
	for (size_t i = 0; outcome_states_at(i); i++)
		open += outcome_states_open(outcome_states_at(i));
	assert_int_equal(open, 3);
	assert_true(outcome_states_open("DRAFT") && outcome_states_open("ANSWERING") && outcome_states_open("READY"));
	assert_false(outcome_states_open("SLEEPING"));
	assert_false(outcome_states_may("SLEEPING", "PUBLISHED", OUTCOME_APPROVER));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_all_pairs_of_states_and_actors_only_the_listed_ways_are_open),
		cmocka_unit_test(nothing_is_published_but_what_was_shown_to_the_facility),
		cmocka_unit_test(who_prepares_can_neither_publish_nor_drop_nor_withdraw),
		cmocka_unit_test(dropping_sending_back_and_withdrawing_take_a_reason),
		cmocka_unit_test(on_its_way_are_draft_answering_and_ready),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
