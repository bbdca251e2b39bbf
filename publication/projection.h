/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From the log to an edition: a working copy to which publications are applied in order, each checked against its
 * commitment and the tree against the signed size, and from which compact editions are written.
 */
#ifndef SHANYU_PUBLICATION_PROJECTION_H
#define SHANYU_PUBLICATION_PROJECTION_H

#include "lib/sql/sql.h"

struct projection;

/*
 * Open the working copy at path, made anew when it is missing, unreadable, or of another schema number.
 * With a verifier key, only what signed checkpoints cover is taken over; "" takes any checkpoint.
 * NULL with a one-line *problem.
 */
struct projection *projection_open(const char *path, const char *log_public_key, struct arena *arena, const char **problem);
void projection_close(struct projection *projection);

/* How many publications the working copy holds. */
int64_t projection_size(const struct projection *projection);

/*
 * Whether `log` (opened with clerk_pack) begins with what the working copy holds: the same root at its size. False: it is
 * another log, or one that was set back; projection_problem tells.
 */
bool projection_agrees(struct projection *projection, struct sql *log);

/*
 * Apply what `log` (opened with clerk_pack) holds after the working copy's size, at most `most` publications, in one
 * transaction. Returns how many, 0 when there is nothing new, -1 on failure (projection_problem tells; the copy is as before).
 */
int64_t projection_follow(struct projection *projection, struct sql *log, int64_t most);

/* What went wrong last, one line. */
const char *projection_problem(const struct projection *projection);

/*
 * Write the edition of what the working copy holds as <folder>/portal-<size>.db, fsynced, and rename it over <folder>/portal.db. Keeps
 * the newest `keep` editions. False: projection_problem tells, and portal.db is as before.
 *
 * Without `log` it is a compact copy of the whole. With it (opened with clerk_pack), the oldest edition that nobody reads any more is
 * brought up to date instead, from the log, when that is less to do: it may then hold more than the working copy, what was published
 * in between. *size is what it holds.
 */
bool projection_write_edition(struct projection *projection, struct sql *log, const char *folder, int keep, int64_t *size);

#endif
