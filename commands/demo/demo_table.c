/* SPDX-License-Identifier: Apache-2.0 */
/* CSV files read into arrays of structs. */
#include "demo_table.h"

#include <string.h>

#include "lib/base/csv.h"
#include "lib/base/text.h"

bool demo_table_fail(struct demo_tables *from, const char *file, const char *key, const char *what)
{
	*from->problem = arena_format(from->arena, "%s/%s: %s: %s", from->folder, file, key, what);
	return false;
}

static bool fill_cell(const struct demo_column *column, const char *text, char *into)
{
	switch (column->type) {
	case DEMO_TEXT:
		*(const char **)(void *)into = text;
		return true;
	case DEMO_INTEGER:
		*(int64_t *)(void *)into = -1;
		return !*text || text_to_integer(text, (int64_t *)(void *)into);
	case DEMO_REAL:
		return text_to_real(text, (double *)(void *)into);
	}
	return false;
}

static bool fill_row(struct demo_tables *from, const char *file, const struct demo_column *columns, const struct csv *csv,
		     const struct values *row, char *into)
{
	for (const struct demo_column *column = columns; column->name; column++) {
		if (!csv_has(csv, column->name))
			return demo_table_fail(from, file, column->name, "there is no such column");
		if (!fill_cell(column, values_text(row, column->name), into + column->place))
			return demo_table_fail(from, file, arena_format(from->arena, "line %zu, %s", csv_line(csv), column->name),
					       "this is no number");
	}
	return true;
}

static struct csv *open_table(struct demo_tables *from, const char *file)
{
	return csv_open(arena_format(from->arena, "%s/%s", from->folder, file), true, from->arena, from->problem);
}

void *demo_table_read(struct demo_tables *from, const char *file, const struct demo_column *columns, size_t row_size, size_t *count)
{
	struct csv *csv = open_table(from, file);
	enum csv_answer answer = CSV_NONE;
	struct values *row;
	bool fine = true;
	char *rows;

	if (!csv)
		return NULL;
	rows = arena_take(from->arena, (csv_rows(csv) + 1) * row_size);
	*count = 0;
	while (fine && (answer = csv_next(csv, from->arena, &row)) == CSV_FOUND)
		fine = fill_row(from, file, columns, csv, row, rows + (*count)++ * row_size);
	if (fine && answer == CSV_FAILED) {
		*from->problem = arena_copy(from->arena, csv_problem(csv));
		fine = false;
	}
	csv_close(csv);
	return fine ? rows : NULL;
}

const struct values *demo_table_row(struct demo_tables *from, const char *file)
{
	struct csv *csv = open_table(from, file);
	struct values *row = NULL;

	if (!csv)
		return NULL;
	if (csv_rows(csv) == 1 && csv_next(csv, from->arena, &row) == CSV_FOUND)
		row = values_copy(row, from->arena);
	else
		demo_table_fail(from, file, "rows", "there must be exactly one, complete");
	csv_close(csv);
	return row;
}

struct demo_range demo_table_group(const void *rows, size_t count, size_t row_size, const char *name)
{
	struct demo_range range = { 0, 0 };

	for (size_t i = 0; i < count; i++) {
		const char *group = *(const char *const *)(const void *)((const char *)rows + i * row_size);

		if (strcmp(group, name) != 0)
			continue;
		if (range.from == range.to)
			range.from = i;
		range.to = i + 1;
	}
	return range;
}
