/* SPDX-License-Identifier: Apache-2.0 */
/* The time the law gives, by the rules and working days of the published edition. */
#include <string.h>

#include "domain/cases/procedure.h"
#include "lib/base/calendar.h"
#include "portal_queries.h"
#include "show.h"

#define MOST_ROWS 1000

static bool read_calendar(struct request *request, struct workdays *calendar)
{
	struct rows rows = { 0 };

	return sql_list(published_of(request)->sql, &Q_edition_workdays, NULL, request->arena, MOST_ROWS, &rows) &&
	       workdays_from_rows(&rows, request->arena, calendar);
}

/* The rules of clocks that are valid today. */
static bool read_rules(struct request *request, struct rows *rows)
{
	struct values *parameters = values_new(request->arena);

	values_put_text(parameters, "day", calendar_day_text(request->arena, calendar_day_of(request->now, CALENDAR_CHINA)));
	return sql_list(published_of(request)->sql, &Q_edition_deadlines, parameters, request->arena, MOST_ROWS, rows);
}

bool show_rule(struct request *request, const char *key, double *value)
{
	struct values *parameters = values_new(request->arena), *row;
	enum sql_answer answer;

	values_put_text(parameters, "key", key);
	values_put_text(parameters, "day", calendar_day_text(request->arena, calendar_day_of(request->now, CALENDAR_CHINA)));
	answer = sql_row(published_of(request)->sql, &Q_edition_rule_on, parameters, request->arena, &row);
	if (answer == SQL_FOUND)
		*value = values_real(row, "value");
	return answer != SQL_FAILED;
}

void show_time(struct request *request, struct page *page, const char *kind)
{
	const int64_t events[CASE_EVENTS] = { [CASE_EVENT_RECEIVED] = request->now };
	const struct clock_file file = { .kind = kind, .events = events };
	const struct deadline *reply;
	struct rows rows = { 0 };
	struct clock_rules rules;
	struct deadlines deadlines = { .count = 0 };
	struct workdays calendar;

	if (!*kind || !read_calendar(request, &calendar) || !read_rules(request, &rows))
		return;
	rules = clock_rules_from_rows(&rows, request->arena);
	if (!clock_reckon(&case_clock, &file, &rules, &calendar, &deadlines))
		return;
	reply = deadlines_find(&deadlines, "REPLY");
	if (!reply)
		return;
	page_text(page, "reply_by_day", calendar_day_text(request->arena, reply->day));
	page_text(page, "reply_source", reply->source);
	page_integer(page, "reply_provisional", reply->provisional);
}

void show_days_left(struct request *request, struct page *page, const char *day)
{
	int64_t today = calendar_day_of(request->now, CALENDAR_CHINA), due;
	struct workdays calendar;
	int left;

	if (!calendar_day_from_text(day, &due) || !read_calendar(request, &calendar))
		return;
	left = workdays_between(&calendar, today, due);
	page_integer(page, "days_left", left > 0 ? left : 0);
	page_integer(page, "overdue", left < 0 ? -left : 0);
	if (left == 0)
		page_show(page, "DUE_TODAY");
}
