/* SPDX-License-Identifier: Apache-2.0 */
/* Ages of a phrase: in years and months, by a day of birth, or by a word that is an age. */
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/base/text.h"
#include "understand_parts.h"

#define MOST_AGE_MONTHS 240     /* who is older is no child, */
#define MOST_LIFE_MONTHS 1440   /* but somebody */
#define YEARS_OF_CYCLE 12
#define SPAN_OF_NOBODY 2        /* value of a word before a time at which nobody is born yet */
#define MIDDLE_OF_YEAR 7        /* month */
#define DIGITS_OF_DAY 8
#define DIGITS_OF_SHORT_DAY 6

static struct token age_token(const char *from, const char *to, double months)
{
	if (months < 0 || months > MOST_LIFE_MONTHS)
		return no_token;
	return pattern_token(months > MOST_AGE_MONTHS ? TOKEN_FILLER : TOKEN_AGE, from, to, months + 0.001);
}

/* An age of which only the year of birth is known: the middle of what it may be. */
static struct token rough_age(const struct reading_of *reading, const char *from, const char *to, int year)
{
	int months = (reading->today[0] - year) * 12 + reading->today[1] - MIDDLE_OF_YEAR;
	struct token token = age_token(from, to, year == reading->today[0] ? reading->today[1] / 2 : months);

	token.rough = true;
	return token;
}

/* "One or two" of a unit: the lower one. */
static bool pass_neighbours(const struct reading_of *reading, const char **at, enum role unit, double *lower)
{
	size_t first, second;
	const struct lexeme *low = lexeme_at(reading, *at, ROLE_DIGIT, &first),
			    *high = low ? lexeme_at(reading, *at + first, ROLE_DIGIT, &second) : NULL;
	const char *behind;

	if (!high || low->number < 1 || high->number != low->number + 1)
		return false;
	behind = *at + first + second;
	if (!pass_role(reading, &behind, unit))
		return false;
	*lower = low->number;
	*at = behind;
	return true;
}

/* The months behind years: "8 months", or, side by side, "8" with the word for a month of the calendar, or with nothing at the end of what is said. */
static bool pass_months(const struct reading_of *reading, const char **at, double *months)
{
	bool apart = **at == ' ';
	const char *number;

	pass_blanks(reading, at);
	if (pass_neighbours(reading, at, ROLE_MONTHS, months))
		return true;
	number = *at;
	if (!pass_number(reading, at, months) || *months >= 12)
		return false;
	if (!apart && *months >= 1 && !phrase_is_digit(*number) && (*at == reading->end || phrase_is_blank(*at)))
		return true;
	pass_blanks(reading, at);
	return pass_role(reading, at, ROLE_MONTHS) || (!apart && pass_role(reading, at, ROLE_CALENDAR_MONTH));
}

/* Days behind months count nothing. */
static void pass_days(const struct reading_of *reading, const char **at)
{
	const char *behind = *at;
	const struct lexeme *nought;
	double days;
	size_t size;

	pass_blanks(reading, &behind);
	if ((nought = lexeme_at(reading, behind, ROLE_DIGIT, &size)) && nought->number < 1)
		behind += size;
	if (pass_number(reading, &behind, &days) && pass_role(reading, &behind, ROLE_DAYS))
		*at = behind;
}

/* "two years less one month" */
static void pass_less(const struct reading_of *reading, const char **at, double *months)
{
	const char *behind = *at;
	double less;

	if (!pass_role(reading, &behind, ROLE_LESS) || !pass_number(reading, &behind, &less))
		return;
	if (pass_role(reading, &behind, ROLE_DAYS))
		less = 1;
	else if (!pass_role(reading, &behind, ROLE_MONTHS))
		return;
	*months -= less;
	*at = behind;
}

