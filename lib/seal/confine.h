/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fences around a program that strangers speak to. After they are up, the kernel ends the program at any system call it does not need
 * (seccomp), by its arguments too, and lets it see no files but those it names (Landlock). No new program, no new connection, no
 * file made or changed but what is said here, no signal to another process. They stay up for the program's life and for what it starts.
 */
#ifndef SHANYU_CONFINE_H
#define SHANYU_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/arena.h"

enum confine_to {
	CONFINE_TO_READING = 1, /* answers requests, and opens files to read: portal */
	CONFINE_TO_PUTTING,     /* also makes files without a name and gives them one: intake (lib/seal/envelope) */
	CONFINE_TO_MEMORY,      /* reads and writes what is open already, opens nothing; may have threads: preview */
	CONFINE_TO_OFFICE,      /* answers requests, reads and writes the registry's file: admin */
	CONFINE_TO_OFFICE_WITH_SERVER, /* the same, with a registry on a server: it may make connections too */
	CONFINE_TO_STARTING     /* starts other programs: clerk, and who watches workers. It and they may do all but what nobody needs */
};

/* What a program may do beneath a folder, or with a file. */
enum confine_may {
	CONFINE_MAY_READ = 1,   /* open to read, list */
	CONFINE_MAY_PUT,        /* make files in it and write them; neither read nor remove what is there */
	CONFINE_MAY_CHANGE      /* read, make, write, remove */
};

struct confine_path {
	const char *path;
	enum confine_may may;
};

/* How much of Landlock this kernel has (its ABI), 0 for none. */
int confine_files_abi(void);

/*
 * What is in this program's memory stays there: no core dumps, and nobody of the same user may look into it or trace it. confine does
 * it too. (Not in builds with sanitizers.)
 */
bool confine_memory(const char **problem);

/*
 * Put the fence of system calls up; everything that loads code or starts threads must be done. False: one line in *problem. In builds with
 * sanitizers it does nothing and says true: they need calls of their own.
 */
bool confine(enum confine_to to, const char **problem);

/* The same around threads that a library has started by now, too; confine holds the one that calls it and those to come. */
bool confine_all_threads(enum confine_to to, const char **problem);

struct confinement {
	enum confine_to to;
	/*
	 * Only these files and folders may be opened, as they are now: one made later in the place of a removed one is another. Ends with a
	 * path NULL; what does not exist is passed over. NULL: no fence but permissions. What is open stays open.
	 */
	const struct confine_path *paths;
	bool alone;             /* no connection is made, and no signal sent to another process (as far as the kernel knows: ABI 4 and 6) */
	bool all_threads;       /* threads that there are already are held by the fence of system calls, too (Landlock cannot do that) */
	bool tell;              /* for --check: a line on stdout for each fence, and that they stand */
};

/*
 * All fences, of files first. On a kernel without Landlock files are held by permissions alone: --check says so, and nothing fails. False:
 * one line in *problem. Sanitized builds: as confine.
 */
bool confine_behind(const struct confinement *fences, struct arena *arena, const char **problem);

#endif
