/* SPDX-License-Identifier: Apache-2.0 */
/* Putting the registry's sealed mailboxes out as files, where the intake opens them by name. Needs no key: they stay sealed. */
#ifndef SHANYU_CLERK_MAILBOX_H
#define SHANYU_CLERK_MAILBOX_H

#include "lib/base/config.h"

struct postman;

/* NULL when there is no folder of mailboxes. */
struct postman *postman_new(const struct config *config);

/* Put out what changed since the last time. What is wrong is logged, and tried again. */
void postman_round(struct postman *postman);

void postman_free(struct postman *postman);

#endif
