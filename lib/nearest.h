/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Distance in a tree of places: lat, lon and a freshness in any unit. Flat around the asked point, right in a city.
 */
#ifndef SHANYU_NEAREST_H
#define SHANYU_NEAREST_H

#include <stdbool.h>

struct nearest {
	double lat, lon;
	double fresh_since;             /* what was fresh only until before counts as further away: */
	double stale_metres;            /* by so much */
	double within_metres;           /* what is further is left out; 0 = nothing is */
	double cosine, sine;            /* of the latitude; nearest_prepare sets them */
};

/* What a box of the tree covers, from and to each. */
struct nearest_box {
	double lat_from, lat_to, lon_from, lon_to, fresh_from, fresh_to;
};

void nearest_prepare(struct nearest *nearest);

/* Metres to a box, or to an entry, with what staleness adds; for a box never more than to anything in it. Negative: left out. */
double nearest_rank(const struct nearest *nearest, const struct nearest_box *box, bool is_entry);

#endif
