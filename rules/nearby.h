/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The places of a district, held by the worker in bands of latitude: looking at them is many times faster than walking the
 * tree of places. A bigger edition is not held, and the tree serves (lib/tree). How far a place that is not up to date moves back is the
 * dated rule freshness.stale_ranks_further_metres (source: local setting, db/district/rules.csv).
 */
#ifndef SHANYU_RULES_NEARBY_H
#define SHANYU_RULES_NEARBY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "coordinates.h"

/* The most places held. */
#define NEARBY_MOST_PLACES 5000

struct nearby_place {
	struct position position;
	int64_t fresh_until;
	int64_t id;
	int band;                       /* nearby_order sets it */
};

struct nearby_search {
	struct position origin;
	int64_t fresh_since;            /* what was fresh only until before counts as further away: */
	double stale_metres;            /* by so much */
	double within_metres;           /* straight line; 0 = no limit */
};

/* Put places in their bands, and in each from west to east: once, before they are looked at. */
void nearby_order(struct nearby_place *places, size_t place_count);

struct nearby_found {
	const struct nearby_place *place;
	double rank;                    /* metres, with what staleness adds */
};

/*
 * The nearest places in their order, ties by id, into found[most], most > 0. Returns how many there are. Distances are taken on the flat around the origin: right in a city.
 */
size_t nearby_find(const struct nearby_place *places, size_t place_count, const struct nearby_search *search,
		   struct nearby_found *found, size_t most);

#endif
