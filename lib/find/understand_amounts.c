/* SPDX-License-Identifier: Apache-2.0 */
/* Fees, ways, houses and numbers of a phrase. */
#include <string.h>

#include "understand_parts.h"

#define LEAST_FEE 100           /* what is less is no fee of a month, */
#define LEAST_FEE_SAID 5        /* but may be one of an hour when the money is named */
#define LEAST_THOUSANDS 1000
#define MOST_FEE 1000000
#define LEAST_METRES 100
#define MOST_METRES 20000
#define MOST_MINUTES 180
#define LEAST_TELEPHONE 7       /* digits */
#define MOST_TELEPHONE 15
#define MOST_HOUSE_DIGITS 4
#define BARE_HOUSE_COST 8       /* a number alone may be anything */

/* The second number of "2000-3000", when it is the higher one. */
static bool pass_higher(const struct reading_of *reading, const char **at, double *number)
{
	const char *behind = *at;
	double higher;

	if ((!pass_sign(reading, &behind, "-~") && !pass_role(reading, &behind, ROLE_RANGE)) || !pass_number(reading, &behind, &higher) ||
	    higher <= *number)
		return false;
	*number = higher;
	*at = behind;
	return true;
}

/* "at most"; "a year" before a sum, which is then for so many months. */
static bool pass_most_before(const struct reading_of *reading, const char **at, double *months)
{
	size_t size;
	const struct lexeme *word = lexeme_at(reading, *at, ROLE_MOST_BEFORE, &size);

	if (!word)
		return false;
	*at += size;
	*months = word->number > 0 ? word->number : *months;
	return true;
}

/* "an hour": what a sum is for that is none of a month. */
static void pass_period(const struct reading_of *reading, const char **at, const struct lexeme **period)
{
	size_t size;
	const struct lexeme *word = lexeme_at(reading, *at, ROLE_PERIOD, &size);

	if (!word)
		return;
	*period = word;
	*at += size;
}

/* A sum that is not for a month bounds no fee: it says by what is paid, or nothing that can be asked by. */
static struct token period_token(const char *from, const char *to, const struct lexeme *period)
{
	struct token token = pattern_token(TOKEN_UNKNOWN, from, to, 0);

	token.known = true;
	if (period->field.name) {
		token.kind = TOKEN_FIELD;
		token.field = period->field;
	}
	return token;
}

/* A sum with a word in it, as in 3k or "3 thousand 2". */
static bool has_scale(const char *from, const char *to)
{
	for (; from < to; from++)
		if (!phrase_is_digit(*from) && *from != '.' && *from != ',' && *from != ' ')
			return true;
	return false;
}

/* "a year" behind a sum */
static void pass_year_behind(const struct reading_of *reading, const char **at, double *months)
{
	size_t size;
	const struct lexeme *word = lexeme_at(reading, *at, ROLE_MOST_BEFORE, &size);

	if (!word || word->number <= 0)
		return;
	*months = word->number;
	*at += size;
}

/* "at most 3000", "3000 yuan", "3000 and less", "2000-3000", "for nothing" */
struct token fee_at(const struct reading_of *reading, const char *from)
{
	const char *at = from, *sum;
	bool said = false, starts_with_zero;
	double fee, least = LEAST_FEE, months = 1;
	const struct lexeme *period = NULL;

	if (pass_role(reading, &at, ROLE_FREE))
		return pattern_token(TOKEN_FEE, from, at, 0);
	pass_period(reading, &at, &period);
	while (pass_most_before(reading, &at, &months) || pass_role(reading, &at, ROLE_SHORT_OF)) {
		said = true;
		pass_blanks(reading, &at);
		pass_period(reading, &at, &period);
	}
	starts_with_zero = at < reading->end && *at == '0';
	sum = at;
	if (!pass_number(reading, &at, &fee))
		return no_token;
	if (pass_higher(reading, &at, &fee))
		said = said || !starts_with_zero;
	pass_blanks(reading, &at);
	if (pass_role(reading, &at, ROLE_MONEY)) {
		said = true;
		least = LEAST_FEE_SAID;
	}
	pass_period(reading, &at, &period);
	pass_year_behind(reading, &at, &months);
	said = pass_role(reading, &at, ROLE_MOST_AFTER) || pass_role(reading, &at, ROLE_ABOUT) || pass_role(reading, &at, ROLE_SHORT_OF) || said;
	while (at > from && at[-1] == ' ')
		at--;
	if (period)
		return said && fee >= LEAST_FEE_SAID && fee < LEAST_THOUSANDS ? period_token(from, at, period) : no_token;
	/* Thousands in words, or 3k, are nothing but money here. */
	said = said || (fee >= LEAST_THOUSANDS && has_scale(sum, at));
	return said && fee >= least && fee <= MOST_FEE ? pattern_token(TOKEN_FEE, from, at, fee / months) : no_token;
}

/* What is driven is no way on foot: it is known, and nothing can be asked by it. */
static struct token way_token(const struct reading_of *reading, const char *from, const char *at, enum token_kind kind, double number, bool driven)
{
	struct token token;

