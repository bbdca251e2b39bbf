/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the workers of one machine share about how much comes in: limits that all of them together keep, and the key of their proofs
 * of work. In a folder in memory: it begins anew with the machine. A limit delays, it shuts nobody out.
 */
#ifndef SHANYU_LANE_H
#define SHANYU_LANE_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

enum lane {
	LANE_SLOW_SEND,  /* letters sent without a proof of work */
	LANE_UPLOAD,     /* files, in units of a MiB begun */
	LANE_WRONG_CODE, /* receipts that lead nowhere */
	LANES
};

struct lanes;

/* Share the folder with whoever else has it open; what is missing is made. NULL: one line in *problem. */
struct lanes *lanes_open(const char *folder, struct arena *arena, const char **problem);

/* Take so many units of a lane's allowance. False: *wait seconds until there is enough. */
bool lane_take(struct lanes *lanes, enum lane lane, int units, int64_t now, int *wait);

/* The key under which this machine's proofs of work are made: 32 bytes. */
const uint8_t *lanes_key(const struct lanes *lanes);

#endif
