/* SPDX-License-Identifier: Apache-2.0 */
/* States, actions and limits of cases: one table each. */
#include "procedure.h"

/* The reply is read in the mailbox in the same moment: that tells it, too. */
#define ALL_LIMITS "FORWARD ACCEPT REPLY EXTENDED TELL"

static const char *const actors[CASE_ACTORS] = { "CLERK", "REPORTER", "DESK", "DEPARTMENT", "APPROVER" };

static const struct flow_state states[] = {
	{ .code = "RECEIVED", .turn = "DESK", .traits = CASE_STATE_ANY_KIND },
	{ .code = "TRIAGED", .turn = "DESK", .traits = CASE_STATE_ANY_KIND, .unmeets = ALL_LIMITS },
	{ .code = "REJECTED", .turn = "", .meets = ALL_LIMITS, .beside = true },
	/* Its reporter waits for the answer all the same. */
	{ .code = "MERGED", .turn = "", .meets = "FORWARD ACCEPT", .beside = true },
	{ .code = "TRANSFERRED_OUT", .turn = "", .meets = ALL_LIMITS, .beside = true },
	{ .code = "ACCEPTED", .turn = "DESK", .meets = "ACCEPT", .unmeets = "FORWARD" },
	{ .code = "DISPATCHED", .turn = "DEPARTMENT", .meets = "FORWARD" },
	{ .code = "RETURNED_BY_DEPT", .turn = "DESK", .beside = true },
	{ .code = "HANDLING", .turn = "DEPARTMENT", .traits = CASE_STATE_DECIDES },
	{ .code = "SUSPENDED", .turn = "DEPARTMENT", .traits = CASE_STATE_DECIDES, .stops = true, .beside = true },
	{ .code = "REPLIED", .turn = "REPORTER", .meets = ALL_LIMITS " REVIEW" },
	{ .code = "UNSATISFIED", .turn = "CLERK", .beside = true },
	{ .code = "REVIEW", .turn = "APPROVER", .unmeets = "REVIEW", .beside = true },
	{ .code = "CLOSED", .turn = "", .meets = ALL_LIMITS " REVIEW" },
	{ .code = "ARCHIVED", .turn = "" },
};

#define UNDER_WAY "RECEIVED TRIAGED ACCEPTED DISPATCHED RETURNED_BY_DEPT HANDLING SUSPENDED REPLIED UNSATISFIED REVIEW"
#define ANY UNDER_WAY " REJECTED MERGED TRANSFERRED_OUT CLOSED ARCHIVED"

