/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The few words PostgreSQL is told differently. Every SQL text of the registry is written once, in words SQLite takes; what
 * PostgreSQL must read instead is made here, token by token, and listed in docs/dialects.md. Nothing within quotes or
 * comments is touched. Refuses nothing: what it does not know it passes on.
 */
#ifndef SHANYU_SQL_DIALECT_H
#define SHANYU_SQL_DIALECT_H

#include <stddef.h>

#include "lib/base/arena.h"

/*
 * A query: :name becomes $1, $2 ... by first appearance, a name that repeats keeps its number, "cast(x as integer)" asks for
 * 64 bits. The names, without the colon, go into the arena; *count is how many there are, and it is more than `most` when
 * there was no room for all (the text is then of no use).
 */
char *dialect_query(const char *text, const char **names, size_t most, size_t *count, struct arena *arena);

/* A script (a migration): integer, real and blob by the names of their types there, and "strict" after a table left out. */
char *dialect_script(const char *text, struct arena *arena);

#endif
