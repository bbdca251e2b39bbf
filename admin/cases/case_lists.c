/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of cases by a name. */
#include "case_lists.h"

#include <string.h>

#include "desk.h"

#define MOST_SAVED 12

/* What everyone who may do a thing needs to see of it. */
static const struct {
	const char *section; /* and the column of desk_quick_counts */
	const char *query;
	enum verb verb;
} quick[] = {
	{ "list_mine", "handler=me", VERB_CASE_MESSAGE },
	{ "list_new", "state=RECEIVED", VERB_CASE_TRIAGE },
	{ "list_returned", "state=RETURNED_BY_DEPT", VERB_CASE_DISPATCH },
	{ "list_waiting", "waiting=1", VERB_CASE_HANDLE },
	{ "list_review", "state=REVIEW", VERB_CASE_DECIDE },
	{ "list_pressing", "due=pressing", VERB_CASE_READ },
	{ "list_near", "due=near", VERB_CASE_READ },
	{ "list_unread", "unread=1", VERB_CASE_MESSAGE },
	{ "list_supervised", "supervised=1", VERB_CASE_READ },
};

static const struct field save_fields[] = {
	{ "name", FIELD_TEXT, REQUIRED, 1, 20, NULL },
	{ "query", FIELD_TEXT, OPTIONAL, 0, 2000, NULL },
	{ 0 },
};
const struct form case_list_form = { save_fields };

/* The question alone: in whichever order and on whichever page it is the same list. */
static const char *question(const struct case_filters *filters, struct arena *arena)
{
	return case_filters_link(filters, "/cases", "sort", "", arena);
}

/* Bind a list's address and how many it holds, and whether it is the one that is shown. */
static void bind_list(struct request *request, const char *query, const char *shown, int64_t cases, struct page *row)
{
	struct case_filters filters = { .form = case_filters_from(request, query) };
	const char *own = question(&filters, request->arena);

	page_text(row, "url", own);
	page_integer(row, "cases", cases);
	if (shown && strcmp(shown, own) == 0)
		page_show(row, "current");
}

static bool count_saved(struct request *request, const char *query, int64_t *cases)
{
	struct case_filters filters;
	struct values *counts;

	case_filters_read(request, case_filters_from(request, query), &filters);
	if (!case_filters_count(request, &filters, &counts))
		return false;
	*cases = values_integer(counts, "cases");
	return true;
}

static enum outcome bind_saved(struct request *request, const char *shown, struct page *page)
{
	struct values *parameters = values_new(request->arena);
	struct rows rows;

	values_put_text(parameters, "account", office_name(request));
	if (!sql_list(office_of(request)->sql, &Q_desk_saved_list, parameters, request->arena, MOST_SAVED, &rows))
		return office_broken(request);
	for (size_t i = 0; i < rows.count; i++) {
		const char *query = values_text(&rows.at[i], "query");
		struct page *row = page_section(page, "saved_lists");
		int64_t cases;

		if (!count_saved(request, query, &cases))
			return BROKEN;
		page_text(row, "name", values_text(&rows.at[i], "name"));
		bind_list(request, query, shown, cases, row);
	}
	if (rows.count)
		page_show(page, "any_saved");
	if (rows.count < MOST_SAVED)
		page_show(page, "saved_room");
	return PAGE;
}

struct values *case_lists_count(struct request *request)
{
	struct case_filters all;
	struct values *counts = NULL;

	case_filters_read(request, case_filters_from(request, ""), &all);
	values_put_text(all.parameters, "account", office_name(request));
	if (sql_row(office_of(request)->sql, &Q_desk_quick_counts, all.parameters, request->arena, &counts) != SQL_FOUND)
		office_broken(request);
	return counts;
}

enum outcome case_lists_bind(struct request *request, const struct values *counts, const struct case_filters *shown,
			     struct page *page)
{
	const char *link = shown ? question(shown, request->arena) : NULL;

	for (size_t i = 0; i < sizeof quick / sizeof *quick; i++) {
		struct page *row;

		if (!office_may(request, quick[i].verb))
			continue;
		row = page_section(page, "quick_lists");
		page_show(row, quick[i].section);
		bind_list(request, quick[i].query, link, values_integer(counts, quick[i].section), row);
	}
	return bind_saved(request, link, page);
}

/* The list that the form is on, in its one form. */
static const char *asked(struct request *request, struct form_result **form)
{
	struct case_filters filters = { .form = case_filters_from(request, values_text(request->form->values, "query")) };
	const char *query = strchr(case_filters_link(&filters, "/cases", "", "", request->arena), '?');

	*form = filters.form;
	return query ? query + 1 : "";
}

/* The audit keeps the conditions without the words looked for: they may name somebody, and a row stays for ever. */
static struct values *saved_parameters(struct request *request, struct form_result *form, const char *query)
{
	const struct case_filters filters = { .form = form };
	struct values *parameters = values_new(request->arena), *detail = values_new(request->arena);

	values_put_text(parameters, "account", office_name(request));
	values_put_text(parameters, "name", values_text(request->form->values, "name"));
	values_put_text(parameters, "query", query);
	values_put_text(detail, "query", case_filters_link(&filters, "", "q", "", request->arena));
	office_note(request, office_name(request), detail, "");
	return parameters;
}

enum outcome case_list_save(struct request *request)
{
	struct sql *sql = office_of(request)->sql;
	struct values *parameters, *row = NULL, *count;
	struct form_result *form;
	const char *query = asked(request, &form);

	if (!request->form->fine)
		return cases_page(request, form, "list_unnamed");
	parameters = saved_parameters(request, form, query);
	if (sql_row(sql, &Q_desk_saved_one, parameters, request->arena, &row) == SQL_FAILED ||
	    sql_row(sql, &Q_desk_saved_count, parameters, request->arena, &count) != SQL_FOUND)
		return office_broken(request);
	if (!row && values_integer(count, "saved") >= MOST_SAVED)
		return cases_page(request, form, "list_too_many");
	if (sql_do(sql, &Q_desk_saved_put, parameters) < 0)
		return office_broken(request);
	return office_go(request, arena_format(request->arena, "/cases?%s", query), "saved");
}

enum outcome case_list_remove(struct request *request)
{
	struct form_result *form;
	const char *query = asked(request, &form);

	if (!request->form->fine)
		return MISSING;
	if (sql_do(office_of(request)->sql, &Q_desk_saved_remove, saved_parameters(request, form, query)) < 0)
		return office_broken(request);
	return office_go(request, arena_format(request->arena, "/cases?%s", query), "removed");
}
