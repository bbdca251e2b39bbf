/* SPDX-License-Identifier: Apache-2.0 */
/* Asking and telling the registry, for the files of this room. */
#include "casework.h"

#define MOST_ROWS 20000

static bool fails(struct casework *work)
{
	work->problem = arena_copy(work->arena, sql_problem(work->sql));
	return false;
}

bool casework_do(struct casework *work, const struct query *query, const struct values *values)
{
	return sql_do(work->sql, query, values) >= 0 || fails(work);
}

struct values *casework_row(struct casework *work, const struct query *query, const char *name, const char *value,
	enum case_answer *answer)
{
	struct values *parameters = values_new(work->arena), *row = NULL;

	values_put_text(parameters, name, value);
	*answer = CASE_DONE;
	switch (sql_row(work->sql, query, parameters, work->arena, &row)) {
	case SQL_FOUND:
		return row;
	case SQL_NONE:
		*answer = CASE_UNKNOWN;
		return NULL;
	case SQL_FAILED:
		break;
	}
	fails(work);
	*answer = CASE_FAILED;
	return NULL;
}

bool casework_rows(struct casework *work, const struct query *query, const char *name, const char *value, struct rows *rows)
{
	struct values *parameters = values_new(work->arena);

	if (name)
		values_put_text(parameters, name, value);
	return sql_list(work->sql, query, parameters, work->arena, MOST_ROWS, rows) || fails(work);
}
