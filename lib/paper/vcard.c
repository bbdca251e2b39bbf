/* SPDX-License-Identifier: Apache-2.0 */
/* Contacts as telephones take them. */
#include "vcard.h"

#include <stdbool.h>
#include <string.h>

#define LONGEST_LINE 75

/* A line in work: how long it has grown. */
struct line {
	struct buffer *out;
	size_t size;
};

/* A character or an escaped one, whole on this line or on the next, which begins with a blank. */
static void add(struct line *line, const char *bytes, size_t size)
{
	if (line->size + size > LONGEST_LINE) {
		buffer_text(line->out, "\r\n ");
		line->size = 1;
	}
	buffer_add(line->out, bytes, size);
	line->size += size;
}

static size_t character_size(const char *text)
{
	size_t size = 1;

	while (((unsigned char)text[size] & 0xC0) == 0x80)
		size++;
	return size;
}

static void add_text(struct line *line, const char *text, bool escape)
{
	while (*text) {
		size_t size = character_size(text);
		char pair[2] = { '\\', *text == '\n' ? 'n' : *text };

		if (escape && strchr("\\;,\n", *text))
			add(line, pair, sizeof pair);
		else if (*text != '\r')
			add(line, text, size);
		text += size;
	}
}

void vcard_line(struct buffer *out, const char *name, const char *const *parts, size_t count)
{
	struct line line = { out, 0 };

	add_text(&line, name, false);
	add(&line, ":", 1);
	for (size_t i = 0; i < count; i++) {
		if (i)
			add(&line, ";", 1);
		add_text(&line, parts[i], true);
	}
	buffer_text(out, "\r\n");
}

void vcard_text(struct buffer *out, const char *name, const char *text)
{
	vcard_line(out, name, &text, 1);
}

void vcard_uri(struct buffer *out, const char *name, const char *uri)
{
	struct line line = { out, 0 };

	add_text(&line, name, false);
	add(&line, ":", 1);
	add_text(&line, uri, false);
	buffer_text(out, "\r\n");
}
