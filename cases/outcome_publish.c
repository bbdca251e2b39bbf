/* SPDX-License-Identifier: Apache-2.0 */
/* The acts of publishing an outcome and of taking it back: the row of the publication log is of the same transaction. */
#include "cases.h"
#include "outcome.h"
#include "publication/facts.h"

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

static enum case_answer supersede(struct casework *work, const char *code, const struct outcome_approval *approval)
{
	struct outcome_step step = { "SUPERSEDED", OUTCOME_APPROVER, approval->who, "" };
	enum case_answer answer;
	struct values *before = casework_row(work, &Q_outcome_public, "code", code, &answer);

	if (!before)
		return answer == CASE_UNKNOWN ? CASE_DONE : answer;
	return outcome_take_step(work, before, &step);
}

static enum case_answer reveals(struct casework *work, const struct values *one)
{
	enum case_answer answer = outcome_reveals(work, values_text(one, "case_number"), values_text(one, "summary"));

	return answer == CASE_DONE ? outcome_reveals(work, values_text(one, "case_number"), values_text(one, "answer")) : answer;
}

enum case_answer outcome_approve(struct casework *work, const char *code, const struct outcome_approval *approval)
{
	struct outcome_step step = { "PUBLISHED", OUTCOME_APPROVER, approval->who, "" };
	enum case_answer answer;
	struct values *one = casework_row(work, &Q_outcome_newest, "code", code, &answer);

	if (!one)
		return answer;
	if (!outcome_states_may(values_text(one, "state"), step.to, step.actor))
		return CASE_FORBIDDEN;
	answer = reveals(work, one);
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

enum case_answer outcome_withdraw(struct casework *work, const char *code, const struct outcome_approval *approval, const char *reason)
{
	struct outcome_step step = { "WITHDRAWN", OUTCOME_APPROVER, approval->who, reason };
	enum case_answer answer;
	struct values *one = casework_row(work, &Q_outcome_public, "code", code, &answer);

	/* Only what is public can be taken back. */
	if (!one)
		return answer == CASE_UNKNOWN ? CASE_FORBIDDEN : answer;
	values_put_text(one, "end_reason", reason ? reason : "");
	answer = outcome_take_step(work, one, &step);
	if (answer == CASE_DONE)
		answer = publish(work, one, approval);
	return answer == CASE_DONE ? tell_reporter(work, one) : answer;
}
