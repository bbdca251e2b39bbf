/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Routes and the dispatcher. Routes are one array per program; the dispatcher, not the handler, does in this order: limits,
 * match, session and who (admit), form, whether a POST comes from a page of ours (guard), begin, handler, finish (audit row and
 * commit, or roll back), render, sweep. What a program has no use for it leaves out.
 * A form with files (lib/web/multipart_form.h) is read as it streams in: there guard is asked before the first byte of a file is kept, and once more
 * when all of it was read. The files are forgotten with the answer. Every other form is taken urlencoded, up to 256 KiB.
 */
#ifndef SHANYU_ROUTE_H
#define SHANYU_ROUTE_H

#include "request.h"

/*
 * Who may come in. No zero value: a route that does not say stops the program at start. What a program that people sign in to asks of
 * them it numbers itself, from WHO_OWN on.
 */
enum { WHO_ANYONE = 1, WHO_OWN = 16 };

struct route {
	enum method method;
	const char *path;               /* "/facilities/{code:code}"; part types: code, number */
	int who;
	const struct form *form;        /* of the query (GET) or the body (POST); NULL = the query is not looked at */
	enum outcome (*run)(struct request *request);
	const char *audit;              /* name under which it is recorded; NULL: nothing is changed, or it is the public side */
};

struct file_types;

/* What the dispatcher needs of a program. */
struct program {
	const struct route *routes;     /* ended by a route without a path */
	struct templates *templates;
	/* Called first for every request, also one that cannot be read: forget what was of the one before. NULL: nothing is kept. */
	void (*forget)(struct request *request);
	/*
	 * Whose session this is and whether request->route is theirs: PAGE, or the outcome to answer with. Called without a route, too, so
	 * that who is not signed in does not learn which there are. NULL: everything is for everyone.
	 */
	enum outcome (*admit)(struct request *request);
	/* What every POST carries besides its route's form, and whether that shows that it comes from a page of ours. NULL: nothing. */
	const struct form *every_post;
	enum outcome (*guard)(struct request *request, const struct form_result *carried);
	/* Called before the handler, to open or reopen what it reads. PAGE, or the outcome to answer with. */
	enum outcome (*begin)(struct request *request);
	/* Called after every handler that was begun: keep or undo what it did. The outcome to answer with. NULL: nothing is kept. */
	enum outcome (*finish)(struct request *request, enum outcome outcome);
	/* Called when the outcome is DENIED or MISSING, with everything undone: to write down who tried what. NULL: nobody does. */
	void (*refused)(struct request *request, enum outcome outcome);
	/* The name of one of the program's own `who`; NULL: it has none. */
	const char *(*who_name)(int who);
	const char *problem;            /* template of problems; NULL: shared/problem.tpl */
	bool audits;                    /* a POST without an audit name stops the program at start */
	struct file_types *file_types;  /* what files are; without it a route whose form has files stops the program at start */
	/* Bind what every page shows (names, demo notice, text size). */
	void (*globals)(struct request *request, struct page *page);
	const char *images_from;        /* see struct response */
	void *state;                    /* the program's own */
	struct buffer body;             /* reused from request to request */
};

/* Check a program's table: every route has method, path, who, handler, and known part types. False: one line in *problem. */
bool routes_check(const struct program *program, struct arena *arena, const char **problem);

/* Print the table: method, path, who, form fields, audit. */
void routes_print(const struct program *program);

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
