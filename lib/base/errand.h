/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A program run aside, with a text or a file on its stdin, while one goes on with other things: nobody waits for it, it does not run for
 * ever, and it takes no more memory than it may. No shell reads its words; it gets no environment but PATH, and of our files only the three
 * of every program.
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

/* What is to be run, and within which bounds. */
struct errand_order {
	char *const *words;             /* words[0] is the program's path or is found in PATH */
	int input;                      /* file on its stdin */
	int output;                     /* file on its stdout; -1: nowhere */
	int seconds;                    /* by the clock, then it is killed */
	int processor_seconds;          /* 0: no bound of its own */
	uint64_t memory;                /* bytes of address space, 0: no bound */
};

/* Start it. False: *problem, and nothing runs: a program whose bounds cannot be set is ended at once. The files stay the caller's. */
bool errand_order(struct errand *errand, const struct errand_order *order, struct arena *arena, const char **problem);

/* The same with a text for its input, and what it says on stdout thrown away. */
bool errand_start(struct errand *errand, char *const *words, const void *input, size_t size, int seconds, struct arena *arena,
	const char **problem);

/* How it stands. DONE: it ended with 0. FAILED: *problem is the first line it said, or how it ended. After both it is none. */
enum errand_state errand_look(struct errand *errand, struct arena *arena, const char **problem);

/* End it, if it runs. */
void errand_stop(struct errand *errand);

#endif
