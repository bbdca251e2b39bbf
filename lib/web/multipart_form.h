/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A declared form that comes with files: multipart/form-data, read as a stream. Its fields are those of lib/web/form. Each file is hashed and
 * looked at while it streams past, and laid down in memory without a name: never in the program's own, never on a disk, gone with the
 * request whatever becomes of it. All files are taken or none.
 * Before the first byte of a file is kept the caller is asked, with what came before it, whether the form is one of its own: so what
 * comes with every form (the token of the session) stands before the files.
 */
#ifndef SHANYU_MULTIPART_FORM_H
#define SHANYU_MULTIPART_FORM_H

#include "form.h"
#include "lib/base/file_type.h"
#include "request.h"

/* As much of one file as the program preview takes; of all files of a form together; and of the whole body, of which the rest is read and forgotten. */
#define FORM_FILE_BYTES ((int64_t)20 * 1024 * 1024)
#define FORM_FILES_BYTES ((int64_t)40 * 1024 * 1024)
#define FORM_BODY_BYTES ((int64_t)64 * 1024 * 1024)
/* Of a form's field for files, at the most. */
#define FORM_MOST_FILES 10

/* The form's field for files, NULL: it has none. */
const struct field *multipart_form_field(const struct form *form);

/* Whether the request's body is multipart, or says so. */
bool multipart_form_comes(const struct request *request);

struct multipart_form {
	const struct form *form;        /* with a field for files */
	const struct form *beside;      /* what comes with every form; NULL: nothing does */
	struct file_types *types;
	/* Whether files may be kept; carried is what came of `beside` up to now. NULL: always. */
	enum outcome (*allow)(struct request *request, const struct form_result *carried);
};

/*
 * PAGE: *result and *carried are read (fine or not; carried NULL without `beside`). Else the outcome to answer with: what allow said, TOO_LARGE, or BAD when
 * the body is broken, cut off, or not UTF-8; then no file is left.
 */
enum outcome multipart_form_read(struct request *request, const struct multipart_form *reading, struct form_result **result,
				 struct form_result **carried);

/* Forget the files of a form, NULL too. */
void multipart_form_close(struct form_result *result);

#endif
