/* SPDX-License-Identifier: Apache-2.0 */
/* What phrases are understood by: the words of the lexicon with their roles, names of places and how they are read. */
#include <string.h>

#include "lib/base/text.h"
#include "understand_parts.h"

#define FIRST_ROOM 128

struct understanding *understanding_new(struct arena *arena)
{
	struct understanding *understanding = arena_take(arena, sizeof *understanding);

	*understanding = (struct understanding){ .arena = arena, .words = name_index_new(arena), .names = name_index_new(arena),
						 .readings = name_index_new(arena), .sounds = name_index_new(arena), .shorts = name_index_new(arena),
						 .word_sounds = name_index_new(arena) };
	return understanding;
}

/* Room for one more of `count` things; the old ones are copied. */
static void *grown(struct arena *arena, void *old, size_t count, size_t *room, size_t size)
{
	void *more;

	if (count < *room)
		return old;
	*room = *room ? *room * 2 : FIRST_ROOM;
	more = arena_take(arena, *room * size);
	if (count)
		memcpy(more, old, count * size);
	return more;
}

static enum role role_of(const char *role)
{
	static const char *const names[ROLES] = {
		[ROLE_FILLER] = "filler", [ROLE_FIELD] = "field", [ROLE_NOT] = "not",
		[ROLE_NOT_AFTER] = "not_after", [ROLE_AND] = "and", [ROLE_EITHER] = "either",
		[ROLE_WHETHER] = "whether", [ROLE_HERE] = "here", [ROLE_DIGIT] = "digit",
		[ROLE_SCALE] = "scale", [ROLE_HALF] = "half", [ROLE_YEARS] = "years", [ROLE_MONTHS] = "months",
		[ROLE_DAYS] = "days", [ROLE_AGE] = "age", [ROLE_SHORT_OF] = "short_of", [ROLE_LESS] = "less",
		[ROLE_BORN] = "born", [ROLE_TWELFTH_YEAR] = "twelfth_year", [ROLE_NOMINAL] = "nominal",
		[ROLE_CALENDAR_YEAR] = "calendar_year",
		[ROLE_CALENDAR_MONTH] = "calendar_month", [ROLE_CALENDAR_DAY] = "calendar_day",
		[ROLE_YEAR_AHEAD] = "year_ahead", [ROLE_MONTH_AHEAD] = "month_ahead", [ROLE_DAY_AHEAD] = "day_ahead", [ROLE_SEASON] = "season",
		[ROLE_TURNS] = "turns", [ROLE_SPAN] = "span", [ROLE_AFTER] = "after",
		[ROLE_START] = "start", [ROLE_MONEY] = "money", [ROLE_MOST_BEFORE] = "most_before",
		[ROLE_MOST_AFTER] = "most_after", [ROLE_ABOUT] = "about", [ROLE_FREE] = "free", [ROLE_PERIOD] = "period", [ROLE_MINUTES] = "minutes",
		[ROLE_WAY] = "way", [ROLE_DISTANCE] = "distance", [ROLE_VEHICLE] = "vehicle", [ROLE_UNTIL] = "until",
		[ROLE_CLOCK] = "clock", [ROLE_PART_OF_DAY] = "part_of_day", [ROLE_FROM_CLOCK] = "from_clock", [ROLE_TO_CLOCK] = "to_clock",
		[ROLE_LONG_DAY] = "long_day", [ROLE_HOUSE] = "house", [ROLE_LANE] = "lane",
		[ROLE_HOUSE_BEFORE] = "house_before", [ROLE_LINE] = "line", [ROLE_ORDINAL] = "ordinal",
		[ROLE_NUMBERED] = "numbered", [ROLE_RANGE] = "range",
		[ROLE_LATIN] = "latin", [ROLE_DIRECTION] = "direction", [ROLE_OUTSIDE] = "outside",
		[ROLE_UNANSWERED] = "unanswered", [ROLE_MONTHS_BEFORE] = "months_before", [ROLE_SIGHT] = "sight", [ROLE_NEAR] = "near",
	};

	for (int i = ROLE_NONE + 1; i < ROLES; i++)
		if (strcmp(names[i], role) == 0)
			return (enum role)i;
	return ROLE_NONE;
}

/* "18:30" as minutes of the day; "" is none. */
static bool time_of(const char *value, double *minutes)
{
	double hour, minute;

	*minutes = -1;
	if (!*value)
		return true;
	if (strlen(value) != 5 || value[2] != ':' || !text_to_real((const char[]){ value[0], value[1], '\0' }, &hour) ||
	    !text_to_real(value + 3, &minute) || hour >= 24 || minute >= 60)
		return false;
	*minutes = hour * 60 + minute;
	return true;
}

/* "name=value" */
static bool read_field(struct arena *arena, const char *value, struct lexeme *lexeme)
{
	const char *equals = strchr(value, '=');

	if (!equals || equals == value)
		return false;
	lexeme->field = (struct understood_field){ .name = arena_text(arena, value, (size_t)(equals - value)), .value = arena_copy(arena, equals + 1) };
	return true;
}

