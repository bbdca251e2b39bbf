/* SPDX-License-Identifier: Apache-2.0 */
/* Accounts: made, found, changed. */
#include "accounts.h"

#include <string.h>

#include <accounts.h> /* the pack */

#include "lib/base/text.h"
#include "rules/core/permission.h"

#define NAME_LEAST 2
#define NAME_MOST 32
#define FULL_NAME_MOST 40
#define ACCOUNTS_MOST 5000
#define DEPARTMENTS_MOST 1000

enum account_answer account_do(struct accounts *accounts, const struct query *query, const struct values *values)
{
	int64_t changed = sql_do(accounts->sql, query, values);

	if (changed > 0)
		return ACCOUNT_DONE;
	if (changed == 0)
		return ACCOUNT_UNKNOWN;
	accounts->problem = sql_problem(accounts->sql);
	return ACCOUNT_FAILED;
}

static bool is_name(const char *text)
{
	size_t size = strlen(text);

	return size >= NAME_LEAST && size <= NAME_MOST && text[0] >= 'a' && text[0] <= 'z' &&
	       strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == size;
}

/* Whether one of the roles works for such a department; kind is "STREET" or "DEPARTMENT". */
static bool works_for(const char *roles, const char *kind)
{
	for (int role = ROLE_NONE + 1; role < ROLE_END; role++)
		if (text_has_word(roles, permission_role_code((enum role)role)) &&
		    permission_place((enum role)role) == (*kind == 'S' ? PLACE_STREET : PLACE_DEPARTMENT))
			return true;
	return false;
}

/* A street's officer has a street's office, a department's a department, everyone else none. */
static enum account_answer judge_department(struct accounts *accounts, const char *roles, const char *department)
{
	bool needed = works_for(roles, "STREET") || works_for(roles, "DEPARTMENT");
	struct values *key = values_new(accounts->arena), *row;
	enum sql_answer answer;

	if (!needed || !*department)
		return needed || *department ? ACCOUNT_BAD_DEPARTMENT : ACCOUNT_DONE;
	values_put_text(key, "department", department);
	answer = sql_row(accounts->sql, &Q_account_department, key, accounts->arena, &row);
	if (answer == SQL_FAILED) {
		accounts->problem = sql_problem(accounts->sql);
		return ACCOUNT_FAILED;
	}
	return answer == SQL_FOUND && works_for(roles, values_text(row, "kind")) ? ACCOUNT_DONE : ACCOUNT_BAD_DEPARTMENT;
}

static enum account_answer judge(struct accounts *accounts, const struct account_facts *facts)
{
	enum account_answer answer;

	if (!is_name(facts->name))
		return ACCOUNT_BAD_NAME;
	if (!*facts->full_name || !text_is_utf8(facts->full_name, strlen(facts->full_name)) ||
	    text_length(facts->full_name) > FULL_NAME_MOST || text_has_control(facts->full_name) ||
	    text_has_line_break(facts->full_name))
		return ACCOUNT_BAD_FULL_NAME;
	answer = account_judge_roles(facts->role, accounts->arena);
	if (answer == ACCOUNT_DONE)
		answer = judge_department(accounts, facts->role, facts->department);
	return answer == ACCOUNT_DONE ? account_judge_scope(accounts, facts->scope) : answer;
}

static struct values *facts_values(struct accounts *accounts, const struct account_facts *facts)
{
	struct values *values = values_new(accounts->arena);

	values_put_text(values, "name", facts->name);
	values_put_text(values, "full_name", facts->full_name);
	values_put_text(values, "department", facts->department);
	values_put_integer(values, "now", accounts->now);
	return values;
}

enum account_answer account_make(struct accounts *accounts, const struct account_facts *facts, const char *password,
				 const char *made_by)
{
	enum account_answer answer = judge(accounts, facts);
	struct values *values;

	if (answer != ACCOUNT_DONE)
		return answer;
	values = facts_values(accounts, facts);
	values_put_text(values, "password", password);
	values_put_text(values, "created_by", made_by);
	answer = account_do(accounts, &Q_account_add, values);
	if (answer != ACCOUNT_DONE)
		return answer == ACCOUNT_UNKNOWN ? ACCOUNT_TAKEN : answer;
	return account_put_held(accounts, facts);
}

