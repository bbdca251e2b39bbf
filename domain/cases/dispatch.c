/* SPDX-License-Identifier: Apache-2.0 */
/* Handing cases to departments: by the matrix or by hand; taken, returned, taken back, assigned. */
#include <string.h>

#include "cases.h"
#include "desk.h"
#include "lib/base/text.h"

#define OF_THE_STREET "STREET"

static bool is(const char *text, const char *other)
{
	return strcmp(text, other) == 0;
}

/* The next of blank-separated words; NULL after the last. */
static const char *next_word(struct casework *work, const char **at)
{
	size_t length;
	const char *word;

	*at += strspn(*at, " ");
	length = strcspn(*at, " ");
	word = length ? arena_text(work->arena, *at, length) : NULL;
	*at += length;
	return word;
}

/* STREET is the office of the case's street. */
static const char *resolved(const char *department, const struct values *one)
{
	return is(department, OF_THE_STREET) ? values_text(one, "street_code") : department;
}

/* Every department once, without the lead. */
static const char *resolved_assists(struct casework *work, const char *assists, const char *lead, const struct values *one)
{
	const char *list = "", *word;

	while ((word = next_word(work, &assists))) {
		word = resolved(word, one);
		if (*word && !is(word, lead) && !text_has_word(list, word))
			list = arena_format(work->arena, "%s%s%s", list, *list ? " " : "", word);
	}
	return list;
}

static bool find_routing(struct casework *work, const struct values *one, struct routing *routing)
{
	struct values *parameters = values_new(work->arena), *rule;

	*routing = (struct routing){ "", "", "", "" };
	values_put_text(parameters, "matter", values_text(one, "matter"));
	values_put_text(parameters, "kind", values_text(one, "kind"));
	switch (sql_row(work->sql, &Q_routing_fit, parameters, work->arena, &rule)) {
	case SQL_FAILED:
		return casework_failed(work);
	case SQL_NONE:
		return true;
	case SQL_FOUND:
		break;
	}
	routing->rule = values_text(rule, "code");
	routing->lead = resolved(values_text(rule, "lead"), one);
	routing->assists = resolved_assists(work, values_text(rule, "assists"), routing->lead, one);
	routing->note = values_text(rule, "note");
	return true;
}

bool routing_find(struct casework *work, const char *number, struct routing *routing)
{
	enum case_answer answer;
	struct values *one = casework_case(work, number, &answer);

	return one && find_routing(work, one, routing);
}

static bool same_words(struct casework *work, const char *one, const char *other)
{
	const char *at = one, *word;

	while ((word = next_word(work, &at)))
		if (!text_has_word(other, word))
			return false;
	while ((word = next_word(work, &other)))
		if (!text_has_word(one, word))
			return false;
	return true;
}

/* Whether all of them are departments: asked before anything is written. */
static enum case_answer are_departments(struct casework *work, const char *words)
{
	enum case_answer answer = CASE_DONE;
	const char *word;

	while (answer == CASE_DONE && (word = next_word(work, &words)))
		casework_row(work, &Q_case_department, "code", word, &answer);
	return answer == CASE_UNKNOWN ? casework_refuse(work, CASE_UNFIT, "no_such_department") : answer;
}

static bool put_part(struct casework *work, struct values *row, const char *department, const char *part)
{
	values_put_text(row, "department", department);
	values_put_text(row, "part", part);
	return casework_do(work, &Q_case_dispatch_put, row);
}

static bool put_round(struct casework *work, const struct case_act *act, const struct case_order *order, const char *assists,
		      const char *rule, int64_t return_until)
{
	struct values *row = values_new(work->arena);
	enum case_answer answer;
	struct values *last = casework_row(work, &Q_case_dispatch_last, "case_number", act->number, &answer);
	const char *word;
	bool done;

	if (!last)
		return false;
	values_put_text(row, "case_number", act->number);
	values_put_integer(row, "round", values_integer(last, "round") + 1);
	values_put_text(row, "rule", rule);
	values_put_integer(row, "dispatched_at", work->now);
	values_put_text(row, "dispatched_by", act->who);
	values_put_integer(row, "return_until", return_until);
	done = put_part(work, row, order->lead, "LEAD");
	while (done && (word = next_word(work, &assists)))
		done = put_part(work, row, word, "ASSIST");
	return done;
}

