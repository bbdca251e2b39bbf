/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The list of facilities. The page without its rows depends on what is asked, not on where from; it is made once for each
 * question and edition, and kept with holes for rows, position and page number. Kept pieces go straight into the answer.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "export.h"
#include "filters.h"
#include "lib/base/text.h"
#include "link.h"
#include "listing.h"
#include "portal_queries.h"
#include "rules/facilities/kinds.h"

/* The rows as they go into the page. */
struct listed {
	struct request *request;
	const struct finding *finding;
};

static bool add_rows(void *context, struct buffer *out)
{
	struct listed *listed = context;
	const struct finding *finding = listed->finding;
	int first = (int)(finding->page - 1) * FIND_PAGE_SIZE + 1;
	struct finding group = *finding;

	for (size_t at = 0; at < finding->count; at += group.count) {
		group.found = finding->found + at;
		for (group.count = 1; at + group.count < finding->count && group.found[group.count].apart == group.found->apart;)
			group.count++;
		if ((at > 0 && listing_begin_group(listed->request, group.found->apart, out) != PAGE) ||
		    listing_write(listed->request, &group, first + (int)at, out) != PAGE)
			return false;
	}
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

/* Where distances count from, and the conditions that go along when another starting point is chosen. */
static void bind_origin(const struct finding *finding, struct page *page, struct arena *arena)
{
	static const char *const sections[] = {
		[ORIGIN_NONE] = "from_nowhere",
		[ORIGIN_POINT] = "from_point",
		[ORIGIN_COMMUNITY] = "from_community",
		[ORIGIN_STREET] = "from_street",
		[ORIGIN_PLACE] = "from_place",
	};
	const char *kept = search_link(finding, "", "lat lon street community place house near sort page", "", "", "", arena);

	page_show(page, sections[finding->origin_kind]);
	if (finding->by_streets)
		page_show(page, "by_streets");
	else if (finding->origin_kind != ORIGIN_NONE)
		page_show(page, "by_line");
	page_text(page, "place_name", finding->origin_name);
	if (finding->origin_precision_m)
		page_integer(page, "precision_m", finding->origin_precision_m);
	else
		page_text(page, "precision_m", "");
	if (*finding->origin_by)
		page_show(page, finding->origin_by);
	page_integer(page, "house_known", finding->origin_house);
	page_text(page, "near_name", finding->origin_near);
	page_text(page, "keep", *kept ? kept + 1 : "");
}

/* Whether the page says more of how the phrase was read than its chips do. */
static bool is_told(const struct asked *asked)
{
	return asked->corrected_from || asked->other_count || *asked->not_found || asked->understood.outside || asked->within_nowhere;
}

/* So many minutes from nowhere: asks where from, and keeps the phrase in the box and how far in the way to the choice of a place. */
static void bind_within_nowhere(const struct finding *finding, struct page *page, struct arena *arena)
{
	const struct asked *asked = &finding->asked;
	const char *rest = search_link(finding, "", "within page", "", "", "", arena);

	if (!asked->within_nowhere)
		return;
	page_show(page, "within_nowhere");
	page_integer(page, "within_minutes", asked->within_nowhere);
	page_text(page, "q", asked->phrase);
	page_text(page, "keep_within", arena_format(arena, "within=%d%s%s", (int)asked->within_nowhere, *rest ? "&" : "", *rest ? rest + 1 : ""));
}

/* Other places of the name that was typed, and the way to what was typed when it was taken for something else. */
static void bind_read_as(const struct finding *finding, struct page *page, struct arena *arena)
{
	const struct asked *asked = &finding->asked;

	if (!is_told(asked))
		return;
	page_show(page, "read_as");
	page_text(page, "not_found", asked->not_found);
	page_text(page, "elsewhere", asked->understood.outside);
	bind_within_nowhere(finding, page, arena);
	page_text(page, "corrected_from", asked->corrected_from);
	page_text(page, "corrected_to", asked->corrected_to);
	page_text(page, "exact_query", asked->phrase);
	if (asked->other_count)
		page_show(page, "if_others");
	for (size_t i = 0; i < asked->other_count; i++) {
		const struct known_place *place = asked->others[i];
		const char *rest = search_link(finding, "", "street community place house near page", "", "", "", arena);
		struct page *other = page_section(page, "others");

		page_text(other, "name", place->name);
		page_text(other, "kind_name", place->kind_name);
		page_text(other, "url", arena_format(arena, "/facilities?%s=%s%s%s", asked_field(place), place->code, *rest ? "&" : "",
						     *rest ? rest + 1 : ""));
	}
}

/* Who sets out from another district is told, and shown the way to where this one begins; the numbers as text, or tokens of their holes. */
static void bind_outside(const struct finding *finding, const char *kilometres, const char *edge_lat, const char *edge_lon, struct page *page,
			 struct arena *arena)
{
	if (finding->outside_metres <= 0)
		return;
	page_show(page, "outside");
	page_text(page, "outside_km", kilometres);
	page_text(page, "edge_url", search_link(finding, "/facilities", "street community place house near page", "", edge_lat, edge_lon, arena));
}

/* On a page that is not kept. */
static void bind_outside_now(const struct finding *finding, struct page *page, struct arena *arena)
{
	bind_outside(finding, distance_text(finding->outside_metres, arena), arena_format(arena, "%.5f", finding->edge.lat),
		     arena_format(arena, "%.5f", finding->edge.lon), page, arena);
}

/* A bare 2 is read as months, and years may have been meant: the way to those. */
static void bind_years(const struct finding *finding, const char *lat, const char *lon, struct page *page, struct arena *arena)
{
	const char *rest = search_link(finding, "", "age page", "", lat, lon, arena);
	int64_t years = child_may_be_years(finding->form) ? values_integer(finding->form->values, "age") : 0;

	if (!years)
		return;
	page_show(page, "if_years");
	page_integer(page, "years", years);
	page_text(page, "years_url", arena_format(arena, "/facilities?age=%d%s%s", (int)years * 12, *rest ? "&" : "", *rest ? rest + 1 : ""));
}

/* The page with lat and lon as given: the position itself, or the tokens of their holes. */
static struct page *begin_list(struct request *request, const struct finding *finding, const char *lat, const char *lon,
			       enum outcome *outcome)
{
	struct page *page = page_begin(request, "public/facilities.tpl");

	form_show(finding->form, page);
	portal_size_in_search(request, page);
	if (!values_null(finding->form->values, "age"))
		page_show(page, "age_in_months");
	bind_years(finding, lat, lon, page, request->arena);
	if (*lat) {
		page_text(page, "lat", lat);
		page_text(page, "lon", lon);
	}
	bind_origin(finding, page, request->arena);
	if (offer_asks(&finding->offer))
		page_show(page, "for_question");
	bind_read_as(finding, page, request->arena);
	page_integer(page, "unknown", finding->unknown);
	page_text(page, "all_vacancies_url", search_link(finding, "/facilities", "vacancy page", "", lat, lon, request->arena));
	page_rows(page, "credits", &published_of(request)->credits);
	filters_bind_chips(request, finding, lat, lon, page);
	*outcome = filters_bind(request, finding, page);
	return page;
}

/* How many pages there are, and the way to the last of them, when there are not as many as asked for. */
static void bind_pages(struct request *request, const struct finding *finding, struct page *page)
{
	int64_t last = finding->pages < FIND_MOST_PAGES ? finding->pages : FIND_MOST_PAGES;
	const char *number = arena_format(request->arena, "%" PRId64, last);
	bool point = finding->origin_kind == ORIGIN_POINT;

	page_integer(page, "last_page", last);
	page_text(page, "first_url", search_link(finding, "/facilities", "page", "", "", "", request->arena));
	if (last < 1)
		return;
	page_text(page, "last_url", search_link(finding, "/facilities", NULL, number,
						point ? values_text(finding->form->typed, "lat") : "",
						point ? values_text(finding->form->typed, "lon") : "", request->arena));
}

/* Whether nothing but the number of the page is wrong: then the rest can be asked. */
static bool only_page_is_wrong(const struct finding *finding)
{
	const struct field *fields = finding->form->form->fields;
	bool others_fine = !finding->within_needs_place;

	for (size_t i = 0; fields[i].name; i++)
		others_fine = others_fine && (finding->form->states[i] == FIELD_FINE || strcmp(fields[i].name, "page") == 0);
	return others_fine;
}

static enum outcome show_errors(struct request *request, const struct finding *finding)
{
	enum outcome outcome;
	struct page *page = begin_list(request, finding, "", "", &outcome);

	page_show(page, "errors");
	bind_outside_now(finding, page, request->arena);
	bind_pages(request, finding, page);
	if (outcome == PAGE)
		outcome = page_end(request, page);
	else
		page_free(page);
	return outcome == PAGE ? INVALID : outcome;
}

/* The way to those that take a child of so many months, in the month when this one is as old. */
static void bind_when_old_enough(struct request *request, const struct finding *finding, int64_t youngest, struct page *page)
{
	int ahead = (int)(youngest - finding->offer.age) + (finding->offer.ahead > 0 ? finding->offer.ahead : 0);
	const char *rest = search_link(finding, "", "start page", "", "", "", request->arena), *month;

	if (ahead > CHILD_MOST_AHEAD)
		return;
	month = child_month(portal_of(request), ahead, request->arena);
	page_text(page, "old_enough_month", month);
	page_text(page, "old_enough_url", arena_format(request->arena, "/facilities?start=%s%s%s", month, *rest ? "&" : "", *rest ? rest + 1 : ""));
}

/* When no class of the district takes a child of this age: why, and what else helps. */
static enum outcome bind_no_class(struct request *request, const struct finding *finding, struct page *page, bool *no_class)
{
	const struct rows *kinds = &published_of(request)->kinds;
	struct values *row;

	if (finding->offer.age < 0)
		return PAGE;
	if (sql_row(published_of(request)->sql, &Q_directory_ages, finding->parameters, request->arena, &row) != SQL_FOUND)
		return BROKEN;
	if (values_integer(row, "taking") || values_null(row, "youngest"))
		return PAGE;
	*no_class = true;
	page_show(page, "no_class");
	page_integer(page, "asked_months", finding->offer.age);
	page_integer(page, "youngest", values_integer(row, "youngest"));
	page_integer(page, "oldest", values_integer(row, "oldest"));
	page_show(page, finding->offer.age < values_integer(row, "youngest") ? "too_young" : "too_old");
	if (finding->offer.age < values_integer(row, "youngest"))
		bind_when_old_enough(request, finding, values_integer(row, "youngest"), page);
	for (size_t i = 0; i < kinds->count; i++)
		if (!kind_gives_care(values_text(&kinds->at[i], "code")) && values_integer(&kinds->at[i], "facilities"))
			page_values(page_section(page, "guidance"), &kinds->at[i]);
	return PAGE;
}

static enum outcome show_empty(struct request *request, const struct finding *finding)
{
	enum outcome outcome;
	struct page *page = begin_list(request, finding, "", "", &outcome);
	bool no_class = false;

	page_show(page, "empty");
	bind_outside_now(finding, page, request->arena);
	if (outcome == PAGE)
		outcome = bind_no_class(request, finding, page, &no_class);
	if (!no_class)
		page_show(page, "some_class");
	if (outcome == PAGE)
		outcome = filters_bind_less(request, finding, page);
	if (outcome == PAGE)
		return page_end(request, page);
	page_free(page);
	return outcome;
}

/* The same question asked for room, to be followed: its order is its own. */
static void bind_feeds(const struct finding *finding, struct page *page, const char *lat, const char *lon, struct arena *arena)
{
	const char *asked = search_link(finding, "", "vacancy sort page part", "", lat, lon, arena);

	page_text(page, "atom_url", arena_format(arena, "/facilities.atom%s%cvacancy=1", asked, *asked ? '&' : '?'));
	page_text(page, "feed_json_url", arena_format(arena, "/facilities.feed.json%s%cvacancy=1", asked, *asked ? '&' : '?'));
}

/* What goes along to the comparison: where one sets out, and the question, so that the way leads back. */
static void bind_carried(struct request *request, const struct finding *finding, struct page *page, const char *lat, const char *lon)
{
	const struct fragments *pages = portal_of(request)->pages;
	const char *number = ways_on(finding) & 2 ? fragment_token(pages, HOLE_PAGE) : "";
	const char *list = search_link(finding, "", "part", number, lat, lon, request->arena);

	if (finding->origin_kind != ORIGIN_NONE) {
		page_text(page, "origin_lat", fragment_token(pages, HOLE_LAT));
		page_text(page, "origin_lon", fragment_token(pages, HOLE_LON));
	}
	page_text(page, "list", *list && strlen(list) <= LISTING_LONGEST_QUESTION ? list + 1 : "");
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
	page_integer(page, "total", finding->total);
	page_integer(page, "with_care", finding->total - finding->without_care);
	page_integer(page, "without_care", finding->without_care);
	listing_bind_group(page, finding->found->apart);
	page_text(page, "rows", fragment_token(portal->pages, HOLE_ROWS));
	page_text(page, "map_url", search_link(finding, "/map", NULL, fragment_token(portal->pages, HOLE_PAGE), lat, lon, arena));
	bind_pager(request, finding, lat, lon, page);
	bind_carried(request, finding, page, lat, lon);
	bind_outside(finding, fragment_token(portal->pages, HOLE_OUTSIDE_KM), fragment_token(portal->pages, HOLE_EDGE_LAT),
		     fragment_token(portal->pages, HOLE_EDGE_LON), page, arena);
	if (finding->total > EXPORT_MOST)
		page_show(page, "if_parted");
	bind_feeds(finding, page, lat, lon, arena);
	page_text(page, "page_url", arena_format(arena, "%s%s", portal->config->base_url,
						 search_link(finding, "/facilities", "page part", "", lat, lon, arena)));
	page_text(page, "code_url", search_link(finding, "/facilities.qr.svg", "page part", "", lat, lon, arena));
	page_text(page, "csv_url", search_link(finding, "/facilities.csv", NULL, "", lat, lon, arena));
	page_text(page, "geojson_url", search_link(finding, "/facilities.geojson", NULL, "", lat, lon, arena));
	page_text(page, "json_url", search_link(finding, "/api/facilities", NULL, "", lat, lon, arena));
	page_global_text(page, "return_to",
			 search_link(finding, "/facilities", NULL, fragment_token(portal->pages, HOLE_PAGE), lat, lon, arena));
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

static struct hole_value hole_degrees(double degrees, int decimals, struct arena *arena)
{
	char text[TEXT_NUMBER_SIZE];
	size_t size = (size_t)(text_put_decimal(text, degrees, decimals) - text);

	return (struct hole_value){ .bytes = arena_text(arena, text, size), .size = size };
}

/*
 * What the page without its rows depends on: what is asked, how it was read, size of text, ways on, the group it begins with, how many there are.
 * Never where from: each visitor's own place would be a page of its own.
 */
static const char *page_key(const struct request *request, const struct finding *finding, const char *lat, const char *lon)
{
	const char *asked = arena_format(request->arena, "%s|%s|", search_link(finding, "", "page", "", lat, lon, request->arena),
					 is_told(&finding->asked) ? finding->asked.phrase : "");
	size_t size = strlen(asked);
	char *key = arena_take(request->arena, size + (size_t)3 * TEXT_NUMBER_SIZE + 8);
	char *to = (char *)memcpy(key, asked, size) + size;

	*to++ = finding->by_streets ? 'S' : 'L';
	*to++ = finding->outside_metres > 0 ? 'O' : 'I';
	*to++ = portal_large_text(request) ? 'L' : 'N';
	*to++ = (char)('0' + ways_on(finding));
	*to++ = (char)('0' + finding->found->apart);
	to = text_put_integer(to, finding->total);
	*to++ = '|';
	to = text_put_integer(to, finding->without_care);
	*to++ = '|';
	*text_put_integer(to, finding->unknown) = '\0';
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
	struct listed listed = { .request = request, .finding = finding };
	struct hole_value values[FRAGMENT_HOLES] = { 0 };
	enum outcome outcome = kept ? PAGE : make_kept(request, finding, key, lat, lon, &kept);

	if (outcome != PAGE)
		return outcome;
	values[HOLE_LAT] = hole_degrees(finding->origin.lat, 6, arena);
	values[HOLE_LON] = hole_degrees(finding->origin.lon, 6, arena);
	values[HOLE_PAGE] = hole_integer(finding->page, arena);
	values[HOLE_ROWS] = (struct hole_value){ .fill = add_rows, .context = &listed };
	values[HOLE_PAGES] = hole_integer(finding->pages, arena);
	values[HOLE_PREVIOUS] = hole_integer(finding->page - 1, arena);
	values[HOLE_NEXT] = hole_integer(finding->page + 1, arena);
	if (finding->outside_metres > 0) {
		const char *kilometres = distance_text(finding->outside_metres, arena);

		values[HOLE_OUTSIDE_KM] = (struct hole_value){ .bytes = kilometres, .size = strlen(kilometres) };
		values[HOLE_EDGE_LAT] = hole_degrees(finding->edge.lat, 5, arena);
		values[HOLE_EDGE_LON] = hole_degrees(finding->edge.lon, 5, arena);
	}
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
	if (!finding.form->fine && only_page_is_wrong(&finding))
		outcome = find_run(request, &finding, 0);
	if (outcome != PAGE)
		return outcome;
	if (!finding.form->fine)
		return show_errors(request, &finding);
	outcome = find_run(request, &finding, 0);
	if (outcome == PAGE && finding.page > 1 && finding.page > finding.pages) {
		form_refuse(finding.form, "page", FIELD_OUT_OF_RANGE);
		return show_errors(request, &finding);
	}
	if (outcome == PAGE && !finding.total)
		return show_empty(request, &finding);
	return outcome == PAGE ? show_results(request, &finding) : outcome;
}
