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
#include <unistd.h>

#define NAME_PATTERN "portal-%" SCNd64 ".db%n"

const char *edition_path(const char *folder, struct arena *arena)
{
	return arena_format(arena, "%s/portal.db", folder);
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

/* Remove editions older than the newest `keep`, but not the current one. What cannot be removed now is removed next time. */
static void remove_old(const char *folder, int64_t current, int keep, struct arena *arena)
{
	int64_t sizes[256];
	size_t count = 0;
	DIR *directory = opendir(folder);
	struct dirent *entry;

	if (!directory)
		return;
	while ((entry = readdir(directory)) && count < sizeof sizes / sizeof *sizes) {
		int length = 0;

		if (sscanf(entry->d_name, NAME_PATTERN, &sizes[count], &length) == 1 && length && !entry->d_name[length])
			count++;
	}
	closedir(directory);
	qsort(sizes, count, sizeof *sizes, newest_first);
	for (size_t i = (size_t)keep; i < count; i++)
		if (sizes[i] != current)
			unlink(arena_format(arena, "%s/portal-%012" PRId64 ".db", folder, sizes[i]));
}

const char *edition_write(struct sql *working_copy, const char *folder, int64_t size, int keep, struct arena *arena)
{
	const char *writing = arena_format(arena, "%s/portal.db.writing", folder);
	const char *named = arena_format(arena, "%s/portal-%012" PRId64 ".db", folder, size);
	const char *current = edition_path(folder, arena);

	unlink(writing);
	if (!sql_copy_to(working_copy, writing))
		return arena_copy(arena, sql_problem(working_copy));
	/*
	 * The named file first, then a symbolic link to it that is renamed over the current one: readers never see a gap, and
	 * where the link leads tells nginx which edition it is, so that no page of the one before comes from its cache.
	 */
	if (!sync_path(writing, O_RDONLY) || rename(writing, named) != 0 || symlink(strrchr(named, '/') + 1, writing) != 0 ||
	    rename(writing, current) != 0 || !sync_path(folder, O_RDONLY | O_DIRECTORY))
		return arena_format(arena, "%s: %s", writing, strerror(errno));
	remove_old(folder, size, keep, arena);
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
