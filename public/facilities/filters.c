/* SPDX-License-Identifier: Apache-2.0 */
/* The filters of a search as the visitor sees them. */
#include "filters.h"

#include <stdio.h>
#include <string.h>

#include "ages.h"
#include "kinds.h"
#include "link.h"
#include "listing.h"
#include "portal_queries.h"

#define MONTHS_OFFERED 18

static const int walking_times[] = { 5, 10, 15, 20, 30, 45 };
static const char *const orders[] = { "near", "fresh", "name", "fee", "vacancy" };

/* The fields that are filters, with the sections their chips show; the position goes as one. A community is a starting point. */
static const struct filter {
	const char *field;
	const char *section;
	const char *takes_off;          /* fields that go with it */
} filters[] = {
	{ "q", "IS_Q", "q" },
	{ "lat", "IS_PLACE", "lat lon within" },
	{ "street", "IS_STREET", "street" },
	{ "place", "IS_NAMED_PLACE", "place house near within" },
	{ "community", "IS_COMMUNITY", "community" },
	{ "age", "IS_AGE", "age" },
	{ "start", "IS_START", "start" },
	{ "mode", "IS_MODE", "mode" },
	{ "not_mode", "IS_NOT_MODE", "not_mode" },
	{ "kind", "IS_KIND", "kind" },
	{ "not_kind", "IS_NOT_KIND", "not_kind" },
	{ "inclusive", "IS_INCLUSIVE", "inclusive" },
	{ "operator", "IS_OPERATOR", "operator" },
	{ "not_operator", "IS_NOT_OPERATOR", "not_operator" },
	{ "fee_max", "IS_FEE_MAX", "fee_max" },
	{ "vacancy", "IS_VACANCY", "vacancy" },
	{ "weekend", "IS_WEEKEND", "weekend" },
	{ "open_until", "IS_OPEN_UNTIL", "open_until" },
	{ "within", "IS_WITHIN", "within" },
};
#define FILTERS (sizeof filters / sizeof *filters)

static void bind_options(struct page *page, const char *section, const struct rows *rows, const char *chosen)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct page *option = page_section(page, section);

		page_text(option, "code", values_text(&rows->at[i], "code"));
		page_text(option, "name", values_text(&rows->at[i], "name"));
		if (strcmp(values_text(&rows->at[i], "code"), chosen) == 0)
			page_show(option, "selected");
	}
}

static void bind_walking_time(struct page *page, int64_t minutes, int64_t chosen)
{
	struct page *option = page_section(page, "withins");

	page_integer(option, "code", minutes);
	page_integer(option, "minutes", minutes);
	if (minutes == chosen)
		page_show(option, "selected");
}

/* A time that was said in a phrase may stand between the usual ones. */
static void bind_walking_times(struct page *page, int64_t chosen)
{
	int64_t before = 0;

	for (size_t i = 0; i < sizeof walking_times / sizeof *walking_times; i++) {
		if (chosen > before && chosen < walking_times[i])
			bind_walking_time(page, chosen, chosen);
		bind_walking_time(page, walking_times[i], chosen);
		before = walking_times[i];
	}
	if (chosen > before)
		bind_walking_time(page, chosen, chosen);
}

/* The months to come to choose from; one that was said in words may lie further ahead. */
static void bind_start(struct page *page, const struct portal *portal, int ahead, int chosen, struct arena *arena)
{
	struct date month = child_month_date(portal, ahead);
	struct page *option = page_section(page, "starts");

	page_text(option, "code", child_month(portal, ahead, arena));
	page_integer(option, "start_year", month.year);
	page_integer(option, "start_month", month.month);
	if (ahead == chosen)
		page_show(option, "selected");
}

static void bind_starts(struct page *page, const struct portal *portal, int chosen, struct arena *arena)
{
	if (chosen == 0)
		bind_start(page, portal, chosen, chosen, arena);
	for (int ahead = 1; ahead <= MONTHS_OFFERED; ahead++)
		bind_start(page, portal, ahead, chosen, arena);
	if (chosen > MONTHS_OFFERED)
		bind_start(page, portal, chosen, chosen, arena);
}

