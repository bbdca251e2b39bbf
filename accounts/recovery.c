/* SPDX-License-Identifier: Apache-2.0 */
/* Recovery codes. */
#include "recovery.h"

#include <glib.h>
#include <sodium.h>
#include <string.h>

#include <accounts.h> /* the pack */

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* The 25 symbols of what was typed; false when it has others, or another number of them. */
static bool read_code(const char *typed, char symbols[RECOVERY_SYMBOLS + 1])
{
	size_t size = 0;

	for (; *typed; typed++) {
		char symbol = g_ascii_toupper(*typed);

		if (symbol == ' ' || symbol == '-')
			continue;
		symbol = symbol == 'O' ? '0' : symbol == 'I' || symbol == 'L' ? '1' : symbol;
		if (size == RECOVERY_SYMBOLS || !strchr(alphabet, symbol))
			return false;
		symbols[size++] = symbol;
	}
	symbols[size] = '\0';
	return size == RECOVERY_SYMBOLS;
}

/* Bound to the account and the registry's key. */
static const char *hash_of(struct accounts *accounts, const char *name, const char *symbols)
{
	const char *text = arena_format(accounts->arena, "recovery %s %s", name, symbols);
	char *hex = arena_take(accounts->arena, 2 * crypto_generichash_BYTES + 1);
	uint8_t hash[crypto_generichash_BYTES];

	crypto_generichash(hash, sizeof hash, (const uint8_t *)text, strlen(text), accounts->key, SECRET_KEY);
	return sodium_bin2hex(hex, 2 * sizeof hash + 1, hash, sizeof hash);
}

static void make_code(char text[RECOVERY_TEXT])
{
	size_t size = 0;

	for (int i = 0; i < RECOVERY_SYMBOLS; i++) {
		if (i && i % 5 == 0)
			text[size++] = '-';
		text[size++] = alphabet[randombytes_uniform(sizeof alphabet - 1)];
	}
	text[size] = '\0';
}

enum account_answer recovery_make(struct accounts *accounts, const char *name, char codes[RECOVERY_CODES][RECOVERY_TEXT])
{
	struct values *values = values_new(accounts->arena);
	char symbols[RECOVERY_SYMBOLS + 1];

	values_put_text(values, "account", name);
	if (account_do(accounts, &Q_recovery_forget, values) == ACCOUNT_FAILED)
		return ACCOUNT_FAILED;
	for (int i = 0; i < RECOVERY_CODES; i++) {
		make_code(codes[i]);
		read_code(codes[i], symbols);
		values_put_text(values, "code_hash", hash_of(accounts, name, symbols));
		if (account_do(accounts, &Q_recovery_add, values) != ACCOUNT_DONE)
			return ACCOUNT_FAILED;
	}
	return ACCOUNT_DONE;
}

enum account_answer recovery_use(struct accounts *accounts, const char *name, const char *typed)
{
	struct values *values = values_new(accounts->arena);
	char symbols[RECOVERY_SYMBOLS + 1];
	enum account_answer answer;

	if (!read_code(typed, symbols))
		return ACCOUNT_REFUSED;
	values_put_text(values, "account", name);
	values_put_text(values, "code_hash", hash_of(accounts, name, symbols));
	values_put_integer(values, "now", accounts->now);
	answer = account_do(accounts, &Q_recovery_use, values);
	return answer == ACCOUNT_UNKNOWN ? ACCOUNT_REFUSED : answer;
}

bool recovery_is_code(const char *typed)
{
	char symbols[RECOVERY_SYMBOLS + 1];

	return read_code(typed, symbols);
}

int recovery_left(struct accounts *accounts, const char *name)
{
	struct values *values = values_new(accounts->arena), *row;

	values_put_text(values, "account", name);
	if (sql_row(accounts->sql, &Q_recovery_left, values, accounts->arena, &row) == SQL_FOUND)
		return (int)values_integer(row, "unused");
	accounts->problem = sql_problem(accounts->sql);
	return -1;
}
