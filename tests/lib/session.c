/* SPDX-License-Identifier: Apache-2.0 */
/* session CONFIG ACCOUNT: signs an account in without its password, for tests of what comes after; prints the cookie's token. */
#include <sodium.h>
#include <stdio.h>

#include "accounts.h"
#include "accounts/session.h"
#include "lib/base/clock.h"
#include "lib/base/config.h"

int main(int count, char **words)
{
	static const struct query_pack *const packs[] = { &accounts_pack, NULL };
	struct arena *arena = arena_new((size_t)16 * 1024 * 1024);
	const char *problem = "";
	const struct config *config = sodium_init() < 0 || count != 3 ? NULL : config_read(words[1], arena, &problem);
	struct sql_opening opening = { .address = config ? config->registry : "", .mode = SQL_READ_WRITE, .packs = packs };
	struct accounts accounts = { .sql = config ? sql_open(&opening, arena, &problem) : NULL, .arena = arena, .now = clock_now(),
		.problem = "" };
	char token[SESSION_TOKEN] = "";
	struct account_rules rules;
	bool done = accounts.sql && sql_begin(accounts.sql) && account_rules_read(&accounts, &rules) &&
		    session_start(&accounts, &rules, words[2], SESSION_FULL, "test", token) == ACCOUNT_DONE && sql_commit(accounts.sql);

	if (done)
		puts(token);
	else
		fprintf(stderr, "session: %s %s\n", problem, accounts.problem);
	sql_close(accounts.sql);
	arena_free(arena);
	return done ? 0 : 1;
}
