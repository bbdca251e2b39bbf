/* SPDX-License-Identifier: Apache-2.0 */
/* Links that hold the whole state of a search. */
#include "link.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/text.h"

static char *add_text(char *to, const char *text)
{
	size_t size = strlen(text);

	memcpy(to, text, size + 1);
	return to + size;
}

static char *add_escaped(char *to, const char *text)
{
	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;

		if (isalnum(byte) || strchr("-_.~", byte))
			*to++ = (char)byte;
		else
			to += sprintf(to, "%%%02X", byte);
	}
	*to = '\0';
	return to;
}

const char *link_escaped(const char *text, struct arena *arena)
{
	char *escaped = arena_take(arena, strlen(text) * 3 + 1);

	add_escaped(escaped, text);
	return escaped;
}

const char *search_link(const struct finding *finding, const char *path, const char *without, const char *page, const char *lat,
			const char *lon, struct arena *arena)
{
	const struct values *typed = finding->form->typed;
	size_t room = strlen(path) + strlen(page) + 64;
	char *link, *to;
	bool first = true;

	for (size_t i = 0; i < typed->count; i++)
		room += typed->at[i].size * 3 + strlen(typed->at[i].name) + 64;
	link = arena_take(arena, room);
	to = add_text(link, path);
	for (size_t i = 0; i < typed->count; i++) {
		const char *name = typed->at[i].name, *text = typed->at[i].text;

		if (strcmp(name, "page") == 0)
			text = page;
		else if (strcmp(name, "lat") == 0 && *lat)
			text = lat;
		else if (strcmp(name, "lon") == 0 && *lon)
			text = lon;
		if (!*text || (without && text_has_word(without, name)))
			continue;
		*to++ = first ? '?' : '&';
		to = add_text(add_text(to, name), "=");
		to = add_escaped(to, text);
		first = false;
	}
	return link;
}
