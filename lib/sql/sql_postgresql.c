/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PostgreSQL (15 or newer) behind lib/sql/sql. Only programs that work on the registry link it. What a role may read and change
 * is the server's to say (tools/grants). Refuses a database that does not compare text byte by byte, as SQLite does.
 */
#include <string.h>

#include "sql_dialect.h"
#include "sql_postgresql_parts.h"

/* One writer of a registry at a time: the publication log gives its numbers under this lock. Any number will do: "shanyu" in ASCII. */
#define WRITER_LOCK "126892148423029"
/*
 * A transaction that changes nothing is not waited for by synchronous replication: an envelope that was sent again and met its own
 * row, which only a dying server had, was taken for safe. The message is a change of no row: with it, what was seen is kept too.
 */
#define WRITER_MARK "pg_logical_emit_message(true, 'shanyu', '')"

/* Which tables a program may touch is the server's to say: its role is granted them, and no more. */
static bool restrict_postgresql(void *with, const struct sql_opening *opening, struct arena *arena)
{
	(void)with;
	(void)opening;
	(void)arena;
	return true;
}

static bool run_script(struct connection *connection, const char *text)
{
	struct arena_mark mark = arena_mark(connection->arena);
	bool done = connection_tell(connection, dialect_script(text, connection->arena));

	arena_return(connection->arena, mark);
	return done;
}

static bool begin(struct connection *connection, const char *text)
{
	bool done = connection_is_ready(connection) && connection_tell(connection, text);

	if (!done && connection_is_lost(connection))
		done = connection_renew(connection) && connection_tell(connection, text);
	if (!done && connection->in_transaction && !connection_is_lost(connection)) {
		PQclear(PQexec(connection->server, "rollback"));
		connection_note(connection);
	}
	return done;
}

/* A transaction in which something failed answers "commit" with ROLLBACK, and calls it done. */
static bool commit(struct connection *connection)
{
	PGresult *result;
	bool done;

	if (!connection_take(connection, PQexec(connection->server, "commit"), &result))
		return connection_is_lost(connection)
			       ? connection_fail(connection,
						 "the connection to PostgreSQL was lost at the commit: look whether it was done")
			       : false;
	done = strcmp(PQcmdStatus(result), "COMMIT") == 0;
	PQclear(result);
	return done || connection_fail(connection, "the transaction had failed and was rolled back");
}

static bool script_postgresql(void *with, const char *text)
{
	struct connection *connection = with;

	if (text == sql_postgresql_driver.begin || text == sql_postgresql_driver.begin_at_once || text == sql_postgresql_driver.begin_reading)
		return begin(connection, text);
	if (strcmp(text, "commit") == 0)
		return commit(connection);
	if (strcmp(text, "rollback") == 0) {
		bool done = connection_is_lost(connection) || connection_tell(connection, text);

		connection->in_transaction = false;
		return done;
	}
	return connection_is_ready(connection) && run_script(connection, text);
}

static const char *problem_postgresql(void *with)
{
	const struct connection *connection = with;

	return connection->problem;
}

static bool refused_postgresql(void *with)
{
	const struct connection *connection = with;

	return connection->refused;
}

const struct sql_driver sql_postgresql_driver = {
	.open = open_postgresql,
	.close = close_postgresql,
	.restrict_to = restrict_postgresql,
	.prepare = prepare_postgresql,
	.forget = forget_postgresql,
	.start = start_postgresql,
	.step = step_postgresql,
	.reset = reset_postgresql,
	.changed = changed_postgresql,
	.script = script_postgresql,
	.problem = problem_postgresql,
	.refused = refused_postgresql,
	.begin_at_once = "begin; set local lock_timeout = '20ms'; select pg_advisory_xact_lock(" WRITER_LOCK "), " WRITER_MARK,
	.begin = "begin; select pg_advisory_xact_lock(" WRITER_LOCK "), " WRITER_MARK,
	.begin_reading = "begin isolation level repeatable read read only",
};
