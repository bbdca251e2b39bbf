/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The demo district's data: what its CSV files say, in memory. All words of the demo stand there; see db/demo/README.md.
 * Refuses numbers that are none, rows that name a street or a set that is not there, and too few invented words.
 */
#ifndef SHANYU_DEMO_DATA_H
#define SHANYU_DEMO_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/values.h"
#include "rules/facilities/coordinates.h"

/* Neighbouring rows of a table: from, up to but without `to`. */
struct demo_range {
	size_t from;
	size_t to;
};

/* Rows that belong together have the name of their group first, and stand together in their file. */
struct demo_community {
	const char *street_code;
	const char *code;
	const char *name;
	double lat;
	double lon;
};

struct demo_road {
	const char *street_code;
	const char *name;
	int64_t number_most;            /* the largest house number to invent */
};

/* A station, road, residential area or landmark to set out from. */
struct demo_place {
	const char *code, *kind, *name, *street_code, *path, *source;
	double lat, lon;
	int64_t precision_m;
};

struct demo_word {
	const char *list;               /* name, surname, given, again, address */
	const char *text;
};

struct demo_programme {
	const char *set;
	const char *name, *class_kind, *mode, *fee_unit;
	int64_t chance;                 /* per cent */
	int64_t age_from_months, age_to_months;
	int64_t places_from, places_to;
	int64_t children_per_carer;
	int64_t fee_from, fee_to, fee_step;     /* yuan */
	int64_t meal_from, meal_to;     /* yuan a month; -1 = no meal fee */
};

struct demo_hours {
	const char *set;
	const char *weekday_open, *weekday_close, *weekend_open, *weekend_close, *note;
};

struct demo_summary {
	const char *set;
	const char *text;
	int64_t part;
};

struct demo_outline {
	struct position *corners;
	size_t count;
};

struct demo_street {
	const char *code, *name, *office, *outline;
	int64_t weight, position;
	double lat, lon;
	struct demo_outline drawn;
	struct demo_range communities, roads;
};

struct demo_recipe {
	const char *key, *series, *kind, *name, *operator, *uscc_prefix, *filing_state, *filing_number;
	const char *programmes, *hours, *summaries, *asserted_by, *meals;
	int64_t site_from, count, inclusive;
	int64_t opened_from, opened_to; /* years */
	int64_t indoor_least, m2_per_child, outdoor_chance, floors_most, full_chance;
	struct demo_range programme_rows, hours_rows, summary_rows;
	int64_t series_start;           /* number of the series' first site among all sites */
	int64_t series_size;
};

struct demo_data {
	const struct values *district;
	struct demo_outline outline;
	struct demo_street *streets;
	struct demo_community *communities;
	struct demo_road *roads;
	struct demo_place *places;
	struct demo_word *words;
	struct demo_recipe *recipes;
	struct demo_programme *programmes;
	struct demo_hours *hours;
	struct demo_summary *summaries;
	size_t street_count, community_count, road_count, place_count, word_count, recipe_count, programme_count, hours_count, summary_count;
	struct demo_range names, surnames, given, again, address;
	int64_t weight_sum;
	int64_t site_count;             /* of all series, before any is repeated */
	int64_t facility_count;         /* of all recipes */
};

/* Read the files of a folder. NULL, and a one-line *problem, when something is wrong with them. */
const struct demo_data *demo_data_read(const char *folder, struct arena *arena, const char **problem);

#endif
