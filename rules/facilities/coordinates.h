/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Positions in the three datums in use in China, and the distance between two of them.
 * WGS84 is stored; GCJ-02 is what Amap, Tencent and Apple (in China) expect in a link, BD-09 Baidu's own.
 * Source: the conversion published in many libraries, after hujiulong/gcoord (MIT), the oracle of the tests.
 * Positions outside the box of China (72.004-137.8347 E, 0.8293-55.8271 N) are handed back unchanged.
 */
#ifndef SHANYU_COORDINATES_H
#define SHANYU_COORDINATES_H

#include <stdbool.h>
#include <stddef.h>

/* Degrees, north and east positive. */
struct position {
	double lat;
	double lon;
};

struct position position_gcj02_from_wgs84(struct position wgs84);

/* The inverse, by iteration: within 1e-9 degrees (0.1 mm). */
struct position position_wgs84_from_gcj02(struct position gcj02);

struct position position_bd09_from_gcj02(struct position gcj02);

/* The customary approximate inverse: within 1e-5 degrees (1 m). */
struct position position_gcj02_from_bd09(struct position bd09);

/* Metres along the great circle (haversine, mean radius 6371008.8 m); both positions in one datum. */
double distance_metres(struct position from, struct position to);

/*
 * Metres from a position to an area, 0 inside of it. The area is its outline, a ring of corners (closed by itself) of at most a few
 * hundred kilometres across; with fewer than three it is nowhere, and the answer is 0.
 */
double metres_outside(const struct position *outline, size_t count, struct position position);

/* The place on such an outline that is nearest to a position outside of it. False: the position is inside, or there is no area. */
bool outline_nearest(const struct position *outline, size_t count, struct position position, struct position *nearest);

/* Whether a position lies within such an area. */
bool position_is_inside(const struct position *outline, size_t count, struct position position);

/* Of the straight piece between two positions, at most a few hundred kilometres long, the place that is nearest to a third one. */
struct position nearest_on_piece(struct position from, struct position to, struct position position);

#endif
