/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/facilities/coordinates.h promises. */
#include "rules/facilities/coordinates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* cmocka compares as float; positions need double. */
#define assert_near(a, b, within) assert_true((a) - (b) < (within) && (b) - (a) < (within))

struct sample {
	struct position wgs84, gcj02, bd09;
};

/*
 * Computed with gcoord 1.0.7 (npm, MIT): transform(point, WGS84, GCJ02) and (point, WGS84, BD09). The centres
 * of the ten streets and towns of Putuo, the corners of the district's box, its middle, the city's centre,
 * and four places between.
 */
static const struct sample samples[] = {
	{ { 31.2411, 121.4031 }, { 31.239269715, 121.407752343 }, { 31.245231358, 121.414280479 } },
	{ { 31.2291, 121.3946 }, { 31.227262921, 121.399249899 }, { 31.233073509, 121.405819060 } },
	{ { 31.2436, 121.4288 }, { 31.241755249, 121.433433631 }, { 31.248102298, 121.439861205 } },
	{ { 31.2671, 121.4269 }, { 31.265267718, 121.431538276 }, { 31.271595480, 121.437948262 } },
	{ { 31.254, 121.4151 }, { 31.252171880, 121.419749006 }, { 31.258351835, 121.426210918 } },
	{ { 31.2579, 121.4366 }, { 31.256051069, 121.441222269 }, { 31.262415670, 121.447632668 } },
	{ { 31.2706, 121.4017 }, { 31.268782637, 121.406354943 }, { 31.274711331, 121.412864142 } },
	{ { 31.2577, 121.3902 }, { 31.255873913, 121.394850243 }, { 31.261615453, 121.401421216 } },
	{ { 31.2385, 121.3725 }, { 31.236650252, 121.377130937 }, { 31.242294907, 121.383741797 } },
	{ { 31.2827, 121.3617 }, { 31.280855062, 121.366317915 }, { 31.286576035, 121.372871500 } },
	{ { 31.22, 121.342 }, { 31.218094217, 121.346573333 }, { 31.224163228, 121.353072346 } },
	{ { 31.22, 121.456 }, { 31.218097148, 121.460575080 }, { 31.224273799, 121.467046445 } },
	{ { 31.305, 121.342 }, { 31.303130835, 121.346580679 }, { 31.309191802, 121.353048989 } },
	{ { 31.305, 121.456 }, { 31.303133775, 121.460582438 }, { 31.309302402, 121.467023019 } },
	{ { 31.2553, 121.396 }, { 31.253475166, 121.400652667 }, { 31.259305618, 121.407203235 } },
	{ { 31.2323443, 121.4691633 }, { 31.230415065, 121.473701035 }, { 31.236349866, 121.480238443 } },
	{ { 31.23, 121.4001 }, { 31.228164536, 121.404751305 }, { 31.234070657, 121.411296009 } },
	{ { 31.2456789, 121.4123456 }, { 31.243848482, 121.416995583 }, { 31.249982669, 121.423476509 } },
	{ { 31.2754321, 121.3654321 }, { 31.273589478, 121.370055662 }, { 31.279270362, 121.376624403 } },
	{ { 31.2511111, 121.4444444 }, { 31.249246063, 121.449050374 }, { 31.255572921, 121.455477295 } },
};

#define SAMPLES (sizeof samples / sizeof *samples)

static void assert_same_place(struct position actual, struct position expected, double within)
{
	assert_near(actual.lat, expected.lat, within);
	assert_near(actual.lon, expected.lon, within);
}

static void wgs84_becomes_gcj02_as_the_oracle_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < SAMPLES; i++)
		assert_same_place(position_gcj02_from_wgs84(samples[i].wgs84), samples[i].gcj02, 1e-8);
}

static void gcj02_becomes_bd09_as_the_oracle_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < SAMPLES; i++)
		assert_same_place(position_bd09_from_gcj02(samples[i].gcj02), samples[i].bd09, 1e-8);
}

static void gcj02_goes_back_to_wgs84_within_a_millimetre(void **state)
{
	(void)state;
	for (size_t i = 0; i < SAMPLES; i++)
		assert_same_place(position_wgs84_from_gcj02(position_gcj02_from_wgs84(samples[i].wgs84)),
			samples[i].wgs84, 1e-9);
}

