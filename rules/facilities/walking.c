/* SPDX-License-Identifier: Apache-2.0 */
/* Walking distance and time estimated from the straight line. */
#include "walking.h"

#include <math.h>

/* A rounding error of the division must not make 15 minutes 16. */
#define SLACK_MINUTES 1e-9

double walking_metres(const struct walking *walking, double straight_metres)
{
	return straight_metres * walking->detour_factor;
}

int walking_minutes(const struct walking *walking, double straight_metres)
{
	return (int)ceil(
		walking_metres(walking, straight_metres) / walking->metres_per_minute - SLACK_MINUTES);
}

double straight_metres_within(const struct walking *walking, double minutes)
{
	return minutes * walking->metres_per_minute / walking->detour_factor;
}
