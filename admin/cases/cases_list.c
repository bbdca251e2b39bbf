/* SPDX-License-Identifier: Apache-2.0 */
/* What the list of cases can be asked for, declared; workflow/list.h says what is made of it. */
#include "cases_list.h"

#include <string.h>

#include "case_rows.h"
#include "desk.h"
#include "domain/cases/procedure.h"

static const char *const opens[] = { "open", "closed", "all", NULL };
static const char *const urgencies[] = { "ORDINARY", "URGENT", NULL };
static const char *const dues[] = { "pressing", "over", "today", "near", NULL };
static const char *const orders[] = { "deadline", "received", "changed", NULL };

static const struct field fields[] = {
	{ "q", FIELD_TEXT, OPTIONAL, 1, 60, NULL },
	{ "open", FIELD_CHOICE, OPTIONAL, 0, 0, opens },
	{ "state", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "kind", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "matter", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "urgency", FIELD_CHOICE, OPTIONAL, 0, 0, urgencies },
	{ "supervised", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "due", FIELD_CHOICE, OPTIONAL, 0, 0, dues },
	{ "handler", FIELD_CODE, OPTIONAL, 0, 0, NULL }, /* an account; me; - = nobody */
	{ "waiting", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "unread", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "street", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "department", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "facility", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "received_from", FIELD_DATE, OPTIONAL, 0, 0, NULL },
	{ "received_to", FIELD_DATE, OPTIONAL, 0, 0, NULL },
	{ "sort", FIELD_CHOICE, OPTIONAL, 0, 0, orders },
	LIST_FIELDS
};
const struct form case_list_form = { fields };

static const struct list_word open_words[] = { { "closed", "open_is_closed" }, { "all", "open_is_all" }, { NULL, NULL } };
static const struct list_word urgency_words[] = { { "URGENT", "urgency_is_urgent" }, { "ORDINARY", "urgency_is_ordinary" }, { NULL, NULL } };
static const struct list_word due_words[] = {
	{ "pressing", "due_is_pressing" }, { "over", "due_is_over" }, { "today", "due_is_today" }, { "near", "due_is_near" }, { NULL, NULL }
};
static const struct list_word handler_words[] = { { "me", "handler_is_me" }, { "-", "handler_is_nobody" }, { NULL, NULL } };
static const struct list_word supervised[] = { { "1", "supervised_checked" }, { NULL, NULL } };
static const struct list_word waiting[] = { { "1", "waiting_checked" }, { NULL, NULL } };
static const struct list_word unread[] = { { "1", "unread_checked" }, { NULL, NULL } };
static const struct list_word sorts[] = { { "deadline", NULL }, { "received", "sort_is_received" }, { "changed", "sort_is_changed" }, { NULL, NULL } };

static const struct list_filter filters[] = {
	{ .field = "q", .kind = LIST_WORDS, .chip = "is_q" },
	{ .field = "open", .kind = LIST_CHOICE, .chip = "is_open", .usual = "open", .words = open_words },
	{ .field = "state", .kind = LIST_CODE, .chip = "is_state", .options = "states", .from = &Q_desk_terms, .terms = "case_state" },
	{ .field = "kind", .kind = LIST_CODE, .chip = "is_kind", .options = "kinds", .from = &Q_desk_terms, .terms = "case_kind" },
	{ .field = "matter", .kind = LIST_CODE, .chip = "is_matter", .options = "matters", .from = &Q_desk_terms, .terms = "matter" },
	{ .field = "urgency", .kind = LIST_CHOICE, .chip = "is_urgency", .words = urgency_words },
	{ .field = "supervised", .kind = LIST_FLAG, .chip = "is_supervised", .words = supervised },
	{ .field = "due", .kind = LIST_CHOICE, .chip = "is_due", .words = due_words },
	{ .field = "handler", .kind = LIST_CODE, .chip = "is_handler", .options = "handlers", .from = &Q_desk_handlers, .words = handler_words,
	  .own = "me" },
	{ .field = "waiting", .kind = LIST_FLAG, .chip = "is_waiting", .words = waiting },
	{ .field = "unread", .kind = LIST_FLAG, .chip = "is_unread", .words = unread },
	{ .field = "street", .kind = LIST_CODE, .chip = "is_street", .options = "streets", .from = &Q_desk_streets },
	{ .field = "department", .kind = LIST_CODE, .chip = "is_department", .options = "departments", .from = &Q_desk_departments },
	{ .field = "facility", .kind = LIST_CODE, .chip = "is_facility", .from = &Q_desk_facility_name },
	{ .field = "received_from", .kind = LIST_FROM, .chip = "is_received_from" },
	{ .field = "received_to", .kind = LIST_TO, .chip = "is_received_to", .parameter = "received_before" },
};

