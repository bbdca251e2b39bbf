/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Named values: what a form gives, a query takes and returns, a template shows, JSON carries. One name travels.
 */
#ifndef SHANYU_VALUES_H
#define SHANYU_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "arena.h"

enum value_kind { VALUE_NULL, VALUE_INTEGER, VALUE_REAL, VALUE_TEXT, VALUE_BLOB };

struct value {
	const char *name;
	enum value_kind kind;
	size_t size;                    /* of text (without its NUL) or blob */
	union {
		int64_t integer;
		double real;
		const char *text;       /* NUL-terminated */
		const unsigned char *blob;
	};
};

/* An ordered list of values; a row of a query is one. Names and texts are not copied by the put functions. */
struct values {
	struct value *at;
	size_t count;
	size_t room;
	struct arena *arena;
};

/* The rows of a query. */
struct rows {
	struct values *at;
	size_t count;
};

struct values *values_new(struct arena *arena);

/* Put a value under a name; a value already there is replaced. A NULL text is put as null. */
void values_put_null(struct values *values, const char *name);
void values_put_integer(struct values *values, const char *name, int64_t integer);
void values_put_real(struct values *values, const char *name, double real);
void values_put_text(struct values *values, const char *name, const char *text);
void values_put_blob(struct values *values, const char *name, const void *bytes, size_t size);
void values_put(struct values *values, const struct value *value);

/* Put values under names that are not there yet: nothing is looked for. */
void values_add(struct values *values, const struct value *added, size_t count);

/* A value; its text is not NULL. */
static inline struct value value_text(const char *name, const char *text)
{
	return (struct value){ .name = name, .kind = VALUE_TEXT, .size = strlen(text), .text = text };
}

static inline struct value value_integer(const char *name, int64_t integer)
{
	return (struct value){ .name = name, .kind = VALUE_INTEGER, .size = 0, .integer = integer };
}

static inline struct value value_real(const char *name, double real)
{
	return (struct value){ .name = name, .kind = VALUE_REAL, .size = 0, .real = real };
}

/* The value of a name, NULL when there is none. */
const struct value *values_find(const struct values *values, const char *name);

/* The value of a name as the type asked for; "" / 0 when it is absent, null, or of another type (an integer serves as real). */
const char *values_text(const struct values *values, const char *name);
int64_t values_integer(const struct values *values, const char *name);
double values_real(const struct values *values, const char *name);

/* Whether there is a value that is neither null, nor empty text, nor zero. */
bool value_says(const struct value *value);
bool values_say(const struct values *values, const char *name);
bool values_null(const struct values *values, const char *name);

/* Texts by their names: name, text, name, text, NULL. */
struct values *values_of_texts(struct arena *arena, ...) __attribute__((sentinel));

/* A deep copy into an arena: names, texts, blobs. */
struct values *values_copy(const struct values *values, struct arena *arena);

#endif
