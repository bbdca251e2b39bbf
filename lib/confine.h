/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fence around a program that strangers speak to: after it is up, the kernel (seccomp) ends the program at any system call it does not
 * need. No new program, no new connection, no file made or changed but what is said here. It stays up for the program's life.
 */
#ifndef SHANYU_CONFINE_H
#define SHANYU_CONFINE_H

#include <stdbool.h>

enum confine_to {
	CONFINE_TO_READING = 1, /* answers requests, and opens files to read: portal */
	CONFINE_TO_PUTTING,     /* also makes files without a name and links them: intake (lib/envelope) */
	CONFINE_TO_MEMORY       /* reads and writes what is open already, opens nothing; may have threads: preview */
};

/*
 * What is in this program's memory stays there: no core dumps, and nobody of the same user may look into it or trace it. confine does
 * it too. (Not in builds with sanitizers.)
 */
bool confine_memory(const char **problem);

/*
 * Put the fence up; everything that loads code or starts threads must be done. False: one line in *problem. In builds with sanitizers it
 * does nothing and says true: they need calls of their own.
 */
bool confine(enum confine_to to, const char **problem);

#endif
