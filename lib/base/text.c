/* SPDX-License-Identifier: Apache-2.0 */
/* Typed text: well-formedness, what can be seen, length, numbers. */
#include "text.h"

#include <math.h>
#include <string.h>
#include <unicode/uchar.h>

#define CODE_LENGTH 32
#define WHOLE_DIGITS 18
#define KEPT_DIGITS 19
#define EXACT_DIGITS 15

/* Bytes of the well-formed character at bytes, 0 if there is none (Unicode 15, table 3-7). */
static size_t character_size(const unsigned char *bytes, size_t size)
{
	unsigned char first = bytes[0];
	unsigned char low = 0x80, high = 0xBF;
	size_t length;

	if (first < 0x80)
		return first != 0;
	if (first < 0xC2 || first > 0xF4)
		return 0;
	length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
	if (size < length)
		return 0;
	if (first == 0xE0)
		low = 0xA0;
	else if (first == 0xED)
		high = 0x9F;
	else if (first == 0xF0)
		low = 0x90;
	else if (first == 0xF4)
		high = 0x8F;
	if (bytes[1] < low || bytes[1] > high)
		return 0;
	for (size_t i = 2; i < length; i++)
		if ((bytes[i] & 0xC0) != 0x80)
			return 0;
	return length;
}

bool text_is_utf8(const char *bytes, size_t size)
{
	for (size_t at = 0; at < size;) {
		size_t length = character_size((const unsigned char *)bytes + at, size - at);

		if (!length)
			return false;
		at += length;
	}
	return true;
}

char *text_repaired(struct arena *arena, const char *bytes, size_t size, char instead)
{
	char *copy = arena_text(arena, bytes, size), *to = copy;
	bool in_run = false;

	if (text_is_utf8(bytes, size))
		return copy;
	for (size_t at = 0; at < size; at++) {
		bool is_ascii = bytes[at] && !(bytes[at] & 0x80);

		if (is_ascii || !in_run)
			*to++ = is_ascii ? bytes[at] : instead;
		in_run = !is_ascii;
	}
	*to = '\0';
	return copy;
}

size_t text_length(const char *text)
{
	size_t length = 0;

	for (; *text; text++)
		length += ((unsigned char)*text & 0xC0) != 0x80;
	return length;
}

