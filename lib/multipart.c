/* SPDX-License-Identifier: Apache-2.0 */
/* Multipart forms: a window slides over the body and is cut at the boundaries. */
#include "multipart.h"

#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>

#include "text.h"

#define WINDOW ((size_t)64 * 1024)
#define LONGEST_BOUNDARY ((size_t)70)
#define LONGEST_HEAD ((size_t)8 * 1024)

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

static char *plain_copy(struct arena *arena, const char *from)
{
	return from ? arena_copy(arena, from) : NULL;
}

static bool read_type(struct reader *reader, const char *content_type)
{
	GMimeContentType *type = g_mime_content_type_parse(NULL, content_type);
	const char *boundary = type ? g_mime_content_type_get_parameter(type, "boundary") : NULL;
	bool fine = type && g_mime_content_type_is_type(type, "multipart", "form-data") && boundary && *boundary &&
		    strlen(boundary) <= LONGEST_BOUNDARY;

	if (fine)
		reader->boundary_size = (size_t)snprintf(reader->boundary, sizeof reader->boundary, "\r\n--%s", boundary);
	if (type)
		g_object_unref(type);
	return fine;
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

static bool read_head(struct reader *reader, const char *head, size_t size, struct multipart_part *part)
{
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(head, size);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);
	GMimeObject *object = g_mime_parser_construct_part(parser, NULL);
	GMimeContentDisposition *disposition = object ? g_mime_object_get_content_disposition(object) : NULL;
	char *name = NULL, *file_name = NULL;

	if (disposition && g_ascii_strcasecmp(g_mime_content_disposition_get_disposition(disposition), "form-data") == 0) {
		name = plain_copy(reader->arena, g_mime_content_disposition_get_parameter(disposition, "name"));
		file_name = plain_copy(reader->arena, g_mime_content_disposition_get_parameter(disposition, "filename"));
	}
	if (object)
		g_object_unref(object);
	g_object_unref(parser);
	g_object_unref(stream);
	if (!name || !text_is_utf8(name, strlen(name)) || (file_name && !text_is_utf8(file_name, strlen(file_name))))
		return false;
	unescape(name);
	if (file_name)
		unescape(file_name);
	*part = (struct multipart_part){ name, file_name };
	return true;
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

enum multipart_end multipart_read(const char *content_type, struct body *body, const struct multipart_sink *sink,
				  struct arena *arena)
{
	struct reader reader = { .body = body, .arena = arena, .sink = sink };
	enum multipart_end end;
	bool is_last = false, stopped;

	g_mime_init();
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
