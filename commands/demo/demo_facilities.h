/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The demo's facilities: invented from the recipes and put into the registry, one at a time.
 * The same seed and number always give the same facility; only when facts were asserted follows the clock.
 */
#ifndef SHANYU_DEMO_FACILITIES_H
#define SHANYU_DEMO_FACILITIES_H

#include "demo_data.h"
#include "demo_places.h"
#include "demo_random.h"
#include "lib/sql/sql.h"

#define DEMO_PROGRAMMES_MOST 16

/* For how many days an assertion counts as fresh: see the registry's rules. */
struct demo_freshness {
	int64_t today;                  /* day number */
	int vacancy_days, fee_days, hours_days;
};

/* What is being made: the command holds it, the arena is swept after each facility. */
struct demo {
	struct sql *sql;
	const struct demo_data *data;
	struct demo_extent extent;
	struct demo_freshness freshness;
	struct arena *arena;
	int64_t programmes, places;     /* made so far */
};

struct demo_offer {
	const struct demo_programme *programme;
	const char *code;
	int64_t places;
};

struct demo_facility {
	int64_t number;                 /* 1 first */
	const char *code;
	const struct demo_recipe *recipe;
	struct demo_site site;
	struct demo_offer offers[DEMO_PROGRAMMES_MOST];
	size_t offer_count;
	int64_t places, carers;         /* sums over the offers */
	double fee_level;               /* 0 = the lowest fees of the recipe, 1 = the highest */
	struct values *words;           /* what patterns may name: word, street, community ... */
};

/* Make a facility (1 first) with its hours, programmes, vacancies and fees. False: sql_problem tells. */
bool demo_facility_make(struct demo *demo, int64_t number);

/* The rows that hang on a facility: demo_offers.c. */
void demo_offers_choose(struct demo *demo, struct demo_facility *facility, struct demo_random *random);
bool demo_offers_put(struct demo *demo, const struct demo_facility *facility);
bool demo_hours_put(struct demo *demo, const struct demo_facility *facility);

/* The pattern with each {name} replaced by that word. */
const char *demo_words_fill(struct arena *arena, const char *pattern, const struct values *words);

#endif
