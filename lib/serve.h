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

#endif
