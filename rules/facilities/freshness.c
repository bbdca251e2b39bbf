/* SPDX-License-Identifier: Apache-2.0 */
/* How long an asserted fact counts as fresh. */
#include "freshness.h"

#include "lib/base/calendar.h"

bool fact_is_fresh(int64_t valid_until, int64_t now)
{
	return valid_until > 0 && now <= valid_until;
}

int64_t fact_valid_until(int64_t asserted_at, int days)
{
	return asserted_at + (int64_t)days * 86400 - 1;
}

int64_t days_outside(struct days time, const struct days *spans, size_t count)
{
	int64_t outside = 0, next = time.first;

	for (size_t i = 0; i < count && next <= time.last; i++) {
		int64_t first = spans[i].first < time.last + 1 ? spans[i].first : time.last + 1;

		if (first > next)
			outside += first - next;
		if (spans[i].last + 1 > next)
			next = spans[i].last + 1;
	}
	return next <= time.last ? outside + time.last - next + 1 : outside;
}

int64_t day_number(int64_t moment)
{
	return calendar_day_of(moment, CALENDAR_CHINA);
}
