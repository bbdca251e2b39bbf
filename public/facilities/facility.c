/* SPDX-License-Identifier: Apache-2.0 */
/* One facility's page: what a parent decides on. Also its code for scanning and its door poster. */
#include <stdio.h>
#include <string.h>

#include "ages.h"
#include "carried.h"
#include "public/disclosures/disclosures.h"
#include "facility.h"
#include "lib/base/calendar.h"
#include "lib/base/json.h"
#include "lib/base/telephone.h"
#include "lib/base/text.h"
#include "link.h"
#include "listing.h"
#include "offer.h"
#include "portal_queries.h"
#include "rules/facilities/freshness.h"
#include "rules/facilities/kinds.h"
#include "share.h"
#include "walk.h"

static const struct field facility_fields[] = {
	{ "from", FIELD_TEXT, OPTIONAL, 0, 60, NULL },
	CARRIED_LIST_FIELD,
	{ 0 },
};
const struct form facility_form = { facility_fields };

enum outcome facility_read(struct request *request, struct values **facility)
{
	switch (sql_row(published_of(request)->sql, &Q_facility_one, request->parts, request->arena, facility)) {
	case SQL_FOUND:
		return PAGE;
	case SQL_NONE:
		return facility_lead_on(request);
	case SQL_FAILED:
		break;
	}
	return BROKEN;
}

/* Where the visitor set out from, as the list's links carry it; anything else is no place and shows no distance. */
static bool read_origin(const struct request *request, struct position *origin)
{
	const char *from = values_text(request->form->values, "from"), *comma = strchr(from, ',');

	return comma && text_to_real(arena_text(request->arena, from, (size_t)(comma - from)), &origin->lat) &&
	       text_to_real(comma + 1, &origin->lon) && origin->lat >= -90 && origin->lat <= 90 && origin->lon >= -180 && origin->lon <= 180;
}

static void bind_distance(struct request *request, struct page *page, const struct values *facility)
{
	struct position origin, place = { values_real(facility, "lat"), values_real(facility, "lon") };
	double metres;
	int minutes;

	if (!read_origin(request, &origin))
		return;
	metres = distance_metres(origin, place);
	page_show(page, "distance");
	page_text(page, "distance_km", distance_text(metres, request->arena));
	walk_set_out(request, origin);
	page_integer(page, "by_streets", walk_is_by_streets(request, place));
	minutes = walk_minutes(request, place, metres);
	if (minutes <= WALKING_MOST_MINUTES)
		page_show(page, "walk");
	page_integer(page, "walk_min", minutes);
}

/* Each map has its own datum and order: Amap lon,lat and Tencent lat,lon in GCJ-02; Baidu lat,lon in BD-09. */
static void bind_routes(struct page *page, const struct values *facility, struct arena *arena)
{
	struct position wgs84 = { values_real(facility, "lat"), values_real(facility, "lon") };
	struct position gcj02 = position_gcj02_from_wgs84(wgs84);
	struct position bd09 = position_bd09_from_gcj02(gcj02);
	const char *name = link_escaped(values_text(facility, "name"), arena);

	page_text(page, "amap_url",
		  arena_format(arena, "https://uri.amap.com/navigation?to=%.6f,%.6f,%s&mode=walk&src=shanyu&coordinate=gaode&callnative=1",
			       gcj02.lon, gcj02.lat, name));
	page_text(page, "baidu_url",
		  arena_format(arena, "https://api.map.baidu.com/marker?location=%.6f,%.6f&title=%s&content=%s&output=html&coord_type=bd09ll&src=webapp.shanyu",
			       bd09.lat, bd09.lon, name, link_escaped(values_text(facility, "address"), arena)));
	page_text(page, "tencent_url",
		  arena_format(arena, "https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=%s&tocoord=%.6f,%.6f&referer=shanyu", name,
			       gcj02.lat, gcj02.lon));
}

static enum outcome bind_operator(struct request *request, struct page *page, const struct values *facility)
{
	struct values *others;

	if (!values_say(facility, "operator"))
		return PAGE;
	if (sql_row(published_of(request)->sql, &Q_facility_others_of_operator, facility, request->arena, &others) != SQL_FOUND)
		return BROKEN;
	if (values_integer(others, "others"))
		page_text(page, "operator_url", arena_format(request->arena, "/facilities?operator=%s",
							     link_escaped(values_text(facility, "operator"), request->arena)));
	return PAGE;
}

