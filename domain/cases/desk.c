/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the desk share: the case as it was shown, and who leads. */
#include "desk.h"

#include <string.h>

#include "cases.h"

struct values *desk_case(struct casework *work, const struct case_act *act, const char *action, enum case_answer *answer)
{
	struct values *one = casework_case(work, act->number, answer);

	/* Of what is erased nothing more can be done. */
	if (one && values_say(one, "erased_at")) {
		*answer = CASE_FORBIDDEN;
		return NULL;
	}
	if (!one)
		return NULL;
	if (act->revision >= 0 && act->revision != values_integer(one, "revision")) {
		*answer = CASE_CHANGED;
		return NULL;
	}
	if (action && !flow_action(&case_flow, action, values_text(one, "state"), act->actor)) {
		*answer = casework_refuse(work, CASE_FORBIDDEN, "other_state");
		return NULL;
	}
	return one;
}

struct case_move desk_move(const struct case_act *act, const char *to)
{
	return (struct case_move){ .number = act->number, .to = to, .actor = act->actor, .who = act->who };
}

bool desk_is_lead(struct casework *work, const struct case_act *act, struct values **lead, enum case_answer *answer)
{
	*lead = casework_row(work, &Q_case_lead, "case_number", act->number, answer);
	if (*lead && *act->department && strcmp(values_text(*lead, "department"), act->department) == 0)
		return true;
	if (*answer != CASE_FAILED)
		*answer = casework_refuse(work, CASE_FORBIDDEN, "not_the_lead");
	return false;
}
