/* SPDX-License-Identifier: Apache-2.0 */
/* Outcomes by their state; first what waits for who asks. */
#include <inttypes.h>
#include <string.h>

#include "desk.h"
#include "lib/base/calendar.h"
#include "admin/core/office.h"

#define PAGE_SIZE 50

static const char *const states[] = { "DRAFT", "ANSWERING", "READY", "PUBLISHED", "WITHDRAWN", "DROPPED", "all", NULL };

static const struct field outcomes_fields[] = {
	{ "state", FIELD_CHOICE, OPTIONAL, 0, 0, states },
	{ "page", FIELD_INTEGER, OPTIONAL, 1, 10000, NULL },
	{ 0 },
};
const struct form outcomes_form = { outcomes_fields };

/* What waits for this account is what it may do next; for who only reads nothing does. */
static const char *waiting_for(const struct request *request)
{
	if (office_may(request, VERB_OUTCOME_APPROVE))
		return "APPROVE";
	return office_may(request, VERB_OUTCOME_PREPARE) ? "PREPARE" : "";
}

static const char *day_of(const struct values *row, const char *name, struct arena *arena)
{
	if (values_null(row, name))
		return "";
	return calendar_day_text(arena, calendar_day_of(values_integer(row, name), CALENDAR_CHINA));
}

static bool bind_states(struct request *request, struct page *page, const char *state)
{
	struct rows rows;

	if (!sql_list(office_of(request)->sql, &Q_desk_outcome_states, office_parameters(request), request->arena, 20, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct page *tab = page_section(page, "tabs");

		page_values(tab, &rows.at[i]);
		if (strcmp(values_text(&rows.at[i], "code"), state) == 0)
			page_show(tab, "current");
	}
	return true;
}

static void bind_pager(struct page *page, const char *state, int64_t number, int64_t pages, struct arena *arena)
{
	const char *path = "/outcomes?state=%s&page=%" PRId64;

	if (pages <= 1)
		return;
	page_show(page, "pager");
	page_integer(page, "page_number", number);
	page_integer(page, "pages", pages);
	if (number > 1)
		page_text(page, "previous_url", arena_format(arena, path, state, number - 1));
	if (number < pages)
		page_text(page, "next_url", arena_format(arena, path, state, number + 1));
}

static void bind_row(struct request *request, struct page *page, const struct values *row)
{
	const char *state = values_text(row, "state");

	page_values(page, row);
	page_text(page, "changed_on", day_of(row, "changed_at", request->arena));
	page_text(page, "until_on", strcmp(state, "ANSWERING") == 0 ? day_of(row, "answer_until", request->arena) : "");
}

/* The rows of a state ("" = what waits); *pages how many pages there are. */
static bool bind_rows(struct request *request, struct page *page, struct values *asked, int64_t number, int64_t *pages)
{
	struct sql *sql = office_of(request)->sql;
	struct values *total;
	struct rows rows;

	values_put_integer(asked, "most", PAGE_SIZE);
	values_put_integer(asked, "skipped", (number - 1) * PAGE_SIZE);
	if (sql_row(sql, &Q_desk_outcome_total, asked, request->arena, &total) != SQL_FOUND ||
	    !sql_list(sql, &Q_desk_outcome_list, asked, request->arena, PAGE_SIZE, &rows))
		return false;
	*pages = (values_integer(total, "listed") + PAGE_SIZE - 1) / PAGE_SIZE;
	page_values(page, total);
	for (size_t i = 0; i < rows.count; i++)
		bind_row(request, page_section(page, "outcomes"), &rows.at[i]);
	page_show(page, rows.count ? "found" : "none_found");
	return true;
}

enum outcome outcomes_list(struct request *request)
{
	const struct values *typed = request->form->values;
	const char *waiting = values_say(typed, "state") ? "" : waiting_for(request);
	const char *state = *waiting || values_say(typed, "state") ? values_text(typed, "state") : "all";
	int64_t number = values_null(typed, "page") ? 1 : values_integer(typed, "page"), pages = 0;
	struct values *asked = office_parameters(request);
	struct page *page;

	if (!request->form->fine)
		return BAD;
	values_put_text(asked, "state", strcmp(state, "all") == 0 ? "" : state);
	values_put_text(asked, "waiting", waiting);
	values_put_text(asked, "account", office_name(request));
	page = page_begin(request, "admin/outcomes.tpl");
	if (!bind_states(request, page, state) || !bind_rows(request, page, asked, number, &pages)) {
		page_free(page);
		return office_broken(request);
	}
	bind_pager(page, state, number, pages, request->arena);
	page_show(page, *waiting ? "is_waiting" : strcmp(state, "all") == 0 ? "is_all" : "is_state");
	if (*waiting_for(request))
		page_show(page, "has_waiting");
	return page_end(request, page);
}
