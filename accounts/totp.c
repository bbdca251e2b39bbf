/* SPDX-License-Identifier: Apache-2.0 */
/* One-time codes by time. */
#include "totp.h"

#include <glib.h>
#include <liboath/oath.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include <accounts.h> /* the pack */

#define SECRET_PLACE "account.totp_secret"
#define OFFER_PLACE "account.totp_offer"
#define CODE_TYPED_MOST 20

void totp_make(uint8_t secret[TOTP_SECRET])
{
	randombytes_buf(secret, TOTP_SECRET);
}

bool totp_code(const uint8_t secret[TOTP_SECRET], int64_t at, char code[TOTP_DIGITS + 1])
{
	return oath_totp_generate((const char *)secret, TOTP_SECRET, (time_t)at, TOTP_SECONDS, OATH_TOTP_DEFAULT_START_TIME,
				  TOTP_DIGITS, code) == OATH_OK;
}

/* The digits of what was typed, without blanks; false when there is anything else, or not six of them. */
static bool read_code(const char *typed, char code[TOTP_DIGITS + 1])
{
	size_t size = 0;

	if (strlen(typed) > CODE_TYPED_MOST)
		return false;
	for (; *typed; typed++) {
		if (*typed == ' ')
			continue;
		if (*typed < '0' || *typed > '9' || size == TOTP_DIGITS)
			return false;
		code[size++] = *typed;
	}
	code[size] = '\0';
	return size == TOTP_DIGITS;
}

int64_t totp_step_of(const uint8_t secret[TOTP_SECRET], int64_t now, int64_t taken, const char *code)
{
	char typed[TOTP_DIGITS + 1], right[TOTP_DIGITS + 1];
	int64_t found = -1;

	if (!read_code(code, typed))
		return -1;
	/* All three are computed, whichever fits. */
	for (int64_t step = now / TOTP_SECONDS - 1; step <= now / TOTP_SECONDS + 1; step++)
		if (step >= 0 && totp_code(secret, step * TOTP_SECONDS, right) && sodium_memcmp(typed, right, TOTP_DIGITS) == 0 &&
		    step > taken)
			found = step;
	sodium_memzero(right, sizeof right);
	return found;
}

const char *totp_base32(const uint8_t secret[TOTP_SECRET], struct arena *arena)
{
	char *text = NULL;
	size_t size = 0;
	const char *copy;

	if (oath_base32_encode((const char *)secret, TOTP_SECRET, &text, &size) != OATH_OK)
		return "";
	copy = arena_text(arena, text, size);
	sodium_memzero(text, size);
	free(text);
	return copy;
}

const char *totp_uri(const uint8_t secret[TOTP_SECRET], const char *issuer, const char *account, struct arena *arena)
{
	char *escaped = g_uri_escape_string(issuer, NULL, FALSE);
	const char *uri = arena_format(arena, "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d",
				       escaped, account, totp_base32(secret, arena), escaped, TOTP_DIGITS, TOTP_SECONDS);

	g_free(escaped);
	return uri;
}

static const char *offer_row(struct accounts *accounts, const char *name, const char *session_hash)
{
	return arena_format(accounts->arena, "%s %s", name, session_hash);
}

const char *totp_offer(struct accounts *accounts, const uint8_t secret[TOTP_SECRET], const char *name, const char *session_hash)
{
	size_t size;
	const uint8_t *sealed = secret_seal(accounts->key, OFFER_PLACE, offer_row(accounts, name, session_hash), secret,
					    TOTP_SECRET, accounts->arena, &size);
	char *text = arena_take(accounts->arena, 2 * size + 1);

	return sodium_bin2hex(text, 2 * size + 1, sealed, size);
}

bool totp_offered(struct accounts *accounts, const char *offer, const char *name, const char *session_hash,
		  uint8_t secret[TOTP_SECRET])
{
	size_t room = strlen(offer) / 2 + 1, size = 0, opened_size;
	uint8_t *sealed = arena_take(accounts->arena, room);
	const char *end = NULL;
	const uint8_t *opened;

	if (sodium_hex2bin(sealed, room, offer, strlen(offer), NULL, &size, &end) != 0 || *end)
		return false;
	opened = secret_open(accounts->key, OFFER_PLACE, offer_row(accounts, name, session_hash), sealed, size, accounts->arena,
			     &opened_size);
	if (!opened || opened_size != TOTP_SECRET)
		return false;
	memcpy(secret, opened, TOTP_SECRET);
	return true;
}

enum account_answer totp_set(struct accounts *accounts, const char *name, const uint8_t secret[TOTP_SECRET], const char *code)
{
	struct values *values = values_new(accounts->arena);
	int64_t step = totp_step_of(secret, accounts->now, -1, code);
	const uint8_t *sealed;
	size_t size;

	if (step < 0)
		return ACCOUNT_REFUSED;
	sealed = secret_seal(accounts->key, SECRET_PLACE, name, secret, TOTP_SECRET, accounts->arena, &size);
	values_put_text(values, "name", name);
	values_put_blob(values, "totp_secret", sealed, size);
	values_put_integer(values, "totp_step", step);
	values_put_integer(values, "now", accounts->now);
	return account_do(accounts, &Q_account_set_totp, values);
}

bool totp_secret_of(struct accounts *accounts, const struct values *account, uint8_t secret[TOTP_SECRET])
{
	const struct value *sealed = values_find(account, "totp_secret");
	const uint8_t *opened;
	size_t size;

	if (!sealed || sealed->kind != VALUE_BLOB)
		return false;
	opened = secret_open(accounts->key, SECRET_PLACE, values_text(account, "name"), sealed->blob, sealed->size, accounts->arena,
			     &size);
	if (!opened || size != TOTP_SECRET)
		return false;
	memcpy(secret, opened, TOTP_SECRET);
	return true;
}

enum account_answer totp_take(struct accounts *accounts, const struct values *account, const char *code)
{
	struct values *values = values_new(accounts->arena);
	uint8_t secret[TOTP_SECRET];
	enum account_answer answer;
	int64_t step;

	if (!totp_secret_of(accounts, account, secret))
		return ACCOUNT_REFUSED;
	step = totp_step_of(secret, accounts->now, values_integer(account, "totp_step"), code);
	sodium_memzero(secret, sizeof secret);
	if (step < 0)
		return ACCOUNT_REFUSED;
	values_put_text(values, "name", values_text(account, "name"));
	values_put_integer(values, "totp_step", step);
	answer = account_do(accounts, &Q_account_take_step, values);
	return answer == ACCOUNT_UNKNOWN ? ACCOUNT_REFUSED : answer;
}
