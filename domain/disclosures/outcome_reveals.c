/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a text tells who reported: the facility reads it before anybody else. Found is what can be found by looking: the case's number,
 * names and numbers the reporter gave, and words of the reporter's own. What a text hints at between its lines is for people to see.
 */
#include <jansson.h>
#include <string.h>

#include "cases.h"
#include "lib/base/text.h"
#include "outcome.h"

/* Shorter ones are in every text. */
#define LEAST_NAME 2
#define LEAST_DIGITS 7
#define LEAST_OTHER 4

/* The digits of a text alone, also those that Chinese keyboards write as wide as characters: 138-1234 5678 is 13812345678. */
static const char *digits_of(const char *text, struct arena *arena)
{
	char *digits = arena_take(arena, strlen(text) + 1), *to = digits;
	uint32_t character;

	while ((character = text_next(&text))) {
		if (character >= 0xFF10 && character <= 0xFF19)
			character = character - 0xFF10 + '0';
		if (character >= '0' && character <= '9')
			*to++ = (char)character;
	}
	return digits;
}

static bool holds(const char *text, const char *part, size_t least)
{
	return text_length(part) >= least && strstr(text, part);
}

static bool holds_contact(struct casework *work, const struct values *reporter, const char *text, bool *opened)
{
	const struct value *sealed = values_find(reporter, "sealed");
	const char *json, *digits;
	json_t *contact;
	size_t size;
	bool found;

	*opened = true;
	if (!sealed || sealed->kind != VALUE_BLOB)
		return false;
	json = (const char *)casework_open(work, "case_contact.sealed", values_text(reporter, "receipt_lookup"), sealed, &size);
	contact = json ? json_loadb(json, size, 0, NULL) : NULL;
	*opened = contact != NULL;
	if (!contact)
		return false;
	digits = digits_of(json_string_value(json_object_get(contact, "phone")), work->arena);
	found = holds(text, json_string_value(json_object_get(contact, "name")), LEAST_NAME) ||
		holds(text, json_string_value(json_object_get(contact, "other")), LEAST_OTHER) ||
		holds(digits_of(text, work->arena), digits, LEAST_DIGITS);
	json_decref(contact);
	return found;
}

enum case_answer outcome_reveals(struct casework *work, const char *case_number, const char *text)
{
	struct rows reporters;

	/* None, when the case's time is over: who reported is not known any more. */
	if (!casework_rows(work, &Q_outcome_reporters, "case_number", case_number, &reporters))
		return CASE_FAILED;
	for (size_t i = 0; i < reporters.count; i++) {
		bool opened, found = holds_contact(work, &reporters.at[i], text, &opened) || strstr(text, values_text(&reporters.at[i], "number"));

		if (!opened) {
			work->problem = "contact data does not open under the contact key; is 'contact_key' the one it was written with?";
			return CASE_FAILED;
		}
		if (found)
			return CASE_UNFIT;
	}
	return CASE_DONE;
}
