/* SPDX-License-Identifier: Apache-2.0 */
/* Refused acts: a row of the audit for the first, a count of the others. */
#include "refusals.h"

#include <audit.h> /* the pack */

/* More than there are routes and causes for the accounts of a district within a minute; what is left is told the next time. */
#define MOST_AT_ONCE 2000

static bool failed(struct sql *sql, const char **problem)
{
	*problem = sql_problem(sql);
	return false;
}

static bool append(struct sql *sql, struct arena *arena, int64_t now, const struct audit_refusal *refusal, struct values *detail,
		   const char **problem)
{
	const struct audit_row row = {
		.account = refusal->account,
		.role = refusal->role,
		.action = arena_format(arena, "refused.%s", refusal->why),
		.subject = refusal->subject,
		.detail = detail,
		.reason = "",
		.request_id = refusal->request_id,
	};

	values_put_text(detail, "route", refusal->route);
	return audit_append(sql, arena, now, &row, problem);
}

bool audit_refusals_close(struct sql *sql, struct arena *arena, int64_t now, const char **problem)
{
	struct values *parameters = values_new(arena);
	struct rows rows;

	values_put_integer(parameters, "until", now - AUDIT_REFUSALS_SECONDS);
	if (!sql_list(sql, &Q_refused_act_over, parameters, arena, MOST_AT_ONCE, &rows))
		return failed(sql, problem);
	for (size_t i = 0; i < rows.count; i++) {
		const struct values *row = &rows.at[i];
		const struct audit_refusal counted = { .account = values_text(row, "account"),
						       .role = values_text(row, "role"),
						       .route = values_text(row, "route"),
						       .why = values_text(row, "why"),
						       .subject = "",
						       .request_id = "" };
		struct values *detail = values_new(arena);

		values_put_integer(detail, "more", values_integer(row, "times") - 1);
		values_put_integer(detail, "seconds", values_integer(row, "last_at") - values_integer(row, "since"));
		if (values_integer(row, "times") > 1 && !append(sql, arena, now, &counted, detail, problem))
			return false;
	}
	return rows.count == 0 || sql_do(sql, &Q_refused_act_forget, parameters) >= 0 || failed(sql, problem);
}

bool audit_refuse(struct sql *sql, struct arena *arena, int64_t now, const struct audit_refusal *refusal, const char **problem)
{
	struct values *row = values_new(arena), *detail = values_new(arena);
	int64_t counted;

	if (!audit_refusals_close(sql, arena, now, problem))
		return false;
	values_put_text(row, "account", refusal->account);
	values_put_text(row, "route", refusal->route);
	values_put_text(row, "why", refusal->why);
	values_put_text(row, "role", refusal->role);
	values_put_integer(row, "now", now);
	counted = sql_do(sql, &Q_refused_act_again, row);
	if (counted)
		return counted > 0 || failed(sql, problem);
	if (*refusal->act)
		values_put_text(detail, "act", refusal->act);
	if (*refusal->cause)
		values_put_text(detail, "cause", refusal->cause);
	return append(sql, arena, now, refusal, detail, problem) &&
	       (sql_do(sql, &Q_refused_act_first, row) == 1 || failed(sql, problem));
}

int64_t audit_refusals_open(struct sql *sql, struct arena *arena)
{
	struct values *row;

	return sql_row(sql, &Q_refused_act_open, NULL, arena, &row) == SQL_FOUND ? values_integer(row, "times") : -1;
}