static const struct flow_action actions[] = {
	/* Triage: what it is, and whether it is taken on. */
	{ "triage", "RECEIVED", "TRIAGED", CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_NOTHING, false },
	{ "triage", "TRIAGED ACCEPTED RETURNED_BY_DEPT", NULL, CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_NOTHING, false },
	{ "accept", "TRIAGED", "ACCEPTED", CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_NOTHING, false },
	{ "reject", "TRIAGED", "REJECTED", CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_REASON, false },
	{ "merge", "TRIAGED", "MERGED", CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_REASON, false },
	{ "transfer", "TRIAGED", "TRANSFERRED_OUT", CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_REASON, false },
	{ "split", UNDER_WAY, NULL, CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_NOTHING, false },
	/* Dispatch. It is taken back while nobody has taken it: then nothing was done by it. */
	{ "dispatch", "ACCEPTED RETURNED_BY_DEPT", "DISPATCHED", CASE_DESK, VERB_CASE_DISPATCH, CASE_NEEDS_NOTHING, false },
	{ "recall", "DISPATCHED", "ACCEPTED", CASE_DESK, VERB_CASE_DISPATCH, CASE_NEEDS_REASON, true },
	{ "return", "DISPATCHED", "RETURNED_BY_DEPT", CASE_DEPARTMENT, VERB_CASE_HANDLE, CASE_NEEDS_REASON, false },
	{ "take", "DISPATCHED", "HANDLING", CASE_DEPARTMENT, VERB_CASE_HANDLE, CASE_NEEDS_NOTHING, false },
	{ "assign", "DISPATCHED HANDLING SUSPENDED", NULL, CASE_DEPARTMENT, VERB_CASE_HANDLE, CASE_NEEDS_NOTHING, false },
	/* Handling. The clock stops: not for who is held to it to decide. */
	{ "ask", "HANDLING", NULL, CASE_DEPARTMENT, VERB_CASE_HANDLE, CASE_NEEDS_REASON, false },
	{ "decide", "HANDLING", "SUSPENDED", CASE_APPROVER, VERB_CASE_DECIDE, CASE_NEEDS_REASON, false },
	{ "decide", "HANDLING SUSPENDED", NULL, CASE_APPROVER, VERB_CASE_DECIDE, CASE_NEEDS_REASON, false },
	{ "resume", "SUSPENDED", "HANDLING", CASE_DEPARTMENT, VERB_CASE_HANDLE, CASE_NEEDS_NOTHING, false },
	{ "reply", "HANDLING", "REPLIED", CASE_DEPARTMENT, VERB_CASE_HANDLE, CASE_NEEDS_FINDING, false },
	/* What the reporter says of the reply; and who was answered and says nothing. */
	{ "rate", "REPLIED", "CLOSED", CASE_REPORTER, 0, CASE_NEEDS_NOTHING, false },
	{ "rate", "REPLIED", "UNSATISFIED", CASE_REPORTER, 0, CASE_NEEDS_NOTHING, false },
	{ "close", "REPLIED", "CLOSED", CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_REASON, false },
	/* Review, by somebody else; or investigated anew, by somebody else. */
	{ "begin_review", "UNSATISFIED", "REVIEW", CASE_CLERK, 0, CASE_NEEDS_NOTHING, false },
	{ "review", "REVIEW", "CLOSED", CASE_APPROVER, VERB_CASE_DECIDE, CASE_NEEDS_FINDING, false },
	{ "redispatch", "REVIEW", "DISPATCHED", CASE_APPROVER, VERB_CASE_DECIDE, CASE_NEEDS_REASON, true },
	/* A merged case is answered with the one it went into, and taken up again when that ends without an answer. */
	{ "follow", "MERGED", "REPLIED", CASE_CLERK, 0, CASE_NEEDS_FINDING, true },
	{ "follow", "MERGED", "TRIAGED", CASE_CLERK, 0, CASE_NEEDS_NOTHING, true },
	/* The office corrects itself in the reporter's favour. A refusal was told as a decision: not for the desk that made it. */
	{ "reopen", "MERGED TRANSFERRED_OUT", "TRIAGED", CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_REASON, true },
	{ "overrule", "REJECTED", "TRIAGED", CASE_APPROVER, VERB_CASE_DECIDE, CASE_NEEDS_REASON, true },
	{ "archive", "CLOSED", "ARCHIVED", CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_NOTHING, false },
	{ "archive", "REJECTED TRANSFERRED_OUT", "ARCHIVED", CASE_DESK, VERB_CASE_TRIAGE, CASE_NEEDS_NOTHING, true },
	{ "withdraw", "RECEIVED TRIAGED ACCEPTED DISPATCHED RETURNED_BY_DEPT HANDLING SUSPENDED MERGED", "CLOSED", CASE_REPORTER, 0,
	  CASE_NEEDS_NOTHING, true },
	/* Above the departments. */
	{ "supervise", UNDER_WAY, NULL, CASE_APPROVER, VERB_CASE_DECIDE, CASE_NEEDS_REASON, false },
	{ "hold", ANY, NULL, CASE_APPROVER, VERB_CASE_DECIDE, CASE_NEEDS_REASON, false },
};

/*
 * FORWARD: hand it to who must act. ACCEPT: say whether it is taken on, or what is missing. REPLY: answer; of a report decide whether to open a
 * case, of a fee dispute end mediation. EXTENDED: the last day of the reply once an extension is approved. TELL: tell what was decided.
 * REVIEW: look again at what was not solved. What acts at once and first does not wait for a clock that stands still.
 */
