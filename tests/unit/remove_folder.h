/* SPDX-License-Identifier: Apache-2.0 */
/* A test's folder goes with all that programs put into it, whatever that is by now. */
#ifndef SHANYU_TESTS_REMOVE_FOLDER_H
#define SHANYU_TESTS_REMOVE_FOLDER_H

#include <ftw.h>
#include <stdio.h>

#define FOLDERS_OPEN 16

static inline int remove_one(const char *path, const struct stat *what, int kind, struct FTW *at)
{
	(void)what;
	(void)kind;
	(void)at;
	return remove(path);
}

/* Removes the folder and everything in it, following no link. */
static inline void remove_folder(const char *folder)
{
	if (nftw(folder, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS) != 0)
		perror(folder);
}

#endif
