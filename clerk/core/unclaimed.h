/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Evidence that no letter claims: somebody attached a file and never sent the letter. It is removed after a day, and only if nothing that
 * a receipt stands for could still want it: no letter or message of its receipt waits or was set aside, and no case names it. What a case
 * names and did not have is brought to it; what is unfit for that is set aside, as is what belongs to something set aside.
 *
 * A file that a letter names and that never comes is a row of the registry all the same (MISSING), since it may lie on an intake machine that cannot
 * hand it on. Strangers make no more of them than six for each letter or message (LETTER_MOST_FILES), two kilobytes each at most, and they go with their
 * case. A letter costs a proof of work or a turn of its network (door.letter: 20 at once, then one in 5 seconds); of one receipt 20 messages wait for an answer
 * (message.unanswered_most), after which the door takes none. None of these rows stands before what did come: the folder and the table are looked
 * through, not the rows.
 */
#ifndef SHANYU_CLERK_UNCLAIMED_H
#define SHANYU_CLERK_UNCLAIMED_H

#include "letter.h"

struct unclaimed {
	int64_t looked_at; /* nanoseconds */
	struct duty_complaint failed;
};

/* Once a minute, after incoming_list of the same round and outside of a transaction. */
void unclaimed_round(struct unclaimed *unclaimed, struct taking *taking);

#endif
