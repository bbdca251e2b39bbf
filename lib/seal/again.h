/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is sent again under the same receipt: the same (a button pressed twice, a request tried again), or what was corrected meanwhile.
 * It is named by what it says, so that each wording is taken, and taken once.
 */
#ifndef SHANYU_AGAIN_H
#define SHANYU_AGAIN_H

#include <jansson.h>

#include "lib/base/arena.h"

/*
 * The name of a message, ENVELOPE-mHASH: 16 hexadecimal digits, keyed with the letter's member "key", of what the sender wrote and
 * attached. When, how and whither it was sent does not count. Held in the arena.
 */
const char *again_name(const char *envelope, const json_t *letter, struct arena *arena);

#endif