	pass_role(reading, &at, ROLE_MOST_AFTER);
	pass_role(reading, &at, ROLE_ABOUT);
	token = pattern_token(driven ? TOKEN_UNKNOWN : kind, from, at, number);
	token.known = driven;
	return token;
}

/* A word for driving, unless it only begins one that says something else: the metro's station. */
static bool pass_vehicle(const struct reading_of *reading, const char **at)
{
	size_t size, longer;
	const struct lexeme *vehicle = lexeme_at(reading, *at, ROLE_VEHICLE, &size);

	if (!vehicle || (lexeme_at(reading, *at, ROLE_FILLER, &longer) && longer > size))
		return false;
	*at += size;
	return true;
}

/* "10 minutes", "within 1 km"; what is driven is no way on foot, and is left. */
struct token within_at(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	bool driven = pass_vehicle(reading, &at);
	const struct lexeme *unit;
	double number;
	size_t size;

	while (pass_role(reading, &at, ROLE_MOST_BEFORE) || (driven && pass_role(reading, &at, ROLE_FILLER)))
		pass_blanks(reading, &at);
	pass_blanks(reading, &at);
	if ((unit = lexeme_at(reading, at, ROLE_WAY, &size)))
		return way_token(reading, from, at + size, TOKEN_MINUTES, unit->number, driven);
	if (!pass_number(reading, &at, &number))
		return no_token;
	pass_higher(reading, &at, &number);
	pass_blanks(reading, &at);
	if ((unit = lexeme_at(reading, at, ROLE_MINUTES, &size))) {
		number *= unit->number > 0 ? unit->number : 1;
		return number >= 1 && number <= MOST_MINUTES ? way_token(reading, from, at + size, TOKEN_MINUTES, number, driven) : no_token;
	}
	unit = lexeme_at(reading, at, ROLE_DISTANCE, &size);
	if (!unit || number * unit->number < LEAST_METRES || number * unit->number > MOST_METRES)
		return no_token;
	return way_token(reading, from, at + size, TOKEN_METRES, number * unit->number, driven);
}

/* A number that says nothing of what it counts, right behind a name or before one in letters. */
static struct token bare_house_at(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	struct tokens names = { .count = 0 };
	struct token token;
	size_t size;
	bool behind_name = from > reading->text && ((unsigned char)from[-1] & 0x80);
	double number;

	if (!phrase_is_digit(*at) || !pass_number(reading, &at, &number) || number < 1 || at - from > MOST_HOUSE_DIGITS)
		return no_token;
	token = pattern_token(TOKEN_HOUSE, from, at, number);
	token.cost = BARE_HOUSE_COST;
	if (behind_name && (at == reading->end || !phrase_is_word(*at)) && !lexeme_at(reading, at, ROLE_NUMBERED, &size))
		return token;
	if (at == reading->end || *at != ' ')
		return no_token;
	pass_blanks(reading, &at);
	if (at < reading->end)
		tokens_of_letters(reading, at, false, &names);
	return names.count ? token : no_token;
}

/* "No. 393", "lane 100 No. 5": the lane is what lies on the road. */
struct token house_at(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	bool said = pass_role(reading, &at, ROLE_HOUSE_BEFORE);
	const char *behind;
	double number, within;

	while (said && pass_sign(reading, &at, ". ")) {
	}
	if (!pass_number(reading, &at, &number))
		return no_token;
	if (said)
		return pattern_token(TOKEN_HOUSE, from, at, number);
	behind = at;
	pass_blanks(reading, &behind);
	if (pass_role(reading, &behind, ROLE_LANE)) {
		at = behind;

		if (pass_number(reading, &behind, &within) && pass_role(reading, &behind, ROLE_HOUSE))
			at = behind;
		return pattern_token(TOKEN_HOUSE, from, at, number);
	}
	return pass_role(reading, &at, ROLE_HOUSE) ? pattern_token(TOKEN_HOUSE, from, at, number) : bare_house_at(reading, from);
}

struct token line_at(const struct reading_of *reading, const char *from)
{
	const char *at = from;
	double number;

	while (pass_role(reading, &at, ROLE_MOST_BEFORE)) {
	}
	if (!pass_number(reading, &at, &number) || !pass_role(reading, &at, ROLE_LINE))
		return no_token;
	return pattern_token(TOKEN_FILLER, from, at, 0);
}

/* Seven digits and more with blanks, hyphens and brackets between, a plus before; eight of them in a row may be a day. */
struct token telephone_at(const struct reading_of *reading, const char *from)
{
	const char *at = from, *end = from;
	int digits = 0;

	for (; at < reading->end && (phrase_is_digit(*at) || (digits && strchr(" -()", *at))); at++) {
		digits += phrase_is_digit(*at);
		end = phrase_is_digit(*at) ? at + 1 : end;
	}
	return digits >= LEAST_TELEPHONE && digits <= MOST_TELEPHONE ? pattern_token(TOKEN_TELEPHONE, from, end, 0) : no_token;
}
