/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a CSV file as UTF-8, whatever it came in; what is no text is refused with its mend. Used by lib/base/csv.c, and for files that come with a table. */
#ifndef SHANYU_CSV_TEXT_H
#define SHANYU_CSV_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

struct csv_text {
	const char *bytes;              /* well-formed UTF-8 without byte order mark */
	size_t size;
	const char *encoding;           /* as what it was read */
};

/*
 * Read a file of at most CSV_MOST_BYTES, as the encoding that is named, or NULL to find it out. False: *problem is one line, held in
 * the arena as the text is.
 */
bool csv_text_read(const char *path, const char *encoding, struct csv_text *text, struct arena *arena, const char **problem);

/*
 * Read a file of at most CSV_MOST_BYTES that is to be UTF-8 (a mapping, GeoJSON); a byte order mark before it is passed over. False: *problem is one
 * line, as above. The bytes end with a NUL.
 */
bool csv_text_read_utf8(const char *path, struct csv_text *text, struct arena *arena, const char **problem);

#endif
