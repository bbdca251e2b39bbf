/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a disk can make durable: sync FILE SECONDS append|again writes 4 KiB and waits for the disk (fdatasync), one after the other, and
 * prints how many a second. "append" makes the file longer each time, as new data does; "again" writes over the same 4 KiB.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"

#define BLOCK 4096

int main(int count, char **words)
{
	static const char block[BLOCK];
	int file = count == 4 ? open(words[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
	bool append = count == 4 && strcmp(words[3], "append") == 0;
	int64_t from = clock_nanoseconds(), now = from, until;
	long written = 0;

	if (file < 0) {
		fputs("usage: sync FILE SECONDS append|again\n", stderr);
		return 2;
	}
	for (until = from + atoll(words[2]) * 1000000000; now < until; now = clock_nanoseconds()) {
		if (pwrite(file, block, BLOCK, append ? written * BLOCK : 0) != BLOCK || fdatasync(file) != 0) {
			perror(words[1]);
			return 1;
		}
		written++;
	}
	printf("%.1f\n", (double)written * 1e9 / (double)(now - from));
	return unlink(words[1]) == 0 ? 0 : 1;
}
