/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Failed attempts slow the place they come from, and nobody else. A place is an account with a known device, or else an account with
 * an address (a code: an account with everything that is no known device, for whoever gets so far knows the password). The first
 * failures are free; then the wait doubles from 2 seconds up to the rule's longest. So an attacker can slow himself, but cannot lock an
 * official out of the device that was signed in with before. A name that nobody has is slowed in the same way.
 * A device is known by a signed cookie that it got when somebody signed in with it wholly.
 */
#ifndef SHANYU_ACCOUNTS_SLOWING_H
#define SHANYU_ACCOUNTS_SLOWING_H

#include "accounts.h"

#define SLOWING_SOURCE 65 /* 64 hexadecimal digits and the NUL */

enum slowing_step { SLOWING_PASSWORD, SLOWING_CODE };

/* Where an attempt comes from. address: as the web server tells it; device: the cookie, "" = none. */
void slowing_source(const struct accounts *accounts, enum slowing_step step, const char *name, const char *address,
		    const char *device, char source[SLOWING_SOURCE]);

/*
 * Take an attempt in: *wait is 0 and it is counted as failed until slowing_forgive says otherwise (so that many at once gain nothing),
 * or the seconds until one will be looked at, and nothing is changed.
 */
enum account_answer slowing_admit(struct accounts *accounts, const struct account_rules *rules, const char *source, int64_t *wait);

/* It succeeded: forget what failed there. */
enum account_answer slowing_forgive(struct accounts *accounts, const char *source);

enum account_answer slowing_sweep(struct accounts *accounts, const struct account_rules *rules);

/* The wait after so many failures. */
int64_t slowing_wait(const struct account_rules *rules, int64_t failures);

/* A cookie by which the device is known for this account from now on. */
const char *slowing_device(struct accounts *accounts, const struct account_rules *rules, const char *name);

#endif
