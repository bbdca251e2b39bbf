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
	FIELD_CHOICE            /* one of the words in choices, NULL-terminated */
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

#define FORM_MOST_FIELDS 32

struct form_result {
	const struct form *form;
	struct values *values;          /* typed; null for what was not given or not fine */
	struct values *typed;           /* as typed, without blanks at its ends or what cannot be seen; "" when not given */
	enum field_state states[FORM_MOST_FIELDS];
	bool fine;
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

/* Bind the typed texts as they were given, and for every field that is not fine the section FIELD_MISSING and so on, with
 * ERRORS once. Of a text that is too long or too short also the numbers FIELD_LENGTH, FIELD_LEAST, FIELD_MOST, as 12,345. */
void form_show(const struct form_result *result, struct page *page);

#endif
