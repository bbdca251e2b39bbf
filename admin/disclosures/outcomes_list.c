/* SPDX-License-Identifier: Apache-2.0 */
/* What the list of disclosures can be asked for, declared; workflow/list.h says what is made of it. Asked for nothing it holds what waits for who asks. */
#include "outcomes_list.h"

#include <string.h>

#include "desk.h"
#include "domain/disclosures/procedure.h"
#include "lib/base/calendar.h"
#include "outcome.h"

static const char *const states[] = { "DRAFT", "ANSWERING", "READY", "PUBLISHED", "WITHDRAWN", "DROPPED", "all", NULL };
static const char *const turns[] = { "PREPARER", "APPROVER", NULL };
static const char *const dues[] = { "near", NULL };
static const char *const orders[] = { "waiting", "until", "changed", NULL };

static const struct field fields[] = {
	{ "q", FIELD_TEXT, OPTIONAL, 1, 60, NULL },
	{ "state", FIELD_CHOICE, OPTIONAL, 0, 0, states },
	{ "turn", FIELD_CHOICE, OPTIONAL, 0, 0, turns },
	{ "due", FIELD_CHOICE, OPTIONAL, 0, 0, dues },
	{ "matter", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "street", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "facility", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "changed_from", FIELD_DATE, OPTIONAL, 0, 0, NULL },
	{ "changed_to", FIELD_DATE, OPTIONAL, 0, 0, NULL },
	{ "sort", FIELD_CHOICE, OPTIONAL, 0, 0, orders },
	LIST_FIELDS
};
const struct form outcome_list_form = { fields };

static const struct list_word state_words[] = { { "all", "state_is_all" }, { NULL, NULL } };
static const struct list_word turn_words[] = { { "PREPARER", "turn_is_preparer" }, { "APPROVER", "turn_is_approver" }, { NULL, NULL } };
static const struct list_word due_words[] = { { "near", "due_is_near" }, { NULL, NULL } };
static const struct list_word sorts[] = { { "waiting", NULL }, { "until", "sort_is_until" }, { "changed", "sort_is_changed" }, { NULL, NULL } };

static const struct list_filter filters[] = {
	{ .field = "q", .kind = LIST_WORDS, .chip = "is_q" },
	{ .field = "state", .kind = LIST_CHOICE, .chip = "is_state", .words = state_words, .options = "states", .from = &Q_desk_outcome_states },
	{ .field = "turn", .kind = LIST_TURN, .chip = "is_turn", .words = turn_words },
	{ .field = "due", .kind = LIST_CHOICE, .chip = "is_due", .words = due_words },
	{ .field = "matter", .kind = LIST_CODE, .chip = "is_matter", .options = "matters", .from = &Q_desk_terms, .terms = "matter" },
	{ .field = "street", .kind = LIST_CODE, .chip = "is_street", .options = "streets", .from = &Q_desk_streets },
	{ .field = "facility", .kind = LIST_CODE, .chip = "is_facility", .from = &Q_desk_facility_name },
	{ .field = "changed_from", .kind = LIST_FROM, .chip = "is_changed_from" },
	{ .field = "changed_to", .kind = LIST_TO, .chip = "is_changed_to", .parameter = "changed_before" },
};

const struct list list_of_outcomes = {
	.word = "outcome",
	.path = "/outcomes",
	.key = "code",
	.flow = &outcome_flow,
	.form = &outcome_list_form,
	.filters = filters,
	.filter_count = FLOW_COUNT(filters),
	.sorts = sorts,
	.wider_field = "state",
	.wider_word = "all",
	.page_size = 50,
};

/* What waits for this account is what it may do next; for who only reads nothing does. */
static const char *waiting_for(const struct request *request)
{
	if (office_may(request, VERB_OUTCOME_APPROVE))
		return "APPROVE";
	return office_may(request, VERB_OUTCOME_PREPARE) ? "PREPARE" : "";
}

/* Asked for no state, nobody's turn and no limit: what waits for who asks. */
static void ask(struct listing *listing)
{
	const struct values *asked = listing->form->values;
	const char *state = values_text(asked, "state");
	bool any = *state || values_say(asked, "turn") || values_say(asked, "due");

	values_put_text(listing->parameters, "state", strcmp(state, "all") == 0 ? "" : state);
	values_put_text(listing->parameters, "waiting", any ? "" : waiting_for(listing->request));
}

static const char *day_of(const struct values *row, const char *name, struct arena *arena)
{
	if (values_null(row, name))
		return "";
	return calendar_day_text(arena, calendar_day_of(values_integer(row, name), CALENDAR_CHINA));
}

static bool bind_rows(struct request *request, const struct rows *rows, struct page *page, bool pickable)
{
	(void)pickable;
	for (size_t i = 0; i < rows->count; i++) {
		const struct values *one = &rows->at[i];
		struct page *row = page_section(page, "rows");

		page_values(row, one);
		page_text(row, "changed_on", day_of(one, "changed_at", request->arena));
		outcomes_bind_time(request, row, one);
	}
	return true;
}

static void bind_form(struct request *request, struct page *page)
{
	page_show(page, *waiting_for(request) ? "has_waiting" : "has_none");
}

static const struct list_quick quick[] = {
	{ "outcomes_waiting", "", VERB_OUTCOME_APPROVE, NULL },
	{ "outcomes_waiting", "", VERB_OUTCOME_PREPARE, NULL },
	{ "outcomes_draft", "state=DRAFT", VERB_CASE_READ, "state" },
	{ "outcomes_answering", "state=ANSWERING", VERB_CASE_READ, "state" },
	{ "outcomes_ready", "state=READY", VERB_CASE_READ, "state" },
	{ "outcomes_published", "state=PUBLISHED", VERB_CASE_READ, "state" },
	{ "outcomes_withdrawn", "state=WITHDRAWN", VERB_CASE_READ, "state" },
	{ "outcomes_dropped", "state=DROPPED", VERB_CASE_READ, "state" },
	{ "outcomes_all", "state=all", VERB_CASE_READ, NULL },
	{ NULL, NULL, 0, NULL },
};

static const struct office_list office_outcome_list = {
	.list = &list_of_outcomes,
	.template = "admin/outcomes.tpl",
	.sheet = "admin/outcomes.sheet.tpl",
	.file = "disclosures",
	.exports = VERB_CASE_EXPORT,
	.rows = &Q_desk_outcome_list,
	.count = &Q_desk_outcome_count,
	.keys = &Q_desk_outcome_codes,
	.listed = &Q_desk_outcome_listed,
	.quick_counts = &Q_desk_outcome_counts,
	.quick = quick,
	.ask = ask,
	.bind_rows = bind_rows,
	.bind_form = bind_form,
};

enum outcome outcomes_list(struct request *request)
{
	return listing_show(request, &office_outcome_list, request->form, NULL);
}

enum outcome outcomes_keep(struct request *request)
{
	return listing_keep(request, &office_outcome_list);
}

enum outcome outcomes_let_go(struct request *request)
{
	return listing_let_go(request, &office_outcome_list);
}

enum outcome outcomes_export(struct request *request)
{
	return listing_export(request, &office_outcome_list);
}
