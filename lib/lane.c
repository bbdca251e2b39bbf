/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lanes: a file mapped by all workers. An allowance is one number, the moment (in thousandths of a second) until which the lane is used
 * up; taking moves it on, by compare and swap, so that a worker killed at any moment leaves nothing locked.
 */
#include "lane.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define LANES_FILE "lanes"
#define KEY_SIZE 32

/* How many units at once, and how long one takes to come back. */
static const struct {
	int64_t most;
	int64_t milliseconds_each;
} allowances[LANES] = {
	[LANE_SLOW_SEND] = { 60, 1000 },
	[LANE_UPLOAD] = { 2048, 250 },
	[LANE_WRONG_CODE] = { 60, 1000 },
};

struct shared {
	uint8_t key[KEY_SIZE];
	_Atomic int64_t used_until[LANES];
};

struct lanes {
	struct shared *shared;
};

/* Made under another name and linked, so that nobody ever sees it half made. */
static bool make_file(int folder)
{
	struct shared first = { 0 };
	int file = openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	char path[64];
	bool made;

	if (file < 0)
		return false;
	randombytes_buf(first.key, sizeof first.key);
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	made = write(file, &first, sizeof first) == (ssize_t)sizeof first &&
	       (linkat(AT_FDCWD, path, folder, LANES_FILE, AT_SYMLINK_FOLLOW) == 0 || errno == EEXIST);
	close(file);
	sodium_memzero(&first, sizeof first);
	return made;
}

static struct shared *map_file(int folder)
{
	int file = openat(folder, LANES_FILE, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	struct stat status;
	void *at = MAP_FAILED;

	if (file >= 0 && fstat(file, &status) == 0 && status.st_size == (off_t)sizeof(struct shared))
		at = mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	if (file >= 0)
		close(file);
	return at == MAP_FAILED ? NULL : at;
}

struct lanes *lanes_open(const char *path, struct arena *arena, const char **problem)
{
	struct lanes *lanes = arena_take(arena, sizeof *lanes);
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (folder >= 0) {
		lanes->shared = map_file(folder);
		if (!lanes->shared && errno == ENOENT && make_file(folder))
			lanes->shared = map_file(folder);
	}
	if (!lanes->shared)
		*problem = arena_format(arena, "%s: %s; make this folder, in memory, for the user of intake (setting 'door')", path,
					strerror(errno));
	if (folder >= 0)
		close(folder);
	return lanes->shared ? lanes : NULL;
}

bool lane_take(struct lanes *lanes, enum lane lane, int units, int64_t now, int *wait)
{
	_Atomic int64_t *used_until = &lanes->shared->used_until[lane];
	int64_t each = allowances[lane].milliseconds_each, moment = now * 1000;
	int64_t before = atomic_load(used_until), after;

	do {
		after = (before > moment ? before : moment) + units * each;
		if (after - moment > allowances[lane].most * each) {
			*wait = (int)((after - moment - allowances[lane].most * each + 999) / 1000);
			return false;
		}
	} while (!atomic_compare_exchange_weak(used_until, &before, after));
	*wait = 0;
	return true;
}

const uint8_t *lanes_key(const struct lanes *lanes)
{
	return lanes->shared->key;
}
