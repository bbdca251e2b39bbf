/* SPDX-License-Identifier: Apache-2.0 */
/* Days and moments of the Gregorian calendar. */
#include "calendar.h"

#include <string.h>

#define DAY_SECONDS 86400

/*
 * Days are counted in eras of 400 years (146,097 days) that start on 1 March, so that the leap day is the
 * last of its year and the lengths of the months before it follow one formula.
 */
#define ERA_DAYS 146097
#define ERA_TO_1970 719468      /* from 0000-03-01 to 1970-01-01 */

static int64_t divide_down(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

struct date calendar_date(int64_t day)
{
	int64_t shifted = day + ERA_TO_1970;
	int64_t era = divide_down(shifted, ERA_DAYS);
	int of_era = (int)(shifted - era * ERA_DAYS);
	int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month_from_march = (5 * of_year + 2) / 153;
	struct date date;

	date.day = of_year - (153 * month_from_march + 2) / 5 + 1;
	date.month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
	date.year = (int)(era * 400) + year_of_era + (date.month <= 2);
	return date;
}

int64_t calendar_day(struct date date)
{
	int year = date.year - (date.month <= 2);
	int64_t era = divide_down(year, 400);
	int year_of_era = (int)(year - era * 400);
	int month_from_march = date.month > 2 ? date.month - 3 : date.month + 9;
	int of_year = (153 * month_from_march + 2) / 5 + date.day - 1;

	return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year -
		ERA_TO_1970;
}

static bool read_digits(const char *text, int count, int *number)
{
	*number = 0;
	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*number = *number * 10 + (text[i] - '0');
	}
	return true;
}

bool calendar_day_from_text(const char *text, int64_t *day)
{
	struct date date;

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	if (!read_digits(text, 4, &date.year) || !read_digits(text + 5, 2, &date.month) ||
		!read_digits(text + 8, 2, &date.day))
		return false;
	if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 ||
		date.day > days_in_month(date.year, date.month))
		return false;
	*day = calendar_day(date);
	return true;
}

char *calendar_day_text(struct arena *arena, int64_t day)
{
	struct date date = calendar_date(day);

	return arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

int64_t calendar_day_of(int64_t moment, int offset)
{
	return divide_down(moment + offset, DAY_SECONDS);
}

int64_t calendar_day_start(int64_t day, int offset)
{
	return day * DAY_SECONDS - offset;
}

char *calendar_moment_text(struct arena *arena, int64_t moment, int offset)
{
	int64_t day = calendar_day_of(moment, offset);
	struct date date = calendar_date(day);
	int minutes = (int)((moment - calendar_day_start(day, offset)) / 60);

	return arena_format(arena, "%04d-%02d-%02d %02d:%02d", date.year, date.month, date.day, minutes / 60,
		minutes % 60);
}

int calendar_weekday(int64_t day)
{
	return (int)(day + 3 - divide_down(day + 3, 7) * 7) + 1;        /* 1970-01-01 was a Thursday */
}

int64_t calendar_add_months(int64_t day, int months)
{
	struct date date = calendar_date(day);
	int64_t month = (int64_t)date.year * 12 + date.month - 1 + months;
	int last;

	date.year = (int)divide_down(month, 12);
	date.month = (int)(month - (int64_t)date.year * 12) + 1;
	last = days_in_month(date.year, date.month);
	if (date.day > last)
		date.day = last;
	return calendar_day(date);
}

int calendar_completed_months(int64_t from, int64_t to)
{
	struct date first = calendar_date(from), last = calendar_date(to);
	int months = (last.year - first.year) * 12 + last.month - first.month;

	return calendar_add_months(from, months) > to ? months - 1 : months;
}
