/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Editions on disk: portal-<size>.db, immutable, and portal.db, a link to one of them. A new edition is written beside,
 * fsynced, and its link renamed over portal.db; going back is another link.
 */
#ifndef SHANYU_PUBLICATION_EDITION_H
#define SHANYU_PUBLICATION_EDITION_H

#include <stdint.h>

#include "lib/sql.h"

/* Write the working copy out as the edition of that log size; NULL when done, else why not. Keeps the newest `keep`. */
const char *edition_write(struct sql *working_copy, const char *folder, int64_t size, int keep, struct arena *arena);

/*
 * Begin a working copy from the folder's current edition when there is none: a new portal machine needs an edition of any
 * other, not the whole log. Nothing to begin from is no fault.
 */
void edition_begin_from(const char *folder, const char *working_copy, struct arena *arena);

/* The path of the current edition in a folder. */
const char *edition_path(const char *folder, struct arena *arena);

#endif
