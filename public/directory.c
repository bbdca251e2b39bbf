/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The list of facilities. The page without its rows depends on what is asked, not on where from; it is made once for each
 * question and edition, and kept with holes for rows, position and page number. Kept pieces go straight into the answer.
 */
#include <stdio.h>
#include <string.h>

#include "filters.h"
#include "lib/text.h"
#include "link.h"
#include "listing.h"

/* The rows as they go into the page. */
struct listed {
	struct request *request;
	const struct finding *finding;
	struct buffer *dots;            /* of the same facilities, for further down the page */
};

static bool add_rows(void *context, struct buffer *out)
{
	struct listed *listed = context;
	int first = (int)(listed->finding->page - 1) * FIND_PAGE_SIZE + 1;

	return listing_write(listed->request, listed->finding, first, out, listed->dots) == PAGE;
}

static bool add_dots(void *context, struct buffer *out)
{
	const struct listed *listed = context;

	buffer_add(out, listed->dots->bytes, listed->dots->size);
	return true;
}

/* Which ways on there are: the pages that are kept differ by them. */
static int ways_on(const struct finding *finding)
{
	bool next = finding->page < finding->pages && finding->page < FIND_MOST_PAGES;

	return (finding->pages > 1 ? 4 : 0) | (finding->page > 1 ? 2 : 0) | (next ? 1 : 0);
}

static void bind_pager(struct request *request, const struct finding *finding, const char *lat, const char *lon, struct page *page)
{
	const struct fragments *pages = portal_of(request)->pages;
	struct page *pager;

	if (!(ways_on(finding) & 4))
		return;
	pager = page_section(page, "pager");
	page_text(pager, "page", fragment_token(pages, HOLE_PAGE));
	page_text(pager, "pages", fragment_token(pages, HOLE_PAGES));
	if (ways_on(finding) & 2)
		page_text(pager, "previous_url", search_link(finding, "/facilities", NULL, fragment_token(pages, HOLE_PREVIOUS), lat, lon,
							     request->arena));
	if (ways_on(finding) & 1)
		page_text(pager, "next_url",
			  search_link(finding, "/facilities", NULL, fragment_token(pages, HOLE_NEXT), lat, lon, request->arena));
}

static void bind_map(struct request *request, struct page *page)
{
	const struct map *map = &published_of(request)->map;

	page_text(page, "map_view_box", arena_format(request->arena, "0 0 %d %d", map->width, map->height));
	page_integer(page, "map_width", map->width);
	page_integer(page, "map_height", map->height);
}

/* Where distances count from, and the conditions that go along when another starting point is chosen. */
static void bind_origin(const struct finding *finding, struct page *page, struct arena *arena)
{
	static const char *const sections[] = {
		[ORIGIN_NONE] = "from_nowhere",
		[ORIGIN_POINT] = "from_point",
		[ORIGIN_COMMUNITY] = "from_community",
		[ORIGIN_STREET] = "from_street",
	};
	const char *kept = search_link(finding, "", "lat lon street community sort page", "", "", "", arena);

	page_show(page, sections[finding->origin_kind]);
	page_text(page, "place_name", finding->origin_name);
	page_text(page, "keep", *kept ? kept + 1 : "");
}

/* The page with lat and lon as given: the position itself, or the tokens of their holes. */
static struct page *begin_list(struct request *request, const struct finding *finding, const char *lat, const char *lon,
			       enum outcome *outcome)
{
	struct page *page = page_begin(request, "public/facilities.tpl");

	form_show(finding->form, page);
	if (*lat) {
		page_text(page, "lat", lat);
		page_text(page, "lon", lon);
	}
	bind_origin(finding, page, request->arena);
	filters_bind_chips(request, finding, lat, lon, page);
	*outcome = filters_bind(request, finding, page);
	return page;
}

static enum outcome show_errors(struct request *request, const struct finding *finding)
{
	enum outcome outcome;
	struct page *page = begin_list(request, finding, "", "", &outcome);

	page_show(page, "errors");
	if (outcome == PAGE)
		outcome = page_end(request, page);
	else
		page_free(page);
	return outcome == PAGE ? INVALID : outcome;
}

static enum outcome show_empty(struct request *request, const struct finding *finding)
{
	enum outcome outcome;
	struct page *page = begin_list(request, finding, "", "", &outcome);

	page_show(page, "empty");
	if (outcome == PAGE)
		outcome = filters_bind_less(request, finding, page);
	if (outcome == PAGE)
		return page_end(request, page);
	page_free(page);
	return outcome;
}

