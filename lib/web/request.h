/* SPDX-License-Identifier: Apache-2.0 */
/* One request, as the server hands it over. Texts belong to the request and die with it. */
#ifndef SHANYU_REQUEST_H
#define SHANYU_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "body.h"
#include "form.h"
#include "response.h"
#include "lib/base/values.h"

struct route;

enum method { METHOD_OTHER = 1, METHOD_GET, METHOD_POST };

struct request {
	struct arena *arena;            /* swept when the request is answered */
	char **environment;             /* CGI variables */
	void *program;                  /* what the program's main set up */
	const struct route *route;      /* the one that matched; NULL: none */
	enum method method;             /* HEAD counts as GET */
	bool head_only;
	bool is_last;                   /* the worker ends after this answer: it can no longer be trusted to keep things */
	bool leave_nothing;             /* once it is answered, nothing of it stays in the program's memory */
	const char *id;                 /* for the log and the visitor */
	const char *path;               /* decoded, without the query */
	const char *query;              /* as sent, after the '?', "" when none */
	int64_t now;                    /* Unix seconds, the same for the whole request */
	uint64_t turn;                  /* all requests of a turn had come before the first of them was answered */
	struct values *parts;           /* typed parts of the path, by name */
	struct form_result *form;       /* of the route's form: the query, or the body of POST; NULL without one */
	struct body body;               /* what was sent with POST; a route's form has read it */
	struct response response;
};

/* A CGI variable, "" when it is not set. */
const char *request_variable(const struct request *request, const char *name);

/* The value of a cookie, "" when there is none. */
const char *request_cookie(const struct request *request, const char *name);

/* Whether the visitor holds this version already (If-None-Match); also sets the response's ETag. */
bool request_has(struct request *request, const char *etag);

/* Whether a text is a path of this site, fit to be led to: not "//host", not "/\host", which browsers take for one. */
bool request_is_own_path(const char *path);

/* A text as a value in a query string. */
const char *request_escaped(const char *text, struct arena *arena);

/* Fill method, path, query, id from the environment. False: the request line itself is bad. */
bool request_read(struct request *request);

#endif
