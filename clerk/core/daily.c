/* SPDX-License-Identifier: Apache-2.0 */
/* The list of a working morning. */
#include "daily.h"

#include <string.h>

#include "lib/base/calendar.h"
#include "remind.h"

#define MOST_FILES 100000

/* What a list says of a file, NULL: nothing. What presses most goes before. */
static const char *what_of(const struct values *row, int64_t now, int64_t tomorrow)
{
	int64_t until = values_integer(row, "until");

	if (values_say(row, "until")) {
		if (until < now)
			return "OVER";
		if (until < tomorrow)
			return "DUE";
		/* Near in the course of this day. */
		if (values_integer(row, "near_at") < tomorrow)
			return "NEAR";
	}
	return values_say(row, "waits") ? "WAITING" : NULL;
}

static bool put_item(struct notices *notices, const char *day, const char *department, const char *what, const struct values *row)
{
	struct values *item = values_new(notices->arena);

	values_put_text(item, "day", day);
	values_put_text(item, "department", department);
	values_put_text(item, "procedure", values_text(row, "procedure"));
	values_put_text(item, "number", values_text(row, "number"));
	values_put_text(item, "what", what);
	values_put_text(item, "step", values_text(row, "step"));
	if (values_say(row, "until"))
		values_put_integer(item, "until", values_integer(row, "until"));
	else
		values_put_null(item, "until");
	return sql_do(notices->sql, &Q_daily_item_put, item) >= 0;
}

/* Whether a file stands on the list of a department: on its leader's; what is over, on the desk's too. */
static bool is_on(const struct values *row, const char *department)
{
	return strcmp(values_text(row, "department"), department) == 0 ||
	       (!*department && strcmp(values_text(row, "what"), "OVER") == 0);
}

static bool hand_to(struct notices *notices, const char *day, const char *department, const struct rows *files)
{
	struct rows items = { arena_take(notices->arena, (files->count + 1) * sizeof *items.at), 0 };

	for (size_t i = 0; i < files->count; i++) {
		struct values *row = &files->at[i];

		if (!values_say(row, "what") || !is_on(row, department))
			continue;
		if (!put_item(notices, day, department, values_text(row, "what"), row))
			return false;
		items.at[items.count++] = *row;
	}
	/* Nothing to tell is not told. */
	return !items.count || notice_of_day(notices, day, department, &items);
}

static bool hand_out(struct notices *notices, int64_t today)
{
	const char *day = calendar_day_text(notices->arena, today);
	struct values *list = values_new(notices->arena);
	struct rows files;

	values_put_text(list, "day", day);
	values_put_integer(list, "made_at", notices->now);
	if (sql_do(notices->sql, &Q_daily_list_put, list) < 0 ||
	    !sql_list(notices->sql, &Q_daily_candidates, NULL, notices->arena, MOST_FILES, &files))
		return false;
	for (size_t i = 0; i < files.count; i++)
		values_put_text(&files.at[i], "what",
				what_of(&files.at[i], notices->now, calendar_day_start(today + 1, CALENDAR_CHINA)));
	for (size_t i = 0; i < notices->departments.count; i++)
		if (!hand_to(notices, day, values_text(&notices->departments.at[i], "code"), &files))
			return false;
	return hand_to(notices, day, "", &files);
}

/* Whether the hour has come, the day is one of work, and its list was not handed out; *failed when that cannot be asked. */
static bool is_time(struct notices *notices, int64_t today, const struct workdays *calendar, bool *failed)
{
	struct values *asked = values_new(notices->arena), *row;
	enum sql_answer answer;

	if (!is_workday(calendar, today))
		return false;
	values_put_text(asked, "day", calendar_day_text(notices->arena, today));
	values_put_text(asked, "key", "escalation.daily_list_minute");
	answer = sql_row(notices->sql, &Q_remind_rule, asked, notices->arena, &row);
	*failed = answer == SQL_FAILED;
	if (answer != SQL_FOUND ||
	    notices->now < calendar_day_start(today, CALENDAR_CHINA) + (int64_t)values_real(row, "value") * 60)
		return false;
	answer = sql_row(notices->sql, &Q_daily_list_of_day, asked, notices->arena, &row);
	*failed = answer == SQL_FAILED;
	return answer == SQL_NONE;
}

bool daily_hand_out(struct notices *notices, const struct workdays *calendar)
{
	int64_t today = calendar_day_of(notices->now, CALENDAR_CHINA);
	bool failed = false;

	if (!is_time(notices, today, calendar, &failed))
		return !failed;
	if (!sql_begin(notices->sql))
		return false;
	/* Asked again, now that nobody else writes: another clerk may have been quicker. */
	if (is_time(notices, today, calendar, &failed) && hand_out(notices, today))
		return sql_commit(notices->sql);
	failed = failed || sql_failed(notices->sql);
	if (!failed)
		sql_rollback(notices->sql);
	return !failed;
}
