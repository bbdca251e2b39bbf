/* SPDX-License-Identifier: Apache-2.0 */
/* More time, or a clock that stands still: asked by one, decided by another. */
#include <string.h>

#include "cases.h"
#include "desk.h"

static bool is(const char *text, const char *other)
{
	return strcmp(text, other) == 0;
}

static bool is_open(const struct values *request)
{
	return values_null(request, "decided_at") && values_null(request, "ended_at");
}

/* Whether the case can have more time: its kind has it, it had none yet, and the last day is not over. */
static enum case_answer may_extend(struct casework *work, const struct values *one)
{
	struct rows deadlines;

	if (!case_deadline_list(work, values_text(one, "number"), &deadlines))
		return CASE_FAILED;
	switch (clock_may_extend(&case_clock, &deadlines, values_say(one, "extended"), work->now)) {
	case CLOCK_HAS_NO_EXTENSION:
		return casework_refuse(work, CASE_FORBIDDEN, "no_extension");
	case CLOCK_EXTENDED_BEFORE:
		return casework_refuse(work, CASE_FORBIDDEN, "extended_before");
	case CLOCK_LAST_DAY_OVER:
		return casework_refuse(work, CASE_LATE, "last_day_over");
	case CLOCK_GIVES:
		break;
	}
	return CASE_DONE;
}

/* Whether it can be had now, whoever asked. */
static enum case_answer may_have(struct casework *work, const struct values *one, const char *what)
{
	const char *state = values_text(one, "state");

	if (!is(what, "EXTENSION") && !is(what, "SUSPENSION"))
		return casework_refuse(work, CASE_UNFIT, "no_such_choice");
	if (!is(state, "HANDLING"))
		return casework_refuse(work, CASE_FORBIDDEN, is(state, "SUSPENDED") ? "clock_stands" : "other_state");
	return is(what, "EXTENSION") ? may_extend(work, one) : CASE_DONE;
}

static enum case_answer may_ask(struct casework *work, const struct values *one, const char *what)
{
	enum case_answer answer = may_have(work, one, what);
	struct rows requests;

	if (answer != CASE_DONE)
		return answer;
	if (!casework_rows(work, &Q_case_request_list, "case_number", values_text(one, "number"), &requests))
		return CASE_FAILED;
	for (size_t i = 0; i < requests.count; i++)
		if (is(values_text(&requests.at[i], "what"), what) && is_open(&requests.at[i]))
			return casework_refuse(work, CASE_FORBIDDEN, "request_waits");
	return CASE_DONE;
}

enum case_answer case_may_ask(struct casework *work, const char *number, const char *what)
{
	enum case_answer answer;
	struct values *one = casework_case(work, number, &answer);

	return one ? may_ask(work, one, what) : answer;
}

enum case_answer case_may_grant(struct casework *work, const char *number, const char *what)
{
	enum case_answer answer;
	struct values *one = casework_case(work, number, &answer);

	return one ? may_have(work, one, what) : answer;
}

enum case_answer case_ask(struct casework *work, const struct case_act *act, const char *what, const char *reason,
			  int64_t *position)
{
	struct values *row = values_new(work->arena), *lead, *last;
	enum case_answer answer;
	struct values *one = desk_case(work, act, NULL, &answer);

	if (!one || !desk_is_lead(work, act, &lead, &answer))
		return answer;
	answer = may_ask(work, one, what);
	if (answer == CASE_DONE && !*reason)
		answer = CASE_UNSAID;
	if (answer != CASE_DONE)
		return answer;
	last = casework_row(work, &Q_case_request_last, "case_number", act->number, &answer);
	if (!last)
		return CASE_FAILED;
	*position = values_integer(last, "position") + 1;
	values_put_text(row, "case_number", act->number);
	values_put_integer(row, "position", *position);
	values_put_text(row, "what", what);
	values_put_text(row, "reason", reason);
	values_put_integer(row, "asked_at", work->now);
	values_put_text(row, "asked_by", act->who);
	return casework_do(work, &Q_case_request_put, row) && casework_put(work, one) ? CASE_DONE : CASE_FAILED;
}

/* The reply is due later; the reporter is told why. */
static enum case_answer extend(struct casework *work, struct values *one, const struct case_act *act, const char *note)
{
	int64_t position;

	values_put_integer(one, "extended", 1);
	if (!case_deadlines(work, one, 0) || !casework_put(work, one))
		return CASE_FAILED;
	return case_message(work, values_text(one, "receipt_lookup"), act->number, note, act->who, work->now, &position);
}

static enum case_answer grant(struct casework *work, struct values *one, const struct case_act *act, const char *what,
			      const char *note)
{
	struct case_move move = desk_move(act, "SUSPENDED");

	move.note = note;
	return is(what, "EXTENSION") ? extend(work, one, act, note) : casework_step(work, one, &move);
}

/* One that is open, and not of who decides. */
static struct values *open_request(struct casework *work, const struct case_act *act, int64_t position, enum case_answer *answer)
{
	struct rows requests;

	*answer = CASE_FAILED;
	if (!casework_rows(work, &Q_case_request_list, "case_number", act->number, &requests))
		return NULL;
	*answer = CASE_UNKNOWN;
	for (size_t i = 0; i < requests.count; i++) {
		const struct values *request = &requests.at[i];

		if (values_integer(request, "position") != position)
			continue;
		if (is_open(request) && !is(values_text(request, "asked_by"), act->who))
			return values_copy(request, work->arena);
		*answer = casework_refuse(work, CASE_FORBIDDEN, !values_null(request, "decided_at") ? "request_decided"
							: is_open(request) ? "own_request"
									   : "request_ended");
	}
	return NULL;
}

static bool put_decision(struct casework *work, const struct case_act *act, struct values *request, bool granted, const char *note)
{
	values_put_text(request, "case_number", act->number);
	values_put_integer(request, "decided_at", work->now);
	values_put_text(request, "decided_by", act->who);
	values_put_integer(request, "granted", granted);
	values_put_text(request, "decision_note", note);
	return casework_do(work, &Q_case_request_decided, request);
}

enum case_answer case_decide(struct casework *work, const struct case_act *act, int64_t position, bool granted,
			     const char *decision_note, const char *note)
{
	enum case_answer answer;
	struct values *one = desk_case(work, act, NULL, &answer), *request;
	const char *what;

	if (!one)
		return answer;
	request = open_request(work, act, position, &answer);
	if (!request)
		return answer;
	what = values_text(request, "what");
	if (act->actor != CASE_APPROVER)
		return CASE_FORBIDDEN;
	answer = granted ? may_have(work, one, what) : CASE_DONE;
	if (answer != CASE_DONE)
		return answer;
	if (granted ? !*note : !*decision_note)
		return CASE_UNSAID;
	answer = granted ? casework_filled(work, note) : CASE_DONE;
	if (answer != CASE_DONE)
		return answer;
	if (!put_decision(work, act, request, granted, decision_note))
		return CASE_FAILED;
	if (granted)
		return grant(work, one, act, what, note);
	return casework_put(work, one) ? CASE_DONE : CASE_FAILED;
}

enum case_answer case_resume(struct casework *work, const struct case_act *act, const char *note)
{
	struct case_move move = desk_move(act, "HANDLING");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "resume", &answer), *lead;

	if (!one || !desk_is_lead(work, act, &lead, &answer))
		return answer;
	move.note = note;
	return casework_step(work, one, &move);
}
