/* SPDX-License-Identifier: Apache-2.0 */
/* The number to dial in what is written of a telephone. */
#include "telephone.h"

#include <string.h>

#include "text.h"

#define LEAST 3
#define MOST 17         /* fifteen, and two noughts that say that it goes abroad */

/* The next character, the blanks and hyphens of Unicode as plain ones. */
static uint32_t next_plain(const char **at)
{
	uint32_t character = text_next(at);

	if (character == 0x3000 || character == 0xA0)
		return ' ';
	return (character >= 0x2010 && character <= 0x2015) || character == 0x2212 ? '-' : character;
}

static bool is_digit(uint32_t character)
{
	return character >= '0' && character <= '9';
}

static bool is_within(uint32_t character)
{
	return character && character < 0x80 && strchr(" -.()", (int)character);
}

/* From how many digits on a blank or hyphen ends a number: what follows is an extension or the next one. */
static size_t whole_from(const char *digits)
{
	if (*digits == '+')
		return 12;
	if (strncmp(digits, "00", 2) == 0)
		return 14;
	if (*digits == '0' || *digits == '1')
		return 11;      /* area code and number, mobile telephones */
	return strncmp(digits, "400", 3) == 0 || strncmp(digits, "800", 3) == 0 ? 10 : 7;
}

/* The number that begins with a digit or plus; *at moves behind it. How many digits it has. */
static size_t read_number(const char **at, uint32_t first, char *to)
{
	char *begin = to;
	size_t count = is_digit(first);
	bool parted = false;

	*to++ = (char)first;
	while (**at) {
		const char *behind = *at;
		uint32_t character = next_plain(&behind);

		*to = '\0';
		if (is_digit(character) && !(parted && count >= whole_from(begin))) {
			*to++ = (char)character;
			count++;
			parted = false;
		} else if (is_within(character)) {
			parted = true;
		} else {
			break;
		}
		*at = behind;
	}
	*to = '\0';
	return count;
}

const char *telephone_dialed(const char *text, struct arena *arena)
{
	char *digits = arena_take(arena, strlen(text) + 2);

	text = text_half_width(arena, text);
	while (*text) {
		uint32_t character = next_plain(&text);
		size_t count;

		if (!is_digit(character) && character != '+')
			continue;
		count = read_number(&text, character, digits);
		if (count >= LEAST)
			return count <= MOST ? digits : "";
	}
	return "";
}

bool telephone_is_likely(const char *dialed)
{
	size_t count = strlen(dialed) - (*dialed == '+') - (strncmp(dialed, "00", 2) == 0 ? 2 : 0);

	return (count >= 7 && count <= 15) || count == 3 || count == 5 || count == 6;
}
