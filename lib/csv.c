/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of CSV files, parsed by libcsv. The text is fed to it line by line, so that every row knows on which line it began. */
#include "csv.h"

#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "csv_text.h"
#include "text.h"

#define PARSER_OPTIONS (CSV_STRICT | CSV_STRICT_FINI)
#define ARENA_CAP (CSV_MOST_BYTES * 6)
#define MOST_SHOWN 40           /* characters of a header name in a message */

struct csv {
	struct arena *own;              /* lives as long as the csv */
	const char *path;
	struct csv_text text;
	size_t body_at;                 /* where the first line after the header begins, and its number */
	size_t body_line;
	const char **columns;
	size_t column_count;
	size_t row_count;
	struct csv_parser parser;
	size_t at;                      /* what is fed next, and its line number */
	size_t line;
	size_t row_line;
	struct arena *into;             /* of the row that is being read */
	struct value *fields;           /* room for CSV_MOST_COLUMNS; those beyond are counted only */
	size_t field_count;
	bool row_ended;
	char problem[512];
};

static void take_field(void *bytes, size_t size, void *with)
{
	struct csv *csv = with;

	if (csv->field_count < CSV_MOST_COLUMNS)
		csv->fields[csv->field_count] = (struct value){ .kind = VALUE_TEXT, .size = size,
			.text = arena_text(csv->into, bytes, size) };
	csv->field_count++;
}

static void take_row_end(int character, void *with)
{
	struct csv *csv = with;

	(void)character;
	csv->row_ended = true;
}

static enum csv_answer fail(struct csv *csv, const char *what)
{
	snprintf(csv->problem, sizeof csv->problem, "%s:%zu: %s", csv->path, csv->row_line, what);
	return CSV_FAILED;
}

/* The size of the next line with its end: LF, CRLF, or CR alone, which libcsv takes for a line's end too. */
static size_t line_size(const struct csv *csv)
{
	const char *from = csv->text.bytes + csv->at;
	size_t left = csv->text.size - csv->at;

	for (size_t i = 0; i < left; i++) {
		if (from[i] == '\n')
			return i + 1;
		if (from[i] == '\r')
			return i + 1 < left && from[i + 1] == '\n' ? i + 2 : i + 1;
	}
	return left;
}

/* Feed lines until a row has ended. CSV_FAILED is a fault of the whole file: what follows cannot be read. */
static enum csv_answer read_row(struct csv *csv, struct arena *arena)
{
	csv->into = arena;
	csv->field_count = 0;
	csv->row_ended = false;
	csv->problem[0] = '\0';
	while (!csv->row_ended && csv->at < csv->text.size) {
		size_t size = line_size(csv);

		if (csv->parser.pstate == 0)
			csv->row_line = csv->line;
		if (csv_parse(&csv->parser, csv->text.bytes + csv->at, size, take_field, take_row_end, csv) != size) {
			csv->row_line = csv->line;
			return fail(csv, "a quotation mark stands inside a field; write it twice and put the field in "
					 "quotation marks");
		}
		csv->at += size;
		csv->line++;
	}
	if (!csv->row_ended && csv_fini(&csv->parser, take_field, take_row_end, csv) != 0)
		return fail(csv, "a quoted field that begins here never ends: the file is cut off, or a quotation mark "
				 "is missing");
	return csv->row_ended ? CSV_FOUND : CSV_NONE;
}

static void go_to(struct csv *csv, size_t at, size_t line)
{
	csv_free(&csv->parser);
	csv_init(&csv->parser, PARSER_OPTIONS);
	csv->at = at;
	csv->line = line;
	csv->row_line = line;
	csv->problem[0] = '\0';
}

static bool fail_header(struct csv *csv, const char *what, const char *name)
{
	char shown[MOST_SHOWN * 4 + 1];
	size_t size = 0;

	for (const char *at = name; *at && size < sizeof shown - 4; size = (size_t)(at - name))
		text_next(&at);
	snprintf(shown, sizeof shown, "%.*s", (int)size, name);
	snprintf(csv->problem, sizeof csv->problem, "%s:%zu: %s%s%s%s", csv->path, csv->row_line, what,
		 *name ? " '" : "", shown, *name ? "'" : "");
	return false;
}

static bool take_column(struct csv *csv, size_t place)
{
	const char *name = text_trim(csv->own, csv->fields[place].text);
	char number[96];

	if (!*name) {
		snprintf(number, sizeof number, "column %zu has no name in the header line; name it or remove it",
			 place + 1);
		return fail_header(csv, number, "");
	}
	if (csv->column_count && csv_has(csv, name))
		return fail_header(csv, "the header names a column twice; rename one:", name);
	csv->columns[csv->column_count++] = name;
	return true;
}

