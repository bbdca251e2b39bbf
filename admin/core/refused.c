/* SPDX-License-Identifier: Apache-2.0 */
/* What was refused is written into the audit: who tried what, and why it was not done. */
#include <string.h>

#include "audit/refusals.h"
#include "desk.h"
#include "lib/base/log.h"
#include "office.h"

/* Where something may be there without being shown: under which path, by which part of it, asked without a scope. */
static const struct {
	const char *path, *part;
	const struct query *there;
} scoped[] = {
	{ "/cases/", "number", &Q_desk_case_is_there },
	{ "/outcomes/", "code", &Q_desk_outcome_is_there },
};

/* A number, a code or a name; "" none. */
static const char *subject_of(const struct request *request)
{
	static const char *const parts[] = { "number", "code", "name" };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (*values_text(request->parts, parts[i]))
			return values_text(request->parts, parts[i]);
	return request->form && values_find(request->form->typed, "number") ? values_text(request->form->typed, "number") : "";
}

/* What is not there is refused to nobody; what is there and is not theirs is. */
static bool is_out_of_scope(struct request *request)
{
	struct values *parameters = values_new(request->arena), *row;

	values_put_text(parameters, "subject", subject_of(request));
	for (size_t i = 0; i < sizeof scoped / sizeof *scoped; i++)
		if (strncmp(request->route->path, scoped[i].path, strlen(scoped[i].path)) == 0)
			return sql_row(office_of(request)->sql, scoped[i].there, parameters, request->arena, &row) == SQL_FOUND;
	return false;
}

/* Who only reads, or is nobody, waits for no writer and makes none wait. */
static bool begin(struct request *request)
{
	struct office *office = office_of(request);

	if (request->method == METHOD_POST && office->session)
		return sql_begin(office->sql);
	return sql_begin_at_once(office->sql);
}

static bool write_down(struct request *request, const char *why)
{
	struct office *office = office_of(request);
	const struct route *route = request->route;
	const struct audit_refusal refusal = {
		.account = office_name(request),
		.role = office->session ? values_text(office->session, "role") : "",
		.route = arena_format(request->arena, "%s %s", route->method == METHOD_GET ? "GET" : "POST", route->path),
		.why = why,
		.act = route->audit ? route->audit : "",
		.cause = strcmp(why, "step") == 0 && office->work.why ? office->work.why : "",
		.subject = subject_of(request),
		.request_id = request->id,
	};

	return begin(request) && audit_refuse(office->sql, request->arena, request->now, &refusal, &office->work.problem) &&
	       sql_commit(office->sql);
}

void office_refused(struct request *request, enum outcome outcome)
{
	struct office *office = office_of(request);
	const char *why = office->refusal ? office->refusal : "step";

	if (!request->route || !office->sql || (outcome == MISSING && (!office_is_signed_in(office) || !is_out_of_scope(request))))
		return;
	if (outcome == MISSING)
		why = "scope";
	if (write_down(request, why))
		return;
	sql_rollback(office->sql);
	sql_forget_problem(office->sql);
	log_line(LOG_WARNING_LINE, "request %s: refused (%s), and the audit could not be written just then", request->id, why);
}
