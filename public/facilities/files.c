/* SPDX-License-Identifier: Apache-2.0 */
/* The published facts as files: CSV for spreadsheets, GeoJSON for maps, a sitemap and robots.txt for search engines. */
#include <stdio.h>
#include <string.h>

#include "export.h"
#include "lib/base/calendar.h"
#include "lib/paper/csv_write.h"
#include "lib/base/text.h"
#include "link.h"
#include "portal_queries.h"
#include "rules/facilities/freshness.h"
#include "trust.h"

/* A sitemap may hold 50,000 addresses. */
#define SITEMAP_MOST 45000

enum outcome export_find(struct request *request, struct finding *finding, const char *path)
{
	struct arena *arena = request->arena;
	const char *link;
	enum outcome outcome;

	request->response.open_data = true;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	outcome = find_read(request, finding);
	if (outcome == PAGE && !finding->form->fine)
		return export_refuse(request, finding);
	if (outcome == PAGE)
		outcome = find_run(request, finding, EXPORT_MOST);
	if (outcome != PAGE || finding->part >= finding->pages)
		return outcome;
	link = search_link(finding, path, "page part", "", "", "", arena);
	request->response.next_part = arena_format(arena, "%s%s%cpart=%d", portal_of(request)->config->base_url, link,
						   strchr(link, '?') ? '&' : '?', (int)finding->part + 1);
	return outcome;
}

enum outcome export_list(struct request *request, const struct finding *finding, const char *name,
			 json_t *(*member)(struct request *request, const struct finding *finding, const struct found *found))
{
	struct buffer *body = request->response.body;

	buffer_text(body, arena_format(request->arena, "{\"%s\":[", name));
	for (size_t i = 0; i < finding->count; i++) {
		struct arena_mark mark = arena_mark(request->arena);
		json_t *json = member(request, finding, &finding->found[i]);

		if (!json)
			return BROKEN;
		buffer_text(body, i ? ",\n" : "\n");
		buffer_text(body, json_canonical(json, request->arena));
		arena_return(request->arena, mark);
	}
	buffer_text(body, arena_format(request->arena, "],\"part\":%d,\"parts\":%d,\"total\":%d", (int)finding->part,
				       (int)finding->pages, (int)finding->total));
	if (request->response.next_part)
		buffer_text(body, arena_format(request->arena, ",\"next\":%s",
					       json_canonical(json_string(request->response.next_part), request->arena)));
	return PAGE;
}

