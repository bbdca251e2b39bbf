/* SPDX-License-Identifier: Apache-2.0 */
/* Workdays. */
#include "workdays.h"

#include "lib/base/calendar.h"

#define FRIDAY 5

bool workdays_from(
	const struct workday_exception *exceptions, size_t count, int64_t last_covered, struct workdays *calendar)
{
	for (size_t i = 0; i < count; i++) {
		if (exceptions[i].day > last_covered || (i && exceptions[i].day <= exceptions[i - 1].day))
			return false;
	}
	*calendar = (struct workdays){ .exceptions = exceptions, .count = count, .last_covered = last_covered };
	if (count)
		calendar->first_covered = calendar_day((struct date){ calendar_date(exceptions[0].day).year, 1, 1 });
	else
		calendar->first_covered = last_covered + 1;
	return true;
}

bool workdays_from_rows(const struct rows *rows, struct arena *arena, struct workdays *calendar)
{
	struct workday_exception *exceptions = arena_take(arena, (rows->count + 1) * sizeof *exceptions);
	int64_t last;

	for (size_t i = 0; i < rows->count; i++) {
		exceptions[i].works = values_integer(&rows->at[i], "works") != 0;
		if (!calendar_day_from_text(values_text(&rows->at[i], "day"), &exceptions[i].day))
			return false;
	}
	if (!rows->count)
		return false;
	last = calendar_day((struct date){ calendar_date(exceptions[rows->count - 1].day).year, 12, 31 });
	return workdays_from(exceptions, rows->count, last, calendar);
}

bool workdays_cover(const struct workdays *calendar, int64_t day)
{
	return day >= calendar->first_covered && day <= calendar->last_covered;
}

static const struct workday_exception *exception_on(const struct workdays *calendar, int64_t day)
{
	size_t from = 0, to = calendar->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (calendar->exceptions[middle].day == day)
			return &calendar->exceptions[middle];
		if (calendar->exceptions[middle].day < day)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

/* The legal days whose date is the same every year. */
static bool is_fixed_legal_day(int64_t day)
{
	struct date date = calendar_date(day);

	return (date.month == 1 && date.day == 1) || (date.month == 5 && date.day <= 2) || (date.month == 10 && date.day <= 3);
}

bool is_workday(const struct workdays *calendar, int64_t day)
{
	const struct workday_exception *exception = exception_on(calendar, day);

	if (exception)
		return exception->works;
	return calendar_weekday(day) <= FRIDAY && (workdays_cover(calendar, day) || !is_fixed_legal_day(day));
}

static void tell_provisional(const struct workdays *calendar, int64_t from, int64_t to, bool *provisional)
{
	if (provisional)
		*provisional = !workdays_cover(calendar, from) || !workdays_cover(calendar, to);
}

int64_t workdays_add(const struct workdays *calendar, int64_t day, int n, bool *provisional)
{
	int64_t due = day;

	while (n > 0)
		n -= is_workday(calendar, ++due);
	tell_provisional(calendar, due == day ? day : day + 1, due, provisional);
	return due;
}

int64_t calendar_days_add(const struct workdays *calendar, int64_t day, int n, bool *provisional)
{
	int64_t end = day + n, due = end;

	while (!is_workday(calendar, due))
		due++;
	/* Only the days it may be moved over need to be known. */
	tell_provisional(calendar, end, due, provisional);
	return due;
}

int workdays_between(const struct workdays *calendar, int64_t from, int64_t to)
{
	int count = 0;

	if (to < from)
		return -workdays_between(calendar, to, from);
	for (int64_t day = from + 1; day <= to; day++)
		count += is_workday(calendar, day);
	return count;
}
