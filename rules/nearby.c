/* SPDX-License-Identifier: Apache-2.0 */
/* The places of a district, looked at one by one. */
#include "nearby.h"

#include <assert.h>
#include <math.h>

#define EARTH_RADIUS_METRES 6371008.8
#define METRES_OF_DEGREE (EARTH_RADIUS_METRES * M_PI / 180)

/* Put a place where it belongs among those found so far; the last one makes way when there are enough. */
static size_t put(double *ranks, size_t *nearest, size_t held, size_t count, double rank, size_t place)
{
	size_t at = held < count ? held : count - 1;

	for (; at > 0 && ranks[at - 1] > rank; at--) {
		ranks[at] = ranks[at - 1];
		nearest[at] = nearest[at - 1];
	}
	ranks[at] = rank;
	nearest[at] = place;
	return held < count ? held + 1 : count;
}

size_t nearby_find(const struct nearby_place *places, size_t place_count, const struct nearby_search *search, size_t count,
		   size_t *nearest)
{
	double per_lon = METRES_OF_DEGREE * cos(search->origin.lat * M_PI / 180);
	double ranks[NEARBY_MOST_PLACES];
	double limit = search->within_metres > 0 ? search->within_metres : INFINITY;
	size_t held = 0;

	assert(count > 0 && count <= NEARBY_MOST_PLACES);
	for (size_t i = 0; i < place_count; i++) {
		double north = (places[i].position.lat - search->origin.lat) * METRES_OF_DEGREE;
		double east = (places[i].position.lon - search->origin.lon) * per_lon;
		double square = north * north + east * east;
		double worst = held == count && ranks[count - 1] < limit ? ranks[count - 1] : limit;
		double rank;

		/* Most are further than the last one found: no root is taken for them. */
		if (square > worst * worst)
			continue;
		rank = sqrt(square) + (places[i].fresh_until < search->fresh_since ? search->stale_metres : 0);
		if (held < count || rank < ranks[count - 1])
			held = put(ranks, nearest, held, count, rank, i);
	}
	return held;
}
