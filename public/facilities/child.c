/* SPDX-License-Identifier: Apache-2.0 */
/* What is asked for the child: age and wished month. */
#include "child.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asked.h"
#include "lib/base/calendar.h"
#include "lib/base/text.h"
#include "rules/facilities/freshness.h"

#define MONTHS_OF_YEAR 12
#define MOST_TAKEN_FOR_YEARS 3

/* A whole number and nothing else; up to four digits, since more are a day of birth. */
static bool read_number(const char *text, int64_t *number)
{
	char *end;

	if (!isdigit((unsigned char)text[*text == '-']) || strlen(text) > 4)
		return false;
	*number = strtol(text, &end, 10);
	return !*end;
}

/* 1.5: months have no parts. */
static bool read_years(const char *text, int64_t *months)
{
	char *end;
	double years = strtod(text, &end);

	if (!isdigit((unsigned char)*text) || strspn(text, "0123456789.") != strlen(text) || !strchr(text, '.') || *end)
		return false;
	*months = years < 100 ? (int64_t)(years * MONTHS_OF_YEAR + 0.001) : CHILD_OLDEST_MONTHS + 1;
	return true;
}

bool child_read_age(struct request *request, struct form_result *form)
{
	const char *typed = text_half_width(request->arena, values_text(form->values, "age"));
	struct understood understood = { .age_months = -1 };
	int64_t months;

	if (values_null(form->values, "age"))
		return true;
	if (!read_number(typed, &months) && !read_years(typed, &months)) {
		if (!asked_understand(request, typed, &understood))
			return false;
		if (understood.age_months < 0) {
			form_refuse(form, "age", FIELD_MALFORMED);
			return true;
		}
		months = understood.age_months;
	}
	if (months < 0 || months > CHILD_OLDEST_MONTHS) {
		form_refuse(form, "age", FIELD_OUT_OF_RANGE);
		return true;
	}
	values_put_integer(form->values, "age", months);
	values_put_text(form->typed, "age", arena_format(request->arena, "%d", (int)months));
	return true;
}

bool child_may_be_years(const struct form_result *form)
{
	int64_t months = values_null(form->values, "age") ? 0 : values_integer(form->values, "age");

	return months >= 1 && months <= MOST_TAKEN_FOR_YEARS;
}

/* Months since the year nought. */
static int this_month(const struct portal *portal)
{
	struct date date = calendar_date(day_number(portal->today));

	return date.year * MONTHS_OF_YEAR + date.month - 1;
}

/* 2027-03 */
static bool read_month(const char *text, int *month)
{
	struct date date;
	char first[16];
	int64_t day;

	if (strlen(text) != 7 || snprintf(first, sizeof first, "%s-01", text) != 10 || !calendar_day_from_text(first, &day))
		return false;
	date = calendar_date(day);
	*month = date.year * MONTHS_OF_YEAR + date.month - 1;
	return true;
}

bool child_read_start(struct request *request, struct form_result *form)
{
	const char *typed = text_half_width(request->arena, values_text(form->values, "start"));
	const struct portal *portal = portal_of(request);
	struct understood understood = { .start_month = -1 };
	int month, ahead;

	if (values_null(form->values, "start"))
		return true;
	if (!read_month(typed, &month)) {
		if (!asked_understand(request, typed, &understood))
			return false;
		if (understood.start_month < 0) {
			form_refuse(form, "start", FIELD_MALFORMED);
			return true;
		}
		month = understood.start_month;
	}
	ahead = month - this_month(portal);
	if (ahead < 0 || ahead > CHILD_MOST_AHEAD) {
		form_refuse(form, "start", FIELD_OUT_OF_RANGE);
		return true;
	}
	values_put_text(form->values, "start", child_month(portal, ahead, request->arena));
	values_put_text(form->typed, "start", child_month(portal, ahead, request->arena));
	return true;
}

int child_months_ahead(const struct portal *portal, const struct values *asked)
{
	int month;

	return !values_null(asked, "start") && read_month(values_text(asked, "start"), &month) ? month - this_month(portal) : -1;
}

struct date child_month_date(const struct portal *portal, int ahead)
{
	int month = this_month(portal) + ahead;

	return (struct date){ month / MONTHS_OF_YEAR, month % MONTHS_OF_YEAR + 1, 1 };
}

const char *child_month(const struct portal *portal, int ahead, struct arena *arena)
{
	struct date date = child_month_date(portal, ahead);

	return arena_format(arena, "%04d-%02d", date.year, date.month);
}

const char *child_last_day(const struct portal *portal, int ahead, struct arena *arena)
{
	int next = this_month(portal) + ahead + 1;
	int64_t first = calendar_day((struct date){ next / MONTHS_OF_YEAR, next % MONTHS_OF_YEAR + 1, 1 });

	return calendar_day_text(arena, first - 1);
}
