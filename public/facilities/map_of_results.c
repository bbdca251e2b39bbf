/* SPDX-License-Identifier: Apache-2.0 */
/* A page of results on the drawn map: the part of it that they lie in, their numbers apart from each other, names where nothing covers them. */
#include <string.h>

#include "find.h"
#include "lib/base/text.h"
#include "link.h"
#include "listing.h"
#include "map.h"
#include "portal_queries.h"
#include "rules/facilities/map_view.h"

#define MOST_NAMES 25
/* The nearest look, in units of the drawing: some 500 m of a district. */
#define LEAST_WIDTH 60
/* How far below a mark's middle a number in it stands, in parts of the mark. */
#define DROP_OF_NUMBER 0.36

/* From the drawing to the picture. */
struct picture {
	struct map_box view;
	double zoom;
	int scale;                      /* of the drawing, 1 to 3 */
	const struct map_marks *marks;
	size_t start;                   /* 1 = where one sets out is marked, before the results, 0 = it is nowhere, or outside of the district */
};

static struct map_point on_map(const struct map *map, struct position position)
{
	return (struct map_point){ map_x(map, position.lon), map_y(map, position.lat) };
}

static struct map_point in_picture(const struct picture *picture, struct map_point point)
{
	return (struct map_point){ (point.x - picture->view.x) * picture->zoom, (point.y - picture->view.y) * picture->zoom };
}

/* All that is marked, in the drawing: where one sets out, when that is here, then the results. */
static struct map_point *marked(const struct map *map, const struct finding *finding, size_t start, struct arena *arena)
{
	struct map_point *points = arena_take(arena, (start + finding->count) * sizeof *points);

	if (start)
		points[0] = on_map(map, finding->origin);
	for (size_t i = 0; i < finding->count; i++)
		points[start + i] = on_map(map, finding->found[i].position);
	return points;
}

static struct picture picture_of(struct request *request, const struct finding *finding)
{
	struct picture picture = {
		.marks = portal_large_text(request) ? &map_marks_large : &map_marks_normal,
		.start = finding->origin_kind != ORIGIN_NONE && finding->outside_metres <= 0,
	};
	const struct map_point *points = marked(&published_of(request)->map, finding, picture.start, request->arena);

	picture.view = map_view_fit(points, picture.start + finding->count, LEAST_WIDTH);
	picture.zoom = MAP_VIEW_WIDTH / picture.view.width;
	picture.scale = picture.zoom < 2 ? 1 : picture.zoom < 5 ? 2 : 3;
	return picture;
}

static void bind_drawing(struct page *page, const struct map *map, const struct picture *picture)
{
	page_integer(page, "scale", picture->scale);
	page_real(page, "drawing_x", (-MAP_AROUND - picture->view.x) * picture->zoom, 1);
	page_real(page, "drawing_y", (-MAP_AROUND - picture->view.y) * picture->zoom, 1);
	page_real(page, "drawing_width", (map->width + 2 * MAP_AROUND) * picture->zoom, 1);
	page_real(page, "drawing_height", (map->height + 2 * MAP_AROUND) * picture->zoom, 1);
}

/* Where one sets out: it has the first choice of a place, and stays on its point. */
static void bind_start(struct page *page, const struct finding *finding, const struct picture *picture, const struct map_point *at)
{
	struct page *start = page_section(page, "start");

	page_text(start, "place_name", finding->origin_name);
	page_real(start, "x", at->x, 0);
	page_real(start, "y", at->y, 0);
	page_real(start, "top", at->y - picture->marks->radius, 0);
	page_integer(start, "radius", picture->marks->radius);
}

/* The dots with their numbers, and a line to where a dot was moved from. */
static enum outcome bind_dots(struct request *request, struct page *page, const struct finding *finding, const struct picture *picture,
			      const struct map_point *dots)
{
	const struct map *map = &published_of(request)->map;
	const char *carried = listing_carried(finding, "&", request->arena);
	struct values *key = values_new(request->arena), *row;

	for (size_t i = 0; i < finding->count; i++) {
		struct map_point place = in_picture(picture, on_map(map, finding->found[i].position));
		struct page *dot = page_section(page, "dots");

		values_put_integer(key, "id", finding->found[i].id);
		if (sql_row(published_of(request)->sql, &Q_listing_one, key, request->arena, &row) != SQL_FOUND)
			return BROKEN;
		page_integer(dot, "number", (finding->page - 1) * FIND_PAGE_SIZE + (int64_t)i + 1);
		page_text(dot, "code", values_text(row, "code"));
		page_text(dot, "url", arena_format(request->arena, "/facilities/%s%s", values_text(row, "code"), carried));
		page_text(dot, "name", values_text(row, "name"));
		page_real(dot, "x", dots[i].x, 0);
		page_real(dot, "y", dots[i].y, 0);
		page_real(dot, "place_x", place.x, 0);
		page_real(dot, "place_y", place.y, 0);
		page_integer(dot, "radius", picture->marks->radius);
	}
	return PAGE;
}

