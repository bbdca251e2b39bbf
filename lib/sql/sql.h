/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Named queries over a database. Query texts live in .sql files, are packed into the program at build time and all
 * prepared when the database is opened; parameters (:name) and columns travel by name in struct values.
 * The engine behind it (SQLite, PostgreSQL) is chosen by the address given to sql_open.
 */
#ifndef SHANYU_SQL_H
#define SHANYU_SQL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/values.h"

/* How many rows a query gives, as its "-- name:" line says. */
enum query_rows { QUERY_NONE, QUERY_ONE, QUERY_MAYBE, QUERY_MANY };

struct query {
	const char *name;
	const char *file;
	enum query_rows rows;
	const char *text;
};

/* The queries of one folder of .sql files. */
struct query_pack {
	const struct query *const *at;
	size_t count;
};

/* The numbered migrations of one database, 1 first. */
struct migration {
	const char *file;
	const char *text;
};
struct migration_pack {
	const struct migration *at;
	size_t count;
};

struct sql;

enum sql_mode {
	SQL_READ_WRITE,                 /* the file must exist */
	SQL_CREATE,                     /* made when missing */
	SQL_READ_ONLY,
	SQL_EDITION,                    /* a file that never changes under its name: no locks, memory-mapped */
	SQL_SCRATCH                     /* a file that can be made again: a power cut may spoil it, a killed program not */
};

struct sql_opening {
	const char *address;                    /* a path, sqlite:PATH, or postgresql://... */
	enum sql_mode mode;
	const struct query_pack *const *packs;  /* NULL-terminated; what this program may run */
	const char *const *reads;               /* NULL-terminated table names it may read; NULL = all */
	const char *const *writes;              /* table names it may also change; NULL = all */
	bool (*extend)(struct sql *sql, void *with);    /* called before preparing, to add functions */
	void *with;
};

/*
 * Open a database and prepare every query of the packs. On failure NULL, and *problem is one line that names the file and
 * the mend, held in the arena.
 */
struct sql *sql_open(const struct sql_opening *opening, struct arena *arena, const char **problem);
void sql_close(struct sql *sql);

/*
 * Prepare packs on an open database: for tables that a migration has just made.
 * False: sql_problem tells.
 */
bool sql_prepare(struct sql *sql, const struct query_pack *const *packs);

/* Put null for every parameter of the query that the values lack: for facts written before a name was there. */
void sql_put_missing(struct sql *sql, const struct query *query, struct values *values);

/* What went wrong in the last call, with the query's name; "" when nothing did. Every call says itself whether it failed. */
const char *sql_problem(const struct sql *sql);
bool sql_failed(const struct sql *sql);
void sql_forget_problem(struct sql *sql);

/* Whether an address is that of a server; else it is a file's. */
bool sql_is_server(const char *address);

/* An address fit to be shown and logged: a password in it is replaced by stars. */
const char *sql_address_shown(const char *address, struct arena *arena);

/*
 * A write transaction. begin takes the writer's place at once, so that it fails early or not at all: a database has one writer
 * at a time, on every engine. After a query failed, nothing more is done in the transaction and commit rolls back. A connection
 * lost within it fails what follows until the rollback; one lost outside is made anew once, unseen.
 */
bool sql_begin(struct sql *sql);
/* The same, but only if the writer's place is free: for what may as well be left undone. False when somebody writes just now. */
bool sql_begin_at_once(struct sql *sql);
/* A transaction for reading: all its queries see one state. Ended by commit or rollback. */
bool sql_begin_reading(struct sql *sql);
bool sql_commit(struct sql *sql);
void sql_rollback(struct sql *sql);

/*
 * A part of a write transaction that can be undone alone: what comes after sql_part_begin until it is kept or undone. One at a time. After
 * sql_part_undo the transaction goes on as if nothing of the part had been, a query that failed in it included. False: the whole
 * transaction is lost (the disk, the connection); roll it back.
 */
bool sql_part_begin(struct sql *sql);
bool sql_part_keep(struct sql *sql);
bool sql_part_undo(struct sql *sql);

/*
 * Whether the last failure was of what was asked (a constraint, a value that does not fit or is missing) and would come again, whoever
 * asks and when. Otherwise it was of the database: a disk, a lock, a connection, or other rows than there should be, which somebody may mend.
 */
bool sql_refused(const struct sql *sql);

enum sql_answer { SQL_FAILED = -1, SQL_NONE = 0, SQL_FOUND = 1 };

/*
 * A QUERY_ONE or QUERY_MAYBE query: *row is held in the arena; its names, as those of all rows, end with the connection.
 * For QUERY_ONE no row is a failure.
 */
enum sql_answer sql_row(struct sql *sql, const struct query *query, const struct values *parameters, struct arena *arena,
		struct values **row);

/* All rows, at most `most` (one more is a failure: the cap is a promise), held in the arena. */
bool sql_list(struct sql *sql, const struct query *query, const struct values *parameters, struct arena *arena, size_t most,
	      struct rows *rows);

/* Run a query for what it changes: the number of rows changed, -1 on failure. */
int64_t sql_do(struct sql *sql, const struct query *query, const struct values *parameters);

/*
 * Row by row, for long or fast reading: texts in the row are valid until the next call. The end (NULL) and sql_finish both
 * free the statement; after NULL ask sql_failed. One query may not be started again before it ended. Other queries may run
 * meanwhile; a reading begun in a transaction ends with it.
 */
struct sql_cursor {
	struct sql *sql;
	void *statement;
};
bool sql_start(struct sql *sql, const struct query *query, const struct values *parameters, struct sql_cursor *cursor);
const struct values *sql_next(struct sql_cursor *cursor);
void sql_finish(struct sql_cursor *cursor);

/* Run a script of statements without parameters (migrations, dialect settings). */
bool sql_script(struct sql *sql, const char *text);

/* Write a compact copy of the whole database, opened as SQL_SCRATCH, to a new file (SQLite only). */
bool sql_copy_to(struct sql *sql, const char *path);

/* The engine's own connection, for lib/ files that add functions to it. NULL when it is another engine. */
void *sql_sqlite_handle(struct sql *sql);

#endif
