/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of "shanyu import facilities" share: the import under way, what it found in the rows, what it says of them. */
#ifndef SHANYU_IMPORT_H
#define SHANYU_IMPORT_H

#include <stdint.h>
#include <stdio.h>

#include "command.h"
#include "import_map.h"
#include "lib/csv.h"
#include "lib/progress.h"

struct import {
	const struct command_call *call;
	struct arena *arena;            /* as long as the import */
	struct arena *group;            /* as long as one facility */
	struct sql *sql;
	struct csv *csv;
	const struct map *map;
	const char *path;
	const char *problem;            /* why the whole import failed; NULL = it did not, or the registry's query says */
	FILE *report;                   /* NULL = none asked for */
	const char *close_on;           /* --close-missing: the file is the whole truth of its source; NULL = not asked */
	int64_t now;
	struct progress progress;
	size_t line;                    /* of the row that is being checked */
	struct names *streets;          /* name to code */
	struct names *communities;      /* street code, blank, name to code */
	struct names *seen;             /* source_key of every facility of the file, even of those refused */
	bool rows_unknown;              /* some rows cannot be told to which facility they belong: nothing may vanish */
	size_t rows, facilities, added, changed, unchanged, refused, warnings, streets_made;
};

/* What the rows say of one programme. Values carry the names of the registry's columns. */
struct found_programme {
	const struct map_programme *section;
	const struct values *row;
	struct values *programme;
	struct values *vacancy;         /* NULL = not stated */
	struct values *fee;             /* NULL = not stated */
};

struct found_facility {
	const char *source_key;
	size_t line;                    /* of its first row */
	const struct values *row;       /* its first row */
	struct values *facility;
	const char *street;
	const char *community;          /* "" = not stated */
	struct values *hours;           /* NULL = not stated */
	struct found_programme *programmes;
	size_t programme_count, programme_room;
	bool refused;
};

/* import_report.c: what is wrong with a row, on stderr and in the report. */
enum note { NOTE_WARNING, NOTE_REFUSED };
void import_note(struct import *import, enum note note, size_t line, const char *field, const char *reason, const char *value);
bool import_report_open(struct import *import, const char *path);
bool import_report_close(struct import *import);

/* import_check.c: the fields of a list in a row, as values for the registry; false when the row is refused. */
bool import_check(struct import *import, const struct given_list *list, const struct values *row, struct values *values);

/* import_facts.c: what the rows say. A row that is refused marks the facility as refused; false only when the import fails. */
bool import_find_facility(struct import *import, struct found_facility *found);
bool import_find_programmes(struct import *import, struct found_facility *found, const struct values *row);

/* import_load.c: compare with the registry and write what differs; false when the import fails. */
bool import_load(struct import *import, struct found_facility *found);

/* import_places.c: streets and communities. */
bool import_places_begin(struct import *import);
bool import_street(struct import *import, struct found_facility *found, const char **code);
const char *import_community(struct import *import, const char *street_code, const char *name);
bool import_places_end(struct import *import);

#endif
