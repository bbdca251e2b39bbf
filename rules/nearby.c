/* SPDX-License-Identifier: Apache-2.0 */
/* The places of a district, looked at from the origin outwards. */
#include "nearby.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define EARTH_RADIUS_METRES 6371008.8
#define METRES_OF_DEGREE (EARTH_RADIUS_METRES * M_PI / 180)
/* About 500 metres: a search in a city looks at a few bands, and in each at little more than its circle. */
#define BAND_DEGREES 0.005

/* One search and the best it has found so far. */
struct looking {
	const struct nearby_search *search;
	double per_lon;                 /* metres of a degree */
	double within;                  /* metres beyond which nothing is looked for */
	double worst;                   /* a rank beyond this one is of no use */
	struct nearby_found *best;
	size_t held, most;
};

static int band_of(double lat)
{
	return (int)floor(lat / BAND_DEGREES);
}

static int in_bands(const void *left, const void *right)
{
	const struct nearby_place *a = left, *b = right;

	if (a->band != b->band)
		return a->band < b->band ? -1 : 1;
	return (a->position.lon > b->position.lon) - (a->position.lon < b->position.lon);
}

void nearby_order(struct nearby_place *places, size_t place_count)
{
	for (size_t i = 0; i < place_count; i++)
		places[i].band = band_of(places[i].position.lat);
	qsort(places, place_count, sizeof *places, in_bands);
}

static double lesser(double one, double other)
{
	return one < other ? one : other;
}

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

/* Look at a place. Whether those beyond it, further east or west, may still be of use. */
static bool look(struct looking *looking, const struct nearby_place *place)
{
	const struct nearby_search *search = looking->search;
	double north = (place->position.lat - search->origin.lat) * METRES_OF_DEGREE;
	double east = (place->position.lon - search->origin.lon) * looking->per_lon;
	double further = place->fresh_until < search->fresh_since ? search->stale_metres : 0;
	double reach = lesser(looking->worst - further, looking->within);
	double square = north * north + east * east;
	struct nearby_found found = { .place = place };

	if (fabs(east) > lesser(looking->worst, looking->within))
		return false;
	/* No root is taken for what is too far. */
	if (reach < 0 || square > reach * reach)
		return true;
	found.rank = sqrt(square) + further;
	if (looking->held < looking->most || goes_before(&found, &looking->best[looking->most - 1]))
		put(looking, &found);
	return true;
}

/* The first place of a band that is not west of a longitude, or where it would stand. */
static size_t first_from(const struct nearby_place *places, size_t place_count, int band, double lon)
{
	size_t first = 0, end = place_count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;
		const struct nearby_place *place = &places[middle];

		if (place->band < band || (place->band == band && place->position.lon < lon))
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

static void look_along(struct looking *looking, const struct nearby_place *places, size_t place_count, int band)
{
	size_t east = first_from(places, place_count, band, looking->search->origin.lon), west = east;

	while (east < place_count && places[east].band == band && look(looking, &places[east]))
		east++;
	while (west > 0 && places[west - 1].band == band && look(looking, &places[west - 1]))
		west--;
}

/* Whether a place in a band can be near enough. */
static bool is_in_reach(const struct looking *looking, int band)
{
	double lat = looking->search->origin.lat;
	double degrees = fmax(band * BAND_DEGREES - lat, lat - (band + 1) * BAND_DEGREES);

	return degrees * METRES_OF_DEGREE <= lesser(looking->worst, looking->within);
}

size_t nearby_find(const struct nearby_place *places, size_t place_count, const struct nearby_search *search,
		   struct nearby_found *found, size_t most)
{
	struct looking looking = {
		.search = search,
		.per_lon = METRES_OF_DEGREE * cos(search->origin.lat * M_PI / 180),
		.within = search->within_metres > 0 ? search->within_metres : INFINITY,
		.worst = INFINITY,
		.best = found,
		.most = most,
	};
	int first = place_count ? places[0].band : 0, last = place_count ? places[place_count - 1].band : -1;
	int north = band_of(fmin(fmax(search->origin.lat, first * BAND_DEGREES), last * BAND_DEGREES)), south = north - 1;
	bool to_north = true, to_south = true;

	assert(most > 0);
	while (to_north || to_south) {
		to_north = north <= last && is_in_reach(&looking, north);
		if (to_north)
			look_along(&looking, places, place_count, north++);
		to_south = south >= first && is_in_reach(&looking, south);
		if (to_south)
			look_along(&looking, places, place_count, south--);
	}
	return looking.held;
}
