/* SPDX-License-Identifier: Apache-2.0 */
/* What domain/cases/procedure.h declares. */
#include "domain/cases/procedure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

static int start(void **state)
{
	(void)state;
	return sodium_init() < 0;
}

/* Every way there is; all others are forbidden. Domain: 咨询、投诉、举报 from receipt to archive, with withdrawal and review. */
static const char *const allowed[] = {
	/* Triage. */
	"RECEIVED TRIAGED DESK",
	"TRIAGED REJECTED DESK",
	"TRIAGED MERGED DESK",
	"TRIAGED TRANSFERRED_OUT DESK",
	"TRIAGED ACCEPTED DESK",
	/* Dispatch, and taking it back. */
	"ACCEPTED DISPATCHED DESK",
	"DISPATCHED ACCEPTED DESK",
	"DISPATCHED RETURNED_BY_DEPT DEPARTMENT",
	"RETURNED_BY_DEPT DISPATCHED DESK",
	"DISPATCHED HANDLING DEPARTMENT",
	/* Handling. */
	"HANDLING SUSPENDED APPROVER",
	"SUSPENDED HANDLING DEPARTMENT",
	"HANDLING REPLIED DEPARTMENT",
	/* What the reporter says of the reply, or does not say. */
	"REPLIED CLOSED REPORTER",
	"REPLIED UNSATISFIED REPORTER",
	"REPLIED CLOSED DESK",
	/* Review. */
	"UNSATISFIED REVIEW CLERK",
	"REVIEW CLOSED APPROVER",
	"REVIEW DISPATCHED APPROVER",
	/* Merged ones follow. */
	"MERGED REPLIED CLERK",
	"MERGED TRIAGED CLERK",
	/* Corrections in the reporter's favour. */
	"MERGED TRIAGED DESK",
	"TRANSFERRED_OUT TRIAGED DESK",
	"REJECTED TRIAGED APPROVER",
	/* Put away. */
	"REJECTED ARCHIVED DESK",
	"TRANSFERRED_OUT ARCHIVED DESK",
	"CLOSED ARCHIVED DESK",
	/* Withdrawn. */
	"RECEIVED CLOSED REPORTER",
	"TRIAGED CLOSED REPORTER",
	"ACCEPTED CLOSED REPORTER",
	"DISPATCHED CLOSED REPORTER",
	"RETURNED_BY_DEPT CLOSED REPORTER",
	"HANDLING CLOSED REPORTER",
	"SUSPENDED CLOSED REPORTER",
	"MERGED CLOSED REPORTER",
};
#define ALLOWED (sizeof allowed / sizeof *allowed)

static bool is_allowed(const char *from, const char *to, enum case_actor actor)
{
	char way[100];

	snprintf(way, sizeof way, "%s %s %s", from, to, case_flow.actors[actor]);
	for (size_t i = 0; i < ALLOWED; i++)
		if (strcmp(allowed[i], way) == 0)
			return true;
	return false;
}

static void of_all_pairs_of_states_and_actors_only_the_listed_ways_are_open(void **state)
{
	size_t open = 0;

	(void)state;
	for (size_t i = 0; i < case_flow.state_count; i++)
		for (size_t j = 0; j < case_flow.state_count; j++)
			for (int actor = 0; actor < CASE_ACTORS; actor++) {
				bool may = flow_may(&case_flow, case_flow.states[i].code, case_flow.states[j].code, (enum case_actor)actor);

				if (may != is_allowed(case_flow.states[i].code, case_flow.states[j].code, (enum case_actor)actor))
					fail_msg("%s to %s by %s", case_flow.states[i].code, case_flow.states[j].code,
						 case_flow.actors[(enum case_actor)actor]);
				open += may;
			}
	assert_int_equal(open, ALLOWED);
}

/* What burdens the reporter, stops a clock or ends a case is not done without a word; the answer not without a finding. */
static void ways_that_need_words_say_so(void **state)
{
	static const char *const with_reason[] = {
		"TRIAGED REJECTED DESK",        "TRIAGED MERGED DESK",
		"TRIAGED TRANSFERRED_OUT DESK", "DISPATCHED RETURNED_BY_DEPT DEPARTMENT",
		"DISPATCHED ACCEPTED DESK",     "HANDLING SUSPENDED APPROVER",
		"REPLIED CLOSED DESK",          "REVIEW DISPATCHED APPROVER",
		"MERGED TRIAGED DESK",          "TRANSFERRED_OUT TRIAGED DESK",
		"REJECTED TRIAGED APPROVER",
	};
	static const char *const with_finding[] = { "HANDLING REPLIED DEPARTMENT", "REVIEW CLOSED APPROVER",
						    "MERGED REPLIED CLERK" };

	(void)state;
	for (size_t i = 0; i < ALLOWED; i++) {
		enum case_needs needs = CASE_NEEDS_NOTHING;
		char from[40], to[40], actor[40];
		int who = 0;

		assert_int_equal(sscanf(allowed[i], "%39s %39s %39s", from, to, actor), 3);
		while (strcmp(case_flow.actors[(enum case_actor)who], actor) != 0)
			who++;
		for (size_t j = 0; j < sizeof with_reason / sizeof *with_reason; j++)
			if (strcmp(with_reason[j], allowed[i]) == 0)
				needs = CASE_NEEDS_REASON;
		for (size_t j = 0; j < sizeof with_finding / sizeof *with_finding; j++)
			if (strcmp(with_finding[j], allowed[i]) == 0)
				needs = CASE_NEEDS_FINDING;
		if (flow_step(&case_flow, from, to, (enum case_actor)who)->needs != needs)
			fail_msg("%s needs something else", allowed[i]);
	}
}

static void a_state_nobody_knows_leads_nowhere(void **state)
{
	(void)state;
	assert_null(flow_state(&case_flow, "SLEEPING"));
	assert_false(flow_may(&case_flow, "SLEEPING", "CLOSED", CASE_DESK));
	assert_false(flow_may(&case_flow, "RECEIVED", "SLEEPING", CASE_DESK));
}

static void the_declaration_has_no_mistake(void **state)
{
	(void)state;
	assert_null(flow_mistake(&case_flow));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_declaration_has_no_mistake),
		cmocka_unit_test(of_all_pairs_of_states_and_actors_only_the_listed_ways_are_open),
		cmocka_unit_test(ways_that_need_words_say_so),
		cmocka_unit_test(a_state_nobody_knows_leads_nowhere),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
