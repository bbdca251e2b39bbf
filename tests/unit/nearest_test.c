/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/find/nearest.h promises. */
#include "lib/find/nearest.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rules/facilities/coordinates.h"

static const double lats[] = { -54.8, -31.2, -0.01, 0, 18.25, 31.25, 53.5 };

static struct nearest asked(double lat, double lon)
{
	struct nearest nearest = { .lat = lat, .lon = lon };

	nearest_prepare(&nearest);
	return nearest;
}

/* How far the flat is from the great circle at most, so many kilometres around. */
static double worst_error(double kilometres)
{
	double worst = 0;

	for (size_t i = 0; i < sizeof lats / sizeof *lats; i++) {
		struct nearest nearest = asked(lats[i], 121.4);

		for (int angle = 0; angle < 360; angle += 5) {
			double lat = lats[i] + kilometres / 111.2 * cos(angle * NEAREST_RADIANS);
			double lon = 121.4 + kilometres / 111.2 / cos(lats[i] * NEAREST_RADIANS) * sin(angle * NEAREST_RADIANS);
			double flat = sqrt(nearest_square(&nearest, lat, lon));

			worst = fmax(worst, fabs(flat - distance_metres((struct position){ lats[i], 121.4 }, (struct position){ lat, lon })));
		}
	}
	return worst;
}

static void the_flat_is_the_great_circle_in_a_city(void **state)
{
	(void)state;
	assert_true(worst_error(1) < 0.001);
	assert_true(worst_error(10) < 0.1);
	assert_true(worst_error(50) < 1);
}

static void east_is_measured_halfway(void **state)
{
	struct nearest nearest = asked(31.2, 121.4);
	double half = NEAREST_EARTH_RADIUS_METRES * NEAREST_RADIANS * cos(31.3 * NEAREST_RADIANS) * 0.1;

	(void)state;
	assert_true(fabs(nearest_east(&nearest, 31.4, 121.5) - half) < 0.1);
	assert_true(fabs(nearest_east(&nearest, 31.4, 121.3) + half) < 0.1);
}

static void a_place_at_the_asked_point_is_no_distance_away(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof lats / sizeof *lats; i++) {
		struct nearest nearest = asked(lats[i], 121.4);

		assert_true(nearest_square(&nearest, lats[i], 121.4) <= 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_flat_is_the_great_circle_in_a_city),
		cmocka_unit_test(east_is_measured_halfway),
		cmocka_unit_test(a_place_at_the_asked_point_is_no_distance_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
