/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which state of a case may follow which, who may lead it there, and what that takes. Sources: 信访工作条例 art. 22-36,
 * 市场监督管理投诉举报处理暂行办法 art. 14-31, 沪府办〔2018〕62号; names of the states are rows of the table term (case_state).
 *
 *   RECEIVED, TRIAGED, then REJECTED, MERGED or TRANSFERRED_OUT, or ACCEPTED, DISPATCHED (RETURNED_BY_DEPT, DISPATCHED), HANDLING
 *   (SUSPENDED, HANDLING), REPLIED (UNSATISFIED, REVIEW), CLOSED, ARCHIVED
 *
 * Refuses every other way. A reporter may withdraw until there is a reply, and judges the reply. What was told as a decision (accepted,
 * replied, closed) is not taken back; what nobody acted on yet (a dispatch not taken), and what only burdened the reporter (refused,
 * merged, passed on), is.
 */
#ifndef SHANYU_CASE_STATES_H
#define SHANYU_CASE_STATES_H

#include <stdbool.h>
#include <stddef.h>

/* Roles, not persons. */
enum case_actor {
	CASE_CLERK,                     /* the program clerk by itself */
	CASE_REPORTER,
	CASE_DESK,                      /* who takes cases in and hands them out */
	CASE_DEPARTMENT,                /* who handles them */
	CASE_APPROVER                   /* who decides what others may not */
};
#define CASE_ACTORS 5

/* What must be said with a step. */
enum case_needs {
	CASE_NEEDS_NOTHING,
	CASE_NEEDS_REASON,              /* why */
	CASE_NEEDS_FINDING              /* what was found and done: what the reporter reads as the answer */
};

struct case_way {
	const char *from;
	const char *to;
	enum case_actor who;
	enum case_needs needs;
};

/* The way of an actor from one state to another; NULL: there is none. */
const struct case_way *case_states_way(const char *from, const char *to, enum case_actor actor);
bool case_states_may(const char *from, const char *to, enum case_actor actor);

/* Whether there is such a state. */
bool case_states_known(const char *state);

/* Whether the office has no more to do: REJECTED, MERGED, TRANSFERRED_OUT, CLOSED, ARCHIVED. */
bool case_states_ended(const char *state);

/* Whether more time or a standing clock that was asked for waits in this state to be decided; in every other one there is nothing left to ask for. */
bool case_states_waits_for_decision(const char *state);

/* The state at a place, in the order of the list above; NULL after the last. */
const char *case_states_at(size_t place);

/* CLERK REPORTER DESK DEPARTMENT APPROVER */
const char *case_actor_name(enum case_actor actor);

#endif
