/* SPDX-License-Identifier: Apache-2.0 */
/* Excel workbooks by libxlsxwriter, into a file in memory. */
#include "workbook.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "lib/base/calendar.h"
#include "lib/base/text.h"

#define MOST_COLUMNS ((size_t)200)
#define CELL_MOST ((size_t)32767) /* UTF-16 units */
#define EXCEL_1970 25569          /* the day 1970-01-01 in Excel's count */
#define DAY_SECONDS 86400.0
/* Where the library keeps rows for a moment: in memory, as everything else of it. */

static const struct {
	const char *name;
	enum workbook_kind kind;
	const char *format;
} kinds[] = {
	{ "text", WORKBOOK_TEXT, "@" },        { "integer", WORKBOOK_INTEGER, "#,##0" },
	{ "real", WORKBOOK_REAL, "0.0" },      { "share", WORKBOOK_SHARE, "0.0%" },
	{ "day", WORKBOOK_DAY, "yyyy-mm-dd" }, { "moment", WORKBOOK_MOMENT, "yyyy-mm-dd hh:mm" },
};
#define KINDS (sizeof kinds / sizeof *kinds)

struct workbook {
	struct arena *arena;
	int file;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	const struct workbook_sheet *columns;
	lxw_format *heading, *cells[KINDS];
	lxw_row_t row;
	lxw_error failed;
};

/* One word of a line and where the next begins. */
static const char *word(const char **at, struct arena *arena)
{
	size_t length;
	const char *start = *at + strspn(*at, " \t");

	length = strcspn(start, " \t\r\n");
	*at = start + length + strspn(start + length, " \t");
	return arena_text(arena, start, length);
}

static bool read_column(const char *line, struct arena *arena, struct workbook_column *column)
{
	const char *name = word(&line, arena), *kind = word(&line, arena);

	*column = (struct workbook_column){ .name = name };
	if (!text_to_real(word(&line, arena), &column->width))
		return false;
	for (size_t i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].name, kind) == 0)
			column->kind = kinds[i].kind;
	column->title = text_trim(arena, line);
	return column->kind && *name && *column->title;
}

struct workbook_sheet *workbook_sheets(const char *text, struct arena *arena, size_t *count, const char **problem)
{
	struct workbook_sheet *sheets = arena_take(arena, (strlen(text) / 2 + 1) * sizeof *sheets);
	struct workbook_column *columns = NULL;

	*count = 0;
	for (size_t length; *text; text += length + (text[length] == '\n')) {
		const char *line;

		length = strcspn(text, "\n");
		line = text_trim(arena, arena_text(arena, text, length));
		if (*line == '#') {
			columns = arena_take(arena, MOST_COLUMNS * sizeof *columns);
			sheets[(*count)++] = (struct workbook_sheet){ text_trim(arena, arena_copy(arena, line + 1)), columns, 0 };
		} else if (*line) {
			struct workbook_sheet *sheet = *count ? &sheets[*count - 1] : NULL;

			*problem = arena_format(arena, "no column of a sheet: '%s'", line);
			if (!sheet || sheet->count == MOST_COLUMNS || !read_column(line, arena, &columns[sheet->count]))
				return NULL;
			sheet->count++;
		}
	}
	return sheets;
}

struct workbook *workbook_start(struct arena *arena, const char **problem)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE,
					 .tmpdir = access(WORKBOOK_FOLDER, W_OK) == 0 ? WORKBOOK_FOLDER : NULL };
	struct workbook *workbook = arena_take(arena, sizeof *workbook);

	workbook->arena = arena;
	workbook->file = memfd_create("workbook", MFD_CLOEXEC);
	if (workbook->file >= 0)
		workbook->book = workbook_new_opt(arena_format(arena, "/proc/self/fd/%d", workbook->file), &options);
	if (!workbook->book) {
		*problem = "there is no memory for a workbook";
		if (workbook->file >= 0)
			close(workbook->file);
		return NULL;
	}
	workbook->heading = workbook_add_format(workbook->book);
	format_set_bold(workbook->heading);
	format_set_text_wrap(workbook->heading);
	format_set_align(workbook->heading, LXW_ALIGN_VERTICAL_CENTER);
	format_set_bottom(workbook->heading, LXW_BORDER_THIN);
	for (size_t i = 0; i < KINDS; i++) {
		workbook->cells[i] = workbook_add_format(workbook->book);
		format_set_num_format(workbook->cells[i], kinds[i].format);
		format_set_align(workbook->cells[i], LXW_ALIGN_VERTICAL_TOP);
	}
	return workbook;
}

bool workbook_begin(struct workbook *workbook, const struct workbook_sheet *sheet)
{
	workbook->sheet = workbook_add_worksheet(workbook->book, sheet->title);
	workbook->columns = sheet;
	workbook->row = 1;
	if (!workbook->sheet) {
		workbook->failed = LXW_ERROR_SHEETNAME_ALREADY_USED;
		return false;
	}
	for (size_t i = 0; i < sheet->count; i++)
		worksheet_set_column(workbook->sheet, (lxw_col_t)i, (lxw_col_t)i, sheet->columns[i].width, NULL);
	worksheet_freeze_panes(workbook->sheet, 1, 0);
	worksheet_repeat_rows(workbook->sheet, 0, 0);
	worksheet_set_landscape(workbook->sheet);
	worksheet_set_paper(workbook->sheet, 9); /* A4 */
	worksheet_fit_to_pages(workbook->sheet, 1, 0);
	for (size_t i = 0; i < sheet->count; i++)
		worksheet_write_string(workbook->sheet, 0, (lxw_col_t)i, sheet->columns[i].title, workbook->heading);
	return true;
}

