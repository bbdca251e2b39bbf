/* SPDX-License-Identifier: Apache-2.0 */
/* Queries on PostgreSQL: told to the server with their types, asked whole or in pieces, read row by row. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sql_dialect.h"
#include "sql_postgresql_parts.h"

/* Rows that a long reading holds at a time. */
#define FETCHED_ROWS 500
#define FETCHED_ROWS_TEXT "500"

/* Tell the server the query, with the types known so far. */
static bool teach(struct connection *connection, struct prepared *prepared, size_t count)
{
	snprintf(prepared->name, sizeof prepared->name, "q%lu", ++connection->names);
	prepared->generation = connection->generation;
	return connection_take(connection,
			       PQprepare(connection->server, prepared->name, prepared->text,
					 prepared->parameter_types ? (int)count : 0, prepared->parameter_types),
			       NULL);
}

/* The types the server inferred. True in *widened when there are numbers of less than 64 bits ("= 1"): they are asked for with 64. */
static Oid *parameter_types(const PGresult *described, size_t count, bool *widened, struct arena *arena)
{
	Oid *types = arena_take(arena, (count + 1) * sizeof *types);

	*widened = false;
	for (size_t i = 0; i < count; i++) {
		types[i] = PQparamtype(described, (int)i);
		if (types[i] != TYPE_INT2 && types[i] != TYPE_INT4)
			continue;
		types[i] = TYPE_INT8;
		*widened = true;
	}
	return types;
}

static void name_columns(struct statement *statement, const PGresult *described, struct arena *arena)
{
	struct prepared *prepared = statement->prepared;
	struct values *row = &statement->row;

	row->count = row->room = (size_t)PQnfields(described);
	row->at = arena_take(arena, (row->count + 1) * sizeof *row->at);
	prepared->column_types = arena_take(arena, (row->count + 1) * sizeof *prepared->column_types);
	for (size_t i = 0; i < row->count; i++) {
		row->at[i].name = arena_copy(arena, PQfname(described, (int)i));
		prepared->column_types[i] = PQftype(described, (int)i);
	}
}

static bool describe(struct connection *connection, struct statement *statement, struct arena *arena)
{
	struct prepared *prepared = statement->prepared;
	PGresult *described;
	bool widened;

	if (!connection_take(connection, PQdescribePrepared(connection->server, prepared->name), &described))
		return false;
	if ((size_t)PQnparams(described) != statement->parameter_count) {
		PQclear(described);
		return connection_fail(connection, "has parameters that are not named");
	}
	prepared->parameter_types = parameter_types(described, statement->parameter_count, &widened, arena);
	name_columns(statement, described, arena);
	PQclear(described);
	return !widened || teach(connection, prepared, statement->parameter_count);
}

static bool has_word(const char *text, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = strcasestr(text, word); at; at = strcasestr(at + 1, word))
		if ((at == text || strchr(" \t\n(", at[-1])) && strchr(" \t\n(", at[length]))
			return true;
	return false;
}

static bool only_reads(const char *text)
{
	return !has_word(text, "insert") && !has_word(text, "update") && !has_word(text, "delete") && !has_word(text, "for");
}

bool prepare_postgresql(void *with, struct statement *statement, struct arena *arena)
{
	struct connection *connection = with;
	struct prepared *prepared = arena_take(arena, sizeof *prepared);

	statement->prepared = prepared;
	statement->parameters = arena_take(arena, MOST_PARAMETERS * sizeof *statement->parameters);
	prepared->text =
		dialect_query(statement->query->text, statement->parameters, MOST_PARAMETERS, &statement->parameter_count, arena);
	if (statement->parameter_count > MOST_PARAMETERS)
		return connection_fail(connection, "has too many parameters");
	prepared->reads = only_reads(prepared->text);
	prepared->in_pieces = prepared->reads && statement->query->rows == QUERY_MANY;
	return connection_is_ready(connection) && teach(connection, prepared, statement->parameter_count) &&
	       describe(connection, statement, arena);
}

static void let_go(struct prepared *prepared)
{
	PQclear(prepared->result);
	prepared->result = NULL;
}

void forget_postgresql(void *with, struct statement *statement)
{
	(void)with;
	let_go(statement->prepared);
}

/* The answers up to the end of what was sent together; the last rows among them are kept. */
static bool take_together(struct connection *connection, PGresult **rows)
{
	bool done = true, ended = false;

	*rows = NULL;
	while (!ended && !connection_is_lost(connection)) {
		PGresult *result = PQgetResult(connection->server);

		switch (PQresultStatus(result)) {
		case PGRES_PIPELINE_SYNC:
			ended = true;
			break;
		case PGRES_TUPLES_OK:
			PQclear(*rows);
			*rows = result;
			continue;
		case PGRES_COMMAND_OK:
		case PGRES_PIPELINE_ABORTED:
			break;
		default:
			if (result && done)
				done = connection_fail_result(connection, result);
			break;
		}
		PQclear(result);
	}
	if (!ended)
		done = connection_fail_result(connection, NULL);
	if (!done) {
		PQclear(*rows);
		*rows = NULL;
	}
	return done && *rows;
}

