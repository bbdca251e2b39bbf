/* SPDX-License-Identifier: Apache-2.0 */
/* The acts of publishing an outcome and of taking it back: the row of the publication log is of the same transaction. */
#include <string.h>

#include "cases.h"
#include "outcome.h"
#include "publication/facts.h"

#define MOST_UNSAID 100

/* The log says what the table says now. */
static enum case_answer publish(struct casework *work, const struct values *one, const struct outcome_approval *approval)
{
	struct publication_appending appending;
	struct publication_count count;

	if (publication_begin(&appending, work->sql, approval->log_signer, approval->full_name, work->now) &&
	    publication_publish_one(&appending, "outcome", values_text(one, "code"), values_text(one, "facility_code"), &count))
		return CASE_DONE;
	work->problem = arena_copy(work->arena, sql_problem(work->sql));
	return CASE_FAILED;
}

/* The reporter's receipt says so, too. A case whose time is over has none. */
static enum case_answer tell_reporter(struct casework *work, const struct values *one)
{
	enum case_answer answer = CASE_UNKNOWN;
	struct values *reporter = values_null(one, "case_number") ?
		NULL : casework_row(work, &Q_outcome_reporter, "case_number", values_text(one, "case_number"), &answer);

	if (!reporter)
		return answer == CASE_UNKNOWN ? CASE_DONE : answer;
	return mailbox_refresh(work, values_text(reporter, "receipt_lookup")) ? CASE_DONE : CASE_FAILED;
}

static enum outcome_actor actor_of(const struct outcome_approval *approval)
{
	return approval->stands_in ? OUTCOME_STAND_IN : OUTCOME_APPROVER;
}

static enum case_answer supersede(struct casework *work, const char *code, const struct outcome_approval *approval)
{
	struct outcome_step step = { "SUPERSEDED", actor_of(approval), approval->who, "" };
	enum case_answer answer;
	struct values *before = casework_row(work, &Q_outcome_public, "code", code, &answer);

	if (!before)
		return answer == CASE_UNKNOWN ? CASE_DONE : answer;
	return outcome_take_step(work, before, &step);
}

enum case_answer outcome_approve(struct casework *work, const char *code, const struct outcome_approval *approval)
{
	struct outcome_step step = { "PUBLISHED", actor_of(approval), approval->who, "" };
	enum case_answer answer;
	struct values *one = casework_row(work, &Q_outcome_newest, "code", code, &answer);

	if (!one)
		return answer;
	if (!flow_may(&outcome_flow, values_text(one, "state"), step.to, step.actor))
		return CASE_FORBIDDEN;
	answer = outcome_may_leave(work, one);
	if (answer == CASE_DONE)
		answer = supersede(work, code, approval);
	values_put_text(one, "approved_by", approval->who);
	values_put_integer(one, "approved_at", work->now);
	if (answer == CASE_DONE)
		answer = outcome_take_step(work, one, &step);
	if (answer == CASE_DONE)
		answer = publish(work, one, approval);
	return answer == CASE_DONE ? tell_reporter(work, one) : answer;
}

/* With the withdrawal nothing is left that the draft of its correction would take back. */
static enum case_answer drop_correction(struct casework *work, const char *code)
{
	struct outcome_step drop = { "DROPPED", OUTCOME_CLERK, "", "" };
	enum case_answer answer;
	struct values *newest = casework_row(work, &Q_outcome_newest, "code", code, &answer);

	if (!newest || !flow_has(&outcome_flow, values_text(newest, "state"), OUTCOME_STATE_OPEN) || !values_say(newest, "review_verdict"))
		return answer;
	return outcome_take_step(work, newest, &drop);
}

enum case_answer outcome_review(struct casework *work, const char *number, const struct outcome_approval *approval)
{
	enum case_answer answer;
	struct values *now = casework_row(work, &Q_outcome_standing, "case_number", number, &answer), *one;

	if (!now)
		return answer == CASE_UNKNOWN ? CASE_DONE : answer;
	one = casework_row(work, &Q_outcome_public, "code", values_text(now, "code"), &answer);
	if (!one || strcmp(values_text(one, "review"), values_text(now, "standing")) == 0)
		return one ? CASE_DONE : answer;
	values_put_text(one, "review", values_text(now, "standing"));
	if (!casework_do(work, &Q_outcome_put, one))
		return CASE_FAILED;
	/* Without the log's key on this machine the next publication says it. */
	return approval->log_signer ? publish(work, one, approval) : CASE_DONE;
}

bool outcome_unsaid(struct casework *work, struct rows *unsaid)
{
	return sql_list(work->sql, &Q_outcome_unsaid, NULL, work->arena, MOST_UNSAID, unsaid) || casework_failed(work);
}

enum case_answer outcome_withdraw(struct casework *work, const char *code, const struct outcome_approval *approval, const char *reason)
{
	struct outcome_step step = { "WITHDRAWN", actor_of(approval), approval->who, reason };
	enum case_answer answer;
	struct values *one = casework_row(work, &Q_outcome_public, "code", code, &answer);

	/* Only what is public can be taken back. */
	if (!one)
		return answer == CASE_UNKNOWN ? CASE_FORBIDDEN : answer;
	answer = casework_filled(work, reason ? reason : "");
	if (answer != CASE_DONE)
		return answer;
	values_put_text(one, "end_reason", reason ? reason : "");
	answer = outcome_take_step(work, one, &step);
	if (answer == CASE_DONE)
		answer = publish(work, one, approval);
	if (answer == CASE_DONE)
		answer = drop_correction(work, code);
	return answer == CASE_DONE ? tell_reporter(work, one) : answer;
}
