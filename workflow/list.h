/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a list of a procedure can be asked for, as one declaration: its filters, its orders, what can be done with several rows at once. Read from it
 * are the parameters of its queries, the chips that take a filter off, and the addresses of its pages. A list's state is its address: equal
 * questions have equal addresses. The engine knows no capability; a declaration stands in admin/WORD/. How it is run: admin/core/listing.h.
 * Pages go by keys: one begins behind the last row of the one before, so rows that are added meanwhile move nothing, and no page is reached by
 * passing over others. A row's key is its place in the order (an integer) and then its name (a text).
 * Pure: no database, no clock, no settings.
 */
#ifndef SHANYU_LIST_H
#define SHANYU_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "flow.h"
#include "lib/web/form.h"

struct query;

enum list_kind {
	LIST_WORDS = 1, /* words looked for: FIELD_TEXT. Its parameters are those of admin/core/sought.h */
	LIST_CHOICE,    /* one of a few words, which the template says, or a query names: FIELD_CHOICE */
	LIST_CODE,      /* a code; where it can be chosen, out of those that a query gives: FIELD_CODE */
	LIST_FLAG,      /* only those of which something is so: FIELD_FLAG */
	LIST_FROM,      /* from a day on: FIELD_DATE; the parameter is its first second, 0 any */
	LIST_TO,        /* until the end of a day: FIELD_DATE; the parameter is the first second after it, 0 any */
	LIST_TURN       /* an actor of the procedure: FIELD_CHOICE; the parameter is every state in which it is that actor's turn, each between blanks */
};

/* A word of a field and the section of the template that says it, or marks it as chosen. Ended by one without a word. */
struct list_word {
	const char *word, *section;
};

struct list_filter {
	const char *field;              /* of the form, the address and, unless `parameter` says another, the queries */
	enum list_kind kind;
	const char *chip;               /* the section of a chip that says it */
	const char *usual;              /* LIST_CHOICE: what it is when nothing is asked for; such a one is no chip. NULL: "" */
	const struct list_word *words;  /* those that the template says itself; NULL none */
	const char *options;            /* the section of one that can be chosen (code, name, selected); NULL none is offered */
	const struct query *from;       /* gives them, or the name (columns code, name) of parameter :code when none is offered */
	const char *terms;              /* the list of terms they are; NULL: `from` needs none */
	const char *own;                /* LIST_CODE: this word is the account that asks; NULL none is */
	const char *parameter;          /* of the queries; NULL: the field's name */
};

/* What can be done with several rows at once, by the name of the procedure's action. */
struct list_bulk {
	const char *action;
	const char *section;            /* of the bulk bar, for who has the verb */
	enum verb verb;
	bool aside;                     /* no action of the procedure: it changes no state (messages read) */
};

struct list {
	const char *word;               /* of the procedure: kept lists are kept under it */
	const char *path;               /* "/cases": the page; PATH.xlsx, PATH/saved, PATH/saved/remove are its other addresses */
	const char *key;                /* the column that names a row: in its address, in the bulk form, and last in every order */
	const struct flow *flow;
	const struct form *form;
	const struct list_filter *filters;
	size_t filter_count;
	const struct list_word *sorts;  /* words of the field `sort`; the first is the usual one and has no section */
	const struct list_bulk *bulks;
	size_t bulk_count;
	const char *wider_field;        /* asked more widely by ?FIELD=WORD when nothing is found; NULL: it cannot be */
	const char *wider_word;
	const char *ended_word;         /* and by this one when nothing was asked for at all; NULL: the same */
	int64_t page_size;
};

/* What the form of every list has besides its filters and `sort`: the last lines of its fields. */
#define LIST_FIELDS \
	{ "after", FIELD_TEXT, OPTIONAL, 1, 60, NULL }, { "before", FIELD_TEXT, OPTIONAL, 1, 60, NULL }, \
	{ "page", FIELD_INTEGER, OPTIONAL, 1, 1000000, NULL }, { "done", FIELD_CODE, OPTIONAL, 0, 0, NULL }, { 0 }

/* The largest total that is counted; of more it is said that there are more. The queries have it as 10001. */
#define LIST_COUNTED 10000

/* How many pages a total makes. */
int64_t list_pages(const struct list *list, int64_t total);

/* NULL: it has none of this field. */
const struct list_filter *list_filter(const struct list *list, const char *field);

/* Put the parameters that a question gives, but those of LIST_WORDS, and `sort`. account: of who asks. */
void list_put(const struct list *list, const struct form_result *form, const char *account, struct values *parameters);

/* Blank-separated, a blank before and after each: the states in which it is the actor's turn; " " when there is none. */
const char *list_turn(const struct flow *flow, const char *actor, struct arena *arena);

/* The section that says what was chosen in a filter, NULL: the template says it by its name. */
const char *list_section(const struct list_filter *filter, const char *word);

/*
 * The address of the same question: path?field=value&... in the form's order of fields, without those of `without` (blank-separated), from its first
 * page on.
 */
const char *list_address(const struct list *list, const struct form_result *form, const char *path, const char *without, struct arena *arena);

/* What was asked for and can be taken off, in the order of the filters. */
struct list_chip {
	const struct list_filter *filter;
	const char *typed;
	const char *remove_url;
};
#define LIST_CHIPS 32
size_t list_chips(const struct list *list, const struct form_result *form, struct list_chip chips[LIST_CHIPS], struct arena *arena);

/* Where a page begins (direction 1: behind that row) or ends (-1: before it). From the first row on without one. */
struct list_place {
	int direction;
	int64_t place;
	const char *key;
};
#define LIST_FIRST INT64_C(-9000000000000000)

/* False: what the address says is no place; *place is the first then. */
bool list_place(const struct form_result *form, struct list_place *place, struct arena *arena);

/* The address of the page of this question behind or before a row; page: its number, for who reads it. */
const char *list_page_address(const struct list *list, const struct form_result *form, const struct list_place *place, int64_t page,
			      struct arena *arena);

/* What is wrong with a declaration, in one line, or NULL. For tests. */
const char *list_mistake(const struct list *list);

#endif
