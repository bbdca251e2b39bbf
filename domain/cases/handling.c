/* SPDX-License-Identifier: Apache-2.0 */
/* Handling a case to its end: notes, tasks, the reply, closing, the review. */
#include <string.h>

#include "cases.h"
#include "desk.h"
#include "lib/base/calendar.h"
#include "domain/disclosures/outcome.h"

/* A finding is told to the reporter with the step, and drafts what the public will read of it. */
static enum case_answer take_finding(struct casework *work, struct values *one, const struct case_move *move)
{
	enum case_answer answer = casework_step(work, one, move);
	const char *code;

	return answer == CASE_DONE ? outcome_of_finding(work, move->number, &code) : answer;
}

enum case_answer case_reply(struct casework *work, const struct case_act *act, const char *verdict, const char *passed_to,
			    const char *text)
{
	struct case_move move = desk_move(act, "REPLIED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "reply", &answer), *lead;

	if (!one || !desk_is_lead(work, act, &lead, &answer))
		return answer;
	move.note = text;
	move.verdict = verdict;
	move.passed_to = passed_to;
	return take_finding(work, one, &move);
}

enum case_answer case_close(struct casework *work, const struct case_act *act, const char *reason)
{
	struct case_move move = desk_move(act, "CLOSED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "close", &answer);
	int64_t until;
	double days;

	if (!one)
		return answer;
	if (!case_rule(work, "reply.judge_days", &days) ||
	    !case_workdays_end(work, values_integer(one, "decided_at"), (int)days, &until))
		return CASE_FAILED;
	if (work->now <= until)
		return casework_refuse(work, CASE_EARLY, "reporter_judges");
	move.reason = reason;
	return casework_step(work, one, &move);
}

enum case_answer case_review(struct casework *work, const struct case_act *act, const char *verdict, const char *passed_to,
			     const char *text)
{
	struct case_move move = desk_move(act, "CLOSED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "review", &answer);

	if (!one)
		return answer;
	move.note = text;
	move.verdict = verdict;
	move.passed_to = passed_to;
	return take_finding(work, one, &move);
}

enum case_answer case_archive(struct casework *work, const struct case_act *act)
{
	struct case_move move = desk_move(act, "ARCHIVED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "archive", &answer);

	return one ? casework_step(work, one, &move) : answer;
}

/* The next position within a case; -1 when it could not be asked. */
static int64_t next_position(struct casework *work, const struct query *last, const char *number)
{
	enum case_answer answer;
	struct values *row = casework_row(work, last, "case_number", number, &answer);

	return row ? values_integer(row, "position") + 1 : -1;
}

static struct values *row_at(struct casework *work, const struct case_act *act, int64_t position)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "case_number", act->number);
	values_put_integer(row, "position", position);
	values_put_text(row, "account", act->who);
	values_put_integer(row, "now", work->now);
	values_put_integer(row, "since", work->now - CASE_NOTE_UNDO_SECONDS);
	return row;
}

enum case_answer case_note(struct casework *work, const struct case_act *act, const char *kind, const char *text, int64_t *position)
{
	enum case_answer answer;
	struct values *row;

	if (!desk_case(work, act, NULL, &answer) || !casework_is_term(work, "note_kind", kind, &answer))
		return answer;
	if (!*text)
		return CASE_UNSAID;
	*position = next_position(work, &Q_case_note_last, act->number);
	if (*position < 0)
		return CASE_FAILED;
	row = row_at(work, act, *position);
	values_put_text(row, "kind", kind);
	values_put_text(row, "text", text);
	return casework_do(work, &Q_case_note_put, row) ? CASE_DONE : CASE_FAILED;
}

/* One row changed, or it was not to be changed, which is `why`. */
static enum case_answer change_one(struct casework *work, const struct query *query, const struct values *row, const char *why)
{
	int64_t changed = sql_do(work->sql, query, row);

	if (changed < 0)
		casework_failed(work);
	return changed < 0 ? CASE_FAILED : changed ? CASE_DONE : casework_refuse(work, CASE_FORBIDDEN, why);
}

enum case_answer case_note_undo(struct casework *work, const struct case_act *act, int64_t position)
{
	return change_one(work, &Q_case_note_undo, row_at(work, act, position), "note_stays");
}

enum case_answer case_task(struct casework *work, const struct case_act *act, const char *text, const char *assignee,
			   const char *due_on, int64_t *position)
{
	enum case_answer answer;
	struct values *row;
	int64_t day;

	if (!desk_case(work, act, NULL, &answer))
		return answer;
	if (!*text)
		return CASE_UNSAID;
	if (*due_on && !calendar_day_from_text(due_on, &day))
		return casework_refuse(work, CASE_UNFIT, "no_such_day");
	if (!casework_row(work, &Q_case_officer, "account", assignee, &answer))
		return answer == CASE_UNKNOWN ? casework_refuse(work, CASE_UNFIT, "no_such_officer") : answer;
	*position = next_position(work, &Q_case_task_last, act->number);
	if (*position < 0)
		return CASE_FAILED;
	row = row_at(work, act, *position);
	values_put_text(row, "text", text);
	values_put_text(row, "assignee", assignee);
	values_put_text(row, "due_on", *due_on ? due_on : NULL);
	return casework_do(work, &Q_case_task_put, row) ? CASE_DONE : CASE_FAILED;
}

enum case_answer case_task_done(struct casework *work, const struct case_act *act, int64_t position)
{
	return change_one(work, &Q_case_task_done, row_at(work, act, position), "task_was_done");
}