enum case_answer case_dispatch(struct casework *work, const struct case_act *act, const struct case_order *order)
{
	struct case_move move = desk_move(act, "DISPATCHED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, act->actor == CASE_APPROVER ? "redispatch" : "dispatch", &answer);
	struct routing routing;
	const char *assists;
	int64_t return_until;
	double days;
	bool by_rule;

	if (!one)
		return answer;
	if (!*order->lead)
		return CASE_UNSAID;
	move.note = order->note;
	move.reason = order->reason;
	assists = resolved_assists(work, order->assists, order->lead, one);
	answer = are_departments(work, arena_format(work->arena, "%s %s", order->lead, assists));
	if (answer != CASE_DONE)
		return answer;
	if (!find_routing(work, one, &routing) || !case_rule(work, "dispatch.return_days", &days) ||
	    !case_workdays_end(work, work->now, (int)days, &return_until))
		return CASE_FAILED;
	by_rule = is(routing.lead, order->lead) && same_words(work, routing.assists, assists);
	answer = casework_step(work, one, &move);
	if (answer == CASE_DONE && !put_round(work, act, order, assists, by_rule ? routing.rule : "", return_until))
		answer = CASE_FAILED;
	return answer;
}

enum case_answer case_recall(struct casework *work, const struct case_act *act, const char *reason)
{
	struct case_move move = desk_move(act, "ACCEPTED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "recall", &answer), *row = values_new(work->arena);

	if (!one)
		return answer;
	move.reason = reason;
	values_put_text(row, "case_number", act->number);
	answer = casework_step(work, one, &move);
	if (answer == CASE_DONE && !casework_do(work, &Q_case_dispatch_recall, row))
		answer = CASE_FAILED;
	return answer;
}

enum case_answer case_take(struct casework *work, const struct case_act *act)
{
	struct case_move move = desk_move(act, "HANDLING");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "take", &answer), *lead;

	if (!one || !desk_is_lead(work, act, &lead, &answer))
		return answer;
	answer = casework_step(work, one, &move);
	values_put_text(lead, "case_number", act->number);
	values_put_integer(lead, "taken_at", work->now);
	if (answer == CASE_DONE && !casework_do(work, &Q_case_dispatch_taken, lead))
		answer = CASE_FAILED;
	return answer;
}

enum case_answer case_return(struct casework *work, const struct case_act *act, const char *reason)
{
	struct case_move move = desk_move(act, "RETURNED_BY_DEPT");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "return", &answer), *lead;

	if (!one || !desk_is_lead(work, act, &lead, &answer))
		return answer;
	if (work->now > values_integer(lead, "return_until"))
		return casework_refuse(work, CASE_LATE, "return_over");
	move.reason = reason;
	answer = casework_step(work, one, &move);
	values_put_text(lead, "case_number", act->number);
	values_put_integer(lead, "returned_at", work->now);
	values_put_text(lead, "return_reason", reason);
	if (answer == CASE_DONE && !casework_do(work, &Q_case_dispatch_returned, lead))
		answer = CASE_FAILED;
	return answer;
}

/* An officer at work in this department. */
static bool is_officer(struct casework *work, const char *account, const char *department, enum case_answer *answer)
{
	struct values *row = casework_row(work, &Q_case_officer, "account", account, answer);

	if (row && is(values_text(row, "department"), department))
		return true;
	if (*answer != CASE_FAILED)
		*answer = casework_refuse(work, CASE_UNFIT, "no_such_officer");
	return false;
}

enum case_answer case_assign(struct casework *work, const struct case_act *act, const char *handler)
{
	enum case_answer answer;
	struct values *one = desk_case(work, act, "assign", &answer), *lead;

	if (!one || !desk_is_lead(work, act, &lead, &answer))
		return answer;
	if (casework_is_barred(one, handler))
		return casework_refuse(work, CASE_FORBIDDEN, "handler_barred");
	if (!is_officer(work, handler, act->department, &answer))
		return answer;
	values_put_text(one, "handler", handler);
	return casework_put(work, one) ? CASE_DONE : CASE_FAILED;
}
