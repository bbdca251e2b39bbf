/* SPDX-License-Identifier: Apache-2.0 */
/* Up to four facilities side by side, chosen by codes in the address: no account, nothing kept. */
#include <stdio.h>
#include <string.h>

#include "listing.h"
#include "portal_queries.h"

#define MOST 4
#define MOST_GIVEN 20

static const struct field compare_fields[] = {
	{ "code", FIELD_CODES, OPTIONAL, 0, MOST_GIVEN, NULL },
	{ "lat", FIELD_REAL, OPTIONAL, -90, 90, NULL },
	{ "lon", FIELD_REAL, OPTIONAL, -180, 180, NULL },
	{ 0 },
};
const struct form compare_form = { compare_fields };

struct chosen {
	const char *codes[MOST_GIVEN];
	size_t count;
	bool too_many;
};

/* The codes given, each once, the first four. */
static struct chosen read_chosen(const struct request *request)
{
	char *text = arena_copy(request->arena, values_text(request->form->values, "code"));
	struct chosen chosen = { 0 };
	char *rest = NULL;

	for (char *code = strtok_r(text, " ", &rest); code; code = strtok_r(NULL, " ", &rest)) {
		bool twice = false;

		for (size_t i = 0; i < chosen.count; i++)
			twice = twice || strcmp(chosen.codes[i], code) == 0;
		if (twice)
			continue;
		chosen.too_many = chosen.count == MOST;
		if (chosen.too_many)
			break;
		chosen.codes[chosen.count++] = code;
	}
	return chosen;
}

static const char *place_query(const struct request *request)
{
	const struct values *values = request->form->values;

	if (values_null(values, "lat") || values_null(values, "lon"))
		return "";
	return arena_format(request->arena, "lat=%.6f&lon=%.6f", values_real(values, "lat"), values_real(values, "lon"));
}

static const char *remove_url(const struct request *request, const struct chosen *chosen, size_t without)
{
	const char *url = "";

	for (size_t i = 0; i < chosen->count; i++)
		if (i != without)
			url = arena_format(request->arena, "%s%scode=%s", url, *url ? "&" : "?", chosen->codes[i]);
	if (*place_query(request))
		url = arena_format(request->arena, "%s%s%s", url, *url ? "&" : "?", place_query(request));
	return arena_format(request->arena, "/compare%s", url);
}

static void bind_distance(struct request *request, struct page *page, const struct values *row)
{
	const struct values *values = request->form->values;
	struct position place = { values_real(row, "lat"), values_real(row, "lon") };
	double metres;

	if (!*place_query(request))
		return;
	metres = distance_metres((struct position){ values_real(values, "lat"), values_real(values, "lon") }, place);
	page_show(page, "distance");
	page_text(page, "distance_km", distance_text(metres, request->arena));
	page_integer(page, "walk_min", walking_minutes(&published_of(request)->walking, metres));
}

static enum outcome read_one(struct request *request, const char *code, struct values **listing, struct values **facility)
{
	struct sql *sql = published_of(request)->sql;
	struct values *key = values_new(request->arena);

	values_put_text(key, "code", code);
	if (sql_row(sql, &Q_listing_by_code, key, request->arena, listing) == SQL_FAILED ||
	    sql_row(sql, &Q_facility_one, key, request->arena, facility) == SQL_FAILED)
		return BROKEN;
	return *listing && *facility ? PAGE : MISSING;
}

static void bind_one(struct request *request, struct page *page, const struct values *listing, const struct values *facility,
		     const char *url)
{
	page_values(page, facility);
	listing_bind(portal_of(request), page, listing, request->arena);
	if (!values_null(facility, "hours_until"))
		freshness_bind(portal_of(request), page, facility, "hours", request->arena);
	bind_distance(request, page, listing);
	page_text(page, "remove_url", url);
}

static void bind_state(struct page *page, const struct chosen *chosen, size_t shown)
{
	page_show(page, shown ? "if_facilities" : "none");
	if (shown == 1)
		page_show(page, "one");
	if (chosen->too_many)
		page_show(page, "too_many");
}

enum outcome compare_show(struct request *request)
{
	struct chosen chosen = read_chosen(request);
	struct page *page;
	size_t shown = 0;

	if (!request->form->fine)
		return BAD;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	page = page_begin(request, "public/compare.tpl");
	if (*place_query(request))
		page_values(page, request->form->values);
	for (size_t i = 0; i < chosen.count; i++) {
		struct values *listing, *facility;
		enum outcome outcome = read_one(request, chosen.codes[i], &listing, &facility);

		/* A place that has closed since the link was kept is left out; the others are still compared. */
		if (outcome == MISSING)
			continue;
		if (outcome != PAGE) {
			page_free(page);
			return outcome;
		}
		bind_one(request, page_section(page, "facilities"), listing, facility, remove_url(request, &chosen, i));
		shown++;
	}
	bind_state(page, &chosen, shown);
	return page_end(request, page);
}
