/* SPDX-License-Identifier: Apache-2.0 */
/* Places of templates that nobody filled in. */
#include <string.h>

#include "cases.h"
#include "casework.h"
#include "lib/base/text.h"

/* The brackets that templates put around what is to be written: full-width, U+FF08 and U+FF09. */
#define OPEN "\xEF\xBC\x88"
#define CLOSE "\xEF\xBC\x89"

/* The first {name} of a text; "" none. */
static const char *first_name(const char *text, struct arena *arena)
{
	for (; (text = strchr(text, '{')); text++) {
		size_t length = strspn(text + 1, "abcdefghijklmnopqrstuvwxyz_");

		if (length && text[length + 1] == '}')
			return arena_text(arena, text, length + 2);
	}
	return "";
}

/* The first bracket of a template that stands in a text; "" none. */
static const char *first_bracket(const char *template, const char *text, struct arena *arena)
{
	while ((template = strstr(template, OPEN))) {
		const char *end = strstr(template, CLOSE), *bracket;

		if (!end)
			return "";
		bracket = arena_text(arena, template, (size_t)(end - template) + strlen(CLOSE));
		if (strstr(text, bracket))
			return bracket;
		template = end;
	}
	return "";
}

/* Whether a bracket holds nothing but blanks, or begins with a word that asks for writing. */
static bool asks_for_words(const char *bracket, const struct rows *words, struct arena *arena)
{
	const char *inside = text_trim(arena, arena_text(arena, bracket + strlen(OPEN), strlen(bracket) - strlen(OPEN) - strlen(CLOSE)));

	for (size_t i = 0; *inside && i < words->count; i++)
		if (strcmp(values_text(&words->at[i], "list"), "placeholder_word") == 0 &&
		    strncmp(inside, values_text(&words->at[i], "name"), strlen(values_text(&words->at[i], "name"))) == 0)
			return true;
	return !*inside;
}

/* The first gap of a text that no template made: a bracket that asks for words, or a sign in place of them; "" none. */
static const char *first_gap(const char *text, const struct rows *words, struct arena *arena)
{
	for (const char *at = text; (at = strstr(at, OPEN)); at += strlen(OPEN)) {
		const char *end = strstr(at, CLOSE), *bracket;

		if (!end)
			break;
		bracket = arena_text(arena, at, (size_t)(end - at) + strlen(CLOSE));
		if (asks_for_words(bracket, words, arena))
			return bracket;
	}
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(values_text(&words->at[i], "list"), "placeholder_sign") == 0 && strstr(text, values_text(&words->at[i], "name")))
			return values_text(&words->at[i], "name");
	return "";
}

enum case_answer casework_filled(struct casework *work, const char *text)
{
	const char *left = first_name(text, work->arena);
	struct rows templates, words;

	if (!casework_rows(work, &Q_placeholder_words, NULL, NULL, &words) ||
	    !casework_rows(work, &Q_reply_template_texts, NULL, NULL, &templates))
		return CASE_FAILED;
	if (!*left)
		left = first_gap(text, &words, work->arena);
	for (size_t i = 0; !*left && i < templates.count; i++)
		left = first_bracket(values_text(&templates.at[i], "text"), text, work->arena);
	if (!*left)
		return CASE_DONE;
	work->problem = left;
	return casework_refuse(work, CASE_UNFIT, "placeholder_left");
}
