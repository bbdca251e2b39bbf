/* SPDX-License-Identifier: Apache-2.0 */
/* Ways along streets, against all ways tried by relaxing every walk again and again. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rules/facilities/streets.h"

#define SIDE 30
#define STEP 0.001

static struct position at(int north, int east)
{
	return (struct position){ 31.2 + north * STEP, 121.4 + east * STEP };
}

static void two_banks_of_a_river_are_as_far_as_its_bridge(void **state)
{
	struct arena *arena = arena_new(1 << 24);
	struct streets *streets = streets_new(10, arena);
	struct position south = { 31.2400, 121.4000 }, bridge_south = { 31.2400, 121.4100 }, bridge_north = { 31.2420, 121.4100 }, north = { 31.2420, 121.4000 };

	(void)state;
	streets_add(streets, south, bridge_south, 951);
	streets_add(streets, bridge_south, bridge_north, 222);
	streets_add(streets, bridge_north, north, 951);
	streets_seal(streets);
	assert_int_equal(streets_junctions(streets), 4);
	assert_true(streets_set_out(streets, south, 5000));
	assert_float_equal(streets_metres(streets, north), 2124, 1);
	assert_float_equal(distance_metres(south, north), 222, 1);
	arena_free(arena);
}

static void what_is_not_near_or_too_far_is_not_known(void **state)
{
	struct arena *arena = arena_new(1 << 24);
	struct streets *streets = streets_new(10, arena);

	(void)state;
	streets_add(streets, at(0, 0), at(0, 10), 1000);
	streets_add(streets, at(0, 10), at(0, 20), 1000);
	streets_add(streets, at(10, 0), at(10, 10), 1000);
	streets_seal(streets);
	assert_false(streets_set_out(streets, at(5, 5), 5000));
	assert_true(streets_metres(streets, at(0, 0)) < 0);
	assert_true(streets_set_out(streets, at(0, 0), 1500));
	assert_float_equal(streets_metres(streets, at(0, 10)), 1000, 1);
	assert_true(streets_metres(streets, at(0, 20)) < 0);
	assert_true(streets_metres(streets, at(10, 0)) < 0);
	assert_true(streets_metres(streets, at(5, 5)) < 0);
	arena_free(arena);
}

static void nothing_imported_leads_nowhere(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	struct streets *streets = streets_new(0, arena);

	(void)state;
	streets_add(streets, at(0, 0), at(0, 1), 1);
	streets_seal(streets);
	assert_false(streets_set_out(streets, at(0, 0), 5000));
	arena_free(arena);
}

static double random_part(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) / (double)(1u << 24);
}

static void ways_are_the_shortest_also_when_remembered(void **state)
{
	static double best[SIDE * SIDE], lengths[2][SIDE * SIDE];
	struct arena *arena = arena_new(1 << 26);
	struct streets *streets = streets_new(2 * SIDE * SIDE, arena);
	unsigned seed = 7;

	(void)state;
	for (int i = 0; i < SIDE * SIDE; i++)
		for (int way = 0; way < 2; way++) {
			int north = i / SIDE + (way == 0), east = i % SIDE + (way == 1);

			lengths[way][i] = north < SIDE && east < SIDE && random_part(&seed) < 0.8 ? 100 + 900 * random_part(&seed) : HUGE_VAL;
			if (lengths[way][i] < HUGE_VAL)
				streets_add(streets, at(i / SIDE, i % SIDE), at(north, east), lengths[way][i]);
		}
	streets_seal(streets);
	for (int turn = 0; turn < 24; turn++) {
		int from = turn % 12 * 67;

		for (int i = 0; i < SIDE * SIDE; i++)
			best[i] = i == from ? 0 : HUGE_VAL;
		for (int round = 0; round < SIDE * SIDE; round++)
			for (int i = 0; i < SIDE * SIDE; i++)
				for (int way = 0; way < 2; way++) {
					int to = i + (way ? 1 : SIDE);

					if (lengths[way][i] >= HUGE_VAL)
						continue;
					best[to] = fmin(best[to], best[i] + lengths[way][i]);
					best[i] = fmin(best[i], best[to] + lengths[way][i]);
				}
		if (!streets_set_out(streets, at(from / SIDE, from % SIDE), 1e6))
			continue;
		for (int i = 0; i < SIDE * SIDE; i++) {
			double metres = streets_metres(streets, at(i / SIDE, i % SIDE));

			if (best[i] < HUGE_VAL)
				assert_float_equal(metres, best[i], 1);
		}
	}
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_banks_of_a_river_are_as_far_as_its_bridge),
		cmocka_unit_test(what_is_not_near_or_too_far_is_not_known),
		cmocka_unit_test(nothing_imported_leads_nowhere),
		cmocka_unit_test(ways_are_the_shortest_also_when_remembered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
