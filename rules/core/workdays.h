/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which days are workdays in China, and counting by them. Days are lib/base/calendar's; the exceptions are data, not known here.
 * Sources: 全国年节及纪念日放假办法 (2024: 13 legal days since 2025), the State Council's yearly notice (days off, make-up workdays).
 * Refuses to pretend: where no notice covers a day, weekdays and fixed legal days are used and the result is marked provisional.
 */
#ifndef SHANYU_WORKDAYS_H
#define SHANYU_WORKDAYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/values.h"

/* A day that is not what its weekday says: a weekday off, or a weekend day of work. One that is what it says does no harm. */
struct workday_exception {
	int64_t day;
	bool works;
};

/* The exceptions are the caller's and must outlive it. */
struct workdays {
	const struct workday_exception *exceptions;     /* ascending by day */
	size_t count;
	int64_t first_covered;
	int64_t last_covered;                           /* before first_covered when nothing is covered */
};

/*
 * A calendar from its exceptions and the last day that they cover. The first is 1 January of the first exception's year.
 * False, and *calendar untouched, unless the days ascend, each once, and none is after the last covered day.
 */
bool workdays_from(
	const struct workday_exception *exceptions, size_t count, int64_t last_covered, struct workdays *calendar);

/*
 * The same from rows with day (2026-02-15) and works (1 or 0), ascending by day; the notices cover whole years, so the last covered
 * day is the end of the last row's year. Held in the arena. False, and *calendar untouched, when a row is none.
 */
bool workdays_from_rows(const struct rows *rows, struct arena *arena, struct workdays *calendar);

/* Whether the notices say what this day is. */
bool workdays_cover(const struct workdays *calendar, int64_t day);

/*
 * An uncovered day is a workday from Monday to Friday unless it is a fixed legal day: 1 January, 1 and 2 May, 1 to 3 October.
 * The days off that move (春节, 清明, 端午, 中秋) and make-up workdays are not guessed.
 */
bool is_workday(const struct workdays *calendar, int64_t day);

/*
 * The last day of a limit of n workdays: the day after `day` is the first that can count. n = 0 is the day itself.
 * *provisional tells whether an uncovered day was counted over; NULL when nobody asks.
 */
int64_t workdays_add(const struct workdays *calendar, int64_t day, int n, bool *provisional);

/*
 * The last day of a limit of n calendar days, moved on to the next workday when it is none (民法典 art. 203; the same in the
 * codes of procedure).
 */
int64_t calendar_days_add(const struct workdays *calendar, int64_t day, int n, bool *provisional);

/*
 * How many workdays come after `from`, up to and with `to`; negative, the other way round, when `to` is earlier. So
 * what is left of workdays_add(day, n) on that day is n.
 */
int workdays_between(const struct workdays *calendar, int64_t from, int64_t to);

#endif
