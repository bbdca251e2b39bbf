/* SPDX-License-Identifier: Apache-2.0 */
/* The unified social credit code. */
#include "uscc.h"

#include <stddef.h>
#include <string.h>

#define REGION_AT 2
#define ORGANISATION_AT 8
#define ORGANISATION_CHECK_AT 16
#define CHECK_AT 17

/* GB 32100-2015, table of character values; both parts of the code are written in it. */
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static int value_of(char character)
{
	const char *at = character ? strchr(alphabet, character) : NULL;

	return at ? (int)(at - alphabet) : -1;
}

/* GB 32100-2015: weights are the powers of 3 modulo 31. */
static char last_check(const char *uscc)
{
	int sum = 0;

	for (int i = 0, weight = 1; i < CHECK_AT; i++, weight = weight * 3 % 31)
		sum += value_of(uscc[i]) * weight;
	return alphabet[(31 - sum % 31) % 31];
}

/* GB 11714-1997: letters count from A = 10 without gaps. */
static char organisation_check(const char *organisation)
{
	static const int weights[] = { 3, 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0;

	for (int i = 0; i < 8; i++) {
		char character = organisation[i];

		sum += weights[i] * (character <= '9' ? character - '0' : character - 'A' + 10);
	}
	return "0X987654321"[sum % 11];
}

static bool has_only(const char *text, size_t length, const char *characters)
{
	return strlen(text) == length && strspn(text, characters) == length;
}

enum uscc_verdict uscc_check(const char *uscc)
{
	if (strlen(uscc) != USCC_LENGTH_FULL)
		return USCC_LENGTH;
	if (strspn(uscc, alphabet) != USCC_LENGTH_FULL ||
		strspn(uscc + REGION_AT, "0123456789") < ORGANISATION_AT - REGION_AT)
		return USCC_ALPHABET;
	if (uscc[CHECK_AT] != last_check(uscc))
		return USCC_CHECK;
	if (uscc[ORGANISATION_CHECK_AT] != organisation_check(uscc + ORGANISATION_AT))
		return USCC_ORGANISATION_CHECK;
	return USCC_FINE;
}

bool uscc_complete(
	const char *prefix, const char *region, const char *organisation, char uscc[USCC_LENGTH_FULL + 1])
{
	if (!has_only(prefix, 2, alphabet) || !has_only(region, 6, "0123456789") ||
		!has_only(organisation, 8, alphabet))
		return false;
	memcpy(uscc, prefix, 2);
	memcpy(uscc + REGION_AT, region, 6);
	memcpy(uscc + ORGANISATION_AT, organisation, 8);
	uscc[ORGANISATION_CHECK_AT] = organisation_check(organisation);
	uscc[CHECK_AT] = last_check(uscc);
	uscc[USCC_LENGTH_FULL] = '\0';
	return true;
}

bool uscc_fits_kind(const char *uscc, const char *prefixes)
{
	prefixes += strspn(prefixes, " ");
	if (!*prefixes)
		return true;
	while (*prefixes) {
		size_t length = strcspn(prefixes, " ");

		if (!strncmp(uscc, prefixes, length))
			return true;
		prefixes += length;
		prefixes += strspn(prefixes, " ");
	}
	return false;
}
