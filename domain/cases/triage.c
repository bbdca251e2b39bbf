/* SPDX-License-Identifier: Apache-2.0 */
/* Triage: what a case is, whether it is taken on, and one letter as two cases. */
#include <string.h>

#include "cases.h"
#include "desk.h"

static bool is(const char *text, const char *other)
{
	return strcmp(text, other) == 0;
}

static bool is_street(struct casework *work, const char *code, enum case_answer *answer)
{
	struct values *department = casework_row(work, &Q_case_department, "code", code, answer);

	if (department && is(values_text(department, "kind"), "STREET"))
		return true;
	if (*answer != CASE_FAILED)
		*answer = casework_refuse(work, CASE_UNFIT, "no_such_street");
	return false;
}

static enum case_answer check_sorting(struct casework *work, const struct values *one, const struct case_sorting *sorting,
				      bool any_kind)
{
	enum case_answer answer = CASE_DONE;

	if (!any_kind && !is(sorting->kind, values_text(one, "kind")))
		return casework_refuse(work, CASE_FORBIDDEN, "kind_stays");
	if (!is(sorting->urgency, "ORDINARY") && !is(sorting->urgency, "URGENT"))
		return casework_refuse(work, CASE_UNFIT, "no_such_choice");
	if (!casework_is_term(work, "case_kind", sorting->kind, &answer))
		return answer;
	if (*sorting->matter && !casework_is_term(work, "matter", sorting->matter, &answer))
		return answer;
	if (*sorting->street_code && !is_street(work, sorting->street_code, &answer))
		return answer;
	return CASE_DONE;
}

enum case_answer case_triage(struct casework *work, const struct case_act *act, const struct case_sorting *sorting)
{
	struct case_move move = desk_move(act, "TRIAGED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "triage", &answer);
	bool any_kind, other_kind;

	if (!one)
		return answer;
	any_kind = flow_has(&case_flow, values_text(one, "state"), CASE_STATE_ANY_KIND);
	answer = check_sorting(work, one, sorting, any_kind);
	if (answer != CASE_DONE)
		return answer;
	other_kind = !is(sorting->kind, values_text(one, "kind"));
	values_put_text(one, "kind", sorting->kind);
	values_put_text(one, "urgency", sorting->urgency);
	values_put_text(one, "matter", sorting->matter);
	if (!values_say(one, "facility_code"))
		values_put_text(one, "street_code", sorting->street_code);
	if (other_kind && !case_deadlines_forget(work, act->number))
		return CASE_FAILED;
	if (is(values_text(one, "state"), "RECEIVED"))
		return casework_step(work, one, &move);
	if (!casework_put(work, one) || (other_kind && !case_deadlines(work, one, 0)) ||
	    !mailbox_refresh(work, values_text(one, "receipt_lookup")))
		return CASE_FAILED;
	return CASE_DONE;
}

enum case_answer case_accept(struct casework *work, const struct case_act *act, const char *note)
{
	struct case_move move = desk_move(act, "ACCEPTED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "accept", &answer);

	move.note = note;
	if (!one)
		return answer;
	return casework_step(work, one, &move);
}

enum case_answer case_reject(struct casework *work, const struct case_act *act, const char *ground, const char *note)
{
	struct case_move move = desk_move(act, "REJECTED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "reject", &answer);

	if (!one)
		return answer;
	if (!*ground || !*note)
		return CASE_UNSAID;
	if (!casework_is_term(work, "reject_ground", ground, &answer))
		return answer;
	values_put_text(one, "reject_ground", ground);
	move.note = note;
	return casework_step(work, one, &move);
}

enum case_answer case_transfer(struct casework *work, const struct case_act *act, const char *passed_to, const char *note)
{
	struct case_move move = desk_move(act, "TRANSFERRED_OUT");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "transfer", &answer);

	if (!one)
		return answer;
	if (!*passed_to || !*note)
		return CASE_UNSAID;
	values_put_text(one, "passed_to", passed_to);
	move.note = note;
	return casework_step(work, one, &move);
}

enum case_answer case_reopen(struct casework *work, const struct case_act *act, const char *note, const char *reason)
{
	struct case_move move = desk_move(act, "TRIAGED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, act->actor == CASE_APPROVER ? "overrule" : "reopen", &answer);

	if (!one)
		return answer;
	move.note = note;
	move.reason = reason;
	return casework_step(work, one, &move);
}

/* Whether the letter has a case of this kind already. */
static bool has_kind(struct casework *work, const char *lookup, const char *kind, enum case_answer *answer)
{
	struct rows rows;

	*answer = casework_rows(work, &Q_case_of_receipt, "receipt_lookup", lookup, &rows) ? CASE_DONE : CASE_FAILED;
	for (size_t i = 0; *answer == CASE_DONE && i < rows.count; i++)
		if (is(values_text(&rows.at[i], "kind"), kind))
			*answer = casework_refuse(work, CASE_FORBIDDEN, "has_kind");
	return *answer != CASE_DONE;
}

enum case_answer case_split(struct casework *work, const struct case_act *act, const char *kind, const char *note,
			    const char **number)
{
	enum case_answer answer;
	struct values *one = desk_case(work, act, "split", &answer);
	const char *lookup;

	if (!one)
		return answer;
	lookup = values_text(one, "receipt_lookup");
	if (!casework_is_term(work, "case_kind", kind, &answer) || has_kind(work, lookup, kind, &answer))
		return answer;
	*number = casework_open_beside(work, one, kind, note, act->who);
	if (!*number || !casework_put(work, one) || !mailbox_refresh(work, lookup))
		return CASE_FAILED;
	return CASE_DONE;
}
