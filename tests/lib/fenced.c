/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fenced KIND FOLDER: puts the fences of a kind of program up (reading, putting, memory, office, server, starting, none), around FOLDER, and tries
 * behind them whatever is forbidden, each in a process of its own. A line for each: its name and "ended" (by the fence), "refused", or
 * "DONE". FOLDER/victim is a folder outside of the fence when the kind has one of files. Last "works": what the kind is for is still done.
 */
#include <stdlib.h>
#include <sys/wait.h>

#include "forbidden.h"
#include "lib/seal/confine.h"

static const struct kind {
	const char *name;
	enum confine_to to;
	bool files;
	bool alone;
	enum confine_may may;
} kinds[] = {
	{ "reading", CONFINE_TO_READING, true, true, CONFINE_MAY_READ },
	{ "putting", CONFINE_TO_PUTTING, true, true, CONFINE_MAY_PUT },
	{ "memory", CONFINE_TO_MEMORY, true, true, CONFINE_MAY_READ },
	{ "office", CONFINE_TO_OFFICE, true, true, CONFINE_MAY_CHANGE },
	{ "server", CONFINE_TO_OFFICE_WITH_SERVER, true, false, CONFINE_MAY_CHANGE },
	{ "starting", CONFINE_TO_STARTING, false, false, CONFINE_MAY_READ },
	{ "none", 0, false, false, CONFINE_MAY_READ },
};

static const struct kind *kind_of(const char *name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	fprintf(stderr, "fenced: no such kind: %s\n", name);
	exit(2);
}

static void put_up(const struct kind *kind, const char *folder)
{
	struct arena *arena = arena_new(65536);
	const struct confine_path paths[] = { { arena_format(arena, "%s/inside", folder), kind->may }, { NULL, CONFINE_MAY_READ } };
	const struct confinement fences = { .to = kind->to, .paths = kind->files ? paths : NULL, .alone = kind->alone };
	const char *problem = "";

	if (kind->to && !confine_behind(&fences, arena, &problem)) {
		fprintf(stderr, "fenced: %s\n", problem);
		_exit(2);
	}
}

/* What each kind is for: a fence that forbids all is none. */
static bool works(const struct kind *kind, const char *folder)
{
	char path[4096], own[64];
	int file;

	switch (kind->to) {
	case CONFINE_TO_READING:
		snprintf(path, sizeof path, "%s/inside/file", folder);
		return open(path, O_RDONLY) >= 0 && raise(0) == 0;
	case CONFINE_TO_PUTTING:
		snprintf(path, sizeof path, "%s/inside", folder);
		file = open(path, O_TMPFILE | O_WRONLY, 0600);
		snprintf(own, sizeof own, "/proc/self/fd/%d", file);
		snprintf(path, sizeof path, "%s/inside/put", folder);
		return file >= 0 && linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
	case CONFINE_TO_MEMORY:
		return raise(0) == 0 && write(STDOUT_FILENO, "", 0) == 0;
	case CONFINE_TO_OFFICE:
	case CONFINE_TO_OFFICE_WITH_SERVER:
		snprintf(path, sizeof path, "%s/inside/made", folder);
		file = open(path, O_RDWR | O_CREAT, 0600);
		return file >= 0 && ftruncate(file, 1) == 0 && unlink(path) == 0;
	default:
		return system("exit 7") == 7 << 8;
	}
}

/* A child tries; 0: done, 1: refused. Its end by a signal is the fence's. */
static const char *attempt(const struct kind *kind, const char *folder, const struct forbidden *what)
{
	char outside[4096];
	int status = 0;
	pid_t victim = fork(), child;

	snprintf(outside, sizeof outside, "%s/victim", folder);
	if (victim == 0) {
		pause();
		_exit(0);
	}
	child = fork();
	if (child == 0) {
		const struct victim on = { victim, outside };

		put_up(kind, folder);
		if (what)
			_exit(what->try(&on) < 0 ? 1 : 0);
		_exit(works(kind, folder) ? 0 : 1);
	}
	waitpid(child, &status, 0);
	kill(victim, SIGKILL);
	waitpid(victim, NULL, 0);
	if (WIFSIGNALED(status))
		return WTERMSIG(status) == SIGSYS ? "ended" : "ENDED BY ANOTHER SIGNAL";
	return WEXITSTATUS(status) == 1 ? "refused" : WEXITSTATUS(status) == 0 ? "DONE" : "NOT TRIED";
}

int main(int count, char **words)
{
	const struct kind *kind;

	if (count != 3)
		return 2;
	kind = kind_of(words[1]);
	setvbuf(stdout, NULL, _IONBF, 0);
	for (size_t i = 0; i < FORBIDDEN; i++)
		printf("%s %s\n", forbidden[i].name, attempt(kind, words[2], &forbidden[i]));
	printf("works %s\n", attempt(kind, words[2], NULL));
	return 0;
}
