/* SPDX-License-Identifier: Apache-2.0 */
/* What a handler ends with, and the bytes it gives. One place maps an outcome to a status. */
#ifndef SHANYU_RESPONSE_H
#define SHANYU_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/buffer.h"

enum outcome {
	PAGE = 1,               /* 200, the body is made */
	NOT_CHANGED,            /* 304, what the visitor holds is still right */
	MOVED,                  /* 303, to response.location */
	SIGN_IN,                /* 303, to response.location, where one signs in */
	BAD,                    /* 400, the request itself is wrong */
	INVALID,                /* 400, a form with mistakes, shown again: the body is made */
	DENIED,                 /* 403, not for who asks; the body may be made, to say why and to show what was typed */
	MISSING,                /* 404 */
	NOT_ALLOWED,            /* 405 */
	CONFLICT,               /* 409, it changed meanwhile; the body may be made, to show what was typed */
	TOO_LARGE,              /* 413 */
	TOO_MANY,               /* 429 */
	HELD,                   /* 429, the form shown again, to be sent in a moment: the body is made */
	FULL,                   /* 503, the form shown again, nothing can be taken in now: the body is made */
	BROKEN,                 /* 500, logged with the request's id */
	BUSY                    /* 503, not ready or overloaded */
};

enum content {
	CONTENT_HTML = 1,
	CONTENT_JSON,
	CONTENT_GEOJSON,
	CONTENT_CSV,
	CONTENT_SVG,
	CONTENT_XML,
	CONTENT_ATOM,
	CONTENT_FEED_JSON,
	CONTENT_TEXT,
	CONTENT_VCARD,
	CONTENT_PNG,
	CONTENT_XLSX,
	CONTENT_JPEG,
	CONTENT_BYTES           /* of no kind that a browser opens by itself */
};

#define RESPONSE_COOKIES 2

struct response {
	enum content content;
	const char *location;           /* MOVED: a path on this site */
	const char *cookies[RESPONSE_COOKIES];  /* whole Set-Cookie values; the first NULL ends them */
	const char *etag;               /* with its quotes */
	const char *allow;              /* NOT_ALLOWED: the methods that the path has, "GET, HEAD" */
	const char *next_part;          /* where what goes on behind this answer is (Link: rel="next"); NULL = nowhere */
	/* Cache-Control; no-store when NULL. nginx keeps what begins with "public" only; of a form shown again only "private..." is sent */
	const char *cache;
	const char *images_from;        /* hosts besides our own that images may come from, for the content policy */
	bool open_data;                 /* pages of other sites may read it (CORS): nothing in it is for one visitor alone */
	const char *file_name;          /* offered for saving under this name, UTF-8 of one line */
	struct buffer *body;
};

/* The number and the words of an outcome: "200 OK". */
const char *response_status(enum outcome outcome);

/* Whether an outcome's body was made by the handler (else the program makes its problem page). */
bool response_has_body(enum outcome outcome);

/* Write status line and headers in CGI form, with the security headers of every answer. */
void response_head(const struct response *response, enum outcome outcome, struct buffer *out);

#endif
