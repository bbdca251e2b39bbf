/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Days and moments of the Gregorian calendar, without the C library's time zones.
 * A day is counted from 1970-01-01 = 0; a moment is Unix seconds; an offset is seconds east of Greenwich.
 * Refuses text that is not exactly YYYY-MM-DD of a day that exists, and years outside 1 to 9999.
 */
#ifndef SHANYU_CALENDAR_H
#define SHANYU_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

#define CALENDAR_CHINA 28800    /* UTC+8; no summer time since 1991 */

struct date {
	int year;
	int month;              /* 1 to 12 */
	int day;                /* 1 to 31 */
};

struct date calendar_date(int64_t day);

/* The date must exist. */
int64_t calendar_day(struct date date);

/* "2026-11-23" to its day. False, and *day untouched, for anything else. */
bool calendar_day_from_text(const char *text, int64_t *day);

/* The day as "2026-11-23". */
char *calendar_day_text(struct arena *arena, int64_t day);

/* The day on which a moment falls. */
int64_t calendar_day_of(int64_t moment, int offset);

/* The first moment of a day. */
int64_t calendar_day_start(int64_t day, int offset);

/* The moment as "2026-11-23 14:05". */
char *calendar_moment_text(struct arena *arena, int64_t moment, int offset);

/* Monday = 1 to Sunday = 7. */
int calendar_weekday(int64_t day);

/*
 * The same day of a month so many months later (or earlier); the last day of that month when it is too short.
 */
int64_t calendar_add_months(int64_t day, int months);

/*
 * Whole months from one day to another: the most months that can be added to from without passing to.
 * Negative if to is earlier.
 */
int calendar_completed_months(int64_t from, int64_t to);

#endif
