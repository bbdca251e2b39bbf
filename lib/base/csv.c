/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of CSV files, parsed by libcsv. The text is fed to it line by line, so that every row knows on which line it began. */
#include "csv.h"

#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "csv_text.h"
#include "text.h"

#define PARSER_OPTIONS (CSV_STRICT | CSV_STRICT_FINI)
#define ARENA_CAP (CSV_MOST_BYTES * 6)
#define MOST_SHOWN 40           /* characters of a header name in a message */
#define MOST_TITLES 20          /* rows among which the header is looked for */

struct csv {
	struct arena *own;              /* lives as long as the csv */
	const char *path;
	struct csv_text text;
	size_t body_at;                 /* where the first line after the header begins, and its number */
	size_t body_line;
	size_t header_line;
	const char **columns;           /* those with a name, and where each stands among the fields */
	size_t *places;
	size_t column_count;
	size_t header_fields;
	size_t row_count;
	unsigned char delimiter;
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
	csv_set_delim(&csv->parser, csv->delimiter);
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

/* A cell as one sees it, without blanks at its ends. */
static const char *seen(struct arena *arena, const char *text)
{
	return text_trim(arena, text_visible(arena, text));
}

static bool has_content(const struct csv *csv, size_t place)
{
	const char *text;

	if (place >= csv->field_count || place >= CSV_MOST_COLUMNS)
		return false;
	text = csv->fields[place].text;
	return *text && ((*text > ' ' && *text < 0x7F) || *seen(csv->into, text));
}

/* How many fields of the row have content, and the place behind the last that has. */
static size_t content(const struct csv *csv, size_t *end)
{
	size_t count = 0;

	*end = 0;
	for (size_t i = 0; i < csv->field_count && i < CSV_MOST_COLUMNS; i++)
		if (has_content(csv, i)) {
			count++;
			*end = i + 1;
		}
	return count;
}

/* A name that stands twice can be meant by nobody; in tables of the house all columns are meant. */
static bool names_are_single(struct csv *csv)
{
	size_t place;

	for (size_t i = 0; i < csv->column_count; i++)
		if (csv_find(csv, csv->columns[i], &place) == CSV_FAILED)
			return fail_header(csv, "the header names a column twice; rename one:", csv->columns[i]);
	return true;
}

static bool take_header(struct csv *csv, const struct csv_reading *reading)
{
	if (csv->field_count > CSV_MOST_COLUMNS)
		return fail_header(csv, "the header has too many columns; 512 are the most", "");
	csv->header_fields = csv->field_count;
	csv->columns = arena_take(csv->own, csv->field_count * sizeof *csv->columns);
	csv->places = arena_take(csv->own, csv->field_count * sizeof *csv->places);
	csv->column_count = 0;
	for (size_t i = 0; i < csv->field_count; i++) {
		const char *name = seen(csv->own, csv->fields[i].text);

		if (!*name)
			continue;
		csv->places[csv->column_count] = i;
		csv->columns[csv->column_count++] = name;
	}
	csv->header_line = csv->row_line;
	csv->body_at = csv->at;
	csv->body_line = csv->line;
	return !reading->comments || names_are_single(csv);
}

/* Go to the line that is said to be the header. */
static void pass_lines(struct csv *csv, size_t to)
{
	while (csv->line < to && csv->at < csv->text.size) {
		csv->at += line_size(csv);
		csv->line++;
	}
}

/*
 * The first row with content is the header, but when it is a single cell: then it may be a title, and the header is the first row
 * of those near it that has several. When none has, the table has one column.
 */
static bool read_header(struct csv *csv, const struct csv_reading *reading)
{
	size_t first_at = 0, first_line = 0, end;
	enum csv_answer answer;

	if (reading->header)
		pass_lines(csv, reading->header);
	for (int looked_at = 0; looked_at <= MOST_TITLES; looked_at++) {
		size_t at = csv->at, line = csv->line, count;

		answer = read_row(csv, csv->own);
		if (answer == CSV_FAILED)
			return false;
		if (answer == CSV_NONE)
			break;
		count = content(csv, &end);
		if (count > 1 || (count && reading->header))
			return take_header(csv, reading);
		if (count && !first_line) {
			first_at = at;
			first_line = line;
		}
	}
	if (!first_line)
		return fail_header(csv, "the file is empty; a header line with the names of the columns is expected", "");
	go_to(csv, first_at, first_line);
	return read_row(csv, csv->own) == CSV_FOUND && take_header(csv, reading);
}

/* Without a line's end at the end, a last row that lacks fields was cut off. */
static bool is_cut_off(const struct csv *csv, size_t last_fields)
{
	char last = csv->text.bytes[csv->text.size - 1];

	return last != '\n' && last != '\r' && last_fields <= csv->places[csv->column_count - 1];
}

/* A column without a name is nothing only when nothing is in it. */
static bool columns_are_named(struct csv *csv)
{
	size_t column = 0;

	for (size_t i = 0; i < csv->header_fields; i++) {
		if (column < csv->column_count && csv->places[column] == i) {
			column++;
		} else if (has_content(csv, i)) {
			snprintf(csv->problem, sizeof csv->problem,
				 "%s:%zu: column %zu has content here but no name in the header (line %zu); name it or remove it",
				 csv->path, csv->row_line, i + 1, csv->header_line);
			return false;
		}
	}
	return true;
}

/* Read the whole body once: nothing may be done with a file that cannot be read to its end. */
static bool check_body(struct csv *csv)
{
	enum csv_answer answer;
	size_t last_fields = csv->header_fields, end;
	struct arena_mark mark = arena_mark(csv->own);

	while ((answer = read_row(csv, csv->own)) == CSV_FOUND) {
		last_fields = csv->field_count;
		csv->row_count += content(csv, &end) > 0;
		if (!columns_are_named(csv))
			return false;
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

/*
 * Pass over Excel's line "sep=;", alone or with empty cells behind it. False when it names no separator: the first line is none, or nothing is
 * behind the sign.
 */
static bool take_separator_line(struct csv *csv)
{
	const char *line = csv->text.bytes + csv->at;
	size_t size = line_size(csv), quoted = size && *line == '"', named = quoted + 4;

	if (size < named || strncasecmp(line + quoted, "sep=", 4) != 0)
		return false;
	csv->at += size;
	csv->line++;
	if (size == named || strchr("\r\n\" ", line[named]))
		return false;
	csv->delimiter = (unsigned char)line[named];
	return true;
}

/* Commas, unless more of the first lines have tabs or semicolons. */
static void find_delimiter(struct csv *csv)
{
	static const char delimiters[] = ",\t;";
	size_t most = 0, at;

	if (take_separator_line(csv))
		return;
	at = csv->at;
	for (size_t i = 0; delimiters[i]; i++) {
		size_t lines = 0;

		for (int looked_at = 0; looked_at <= MOST_TITLES && csv->at < csv->text.size; looked_at++) {
			size_t size = line_size(csv);

			lines += memchr(csv->text.bytes + csv->at, delimiters[i], size) != NULL;
			csv->at += size;
		}
		csv->at = at;
		if (lines > most) {
			most = lines;
			csv->delimiter = (unsigned char)delimiters[i];
		}
	}
}

static void pass_comments(struct csv *csv)
{
	while (csv->at < csv->text.size && csv->text.bytes[csv->at] == '#') {
		csv->at += line_size(csv);
		csv->line++;
	}
}

static struct csv *new_csv(const char *path)
{
	struct arena *own = arena_new(ARENA_CAP);
	struct csv *csv = arena_take(own, sizeof *csv);

	csv->own = own;
	csv->path = arena_copy(own, path);
	csv->delimiter = ',';
	csv->fields = arena_take(own, CSV_MOST_COLUMNS * sizeof *csv->fields);
	csv->line = 1;
	csv_init(&csv->parser, PARSER_OPTIONS);
	return csv;
}

/* Header and rows are looked at once; NULL, and the table closed, when they are not fine. */
static struct csv *look_through(struct csv *csv, const struct csv_reading *reading, struct arena *arena, const char **problem)
{
	go_to(csv, csv->at, csv->line);
	if (!read_header(csv, reading) || !check_body(csv)) {
		*problem = arena_copy(arena, csv->problem);
		csv_close(csv);
		return NULL;
	}
	csv_rewind(csv);
	return csv;
}

struct csv *csv_open_as(const char *path, const struct csv_reading *reading, struct arena *arena, const char **problem)
{
	struct csv *csv = new_csv(path);

	if (!csv_text_read(path, reading->encoding, &csv->text, csv->own, problem)) {
		*problem = arena_copy(arena, *problem);
		csv_close(csv);
		return NULL;
	}
	if (reading->comments)
		pass_comments(csv);
	find_delimiter(csv);
	return look_through(csv, reading, arena, problem);
}

struct csv *csv_open_made(const char *path, const char *bytes, size_t size, struct arena *arena, const char **problem)
{
	const struct csv_reading reading = { .header = 1 };
	struct csv *csv = new_csv(path);

	csv->text = (struct csv_text){ bytes, size, "UTF-8" };
	return look_through(csv, &reading, arena, problem);
}

struct csv *csv_open(const char *path, bool comments, struct arena *arena, const char **problem)
{
	const struct csv_reading reading = { .comments = comments };

	return csv_open_as(path, &reading, arena, problem);
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

enum csv_answer csv_find(const struct csv *csv, const char *column, size_t *place)
{
	enum csv_answer answer = CSV_NONE;

	for (size_t i = 0; i < csv->column_count; i++)
		if (strcmp(csv->columns[i], column) == 0) {
			if (answer == CSV_FOUND)
				return CSV_FAILED;
			*place = i;
			answer = CSV_FOUND;
		}
	return answer;
}

bool csv_has(const struct csv *csv, const char *column)
{
	size_t place;

	return csv_find(csv, column, &place) != CSV_NONE;
}

size_t csv_header_line(const struct csv *csv)
{
	return csv->header_line;
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
	enum csv_answer answer;
	char uneven[96];
	size_t end;

	*row = NULL;
	do {
		answer = read_row(csv, arena);
		if (answer != CSV_FOUND)
			return answer;
	} while (content(csv, &end) == 0);
	if (csv->field_count <= csv->places[csv->column_count - 1] || end > csv->header_fields ||
	    csv->field_count > CSV_MOST_COLUMNS) {
		snprintf(uneven, sizeof uneven, "%zu fields, but the header has %zu columns", csv->field_count,
			 csv->header_fields);
		return fail(csv, uneven);
	}
	*row = values_new(arena);
	(*row)->at = arena_take(arena, csv->column_count * sizeof *(*row)->at);
	(*row)->count = (*row)->room = csv->column_count;
	for (size_t i = 0; i < csv->column_count; i++)
		(*row)->at[i] = value_text(csv->columns[i], text_visible(arena, csv->fields[csv->places[i]].text));
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
