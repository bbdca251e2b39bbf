/* SPDX-License-Identifier: Apache-2.0 */
/* The connection to PostgreSQL: made, told its settings, looked at, made anew; and what went wrong, in one line. */
#include <poll.h>
#include <stdio.h>
#include <string.h>

#include "sql_postgresql_parts.h"

/* The state of a statement that waited longer than lock_timeout (errcodes.txt). */
#define LOCK_NOT_AVAILABLE "55P03"

bool connection_fail(struct connection *connection, const char *what)
{
	snprintf(connection->problem, sizeof connection->problem, "%s", what);
	connection->problem[strcspn(connection->problem, "\n")] = '\0';
	connection->refused = false;
	return false;
}

/* Classes of states (errcodes.txt): data exception, integrity constraint violation, program limit exceeded. */
static bool is_refusal(const char *state)
{
	return strncmp(state, "22", 2) == 0 || strncmp(state, "23", 2) == 0 || strncmp(state, "54", 2) == 0;
}

bool connection_is_lost(const struct connection *connection)
{
	return PQstatus(connection->server) != CONNECTION_OK;
}

bool connection_fail_result(struct connection *connection, const PGresult *result)
{
	const char *sentence = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
	const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;

	if (connection_is_lost(connection))
		return connection_fail(connection, "the connection to the registry was lost; try again in a minute");
	if (state && strcmp(state, LOCK_NOT_AVAILABLE) == 0)
		return connection_fail(connection,
				       "another program is writing, or waits for the second machine; try again in a minute");
	connection_fail(connection, sentence ? sentence : PQerrorMessage(connection->server));
	connection->refused = state && is_refusal(state);
	return false;
}

void connection_note(struct connection *connection)
{
	PGTransactionStatusType status = PQtransactionStatus(connection->server);

	if (status != PQTRANS_UNKNOWN)
		connection->in_transaction = status != PQTRANS_IDLE;
}

bool connection_take(struct connection *connection, PGresult *result, PGresult **kept)
{
	ExecStatusType status = PQresultStatus(result);
	bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;

	if (!done)
		connection_fail_result(connection, result);
	if (done && kept)
		*kept = result;
	else
		PQclear(result);
	connection_note(connection);
	return done;
}

bool connection_tell(struct connection *connection, const char *text)
{
	return connection_take(connection, PQexec(connection->server, text), NULL);
}

/*
 * What a session is told first. All rows of a cursor are wanted, so it is planned for that; a writer waits for another as long
 * as on SQLite; what is acknowledged is on the disk.
 */
static bool tell_settings(struct connection *connection)
{
	return connection_tell(connection,
			       "set client_encoding to 'UTF8'; set standard_conforming_strings to on; set bytea_output to hex;"
			       "set extra_float_digits to 1; set cursor_tuple_fraction to 1; set lock_timeout to '5s';"
			       "set client_min_messages to warning; set jit to off;"
			       "select set_config('synchronous_commit', 'on', false)"
			       " where current_setting('synchronous_commit') in ('off', 'local')") &&
	       (!connection->reads_only || connection_tell(connection, "set default_transaction_read_only to on"));
}

bool connection_renew(struct connection *connection)
{
	PQreset(connection->server);
	connection->generation++;
	connection->in_transaction = false;
	return connection_is_lost(connection) ? connection_fail(connection, PQerrorMessage(connection->server))
					      : tell_settings(connection);
}

/* Whether the server has closed an idle connection: it then has something to say, and nothing after that. */
static bool has_hung_up(struct connection *connection)
{
	struct pollfd poll_for = { .fd = PQsocket(connection->server), .events = POLLIN };

	while (poll(&poll_for, 1, 0) == 1)
		if (!PQconsumeInput(connection->server) || connection_is_lost(connection))
			return true;
	return connection_is_lost(connection);
}

bool connection_is_ready(struct connection *connection)
{
	if (!connection->in_transaction && has_hung_up(connection))
		return connection_renew(connection);
	return !connection_is_lost(connection) ||
	       connection_fail(connection, "the connection to the registry was lost; try again in a minute");
}

static void be_silent(void *with, const PGresult *result)
{
	(void)with;
	(void)result;
}

/* What the address says goes before these; a machine that vanished is noticed within half a minute. */
static PGconn *connect_to(const char *address)
{
	static const char *const names[] = {
		"fallback_application_name", "connect_timeout",  "keepalives_idle", "keepalives_interval",
		"keepalives_count",          "tcp_user_timeout", "dbname",          NULL
	};
	const char *values[] = { "shanyu", "10", "10", "5", "3", "25000", address, NULL };
	PGconn *server = PQconnectdbParams(names, values, 1);

	PQsetNoticeReceiver(server, be_silent, NULL);
	return server;
}

static bool is_one_of(const char *word, const char *const *words)
{
	while (*words && strcmp(*words, word) != 0)
		words++;
	return *words != NULL;
}

/* Why the database cannot be the registry's, NULL when it can. */
static const char *unfit(struct connection *connection, struct arena *arena)
{
	static const char *const bytewise[] = { "C", "POSIX", "C.UTF-8", "C.utf8", NULL };
	const char *why = NULL;
	PGresult *result;

	if (PQserverVersion(connection->server) < 150000)
		return "is older than PostgreSQL 15; use a newer one";
	if (!connection_take(connection,
			     PQexec(connection->server,
				    "select pg_catalog.pg_encoding_to_char(encoding), datcollate, datlocprovider"
				    " from pg_catalog.pg_database where datname = current_database()"),
			     &result))
		return connection->problem;
	if (strcmp(PQgetvalue(result, 0, 0), "UTF8") != 0 || !is_one_of(PQgetvalue(result, 0, 1), bytewise) ||
	    strcmp(PQgetvalue(result, 0, 2), "c") != 0)
		why = arena_format(arena,
				   "is of encoding %s and collation %s; make it with 'createdb --encoding=UTF8 --locale=C "
				   "--template=template0'",
				   PQgetvalue(result, 0, 0), PQgetvalue(result, 0, 1));
	PQclear(result);
	return why;
}

void close_postgresql(void *with)
{
	struct connection *connection = with;

	PQfinish(connection->server);
	arena_free(connection->arena);
}

void *open_postgresql(const struct sql_opening *opening, struct arena *arena, const char **problem)
{
	const char *shown = sql_address_shown(opening->address, arena);
	struct connection *connection;
	const char *why = NULL;
	struct arena *own;

	if (opening->mode == SQL_EDITION || opening->mode == SQL_SCRATCH) {
		*problem = arena_format(arena, "%s: editions are files, not databases of a server", shown);
		return NULL;
	}
	own = arena_new((size_t)64 * 1024 * 1024);
	connection = arena_take(own, sizeof *connection);
	connection->arena = own;
	connection->reads_only = opening->mode == SQL_READ_ONLY || (opening->writes && !*opening->writes);
	connection->server = connect_to(opening->address);
	if (connection_is_lost(connection)) {
		connection_fail(connection, PQerrorMessage(connection->server));
		why = arena_format(
			arena, "the registry cannot be reached; try again in a minute, or see whether the address is right (%s)",
			connection->problem);
	} else if (!tell_settings(connection)) {
		why = connection->problem;
	} else {
		why = unfit(connection, arena);
	}
	if (!why)
		return connection;
	*problem = arena_format(arena, "%s: %s", shown, why);
	close_postgresql(connection);
	return NULL;
}
