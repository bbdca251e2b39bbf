/* SPDX-License-Identifier: Apache-2.0 */
/* For the commands about accounts: the registry with the account key, and an audit row for every change. */
#ifndef SHANYU_COMMANDS_USER_H
#define SHANYU_COMMANDS_USER_H

#include "accounts/accounts.h"
#include "accounts/password.h"
#include "domain/cases/casework.h"
#include "commands/core/command.h"
#include "lib/seal/key.h"

struct user_work {
	struct command_call *call;
	struct accounts accounts;
	struct account_rules rules;
	uint8_t *key;                   /* in guarded memory */
	struct casework cases;          /* what the account has in hand; holds no key */
};

/* False after telling why. To be closed in any case. */
bool user_open(struct user_work *work, struct command_call *call);
void user_close(struct user_work *work);

/* Who runs this, as the system knows them: who used sudo before who they became. */
const char *user_of_system(void);

/* One audit row within the transaction, by the command and whoever runs it. NULL detail: nothing more to say. False: accounts.problem. */
bool user_audit(struct user_work *work, const char *action, const char *subject, struct values *detail);

/* Commit when the answer is ACCOUNT_DONE and all went well, else roll back and tell why. */
enum exit_code user_end(struct user_work *work, enum account_answer answer, const char *name);

/*
 * A password for one sign-in, and its hash: made, or with `ask` typed twice at the terminal (or read from standard input when that is
 * none). False after telling why. *shown is NULL when it was typed.
 */
bool user_password(struct user_work *work, bool ask, const struct account_facts *facts, char hash[PASSWORD_TEXT],
		   const char **shown);

#endif
