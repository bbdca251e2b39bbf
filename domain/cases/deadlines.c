/* SPDX-License-Identifier: Apache-2.0 */
/* What a case's limits count from; how they run is workflow/clock_rows. */
#include "casework.h"
#include "lib/base/calendar.h"

struct clock_work casework_clock(struct casework *work)
{
	return (struct clock_work){ .sql = work->sql, .arena = work->arena, .now = work->now };
}

bool casework_clocked(struct casework *work, const struct clock_work *clock, bool done)
{
	if (!done)
		work->problem = clock->problem;
	return done;
}

bool case_deadlines(struct casework *work, const struct values *one, int64_t not_solved_at)
{
	const int64_t events[CASE_EVENTS] = { [CASE_EVENT_RECEIVED] = values_integer(one, "received_at"),
					      [CASE_EVENT_ACCEPTED] = values_integer(one, "accepted_at"),
					      [CASE_EVENT_DECIDED] = values_integer(one, "decided_at"),
					      [CASE_EVENT_NOT_SOLVED] = not_solved_at };
	struct clock_file file = { .kind = values_text(one, "kind"), .events = events, .stopped_days = (int)values_integer(one, "stopped_days"),
				   .extended = values_say(one, "extended"), .suspended_at = values_integer(one, "suspended_at") };
	struct clock_work clock = casework_clock(work);

	return casework_clocked(work, &clock, clock_put(&clock, &case_flow, values_text(one, "number"), &file));
}

bool case_deadline_list(struct casework *work, const char *number, struct rows *rows)
{
	struct clock_work clock = casework_clock(work);

	return casework_clocked(work, &clock, clock_list(&clock, &case_flow, number, rows));
}

bool case_deadlines_forget(struct casework *work, const char *number)
{
	struct clock_work clock = casework_clock(work);

	return casework_clocked(work, &clock, clock_forget(&clock, &case_flow, number));
}

bool case_workdays_end(struct casework *work, int64_t from, int days, int64_t *until)
{
	struct clock_work clock = casework_clock(work);
	struct workdays calendar;
	int64_t day;

	if (!casework_clocked(work, &clock, clock_calendar(&clock, &calendar)))
		return false;
	day = workdays_add(&calendar, calendar_day_of(from, CALENDAR_CHINA), days, NULL);
	*until = calendar_day_start(day + 1, CALENDAR_CHINA) - 1;
	return true;
}

int case_workdays(struct casework *work, int64_t from, int64_t to)
{
	struct clock_work clock = casework_clock(work);
	struct workdays calendar;

	if (!casework_clocked(work, &clock, clock_calendar(&clock, &calendar)))
		return -1;
	return workdays_between(&calendar, calendar_day_of(from, CALENDAR_CHINA), calendar_day_of(to, CALENDAR_CHINA));
}