static void bind_programme(const struct portal *portal, struct page *page, struct values *programme, struct arena *arena)
{
	/* A class that is called by its kind says it once. */
	if (strcmp(values_text(programme, "name"), values_text(programme, "class_kind_name")) == 0)
		values_put_null(programme, "class_kind_name");
	offer_settle_room(programme, calendar_day_text(arena, day_number(portal->today)), "");
	page_values(page, programme);
	age_range_bind(portal->published, page, programme);
	freshness_bind(portal, page, programme, "vacancy", arena);
	freshness_bind(portal, page, programme, "fee", arena);
	if (!values_null(programme, "fee_fen"))
		page_real(page, "fee_yuan", (double)values_integer(programme, "fee_fen") / 100, 2);
	if (!values_null(programme, "meal_fee_fen"))
		page_real(page, "meal_fee_yuan", (double)values_integer(programme, "meal_fee_fen") / 100, 2);
	if (!values_null(programme, "subsidy_fen"))
		page_real(page, "subsidy_yuan", (double)values_integer(programme, "subsidy_fen") / 100, 2);
}

static bool is_among(const struct rows *fitting, const char *code)
{
	for (size_t i = 0; i < fitting->count; i++)
		if (strcmp(values_text(&fitting->at[i], "code"), code) == 0)
			return true;
	return false;
}

/* The classes, those that fit what was asked first. */
static enum outcome bind_programmes(struct request *request, struct page *page, const struct values *facility, const struct offer_question *offer)
{
	struct values *parameters = values_new(request->arena);
	const char *code = values_text(facility, "code");
	bool asked = offer_asks(offer);
	struct rows programmes, fitting;

	values_put_text(parameters, "facility_code", code);
	if (!sql_list(published_of(request)->sql, &Q_facility_programmes, parameters, request->arena, 500, &programmes) ||
	    !offer_fitting(request, offer, code, &fitting))
		return BROKEN;
	for (int fits = 1; fits >= 0; fits--)
		for (size_t i = 0; i < programmes.count; i++) {
			struct page *one;

			if (is_among(&fitting, values_text(&programmes.at[i], "code")) != fits)
				continue;
			one = page_section(page, "programmes");
			bind_programme(portal_of(request), one, &programmes.at[i], request->arena);
			if (asked && fits)
				page_show(one, "fits");
		}
	page_integer(page, "programme_count", (int64_t)programmes.count);
	page_integer(page, "fitting_count", (int64_t)fitting.count);
	if (asked && programmes.count)
		page_show(page, !fitting.count ? "none_fits" : fitting.count < programmes.count ? "some_fit" : "all_fit");
	page_show(page, programmes.count ? "if_programmes" : "no_programmes");
	return PAGE;
}

/* What was asked on the list goes along to the comparison, and says which classes fit. */
static enum outcome bind_carried(struct request *request, struct page *page, const struct values *facility)
{
	const char *list = values_text(request->form->values, "list");
	struct position origin;
	struct carried carried;

	if (!carried_read(request, list, &carried))
		return BROKEN;
	carried_bind(request, &carried, page);
	page_text(page, "list", list);
	if (read_origin(request, &origin)) {
		page_text(page, "origin_lat", arena_format(request->arena, "%.5f", origin.lat));
		page_text(page, "origin_lon", arena_format(request->arena, "%.5f", origin.lon));
	}
	for (const struct field *field = carried.form->form->fields; field->name; field++)
		if (!values_null(carried.form->values, field->name)) {
			struct page *one = page_section(page, "carried");

			page_text(one, "field", field->name);
			page_text(one, "value", values_text(carried.form->typed, field->name));
		}
	return bind_programmes(request, page, facility, &carried.offer);
}

/* What complaints led to. */
static enum outcome bind_outcomes(struct request *request, struct page *page, const struct values *facility)
{
	struct values *parameters = values_new(request->arena);
	struct rows outcomes;

	values_put_text(parameters, "facility_code", values_text(facility, "code"));
	if (!sql_list(published_of(request)->sql, &Q_outcome_of_facility, parameters, request->arena, 200, &outcomes))
		return BROKEN;
	for (size_t i = 0; i < outcomes.count; i++)
		disclosure_bind(page_section(page, "outcomes"), &outcomes.at[i], request->arena);
	page_show(page, outcomes.count ? "if_outcomes" : "no_outcomes");
	page_integer(page, "disclosures", (int64_t)outcomes.count);
	return PAGE;
}

