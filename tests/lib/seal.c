/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What anybody can do who knows the office's public key: seal CONFIG NAME puts what it reads into the inbox as a letter of that name, whatever
 * it says; seal CONFIG NAME FILE the file as evidence.
 */
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/arena.h"
#include "lib/base/config.h"
#include "lib/seal/envelope.h"

static bool seal_all(struct envelope *envelope, int from)
{
	char piece[4096];
	ssize_t count;

	while ((count = read(from, piece, sizeof piece)) > 0)
		if (!envelope_write(envelope, piece, (size_t)count))
			return false;
	return count == 0;
}

int main(int count, char **words)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	const char *problem = "usage: seal CONFIG NAME [FILE]";
	const struct config *config = sodium_init() < 0 || count < 3 ? NULL : config_read(words[1], arena, &problem);
	int from = count == 4 ? open(words[3], O_RDONLY) : STDIN_FILENO;
	int inbox = config ? open(config->inbox, O_PATH | O_DIRECTORY) : -1;
	uint8_t key[ENVELOPE_KEY];
	struct envelope *envelope;
	size_t size;

	if (!config || inbox < 0 || from < 0 ||
	    sodium_hex2bin(key, sizeof key, config->office_public_key, strlen(config->office_public_key), NULL, &size, NULL) != 0) {
		fprintf(stderr, "seal: %s\n", problem);
		return 1;
	}
	envelope = envelope_begin(inbox, key);
	if (!envelope || !envelope_part(envelope, count == 4 ? ENVELOPE_FILE : ENVELOPE_LETTER, count == 4 ? words[3] : "letter") ||
	    !seal_all(envelope, from) || envelope_end(envelope, words[2]) != ENVELOPE_SENT) {
		perror("seal");
		return 1;
	}
	return 0;
}
