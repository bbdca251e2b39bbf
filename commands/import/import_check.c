/* SPDX-License-Identifier: Apache-2.0 */
/* The fields of a row: what is typed becomes a value of the registry, or the row is refused with the reason. */
#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include "import.h"
#include "lib/base/calendar.h"
#include "lib/base/telephone.h"
#include "lib/base/text.h"
#include "rules/facilities/uscc.h"

#define DAY_SECONDS 86400

/* A field of a row that is being checked. */
struct cell {
	struct import *import;
	const struct given *given;
	const char *text;
	struct values *values;
};

static const char *column_of(const struct cell *cell)
{
	return cell->given->field->column ? cell->given->field->column : cell->given->field->name;
}

static bool refuse(const struct cell *cell, const char *reason)
{
	import_note(cell->import, NOTE_REFUSED, cell->import->line, cell->given->field->name, reason, cell->text);
	return false;
}

static void warn(const struct cell *cell, const char *reason)
{
	import_note(cell->import, NOTE_WARNING, cell->import->line, cell->given->field->name, reason, cell->text);
}

static bool out_of_bounds(const struct cell *cell)
{
	return refuse(cell, arena_format(cell->import->group, "must be from %.0f to %.0f", cell->given->field->least,
					 cell->given->field->most));
}

/* Blanks and line breaks in a row become one blank. */
static const char *in_one_line(struct arena *arena, const char *text)
{
	char *copy = arena_copy(arena, text);
	char *to = copy;

	for (const char *from = copy; *from; from++) {
		char byte = strchr("\t\r\n\v\f", *from) ? ' ' : *from;

		if (byte != ' ' || (to > copy && to[-1] != ' '))
			*to++ = byte;
	}
	*to = '\0';
	return copy;
}

/* Texts that went through a program which did not know their characters: U+FFFD, or question marks side by side. */
static bool has_lost_characters(const char *text)
{
	return strstr(text, "\xEF\xBF\xBD") || strstr(text, "??");
}

static bool take_text(struct cell *cell)
{
	if (has_lost_characters(cell->text))
		warn(cell, "holds the mark of characters that were lost on the way; ask for the file in its first encoding");
	if (cell->given->field->kind == FIELD_TEXT)
		cell->text = in_one_line(cell->import->group, cell->text);
	if (text_has_control(cell->text))
		return refuse(cell, "holds control characters");
	if ((double)text_length(cell->text) > cell->given->field->most)
		return refuse(cell, arena_format(cell->import->group, "is longer than %.0f characters",
						 cell->given->field->most));
	values_put_text(cell->values, column_of(cell), cell->text);
	return true;
}

static bool take_code(struct cell *cell)
{
	if (!text_is_code(cell->text))
		return refuse(cell, "is no code: 1 to 32 of A-Z a-z 0-9 _ -");
	values_put_text(cell->values, column_of(cell), cell->text);
	return true;
}

static bool take_term(struct cell *cell)
{
	const char *code = names_find(cell->given->codes, cell->text);

	if (code)
		values_put_text(cell->values, column_of(cell), code);
	else
		return refuse(cell, arena_format(cell->import->group,
						 "is no code or name of this list; add it to the mapping under [%s]",
						 field_terms(cell->given->field)));
	return true;
}

/* A whole number that a spreadsheet wrote with decimals, 20.0: the text without them; else NULL. */
static const char *without_decimals(const struct cell *cell)
{
	size_t digits = strspn(cell->text, "0123456789"), zeros;

	if (!digits || cell->text[digits] != '.')
		return NULL;
	zeros = strspn(cell->text + digits + 1, "0");
	return zeros && !cell->text[digits + 1 + zeros] ? arena_text(cell->import->group, cell->text, digits) : NULL;
}

static bool take_phone(struct cell *cell)
{
	const char *whole = without_decimals(cell);

	if (whole) {
		warn(cell, "is a number that a spreadsheet wrote with decimals; taken without them");
		cell->text = whole;
	}
	if (!take_text(cell))
		return false;
	if (!telephone_is_likely(telephone_dialed(cell->text, cell->import->group)))
		warn(cell, "begins with no telephone number of 7 to 15 digits (or 3, 5 or 6 of a service); kept as it is");
	return true;
}

static bool take_number(struct cell *cell)
{
	const char *whole = without_decimals(cell);
	int64_t number;

	if (whole)
		cell->text = whole;
	if (!text_to_integer(cell->text, &number))
		return refuse(cell, "is no whole number");
	if ((double)number < cell->given->field->least || (double)number > cell->given->field->most)
		return out_of_bounds(cell);
	values_put_integer(cell->values, column_of(cell), number);
	return true;
}

