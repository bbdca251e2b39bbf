/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu user add, shanyu user reset: who may come in, with a password for one sign-in. */
#include <stdio.h>
#include <string.h>

#include "lib/base/text.h"
#include "rules/core/permission.h"
#include "user.h"

static void print_password(const char *name, const char *shown, const struct account_rules *rules)
{
	if (shown)
		printf("%s: password for the first sign-in, within %d hours: %s\n", name, (int)(rules->invited_seconds / 3600),
		       shown);
	else
		printf("%s: the first sign-in must be within %d hours\n", name, (int)(rules->invited_seconds / 3600));
}

static enum account_answer add(struct user_work *work, const struct account_facts *facts, const char *hash)
{
	struct values *detail = values_new(work->call->arena);
	enum account_answer answer = account_make(&work->accounts, facts, hash, "shanyu");

	values_put_text(detail, "role", facts->role);
	values_put_text(detail, "scope", facts->scope);
	values_put_text(detail, "department", facts->department);
	if (answer == ACCOUNT_DONE && !user_audit(work, "account.add", facts->name, detail))
		answer = ACCOUNT_FAILED;
	return answer;
}

/* What stands behind an option with commas between, as account_facts takes it; NULL: it is not there. */
static const char *with_blanks(struct command_call *call, const char *option)
{
	const char *said = command_option(call, option);
	char *codes = said ? arena_copy(call->arena, said) : NULL;

	if (!codes)
		return NULL;
	for (char *at = codes; (at = strchr(at, ',')); at++)
		*at = ' ';
	return codes;
}

static enum exit_code run_add(struct command_call *call)
{
	const char *role = with_blanks(call, "--role"), *full_name = command_option(call, "--full-name"), *shown;
	const char *department = command_option(call, "--department"), *scope = with_blanks(call, "--scope");
	bool ask = command_flag(call, "--ask");
	enum exit_code code = EXIT_FAILED;
	char hash[PASSWORD_TEXT];
	struct user_work work;

	if (!command_words(call, 1))
		return EXIT_USAGE;
	if (!role || !full_name)
		return command_fails(call, EXIT_USAGE, "--role and --full-name are needed");
	if (text_is_utf8(full_name, strlen(full_name)))
		full_name = text_visible_line(call->arena, full_name);
	if (user_open(&work, call)) {
		struct account_facts facts = { call->words[0], full_name, role, department ? department : "", scope };

		if (!scope)
			facts.scope = account_usual_scope(role, facts.department, call->arena);

		if (user_password(&work, ask, &facts, hash, &shown) && sql_begin(work.accounts.sql)) {
			code = user_end(&work, add(&work, &facts, hash), facts.name);
			if (code == EXIT_DONE)
				print_password(facts.name, shown, &work.rules);
		} else if (sql_failed(work.accounts.sql)) {
			code = command_fails(call, EXIT_FAILED, "%s", sql_problem(work.accounts.sql));
		}
	}
	user_close(&work);
	return code;
}

const struct command command_user_add = {
	.name = "user add",
	.summary = "Let somebody into the office",
	.usage = "NAME --role ROLE[,ROLE]... --full-name TEXT [--scope SCOPE[,SCOPE]...] [--department CODE] [--ask]",
	.help = "Makes an account and prints a password for the first sign-in, which asks for an own password and sets up one-time codes.\n"
		"ROLE is DESK, STREET, DEPARTMENT, SUPERVISOR, PUBLISHER, APPROVER, AUDITOR or ADMINISTRATOR; who has several may what each of\n"
		"them may. SUPERVISOR, AUDITOR and ADMINISTRATOR stand alone. A STREET account needs the code of its street, a DEPARTMENT account\n"
		"that of its department (departments.csv).\n"
		"SCOPE is what it sees: DISTRICT, STREET-CODE, DEPARTMENT-CODE or FACILITY-CODE, as many as there are. Without --scope it is the\n"
		"account's own street or department, or the district. With --scope '' the account sees nothing.\n"
		"--ask takes the password from the terminal, or as a line from standard input, instead of making one.\n",
	.run = run_add,
};

static enum account_answer reset(struct user_work *work, const char *name, const char *hash, bool keep_codes)
{
	struct values *detail = values_new(work->call->arena);
	enum account_answer answer = account_reset(&work->accounts, name, hash, keep_codes);

	values_put_integer(detail, "keep_codes", keep_codes);
	return answer == ACCOUNT_DONE && !user_audit(work, "account.reset", name, detail) ? ACCOUNT_FAILED : answer;
}

static enum exit_code run_reset(struct command_call *call)
{
	bool ask = command_flag(call, "--ask"), keep_codes = command_flag(call, "--keep-codes");
	enum exit_code code = EXIT_FAILED;
	char hash[PASSWORD_TEXT];
	struct user_work work;
	const char *shown;

	if (!command_words(call, 1))
		return EXIT_USAGE;
	if (user_open(&work, call)) {
		struct account_facts facts = { call->words[0], "", "", "", "" };

		if (user_password(&work, ask, &facts, hash, &shown) && sql_begin(work.accounts.sql)) {
			code = user_end(&work, reset(&work, facts.name, hash, keep_codes), facts.name);
			if (code == EXIT_DONE)
				print_password(facts.name, shown, &work.rules);
		} else if (sql_failed(work.accounts.sql)) {
			code = command_fails(call, EXIT_FAILED, "%s", sql_problem(work.accounts.sql));
		}
	}
	user_close(&work);
	return code;
}

const struct command command_user_reset = {
	.name = "user reset",
	.summary = "Let somebody in again who lost password or telephone",
	.usage = "NAME [--keep-codes] [--ask]",
	.help = "Makes a new password for one sign-in, removes the one-time codes and recovery codes, and ends every session. Be sure who asks.\n"
		"--keep-codes is for who only forgot the password: the telephone's codes are still asked for.\n"
		"A disabled account stays disabled.\n",
	.run = run_reset,
};
