/* SPDX-License-Identifier: Apache-2.0 */
/* Up to four facilities side by side, chosen by codes in the address: no account, nothing kept. */
#include <stdio.h>
#include <string.h>

#include "carried.h"
#include "compare_lines.h"
#include "link.h"
#include "listing.h"
#include "offer.h"
#include "portal_queries.h"
#include "share.h"
#include "trust.h"
#include "walk.h"

#define MOST 4
#define MOST_GIVEN 20

static const struct field compare_fields[] = {
	{ "code", FIELD_CODES, OPTIONAL, 0, MOST_GIVEN, NULL },
	{ "lat", FIELD_REAL, OPTIONAL, -90, 90, NULL },
	{ "lon", FIELD_REAL, OPTIONAL, -180, 180, NULL },
	CARRIED_FIELDS,
	CARRIED_LIST_FIELD,
	{ 0 },
};
const struct form compare_form = { compare_fields };

struct chosen {
	const char *codes[MOST_GIVEN];
	size_t count;
	bool too_many;
};

/* The codes given, each once, the first four; of what is no list of codes none. */
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

/* Which classes fit, as it was asked on the list. */
static const char *offer_query(const struct request *request)
{
	static const char *const fields[] = { "age", "start", "mode", "not_mode", "fee_max", NULL };
	const char *query = "";

	for (const char *const *field = fields; *field; field++)
		if (!values_null(request->form->values, *field))
			query = arena_format(request->arena, "%s%s%s=%s", query, *query ? "&" : "", *field,
					     values_text(request->form->typed, *field));
	return query;
}

/* The question of the list: as it came along, or what of it stands in this address. */
static const char *list_query(const struct request *request)
{
	const char *list = values_text(request->form->values, "list"), *offer = offer_query(request), *place = place_query(request);

	return *list ? list : arena_format(request->arena, "%s%s%s", place, *place && *offer ? "&" : "", offer);
}

/* To a facility, from which the way leads back to the list. */
static const char *facility_url(const struct request *request, const char *code)
{
	const char *list = list_query(request), *from = "";

	if (*place_query(request))
		from = arena_format(request->arena, "from=%.5f,%.5f", values_real(request->form->values, "lat"),
				    values_real(request->form->values, "lon"));
	if (*list)
		from = arena_format(request->arena, "%s%slist=%s", from, *from ? "&" : "", link_escaped(list, request->arena));
	return arena_format(request->arena, "/facilities/%s%s%s", code, *from ? "?" : "", from);
}

/*
 * The question of the comparison without one of the chosen; with more of them than there are: all. `offer`: which classes fit; `list`: the
 * question of the list that it came from, "" = none.
 */
static const char *chosen_query(const struct request *request, const struct chosen *chosen, size_t without, const char *offer, const char *list)
{
	const char *query = "";

	for (size_t i = 0; i < chosen->count; i++)
		if (i != without)
			query = arena_format(request->arena, "%s%scode=%s", query, *query ? "&" : "?", chosen->codes[i]);
	if (*place_query(request))
		query = arena_format(request->arena, "%s%s%s", query, *query ? "&" : "?", place_query(request));
	if (*offer)
		query = arena_format(request->arena, "%s%s%s", query, *query ? "&" : "?", offer);
	if (*list)
		query = arena_format(request->arena, "%s%slist=%s", query, *query ? "&" : "?", link_escaped(list, request->arena));
	return query;
}

static const char *chosen_url(const struct request *request, const struct chosen *chosen, size_t without, const char *offer)
{
	return arena_format(request->arena, "/compare%s",
			    chosen_query(request, chosen, without, offer, values_text(request->form->values, "list")));
}

/* What is handed on to others: these facilities, the place and the classes asked for, and no way back to a list. */
static const char *shared_query(const struct request *request, const struct chosen *chosen)
{
	return chosen_query(request, chosen, chosen->count, offer_query(request), "");
}

static const char *shared_url(struct request *request, const struct chosen *chosen)
{
	return arena_format(request->arena, "%s/compare%s", portal_of(request)->config->base_url, shared_query(request, chosen));
}

/* Put how far it is from the place that was given. */
static void put_distance(struct request *request, struct values *row)
{
	const struct values *values = request->form->values;
	struct position place = { values_real(row, "lat"), values_real(row, "lon") }, origin;
	double metres;
	int minutes;

	if (!*place_query(request))
		return;
	origin = (struct position){ values_real(values, "lat"), values_real(values, "lon") };
	metres = distance_metres(origin, place);
	values_put_text(row, "distance_km", distance_text(metres, request->arena));
	walk_set_out(request, origin);
	minutes = walk_minutes(request, place, metres);
	if (minutes > WALKING_MOST_MINUTES)
		return;
	values_put_integer(row, "walk_min", minutes);
	values_put_integer(row, "by_streets", walk_is_by_streets(request, place));
}

