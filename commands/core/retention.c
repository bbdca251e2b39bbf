/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu retention: what clerk erases and when, by rule; it erases nothing itself. */
#include "rules/core/retention.h"

#include <retention.h> /* the pack */

#include <inttypes.h>
#include <stdio.h>

#include "command.h"
#include "lib/base/calendar.h"
#include "lib/base/clock.h"

#define DAYS_SOON 30
#define DAYS_YEAR 365
#define DAY_SECONDS 86400
#define MOST_HELD 10000

static const struct {
	const char *rule;
	const char *what;
	const struct query *count;
} kept[] = {
	{ "case.kept_years", "letters with all that belongs to them", &Q_retention_receipt_count },
	{ "contact.kept_days", "ways to reach a reporter", &Q_retention_contact_count },
	{ "outcome.kept_years", "reasons of outcomes whose case is erased", &Q_retention_outcome_count },
	{ "aside.kept_days", "envelopes that could not be taken in", &Q_retention_aside_count },
	{ "attachment.withdrawn_days", "attachments that were withdrawn", &Q_retention_attachment_count },
	{ "account.kept_years", "names of disabled accounts", &Q_retention_account_count },
	{ "notice.kept_days", "notices sent out of the house", &Q_retention_notice_count },
};

/* How many are due at a moment; -1 when it could not be asked. */
static int64_t due(const struct command_call *call, struct sql *sql, const struct query *count, const struct values *rule, int64_t at)
{
	struct values *asked = values_new(call->arena), *row;
	int64_t before;

	if (!retention_before(values_real(rule, "value"), values_text(rule, "unit"), at, &before))
		return 0;
	values_put_integer(asked, "before", before);
	return sql_row(sql, count, asked, call->arena, &row) == SQL_FOUND ? values_integer(row, "due") : -1;
}

static bool print_rule(const struct command_call *call, struct sql *sql, size_t which, int64_t now)
{
	struct values *asked = values_new(call->arena), *rule;
	int64_t today, soon, year;

	values_put_text(asked, "key", kept[which].rule);
	values_put_text(asked, "day", calendar_day_text(call->arena, calendar_day_of(now, CALENDAR_CHINA)));
	switch (sql_row(sql, &Q_retention_rule, asked, call->arena, &rule)) {
	case SQL_FAILED:
		return false;
	case SQL_NONE:
		printf("%s: no rule, %s are kept for ever\n", kept[which].rule, kept[which].what);
		return true;
	case SQL_FOUND:
		break;
	}
	today = due(call, sql, kept[which].count, rule, now);
	soon = due(call, sql, kept[which].count, rule, now + (int64_t)DAYS_SOON * DAY_SECONDS);
	year = due(call, sql, kept[which].count, rule, now + (int64_t)DAYS_YEAR * DAY_SECONDS);
	printf("%s %g %s: %s; due now %" PRId64 ", within %d days %" PRId64 ", within a year %" PRId64 "\n", kept[which].rule,
	       values_real(rule, "value"), values_text(rule, "unit"), kept[which].what, today, DAYS_SOON, soon - today, year - today);
	return today >= 0 && soon >= 0 && year >= 0;
}

static bool print_held(const struct command_call *call, struct sql *sql)
{
	struct rows rows;

	if (!sql_list(sql, &Q_retention_held, NULL, call->arena, MOST_HELD, &rows))
		return false;
	printf("held, never erased: %zu cases\n", rows.count);
	for (size_t i = 0; i < rows.count; i++)
		printf("  %s since %s by %s: %s\n", values_text(&rows.at[i], "number"),
		       calendar_day_text(call->arena, calendar_day_of(values_integer(&rows.at[i], "held_at"), CALENDAR_CHINA)),
		       values_text(&rows.at[i], "held_by"), values_text(&rows.at[i], "hold_reason"));
	return true;
}

/* False: it is no day. Without the option it is now. */
static bool moment(const char *on, int64_t *now)
{
	int64_t day;

	*now = clock_now();
	if (!on)
		return true;
	if (!calendar_day_from_text(on, &day))
		return false;
	*now = calendar_day_start(day, CALENDAR_CHINA);
	return true;
}

static enum exit_code run_retention(struct command_call *call)
{
	static const struct query_pack *const packs[] = { &retention_pack, NULL };
	const char *on = command_option(call, "--on");
	bool fine = true;
	struct sql *sql;
	int64_t now;

	if (!command_words(call, 0))
		return EXIT_USAGE;
	if (!moment(on, &now))
		return command_fails(call, EXIT_USAGE, "--on takes a day like 2029-03-01, not '%s'", on);
	sql = command_registry(call);
	if (!sql)
		return EXIT_FAILED;
	fine = sql_prepare(sql, packs) && sql_begin_reading(sql);
	for (size_t i = 0; fine && i < sizeof kept / sizeof *kept; i++)
		fine = print_rule(call, sql, i, now);
	fine = fine && print_held(call, sql);
	if (!fine)
		command_fails(call, EXIT_FAILED, "%s", sql_problem(sql));
	sql_rollback(sql);
	sql_close(sql);
	return fine ? EXIT_DONE : EXIT_FAILED;
}

const struct command command_retention = {
	.name = "retention",
	.summary = "Show what is erased when, by rule, and what is held",
	.usage = "[--on DAY]",
	.help = "Counts what is due to be erased today, within thirty days and within a year, rule by rule, and lists what is held. It erases\n"
		"nothing: clerk does, a little at a time. --on DAY asks as of that day.\n",
	.run = run_retention,
};
