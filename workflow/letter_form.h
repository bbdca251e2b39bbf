/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is asked of who sends a letter, declared once: its fields, the pages they are asked on, and which of them go into the letter. Read from it are
 * the pages that carry every answer along (intake/core/wizard), the letter's JSON, and clerk's check of it, field by field and by the same
 * bounds. A capability declares its own in domain/WORD/letter_form.c, so that the intake, which links nothing else of the
 * domain, and clerk have the same one. Pure: no files, no SQL.
 */
#ifndef SHANYU_LETTER_FORM_H
#define SHANYU_LETTER_FORM_H

#include <jansson.h>

#include "lib/web/form.h"
#include "lib/web/text_size.h"

struct letter_page {
	const char *name;       /* as the form's field `step` says it */
	const char *template_name;
	const char *fields;     /* asked on this page, blank-separated; the others are carried along */
	const char *required;   /* of these, what must be given */
	bool (*is_skipped)(const struct form_result *form);     /* by what was answered; NULL: never */
	void (*check)(struct form_result *form);                /* rules across fields, by form_refuse; NULL: none */
};

struct letter_form {
	const char *what;       /* "complaint": the letter's word for itself, and of its address /complaint */
	const struct form *form;        /* every field of every page, LETTER_FORM_PAGES first */
	const struct letter_page *pages;        /* in their order, ended by one without a name; the last is "check" */
	const char *said;       /* the fields that go into the letter, blank-separated */
	const char *needed;     /* of these, what no letter is without, whichever door it came by */
	const char *contact;    /* of these, how to reach who sends it: left out of an anonymous letter, and of what a receipt shows */
};

/* What the pages themselves send along: the receipt, where they are, the proof of work, the queue's turn, a trap for programs. */
#define LETTER_FORM_PAGES                                                                                                          \
	{ "receipt", FIELD_TEXT, OPTIONAL, 0, 60, NULL }, { "step", FIELD_CODE, OPTIONAL, 0, 0, NULL },                            \
		{ "go", FIELD_CODE, OPTIONAL, 0, 0, NULL }, { "to_check", FIELD_FLAG, OPTIONAL, 0, 0, NULL },                      \
		{ "again", FIELD_FLAG, OPTIONAL, 0, 0, NULL }, { "altcha", FIELD_TEXT, OPTIONAL, 0, 4000, NULL },                  \
		{ "turn", FIELD_TEXT, OPTIONAL, 0, 60, NULL }, { "website", FIELD_TEXT, OPTIONAL, 0, 200, NULL }, TEXT_SIZE_FIELD

/* NULL: there is none of this name. */
const struct letter_page *letter_page_named(const struct letter_form *letter, const char *name);

/* The page that asks for this field; NULL: none. */
const struct letter_page *letter_page_asking(const struct letter_form *letter, const char *field);

/* The page after or before one, by what was answered; at either end the same. */
const struct letter_page *letter_page_next(const struct letter_form *letter, const struct letter_page *page, const struct form_result *form);
const struct letter_page *letter_page_before(const struct letter_form *letter, const struct letter_page *page, const struct form_result *form);

/* Whether a page's answers are fine; marks what is not. */
bool letter_page_fine(const struct letter_page *page, struct form_result *form);

/* The first page whose answers are not fine, NULL when all are. */
const struct letter_page *letter_first_wrong(const struct letter_form *letter, struct form_result *form);

/* Put what was said into the letter's JSON: flags and numbers as integers (money in fen), repeating groups as arrays of objects, else texts. */
void letter_form_put(const struct letter_form *letter, const struct form_result *form, json_t *json);

/*
 * The same back: whoever has the office's public key can seal a letter, so every field is read as the door reads it, but for how short a text may be. Values are by the
 * fields' names: texts ("" not given), integers (flags 0 or 1, others null when not given). Repeating groups are found by form_rows of *form. NULL: *reason says which
 * field is not what it should be; texts live in the arena.
 */
struct values *letter_form_read(const struct letter_form *letter, const json_t *json, struct form_result **form, struct arena *arena,
				const char **reason);

/* What is wrong with a declaration, in one line, or NULL: a page or list that names a field the form has not, a field that two pages ask for. For tests. */
const char *letter_form_mistake(const struct letter_form *letter, struct arena *arena);

#endif
