/* SPDX-License-Identifier: Apache-2.0 */
/* Declared procedures, for tests: a line for every action in every state it starts from: word, action, from, to (- it stays), actor, verb (- of nobody in the office). */
#include <stdio.h>

#include "lib/base/text.h"
#include "procedures.h"

static void tell(const struct flow *flow, const struct flow_action *action, const char *from)
{
	printf("%s %s %s %s %s %s\n", flow->word, action->name, from, action->to ? action->to : "-", flow->actors[action->actor],
	       action->verb ? permission_verb_code(action->verb) : "-");
}

int main(void)
{
	for (size_t i = 0; i < PROCEDURES; i++)
		for (size_t j = 0; j < procedures[i]->action_count; j++)
			for (size_t k = 0; k < procedures[i]->state_count; k++)
				if (text_has_word(procedures[i]->actions[j].from, procedures[i]->states[k].code))
					tell(procedures[i], &procedures[i]->actions[j], procedures[i]->states[k].code);
	return 0;
}
