/* SPDX-License-Identifier: Apache-2.0 */
/* Kinds of facility where they are chosen. */
#include "kinds.h"

#include <string.h>

#include "portal_queries.h"
#include "rules/facilities/kinds.h"

#define MOST_KINDS 100

static const struct values *row_of(const struct rows *rows, const char *column, const char *kind)
{
	for (size_t i = 0; i < rows->count; i++)
		if (strcmp(values_text(&rows->at[i], column), kind) == 0)
			return &rows->at[i];
	return NULL;
}

/* Notes and costs, read once for an edition and a day. */
static bool read_kinds(struct request *request)
{
	struct published *published = published_of(request);
	struct values *parameters = values_new(request->arena);

	if (published->kinds_read)
		return true;
	values_put_integer(parameters, "today", portal_of(request)->today);
	if (!sql_list(published->sql, &Q_kind_notes, NULL, published->arena, MOST_KINDS, &published->kind_notes))
		return false;
	if (published->total <= KINDS_MOST_FACILITIES &&
	    !sql_list(published->sql, &Q_kind_costs, parameters, published->arena, MOST_KINDS + 1, &published->kind_costs))
		return false;
	published->kinds_read = true;
	return true;
}

/* In whole yuan: it is said to be about so much. */
static void bind_cost(struct page *page, const struct values *cost)
{
	int64_t low = (values_integer(cost, "low_fen") + 50) / 100, high = (values_integer(cost, "high_fen") + 50) / 100;

	page_show(page, "cost");
	page_text(page, "cost_mode_name", values_text(cost, "mode_name"));
	page_text(page, "cost_unit_name", values_text(cost, "fee_unit_name"));
	page_integer(page, "cost_low", low);
	page_integer(page, "cost_high", high);
	page_show(page, !high ? "cost_is_free" : !low ? "cost_from_free" : low < high ? "cost_between" : "cost_is_one");
}

static void bind_kind(struct page *page, const struct published *published, const struct values *kind)
{
	const char *code = values_text(kind, "code");
	const struct values *note = row_of(&published->kind_notes, "code", code), *cost = row_of(&published->kind_costs, "kind", code);
	struct page *section = page_section(page, kind_gives_care(code) ? "care_kinds" : "guidance_kinds");

	page_values(section, kind);
	page_text(section, "note", note ? values_text(note, "name") : "");
	if (cost)
		bind_cost(section, cost);
}

enum outcome kinds_bind(struct request *request, struct page *page)
{
	const struct published *published = published_of(request);
	const struct values *inclusive;
	bool guidance = false;

	if (!read_kinds(request))
		return BROKEN;
	for (size_t i = 0; i < published->kinds.count; i++) {
		const struct values *kind = &published->kinds.at[i];

		if (!values_integer(kind, "facilities"))
			continue;
		bind_kind(page, published, kind);
		guidance = guidance || !kind_gives_care(values_text(kind, "code"));
	}
	if (guidance)
		page_show(page, "if_guidance_kinds");
	inclusive = row_of(&published->kind_costs, "kind", "INCLUSIVE");
	if (inclusive)
		bind_cost(page_section(page, "inclusive_cost"), inclusive);
	return PAGE;
}
