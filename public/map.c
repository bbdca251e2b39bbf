/* SPDX-License-Identifier: Apache-2.0 */
/* The drawn map of the district. Outlines are texts "lon,lat lon,lat ..." of the published facts. */
#include "map.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 1000
#define MARGIN 30

struct bounds {
	double west, east, south, north;
};

static void widen(struct bounds *bounds, double lon, double lat)
{
	bounds->west = fmin(bounds->west, lon);
	bounds->east = fmax(bounds->east, lon);
	bounds->south = fmin(bounds->south, lat);
	bounds->north = fmax(bounds->north, lat);
}

/* The next "lon,lat" of an outline; false at its end. */
static bool next_point(const char **at, double *lon, double *lat)
{
	int used = 0;

	if (sscanf(*at, " %lf,%lf%n", lon, lat, &used) != 2)
		return false;
	*at += used;
	return true;
}

struct map map_of(const struct published *published)
{
	struct bounds bounds = { 180, -180, 90, -90 };
	const char *outline = values_text(published->district, "outline");
	struct map map = { .width = WIDTH };
	double lon, lat;

	while (next_point(&outline, &lon, &lat))
		widen(&bounds, lon, lat);
	for (size_t i = 0; bounds.west > bounds.east && i < published->streets.count; i++)
		widen(&bounds, values_real(&published->streets.at[i], "lon"), values_real(&published->streets.at[i], "lat"));
	if (bounds.east - bounds.west < 1e-6 || bounds.north - bounds.south < 1e-6)
		bounds = (struct bounds){ bounds.west - 0.1, bounds.west + 0.1, bounds.south - 0.1, bounds.south + 0.1 };
	map.units_per_lon = (WIDTH - 2 * MARGIN) / (bounds.east - bounds.west);
	map.units_per_lat = map.units_per_lon / cos((bounds.south + bounds.north) / 2 * M_PI / 180);
	map.west = bounds.west - MARGIN / map.units_per_lon;
	map.north = bounds.north + MARGIN / map.units_per_lat;
	map.height = (int)((bounds.north - bounds.south) * map.units_per_lat) + 2 * MARGIN;
	return map;
}

double map_x(const struct map *map, double lon)
{
	return (lon - map->west) * map->units_per_lon;
}

double map_y(const struct map *map, double lat)
{
	return (map->north - lat) * map->units_per_lat;
}

static const char *path_of(const struct map *map, const char *outline, struct arena *arena)
{
	size_t room = strlen(outline) + 64, size = 0;
	char *path = arena_take(arena, room);
	double lon, lat;

	while (next_point(&outline, &lon, &lat))
		size += (size_t)snprintf(path + size, room - size, "%c%.0f %.0f", size ? 'L' : 'M', map_x(map, lon), map_y(map, lat));
	snprintf(path + size, room - size, size ? "Z" : "");
	return path;
}

enum outcome map_show(struct request *request)
{
	struct published *published = published_of(request);
	const struct map *map = &published->map;
	struct page *page;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	page = page_begin(request, "public/map.svg.tpl");
	page_integer(page, "map_width", map->width);
	page_integer(page, "map_height", map->height);
	page_text(page, "district_path", path_of(map, values_text(published->district, "outline"), request->arena));
	for (size_t i = 0; i < published->streets.count; i++) {
		const struct values *street = &published->streets.at[i];
		struct page *section = page_section(page, "streets");

		page_values(section, street);
		page_text(section, "path", path_of(map, values_text(street, "outline"), request->arena));
		page_real(section, "label_x", map_x(map, values_real(street, "lon")), 0);
		page_real(section, "label_y", map_y(map, values_real(street, "lat")), 0);
	}
	request->response.content = CONTENT_SVG;
	return page_end(request, page);
}
