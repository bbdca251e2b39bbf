/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Forms with files (multipart/form-data, RFC 7578 as browsers write it), read as a stream: nothing is ever held whole.
 * Heads of parts and the content type are read as they are: in names %22, %0D and %0A are the only escapes and a backslash is a
 * backslash; words encoded in the manner of mails (RFC 2047, RFC 2231) are not decoded. Nothing is converted, since a converter is
 * loaded when it is first asked for, and a confined program may load nothing.
 */
#ifndef SHANYU_MULTIPART_H
#define SHANYU_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/arena.h"
#include "body.h"

#define MULTIPART_MOST_PARTS 100

struct multipart_part {
	const char *name;      /* of the field, UTF-8 */
	const char *file_name; /* as its sender calls it, UTF-8, "" when none was chosen; NULL: a field, no file. What is not
				  UTF-8 in either is "_" */
};

/* Where parts go. False from any of them stops the reading. Texts are valid during begin only, unless of the arena. */
struct multipart_sink {
	void *own;
	bool (*begin)(void *own, const struct multipart_part *part);
	bool (*bytes)(void *own, const char *bytes, size_t size);
	bool (*end)(void *own);
};

enum multipart_end {
	MULTIPART_DONE = 1,
	MULTIPART_OTHER_TYPE, /* the content type is no multipart/form-data with a boundary */
	MULTIPART_MALFORMED,
	MULTIPART_CUT_OFF,  /* it ended before its last boundary */
	MULTIPART_TOO_MANY, /* parts */
	MULTIPART_STOPPED   /* by the sink */
};

/* A file's name without what nobody can see (when that is all, "_"), and no longer than file systems have it. "" is "": none was chosen. */
const char *multipart_shown_name(struct arena *arena, const char *file_name);

enum multipart_end multipart_read(const char *content_type, struct body *body, const struct multipart_sink *sink,
				  struct arena *arena);

#endif
