/* SPDX-License-Identifier: Apache-2.0 */
/* /audit: who did what, for who reads the audit; as pages and as files. The list's whole state is in the address. */
#include "audit_list.h"
#include "audit/refusals.h"

#include <glib.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/base/json.h"

#define PAGE_ROWS 50

static const struct field query_fields[] = {
	{ "account", FIELD_TEXT, OPTIONAL, 1, 32, NULL },     { "action", FIELD_TEXT, OPTIONAL, 1, 60, NULL },
	{ "subject", FIELD_TEXT, OPTIONAL, 1, 60, NULL },     { "reason", FIELD_TEXT, OPTIONAL, 1, 60, NULL },
	{ "from", FIELD_TEXT, OPTIONAL, 10, 10, NULL },       { "to", FIELD_TEXT, OPTIONAL, 10, 10, NULL },
	{ "before", FIELD_INTEGER, OPTIONAL, 1, 1e15, NULL }, { 0 },
};
const struct form audit_query = { query_fields };

/* A day of the form as its first second, and so many days later; 0 when none is given. A day that is none is marked. */
static int64_t day(struct request *request, const char *name, int later)
{
	const char *text = values_text(request->form->values, name);
	int64_t number;

	if (!*text)
		return 0;
	if (calendar_day_from_text(text, &number))
		return calendar_day_start(number + later, CALENDAR_CHINA);
	form_refuse(request->form, name, FIELD_MALFORMED);
	return 0;
}

struct audit_search audit_search_of(struct request *request)
{
	const struct values *form = request->form->values;

	return (struct audit_search){
		.account = values_text(form, "account"),
		.action = values_text(form, "action"),
		.subject = values_text(form, "subject"),
		.reason = values_text(form, "reason"),
		.since = day(request, "from", 0),
		.until = day(request, "to", 1),
		.before = values_integer(form, "before"),
	};
}

/* The address of this list under a path, without its page. */
static const char *link_to(const struct request *request, const char *path)
{
	const char *text = path;

	for (const struct field *field = query_fields; field->name; field++) {
		const char *typed = values_text(request->form->typed, field->name);

		if (*typed && strcmp(field->name, "before") != 0)
			text = arena_format(request->arena, "%s%c%s=%s", text, strchr(text, '?') ? '&' : '?', field->name,
					    request_escaped(typed, request->arena));
	}
	return text;
}

static const char *action_section(struct request *request, const char *action)
{
	return g_strdelimit(arena_format(request->arena, "ACTION_%s", action), ".-", '_');
}

/* One name and value; what a refused act would have been, and whether a step of signing in was right is said in words, and what is empty not at all. */
static void bind_detail(struct request *request, struct page *row, const struct value *value)
{
	struct page *one;

	if (strcmp(value->name, "right") == 0) {
		page_show(row, value_says(value) ? "IS_RIGHT" : "IS_WRONG");
		return;
	}
	if (strcmp(value->name, "with") == 0 && value->kind == VALUE_TEXT) {
		page_show(row, arena_format(request->arena, "WITH_%s", value->text));
		return;
	}
	if (strcmp(value->name, "act") == 0 && value->kind == VALUE_TEXT) {
		page_show(row, action_section(request, value->text));
		return;
	}
	if (strcmp(value->name, "cause") == 0 && value->kind == VALUE_TEXT) {
		page_show(row, arena_format(request->arena, "CAUSE_%s", value->text));
		return;
	}
	if (strcmp(value->name, "more") == 0 && value->kind == VALUE_INTEGER) {
		page_integer(row, "more", value->integer);
		return;
	}
	if (value->kind != VALUE_INTEGER && !value_says(value))
		return;
	one = page_section(row, "details");
	page_text(one, "key", value->name);
	page_text(one, "value",
		  value->kind == VALUE_INTEGER ? arena_format(request->arena, "%lld", (long long)value->integer)
		  : value->kind == VALUE_TEXT  ? value->text
					       : "");
}

/* What a row says in words: the moment, and its detail one name and value at a time. */
static void bind_row(struct request *request, struct page *page, const struct values *row)
{
	struct page *section = page_section(page, "rows");
	const struct values *detail = json_to_values(values_text(row, "detail"), request->arena);

	page_values(section, row);
	page_show(section, action_section(request, values_text(row, "action")));
	page_text(section, "moment", calendar_moment_text(request->arena, values_integer(row, "at"), CALENDAR_CHINA));
	for (size_t i = 0; detail && i < detail->count; i++)
		bind_detail(request, section, &detail->at[i]);
}

static bool bind_list(struct request *request, struct page *page, const struct audit_search *search)
{
	struct office *office = office_of(request);
	struct arena *arena = request->arena;
	int64_t found = audit_found(office->sql, arena, search), open_refusals = audit_refusals_open(office->sql, arena);
	struct rows rows, actions;

	if (found < 0 || open_refusals < 0 || !audit_actions(office->sql, arena, &actions) || !audit_find(office->sql, arena, search, PAGE_ROWS, &rows))
		return false;
	page_text(page, "found", arena_format(arena, "%lld", (long long)found));
	page_integer(page, "counting", open_refusals);
	page_show(page, rows.count ? "HAS_ROWS" : "HAS_NONE");
	for (size_t i = 0; i < rows.count; i++)
		bind_row(request, page, &rows.at[i]);
	for (size_t i = 0; i < actions.count; i++)
		page_text(page_section(page, "actions"), "action", values_text(&actions.at[i], "action"));
	if (rows.count == PAGE_ROWS) {
		const char *link = link_to(request, "/audit");

		page_text(page, "older_link",
			  arena_format(arena, "%s%cbefore=%lld", link, strchr(link, '?') ? '&' : '?',
				       (long long)values_integer(&rows.at[PAGE_ROWS - 1], "seq")));
	}
	return true;
}

enum outcome audit_show(struct request *request)
{
	struct office *office = office_of(request);
	struct audit_search search = audit_search_of(request);
	struct audit_head head;
	char text[AUDIT_HEAD];
	struct page *page;

	if (!audit_newest(office->sql, request->arena, &head))
		return office_broken(request);
	audit_head_print(&head, text);
	page = page_begin(request, "admin/audit.tpl");
	form_show(request->form, page);
	page_text(page, "head", head.seq ? text : "");
	page_text(page, "newest_link", link_to(request, "/audit"));
	page_text(page, "csv_link", link_to(request, "/audit.csv"));
	page_text(page, "xlsx_link", link_to(request, "/audit.xlsx"));
	if (search.before)
		page_show(page, "LATER_PAGE");
	if (!request->form->fine)
		return page_end(request, page) == PAGE ? INVALID : BROKEN;
	if (bind_list(request, page, &search))
		return page_end(request, page);
	page_free(page);
	return office_broken(request);
}
