/* SPDX-License-Identifier: Apache-2.0 */
/* Slowing down whoever guesses. */
#include "slowing.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <sodium.h>
#include <string.h>

#include <accounts.h> /* the pack */

#include "lib/base/text.h"

#define FIRST_WAIT 2 /* seconds */
#define DOUBLINGS_MOST 30
#define NONCE 16
#define NETWORK 8 /* bytes of an IPv6 address that one line has; the others its machines choose, and change */
#define HEX (2 * crypto_generichash_BYTES)

static void keyed(const struct accounts *accounts, const char *text, char hex[HEX + 1])
{
	uint8_t hash[crypto_generichash_BYTES];

	crypto_generichash(hash, sizeof hash, (const uint8_t *)text, strlen(text), accounts->key, SECRET_KEY);
	sodium_bin2hex(hex, HEX + 1, hash, sizeof hash);
}

static void sign(const struct accounts *accounts, const char *name, int64_t until, const char *nonce, char signature[HEX + 1])
{
	keyed(accounts, arena_format(accounts->arena, "device %s %" PRId64 " %s", name, until, nonce), signature);
}

const char *slowing_device(struct accounts *accounts, const struct account_rules *rules, const char *name)
{
	int64_t until = accounts->now + rules->device_seconds;
	char nonce[2 * NONCE + 1], signature[HEX + 1];
	uint8_t bytes[NONCE];

	randombytes_buf(bytes, sizeof bytes);
	sodium_bin2hex(nonce, sizeof nonce, bytes, sizeof bytes);
	sign(accounts, name, until, nonce, signature);
	return arena_format(accounts->arena, "%" PRId64 ".%s.%s", until, nonce, signature);
}

/* The nonce of a device that is known for this account; NULL for any other. */
static const char *known_device(const struct accounts *accounts, const char *name, const char *device)
{
	const char *first = strchr(device, '.'), *second = first ? strchr(first + 1, '.') : NULL;
	char signature[HEX + 1];
	const char *nonce;
	int64_t until;

	if (!second || second - first - 1 != 2 * NONCE || strlen(second + 1) != HEX ||
	    !text_to_integer(arena_text(accounts->arena, device, (size_t)(first - device)), &until) || until <= accounts->now)
		return NULL;
	nonce = arena_text(accounts->arena, first + 1, 2 * NONCE);
	sign(accounts, name, until, nonce, signature);
	return sodium_memcmp(signature, second + 1, HEX) == 0 ? nonce : NULL;
}

/* Whose line it is: an IPv4 address as it is, of an IPv6 address its /64. */
static const char *network_of(const struct accounts *accounts, const char *address)
{
	static const uint8_t mapped[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
	uint8_t bytes[16];
	char *hex;

	if (inet_pton(AF_INET6, address, bytes) != 1 || memcmp(bytes, mapped, sizeof mapped) == 0)
		return address;
	hex = arena_take(accounts->arena, 2 * NETWORK + 1);
	return sodium_bin2hex(hex, 2 * NETWORK + 1, bytes, NETWORK);
}

void slowing_source(const struct accounts *accounts, enum slowing_step step, const char *name, const char *address,
		    const char *device, char source[SLOWING_SOURCE])
{
	const char *nonce = known_device(accounts, name, device);
	const char *word = step == SLOWING_CODE ? "code" : "password";

	if (nonce)
		keyed(accounts, arena_format(accounts->arena, "source %s device %s %s", word, nonce, name), source);
	else
		keyed(accounts,
		      arena_format(accounts->arena, "source %s address %s %s", word, step == SLOWING_CODE ? "" : network_of(accounts, address), name),
		      source);
}

int64_t slowing_wait(const struct account_rules *rules, int64_t failures)
{
	int64_t over = failures - rules->free_attempts - 1, wait;

	if (over < 0)
		return 0;
	wait = (int64_t)FIRST_WAIT << (over < DOUBLINGS_MOST ? over : DOUBLINGS_MOST);
	return wait < rules->longest_wait_seconds ? wait : rules->longest_wait_seconds;
}

enum account_answer slowing_admit(struct accounts *accounts, const struct account_rules *rules, const char *source, int64_t *wait)
{
	struct values *values = values_new(accounts->arena), *row = NULL;
	int64_t failures = 0;

	values_put_text(values, "source", source);
	if (sql_row(accounts->sql, &Q_source_one, values, accounts->arena, &row) == SQL_FAILED) {
		accounts->problem = sql_problem(accounts->sql);
		return ACCOUNT_FAILED;
	}
	*wait = row ? values_integer(row, "next_at") - accounts->now : 0;
	if (*wait > 0)
		return ACCOUNT_DONE;
	*wait = 0;
	if (row && values_integer(row, "failed_at") + rules->forget_seconds > accounts->now)
		failures = values_integer(row, "failures");
	values_put_integer(values, "failures", failures + 1);
	values_put_integer(values, "next_at", accounts->now + slowing_wait(rules, failures + 1));
	values_put_integer(values, "now", accounts->now);
	return account_do(accounts, &Q_source_put, values);
}

enum account_answer slowing_forgive(struct accounts *accounts, const char *source)
{
	struct values *values = values_new(accounts->arena);

	values_put_text(values, "source", source);
	return account_do(accounts, &Q_source_forget, values) == ACCOUNT_FAILED ? ACCOUNT_FAILED : ACCOUNT_DONE;
}

enum account_answer slowing_sweep(struct accounts *accounts, const struct account_rules *rules)
{
	struct values *values = values_new(accounts->arena);

	values_put_integer(values, "forget_before", accounts->now - rules->forget_seconds);
	return account_do(accounts, &Q_source_sweep, values) == ACCOUNT_FAILED ? ACCOUNT_FAILED : ACCOUNT_DONE;
}
