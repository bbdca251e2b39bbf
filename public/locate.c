/* SPDX-License-Identifier: Apache-2.0 */
/* A starting point without a device's position: type a street, a community, an address or a facility, choose from what fits. */
#include <string.h>

#include "lib/words.h"
#include "portal.h"
#include "portal_queries.h"

static const struct field locate_fields[] = {
	{ "place", FIELD_TEXT, OPTIONAL, 0, 60, NULL },
	{ "keep", FIELD_TEXT, OPTIONAL, 0, 1000, NULL },
	{ 0 },
};
const struct form locate_form = { locate_fields };

/* The list from a starting point, with the other conditions of the search the visitor came from (search_link made them). */
static const char *list_from(const char *place, const char *keep, struct arena *arena)
{
	return arena_format(arena, "/facilities?%s%s%s", keep, *keep ? "&" : "", place);
}

static void bind_links(struct page *page, const char *section, const struct rows *rows, const char *parameter, const char *keep,
		       struct arena *arena)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct page *one = page_section(page, section);

		page_values(one, &rows->at[i]);
		page_text(one, "url", list_from(arena_format(arena, "%s=%s", parameter, values_text(&rows->at[i], "code")), keep, arena));
	}
	if (rows->count)
		page_show(page, arena_format(arena, "if_%s", section));
}

static void bind_facilities(struct page *page, const struct rows *rows, const char *keep, struct arena *arena)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct page *one = page_section(page, "facilities");

		page_values(one, &rows->at[i]);
		page_text(one, "url", list_from(arena_format(arena, "lat=%.6f&lon=%.6f", values_real(&rows->at[i], "lat"),
							     values_real(&rows->at[i], "lon")),
						keep, arena));
	}
	if (rows->count)
		page_show(page, "if_facilities");
}

/* Everything that fits what was typed: streets and communities by their characters, facilities by words and readings too. */
static enum outcome bind_found(struct request *request, struct page *page, const char *typed)
{
	struct sql *sql = published_of(request)->sql;
	struct values *parameters = values_new(request->arena);
	const char *keep = values_text(request->form->values, "keep");
	const char *match = words_query(portal_of(request)->words, request->arena, typed);
	struct rows streets, communities = { 0 }, facilities = { 0 };

	values_put_text(parameters, "typed", typed);
	values_put_text(parameters, "match", match);
	if (!sql_list(sql, &Q_locate_streets, parameters, request->arena, 300, &streets) ||
	    (*typed && !sql_list(sql, &Q_locate_communities, parameters, request->arena, 20, &communities)) ||
	    (match && !sql_list(sql, &Q_locate_facilities, parameters, request->arena, 20, &facilities)))
		return BROKEN;
	if (*typed)
		page_show(page, streets.count + communities.count + facilities.count ? "searched" : "not_found");
	/* Nothing fits: all streets, so that there is always a way on. */
	if (!streets.count) {
		values_put_text(parameters, "typed", "");
		if (!sql_list(sql, &Q_locate_streets, parameters, request->arena, 300, &streets))
			return BROKEN;
	}
	bind_links(page, "streets", &streets, "street", keep, request->arena);
	bind_links(page, "communities", &communities, "community", keep, request->arena);
	bind_facilities(page, &facilities, keep, request->arena);
	return PAGE;
}

enum outcome locate_show(struct request *request)
{
	struct page *page;
	enum outcome outcome;

	if (!request->form->fine)
		return BAD;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	page = page_begin(request, "public/locate.tpl");
	form_show(request->form, page);
	outcome = bind_found(request, page, values_text(request->form->values, "place"));
	if (outcome == PAGE)
		return page_end(request, page);
	page_free(page);
	return outcome;
}