static enum outcome make_kept(struct request *request, const struct finding *finding, const char *key, const char *lat, const char *lon,
			      const struct fragment **kept)
{
	struct portal *portal = portal_of(request);
	struct arena *arena = request->arena;
	enum outcome outcome;
	struct page *page = begin_list(request, finding, lat, lon, &outcome);
	struct buffer bytes = { 0 };

	page_show(page, "results");
	if (strcmp(finding->sort, "name") != 0)
		page_show(page, "stale_last");
	page_integer(page, "total", finding->total);
	page_text(page, "rows", fragment_token(portal->pages, HOLE_ROWS));
	page_text(page, "dots", fragment_token(portal->pages, HOLE_DOTS));
	bind_pager(request, finding, lat, lon, page);
	page_text(page, "csv_url", search_link(finding, "/facilities.csv", NULL, "", lat, lon, arena));
	page_text(page, "geojson_url", search_link(finding, "/facilities.geojson", NULL, "", lat, lon, arena));
	page_text(page, "json_url", search_link(finding, "/api/facilities", NULL, "", lat, lon, arena));
	page_global_text(page, "return_to",
			 search_link(finding, "/facilities", NULL, fragment_token(portal->pages, HOLE_PAGE), lat, lon, arena));
	bind_map(request, page);
	if (outcome == PAGE && !page_expand(page, &bytes))
		outcome = BROKEN;
	if (outcome == PAGE)
		*kept = fragment_keep(portal->pages, key, strlen(key), bytes.bytes, bytes.size);
	page_free(page);
	buffer_free(&bytes);
	return outcome;
}

static struct hole_value hole_integer(int64_t number, struct arena *arena)
{
	char text[TEXT_NUMBER_SIZE];
	size_t size = (size_t)(text_put_integer(text, number) - text);

	return (struct hole_value){ .bytes = arena_text(arena, text, size), .size = size };
}

static struct hole_value hole_degrees(double degrees, struct arena *arena)
{
	char text[TEXT_NUMBER_SIZE];
	size_t size = (size_t)(text_put_decimal(text, degrees, 6) - text);

	return (struct hole_value){ .bytes = arena_text(arena, text, size), .size = size };
}

/* What the page without its rows depends on: what is asked, size of text, ways on, total. */
static const char *page_key(const struct request *request, const struct finding *finding, const char *lat, const char *lon)
{
	const char *asked = search_link(finding, "", "page", "", lat, lon, request->arena);
	size_t size = strlen(asked);
	char *key = arena_take(request->arena, size + TEXT_NUMBER_SIZE + 3);
	char *to = (char *)memcpy(key, asked, size) + size;

	*to++ = portal_large_text(request) ? 'L' : 'N';
	*to++ = (char)('0' + ways_on(finding));
	*text_put_integer(to, finding->total) = '\0';
	return key;
}

static enum outcome show_results(struct request *request, const struct finding *finding)
{
	struct portal *portal = portal_of(request);
	struct arena *arena = request->arena;
	bool point = finding->origin_kind == ORIGIN_POINT;
	const char *lat = point ? fragment_token(portal->pages, HOLE_LAT) : "";
	const char *lon = point ? fragment_token(portal->pages, HOLE_LON) : "";
	const char *key = page_key(request, finding, lat, lon);
	const struct fragment *kept = fragment_find(portal->pages, key, strlen(key));
	struct listed listed = { .request = request, .finding = finding, .dots = &portal->dots };
	struct hole_value values[FRAGMENT_HOLES] = { 0 };
	enum outcome outcome = kept ? PAGE : make_kept(request, finding, key, lat, lon, &kept);

	if (outcome != PAGE)
		return outcome;
	values[HOLE_LAT] = hole_degrees(finding->origin.lat, arena);
	values[HOLE_LON] = hole_degrees(finding->origin.lon, arena);
	values[HOLE_PAGE] = hole_integer(finding->page, arena);
	values[HOLE_ROWS] = (struct hole_value){ .fill = add_rows, .context = &listed };
	values[HOLE_DOTS] = (struct hole_value){ .fill = add_dots, .context = &listed };
	values[HOLE_PAGES] = hole_integer(finding->pages, arena);
	values[HOLE_PREVIOUS] = hole_integer(finding->page - 1, arena);
	values[HOLE_NEXT] = hole_integer(finding->page + 1, arena);
	portal->dots.size = 0;
	return fragment_write(kept, values, request->response.body) ? PAGE : BROKEN;
}

enum outcome directory_show(struct request *request)
{
	struct finding finding;
	enum outcome outcome;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	outcome = find_read(request, &finding);
	if (outcome != PAGE)
		return outcome;
	if (!finding.form->fine)
		return show_errors(request, &finding);
	outcome = find_run(request, &finding, 0);
	if (outcome == PAGE && finding.total && finding.page > finding.pages) {
		form_refuse(finding.form, "page", FIELD_OUT_OF_RANGE);
		return show_errors(request, &finding);
	}
	if (outcome == PAGE && !finding.total)
		return show_empty(request, &finding);
	return outcome == PAGE ? show_results(request, &finding) : outcome;
}