uint32_t text_next(const char **at)
{
	const unsigned char *bytes = (const unsigned char *)*at;
	size_t length = bytes[0] < 0x80 ? bytes[0] != 0 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;

	*at += length;
	switch (length) {
	case 2: return (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
	case 3: return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
	case 4:
		return (bytes[0] & 0x07u) << 18 | (bytes[1] & 0x3Fu) << 12 | (bytes[2] & 0x3Fu) << 6 |
			(bytes[3] & 0x3Fu);
	default: return bytes[0];
	}
}

static bool is_blank(uint32_t character)
{
	return character == ' ' || (character >= '\t' && character <= '\r') || character == 0xA0 ||
	       character == 0x3000 || character == 0xFEFF;
}

char *text_trim(struct arena *arena, const char *text)
{
	const char *from = NULL, *to = text;

	for (const char *at = text; *at;) {
		const char *before = at;

		if (is_blank(text_next(&at)))
			continue;
		if (!from)
			from = before;
		to = at;
	}
	return from ? arena_text(arena, from, (size_t)(to - from)) : arena_text(arena, "", 0);
}

char *text_half_width(struct arena *arena, const char *text)
{
	char *copy = arena_take(arena, strlen(text) + 1), *to = copy;

	while (*text) {
		const char *from = text;
		uint32_t character = text_next(&text);

		if (character >= 0xFF01 && character <= 0xFF5E)
			*to++ = (char)(character - 0xFF01 + '!');
		else
			while (from < text)
				*to++ = *from++;
	}
	*to = '\0';
	return copy;
}

static bool is_new_line(uint32_t character)
{
	return character == '\v' || character == '\f' || character == 0x85 || character == 0x2028 || character == 0x2029;
}

/* Never a character, and forbidden in XML. */
static bool is_noncharacter(uint32_t character)
{
	return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
}

/* ICU's table of this property is part of its code: nothing is loaded. */
static bool is_unseen(uint32_t character)
{
	if (character == '\t' || character == '\n' || character == '\r')
		return false;
	if (character < 0x20 || (character >= 0x7F && character < 0xA0))
		return true;
	if (character < 0xA0 || (character >= 0x4E00 && character <= 0x9FFF))
		return false;
	return (character >= 0xFFF9 && character <= 0xFFFB) || is_noncharacter(character) ||
	       u_hasBinaryProperty((UChar32)character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static char *visible(struct arena *arena, const char *text, char new_line)
{
	char *copy = arena_take(arena, strlen(text) + 1), *to = copy;

	while (*text) {
		const char *from = text;
		uint32_t character = text_next(&text);

		if (is_new_line(character))
			*to++ = new_line;
		else if (!is_unseen(character))
			while (from < text)
				*to++ = *from++;
	}
	return copy;
}

char *text_visible(struct arena *arena, const char *text)
{
	return visible(arena, text, '\n');
}

char *text_visible_line(struct arena *arena, const char *text)
{
	return visible(arena, text, ' ');
}

char *text_unescaped(struct arena *arena, const char *text)
{
	static const struct { const char *reference; char character; } known[] = {
		{ "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&#39;", '\'' }, { "&amp;", '&' },
	};
	char *plain = arena_copy(arena, text), *to = plain;

	while (*text) {
		size_t i = 0;

		while (i < sizeof known / sizeof *known && strncmp(text, known[i].reference, strlen(known[i].reference)) != 0)
			i++;
		if (i == sizeof known / sizeof *known) {
			*to++ = *text++;
			continue;
		}
		*to++ = known[i].character;
		text += strlen(known[i].reference);
	}
	*to = '\0';
	return plain;
}

bool text_is_code(const char *text)
{
	size_t length = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

	return length >= 1 && length <= CODE_LENGTH && !text[length];
}

bool text_has_control(const char *text)
{
	while (*text) {
		uint32_t character = text_next(&text);

		if (character == '\t' || character == '\n' || character == '\r')
			continue;
		if (character < 0x20 || (character >= 0x7F && character < 0xA0))
			return true;
		if ((character >= 0x202A && character <= 0x202E) ||
			(character >= 0x2066 && character <= 0x2069))
			return true;
	}
	return false;
}

bool text_has_line_break(const char *text)
{
	while (*text) {
		uint32_t character = text_next(&text);

		if ((character >= '\n' && character <= '\r') || character == 0x85 || character == 0x2028 ||
			character == 0x2029)
			return true;
	}
	return false;
}

bool text_has_word(const char *words, const char *word)
{
	size_t length = strlen(word);

	while (length && *words) {
		size_t size = strcspn(words, " ");

		if (size == length && strncmp(words, word, size) == 0)
			return true;
		words += size + strspn(words + size, " ");
	}
	return false;
}

bool text_to_integer(const char *text, int64_t *number)
{
	bool negative = *text == '-';
	int64_t value = 0;

	text += negative;
	if (!*text)
		return false;
	for (; *text; text++) {
		if (*text < '0' || *text > '9')
			return false;
		/* Counted downwards, since the smallest number has no positive counterpart. */
		if (__builtin_mul_overflow(value, 10, &value) ||
			__builtin_sub_overflow(value, *text - '0', &value))
			return false;
	}
	if (!negative && value == INT64_MIN)
		return false;
	*number = negative ? value : -value;
	return true;
}

bool text_to_real(const char *text, double *number)
{
	bool negative = *text == '-';
	size_t whole, fraction = 0, kept = 0;
	uint64_t digits = 0;
	long double scale = 1;

	text += negative;
	whole = strspn(text, "0123456789");
	if (whole < 1 || whole > WHOLE_DIGITS)
		return false;
	if (text[whole] == '.') {
		fraction = strspn(text + whole + 1, "0123456789");
		if (fraction < 1 || text[whole + 1 + fraction])
			return false;
	} else if (text[whole]) {
		return false;
	}
	for (; kept < whole; kept++)
		digits = digits * 10 + (uint64_t)(text[kept] - '0');
	for (size_t i = 0; i < fraction && kept < KEPT_DIGITS; i++, kept++) {
		digits = digits * 10 + (uint64_t)(text[whole + 1 + i] - '0');
		scale *= 10;
	}
	/* Up to 15 digits both sides are exact and one division rounds once; more need the wider type. */
	if (kept <= EXACT_DIGITS)
		*number = (double)digits / (double)scale;
	else
		*number = (double)((long double)digits / scale);
	if (negative)
		*number = -*number;
	return true;
}

static char *put_digits(char *to, uint64_t number, int least)
{
	char digits[TEXT_NUMBER_SIZE];
	int count = 0;

	for (; number || count < least; number /= 10)
		digits[count++] = (char)('0' + number % 10);
	while (count)
		*to++ = digits[--count];
	return to;
}

char *text_put_integer(char *to, int64_t number)
{
	if (number < 0)
		*to++ = '-';
	return put_digits(to, number < 0 ? 0 - (uint64_t)number : (uint64_t)number, 1);
}

char *text_put_decimal(char *to, double number, int decimals)
{
	static const uint64_t scales[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
	uint64_t scale = scales[decimals];
	uint64_t units = (uint64_t)(fmin(fabs(number), 1e12) * (double)scale + 0.5);

	if (number < 0 && units)
		*to++ = '-';
	to = put_digits(to, units / scale, 1);
	if (!decimals)
		return to;
	*to++ = '.';
	return put_digits(to, units % scale, decimals);
}