/* Whether text stands here that a workbook's reader takes for the code of a character: _x0041_. */
static bool is_escape(const char *text)
{
	return text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789abcdefABCDEF") == 4 && text[6] == '_';
}

static size_t escapes_in(const char *text)
{
	size_t count = 0;

	for (; (text = strchr(text, '_')); text++)
		count += is_escape(text);
	return count;
}

/*
 * What a cell can hold: no control characters but line breaks and tabs, no longer than Excel takes. The underscore of what looks like an
 * escape is escaped itself, so that it is read as it was typed (ECMA-376 part 1, 22.4.2.4).
 */
static const char *cell_text(const char *text, struct arena *arena)
{
	static const char underscore[] = "_x005F";
	char *cell = arena_take(arena, strlen(text) + escapes_in(text) * (sizeof underscore - 1) + sizeof "...");
	size_t size = 0, units = 0;

	while (*text) {
		const char *start = text;
		uint32_t character = text_next(&text);

		if ((character < 0x20 && character != '\n' && character != '\t') || character == 0xfffe || character == 0xffff)
			continue;
		units += character > 0xffff ? 2 : is_escape(start) ? sizeof underscore : 1;
		if (units > CELL_MOST - 3) {
			memcpy(cell + size, "...", 3);
			return cell;
		}
		if (is_escape(start)) {
			memcpy(cell + size, underscore, sizeof underscore - 1);
			size += sizeof underscore - 1;
		}
		memcpy(cell + size, start, (size_t)(text - start));
		size += (size_t)(text - start);
	}
	return cell;
}

static lxw_error write_cell(struct workbook *workbook, lxw_col_t place, enum workbook_kind kind, const struct value *value)
{
	lxw_format *format = workbook->cells[kind - 1];
	double number = value->kind == VALUE_INTEGER ? (double)value->integer : value->kind == VALUE_REAL ? value->real : 0;
	bool is_number = value->kind == VALUE_INTEGER || value->kind == VALUE_REAL;
	int64_t day;

	switch (kind) {
	case WORKBOOK_TEXT:
		if (value->kind == VALUE_TEXT && *value->text)
			return worksheet_write_string(workbook->sheet, workbook->row, place,
						      cell_text(value->text, workbook->arena), format);
		return LXW_NO_ERROR;
	case WORKBOOK_DAY:
		if (value->kind != VALUE_TEXT || !calendar_day_from_text(value->text, &day))
			return LXW_NO_ERROR;
		return worksheet_write_number(workbook->sheet, workbook->row, place, (double)(day + EXCEL_1970), format);
	case WORKBOOK_MOMENT:
		if (value->kind != VALUE_INTEGER)
			return LXW_NO_ERROR;
		number = (double)(value->integer + CALENDAR_CHINA) / DAY_SECONDS + EXCEL_1970;
		break;
	case WORKBOOK_INTEGER:
	case WORKBOOK_REAL:
	case WORKBOOK_SHARE:
		break;
	}
	return is_number ? worksheet_write_number(workbook->sheet, workbook->row, place, number, format) : LXW_NO_ERROR;
}

bool workbook_row(struct workbook *workbook, const struct values *row)
{
	struct arena_mark mark = arena_mark(workbook->arena);

	for (size_t i = 0; i < workbook->columns->count && !workbook->failed; i++) {
		const struct value *value = values_find(row, workbook->columns->columns[i].name);

		if (value)
			workbook->failed = write_cell(workbook, (lxw_col_t)i, workbook->columns->columns[i].kind, value);
	}
	arena_return(workbook->arena, mark);
	workbook->row++;
	return !workbook->failed;
}

static bool read_back(int file, struct buffer *out)
{
	off_t size = lseek(file, 0, SEEK_END);
	ssize_t done = 0;

	if (size <= 0)
		return false;
	buffer_reserve(out, (size_t)size);
	for (off_t at = 0; at < size; at += done) {
		done = pread(file, out->bytes + out->size, (size_t)(size - at), at);
		if (done <= 0)
			return false;
		out->size += (size_t)done;
	}
	return true;
}

bool workbook_end(struct workbook *workbook, struct buffer *out, const char **problem)
{
	lxw_error failed = workbook->failed, closed;

	if (workbook->sheet && workbook->columns->count && workbook->row > 1)
		worksheet_autofilter(workbook->sheet, 0, 0, workbook->row - 1, (lxw_col_t)(workbook->columns->count - 1));
	closed = workbook_close(workbook->book);
	if (!failed)
		failed = closed;
	if (!failed && !read_back(workbook->file, out))
		failed = LXW_ERROR_CREATING_TMPFILE;
	close(workbook->file);
	if (failed)
		*problem = arena_format(workbook->arena, "a workbook cannot be made: %s", lxw_strerror(failed));
	return !failed;
}
