/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A program run aside, with a text on its stdin, while one goes on with other things: nobody waits for it, and it does not run for ever. No
 * shell reads its words; it gets no environment but PATH, and of our files only the three of every program.
 */
#ifndef SHANYU_ERRAND_H
#define SHANYU_ERRAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "arena.h"

struct errand {
	pid_t child;                    /* 0: none is under way */
	int said;                       /* file in memory: what it says on stderr */
	int64_t until;                  /* clock_nanoseconds: then it is killed */
};

enum errand_state { ERRAND_NONE, ERRAND_RUNS, ERRAND_DONE, ERRAND_FAILED };

/* Words of a command as a shell would part them (quotes, backslashes), ended by NULL. NULL: *problem in one line. */
char **errand_words(const char *command, struct arena *arena, const char **problem);

/* Start it: words[0] is the program's path or is found in PATH. False: *problem. */
bool errand_start(struct errand *errand, char *const *words, const void *input, size_t size, int seconds, struct arena *arena,
	const char **problem);

/* How it stands. DONE: it ended with 0. FAILED: *problem is the first line it said, or how it ended. After both it is none. */
enum errand_state errand_look(struct errand *errand, struct arena *arena, const char **problem);

/* End it, if it runs. */
void errand_stop(struct errand *errand);

#endif
