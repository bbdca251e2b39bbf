/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What libFuzzer calls. The fence goes up with the first input, when libFuzzer has made its timer and its thread. The kernel ends a confined
 * harness without a word, so each input is first written down in the file LAST_INPUT names.
 */
#include "harness.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#define LAST_ROOM ((size_t)1024 * 1024)

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* libFuzzer asks for it to print how much memory it has; no program of ours does. */
int getrusage(__rusage_who_t who, struct rusage *usage)
{
	(void)who;
	memset(usage, 0, sizeof *usage);
	return 0;
}

/* A file of the last input, or NULL: nobody wants one. */
static uint8_t *open_last(void)
{
	const char *path = getenv("LAST_INPUT");
	int file = path ? open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
	uint8_t *last = MAP_FAILED;

	if (file >= 0 && ftruncate(file, (off_t)(sizeof(uint64_t) + LAST_ROOM)) == 0)
		last = mmap(NULL, sizeof(uint64_t) + LAST_ROOM, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	if (file >= 0)
		close(file);
	return last == MAP_FAILED ? NULL : last;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static bool begun;
	static uint8_t *last;
	const char *problem = "";
	uint64_t written = size < LAST_ROOM ? size : LAST_ROOM;

	if (!begun) {
		last = open_last();
		if (!harness.begin() || !confine(harness.to, &problem)) {
			fprintf(stderr, "it cannot begin: %s\n", problem);
			exit(1);
		}
		begun = true;
	}
	if (last) {
		memcpy(last, &written, sizeof written);
		memcpy(last + sizeof written, bytes, written);
	}
	harness.look(bytes, size);
	return 0;
}
