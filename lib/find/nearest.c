/* SPDX-License-Identifier: Apache-2.0 */
/* Distance in a tree of places. */
#include "nearest.h"

#include <math.h>

void nearest_prepare(struct nearest *nearest)
{
	nearest->cosine = cos(nearest->lat * NEAREST_RADIANS);
	nearest->sine = sin(nearest->lat * NEAREST_RADIANS);
}

/* How far an interval is from a point, with its sign, in the interval's units. */
static double gap(double point, double from, double to)
{
	return point < from ? from - point : point > to ? to - point : 0;
}

static double greater(double one, double other)
{
	return one > other ? one : other;
}

/*
 * The length of a degree of longitude is taken at the far edge of a box (by the tangent of the cosine: no trigonometry for each of
 * hundreds), so that no box is thought further than what is in it.
 */
static double metres_to(const struct nearest *nearest, const struct nearest_box *box)
{
	double north = gap(nearest->lat, box->lat_from, box->lat_to) * NEAREST_RADIANS;
	double east = gap(nearest->lon, box->lon_from, box->lon_to) * NEAREST_RADIANS;
	double edge = greater(fabs(box->lat_from - nearest->lat), fabs(box->lat_to - nearest->lat)) * NEAREST_RADIANS;
	double shrink = nearest->cosine - nearest->sine * copysign(edge, nearest->sine);

	east *= shrink > 0 ? shrink : 0;
	return sqrt(north * north + east * east) * NEAREST_EARTH_RADIUS_METRES;
}

double nearest_rank(const struct nearest *nearest, const struct nearest_box *box)
{
	double metres = metres_to(nearest, box);

	if (nearest->within_metres > 0 && metres > nearest->within_metres)
		return -1;
	return metres + nearest_further(nearest, box->fresh_to);
}
