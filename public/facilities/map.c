/* SPDX-License-Identifier: Apache-2.0 */
/* The drawn map of the district. Outlines are texts "lon,lat lon,lat ..." of the published facts. */
#include "map.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "portal_queries.h"
#include "rules/facilities/paths.h"

#define MOST_LINES 5000
#define MOST_LINE_BYTES 400000
/* Whose data are drawn is said at the lower edge. */
#define CREDIT_ABOVE_EDGE 12

double map_x(const struct map *map, double lon)
{
	return (lon - map->west) * map->units_per_lon;
}

double map_y(const struct map *map, double lat)
{
	return (map->north - lat) * map->units_per_lat;
}

/* Of the drawing's three scales: how long a line is at least, and how far apart its points are, in the drawing's units. */
static const struct {
	double least_length, tolerance;
	int decimals;
} scales[] = { { 60, 4, 0 }, { 25, 1.5, 0 }, { 0, 0.3, 1 } };

static const struct field map_fields[] = {
	{ "scale", FIELD_INTEGER, OPTIONAL, 1, 3, NULL },
	{ 0 },
};
const struct form map_form = { map_fields };

/*
 * A published path in the drawing's units, points that are close together as one; "" when it is too short for the scale, or nowhere near the
 * drawing.
 */
static const char *drawn(const struct map *map, const char *path, size_t scale, struct arena *arena)
{
	size_t room = strlen(path) + 64, size = 0;
	char *text = arena_take(arena, room);
	double x, y, last_x = 0, last_y = 0, length = 0;
	bool begins, near = false;
	struct position point;

	while (size + 32 < room && path_next(&path, &point, &begins)) {
		x = map_x(map, point.lon);
		y = map_y(map, point.lat);
		begins = begins || !size;
		if (!begins && hypot(x - last_x, y - last_y) < scales[scale].tolerance)
			continue;
		if (!begins)
			length += hypot(x - last_x, y - last_y);
		near = near || (x > -MAP_AROUND && y > -MAP_AROUND && x < map->width + MAP_AROUND && y < map->height + MAP_AROUND);
		size += (size_t)snprintf(text + size, room - size, "%c%.*f %.*f", begins ? 'M' : 'L', scales[scale].decimals, x,
					 scales[scale].decimals, y);
		last_x = x;
		last_y = y;
	}
	return near && length >= scales[scale].least_length ? text : "";
}

/* Roads, lines and waters; at most MOST_LINES, and of them as many as MOST_LINE_BYTES hold. */
static enum outcome bind_lines(struct request *request, struct page *page, size_t scale)
{
	const struct map *map = &published_of(request)->map;
	struct sql_cursor cursor;
	const struct values *row;
	size_t bytes = 0;

	if (!sql_start(published_of(request)->sql, &Q_map_lines, NULL, &cursor))
		return BROKEN;
	for (size_t i = 0; i < MOST_LINES && bytes < MOST_LINE_BYTES && (row = sql_next(&cursor)); i++) {
		const char *kind = values_text(row, "kind"), *path = drawn(map, values_text(row, "path"), scale, request->arena);

		if (!*path)
			continue;
		bytes += strlen(path);
		page_text(page_section(page, strcmp(kind, "ROAD") == 0 ? "roads" : strcmp(kind, "RAIL") == 0 ? "rails" :
					     path_is_outline(values_text(row, "path")) ? "waters" : "brooks"), "path", path);
	}
	sql_finish(&cursor);
	return sql_failed(published_of(request)->sql) ? BROKEN : PAGE;
}

static enum outcome bind_stations(struct request *request, struct page *page)
{
	const struct map *map = &published_of(request)->map;
	struct rows stations;

	if (!sql_list(published_of(request)->sql, &Q_map_stations, NULL, request->arena, MOST_LINES, &stations))
		return BROKEN;
	for (size_t i = 0; i < stations.count; i++) {
		struct page *station = page_section(page, "stations");

		page_real(station, "x", map_x(map, values_real(&stations.at[i], "lon")), 1);
		page_real(station, "y", map_y(map, values_real(&stations.at[i], "lat")), 1);
	}
	return PAGE;
}

enum outcome map_show(struct request *request)
{
	size_t scale = values_null(request->form->values, "scale") ? 0 : (size_t)values_integer(request->form->values, "scale") - 1;
	enum outcome outcome;
	struct published *published = published_of(request);
	const struct map *map = &published->map;
	struct page *page;

	if (!request->form->fine)
		return BAD;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	page = page_begin(request, "public/map.svg.tpl");
	page_show(page, scale == 0 ? "scale_district" : scale == 1 ? "scale_streets" : "scale_houses");
	page_integer(page, "around", MAP_AROUND);
	page_integer(page, "credit_y", map->height + MAP_AROUND - CREDIT_ABOVE_EDGE);
	page_rows(page, "credits", &published->credits);
	page_integer(page, "map_width", map->width + 2 * MAP_AROUND);
	page_integer(page, "map_height", map->height + 2 * MAP_AROUND);
	page_text(page, "district_path", drawn(map, values_text(published->district, "outline"), scale, request->arena));
	for (size_t i = 0; i < published->streets.count; i++) {
		const struct values *street = &published->streets.at[i];
		struct page *section = page_section(page, "streets");

		page_text(section, "path", drawn(map, values_text(street, "outline"), scale, request->arena));
	}
	outcome = bind_lines(request, page, scale);
	if (outcome == PAGE)
		outcome = bind_stations(request, page);
	if (outcome != PAGE) {
		page_free(page);
		return outcome;
	}
	request->response.content = CONTENT_SVG;
	return page_end(request, page);
}