struct values *account_find(struct accounts *accounts, const char *name, enum account_answer *answer)
{
	struct values *key = values_new(accounts->arena), *row;

	values_put_text(key, "name", name);
	switch (sql_row(accounts->sql, &Q_account_one, key, accounts->arena, &row)) {
	case SQL_FOUND:
		*answer = account_hold(accounts, row, 1) ? ACCOUNT_DONE : ACCOUNT_FAILED;
		return *answer == ACCOUNT_DONE ? row : NULL;
	case SQL_NONE:
		*answer = ACCOUNT_UNKNOWN;
		return NULL;
	case SQL_FAILED:
		break;
	}
	accounts->problem = sql_problem(accounts->sql);
	*answer = ACCOUNT_FAILED;
	return NULL;
}

enum account_answer account_unchanged(struct accounts *accounts, const struct values *seen)
{
	static const char *const names[] = { "state", "role", "scope", "department", "password" };
	enum account_answer answer;
	const struct values *now = account_find(accounts, values_text(seen, "name"), &answer);

	for (size_t i = 0; now && i < sizeof names / sizeof *names; i++)
		if (strcmp(values_text(now, names[i]), values_text(seen, names[i])) != 0)
			answer = ACCOUNT_REFUSED;
	return answer;
}

static bool list(struct accounts *accounts, const struct query *query, size_t most, struct rows *rows)
{
	struct values *values = values_new(accounts->arena);

	values_put_integer(values, "now", accounts->now);
	if (sql_list(accounts->sql, query, values, accounts->arena, most, rows))
		return true;
	accounts->problem = sql_problem(accounts->sql);
	return false;
}

bool account_list(struct accounts *accounts, struct rows *rows)
{
	return list(accounts, &Q_account_list, ACCOUNTS_MOST, rows) && account_hold(accounts, rows->at, rows->count);
}

bool account_departments(struct accounts *accounts, struct rows *rows)
{
	return list(accounts, &Q_account_departments, DEPARTMENTS_MOST, rows);
}

bool account_streets(struct accounts *accounts, struct rows *rows)
{
	return list(accounts, &Q_account_streets, DEPARTMENTS_MOST, rows);
}

/* Ends every session of an account but one. */
static enum account_answer end_sessions(struct accounts *accounts, const char *name, const char *keep_hash)
{
	struct values *values = values_new(accounts->arena);

	values_put_text(values, "account", name);
	values_put_text(values, "token_hash", keep_hash);
	return account_do(accounts, &Q_session_end_others, values) == ACCOUNT_FAILED ? ACCOUNT_FAILED : ACCOUNT_DONE;
}

bool account_loses(const struct values *before, const struct account_facts *facts, struct arena *arena)
{
	return *account_codes_without(values_text(before, "role"), facts->role, arena) ||
	       strcmp(values_text(before, "department"), facts->department) != 0 ||
	       *account_codes_without(values_text(before, "scope"), facts->scope, arena);
}

enum account_answer account_change(struct accounts *accounts, const struct account_facts *facts)
{
	enum account_answer answer = judge(accounts, facts);
	struct values *old = answer == ACCOUNT_DONE ? account_find(accounts, facts->name, &answer) : NULL;
	bool loses;

	if (!old)
		return answer;
	loses = account_loses(old, facts, accounts->arena);
	answer = account_do(accounts, &Q_account_change, facts_values(accounts, facts));
	if (answer == ACCOUNT_DONE)
		answer = account_put_held(accounts, facts);
	return answer == ACCOUNT_DONE && loses ? end_sessions(accounts, facts->name, "") : answer;
}

static enum account_answer set_state(struct accounts *accounts, const char *name, const char *state)
{
	struct values *values = values_new(accounts->arena);

	values_put_text(values, "name", name);
	values_put_text(values, "state", state);
	values_put_integer(values, "now", accounts->now);
	return account_do(accounts, &Q_account_set_state, values);
}

enum account_answer account_disable(struct accounts *accounts, const char *name)
{
	enum account_answer answer = set_state(accounts, name, "DISABLED");

	return answer == ACCOUNT_DONE ? end_sessions(accounts, name, "") : answer;
}

enum account_answer account_enable(struct accounts *accounts, const char *name)
{
	enum account_answer answer;
	struct values *account = account_find(accounts, name, &answer);

