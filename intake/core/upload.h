/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A form that comes with files. Each file is sealed while it streams in, under the form's receipt, and put into the inbox on its own:
 * nothing of it is ever held whole or written unsealed. Up to 6 files of 20 MB each.
 */
#ifndef SHANYU_INTAKE_UPLOAD_H
#define SHANYU_INTAKE_UPLOAD_H

#include "intake.h"

enum upload_problem {
	UPLOAD_FINE = 1,
	UPLOAD_TOO_LARGE,
	UPLOAD_TOO_MANY,
	UPLOAD_EMPTY,
	UPLOAD_KIND,      /* of a kind that is not taken */
	UPLOAD_TRUNCATED, /* its own format says that more should follow */
	UPLOAD_FULL,      /* no room is left for files */
	UPLOAD_WAIT,      /* too much came in the last minute */
	UPLOAD_GONE       /* was taken, and lay for so long that it was removed */
};

struct upload {
	struct form_result *form;    /* with the field `file` naming the files that are sealed, those of before too */
	enum upload_problem problem; /* of the first file that was not taken */
	const char *name;            /* and its name, as its sender calls it */
	const char *added;           /* the line of the last file taken, NULL: none */
	const char *unfinished;      /* the name of the first one taken of which the end may be missing, NULL: none */
};

/*
 * Read a multipart body. The form must have the fields `receipt` (before the first file) and `file`. False: the body is broken,
 * cut off or of another type; what was sealed of it is removed by clerk.
 */
bool upload_read(struct request *request, const struct form *form, struct upload *upload);

/* Bind a problem: section UPLOAD_... and PROBLEM_FILE; and what is to be known of a file that was taken: UNFINISHED_FILE. */
void upload_show(const struct upload *upload, struct page *page);

/* The word of a problem, for scripts; "" for none. */
const char *upload_word(enum upload_problem problem);

#endif
