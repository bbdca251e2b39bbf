/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who is signed in: a random token in the browser, its hash in the registry. It ends after a time without use, at the latest after a
 * working day, when its owner ends it, and when the account is disabled or changed. After the password it is of the stage PASSWORD, which opens
 * nothing but the rest of the sign-in; the one-time code raises it to FULL under another token.
 */
#ifndef SHANYU_ACCOUNTS_SESSION_H
#define SHANYU_ACCOUNTS_SESSION_H

#include "accounts.h"

#define SESSION_TOKEN 44        /* 32 random bytes in base64 of addresses, with the NUL */
#define SESSION_HASH 65         /* BLAKE2b-256, hexadecimal, with the NUL */
#define SESSION_SEEN_SECONDS 60 /* use is noted no more often */

enum session_stage { SESSION_PASSWORD, SESSION_FULL };

/* The hash of what a browser sent; false: it is no token. */
bool session_hash(const char *token, char hash[SESSION_HASH]);

enum account_answer session_start(struct accounts *accounts, const struct account_rules *rules, const char *name,
				  enum session_stage stage, const char *agent, char token[SESSION_TOKEN]);

/*
 * Whose it is: columns token_hash stage agent session_created_at seen_at ends_at name full_name role role_name scope scope_name
 * department department_name state has_totp.
 * NULL: *answer is ACCOUNT_UNKNOWN (none, ended, over, account disabled) or ACCOUNT_FAILED.
 */
struct values *session_find(struct accounts *accounts, const struct account_rules *rules, const char *token,
			    enum account_answer *answer);

/* Whether the use of a session is due to be noted, and noting it. */
bool session_stale(const struct accounts *accounts, const struct values *session);
enum account_answer session_seen(struct accounts *accounts, const struct values *session);

/* From PASSWORD to FULL, or FULL anew: the old token is worth nothing from now on. */
enum account_answer session_raise(struct accounts *accounts, const struct account_rules *rules, const struct values *session,
				  const char *agent, char token[SESSION_TOKEN]);

/* The sessions of an account: token_hash created_at seen_at ends_at agent, newest use first. */
bool session_list(struct accounts *accounts, const struct account_rules *rules, const char *name, struct rows *rows);

/* ACCOUNT_UNKNOWN: not one of this account's. */
enum account_answer session_end(struct accounts *accounts, const char *name, const char *hash);
enum account_answer session_end_others(struct accounts *accounts, const char *name, const char *keep_hash);

/* Forget those that are over. */
enum account_answer session_sweep(struct accounts *accounts, const struct account_rules *rules);

/* "Firefox, Windows": what a browser calls itself, in a word or two. */
const char *session_agent(const char *user_agent, struct arena *arena);

#endif
