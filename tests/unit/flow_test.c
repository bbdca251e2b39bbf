/* SPDX-License-Identifier: Apache-2.0 */
/* What workflow/flow.h promises, on a procedure of the tests. */
#include "workflow/flow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { CITIZEN, OFFICER };
static const char *const actors[] = { "CITIZEN", "OFFICER" };

static struct flow_state states[] = {
	{ .code = "ASKED", .turn = "OFFICER", .traits = 2 },
	{ .code = "ASKED_BACK", .turn = "CITIZEN" },
	{ .code = "DONE", .turn = "" },
};

static struct flow_action actions[] = {
	{ "ask", "", "ASKED", CITIZEN, 0, 0, false },
	{ "ask_back", "ASKED", "ASKED_BACK", OFFICER, VERB_CASE_TRIAGE, 1, false },
	{ "answer", "ASKED_BACK", "ASKED", CITIZEN, 0, 0, false },
	{ "note", "ASKED ASKED_BACK", NULL, OFFICER, VERB_CASE_NOTE, 0, false },
	{ "finish", "ASKED", "DONE", OFFICER, VERB_CASE_DECIDE, 0, false },
};

static struct flow flow_now(void)
{
	return (struct flow){ .word = "test", .states = states, .state_count = 3, .actions = actions, .action_count = 5, .actors = actors,
			      .actor_count = 2, .attaches = "ASKED" };
}

static void a_step_is_allowed_from_its_state_by_its_actor_and_no_other(void **state)
{
	const struct flow flow = flow_now();

	(void)state;
	assert_true(flow_may(&flow, "ASKED", "ASKED_BACK", OFFICER));
	assert_false(flow_may(&flow, "ASKED", "ASKED_BACK", CITIZEN));
	assert_false(flow_may(&flow, "ASKED_BACK", "DONE", OFFICER));
	assert_false(flow_may(&flow, "DONE", "ASKED", OFFICER));
	assert_true(flow_may(&flow, "", "ASKED", CITIZEN));
	assert_false(flow_may(&flow, "", "DONE", OFFICER));
	/* One state's name is the beginning of the other's. */
	assert_null(flow_action(&flow, "finish", "ASKED_BACK", OFFICER));
	assert_int_equal(flow_step(&flow, "ASKED", "ASKED_BACK", OFFICER)->needs, 1);
}

static void an_action_that_leads_nowhere_else_is_no_step(void **state)
{
	const struct flow flow = flow_now();

	(void)state;
	assert_non_null(flow_action(&flow, "note", "ASKED_BACK", OFFICER));
	assert_null(flow_action(&flow, "note", "DONE", OFFICER));
	assert_false(flow_may(&flow, "ASKED", "ASKED", OFFICER));
}

static bool may(const void *member, enum verb verb)
{
	return *(const enum verb *)member == verb;
}

static void a_member_is_offered_what_the_state_has_and_the_verb_allows(void **state)
{
	const struct flow flow = flow_now();
	const enum verb decides = VERB_CASE_DECIDE, notes = VERB_CASE_NOTE;

	(void)state;
	assert_non_null(flow_offer(&flow, "finish", "ASKED", may, &decides));
	assert_int_equal(flow_offer(&flow, "finish", "ASKED", may, &decides)->actor, OFFICER);
	assert_null(flow_offer(&flow, "finish", "ASKED", may, &notes));
	assert_null(flow_offer(&flow, "finish", "ASKED_BACK", may, &decides));
	/* What is the citizen's is offered to nobody in the office. */
	assert_null(flow_offer(&flow, "answer", "ASKED_BACK", may, &decides));
}

static void states_say_whose_turn_it_is_and_whether_they_end(void **state)
{
	const struct flow flow = flow_now();

	(void)state;
	assert_false(flow_ended(&flow, "ASKED_BACK"));
	assert_true(flow_ended(&flow, "DONE"));
	assert_false(flow_ended(&flow, "SLEEPING"));
	assert_true(flow_has(&flow, "ASKED", 2));
	assert_false(flow_has(&flow, "ASKED", 1));
	assert_null(flow_state(&flow, "ASKE"));
	assert_true(flow_knows(&flow, "answer"));
	assert_false(flow_knows(&flow, "forget"));
}

static void files_are_attached_in_the_states_it_says_and_in_no_other(void **state)
{
	struct flow flow = flow_now();

	(void)state;
	assert_true(flow_attaches(&flow, "ASKED"));
	assert_false(flow_attaches(&flow, "DONE"));
	assert_false(flow_attaches(&flow, "SLEEPING"));
	flow.attaches = NULL;
	assert_false(flow_attaches(&flow, "ASKED"));
	flow.attaches = "ASKED SLEEPING";
	assert_string_equal(flow_mistake(&flow), "files are attached in what is no state");
}

/* One word of the declaration is another: the mistake is told, and gone when the word is put back. */
#define WITH(place, other, mistake)                                                                                                \
	do {                                                                                                                       \
		const struct flow flow = flow_now();                                                                               \
		__typeof__(place) was = place;                                                                                     \
		place = other;                                                                                                     \
		assert_string_equal(flow_mistake(&flow), mistake);                                                                 \
		place = was;                                                                                                       \
		assert_null(flow_mistake(&flow));                                                                                  \
	} while (0)

static void a_mistake_of_a_declaration_is_told(void **state)
{
	(void)state;
	WITH(actions[1].to, "ASKED_BAKC", "a state has no way to it or none out of it");
	WITH(actions[3].from, "ASKED SLEEPING", "an action leads from or to what is no state");
	WITH(actions[3].to, "SLEEPING", "an action leads from or to what is no state");
	WITH(actions[2].actor, 7, "an action is of somebody who is no actor");
	WITH(states[1].turn, "NOBODY", "a state is the turn of somebody who is no actor");
	WITH(states[2].turn, "OFFICER", "a state has no way to it or none out of it");
	WITH(actions[3], actions[1], "two actions say the same");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_step_is_allowed_from_its_state_by_its_actor_and_no_other),
		cmocka_unit_test(an_action_that_leads_nowhere_else_is_no_step),
		cmocka_unit_test(a_member_is_offered_what_the_state_has_and_the_verb_allows),
		cmocka_unit_test(states_say_whose_turn_it_is_and_whether_they_end),
		cmocka_unit_test(files_are_attached_in_the_states_it_says_and_in_no_other),
		cmocka_unit_test(a_mistake_of_a_declaration_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
