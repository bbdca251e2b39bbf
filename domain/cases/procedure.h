/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The procedure of a complaint, report, consumer dispute, question or suggestion (办件 投诉举报). Sources: 信访工作条例 art. 22-36,
 * 市场监督管理投诉举报处理暂行办法 art. 14-31, 沪府办〔2018〕62号. Of its limits also: 市场监督管理行政处罚程序规定 art. 18; 信访工作条例 art. 34-36;
 * 政府信息公开条例 art. 30-33; 未成年人保护法 art. 11; their numbers are dated rules in the data.
 *
 *   RECEIVED, TRIAGED, then REJECTED, MERGED or TRANSFERRED_OUT, or ACCEPTED, DISPATCHED (RETURNED_BY_DEPT, DISPATCHED), HANDLING
 *   (SUSPENDED, HANDLING), REPLIED (UNSATISFIED, REVIEW), CLOSED, ARCHIVED
 *
 * Every other way is refused. A reporter may withdraw until there is a reply, and judges the reply. What was told as a decision (accepted,
 * replied, closed) is not taken back; what nobody acted on yet (a dispatch not taken), and what only burdened the reporter (refused,
 * merged, passed on), is.
 */
#ifndef SHANYU_CASES_PROCEDURE_H
#define SHANYU_CASES_PROCEDURE_H

#include "workflow/flow.h"

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

/* More time or a standing clock that was asked for waits in this state to be decided; in every other one there is nothing left to ask for. */
#define CASE_STATE_DECIDES 1u
/* Its kind may still be another, and with it its limits: nothing was told as a decision yet. */
#define CASE_STATE_ANY_KIND 2u

/* What limits count from. */
enum case_event {
	CASE_EVENT_RECEIVED,
	CASE_EVENT_ACCEPTED,
	CASE_EVENT_DECIDED,
	CASE_EVENT_NOT_SOLVED           /* the reporter said so, or called back: it is looked at again */
};
#define CASE_EVENTS 4

extern const struct flow case_flow;
extern const struct clock case_clock;

#endif
