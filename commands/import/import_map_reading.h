/* SPDX-License-Identifier: Apache-2.0 */
/* What the two files that read a mapping share: import_map.c the fields, import_map_terms.c all else. */
#ifndef SHANYU_IMPORT_MAP_READING_H
#define SHANYU_IMPORT_MAP_READING_H

#include <glib.h>

#include "import_map.h"

struct map_reading {
	GKeyFile *file;
	struct map *map;
	const struct csv *csv;
	const struct rows *terms;       /* of the registry */
	struct names *lists;            /* name of a term list to its names: code, name or word of the file, to code */
	struct arena *arena;
	const char **problem;
};

/* Note "PATH: [section] key: what"; always false. */
bool map_refuse(struct map_reading *reading, const char *section, const char *key, const char *what);

/* The text of a key, without blanks at both ends; NULL when it is not given. */
const char *map_text(struct map_reading *reading, const char *section, const char *key);

/* The names of a term list; NULL when it is empty. */
const struct names *map_codes(const struct map_reading *reading, const char *list);

bool map_sections_are_known(struct map_reading *reading);
bool map_read_terms(struct map_reading *reading);
bool map_read_file(struct map_reading *reading, struct csv_reading *file);
bool map_read_source(struct map_reading *reading);
bool map_read_district(struct map_reading *reading);

#endif
