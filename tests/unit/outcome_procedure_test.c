/* SPDX-License-Identifier: Apache-2.0 */
/* What domain/disclosures/procedure.h declares. */
#include "domain/disclosures/procedure.h"

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

	snprintf(way, sizeof way, "%s %s %s", from, to, outcome_flow.actors[actor]);
	for (size_t i = 0; i < ALLOWED; i++)
		if (strcmp(allowed[i], way) == 0)
			return true;
	return false;
}

/* The state before the first, then those of the table. */
static const char *from_at(size_t place)
{
	return place ? outcome_flow.states[place - 1].code : "";
}

static void of_all_pairs_of_states_and_actors_only_the_listed_ways_are_open(void **state)
{
	size_t open = 0;

	(void)state;
	for (size_t i = 0; i <= outcome_flow.state_count; i++)
		for (size_t j = 0; j < outcome_flow.state_count; j++)
			for (int actor = 0; actor < OUTCOME_ACTORS; actor++) {
				bool may = flow_may(&outcome_flow, from_at(i), outcome_flow.states[j].code, (enum outcome_actor)actor);

				if (may != is_allowed(from_at(i), outcome_flow.states[j].code, (enum outcome_actor)actor))
					fail_msg("%s to %s by %s", from_at(i), outcome_flow.states[j].code,
						 outcome_flow.actors[(enum outcome_actor)actor]);
				open += may;
			}
	assert_int_equal(open, ALLOWED);
}

static void nothing_is_published_but_what_was_shown_to_the_facility(void **state)
{
	(void)state;
	for (int actor = 0; actor < OUTCOME_ACTORS; actor++) {
		assert_false(flow_may(&outcome_flow, "DRAFT", "PUBLISHED", (enum outcome_actor)actor));
		assert_false(flow_may(&outcome_flow, "ANSWERING", "PUBLISHED", (enum outcome_actor)actor));
	}
	/* But what takes a finding back: nothing is said against the facility. */
	assert_int_equal(flow_step(&outcome_flow, "DRAFT", "READY", OUTCOME_PREPARER)->needs, OUTCOME_NEEDS_OVERTURNED);
	assert_false(flow_may(&outcome_flow, "DRAFT", "READY", OUTCOME_CLERK));
	assert_false(flow_may(&outcome_flow, "DRAFT", "READY", OUTCOME_APPROVER));
}

static void who_prepares_can_neither_publish_nor_drop_nor_withdraw(void **state)
{
	static const char *const ends[] = { "PUBLISHED", "DROPPED", "WITHDRAWN", "SUPERSEDED" };

	(void)state;
	for (size_t i = 0; i <= outcome_flow.state_count; i++)
		for (size_t j = 0; j < 4; j++)
			assert_false(flow_may(&outcome_flow, from_at(i), ends[j], OUTCOME_PREPARER));
}

static void dropping_sending_back_and_withdrawing_take_a_reason(void **state)
{
	(void)state;
	assert_int_equal(flow_step(&outcome_flow, "READY", "DROPPED", OUTCOME_APPROVER)->needs, OUTCOME_NEEDS_REASON);
	assert_int_equal(flow_step(&outcome_flow, "READY", "DRAFT", OUTCOME_APPROVER)->needs, OUTCOME_NEEDS_REASON);
	assert_int_equal(flow_step(&outcome_flow, "PUBLISHED", "WITHDRAWN", OUTCOME_APPROVER)->needs, OUTCOME_NEEDS_REASON);
	assert_int_equal(flow_step(&outcome_flow, "PUBLISHED", "WITHDRAWN", OUTCOME_STAND_IN)->needs, OUTCOME_NEEDS_REASON);
}

static void on_its_way_are_draft_answering_and_ready(void **state)
{
	size_t open = 0;

	(void)state;
	for (size_t i = 0; i < outcome_flow.state_count; i++)
		open += flow_has(&outcome_flow, outcome_flow.states[i].code, OUTCOME_STATE_OPEN);
	assert_int_equal(open, 3);
	assert_true(flow_has(&outcome_flow, "DRAFT", OUTCOME_STATE_OPEN) && flow_has(&outcome_flow, "ANSWERING", OUTCOME_STATE_OPEN) && flow_has(&outcome_flow, "READY", OUTCOME_STATE_OPEN));
	assert_false(flow_has(&outcome_flow, "SLEEPING", OUTCOME_STATE_OPEN));
	assert_false(flow_may(&outcome_flow, "SLEEPING", "PUBLISHED", OUTCOME_APPROVER));
}

static void the_declaration_has_no_mistake(void **state)
{
	(void)state;
	assert_null(flow_mistake(&outcome_flow));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_declaration_has_no_mistake),
		cmocka_unit_test(of_all_pairs_of_states_and_actors_only_the_listed_ways_are_open),
		cmocka_unit_test(nothing_is_published_but_what_was_shown_to_the_facility),
		cmocka_unit_test(who_prepares_can_neither_publish_nor_drop_nor_withdraw),
		cmocka_unit_test(dropping_sending_back_and_withdrawing_take_a_reason),
		cmocka_unit_test(on_its_way_are_draft_answering_and_ready),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
