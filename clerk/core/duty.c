/* SPDX-License-Identifier: Apache-2.0 */
/* A duty goes on until it is told to end. */
#include "duty.h"

#include <unistd.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/clock.h"
#include "lib/base/log.h"

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
	struct sigaction ending = { .sa_handler = end }, ignored = { .sa_handler = SIG_IGN };

	sigaction(SIGTERM, &ending, NULL);
	sigaction(SIGINT, &ending, NULL);
	sigaction(SIGQUIT, &ending, NULL);
	/* Somebody wants to open a file that is leased just now: he waits, which is what the lease is for. */
	sigaction(SIGIO, &ignored, NULL);
}

bool duty_ended(void)
{
	return told_to_end;
}

void duty_complain(struct duty_complaint *complaint, const char *problem)
{
	int64_t now = clock_nanoseconds();

	bool is_same = strncmp(complaint->said, problem, sizeof complaint->said - 1) == 0;

	complaint->met++;
	if (is_same && now < complaint->said_at + SAY_EVERY_NANOSECONDS)
		return;
	if (is_same && complaint->met > 1)
		log_line_of(complaint, LOG_ERROR_LINE, "%s (met %u times since)", problem, complaint->met);
	else
		log_line_of(complaint, LOG_ERROR_LINE, "%s", problem);
	snprintf(complaint->said, sizeof complaint->said, "%s", problem);
	complaint->said_at = now;
	complaint->met = 0;
}

const char *duty_program(const char *configured, const char *name, struct arena *arena)
{
	char own[4096];
	ssize_t size;
	char *slash;

	if (*configured)
		return configured;
	size = readlink("/proc/self/exe", own, sizeof own - 1);
	if (size <= 0)
		return name;
	own[size] = '\0';
	slash = strrchr(own, '/');
	return arena_format(arena, "%.*s/%s", (int)(slash - own), own, name);
}
