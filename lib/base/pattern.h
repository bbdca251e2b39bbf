/* SPDX-License-Identifier: Apache-2.0 */
/* Texts with gaps: "{number} until {deadline}". Their words are data; what is put in are values by the same name. */
#ifndef SHANYU_PATTERN_H
#define SHANYU_PATTERN_H

#include "values.h"

/* The text with its gaps filled. A name without a value, or a brace that does not close, stays as it stands, to be seen. */
const char *pattern_fill(const char *pattern, const struct values *values, struct arena *arena);

#endif
