/* SPDX-License-Identifier: Apache-2.0 */
/* What strangers put into a folder, and what of it is believed. */
#include "inbox.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/base/text.h"

#define PIECE 65536

/* Put right what can be, and say what only the folder's owner can. */
static void see_to_mode(struct inbox *inbox)
{
	struct stat status;

	if (fstat(inbox->at, &status) != 0)
		return;
	if (!(status.st_mode & S_ISVTX) && fchmod(inbox->at, (status.st_mode & 07777) | S_ISVTX) != 0)
		duty_complain(&inbox->complaint, "the inbox is not sticky: who may put envelopes in may take out those of others; give it mode 3730");
	else if (status.st_mode & S_IWOTH)
		duty_complain(&inbox->complaint, "everybody may put something into the inbox: give it the group of the intake and mode 3730");
}

/* By number, or by name in /etc/passwd: other services of names would load libraries. */
static bool user_of(const char *name, uid_t *user)
{
	int64_t number;
	bool is_number = text_to_integer(name, &number);
	/* (uid_t)-1 is nobody: the system calls mean "leave it" by that. */
	bool found = is_number && number >= 0 && number < (int64_t)(uid_t)-1;
	FILE *file = is_number ? NULL : fopen("/etc/passwd", "re");
	struct passwd *entry = NULL;

	if (found)
		*user = (uid_t)number;
	while (file && !found && (entry = fgetpwent(file)))
		found = strcmp(entry->pw_name, name) == 0;
	if (entry)
		*user = entry->pw_uid;
	if (file)
		fclose(file);
	return found;
}

bool inbox_open(struct inbox *inbox, const struct config *config)
{
	if (inbox->at >= 0)
		return true;
	inbox->path = config->inbox;
	inbox->intake_user = config->intake_user;
	inbox->door = config->door;
	inbox->user_found = *config->intake_user && user_of(config->intake_user, &inbox->user);
	inbox->at = open(config->inbox, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (inbox->at < 0)
		return false;
	see_to_mode(inbox);
	return true;
}

void inbox_close(struct inbox *inbox)
{
	if (inbox->at >= 0)
		close(inbox->at);
	inbox->at = -1;
}

DIR *inbox_entries(const struct inbox *inbox)
{
	int again = openat(inbox->at, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *entries = again >= 0 ? fdopendir(again) : NULL;

	if (!entries && again >= 0)
		close(again);
	return entries;
}

/* Who the intake is. False: nobody said it, and there is no door yet by which to tell. */
static bool writer_of(const struct inbox *inbox, uid_t *writer)
{
	struct stat door;

	*writer = inbox->user;
	if (*inbox->intake_user)
		return inbox->user_found;
	if (stat(inbox->door, &door) != 0)
		return false;
	*writer = door.st_uid;
	return true;
}

/* What lies there is of the intake's user, or of our own: what was set aside and is put back is that. */
static enum inbox_verdict judge_owner(const struct inbox *inbox, uid_t owner, const char **reason)
{
	uid_t writer;

	if (owner == geteuid())
		return INBOX_FINE;
	*reason = "nobody says whose envelopes are the intake's: set intake_user";
	if (!writer_of(inbox, &writer))
		return INBOX_UNREADABLE;
	*reason = "not written by the intake's user";
	return owner == writer ? INBOX_FINE : INBOX_STRANGE;
}

static enum inbox_verdict judge(const struct inbox *inbox, const struct stat *status, const char **reason)
{
	*reason = "no regular file";
	if (!S_ISREG(status->st_mode))
		return INBOX_UNFIT;
	*reason = "larger than an envelope can be";
	if (status->st_size > INBOX_LARGEST)
		return INBOX_UNFIT;
	*reason = "a file with more than one name";
	if (status->st_nlink > 1)
		return INBOX_STRANGE;
	return judge_owner(inbox, status->st_uid, reason);
}

static bool can_be_copied(enum inbox_verdict verdict)
{
	return verdict == INBOX_FINE || verdict == INBOX_STRANGE;
}

static enum inbox_verdict failed(const char **reason)
{
	*reason = strerror(errno);
	/* Whoever writes there can forbid reading, of thousands: that waits for nothing, and lies there until it may be read. */
	if (errno == EACCES)
		return INBOX_UNFIT;
	return errno == ENOENT ? INBOX_NONE : INBOX_UNREADABLE;
}

enum inbox_verdict inbox_look(const struct inbox *inbox, const char *name, struct stat *status, const char **reason)
{
	if (fstatat(inbox->at, name, status, AT_SYMLINK_NOFOLLOW) != 0)
		return failed(reason);
	return judge(inbox, status, reason);
}

/* All of it, or it is not taken for read: a disk that fails in the middle is no end of a file. */
static bool copy_bytes(int from, int to, off_t size)
{
	char piece[PIECE];
	off_t copied = 0;
	ssize_t count;

	while ((count = read(from, piece, sizeof piece)) != 0) {
		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0 || copied + count > size || write(to, piece, (size_t)count) != count)
			return false;
		copied += count;
	}
	errno = EIO;
	return copied == size && lseek(to, 0, SEEK_SET) == 0;
}

enum inbox_verdict inbox_copy(const struct inbox *inbox, const char *name, int *copy, struct stat *status, const char **reason)
{
	enum inbox_verdict verdict = inbox_look(inbox, name, status, reason);
	int file;

	*copy = -1;
	if (!can_be_copied(verdict))
		return verdict;
	file = openat(inbox->at, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
	if (file < 0)
		return failed(reason);
	/* Once more, of what was opened: the name may lead to another one by now. */
	verdict = fstat(file, status) == 0 ? judge(inbox, status, reason) : failed(reason);
	*copy = can_be_copied(verdict) ? memfd_create("envelope", MFD_CLOEXEC) : -1;
	if (can_be_copied(verdict) && (*copy < 0 || !copy_bytes(file, *copy, status->st_size))) {
		verdict = INBOX_UNREADABLE;
		*reason = strerror(errno);
		if (*copy >= 0)
			close(*copy);
		*copy = -1;
	}
	close(file);
	return verdict;
}

bool inbox_remove(const struct inbox *inbox, const char *name, const struct stat *status)
{
	struct stat now;

	if (fstatat(inbox->at, name, &now, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT;
	errno = EEXIST;
	return now.st_dev == status->st_dev && now.st_ino == status->st_ino && now.st_size == status->st_size &&
	       unlinkat(inbox->at, name, 0) == 0;
}
