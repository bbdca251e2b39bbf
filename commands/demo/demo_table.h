/* SPDX-License-Identifier: Apache-2.0 */
/* CSV files read into arrays of structs, column by column. Refuses missing columns and numbers that are none. */
#ifndef SHANYU_DEMO_TABLE_H
#define SHANYU_DEMO_TABLE_H

#include "demo_data.h"

/* An empty cell of an integer column is -1. */
enum demo_type { DEMO_TEXT, DEMO_INTEGER, DEMO_REAL };

struct demo_column {
	const char *name;               /* NULL ends the columns */
	enum demo_type type;
	size_t place;                   /* in the struct */
};

struct demo_tables {
	const char *folder;
	struct arena *arena;
	const char **problem;
};

/* The rows of a file, each a struct of row_size bytes. NULL: *problem tells which file, line and column. */
void *demo_table_read(struct demo_tables *from, const char *file, const struct demo_column *columns, size_t row_size, size_t *count);

/* The only row of a file, as text; NULL: *problem tells. */
const struct values *demo_table_row(struct demo_tables *from, const char *file);

/* The neighbouring rows whose first member is this name. */
struct demo_range demo_table_group(const void *rows, size_t count, size_t row_size, const char *name);

/* Note what is wrong with the data; false. */
bool demo_table_fail(struct demo_tables *from, const char *file, const char *key, const char *what);

#endif
