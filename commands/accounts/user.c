/* SPDX-License-Identifier: Apache-2.0 */
/* What the commands about accounts share. */
#include "user.h"

#include <pwd.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "audit/audit.h"
#include "cases.h"
#include "lib/base/clock.h"
#include "lib/base/text.h"

#define TYPED_MOST 1024

bool user_open(struct user_work *work, struct command_call *call)
{
	static const struct query_pack *const packs[] = { &cases_pack, NULL };
	const char *problem;

	*work = (struct user_work){ .call = call };
	work->key = key_read(call->config->account_key, call->arena, &problem);
	work->accounts = (struct accounts){ .arena = call->arena, .now = clock_now(), .key = work->key, .problem = "" };
	if (!work->key) {
		command_fails(call, EXIT_FAILED, "%s", problem);
		return false;
	}
	work->accounts.sql = command_registry(call);
	if (!work->accounts.sql)
		return false;
	work->cases = (struct casework){ .sql = work->accounts.sql, .arena = call->arena, .now = work->accounts.now, .problem = "" };
	if (!sql_prepare(work->accounts.sql, packs)) {
		command_fails(call, EXIT_FAILED, "%s", sql_problem(work->accounts.sql));
		return false;
	}
	if (account_rules_read(&work->accounts, &work->rules))
		return true;
	command_fails(call, EXIT_FAILED, "%s", work->accounts.problem);
	return false;
}

void user_close(struct user_work *work)
{
	key_free(work->key);
	sql_close(work->accounts.sql);
}

const char *user_of_system(void)
{
	const char *before = getenv("SUDO_USER");
	const struct passwd *entry = getpwuid(getuid());

	return before && *before ? before : entry ? entry->pw_name : "";
}

bool user_audit(struct user_work *work, const char *action, const char *subject, struct values *detail)
{
	struct audit_row row = {
		.account = "", .role = "shanyu", .action = action, .subject = subject, .reason = "", .request_id = ""
	};

	if (!detail)
		detail = values_new(work->call->arena);
	values_put_text(detail, "system_user", user_of_system());
	row.detail = detail;
	return audit_append(work->accounts.sql, work->call->arena, work->accounts.now, &row, &work->accounts.problem);
}

enum exit_code user_end(struct user_work *work, enum account_answer answer, const char *name)
{
	if (answer == ACCOUNT_DONE && sql_commit(work->accounts.sql))
		return EXIT_DONE;
	if (answer == ACCOUNT_DONE || answer == ACCOUNT_FAILED) {
		const char *problem = arena_copy(work->call->arena, sql_failed(work->accounts.sql) ? sql_problem(work->accounts.sql)
												   : work->accounts.problem);

		sql_rollback(work->accounts.sql);
		return command_fails(work->call, EXIT_FAILED, "%s", problem);
	}
	sql_rollback(work->accounts.sql);
	return command_fails(work->call, EXIT_FAILED, "%s: %s", name, account_answer_text(answer));
}

/* A line without its end; the terminal shows nothing of it. NULL at the end of the input. */
static const char *type(struct command_call *call, const char *prompt)
{
	struct termios shown, hidden;
	bool terminal = tcgetattr(STDIN_FILENO, &shown) == 0;
	char *line = arena_take(call->arena, TYPED_MOST);
	bool read;

	if (terminal) {
		hidden = shown;
		hidden.c_lflag &= ~(tcflag_t)ECHO;
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
		fputs(prompt, stderr);
	}
	read = fgets(line, TYPED_MOST, stdin) != NULL;
	if (terminal) {
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
		fputc('\n', stderr);
	}
	line[strcspn(line, "\r\n")] = '\0';
	return read ? line : NULL;
}

static const char *judge(struct user_work *work, const struct account_facts *facts, const char *password)
{
	struct password_list list = { 0 };
	struct password_policy policy = { .least = (size_t)work->rules.password_least, .list = &list };
	const char *problem = NULL;
	enum password_verdict verdict;

	if (!text_is_utf8(password, strlen(password)))
		return "the password is no UTF-8";
	policy.words = password_words(arena_format(work->call->arena, "%s/" PASSWORD_WORDS, work->call->config->district), facts->name,
				      facts->full_name, work->call->arena, &problem);
	if (!policy.words || !password_list_open(&list, work->call->config->common_passwords, work->call->arena, &problem))
		return problem;
	verdict = password_judge(&policy, password);
	password_list_close(&list);
	return verdict == PASSWORD_FINE ? NULL : password_verdict_text(verdict);
}

bool user_password(struct user_work *work, bool ask, const struct account_facts *facts, char hash[PASSWORD_TEXT],
		   const char **shown)
{
	char *made = arena_take(work->call->arena, PASSWORD_MADE);
	const char *password = made, *problem = NULL;

	*shown = ask ? NULL : made;
	password_make(made);
	if (ask) {
		password = type(work->call, "Password for the first sign-in: ");
		if (!password)
			problem = "no password was typed";
		else if (isatty(STDIN_FILENO)) {
			const char *again = type(work->call, "The same again: ");

			problem = again && strcmp(password, again) == 0 ? NULL : "these were two different passwords";
		}
	}
	if (!problem)
		problem = judge(work, facts, password);
	if (!problem && !password_hash(password, hash))
		problem = "there is not enough memory to hash a password";
	if (problem)
		command_fails(work->call, EXIT_FAILED, "%s", problem);
	return !problem;
}
