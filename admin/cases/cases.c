/* SPDX-License-Identifier: Apache-2.0 */
/* The inbox: which cases, in which order, and what can be done with several at once. */
#include <string.h>

#include "case_filters.h"
#include "case_lists.h"
#include "case_rows.h"
#include "desk.h"
#include "lib/base/calendar.h"

/* Who can be given cases: who does the same work at the same place. */
static bool bind_colleagues(struct request *request, struct page *page)
{
	const struct values *session = office_of(request)->session;
	struct values *parameters = values_new(request->arena);
	struct rows rows;

	values_put_text(parameters, "account", values_text(session, "name"));
	values_put_text(parameters, "department", values_text(session, "department"));
	if (!sql_list(office_of(request)->sql, &Q_desk_colleagues, parameters, request->arena, 500, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct page *option = page_section(page, "colleagues");

		page_text(option, "code", values_text(&rows.at[i], "name"));
		page_text(option, "name", values_text(&rows.at[i], "full_name"));
		if (strcmp(values_text(&rows.at[i], "name"), office_name(request)) == 0)
			page_show(option, "myself");
	}
	return true;
}

static const char *query_of(const char *link)
{
	const char *query = strchr(link, '?');

	return query ? query + 1 : "";
}

static void bind_pager(const struct case_filters *filters, int64_t total, struct page *page, struct arena *arena)
{
	int64_t pages = (total + CASE_PAGE_SIZE - 1) / CASE_PAGE_SIZE;

	if (pages < 2 && filters->page < 2)
		return;
	page_show(page, "pager");
	page_integer(page, "page_number", filters->page);
	page_integer(page, "pages", pages);
	if (filters->page > 1)
		page_text(page, "previous_url",
			  case_filters_link(filters, "/cases", "",
					    filters->page > 2 ? arena_format(arena, "%d", (int)filters->page - 1) : "", arena));
	if (filters->page < pages)
		page_text(page, "next_url",
			  case_filters_link(filters, "/cases", "", arena_format(arena, "%d", (int)filters->page + 1), arena));
}

static enum outcome bind_found(struct request *request, const struct case_filters *filters, struct page *page)
{
	struct workdays calendar;
	struct values *counts;
	struct rows rows;
	bool may_give = office_may(request, VERB_CASE_MESSAGE);

	if (!case_filters_count(request, filters, &counts) || !case_filters_list(request, filters, 0, &rows) ||
	    !case_calendar(request, &calendar))
		return BROKEN;
	page_integer(page, "total", values_integer(counts, "cases"));
	page_integer(page, "total_over", values_integer(counts, "over"));
	page_integer(page, "total_near", values_integer(counts, "near"));
	page_integer(page, "total_today", values_integer(counts, "today"));
	bind_pager(filters, values_integer(counts, "cases"), page, request->arena);
	page_show(page, rows.count ? "found" : "none_found");
	if (rows.count && may_give) {
		page_show(page, "may_give");
		if (!bind_colleagues(request, page))
			return office_broken(request);
	}
	if (office_may(request, VERB_CASE_HANDLE))
		page_show(page, "may_take");
	case_rows_bind(request, &calendar, &rows, page, "rows", may_give);
	return PAGE;
}

/* Nothing found: is it that there is nothing, or that too much was asked for? */
static void bind_way_out(const struct case_filters *filters, struct page *page, struct arena *arena)
{
	const char *link = case_filters_link(filters, "/cases", "sort open", "", arena);

	page_show(page, strchr(link, '?') ? "asked_much" : "asked_nothing");
	if (strcmp(values_text(filters->parameters, "open"), "open") == 0)
		page_text(page, "all_url",
			  case_filters_link(filters, strchr(link, '?') ? "/cases?open=all" : "/cases?open=closed", "open", "",
					    arena));
}

enum outcome cases_page(struct request *request, struct form_result *form, const char *problem)
{
	static const char *const notices[][2] = { { "saved", "done_saved" }, { "removed", "done_removed" } };
	struct page *page = page_begin(request, "admin/cases.tpl");
	struct case_filters filters;
	struct values *counts;
	enum outcome outcome;

	case_filters_read(request, form, &filters);
	outcome = case_filters_bind(request, &filters, page);
	counts = outcome == PAGE ? case_lists_count(request) : NULL;
	if (outcome == PAGE)
		outcome = counts ? case_lists_bind(request, counts, &filters, page) : BROKEN;
	if (outcome == PAGE && form->fine)
		outcome = bind_found(request, &filters, page);
	if (outcome != PAGE) {
		page_free(page);
		return outcome;
	}
	bind_way_out(&filters, page, request->arena);
	sought_bind(request, &filters.sought, filters.guessing, case_filters_link(&filters, "/cases", "q facility", "", request->arena), page);
	page_text(page, "listed_at", calendar_moment_text(request->arena, request->now, CALENDAR_CHINA));
	page_text(page, "query", query_of(case_filters_link(&filters, "/cases", "", "", request->arena)));
	page_text(page, "xlsx_url", case_filters_link(&filters, "/cases.xlsx", "", "", request->arena));
	if (office_may(request, VERB_CASE_EXPORT))
		page_show(page, "may_export");
	for (size_t i = 0; i < sizeof notices / sizeof *notices; i++)
		if (strcmp(values_text(form->typed, "done"), notices[i][0]) == 0)
			page_show(page, notices[i][1]);
	if (problem)
		page_show(page, problem);
	outcome = page_end(request, page);
	return outcome == PAGE && (problem || !form->fine) ? INVALID : outcome;
}

enum outcome cases_list(struct request *request)
{
	return cases_page(request, request->form, NULL);
}
