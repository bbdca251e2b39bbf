/* SPDX-License-Identifier: Apache-2.0 */
/* Positions in the three datums in use in China, and distances. */
#include "coordinates.h"

#include <math.h>
#include <stdbool.h>

#define PI 3.14159265358979323846
#define RADIANS(degrees) ((degrees) * PI / 180)

/* The Krasovsky ellipsoid, on which the GCJ-02 offset is defined. */
#define SEMI_MAJOR_AXIS 6378245.0
#define ECCENTRICITY_SQUARED 0.006693421622965823

#define BD09_ANGLE (PI * 3000 / 180)
#define BD09_LAT 0.006
#define BD09_LON 0.0065

#define EARTH_RADIUS 6371008.8  /* mean radius R1, metres */

#define INVERSE_STEPS 30
#define INVERSE_EXACT 1e-11

static bool is_in_china(struct position position)
{
	return position.lon >= 72.004 && position.lon <= 137.8347 && position.lat >= 0.8293 &&
		position.lat <= 55.8271;
}

static double ripple(double at, double short_wave, double long_wave, double short_period, double long_period)
{
	return (short_wave * sin(at / short_period * PI) + long_wave * sin(at / long_period * PI)) * 2 / 3;
}

/* The offset of GCJ-02 from WGS84 at a position. */
static struct position gcj02_offset(struct position at)
{
	double x = at.lon - 105, y = at.lat - 35;
	double common = (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2 / 3;
	double lat = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(fabs(x)) + common +
		     ripple(y, 20, 40, 1, 3) + ripple(y, 160, 320, 12, 30);
	double lon = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(fabs(x)) + common +
		     ripple(x, 20, 40, 1, 3) + ripple(x, 150, 300, 12, 30);
	double sine = sin(RADIANS(at.lat));
	double m = 1 - ECCENTRICITY_SQUARED * sine * sine;

	return (struct position){
		.lat = lat * 180 / (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (m * sqrt(m)) * PI),
		.lon = lon * 180 / (SEMI_MAJOR_AXIS / sqrt(m) * cos(RADIANS(at.lat)) * PI),
	};
}

struct position position_gcj02_from_wgs84(struct position wgs84)
{
	struct position offset;

	if (!is_in_china(wgs84))
		return wgs84;
	offset = gcj02_offset(wgs84);
	return (struct position){ wgs84.lat + offset.lat, wgs84.lon + offset.lon };
}

struct position position_wgs84_from_gcj02(struct position gcj02)
{
	struct position wgs84 = gcj02;

	if (!is_in_china(gcj02))
		return gcj02;
	for (int step = 0; step < INVERSE_STEPS; step++) {
		struct position offset = gcj02_offset(wgs84);
		struct position wrong = { wgs84.lat + offset.lat - gcj02.lat,
			wgs84.lon + offset.lon - gcj02.lon };

		wgs84.lat -= wrong.lat;
		wgs84.lon -= wrong.lon;
		if (fabs(wrong.lat) < INVERSE_EXACT && fabs(wrong.lon) < INVERSE_EXACT)
			break;
	}
	return wgs84;
}

struct position position_bd09_from_gcj02(struct position gcj02)
{
	double radius, angle;

	if (!is_in_china(gcj02))
		return gcj02;
	radius = hypot(gcj02.lon, gcj02.lat) + 0.00002 * sin(gcj02.lat * BD09_ANGLE);
	angle = atan2(gcj02.lat, gcj02.lon) + 0.000003 * cos(gcj02.lon * BD09_ANGLE);
	return (struct position){ radius * sin(angle) + BD09_LAT, radius * cos(angle) + BD09_LON };
}

struct position position_gcj02_from_bd09(struct position bd09)
{
	double lat = bd09.lat - BD09_LAT, lon = bd09.lon - BD09_LON;
	double radius, angle;

	if (!is_in_china(bd09))
		return bd09;
	radius = hypot(lon, lat) - 0.00002 * sin(lat * BD09_ANGLE);
	angle = atan2(lat, lon) - 0.000003 * cos(lon * BD09_ANGLE);
	return (struct position){ radius * sin(angle), radius * cos(angle) };
}

double distance_metres(struct position from, struct position to)
{
	double lat = sin(RADIANS(to.lat - from.lat) / 2), lon = sin(RADIANS(to.lon - from.lon) / 2);
	double square = lat * lat + cos(RADIANS(from.lat)) * cos(RADIANS(to.lat)) * lon * lon;

	return 2 * EARTH_RADIUS * asin(sqrt(square < 1 ? square : 1));
}

/* In degrees of latitude as the unit of both directions; scale is the cosine of the latitude. */
static struct position nearest_by_scale(struct position from, struct position to, struct position position, double scale)
{
	double x = (to.lon - from.lon) * scale, y = to.lat - from.lat;
	double length = x * x + y * y;
	double share = length > 0 ? ((position.lon - from.lon) * scale * x + (position.lat - from.lat) * y) / length : 0;

	share = fmin(1, fmax(0, share));
	return (struct position){ from.lat + share * y, from.lon + share * (to.lon - from.lon) };
}

struct position nearest_on_piece(struct position from, struct position to, struct position position)
{
	return nearest_by_scale(from, to, position, cos(RADIANS(position.lat)));
}

bool position_is_inside(const struct position *outline, size_t count, struct position position)
{
	bool inside = false;

	for (size_t i = 0; i < count; i++) {
		struct position from = outline[i], to = outline[i + 1 < count ? i + 1 : 0];

		/* A line to the east crosses the outline an odd number of times from within. */
		if ((from.lat > position.lat) != (to.lat > position.lat) &&
		    position.lon < from.lon + (position.lat - from.lat) / (to.lat - from.lat) * (to.lon - from.lon))
			inside = !inside;
	}
	return inside;
}

bool outline_nearest(const struct position *outline, size_t count, struct position position, struct position *nearest)
{
	double scale = cos(RADIANS(position.lat)), least = HUGE_VAL;

	if (count < 3 || position_is_inside(outline, count, position))
		return false;
	*nearest = outline[0];
	for (size_t i = 0; i < count; i++) {
		struct position there = nearest_by_scale(outline[i], outline[i + 1 < count ? i + 1 : 0], position, scale);
		double x = (there.lon - position.lon) * scale, y = there.lat - position.lat;

		if (x * x + y * y < least) {
			least = x * x + y * y;
			*nearest = there;
		}
	}
	return true;
}

double metres_outside(const struct position *outline, size_t count, struct position position)
{
	struct position nearest;

	return outline_nearest(outline, count, position, &nearest) ? distance_metres(position, nearest) : 0;
}
