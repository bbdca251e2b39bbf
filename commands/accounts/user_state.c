/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu user disable, enable, list. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "domain/cases/hand_on.h"
#include "lib/base/calendar.h"
#include "user.h"

struct handing {
	struct user_work *work;
	const char *name, *to;
};

static bool note_given(void *with, const char *number)
{
	struct handing *handing = with;
	struct values *detail = values_new(handing->work->call->arena);

	values_put_text(detail, "before", handing->name);
	values_put_text(detail, "handler", handing->to);
	return user_audit(handing->work, "case.assign", number, detail);
}

/* What the account has in hand goes to who was named, or is told to stay. */
static enum account_answer hand_work_on(struct user_work *work, const char *name, const char *to)
{
	struct handing handing = { work, name, to };
	struct hand_on how = { .account = name, .to = to, .given = note_given, .with = &handing };
	struct values *counts = hand_on_counts(&work->cases, name);
	enum case_answer answer = !counts ? CASE_FAILED : to ? hand_on(&work->cases, &how) : CASE_DONE;

	if (answer == CASE_FAILED)
		work->accounts.problem = work->cases.problem;
	if (answer == CASE_UNFIT)
		return ACCOUNT_UNKNOWN;
	if (answer != CASE_DONE)
		return ACCOUNT_FAILED;
	if (to)
		printf("%s: %" PRId64 " open cases and %" PRId64 " open tasks were given to %s, %" PRId64 " cases stay\n", name, how.cases, how.tasks,
		       to, how.left);
	else if (hand_on_has_work(counts))
		printf("%s: %" PRId64 " open cases, %" PRId64 " open tasks and %" PRId64 " requests to be decided stay; --hand-to gives them on\n",
		       name, values_integer(counts, "open_cases"), values_integer(counts, "open_tasks"), values_integer(counts, "open_requests"));
	return ACCOUNT_DONE;
}

static enum exit_code run_disable(struct command_call *call)
{
	const char *to = command_option(call, "--hand-to");
	enum exit_code code = EXIT_FAILED;
	struct user_work work;

	if (!command_words(call, 1))
		return EXIT_USAGE;
	if (user_open(&work, call)) {
		const char *name = call->words[0], *told = name;
		enum account_answer answer = ACCOUNT_FAILED;
		struct values *detail = values_new(call->arena);

		if (sql_begin(work.accounts.sql))
			answer = account_disable(&work.accounts, name);
		if (answer == ACCOUNT_DONE) {
			answer = hand_work_on(&work, name, to);
			if (answer == ACCOUNT_UNKNOWN)
				told = arena_format(call->arena, "%s is no colleague at work of %s", to, name);
		}
		if (to)
			values_put_text(detail, "hand_to", to);
		if (answer == ACCOUNT_DONE && !user_audit(&work, "account.disable", name, detail))
			answer = ACCOUNT_FAILED;
		code = user_end(&work, answer, told);
	}
	user_close(&work);
	return code;
}

static enum exit_code change(struct command_call *call, enum account_answer (*with)(struct accounts *, const char *),
			     const char *action)
{
	enum exit_code code = EXIT_FAILED;
	struct user_work work;

	if (!command_words(call, 1))
		return EXIT_USAGE;
	if (user_open(&work, call)) {
		const char *name = call->words[0];
		enum account_answer answer = ACCOUNT_FAILED;

		if (sql_begin(work.accounts.sql))
			answer = with(&work.accounts, name);
		if (answer == ACCOUNT_DONE && !user_audit(&work, action, name, NULL))
			answer = ACCOUNT_FAILED;
		code = user_end(&work, answer, name);
	}
	user_close(&work);
	return code;
}

static enum exit_code run_enable(struct command_call *call)
{
	return change(call, account_enable, "account.enable");
}

const struct command command_user_disable = {
	.name = "user disable",
	.summary = "Let somebody in no more",
	.usage = "NAME [--hand-to NAME]",
	.help = "Ends every session of the account at once; nobody signs in with it until it is enabled again. What it did stays in the audit.\n"
		"Says how many open cases, tasks and requests it has in hand; --hand-to gives cases and tasks to a colleague: an account at work of\n"
		"the same department, with its roles and its scope.\n",
	.run = run_disable,
};

const struct command command_user_enable = {
	.name = "user enable",
	.summary = "Let somebody in again who was disabled",
	.usage = "NAME",
	.help = "The account has the password and the one-time codes it had.\n",
	.run = run_enable,
};

/* What an account holds, as user add takes it; "-" is nothing. */
static const char *with_commas(struct arena *arena, const char *codes)
{
	char *text = arena_copy(arena, codes);

	for (char *at = text; (at = strchr(at, ' '));)
		*at = ',';
	return *text ? text : "-";
}

static void print_account(const struct values *row, struct arena *arena)
{
	int64_t seen = values_integer(row, "seen_at");

	printf("%-20s %-14s %-18s %-9s %-5s %-10s %s\n", values_text(row, "name"), with_commas(arena, values_text(row, "role")),
	       with_commas(arena, values_text(row, "scope")), values_text(row, "state"), values_say(row, "has_totp") ? "codes" : "-",
	       seen ? calendar_day_text(arena, calendar_day_of(seen, CALENDAR_CHINA)) : "-", values_text(row, "full_name"));
}

static enum exit_code run_list(struct command_call *call)
{
	enum exit_code code = EXIT_FAILED;
	struct user_work work;
	struct rows rows;

	if (!command_words(call, 0))
		return EXIT_USAGE;
	if (user_open(&work, call)) {
		if (account_list(&work.accounts, &rows)) {
			for (size_t i = 0; i < rows.count; i++)
				print_account(&rows.at[i], call->arena);
			code = EXIT_DONE;
		} else {
			code = command_fails(call, EXIT_FAILED, "%s", work.accounts.problem);
		}
	}
	user_close(&work);
	return code;
}

const struct command command_user_list = {
	.name = "user list",
	.summary = "Show who may come in",
	.usage = "",
	.help = "A line for each account: name, roles, what it sees (- is nothing), state, whether it has one-time codes, the day it was last used, full name.\n",
	.run = run_list,
};
