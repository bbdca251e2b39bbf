/* SPDX-License-Identifier: Apache-2.0 */
/* The places of a district, looked at from the origin's latitude outwards. */
#include "nearby.h"

#include <assert.h>
#include <math.h>

#define EARTH_RADIUS_METRES 6371008.8
#define METRES_OF_DEGREE (EARTH_RADIUS_METRES * M_PI / 180)

/* One search and the best it has found so far. */
struct looking {
	const struct nearby_search *search;
	double per_lon;                 /* metres of a degree */
	double within;                  /* metres beyond which nothing is looked for */
	double worst;                   /* a rank beyond this one is of no use */
	struct nearby_found *best;
	size_t held, most;
};

static bool goes_before(const struct nearby_found *one, const struct nearby_found *other)
{
	if (one->rank < other->rank || one->rank > other->rank)
		return one->rank < other->rank;
	return one->place->id < other->place->id;
}

/* Put a place where it belongs among the best; the last one makes way when there are enough. */
static void put(struct looking *looking, const struct nearby_found *found)
{
	struct nearby_found *best = looking->best;
	size_t at = looking->held < looking->most ? looking->held++ : looking->most - 1;

	for (; at > 0 && goes_before(found, &best[at - 1]); at--)
		best[at] = best[at - 1];
	best[at] = *found;
	if (looking->held == looking->most)
		looking->worst = best[looking->most - 1].rank;
}

/* The first place that is not south of a latitude. */
static size_t first_from(const struct nearby_place *places, size_t place_count, double lat)
{
	size_t first = 0, end = place_count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;

		if (places[middle].position.lat < lat)
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

static double lesser(double one, double other)
{
	return one < other ? one : other;
}

/* Look at a place. Whether those beyond it, further north or south, may still be of use. */
static bool look(struct looking *looking, const struct nearby_place *place)
{
	const struct nearby_search *search = looking->search;
	double along = (place->position.lat - search->origin.lat) * METRES_OF_DEGREE;
	double across = (place->position.lon - search->origin.lon) * looking->per_lon;
	double further = place->fresh_until < search->fresh_since ? search->stale_metres : 0;
	double square = along * along + across * across, reach = lesser(looking->worst - further, looking->within);
	struct nearby_found found = { .place = place };

	if (fabs(along) > lesser(looking->worst, looking->within))
		return false;
	/* Most are too far: no root is taken for them. */
	if (reach < 0 || square > reach * reach)
		return true;
	found.rank = sqrt(square) + further;
	if (looking->held < looking->most || goes_before(&found, &looking->best[looking->most - 1]))
		put(looking, &found);
	return true;
}

size_t nearby_find(const struct nearby_place *places, size_t place_count, const struct nearby_search *search,
		   struct nearby_found *found, size_t most)
{
	size_t north = first_from(places, place_count, search->origin.lat), south = north;
	bool to_north = true, to_south = true;
	struct looking looking = {
		.search = search,
		.per_lon = METRES_OF_DEGREE * cos(search->origin.lat * M_PI / 180),
		.within = search->within_metres > 0 ? search->within_metres : INFINITY,
		.worst = INFINITY,
		.best = found,
		.most = most,
	};

	assert(most > 0);
	while (to_north || to_south) {
		to_north = to_north && north < place_count && look(&looking, &places[north++]);
		to_south = to_south && south > 0 && look(&looking, &places[--south]);
	}
	return looking.held;
}
