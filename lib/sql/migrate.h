/* SPDX-License-Identifier: Apache-2.0 */
/* Numbered migrations, forward only, one transaction each. A program whose number differs refuses to start. */
#ifndef SHANYU_MIGRATE_H
#define SHANYU_MIGRATE_H

#include "sql.h"

/* The one table that is no program's but the migrations' own. */
#define MIGRATE_TABLE "migration"

/* The number of the newest migration applied; 0 for an empty database, -1 on failure. */
int migrate_number(struct sql *sql);

/*
 * Apply what is missing. Returns how many were applied, -1 on failure (sql_problem tells), -2 when the database is newer, or was migrated by
 * other files than this program's (migrate_check tells); then nothing was applied.
 */
int migrate_up(struct sql *sql, const struct migration_pack *pack);

/* All migrations at once in the caller's transaction, for a database without tables. False: sql_problem tells. */
bool migrate_fresh(struct sql *sql, const struct migration_pack *pack);

/* Whether the database is exactly at the program's number, by the program's own files; if not, *problem is one line with the mend. */
bool migrate_check(struct sql *sql, const struct migration_pack *pack, const char *address, struct arena *arena,
		   const char **problem);

#endif
