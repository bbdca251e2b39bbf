/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The same done with several cases of a list: given to somebody, taken, messages read. What can be done is done, of the rest it is said why
 * not; each case has a row of its own in the audit.
 */
#include <string.h>

#include "audit/audit.h"
#include "case.h"
#include "case_filters.h"
#include "domain/cases/give.h"
#include "desk.h"

#define BLANKS " "

static const struct field give_fields[] = {
	{ "number", FIELD_CODES, REQUIRED, 1, CASE_PAGE_SIZE, NULL },
	{ "handler", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "query", FIELD_TEXT, OPTIONAL, 0, 2000, NULL },
	{ 0 },
};
const struct form cases_give_form = { give_fields };

static const struct field undo_fields[] = {
	{ "number", FIELD_CODES, REQUIRED, 1, CASE_PAGE_SIZE, NULL },
	{ "before", FIELD_CODES, REQUIRED, 1, CASE_PAGE_SIZE, NULL }, /* who had each of them, - nobody */
	{ "handler", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "query", FIELD_TEXT, OPTIONAL, 0, 2000, NULL },
	{ 0 },
};
const struct form cases_give_undo_form = { undo_fields };

static const struct field some_fields[] = {
	{ "number", FIELD_CODES, REQUIRED, 1, CASE_PAGE_SIZE, NULL },
	{ "query", FIELD_TEXT, OPTIONAL, 0, 2000, NULL },
	{ 0 },
};
const struct form cases_some_form = { some_fields };

/* What is under way: one case after the other. */
struct bulk {
	struct request *request;
	struct page *page;
	const char *handler; /* who is given the cases; NULL: that is not what is done */
	const char *back_to; /* undoing: who had the case that is looked at */
	/* Does it with one case, which is in the scope; *before is who had it, for undoing. */
	enum case_answer (*act)(struct bulk *bulk, const struct case_act *act, const struct values *brief, const char **before);
	int64_t done, refused;
};

static const char *next_code(const char **list, struct arena *arena)
{
	size_t length;
	const char *code;

	*list += strspn(*list, BLANKS);
	length = strcspn(*list, BLANKS);
	code = length ? arena_text(arena, *list, length) : NULL;
	*list += length;
	return code;
}

/* Why it was not done, in words of the template. */
static const char *refusal(enum case_answer answer, const struct bulk *bulk, const struct values *brief)
{
	if (answer == CASE_UNKNOWN)
		return "not_here";
	if (answer == CASE_CHANGED)
		return "not_as_it_was";
	if (answer == CASE_UNFIT)
		return "not_an_officer";
	if (!values_null(brief, "closed_at"))
		return "is_closed";
	if (bulk->handler && casework_is_barred(brief, bulk->handler))
		return "not_by_the_same";
	return "is_elsewhere";
}

/* The audit's row of one case; the dispatcher's own tells of all of them together. */
static bool note_one(struct bulk *bulk, const char *number, const char *before)
{
	struct request *request = bulk->request;
	struct office *office = office_of(request);
	struct values *detail = values_new(request->arena);
	const struct audit_row row = { .account = office_name(request),
				       .role = values_text(office->session, "role"),
				       .action = request->route->audit,
				       .subject = number,
				       .detail = detail,
				       .reason = "",
				       .request_id = request->id };

	if (bulk->handler) {
		values_put_text(detail, "before", before);
		values_put_text(detail, "handler", bulk->handler);
	}
	return audit_append(office->sql, request->arena, request->now, &row, &office->work.problem);
}

static void bind_one(struct bulk *bulk, enum case_answer answer, const char *number, const struct values *brief, const char *before)
{
	struct page *row = page_section(bulk->page, answer == CASE_DONE ? "done_cases" : "refused_cases");

	page_text(row, "number", number);
	page_text(row, "facility_name", brief ? values_text(brief, "facility_name") : "");
	if (answer == CASE_DONE) {
		bulk->done++;
		page_text(row, "before", *before ? before : "-");
	} else {
		bulk->refused++;
		page_show(row, refusal(answer, bulk, brief));
	}
}

/* False: nothing of it may be kept. */
static bool one(struct bulk *bulk, const char *number)
{
	struct request *request = bulk->request;
	struct values *parameters = office_parameters(request), *brief = NULL;
	const struct case_act how = { .number = number,
				      .revision = -1,
				      .actor = case_actor_with(request, (enum verb)request->route->who),
				      .who = office_name(request),
				      .department = values_text(office_of(request)->session, "department") };
	enum case_answer answer = CASE_UNKNOWN;
	const char *before = "";

	values_put_text(parameters, "number", number);
	if (sql_row(office_of(request)->sql, &Q_desk_case_brief, parameters, request->arena, &brief) == SQL_FAILED)
		return false;
	if (brief)
		answer = bulk->act(bulk, &how, brief, &before);
	if (answer == CASE_FAILED || (answer == CASE_DONE && !note_one(bulk, number, before)))
		return false;
	bind_one(bulk, answer, number, brief, before);
	return true;
}

/* The page of what was done, and the way back to the list. */
static enum outcome finish(struct bulk *bulk)
{
	struct request *request = bulk->request;
	struct case_filters filters = { .form = case_filters_from(request, values_text(request->form->typed, "query")) };
	struct values *detail = values_new(request->arena);

