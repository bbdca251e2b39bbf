/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Placeholders of the office's texts: a name in braces, {number}, that is replaced by what is known of a case. A setting of this house: a text
 * with one that nobody replaces is neither kept among the texts nor sent.
 */
#ifndef SHANYU_PLACEHOLDERS_H
#define SHANYU_PLACEHOLDERS_H

#include <stddef.h>

#include "lib/base/arena.h"

struct placeholder {
	const char *name;  /* without braces */
	const char *value;
};

/*
 * The first {...} of the text, with its braces, that is none of the known ones; NULL: there is none. What stands in braces is at most 40 bytes
 * long and holds no brace, blank or line break: anything else in braces is somebody's words.
 */
const char *placeholder_unknown(const char *text, const struct placeholder *known, size_t count, struct arena *arena);

/* The text with the known ones replaced. A value that holds one is not looked into. */
const char *placeholders_fill(const char *text, const struct placeholder *known, size_t count, struct arena *arena);

#endif
