/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Declared forms: fields with kind, presence and bounds. Reading one gives typed values, the text as typed (to be shown
 * again), and for each field whether it is fine, missing, malformed, or out of range. "" counts as not given.
 * Characters nobody can see, as pasted text brings them along, are dropped and never reported (text_visible); only a secret keeps them.
 */
#ifndef SHANYU_FORM_H
#define SHANYU_FORM_H

#include <stdbool.h>

#include "page.h"
#include "lib/base/values.h"

enum field_kind {
	FIELD_TEXT = 1,         /* least..most characters of one line */
	FIELD_SECRET,           /* least..most characters, exactly as typed, blanks too; never shown again */
	FIELD_PARAGRAPHS,       /* the same with line breaks; they come as LF */
	FIELD_LINES,            /* the field repeated; up to `most` texts, as one with line breaks between */
	FIELD_CODE,             /* letters, digits, - and _, up to 32 */
	FIELD_CODES,            /* the field repeated; up to `most` codes, as one text with blanks between */
	FIELD_INTEGER,          /* least..most */
	FIELD_REAL,             /* least..most */
	FIELD_FLAG,             /* 1 or 0 */
	FIELD_CHOICE,           /* one of the words in choices, NULL-terminated */
	FIELD_DATE,             /* a day, typed as 2026-03-01, 2026/3/1, 2026.3.1, 20260301 or with the signs of Chinese dates; least..most days from today (in China),
				 * so -36500..0 is a day that has come; both 0: any day. The value is the text 2026-03-01 */
	FIELD_MONEY,            /* least..most yuan, typed as 1234, 1,234.50 or 1234.5, with or without the yuan's sign; the value is integer fen */
	FIELD_GROUP,            /* least..most rows of the fields that come next and are named NAME[].FIELD; see form_rows */
	FIELD_FILES             /* least..most files, sent as multipart (lib/web/multipart_form.h); urlencoded there are none. One such field a
				 * form at most. The value is how many */
};

enum presence { REQUIRED = 1, OPTIONAL };

struct field {
	const char *name;
	enum field_kind kind;
	enum presence presence;
	double least, most;
	const char *const *choices;
};

struct form {
	const struct field *fields;     /* ended by a field without a name */
};

enum field_state { FIELD_FINE = 1, FIELD_MISSING, FIELD_MALFORMED, FIELD_OUT_OF_RANGE };

struct form_group;

/* A file that came with a form. */
struct form_file {
	const char *name;               /* as its sender calls it, without folders and what cannot be seen */
	const char *type;               /* what libmagic says it is, by its content */
	const char *sha256;             /* hex */
	int64_t size;                   /* bytes, 1 at least */
	int bytes;                      /* all of it, in memory and without a name, at its begin; closed with the form */
};

enum form_files_problem {
	FORM_FILES_FINE,
	FORM_FILES_TOO_MANY,
	FORM_FILES_TOO_LARGE,           /* one of them */
	FORM_FILES_TOO_MUCH,            /* all together */
	FORM_FILES_EMPTY,               /* one of them */
	FORM_FILES_NO_ROOM              /* to keep them in until they are dealt with */
};

/* All files of a form, or none: when one is refused, nothing is left of the others. */
struct form_files {
	struct form_file *at;
	size_t count;
	enum form_files_problem problem;
	const char *refused;            /* the name of the first that was not taken */
};

struct form_result {
	const struct form *form;
	struct values *values;          /* typed; null for what was not given or not fine */
	struct values *typed;           /* as typed, without blanks at its ends or what cannot be seen; "" when not given */
	enum field_state *states;       /* one for each field */
	struct form_group *groups;      /* of a form with repeating groups */
	size_t group_count;
	struct form_files files;        /* what came with it */
	bool fine;
	bool editing;                   /* a row was asked for or taken away: nobody has finished, so no mistake is shown; not fine either */
};

/* Read a query string (or a urlencoded body). NULL when its encoding is broken or not UTF-8. */
struct form_result *form_read(const struct form *form, const char *query, struct arena *arena);

/*
 * The same from fields that come one by one (multipart): begin, take each, end. A name the form has not is passed over; false
 * when the value is not UTF-8.
 */
struct form_result *form_begin(const struct form *form, struct arena *arena);
bool form_take(struct form_result *result, const char *name, const char *value, struct arena *arena);
void form_end(struct form_result *result, struct arena *arena);

/* Mark a field wrong after the fact, for rules across fields. */
void form_refuse(struct form_result *result, const char *field, enum field_state state);

/*
 * Repeating groups: rooms, classes, people. The form is one table:
 *	{ "rooms", FIELD_GROUP, REQUIRED, 1, 20, NULL },
 *	{ "rooms[].room", FIELD_TEXT, REQUIRED, 1, 40, NULL },
 *	{ "rooms[].area", FIELD_REAL, OPTIONAL, 1, 500, NULL },
 * The page sends rooms[1].room, rooms[1].area, rooms[2].room ...; a button rooms.add (any value) asks for one more row and a button rooms.remove with
 * the row's number takes it away: the result is then not fine and shows no mistakes, so the handler shows the form again and needs no line for it.
 * Rows in which nothing was typed are dropped; the others keep their order and count from 1. A row's field may not have the
 * name of one of the form's own, since a template would take one for the other.
 */

/* The rows of a group, values as of a query; none while the result is not fine. */
const struct rows *form_rows(const struct form_result *result, const char *group);

/* Mark a field of a row (1 the first) wrong after the fact. */
void form_refuse_row(struct form_result *result, const char *group, size_t row, const char *field, enum field_state state);

/* Bind the typed texts as they were given, and for every field that is not fine the section FIELD_MISSING and so on, with
 * ERRORS once. Of a text that is too long or too short also the numbers FIELD_LENGTH, FIELD_LEAST, FIELD_MOST, as 12,345.
 * Of files the browser keeps none: shown are FILES_TOO_MANY and so on, with the name of the first that was refused, FILES_REFUSED.
 * A group is a section of its name: each row with ROW (its number) and what a form shows, at least one row, empty when nothing was typed. GROUP_MORE
 * shows when there may be another row. Of a group with too few or too many rows the same numbers count rows. */
void form_show(const struct form_result *result, struct page *page);

#endif
