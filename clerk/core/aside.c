/* SPDX-License-Identifier: Apache-2.0 */
/* Setting aside. */
#include "aside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "lib/base/log.h"

#define WRITING ".writing"
#define MOST_OF_ONE_NAME 100
#define LONGEST_NAME 128
#define PIECE 65536
/* Left free, since the registry lies on the same disk. */
#define RESERVE ((uint64_t)512 * 1024 * 1024)

static bool complain(struct aside *aside, const char *why)
{
	char line[640];

	snprintf(line, sizeof line, "nothing can be set aside, so it stays in the inbox: %s: %s", aside->path, why);
	duty_complain(&aside->complaint, line);
	return false;
}

bool aside_open(struct aside *aside, const struct config *config)
{
	struct stat status;

	if (aside->at >= 0)
		return true;
	aside->path = config->aside;
	if (mkdir(aside->path, 0700) != 0 && errno != EEXIST)
		return complain(aside, strerror(errno));
	aside->at = open(aside->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
	if (aside->at < 0 || fstat(aside->at, &status) != 0)
		return complain(aside, strerror(errno));
	if (status.st_uid == geteuid() && ((status.st_mode & 077) == 0 || fchmod(aside->at, 0700) == 0))
		return true;
	aside_close(aside);
	return complain(aside, "it is not clerk's own folder with mode 0700");
}

void aside_close(struct aside *aside)
{
	if (aside->at >= 0)
		close(aside->at);
	aside->at = -1;
}

static bool has_room(const struct aside *aside, off_t size)
{
	struct statvfs room;

	return fstatvfs(aside->at, &room) == 0 && (uint64_t)room.f_bavail * room.f_frsize > RESERVE + (uint64_t)size;
}

enum naming { NAME_FREE, NAME_IS_IT, NAME_NONE };

/* The first name that is free; or what is there is this very one, whose original could not be removed the last time. */
static enum naming find_name(const struct aside *aside, const char *name, const struct stat *status, char *found, size_t room)
{
	struct stat other;

	snprintf(found, room, "%s", name);
	for (int i = 2; fstatat(aside->at, found, &other, AT_SYMLINK_NOFOLLOW) == 0; i++) {
		if (other.st_size == status->st_size && other.st_mtim.tv_sec == status->st_mtim.tv_sec &&
		    other.st_mtim.tv_nsec == status->st_mtim.tv_nsec)
			return NAME_IS_IT;
		if (i > MOST_OF_ONE_NAME)
			return NAME_NONE;
		snprintf(found, room, "%s.%d", name, i);
	}
	return NAME_FREE;
}

static bool write_all(int to, const char *bytes, ssize_t size)
{
	while (size > 0) {
		ssize_t wrote = write(to, bytes, (size_t)size);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return false;
		bytes += wrote;
		size -= wrote;
	}
	return true;
}

static bool write_copy(int to, int copy, off_t size)
{
	char piece[PIECE];
	off_t at = 0;
	ssize_t count;

	while ((count = pread(copy, piece, sizeof piece, at)) > 0 && write_all(to, piece, count))
		at += count;
	return count == 0 && at == size;
}

/* On disk with all it has, then under its name. */
static bool put(const struct aside *aside, const char *name, int copy, const struct stat *status)
{
	const struct timespec times[2] = { status->st_mtim, status->st_mtim };
	int file;
	bool written;

	unlinkat(aside->at, WRITING, 0);
	file = openat(aside->at, WRITING, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0400);
	if (file < 0)
		return false;
	written = write_copy(file, copy, status->st_size) && futimens(file, times) == 0 && fsync(file) == 0;
	close(file);
	return written && renameat(aside->at, WRITING, aside->at, name) == 0 && fsync(aside->at) == 0;
}

bool aside_keep(struct aside *aside, const char *name, int copy, const struct stat *status)
{
	char found[LONGEST_NAME + 8];
	enum naming naming = strlen(name) > LONGEST_NAME ? NAME_NONE : find_name(aside, name, status, found, sizeof found);

	if (naming == NAME_IS_IT)
		return true;
	if (naming == NAME_NONE)
		return complain(aside, "there are a hundred of one name");
	if (!has_room(aside, status->st_size))
		return complain(aside, "there is too little room");
	return put(aside, found, copy, status) || complain(aside, strerror(errno));
}

bool aside_each(struct aside *aside, bool (*each)(void *with, const char *name), void *with)
{
	int at = openat(aside->at, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *list = at < 0 ? NULL : fdopendir(at);
	struct dirent *entry;
	char name[LONGEST_NAME + 1];
	bool fine = list != NULL;

	if (!list && at >= 0)
		close(at);
	while (fine && (entry = readdir(list))) {
		size_t length = strcspn(entry->d_name, ".");

		if (length == 0 || length >= sizeof name)
			continue;
		snprintf(name, sizeof name, "%.*s", (int)length, entry->d_name);
		fine = each(with, name);
	}
	if (list)
		closedir(list);
	return fine;
}

static bool remove_one(struct aside *aside, const char *found)
{
	return unlinkat(aside->at, found, 0) == 0 || errno == ENOENT;
}

bool aside_remove(struct aside *aside, const char *name)
{
	char found[LONGEST_NAME + 8];
	bool fine = aside->at >= 0 && strlen(name) <= LONGEST_NAME && !strchr(name, '/') && remove_one(aside, name);

	for (int i = 2; fine && i <= MOST_OF_ONE_NAME; i++) {
		snprintf(found, sizeof found, "%s.%d", name, i);
		fine = remove_one(aside, found);
	}
	return fine && fsync(aside->at) == 0;
}

static void bring_one(struct aside *aside, const struct inbox *old, const char *name)
{
	const char *reason;
	struct stat status;
	int copy;

	if (name[0] == '.' || inbox_copy(old, name, &copy, &status, &reason) != INBOX_FINE)
		return;
	if (aside_keep(aside, name, copy, &status))
		inbox_remove(old, name, &status);
	close(copy);
}

/* Only if the folder is our own and was nobody else's: what strangers may have put there in its place is not looked at. */
void aside_bring_over(struct aside *aside, const struct inbox *inbox)
{
	struct inbox old = *inbox;
	struct stat status;
	struct dirent *entry;
	DIR *list;

	old.at = openat(inbox->at, "aside", O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
	if (old.at < 0)
		return;
	list = fstat(old.at, &status) == 0 && status.st_uid == geteuid() && (status.st_mode & 022) == 0 ? inbox_entries(&old) : NULL;
	while (list && (entry = readdir(list)))
		bring_one(aside, &old, entry->d_name);
	if (list)
		closedir(list);
	close(old.at);
	if (unlinkat(inbox->at, "aside", AT_REMOVEDIR) == 0)
		log_line(LOG_NOTICE_LINE, "what lay in %s/aside lies in %s now", inbox->path, aside->path);
	else
		log_line(LOG_WARNING_LINE, "%s/aside: not all of it could be brought to %s; look at what is left, and remove it", inbox->path,
			 aside->path);
}
