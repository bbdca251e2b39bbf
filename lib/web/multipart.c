/* SPDX-License-Identifier: Apache-2.0 */
/* Multipart forms: a window slides over the body and is cut at the boundaries. */
#include "multipart.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lib/base/text.h"

#define WINDOW ((size_t)64 * 1024)
#define LONGEST_BOUNDARY ((size_t)70)
#define LONGEST_HEAD ((size_t)8 * 1024)
/* Of a file whose name is said in a way that is not read. */
#define UNREAD_NAME "_"
#define LONGEST_NAME 255 /* bytes, as file systems have it */

struct reader {
	struct body *body;
	struct arena *arena;
	const struct multipart_sink *sink;
	char *window;
	size_t at, end;                      /* what of the window is not used yet */
	bool over;                           /* nothing more comes */
	char boundary[LONGEST_BOUNDARY + 8]; /* with the line break and hyphens before it */
	size_t boundary_size;
};

static bool is_blank(char character)
{
	return character == ' ' || character == '\t';
}

/* A text of a head, from `at` up to `end`; nothing in it is converted. */
struct span {
	const char *at, *end;
};

static void skip_blanks(struct span *text)
{
	while (text->at < text->end && is_blank(*text->at))
		text->at++;
}

static bool is_word(struct span text, const char *word)
{
	size_t size = (size_t)(text.end - text.at);

	return size == strlen(word) && strncasecmp(text.at, word, size) == 0;
}

/* Up to a separator or the end, without blanks around; the text goes on at the separator. */
static struct span take_until(struct span *text, const char *separators)
{
	struct span taken;

	skip_blanks(text);
	taken = (struct span){ text->at, text->at };
	while (text->at < text->end && !strchr(separators, *text->at))
		text->at++;
	taken.end = text->at;
	while (taken.end > taken.at && is_blank(taken.end[-1]))
		taken.end--;
	return taken;
}

/* Whether a quote is the one that closes: nothing but blanks stands between it and the next parameter. */
static bool closes(struct span text)
{
	text.at++;
	skip_blanks(&text);
	return text.at == text.end || *text.at == ';';
}

/* A value in quotes, behind the first. In forms of browsers a backslash escapes nothing, and a quote never stands in a value. */
static struct span take_quoted(struct span *text)
{
	struct span taken = { ++text->at, text->end };

	while (text->at < text->end && !(*text->at == '"' && closes(*text)))
		text->at++;
	taken.end = text->at;
	if (text->at < text->end)
		text->at++;
	skip_blanks(text);
	return taken;
}

/* The next "; name=value". False: there is none. */
static bool take_parameter(struct span *text, struct span *name, struct span *value)
{
	skip_blanks(text);
	if (text->at == text->end || *text->at != ';')
		return false;
	text->at++;
	*name = take_until(text, "=;");
	*value = (struct span){ text->at, text->at };
	if (text->at == text->end || *text->at != '=')
		return true;
	text->at++;
	skip_blanks(text);
	*value = text->at < text->end && *text->at == '"' ? take_quoted(text) : take_until(text, ";");
	return true;
}