/* All that is shown of a facility: its own row, over it its listing with what it claims and what lets one judge it. */
static enum outcome read_one(struct request *request, const struct offer_question *offer, const char *code, struct values **all)
{
	struct sql *sql = published_of(request)->sql;
	struct values *key = values_new(request->arena), *listing;
	bool has_classes;

	values_put_text(key, "code", code);
	if (sql_row(sql, &Q_listing_by_code, key, request->arena, &listing) == SQL_FAILED ||
	    sql_row(sql, &Q_facility_one, key, request->arena, all) == SQL_FAILED)
		return BROKEN;
	if (!listing || !*all)
		return MISSING;
	has_classes = values_integer(listing, "programmes") > 0;
	if (!offer_put(request, offer, listing) || !trust_put(request, listing))
		return BROKEN;
	values_put_integer(listing, "none_fit", has_classes && !values_integer(listing, "programmes"));
	for (size_t i = 0; i < listing->count; i++)
		values_put(*all, &listing->at[i]);
	put_distance(request, *all);
	return PAGE;
}

static void bind_one(struct request *request, struct page *page, const struct values *all, const char *url)
{
	listing_bind(portal_of(request), page, all, request->arena);
	if (!values_null(all, "hours_until"))
		freshness_bind(portal_of(request), page, all, "hours", request->arena);
	if (!values_null(all, "distance_km"))
		page_show(page, "distance");
	page_text(page, "remove_url", url);
	page_text(page, "facility_url", facility_url(request, values_text(all, "code")));
}

/* Read and bind each of the chosen; one that has closed since the link was kept is left out, and the others are still compared. */
static enum outcome bind_chosen(struct request *request, const struct offer_question *offer, const struct chosen *chosen, struct page *page,
				struct values **shown, size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < chosen->count; i++) {
		enum outcome outcome = read_one(request, offer, chosen->codes[i], &shown[*count]);

		if (outcome == BROKEN)
			return BROKEN;
		if (outcome == MISSING)
			continue;
		bind_one(request, page_section(page, "facilities"), shown[*count], chosen_url(request, chosen, i, offer_query(request)));
		++*count;
	}
	return PAGE;
}

static void bind_state(struct page *page, const struct chosen *chosen, size_t shown)
{
	page_show(page, shown ? "if_facilities" : "none");
	if (shown == 1)
		page_show(page, "one");
	if (chosen->too_many)
		page_show(page, "too_many");
}

/* Which classes fit, the way to see all of them, and the way back. */
static void bind_question(struct request *request, const struct carried *carried, const struct chosen *chosen, struct page *page)
{
	const char *list = list_query(request);

	carried_bind(request, carried, page);
	page_text(page, "all_url", chosen_url(request, chosen, chosen->count, ""));
	page_text(page, "list_url", arena_format(request->arena, "/facilities%s%s", *list ? "?" : "", list));
	page_text(page, "page_url", shared_url(request, chosen));
	page_text(page, "code_url", arena_format(request->arena, "/compare.qr.svg%s", shared_query(request, chosen)));
}

enum outcome compare_show(struct request *request)
{
	struct chosen chosen = read_chosen(request);
	struct carried carried;
	struct values *shown[MOST];
	struct page *page;
	size_t count;
	enum outcome made;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	if (!carried_settle(request, request->form, &carried))
		return BROKEN;
	page = page_begin(request, "public/compare.tpl");
	if (!request->form->fine)
		form_show(request->form, page);
	bind_question(request, &carried, &chosen, page);
	made = bind_chosen(request, &carried.offer, &chosen, page, shown, &count);
	if (made != PAGE) {
		page_free(page);
		return made;
	}
	compare_lines_bind(portal_of(request), page, shown, count, *place_query(request) != '\0');
	bind_state(page, &chosen, count);
	page_integer(page, "gone", (int64_t)(chosen.count - count));
	made = page_end(request, page);
	return made == PAGE && !request->form->fine ? INVALID : made;
}

/* The comparison, as a code. */
enum outcome compare_code(struct request *request)
{
	struct chosen chosen = read_chosen(request);
	struct carried carried;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	if (!carried_settle(request, request->form, &carried))
		return BROKEN;
	if (!request->form->fine || !chosen.count)
		return BAD;
	return share_code(request, shared_url(request, &chosen), "");
}
