/* SPDX-License-Identifier: Apache-2.0 */
/* A starting point without a device's position: type a road, a station, a community, an address or a facility, choose from what fits. */
#include <string.h>

#include "find.h"
#include "public/core/portal.h"

#define MOST_PLACES 20

static const struct field locate_fields[] = {
	{ "place", FIELD_TEXT, OPTIONAL, 0, 60, NULL },
	{ "keep", FIELD_TEXT, OPTIONAL, 0, 3000, NULL },
	{ 0 },
};
const struct form locate_form = { locate_fields };

/* The list from a starting point, with the other conditions of the search the visitor came from (search_link made them). */
static const char *list_from(const char *place, const char *keep, struct arena *arena)
{
	return arena_format(arena, "/facilities?%s%s%s", keep, *keep ? "&" : "", place);
}

static void bind_streets(struct page *page, const struct rows *streets, const char *keep, struct arena *arena)
{
	for (size_t i = 0; i < streets->count; i++) {
		struct page *one = page_section(page, "streets");

		page_text(one, "name", values_text(&streets->at[i], "name"));
		page_text(one, "url", list_from(arena_format(arena, "street=%s", values_text(&streets->at[i], "code")), keep, arena));
	}
	page_show(page, "if_streets");
}

/* A house that was named goes along to its road. */
static const char *place_link(const struct known_place *place, int house, const char *keep, struct arena *arena)
{
	const char *link = arena_format(arena, "%s=%s", asked_field(place), place->code);

	if (house >= 0 && strcmp(place->kind, "ROAD") == 0)
		link = arena_format(arena, "%s&house=%d", link, house);
	return list_from(link, keep, arena);
}

static const char *street_name(const struct published *published, const char *code)
{
	for (size_t i = 0; i < published->streets.count; i++)
		if (strcmp(values_text(&published->streets.at[i], "code"), code) == 0)
			return values_text(&published->streets.at[i], "name");
	return "";
}

static size_t bind_places(struct request *request, struct page *page, const struct finding *finding, const char *typed)
{
	const char *keep = values_text(request->form->values, "keep");
	const struct asked *asked = &finding->asked;
	const struct known_place *places[MOST_PLACES];
	size_t count = asked_places(request, asked, typed, places, MOST_PLACES);

	for (size_t i = 0; i < count; i++) {
		struct page *one = page_section(page, "places");
		bool is_street = strcmp(places[i]->kind, "STREET") == 0;

		page_text(one, "name", places[i]->name);
		page_text(one, "kind_name", places[i]->kind_name);
		page_text(one, "in_street", is_street ? "" : street_name(published_of(request), places[i]->street_code));
		page_text(one, "url", place_link(places[i], asked->understood.house, keep, request->arena));
	}
	if (count)
		page_show(page, "if_places");
	page_text(page, "corrected_from", asked->corrected_from);
	page_text(page, "corrected_to", asked->corrected_to);
	return count;
}

static void bind_facilities(struct page *page, const struct rows *rows, const char *keep, struct arena *arena)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct page *one = page_section(page, "facilities");
		const struct values *row = &rows->at[i];

		page_text(one, "name", values_text(row, "name"));
		page_text(one, "address", values_text(row, "address"));
		page_text(one, "url", list_from(arena_format(arena, "lat=%.6f&lon=%.6f", values_real(row, "lat"), values_real(row, "lon")), keep, arena));
	}
	if (rows->count)
		page_show(page, "if_facilities");
}

/* What was typed, read as the list reads it: places by their names, facilities by what is left. */
static enum outcome bind_found(struct request *request, struct page *page, const char *typed)
{
	const char *keep = values_text(request->form->values, "keep");
	struct finding finding;
	struct rows facilities;
	size_t places;
	enum choice choice;

	if (!*typed) {
		bind_streets(page, &published_of(request)->streets, keep, request->arena);
		return PAGE;
	}
	if (find_choices(request, typed, FIND_CHOICES, &finding, &facilities, &choice) != PAGE)
		return BROKEN;
	places = bind_places(request, page, &finding, typed);
	/* What is near a place is no starting point. */
	if (choice != CHOICE_AS_TYPED && !values_say(finding.form->values, "q"))
		facilities.count = 0;
	page_show(page, places + facilities.count ? "searched" : "not_found");
	/* Nothing fits: all streets, so that there is always a way on. */
	if (!places)
		bind_streets(page, &published_of(request)->streets, keep, request->arena);
	bind_facilities(page, &facilities, keep, request->arena);
	return PAGE;
}

enum outcome locate_show(struct request *request)
{
	struct page *page;
	enum outcome outcome;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	page = page_begin(request, "public/locate.tpl");
	form_show(request->form, page);
	portal_size_in_search(request, page);
	page_rows(page, "credits", &published_of(request)->credits);
	outcome = bind_found(request, page, values_text(request->form->values, "place"));
	if (outcome == PAGE)
		outcome = page_end(request, page);
	else
		page_free(page);
	if (outcome == PAGE)
		return request->form->fine ? PAGE : INVALID;
	return outcome;
}