/* A number of years; of "one or two years" and "1-3 years" the lower one. */
static bool pass_years(const struct reading_of *reading, const char **at, double *years)
{
	const char *behind = *at;
	const struct lexeme *unit;
	bool in_letters = false;
	double higher;
	size_t size;

	if (pass_neighbours(reading, at, ROLE_YEARS, years))
		return true;
	if (!pass_number(reading, at, years))
		return false;
	behind = *at;
	if ((pass_sign(reading, &behind, "-~") || pass_role(reading, &behind, ROLE_RANGE)) && pass_number(reading, &behind, &higher) && higher > *years)
		*at = behind;
	behind = *at;
	pass_blanks(reading, &behind);
	/* Two and a half years; in letters the years may be left off. */
	if (pass_role(reading, &behind, ROLE_HALF)) {
		in_letters = phrase_is_word(behind[-1]);
		*at = in_letters ? behind : *at;
		pass_blanks(reading, &behind);
		*years += 0.5;
	}
	/* 2-year-old */
	if (pass_sign(reading, &behind, "-") && !lexeme_at(reading, behind, ROLE_YEARS, &size))
		return in_letters;
	if (!(unit = lexeme_at(reading, behind, ROLE_YEARS, &size)))
		return in_letters;
	*at = behind + size;
	/* A unit with months: "years and a half" in one word. */
	*years += unit->number > 0 ? unit->number / 12 : 0;
	return true;
}

/* 1.5 years, one year and a half, two years three months */
static struct token age_in_years(const struct reading_of *reading, const char *from)
{
	const char *at = from, *behind;
	double years, months = 0;

	if (!pass_years(reading, &at, &years))
		return no_token;
	behind = at;
	pass_blanks(reading, &behind);
	if (pass_role(reading, &behind, ROLE_HALF)) {
		months = 6;
		at = behind;
	} else if (behind = at, pass_months(reading, &behind, &months)) {
		at = behind;
		pass_days(reading, &at);
	} else {
		months = 0;
	}
	months += years * 12;
	pass_less(reading, &at, &months);
	pass_role(reading, &at, ROLE_ABOUT);
	if (pass_role(reading, &at, ROLE_SHORT_OF))
		months -= 1;
	/* "Under three" is nobody's age. */
	if (pass_role(reading, &at, ROLE_MOST_AFTER))
		return pattern_token(TOKEN_FILLER, from, at, 0);
	return age_token(from, at, months);
}

/* "Age in months: 18" */
static struct token age_behind_its_unit(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	double months;

	if (!pass_role(reading, &at, ROLE_MONTHS_BEFORE))
		return no_token;
	while (at < reading->end && phrase_is_blank(at))
		text_next(&at);
	if (!pass_number(reading, &at, &months))
		return no_token;
	pass_role(reading, &at, ROLE_MONTHS);
	return age_token(from, at, (int)months);
}

/* Half a year, 18 months, a word that is an age; "not yet" before it takes a month away. */
static struct token age_in_words(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	bool short_of = pass_role(reading, &at, ROLE_SHORT_OF);
	const char *begin = at;
	const struct lexeme *word;
	struct token token;
	double months, higher = 0;
	size_t size;

	if ((pass_role(reading, &at, ROLE_HALF) && pass_role(reading, &at, ROLE_YEARS)))
		return age_token(from, at, 6 - short_of);
	at = begin;
	if ((word = lexeme_at(reading, at, ROLE_AGE, &size))) {
		at += size;
		short_of = pass_role(reading, &at, ROLE_SHORT_OF) || short_of;
		return age_token(from, at, word->number - short_of);
	}
	if (pass_neighbours(reading, &at, ROLE_MONTHS, &months))
		return age_token(from, at, months - short_of);
	if (pass_number(reading, &at, &months)) {
		pass_blanks(reading, &at);
		/* 18-month-old, 18-24 months: the lower one */
		if (pass_sign(reading, &at, "-~") || pass_role(reading, &at, ROLE_RANGE))
			pass_number(reading, &at, &higher);
		if (pass_role(reading, &at, ROLE_MONTHS) || ((months > 12 || higher > 12) && pass_role(reading, &at, ROLE_CALENDAR_MONTH))) {
			pass_days(reading, &at);
			short_of = pass_role(reading, &at, ROLE_SHORT_OF) || short_of;
			token = age_token(from, at, (int)months - short_of);
			/* "One month" is also what a fee is for. */
			token.rough = token.known = lexeme_at(reading, from, ROLE_MOST_BEFORE, &size) && from + size == at;
			return token;
		}
	}
	token = age_in_years(reading, begin);
	if (token.kind == TOKEN_AGE && short_of)
		token.number -= token.number > 0;
	token.size += token.size ? (size_t)(begin - from) : 0;
	return token;
}

