/* SPDX-License-Identifier: Apache-2.0 */
/* The nearest of a district's places, against a look at every one along the great circle. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "rules/facilities/nearby.h"

#define PLACES 2000
#define COUNT 40

/* Searches of one test are of these. */
static struct nearby nearby;

static void hold(struct nearby_place *places, size_t count)
{
	nearby = (struct nearby){ .places = places, .place_count = count };
}

static double between(unsigned *seed, double from, double to)
{
	*seed = *seed * 1664525u + 1013904223u;
	return from + (to - from) * (*seed >> 8) / (double)(1u << 24);
}

static void scatter(struct nearby_place *places, unsigned seed)
{
	for (int i = 0; i < PLACES; i++)
		places[i] = (struct nearby_place){ { between(&seed, 31.21, 31.30), between(&seed, 121.35, 121.45) },
						   between(&seed, 0, 1) < 0.2 ? 50 : 200, i + 1, 0, 0 };
	hold(places, PLACES);
}

static struct nearest asked(struct position origin, double fresh_since, double stale_metres, double within_metres)
{
	struct nearest nearest = { origin.lat, origin.lon, fresh_since, stale_metres, within_metres, 0, 0 };

	nearest_prepare(&nearest);
	return nearest;
}

static struct position origin_of(const struct nearest *search)
{
	return (struct position){ search->lat, search->lon };
}

static double rank_of(const struct nearby_place *place, const struct nearest *search)
{
	return distance_metres(origin_of(search), place->position) + nearest_further(search, (double)place->fresh_until);
}

/* No place that was left out is nearer than one that was given, but for the metre that the flat takes from the sphere. */
static void expect_nearest(const struct nearby_place *places, const struct nearest *search)
{
	struct nearby_found nearest[COUNT];
	size_t count = nearby_find(&nearby, search, nearest, COUNT);
	bool given[PLACES] = { false };
	double before = 0, last;

	assert_int_equal(count, COUNT);
	for (size_t i = 0; i < count; i++) {
		assert_true(rank_of(nearest[i].place, search) >= before - 5);
		before = rank_of(nearest[i].place, search);
		given[nearest[i].place - places] = true;
	}
	last = before;
	for (size_t i = 0; i < PLACES; i++)
		assert_true(given[i] || rank_of(&places[i], search) >= last - 5);
}

static void gives_the_nearest_first(void **state)
{
	static struct nearby_place places[PLACES];

	(void)state;
	for (unsigned seed = 1; seed <= 50; seed++) {
		struct nearest search = asked((struct position){ 31.21 + 0.0018 * seed, 121.35 + 0.002 * seed }, 100, 0, 0);

		scatter(places, seed);
		expect_nearest(places, &search);
	}
}

static void gives_the_nearest_to_one_who_is_far_away_too(void **state)
{
	static const struct position origins[] = { { 31.0, 121.0 }, { 31.5, 121.8 }, { 30.0, 121.40 }, { 0, 0 }, { -45, 121.40 } };
	static struct nearby_place places[PLACES];

	(void)state;
	scatter(places, 11);
	for (size_t i = 0; i < 3; i++) {
		struct nearest search = asked(origins[i], 100, 0, 0);

		expect_nearest(places, &search);
	}
	/* On the flat nobody can be this far away, but everybody is given something. */
	for (size_t i = 3; i < sizeof origins / sizeof *origins; i++) {
		struct nearest search = asked(origins[i], 100, 0, 0);
		struct nearby_found nearest[COUNT];

		assert_int_equal(nearby_find(&nearby, &search, nearest, COUNT), COUNT);
	}
}

static void counts_what_is_stale_as_further_away(void **state)
{
	static struct nearby_place places[PLACES];
	struct nearest search = asked((struct position){ 31.25, 121.40 }, 100, 1000, 0);

	(void)state;
	scatter(places, 7);
	expect_nearest(places, &search);
}

static void another_day_makes_other_places_stale(void **state)
{
	static struct nearby_place places[PLACES];
	struct nearest search = asked((struct position){ 31.25, 121.40 }, 0, 1000, 0);

	(void)state;
	scatter(places, 7);
	for (int day = 0; day <= 300; day += 50) {
		search.fresh_since = day;
		expect_nearest(places, &search);
	}
}

