/* SPDX-License-Identifier: Apache-2.0 */
/* Named values. Lists are short (a row, a form), so a name is found by looking. */
#include "values.h"

#include <stdarg.h>
#include <string.h>

struct values *values_new(struct arena *arena)
{
	struct values *values = arena_take(arena, sizeof *values);

	values->arena = arena;
	return values;
}

/* Mostly the name is the very one that the value was put under; else letters tell, the first of them most apart without a call. */
static struct value *find(const struct values *values, const char *name)
{
	for (size_t i = 0; i < values->count; i++)
		if (values->at[i].name == name)
			return &values->at[i];
	for (size_t i = 0; i < values->count; i++)
		if (values->at[i].name[0] == name[0] && strcmp(values->at[i].name, name) == 0)
			return &values->at[i];
	return NULL;
}

void values_add(struct values *values, const struct value *added, size_t count)
{
	if (!count)
		return;
	if (values->room - values->count < count) {
		size_t room = values->count + count > 16 ? 2 * (values->count + count) : 16;
		struct value *more = arena_take(values->arena, room * sizeof *more);

		if (values->count)
			memcpy(more, values->at, values->count * sizeof *more);
		values->at = more;
		values->room = room;
	}
	memcpy(values->at + values->count, added, count * sizeof *added);
	values->count += count;
}

void values_put(struct values *values, const struct value *value)
{
	struct value *place = find(values, value->name);

	if (place)
		*place = *value;
	else
		values_add(values, value, 1);
}

void values_put_null(struct values *values, const char *name)
{
	values_put(values, &(struct value){ .name = name, .kind = VALUE_NULL });
}

void values_put_integer(struct values *values, const char *name, int64_t integer)
{
	struct value value = value_integer(name, integer);

	values_put(values, &value);
}

void values_put_real(struct values *values, const char *name, double real)
{
	struct value value = value_real(name, real);

	values_put(values, &value);
}

void values_put_text(struct values *values, const char *name, const char *text)
{
	struct value value = { .name = name, .kind = VALUE_NULL };

	if (text)
		value = value_text(name, text);
	values_put(values, &value);
}

void values_put_blob(struct values *values, const char *name, const void *bytes, size_t size)
{
	values_put(values, &(struct value){ .name = name, .kind = VALUE_BLOB, .size = size, .blob = bytes });
}

const struct value *values_find(const struct values *values, const char *name)
{
	return find(values, name);
}

const char *values_text(const struct values *values, const char *name)
{
	const struct value *value = find(values, name);

	return value && value->kind == VALUE_TEXT ? value->text : "";
}

int64_t values_integer(const struct values *values, const char *name)
{
	const struct value *value = find(values, name);

	return value && value->kind == VALUE_INTEGER ? value->integer : 0;
}

double values_real(const struct values *values, const char *name)
{
	const struct value *value = find(values, name);

	if (value && value->kind == VALUE_INTEGER)
		return (double)value->integer;
	return value && value->kind == VALUE_REAL ? value->real : 0;
}

bool value_says(const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
		return false;
	case VALUE_INTEGER:
		return value->integer != 0;
	case VALUE_REAL:
		return value->real < 0 || value->real > 0;
	case VALUE_TEXT:
	case VALUE_BLOB:
		return value->size != 0;
	}
	return false;
}

bool values_say(const struct values *values, const char *name)
{
	const struct value *value = find(values, name);

	return value && value_says(value);
}

bool values_null(const struct values *values, const char *name)
{
	const struct value *value = find(values, name);

	return !value || value->kind == VALUE_NULL;
}

struct values *values_copy(const struct values *values, struct arena *arena)
{
	struct values *copy = values_new(arena);

	copy->at = arena_take(arena, (values->count ? values->count : 1) * sizeof *copy->at);
	copy->count = copy->room = values->count;
	for (size_t i = 0; i < values->count; i++) {
		struct value *value = &copy->at[i];

		*value = values->at[i];
		value->name = arena_copy(arena, value->name);
		if (value->kind == VALUE_TEXT || value->kind == VALUE_BLOB)
			value->text = arena_text(arena, value->text, value->size);
	}
	return copy;
}

struct values *values_of_texts(struct arena *arena, ...)
{
	struct values *values = values_new(arena);
	const char *name;
	va_list rest;

	va_start(rest, arena);
	while ((name = va_arg(rest, const char *)))
		values_put_text(values, name, va_arg(rest, const char *));
	va_end(rest);
	return values;
}
