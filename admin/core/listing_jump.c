/* SPDX-License-Identifier: Apache-2.0 */
/* From a number, as people say or copy it, to what bears it. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "listing.h"

#define MOST_FOUND 20

static const struct field fields[] = {
	{ "number", FIELD_TEXT, OPTIONAL, 1, 60, NULL },
	{ 0 },
};
const struct form listing_jump_form = { fields };

/* Chinese keyboards write digits and hyphens as wide as characters (U+FF10 to FF19, U+FF0D, U+2013, U+2014): made narrow. */
static const char *narrow(const char *text, struct arena *arena)
{
	char *made = arena_take(arena, strlen(text) + 1), *to = made;

	while (*text) {
		const unsigned char *at = (const unsigned char *)text;

		if (at[0] == 0xEF && at[1] == 0xBC && at[2] >= 0x90 && at[2] <= 0x99) {
			*to++ = (char)('0' + at[2] - 0x90);
			text += 3;
		} else if ((at[0] == 0xEF && at[1] == 0xBC && at[2] == 0x8D) ||
			   (at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0x93 || at[2] == 0x94))) {
			*to++ = '-';
			text += 3;
		} else {
			*to++ = *text++;
		}
	}
	*to = '\0';
	return made;
}

static bool is_digits(const char *text, size_t least, size_t most)
{
	size_t length = strspn(text, "0123456789");

	return !text[length] && length >= least && length <= most;
}

/* 2026-123 names one, 123 one of every year. False: that is no number. */
static bool read_number(const char *text, struct values *parameters, struct arena *arena)
{
	const char *within = strchr(text, '-');
	bool whole = within && within - text == 4 && is_digits(arena_text(arena, text, 4), 4, 4);
	const char *place = whole ? within + 1 : text;
	int number = 0;

	if (!is_digits(place, 1, 6) || sscanf(place, "%d", &number) != 1)
		return false;
	values_put_text(parameters, "number", whole ? arena_format(arena, "%.5s%06d", text, number) : "");
	values_put_text(parameters, "ending", arena_format(arena, "%%-%06d", number));
	return true;
}

enum outcome listing_jump(struct request *request, const struct office_list *of)
{
	const char *typed = values_text(request->form->values, "number"), *path = of->list->path;
	struct values *parameters = office_parameters(request);
	struct page *page;
	struct rows rows = { 0 };

	if (!*typed)
		return office_go(request, path, "");
	if (!read_number(narrow(typed, request->arena), parameters, request->arena))
		return office_go(request,
				 arena_format(request->arena, "%s?q=%s&%s=%s", path, request_escaped(typed, request->arena),
					      of->list->wider_field, of->list->wider_word),
				 "");
	if (!sql_list(office_of(request)->sql, of->jump, parameters, request->arena, MOST_FOUND, &rows))
		return office_broken(request);
	if (rows.count == 1)
		return office_go(request, arena_format(request->arena, "%s/%s", path, values_text(&rows.at[0], "number")), "");
	page = page_begin(request, "admin/jump.tpl");
	page_text(page, "typed_number", typed);
	page_show(page, rows.count ? "several" : "none_found");
	page_rows(page, "found_cases", &rows);
	return page_end(request, page);
}
