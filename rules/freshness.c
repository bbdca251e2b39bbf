/* SPDX-License-Identifier: Apache-2.0 */
/* How long an asserted fact counts as fresh. */
#include "freshness.h"

#include "lib/calendar.h"

bool fact_is_fresh(int64_t valid_until, int64_t now)
{
	return valid_until > 0 && now <= valid_until;
}

int64_t fact_valid_until(int64_t asserted_at, int days)
{
	return asserted_at + (int64_t)days * 86400 - 1;
}

int64_t day_number(int64_t moment)
{
	return calendar_day_of(moment, CALENDAR_CHINA);
}
