/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Preloaded into the workers of a site by a test: on SIGUSR2 a worker tries what is forbidden, the number that comes with the signal
 * (kill --queue), on its watcher and on the folder FORBIDDEN_FOLDER. It logs "forbidden PROGRAM NAME ..." before, and how it came out, if it lives.
 */
#include <stdlib.h>

#include "forbidden.h"

static struct victim victim;

static void try(int number, siginfo_t *about, void *context)
{
	size_t which = (size_t)about->si_value.sival_int;

	(void)number;
	(void)context;
	if (which >= FORBIDDEN)
		return;
	dprintf(STDERR_FILENO, "forbidden %s %s is tried\n", program_invocation_short_name, forbidden[which].name);
	dprintf(STDERR_FILENO, "forbidden %s %s %s\n", program_invocation_short_name, forbidden[which].name, forbidden[which].try(&victim) < 0 ? "refused" : "DONE");
}

__attribute__((constructor)) static void prepare(void)
{
	struct sigaction action = { .sa_sigaction = try, .sa_flags = SA_SIGINFO | SA_RESTART };

	victim.process = getppid();
	victim.folder = getenv("FORBIDDEN_FOLDER") ? getenv("FORBIDDEN_FOLDER") : "/tmp";
	sigaction(SIGUSR2, &action, NULL);
}
