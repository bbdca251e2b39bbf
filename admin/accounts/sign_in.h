/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signing in, step by step: the password (login.c), an own password after one for a single sign-in (login_password.c), the one-time code
 * (login_code.c) or setting codes up (login_enrol.c). Between the steps the session is of the stage PASSWORD and opens nothing else.
 * What is wrong with a sign-in is never told: a name that nobody has, a wrong password and a disabled account are answered alike.
 */
#ifndef SHANYU_ADMIN_SIGN_IN_H
#define SHANYU_ADMIN_SIGN_IN_H

#include "accounts/slowing.h"
#include "admin/core/office.h"

/* Where to go when signed in: the form's or the query's `next` when it is a path of this site, else "/". */
const char *sign_in_next(const struct request *request);

/* A path with next=... behind it, unless that is "/". */
const char *sign_in_with_next(struct request *request, const char *path);

/* The step a half session stands before: "/login/password", "/login/enrol" or "/login/code". */
const char *sign_in_step(const struct values *session);

/* PAGE when the session is a half one that stands before this step, else the way to where it belongs. */
enum outcome sign_in_at(struct request *request, const char *step);

/*
 * Take an attempt in, in a transaction of its own: it is counted before it is looked at. PAGE, HELD with *wait in seconds, or BROKEN.
 * source must be kept for slowing_forgive.
 */
enum outcome sign_in_admit(struct request *request, enum slowing_step step, const char *name, char source[SLOWING_SOURCE],
			   int64_t *wait);

/* Whether a one-time code or a recovery code of the account is right; it is then taken. *answer is ACCOUNT_FAILED when it is unknown. */
bool sign_in_code_right(struct request *request, const struct values *account, const char *code, enum account_answer *answer);

/* The session's cookie, and how it is taken away; and the cookie by which the device is known. */
void sign_in_put_cookie(struct request *request, const char *token);
void sign_in_take_cookie(struct request *request);
void sign_in_put_device(struct request *request, const char *name);

/* The sign-in is complete: another token, the device is known, what failed before is forgiven. False: BROKEN. */
bool sign_in_complete(struct request *request, const char *source);

/* Note in the audit whether the step was right. */
void sign_in_note(struct request *request, const char *name, bool right, const char *with);

/*
 * Who is signed in shows again that it is them: the password and, before they change what opens the door, a one-time or recovery code
 * (fields password and code of the request's form). PAGE: the transaction is open, the code is taken. INVALID or HELD (*wait): it is not.
 */
enum outcome sign_in_confirm(struct request *request, bool with_code, int64_t *wait);

/* After that: the session goes on under another token. False: BROKEN. */
bool sign_in_renew(struct request *request);

/*
 * Why the form's new_password (and again) is not taken, as a section: NEW_SHORT, NEW_LONG, NEW_COMMON, NEW_OWN, NEW_REPEATED,
 * NEW_DIFFERENT, NEW_SAME (as the stored hash; NULL: not looked at). NULL: it is taken.
 */
const char *sign_in_new_password_fault(struct request *request, const char *stored);

#endif
