/* SPDX-License-Identifier: Apache-2.0 */
/* What an official looks for: the portal's search is asked as a program within this one, with an edition of its own opening. */
#include "sought.h"

#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/log.h"
#include "lib/find/words.h"
#include "public/facilities/find.h"

#define FACILITIES_SHOWN 6
#define LEAST_DIGITS 4          /* of a code or a telephone; fewer are in too many of them */

void sought_set_up(struct office *office)
{
	office->finder = arena_take(office->arena, sizeof *office->finder);
	office->finder->config = office->config;
	office->finder->arena = office->arena;
	portal_set_up_to_find(office->finder);
}

const char *sought_folder(const struct office *office)
{
	return access(office->config->editions, R_OK | X_OK) == 0 ? office->config->editions : NULL;
}

static const char *codes_of(const struct rows *facilities, struct arena *arena)
{
	struct buffer codes = { .size = 0 };
	const char *text;

	for (size_t i = 0; i < facilities->count; i++) {
		buffer_text(&codes, i ? "" : " ");
		buffer_text(&codes, values_text(&facilities->at[i], "code"));
		buffer_text(&codes, " ");
	}
	text = codes.size ? arena_text(arena, codes.bytes, codes.size) : "";
	buffer_free(&codes);
	return text;
}

/* Digits as the number of a case has them: 123, 000123, 2026-123. A telephone's are more, or begin with nought. */
static bool is_number(const char *text)
{
	size_t length = strlen(text);

	return strspn(text, "0123456789-") == length && (length <= 6 || (*text != '0' && text[4] == '-'));
}

/* What facilities are like (an age, a fee, a way of care) names none of them: in a case those are words. */
static bool names_some(const char *typed, const struct finding *finding, enum choice choice)
{
	if (is_number(typed) && strlen(typed) < LEAST_DIGITS)
		return false;
	return choice == CHOICE_AS_TYPED || finding->asked.place || values_say(finding->form->values, "q");
}

static void take_found(const struct finding *finding, enum choice choice, struct sought *sought, struct arena *arena)
{
	const struct asked *asked = &finding->asked;

	sought->codes = codes_of(&sought->facilities, arena);
	sought->guessed = is_number(sought->typed);
	if (choice == CHOICE_AS_TYPED || !sought->facilities.count)
		return;
	sought->corrected_from = asked->corrected_from ? asked->corrected_from : "";
	sought->corrected_to = asked->corrected_to ? asked->corrected_to : "";
	sought->nearest_to = choice == CHOICE_NEAREST ? asked->place->name : "";
	sought->beside = asked->not_found;
	sought->guessed = sought->guessed || *sought->corrected_to || *sought->nearest_to;
}

void sought_read(struct request *request, const char *typed, struct sought *sought)
{
	struct request asking = *request;
	struct finding finding;
	enum choice choice;
	enum outcome outcome;

	*sought = (struct sought){ .typed = typed, .codes = "", .corrected_from = "", .corrected_to = "", .nearest_to = "", .beside = "" };
	if (!*typed)
		return;
	asking.program = &office_of(request)->finder->program;
	outcome = published_begin(&asking);
	if (outcome == PAGE)
		outcome = find_choices(&asking, typed, FIND_MOST_CHOICES, &finding, &sought->facilities, &choice);
	if (outcome == BROKEN)
		log_line(LOG_ERROR_LINE, "request %s: the edition cannot be asked: %s", request->id, sql_problem(published_of(&asking)->sql));
	sought->no_edition = outcome != PAGE;
	if (outcome != PAGE || !names_some(typed, &finding, choice))
		sought->facilities.count = 0;
	else
		take_found(&finding, choice, sought, request->arena);
}

/* The text as something to look for anywhere: blanks stand for anything, what stands for other characters stands for itself. */
static const char *anywhere(const char *text, struct arena *arena)
{
	char *pattern = arena_take(arena, strlen(text) * 2 + 3), *to = pattern;

	*to++ = '%';
	for (; *text; text++) {
		if (strchr("%_!", *text))
			*to++ = '!';
		*to++ = (char)(*text == ' ' ? '%' : isascii((unsigned char)*text) ? tolower((unsigned char)*text) : *text);
	}
	*to++ = '%';
	*to = '\0';
	return pattern;
}

void sought_put(struct request *request, const struct sought *sought, bool guessing, struct values *parameters)
{
	const char *words = *sought->typed ? anywhere(sought->typed, request->arena) : "";
	const char *folded = words_fold(office_of(request)->finder->words, request->arena, sought->typed);

	folded = folded && *folded ? anywhere(folded, request->arena) : "";
	values_put_text(parameters, "words", words);
	values_put_text(parameters, "folded", strcmp(folded, words) == 0 ? "" : folded);
	values_put_text(parameters, "beside", *sought->beside ? anywhere(sought->beside, request->arena) : "");
	values_put_text(parameters, "facilities", sought->guessed && !guessing ? "" : sought->codes);
}

static const char *with_field(const char *path, const char *field, const char *value, struct arena *arena)
{
	return arena_format(arena, "%s%s%s=%s", path, strchr(path, '?') ? "&" : "?", field, request_escaped(value, arena));
}

void sought_bind(struct request *request, const struct sought *sought, bool guessing, const char *path, struct page *page)
{
	size_t count = sought->facilities.count;

	if (sought->no_edition)
		page_show(page, "no_edition");
	if (sought->guessed && !guessing) {
		page_text(page, "perhaps", sought->corrected_to);
		page_text(page, "perhaps_url", with_field(path, "q", sought->corrected_to, request->arena));
		return;
	}
	page_text(page, "corrected_from", sought->corrected_from);
	page_text(page, "corrected_to", sought->corrected_to);
	page_text(page, "nearest_to", sought->nearest_to);
	for (size_t i = 0; i < count && i < FACILITIES_SHOWN; i++) {
		struct page *one = page_section(page, "meant_facilities");

		page_text(one, "name", values_text(&sought->facilities.at[i], "name"));
		page_text(one, "url", with_field(path, "facility", values_text(&sought->facilities.at[i], "code"), request->arena));
	}
	page_integer(page, "facilities_meant", (int64_t)count);
	page_integer(page, "more_facilities", count > FACILITIES_SHOWN ? (int64_t)count : 0);
}