/* Names of the gazetteer within the picture, those that find a place which nothing covers. */
static enum outcome bind_names(struct request *request, struct page *page, const struct picture *picture, const struct map_point *dots,
			       size_t dot_count)
{
	const struct map *map = &published_of(request)->map;
	const struct map_box *view = &picture->view;
	struct map_box boxes[MOST_NAMES] = { 0 };
	struct rows names;
	size_t placed = 0;
	const struct value part[] = {
		value_integer("scale", picture->scale),
		value_real("west", map->west + view->x / map->units_per_lon),
		value_real("east", map->west + (view->x + view->width) / map->units_per_lon),
		value_real("north", map->north - view->y / map->units_per_lat),
		value_real("south", map->north - (view->y + view->height) / map->units_per_lat),
	};
	struct values *parameters = values_new(request->arena);

	values_add(parameters, part, sizeof part / sizeof *part);
	if (!sql_list(published_of(request)->sql, &Q_map_names, parameters, request->arena, 300, &names))
		return BROKEN;
	for (size_t i = 0; i < names.count && placed < MOST_NAMES; i++) {
		const struct values *row = &names.at[i];
		const char *kind = values_text(row, "kind"), *name = values_text(row, "name");
		struct map_point point = in_picture(picture, on_map(map, (struct position){ values_real(row, "lat"), values_real(row, "lon") }));
		struct map_box *box = &boxes[placed];
		struct page *section;

		if (!map_view_place_name(picture->marks, point, text_length(name), dots, dot_count, boxes, placed, box))
			continue;
		placed++;
		section = page_section(page, "names");
		page_text(section, "name", name);
		page_show(section, strcmp(kind, "STREET") == 0 ? "is_street" : strcmp(kind, "STATION") == 0 ? "is_station" : "is_place");
		page_real(section, "x", box->x + box->width / 2, 0);
		page_real(section, "y", box->y + box->height * 0.79, 0);
	}
	return PAGE;
}

/* The sizes, and whether the gazetteer knows of waters at all. */
static enum outcome bind_picture(struct request *request, struct page *page, const struct picture *picture)
{
	struct values *row;

	page_integer(page, "picture_width", MAP_VIEW_WIDTH);
	page_integer(page, "picture_height", MAP_VIEW_HEIGHT);
	page_real(page, "drop", picture->marks->radius * DROP_OF_NUMBER, 0);
	page_rows(page, "credits", &published_of(request)->credits);
	bind_drawing(page, &published_of(request)->map, picture);
	if (sql_row(published_of(request)->sql, &Q_map_waters, NULL, request->arena, &row) != SQL_FOUND)
		return BROKEN;
	page_integer(page, "waters", values_integer(row, "waters"));
	return PAGE;
}

static enum outcome show(struct request *request, const struct finding *finding)
{
	struct picture picture = picture_of(request, finding);
	size_t count = picture.start + finding->count;
	struct map_point *dots = marked(&published_of(request)->map, finding, picture.start, request->arena);
	struct page *page = page_begin(request, "public/map.tpl");
	const char *page_number = finding->page > 1 ? arena_format(request->arena, "%d", (int)finding->page) : "";
	enum outcome outcome = bind_picture(request, page, &picture);

	page_text(page, "list_url", search_link(finding, "/facilities", NULL, page_number, "", "", request->arena));
	for (size_t i = 0; i < count; i++)
		dots[i] = in_picture(&picture, dots[i]);
	map_view_set_apart(picture.marks, dots, count);
	if (picture.start)
		bind_start(page, finding, &picture, dots);
	if (outcome == PAGE)
		outcome = bind_dots(request, page, finding, &picture, dots + picture.start);
	if (outcome == PAGE)
		outcome = bind_names(request, page, &picture, dots, count);
	if (outcome == PAGE)
		return page_end(request, page);
	page_free(page);
	return outcome;
}

/* What cannot be drawn, the list says with all that was asked. */
enum outcome map_of_results(struct request *request)
{
	struct finding finding;
	enum outcome outcome;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	outcome = find_read(request, &finding);
	if (outcome == PAGE && finding.form->fine)
		outcome = find_run(request, &finding, 0);
	if (outcome != PAGE)
		return outcome;
	if (finding.form->fine && finding.count)
		return show(request, &finding);
	request->response.location = arena_format(request->arena, "/facilities%s%s", *request->query ? "?" : "", request->query);
	return MOVED;
}
