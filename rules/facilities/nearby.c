/* SPDX-License-Identifier: Apache-2.0 */
/* The places of a district, looked at from the origin outwards. */
#include "nearby.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define METRES_OF_DEGREE (NEAREST_EARTH_RADIUS_METRES * NEAREST_RADIANS)
/* About 500 metres: a search in a city looks at a few bands, and in each at little more than its circle. */
#define BAND_DEGREES 0.005

/* One search and the best it has found so far. */
struct looking {
	const struct nearest *nearest;
	const struct nearby_place *from, *end; /* what is looked at: the places of one group */
	double further;                 /* metres that these count as further away */
	double reach;                   /* metres beyond which none of these is of use; less than 0: none is */
	struct nearby_found *best;
	size_t held, most;
};

static int band_of(double lat)
{
	return (int)floor(lat / BAND_DEGREES);
}

static int in_order(const void *left, const void *right)
{
	const struct nearby_place *a = left, *b = right;

	if (a->group != b->group)
		return a->group - b->group;
	if (a->band != b->band)
		return a->band < b->band ? -1 : 1;
	return (a->position.lon > b->position.lon) - (a->position.lon < b->position.lon);
}

static void put_in_order(struct nearby *nearby, double fresh_since)
{
	memset(nearby->group_counts, 0, sizeof nearby->group_counts);
	for (size_t i = 0; i < nearby->place_count; i++) {
		struct nearby_place *place = &nearby->places[i];

		place->band = band_of(place->position.lat);
		place->group = (double)place->fresh_until >= fresh_since ? 0 : place->fresh_until >= 0 ? 1 : 2;
		nearby->group_counts[place->group]++;
	}
	if (nearby->place_count)
		qsort(nearby->places, nearby->place_count, sizeof *nearby->places, in_order);
	nearby->fresh_since = fresh_since;
	nearby->in_order = true;
}

/* How far it is of any use to look. */
static void set_reach(struct looking *looking)
{
	double worst = looking->held < looking->most ? INFINITY : looking->best[looking->most - 1].rank;
	double within = looking->nearest->within_metres > 0 ? looking->nearest->within_metres : INFINITY;

	looking->reach = worst - looking->further < within ? worst - looking->further : within;
}

static bool goes_before(const struct nearby_found *one, const struct nearby_found *other)
{
	if (one->rank < other->rank || one->rank > other->rank)
		return one->rank < other->rank;
	return one->place->id < other->place->id;
}

/* Put a place where it belongs among the best; the last one makes way when there are enough. */
static void put(struct looking *looking, struct nearby_found found)
{
	struct nearby_found *best = looking->best;
	size_t at = looking->held;

	if (looking->held < looking->most)
		looking->held++;
	else if (!goes_before(&found, &best[--at]))
		return;
	for (; at > 0 && goes_before(&found, &best[at - 1]); at--)
		best[at] = best[at - 1];
	best[at] = found;
	set_reach(looking);
}

/* Look at a place. Whether those further east or west may still be of use. */
static bool look(struct looking *looking, const struct nearby_place *place)
{
	double square = nearest_square(looking->nearest, place->position.lat, place->position.lon);

	if (fabs(nearest_east(looking->nearest, place->position.lat, place->position.lon)) > looking->reach)
		return false;
	/* No root is taken for what is too far. */
	if (square <= looking->reach * looking->reach)
		put(looking, (struct nearby_found){ place, sqrt(square) + looking->further });
	return true;
}

/* The first place of a band that is not west of the origin, or where it would stand. */
static const struct nearby_place *first_east(const struct looking *looking, int band)
{
	const struct nearby_place *first = looking->from, *end = looking->end;
	double lon = looking->nearest->lon;

	while (first < end) {
		const struct nearby_place *middle = first + (end - first) / 2;

		if (middle->band < band || (middle->band == band && middle->position.lon < lon))
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

/* Look at the places of a band, from the origin to both sides. */
static void look_along(struct looking *looking, int band)
{
	const struct nearby_place *east = first_east(looking, band), *west = east, *next;
	double lon = looking->nearest->lon;
	bool to_east, to_west;

	do {
		to_east = east < looking->end && east->band == band;
		to_west = west > looking->from && west[-1].band == band;
		next = to_east && (!to_west || east->position.lon - lon < lon - west[-1].position.lon) ? east++ : to_west ? --west : NULL;
	} while (next && look(looking, next));
}

/* Whether a place in a band can be near enough. */
static bool is_in_reach(const struct looking *looking, int band)
{
	double lat = looking->nearest->lat;
	double degrees = fmax(band * BAND_DEGREES - lat, lat - (band + 1) * BAND_DEGREES);

	return looking->reach >= 0 && degrees * METRES_OF_DEGREE <= looking->reach;
}

/* Look at some of the places, from the origin's band to north and south. */
static void look_around(struct looking *looking, const struct nearby_place *from, const struct nearby_place *end, double further)
{
	int first = from < end ? from->band : 0, last = from < end ? end[-1].band : -1;
	int north = band_of(fmin(fmax(looking->nearest->lat, first * BAND_DEGREES), last * BAND_DEGREES)), south = north - 1;
	bool to_north = true, to_south = true;

	looking->from = from;
	looking->end = end;
	looking->further = further;
	set_reach(looking);
	while (to_north || to_south) {
		to_north = north <= last && is_in_reach(looking, north);
		if (to_north)
			look_along(looking, north++);
		to_south = south >= first && is_in_reach(looking, south);
		if (to_south)
			look_along(looking, south--);
	}
}

size_t nearby_find(struct nearby *nearby, const struct nearest *nearest, struct nearby_found *found, size_t most)
{
	struct looking looking = {
		.nearest = nearest,
		.best = found,
		.most = most,
	};
	const struct nearby_place *places = nearby->places;

	assert(most > 0);
	if (!nearby->in_order || nearby->fresh_since != nearest->fresh_since)
		put_in_order(nearby, nearest->fresh_since);
	for (int group = 0; group < NEARBY_GROUPS; places += nearby->group_counts[group++])
		look_around(&looking, places, places + nearby->group_counts[group], group * nearest->stale_metres);
	return looking.held;
}
