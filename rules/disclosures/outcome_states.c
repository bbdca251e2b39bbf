/* SPDX-License-Identifier: Apache-2.0 */
/* States of outcomes: one table. */
#include "outcome_states.h"

#include <string.h>

static const struct {
	const char *state;
	bool open;
} states[] = {
	{ "DRAFT", true },
	{ "ANSWERING", true },
	{ "READY", true },
	{ "PUBLISHED", false },
	{ "SUPERSEDED", false },
	{ "WITHDRAWN", false },
	{ "DROPPED", false },
};
#define STATES (sizeof states / sizeof *states)

static const struct outcome_way ways[] = {
	{ "", "DRAFT", OUTCOME_PREPARER, OUTCOME_NEEDS_NOTHING },
	{ "DRAFT", "DRAFT", OUTCOME_PREPARER, OUTCOME_NEEDS_NOTHING },
	{ "DRAFT", "ANSWERING", OUTCOME_PREPARER, OUTCOME_NEEDS_SUMMARY },
	{ "DRAFT", "READY", OUTCOME_PREPARER, OUTCOME_NEEDS_OVERTURNED },
	{ "ANSWERING", "READY", OUTCOME_PREPARER, OUTCOME_NEEDS_ANSWER },
	{ "ANSWERING", "READY", OUTCOME_CLERK, OUTCOME_NEEDS_EXPIRY },
	/* Other words: the facility has a right to answer these. */
	{ "ANSWERING", "DRAFT", OUTCOME_PREPARER, OUTCOME_NEEDS_REASON },
	{ "READY", "DRAFT", OUTCOME_PREPARER, OUTCOME_NEEDS_REASON },
	{ "READY", "DRAFT", OUTCOME_APPROVER, OUTCOME_NEEDS_REASON },
	{ "READY", "PUBLISHED", OUTCOME_APPROVER, OUTCOME_NEEDS_NOTHING },
	/* A new finding of the same case. */
	{ "ANSWERING", "DRAFT", OUTCOME_CLERK, OUTCOME_NEEDS_NOTHING },
	{ "READY", "DRAFT", OUTCOME_CLERK, OUTCOME_NEEDS_NOTHING },
	{ "DRAFT", "DROPPED", OUTCOME_CLERK, OUTCOME_NEEDS_NOTHING },
	{ "ANSWERING", "DROPPED", OUTCOME_CLERK, OUTCOME_NEEDS_NOTHING },
	{ "READY", "DROPPED", OUTCOME_CLERK, OUTCOME_NEEDS_NOTHING },
	/* What was found is published unless somebody else answers for the reason why not. */
	{ "DRAFT", "DROPPED", OUTCOME_APPROVER, OUTCOME_NEEDS_REASON },
	{ "ANSWERING", "DROPPED", OUTCOME_APPROVER, OUTCOME_NEEDS_REASON },
	{ "READY", "DROPPED", OUTCOME_APPROVER, OUTCOME_NEEDS_REASON },
	{ "PUBLISHED", "WITHDRAWN", OUTCOME_APPROVER, OUTCOME_NEEDS_REASON },
	{ "PUBLISHED", "SUPERSEDED", OUTCOME_APPROVER, OUTCOME_NEEDS_NOTHING },
	/* In the approver's stead: what cannot wait, and nothing that would make a finding vanish unread. */
	{ "READY", "PUBLISHED", OUTCOME_STAND_IN, OUTCOME_NEEDS_NOTHING },
	{ "PUBLISHED", "WITHDRAWN", OUTCOME_STAND_IN, OUTCOME_NEEDS_REASON },
	{ "PUBLISHED", "SUPERSEDED", OUTCOME_STAND_IN, OUTCOME_NEEDS_NOTHING },
};

const struct outcome_way *outcome_states_way(const char *from, const char *to, enum outcome_actor actor)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (ways[i].who == actor && strcmp(ways[i].from, from) == 0 && strcmp(ways[i].to, to) == 0)
			return &ways[i];
	return NULL;
}

bool outcome_states_may(const char *from, const char *to, enum outcome_actor actor)
{
	return outcome_states_way(from, to, actor) != NULL;
}

const char *outcome_states_at(size_t place)
{
	return place < STATES ? states[place].state : NULL;
}

bool outcome_states_open(const char *state)
{
	for (size_t i = 0; i < STATES; i++)
		if (strcmp(states[i].state, state) == 0)
			return states[i].open;
	return false;
}

const char *outcome_actor_name(enum outcome_actor actor)
{
	static const char *const names[OUTCOME_ACTORS] = { "CLERK", "PREPARER", "APPROVER", "STAND_IN" };

	return names[actor];
}
