/* SPDX-License-Identifier: Apache-2.0 */
/* The people of the demonstration's office. */
#include "demo_accounts.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "accounts/accounts.h"
#include "accounts/password.h"
#include "accounts/totp.h"
#include "audit/audit.h"
#include "lib/base/clock.h"
#include "lib/base/csv.h"
#include "lib/seal/key.h"

struct making {
	struct accounts accounts;
	uint8_t *key;
	const char *password; /* of the newest hash: hashing one takes its time */
	char hash[PASSWORD_TEXT];
	int made;
};

static enum account_answer set_up_codes(struct making *making, const char *name)
{
	uint8_t secret[TOTP_SECRET];
	char code[TOTP_DIGITS + 1];
	/* A code of long ago sets it up, so that the one of now is not taken. */
	struct accounts before = making->accounts;
	enum account_answer answer = ACCOUNT_FAILED;

	before.now -= 3600;
	totp_make(secret);
	if (totp_code(secret, before.now, code))
		answer = totp_set(&before, name, secret, code);
	making->accounts.problem = before.problem;
	sodium_memzero(secret, sizeof secret);
	return answer;
}

static bool hash(struct making *making, const char *password)
{
	if (making->password && strcmp(making->password, password) == 0)
		return true;
	making->password = password;
	making->accounts.problem = "there is not enough memory to hash a password";
	return password_hash(password, making->hash);
}

static enum account_answer make_one(struct making *making, const struct values *row)
{
	struct accounts *accounts = &making->accounts;
	struct account_facts facts = { values_text(row, "name"), values_text(row, "full_name"), values_text(row, "role"),
				       values_text(row, "department"), values_text(row, "scope") };
	struct audit_row audited = {
		.account = "", .role = "shanyu", .action = "account.add", .subject = facts.name, .reason = "demo", .request_id = ""
	};
	enum account_answer answer;

	if (account_find(accounts, facts.name, &answer))
		return ACCOUNT_DONE;
	if (answer != ACCOUNT_UNKNOWN || !hash(making, values_text(row, "password")))
		return ACCOUNT_FAILED;
	answer = account_make(accounts, &facts, making->hash, ACCOUNT_DEMO);
	if (answer == ACCOUNT_DONE)
		answer = account_set_password(accounts, facts.name, making->hash, "");
	if (answer == ACCOUNT_DONE)
		answer = set_up_codes(making, facts.name);
	if (answer == ACCOUNT_DONE && !audit_append(accounts->sql, accounts->arena, accounts->now, &audited, &accounts->problem))
		answer = ACCOUNT_FAILED;
	making->made += answer == ACCOUNT_DONE;
	return answer;
}

static const char *make_all(struct making *making, struct csv *csv, const char *path)
{
	struct arena *arena = making->accounts.arena;
	enum account_answer answer = ACCOUNT_DONE;
	struct values *row = NULL;

	while (answer == ACCOUNT_DONE && csv_next(csv, arena, &row) == CSV_FOUND)
		answer = make_one(making, row);
	if (*csv_problem(csv))
		return arena_copy(arena, csv_problem(csv));
	if (answer == ACCOUNT_FAILED)
		return arena_copy(arena, making->accounts.problem);
	return answer == ACCOUNT_DONE ? NULL : arena_format(arena, "%s:%zu: %s", path, csv_line(csv), account_answer_text(answer));
}

enum exit_code demo_accounts_make(struct command_call *call, struct sql *sql, const char *folder)
{
	struct making making = { .accounts = { .sql = sql, .arena = call->arena, .now = clock_now(), .problem = "" } };
	const char *path = arena_format(call->arena, "%s/accounts.csv", folder), *problem = NULL;
	struct csv *csv = csv_open(path, true, call->arena, &problem);

	if (csv)
		making.key = key_read(call->config->account_key, call->arena, &problem);
	making.accounts.key = making.key;
	if (making.key) {
		if (!account_demo(&making.accounts))
			problem = *making.accounts.problem ? making.accounts.problem : "this district is no demonstration";
		else if (!sql_begin(sql))
			problem = sql_problem(sql);
		else
			problem = make_all(&making, csv, path);
		if (problem || !sql_commit(sql)) {
			problem = problem ? problem : arena_copy(call->arena, sql_problem(sql));
			sql_rollback(sql);
		}
	}
	csv_close(csv);
	key_free(making.key);
	if (problem)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	printf("%d accounts of the office, see %s; 'shanyu user code NAME' tells a one-time code\n", making.made, path);
	return EXIT_DONE;
}