/*
 * Long readings come in pieces, through a cursor of the server, so that other queries can be asked between them. Outside of a
 * transaction the cursor is held: the server keeps its rows aside. Declaring it and the first piece are one way to the server.
 */
static bool start_in_pieces(struct connection *connection, struct prepared *prepared, const struct bound *bound, size_t count)
{
	struct arena_mark mark = arena_mark(connection->arena);
	const char *declare, *fetch;
	bool done;

	snprintf(prepared->cursor, sizeof prepared->cursor, "c%lu", ++connection->names);
	prepared->cursor_generation = connection->generation;
	declare = arena_format(connection->arena, "declare %s no scroll cursor %sfor %s", prepared->cursor,
			       connection->in_transaction ? "" : "with hold ", prepared->text);
	fetch = arena_format(connection->arena, "fetch " FETCHED_ROWS_TEXT " from %s", prepared->cursor);
	done = PQenterPipelineMode(connection->server) &&
	       PQsendQueryParams(connection->server, declare, (int)count, prepared->parameter_types, bound->at, bound->lengths,
				 bound->formats, 0) &&
	       PQsendQueryParams(connection->server, fetch, 0, NULL, NULL, NULL, NULL, 0) && PQpipelineSync(connection->server);
	done = done ? take_together(connection, &prepared->result) : connection_fail_result(connection, NULL);
	PQexitPipelineMode(connection->server);
	connection_note(connection);
	arena_return(connection->arena, mark);
	prepared->more = done;
	return done;
}

static bool start_whole(struct connection *connection, struct prepared *prepared, const struct bound *bound, size_t count)
{
	if (!connection_take(
		    connection,
		    PQexecPrepared(connection->server, prepared->name, (int)count, bound->at, bound->lengths, bound->formats, 0),
		    &prepared->result))
		return false;
	prepared->more = false;
	prepared->changed = prepared->reads ? 0 : strtoll(PQcmdTuples(prepared->result), NULL, 10);
	return true;
}

static bool start_once(struct connection *connection, struct prepared *prepared, const struct bound *bound, size_t count)
{
	if (!connection_is_ready(connection))
		return false;
	if (prepared->generation != connection->generation && !teach(connection, prepared, count))
		return false;
	return prepared->in_pieces ? start_in_pieces(connection, prepared, bound, count)
				   : start_whole(connection, prepared, bound, count);
}

bool start_postgresql(void *with, struct statement *statement, const struct value *const *parameters)
{
	struct connection *connection = with;
	struct prepared *prepared = statement->prepared;
	struct bound bound;

	for (size_t i = 0; i < statement->parameter_count; i++)
		if (!parameter_bind(connection, &bound, i, parameters[i], prepared->parameter_types[i]))
			return false;
	prepared->at = 0;
	if (start_once(connection, prepared, &bound, statement->parameter_count))
		return true;
	/* Lost on the way: what changes nothing is asked once more. What changes something may have been done already. */
	return connection_is_lost(connection) && !connection->in_transaction && prepared->reads &&
	       start_once(connection, prepared, &bound, statement->parameter_count);
}

static bool fetch_more(struct connection *connection, struct prepared *prepared)
{
	char text[2 * NUMBER_SIZE];

	let_go(prepared);
	prepared->at = 0;
	if (prepared->cursor_generation != connection->generation)
		return connection_fail(connection, "the connection to PostgreSQL was lost while rows were read");
	snprintf(text, sizeof text, "fetch " FETCHED_ROWS_TEXT " from %s", prepared->cursor);
	return connection_take(connection, PQexec(connection->server, text), &prepared->result);
}

enum sql_answer step_postgresql(void *with, struct statement *statement)
{
	struct connection *connection = with;
	struct prepared *prepared = statement->prepared;

	if (prepared->at == PQntuples(prepared->result)) {
		if (!prepared->more || PQntuples(prepared->result) < FETCHED_ROWS)
			return SQL_NONE;
		if (!fetch_more(connection, prepared))
			return SQL_FAILED;
		if (!PQntuples(prepared->result))
			return SQL_NONE;
	}
	for (size_t i = 0; i < statement->row.count; i++)
		column_read(prepared, (int)i, &statement->row.at[i]);
	prepared->at++;
	return SQL_FOUND;
}

void reset_postgresql(void *with, struct statement *statement)
{
	struct connection *connection = with;
	struct prepared *prepared = statement->prepared;
	char text[2 * NUMBER_SIZE];

	let_go(prepared);
	if (!prepared->more)
		return;
	prepared->more = false;
	/* In a transaction that failed nothing can be closed; its cursors end with it. */
	if (prepared->cursor_generation != connection->generation || PQtransactionStatus(connection->server) == PQTRANS_INERROR ||
	    connection_is_lost(connection))
		return;
	snprintf(text, sizeof text, "close %s", prepared->cursor);
	PQclear(PQexec(connection->server, text));
}

int64_t changed_postgresql(void *with, struct statement *statement)
{
	const struct prepared *prepared = statement->prepared;

	(void)with;
	return prepared->changed;
}