static void bind_hours(const struct portal *portal, struct page *page, const struct values *facility, struct arena *arena)
{
	struct page *hours;

	if (values_null(facility, "hours_until")) {
		page_show(page, "hours_unknown");
		return;
	}
	hours = page_section(page, "hours");
	page_values(hours, facility);
	freshness_bind(portal, hours, facility, "hours", arena);
}

static const char *json_ld(const struct request *request, const struct values *facility)
{
	const char *address = arena_format(request->arena, "%s/facilities/%s", portal_of(request)->config->base_url,
					   values_text(facility, "code"));
	json_t *json = json_pack("{s:s, s:s, s:s, s:s, s:s, s:{s:s, s:s, s:s, s:s}, s:{s:s, s:f, s:f}}", "@context", "https://schema.org",
				 "@type", "ChildCare", "@id", address, "url", address, "name", values_text(facility, "name"), "address",
				 "@type", "PostalAddress", "streetAddress", values_text(facility, "address"), "addressLocality",
				 values_text(facility, "street_name"), "addressCountry", "CN", "geo", "@type", "GeoCoordinates",
				 "latitude", values_real(facility, "lat"), "longitude", values_real(facility, "lon"));

	if (values_say(facility, "phone"))
		json_object_set_new(json, "telephone", json_string(values_text(facility, "phone")));
	return json_canonical(json, request->arena);
}

/* Inside <script> only "</" and "<!--" end JSON; a "<" in it is written as the escape JSON has for it. */
static const char *safe_in_script(const char *json, struct arena *arena)
{
	char *safe = arena_take(arena, strlen(json) * 6 + 1);
	char *to = safe;

	for (; *json; json++)
		if (*json == '<' || *json == '>' || *json == '&')
			to += sprintf(to, "\\u%04x", (unsigned)*json);
		else
			*to++ = *json;
	return safe;
}

/* The way back to the list as it was asked for, and the page's own address, without where its visitor came from. */
static void bind_ways(struct request *request, struct page *page, const struct values *facility)
{
	const char *list = values_text(request->form->values, "list");

	page_text(page, "list_url", arena_format(request->arena, "/facilities%s%s", *list ? "?" : "", list));
	page_text(page, "page_url", arena_format(request->arena, "%s/facilities/%s", portal_of(request)->config->base_url,
						 values_text(facility, "code")));
}

static void bind_facility(struct request *request, struct page *page, const struct values *facility)
{
	const char *state = values_text(facility, "filing_state");
	const char *json = safe_in_script(json_ld(request, facility), request->arena);

	page_values(page, facility);
	page_text(page, "phone_dialed", telephone_dialed(values_text(facility, "phone"), request->arena));
	page_show(page, arena_format(request->arena, "filing_state_is_%s", state));
	page_show(page, kind_gives_care(values_text(facility, "kind")) ? "care" : "no_care");
	page_made(page, "json_ld", json, strlen(json));
	bind_ways(request, page, facility);
	bind_routes(page, facility, request->arena);
	bind_distance(request, page, facility);
	bind_hours(portal_of(request), page, facility, request->arena);
}

enum outcome facility_show(struct request *request)
{
	struct values *facility;
	struct page *page;
	enum outcome outcome;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	outcome = facility_read(request, &facility);
	if (outcome != PAGE)
		return outcome;
	page = page_begin(request, "public/facility.tpl");
	bind_facility(request, page, facility);
	outcome = bind_carried(request, page, facility);
	if (outcome == PAGE)
		outcome = bind_outcomes(request, page, facility);
	if (outcome == PAGE)
		outcome = bind_operator(request, page, facility);
	if (outcome == PAGE)
		return page_end(request, page);
	page_free(page);
	return outcome;
}

enum outcome facility_poster(struct request *request)
{
	struct values *facility;
	struct page *page;
	enum outcome outcome = facility_read(request, &facility);

	if (outcome != PAGE)
		return outcome;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	page = page_begin(request, "public/poster.tpl");
	page_values(page, facility);
	return page_end(request, page);
}

enum outcome facility_code(struct request *request)
{
	struct values *facility;
	enum outcome outcome = facility_read(request, &facility);

	if (outcome != PAGE)
		return outcome;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	return share_code(request, arena_format(request->arena, "%s/facilities/%s", portal_of(request)->config->base_url,
						values_text(facility, "code")), values_text(facility, "name"));
}
