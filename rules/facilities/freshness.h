/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long an asserted fact (a vacancy, a fee, opening hours) counts as fresh. Each is stored with who
 * asserted it, when, and until when the assertion holds; how many days that is comes from the dated rules,
 * not from here.
 */
#ifndef SHANYU_FRESHNESS_H
#define SHANYU_FRESHNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* valid_until is the last second that counts, in Unix seconds; 0 = nobody ever said. */
bool fact_is_fresh(int64_t valid_until, int64_t now);

/* The last second of an assertion made at a moment and good for so many days of 24 hours. */
int64_t fact_valid_until(int64_t asserted_at, int days);

/* The day in China (UTC+8) on which a moment falls, counted from 1970-01-01 = 0: see lib/base/calendar.h. */
int64_t day_number(int64_t moment);

/* Days from the first to the last, both counted. */
struct days {
	int64_t first, last;
};

/* How many days of a time are in none of the spans, which are in the order of their first days and may overlap. */
int64_t days_outside(struct days time, const struct days *spans, size_t count);

#endif
