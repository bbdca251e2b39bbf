/* SPDX-License-Identifier: Apache-2.0 */
/*
 * probe ADDRESS SECONDS FILE: a request every 10 ms over one connection of its own, for the paths in FILE one after the other.
 * Prints how many, and their median, p99 and worst in milliseconds. Shows whether one visitor is starved by the others.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client.h"
#include "lib/base/clock.h"

#define EVERY_MILLISECONDS 10
#define MOST_PATHS 4096
#define MOST_SAMPLES 100000

static char paths[MOST_PATHS][256];
static int64_t samples[MOST_SAMPLES];
static struct client client;

static size_t read_paths(const char *name)
{
	FILE *file = fopen(name, "r");
	size_t count = 0;

	if (!file)
		err(1, "%s", name);
	while (count < MOST_PATHS && fscanf(file, "%255s", paths[count]) == 1)
		count++;
	fclose(file);
	if (!count)
		errx(1, "%s: no paths", name);
	return count;
}

static int by_size(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

static double milliseconds(size_t place)
{
	return (double)samples[place] / 1e6;
}

int main(int count, char **words)
{
	size_t path_count, made = 0;
	int64_t end;

	if (count != 4)
		errx(2, "usage: probe ADDRESS SECONDS FILE");
	path_count = read_paths(words[3]);
	client_open(&client, words[1]);
	end = clock_nanoseconds() + (int64_t)(atof(words[2]) * 1e9);
	while (made < MOST_SAMPLES && clock_nanoseconds() < end) {
		int64_t started = clock_nanoseconds(), rest;

		client_get(&client, paths[made % path_count]);
		samples[made++] = clock_nanoseconds() - started;
		rest = EVERY_MILLISECONDS - (clock_nanoseconds() - started) / 1000000;
		if (rest > 0)
			clock_sleep((int)rest);
	}
	if (!made)
		errx(1, "no time to measure anything");
	qsort(samples, made, sizeof *samples, by_size);
	printf("%zu %.3f %.3f %.3f\n", made, milliseconds(made / 2), milliseconds(made * 99 / 100), milliseconds(made - 1));
	return 0;
}
