/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Editions on disk: portal-<size>.db, immutable, and portal.db, a link to one of them. A new edition is written beside,
 * fsynced, and its link renamed over portal.db; going back is another link. Who reads editions may open what lies in the folder, and
 * so lock it: what is still worked on lies in the folder "working" of it, which is its writer's alone.
 */
#ifndef SHANYU_PUBLICATION_EDITION_H
#define SHANYU_PUBLICATION_EDITION_H

#include <stdint.h>

#include "lib/sql/sql.h"

/* Write the working copy, a file at `path`, out as the edition of that log size; NULL when done, else why not. Keeps the newest `keep`. */
const char *edition_write(struct sql *working_copy, const char *path, const char *folder, int64_t size, int keep, struct arena *arena);

/*
 * Take the oldest of `keep` editions, if it is one of the last `own_count` that the caller wrote (their sizes), out of the folder, to be brought up to date instead of copying the whole working copy: its new path
 * in the folder for what is worked on. NULL when there are fewer, when there is one of `size` publications already, when portal.db leads to
 * it, or when anybody has it open or has linked it elsewhere; it may be gone then. From here on nobody else can open it.
 */
const char *edition_take_back(const char *folder, int64_t size, int keep, const int64_t *own, size_t own_count, struct arena *arena);

/* The file at `path`, closed by now, becomes the edition of that log size. As edition_write. */
const char *edition_put_forth(const char *path, const char *folder, int64_t size, int keep, struct arena *arena);

/*
 * Begin a working copy from the folder's current edition when there is none: a new portal machine needs an edition of any
 * other, not the whole log. Nothing to begin from is no fault.
 */
void edition_begin_from(const char *folder, const char *working_copy, struct arena *arena);

/* The path of the folder for what is worked on, mode 0700; made when it is missing. */
const char *edition_working(const char *folder, struct arena *arena);

/* Remove what former versions left to be locked beside the editions. */
void edition_tidy(const char *folder, struct arena *arena);

/* The path of the current edition in a folder. */
const char *edition_path(const char *folder, struct arena *arena);

#endif
