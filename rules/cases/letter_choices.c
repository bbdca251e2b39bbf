/* SPDX-License-Identifier: Apache-2.0 */
/* What a reporter may choose in a letter. */
#include "letter_choices.h"

#include <string.h>

const char *const letter_kind[] = { "CONSULT", "ADVICE", "HELP", "COMPLAINT", "CONSUMER", "REPORT", "EMERGENCY", NULL };
const char *const letter_going_on[] = { "yes", "no", "unknown", NULL };
const char *const letter_reply_by[] = { "receipt", "phone", NULL };

bool letter_choice_is_among(const char *code, const char *const *choices)
{
	while (*choices && strcmp(*choices, code) != 0)
		choices++;
	return *choices != NULL;
}
