/* SPDX-License-Identifier: Apache-2.0 */
/* What was typed into a field, as the value it stands for. */
#include <string.h>

#include "form_parts.h"
#include "lib/base/calendar.h"
#include "lib/base/clock.h"
#include "lib/base/text.h"

static enum field_state within(const struct field *field, double number)
{
	return number < field->least || number > field->most ? FIELD_OUT_OF_RANGE : FIELD_FINE;
}

static enum field_state read_codes(const struct field *field, const char *text, struct arena *arena)
{
	char *copy = arena_copy(arena, text);
	char *rest = NULL;
	int count = 0;

	for (char *code = strtok_r(copy, " ", &rest); code; code = strtok_r(NULL, " ", &rest), count++)
		if (!text_is_code(code))
			return FIELD_MALFORMED;
	return within(field, count);
}

static enum field_state read_lines(const struct field *field, const char *text)
{
	int count = 1;

	for (const char *at = text; (at = strchr(at, '\n')); at++)
		count++;
	return within(field, count);
}

static enum field_state read_choice(const struct field *field, const char *text)
{
	for (const char *const *choice = field->choices; *choice; choice++)
		if (strcmp(*choice, text) == 0)
			return FIELD_FINE;
	return FIELD_MALFORMED;
}

/* Digits up to so many; false when there is none or are more. */
static bool read_digits(const char **at, size_t most, int64_t *number)
{
	size_t count = strspn(*at, "0123456789");

	if (!count || count > most)
		return false;
	for (*number = 0; count; count--)
		*number = *number * 10 + *(*at)++ - '0';
	return true;
}

static const char *after_blanks(const char *at)
{
	return at + strspn(at, " ");
}

/* What stands between the numbers of a day, and behind it. In UTF-8: year, month, day, as China writes them. */
static const char year_sign[] = "\u5e74", month_sign[] = "\u6708", day_sign[] = "\u65e5";

static bool take(const char **at, const char *sign)
{
	size_t size = strlen(sign);

	*at = after_blanks(*at);
	if (strncmp(*at, sign, size) != 0)
		return false;
	*at = after_blanks(*at + size);
	return true;
}

/* The sign after the year says which one stands after the month. */
static const char *sign_after_year(const char **at)
{
	static const char *const signs[] = { "-", "/", ".", year_sign };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (take(at, signs[i]))
			return signs[i] == year_sign ? month_sign : signs[i];
	return NULL;
}

static bool read_day(const char *text, int64_t *day, struct arena *arena)
{
	int64_t year, month, of_month;
	const char *at = text, *sign;

	if (strlen(text) == 8 && strspn(text, "0123456789") == 8)
		return calendar_day_from_text(arena_format(arena, "%.4s-%.2s-%.2s", text, text + 4, text + 6), day);
	if (strspn(at, "0123456789") != 4 || !read_digits(&at, 4, &year) || !(sign = sign_after_year(&at)) || !read_digits(&at, 2, &month) ||
	    !take(&at, sign) || !read_digits(&at, 2, &of_month))
		return false;
	if (sign == month_sign)
		take(&at, day_sign);
	return !*at && calendar_day_from_text(arena_format(arena, "%04d-%02d-%02d", (int)year, (int)month, (int)of_month), day);
}

static enum field_state read_date(struct values *values, const struct field *field, const char *text, struct arena *arena)
{
	int64_t day, from_today;
	bool bounded = field->least < 0 || field->most > 0;

	if (!read_day(text, &day, arena))
		return FIELD_MALFORMED;
	from_today = day - calendar_day_of(clock_now(), CALENDAR_CHINA);
	if (bounded && within(field, (double)from_today) != FIELD_FINE)
		return FIELD_OUT_OF_RANGE;
	values_put_text(values, field->name, calendar_day_text(arena, day));
	return FIELD_FINE;
}

/* Whole yuan: digits, or one to three and then threes with commas before them. */
static bool read_yuan(const char **at, int64_t *yuan)
{
	size_t first = strspn(*at, "0123456789");
	int64_t three;

	if (!read_digits(at, 12, yuan))
		return false;
	while (first <= 3 && **at == ',') {
		(*at)++;
		if (strspn(*at, "0123456789") != 3 || !read_digits(at, 3, &three) || *yuan > 999999999)
			return false;
		*yuan = *yuan * 1000 + three;
	}
	return true;
}

/* Behind the point: tenths, or hundredths. */
static bool read_fen(const char **at, int64_t *fen)
{
	size_t count;

	*fen = 0;
	if (**at != '.')
		return true;
	(*at)++;
	count = strspn(*at, "0123456789");
	if (count > 2 || !read_digits(at, 2, fen))
		return false;
	*fen *= count == 1 ? 10 : 1;
	return true;
}

static enum field_state read_money(struct values *values, const struct field *field, const char *text)
{
	/* U+00A5 and U+FFE5 before it, or the word after it. */
	static const char *const marks[] = { "\u00a5", "\uffe5" };
	const char *at = text;
	bool minus;
	int64_t yuan, fen, whole;
	enum field_state state;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (take(&at, marks[i]))
			break;
	minus = take(&at, "-");
	if (!read_yuan(&at, &yuan) || !read_fen(&at, &fen))
		return FIELD_MALFORMED;
	take(&at, "\u5143");
	if (*at)
		return FIELD_MALFORMED;
	whole = (yuan * 100 + fen) * (minus ? -1 : 1);
	state = (double)whole < field->least * 100 || (double)whole > field->most * 100 ? FIELD_OUT_OF_RANGE : FIELD_FINE;
	if (state == FIELD_FINE)
		values_put_integer(values, field->name, whole);
	return state;
}

enum field_state form_read_field(struct values *values, const struct field *field, const char *text, struct arena *arena)
{
	enum field_state state = FIELD_MALFORMED;
	int64_t integer;
	double real;

	switch (field->kind) {
	case FIELD_TEXT:
		state = text_has_line_break(text) ? FIELD_MALFORMED : within(field, (double)text_length(text));
		break;
	case FIELD_SECRET:
	case FIELD_PARAGRAPHS:
		state = within(field, (double)text_length(text));
		break;
	case FIELD_LINES:
		state = read_lines(field, text);
		break;
	case FIELD_CODE:
		state = text_is_code(text) ? FIELD_FINE : FIELD_MALFORMED;
		break;
	case FIELD_CODES:
		state = read_codes(field, text, arena);
		break;
	case FIELD_CHOICE:
		state = read_choice(field, text);
		break;
	case FIELD_FLAG:
	case FIELD_INTEGER:
		if (!text_to_integer(text_half_width(arena, text), &integer))
			return FIELD_MALFORMED;
		state = field->kind == FIELD_FLAG ? (integer == 0 || integer == 1 ? FIELD_FINE : FIELD_MALFORMED)
						  : within(field, (double)integer);
		if (state == FIELD_FINE)
			values_put_integer(values, field->name, integer);
		return state;
	case FIELD_REAL:
		if (!text_to_real(text_half_width(arena, text), &real))
			return FIELD_MALFORMED;
		state = within(field, real);
		if (state == FIELD_FINE)
			values_put_real(values, field->name, real);
		return state;
	case FIELD_DATE:
		return read_date(values, field, text_half_width(arena, text), arena);
	case FIELD_MONEY:
		return read_money(values, field, text_half_width(arena, text));
	case FIELD_GROUP:
	case FIELD_FILES:
		return FIELD_FINE;
	}
	if (state == FIELD_FINE)
		values_put_text(values, field->name, text);
	return state;
}