static void bind_orders(struct page *page, const struct finding *finding, struct arena *arena)
{
	const char *usual = finding->origin_kind == ORIGIN_NONE ? "fresh" : "near";

	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		struct page *option;

		/* Without a place there is no nearest. */
		if (i == 0 && finding->origin_kind == ORIGIN_NONE)
			continue;
		option = page_section(page, "sorts");
		/* The usual order is not sent along: it becomes "nearest" as soon as there is a place. */
		page_text(option, "code", strcmp(orders[i], usual) == 0 ? "" : orders[i]);
		page_show(option, arena_format(arena, "is_%s", orders[i]));
		if (finding->sort && strcmp(orders[i], finding->sort) == 0)
			page_show(option, "selected");
	}
}

static enum outcome bind_communities(struct request *request, const struct finding *finding, struct page *page)
{
	const char *street = values_text(finding->form->values, "street");
	struct values *parameters = values_new(request->arena);
	struct rows communities;

	if (finding->community)
		street = values_text(finding->community, "street_code");
	/* A position goes before a community: there would be nothing to choose. */
	if (!*street || finding->origin_kind == ORIGIN_POINT)
		return PAGE;
	values_put_text(parameters, "street_code", street);
	if (!sql_list(published_of(request)->sql, &Q_communities_of_street, parameters, request->arena, 1000, &communities))
		return BROKEN;
	page_show(page, "communities_known");
	bind_options(page, "communities", &communities, values_text(finding->form->values, "community"));
	return PAGE;
}

enum outcome filters_bind(struct request *request, const struct finding *finding, struct page *page)
{
	const struct published *published = published_of(request);
	const struct values *values = finding->form->values;
	enum outcome outcome;

	bind_options(page, "streets", &published->streets, values_text(values, "street"));
	bind_options(page, "kinds", &published->kinds, values_text(values, "kind"));
	bind_options(page, "modes", &published->modes, values_text(values, "mode"));
	bind_walking_times(page, values_integer(values, "within"));
	bind_starts(page, portal_of(request), finding->offer.ahead, request->arena);
	bind_orders(page, finding, request->arena);
	if (values_integer(values, "inclusive") == 1)
		page_show(page, "inclusive_checked");
	if (values_integer(values, "vacancy") == 1)
		page_show(page, "vacancy_checked");
	if (values_integer(values, "weekend") == 1)
		page_show(page, "weekend_checked");
	if (finding->within_needs_place)
		page_show(page, "within_needs_place");
	if (offer_fee_is_monthly(&finding->offer))
		page_show(page, "fee_by_month");
	outcome = kinds_bind(request, page);
	return outcome == PAGE ? bind_communities(request, finding, page) : outcome;
}

/* What a chip says of its filter. */
static const char *filter_words(const struct finding *finding, const char *field)
{
	if (strcmp(field, "lat") == 0)
		return finding->origin_name;
	if (strcmp(field, "street") == 0)
		return finding->street_name;
	if (strcmp(field, "place") == 0)
		return finding->origin_name;
	if (strcmp(field, "community") == 0)
		return finding->community ? values_text(finding->community, "name") : "";
	if (strcmp(field, "mode") == 0)
		return finding->mode_name;
	if (strcmp(field, "kind") == 0)
		return finding->kind_name;
	if (strcmp(field, "operator") == 0 && finding->operator_kind)
		return values_text(finding->operator_kind, "name");
	if (strcmp(field, "not_mode") == 0)
		return finding->not_mode_name;
	if (strcmp(field, "not_kind") == 0)
		return finding->not_kind_name;
	if (strcmp(field, "not_operator") == 0)
		return finding->not_operator_name;
	return values_text(finding->form->typed, field);
}

