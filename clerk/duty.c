/* SPDX-License-Identifier: Apache-2.0 */
/* A duty goes on until it is told to end. */
#include "duty.h"

#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/log.h"

#define SAY_EVERY_NANOSECONDS 60000000000

/* The one thing a signal handler may touch. */
static volatile sig_atomic_t told_to_end;

static void end(int signal_number)
{
	(void)signal_number;
	told_to_end = 1;
}

void duty_begin(void)
{
	struct sigaction ending = { .sa_handler = end };

	sigaction(SIGTERM, &ending, NULL);
	sigaction(SIGINT, &ending, NULL);
	sigaction(SIGQUIT, &ending, NULL);
}

bool duty_ended(void)
{
	return told_to_end;
}

void duty_complain(struct duty_complaint *complaint, const char *problem)
{
	int64_t now = clock_nanoseconds();

	if (now < complaint->said_at + SAY_EVERY_NANOSECONDS && strncmp(complaint->said, problem, sizeof complaint->said - 1) == 0)
		return;
	snprintf(complaint->said, sizeof complaint->said, "%s", problem);
	complaint->said_at = now;
	log_line(LOG_ERROR_LINE, "%s", problem);
}
