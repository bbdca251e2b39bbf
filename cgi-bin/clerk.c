/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clerk: the daemon between the two doors. It reads the registry's publication log and writes the public editions.
 * It listens to no socket.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "clerk/follow.h"

int main(int count, char **words)
{
	const char *path = count == 3 && strcmp(words[1], "--config") == 0 ? words[2] : NULL;
	struct arena *arena = arena_new((size_t)1024 * 1024);
	const struct config *config;
	const char *problem;
	int code = 2;

	if (sodium_init() < 0 || (count != 1 && !path)) {
		fprintf(stderr, "usage: clerk [--config FILE]\n");
	} else {
		config = config_read(path, arena, &problem);
		if (!config)
			fprintf(stderr, "clerk: %s\n", problem);
		code = config ? follow_log(config) : 1;
	}
	arena_free(arena);
	return code;
}
