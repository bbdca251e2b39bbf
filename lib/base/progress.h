/* SPDX-License-Identifier: Apache-2.0 */
/* A progress bar on stderr for long work; silent when stderr is no terminal. */
#ifndef SHANYU_PROGRESS_H
#define SHANYU_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
	const char *what;
	int64_t total;                  /* 0 = unknown: a count is shown instead of a bar */
	int64_t done;
	int64_t shown_at;               /* nanoseconds */
	bool visible;
};

struct progress progress_start(const char *what, int64_t total);
/* Say how much is done by now; drawn at most ten times a second. */
void progress_at(struct progress *progress, int64_t done);
/* Wipe the bar. */
void progress_end(struct progress *progress);

#endif
