/* SPDX-License-Identifier: Apache-2.0 */
/* The lines of the comparison. */
#include "compare_lines.h"

#include <string.h>

#include "rules/facilities/kinds.h"

/* A line's section, the columns by which it differs, and the fact whose being fresh or not shows in it. */
static const struct line {
	const char *section, *columns, *fact;
	bool of_care;                   /* says nothing of who takes no children */
} lines[] = {
	{ "is_vacancy", "has_vacancy vacancy vacancy_from none_fit", "vacancy_until", true },
	{ "is_fee", "fee_min_fen fee_max_fen fee_unit fee_differs_by fee_partly fee_other_units fee_other_free "
		    "meal_fee_fen subsidy_fen with_meals with_subsidy total_min_fen total_max_fen none_fit", "fee_until", true },
	{ "is_age", "age_from_months age_to_months none_fit", NULL, true },
	{ "is_mode", "mode_names none_fit", NULL, true },
	{ "is_place", "distance_km", NULL, false },
	{ "is_kind", "kind inclusive", NULL, false },
	{ "is_filing", "filing_state", NULL, false },
	{ "is_outcomes", "recent_outcomes", NULL, false },
	{ "is_freshness", "fresh_days counted_days", NULL, false },
	{ "is_carers", "carers places_per_carer", NULL, true },
	{ "is_places", "places none_fit", NULL, true },
	{ "is_hours", "weekday_open weekday_close", "hours_until", false },
	{ "is_meals", "meals", NULL, false },
	{ "is_outdoor", "outdoor_m2", NULL, false },
};
#define LINES (sizeof lines / sizeof *lines)

static bool same_value(const struct values *left, const struct values *right, const char *column)
{
	if (values_null(left, column) || values_null(right, column))
		return values_null(left, column) && values_null(right, column);
	return strcmp(values_text(left, column), values_text(right, column)) == 0 &&
	       values_real(left, column) - values_real(right, column) == 0;
}

static bool same_columns(const struct values *left, const struct values *right, const char *columns)
{
	char column[32];

	for (size_t size; *columns; columns += size + (columns[size] == ' ')) {
		size = strcspn(columns, " ");
		memcpy(column, columns, size);
		column[size] = '\0';
		if (!same_value(left, right, column))
			return false;
	}
	return true;
}

static bool same_line(const struct portal *portal, const struct line *line, const struct values *left, const struct values *right)
{
	if (line->of_care && kind_gives_care(values_text(left, "kind")) != kind_gives_care(values_text(right, "kind")))
		return false;
	if (line->fact && portal_fresh(portal, left, line->fact) != portal_fresh(portal, right, line->fact))
		return false;
	return same_columns(left, right, line->columns);
}

static bool differs(const struct portal *portal, const struct line *line, struct values *const *facilities, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (!same_line(portal, line, facilities[0], facilities[i]))
			return true;
	return false;
}

/* The head of a group; further down the page it says again whose columns these are. */
static void bind_group(struct page *page, const char *name, bool names_again)
{
	struct page *group = page_section(page_section(page, "lines"), "is_group");

	page_show(group, name);
	if (names_again)
		page_show(group, "names_again");
}

static void bind_lines(const struct portal *portal, struct page *page, struct values *const *facilities, size_t count, bool with_distance,
		       bool differing)
{
	bool any = false;

	for (size_t i = 0; i < LINES; i++) {
		if ((!with_distance && strcmp(lines[i].section, "is_place") == 0) || differs(portal, &lines[i], facilities, count) != differing)
			continue;
		if (!any && count > 1)
			bind_group(page, differing ? "is_different" : "is_same", !differing);
		any = true;
		page_show(page_section(page, "lines"), lines[i].section);
	}
}

void compare_lines_bind(const struct portal *portal, struct page *page, struct values *const *facilities, size_t count, bool with_distance)
{
	if (!count)
		return;
	page_integer(page, "recent_years", portal->published->recent_years);
	bind_lines(portal, page, facilities, count, with_distance, true);
	bind_lines(portal, page, facilities, count, with_distance, false);
	if (count > 1)
		bind_group(page, "is_contact", true);
	page_show(page_section(page, "lines"), "is_phone");
	page_show(page_section(page, "lines"), "is_address");
}
