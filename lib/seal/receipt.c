/* SPDX-License-Identifier: Apache-2.0 */
/* The receipt code. */
#include "receipt.h"

#include <sodium.h>
#include <string.h>

#include "lib/base/text.h"

#define FIELD_BITS 0x25                 /* x^5 + x^2 + 1, of which x is primitive */

/* Crockford: no I L O U. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/*
 * (x - a)(x - a^2)(x - a^3)(x - a^4) with a = 2, without its leading 1, the highest power first. Four consecutive powers of
 * a as roots make the distance 5, as 24 symbols are not more than the 31 that the field has powers.
 */
static const uint8_t generator[RECEIPT_CHECK] = { 30, 6, 9, 17 };

/* In GF(32), without a branch on what is multiplied. */
static uint8_t product(unsigned left, unsigned right)
{
	unsigned sum = 0;

	for (unsigned bit = 0; bit < 5; bit++)
		sum ^= (left << bit) & (0u - ((right >> bit) & 1));
	for (unsigned bit = 8; bit >= 5; bit--)
		sum ^= (FIELD_BITS << (bit - 5)) & (0u - ((sum >> bit) & 1));
	return (uint8_t)sum;
}

/* The remainder of the random symbols, four places up, by the generator. */
static void check_symbols(const uint8_t *symbols, uint8_t check[RECEIPT_CHECK])
{
	memset(check, 0, RECEIPT_CHECK);
	for (int i = 0; i < RECEIPT_RANDOM; i++) {
		uint8_t lead = check[0] ^ symbols[i];

		for (int place = 0; place < RECEIPT_CHECK; place++) {
			uint8_t next = place + 1 < RECEIPT_CHECK ? check[place + 1] : 0;

			check[place] = next ^ product(lead, generator[place]);
		}
	}
}

void receipt_make(struct receipt *receipt)
{
	randombytes_buf(receipt->symbols, RECEIPT_RANDOM);
	for (int i = 0; i < RECEIPT_RANDOM; i++)
		receipt->symbols[i] &= 31;
	check_symbols(receipt->symbols, receipt->symbols + RECEIPT_RANDOM);
}

/* What separates groups, as people and their keyboards write it. */
static bool is_between(uint32_t character)
{
	return (character >= '\t' && character <= '\r') || character == ' ' || character == '-' || character == 0xA0 ||
		character == 0xAD ||                                            /* soft hyphen */
		(character >= 0x2000 && character <= 0x200B) ||                 /* blanks of all widths */
		(character >= 0x2010 && character <= 0x2015) ||                 /* hyphens and dashes */
		character == 0x202F || character == 0x205F || character == 0x2212 || character == 0x3000 ||
		character == 0xFE58 || character == 0xFE63 || character == 0xFF0D || character == 0xFEFF;
}

/* The value of a character, -1 when no code has it. */
static int value_of(uint32_t character)
{
	const char *at;

	if (character >= 0xFF01 && character <= 0xFF5E)
		character -= 0xFF01 - '!';      /* full-width */
	if (character >= 'a' && character <= 'z')
		character -= 'a' - 'A';
	if (character == 'O')
		return 0;
	if (character == 'I' || character == 'L')
		return 1;
	at = character && character < 0x80 ? strchr(alphabet, (int)character) : NULL;
	return at ? (int)(at - alphabet) : -1;
}

static enum receipt_verdict read_symbols(const char *text, struct receipt *receipt)
{
	uint8_t check[RECEIPT_CHECK];
	size_t count = 0;
	uint32_t character;

	if (!text_is_utf8(text, strlen(text)))
		return RECEIPT_ALPHABET;
	while ((character = text_next(&text))) {
		int value;

		if (is_between(character))
			continue;
		value = value_of(character);
		if (value < 0)
			return RECEIPT_ALPHABET;
		if (count < RECEIPT_SYMBOLS)
			receipt->symbols[count] = (uint8_t)value;
		count++;
	}
	if (count != RECEIPT_SYMBOLS)
		return RECEIPT_LENGTH;
	check_symbols(receipt->symbols, check);
	return memcmp(check, receipt->symbols + RECEIPT_RANDOM, RECEIPT_CHECK) == 0 ? RECEIPT_FINE : RECEIPT_MISTYPED;
}

enum receipt_verdict receipt_read(const char *text, struct receipt *receipt)
{
	enum receipt_verdict verdict = read_symbols(text, receipt);

	if (verdict != RECEIPT_FINE)
		receipt_wipe(receipt);
	return verdict;
}

void receipt_print(const struct receipt *receipt, char text[RECEIPT_TEXT])
{
	char *to = text;

	for (int i = 0; i < RECEIPT_SYMBOLS; i++) {
		if (i && i % RECEIPT_GROUP == 0)
			*to++ = '-';
		*to++ = alphabet[receipt->symbols[i] & 31];
	}
	*to = '\0';
}

void receipt_wipe(struct receipt *receipt)
{
	sodium_memzero(receipt, sizeof *receipt);
}

/* The check symbols add nothing: another check would not change what is derived. */
static void derive(const struct receipt *receipt, const char *label, uint8_t hash[RECEIPT_HASH])
{
	uint8_t personal[crypto_generichash_blake2b_PERSONALBYTES] = { 0 };
	char symbols[RECEIPT_RANDOM];

	for (size_t i = 0; i < sizeof personal && label[i]; i++)
		personal[i] = (uint8_t)label[i];
	for (int i = 0; i < RECEIPT_RANDOM; i++)
		symbols[i] = alphabet[receipt->symbols[i] & 31];
	crypto_generichash_blake2b_salt_personal(
		hash, RECEIPT_HASH, (const uint8_t *)symbols, sizeof symbols, NULL, 0, NULL, personal);
	sodium_memzero(symbols, sizeof symbols);
}

void receipt_lookup(const struct receipt *receipt, uint8_t lookup[RECEIPT_HASH])
{
	derive(receipt, "shanyu.lookup", lookup);
}

void receipt_key(const struct receipt *receipt, uint8_t key[RECEIPT_HASH])
{
	derive(receipt, "shanyu.key", key);
}

void receipt_envelope(const struct receipt *receipt, char name[RECEIPT_NAME])
{
	uint8_t hash[RECEIPT_HASH];

	derive(receipt, "shanyu.envelope", hash);
	sodium_bin2hex(name, RECEIPT_NAME, hash, sizeof hash);
}
