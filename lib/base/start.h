/* SPDX-License-Identifier: Apache-2.0 */
/* The words that the programs which answer requests are started with. */
#ifndef SHANYU_START_H
#define SHANYU_START_H

#include <stdbool.h>

struct start {
	const char *config;     /* --config FILE, NULL: none was named */
	bool routes;            /* --routes: print the table of routes and end */
	bool check;             /* --check: put the fences up, tell of each, and end */
};

/* False: other words, or words that are missing. */
bool start_read(int count, char **words, struct start *start);

#endif
