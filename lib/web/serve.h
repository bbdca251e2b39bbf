/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Serving: FastCGI on the socket at descriptor 0 when it is one, else one CGI request on stdin and stdout. Single-threaded;
 * many processes share the socket, which their parent owns, so that a restart loses no request.
 */
#ifndef SHANYU_SERVE_H
#define SHANYU_SERVE_H

#include "request.h"

/*
 * Serve until SIGTERM, SIGINT, SIGQUIT or SIGUSR1 (what is ready is still answered). Returns the exit code. `answer` adds status
 * and headers to head and leaves the body in request->response.body, NULL for none; it is the program's and outlives the request.
 */
int serve_run(void *program, void (*answer)(struct request *request, struct buffer *head));

/* What a worker does of itself between requests. */
struct serve_duty {
	int every_seconds;
	/* `now` in Unix seconds; the arena is swept after it. */
	void (*run)(void *program, struct arena *arena, int64_t now);
};

/* As serve_run. On a socket the duty is done every so many seconds, whether anybody asks or not; a CGI request has none. */
int serve_with_duty(void *program, void (*answer)(struct request *request, struct buffer *head), const struct serve_duty *duty);

#endif
