/* SPDX-License-Identifier: Apache-2.0 */
/* States of cases: one table. */
#include "case_states.h"

#include <string.h>

static const struct {
	const char *state;
	bool ended;
	bool decides; /* what was asked for waits to be decided */
} states[] = {
	{ "RECEIVED", false, false },
	{ "TRIAGED", false, false },
	{ "REJECTED", true, false },
	{ "MERGED", true, false },
	{ "TRANSFERRED_OUT", true, false },
	{ "ACCEPTED", false, false },
	{ "DISPATCHED", false, false },
	{ "RETURNED_BY_DEPT", false, false },
	{ "HANDLING", false, true },
	{ "SUSPENDED", false, true },
	{ "REPLIED", false, false },
	{ "UNSATISFIED", false, false },
	{ "REVIEW", false, false },
	{ "CLOSED", true, false },
	{ "ARCHIVED", true, false },
};
#define STATES (sizeof states / sizeof *states)

static const struct case_way ways[] = {
	{ "RECEIVED", "TRIAGED", CASE_DESK, CASE_NEEDS_NOTHING },
	{ "TRIAGED", "REJECTED", CASE_DESK, CASE_NEEDS_REASON },
	{ "TRIAGED", "MERGED", CASE_DESK, CASE_NEEDS_REASON },
	{ "TRIAGED", "TRANSFERRED_OUT", CASE_DESK, CASE_NEEDS_REASON },
	{ "TRIAGED", "ACCEPTED", CASE_DESK, CASE_NEEDS_NOTHING },
	{ "ACCEPTED", "DISPATCHED", CASE_DESK, CASE_NEEDS_NOTHING },
	{ "DISPATCHED", "RETURNED_BY_DEPT", CASE_DEPARTMENT, CASE_NEEDS_REASON },
	{ "RETURNED_BY_DEPT", "DISPATCHED", CASE_DESK, CASE_NEEDS_NOTHING },
	/* Taken back while nobody has taken it: then nothing was done by it. */
	{ "DISPATCHED", "ACCEPTED", CASE_DESK, CASE_NEEDS_REASON },
	{ "DISPATCHED", "HANDLING", CASE_DEPARTMENT, CASE_NEEDS_NOTHING },
	/* The clock stops: not for who is held to it to decide. */
	{ "HANDLING", "SUSPENDED", CASE_APPROVER, CASE_NEEDS_REASON },
	{ "SUSPENDED", "HANDLING", CASE_DEPARTMENT, CASE_NEEDS_NOTHING },
	{ "HANDLING", "REPLIED", CASE_DEPARTMENT, CASE_NEEDS_FINDING },
	{ "REPLIED", "CLOSED", CASE_REPORTER, CASE_NEEDS_NOTHING },
	{ "REPLIED", "UNSATISFIED", CASE_REPORTER, CASE_NEEDS_NOTHING },
	/* Who was answered and says nothing. */
	{ "REPLIED", "CLOSED", CASE_DESK, CASE_NEEDS_REASON },
	{ "UNSATISFIED", "REVIEW", CASE_CLERK, CASE_NEEDS_NOTHING },
	{ "REVIEW", "CLOSED", CASE_APPROVER, CASE_NEEDS_FINDING },
	/* Investigated anew, by somebody else. */
	{ "REVIEW", "DISPATCHED", CASE_APPROVER, CASE_NEEDS_REASON },
	{ "REJECTED", "ARCHIVED", CASE_DESK, CASE_NEEDS_NOTHING },
	{ "TRANSFERRED_OUT", "ARCHIVED", CASE_DESK, CASE_NEEDS_NOTHING },
	{ "CLOSED", "ARCHIVED", CASE_DESK, CASE_NEEDS_NOTHING },
	/* A merged case is answered with the one it went into, and taken up again when that ends without an answer. */
	{ "MERGED", "REPLIED", CASE_CLERK, CASE_NEEDS_FINDING },
	{ "MERGED", "TRIAGED", CASE_CLERK, CASE_NEEDS_NOTHING },
	/* The office corrects itself in the reporter's favour. A refusal was told as a decision: not for the desk that made it. */
	{ "MERGED", "TRIAGED", CASE_DESK, CASE_NEEDS_REASON },
	{ "TRANSFERRED_OUT", "TRIAGED", CASE_DESK, CASE_NEEDS_REASON },
	{ "REJECTED", "TRIAGED", CASE_APPROVER, CASE_NEEDS_REASON },
	/* Withdrawn. */
	{ "RECEIVED", "CLOSED", CASE_REPORTER, CASE_NEEDS_NOTHING },
	{ "TRIAGED", "CLOSED", CASE_REPORTER, CASE_NEEDS_NOTHING },
	{ "ACCEPTED", "CLOSED", CASE_REPORTER, CASE_NEEDS_NOTHING },
	{ "DISPATCHED", "CLOSED", CASE_REPORTER, CASE_NEEDS_NOTHING },
	{ "RETURNED_BY_DEPT", "CLOSED", CASE_REPORTER, CASE_NEEDS_NOTHING },
	{ "HANDLING", "CLOSED", CASE_REPORTER, CASE_NEEDS_NOTHING },
	{ "SUSPENDED", "CLOSED", CASE_REPORTER, CASE_NEEDS_NOTHING },
	{ "MERGED", "CLOSED", CASE_REPORTER, CASE_NEEDS_NOTHING },
};

const struct case_way *case_states_way(const char *from, const char *to, enum case_actor actor)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (ways[i].who == actor && strcmp(ways[i].from, from) == 0 && strcmp(ways[i].to, to) == 0)
			return &ways[i];
	return NULL;
}

bool case_states_may(const char *from, const char *to, enum case_actor actor)
{
	return case_states_way(from, to, actor) != NULL;
}

bool case_states_known(const char *state)
{
	for (size_t i = 0; i < STATES; i++)
		if (strcmp(states[i].state, state) == 0)
			return true;
	return false;
}

bool case_states_ended(const char *state)
{
	for (size_t i = 0; i < STATES; i++)
		if (strcmp(states[i].state, state) == 0)
			return states[i].ended;
	return false;
}

bool case_states_waits_for_decision(const char *state)
{
	for (size_t i = 0; i < STATES; i++)
		if (strcmp(states[i].state, state) == 0)
			return states[i].decides;
	return false;
}

const char *case_states_at(size_t place)
{
	return place < STATES ? states[place].state : NULL;
}

const char *case_actor_name(enum case_actor actor)
{
	static const char *const names[CASE_ACTORS] = { "CLERK", "REPORTER", "DESK", "DEPARTMENT", "APPROVER" };

	return names[actor];
}
