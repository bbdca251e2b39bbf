/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How much each sender may send. Letters and files are counted by the network they come from (of which nginx tells no more than the
 * first three bytes, or the first four groups), what follows a receipt by the receipt: so nobody uses up what is another's.
 * How much that is are dated rules, door.WORD.at_once and so on.
 */
#ifndef SHANYU_INTAKE_ALLOWANCE_H
#define SHANYU_INTAKE_ALLOWANCE_H

#include "intake.h"

/* Whether another site's page sent this. */
bool allowance_from_elsewhere(const struct request *request);

/* Refuse that, but for a letter's pages: they go on with what was typed, under another receipt, and open nothing. */
enum outcome allowance_guard(struct request *request, const struct form_result *carried);

/*
 * In which lane a letter of this name is sent: "proof" with a proof of work over the name, "slow" without one. NULL: it is not its
 * turn yet; *wait seconds from now it is, if it is sent again with the turn that allowance_bind_turn binds then.
 */
const char *allowance_letter(struct request *request, const char *name, int *wait);

/* Bind WAIT and TURN: the seconds, and the place in the queue, which is this letter's alone. */
void allowance_bind_turn(struct request *request, struct page *page, int wait);

/* The same as allowance_letter for what follows a receipt; there is no queue, since its holder waits behind nobody. */
const char *allowance_follow(struct request *request, const struct receipt *receipt, const char *name, int *wait);

/* Whether so many MiB more of files may come from this network now. */
bool allowance_upload(struct request *request, int units);

/* Whether a receipt that opens nothing may be answered; *wait seconds else. */
bool allowance_wrong_code(struct request *request, int *wait);

/* Bind CHALLENGE: what a browser with scripts works on, for something to be sent under this name. */
void allowance_bind_challenge(struct request *request, struct page *page, const char *name);

#endif
