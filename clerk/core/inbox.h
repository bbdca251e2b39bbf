/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The inbox: a folder into which a program that strangers talk to may put. Nothing in it is believed for its name: it is reached from the
 * folder's descriptor only, no link is followed and no pipe waited for, and an envelope is a regular file with one name, of the user who
 * writes envelopes, not larger than one can be. It is read once, into memory, and what is done with it is done with that copy.
 */
#ifndef SHANYU_CLERK_INBOX_H
#define SHANYU_CLERK_INBOX_H

#include <dirent.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "duty.h"
#include "lib/base/config.h"

/* Of a file's envelope, sealed: 20 MiB take less. The largest letter takes far less. What is larger never came through the door. */
#define INBOX_LARGEST ((off_t)24 * 1024 * 1024)

struct inbox {
	const char *path;
	const char *intake_user; /* the setting */
	const char *door;        /* the folder whose owner writes envelopes, when the setting is empty */
	int at;                  /* descriptor, -1: there is no such folder */
	bool user_found;
	uid_t user; /* of the setting */
	struct duty_complaint complaint;
};

enum inbox_verdict {
	INBOX_FINE = 1,
	INBOX_NONE,       /* there is none of this name */
	INBOX_STRANGE,    /* a file, but not one that the intake wrote: *reason. Can be copied, to be set aside */
	INBOX_UNFIT,      /* no file at all, or larger than one can be: *reason. Is left where it is */
	INBOX_UNREADABLE  /* it cannot be read now, perhaps later: *reason */
};

/* Open the folder if it is not open yet, and make it sticky: whoever may put in may not take out what others put. False: errno. */
bool inbox_open(struct inbox *inbox, const struct config *config);
void inbox_close(struct inbox *inbox);

/* To list it, by the descriptor it was opened with; to be closed with closedir. NULL: errno. */
DIR *inbox_entries(const struct inbox *inbox);

/* Look at an entry without opening it. Its status is right whenever there is an entry. */
enum inbox_verdict inbox_look(const struct inbox *inbox, const char *name, struct stat *status, const char **reason);

/* A copy of what is fine or strange as a file in memory, to be closed by the caller; else *copy is -1. */
enum inbox_verdict inbox_copy(const struct inbox *inbox, const char *name, int *copy, struct stat *status, const char **reason);

/* Remove an entry, if it still is the one that had this status. False: it is another one now, or cannot be removed (errno). */
bool inbox_remove(const struct inbox *inbox, const char *name, const struct stat *status);

#endif
