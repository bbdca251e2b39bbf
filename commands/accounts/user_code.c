/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu user code: the one-time code of a demonstration's account, and of no other. */
#include <sodium.h>
#include <stdio.h>

#include "accounts/totp.h"
#include "user.h"

static enum exit_code print_code(struct user_work *work, const char *name)
{
	enum account_answer answer = ACCOUNT_UNKNOWN;
	char code[TOTP_DIGITS + 1];
	uint8_t secret[TOTP_SECRET];
	struct values *account;

	if (!account_demo(&work->accounts))
		return command_fails(work->call, EXIT_FAILED, "%s",
				     *work->accounts.problem
					     ? work->accounts.problem
					     : "this is no demonstration: codes are on the telephones of those who use them");
	account = account_find(&work->accounts, name, &answer);
	if (!account)
		return command_fails(work->call, EXIT_FAILED, "%s: %s", name,
				     answer == ACCOUNT_FAILED ? work->accounts.problem : account_answer_text(answer));
	if (!totp_secret_of(&work->accounts, account, secret) || !totp_code(secret, work->accounts.now, code))
		return command_fails(work->call, EXIT_FAILED, "%s: one-time codes are not set up", name);
	sodium_memzero(secret, sizeof secret);
	printf("%s\n", code);
	return EXIT_DONE;
}

static enum exit_code run_code(struct command_call *call)
{
	enum exit_code code = EXIT_FAILED;
	struct user_work work;

	if (!command_words(call, 1))
		return EXIT_USAGE;
	if (user_open(&work, call))
		code = print_code(&work, call->words[0]);
	user_close(&work);
	return code;
}

const struct command command_user_code = {
	.name = "user code",
	.summary = "Show the one-time code of a demonstration's account",
	.usage = "NAME",
	.help = "Only in a registry that shanyu demo made. A code is good for half a minute before and after, and once.\n",
	.run = run_code,
};
