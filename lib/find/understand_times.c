/* SPDX-License-Identifier: Apache-2.0 */
/* Times of a phrase: the month of a beginning, and until when it is to be open. */
#include "lib/base/text.h"
#include "understand_parts.h"

#define MINUTES_OF_HOUR 60
#define LONG_DAY_COST 3
#define NOON 12
#define MOST_MONTHS_AHEAD 36
#define MOST_START_AHEAD 120    /* months */
#define LONG_DAY (7 * MINUTES_OF_HOUR)

static int this_month(const struct reading_of *reading)
{
	return reading->today[0] * 12 + reading->today[1] - 1;
}

/* Passes "next year", "this year"; the year, -1 = none is said. */
static int pass_year_ahead(const struct reading_of *reading, const char **at)
{
	size_t size;
	const struct lexeme *ahead = lexeme_at(reading, *at, ROLE_YEAR_AHEAD, &size);

	if (!ahead)
		return -1;
	*at += size;
	pass_blanks(reading, at);
	return reading->today[0] + (int)ahead->number;
}

/* A month of a year; without a year the next one of that name. */
static int month_in(const struct reading_of *reading, int year, int month)
{
	int now = this_month(reading), start = (year < 0 ? reading->today[0] : year) * 12 + month - 1;

	return year < 0 && start < now ? start + 12 : start;
}

bool pass_season(const struct reading_of *reading, const char **at, int *year, int *month)
{
	const char *behind = *at, *number = *at;
	const struct lexeme *season;
	double written;
	size_t size;

	*year = pass_year_ahead(reading, &behind);
	/* The word of a season may begin with the one for a year: "2024's end". */
	if (*year < 0 && pass_number(reading, &number, &written) &&
	    ((written >= 1000 && lexeme_at(reading, number, ROLE_SEASON, &size)) || pass_role(reading, &number, ROLE_CALENDAR_YEAR))) {
		*year = full_year(reading->today, written);
		behind = number;
	}
	season = lexeme_at(reading, behind, ROLE_SEASON, &size);
	/* The last character of the year may be the first of the season, as in the Chinese for "next year's end". */
	if (!season && *year >= 0) {
		do
			behind--;
		while (behind > *at && ((unsigned char)*behind & 0xC0) == 0x80);
		season = behind > *at ? lexeme_at(reading, behind, ROLE_SEASON, &size) : NULL;
	}
	if (!season)
		return false;
	*month = (int)season->number;
	*at = number = behind + size;
	/* March 2027 */
	pass_blanks(reading, &number);
	if (*year < 0 && pass_number(reading, &number, &written) && written >= reading->today[0] - 100 && written <= reading->today[0] + 100) {
		*year = (int)written;
		*at = number;
	}
	return true;
}

/* "In three months", "three months from now" */
static bool pass_months_from_now(const struct reading_of *reading, const char **at, int *month)
{
	size_t size, season;
	const struct lexeme *span = lexeme_at(reading, *at, ROLE_SPAN, &size);
	const char *behind = *at + (span ? size : 0);
	bool said = span && span->number > 0;
	double months = 0.5;

	if (!pass_role(reading, &behind, ROLE_HALF) && !pass_number(reading, &behind, &months))
		return false;
	if (pass_role(reading, &behind, ROLE_CALENDAR_YEAR))
		months *= 12;
	else if (months < 1 || !pass_role(reading, &behind, ROLE_MONTHS))
		return false;
	if (months < 1 || months > MOST_MONTHS_AHEAD)
		return false;
	/* "14 months, after New Year": what begins with "after" there says something of its own. */
	if (!(lexeme_at(reading, behind, ROLE_SEASON, &season) && lexeme_at(reading, behind, ROLE_AFTER, &size) && season > size))
		said = pass_role(reading, &behind, ROLE_AFTER) || said;
	*month = this_month(reading) + (int)months;
	*at = behind;
	return said;
}