static bool read_header(struct csv *csv)
{
	enum csv_answer answer = read_row(csv, csv->own);

	if (answer == CSV_FAILED)
		return false;
	if (answer == CSV_NONE)
		return fail_header(csv, "the file is empty; a header line with the names of the columns is expected", "");
	if (csv->field_count > CSV_MOST_COLUMNS)
		return fail_header(csv, "the header has too many columns; 512 are the most", "");
	if (csv->field_count == 1 && strpbrk(csv->fields[0].text, ";\t"))
		return fail_header(csv, "the columns are not separated by commas; save the file as CSV with commas", "");
	csv->columns = arena_take(csv->own, csv->field_count * sizeof *csv->columns);
	for (size_t i = 0; i < csv->field_count; i++)
		if (!take_column(csv, i))
			return false;
	csv->body_at = csv->at;
	csv->body_line = csv->line;
	return true;
}

/* Without a line's end at the end, a last row that is short or stops behind a comma was cut off. */
static bool is_cut_off(const struct csv *csv, size_t last_fields)
{
	char last = csv->text.bytes[csv->text.size - 1];

	return last != '\n' && last != '\r' && (last_fields < csv->column_count || last == ',');
}

/* Read the whole body once: nothing may be done with a file that cannot be read to its end. */
static bool check_body(struct csv *csv)
{
	enum csv_answer answer;
	size_t last_fields = csv->column_count;
	struct arena_mark mark = arena_mark(csv->own);

	while ((answer = read_row(csv, csv->own)) == CSV_FOUND) {
		last_fields = csv->field_count;
		csv->row_count++;
		arena_return(csv->own, mark);
	}
	if (answer == CSV_FAILED)
		return false;
	if (is_cut_off(csv, last_fields)) {
		fail(csv, "the file ends in the middle of this row; get the whole file again (or end its last line)");
		return false;
	}
	return true;
}

static void pass_comments(struct csv *csv)
{
	while (csv->at < csv->text.size && csv->text.bytes[csv->at] == '#') {
		csv->at += line_size(csv);
		csv->line++;
	}
}

struct csv *csv_open(const char *path, bool comments, struct arena *arena, const char **problem)
{
	struct arena *own = arena_new(ARENA_CAP);
	struct csv *csv = arena_take(own, sizeof *csv);

	csv->own = own;
	csv->path = arena_copy(own, path);
	csv_init(&csv->parser, PARSER_OPTIONS);
	if (!csv_text_read(path, &csv->text, own, problem)) {
		*problem = arena_copy(arena, *problem);
		csv_close(csv);
		return NULL;
	}
	csv->fields = arena_take(own, CSV_MOST_COLUMNS * sizeof *csv->fields);
	go_to(csv, 0, 1);
	if (comments)
		pass_comments(csv);
	csv->row_line = csv->line;
	if (!read_header(csv) || !check_body(csv)) {
		*problem = arena_copy(arena, csv->problem);
		csv_close(csv);
		return NULL;
	}
	csv_rewind(csv);
	return csv;
}

void csv_close(struct csv *csv)
{
	if (!csv)
		return;
	csv_free(&csv->parser);
	arena_free(csv->own);
}

size_t csv_columns(const struct csv *csv)
{
	return csv->column_count;
}

const char *csv_column(const struct csv *csv, size_t place)
{
	return csv->columns[place];
}

bool csv_has(const struct csv *csv, const char *column)
{
	for (size_t i = 0; i < csv->column_count; i++)
		if (strcmp(csv->columns[i], column) == 0)
			return true;
	return false;
}

bool csv_has_all(const struct csv *csv, const char *const *columns, struct arena *arena, const char **problem)
{
	const char *missing = NULL;

	for (; *columns; columns++)
		if (!csv_has(csv, *columns))
			missing = missing ? arena_format(arena, "%s, %s", missing, *columns) : *columns;
	if (missing)
		*problem = arena_format(arena, "%s: the header lacks these columns: %s", csv->path, missing);
	return !missing;
}

size_t csv_rows(const struct csv *csv)
{
	return csv->row_count;
}

const char *csv_encoding(const struct csv *csv)
{
	return csv->text.encoding;
}

enum csv_answer csv_next(struct csv *csv, struct arena *arena, struct values **row)
{
	enum csv_answer answer = read_row(csv, arena);
	char uneven[96];

	*row = NULL;
	if (answer != CSV_FOUND)
		return answer;
	if (csv->field_count != csv->column_count) {
		snprintf(uneven, sizeof uneven, "%zu fields, but the header has %zu columns", csv->field_count,
			 csv->column_count);
		return fail(csv, uneven);
	}
	*row = values_new(arena);
	(*row)->at = arena_take(arena, csv->column_count * sizeof *(*row)->at);
	(*row)->count = (*row)->room = csv->column_count;
	for (size_t i = 0; i < csv->column_count; i++) {
		(*row)->at[i] = csv->fields[i];
		(*row)->at[i].name = csv->columns[i];
	}
	return CSV_FOUND;
}

void csv_rewind(struct csv *csv)
{
	go_to(csv, csv->body_at, csv->body_line);
}

size_t csv_line(const struct csv *csv)
{
	return csv->row_line;
}

const char *csv_problem(const struct csv *csv)
{
	return csv->problem;
}
