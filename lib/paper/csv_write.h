/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tables as CSV (RFC 4180) that Excel opens by a double click: UTF-8 with byte order mark, CR LF, the columns of a workbook's sheet. A text
 * that Excel would take for a formula (it begins with = + - @, one of their full-width forms, or a tab) gets an apostrophe before it.
 */
#ifndef SHANYU_CSV_WRITE_H
#define SHANYU_CSV_WRITE_H

#include "lib/base/buffer.h"
#include "workbook.h"

/* A text as a cell in quotation marks, safe from being taken for a formula. */
void csv_write_text(const char *text, struct buffer *out);

/* The byte order mark and the line of titles. */
void csv_write_titles(const struct workbook_sheet *sheet, struct buffer *out);

/* One row: each column's value by name; null and what is not there are empty. Moments are 2026-11-23 14:05 in China's time. */
void csv_write_row(const struct workbook_sheet *sheet, const struct values *row, struct arena *arena, struct buffer *out);

#endif