static const struct clock_limit limits[] = {
	{ "REPLY", "CONSULT", "consult.reply_days", .event = CASE_EVENT_RECEIVED, .traits = CLOCK_STANDS },
	{ "REPLY", "ADVICE", "advice.reply_days", .event = CASE_EVENT_RECEIVED, .traits = CLOCK_STANDS },
	/* Complex ones have so many days in all, not so many more. */
	{ "REPLY", "HELP", "help.reply_days", .event = CASE_EVENT_RECEIVED, .extension = "EXTENDED", .traits = CLOCK_STANDS },
	{ "EXTENDED", "HELP", "help.complex_days", .event = CASE_EVENT_RECEIVED, .traits = CLOCK_STANDS | CLOCK_BOUND },
	{ "REPLY", "COMPLAINT", "complaint.reply_days", .event = CASE_EVENT_RECEIVED, .extension = "EXTENDED", .traits = CLOCK_STANDS },
	{ "EXTENDED", "COMPLAINT", "complaint.complex_days", .event = CASE_EVENT_RECEIVED, .traits = CLOCK_STANDS | CLOCK_BOUND },
	{ "ACCEPT", "CONSUMER", "consumer.accept_days", .event = CASE_EVENT_RECEIVED },
	{ "REPLY", "CONSUMER", "consumer.reply_days", .event = CASE_EVENT_ACCEPTED, .after = "ACCEPT", .traits = CLOCK_STANDS },
	{ "TELL", "CONSUMER", "consumer.tell_days", .event = CASE_EVENT_DECIDED, .after = "REPLY", .traits = CLOCK_STANDS },
	/* A report is not accepted but verified, at once. */
	{ "REPLY", "REPORT", "report.reply_days", .event = CASE_EVENT_RECEIVED, .extension = "EXTENDED", .traits = CLOCK_STANDS },
	{ "EXTENDED", "REPORT", "report.extension_days", .event = CASE_EVENT_RECEIVED, .upon = "REPLY", .traits = CLOCK_STANDS | CLOCK_BOUND },
	{ "TELL", "REPORT", "report.tell_days", .event = CASE_EVENT_DECIDED, .after = "REPLY", .traits = CLOCK_STANDS },
	{ "FORWARD", "PETITION", "petition.forward_days", .event = CASE_EVENT_RECEIVED },
	{ "ACCEPT", "PETITION", "petition.accept_days", .event = CASE_EVENT_RECEIVED },
	{ "REPLY", "PETITION", "petition.reply_days", .event = CASE_EVENT_ACCEPTED, .after = "ACCEPT", .extension = "EXTENDED", .traits = CLOCK_STANDS },
	{ "EXTENDED", "PETITION", "petition.extension_days", .event = CASE_EVENT_ACCEPTED, .upon = "REPLY", .traits = CLOCK_STANDS | CLOCK_BOUND },
	{ "ACCEPT", "DISCLOSURE", "disclosure.accept_days", .event = CASE_EVENT_RECEIVED },
	{ "REPLY", "DISCLOSURE", "disclosure.reply_days", .event = CASE_EVENT_RECEIVED, .extension = "EXTENDED", .traits = CLOCK_STANDS },
	{ "EXTENDED", "DISCLOSURE", "disclosure.extension_days", .event = CASE_EVENT_RECEIVED, .upon = "REPLY", .traits = CLOCK_STANDS | CLOCK_BOUND },
	{ "FORWARD", "EMERGENCY", "emergency.forward_days", .event = CASE_EVENT_RECEIVED },
	/* A kind without a rule of its own for this goes by the hotline's for complaints. */
	{ "REVIEW", "HELP", "help.review_days", .event = CASE_EVENT_NOT_SOLVED },
	{ "REVIEW", "", "complaint.review_days", .event = CASE_EVENT_NOT_SOLVED },
};

const struct clock case_clock = { .limits = limits, .limit_count = FLOW_COUNT(limits), .events = CASE_EVENTS, .extended_by = "decide" };

const struct flow case_flow = {
	.word = "case",
	.states = states,
	.state_count = FLOW_COUNT(states),
	.actions = actions,
	.action_count = FLOW_COUNT(actions),
	.actors = actors,
	.actor_count = FLOW_COUNT(actors),
	/* What comes after the end (a court's decision, a receipt of the post) belongs to it, too, until it is archived. */
	.attaches = UNDER_WAY " REJECTED MERGED TRANSFERRED_OUT CLOSED",
	.clock = &case_clock,
	.desk = "/cases/",
};
