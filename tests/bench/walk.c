/* SPDX-License-Identifier: Apache-2.0 */
/*
 * walk: how long it takes to find the ways from one origin along the streets of a district. The network is made up: 150 by 150 junctions some 50 m apart, as
 * in 56 km2 of a city, every fifth street left out, a river with three bridges. Prints junctions, median and p99 in microseconds of processor time, and how
 * long an origin that is remembered takes.
 */
#include "rules/facilities/streets.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define SIDE 150
#define NORTH_STEP 0.00045
#define EAST_STEP 0.00052
#define RIVER 75
#define ORIGINS 400
/* An hour and a half, as the portal asks. */
#define MOST_METRES 6000.0

static int64_t processor_nanoseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static double random_part(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) / (double)(1u << 24);
}

static int by_size(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

static struct position at(int north, int east)
{
	return (struct position){ 31.20 + north * NORTH_STEP, 121.35 + east * EAST_STEP };
}

static void add(struct streets *streets, unsigned *seed, int north, int east, int to_north, int to_east)
{
	bool crosses = north == RIVER && to_north == RIVER + 1;

	if (to_north >= SIDE || to_east >= SIDE || (crosses ? east % 50 != 25 : random_part(seed) < 0.2))
		return;
	streets_add(streets, at(north, east), at(to_north, to_east), distance_metres(at(north, east), at(to_north, to_east)) * (1 + random_part(seed) / 4));
}

int main(void)
{
	static int64_t times[ORIGINS];
	struct arena *arena = arena_new((size_t)256 << 20);
	struct streets *streets = streets_new((size_t)2 * SIDE * SIDE, arena);
	unsigned seed = 20261129;
	int64_t again;

	for (int north = 0; north < SIDE; north++)
		for (int east = 0; east < SIDE; east++) {
			add(streets, &seed, north, east, north + 1, east);
			add(streets, &seed, north, east, north, east + 1);
		}
	streets_seal(streets);
	for (int i = 0; i < ORIGINS; i++) {
		struct position origin = at((int)(random_part(&seed) * SIDE), (int)(random_part(&seed) * SIDE));
		int64_t before = processor_nanoseconds();

		streets_set_out(streets, origin, MOST_METRES);
		times[i] = processor_nanoseconds() - before;
	}
	again = processor_nanoseconds();
	for (int i = 0; i < ORIGINS; i++)
		streets_set_out(streets, at(70, 70), MOST_METRES);
	again = (processor_nanoseconds() - again - times[0]) / ORIGINS;
	qsort(times, ORIGINS, sizeof *times, by_size);
	printf("%zu %.1f %.1f %.2f\n", streets_junctions(streets), (double)times[ORIGINS / 2] / 1000, (double)times[ORIGINS * 99 / 100] / 1000,
	       fmax(0, (double)again / 1000));
	arena_free(arena);
	return 0;
}
