/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Recovery codes: what takes the place of a one-time code when the telephone is lost, each once. 125 random bits as 25 symbols of
 * Crockford's base32 in groups of five, so that a plain hash is enough to keep them (OWASP ASVS 5.0, 6.5.2).
 */
#ifndef SHANYU_ACCOUNTS_RECOVERY_H
#define SHANYU_ACCOUNTS_RECOVERY_H

#include "accounts.h"

#define RECOVERY_CODES 10
#define RECOVERY_SYMBOLS 25
#define RECOVERY_TEXT (RECOVERY_SYMBOLS + RECOVERY_SYMBOLS / 5) /* with hyphens and the NUL */

/* Ten new codes in the place of all there were; they are seen this once. */
enum account_answer recovery_make(struct accounts *accounts, const char *name, char codes[RECOVERY_CODES][RECOVERY_TEXT]);

/* Use one up: typed in lower case, with O for 0 and I or L for 1, blanks and hyphens anywhere. ACCOUNT_REFUSED: none of his, or used. */
enum account_answer recovery_use(struct accounts *accounts, const char *name, const char *typed);

/* Whether what was typed could be a recovery code, and no code of six digits. */
bool recovery_is_code(const char *typed);

/* How many are left; -1 on failure. */
int recovery_left(struct accounts *accounts, const char *name);

#endif
