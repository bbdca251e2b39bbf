/* SPDX-License-Identifier: Apache-2.0 */
/* Telling people what presses. */
#include "reminder.h"

#include <string.h>
#include <unistd.h>

#include "clerk/core/daily.h"
#include "lib/base/calendar.h"
#include "lib/base/clock.h"
#include "lib/base/log.h"
#include "lib/sql/migrate.h"
#include "registry_migrations.h"
#include "remind.h"

/* What must not wait; and what is counted in days. */
#define LOOK_EVERY_NANOSECONDS 1500000000LL
#define LOOK_AT_ALL_EVERY_NANOSECONDS 6000000000LL
#define MEMORY ((size_t)256 * 1024 * 1024)
#define MOST_ROWS 2000
/* What a query gives at most: more is told in the next round. */
#define AT_ONCE 500

struct reminder {
	const struct config *config;
	struct arena *arena;            /* of a round */
	struct sql *sql;
	int64_t look_at, look_at_all; /* nanoseconds */
	int64_t told_until;
	struct courier courier;
	struct duty_complaint failed;
};

/* A round: what is told is put down through it. */
struct telling {
	struct notices notices;
	struct workdays calendar;
	struct rows supervisors;
};

static void *begin(const struct config *config, struct arena *lasting)
{
	struct reminder *reminder;

	if (access(config->office_key, F_OK) != 0)
		return NULL;
	reminder = arena_take(lasting, sizeof *reminder);
	*reminder = (struct reminder){ .config = config, .arena = arena_new(MEMORY) };
	if (*config->mail_command && !*config->mail_from)
		log_line(LOG_WARNING_LINE, "no mail is sent: mail_from is not set");
	return reminder;
}

static bool open_registry(struct reminder *reminder)
{
	static const struct query_pack *const packs[] = { &remind_pack, NULL };
	struct sql_opening opening = { .address = reminder->config->registry, .mode = SQL_READ_WRITE };
	const char *problem = "";

	if (reminder->sql)
		return true;
	reminder->sql = sql_open(&opening, reminder->arena, &problem);
	if (reminder->sql && migrate_check(reminder->sql, &registry_migrations, opening.address, reminder->arena, &problem) &&
	    sql_prepare(reminder->sql, packs))
		return true;
	duty_complain(&reminder->failed, reminder->sql && sql_failed(reminder->sql) ? sql_problem(reminder->sql) : problem);
	sql_close(reminder->sql);
	reminder->sql = NULL;
	return false;
}

/* Tell one: a department, the desk (''), or an account. *new: it was not told before. */
static bool remind(struct telling *telling, const struct values *row, const char *told, bool *new)
{
	struct values *values = values_new(telling->notices.arena);
	int64_t changed;

	values_put_text(values, "procedure", values_text(row, "procedure"));
	values_put_text(values, "number", values_text(row, "number"));
	values_put_text(values, "what", values_text(row, "what"));
	values_put_text(values, "step", values_text(row, "step"));
	values_put_integer(values, "until", values_integer(row, "until"));
	values_put_integer(values, "at", telling->notices.now);
	values_put_text(values, "told", told);
	changed = sql_do(telling->notices.sql, &Q_reminder_put, values);
	*new = changed > 0;
	return changed >= 0;
}

/* What a notice of it is called: a message after the end has words of its own. */
static const char *words_of(const struct values *row)
{
	return values_say(row, "said_after") ? "SAID_AFTER" : values_text(row, "what");
}

/* The same, and a notice goes out to it. */
static bool tell_department(struct telling *telling, const struct values *row, const char *department)
{
	bool new;

	return remind(telling, row, department, &new) &&
	       (!new || notice_of_file(&telling->notices, words_of(row), department, row));
}

static bool tell_account(struct telling *telling, const struct values *row, const char *account)
{
	bool new;

	return !*account || remind(telling, row, account, &new);
}

/* Who leads and who handles it; while nobody leads, the desk. */
static bool tell_who_works(struct telling *telling, const struct values *row)
{
	return tell_department(telling, row, values_text(row, "department")) &&
	       tell_account(telling, row, values_text(row, "handler"));
}

static bool tell_limit(struct telling *telling, const struct values *row)
{
	return tell_who_works(telling, row) && (strcmp(values_text(row, "what"), "OVER") != 0 || tell_department(telling, row, ""));
}

/* The desk, the street it is in, whoever leads by now, and the supervisors: at once. */
static bool tell_emergency(struct telling *telling, const struct values *row)
{
	if (!tell_department(telling, row, "") || !tell_who_works(telling, row) ||
	    (values_say(row, "street_code") && !tell_department(telling, row, values_text(row, "street_code"))))
		return false;
	for (size_t i = 0; i < telling->supervisors.count; i++)
		if (!tell_account(telling, row, values_text(&telling->supervisors.at[i], "name")))
			return false;
	return true;
}

static bool tell_stuck(struct telling *telling, const struct values *row)
{
	struct values *item = values_new(telling->notices.arena);

	values_put_text(item, "number", values_text(row, "number"));
	values_put_integer(item, "at", telling->notices.now);
	values_put_text(item, "why", values_text(row, "why"));
	return sql_do(telling->notices.sql, &Q_meeting_propose, item) >= 0 && tell_department(telling, row, "") &&
	       tell_who_works(telling, row);
}

