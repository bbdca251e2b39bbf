/* SPDX-License-Identifier: Apache-2.0 */
/* Telephone numbers in what people write of them: two of them, an area code in brackets, an extension behind. */
#ifndef SHANYU_TELEPHONE_H
#define SHANYU_TELEPHONE_H

#include <stdbool.h>

#include "arena.h"

/*
 * The first number of a text as it is dialled: digits, with a plus in front where there is one; full-width signs are read as their plain ones. Blanks,
 * hyphens, dots and brackets stand within a number until it is long enough to be whole; whatever else (a word, a slash, a comma) ends it. "" when
 * there is none from 3 to 17 digits.
 */
const char *telephone_dialed(const char *text, struct arena *arena);

/* Whether a number that is dialled can be a telephone's: 7 to 15 digits, or 3, 5 or 6 of an emergency or service number. */
bool telephone_is_likely(const char *dialed);

#endif