	page_integer(bulk->page, "done_count", bulk->done);
	page_integer(bulk->page, "refused_count", bulk->refused);
	page_text(bulk->page, "back_url", case_filters_link(&filters, "/cases", "", "", request->arena));
	page_text(bulk->page, "query", values_text(request->form->typed, "query"));
	values_put_integer(detail, "done", bulk->done);
	values_put_integer(detail, "refused", bulk->refused);
	office_note(request, "", detail, "");
	return page_end(request, bulk->page);
}

/* Nothing was picked, or nobody: said on a page of its own, with the way back. */
static enum outcome unpicked(struct bulk *bulk)
{
	const struct form_result *form = bulk->request->form;
	enum outcome outcome;

	page_show(bulk->page, *values_text(form->typed, "number") ? "nobody_picked" : "nothing_picked");
	outcome = finish(bulk);
	return outcome == PAGE ? INVALID : outcome;
}

/* The full name of a colleague, "" of anybody else. */
static bool bind_handler(struct bulk *bulk)
{
	struct request *request = bulk->request;
	const struct values *session = office_of(request)->session;
	struct values *parameters = values_new(request->arena);
	const char *full_name = "";
	struct rows rows;

	values_put_text(parameters, "account", values_text(session, "name"));
	values_put_text(parameters, "department", values_text(session, "department"));
	if (!sql_list(office_of(request)->sql, &Q_desk_colleagues, parameters, request->arena, 500, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (strcmp(values_text(&rows.at[i], "name"), bulk->handler) == 0)
			full_name = values_text(&rows.at[i], "full_name");
	page_text(bulk->page, "handler", bulk->handler);
	page_text(bulk->page, "handler_name", full_name);
	return true;
}

static enum outcome all(struct bulk *bulk, const char *section)
{
	struct request *request = bulk->request;
	const char *numbers = values_text(request->form->values, "number"), *befores = values_text(request->form->values, "before");
	const char *number;
	bool kept = true;

	bulk->page = page_begin(request, "admin/bulk.tpl");
	if (!request->form->fine)
		return unpicked(bulk);
	page_show(bulk->page, section);
	if (bulk->handler)
		kept = bind_handler(bulk);
	while (kept && (number = next_code(&numbers, request->arena))) {
		bulk->back_to = next_code(&befores, request->arena);
		kept = one(bulk, number);
	}
	if (kept)
		return finish(bulk);
	page_free(bulk->page);
	return office_broken(request);
}

/* Who has several places gives what any of them has in hand. */
static enum case_answer give_on(struct bulk *bulk, const struct case_act *act, const char **before)
{
	static const enum verb places[] = { VERB_CASE_TRIAGE, VERB_CASE_DECIDE, VERB_CASE_HANDLE };
	enum case_answer answer = CASE_FORBIDDEN;

	for (size_t i = 0; answer == CASE_FORBIDDEN && i < sizeof places / sizeof *places; i++) {
		struct case_act at_place = *act;

		at_place.actor = case_actor_with(bulk->request, places[i]);
		if (office_may(bulk->request, places[i]))
			answer = case_give(&office_of(bulk->request)->work, &at_place, bulk->handler, before);
	}
	return answer;
}

static enum case_answer give(struct bulk *bulk, const struct case_act *act, const struct values *brief, const char **before)
{
	(void)brief;
	return give_on(bulk, act, before);
}

enum outcome cases_give(struct request *request)
{
	struct bulk bulk = { .request = request, .act = give, .handler = values_text(request->form->values, "handler") };

	return all(&bulk, "were_given");
}

/* Back to who had it, unless it has gone on meanwhile. */
static enum case_answer give_back(struct bulk *bulk, const struct case_act *act, const struct values *brief, const char **before)
{
	if (!bulk->back_to || strcmp(values_text(brief, "handler"), values_text(bulk->request->form->values, "handler")) != 0)
		return CASE_CHANGED;
	bulk->handler = strcmp(bulk->back_to, "-") == 0 ? "" : bulk->back_to;
	return give_on(bulk, act, before);
}

enum outcome cases_give_undo(struct request *request)
{
	struct bulk bulk = { .request = request, .act = give_back, .handler = "" };

	return all(&bulk, "were_given_back");
}

static enum case_answer take(struct bulk *bulk, const struct case_act *act, const struct values *brief, const char **before)
{
	(void)brief;
	(void)before;
	return case_take(&office_of(bulk->request)->work, act);
}

enum outcome cases_take(struct request *request)
{
	struct bulk bulk = { .request = request, .act = take };

	return all(&bulk, "were_taken");
}

static enum case_answer read_messages(struct bulk *bulk, const struct case_act *act, const struct values *brief,
				      const char **before)
{
	struct values *parameters = values_new(bulk->request->arena);

	(void)brief;
	(void)before;
	values_put_text(parameters, "number", act->number);
	return sql_do(office_of(bulk->request)->sql, &Q_desk_messages_seen, parameters) < 0 ? CASE_FAILED : CASE_DONE;
}

enum outcome cases_read(struct request *request)
{
	struct bulk bulk = { .request = request, .act = read_messages };

	return all(&bulk, "were_read");
}
