/* SPDX-License-Identifier: Apache-2.0 */
/* States, actions and limits of a public outcome summary: one table each. */
#include "procedure.h"

static const char *const actors[OUTCOME_ACTORS] = { "CLERK", "PREPARER", "APPROVER", "STAND_IN" };

static const struct flow_state states[] = {
	/* Other words: what was asked of the facility is not asked any more. */
	{ .code = "DRAFT", .turn = "PREPARER", .traits = OUTCOME_STATE_OPEN, .meets = "ANSWER" },
	{ .code = "ANSWERING", .turn = "PREPARER", .traits = OUTCOME_STATE_OPEN, .unmeets = "ANSWER" },
	{ .code = "READY", .turn = "APPROVER", .traits = OUTCOME_STATE_OPEN, .meets = "ANSWER" },
	{ .code = "DROPPED", .turn = "", .meets = "ANSWER", .beside = true },
	{ .code = "PUBLISHED", .turn = "" },
	{ .code = "SUPERSEDED", .turn = "", .beside = true },
	{ .code = "WITHDRAWN", .turn = "", .beside = true },
};

static const struct flow_action actions[] = {
	{ "begin", "", "DRAFT", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_NOTHING, false },
	{ "edit", "DRAFT", "DRAFT", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_NOTHING, true },
	{ "edit", "DRAFT", "ANSWERING", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_SUMMARY, false },
	{ "edit", "DRAFT", "READY", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_OVERTURNED, true },
	{ "answer", "ANSWERING", "READY", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_ANSWER, false },
	{ "expire", "ANSWERING", "READY", OUTCOME_CLERK, 0, OUTCOME_NEEDS_EXPIRY, false },
	/* Other words: the facility has a right to answer these. */
	{ "back", "ANSWERING READY", "DRAFT", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_REASON, true },
	{ "return", "READY", "DRAFT", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_REASON, true },
	{ "approve", "READY", "PUBLISHED", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_NOTHING, false },
	/* A new finding of the same case. */
	{ "find_anew", "ANSWERING READY", "DRAFT", OUTCOME_CLERK, 0, OUTCOME_NEEDS_NOTHING, true },
	{ "find_anew", "DRAFT ANSWERING READY", "DROPPED", OUTCOME_CLERK, 0, OUTCOME_NEEDS_NOTHING, true },
	/* What was found is published unless somebody else answers for the reason why not. */
	{ "drop", "READY", "DROPPED", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_REASON, false },
	{ "drop", "DRAFT ANSWERING", "DROPPED", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_REASON, true },
	{ "withdraw", "PUBLISHED", "WITHDRAWN", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_REASON, false },
	{ "approve", "PUBLISHED", "SUPERSEDED", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_NOTHING, false },
	/* In the approver's stead: what cannot wait, and nothing that would make a finding vanish unread. */
	{ "stand_in_approve", "READY", "PUBLISHED", OUTCOME_STAND_IN, VERB_OUTCOME_STAND_IN, OUTCOME_NEEDS_NOTHING, true },
	{ "stand_in_withdraw", "PUBLISHED", "WITHDRAWN", OUTCOME_STAND_IN, VERB_OUTCOME_STAND_IN, OUTCOME_NEEDS_REASON, true },
	{ "stand_in_approve", "PUBLISHED", "SUPERSEDED", OUTCOME_STAND_IN, VERB_OUTCOME_STAND_IN, OUTCOME_NEEDS_NOTHING, true },
};

/* ANSWER: until when the facility may speak. It is its time: nobody is late when it passes, and clerk goes on then (expire). */
static const struct clock_limit limits[] = {
	{ "ANSWER", "", "outcome.answer_days", .event = OUTCOME_EVENT_SHOWN, .traits = CLOCK_RIGHT },
};

const struct clock outcome_clock = { .limits = limits, .limit_count = FLOW_COUNT(limits), .events = OUTCOME_EVENTS };

const struct flow outcome_flow = {
	.word = "outcome",
	.states = states,
	.state_count = FLOW_COUNT(states),
	.actions = actions,
	.action_count = FLOW_COUNT(actions),
	.actors = actors,
	.actor_count = FLOW_COUNT(actors),
	.attaches = "DRAFT ANSWERING READY PUBLISHED",
	.clock = &outcome_clock,
	.desk = "/outcomes/",
};