static const struct {
	const struct query *query;
	bool (*tell)(struct telling *telling, const struct values *row);
	bool at_once;
} duties[] = {
	{ &Q_remind_emergencies, tell_emergency, true },
	{ &Q_remind_messages, tell_who_works, true },
	{ &Q_remind_limits, tell_limit, false },
	{ &Q_remind_stuck, tell_stuck, false },
};

/* What there is to tell is asked without keeping writers waiting; who was told is written in one transaction. */
static bool tell(struct telling *telling, const struct values *asked, bool all)
{
	struct sql *sql = telling->notices.sql;

	for (size_t i = 0; i < sizeof duties / sizeof *duties; i++) {
		struct rows rows;
		bool fine;

		if (!all && !duties[i].at_once)
			continue;
		if (!sql_list(sql, duties[i].query, asked, telling->notices.arena, AT_ONCE, &rows))
			return false;
		if (!rows.count)
			continue;
		fine = sql_begin(sql);
		for (size_t j = 0; fine && j < rows.count; j++)
			fine = duties[i].tell(telling, &rows.at[j]);
		if (!fine || !sql_commit(sql))
			return false;
	}
	return true;
}

static bool rule(struct telling *telling, const char *key, const char *day, double *value)
{
	struct values *asked = values_new(telling->notices.arena), *row;
	enum sql_answer answer;

	values_put_text(asked, "key", key);
	values_put_text(asked, "day", day);
	answer = sql_row(telling->notices.sql, &Q_remind_rule, asked, telling->notices.arena, &row);
	if (answer == SQL_FOUND)
		*value = values_real(row, "value");
	return answer != SQL_FAILED;
}

/* The last day of a limit that today is over by so many workdays. */
static int64_t long_over(const struct workdays *calendar, int64_t today, int days)
{
	int64_t day = today;

	while (workdays_between(calendar, day, today) < days)
		day--;
	return day;
}

/* Without a rule nothing is stuck. */
static struct values *questions(struct telling *telling)
{
	struct arena *arena = telling->notices.arena;
	int64_t today = calendar_day_of(telling->notices.now, CALENDAR_CHINA);
	const char *day = calendar_day_text(arena, today);
	double returns = 1000000, over_days = 0;
	struct values *asked = values_new(arena);

	if (!rule(telling, "escalation.stuck_returns", day, &returns) ||
	    !rule(telling, "escalation.stuck_over_days", day, &over_days))
		return NULL;
	values_put_integer(asked, "now", telling->notices.now);
	values_put_integer(asked, "returns", (int64_t)returns);
	values_put_text(asked, "over_day",
			over_days > 0 ? calendar_day_text(arena, long_over(&telling->calendar, today, (int)over_days)) : "");
	return asked;
}

/* False: the registry failed, or its table of workdays. */
static bool look(struct reminder *reminder, bool all)
{
	struct telling *telling = arena_take(reminder->arena, sizeof *telling);
	const struct values *asked;
	struct rows days;

	telling->notices =
		(struct notices){ .sql = reminder->sql, .config = reminder->config, .arena = reminder->arena, .now = clock_now() };
	if (!notices_read(&telling->notices) ||
	    !sql_list(reminder->sql, &Q_remind_supervisors, NULL, reminder->arena, MOST_ROWS, &telling->supervisors) ||
	    !sql_list(reminder->sql, &Q_remind_workdays, NULL, reminder->arena, MOST_ROWS * 10, &days))
		return false;
	/* The district's data is not loaded yet. */
	if (!workdays_from_rows(&days, reminder->arena, &telling->calendar))
		return true;
	asked = questions(telling);
	if (!asked || !tell(telling, asked, all))
		return false;
	if (all)
		reminder->told_until = telling->notices.now;
	return !all || daily_hand_out(&telling->notices, &telling->calendar);
}

static void go_on(void *own, int64_t written, struct arena *arena)
{
	struct reminder *reminder = own;
	int64_t now = clock_nanoseconds();

	(void)written;
	(void)arena;
	if (reminder->sql)
		courier_round(&reminder->courier, reminder->sql, reminder->config);
	if (now < reminder->look_at)
		return;
	reminder->look_at = now + LOOK_EVERY_NANOSECONDS;
	arena_sweep(reminder->arena);
	if (!open_registry(reminder))
		return;
	if (look(reminder, now >= reminder->look_at_all)) {
		if (now >= reminder->look_at_all)
			reminder->look_at_all = now + LOOK_AT_ALL_EVERY_NANOSECONDS;
		return;
	}
	duty_complain(&reminder->failed, sql_problem(reminder->sql));
	sql_close(reminder->sql);
	reminder->sql = NULL;
}

static void end(void *own)
{
	struct reminder *reminder = own;

	courier_free(&reminder->courier);
	sql_close(reminder->sql);
	arena_free(reminder->arena);
}

static int64_t told_until(const void *own)
{
	return ((const struct reminder *)own)->told_until;
}

const struct duty reminder_duty = { .begin = begin, .round = go_on, .end = end, .told_until = told_until };
