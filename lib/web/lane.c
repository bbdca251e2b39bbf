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

#define LANES_FILE "allowances"
#define KEY_SIZE 32
#define SLOTS ((size_t)1024 * 1024)
#define SECONDS_KNOWN 3600

/* 8 MB, of which only what was used takes memory. */
struct shared {
	uint8_t key[KEY_SIZE];
	_Atomic int64_t hour;         /* of the two words below */
	_Atomic uint64_t who_key[2];
	_Atomic int64_t used_until[SLOTS];
};

struct lanes {
	struct shared *shared;
};

/* Made under another name and linked, so that nobody ever sees it half made. */
static bool make_file(int folder)
{
	uint8_t key[KEY_SIZE];
	int file = openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	char path[64];
	bool made;

	if (file < 0)
		return false;
	randombytes_buf(key, sizeof key);
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	made = ftruncate(file, sizeof(struct shared)) == 0 && write(file, key, sizeof key) == (ssize_t)sizeof key &&
	       (linkat(AT_FDCWD, path, folder, LANES_FILE, AT_SYMLINK_FOLLOW) == 0 || errno == EEXIST);
	close(file);
	sodium_memzero(key, sizeof key);
	return made;
}

/* NULL with errno: EFBIG for a file of another size, as another version of the program made it. */
static struct shared *map_file(int folder)
{
	int file = openat(folder, LANES_FILE, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	struct stat status;
	void *at = MAP_FAILED;

	if (file >= 0 && fstat(file, &status) == 0) {
		errno = EFBIG;
		if (status.st_size == (off_t)sizeof(struct shared))
			at = mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	}
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
	if (!lanes->shared && errno == EFBIG)
		*problem = arena_format(arena, "%s/%s: has another size than this program's; remove it while intake stands still", path, LANES_FILE);
	else if (!lanes->shared)
		*problem = arena_format(arena, "%s: %s; make this folder, in memory, for the user of intake (setting 'door')", path,
					strerror(errno));
	if (folder >= 0)
		close(folder);
	return lanes->shared ? lanes : NULL;
}

/* The key by which senders are told apart this hour. Who reads it while another makes it hashes once to a place of nobody's. */
static void who_key(struct shared *shared, int64_t now, uint64_t key[2])
{
	int64_t hour = now / SECONDS_KNOWN, before = atomic_load(&shared->hour);

	if (before != hour && atomic_compare_exchange_strong(&shared->hour, &before, hour)) {
		randombytes_buf(key, 2 * sizeof *key);
		atomic_store(&shared->who_key[0], key[0]);
		atomic_store(&shared->who_key[1], key[1]);
	}
	key[0] = atomic_load(&shared->who_key[0]);
	key[1] = atomic_load(&shared->who_key[1]);
}

static _Atomic int64_t *slot_of(struct lanes *lanes, enum lane lane, const char *who, int64_t now)
{
	uint64_t key[2], hash;
	char text[128];
	int size = snprintf(text, sizeof text, "%d %.100s", (int)lane, who);

	who_key(lanes->shared, now, key);
	crypto_shorthash((unsigned char *)&hash, (const unsigned char *)text, (unsigned long long)size, (const unsigned char *)key);
	return &lanes->shared->used_until[hash % SLOTS];
}

/* Move a lane's moment on by so many units, unless that is later than `most` milliseconds from now. How many it then is. */
static bool move_on(_Atomic int64_t *used_until, int64_t milliseconds, int64_t most, int64_t now, int64_t *later)
{
	int64_t moment = now * 1000, before = atomic_load(used_until), after;

	do {
		after = (before > moment ? before : moment) + milliseconds;
		*later = after - moment;
		if (*later > most)
			return false;
	} while (!atomic_compare_exchange_weak(used_until, &before, after));
	return true;
}

static int seconds(int64_t milliseconds)
{
	return milliseconds <= 0 ? 0 : (int)((milliseconds + 999) / 1000);
}

bool lane_take(struct lanes *lanes, enum lane lane, const char *who, const struct allowance *allowance, int units, int64_t now, int *wait)
{
	int64_t most = allowance->at_once * allowance->milliseconds_each, later;
	bool taken = move_on(slot_of(lanes, lane, who, now), units * allowance->milliseconds_each, most, now, &later);

	*wait = seconds(later - most);
	return taken;
}

bool lane_take_place(struct lanes *lanes, enum lane lane, const char *who, const struct allowance *allowance, int64_t now, int *wait)
{
	int64_t at_once = allowance->at_once * allowance->milliseconds_each, later;
	int64_t most = at_once + allowance->most_waiting * allowance->milliseconds_each;
	bool taken = move_on(slot_of(lanes, lane, who, now), allowance->milliseconds_each, most, now, &later);

	*wait = seconds(later - at_once);
	return taken;
}

const uint8_t *lanes_key(const struct lanes *lanes)
{
	return lanes->shared->key;
}
