/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of cases as lists show them. */
#include "case_rows.h"

#include <string.h>

#include "cases.h"
#include "desk.h"
#include "lib/base/calendar.h"

#define MOST_COLLEAGUES 500

bool case_calendar(struct request *request, struct workdays *calendar)
{
	struct rows rows;

	if (sql_list(office_of(request)->sql, &Q_workday_list, NULL, request->arena, 10000, &rows) &&
	    workdays_from_rows(&rows, request->arena, calendar))
		return true;
	office_broken(request);
	return false;
}

bool cases_colleagues(struct request *request, struct rows *rows)
{
	const struct values *session = office_of(request)->session;
	struct values *parameters = values_new(request->arena);

	values_put_text(parameters, "account", values_text(session, "name"));
	values_put_text(parameters, "department", values_text(session, "department"));
	return sql_list(office_of(request)->sql, &Q_desk_colleagues, parameters, request->arena, MOST_COLLEAGUES, rows);
}

struct case_time case_time_left(const struct workdays *calendar, int64_t until, int64_t now)
{
	int64_t today = calendar_day_of(now, CALENDAR_CHINA), last = calendar_day_of(until, CALENDAR_CHINA);
	int days = workdays_between(calendar, today, last);

	return (struct case_time){ .over = until < now,
				   .today = last == today,
				   .days_left = until < now || days < 0 ? 0 : days,
				   .days_over = until < now && days < 0 ? -days : 0 };
}

/* What the limit is for: the template says it. */
static void show_step(struct page *row, const char *step)
{
	static const char *const steps[][2] = { { "FORWARD", "due_forward" },
						{ "ACCEPT", "due_accept" },
						{ "REPLY", "due_reply" },
						{ "TELL", "due_tell" },
						{ "REVIEW", "due_review" } };

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (strcmp(step, steps[i][0]) == 0)
			page_show(row, steps[i][1]);
}

static void bind_limit(struct request *request, const struct workdays *calendar, const struct values *one, struct page *row)
{
	bool stands = strcmp(values_text(one, "state"), "SUSPENDED") == 0;
	/* What was over before the clock stood still is over by so much, and not by more each day. */
	struct case_time left =
		case_time_left(calendar, values_integer(one, "due_until"), stands ? values_integer(one, "suspended_at") : request->now);

	page_show(row, "limited");
	if (stands)
		page_show(row, "is_stopped");
	show_step(row, values_text(one, "due_step"));
	page_text(row, "due_on", values_text(one, "due_day"));
	if (values_integer(one, "provisional"))
		page_show(row, "due_provisional");
	if (left.over) {
		page_show(row, "is_over");
		page_integer(row, "days_over", left.days_over);
	} else if (left.today) {
		page_show(row, "is_today");
	} else {
		page_show(row, values_integer(one, "near") ? "is_near" : "is_ahead");
		page_integer(row, "days_left", left.days_left);
	}
}

void case_rows_bind(struct request *request, const struct workdays *calendar, const struct rows *rows, struct page *page,
		    const char *section, bool pickable)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct values *one = &rows->at[i];
		struct page *row = page_section(page, section);

		page_values(row, one);
		if (pickable)
			page_show(row, "pickable");
		page_text(row, "received_on",
			  calendar_day_text(request->arena, calendar_day_of(values_integer(one, "received_at"), CALENDAR_CHINA)));
		if (strcmp(values_text(one, "urgency"), "URGENT") == 0)
			page_show(row, "is_urgent");
		/* Not by the column's name: a filter has it. */
		if (values_integer(one, "supervised"))
			page_show(row, "row_supervised");
		if (!values_null(one, "due_until"))
			bind_limit(request, calendar, one, row);
		else
			page_show(row, strcmp(values_text(one, "state"), "SUSPENDED") == 0 ? "is_stopped" : "unlimited");
	}
}
