/* SPDX-License-Identifier: Apache-2.0 */
/* Editions on disk. */
#include "edition.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME_PATTERN "portal-%" SCNd64 ".db%n"
#define TAKEN_BACK "taken-back.db"
#define MOST_EDITIONS 256

const char *edition_path(const char *folder, struct arena *arena)
{
	return arena_format(arena, "%s/portal.db", folder);
}

const char *edition_working(const char *folder, struct arena *arena)
{
	const char *working = arena_format(arena, "%s/working", folder);
	struct stat status;

	/* What fails here is told of by who opens a file in it. */
	if (mkdir(working, 0700) != 0 && lstat(working, &status) == 0 && S_ISDIR(status.st_mode) && (status.st_mode & 077))
		chmod(working, 0700);
	return working;
}

void edition_tidy(const char *folder, struct arena *arena)
{
	static const char *const names[] = { "working.db", "working.db-journal", "rebuild.db", "rebuild.db-journal", "clerk.lock",
					     "portal.db.writing", "working/" TAKEN_BACK, "working/" TAKEN_BACK "-journal" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(arena_format(arena, "%s/%s", folder, names[i]));
}

static bool sync_path(const char *path, int flags)
{
	int file = open(path, flags | O_CLOEXEC);
	bool done = file >= 0 && fsync(file) == 0;

	if (file >= 0)
		close(file);
	return done;
}

static int newest_first(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a < b) - (a > b);
}

/* The sizes of the editions in a folder, newest first. */
static size_t editions_in(const char *folder, int64_t sizes[MOST_EDITIONS])
{
	DIR *directory = opendir(folder);
	struct dirent *entry;
	size_t count = 0;

	if (!directory)
		return 0;
	while ((entry = readdir(directory)) && count < MOST_EDITIONS) {
		int length = 0;

		if (sscanf(entry->d_name, NAME_PATTERN, &sizes[count], &length) == 1 && length && !entry->d_name[length])
			count++;
	}
	closedir(directory);
	qsort(sizes, count, sizeof *sizes, newest_first);
	return count;
}

static const char *path_of(const char *folder, int64_t size, struct arena *arena)
{
	return arena_format(arena, "%s/portal-%012" PRId64 ".db", folder, size);
}

/* Remove editions older than the newest `keep`, but not the current one. What cannot be removed now is removed next time. */
static void remove_old(const char *folder, int64_t current, int keep, struct arena *arena)
{
	int64_t sizes[MOST_EDITIONS];
	size_t count = editions_in(folder, sizes);

	for (size_t i = (size_t)keep; i < count; i++)
		if (sizes[i] != current)
			unlink(path_of(folder, sizes[i], arena));
}

const char *edition_put_forth(const char *path, const char *folder, int64_t size, int keep, struct arena *arena)
{
	const char *named = path_of(folder, size, arena);
	const char *current = edition_path(folder, arena);

	/*
	 * The named file first, then a symbolic link to it that is renamed over the current one: readers never see a gap, and
	 * where the link leads tells nginx which edition it is, so that no page of the one before comes from its cache.
	 */
	if (!sync_path(path, O_RDONLY) || rename(path, named) != 0 || symlink(strrchr(named, '/') + 1, path) != 0 ||
	    rename(path, current) != 0 || !sync_path(folder, O_RDONLY | O_DIRECTORY))
		return arena_format(arena, "%s: %s", path, strerror(errno));
	remove_old(folder, size, keep, arena);
	return NULL;
}

const char *edition_write(struct sql *working_copy, const char *path, const char *folder, int64_t size, int keep, struct arena *arena)
{
	/* Of its own for each working copy: a rebuild may run beside clerk. */
	const char *writing = arena_format(arena, "%s/%s.writing", edition_working(folder, arena), strrchr(path, '/') ? strrchr(path, '/') + 1 : path);

	unlink(writing);
	if (!sql_copy_to(working_copy, writing))
		return arena_copy(arena, sql_problem(working_copy));
	return edition_put_forth(writing, folder, size, keep, arena);
}

static bool leads_to(const char *link, const char *path)
{
	struct stat linked, status;

	/* When in doubt, it does. */
	return stat(link, &linked) != 0 || stat(path, &status) != 0 ||
	       (linked.st_dev == status.st_dev && linked.st_ino == status.st_ino);
}

/*
 * Whether a file that lies where nobody else can open it is nobody's but ours. The kernel gives a write lease only while nobody has the
 * file open or mapped (fcntl(2), F_SETLEASE); where a file system knows no leases, somebody may.
 */
static bool is_ours_alone(const char *path)
{
	int file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	struct stat status;
	bool alone = file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1 &&
		     fcntl(file, F_SETLEASE, F_WRLCK) == 0;

	if (file >= 0)
		close(file);
	return alone;
}

static bool is_among(const int64_t *sizes, size_t count, int64_t size)
{
	for (size_t i = 0; i < count; i++)
		if (sizes[i] == size)
			return true;
	return false;
}

const char *edition_take_back(const char *folder, int64_t size, int keep, const int64_t *own, size_t own_count, struct arena *arena)
{
	const char *taken = arena_format(arena, "%s/" TAKEN_BACK, edition_working(folder, arena));
	int64_t sizes[MOST_EDITIONS];
	size_t count = editions_in(folder, sizes);
	const char *oldest = count ? path_of(folder, sizes[count - 1], arena) : "";

	if (count < 2 || count < (size_t)keep || sizes[0] >= size || !is_among(own, own_count, sizes[count - 1]) ||
	    leads_to(edition_path(folder, arena), oldest) || rename(oldest, taken) != 0)
		return NULL;
	if (is_ours_alone(taken))
		return taken;
	unlink(taken);
	return NULL;
}

static bool copy_file(const char *from, const char *to)
{
	int source = open(from, O_RDONLY | O_CLOEXEC);
	int target = source < 0 ? -1 : open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	ssize_t copied = -1;

	while (target >= 0 && (copied = sendfile(target, source, NULL, 1 << 24)) > 0)
		;
	if (source >= 0)
		close(source);
	if (target >= 0)
		close(target);
	return copied == 0;
}

void edition_begin_from(const char *folder, const char *working_copy, struct arena *arena)
{
	const char *beside = arena_format(arena, "%s.copying", working_copy);
	const char *current = edition_path(folder, arena);

	if (access(working_copy, F_OK) == 0 || access(current, F_OK) != 0)
		return;
	if (copy_file(current, beside))
		rename(beside, working_copy);
	else
		unlink(beside);
}
