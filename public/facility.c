/* SPDX-License-Identifier: Apache-2.0 */
/* One facility's page: what a parent decides on. Also its code for scanning and its door poster. */
#include <stdio.h>
#include <string.h>

#include "disclosures.h"
#include "lib/code.h"
#include "lib/json.h"
#include "link.h"
#include "listing.h"
#include "portal_queries.h"
#include "rules/kinds.h"

static const struct field facility_fields[] = {
	{ "from", FIELD_TEXT, OPTIONAL, 0, 60, NULL },
	{ 0 },
};
const struct form facility_form = { facility_fields };

static enum outcome read_facility(struct request *request, struct values **facility)
{
	switch (sql_row(published_of(request)->sql, &Q_facility_one, request->parts, request->arena, facility)) {
	case SQL_FOUND:
		return PAGE;
	case SQL_NONE:
		return MISSING;
	case SQL_FAILED:
		break;
	}
	return BROKEN;
}

/* Where the visitor set out from, as the list's links carry it; anything else is no place and shows no distance. */
static bool read_origin(const struct request *request, struct position *origin)
{
	const char *from = values_text(request->form->values, "from");
	int used = 0;

	return sscanf(from, "%lf,%lf%n", &origin->lat, &origin->lon, &used) == 2 && !from[used] && origin->lat >= -90 &&
	       origin->lat <= 90 && origin->lon >= -180 && origin->lon <= 180;
}

static void bind_distance(struct request *request, struct page *page, const struct values *facility)
{
	struct position origin, place = { values_real(facility, "lat"), values_real(facility, "lon") };
	double metres;

	if (!read_origin(request, &origin))
		return;
	metres = distance_metres(origin, place);
	page_show(page, "distance");
	page_text(page, "distance_km", distance_text(metres, request->arena));
	page_integer(page, "walk_min", walking_minutes(&published_of(request)->walking, metres));
}

/* A copy of a text as a value of a query. */
static const char *escaped(const char *text, struct arena *arena)
{
	char *copy = arena_take(arena, strlen(text) * 3 + 1);
	char *to = copy;

	for (; *text; text++)
		to += sprintf(to, "%%%02X", (unsigned char)*text);
	return copy;
}

/* Each map has its own datum and order: Amap lon,lat and Tencent lat,lon in GCJ-02; Baidu lat,lon in BD-09. */
static void bind_routes(struct page *page, const struct values *facility, struct arena *arena)
{
	struct position wgs84 = { values_real(facility, "lat"), values_real(facility, "lon") };
	struct position gcj02 = position_gcj02_from_wgs84(wgs84);
	struct position bd09 = position_bd09_from_gcj02(gcj02);
	const char *name = escaped(values_text(facility, "name"), arena);

	page_text(page, "amap_url",
		  arena_format(arena, "https://uri.amap.com/navigation?to=%.6f,%.6f,%s&mode=walk&src=shanyu&coordinate=gaode&callnative=1",
			       gcj02.lon, gcj02.lat, name));
	page_text(page, "baidu_url",
		  arena_format(arena, "https://api.map.baidu.com/marker?location=%.6f,%.6f&title=%s&content=%s&output=html&coord_type=bd09ll&src=webapp.shanyu",
			       bd09.lat, bd09.lon, name, escaped(values_text(facility, "address"), arena)));
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
							     escaped(values_text(facility, "operator"), request->arena)));
	return PAGE;
}

static void bind_programme(const struct portal *portal, struct page *page, const struct values *programme, struct arena *arena)
{
	page_values(page, programme);
	freshness_bind(portal, page, programme, "vacancy", arena);
	freshness_bind(portal, page, programme, "fee", arena);
	if (!values_null(programme, "fee_fen"))
		page_real(page, "fee_yuan", (double)values_integer(programme, "fee_fen") / 100, 2);
	if (!values_null(programme, "meal_fee_fen"))
		page_real(page, "meal_fee_yuan", (double)values_integer(programme, "meal_fee_fen") / 100, 2);
}

static enum outcome bind_programmes(struct request *request, struct page *page, const struct values *facility)
{
	struct values *parameters = values_new(request->arena);
	struct rows programmes;

	values_put_text(parameters, "facility_code", values_text(facility, "code"));
	if (!sql_list(published_of(request)->sql, &Q_facility_programmes, parameters, request->arena, 500, &programmes))
		return BROKEN;
	for (size_t i = 0; i < programmes.count; i++)
		bind_programme(portal_of(request), page_section(page, "programmes"), &programmes.at[i], request->arena);
	page_show(page, programmes.count ? "if_programmes" : "no_programmes");
	return PAGE;
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

static void bind_facility(struct request *request, struct page *page, const struct values *facility)
{
	const char *state = values_text(facility, "filing_state");
	const char *json = safe_in_script(json_ld(request, facility), request->arena);

	page_values(page, facility);
	page_text(page, "phone_dialed", phone_dialed(values_text(facility, "phone"), request->arena));
	page_show(page, arena_format(request->arena, "filing_state_is_%s", state));
	page_show(page, kind_gives_care(values_text(facility, "kind")) ? "care" : "no_care");
	page_made(page, "json_ld", json, strlen(json));
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
	outcome = read_facility(request, &facility);
	if (outcome != PAGE)
		return outcome;
	page = page_begin(request, "public/facility.tpl");
	bind_facility(request, page, facility);
	outcome = bind_programmes(request, page, facility);
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
	enum outcome outcome = read_facility(request, &facility);

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
	struct page *page;
	struct code code;
	enum outcome outcome = read_facility(request, &facility);

	if (outcome != PAGE)
		return outcome;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	if (!code_of(arena_format(request->arena, "%s/facilities/%s", portal_of(request)->config->base_url, values_text(facility, "code")),
		     request->arena, &code))
		return BROKEN;
	page = page_begin(request, "public/qr.svg.tpl");
	page_values(page, facility);
	page_integer(page, "size", code.size);
	page_text(page, "path", code.path);
	request->response.content = CONTENT_SVG;
	return page_end(request, page);
}
