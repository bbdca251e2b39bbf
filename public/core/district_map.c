/* SPDX-License-Identifier: Apache-2.0 */
/* Where the district lies in the units of a drawn map: round its outline, or round its streets' middles when it has none. */
#include <math.h>
#include <stdio.h>

#include "portal.h"

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

struct map district_map(const struct published *published)
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
