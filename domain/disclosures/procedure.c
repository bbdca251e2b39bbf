/* SPDX-License-Identifier: Apache-2.0 */
/* States and actions of a public outcome summary: one table. */
#include "procedure.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char *const actors[OUTCOME_ACTORS] = { "CLERK", "PREPARER", "APPROVER", "STAND_IN" };

static const struct flow_state states[] = {
	{ .code = "DRAFT", .turn = "PREPARER", .traits = OUTCOME_STATE_OPEN },
	{ .code = "ANSWERING", .turn = "PREPARER", .traits = OUTCOME_STATE_OPEN },
	{ .code = "READY", .turn = "APPROVER", .traits = OUTCOME_STATE_OPEN },
	{ .code = "PUBLISHED", .turn = "" },
	{ .code = "SUPERSEDED", .turn = "" },
	{ .code = "WITHDRAWN", .turn = "" },
	{ .code = "DROPPED", .turn = "" },
};

static const struct flow_action actions[] = {
	{ "begin", "", "DRAFT", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_NOTHING },
	{ "edit", "DRAFT", "DRAFT", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_NOTHING },
	{ "edit", "DRAFT", "ANSWERING", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_SUMMARY },
	{ "edit", "DRAFT", "READY", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_OVERTURNED },
	{ "answer", "ANSWERING", "READY", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_ANSWER },
	{ "expire", "ANSWERING", "READY", OUTCOME_CLERK, 0, OUTCOME_NEEDS_EXPIRY },
	/* Other words: the facility has a right to answer these. */
	{ "back", "ANSWERING READY", "DRAFT", OUTCOME_PREPARER, VERB_OUTCOME_PREPARE, OUTCOME_NEEDS_REASON },
	{ "return", "READY", "DRAFT", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_REASON },
	{ "approve", "READY", "PUBLISHED", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_NOTHING },
	/* A new finding of the same case. */
	{ "find_anew", "ANSWERING READY", "DRAFT", OUTCOME_CLERK, 0, OUTCOME_NEEDS_NOTHING },
	{ "find_anew", "DRAFT ANSWERING READY", "DROPPED", OUTCOME_CLERK, 0, OUTCOME_NEEDS_NOTHING },
	/* What was found is published unless somebody else answers for the reason why not. */
	{ "drop", "DRAFT ANSWERING READY", "DROPPED", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_REASON },
	{ "withdraw", "PUBLISHED", "WITHDRAWN", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_REASON },
	{ "approve", "PUBLISHED", "SUPERSEDED", OUTCOME_APPROVER, VERB_OUTCOME_APPROVE, OUTCOME_NEEDS_NOTHING },
	/* In the approver's stead: what cannot wait, and nothing that would make a finding vanish unread. */
	{ "stand_in_approve", "READY", "PUBLISHED", OUTCOME_STAND_IN, VERB_OUTCOME_STAND_IN, OUTCOME_NEEDS_NOTHING },
	{ "stand_in_withdraw", "PUBLISHED", "WITHDRAWN", OUTCOME_STAND_IN, VERB_OUTCOME_STAND_IN, OUTCOME_NEEDS_REASON },
	{ "stand_in_approve", "PUBLISHED", "SUPERSEDED", OUTCOME_STAND_IN, VERB_OUTCOME_STAND_IN, OUTCOME_NEEDS_NOTHING },
};

const struct flow outcome_flow = {
	.word = "outcome",
	.states = states,
	.state_count = COUNT(states),
	.actions = actions,
	.action_count = COUNT(actions),
	.actors = actors,
	.actor_count = COUNT(actors),
};
