/* SPDX-License-Identifier: Apache-2.0 */
/* Appending to the audit, and what a row's hash is. */
#include "chain.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include <audit.h> /* the pack */

#include "lib/base/json.h"
#include "lib/base/text.h"

void audit_reason_hash(const unsigned char salt[AUDIT_SALT], const char *reason, unsigned char hash[AUDIT_HASH])
{
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, salt, AUDIT_SALT);
	crypto_hash_sha256_update(&state, (const unsigned char *)reason, strlen(reason));
	crypto_hash_sha256_final(&state, hash);
}

/* The reason itself, or its hash in hexadecimal digits. */
static void put_reason(struct values *hashed, const struct values *row, struct arena *arena)
{
	const struct value *hash = values_find(row, "reason_hash");
	char *hex;

	if (!hash || hash->kind != VALUE_BLOB) {
		values_put(hashed, values_find(row, "reason"));
		return;
	}
	hex = arena_take(arena, 2 * hash->size + 1);
	values_put_text(hashed, "reason_hash", sodium_bin2hex(hex, 2 * hash->size + 1, hash->blob, hash->size));
}

void audit_chain(const unsigned char before[AUDIT_HASH], const struct values *row, struct arena *arena,
		 unsigned char hash[AUDIT_HASH])
{
	static const char *const names[] = { "seq", "at", "account", "role", "action", "subject", "detail", "request_id" };
	struct values *hashed = values_new(arena);
	crypto_hash_sha256_state state;
	const char *text;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		values_put(hashed, values_find(row, names[i]));
	put_reason(hashed, row, arena);
	text = json_canonical(json_from_values(hashed, 0), arena);
	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, before, AUDIT_HASH);
	crypto_hash_sha256_update(&state, (const unsigned char *)text, strlen(text));
	crypto_hash_sha256_final(&state, hash);
}

bool audit_newest(struct sql *sql, struct arena *arena, struct audit_head *head)
{
	struct values *row;
	enum sql_answer answer = sql_row(sql, &Q_audit_newest, NULL, arena, &row);

	*head = (struct audit_head){ 0 };
	if (answer == SQL_FOUND) {
		const struct value *hash = values_find(row, "hash");

		head->seq = values_integer(row, "seq");
		if (hash->kind == VALUE_BLOB && hash->size == AUDIT_HASH)
			memcpy(head->hash, hash->blob, AUDIT_HASH);
	}
	return answer != SQL_FAILED;
}

/* An empty one stands in the chain as it is: there is nothing to erase of it. */
static void seal_reason(struct values *values, const char *reason, struct arena *arena)
{
	unsigned char *salt = arena_take(arena, AUDIT_SALT), *hash = arena_take(arena, AUDIT_HASH);

	values_put_text(values, "reason", reason);
	values_put_null(values, "reason_hash");
	values_put_null(values, "reason_salt");
	if (!*reason)
		return;
	randombytes_buf(salt, AUDIT_SALT);
	audit_reason_hash(salt, reason, hash);
	values_put_blob(values, "reason_hash", hash, AUDIT_HASH);
	values_put_blob(values, "reason_salt", salt, AUDIT_SALT);
}

bool audit_append(struct sql *sql, struct arena *arena, int64_t now, const struct audit_row *row, const char **problem)
{
	struct values *values = values_new(arena);
	unsigned char hash[AUDIT_HASH];
	struct audit_head head;

	if (!*row->action) {
		*problem = "an audit row without an action";
		return false;
	}
	if (!audit_newest(sql, arena, &head)) {
		*problem = sql_problem(sql);
		return false;
	}
	values_put_integer(values, "seq", head.seq + 1);
	values_put_integer(values, "at", now);
	values_put_text(values, "account", row->account);
	values_put_text(values, "role", row->role);
	values_put_text(values, "action", row->action);
	values_put_text(values, "subject", row->subject);
	values_put_text(values, "detail", row->detail ? json_canonical(json_from_values(row->detail, 0), arena) : "{}");
	seal_reason(values, row->reason, arena);
	values_put_text(values, "request_id", row->request_id);
	audit_chain(head.hash, values, arena, hash);
	values_put_blob(values, "hash", hash, sizeof hash);
	if (sql_do(sql, &Q_audit_add, values) == 1)
		return true;
	*problem = sql_problem(sql);
	return false;
}

void audit_head_print(const struct audit_head *head, char text[AUDIT_HEAD])
{
	int size = snprintf(text, AUDIT_HEAD, "%" PRId64 ":", head->seq);

	sodium_bin2hex(text + size, (size_t)(AUDIT_HEAD - size), head->hash, AUDIT_HASH);
}

bool audit_head_read(const char *text, struct audit_head *head)
{
	const char *colon = strchr(text, ':'), *end = NULL;
	char number[20];
	size_t size = 0;

	if (!colon || colon == text || colon - text >= (ptrdiff_t)sizeof number)
		return false;
	memcpy(number, text, (size_t)(colon - text));
	number[colon - text] = '\0';
	return text_to_integer(number, &head->seq) && head->seq > 0 &&
	       sodium_hex2bin(head->hash, AUDIT_HASH, colon + 1, strlen(colon + 1), NULL, &size, &end) == 0 && size == AUDIT_HASH &&
	       !*end;
}
