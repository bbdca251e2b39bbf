/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A client that keeps one connection and waits for one answer at a time, over HTTP (HOST:PORT) or FastCGI (unix:PATH).
 * For measuring: it ends the program with one line when there is no whole answer with status 200.
 */
#ifndef SHANYU_BENCH_CLIENT_H
#define SHANYU_BENCH_CLIENT_H

#include <stdbool.h>
#include <stddef.h>

#define CLIENT_MOST_BYTES (1024 * 1024)

struct client {
	int socket;
	bool fastcgi;
	size_t size;
	char bytes[CLIENT_MOST_BYTES];  /* the last answer with its headers, 0-terminated */
};

/* Connect; the client is the caller's, and too large for a stack. */
void client_open(struct client *client, const char *address);

/* Ask for a path with its query and read the whole answer. */
void client_get(struct client *client, const char *path);

#endif
