/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The places of a district, held by the worker in bands of latitude: looking at them is many times faster than walking the
 * tree of places. A bigger edition is not held, and the tree serves (lib/find/tree). What is not up to date stands behind what is, and what
 * has no freshness (below 0) behind both: see lib/find/nearest.h. Up to when a fact is up to date is told by dated rules (freshness.*).
 */
#ifndef SHANYU_RULES_NEARBY_H
#define SHANYU_RULES_NEARBY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "coordinates.h"
#include "lib/find/nearest.h"

/* The most places held. */
#define NEARBY_MOST_PLACES 5000
#define NEARBY_GROUPS 3

struct nearby_place {
	struct position position;
	int64_t fresh_until;
	int64_t id;
	int band;                       /* this and the group: nearby_find sets them */
	int group;                      /* 0 up to date, 1 not, 2 has no freshness */
};

/* Set places and place_count; the rest is nearby_find's, 0 at first. */
struct nearby {
	struct nearby_place *places;    /* by groups, in each by bands, in each from west to east */
	size_t place_count, group_counts[NEARBY_GROUPS];
	double fresh_since;             /* what they were put in order for */
	bool in_order;
};

struct nearby_found {
	const struct nearby_place *place;
	double rank;                    /* metres, with what staleness adds */
};

/*
 * The nearest places in their order, ties by id, into found[most], most > 0. Returns how many there are. `nearest` is prepared and
 * counts freshness as the places do. The first search, and one with another fresh_since than the one before, puts the places in
 * order: what was found before is no longer valid.
 */
size_t nearby_find(struct nearby *nearby, const struct nearest *nearest, struct nearby_found *found, size_t most);

#endif