/* What the value of a word means to its role. */
static bool read_value(struct arena *arena, const char *value, struct lexeme *lexeme)
{
	switch (lexeme->role) {
	case ROLE_NONE:
		return false;
	case ROLE_FIELD:
	case ROLE_LONG_DAY:
		return read_field(arena, value, lexeme);
	case ROLE_PERIOD:
		return !*value || read_field(arena, value, lexeme);
	case ROLE_DIGIT:
	case ROLE_SCALE:
	case ROLE_AGE:
	case ROLE_YEAR_AHEAD:
	case ROLE_MONTH_AHEAD:
	case ROLE_DAY_AHEAD:
	case ROLE_SEASON:
	case ROLE_TWELFTH_YEAR:
	case ROLE_PART_OF_DAY:
	case ROLE_WAY:
	case ROLE_DISTANCE:
		return text_to_real(value, &lexeme->number);
	case ROLE_BORN:
	case ROLE_YEARS:
	case ROLE_EITHER:
	case ROLE_SPAN:
	case ROLE_MINUTES:
	case ROLE_MOST_BEFORE:
		return !*value || text_to_real(value, &lexeme->number);
	case ROLE_UNTIL:
		return time_of(value, &lexeme->number);
	case ROLE_NEAR:
		if (!*value)
			return false;
		/* fall through */
	case ROLE_LATIN:
	case ROLE_DIRECTION:
		lexeme->letters = arena_copy(arena, value);
		return true;
	default:
		return true;
	}
}

/* Digits and scales of one character, by which numbers in names are known. */
static void note_numeral(struct understanding *understanding, const struct lexeme *lexeme)
{
	if ((lexeme->role != ROLE_DIGIT && lexeme->role != ROLE_SCALE) || text_length(lexeme->folded) != 1 || !((unsigned char)*lexeme->folded & 0x80) ||
	    understanding->numeral_count == MOST_NUMERALS)
		return;
	understanding->numerals[understanding->numeral_count++] =
		(struct numeral){ lexeme->folded, lexeme->number, lexeme->role == ROLE_SCALE };
}

bool understanding_add_word(struct understanding *understanding, const char *folded, const char *role, const char *value)
{
	struct lexeme lexeme = { .role = role_of(role), .number = -1 };

	if (!read_value(understanding->arena, value, &lexeme))
		return false;
	lexeme.folded = arena_copy(understanding->arena, folded);
	understanding->lexemes =
		grown(understanding->arena, understanding->lexemes, understanding->lexeme_count, &understanding->lexeme_room, sizeof lexeme);
	understanding->lexemes[understanding->lexeme_count] = lexeme;
	note_numeral(understanding, &lexeme);
	name_index_add(understanding->words, folded, (int32_t)understanding->lexeme_count++);
	return true;
}

static int32_t add_named(struct understanding *understanding, int32_t place, int rank, size_t characters, bool whole)
{
	understanding->named = grown(understanding->arena, understanding->named, understanding->named_count, &understanding->named_room,
				     sizeof *understanding->named);
	understanding->named[understanding->named_count] = (struct named){ place, rank, characters, whole, understanding->without_number };
	return (int32_t)understanding->named_count++;
}

void add_name(struct understanding *understanding, const char *folded, int32_t place, int rank, bool whole)
{
	for (const char *at = folded; *at;) {
		uint32_t character = text_next(&at) % CHARACTERS_OF_NAMES;

		understanding->in_names[character / 8] |= (unsigned char)(1 << character % 8);
	}
	name_index_add(understanding->names, folded, add_named(understanding, place, rank, text_length(folded), whole));
}

void add_short(struct understanding *understanding, const char *folded, int32_t place, int rank)
{
	name_index_add(understanding->shorts, folded, add_named(understanding, place, rank, text_length(folded), false));
}

void sound_key(const char *letters, char *key)
{
	char last = '\0';

	for (; *letters; last = *letters++)
		if (!(*letters == 'h' && last && strchr("zcs", last)) && !(*letters == 'g' && last == 'n'))
			*key++ = *letters;
	*key = '\0';
}

void add_reading(struct understanding *understanding, const char *letters, size_t characters, int32_t place, int rank, bool whole)
{
	int32_t named = add_named(understanding, place, rank, characters, whole);
	char *key = arena_take(understanding->arena, strlen(letters) + 1);

	name_index_add(understanding->readings, letters, named);
	if (!characters)
		return;
	sound_key(letters, key);
	name_index_add(understanding->sounds, key, named);
}

/* Words that are asked by, and those that say nothing, are also known as they sound. */
static void add_word_sounds(struct understanding *understanding, const struct understanding_sources *sources)
{
	for (size_t i = 0; i < understanding->lexeme_count; i++) {
		const struct lexeme *lexeme = &understanding->lexemes[i];
		char letters[NAME_MOST_CHARACTERS * 8];
		size_t least = lexeme->role == ROLE_FIELD || lexeme->role == ROLE_FILLER ? 2 : NAME_MOST_CHARACTERS;

		if (text_length(lexeme->folded) >= least && sound_of(sources, lexeme->folded, lexeme->folded + strlen(lexeme->folded), letters, sizeof letters - 1))
			name_index_add(understanding->word_sounds, letters, (int32_t)i);
	}
}

void understanding_seal(struct understanding *understanding, const struct understanding_sources *sources)
{
	if (sources->reading)
		add_word_sounds(understanding, sources);
	for (size_t i = 0; i < understanding->lexeme_count && !understanding->long_day; i++)
		if (understanding->lexemes[i].role == ROLE_LONG_DAY)
			understanding->long_day = &understanding->lexemes[i];
	name_index_seal(understanding->words);
	name_index_seal(understanding->names);
	name_index_seal(understanding->readings);
	name_index_seal(understanding->sounds);
	name_index_seal(understanding->shorts);
	name_index_seal(understanding->word_sounds);
}
