/* SPDX-License-Identifier: Apache-2.0 */
/* One request. */
#include "request.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/text.h"

#define LONGEST_TARGET 4096

const char *request_variable(const struct request *request, const char *name)
{
	size_t length = strlen(name);

	for (char **variable = request->environment; *variable; variable++)
		if (strncmp(*variable, name, length) == 0 && (*variable)[length] == '=')
			return *variable + length + 1;
	return "";
}

const char *request_cookie(const struct request *request, const char *name)
{
	const char *at = request_variable(request, "HTTP_COOKIE");
	size_t length = strlen(name);

	while (*at) {
		const char *end = strchr(at, ';');
		size_t size = end ? (size_t)(end - at) : strlen(at);

		if (size > length && strncmp(at, name, length) == 0 && at[length] == '=')
			return arena_text(request->arena, at + length + 1, size - length - 1);
		at += size;
		at += strspn(at, "; ");
	}
	return "";
}

bool request_has(struct request *request, const char *etag)
{
	const char *held = request_variable(request, "HTTP_IF_NONE_MATCH");

	request->response.etag = etag;
	return *held && strstr(held, etag);
}

bool request_is_own_path(const char *path)
{
	/* A browser takes tabs out before it reads on: /<tab>/other.test is another site. */
	return path[0] == '/' && path[1] != '/' && path[1] != '\\' && !strchr(path, '\t') && !text_has_control(path) &&
	       !text_has_line_break(path);
}

const char *request_escaped(const char *text, struct arena *arena)
{
	char *escaped = g_uri_escape_string(text, NULL, FALSE);
	const char *kept = arena_copy(arena, escaped);

	g_free(escaped);
	return kept;
}

/* NULL when the escapes are broken. Most paths have none. */
static const char *unescaped(const char *text, size_t size, struct arena *arena)
{
	const char *kept;
	char *plain;

	if (!memchr(text, '%', size))
		return arena_text(arena, text, size);
	plain = g_uri_unescape_segment(text, text + size, NULL);
	kept = plain ? arena_copy(arena, plain) : NULL;
	g_free(plain);
	return kept;
}

static bool read_path(struct request *request, const char *target)
{
	size_t size = strcspn(target, "?");
	const char *path = unescaped(target, size, request->arena);

	request->query = target[size] == '?' ? target + size + 1 : "";
	if (!path || path[0] != '/' || !text_is_utf8(path, strlen(path)) || text_has_control(path) || strpbrk(path, "\t\r\n"))
		return false;
	request->path = path;
	return true;
}

bool request_read(struct request *request)
{
	const char *method = request_variable(request, "REQUEST_METHOD");
	const char *target = request_variable(request, "REQUEST_URI");
	const char *id = request_variable(request, "REQUEST_ID");

	request->id = text_is_code(id) ? id : "-";
	request->head_only = strcmp(method, "HEAD") == 0;
	request->method = request->head_only || strcmp(method, "GET") == 0 ? METHOD_GET : METHOD_OTHER;
	if (strcmp(method, "POST") == 0)
		request->method = METHOD_POST;
	request->path = "/";
	request->query = "";
	return strlen(target) <= LONGEST_TARGET && read_path(request, target);
}
