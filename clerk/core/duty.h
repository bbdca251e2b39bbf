/* SPDX-License-Identifier: Apache-2.0 */
/* What every duty of the clerk shares: it goes on until it is told to end. */
#ifndef SHANYU_CLERK_DUTY_H
#define SHANYU_CLERK_DUTY_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/config.h"

/* What a capability has clerk do between two looks at the log: a list in cgi-bin/clerk.c. */
struct duty {
	/* What it goes on with, held in `lasting` or freed by `end`; NULL: it is not this clerk's duty. */
	void *(*begin)(const struct config *config, struct arena *lasting);
	/* A step that waits for nothing. `written` is the log size of the current edition, -1 before there is one; the arena is swept afterwards. */
	void (*round)(void *own, int64_t written, struct arena *arena);
	void (*end)(void *own);
	/* Up to which moment it told people of limits, Unix seconds, 0 none yet; NULL: it tells nobody of limits. */
	int64_t (*told_until)(const void *own);
};

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
