/* SPDX-License-Identifier: Apache-2.0 */
/*
 * confined: runs another program so that it ends when its parent does. With --session, for who watches workers, also in a session of its own,
 * without a terminal, and held by the kernel to what nobody of the house needs; that holds for all it starts. Exit code of its own: 1, with
 * one line on stderr.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "lib/seal/confine.h"

static int fail(const char *what, const char *problem)
{
	fprintf(stderr, "confined: %s: %s\n", what, problem);
	return 1;
}

/* Who may push keys into a terminal types commands for whoever sits there. */
static bool leave_terminal(const char **problem)
{
	int nothing;

	if (setsid() < 0 && getsid(0) != getpid()) {
		*problem = strerror(errno);
		return false;
	}
	if (isatty(STDOUT_FILENO) || isatty(STDERR_FILENO)) {
		*problem = "its output would be a terminal; give it a file or a pipe";
		return false;
	}
	if (!isatty(STDIN_FILENO))
		return true;
	nothing = open("/dev/null", O_RDONLY);
	*problem = strerror(errno);
	return nothing >= 0 && dup2(nothing, STDIN_FILENO) == STDIN_FILENO && close(nothing) == 0;
}

int main(int count, char **words)
{
	const char *problem = "";
	bool session = false;
	long parent = 0;
	int at = 1;

	for (; at < count && strncmp(words[at], "--", 2) == 0; at++) {
		if (strcmp(words[at], "--session") == 0)
			session = true;
		else if (strcmp(words[at], "--parent") == 0 && at + 1 < count)
			parent = strtol(words[++at], NULL, 10);
		else
			count = 0;
	}
	if (at >= count) {
		fputs("usage: confined [--session] [--parent PROCESS] PATH [WORDS]\n", stderr);
		return 2;
	}
	if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0)
		return fail("its parent's end", strerror(errno));
	/* It may have ended before. */
	if (parent && getppid() != parent)
		return fail("its parent", "has ended already");
	if (session && (!leave_terminal(&problem) || !confine(CONFINE_TO_STARTING, &problem)))
		return fail(words[at], problem);
	execv(words[at], words + at);
	return fail(words[at], strerror(errno));
}
