/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The procedure of a public outcome summary (公示 of a finding). Sources: 上海市教育督导条例 (the inspected party may object to a
 * preliminary opinion within ten workdays); 政府信息公开条例 art. 15 and 32 (whoever is affected is heard before a disclosure); what is published is approved by
 * somebody else than who wrote it.
 *
 *   DRAFT, ANSWERING (the facility's right to answer), READY, PUBLISHED, then SUPERSEDED (by its next version) or WITHDRAWN; DROPPED instead
 *
 * Every other way is refused. Who wrote it can neither publish it nor make it vanish; words that change after the facility saw them go to
 * the facility again.
 */
#ifndef SHANYU_DISCLOSURES_PROCEDURE_H
#define SHANYU_DISCLOSURES_PROCEDURE_H

#include "workflow/flow.h"

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

/* It is on its way to the public: nothing of it is public yet, nothing is decided. */
#define OUTCOME_STATE_OPEN 1u

/* What limits count from. */
enum outcome_event {
	OUTCOME_EVENT_SHOWN             /* the facility was shown the words */
};
#define OUTCOME_EVENTS 1

extern const struct flow outcome_flow;
extern const struct clock outcome_clock;

#endif
