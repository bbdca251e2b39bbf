/* SPDX-License-Identifier: Apache-2.0 */
/* Filling the gaps of a text. */
#include "pattern.h"

#include <inttypes.h>
#include <string.h>

static const char *shown(const struct value *value, struct arena *arena)
{
	switch (value->kind) {
	case VALUE_TEXT:
		return value->text;
	case VALUE_INTEGER:
		return arena_format(arena, "%" PRId64, value->integer);
	case VALUE_REAL:
		return arena_format(arena, "%g", value->real);
	case VALUE_NULL:
	case VALUE_BLOB:
		break;
	}
	return "";
}

const char *pattern_fill(const char *pattern, const struct values *values, struct arena *arena)
{
	const char *filled = "";

	while (*pattern) {
		size_t words = strcspn(pattern, "{"), name = pattern[words] ? strcspn(pattern + words, "}") : 0;
		const struct value *value = NULL;

		if (name && pattern[words + name])
			value = values_find(values, arena_text(arena, pattern + words + 1, name - 1));
		/* A gap nobody knows is a text like any other. */
		if (!value && pattern[words])
			words++;
		filled = arena_format(arena, "%s%.*s%s", filled, (int)words, pattern, value ? shown(value, arena) : "");
		pattern += words + (value ? name + 1 : 0);
	}
	return filled;
}