static void bd09_goes_back_to_gcj02_within_a_metre(void **state)
{
	(void)state;
	for (size_t i = 0; i < SAMPLES; i++)
		assert_same_place(position_gcj02_from_bd09(samples[i].bd09), samples[i].gcj02, 1e-5);
}

static void outside_china_nothing_changes(void **state)
{
	static const struct position abroad[] = { { 49.2827, -123.1207 }, { 35.6762, 139.6503 },
		{ -33.86, 151.2 }, { 0, 0 } };

	(void)state;
	for (size_t i = 0; i < sizeof abroad / sizeof *abroad; i++) {
		assert_same_place(position_gcj02_from_wgs84(abroad[i]), abroad[i], 1e-15);
		assert_same_place(position_wgs84_from_gcj02(abroad[i]), abroad[i], 1e-15);
		assert_same_place(position_bd09_from_gcj02(abroad[i]), abroad[i], 1e-15);
		assert_same_place(position_gcj02_from_bd09(abroad[i]), abroad[i], 1e-15);
	}
}

static void the_offset_in_putuo_is_about_half_a_kilometre(void **state)
{
	struct position putuo = { 31.24, 121.44 };

	(void)state;
	assert_near(distance_metres(putuo, position_gcj02_from_wgs84(putuo)), 485, 1);
	assert_near(
		distance_metres(putuo, position_bd09_from_gcj02(position_gcj02_from_wgs84(putuo))), 1163, 1);
}

static void distances_are_those_of_the_great_circle(void **state)
{
	struct position here = { 31.24, 121.44 }, north = { 32.24, 121.44 };
	struct position pole = { 90, 0 }, other_pole = { -90, 77 };

	(void)state;
	assert_near(distance_metres(here, here), 0, 1e-9);
	assert_near(distance_metres(here, north), 111195.08, 0.01);     /* one degree of the mean sphere */
	assert_near(distance_metres(pole, other_pole), 20015114.4, 1);
	assert_near(distance_metres((struct position){ 0, 179.5 }, (struct position){ 0, -179.5 }), 111195.08,
		0.01);
	assert_near(
		distance_metres((struct position){ 50.0359, -5.4253 }, (struct position){ 58.3838, -3.0412 }),
		940949, 1000);
}

static void a_position_is_so_far_outside_of_an_area_as_from_the_nearest_place_of_its_outline(void **state)
{
	/* A square of a hundredth of a degree with a notch in its east side. */
	static const struct position outline[] = { { 31.0, 121.0 },   { 31.0, 121.01 }, { 31.004, 121.01 }, { 31.005, 121.005 },
						   { 31.006, 121.01 }, { 31.01, 121.01 }, { 31.01, 121.0 } };
	const size_t count = sizeof outline / sizeof *outline;
	const struct position inside = { 31.005, 121.002 }, notch = { 31.005, 121.009 }, north = { 31.02, 121.005 },
			      south_west = { 30.99, 120.99 };

	(void)state;
	assert_near(metres_outside(outline, count, inside), 0, 1e-9);
	assert_true(metres_outside(outline, count, notch) > 50 && metres_outside(outline, count, notch) < 150);
	assert_near(metres_outside(outline, count, north), distance_metres(north, (struct position){ 31.01, 121.005 }), 0.1);
	assert_near(metres_outside(outline, count, south_west), distance_metres(south_west, outline[0]), 0.1);
	assert_near(metres_outside(outline, 2, north), 0, 1e-9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wgs84_becomes_gcj02_as_the_oracle_says),
		cmocka_unit_test(gcj02_becomes_bd09_as_the_oracle_says),
		cmocka_unit_test(gcj02_goes_back_to_wgs84_within_a_millimetre),
		cmocka_unit_test(bd09_goes_back_to_gcj02_within_a_metre),
		cmocka_unit_test(outside_china_nothing_changes),
		cmocka_unit_test(the_offset_in_putuo_is_about_half_a_kilometre),
		cmocka_unit_test(distances_are_those_of_the_great_circle),
		cmocka_unit_test(a_position_is_so_far_outside_of_an_area_as_from_the_nearest_place_of_its_outline),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
