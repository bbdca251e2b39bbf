/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One-time codes by time (RFC 6238: SHA-1, 30 seconds, 6 digits) by liboath. A code is taken from one step before until one step after
 * its own, and none is taken twice. Secrets are kept sealed under the account key, bound to their account.
 */
#ifndef SHANYU_ACCOUNTS_TOTP_H
#define SHANYU_ACCOUNTS_TOTP_H

#include "accounts.h"

#define TOTP_SECRET 20
#define TOTP_SECONDS 30
#define TOTP_DIGITS 6

/* A new random secret. To be wiped (sodium_memzero) when done. */
void totp_make(uint8_t secret[TOTP_SECRET]);

/* The code of a moment. False: the library failed. */
bool totp_code(const uint8_t secret[TOTP_SECRET], int64_t at, char code[TOTP_DIGITS + 1]);

/* The step a code is of, newer than `taken` and at most one away from now; -1 when there is none. Blanks in the code are skipped. */
int64_t totp_step_of(const uint8_t secret[TOTP_SECRET], int64_t now, int64_t taken, const char *code);

/* The secret in base32, and the address that a telephone's program reads from a QR code. */
const char *totp_base32(const uint8_t secret[TOTP_SECRET], struct arena *arena);
const char *totp_uri(const uint8_t secret[TOTP_SECRET], const char *issuer, const char *account, struct arena *arena);

/*
 * A secret that is shown and not yet kept travels through the page as text, sealed for this account and session: totp_offer makes it,
 * totp_offered opens it (false: it is not one of this session's).
 */
const char *totp_offer(struct accounts *accounts, const uint8_t secret[TOTP_SECRET], const char *name, const char *session_hash);
bool totp_offered(struct accounts *accounts, const char *offer, const char *name, const char *session_hash,
		  uint8_t secret[TOTP_SECRET]);

/* Set a secret up: the code shows that the telephone has it. ACCOUNT_REFUSED: it does not fit. */
enum account_answer totp_set(struct accounts *accounts, const char *name, const uint8_t secret[TOTP_SECRET], const char *code);

/* Take a code of an account (a row of account_find). ACCOUNT_REFUSED: wrong, too old, or taken already. */
enum account_answer totp_take(struct accounts *accounts, const struct values *account, const char *code);

/* The secret of an account's row; false when it has none that opens. */
bool totp_secret_of(struct accounts *accounts, const struct values *account, uint8_t secret[TOTP_SECRET]);

#endif
