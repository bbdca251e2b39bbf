/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Passwords: which are taken, and Argon2id (RFC 9106) by libsodium. Any characters, in any mix, and no expiry (OWASP ASVS 5.0, 6.2); a
 * password is hashed exactly as it was typed.
 * Refuses what is short, what many people use, the account's own words and the district's, and a short text repeated.
 * Works on no database: hashing takes an eighth of a second and 128 MiB, and must not hold up a writer.
 */
#ifndef SHANYU_ACCOUNTS_PASSWORD_H
#define SHANYU_ACCOUNTS_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/arena.h"

#define PASSWORD_TEXT 128 /* a hash as libsodium writes it, with its NUL */
#define PASSWORD_MOST 200 /* characters */
#define PASSWORD_MADE 20  /* a made one, with its NUL: abcd-efgh-jkmn-pqrs */

/* The list of common passwords: lower case, one a line, in the order of bytes. Memory-mapped, not read. */
struct password_list {
	const char *bytes;
	size_t size;
};
/* False: one line in *problem. */
bool password_list_open(struct password_list *list, const char *path, struct arena *arena, const char **problem);
void password_list_close(struct password_list *list);

#define PASSWORD_WORDS "password-words.txt"     /* in the district's folder */
/*
 * Words that no password may be made of: those of a file (one a line, # begins a comment) and the two of the account. NULL-terminated,
 * held in the arena. NULL: one line in *problem.
 */
const char *const *password_words(const char *path, const char *name, const char *full_name, struct arena *arena, const char **problem);

enum password_verdict {
	PASSWORD_FINE,
	PASSWORD_SHORT,
	PASSWORD_LONG,
	PASSWORD_COMMON, /* on the list, also behind or before digits and signs */
	PASSWORD_OWN,    /* made of words of the account or of the district */
	PASSWORD_REPEATED
};

struct password_policy {
	size_t least; /* characters */
	const struct password_list *list;
	const char *const *words; /* NULL-terminated: the account's name and full name, the district's words. "" is skipped */
};

/* The password must be well-formed UTF-8. */
enum password_verdict password_judge(const struct password_policy *policy, const char *password);

/* False: there is not enough memory for it. */
bool password_hash(const char *password, char text[PASSWORD_TEXT]);

bool password_verify(const char *text, const char *password);

/* As long as password_verify takes, for a name that nobody has: always false. */
bool password_verify_nobody(const char *password);

/* A random one of 78 bits, for one sign-in. */
void password_make(char text[PASSWORD_MADE]);

/* In English, for the command line. */
const char *password_verdict_text(enum password_verdict verdict);

#endif
