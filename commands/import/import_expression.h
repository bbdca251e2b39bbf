/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a mapping says about a row: an expression gives a text ("BC-{FAC_PARTY_ID}", "{STREET}[, {FLOOR}]"), a condition holds or
 * not ("A=Y or B=Y and C!="). Both are read once against the header; a column that is not there is a problem, not a blank.
 */
#ifndef SHANYU_IMPORT_EXPRESSION_H
#define SHANYU_IMPORT_EXPRESSION_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/base/csv.h"
#include "lib/base/values.h"

struct expression;
struct condition;

/* NULL: *problem is one phrase, held in the arena. */
struct expression *expression_read(const char *text, const struct csv *csv, struct arena *arena, const char **problem);
struct condition *condition_read(const char *text, const struct csv *csv, struct arena *arena, const char **problem);

/* The text of a row, without blanks at both ends. */
const char *expression_text(const struct expression *expression, const struct values *row, struct arena *arena);

/* Whether no column is in it. */
bool expression_is_constant(const struct expression *expression);

/* Mark the columns that are in it. */
void expression_mark(const struct expression *expression, bool *columns);

bool condition_holds(const struct condition *condition, const struct values *row);

#endif
