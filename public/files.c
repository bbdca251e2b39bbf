/* SPDX-License-Identifier: Apache-2.0 */
/* The published facts as files: CSV for spreadsheets, GeoJSON for maps, HSDS for directories, a sitemap for search engines. */
#include <stdio.h>
#include <string.h>

#include "export.h"
#include "lib/calendar.h"
#include "portal_queries.h"
#include "rules/freshness.h"

#define SCRATCH ((size_t)1024 * 1024)

/* What a file holds: everything that fits the question, without paging. */
static enum outcome find_all(struct request *request, struct finding *finding)
{
	enum outcome outcome;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	outcome = find_read(request, finding);
	if (outcome == PAGE && !finding->form->fine)
		return export_refuse(request, finding);
	return outcome == PAGE ? find_run(request, finding, EXPORT_MOST) : outcome;
}

/* A field in quotes; one that a spreadsheet would take for a formula is made text by an apostrophe. */
static void add_csv_text(struct buffer *out, const char *text)
{
	buffer_text(out, "\"");
	if (*text && strchr("=+-@\t\r", *text))
		buffer_text(out, "'");
	for (; *text; text++) {
		if (*text == '"')
			buffer_text(out, "\"");
		buffer_add(out, text, 1);
	}
	buffer_text(out, "\"");
}

static void add_csv_value(struct buffer *out, const struct value *value)
{
	char number[48];

	switch (value->kind) {
	case VALUE_TEXT:
		add_csv_text(out, value->text);
		return;
	case VALUE_INTEGER:
		snprintf(number, sizeof number, "%lld", (long long)value->integer);
		break;
	case VALUE_REAL:
		snprintf(number, sizeof number, "%.6f", value->real);
		break;
	case VALUE_NULL:
	case VALUE_BLOB:
		return;
	}
	buffer_text(out, number);
}

static void add_csv_row(struct buffer *out, const struct values *row, bool names)
{
	/* The first column is the edition's own number. */
	for (size_t i = 1; i < row->count; i++) {
		if (i > 1)
			buffer_text(out, ",");
		if (names)
			buffer_text(out, row->at[i].name);
		else
			add_csv_value(out, &row->at[i]);
	}
	buffer_text(out, "\r\n");
}

enum outcome export_csv(struct request *request)
{
	struct arena *scratch;
	struct finding finding;
	enum outcome outcome = find_all(request, &finding);

	if (outcome != PAGE)
		return outcome;
	scratch = arena_new(SCRATCH);
	buffer_text(request->response.body, "\xEF\xBB\xBF");
	for (size_t i = 0; outcome == PAGE && i < finding.count; i++) {
		struct values *row;

		outcome = export_listing(request, &finding.found[i], scratch, &row);
		if (outcome == PAGE && i == 0)
			add_csv_row(request->response.body, row, true);
		if (outcome == PAGE)
			add_csv_row(request->response.body, row, false);
		arena_sweep(scratch);
	}
	arena_free(scratch);
	request->response.content = CONTENT_CSV;
	request->response.file_name = "facilities.csv";
	return outcome;
}

static json_t *feature_of(json_t *facility)
{
	json_t *feature = json_pack("{s:s, s:{s:s, s:[O, O]}, s:O}", "type", "Feature", "geometry", "type", "Point", "coordinates",
				    json_object_get(facility, "lon"), json_object_get(facility, "lat"), "properties", facility);

	json_decref(facility);
	return feature;
}

enum outcome export_geojson(struct request *request)
{
	struct finding finding;
	json_t *features;
	enum outcome outcome = find_all(request, &finding);

	if (outcome != PAGE)
		return outcome;
	features = json_array();
	for (size_t i = 0; i < finding.count; i++) {
		json_t *facility = export_facility(request, &finding, &finding.found[i]);

		if (!facility) {
			json_decref(features);
			return BROKEN;
		}
		json_array_append_new(features, feature_of(facility));
	}
	buffer_text(request->response.body,
		    json_canonical(json_pack("{s:s, s:o}", "type", "FeatureCollection", "features", features), request->arena));
	request->response.content = CONTENT_GEOJSON;
	return PAGE;
}

/* One facility as an HSDS 3 organization, service and location, each with its id. */
static json_t *hsds_service(const struct request *request, json_t *facility)
{
	const char *code = json_string_value(json_object_get(facility, "code"));
	json_t *name = json_object_get(facility, "name");
	const char *url = arena_format(request->arena, "%s/facilities/%s", portal_of(request)->config->base_url, code);
	json_t *service = json_pack(
		"{s:s, s:O, s:s, s:s, s:{s:s, s:O, s:s}, s:[{s:{s:s, s:s, s:O, s:O, s:O, s:[{s:O, s:O, s:s, s:s}]}}], s:[{s:O, s:O}]}", "id",
		code, "name", name, "status", "active", "url", url, "organization", "id", code, "name",
		json_object_get(facility, "operator"), "description", "", "service_at_locations", "location", "id", code,
		"location_type", "physical", "name", name, "latitude", json_object_get(facility, "lat"), "longitude",
		json_object_get(facility, "lon"), "addresses", "address_1", json_object_get(facility, "address"), "city",
		json_object_get(facility, "street"), "country", "CN", "address_type", "physical", "phones", "number",
		json_object_get(facility, "phone"), "type", json_object_get(facility, "kind"));

	json_object_set_new(service, "minimum_age", json_real(json_number_value(json_object_get(facility, "age_from_months")) / 12));
	json_object_set_new(service, "maximum_age", json_real(json_number_value(json_object_get(facility, "age_to_months")) / 12));
	json_decref(facility);
	return service;
}

enum outcome export_hsds(struct request *request)
{
	struct finding finding;
	json_t *services;
	enum outcome outcome;

	request->form = form_read(&search_form, "", request->arena);
	outcome = find_all(request, &finding);
	if (outcome != PAGE)
		return outcome;
	services = json_array();
	for (size_t i = 0; i < finding.count; i++) {
		json_t *facility = export_facility(request, &finding, &finding.found[i]);

		if (!facility) {
			json_decref(services);
			return BROKEN;
		}
		json_array_append_new(services, hsds_service(request, facility));
	}
	buffer_text(request->response.body,
		    json_canonical(json_pack("{s:s, s:s, s:o}", "version", "3.0", "profile", "https://docs.openreferral.org/en/3.0/",
					     "services", services),
				   request->arena));
	request->response.content = CONTENT_JSON;
	return PAGE;
}

static void bind_address(struct request *request, struct page *page, const char *path, int64_t changed_at)
{
	struct page *address = page_section(page, "urls");

	page_text(address, "loc", arena_format(request->arena, "%s%s", portal_of(request)->config->base_url, path));
	page_text(address, "lastmod", calendar_day_text(request->arena, day_number(changed_at)));
}

enum outcome sitemap_show(struct request *request)
{
	static const char *const pages[] = { "/", "/facilities", "/locate", "/open-data", "/accessibility", "/privacy", "/site-map", NULL };
	struct published *published = published_of(request);
	struct sql_cursor cursor;
	const struct values *row;
	struct page *page;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	if (!sql_start(published->sql, &Q_facility_addresses, NULL, &cursor))
		return BROKEN;
	page = page_begin(request, "public/sitemap.xml.tpl");
	for (const char *const *path = pages; *path; path++)
		bind_address(request, page, *path, published->published_at);
	while ((row = sql_next(&cursor)))
		bind_address(request, page, arena_format(request->arena, "/facilities/%s", values_text(row, "code")),
			     values_integer(row, "published_at"));
	request->response.content = CONTENT_XML;
	return page_end(request, page);
}
