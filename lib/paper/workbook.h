/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tables as Excel workbooks (.xlsx), row by row, for any rows: written by libxlsxwriter in its mode of constant memory, never onto a disk.
 * What was text stays text, whatever it begins with: no cell is ever a formula. Moments are real dates in China's time, so that Excel sorts
 * and filters them. The heading stands still while one scrolls, is repeated on every printed page, and filters.
 */
#ifndef SHANYU_WORKBOOK_H
#define SHANYU_WORKBOOK_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/base/buffer.h"
#include "lib/base/values.h"

/* In memory: where what does not fit is laid down for a moment, under no name. */
#define WORKBOOK_FOLDER "/dev/shm"

enum workbook_kind {
	WORKBOOK_TEXT = 1,
	WORKBOOK_INTEGER,
	WORKBOOK_REAL,
	WORKBOOK_SHARE,                 /* 0.25 is shown as 25.0 % */
	WORKBOOK_DAY,                   /* from text, 2026-03-01 */
	WORKBOOK_MOMENT                 /* from Unix seconds */
};

struct workbook_column {
	const char *name;               /* of the value in a row */
	const char *title;
	enum workbook_kind kind;
	double width;                   /* in characters */
};

struct workbook_sheet {
	const char *title;              /* 1 to 31 characters, none of []:*?/\ */
	const struct workbook_column *columns;
	size_t count;
};

/*
 * Sheets and columns as text says them, so that their words stand in a template: "# title" begins a sheet, every other line is a column,
 * "name kind width title", where kind is text, integer, real, share, day or moment. Blank lines do no harm. NULL: *problem names the line.
 */
struct workbook_sheet *workbook_sheets(const char *text, struct arena *arena, size_t *count, const char **problem);

struct workbook;

/* NULL when there is no memory file to write into; *problem tells. */
struct workbook *workbook_start(struct arena *arena, const char **problem);

/* Begin a sheet: its heading, its widths. The ones before are closed. What it points at must live to the end. */
bool workbook_begin(struct workbook *workbook, const struct workbook_sheet *sheet);

/*
 * A row of the sheet. A null, a value that is not of the column's kind and an empty text leave the cell empty. Characters that XML cannot
 * hold are left out, texts are cut at what a cell can hold (32,767), the cut marked with three points. False: the sheet is full.
 */
bool workbook_row(struct workbook *workbook, const struct values *row);

/* Close it and add the file's bytes to the buffer. False, and *problem in one line, when that fails. Ends the workbook either way. */
bool workbook_end(struct workbook *workbook, struct buffer *out, const char **problem);

#endif