static void one_that_grew_stale_makes_way_for_the_next(void **state)
{
	struct nearby_place places[] = { { { 31.251, 121.40 }, 200, 2, 0, 0 }, { { 31.25, 121.40 }, 100, 1, 0, 0 } };
	static const struct { int day, first; } days[] = { { 100, 1 }, { 101, 2 }, { 100, 1 }, { 201, 1 } };
	struct nearby_found nearest[2];

	(void)state;
	hold(places, 2);
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct nearest search = asked((struct position){ 31.25, 121.40 }, days[i].day, 1000, 0);

		assert_int_equal(nearby_find(&nearby, &search, nearest, 2), 2);
		assert_int_equal(nearest[0].place->id, days[i].first);
	}
}

static void what_has_no_freshness_stands_behind_all_else(void **state)
{
	struct nearby_place places[] = { { { 31.25, 121.40 }, -1, 1, 0, 0 }, { { 31.26, 121.40 }, 100, 2, 0, 0 }, { { 31.9, 121.40 }, 300, 3, 0, 0 } };
	struct nearest search = asked((struct position){ 31.25, 121.40 }, 200, NEAREST_APART_METRES, 0);
	struct nearby_found nearest[3];

	(void)state;
	hold(places, 3);
	assert_int_equal(nearby_find(&nearby, &search, nearest, 3), 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(nearest[i].place->id, 3 - i);
		assert_int_equal(nearest[i].place->group, i);
	}
}

static void gives_what_is_equally_far_in_the_order_of_ids(void **state)
{
	struct nearby_place places[] = {
		{ { 31.25, 121.40 }, 200, 4, 0, 0 },
		{ { 31.25, 121.40 }, 200, 2, 0, 0 },
		{ { 31.25, 121.40 }, 200, 3, 0, 0 },
		{ { 31.25, 121.40 }, 200, 1, 0, 0 },
	};
	struct nearest search = asked((struct position){ 31.26, 121.41 }, 100, 0, 0);
	struct nearby_found nearest[4];

	(void)state;
	hold(places, 4);
	for (size_t count = 1; count <= 4; count++) {
		assert_int_equal(nearby_find(&nearby, &search, nearest, count), count);
		for (size_t i = 0; i < count; i++)
			assert_int_equal(nearest[i].place->id, i + 1);
	}
}

static void gives_nothing_beyond_the_walking_circle(void **state)
{
	static struct nearby_place places[PLACES];
	struct nearest search = asked((struct position){ 31.25, 121.40 }, 100, 1000, 300);
	struct nearby_found nearest[COUNT];
	size_t count, inside = 0;

	(void)state;
	scatter(places, 3);
	count = nearby_find(&nearby, &search, nearest, COUNT);
	for (size_t i = 0; i < count; i++)
		assert_true(distance_metres(origin_of(&search), nearest[i].place->position) <= 301);
	for (size_t i = 0; i < PLACES; i++)
		inside += distance_metres(origin_of(&search), places[i].position) <= 299;
	assert_true(count >= inside);
}

static void gives_no_more_than_there_are(void **state)
{
	struct nearby_place places[] = { { { 31.25, 121.40 }, 200, 1, 0, 0 }, { { 31.26, 121.40 }, 200, 2, 0, 0 } };
	struct nearest search = asked((struct position){ 31.25, 121.40 }, 100, 0, 0);
	struct nearby_found nearest[COUNT];

	(void)state;
	hold(places, 2);
	assert_int_equal(nearby_find(&nearby, &search, nearest, COUNT), 2);
	assert_ptr_equal(nearest[0].place, &places[0]);
	assert_ptr_equal(nearest[1].place, &places[1]);
	hold(places, 0);
	assert_int_equal(nearby_find(&nearby, &search, nearest, COUNT), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_the_nearest_first),
		cmocka_unit_test(gives_the_nearest_to_one_who_is_far_away_too),
		cmocka_unit_test(counts_what_is_stale_as_further_away),
		cmocka_unit_test(another_day_makes_other_places_stale),
		cmocka_unit_test(one_that_grew_stale_makes_way_for_the_next),
		cmocka_unit_test(what_has_no_freshness_stands_behind_all_else),
		cmocka_unit_test(gives_what_is_equally_far_in_the_order_of_ids),
		cmocka_unit_test(gives_nothing_beyond_the_walking_circle),
		cmocka_unit_test(gives_no_more_than_there_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
