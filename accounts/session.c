/* SPDX-License-Identifier: Apache-2.0 */
/* Sessions. */
#include "session.h"

#include <sodium.h>
#include <string.h>

#include <accounts.h> /* the pack */

#define TOKEN_BYTES 32
#define SESSIONS_MOST 1000

bool session_hash(const char *token, char hash[SESSION_HASH])
{
	uint8_t bytes[TOKEN_BYTES], hashed[crypto_generichash_BYTES];
	const char *end = NULL;
	size_t size = 0;

	if (strlen(token) != SESSION_TOKEN - 1 ||
	    sodium_base642bin(bytes, sizeof bytes, token, SESSION_TOKEN - 1, NULL, &size, &end,
			      sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
	    size != sizeof bytes || *end)
		return false;
	crypto_generichash(hashed, sizeof hashed, bytes, sizeof bytes, NULL, 0);
	sodium_bin2hex(hash, SESSION_HASH, hashed, sizeof hashed);
	sodium_memzero(bytes, sizeof bytes);
	return true;
}

static const char *stage_code(enum session_stage stage)
{
	return stage == SESSION_FULL ? "FULL" : "PASSWORD";
}

enum account_answer session_start(struct accounts *accounts, const struct account_rules *rules, const char *name,
				  enum session_stage stage, const char *agent, char token[SESSION_TOKEN])
{
	struct values *values = values_new(accounts->arena);
	uint8_t bytes[TOKEN_BYTES];
	char *hash = arena_take(accounts->arena, SESSION_HASH);

	randombytes_buf(bytes, sizeof bytes);
	sodium_bin2base64(token, SESSION_TOKEN, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	sodium_memzero(bytes, sizeof bytes);
	session_hash(token, hash);
	values_put_text(values, "token_hash", hash);
	values_put_text(values, "account", name);
	values_put_text(values, "stage", stage_code(stage));
	values_put_text(values, "agent", agent);
	values_put_integer(values, "now", accounts->now);
	values_put_integer(values, "ends_at",
			   accounts->now + (stage == SESSION_FULL ? rules->absolute_seconds : rules->password_seconds));
	return account_do(accounts, &Q_session_add, values);
}

static struct values *alive(struct accounts *accounts, const struct account_rules *rules)
{
	struct values *values = values_new(accounts->arena);

	values_put_integer(values, "now", accounts->now);
	values_put_integer(values, "idle_since", accounts->now - rules->idle_seconds);
	return values;
}

struct values *session_find(struct accounts *accounts, const struct account_rules *rules, const char *token,
			    enum account_answer *answer)
{
	struct values *values = alive(accounts, rules), *row;
	char hash[SESSION_HASH];

	*answer = ACCOUNT_UNKNOWN;
	if (!session_hash(token, hash))
		return NULL;
	values_put_text(values, "token_hash", hash);
	switch (sql_row(accounts->sql, &Q_session_one, values, accounts->arena, &row)) {
	case SQL_FOUND:
		*answer = account_hold(accounts, row, 1) ? ACCOUNT_DONE : ACCOUNT_FAILED;
		return *answer == ACCOUNT_DONE ? row : NULL;
	case SQL_NONE:
		return NULL;
	case SQL_FAILED:
		break;
	}
	accounts->problem = sql_problem(accounts->sql);
	*answer = ACCOUNT_FAILED;
	return NULL;
}

bool session_stale(const struct accounts *accounts, const struct values *session)
{
	return accounts->now >= values_integer(session, "seen_at") + SESSION_SEEN_SECONDS;
}

enum account_answer session_seen(struct accounts *accounts, const struct values *session)
{
	struct values *values = values_new(accounts->arena);

	values_put_text(values, "token_hash", values_text(session, "token_hash"));
	values_put_integer(values, "now", accounts->now);
	return account_do(accounts, &Q_session_seen, values);
}

enum account_answer session_raise(struct accounts *accounts, const struct account_rules *rules, const struct values *session,
				  const char *agent, char token[SESSION_TOKEN])
{
	const char *name = values_text(session, "name");
	enum account_answer answer = session_end(accounts, name, values_text(session, "token_hash"));

	return answer == ACCOUNT_DONE ? session_start(accounts, rules, name, SESSION_FULL, agent, token) : answer;
}

bool session_list(struct accounts *accounts, const struct account_rules *rules, const char *name, struct rows *rows)
{
	struct values *values = alive(accounts, rules);

	values_put_text(values, "account", name);
	if (sql_list(accounts->sql, &Q_session_list, values, accounts->arena, SESSIONS_MOST, rows))
		return true;
	accounts->problem = sql_problem(accounts->sql);
	return false;
}

static enum account_answer end(struct accounts *accounts, const struct query *query, const char *name, const char *hash)
{
	struct values *values = values_new(accounts->arena);

	values_put_text(values, "account", name);
	values_put_text(values, "token_hash", hash);
	return account_do(accounts, query, values);
}

enum account_answer session_end(struct accounts *accounts, const char *name, const char *hash)
{
	return end(accounts, &Q_session_end, name, hash);
}

enum account_answer session_end_others(struct accounts *accounts, const char *name, const char *keep_hash)
{
	return end(accounts, &Q_session_end_others, name, keep_hash) == ACCOUNT_FAILED ? ACCOUNT_FAILED : ACCOUNT_DONE;
}

enum account_answer session_sweep(struct accounts *accounts, const struct account_rules *rules)
{
	return account_do(accounts, &Q_session_sweep, alive(accounts, rules)) == ACCOUNT_FAILED ? ACCOUNT_FAILED : ACCOUNT_DONE;
}

const char *session_agent(const char *user_agent, struct arena *arena)
{
	/* The first that is found: browsers call themselves by each other's names too. */
	static const char *const browsers[][2] = { { "MicroMessenger", "WeChat" }, { "Edg", "Edge" },     { "Firefox", "Firefox" },
						   { "HuaweiBrowser", "Huawei" },  { "QQBrowser", "QQ" }, { "Chrome", "Chrome" },
						   { "Safari", "Safari" },         { "curl", "curl" } };
	static const char *const systems[][2] = { { "HarmonyOS", "HarmonyOS" }, { "Android", "Android" }, { "iPhone", "iPhone" },
						  { "iPad", "iPad" },           { "Windows", "Windows" }, { "Mac OS", "macOS" },
						  { "Linux", "Linux" } };
	const char *browser = "", *system = "";

	for (size_t i = 0; !*browser && i < sizeof browsers / sizeof *browsers; i++)
		if (strstr(user_agent, browsers[i][0]))
			browser = browsers[i][1];
	for (size_t i = 0; !*system && i < sizeof systems / sizeof *systems; i++)
		if (strstr(user_agent, systems[i][0]))
			system = systems[i][1];
	return arena_format(arena, "%s%s%s", browser, *browser && *system ? ", " : "", system);
}
