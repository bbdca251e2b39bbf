/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A mapping: how the columns of somebody's file become facts of the registry; its format is in shanyu-import(5).
 * Refuses, with one line, every section, field, column and code that is not known: nothing is passed over silently.
 */
#ifndef SHANYU_IMPORT_MAP_H
#define SHANYU_IMPORT_MAP_H

#include "import_expression.h"
#include "import_names.h"
#include "lib/base/arena.h"
#include "lib/base/csv.h"
#include "lib/base/values.h"

enum field_kind {
	FIELD_TEXT,             /* one line; most = characters */
	FIELD_LONG_TEXT,        /* lines */
	FIELD_PHONE,
	FIELD_CODE,
	FIELD_TERM,             /* a code of a term list */
	FIELD_NUMBER,           /* whole, from least to most */
	FIELD_DEGREES,
	FIELD_DAY,
	FIELD_MOMENT,           /* a day, with or without a time */
	FIELD_TIME,             /* of a day */
	FIELD_YES_NO,
	FIELD_YUAN,             /* becomes fen */
	FIELD_WEBSITE,
	FIELD_USCC
};

struct field {
	const char *name;       /* in the mapping */
	const char *column;     /* in the registry; NULL = the same */
	const char *list;       /* of terms; NULL = the one that has the field's name */
	enum field_kind kind;
	bool required;
	double least;
	double most;
};

struct field_list {
	const char *section;
	const struct field *at;
	size_t count;
};

/* What can be mapped: import_fields.c. A [programme NAME] section may hold the fields of programme, vacancy and fee. */
extern const struct field_list facility_fields, street_fields, community_fields, programme_fields, vacancy_fields, fee_fields,
	hours_fields, assertion_fields, place_fields;

/* The term list of a field. */
static inline const char *field_terms(const struct field *field)
{
	return field->list ? field->list : field->name;
}

/* A field that a mapping gives. */
struct given {
	const struct field *field;
	const struct expression *expression;
	const struct expression *fallback;      /* when the expression is empty; NULL = none */
	const char *yes, *no;                   /* FIELD_YES_NO */
	const struct names *codes;              /* FIELD_TERM: text to code */
};

/* The fields of one list that a section gives; count 0 when it gives none. */
struct given_list {
	struct given *at;
	size_t count;
};

struct map_programme {
	const char *section;                    /* "programme NAME" */
	int64_t number;                         /* its place in the mapping, from 1 */
	const struct condition *present_when;   /* NULL = always */
	struct given_list programme, vacancy, fee;
};

enum map_datum { DATUM_WGS84, DATUM_GCJ02, DATUM_BD09 };

struct map {
	const char *path;
	const char *source;                     /* before the colon of source_key */
	const struct expression *key;
	bool rows_are_programmes;
	const struct names *blanks;             /* words of the file for what is not known */
	enum map_datum datum;
	int utc_offset;                         /* seconds */
	bool make_streets;                      /* that the registry does not know */
	struct rows new_terms;                  /* that the registry does not have */
	struct values *district;                /* NULL = none given */
	struct given_list facility, street, community, hours;
	struct given_list hours_assertion, vacancy_assertion, fee_assertion;
	struct map_programme *programmes;
	size_t programme_count;
	struct given_list place;                /* of a mapping of places, which gives nothing else */
};

/* How the file is to be read, which the mapping says before the file is opened: encoding and header of [source]. */
bool map_reading_of(const char *path, struct csv_reading *reading, struct arena *arena, const char **problem);

/* Read a mapping for a file. terms are the registry's, as query term_list gives them. NULL: *problem is one line. */
struct map *map_read(const char *path, const struct csv *csv, const struct rows *terms, struct arena *arena, const char **problem);

/* The same of a mapping of places: sections source, terms, place_kind, place and defaults. */
struct map *map_read_places(const char *path, const struct csv *csv, const struct rows *terms, struct arena *arena, const char **problem);

#endif
