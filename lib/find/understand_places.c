/* SPDX-License-Identifier: Apache-2.0 */
/* A place under all its names: what people leave off and put behind, and how it is read. */
#include <stdio.h>
#include <string.h>

#include "lib/base/text.h"
#include "understand_parts.h"

#define LEAST_NAME 2            /* characters that are left of a name */
#define LEAST_LONG_NAME 3       /* of one that is a common word otherwise */
#define LEAST_INITIALS 3
#define MOST_HOLDING 200
#define MOST_SCALE_OF_NAME 100
#define DIGITS_ROOM 16
#define MOST_NAME_BYTES (NAME_MOST_CHARACTERS * 4)
#define MOST_LETTERS (NAME_MOST_CHARACTERS * 7)

/* All syllables joined, and the first letter of each; only so many syllables. */
static void add_readings(struct understanding *understanding, const char *pinyin, size_t syllables, int32_t place, int rank, bool whole)
{
	char letters[MOST_LETTERS + 1], initials[NAME_MOST_CHARACTERS + 1];
	size_t count = 0, first = 0;

	for (size_t i = 0; i < syllables && *pinyin; i++) {
		size_t size = strcspn(pinyin, " ");

		if (count + size > MOST_LETTERS || first == NAME_MOST_CHARACTERS)
			return;
		memcpy(letters + count, pinyin, size);
		count += size;
		initials[first++] = *pinyin;
		pinyin += size + (pinyin[size] == ' ');
	}
	letters[count] = initials[first] = '\0';
	add_reading(understanding, letters, first, place, rank, whole);
	if (first >= LEAST_INITIALS)
		add_reading(understanding, initials, 0, place, rank, whole);
}

static const struct numeral *numeral_at(const struct understanding *understanding, const char *at)
{
	for (size_t i = 0; i < understanding->numeral_count; i++)
		if (strncmp(understanding->numerals[i].character, at, strlen(understanding->numerals[i].character)) == 0)
			return &understanding->numerals[i];
	return NULL;
}

/* Passes a number in words, as names have them: below a hundred times nine. 0 = none stands here. */
static int pass_numeral(const struct understanding *understanding, const char **at)
{
	const struct numeral *numeral;
	int sum = 0, digit = -1;

	for (; (numeral = numeral_at(understanding, *at)); *at += strlen(numeral->character)) {
		if (numeral->scale && numeral->number > MOST_SCALE_OF_NAME)
			return 0;
		sum += numeral->scale ? (digit < 0 ? 1 : digit) * (int)numeral->number : 0;
		digit = numeral->scale ? -1 : digit < 0 ? (int)numeral->number : digit * 10 + (int)numeral->number;
	}
	return sum + (digit < 0 ? 0 : digit);
}

/* The name, also with its number in digits: "5th village" for "fifth village". What a name begins with is no number. */
static void add_written(struct understanding *understanding, const char *name, int32_t place, int rank, bool whole)
{
	const char *at = name;
	char digits[MOST_NAME_BYTES + DIGITS_ROOM];

	add_name(understanding, name, place, rank, whole);
	text_next(&at);
	while (*at) {
		const char *behind = at;
		int number = pass_numeral(understanding, &behind);

		if (number > 0 && *behind) {
			snprintf(digits, sizeof digits, "%.*s%d%s", (int)(at - name), name, number, behind);
			add_name(understanding, digits, place, rank, whole);
			return;
		}
		if (behind > at)
			at = behind;
		else
			text_next(&at);
	}
}

static void add_alike(struct understanding *understanding, const char *name, const char *pinyin, int32_t place, int rank, bool whole)
{
	add_written(understanding, name, place, rank, whole);
	if (*pinyin)
		add_readings(understanding, pinyin, text_length(name), place, rank, whole);
}

static bool ends_with(const char *name, const char *affix)
{
	size_t size = strlen(name), end = strlen(affix);

	return size > end && strcmp(name + size - end, affix) == 0;
}

/* The name and what puts an affix behind it. */
static void add_with_affixes(struct understanding *understanding, const struct rows *affixes, const char *kind, const char *name, const char *pinyin,
			     int32_t place, int rank, bool whole)
{
	char longer[MOST_NAME_BYTES];

	add_alike(understanding, name, pinyin, place, rank, whole);
	for (size_t i = 0; i < affixes->count; i++) {
		const char *affix = values_text(&affixes->at[i], "affix");

		if (strcmp(values_text(&affixes->at[i], "kind"), kind) != 0 || strcmp(values_text(&affixes->at[i], "way"), "add") != 0 ||
		    ends_with(name, affix) || strlen(name) + strlen(affix) >= sizeof longer)
			continue;
		memcpy(longer, name, strlen(name));
		memcpy(longer + strlen(name), affix, strlen(affix) + 1);
		add_written(understanding, longer, place, rank, whole);
	}
}

