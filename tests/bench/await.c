/* SPDX-License-Identifier: Apache-2.0 */
/*
 * await ADDRESS PATH TEXT COMMAND...: runs the command, then asks for the page until it shows the text. Prints the milliseconds
 * from the command's end until then. Refuses a page that shows the text before.
 */
#include <err.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "client.h"
#include "lib/base/clock.h"

#define PATIENCE_NANOSECONDS 30000000000

extern char **environ;

static struct client client;

static void run(char **command)
{
	int status;
	pid_t child;

	if (posix_spawnp(&child, command[0], NULL, NULL, command, environ) != 0 || waitpid(child, &status, 0) != child)
		err(1, "%s", command[0]);
	if (status != 0)
		errx(1, "%s failed", command[0]);
}

int main(int count, char **words)
{
	int64_t published;

	if (count < 5)
		errx(2, "usage: await ADDRESS PATH TEXT COMMAND...");
	client_open(&client, words[1]);
	client_get(&client, words[2]);
	if (strstr(client.bytes, words[3]))
		errx(1, "%s shows '%s' already", words[2], words[3]);
	run(words + 4);
	published = clock_nanoseconds();
	for (client_get(&client, words[2]); !strstr(client.bytes, words[3]); client_get(&client, words[2])) {
		if (clock_nanoseconds() - published > PATIENCE_NANOSECONDS)
			errx(1, "%s does not show '%s' after 30 s", words[2], words[3]);
		clock_sleep(1);
	}
	printf("%.1f\n", (double)(clock_nanoseconds() - published) / 1e6);
	return 0;
}
