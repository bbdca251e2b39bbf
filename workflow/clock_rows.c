/* SPDX-License-Identifier: Apache-2.0 */
/* Limits of files in the registry. */
#include "clock_rows.h"

#include <string.h>

#include "cases.h"
#include "lib/base/calendar.h"

#define MOST_ROWS 10000
#define MOST_LIMITS 100

static bool failed(struct clock_work *work)
{
	work->problem = arena_copy(work->arena, sql_problem(work->sql));
	return false;
}

bool clock_calendar(struct clock_work *work, struct workdays *calendar)
{
	struct rows rows;

	if (!sql_list(work->sql, &Q_workday_list, NULL, work->arena, MOST_ROWS, &rows))
		return failed(work);
	if (workdays_from_rows(&rows, work->arena, calendar))
		return true;
	work->problem = "the table workday is empty or has days that are none; 'shanyu migrate' loads it";
	return false;
}

/* The rules that were valid on a day, and the share of a limit after which it is near; without a rule never before it is over. */
static bool read_rules(struct clock_work *work, int64_t moment, struct clock_rules *rules)
{
	struct values *asked = values_new(work->arena), *share;
	enum sql_answer answer;
	struct rows rows;

	values_put_text(asked, "day", calendar_day_text(work->arena, calendar_day_of(moment, CALENDAR_CHINA)));
	if (!sql_list(work->sql, &Q_clock_rules, asked, work->arena, MOST_ROWS, &rows))
		return failed(work);
	*rules = clock_rules_from_rows(&rows, work->arena);
	answer = sql_row(work->sql, &Q_clock_near_share, asked, work->arena, &share);
	if (answer == SQL_FOUND)
		rules->near_share = values_real(share, "value");
	return answer != SQL_FAILED || failed(work);
}

static struct values *key_of(struct clock_work *work, const struct flow *flow, const char *number)
{
	struct values *key = values_new(work->arena);

	values_put_text(key, "procedure", flow->word);
	values_put_text(key, "number", number);
	return key;
}

static bool change(struct clock_work *work, const struct query *query, const struct values *values)
{
	return sql_do(work->sql, query, values) >= 0 || failed(work);
}

static bool put(struct clock_work *work, const struct flow *flow, const char *number, const struct deadline *deadline)
{
	struct values *row = key_of(work, flow, number);

	values_put_text(row, "step", deadline->limit->step);
	values_put_integer(row, "started_at", deadline->from);
	values_put_text(row, "day", calendar_day_text(work->arena, deadline->day));
	values_put_integer(row, "until", deadline->until);
	values_put_integer(row, "near_at", deadline->near_at);
	values_put_text(row, "rule", deadline->key);
	values_put_text(row, "source", deadline->source);
	values_put_integer(row, "provisional", deadline->provisional);
	values_put_integer(row, "projected", deadline->projected);
	values_put_integer(row, "bound", (deadline->limit->traits & CLOCK_BOUND) != 0);
	return change(work, &Q_deadline_put, row);
}

static bool stand(struct clock_work *work, const struct flow *flow, const char *number, int64_t since)
{
	struct values *row = key_of(work, flow, number);

	if (since)
		values_put_integer(row, "suspended_at", since);
	else
		values_put_null(row, "suspended_at");
	return change(work, &Q_deadline_stand, row);
}

bool clock_put(struct clock_work *work, const struct flow *flow, const char *number, const struct clock_file *file)
{
	struct deadlines deadlines = { .count = 0 };
	struct workdays calendar;
	struct clock_rules rules;

	if (!clock_calendar(work, &calendar) || !read_rules(work, file->events[0], &rules))
		return false;
	clock_reckon(flow->clock, file, &rules, &calendar, &deadlines);
	for (size_t i = 0; i < deadlines.count; i++)
		if (!put(work, flow, number, &deadlines.at[i]))
			return false;
	return stand(work, flow, number, file->suspended_at);
}

/* For each of these limits, blank-separated. */
static bool each(struct clock_work *work, const struct flow *flow, const char *number, const char *steps, const struct query *query)
{
	while (steps && *steps) {
		size_t length = strcspn(steps, " ");
		struct values *row = key_of(work, flow, number);

		values_put_text(row, "step", arena_text(work->arena, steps, length));
		values_put_integer(row, "met_at", work->now);
		if (!change(work, query, row))
			return false;
		steps += length + strspn(steps + length, " ");
	}
	return true;
}

bool clock_reach(struct clock_work *work, const struct flow *flow, const char *number, const char *state)
{
	const struct flow_state *reached = flow_state(flow, state);

	return each(work, flow, number, reached->unmeets, &Q_deadline_unmet) && each(work, flow, number, reached->meets, &Q_deadline_met);
}

bool clock_forget(struct clock_work *work, const struct flow *flow, const char *number)
{
	return change(work, &Q_deadline_forget, key_of(work, flow, number));
}

bool clock_list(struct clock_work *work, const struct flow *flow, const char *number, struct rows *rows)
{
	return sql_list(work->sql, &Q_deadline_list, key_of(work, flow, number), work->arena, MOST_LIMITS, rows) || failed(work);
}

bool clock_one(struct clock_work *work, const struct flow *flow, const char *number, const char *step, struct values **row)
{
	struct rows rows;

	*row = NULL;
	if (!clock_list(work, flow, number, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (strcmp(values_text(&rows.at[i], "step"), step) == 0)
			*row = values_copy(&rows.at[i], work->arena);
	return true;
}
