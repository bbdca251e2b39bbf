/* SPDX-License-Identifier: Apache-2.0 */
/* What every duty of the clerk shares: it goes on until it is told to end. */
#ifndef SHANYU_CLERK_DUTY_H
#define SHANYU_CLERK_DUTY_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"

/* From now on SIGTERM, SIGINT and SIGQUIT end the duty instead of the program. */
void duty_begin(void);

bool duty_ended(void);

/* What went wrong last. Zeroed = nothing yet. */
struct duty_complaint {
	int64_t said_at;                /* nanoseconds */
	unsigned met;                   /* how often since */
	char said[640];
};

/* Log a problem. One that stays is met in each round: it is told once a minute, and how often it was met. */
void duty_complain(struct duty_complaint *complaint, const char *problem);

/* The path of a program of ours: as it is configured, or (configured "") beside our own. */
const char *duty_program(const char *configured, const char *name, struct arena *arena);

#endif
