/* SPDX-License-Identifier: Apache-2.0 */
/* Tables as CSV. */
#include "csv_write.h"

#include <string.h>

#include "lib/base/calendar.h"

/* Excel in East Asia takes the full-width forms (U+FF1D U+FF0B U+FF0D U+FF20) for the signs. */
static bool begins_formula(const char *text)
{
	static const char *const wide[] = { "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0" };

	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (strncmp(text, wide[i], strlen(wide[i])) == 0)
			return true;
	return *text && strchr("=+-@\t\r", *text);
}

void csv_write_text(const char *text, struct buffer *out)
{
	buffer_text(out, begins_formula(text) ? "\"'" : "\"");
	for (; *text; text++) {
		if (*text == '"')
			buffer_text(out, "\"");
		buffer_add(out, text, 1);
	}
	buffer_text(out, "\"");
}

static void write_number(const char *text, struct buffer *out)
{
	buffer_text(out, "\"");
	buffer_text(out, text);
	buffer_text(out, "\"");
}

static void write_cell(const struct workbook_column *column, const struct value *value, struct arena *arena, struct buffer *out)
{
	switch (value ? value->kind : VALUE_NULL) {
	case VALUE_TEXT:
		csv_write_text(value->text, out);
		break;
	case VALUE_INTEGER:
		write_number(column->kind == WORKBOOK_MOMENT ? calendar_moment_text(arena, value->integer, CALENDAR_CHINA)
							     : arena_format(arena, "%lld", (long long)value->integer), out);
		break;
	case VALUE_REAL:
		write_number(arena_format(arena, "%.10g", value->real), out);
		break;
	case VALUE_NULL:
	case VALUE_BLOB:
		write_number("", out);
		break;
	}
}

void csv_write_titles(const struct workbook_sheet *sheet, struct buffer *out)
{
	buffer_text(out, "\xef\xbb\xbf");
	for (size_t i = 0; i < sheet->count; i++) {
		buffer_text(out, i ? "," : "");
		csv_write_text(sheet->columns[i].title, out);
	}
	buffer_text(out, "\r\n");
}

void csv_write_row(const struct workbook_sheet *sheet, const struct values *row, struct arena *arena, struct buffer *out)
{
	for (size_t i = 0; i < sheet->count; i++) {
		buffer_text(out, i ? "," : "");
		write_cell(&sheet->columns[i], values_find(row, sheet->columns[i].name), arena, out);
	}
	buffer_text(out, "\r\n");
}
