/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a query string, for a form with a field of every kind. */
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "lib/web/form.h"
#include "lib/base/text.h"

static const char *const choices[] = { "near", "far", NULL };
static const struct field fields[] = {
	{ "q", FIELD_TEXT, OPTIONAL, 0, 20, NULL },	    { "story", FIELD_PARAGRAPHS, OPTIONAL, 2, 50, NULL },
	{ "file", FIELD_LINES, OPTIONAL, 0, 3, NULL },	    { "code", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "codes", FIELD_CODES, OPTIONAL, 0, 3, NULL },	    { "age", FIELD_INTEGER, REQUIRED, 0, 240, NULL },
	{ "lat", FIELD_REAL, OPTIONAL, -90, 90, NULL },	    { "flag", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "sort", FIELD_CHOICE, OPTIONAL, 0, 0, choices },  { "born", FIELD_DATE, OPTIONAL, -1000, 0, NULL },
	{ "fee", FIELD_MONEY, OPTIONAL, 0, 100000, NULL },  { "rooms", FIELD_GROUP, OPTIONAL, 1, 5, NULL },
	{ "rooms[].room", FIELD_TEXT, REQUIRED, 1, 5, NULL }, { "rooms[].since", FIELD_DATE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
static const struct form form = { fields };

static struct arena *arena;

static bool begin(void)
{
	arena = arena_new((size_t)16 * 1024 * 1024);
	return true;
}

static void look(const uint8_t *bytes, size_t size)
{
	struct form_result *result;

	if (size > 4096 || memchr(bytes, 0, size))
		return;
	result = form_read(&form, arena_text(arena, (const char *)bytes, size), arena);
	/* What is given to a program is UTF-8, whatever came. */
	for (size_t i = 0; result && fields[i].name; i++) {
		const char *typed = values_text(result->typed, fields[i].name);

		if (!text_is_utf8(typed, strlen(typed)))
			abort();
	}
	/* No more rows than may be, and what is fine has what it must have. */
	if (result && form_rows(result, "rooms")->count > 5)
		abort();
	for (size_t i = 0; result && i < form_rows(result, "rooms")->count; i++)
		if (!values_say(&form_rows(result, "rooms")->at[i], "room"))
			abort();
	if (result)
		form_show(result, NULL);
	arena_sweep(arena);
}

const struct harness harness = { begin, CONFINE_TO_READING, look };
