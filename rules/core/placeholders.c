/* SPDX-License-Identifier: Apache-2.0 */
/* Names in braces within texts. */
#include "placeholders.h"

#include <string.h>

#define LONGEST 40

/* The next {...} from a place on, and its size with the braces; NULL: there is none. */
static const char *next(const char *text, size_t *size)
{
	for (; (text = strchr(text, '{')); text++) {
		size_t inside = strcspn(text + 1, "{} \n");

		*size = inside + 2;
		if (text[1 + inside] == '}' && inside >= 1 && inside <= LONGEST)
			return text;
	}
	return NULL;
}

static const struct placeholder *find(const char *at, size_t size, const struct placeholder *known, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(known[i].name) == size - 2 && strncmp(known[i].name, at + 1, size - 2) == 0)
			return &known[i];
	return NULL;
}

const char *placeholder_unknown(const char *text, const struct placeholder *known, size_t count, struct arena *arena)
{
	size_t size;

	for (; (text = next(text, &size)); text += size)
		if (!find(text, size, known, count))
			return arena_text(arena, text, size);
	return NULL;
}

const char *placeholders_fill(const char *text, const struct placeholder *known, size_t count, struct arena *arena)
{
	const char *made = "", *at;
	size_t size;

	for (; (at = next(text, &size)); text = at + size) {
		const struct placeholder *one = find(at, size, known, count);

		made = arena_format(arena, "%s%.*s%s", made, (int)(at - text), text, one ? one->value : arena_text(arena, at, size));
	}
	return arena_format(arena, "%s%s", made, text);
}
