/* SPDX-License-Identifier: Apache-2.0 */
/* Codes of facilities in other writings. Each is looked up by its key: guessing costs a visitor nothing and the portal no search. */
#include <ctype.h>
#include <string.h>

#include "facility.h"
#include "lib/base/text.h"
#include "portal_queries.h"

#define WRITINGS 4

static char *in_case(const char *code, int (*turn)(int), struct arena *arena)
{
	char *turned = arena_copy(arena, code);

	for (char *character = turned; *character; character++)
		*character = (char)turn((unsigned char)*character);
	return turned;
}

/* Without dashes: pt-0003 is PT0003. */
static char *closed_up(const char *code, struct arena *arena)
{
	char *closed = arena_copy(arena, code), *to = closed;

	for (; *code; code++)
		if (*code != '-' && *code != '_')
			*to++ = *code;
	*to = '\0';
	return closed;
}

/* With a dash between its letters and its number: PT0003 is PT-0003. */
static const char *with_dash(const char *closed, struct arena *arena)
{
	size_t letters = strcspn(closed, "0123456789");

	return arena_format(arena, "%.*s-%s", (int)letters, closed, closed + letters);
}

/* The code under which a writing is published; "" none. */
static bool published_as(struct request *request, const char *writing, const char **code)
{
	struct values *key = values_new(request->arena), *row = NULL;
	enum sql_answer answer;

	values_put_text(key, "code", writing);
	answer = sql_row(published_of(request)->sql, &Q_facility_one, key, request->arena, &row);
	*code = answer == SQL_FOUND ? values_text(row, "code") : "";
	return answer != SQL_FAILED;
}

/* The address that was asked for, with another code in it; the codes of paths stand after "/facilities/". */
static const char *address_with(const struct request *request, const char *code)
{
	const char *at = strstr(request->path, "/facilities/") + strlen("/facilities/");
	const char *query = *request->query ? "?" : "";

	return arena_format(request->arena, "%.*s%s%s%s%s", (int)(at - request->path), request->path, code, at + strcspn(at, "/"), query,
			    request->query);
}

enum outcome facility_lead_on(struct request *request)
{
	const char *given = values_text(request->parts, "code"), *code;
	const char *closed = closed_up(given, request->arena), *dashed = with_dash(closed, request->arena);
	const char *const writings[WRITINGS] = { given, closed, dashed, NULL };

	for (const char *const *writing = writings; *writing; writing++)
		for (int lower = 0; lower < 2; lower++) {
			if (!published_as(request, in_case(*writing, lower ? tolower : toupper, request->arena), &code))
				return BROKEN;
			if (!*code)
				continue;
			request->response.location = address_with(request, code);
			return MOVED;
		}
	return MISSING;
}
