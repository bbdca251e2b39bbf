/* SPDX-License-Identifier: Apache-2.0 */
/* The ALTCHA protocol, version 1. */
#include "proof_of_work.h"

#include <inttypes.h>
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/json.h"
#include "lib/base/text.h"

#define HEX_SIZE (2 * crypto_hash_sha256_BYTES + 1)
#define LONGEST_SALT 256
#define LONGEST_PAYLOAD 2048

/* SHA-256 of the salt and the number behind it. */
static void challenge_of(const char *salt, int64_t number, char hex[HEX_SIZE])
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char text[LONGEST_SALT + 24];
	int size = snprintf(text, sizeof text, "%s%" PRId64, salt, number);

	crypto_hash_sha256(hash, (const unsigned char *)text, (unsigned long long)size);
	sodium_bin2hex(hex, HEX_SIZE, hash, sizeof hash);
}

static void signature_of(const uint8_t key[PROOF_KEY], const char *challenge, char hex[HEX_SIZE])
{
	unsigned char mac[crypto_auth_hmacsha256_BYTES];

	crypto_auth_hmacsha256(mac, (const unsigned char *)challenge, strlen(challenge), key);
	sodium_bin2hex(hex, HEX_SIZE, mac, sizeof mac);
}

/* The salt ends with '&': without it, digits of the expiry and of the number could be moved across. */
static const char *salt_end(const char *name, int64_t expires, struct arena *arena)
{
	return arena_format(arena, "?expires=%" PRId64 "&name=%s&", expires, name);
}

const char *proof_of_work_challenge(const uint8_t key[PROOF_KEY], const char *name, int64_t now, struct arena *arena)
{
	unsigned char random[12];
	char random_hex[2 * sizeof random + 1], challenge[HEX_SIZE], signature[HEX_SIZE];
	const char *salt;

	randombytes_buf(random, sizeof random);
	sodium_bin2hex(random_hex, sizeof random_hex, random, sizeof random);
	salt = arena_format(arena, "%s%s", random_hex, salt_end(name, now + PROOF_SECONDS_VALID, arena));
	challenge_of(salt, randombytes_uniform(PROOF_LARGEST_NUMBER + 1), challenge);
	signature_of(key, challenge, signature);
	return json_canonical(json_pack("{s:s, s:s, s:i, s:s, s:s}", "algorithm", "SHA-256", "challenge", challenge, "maxnumber",
					PROOF_LARGEST_NUMBER, "salt", salt, "signature", signature),
			      arena);
}

/* Whether the salt is one of ours for this name, and when it expires: 24 hexadecimal digits, then salt_end(). */
static bool salt_is_for(const char *salt, const char *name, int64_t now)
{
	char expected[LONGEST_SALT];
	const char *digits;
	int64_t expires;
	char number[24];
	size_t size;

	if (strlen(salt) >= LONGEST_SALT || strspn(salt, "0123456789abcdef") != 24 || strncmp(salt + 24, "?expires=", 9) != 0)
		return false;
	digits = salt + 24 + 9;
	size = strspn(digits, "0123456789");
	if (!size || size >= sizeof number)
		return false;
	memcpy(number, digits, size);
	number[size] = '\0';
	snprintf(expected, sizeof expected, "&name=%s&", name);
	return strcmp(digits + size, expected) == 0 && text_to_integer(number, &expires) && expires >= now;
}

static bool solves(const uint8_t key[PROOF_KEY], json_t *answer, const char *name, int64_t now)
{
	const char *algorithm = json_string_value(json_object_get(answer, "algorithm"));
	const char *challenge = json_string_value(json_object_get(answer, "challenge"));
	const char *salt = json_string_value(json_object_get(answer, "salt"));
	const char *signature = json_string_value(json_object_get(answer, "signature"));
	const json_t *number = json_object_get(answer, "number");
	char expected[HEX_SIZE];

	if (!algorithm || strcmp(algorithm, "SHA-256") != 0 || !challenge || !salt || !signature || !json_is_integer(number) ||
	    strlen(challenge) != HEX_SIZE - 1 || strlen(signature) != HEX_SIZE - 1 || !salt_is_for(salt, name, now))
		return false;
	challenge_of(salt, json_integer_value(number), expected);
	if (strcmp(expected, challenge) != 0)
		return false;
	signature_of(key, challenge, expected);
	return sodium_memcmp(expected, signature, HEX_SIZE - 1) == 0;
}

bool proof_of_work_verify(const uint8_t key[PROOF_KEY], const char *payload, const char *name, int64_t now)
{
	char bytes[LONGEST_PAYLOAD];
	size_t size;
	json_t *answer;
	bool fine;

	if (sodium_base642bin((unsigned char *)bytes, sizeof bytes, payload, strlen(payload), NULL, &size, NULL,
			      sodium_base64_VARIANT_ORIGINAL) != 0)
		return false;
	answer = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, NULL);
	fine = json_is_object(answer) && solves(key, answer, name, now);
	json_decref(answer);
	return fine;
}
