/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Complaints ready to be sent, for tests: letters CONFIG COUNT prints so many bodies for /complaint/send, one a line, each with a receipt of its own
 * and with its proof of work. The proofs are made with the key of the intake's machine, so that the work need not be done here.
 */
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/clock.h"
#include "lib/base/config.h"
#include "lib/web/lane.h"
#include "lib/seal/receipt.h"

#define HEX (2 * crypto_hash_sha256_BYTES + 1)

static void print_one(const uint8_t *key, int64_t expires, int number)
{
	char name[RECEIPT_NAME], code[RECEIPT_TEXT], salt[200], text[220], challenge[HEX], signature[HEX], json[700], proof[1000];
	unsigned char hash[crypto_hash_sha256_BYTES];
	struct receipt receipt;

	receipt_make(&receipt);
	receipt_print(&receipt, code);
	receipt_envelope(&receipt, name);
	snprintf(salt, sizeof salt, "0123456789abcdef01234567?expires=%" PRId64 "&name=%s&", expires, name);
	snprintf(text, sizeof text, "%s1", salt);
	crypto_hash_sha256(hash, (const unsigned char *)text, strlen(text));
	sodium_bin2hex(challenge, sizeof challenge, hash, sizeof hash);
	crypto_auth_hmacsha256(hash, (const unsigned char *)challenge, strlen(challenge), key);
	sodium_bin2hex(signature, sizeof signature, hash, sizeof hash);
	snprintf(json, sizeof json, "{\"algorithm\":\"SHA-256\",\"challenge\":\"%s\",\"number\":1,\"salt\":\"%s\",\"signature\":\"%s\"}",
		 challenge, salt, signature);
	sodium_bin2base64(proof, sizeof proof, (const unsigned char *)json, strlen(json), sodium_base64_VARIANT_ORIGINAL);
	for (char *at = proof; (at = strchr(at, '+')); at++)
		*at = ' ';
	printf("receipt=%s&kind=COMPLAINT&place=here&going_on=no&anonymous=1&story=letter+number+%d+of+a+test&altcha=", code, number);
	for (const char *at = proof; *at; at++)
		if (*at == ' ')
			fputs("%2B", stdout);
		else if (*at == '/')
			fputs("%2F", stdout);
		else if (*at == '=')
			fputs("%3D", stdout);
		else
			putchar(*at);
	putchar('\n');
}

int main(int count, char **words)
{
	struct arena *arena = arena_new((size_t)4 * 1024 * 1024);
	const char *problem = "";
	const struct config *config = sodium_init() < 0 || count != 3 ? NULL : config_read(words[1], arena, &problem);
	struct lanes *lanes = config ? lanes_open(config->door, arena, &problem) : NULL;

	if (!lanes) {
		fprintf(stderr, "letters: %s\n", problem);
		return 1;
	}
	for (int i = 0; i < atoi(words[2]); i++)
		print_one(lanes_key(lanes), clock_now() + 3600, i);
	arena_free(arena);
	return 0;
}