/* What RFC 2046 lets stand in a boundary. */
static bool is_boundary(struct span text)
{
	size_t size = (size_t)(text.end - text.at);

	for (const char *at = text.at; at < text.end; at++)
		if (!*at || !strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'()+_,-./:=? ", *at))
			return false;
	return size >= 1 && size <= LONGEST_BOUNDARY;
}

static bool read_type(struct reader *reader, const char *content_type)
{
	struct span type = { content_type, content_type + strlen(content_type) }, name, value;

	if (!is_word(take_until(&type, ";"), "multipart/form-data"))
		return false;
	while (take_parameter(&type, &name, &value)) {
		if (!is_word(name, "boundary"))
			continue;
		if (!is_boundary(value))
			return false;
		reader->boundary_size = (size_t)snprintf(reader->boundary, sizeof reader->boundary, "\r\n--%.*s",
							 (int)(value.end - value.at), value.at);
		return true;
	}
	return false;
}

/* Have at least so many bytes in the window, if that many come. */
static void fill(struct reader *reader, size_t wanted)
{
	if (reader->end - reader->at >= wanted)
		return;
	memmove(reader->window, reader->window + reader->at, reader->end - reader->at);
	reader->end -= reader->at;
	reader->at = 0;
	while (!reader->over && reader->end < wanted) {
		ssize_t count = body_read(reader->body, reader->window + reader->end, WINDOW - reader->end);

		reader->over = count <= 0;
		reader->end += count > 0 ? (size_t)count : 0;
	}
}

/* Hand on everything up to the next boundary and step behind it. False: there is none, or the sink said no (*stopped). */
static bool pass_to_boundary(struct reader *reader, bool hand_on, bool *stopped)
{
	*stopped = false;
	for (;;) {
		size_t size, safe;
		char *found;

		fill(reader, reader->boundary_size);
		size = reader->end - reader->at;
		if (size < reader->boundary_size)
			return false;
		found = memmem(reader->window + reader->at, size, reader->boundary, reader->boundary_size);
		safe = found ? (size_t)(found - reader->window) - reader->at : size - reader->boundary_size + 1;
		if (hand_on && safe && !reader->sink->bytes(reader->sink->own, reader->window + reader->at, safe)) {
			*stopped = true;
			return false;
		}
		reader->at += safe;
		if (found) {
			reader->at += reader->boundary_size;
			return true;
		}
	}
}

/* What is said of a part, up to and with its empty line; NULL: too long, or cut off. */
static const char *take_head(struct reader *reader, size_t *size)
{
	char *found;

	fill(reader, LONGEST_HEAD);
	found = memmem(reader->window + reader->at, reader->end - reader->at, "\r\n\r\n", 4);
	if (!found)
		return NULL;
	*size = (size_t)(found - reader->window) - reader->at + 4;
	if (*size > LONGEST_HEAD)
		return NULL;
	reader->at += *size;
	return found + 4 - *size;
}

/* Browsers write these three of a name in this way, and nothing else (WHATWG HTML, multipart/form-data encoding). */
static void unescape(char *name)
{
	char *to = name;

	for (const char *from = name; *from; from++) {
		if (strncmp(from, "%22", 3) == 0) {
			*to++ = '"';
			from += 2;
		} else if (strncmp(from, "%0D", 3) == 0 || strncmp(from, "%0A", 3) == 0) {
			*to++ = ' ';
			from += 2;
		} else {
			*to++ = *from;
		}
	}
	*to = '\0';
}

/* A name as UTF-8. Of one in another encoding the letters that can be read are left: no guess is made, and nothing is loaded. */
static char *name_of(struct arena *arena, struct span text)
{
	char *name = text_repaired(arena, text.at, (size_t)(text.end - text.at), '_');

	unescape(name);
	return name;
}

/*
 * The parameters of "Content-Disposition: form-data". What says a name in an encoding of its own (filename*, which forms do not have:
 * RFC 7578, 4.2) is not read; it is a file all the same.
 */
static void read_disposition(struct reader *reader, struct span line, struct multipart_part *part)
{
	struct span name, value;

	if (!is_word(take_until(&line, ";"), "form-data"))
		return;
	while (take_parameter(&line, &name, &value)) {
		if (is_word(name, "name"))
			part->name = name_of(reader->arena, value);
		else if (is_word(name, "filename"))
			part->file_name = name_of(reader->arena, value);
		else if (name.end - name.at > 8 && strncasecmp(name.at, "filename*", 9) == 0 && !part->file_name)
			part->file_name = UNREAD_NAME;
	}
}

/* False: it is not said of which field the part is. */
static bool read_head(struct reader *reader, const char *head, size_t size, struct multipart_part *part)
{
	const char *end = head + size;

	*part = (struct multipart_part){ NULL, NULL };
	while (head < end) {
		const char *line_end = memmem(head, (size_t)(end - head), "\r\n", 2);
		struct span line = { head, line_end ? line_end : end };

		if (is_word(take_until(&line, ":"), "Content-Disposition") && line.at < line.end) {
			line.at++;
			read_disposition(reader, line, part);
		}
		head = line_end ? line_end + 2 : end;
	}
	return part->name;
}

/* Behind a boundary: two hyphens for the last one, else blanks and a line break. */
static enum multipart_end after_boundary(struct reader *reader, bool *is_last)
{
	fill(reader, 2);
	*is_last = reader->end - reader->at >= 2 && memcmp(reader->window + reader->at, "--", 2) == 0;
	if (*is_last)
		return MULTIPART_DONE;
	for (;;) {
		fill(reader, 2);
		if (reader->end - reader->at < 2)
			return MULTIPART_CUT_OFF;
		if (memcmp(reader->window + reader->at, "\r\n", 2) == 0)
			return MULTIPART_DONE;
		if (reader->window[reader->at] != ' ' && reader->window[reader->at] != '\t')
			return MULTIPART_MALFORMED;
		reader->at++;
	}
}

static enum multipart_end read_part(struct reader *reader)
{
	struct multipart_part part;
	const char *head;
	size_t size;
	bool stopped;

	head = take_head(reader, &size);
	if (!head)
		return reader->over && reader->end - reader->at < LONGEST_HEAD ? MULTIPART_CUT_OFF : MULTIPART_MALFORMED;
	/* The line break before the first line belongs to the boundary's line. */
	if (size < 6 || !read_head(reader, head + 2, size - 2, &part))
		return MULTIPART_MALFORMED;
	if (!reader->sink->begin(reader->sink->own, &part))
		return MULTIPART_STOPPED;
	if (!pass_to_boundary(reader, true, &stopped))
		return stopped ? MULTIPART_STOPPED : MULTIPART_CUT_OFF;
	return reader->sink->end(reader->sink->own) ? MULTIPART_DONE : MULTIPART_STOPPED;
}

const char *multipart_shown_name(struct arena *arena, const char *file_name)
{
	char *name = text_visible_line(arena, file_name);
	size_t size;

	/* Of a name, too, nobody sees where a line would break. */
	for (char *at = name; *at; at++)
		if (*at == '\t' || *at == '\n' || *at == '\r')
			*at = ' ';
	name = text_trim(arena, name);
	size = strlen(name);
	if (size > LONGEST_NAME) {
		for (size = LONGEST_NAME; ((unsigned char)name[size] & 0xC0) == 0x80;)
			size--;
		name[size] = '\0';
	}
	return size || !*file_name ? name : UNREAD_NAME;
}

enum multipart_end multipart_read(const char *content_type, struct body *body, const struct multipart_sink *sink,
				  struct arena *arena)
{
	struct reader reader = { .body = body, .arena = arena, .sink = sink };
	enum multipart_end end;
	bool is_last = false, stopped;

	if (!read_type(&reader, content_type))
		return MULTIPART_OTHER_TYPE;
	reader.window = arena_take(arena, WINDOW);
	/* So that the first boundary, too, stands behind a line break. */
	memcpy(reader.window, "\r\n", 2);
	reader.end = 2;
	if (!pass_to_boundary(&reader, false, &stopped))
		return MULTIPART_CUT_OFF;
	for (int parts = 0;; parts++) {
		end = after_boundary(&reader, &is_last);
		if (end != MULTIPART_DONE || is_last)
			return end;
		if (parts == MULTIPART_MOST_PARTS)
			return MULTIPART_TOO_MANY;
		end = read_part(&reader);
		if (end != MULTIPART_DONE)
			return end;
	}
}