static const struct list_bulk bulks[] = {
	{ .action = "assign", .section = "may_give", .verb = VERB_CASE_MESSAGE },
	{ .action = "take", .section = "may_take", .verb = VERB_CASE_HANDLE },
	{ .action = "read", .section = "may_read", .verb = VERB_CASE_MESSAGE, .aside = true },
};

const struct list list_of_cases = {
	.word = "case",
	.path = "/cases",
	.key = "number",
	.flow = &case_flow,
	.form = &case_list_form,
	.filters = filters,
	.filter_count = FLOW_COUNT(filters),
	.sorts = sorts,
	.bulks = bulks,
	.bulk_count = FLOW_COUNT(bulks),
	.wider_field = "open",
	.wider_word = "all",
	.ended_word = "closed",
	.page_size = CASE_PAGE_SIZE,
};

/* What everyone who may do a thing needs to see of it. */
static const struct list_quick quick[] = {
	{ "list_mine", "handler=me", VERB_CASE_MESSAGE, NULL },
	{ "list_new", "state=RECEIVED", VERB_CASE_TRIAGE, NULL },
	{ "list_returned", "state=RETURNED_BY_DEPT", VERB_CASE_DISPATCH, NULL },
	{ "list_waiting", "waiting=1", VERB_CASE_HANDLE, NULL },
	{ "list_review", "state=REVIEW", VERB_CASE_DECIDE, NULL },
	{ "list_pressing", "due=pressing", VERB_CASE_READ, NULL },
	{ "list_near", "due=near", VERB_CASE_READ, NULL },
	{ "list_unread", "unread=1", VERB_CASE_MESSAGE, NULL },
	{ "list_supervised", "supervised=1", VERB_CASE_READ, NULL },
	{ NULL, NULL, 0, NULL },
};

static const char *const totals[] = { "total_over", "total_near", "total_today", NULL };

static bool bind_rows(struct request *request, const struct rows *rows, struct page *page, bool pickable)
{
	struct workdays calendar;

	if (!case_calendar(request, &calendar))
		return false;
	case_rows_bind(request, &calendar, rows, page, "rows", pickable);
	return true;
}

/* Who can be given cases: who does the same work at the same place. */
static bool bind_colleagues(struct request *request, struct page *page)
{
	struct rows rows;

	if (!cases_colleagues(request, &rows))
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

static void bind_form(struct request *request, struct page *page)
{
	if (office_may(request, VERB_CASE_HANDLE))
		page_show(page, "of_waiting");
}

/* As the page says it, in words. */
static struct values *cells(const struct values *row, struct arena *arena)
{
	struct values *shown = values_copy(row, arena);

	values_put_text(shown, "place",
			values_say(row, "facility_name") ? values_text(row, "facility_name") : values_text(row, "place"));
	values_put_integer(shown, "urgent", strcmp(values_text(row, "urgency"), "URGENT") == 0);
	return shown;
}

const struct office_list office_case_list = {
	.list = &list_of_cases,
	.template = "admin/cases.tpl",
	.sheet = "admin/cases.sheet.tpl",
	.file = "cases",
	.exports = VERB_CASE_EXPORT,
	.rows = &Q_desk_case_list,
	.count = &Q_desk_case_count,
	.totals = totals,
	.keys = &Q_desk_case_numbers,
	.listed = &Q_desk_case_listed,
	.quick_counts = &Q_desk_quick_counts,
	.counted = true,
	.jump = &Q_desk_case_jump,
	.quick = quick,
	.bind_rows = bind_rows,
	.bind_bulk = bind_colleagues,
	.bind_form = bind_form,
	.cells = cells,
};

enum outcome cases_show(struct request *request)
{
	return listing_show(request, &office_case_list, request->form, NULL);
}

enum outcome cases_keep(struct request *request)
{
	return listing_keep(request, &office_case_list);
}

enum outcome cases_let_go(struct request *request)
{
	return listing_let_go(request, &office_case_list);
}

enum outcome cases_export(struct request *request)
{
	return listing_export(request, &office_case_list);
}

enum outcome jump_go(struct request *request)
{
	return listing_jump(request, &office_case_list);
}
