/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of "shanyu import facilities" and "shanyu import places" share: the import under way, what it found in the rows, what it says of them. */
#ifndef SHANYU_IMPORT_H
#define SHANYU_IMPORT_H

#include <stdint.h>
#include <stdio.h>

#include "commands/core/command.h"
#include "import_map.h"
#include "lib/base/csv.h"
#include "lib/base/progress.h"
#include "rules/facilities/coordinates.h"

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
	struct positions *positions;    /* of all facilities, to compare each with */
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
/* Begin the report. False, with the problem, when it would be written over a file that is read here or that is no report; that file stays as it is. */
bool import_report_open(struct import *import, const char *path);
bool import_report_close(struct import *import);

/* import_check.c: the fields of a list in a row, as values for the registry; false when the row is refused. */
bool import_check(struct import *import, const struct given_list *list, const struct values *row, struct values *values);

/* 1.39E+10: a number whose last digits a spreadsheet left out. */
bool import_is_shortened(const char *text);

/*
 * import_positions.c: whether a position can be right. First all rows are looked at once (import_positions_row), then every facility is
 * compared with the district's outline, or where there is none with the other facilities of file and registry.
 */
void import_positions_begin(struct import *import);
void import_positions_row(struct import *import, const char *source_key, const struct values *row);
bool import_positions_settle(struct import *import);
void import_position_check(struct import *import, struct found_facility *found);

/*
 * The same for what is no facility: read the district's outline (false only when the registry fails), then ask of each position in WGS84. NULL: it may be
 * right; else why it cannot be, in the words of a refusal, held by the group.
 */
bool import_outline_read(struct import *import);
const char *import_position_fault(struct import *import, struct position position);

/* import_facts.c: a position as the mapping's datum says it, as WGS84. */
struct position import_to_wgs84(const struct import *import, struct position position);

/* import_facts.c: what the rows say. A row that is refused marks the facility as refused; false only when the import fails. */
bool import_find_facility(struct import *import, struct found_facility *found);
bool import_find_programmes(struct import *import, struct found_facility *found, const struct values *row);

/* import_load.c: put what was found over what is there; whether anything differed. */
bool import_put_over(struct values *there, const struct values *found);

/* import_load.c: compare with the registry and write what differs; false when the import fails. */
bool import_load(struct import *import, struct found_facility *found);

/* import_geojson.c: a FeatureCollection as a table; NULL, and *problem is one line held in the arena. See shanyu-import(5). */
struct csv *import_geojson_open(const char *path, struct arena *arena, const char **problem);

/* Whether a file is GeoJSON, by its name. */
bool import_is_geojson(const char *path);

/* import_places.c: a code that the same text always gets: the letter and 12 hexadecimal digits of its BLAKE2b hash. */
char *import_made_code(struct arena *arena, char letter, const char *name);

/* import_places.c: streets and communities. */
bool import_places_begin(struct import *import);
bool import_street(struct import *import, struct found_facility *found, const char **code);
const char *import_community(struct import *import, const char *street_code, const char *name);
bool import_places_end(struct import *import);

#endif
