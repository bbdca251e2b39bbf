/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The folder of what could not be taken in: clerk's own, mode 0700, where nobody who may put into the inbox comes. What is set aside is
 * a copy of what was looked at, on disk before the original is removed, under its own name and with its time; moved back into the inbox it
 * is taken in like any other. Nothing in it is ever written over, and nothing removed but by aside_remove.
 */
#ifndef SHANYU_CLERK_ASIDE_H
#define SHANYU_CLERK_ASIDE_H

#include "inbox.h"

struct aside {
	const char *path;
	int at; /* descriptor, -1: not open */
	struct duty_complaint complaint;
};

/* Open the folder, and make it if need be. False: told of. */
bool aside_open(struct aside *aside, const struct config *config);
void aside_close(struct aside *aside);

/* Keep a copy (a file in memory) under this name, or the next free one. False: it is not kept (no room, a disk that fails), told of. */
bool aside_keep(struct aside *aside, const char *name, int copy, const struct stat *status);

/* Every name that something is kept under, as it was set aside; false as soon as `each` says so, or when the folder cannot be read. */
bool aside_each(struct aside *aside, bool (*each)(void *with, const char *name), void *with);

/* Remove what was kept under this name, however often. False: something could not be removed; nothing is told of it. */
bool aside_remove(struct aside *aside, const char *name);

/* What former versions set aside within the inbox, where strangers could reach it, is brought here. */
void aside_bring_over(struct aside *aside, const struct inbox *inbox);

#endif