static bool is_day(int year, int month, int day)
{
	struct date first_of_next = { year + (month == 12), month % 12 + 1, 1 };

	return month >= 1 && month <= 12 && day >= 1 && day <= calendar_date(calendar_day(first_of_next) - 1).day;
}

/* Completed months from a day of birth to today; -1 when it is none. */
static int months_since(const int today[3], int year, int month, int day)
{
	int months = (today[0] - year) * 12 + today[1] - month - (today[2] < day);

	if (!is_day(year, month, day) || months < 0 || months > MOST_AGE_MONTHS)
		return -1;
	return months;
}

/* Eight digits: 20240512; or six, 240512, when it is said that it is a birthday. */
static bool pass_digits_of_day(const struct reading_of *reading, const char **at, double *year, double *month, double *day)
{
	const char *from = *at, *to = from;
	int number = 0;

	while (to < reading->end && phrase_is_digit(*to) && to - from < DIGITS_OF_DAY)
		number = number * 10 + (*to++ - '0');
	if ((to < reading->end && phrase_is_digit(*to)) ||
	    (to - from != DIGITS_OF_DAY && (to - from != DIGITS_OF_SHORT_DAY || !lexeme_at(reading, to, ROLE_BORN, &(size_t){ 0 }))))
		return false;
	*day = number % 100;
	number /= 100;
	*month = number % 100;
	number /= 100;
	*year = number;
	*at = to;
	return true;
}

/* "25.3.8" is a day when it is said that somebody was born then. */
static bool pass_short_day(const struct reading_of *reading, const char **at, double *year, double *month, double *day)
{
	double *parts[] = { year, month, day };
	const char *behind = *at;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *digits;

		if (i && !pass_sign(reading, &behind, "-/."))
			return false;
		for (*parts[i] = 0, digits = behind; behind < reading->end && phrase_is_digit(*behind) && behind - digits < 2; behind++)
			*parts[i] = *parts[i] * 10 + (*behind - '0');
		if (behind == digits)
			return false;
	}
	*at = behind;
	return lexeme_at(reading, behind, ROLE_BORN, &(size_t){ 0 });
}

static bool pass_born(const struct reading_of *reading, const char **at)
{
	size_t size;
	const struct lexeme *born = lexeme_at(reading, *at, ROLE_BORN, &size);

	if (!born || born->number < 1)
		return false;
	*at += size;
	return true;
}

/* "Born on last year's national day", "born last year", "born in 2024", and a year of the cycle of twelve. */
static struct token birth_year_at(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	const struct lexeme *word;
	int year, month;
	double number;
	size_t size;

	if ((word = lexeme_at(reading, at, ROLE_TWELFTH_YEAR, &size)))
		return rough_age(reading, from, at + size,
				 reading->today[0] - (reading->today[0] - (int)word->number + YEARS_OF_CYCLE) % YEARS_OF_CYCLE);
	/* One in the past needs no word for it. */
	if (pass_season(reading, &at, &year, &month) &&
	    (pass_born(reading, &at) || (year >= 0 && year * 12 + month < reading->today[0] * 12 + reading->today[1]))) {
		if (year < 0)
			year = reading->today[0] - (month > reading->today[1]);
		return age_token(from, at, (reading->today[0] - year) * 12 + reading->today[1] - month);
	}
	at = from;
	if ((word = lexeme_at(reading, at, ROLE_YEAR_AHEAD, &size))) {
		number = reading->today[0] + word->number;
		at += size;
	} else if (!pass_number(reading, &at, &number) || !pass_role(reading, &at, ROLE_CALENDAR_YEAR)) {
		return no_token;
	}
	return pass_born(reading, &at) ? rough_age(reading, from, at, full_year(reading->today, number)) : no_token;
}

/* "Born in March", without a year: the last one. */
static struct token birth_month_at(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	double month, day = 1;
	const char *behind;

	if (!pass_number(reading, &at, &month) || month < 1 || month > 12 || !pass_role(reading, &at, ROLE_CALENDAR_MONTH))
		return birth_year_at(reading, from);
	behind = at;
	if (pass_number(reading, &behind, &day) && pass_role(reading, &behind, ROLE_CALENDAR_DAY))
		at = behind;
	if (!pass_born(reading, &at))
		return no_token;
	return age_token(from, at, (reading->today[1] - (int)month - (reading->today[2] < day) + 12) % 12);
}

