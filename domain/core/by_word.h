/* SPDX-License-Identifier: Apache-2.0 */
/* The procedures of all rooms, by the word that is stored with what belongs to a file. */
#ifndef SHANYU_DOMAIN_BY_WORD_H
#define SHANYU_DOMAIN_BY_WORD_H

#include "workflow/flow.h"

/* NULL: there is no such procedure. */
const struct flow *procedure_by_word(const char *word);

#endif
