/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Routes and the dispatcher. Routes are one array per program; the dispatcher, not the handler, does in this order: limits,
 * match, who, form, begin, handler, commit, render, sweep.
 */
#ifndef SHANYU_ROUTE_H
#define SHANYU_ROUTE_H

#include "request.h"

/* Who may come in. No zero value: a route that does not say stops the program at start. */
enum who { WHO_ANYONE = 1 };

struct route {
	enum method method;
	const char *path;               /* "/facilities/{code:code}"; part types: code, number */
	enum who who;
	const struct form *form;        /* of the query (GET) or the body (POST); NULL = the query is not looked at */
	enum outcome (*run)(struct request *request);
	const char *audit;              /* name under which a change is recorded; NULL on the public side */
};

/* What the dispatcher needs of a program. */
struct program {
	const struct route *routes;     /* ended by a route without a path */
	struct templates *templates;
	/* Called before the handler, to open or reopen what it reads. PAGE, or the outcome to answer with. */
	enum outcome (*begin)(struct request *request);
	/* Bind what every page shows (names, demo notice, text size). */
	void (*globals)(struct request *request, struct page *page);
	const char *images_from;        /* see struct response */
	void *state;                    /* the program's own */
	struct buffer body;             /* reused from request to request */
};

/* Check the table: every route has method, path, who, handler, and known part types. False: one line in *problem. */
bool routes_check(const struct route *routes, struct arena *arena, const char **problem);

/* Print the table: method, path, who, form fields, audit. */
void routes_print(const struct route *routes);

/*
 * Answer a request: status and headers are added to head, the body is request->response.body (NULL: none is sent).
 * request->program is a struct program.
 */
void route_answer(struct request *request, struct buffer *head);

/* A page of one of the program's templates with its globals bound; freed by page_end. */
struct page *page_begin(struct request *request, const char *template_name);

/* Expand into the response's body as HTML and free. PAGE, or BROKEN when the template fails. */
enum outcome page_end(struct request *request, struct page *page);

#endif
