/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/facilities/walking.h promises. */
#include "rules/facilities/walking.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct walking circle = { .detour_factor = 1.3, .metres_per_minute = 1000.0 / 15 };

static void streets_are_longer_than_the_straight_line(void **state)
{
	(void)state;
	assert_float_equal(walking_metres(&circle, 1000), 1300, 1e-9);
	assert_float_equal(walking_metres(&circle, 0), 0, 0);
}

static void minutes_are_rounded_up(void **state)
{
	(void)state;
	assert_int_equal(walking_minutes(&circle, 0), 0);
	assert_int_equal(walking_minutes(&circle, 1), 1);
	assert_int_equal(walking_minutes(&circle, 500), 10);
	assert_int_equal(walking_minutes(&circle, 769), 15);
	assert_int_equal(walking_minutes(&circle, 770), 16);
}

static void the_fifteen_minute_circle_is_769_metres_of_straight_line(void **state)
{
	(void)state;
	assert_float_equal(straight_metres_within(&circle, 15), 1000 / 1.3, 1e-9);
}

static void the_edge_of_a_circle_is_walked_in_its_minutes(void **state)
{
	(void)state;
	for (int minutes = 1; minutes <= 120; minutes++)
		assert_int_equal(walking_minutes(&circle, straight_metres_within(&circle, minutes)), minutes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(streets_are_longer_than_the_straight_line),
		cmocka_unit_test(minutes_are_rounded_up),
		cmocka_unit_test(the_fifteen_minute_circle_is_769_metres_of_straight_line),
		cmocka_unit_test(the_edge_of_a_circle_is_walked_in_its_minutes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