/* How many characters must be left when an affix is left off in this way; 0 = it is not one of leaving off. */
static size_t least_left(const char *way)
{
	return strcmp(way, "strip") == 0 ? LEAST_NAME : strcmp(way, "strip_long") == 0 ? LEAST_LONG_NAME : 0;
}

static bool has_numeral(const struct understanding *understanding, const char *text)
{
	for (; *text; text_next(&text))
		if (numeral_at(understanding, text))
			return true;
	return false;
}

/* What people leave out in the middle of a name: "the seventh quarter of the new village" is "the seven quarter". */
static void add_without_inside(struct understanding *understanding, const struct rows *affixes, const char *kind, const char *name, int32_t place, int rank)
{
	char shorter[MOST_NAME_BYTES];

	for (size_t i = 0; i < affixes->count; i++) {
		const char *inside = values_text(&affixes->at[i], "affix"), *at = strstr(name, inside);

		if (strcmp(values_text(&affixes->at[i], "kind"), kind) != 0 || strcmp(values_text(&affixes->at[i], "way"), "inside") != 0 || !at || at == name ||
		    !numeral_at(understanding, at + strlen(inside)))
			continue;
		snprintf(shorter, sizeof shorter, "%.*s%s", (int)(at - name), name, at + strlen(inside));
		add_with_affixes(understanding, affixes, kind, shorter, "", place, rank - 1, false);
	}
}

/* Without what nearly all names of its kind end with, few characters are left: "Lanxi" of Lanxi Road. */
static void add_shortest(struct understanding *understanding, const struct values *affix, const char *kind, const char *name, int32_t place, int rank)
{
	const char *end = values_text(affix, "affix");
	char shorter[MOST_NAME_BYTES];

	if (strcmp(values_text(affix, "kind"), kind) != 0 || strcmp(values_text(affix, "way"), "strip_long") != 0 || !ends_with(name, end))
		return;
	snprintf(shorter, sizeof shorter, "%.*s", (int)(strlen(name) - strlen(end)), name);
	if (text_length(shorter) == LEAST_NAME)
		add_short(understanding, shorter, place, rank - 1);
}

void understanding_add_place(struct understanding *understanding, const struct rows *affixes, const char *kind, const char *folded, const char *pinyin,
			     int32_t place, int rank)
{
	char shorter[MOST_NAME_BYTES];

	if (strlen(folded) >= sizeof shorter)
		return;
	add_with_affixes(understanding, affixes, kind, folded, pinyin, place, rank, true);
	add_without_inside(understanding, affixes, kind, folded, place, rank);
	for (size_t i = 0; i < affixes->count; i++) {
		const char *affix = values_text(&affixes->at[i], "affix");

		size_t least = least_left(values_text(&affixes->at[i], "way"));

		add_shortest(understanding, &affixes->at[i], kind, folded, place, rank);
		if (strcmp(values_text(&affixes->at[i], "kind"), kind) != 0 || !least || !ends_with(folded, affix))
			continue;
		memcpy(shorter, folded, strlen(folded) + 1);
		shorter[strlen(folded) - strlen(affix)] = '\0';
		understanding->without_number = has_numeral(understanding, affix);
		if (text_length(shorter) >= least)
			add_with_affixes(understanding, affixes, kind, shorter, pinyin, place, rank - 1, false);
		add_without_inside(understanding, affixes, kind, shorter, place, rank - 1);
		understanding->without_number = false;
	}
}

bool understanding_knows(const struct understanding *understanding, const char *folded)
{
	struct name_hit hit = name_index_exactly(understanding->words, folded, strlen(folded));

	return hit.to > hit.from;
}

/* Puts a place among those that are there, behind those of its rank and higher ones; the last falls off a full list. */
static size_t put_ranked(struct named *ranked, size_t count, size_t most, const struct named *named)
{
	size_t at = count;

	for (size_t i = 0; i < count; i++)
		if (ranked[i].place == named->place)
			return count;
	while (at > 0 && ranked[at - 1].rank < named->rank)
		at--;
	if (at == most)
		return count;
	count = count < most ? count + 1 : most;
	memmove(&ranked[at + 1], &ranked[at], (count - at - 1) * sizeof *ranked);
	ranked[at] = *named;
	return count;
}

size_t understanding_holding(const struct understanding *understanding, const char *folded, int32_t *places, size_t most)
{
	const struct name_index *names = understanding->names;
	size_t holding[MOST_HOLDING], found = name_index_holding(names, folded, strlen(folded), holding, MOST_HOLDING), count = 0;
	struct named ranked[MOST_HOLDING];

	most = most < MOST_HOLDING ? most : MOST_HOLDING;
	for (size_t i = 0; i < found; i++) {
		struct name_hit hit = name_index_exactly(names, name_index_name(names, holding[i]), strlen(name_index_name(names, holding[i])));

		for (size_t entry = hit.from; entry < hit.to; entry++)
			count = put_ranked(ranked, count, most, named_at(understanding, names, entry));
	}
	for (size_t i = 0; i < count; i++)
		places[i] = ranked[i].place;
	return count;
}
