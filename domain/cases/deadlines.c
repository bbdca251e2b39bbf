/* SPDX-License-Identifier: Apache-2.0 */
/* Deadlines of a case, from the registry's dated rules and its table of workdays. */
#include <string.h>

#include "cases.h"
#include "casework.h"
#include "lib/base/calendar.h"
#include "rules/core/deadlines.h"

/* What a case's clocks go by. */
struct clocks {
	struct workdays calendar;
	struct deadline_rule *rules;
	size_t count;
	double near_share;
};

static bool read_calendar(struct casework *work, struct clocks *clocks)
{
	struct rows rows;

	if (!casework_rows(work, &Q_workday_list, NULL, NULL, &rows))
		return false;
	if (workdays_from_rows(&rows, work->arena, &clocks->calendar))
		return true;
	work->problem = "the table workday is empty or has days that are none; 'shanyu migrate' loads it";
	return false;
}

/* The share of a limit after which it is warned; without a rule never before it is over. */
static bool read_near_share(struct casework *work, const char *day, struct clocks *clocks)
{
	enum case_answer answer;
	struct values *rule = casework_row(work, &Q_case_near_share, "day", day, &answer);

	clocks->near_share = rule ? values_real(rule, "value") : 1;
	return answer != CASE_FAILED;
}

static bool read_clocks(struct casework *work, int64_t received_at, struct clocks *clocks)
{
	struct rows rows;
	const char *day = calendar_day_text(work->arena, calendar_day_of(received_at, CALENDAR_CHINA));

	if (!read_calendar(work, clocks) || !casework_rows(work, &Q_case_rules, "day", day, &rows) || !read_near_share(work, day, clocks))
		return false;
	clocks->rules = deadline_rules_from_rows(&rows, work->arena);
	clocks->count = rows.count;
	return true;
}

/* A deadline with the moment from which it is near. */
struct limit {
	struct deadline deadline;
	int64_t near_at;
};

static struct limit limit_of(const struct deadline *deadline, const struct clocks *clocks)
{
	return (struct limit){ *deadline, deadline_near(deadline, clocks->near_share, &clocks->calendar) };
}

static bool put(struct casework *work, const char *number, const char *step, const struct limit *limit)
{
	const struct deadline *deadline = &limit->deadline;
	struct values *row = values_new(work->arena);

	values_put_text(row, "case_number", number);
	values_put_text(row, "step", step);
	values_put_text(row, "day", calendar_day_text(work->arena, deadline->day));
	values_put_integer(row, "until", deadline->until);
	values_put_integer(row, "near_at", limit->near_at);
	values_put_text(row, "rule", deadline->key);
	values_put_text(row, "source", deadline->source);
	values_put_integer(row, "provisional", deadline->provisional);
	values_put_integer(row, "projected", deadline->projected);
	return casework_do(work, &Q_case_deadline_put, row);
}

/* What came after the clock stood still for some workdays comes so many later. */
static void move_on(struct limit *limit, int days, const struct workdays *calendar)
{
	struct deadline *deadline = &limit->deadline;
	int64_t near_day = calendar_day_of(limit->near_at, CALENDAR_CHINA);
	bool provisional = false;

	if (!days || deadline->step == DEADLINE_FORWARD || deadline->step == DEADLINE_ACCEPT)
		return;
	deadline->day = workdays_add(calendar, deadline->day, days, &provisional);
	deadline->until = calendar_day_start(deadline->day + 1, CALENDAR_CHINA) - 1;
	deadline->provisional |= provisional;
	limit->near_at += (workdays_add(calendar, near_day, days, NULL) - near_day) * 86400;
}

static bool put_review(struct casework *work, const struct values *one, int64_t review_from, const struct clocks *clocks)
{
	/* A kind without a clock of its own for this goes by the hotline's for complaints. */
	static const char *const keys[] = { "help.review_days", "complaint.review_days" };
	bool is_help = strcmp(values_text(one, "kind"), "HELP") == 0;
	struct deadline deadline;
	struct limit limit;

	if (!review_from || !deadline_from(keys[!is_help], review_from, clocks->rules, clocks->count, &clocks->calendar, &deadline))
		return true;
	limit = limit_of(&deadline, clocks);
	return put(work, values_text(one, "number"), "REVIEW", &limit);
}

/* With an extension granted the reply is due on the day of the extension, by its rule. */
static const struct limit *due(const struct limit *limits, size_t count, size_t i, const struct values *one)
{
	if (limits[i].deadline.step == DEADLINE_REPLY && values_say(one, "extended"))
		for (size_t other = 0; other < count; other++)
			if (limits[other].deadline.step == DEADLINE_EXTENDED)
				return &limits[other];
	return &limits[i];
}

bool case_deadlines(struct casework *work, const struct values *one, int64_t review_from)
{
	static const char *const steps[DEADLINES_MOST] = { "FORWARD", "ACCEPT", "REPLY", "EXTENDED", "TELL" };
	struct case_clock clock = { .received_at = values_integer(one, "received_at"),
				    .accepted_at = values_integer(one, "accepted_at"),
				    .decided_at = values_integer(one, "decided_at") };
	struct limit limits[DEADLINES_MOST];
	struct deadlines deadlines;
	struct clocks clocks;

	if (!read_clocks(work, clock.received_at, &clocks))
		return false;
	deadlines_for(values_text(one, "kind"), &clock, clocks.rules, clocks.count, &clocks.calendar, &deadlines);
	for (size_t i = 0; i < deadlines.count; i++) {
		limits[i] = limit_of(&deadlines.at[i], &clocks);
		move_on(&limits[i], (int)values_integer(one, "stopped_days"), &clocks.calendar);
	}
	for (size_t i = 0; i < deadlines.count; i++)
		if (!put(work, values_text(one, "number"), steps[deadlines.at[i].step], due(limits, deadlines.count, i, one)))
			return false;
	return put_review(work, one, review_from, &clocks);
}

static bool each(struct casework *work, const char *number, const char *steps, const struct query *query)
{
	while (*steps) {
		size_t length = strcspn(steps, " ");
		struct values *row = values_new(work->arena);

		values_put_text(row, "case_number", number);
		values_put_text(row, "step", arena_text(work->arena, steps, length));
		values_put_integer(row, "met_at", work->now);
		if (!casework_do(work, query, row))
			return false;
		steps += length + (steps[length] == ' ');
	}
	return true;
}

bool case_deadlines_met(struct casework *work, const char *number, const char *steps)
{
	return each(work, number, steps, &Q_case_deadline_met);
}

bool case_deadlines_unmet(struct casework *work, const char *number, const char *steps)
{
	return each(work, number, steps, &Q_case_deadline_unmet);
}

bool case_deadlines_forget(struct casework *work, const char *number)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "case_number", number);
	return casework_do(work, &Q_case_deadline_forget, row);
}

bool case_workdays_end(struct casework *work, int64_t from, int days, int64_t *until)
{
	struct clocks clocks;
	int64_t day;

	if (!read_calendar(work, &clocks))
		return false;
	day = workdays_add(&clocks.calendar, calendar_day_of(from, CALENDAR_CHINA), days, NULL);
	*until = calendar_day_start(day + 1, CALENDAR_CHINA) - 1;
	return true;
}

int case_workdays(struct casework *work, int64_t from, int64_t to)
{
	struct clocks clocks;

	if (!read_calendar(work, &clocks))
		return -1;
	return workdays_between(&clocks.calendar, calendar_day_of(from, CALENDAR_CHINA), calendar_day_of(to, CALENDAR_CHINA));
}