static bool take_degrees(struct cell *cell)
{
	double degrees;

	if (!text_to_real(cell->text, &degrees))
		return refuse(cell, "is no decimal number");
	if (degrees < cell->given->field->least || degrees > cell->given->field->most)
		return out_of_bounds(cell);
	values_put_real(cell->values, column_of(cell), degrees);
	return true;
}

/* Up to so many digits; -1 when there is none. */
static int read_digits(const char **at, int most)
{
	int number = 0, count = 0;

	while (count < most && isdigit((unsigned char)**at)) {
		number = number * 10 + *(*at)++ - '0';
		count++;
	}
	return count ? number : -1;
}

/* One of / - . or one character that is not ASCII, as between the parts of a Chinese date. */
static bool pass_separator(const char **at)
{
	if ((unsigned char)**at < 0x80 && (!**at || !strchr("/-.", **at)))
		return false;
	text_next(at);
	return true;
}

/* 2026-07-01, 2026/7/1, 2026.7.1, and with non-ASCII signs between and behind. */
static bool read_day(struct arena *arena, const char **at, int64_t *day)
{
	int year = read_digits(at, 4), month, of_month;

	if (year < 1000 || !pass_separator(at) || (month = read_digits(at, 2)) < 0 || !pass_separator(at) ||
	    (of_month = read_digits(at, 2)) < 0)
		return false;
	if ((unsigned char)**at >= 0x80)
		text_next(at);
	return calendar_day_from_text(arena_format(arena, "%04d-%02d-%02d", year, month, of_month), day);
}

/* HH:MM or H:MM, optionally with seconds; minutes of the day. */
static bool read_time(const char **at, int *minutes)
{
	int hour = read_digits(at, 2), minute;

	if (hour < 0 || hour > 24 || *(*at)++ != ':' || (minute = read_digits(at, 2)) < 0 || minute > 59 ||
	    hour * 60 + minute > 1440)
		return false;
	*minutes = hour * 60 + minute;
	if (**at != ':')
		return true;
	(*at)++;
	return read_digits(at, 2) >= 0;
}

static bool take_day(struct cell *cell)
{
	const char *at = cell->text;
	int64_t day;

	if (!read_day(cell->import->group, &at, &day) || *at)
		return refuse(cell, "is no day; write it as 2026-07-01");
	values_put_text(cell->values, column_of(cell), calendar_day_text(cell->import->group, day));
	return true;
}

static bool take_moment(struct cell *cell)
{
	const char *at = cell->text;
	int offset = cell->import->map->utc_offset;
	int minutes = 0;
	int64_t day, moment;

	if (!read_day(cell->import->group, &at, &day))
		return refuse(cell, "is no day; write it as 2026-07-01");
	if (*at && (!strchr(" T", *at) || (at++, !read_time(&at, &minutes)) || *at))
		return refuse(cell, "is no day with a time; write it as 2026-07-01 14:30");
	moment = calendar_day_start(day, offset) + (int64_t)minutes * 60;
	if (moment > cell->import->now + DAY_SECONDS)
		return refuse(cell, "is in the future");
	values_put_integer(cell->values, column_of(cell), moment);
	return true;
}

static bool take_time(struct cell *cell)
{
	const char *at = cell->text;
	int minutes;

	if (!read_time(&at, &minutes) || *at)
		return refuse(cell, "is no time of day; write it as 08:30");
	values_put_text(cell->values, column_of(cell),
			arena_format(cell->import->group, "%02d:%02d", minutes / 60, minutes % 60));
	return true;
}

static bool take_choice(struct cell *cell)
{
	bool yes = strcmp(cell->text, cell->given->yes) == 0 || strcmp(cell->text, "yes") == 0;

	if (!yes && strcmp(cell->text, cell->given->no) != 0 && strcmp(cell->text, "no") != 0)
		return refuse(cell, arena_format(cell->import->group, "is neither %s nor %s", cell->given->yes,
						 cell->given->no));
	values_put_integer(cell->values, column_of(cell), yes);
	return true;
}

static bool take_yuan(struct cell *cell)
{
	const char *point = strchr(cell->text, '.');
	double yuan;

	if (!text_to_real(cell->text, &yuan) || (point && strlen(point + 1) > 2))
		return refuse(cell, "is no amount in yuan; write digits only, as 3600 or 3600.50");
	if (yuan < cell->given->field->least || yuan > cell->given->field->most)
		return out_of_bounds(cell);
	values_put_integer(cell->values, column_of(cell), llround(yuan * 100));
	return true;
}

static bool take_website(struct cell *cell)
{
	const char *host = strncasecmp(cell->text, "https://", 8) == 0 ? cell->text + 8 :
			   strncasecmp(cell->text, "http://", 7) == 0 ? cell->text + 7 : NULL;

	if (!host || !*host || strpbrk(host, " \t\r\n\"<>\\^`{|}") || text_has_control(host) || *host == '/' ||
	    (double)text_length(cell->text) > cell->given->field->most) {
		warn(cell, "is no address that begins with http:// or https://; left empty");
		cell->text = "";
	}
	values_put_text(cell->values, column_of(cell), cell->text);
	return true;
}