bool pass_month_to_come(const struct reading_of *reading, const char **at, int *month)
{
	const char *behind = *at, *written;
	const struct lexeme *ahead;
	double number;
	size_t size;
	int year, season;

	if ((ahead = lexeme_at(reading, behind, ROLE_MONTH_AHEAD, &size))) {
		*at += size;
		*month = this_month(reading) + (int)ahead->number;
		return true;
	}
	if (pass_season(reading, &behind, &year, &season)) {
		*month = month_in(reading, year, season);
	} else {
		behind = written = *at;
		year = pass_year_ahead(reading, &behind);
		if (year < 0 && pass_number(reading, &written, &number) && pass_role(reading, &written, ROLE_CALENDAR_YEAR)) {
			year = full_year(reading->today, number);
			behind = written;
		}
		if (!pass_number(reading, &behind, &number) || number < 1 || number > 12 || !pass_role(reading, &behind, ROLE_CALENDAR_MONTH))
			return pass_months_from_now(reading, at, month);
		*month = month_in(reading, year, (int)number);
		*at = behind;
		/* Its day. */
		if (!pass_number(reading, &behind, &number) || number > 31 || !pass_role(reading, &behind, ROLE_CALENDAR_DAY))
			behind = *at;
	}
	*at = behind;
	return *month >= this_month(reading);
}

static struct token start_token(const struct reading_of *reading, const char *from, const char *at, int start)
{
	pass_role(reading, &at, ROLE_START);
	return start >= this_month(reading) && start <= this_month(reading) + MOST_START_AHEAD ? pattern_token(TOKEN_START, from, at, start) : no_token;
}

/* A festival by itself may be asked about as a day of care. */
static bool is_bare_festival(const struct reading_of *reading, const char *at)
{
	size_t size, season, behind;

	return lexeme_at(reading, at, ROLE_UNANSWERED, &size) && lexeme_at(reading, at, ROLE_SEASON, &season) && size == season &&
	       !lexeme_at(reading, at + season, ROLE_AFTER, &behind) && !lexeme_at(reading, at + season, ROLE_START, &behind);
}

static struct token month_ahead(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	int month;

	if (is_bare_festival(reading, from))
		return no_token;
	if (!pass_month_to_come(reading, &at, &month)) {
		at = from;
		if (!pass_role(reading, &at, ROLE_AFTER) || !pass_month_to_come(reading, &at, &month))
			return no_token;
	}
	pass_role(reading, &at, ROLE_AFTER);
	return start_token(reading, from, at, month);
}

struct token start_at(const struct reading_of *reading, const char *from)
{
	double year, month, day;
	const char *at = from;

	if (!pass_day(reading, &at, &year, &month, &day))
		return month_ahead(reading, from);
	return start_token(reading, from, at, full_year(reading->today, year) * 12 + (int)month - 1);
}

/* "7", "half past 6", "18:30" as minutes of the day. */
static bool pass_time(const struct reading_of *reading, const char **at, int *minutes)
{
	const char *behind;
	double hour, minute = 0;

	pass_blanks(reading, at);
	if (!pass_number(reading, at, &hour) || hour < 1 || hour > 23)
		return false;
	behind = *at;
	if (pass_sign(reading, &behind, ":")) {
		if (!pass_number(reading, &behind, &minute) || minute >= MINUTES_OF_HOUR)
			return false;
		*at = behind;
	} else {
		pass_blanks(reading, &behind);
		if (!pass_role(reading, &behind, ROLE_CLOCK))
			return false;
		*at = behind;
		minute = pass_role(reading, at, ROLE_HALF) ? MINUTES_OF_HOUR / 2 : 0;
	}
	*minutes = (int)hour * MINUTES_OF_HOUR + (int)minute;
	return true;
}

/* Before noon the evening is meant. */
static bool pass_clock(const struct reading_of *reading, const char **at, int *minutes)
{
	if (!pass_time(reading, at, minutes))
		return false;
	*minutes += *minutes < NOON * MINUTES_OF_HOUR ? NOON * MINUTES_OF_HOUR : 0;
	return true;
}

/* "In the morning", "in the afternoon": the hour at which that begins; -1 when neither is said. */
static int pass_part_of_day(const struct reading_of *reading, const char **at)
{
	size_t size;
	const struct lexeme *part = lexeme_at(reading, *at, ROLE_PART_OF_DAY, &size);

	if (!part)
		return -1;
	*at += size;
	pass_blanks(reading, at);
	return (int)part->number;
}

