/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which state of a public outcome summary may follow which, who may lead it there, and what that takes. Sources: 上海市教育督导条例 (the
 * inspected party may object to a preliminary opinion within ten workdays); 政府信息公开条例 art. 15 and 32 (whoever is affected is heard
 * before a disclosure); what is published is approved by somebody else than who wrote it.
 *
 *   DRAFT, ANSWERING (the facility's right to answer), READY, PUBLISHED, then SUPERSEDED (by its next version) or WITHDRAWN; DROPPED instead
 *
 * Refuses every other way. Who wrote it can neither publish it nor make it vanish; words that change after the facility saw them go to
 * the facility again.
 */
#ifndef SHANYU_OUTCOME_STATES_H
#define SHANYU_OUTCOME_STATES_H

#include <stdbool.h>
#include <stddef.h>

/* Roles, not persons. */
enum outcome_actor {
	OUTCOME_CLERK,                  /* a program by itself: time has run out, the finding was overturned */
	OUTCOME_PREPARER,
	OUTCOME_APPROVER,               /* never who took part in it: domain/disclosures/outcome sees to that */
	OUTCOME_STAND_IN                /* of the role that a rule names, while there is no approver who took no part; as it, took no part */
};
#define OUTCOME_ACTORS 4

/* What a step takes. */
enum outcome_needs {
	OUTCOME_NEEDS_NOTHING,
	OUTCOME_NEEDS_SUMMARY,          /* the words for the public */
	OUTCOME_NEEDS_ANSWER,           /* what the facility says, and how that came */
	OUTCOME_NEEDS_EXPIRY,           /* the time to answer is over */
	OUTCOME_NEEDS_REASON,
	OUTCOME_NEEDS_OVERTURNED        /* the words, and that they take back what was found: nothing is said against the facility any more */
};

struct outcome_way {
	const char *from;               /* "" = it is being drafted */
	const char *to;
	enum outcome_actor who;
	enum outcome_needs needs;
};

/* The way of an actor from one state to another; NULL: there is none. */
const struct outcome_way *outcome_states_way(const char *from, const char *to, enum outcome_actor actor);
bool outcome_states_may(const char *from, const char *to, enum outcome_actor actor);

/* The state at a place, in the order of the list above; NULL after the last. */
const char *outcome_states_at(size_t place);

/* Whether it is still on its way to the public: DRAFT, ANSWERING, READY. */
bool outcome_states_open(const char *state);

/* CLERK PREPARER APPROVER STAND_IN */
const char *outcome_actor_name(enum outcome_actor actor);

#endif
