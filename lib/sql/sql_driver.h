/* SPDX-License-Identifier: Apache-2.0 */
/* What an engine does for lib/sql/sql.c. Private to lib/sql/sql*.c. */
#ifndef SHANYU_SQL_DRIVER_H
#define SHANYU_SQL_DRIVER_H

#include "sql.h"

/* One prepared query. The driver fills the names; row is reused by every step. */
struct statement {
	const struct query *query;
	void *prepared;
	const char **parameters;        /* names without the colon, in the engine's order */
	size_t parameter_count;
	struct values row;              /* names of the columns, values of the current row */
	bool running;
};

struct sql_driver {
	void *(*open)(const struct sql_opening *opening, struct arena *arena, const char **problem);
	void (*close)(void *connection);
	/* Limits, authorizer: after extend and before the first prepare. The arena lives as long as the connection. */
	bool (*restrict_to)(void *connection, const struct sql_opening *opening, struct arena *arena);
	bool (*prepare)(void *connection, struct statement *statement, struct arena *arena);
	void (*forget)(void *connection, struct statement *statement);
	bool (*start)(void *connection, struct statement *statement, const struct value *const *parameters);
	enum sql_answer (*step)(void *connection, struct statement *statement);
	void (*reset)(void *connection, struct statement *statement);
	int64_t (*changed)(void *connection, struct statement *statement);
	bool (*script)(void *connection, const char *text);
	const char *(*problem)(void *connection);
	bool (*refused)(void *connection);      /* see sql_refused: of what failed last */
	/* How long what follows waits for others, -1 as usual. NULL: the words of begin_at_once say it. */
	void (*wait_at_most)(void *connection, int milliseconds);
	const char *begin_at_once;      /* the words that take the writer's place when it is free */
	const char *begin;              /* the words that take the writer's place at once */
	const char *begin_reading;      /* the words after which every query sees the same state */
};

extern const struct sql_driver sql_sqlite_driver;
/* Absent from programs that do not link lib/sql/sql_postgresql*.c: the public ones cannot reach the registry's server. */
extern const struct sql_driver sql_postgresql_driver __attribute__((weak));

#endif
