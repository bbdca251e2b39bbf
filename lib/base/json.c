/* SPDX-License-Identifier: Apache-2.0 */
/* Named values as JSON and back, by jansson. */
#include "json.h"

#include <glib.h>
#include <sodium.h>
#include <string.h>

#include "text.h"

#define CANONICAL (JSON_ENCODE_ANY | JSON_COMPACT | JSON_SORT_KEYS | JSON_REAL_PRECISION(10))

static json_t *json_from_value(const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
		return json_null();
	case VALUE_INTEGER:
		return json_integer(value->integer);
	case VALUE_REAL:
		return json_real(value->real);
	case VALUE_TEXT:
		return json_stringn(value->text, value->size);
	case VALUE_BLOB:
		break;
	}
	return NULL;
}

static json_t *json_from_blob(const struct value *value)
{
	size_t room = value->size * 2 + 1;
	char *hex = g_malloc(room);
	json_t *json = json_string(sodium_bin2hex(hex, room, value->blob, value->size));

	g_free(hex);
	return json;
}

json_t *json_from_values(const struct values *values, size_t first)
{
	json_t *object = json_object();

	for (size_t i = first; i < values->count; i++) {
		const struct value *value = &values->at[i];

		json_object_set_new(object, value->name,
				    value->kind == VALUE_BLOB ? json_from_blob(value) : json_from_value(value));
	}
	return object;
}

char *json_canonical(json_t *json, struct arena *arena)
{
	size_t size = json_dumpb(json, NULL, 0, CANONICAL);
	char *text = arena_take(arena, size + 1);

	json_dumpb(json, text, size, CANONICAL);
	json_decref(json);
	return text;
}

void json_make_visible(json_t *json, struct arena *arena)
{
	const char *name;
	json_t *member;
	size_t i;

	if (json_is_string(json))
		json_string_set(json, text_visible(arena, json_string_value(json)));
	json_array_foreach(json, i, member)
	{
		json_make_visible(member, arena);
	}
	json_object_foreach(json, name, member)
	{
		json_make_visible(member, arena);
	}
}

static bool put_member(struct values *values, const char *name, const json_t *member, struct arena *arena)
{
	switch (json_typeof(member)) {
	case JSON_NULL:
		values_put_null(values, name);
		return true;
	case JSON_INTEGER:
		values_put_integer(values, name, json_integer_value(member));
		return true;
	case JSON_REAL:
		values_put_real(values, name, json_real_value(member));
		return true;
	case JSON_STRING:
		values_put_text(values, name, arena_text(arena, json_string_value(member), json_string_length(member)));
		return true;
	case JSON_TRUE:
	case JSON_FALSE:
		values_put_integer(values, name, json_is_true(member));
		return true;
	default:
		return false;
	}
}

struct values *json_to_values(const char *text, struct arena *arena)
{
	json_t *object = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
	struct values *values = values_new(arena);
	bool flat = json_is_object(object);
	const char *name;
	json_t *member;

	if (flat)
		json_object_foreach(object, name, member)
			flat = flat && put_member(values, arena_copy(arena, name), member, arena);
	json_decref(object);
	return flat ? values : NULL;
}
