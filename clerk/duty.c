/* SPDX-License-Identifier: Apache-2.0 */
/* A duty goes on until it is told to end. */
#include "duty.h"

#include <signal.h>
#include <stddef.h>

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
}

bool duty_ended(void)
{
	return told_to_end;
}
