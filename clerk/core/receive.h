/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Receiving: sealed envelopes become cases, messages and files of the registry, each exactly once, in the order they came. An envelope is
 * removed only after the commit; one that cannot be taken is set aside and told of, never dropped. Only clerk has the key.
 */
#ifndef SHANYU_CLERK_RECEIVE_H
#define SHANYU_CLERK_RECEIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/config.h"

struct receiver;

/* NULL when this clerk has no office key: then envelopes are not its duty. What is wrong otherwise is logged, and tried again. */
struct receiver *receiver_new(const struct config *config);

/*
 * Take in what waits, a batch at most; make one preview that is missing; let the time of facilities end of whom people were told (told_until, as
 * answers_expire). True: there was something, come again at once.
 */
bool receiver_round(struct receiver *receiver, int64_t told_until);

void receiver_free(struct receiver *receiver);

#endif
