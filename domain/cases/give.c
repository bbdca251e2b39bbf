/* SPDX-License-Identifier: Apache-2.0 */
/* Who has a case in hand. */
#include "give.h"

#include <string.h>

#include "cases.h"

/* Where a case is while an actor's place has it, and the role of who works there. */
static const struct {
	enum case_actor actor;
	const char *state;
	const char *role; /* NULL: whoever belongs to the department */
} places[] = {
	{ CASE_DESK, "RECEIVED", "DESK" },         { CASE_DESK, "TRIAGED", "DESK" },        { CASE_DESK, "ACCEPTED", "DESK" },
	{ CASE_DESK, "RETURNED_BY_DEPT", "DESK" }, { CASE_DEPARTMENT, "DISPATCHED", NULL }, { CASE_DEPARTMENT, "HANDLING", NULL },
	{ CASE_DEPARTMENT, "SUSPENDED", NULL },    { CASE_APPROVER, "REVIEW", "APPROVER" },
};

/* The place of an actor in a state; NULL when the case is elsewhere. */
static const char *const *place_of(enum case_actor actor, const char *state)
{
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (places[i].actor == actor && strcmp(places[i].state, state) == 0)
			return &places[i].role;
	return NULL;
}

static bool works_there(struct casework *work, const struct case_act *act, const char *handler, const char *role,
			enum case_answer *answer)
{
	struct values *asked = values_new(work->arena), *row = NULL;
	enum sql_answer found;

	values_put_text(asked, "account", handler);
	values_put_text(asked, "role", role ? role : "");
	found = sql_row(work->sql, role ? &Q_case_officer_of : &Q_case_officer, asked, work->arena, &row);
	if (found == SQL_FAILED) {
		work->problem = sql_problem(work->sql);
		*answer = CASE_FAILED;
		return false;
	}
	if (row && strcmp(values_text(row, "department"), act->department) == 0)
		return true;
	*answer = casework_refuse(work, CASE_UNFIT, "no_such_officer");
	return false;
}

enum case_answer case_give(struct casework *work, const struct case_act *act, const char *handler, const char **before)
{
	enum case_answer answer;
	struct values *one = desk_case(work, act, NULL, &answer), *lead;
	const char *const *role;

	if (!one)
		return answer;
	*before = values_text(one, "handler");
	role = place_of(act->actor, values_text(one, "state"));
	if (!role || (*handler && casework_is_barred(one, handler)))
		return CASE_FORBIDDEN;
	if ((act->actor == CASE_DEPARTMENT && !desk_is_lead(work, act, &lead, &answer)) ||
	    (*handler && !works_there(work, act, handler, *role, &answer)))
		return answer;
	values_put_text(one, "handler", handler);
	return casework_put(work, one) ? CASE_DONE : CASE_FAILED;
}