static const char *section_of(const struct finding *finding, const struct filter *filter)
{
	return strcmp(filter->field, "operator") == 0 && finding->operator_kind ? "IS_OPERATOR_KIND" : filter->section;
}

static bool is_set(const struct finding *finding, const char *field)
{
	const struct value *value = values_find(finding->form->values, field);

	if (strcmp(field, "community") == 0)
		return finding->origin_kind == ORIGIN_COMMUNITY;
	if (strcmp(field, "place") == 0)
		return finding->origin_kind == ORIGIN_PLACE;
	/* An age of 0 months is asked for; a flag that is 0 is not. */
	if (strcmp(field, "inclusive") == 0 || strcmp(field, "vacancy") == 0 || strcmp(field, "weekend") == 0)
		return values_integer(finding->form->values, field) == 1;
	return value && value->kind != VALUE_NULL;
}

/* The fields that go with a filter; with the last starting point the walking time, which would have nowhere to start. */
static const char *taken_off(const struct finding *finding, const struct filter *filter)
{
	if (strcmp(filter->field, "street") == 0 && finding->origin_kind == ORIGIN_STREET)
		return "street within";
	if (strcmp(filter->field, "community") == 0 && !*finding->street_name)
		return "community within";
	return filter->takes_off;
}

void filters_bind_chips(struct request *request, const struct finding *finding, const char *lat, const char *lon, struct page *page)
{
	bool any = false;

	for (size_t i = 0; i < FILTERS; i++) {
		struct page *chip;

		if (!is_set(finding, filters[i].field))
			continue;
		if (!any)
			page_show(page, "if_chips");
		any = true;
		chip = page_section(page, "chips");
		page_show(chip, section_of(finding, &filters[i]));
		page_text(chip, "value", filter_words(finding, filters[i].field));
		page_text(chip, "age_words", age_words(published_of(request), values_integer(finding->form->values, "age")));
		if (strcmp(filters[i].field, "start") == 0 && finding->offer.age >= 0)
			page_integer(chip, "age_then", finding->offer.age);
		page_text(chip, "remove_url", search_link(finding, "/facilities", taken_off(finding, &filters[i]), "", lat, lon,
							    request->arena));
	}
}

/* A starting point takes nothing out of the list, unless a walking time goes with it: then that is the filter to take off. */
static bool is_place(const struct finding *finding, const struct filter *filter)
{
	if (strcmp(filter->field, "street") == 0)
		return finding->origin_kind == ORIGIN_STREET && is_set(finding, "within");
	return strcmp(filter->field, "lat") == 0 || strcmp(filter->field, "community") == 0 || strcmp(filter->field, "place") == 0;
}

static enum outcome bind_one_less(struct request *request, const struct finding *finding, const struct filter *filter,
				  struct page *page, bool *any)
{
	struct buffer row = { 0 };
	struct finding less;
	struct page *section;
	enum outcome outcome = find_without(request, finding, filter->field, &less);

	if (outcome != PAGE || less.total == 0)
		return outcome;
	outcome = listing_write(request, &less, 1, &row);
	if (outcome == PAGE) {
		if (!*any)
			page_show(page, "if_less");
		*any = true;
		section = page_section(page, "less");
		page_show(section, section_of(finding, filter));
		page_text(section, "value", filter_words(finding, filter->field));
		page_integer(section, "total", less.total);
		page_text(section, "remove_url", search_link(finding, "/facilities", filter->takes_off, "", "", "", request->arena));
		page_made(section, "nearest", row.bytes, row.size);
	}
	buffer_free(&row);
	return outcome;
}

enum outcome filters_bind_less(struct request *request, const struct finding *finding, struct page *page)
{
	enum outcome outcome = PAGE;
	bool any = false;

	for (size_t i = 0; outcome == PAGE && i < FILTERS; i++)
		if (is_set(finding, filters[i].field) && !is_place(finding, &filters[i]))
			outcome = bind_one_less(request, finding, &filters[i], page, &any);
	if (!any)
		page_show(page, "no_less");
	return outcome;
}
