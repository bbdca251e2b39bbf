/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Escalation to people: what is near or over its limit, of files of every procedure; an emergency, a reporter's new message is told once to each whom it concerns (table
 * reminder, which their day page shows); what is stuck is proposed for the joint meeting; on a working morning a list is handed out, once.
 * Each in one transaction, so that a kill loses nothing and tells nothing twice. Sources: 12345 rules (督办), 未成年人保护法 art. 11 (at
 * once); shares, days and the hour are the district's own dated rules (escalation.*).
 */
#ifndef SHANYU_CLERK_REMINDER_H
#define SHANYU_CLERK_REMINDER_H

#include "clerk/core/duty.h"

/*
 * A look every second or two, and whatever is to be told; looks after notices on their way. What is wrong is logged, and tried again. Not
 * the duty of a clerk without the office's key: cases are not.
 */
extern const struct duty reminder_duty;

#endif
