/* SPDX-License-Identifier: Apache-2.0 */
/* What the patterns of a phrase are made of: words of a role, numbers, days of the calendar. */
#include <string.h>

#include "lib/base/text.h"
#include "understand_parts.h"

#define PATTERN_COST 3
#define MOST_DIGITS 9
#define HUNDRED 100
#define LAST_YEAR 9999
#define MOST_DIGITS_BEHIND_POINT 4

const struct token no_token;

static bool is_letter(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

const struct words_here *words_at(const struct reading_of *reading, const char *at)
{
	struct words_here *here = &reading->words[at - reading->text];

	if (here->known)
		return here;
	here->known = true;
	here->count = name_index_starts(reading->understanding->words, at, (size_t)(reading->end - at), here->hits, MOST_WORDS_HERE);
	return here;
}

const struct lexeme *lexeme_at(const struct reading_of *reading, const char *at, enum role role, size_t *size)
{
	const struct understanding *understanding = reading->understanding;
	const struct words_here *here = words_at(reading, at);

	for (size_t i = here->count; i-- > 0;) {
		const char *behind = at + here->hits[i].size;

		/* "y" is no year in "yellow". */
		if (behind < reading->end && is_letter(behind[-1]) && is_letter(*behind))
			continue;
		for (size_t entry = here->hits[i].from; entry < here->hits[i].to; entry++) {
			const struct lexeme *lexeme = &understanding->lexemes[name_index_value(understanding->words, entry)];

			if (lexeme->role != role)
				continue;
			*size = here->hits[i].size;
			return lexeme;
		}
	}
	return NULL;
}

bool pass_role(const struct reading_of *reading, const char **at, enum role role)
{
	size_t size;

	if (!lexeme_at(reading, *at, role, &size))
		return false;
	*at += size;
	return true;
}

void pass_blanks(const struct reading_of *reading, const char **at)
{
	while (*at < reading->end && **at == ' ')
		++*at;
}

bool pass_sign(const struct reading_of *reading, const char **at, const char *signs)
{
	if (*at >= reading->end || !strchr(signs, **at))
		return false;
	++*at;
	return true;
}

struct token pattern_token(enum token_kind kind, const char *from, const char *to, double number)
{
	return (struct token){ .kind = kind, .size = (size_t)(to - from), .cost = PATTERN_COST, .number = (int)number };
}

static bool pass_digits(const struct reading_of *reading, const char **at, double *number)
{
	const char *from = *at;
	double tenth = 0.1;     /* what the next digit behind the point counts */

	*number = 0;
	while (*at < reading->end && phrase_is_digit(**at) && *at - from < MOST_DIGITS)
		*number = *number * 10 + (*(*at)++ - '0');
	/* 3,000 */
	if (*at > from && *at - from <= 3 && reading->end - *at >= 4 && **at == ',' && phrase_is_digit((*at)[1]) && phrase_is_digit((*at)[2]) &&
	    phrase_is_digit((*at)[3])) {
		*number = *number * 1000 + ((*at)[1] - '0') * 100 + ((*at)[2] - '0') * 10 + ((*at)[3] - '0');
		*at += 4;
	}
	if (*at == from || (*at < reading->end && phrase_is_digit(**at))) {
		*at = from;
		return false;
	}
	if (*at + 1 >= reading->end || **at != '.' || !phrase_is_digit((*at)[1]))
		return true;
	for (++*at; *at < reading->end && phrase_is_digit(**at); ++*at) {
		*number += tenth > 1.0 / 100000 ? (**at - '0') * tenth : 0;
		tenth /= 10;
	}
	return true;
}

static bool pass_words_of_number(const struct reading_of *reading, const char **at, double *number);

/* Whether a number of years or months begins here: "three thousand" ends before "one year and a half". */
static bool begins_age(const struct reading_of *reading, const char *at)
{
	double number;
	size_t size;

	return pass_words_of_number(reading, &at, &number) &&
	       (lexeme_at(reading, at, ROLE_YEARS, &size) || lexeme_at(reading, at, ROLE_MONTHS, &size));
}

/*
 * What a digit makes of those before it. Of two neighbours before a scale, "two or three thousand", and
 * behind hundreds the higher is meant; behind tens, "fifteen or six", the lower.
 */
static double put_digit(double digits, double digit, bool neighbours, bool scale_behind, double sum)
{
	if (neighbours && scale_behind)
		return digit;
	if (neighbours && sum > 0)
		return sum < HUNDRED ? digits : digit;
	return digits < 0 ? digit : digits * 10 + digit;
}

/* Digits and scales written in words. */
static bool pass_words_of_number(const struct reading_of *reading, const char **at, double *number)
{
	const struct lexeme *lexeme;
	double sum = 0, digits = -1, last = -1, last_scale = 0;
	const char *from = *at;
	size_t size, digit_count = 0;

	for (;; *at += size) {
		if (last_scale >= HUNDRED && digits < 0 && begins_age(reading, *at))
			break;
		if ((lexeme = lexeme_at(reading, *at, ROLE_DIGIT, &size))) {
			last_scale = lexeme->number > 0 ? last_scale : 0;
			digits = put_digit(digits, lexeme->number, digit_count == 1 && last > 0 && lexeme->number == last + 1,
					   lexeme_at(reading, *at + size, ROLE_SCALE, &(size_t){ 0 }), sum);
			last = lexeme->number;
			digit_count++;
		} else if ((lexeme = lexeme_at(reading, *at, ROLE_SCALE, &size))) {
			sum = lexeme->number > 5000 ? (sum + (digits < 0 ? 0 : digits)) * lexeme->number
						    : sum + (digits < 0 ? 1 : digits) * lexeme->number;
			digits = -1;
			digit_count = 0;
			last_scale = lexeme->number;
		} else {
			break;
		}
	}
	if (digits >= 0)
		sum += last_scale >= HUNDRED && digits < 10 ? digits * last_scale / 10 : digits;
	*number = sum;
	return *at > from;
}

/* "3 thousand 5" is 3500, as 3 thousand 5 hundred. */
static void pass_rest(const struct reading_of *reading, const char **at, double scale, double *number)
{
	const char *behind = *at;
	const struct lexeme *lower;
	double rest;
	size_t size;

	if (scale < HUNDRED || !pass_digits(reading, &behind, &rest) || rest < 1 || rest >= 10 || lexeme_at(reading, behind, ROLE_YEARS, &size) ||
	    lexeme_at(reading, behind, ROLE_MONTHS, &size) || (behind < reading->end && is_letter(*behind)))
		return;
	if ((lower = lexeme_at(reading, behind, ROLE_SCALE, &size)))
		behind += size;
	*number += rest * (lower ? lower->number : scale / 10);
	*at = behind;
}

bool pass_number(const struct reading_of *reading, const char **at, double *number)
{
	const char *from = *at;
	const struct lexeme *scale;
	size_t size;

	if (!pass_digits(reading, at, number))
		return pass_words_of_number(reading, at, number);
	/* 3k, 3 thousand */
	if ((scale = lexeme_at(reading, *at, ROLE_SCALE, &size))) {
		*number *= scale->number;
		*at += size;
		pass_rest(reading, at, scale->number, number);
	}
	return *at > from;
}

int full_year(const int today[3], double year)
{
	return year < 100 ? today[0] / 100 * 100 + (int)year : year < LAST_YEAR ? (int)year : LAST_YEAR;
}

/* A whole number below `most`, in digits or words. */
static void pass_whole(const struct reading_of *reading, const char **at, double most, double *number)
{
	if (pass_words_of_number(reading, at, number))
		return;
	*number = 0;
	while (*at < reading->end && phrase_is_digit(**at) && *number < most)
		*number = *number * 10 + (*(*at)++ - '0');
}

/* The year: a number, or "this year", "last year". *signs: a sign may stand behind it instead of a word. */
static bool pass_year(const struct reading_of *reading, const char **at, double *year, bool *signs)
{
	const struct lexeme *ahead;
	size_t size;

	*signs = false;
	if ((ahead = lexeme_at(reading, *at, ROLE_YEAR_AHEAD, &size))) {
		*year = reading->today[0] + ahead->number;
		*at += size;
		pass_blanks(reading, at);
		return true;
	}
	pass_whole(reading, at, 10000, year);
	*signs = !pass_role(reading, at, ROLE_CALENDAR_YEAR);
	return *year >= 1 && (!*signs || (*year >= 1000 && pass_sign(reading, at, "-/.")));
}

bool pass_day(const struct reading_of *reading, const char **at, double *year, double *month, double *day)
{
	const char *behind;
	bool signs;

	if (!pass_year(reading, at, year, &signs))
		return false;
	pass_whole(reading, at, 100, month);
	*day = 1;
	if (*month < 1 || *month > 12)
		return false;
	behind = *at;
	if (signs ? !pass_sign(reading, &behind, "-/.") : !pass_role(reading, at, ROLE_CALENDAR_MONTH))
		return signs;
	if (!signs)
		behind = *at;
	if (!pass_number(reading, &behind, day) || *day > 31 || (!signs && !pass_role(reading, &behind, ROLE_CALENDAR_DAY))) {
		*day = 1;
		return true;
	}
	*at = behind;
	return true;
}
