/* SPDX-License-Identifier: Apache-2.0 */
/* Tables as CSV. */
#include "csv_write.h"

#include <string.h>

#include "calendar.h"

static void write_cell(const char *text, bool first, struct buffer *out)
{
	if (!first)
		buffer_text(out, ",");
	buffer_text(out, "\"");
	for (; *text; text++) {
		if (*text == '"')
			buffer_text(out, "\"");
		buffer_add(out, text, 1);
	}
	buffer_text(out, "\"");
}

static const char *safe(const char *text, struct arena *arena)
{
	return *text && strchr("=+-@\t\r", *text) ? arena_format(arena, "'%s", text) : text;
}

static const char *cell_text(const struct workbook_column *column, const struct values *row, struct arena *arena)
{
	const struct value *value = values_find(row, column->name);

	if (!value)
		return "";
	switch (value->kind) {
	case VALUE_TEXT:
		return safe(value->text, arena);
	case VALUE_INTEGER:
		return column->kind == WORKBOOK_MOMENT ? calendar_moment_text(arena, value->integer, CALENDAR_CHINA)
						       : arena_format(arena, "%lld", (long long)value->integer);
	case VALUE_REAL:
		return arena_format(arena, "%.10g", value->real);
	case VALUE_NULL:
	case VALUE_BLOB:
		break;
	}
	return "";
}

void csv_write_titles(const struct workbook_sheet *sheet, struct buffer *out)
{
	buffer_text(out, "\xef\xbb\xbf");
	for (size_t i = 0; i < sheet->count; i++)
		write_cell(sheet->columns[i].title, i == 0, out);
	buffer_text(out, "\r\n");
}

void csv_write_row(const struct workbook_sheet *sheet, const struct values *row, struct arena *arena, struct buffer *out)
{
	for (size_t i = 0; i < sheet->count; i++)
		write_cell(cell_text(&sheet->columns[i], row, arena), i == 0, out);
	buffer_text(out, "\r\n");
}
