/* SPDX-License-Identifier: Apache-2.0 */
/* Looking something up in the audit. */
#include "audit.h"

#include <audit.h> /* the pack */

#define ACTIONS_MOST 500

static struct values *parameters(const struct audit_search *search, struct arena *arena)
{
	struct values *values = values_new(arena);

	values_put_text(values, "account", search->account);
	values_put_text(values, "action", search->action);
	values_put_text(values, "subject", search->subject);
	values_put_text(values, "reason", search->reason);
	values_put_integer(values, "since", search->since);
	values_put_integer(values, "until", search->until ? search->until : INT64_MAX);
	values_put_integer(values, "before", search->before ? search->before : INT64_MAX);
	return values;
}

bool audit_find(struct sql *sql, struct arena *arena, const struct audit_search *search, size_t most, struct rows *rows)
{
	struct values *values = parameters(search, arena);

	values_put_integer(values, "most", (int64_t)most);
	return sql_list(sql, &Q_audit_search, values, arena, most, rows);
}

int64_t audit_found(struct sql *sql, struct arena *arena, const struct audit_search *search)
{
	struct values *row;

	return sql_row(sql, &Q_audit_count, parameters(search, arena), arena, &row) == SQL_FOUND ? values_integer(row, "found")
												 : -1;
}

bool audit_actions(struct sql *sql, struct arena *arena, struct rows *rows)
{
	return sql_list(sql, &Q_audit_actions, NULL, arena, ACTIONS_MOST, rows);
}
