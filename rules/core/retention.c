/* SPDX-License-Identifier: Apache-2.0 */
/* How long what is known of people is kept. */
#include "retention.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/calendar.h"

/* The same day so many years before. */
static int64_t years_before(int64_t day, int years)
{
	struct date date = calendar_date(day);

	date.year -= years;
	if (date.month == 2 && date.day == 29)
		date.day = 28;
	return calendar_day(date);
}

bool retention_before(double value, const char *unit, int64_t now, int64_t *before)
{
	int64_t today = calendar_day_of(now, CALENDAR_CHINA), day;

	if (value < 1)
		return false;
	if (strcmp(unit, "year") == 0)
		day = years_before(today, (int)value);
	else if (strcmp(unit, "day") == 0)
		day = today - (int64_t)value;
	else
		return false;
	*before = calendar_day_start(day, CALENDAR_CHINA);
	return true;
}
