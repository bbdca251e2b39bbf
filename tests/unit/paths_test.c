/* SPDX-License-Identifier: Apache-2.0 */
/* Shapes of places: reading them, their middle, their nearest point. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rules/facilities/paths.h"

/* A road along a parallel, about 951 m for each hundredth of a degree; a second part goes north from its end. */
#define ROAD "121.40,31.25 121.41,31.25 121.42,31.25"
#define ROAD_IN_PARTS ROAD ";121.42,31.25 121.42,31.26"

static void a_path_is_read_point_by_point_with_its_parts(void **state)
{
	const char *at = ROAD_IN_PARTS;
	struct position point;
	bool begins, expected[] = { false, false, false, true, false };

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		assert_true(path_next(&at, &point, &begins));
		assert_int_equal(begins, expected[i]);
	}
	assert_float_equal(point.lat, 31.26, 1e-9);
	assert_false(path_next(&at, &point, &begins));
	assert_int_equal(*at, '\0');
}

static void what_is_no_path_is_told(void **state)
{
	static const char *const bad[] = { "121.4", "121.4,", "121.4,31.2", "121.4,31.2;121.5,31.2 121.6,31.2", "121.4,31.2 x", "121.4,31.2 121.5,95",
					   "121.4,31.2 121.5,31.2;", "nan,31.2 121.5,31.2" };
	size_t points;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(path_is_fine(bad[i], &points));
	assert_true(path_is_fine("", &points));
	assert_int_equal(points, 0);
	assert_true(path_is_fine(ROAD_IN_PARTS, &points));
	assert_int_equal(points, 5);
}

static void the_nearest_point_lies_between_the_corners(void **state)
{
	struct position nearest;
	double metres;

	(void)state;
	assert_true(path_nearest(ROAD, (struct position){ 31.251, 121.404 }, &nearest, &metres));
	assert_float_equal(nearest.lat, 31.25, 1e-6);
	assert_float_equal(nearest.lon, 121.404, 1e-5);
	assert_float_equal(metres, 111.2, 0.5);
	assert_false(path_nearest("", nearest, &nearest, &metres));
}

static void no_point_is_found_between_two_parts(void **state)
{
	struct position nearest;
	double metres;

	(void)state;
	assert_true(path_nearest("121.40,31.25 121.41,31.25;121.43,31.25 121.44,31.25", (struct position){ 31.25, 121.421 }, &nearest, &metres));
	assert_float_equal(nearest.lon, 121.43, 1e-9);
}

static void the_middle_is_on_the_road_and_its_precision_reaches_both_ends(void **state)
{
	struct position middle;
	double metres;

	(void)state;
	assert_true(path_middle(ROAD, &middle, &metres));
	assert_float_equal(middle.lat, 31.25, 1e-6);
	assert_float_equal(middle.lon, 121.41, 1e-5);
	assert_float_equal(metres, 950.6, 1);
}

static void the_middle_of_an_outline_is_inside_of_it(void **state)
{
	struct position middle;
	double metres;

	(void)state;
	assert_true(path_middle("121.40,31.25 121.41,31.25 121.41,31.26 121.40,31.26 121.40,31.25", &middle, &metres));
	assert_float_equal(middle.lat, 31.255, 1e-6);
	assert_float_equal(middle.lon, 121.405, 1e-5);
	assert_float_equal(metres, 731, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_path_is_read_point_by_point_with_its_parts),
		cmocka_unit_test(what_is_no_path_is_told),
		cmocka_unit_test(the_nearest_point_lies_between_the_corners),
		cmocka_unit_test(no_point_is_found_between_two_parts),
		cmocka_unit_test(the_middle_is_on_the_road_and_its_precision_reaches_both_ends),
		cmocka_unit_test(the_middle_of_an_outline_is_inside_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
