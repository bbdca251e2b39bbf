/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where the demo's facilities are: a site is a place with an invented name, the same whenever it is asked for, so that
 * nothing need be kept. Sites lie near a community and inside its street; those of benchmarks beyond a city's density around it.
 */
#ifndef SHANYU_DEMO_PLACES_H
#define SHANYU_DEMO_PLACES_H

#include "demo_data.h"

/* How far the demo reaches. */
struct demo_extent {
	int64_t seed;
	int64_t turns_inside;          /* so often the recipes are repeated inside the district; further ones stand in the box */
	struct position centre;
	double half_lat, half_lon;      /* of the box, degrees */
};

struct demo_site {
	int64_t number;                 /* unique among all sites */
	const char *word;               /* unique too */
	const struct demo_street *street;
	const struct demo_community *community;
	const struct demo_road *road;
	int64_t house;
	struct position at;
};

struct demo_extent demo_extent_of(const struct demo_data *data, int64_t seed, int64_t facilities);

/* The site of a recipe's place (0 = its first) in a turn (0 = the demo itself). */
struct demo_site demo_site_of(const struct demo_data *data, const struct demo_extent *extent, const struct demo_recipe *recipe,
			      int64_t place, int64_t turn, struct arena *arena);

bool demo_outline_holds(const struct demo_outline *outline, struct position position);

#endif
