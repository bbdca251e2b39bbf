/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/proof_of_work.h promises. */
#include "lib/web/proof_of_work.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

static int start(void **state)
{
	(void)state;
	return sodium_init() < 0;
}

static const uint8_t key[PROOF_KEY] = "a key of thirty-two bytes, of it";

/* The value of a text member of flat JSON. */
static const char *member(const char *json, const char *name, struct arena *arena)
{
	const char *at = strstr(json, arena_format(arena, "\"%s\":\"", name));

	at = strchr(at, ':') + 2;
	return arena_text(arena, at, strcspn(at, "\""));
}

static const char *payload_of(const char *salt, const char *challenge, const char *signature, int number, struct arena *arena)
{
	const char *json = arena_format(arena, "{\"algorithm\":\"SHA-256\",\"challenge\":\"%s\",\"number\":%d,\"salt\":\"%s\",\"signature\":\"%s\"}",
					challenge, number, salt, signature);
	size_t room = sodium_base64_encoded_len(strlen(json), sodium_base64_VARIANT_ORIGINAL);

	return sodium_bin2base64(arena_take(arena, room), room, (const unsigned char *)json, strlen(json), sodium_base64_VARIANT_ORIGINAL);
}

/* Do the work, as a browser does. */
static int solve(const char *salt, const char *challenge)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char text[300], hex[2 * sizeof hash + 1];

	for (int number = 0; number <= PROOF_LARGEST_NUMBER; number++) {
		int size = snprintf(text, sizeof text, "%s%d", salt, number);

		crypto_hash_sha256(hash, (const unsigned char *)text, (unsigned long long)size);
		if (strcmp(sodium_bin2hex(hex, sizeof hex, hash, sizeof hash), challenge) == 0)
			return number;
	}
	return -1;
}

static void a_solved_challenge_passes_for_its_name_until_it_expires(void **state)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	const char *challenge = proof_of_work_challenge(key, "abc-m1", 1000000, arena);
	const char *salt = member(challenge, "salt", arena), *hash = member(challenge, "challenge", arena);
	const char *payload = payload_of(salt, hash, member(challenge, "signature", arena), solve(salt, hash), arena);

	(void)state;
	assert_true(proof_of_work_verify(key, payload, "abc-m1", 1000001));
	assert_true(proof_of_work_verify(key, payload, "abc-m1", 1000000 + PROOF_SECONDS_VALID));
	assert_false(proof_of_work_verify(key, payload, "abc-m1", 1000001 + PROOF_SECONDS_VALID));
	assert_false(proof_of_work_verify(key, payload, "abc-m2", 1000001));
	arena_free(arena);
}

static void a_wrong_number_or_a_signature_of_another_key_does_not_pass(void **state)
{
	static const uint8_t other[PROOF_KEY] = "another key of thirty-two bytes.";
	struct arena *arena = arena_new((size_t)1024 * 1024);
	const char *challenge = proof_of_work_challenge(key, "abc", 1000000, arena);
	const char *salt = member(challenge, "salt", arena), *hash = member(challenge, "challenge", arena);
	const char *signature = member(challenge, "signature", arena);
	int number = solve(salt, hash);

	(void)state;
	assert_false(proof_of_work_verify(key, payload_of(salt, hash, signature, number + 1, arena), "abc", 1000001));
	assert_false(proof_of_work_verify(other, payload_of(salt, hash, signature, number, arena), "abc", 1000001));
	arena_free(arena);
}

static void digits_moved_between_expiry_and_number_do_not_pass(void **state)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	const char *challenge = proof_of_work_challenge(key, "abc", 1000000, arena);
	const char *salt = member(challenge, "salt", arena), *hash = member(challenge, "challenge", arena);
	int number = solve(salt, hash);
	const char *spliced = arena_format(arena, "%s%d", salt, number / 10);

	(void)state;
	assert_false(proof_of_work_verify(key, payload_of(spliced, hash, member(challenge, "signature", arena), number % 10, arena), "abc", 1000001));
	arena_free(arena);
}

static void garbage_does_not_pass(void **state)
{
	(void)state;
	assert_false(proof_of_work_verify(key, "", "abc", 1));
	assert_false(proof_of_work_verify(key, "!!!!", "abc", 1));
	assert_false(proof_of_work_verify(key, "e30=", "abc", 1));
	assert_false(proof_of_work_verify(key, "W10=", "abc", 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_solved_challenge_passes_for_its_name_until_it_expires),
		cmocka_unit_test(a_wrong_number_or_a_signature_of_another_key_does_not_pass),
		cmocka_unit_test(digits_moved_between_expiry_and_number_do_not_pass),
		cmocka_unit_test(garbage_does_not_pass),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
