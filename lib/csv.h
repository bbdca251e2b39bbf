/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading CSV files (RFC 4180) row by row, by the names in their header line. The whole file is read and checked when it is opened.
 * Accepts UTF-8, with or without byte order mark, and GB18030; LF and CRLF; quoted fields over several lines.
 * Refuses what is no CSV (Excel, PDF, UTF-16), what ends in the middle of a row, empty files, columns without or with the same name.
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

/*
 * Open a file. With comments, lines before the header that begin with # are passed over. On failure NULL, and *problem is one
 * line that names the file, the line and the mend, held in the arena.
 */
struct csv *csv_open(const char *path, bool comments, struct arena *arena, const char **problem);
void csv_close(struct csv *csv);

/* The header: how many columns, their names by place, whether one is there. */
size_t csv_columns(const struct csv *csv);
const char *csv_column(const struct csv *csv, size_t place);
bool csv_has(const struct csv *csv, const char *column);

/* The same, for all of a NULL-terminated list: false, and *problem (held in the arena) names those that are missing. */
bool csv_has_all(const struct csv *csv, const char *const *columns, struct arena *arena, const char **problem);

/* How many rows follow the header; empty lines are no rows. */
size_t csv_rows(const struct csv *csv);

/* As what the file was read: "UTF-8", "UTF-8 with byte order mark" or "GB18030". */
const char *csv_encoding(const struct csv *csv);

/*
 * The next row: every column by name as text, blanks at both ends of unquoted fields dropped. The row is held in the arena; the names
 * are the csv's own. CSV_FAILED: this row has more or fewer fields than the header, csv_problem tells; the next call goes on behind it.
 */
enum csv_answer csv_next(struct csv *csv, struct arena *arena, struct values **row);

/* Begin again with the first row. */
void csv_rewind(struct csv *csv);

/* The line (1 = first of the file) on which the last row began. */
size_t csv_line(const struct csv *csv);

/* What was wrong with the last row: "FILE:LINE: ...", valid until the next call; "" when nothing was. */
const char *csv_problem(const struct csv *csv);

#endif
