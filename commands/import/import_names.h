/* SPDX-License-Identifier: Apache-2.0 */
/* Texts and what each stands for, held in an arena. Neither texts nor what they stand for are copied. */
#ifndef SHANYU_IMPORT_NAMES_H
#define SHANYU_IMPORT_NAMES_H

#include <stddef.h>

#include "lib/base/arena.h"

struct names;

struct names *names_new(struct arena *arena);

/* What stands there already is replaced. */
void names_put(struct names *names, const char *text, const void *meant);

/* NULL when there is none, or there are no names at all. */
const void *names_find(const struct names *names, const char *text);

#endif
