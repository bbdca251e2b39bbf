/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cards: a picture of each facility, shown where its page is shared. After an edition is written they are drawn one after the other by the
 * program preview, never waited for, into the folder cards beside the editions; the portal shows one picture for all where one is missing.
 */
#ifndef SHANYU_CLERK_CARDS_H
#define SHANYU_CLERK_CARDS_H

#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/config.h"

struct cards;

/* Lives as long as the arena. Templates that cannot be loaded are told of once, and no cards are drawn. */
struct cards *cards_new(const struct config *config, struct arena *lasting);

/* Put the card that is done into its place and begin the next that is missing or older than its facility, of the edition of this log size. */
void cards_round(struct cards *cards, int64_t size, struct arena *arena);

void cards_free(struct cards *cards);

#endif
