/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Distance in a tree of places: lat, lon and a freshness in any unit. Flat around the asked point, right in a city.
 */
#ifndef SHANYU_NEAREST_H
#define SHANYU_NEAREST_H

#define NEAREST_EARTH_RADIUS_METRES 6371008.8
#define NEAREST_RADIANS 0.017453292519943295

struct nearest {
	double lat, lon;
	double fresh_since;             /* what was fresh only until before counts as further away: */
	double stale_metres;            /* by so much; what has a freshness below 0, by twice as much */
	double within_metres;           /* what is further is left out; 0 = nothing is */
	double cosine, sine;            /* of the latitude; nearest_prepare sets them */
};

/* What a box of the tree covers, from and to each. */
struct nearest_box {
	double lat_from, lat_to, lon_from, lon_to, fresh_from, fresh_to;
};

void nearest_prepare(struct nearest *nearest);

/* With it as stale_metres what is not fresh stands apart, behind all that is: no two points of the earth are so far from each other. */
#define NEAREST_APART_METRES 1e8

/* How much further away something counts. */
static inline double nearest_further(const struct nearest *nearest, double fresh)
{
	return fresh >= nearest->fresh_since ? 0 : fresh < 0 ? 2 * nearest->stale_metres : nearest->stale_metres;
}

/* Metres to the east of the asked point. The length of a degree of longitude is taken halfway. */
static inline double nearest_east(const struct nearest *nearest, double lat, double lon)
{
	double shrink = nearest->cosine - nearest->sine * (lat - nearest->lat) * NEAREST_RADIANS / 2;

	return (lon - nearest->lon) * (NEAREST_RADIANS * NEAREST_EARTH_RADIUS_METRES) * (shrink > 0 ? shrink : 0);
}

/* Square metres to an entry at a point: within 50 km the root is within a metre of the great circle. */
static inline double nearest_square(const struct nearest *nearest, double lat, double lon)
{
	double north = (lat - nearest->lat) * (NEAREST_RADIANS * NEAREST_EARTH_RADIUS_METRES);
	double east = nearest_east(nearest, lat, lon);

	return north * north + east * east;
}

/* Metres to a box with what staleness adds, never more than to anything in it. Negative: left out. */
double nearest_rank(const struct nearest *nearest, const struct nearest_box *box);

#endif