/* Between the two times of a span: "to", a hyphen, "brought" (*brought), or nothing when the second says that it is in the evening. */
static bool pass_to(const struct reading_of *reading, const char **at, bool *brought)
{
	size_t size;
	const struct lexeme *part;

	pass_blanks(reading, at);
	*brought = pass_role(reading, at, ROLE_FROM_CLOCK);
	if (*brought || pass_sign(reading, at, "-~") || pass_role(reading, at, ROLE_RANGE))
		return true;
	part = lexeme_at(reading, *at, ROLE_PART_OF_DAY, &size);
	return part && part->number >= NOON;
}

/* A span of fewer hours: the half of the day that was named with it, or what nothing is asked by. */
static struct token short_span(const struct reading_of *reading, const char *from, const char *to)
{
	struct token token = pattern_token(TOKEN_UNKNOWN, from, to, 0);
	size_t size;
	const struct lexeme *half = lexeme_at(reading, from, ROLE_FIELD, &size);

	token.known = true;
	if (half) {
		token.kind = TOKEN_FIELD;
		token.field = half->field;
	}
	return token;
}

/* "From 8 to 5", "brought at 8, fetched at 6": many hours are a way of care; of the latter an end in the evening is read by itself. */
struct token hours_at(const struct reading_of *reading, const char *from)
{
	const struct lexeme *long_day = reading->understanding->long_day;
	struct token token = { .kind = TOKEN_FIELD, .cost = LONG_DAY_COST };
	const char *at = from, *to, *evening;
	bool brought;
	int part = pass_part_of_day(reading, &at), begin, end;
	size_t size;

	if (!long_day || !pass_time(reading, &at, &begin))
		return no_token;
	begin += part >= NOON && begin < NOON * MINUTES_OF_HOUR ? NOON * MINUTES_OF_HOUR : 0;
	if (!pass_to(reading, &at, &brought))
		return no_token;
	to = at;
	while (at < reading->end && phrase_is_blank(at))
		text_next(&at);
	evening = at;
	pass_part_of_day(reading, &at);
	if (!pass_time(reading, &at, &end))
		return no_token;
	end += end <= begin ? NOON * MINUTES_OF_HOUR : 0;
	if (end - begin < LONG_DAY)
		return brought ? no_token : short_span(reading, from, at);
	token.size = (size_t)((brought && lexeme_at(reading, evening, ROLE_UNTIL, &size) ? to : at) - from);
	token.field = long_day->field;
	return token;
}

/* "Fetched at 5 in the afternoon" */
static struct token fetched_at(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	int part = pass_part_of_day(reading, &at), minutes;

	if (part >= 0 && part < NOON)
		return no_token;
	if (!pass_clock(reading, &at, &minutes))
		return no_token;
	pass_blanks(reading, &at);
	return pass_role(reading, &at, ROLE_TO_CLOCK) ? pattern_token(TOKEN_UNTIL, from, at, minutes) : no_token;
}

struct token until_at(const struct reading_of *reading, const char *from)
{
	const char *at = from, *behind;
	const struct lexeme *word;
	int minutes = -1, said;
	size_t size;

	while ((word = lexeme_at(reading, at, ROLE_UNTIL, &size))) {
		at += size;
		minutes = word->number >= 0 ? (int)word->number : minutes;
		pass_blanks(reading, &at);
	}
	behind = at;
	pass_role(reading, &behind, ROLE_RANGE);
	/* A time that is not said to be the end: known, and nothing can be asked by it. */
	if (at == from) {
		struct token token = fetched_at(reading, from);

		if (token.size)
			return token;
		behind = at;
		token = pass_clock(reading, &behind, &said) ? pattern_token(TOKEN_UNKNOWN, from, behind, 0) : no_token;

		token.known = true;
		return token;
	}
	if (pass_clock(reading, &behind, &said)) {
		minutes = said;
		at = behind;
	}
	return minutes >= 0 ? pattern_token(TOKEN_UNTIL, from, at, minutes) : no_token;
}
