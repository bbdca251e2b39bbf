/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Walking distance and time estimated from the straight line, for the 15-minute circle of daily life.
 * The figures are dated rules in the data (Shanghai's 15-minute circle: about 1,000 m on foot; streets about
 * 1.3 times the straight line, a local setting): nothing here knows them. An estimate for choosing, not a
 * route: pages say "about".
 */
#ifndef SHANYU_WALKING_H
#define SHANYU_WALKING_H

/* Nobody walks for longer with a small child: it is not told as a time. Setting of this program; the longest that a search may ask for. */
#define WALKING_MOST_MINUTES 180

struct walking {
	double detour_factor;           /* metres walked for one metre of straight line, at least 1 */
	double metres_per_minute;       /* above 0 */
};

/* Metres on foot for a straight line. */
double walking_metres(const struct walking *walking, double straight_metres);

/* Minutes on foot for a straight line, rounded up; 0 only for no distance. */
int walking_minutes(const struct walking *walking, double straight_metres);

/*
 * The longest straight line that is walked within so many minutes: walking_minutes() of it is those minutes.
 */
double straight_metres_within(const struct walking *walking, double minutes);

#endif