static void add_csv_value(struct buffer *out, const struct value *value)
{
	char number[48] = "";

	if (value->kind == VALUE_TEXT)
		csv_write_text(value->text, out);
	else if (value->kind == VALUE_INTEGER)
		snprintf(number, sizeof number, "%lld", (long long)value->integer);
	else if (value->kind == VALUE_REAL)
		snprintf(number, sizeof number, "%.6f", value->real);
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

/* A last row that says where the next part is: who only sees the table must not take it for the whole. */
static enum outcome add_csv_next(struct request *request, const struct finding *finding, struct values *blank)
{
	struct page *page = page_new(((struct program *)request->program)->templates, "public/export-next.tpl");
	struct buffer text = { 0 };
	bool fine;

	page_integer(page, "total", finding->total);
	page_integer(page, "part", finding->part);
	page_integer(page, "parts", finding->pages);
	fine = page_expand(page, &text);
	page_free(page);
	for (size_t i = 0; i < blank->count; i++)
		values_put_null(blank, blank->at[i].name);
	if (fine) {
		values_put_text(blank, "name", arena_format(request->arena, "%s %s", text_trim(request->arena, arena_text(request->arena, text.bytes, text.size)),
				request->response.next_part));
		add_csv_row(request->response.body, blank, false);
	}
	buffer_free(&text);
	return fine ? PAGE : BROKEN;
}

enum outcome export_csv(struct request *request)
{
	struct finding finding;
	struct values *row, *blank;
	enum outcome outcome = export_find(request, &finding, "/facilities.csv");

	if (outcome != PAGE)
		return outcome;
	if (sql_row(published_of(request)->sql, &Q_listing_blank, NULL, request->arena, &blank) != SQL_FOUND)
		return BROKEN;
	offer_put_blank(blank);
	trust_put_blank(blank);
	buffer_text(request->response.body, "\xEF\xBB\xBF");
	add_csv_row(request->response.body, blank, true);
	for (size_t i = 0; outcome == PAGE && i < finding.count; i++) {
		struct arena_mark mark = arena_mark(request->arena);

		outcome = export_listing(request, &finding, &finding.found[i], &row);
		if (outcome == PAGE)
			add_csv_row(request->response.body, row, false);
		arena_return(request->arena, mark);
	}
	if (outcome == PAGE && request->response.next_part)
		outcome = add_csv_next(request, &finding, blank);
	request->response.content = CONTENT_CSV;
	request->response.file_name = finding.pages > 1 ? arena_format(request->arena, "facilities-%d-of-%d.csv", (int)finding.part,
								      (int)finding.pages) : "facilities.csv";
	return outcome;
}

static json_t *feature_of(struct request *request, const struct finding *finding, const struct found *found)
{
	json_t *facility = export_facility(request, finding, found);
	json_t *feature;

	if (!facility)
		return NULL;
	feature = json_pack("{s:s, s:{s:s, s:[O, O]}, s:O}", "type", "Feature", "geometry", "type", "Point", "coordinates",
			    json_object_get(facility, "lon"), json_object_get(facility, "lat"), "properties", facility);
	json_decref(facility);
	return feature;
}

enum outcome export_geojson(struct request *request)
{
	struct finding finding;
	enum outcome outcome = export_find(request, &finding, "/facilities.geojson");

	if (outcome != PAGE)
		return outcome;
	outcome = export_list(request, &finding, "features", feature_of);
	buffer_text(request->response.body, ",\"type\":\"FeatureCollection\"}\n");
	request->response.content = CONTENT_GEOJSON;
	return outcome;
}

static void bind_address(struct request *request, struct page *page, const char *path, int64_t changed_at)
{
	struct page *address = page_section(page, "urls");

	page_text(address, "loc", arena_format(request->arena, "%s%s", portal_of(request)->config->base_url, path));
	page_text(address, "lastmod", calendar_day_text(request->arena, day_number(changed_at)));
}

const struct form sitemap_form = { (const struct field[]){ { "part", FIELD_INTEGER, OPTIONAL, 1, FIND_MOST_PARTS, NULL }, { 0 } } };

/* More addresses than one sitemap may hold: the sitemaps they are in. */
static enum outcome show_sitemaps(struct request *request, int64_t parts)
{
	struct page *page = page_begin(request, "public/sitemap-index.xml.tpl");

	for (int64_t part = 1; part <= parts; part++)
		bind_address(request, page, arena_format(request->arena, "/sitemap.xml?part=%d", (int)part),
			     published_of(request)->published_at);
	return page_end(request, page);
}

/* One sitemap; the first has the pages, too. */
static enum outcome show_addresses(struct request *request, int64_t part)
{
	static const char *const pages[] = { "/", "/facilities", "/disclosures", "/open-data", "/accessibility", "/privacy", "/site-map", NULL };
	struct values *parameters = values_new(request->arena);
	struct published *published = published_of(request);
	struct sql_cursor cursor;
	const struct values *row;
	struct page *page;

	values_put_integer(parameters, "most", SITEMAP_MOST);
	values_put_integer(parameters, "skip", (part - 1) * SITEMAP_MOST);
	if (!sql_start(published->sql, &Q_facility_addresses, parameters, &cursor))
		return BROKEN;
	page = page_begin(request, "public/sitemap.xml.tpl");
	for (const char *const *path = pages; part == 1 && *path; path++)
		bind_address(request, page, *path, published->published_at);
	while ((row = sql_next(&cursor)))
		bind_address(request, page, arena_format(request->arena, "/facilities/%s", values_text(row, "code")),
			     values_integer(row, "published_at"));
	return page_end(request, page);
}

enum outcome sitemap_show(struct request *request)
{
	int64_t part = values_integer(request->form->values, "part");
	struct values *count;
	int64_t parts;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	if (sql_row(published_of(request)->sql, &Q_facility_address_count, NULL, request->arena, &count) != SQL_FOUND)
		return BROKEN;
	parts = (values_integer(count, "total") + SITEMAP_MOST - 1) / SITEMAP_MOST;
	request->response.content = CONTENT_XML;
	if (!request->form->fine || (part > 1 && part > parts))
		return MISSING;
	return !part && parts > 1 ? show_sitemaps(request, parts) : show_addresses(request, part ? part : 1);
}

enum outcome robots_show(struct request *request)
{
	struct page *page;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	page = page_begin(request, "public/robots.txt.tpl");
	page_text(page, "base_url", portal_of(request)->config->base_url);
	request->response.content = CONTENT_TEXT;
	return page_end(request, page);
}
