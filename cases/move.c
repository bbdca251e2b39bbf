/* SPDX-License-Identifier: Apache-2.0 */
/* Steps of a case, and what each brings with it. */
#include <string.h>

#include "cases.h"
#include "casework.h"

/* Which deadlines a state meets. The reply is read in the mailbox in the same moment: that tells it, too. */
static const struct {
	const char *state;
	const char *steps;
} meets[] = {
	{ "REJECTED", "FORWARD ACCEPT REPLY EXTENDED TELL" },
	{ "MERGED", "FORWARD ACCEPT REPLY EXTENDED TELL" },
	{ "TRANSFERRED_OUT", "FORWARD ACCEPT REPLY EXTENDED TELL" },
	{ "ACCEPTED", "ACCEPT" },
	{ "DISPATCHED", "FORWARD" },
	{ "REPLIED", "FORWARD ACCEPT REPLY EXTENDED TELL" },
	{ "CLOSED", "FORWARD ACCEPT REPLY EXTENDED TELL REVIEW" },
};

static bool is(const char *state, const char *other)
{
	return strcmp(state, other) == 0;
}

static bool meet(struct casework *work, const struct case_move *move)
{
	for (size_t i = 0; i < sizeof meets / sizeof *meets; i++)
		if (is(meets[i].state, move->to))
			return case_deadlines_met(work, move->number, meets[i].steps);
	return true;
}

static bool says(const char *text)
{
	return text && *text;
}

/* Whether what must be said is said. The answer is for the reporter; a reason may be for the office alone. */
static bool is_said(const struct case_way *way, const struct case_move *move)
{
	switch (way->needs) {
	case CASE_NEEDS_REASON:
		return says(move->note) || says(move->reason);
	case CASE_NEEDS_FINDING:
		return says(move->note);
	case CASE_NEEDS_NOTHING:
		break;
	}
	return true;
}

static bool put_step(struct casework *work, const struct case_move *move, const char *from)
{
	struct values *step = values_new(work->arena);

	values_put_text(step, "case_number", move->number);
	values_put_integer(step, "at", work->now);
	values_put_text(step, "from_state", from);
	values_put_text(step, "to_state", move->to);
	values_put_text(step, "note", move->note ? move->note : "");
	values_put_text(step, "reason", move->reason ? move->reason : "");
	values_put_text(step, "actor", case_actor_name(move->actor));
	values_put_text(step, "who", move->who ? move->who : "");
	return casework_do(work, &Q_case_step_put, step);
}

/* The clock goes on, later by the workdays it stood still. False when they cannot be counted. */
static bool start_clock(struct casework *work, struct values *one)
{
	int days = case_workdays(work, values_integer(one, "suspended_at"), work->now);

	values_put_integer(one, "stopped_days", values_integer(one, "stopped_days") + days);
	values_put_null(one, "suspended_at");
	return days >= 0;
}

/* What the step changes in the case's own row. */
static bool change(struct casework *work, const struct case_move *move, struct values *one)
{
	if (values_say(one, "suspended_at") && !start_clock(work, one))
		return false;
	if (is(move->to, "ACCEPTED"))
		values_put_integer(one, "accepted_at", work->now);
	else if (is(move->to, "REPLIED"))
		values_put_integer(one, "decided_at", work->now);
	else if (is(move->to, "SUSPENDED"))
		values_put_integer(one, "suspended_at", work->now);
	else if (is(move->to, "HANDLING"))
		values_put_text(one, "handler", move->who ? move->who : "");
	else if (is(move->to, "REVIEW"))
		values_put_text(one, "review_not_by", values_text(one, "handler"));
	if (case_states_ended(move->to) && !values_say(one, "closed_at"))
		values_put_integer(one, "closed_at", work->now);
	if (says(move->outcome))
		values_put_text(one, "outcome", move->outcome);
	values_put_text(one, "state", move->to);
	values_put_integer(one, "changed_at", work->now);
	return casework_do(work, &Q_case_put, one);
}

static enum case_answer may(const struct values *one, const struct case_move *move)
{
	const char *from = values_text(one, "state");
	const struct case_way *way = case_states_way(from, move->to, move->actor);

	if (!way)
		return CASE_FORBIDDEN;
	/* Reviewed by somebody else than who handled it. */
	if (is(from, "REVIEW") && says(values_text(one, "review_not_by")) && says(move->who) &&
	    is(move->who, values_text(one, "review_not_by")))
		return CASE_FORBIDDEN;
	return is_said(way, move) ? CASE_DONE : CASE_UNSAID;
}

static enum case_answer take_step(struct casework *work, struct values *one, const struct case_move *move)
{
	enum case_answer answer = may(one, move);
	int64_t review_from = is(move->to, "REVIEW") ? work->now : 0;

	if (answer != CASE_DONE)
		return answer;
	if (!put_step(work, move, values_text(one, "state")) || !change(work, move, one) ||
	    !case_deadlines(work, one, review_from) || !meet(work, move))
		return CASE_FAILED;
	return CASE_DONE;
}

enum case_answer case_move(struct casework *work, const struct case_move *move)
{
	struct case_move review = { .number = move->number, .to = "REVIEW", .actor = CASE_CLERK };
	enum case_answer answer;
	struct values *one = casework_row(work, &Q_case_one, "number", move->number, &answer);

	if (!one)
		return answer;
	answer = take_step(work, one, move);
	if (answer == CASE_DONE && is(move->to, "UNSATISFIED"))
		answer = take_step(work, one, &review);
	if (answer == CASE_DONE && !mailbox_refresh(work, values_text(one, "receipt_lookup")))
		answer = CASE_FAILED;
	return answer;
}
