/* SPDX-License-Identifier: Apache-2.0 */
/* Looking procedures up. */
#include "by_word.h"

#include <string.h>

#include "procedures.h"

const struct flow *procedure_by_word(const char *word)
{
	for (size_t i = 0; i < PROCEDURES; i++)
		if (strcmp(procedures[i]->word, word) == 0)
			return procedures[i];
	return NULL;
}
