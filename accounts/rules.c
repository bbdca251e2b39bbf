/* SPDX-License-Identifier: Apache-2.0 */
/* The dated rules of signing in. */
#include "accounts.h"

#include <accounts.h> /* the pack */

#include "lib/base/calendar.h"

static int64_t rule(struct accounts *accounts, const char *key, int64_t unit_seconds, bool *fine)
{
	struct values *on = values_new(accounts->arena), *row;
	enum sql_answer answer;

	if (!*fine)
		return 0;
	values_put_text(on, "key", key);
	values_put_text(on, "day", calendar_day_text(accounts->arena, calendar_day_of(accounts->now, CALENDAR_CHINA)));
	answer = sql_row(accounts->sql, &Q_account_rule, on, accounts->arena, &row);
	if (answer == SQL_FOUND)
		return (int64_t)values_real(row, "value") * unit_seconds;
	*fine = false;
	accounts->problem = answer == SQL_FAILED
				    ? sql_problem(accounts->sql)
				    : arena_format(accounts->arena, "the registry has no rule %s for today; run shanyu init", key);
	return 0;
}

bool account_rules_read(struct accounts *accounts, struct account_rules *rules)
{
	bool fine = true;

	rules->password_least = (int)rule(accounts, "password.least_characters", 1, &fine);
	rules->idle_seconds = rule(accounts, "session.idle_minutes", 60, &fine);
	rules->absolute_seconds = rule(accounts, "session.absolute_hours", 3600, &fine);
	rules->password_seconds = rule(accounts, "session.password_minutes", 60, &fine);
	rules->free_attempts = (int)rule(accounts, "sign_in.free_attempts", 1, &fine);
	rules->longest_wait_seconds = rule(accounts, "sign_in.longest_wait_seconds", 1, &fine);
	rules->forget_seconds = rule(accounts, "sign_in.forget_hours", 3600, &fine);
	rules->device_seconds = rule(accounts, "sign_in.device_days", 86400, &fine);
	rules->invited_seconds = rule(accounts, "sign_in.invited_hours", 3600, &fine);
	return fine;
}
