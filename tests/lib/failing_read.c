/* SPDX-License-Identifier: Apache-2.0 */
/*
 * To be preloaded: a disk that fails in the middle of a file. read() fails with EIO behind the first 4096 bytes of every file whose name ends as
 * evidence's does ("-f" and 16 digits), while there is the file that FAILING_WHILE names.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_evidence(int file)
{
	char link[64], path[4096];
	ssize_t size;

	snprintf(link, sizeof link, "/proc/self/fd/%d", file);
	size = readlink(link, path, sizeof path - 1);
	if (size < 18)
		return 0;
	path[size] = '\0';
	return strncmp(path + size - 18, "-f", 2) == 0 && strspn(path + size - 16, "0123456789abcdef") == 16;
}

ssize_t read(int file, void *bytes, size_t size)
{
	static ssize_t (*real)(int, void *, size_t);
	const char *until = getenv("FAILING_WHILE");

	if (!real)
		real = (ssize_t (*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
	if (until && access(until, F_OK) == 0 && is_evidence(file)) {
		if (lseek(file, 0, SEEK_CUR) > 0) {
			errno = EIO;
			return -1;
		}
		size = size < 4096 ? size : 4096;
	}
	return real(file, bytes, size);
}
