/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the workers of one machine share about how much comes in: how much each sender has taken of what a sender may take, and the key of
 * their proofs of work. In a folder in memory: it begins anew with the machine. What one sender takes is counted against nobody else
 * (who is told apart by a keyed hash among a million: two share one by chance). Of who it was nothing stays: the key of the hash is
 * thrown away every hour.
 */
#ifndef SHANYU_LANE_H
#define SHANYU_LANE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"

enum lane {
	LANE_LETTER,       /* letters without a proof of work, by network */
	LANE_FOLLOW,       /* what follows a receipt, without a proof of work, by receipt */
	LANE_PROVED_FOLLOW,/* the same with one */
	LANE_UPLOAD,       /* files, in units of a MiB begun, by network */
	LANE_WRONG_CODE,   /* receipts that lead nowhere, by network */
	LANES
};

/* What a sender may take: so many units at once, then one in so many milliseconds; and how many may wait in the lane's queue. */
struct allowance {
	int64_t at_once;
	int64_t milliseconds_each;
	int64_t most_waiting;
};

struct lanes;

/* Share the folder with whoever else has it open; what is missing is made. NULL: one line in *problem. */
struct lanes *lanes_open(const char *folder, struct arena *arena, const char **problem);

/* Take so many units of a sender's allowance at a moment (Unix seconds). False: *wait seconds until there is enough. */
bool lane_take(struct lanes *lanes, enum lane lane, const char *who, const struct allowance *allowance, int units, int64_t now,
	       int *wait);

/*
 * The same for one unit, but whoever has to wait takes a place: after *wait seconds it is his turn, whoever else comes meanwhile. False:
 * all places are taken, *wait is what the last of them waits. True with *wait 0: it was taken at once.
 */
bool lane_take_place(struct lanes *lanes, enum lane lane, const char *who, const struct allowance *allowance, int64_t now, int *wait);

/* The key under which this machine's proofs of work and turns are made: 32 bytes. */
const uint8_t *lanes_key(const struct lanes *lanes);

#endif
