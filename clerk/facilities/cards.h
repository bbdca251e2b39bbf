/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cards: a picture of each facility, shown where its page is shared. After an edition is written they are drawn one after the other by the
 * program preview, never waited for, into the folder cards beside the editions; the portal shows one picture for all where one is missing.
 */
#ifndef SHANYU_CLERK_CARDS_H
#define SHANYU_CLERK_CARDS_H

#include "clerk/core/duty.h"

/* Templates that cannot be loaded are told of once, and no cards are drawn. */
extern const struct duty cards_duty;

#endif