static bool take_uscc(struct cell *cell)
{
	char *folded = arena_copy(cell->import->group, cell->text);

	for (char *at = folded; *at; at++)
		*at = (char)toupper((unsigned char)*at);
	if (text_has_control(folded) || text_length(folded) > 40)
		return refuse(cell, "is no unified social credit code");
	if (uscc_check(folded) != USCC_FINE)
		warn(cell, "is no valid unified social credit code (GB 32100); kept as it is");
	values_put_text(cell->values, column_of(cell), folded);
	return true;
}

/* What the registry holds of a field that is not stated. */
static bool take_nothing(struct cell *cell)
{
	switch (cell->given->field->kind) {
	case FIELD_NUMBER:
	case FIELD_DEGREES:
	case FIELD_DAY:
	case FIELD_MOMENT:
	case FIELD_YUAN:
	case FIELD_YES_NO:
		values_put_null(cell->values, column_of(cell));
		break;
	default:
		values_put_text(cell->values, column_of(cell), "");
		break;
	}
	return !cell->given->field->required || refuse(cell, "is missing");
}

/* What people write into a table of numbers, days and telephones where they have none. U+2013 and U+2014 are dashes, U+FF0D the wide
 * hyphen, U+65E0 is the Chinese word for none; further words are named in the mapping. */
static bool says_nothing(const struct cell *cell)
{
	static const char *const signs[] = { "-", "--", "/", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x94\xE2\x80\x94", "\xEF\xBC\x8D",
					     "na", "n/a", "#n/a", "nil", "none", "null", "\xE6\x97\xA0" };
	static const enum field_kind kinds[] = { FIELD_PHONE, FIELD_NUMBER, FIELD_DEGREES, FIELD_DAY, FIELD_MOMENT,
						 FIELD_TIME, FIELD_YUAN, FIELD_WEBSITE, FIELD_USCC };
	bool of_kind = false;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		of_kind |= kinds[i] == cell->given->field->kind;
	for (size_t i = 0; of_kind && i < sizeof signs / sizeof *signs; i++)
		if (strcasecmp(signs[i], cell->text) == 0)
			return true;
	return of_kind && names_find(cell->import->map->blanks, cell->text);
}

/* 1.39E+10: a spreadsheet took it for a number and left its last digits out. */
bool import_is_shortened(const char *text)
{
	size_t digits = strspn(text, "0123456789."), power;

	if (!digits || (text[digits] != 'E' && text[digits] != 'e') || (text[digits + 1] != '+' && text[digits + 1] != '-'))
		return false;
	power = strspn(text + digits + 2, "0123456789");
	return power && !text[digits + 2 + power];
}

/* What was lost cannot be taken; what the registry holds of it stays. */
static bool pass_shortened(struct cell *cell)
{
	static const char reason[] = "is a number that a spreadsheet has shortened; format the column as text and fill it in again";

	if (cell->given->field->required)
		return refuse(cell, reason);
	warn(cell, arena_format(cell->import->group, "%s; left as it is in the registry", reason));
	return true;
}

static bool take(struct cell *cell)
{
	static bool (*const takers[])(struct cell *) = {
		[FIELD_TEXT] = take_text,     [FIELD_LONG_TEXT] = take_text, [FIELD_CODE] = take_code,
		[FIELD_TERM] = take_term,     [FIELD_NUMBER] = take_number,  [FIELD_DEGREES] = take_degrees,
		[FIELD_DAY] = take_day,	      [FIELD_MOMENT] = take_moment,  [FIELD_TIME] = take_time,
		[FIELD_YES_NO] = take_choice, [FIELD_YUAN] = take_yuan,	     [FIELD_WEBSITE] = take_website,
		[FIELD_USCC] = take_uscc,     [FIELD_PHONE] = take_phone
	};

	if (says_nothing(cell))
		cell->text = "";
	if (import_is_shortened(cell->text))
		return pass_shortened(cell);
	return *cell->text ? takers[cell->given->field->kind](cell) : take_nothing(cell);
}

bool import_check(struct import *import, const struct given_list *list, const struct values *row, struct values *values)
{
	bool fine = true;

	for (size_t i = 0; i < list->count; i++) {
		struct cell cell = { import, &list->at[i], expression_text(list->at[i].expression, row, import->group),
				     values };

		if (!*cell.text && list->at[i].fallback)
			cell.text = expression_text(list->at[i].fallback, row, import->group);
		fine &= take(&cell);
	}
	return fine;
}