	if (!account || strcmp(values_text(account, "state"), "DISABLED") != 0)
		return answer;
	return set_state(accounts, name, values_null(account, "totp_secret") ? "INVITED" : "ACTIVE");
}

static enum account_answer put_password(struct accounts *accounts, const char *name, const char *password, const char *state,
					const char *keep_hash)
{
	struct values *values = values_new(accounts->arena);
	enum account_answer answer;

	values_put_text(values, "name", name);
	values_put_text(values, "password", password);
	values_put_integer(values, "now", accounts->now);
	answer = account_do(accounts, &Q_account_set_password, values);
	if (answer == ACCOUNT_DONE && *state)
		answer = set_state(accounts, name, state);
	return answer == ACCOUNT_DONE ? end_sessions(accounts, name, keep_hash) : answer;
}

enum account_answer account_set_password(struct accounts *accounts, const char *name, const char *password, const char *keep_hash)
{
	return put_password(accounts, name, password, "ACTIVE", keep_hash);
}

static enum account_answer forget_codes(struct accounts *accounts, const struct values *account)
{
	struct values *values = values_new(accounts->arena);
	const char *name = values_text(account, "name");

	values_put_text(values, "name", name);
	values_put_text(values, "account", name);
	values_put_null(values, "totp_secret");
	values_put_integer(values, "totp_step", values_integer(account, "totp_step"));
	values_put_integer(values, "now", accounts->now);
	if (account_do(accounts, &Q_account_set_totp, values) != ACCOUNT_DONE)
		return ACCOUNT_FAILED;
	return account_do(accounts, &Q_recovery_forget, values) == ACCOUNT_FAILED ? ACCOUNT_FAILED : ACCOUNT_DONE;
}

enum account_answer account_reset(struct accounts *accounts, const char *name, const char *password, bool keep_codes)
{
	enum account_answer answer;
	struct values *account = account_find(accounts, name, &answer);

	if (!account)
		return answer;
	if (!keep_codes && forget_codes(accounts, account) != ACCOUNT_DONE)
		return ACCOUNT_FAILED;
	return put_password(accounts, name, password, strcmp(values_text(account, "state"), "DISABLED") == 0 ? "" : "INVITED", "");
}

bool account_open(struct accounts *accounts, const struct account_rules *rules, const struct values *account)
{
	const char *state = values_text(account, "state");

	if (strcmp(values_text(account, "created_by"), ACCOUNT_DEMO) == 0 && !account_demo(accounts))
		return false;
	if (strcmp(state, "INVITED") == 0)
		return accounts->now < values_integer(account, "password_changed_at") + rules->invited_seconds;
	return strcmp(state, "ACTIVE") == 0;
}

bool account_demo(struct accounts *accounts)
{
	struct values *row;
	enum sql_answer answer = sql_row(accounts->sql, &Q_account_district, NULL, accounts->arena, &row);

	if (answer == SQL_FAILED)
		accounts->problem = sql_problem(accounts->sql);
	return answer == SQL_FOUND && values_integer(row, "demo") == 1;
}

const char *account_answer_text(enum account_answer answer)
{
	static const char *const texts[] = {
		[ACCOUNT_DONE] = "done",
		[ACCOUNT_UNKNOWN] = "there is no such account",
		[ACCOUNT_TAKEN] = "there is an account of this name already",
		[ACCOUNT_BAD_NAME] = "a name has 2 to 32 of a-z, 0-9 and -, and begins with a letter",
		[ACCOUNT_BAD_FULL_NAME] = "a full name has 1 to 40 characters",
		[ACCOUNT_BAD_ROLE] = "there is no such role",
		[ACCOUNT_APART] = "SUPERVISOR, AUDITOR and ADMINISTRATOR stand alone: their account has no other role",
		[ACCOUNT_BAD_SCOPE] = "no such scope: DISTRICT, STREET-CODE, DEPARTMENT-CODE or FACILITY-CODE of what there is",
		[ACCOUNT_BAD_DEPARTMENT] =
			"a STREET or DEPARTMENT account needs the code of its own office, any other account none",
		[ACCOUNT_REFUSED] = "refused",
		[ACCOUNT_FAILED] = "the registry could not be asked",
	};

	return texts[answer];
}