/* A day in the past is a birthday, said so or not; this month may also be a beginning. */
static struct token birthday_at(const struct reading_of *reading, const char *from)
{
	double year, month, day;
	const char *at = from;
	int months;
	bool born;

	if (!pass_digits_of_day(reading, &at, &year, &month, &day) && !pass_day(reading, &at, &year, &month, &day) &&
	    (at = from, !pass_short_day(reading, &at, &year, &month, &day)))
		return birth_month_at(reading, from);
	months = months_since(reading->today, full_year(reading->today, year), (int)month, (int)day);
	born = pass_role(reading, &at, ROLE_BORN);
	return months > 0 || (months == 0 && (born || day > 1)) ? age_token(from, at, months) : no_token;
}

/* "Still two months", "lacking two months" */
static bool pass_span(const struct reading_of *reading, const char **at, int *months)
{
	const char *behind = *at;
	double number;

	if ((!pass_role(reading, &behind, ROLE_SPAN) && !pass_role(reading, &behind, ROLE_LESS)) || !pass_number(reading, &behind, &number) ||
	    !pass_role(reading, &behind, ROLE_MONTHS))
		return false;
	*months = (int)number;
	*at = behind;
	return true;
}

/* How many months from now what is said in words of time; a day to come is a month that is not yet full. */
static bool pass_months_to_come(const struct reading_of *reading, const char **at, int *months)
{
	size_t size;
	const struct lexeme *day = lexeme_at(reading, *at, ROLE_DAY_AHEAD, &size), *year;

	if (day) {
		*at += size;
		*months = 1;
		return true;
	}
	if (pass_span(reading, at, months))
		return true;
	if (pass_month_to_come(reading, at, months)) {
		*months -= reading->today[0] * 12 + reading->today[1] - 1;
		return true;
	}
	if (!(year = lexeme_at(reading, *at, ROLE_YEAR_AHEAD, &size)) || year->number < 1)
		return false;
	*at += size;
	*months = (int)year->number * 12 + MIDDLE_OF_YEAR - reading->today[1];
	return true;
}

/* "Turns two next month": the age of today. */
static struct token age_to_come(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	bool less = lexeme_at(reading, from, ROLE_LESS, &(size_t){ 0 });
	struct token token;
	int months;

	if (!pass_months_to_come(reading, &at, &months) || (!pass_role(reading, &at, ROLE_TURNS) && !less))
		return no_token;
	while (pass_role(reading, &at, ROLE_TURNS)) {
	}
	token = age_in_words(reading, at);
	return token.kind == TOKEN_AGE ? age_token(from, at + token.size, token.number - months) : no_token;
}

/* "For three months" is nobody's age; a time to come is a beginning. */
static struct token span_at(const struct reading_of *reading, const char *from)
{
	size_t size;
	const struct lexeme *span = lexeme_at(reading, from, ROLE_SPAN, &size);
	const char *at = from + (span ? size : 0);
	double number, month, day;
	int to_come;

	if (span && span->number == SPAN_OF_NOBODY)
		return pass_day(reading, &at, &number, &month, &day) || (at = from + size, pass_month_to_come(reading, &at, &to_come))
			       ? pattern_token(TOKEN_FILLER, from, at, 0)
			       : no_token;
	if (!span || span->number > 0 || !pass_number(reading, &at, &number))
		return no_token;
	return pass_role(reading, &at, ROLE_MONTHS) || pass_role(reading, &at, ROLE_DAYS) ? pattern_token(TOKEN_FILLER, from, at, 0) : no_token;
}

/* By the years of the calendar, the first of which is the one of birth. */
static struct token nominal_age(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	struct token token;

	if (!pass_role(reading, &at, ROLE_NOMINAL))
		return no_token;
	pass_blanks(reading, &at);
	token = age_in_years(reading, at);
	return token.kind == TOKEN_AGE && token.number >= 12 ? rough_age(reading, from, at + token.size, reading->today[0] - token.number / 12 + 1) : no_token;
}

struct token age_at(const struct reading_of *reading, const char *at)
{
	struct token token = age_to_come(reading, at);

	if (!token.size)
		token = age_behind_its_unit(reading, at);
	if (!token.size)
		token = nominal_age(reading, at);
	if (!token.size)
		token = span_at(reading, at);
	if (!token.size)
		token = birthday_at(reading, at);
	return token.size ? token : age_in_words(reading, at);
}
