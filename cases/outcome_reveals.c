/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a text tells who reported: the facility reads it before anybody else. Found is what can be found by looking: the case's number,
 * names and numbers the reporter gave, and words of the reporter's own. What a text hints at between its lines is for people to see.
 */
#include <jansson.h>
#include <string.h>

#include "cases.h"
#include "lib/text.h"
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
	json = (const char *)secret_open(work->contact_key, "case_contact.sealed", values_text(reporter, "receipt_lookup"), sealed->blob,
					 sealed->size, work->arena, &size);
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

static uint32_t *characters_of(const char *text, struct arena *arena, size_t *count)
{
	uint32_t *characters = arena_take(arena, (strlen(text) + 1) * sizeof *characters);
	uint32_t character;

	for (*count = 0; (character = text_next(&text)); (*count)++)
		characters[*count] = character;
	return characters;
}

/* The longest run of characters that two texts share. */
static size_t longest_shared(const char *one, const char *other, struct arena *arena)
{
	size_t count, other_count, longest = 0;
	uint32_t *first = characters_of(one, arena, &count), *second = characters_of(other, arena, &other_count);
	/* run[j]: how long the run is that ends before second[j], of the row above. */
	size_t *run = arena_take(arena, (other_count + 1) * sizeof *run);

	memset(run, 0, (other_count + 1) * sizeof *run);
	for (size_t i = 0; i < count; i++)
		for (size_t j = other_count; j > 0; j--) {
			run[j] = first[i] == second[j - 1] ? run[j - 1] + 1 : 0;
			if (run[j] > longest)
				longest = run[j];
		}
	return longest;
}

enum case_answer outcome_shares(struct casework *work, const char *case_number, const char *text, size_t *characters)
{
	enum case_answer answer;
	struct values *reporter = casework_row(work, &Q_outcome_reporter, "case_number", case_number, &answer);

	*characters = reporter ? longest_shared(values_text(reporter, "story"), text, work->arena) : 0;
	/* The case's time is over, and who reported is not known any more. */
	return answer == CASE_UNKNOWN ? CASE_DONE : answer;
}

enum case_answer outcome_reveals(struct casework *work, const char *case_number, const char *text)
{
	enum case_answer answer;
	struct values *reporter = casework_row(work, &Q_outcome_reporter, "case_number", case_number, &answer);
	bool opened, found;

	if (!reporter)
		return answer == CASE_UNKNOWN ? CASE_DONE : answer;
	found = holds_contact(work, reporter, text, &opened) || strstr(text, case_number);
	if (!opened) {
		work->problem = "contact data does not open under the contact key; is 'contact_key' the one it was written with?";
		return CASE_FAILED;
	}
	return found ? CASE_UNFIT : CASE_DONE;
}
