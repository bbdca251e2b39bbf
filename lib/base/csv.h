/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading CSV files (RFC 4180) row by row, by the names in their header line. The whole file is read and checked when it is opened.
 * Accepts UTF-8, with or without byte order mark, UTF-16 with its mark, and what plainly reads as Chinese in GB18030, or the encoding
 * that is named; LF and CRLF, the last line with or without; quoted fields over several lines; commas, or tabs or semicolons when those
 * part more of the first lines (Excel's "Unicode text"; its line sep=). Passes over what spreadsheets leave behind: title lines before
 * the header, rows and columns without any content.
 * Refuses what is no CSV (Excel, PDF), what ends in the middle of a row, empty files, columns that have content and no name.
 */
#ifndef SHANYU_CSV_H
#define SHANYU_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "values.h"

#define CSV_MOST_BYTES ((size_t)64 * 1024 * 1024)
#define CSV_MOST_COLUMNS 512

struct csv;

enum csv_answer { CSV_FAILED = -1, CSV_NONE = 0, CSV_FOUND = 1 };

/* How a file is to be read. */
struct csv_reading {
	bool comments;          /* lines before the header that begin with # are passed over, and no name may stand twice */
	const char *encoding;   /* as lib/base/encoding knows it; NULL = find out */
	size_t header;          /* the line (1 = first of the file) on which the header begins; 0 = find it */
};

/*
 * Open a file. On failure NULL, and *problem is one line that names the file, the line and the mend, held in the arena.
 * The header is the first row with content, or when only one of its cells has any (a title), the first with several among the
 * rows that follow.
 */
struct csv *csv_open_as(const char *path, const struct csv_reading *reading, struct arena *arena, const char **problem);
struct csv *csv_open(const char *path, bool comments, struct arena *arena, const char **problem);
/*
 * The same of a table that a program has made, in UTF-8 with commas; the bytes are the caller's and stay until the table is closed. `path` is what
 * problems call it.
 */
struct csv *csv_open_made(const char *path, const char *bytes, size_t size, struct arena *arena, const char **problem);
void csv_close(struct csv *csv);

/* The header: how many named columns, their names by place, whether one is there, on which line it stands. */
size_t csv_columns(const struct csv *csv);
const char *csv_column(const struct csv *csv, size_t place);
bool csv_has(const struct csv *csv, const char *column);
size_t csv_header_line(const struct csv *csv);

/* The place of a column. CSV_NONE: there is none of that name; CSV_FAILED: there are several, so that it cannot be told which is meant. */
enum csv_answer csv_find(const struct csv *csv, const char *column, size_t *place);

/* csv_has for all of a NULL-terminated list: false, and *problem (held in the arena) names those that are missing. */
bool csv_has_all(const struct csv *csv, const char *const *columns, struct arena *arena, const char **problem);

/* How many rows follow the header; what has no content is no row. */
size_t csv_rows(const struct csv *csv);

/* As what the file was read: "UTF-8", "UTF-8 with byte order mark", "UTF-16LE", "UTF-16BE", "GB18030", or the encoding that was named. */
const char *csv_encoding(const struct csv *csv);

/*
 * The next row: every column by name as text, without what nobody sees (text_visible), blanks at both ends of unquoted fields dropped. The
 * row is held in the arena; the names are the csv's own. CSV_FAILED: this row has fewer fields than the header or content beyond it,
 * csv_problem tells; the next call goes on behind it.
 */
enum csv_answer csv_next(struct csv *csv, struct arena *arena, struct values **row);

/* Begin again with the first row. */
void csv_rewind(struct csv *csv);

/* The line (1 = first of the file) on which the last row began. */
size_t csv_line(const struct csv *csv);

/* What was wrong with the last row: "FILE:LINE: ...", valid until the next call; "" when nothing was. */
const char *csv_problem(const struct csv *csv);

#endif
