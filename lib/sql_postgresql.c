/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PostgreSQL (15 or newer) behind lib/sql. Only programs that work on the registry link it. What a role may read and change
 * is the server's to say (tools/grants). Refuses a database that does not compare text byte by byte, as SQLite does.
 */
#include <inttypes.h>
#include <libpq-fe.h>
#include <math.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sql_dialect.h"
#include "sql_driver.h"

#define MOST_PARAMETERS 64
#define PROBLEM_SIZE 512
#define NUMBER_SIZE 32
/* Rows that a long reading holds at a time. */
#define FETCHED_ROWS 500
#define FETCHED_ROWS_TEXT "500"
/* One writer of a registry at a time: the publication log gives its numbers under this lock. Any number will do: "shanyu" in ASCII. */
#define WRITER_LOCK "126892148423029"
/*
 * A transaction that changes nothing is not waited for by synchronous replication: an envelope that was sent again and met its own
 * row, which only a dying server had, was taken for safe. The message is a change of no row: with it, what was seen is kept too.
 */
#define WRITER_MARK "pg_logical_emit_message(true, 'shanyu', '')"

/* The state of a statement that waited longer than lock_timeout (errcodes.txt). */
#define LOCK_NOT_AVAILABLE "55P03"

/* Types by their numbers in the server's catalogue (pg_type.dat), which never change. */
enum type {
	TYPE_BOOL = 16, TYPE_BYTEA = 17, TYPE_INT8 = 20, TYPE_INT2 = 21, TYPE_INT4 = 23, TYPE_OID = 26, TYPE_FLOAT4 = 700,
	TYPE_FLOAT8 = 701, TYPE_NUMERIC = 1700
};

struct connection {
	PGconn *server;
	struct arena *arena;            /* lives as long as the connection */
	bool reads_only;
	bool in_transaction;            /* as of the server's last answer */
	unsigned generation;            /* how often it was made anew */
	unsigned long names;            /* how many were given to statements and cursors */
	char problem[PROBLEM_SIZE];
	char numbers[MOST_PARAMETERS][NUMBER_SIZE];
};

/* A query as the server knows it, and its answer as far as it is here. */
struct prepared {
	char name[NUMBER_SIZE];
	const char *text;
	Oid *parameter_types;
	Oid *column_types;
	unsigned generation;
	bool reads;                     /* changes nothing: may be asked again on a new connection */
	bool in_pieces;
	PGresult *result;
	int at;                         /* the next row of the result */
	bool more;                      /* the cursor may have more rows than the result */
	char cursor[NUMBER_SIZE];
	unsigned cursor_generation;
	int64_t changed;
};

/* The parameters of one call, as libpq takes them: numbers as text, so that the server reads them as the type it wants. */
struct bound {
	const char *at[MOST_PARAMETERS];
	int lengths[MOST_PARAMETERS];
	int formats[MOST_PARAMETERS];
};

static bool fail(struct connection *connection, const char *what)
{
	snprintf(connection->problem, sizeof connection->problem, "%s", what);
	connection->problem[strcspn(connection->problem, "\n")] = '\0';
	return false;
}

static bool is_lost(const struct connection *connection)
{
	return PQstatus(connection->server) != CONNECTION_OK;
}

/* The server's own sentence without its details, which may quote a person's data; what the reader can mend has a better one. */
static bool fail_result(struct connection *connection, const PGresult *result)
{
	const char *sentence = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
	const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;

	if (is_lost(connection))
		return fail(connection, "the connection to the registry was lost; try again in a minute");
	if (state && strcmp(state, LOCK_NOT_AVAILABLE) == 0)
		return fail(connection, "another program is writing, or waits for the second machine; try again in a minute");
	return fail(connection, sentence ? sentence : PQerrorMessage(connection->server));
}

static void note_transaction(struct connection *connection)
{
	PGTransactionStatusType status = PQtransactionStatus(connection->server);

	if (status != PQTRANS_UNKNOWN)
		connection->in_transaction = status != PQTRANS_IDLE;
}

/* Whether the server did it; the result, which the caller frees, goes into *kept, or is freed when kept is NULL. */
static bool take(struct connection *connection, PGresult *result, PGresult **kept)
{
	ExecStatusType status = PQresultStatus(result);
	bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;

	if (!done)
		fail_result(connection, result);
	if (done && kept)
		*kept = result;
	else
		PQclear(result);
	note_transaction(connection);
	return done;
}

static bool tell(struct connection *connection, const char *text)
{
	return take(connection, PQexec(connection->server, text), NULL);
}

/*
 * What a session is told first. All rows of a cursor are wanted, so it is planned for that; a writer waits for another as long
 * as on SQLite; what is acknowledged is on the disk.
 */
static bool tell_settings(struct connection *connection)
{
	return tell(connection, "set client_encoding to 'UTF8'; set standard_conforming_strings to on; set bytea_output to hex;"
				"set extra_float_digits to 1; set cursor_tuple_fraction to 1; set lock_timeout to '5s';"
				"set client_min_messages to warning; set jit to off;"
				"select set_config('synchronous_commit', 'on', false)"
				" where current_setting('synchronous_commit') in ('off', 'local')") &&
	       (!connection->reads_only || tell(connection, "set default_transaction_read_only to on"));
}

static bool reconnect(struct connection *connection)
{
	PQreset(connection->server);
	connection->generation++;
	connection->in_transaction = false;
	return is_lost(connection) ? fail(connection, PQerrorMessage(connection->server)) : tell_settings(connection);
}

/* Whether the server has closed an idle connection: it then has something to say, and nothing after that. */
static bool has_hung_up(struct connection *connection)
{
	struct pollfd poll_for = { .fd = PQsocket(connection->server), .events = POLLIN };

	while (poll(&poll_for, 1, 0) == 1)
		if (!PQconsumeInput(connection->server) || is_lost(connection))
			return true;
	return is_lost(connection);
}

/* A connection that broke outside of a transaction is made anew, once. */
static bool is_ready(struct connection *connection)
{
	if (!connection->in_transaction && has_hung_up(connection))
		return reconnect(connection);
	return !is_lost(connection) || fail(connection, "the connection to the registry was lost; try again in a minute");
}

static void be_silent(void *with, const PGresult *result)
{
	(void)with;
	(void)result;
}

/* What the address says goes before these; a machine that vanished is noticed within half a minute. */
static PGconn *connect_to(const char *address)
{
	static const char *const names[] = { "fallback_application_name", "connect_timeout", "keepalives_idle", "keepalives_interval",
					     "keepalives_count", "tcp_user_timeout", "dbname", NULL };
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
	if (!take(connection,
		  PQexec(connection->server, "select pg_catalog.pg_encoding_to_char(encoding), datcollate, datlocprovider"
					     " from pg_catalog.pg_database where datname = current_database()"),
		  &result))
		return connection->problem;
	if (strcmp(PQgetvalue(result, 0, 0), "UTF8") != 0 || !is_one_of(PQgetvalue(result, 0, 1), bytewise) ||
	    strcmp(PQgetvalue(result, 0, 2), "c") != 0)
		why = arena_format(arena, "is of encoding %s and collation %s; make it with 'createdb --encoding=UTF8 --locale=C "
					  "--template=template0'",
				   PQgetvalue(result, 0, 0), PQgetvalue(result, 0, 1));
	PQclear(result);
	return why;
}

static void close_postgresql(void *with)
{
	struct connection *connection = with;

	PQfinish(connection->server);
	arena_free(connection->arena);
}

static void *open_postgresql(const struct sql_opening *opening, struct arena *arena, const char **problem)
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
	if (is_lost(connection)) {
		fail(connection, PQerrorMessage(connection->server));
		why = arena_format(arena, "the registry cannot be reached; try again in a minute, or see whether the address is right (%s)",
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

/* Which tables a program may touch is the server's to say: its role is granted them, and no more. */
static bool restrict_postgresql(void *with, const struct sql_opening *opening, struct arena *arena)
{
	(void)with;
	(void)opening;
	(void)arena;
	return true;
}

/* Tell the server the query, with the types known so far. */
static bool teach(struct connection *connection, struct prepared *prepared, size_t count)
{
	snprintf(prepared->name, sizeof prepared->name, "q%lu", ++connection->names);
	prepared->generation = connection->generation;
	return take(connection,
		    PQprepare(connection->server, prepared->name, prepared->text, prepared->parameter_types ? (int)count : 0,
			      prepared->parameter_types),
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

	if (!take(connection, PQdescribePrepared(connection->server, prepared->name), &described))
		return false;
	if ((size_t)PQnparams(described) != statement->parameter_count) {
		PQclear(described);
		return fail(connection, "has parameters that are not named");
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

static bool prepare_postgresql(void *with, struct statement *statement, struct arena *arena)
{
	struct connection *connection = with;
	struct prepared *prepared = arena_take(arena, sizeof *prepared);

	statement->prepared = prepared;
	statement->parameters = arena_take(arena, MOST_PARAMETERS * sizeof *statement->parameters);
	prepared->text = dialect_query(statement->query->text, statement->parameters, MOST_PARAMETERS, &statement->parameter_count,
				       arena);
	if (statement->parameter_count > MOST_PARAMETERS)
		return fail(connection, "has too many parameters");
	prepared->reads = only_reads(prepared->text);
	prepared->in_pieces = prepared->reads && statement->query->rows == QUERY_MANY;
	return is_ready(connection) && teach(connection, prepared, statement->parameter_count) &&
	       describe(connection, statement, arena);
}

static void let_go(struct prepared *prepared)
{
	PQclear(prepared->result);
	prepared->result = NULL;
}

static void forget_postgresql(void *with, struct statement *statement)
{
	(void)with;
	let_go(statement->prepared);
}

/* A whole real where an integer is wanted serves as one, as on SQLite. */
static const char *real_text(char *number, double real, Oid type)
{
	if (type == TYPE_INT8 && fabs(real) < 9e15 && !(floor(real) < real))
		snprintf(number, NUMBER_SIZE, "%.0f", real);
	else
		snprintf(number, NUMBER_SIZE, "%.17g", real);
	return number;
}

static bool bind(struct connection *connection, struct bound *bound, size_t i, const struct value *value, Oid type)
{
	bound->at[i] = NULL;
	bound->lengths[i] = 0;
	bound->formats[i] = value->kind == VALUE_BLOB;
	if (value->kind != VALUE_NULL && (value->kind == VALUE_BLOB) != (type == TYPE_BYTEA))
		return fail(connection, type == TYPE_BYTEA ? "a text or number is given where bytes belong"
							   : "bytes are given where a text or number belongs");
	switch (value->kind) {
	case VALUE_NULL:
		break;
	case VALUE_INTEGER:
		snprintf(connection->numbers[i], NUMBER_SIZE, "%" PRId64, value->integer);
		bound->at[i] = connection->numbers[i];
		break;
	case VALUE_REAL:
		bound->at[i] = real_text(connection->numbers[i], value->real, type);
		break;
	case VALUE_TEXT:
		if (memchr(value->text, '\0', value->size))
			return fail(connection, "a text has a NUL character in it");
		bound->at[i] = value->text;
		break;
	case VALUE_BLOB:
		bound->at[i] = value->size ? (const char *)value->blob : "";
		bound->lengths[i] = (int)value->size;
		break;
	}
	return true;
}

/* The answers up to the end of what was sent together; the last rows among them are kept. */
static bool take_together(struct connection *connection, PGresult **rows)
{
	bool done = true, ended = false;

	*rows = NULL;
	while (!ended && !is_lost(connection)) {
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
				done = fail_result(connection, result);
			break;
		}
		PQclear(result);
	}
	if (!ended)
		done = fail_result(connection, NULL);
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
	done = done ? take_together(connection, &prepared->result) : fail_result(connection, NULL);
	PQexitPipelineMode(connection->server);
	note_transaction(connection);
	arena_return(connection->arena, mark);
	prepared->more = done;
	return done;
}

static bool start_whole(struct connection *connection, struct prepared *prepared, const struct bound *bound, size_t count)
{
	if (!take(connection,
		  PQexecPrepared(connection->server, prepared->name, (int)count, bound->at, bound->lengths, bound->formats, 0),
		  &prepared->result))
		return false;
	prepared->more = false;
	prepared->changed = prepared->reads ? 0 : strtoll(PQcmdTuples(prepared->result), NULL, 10);
	return true;
}

static bool start_once(struct connection *connection, struct prepared *prepared, const struct bound *bound, size_t count)
{
	if (!is_ready(connection))
		return false;
	if (prepared->generation != connection->generation && !teach(connection, prepared, count))
		return false;
	return prepared->in_pieces ? start_in_pieces(connection, prepared, bound, count)
				   : start_whole(connection, prepared, bound, count);
}

static bool start_postgresql(void *with, struct statement *statement, const struct value *const *parameters)
{
	struct connection *connection = with;
	struct prepared *prepared = statement->prepared;
	struct bound bound;

	for (size_t i = 0; i < statement->parameter_count; i++)
		if (!bind(connection, &bound, i, parameters[i], prepared->parameter_types[i]))
			return false;
	prepared->at = 0;
	if (start_once(connection, prepared, &bound, statement->parameter_count))
		return true;
	/* Lost on the way: what changes nothing is asked once more. What changes something may have been done already. */
	return is_lost(connection) && !connection->in_transaction && prepared->reads &&
	       start_once(connection, prepared, &bound, statement->parameter_count);
}

static unsigned hex_digit(char digit)
{
	return (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/* Bytes come as \x and hex digits; they are written over their own text, which is read once. */
static void read_bytes(char *text, int length, struct value *value)
{
	size_t size = length < 2 ? 0 : ((size_t)length - 2) / 2;

	for (size_t i = 0; i < size; i++)
		text[i] = (char)(hex_digit(text[2 + 2 * i]) << 4 | hex_digit(text[3 + 2 * i]));
	value->kind = VALUE_BLOB;
	value->size = size;
	value->text = text;
}

static void read_integer(const char *text, struct value *value)
{
	value->kind = VALUE_INTEGER;
	value->integer = strtoll(text, NULL, 10);
}

static void read_real(const char *text, struct value *value)
{
	value->kind = VALUE_REAL;
	value->real = strtod(text, NULL);
}

static void read_column(const struct prepared *prepared, int column, struct value *value)
{
	char *text = PQgetvalue(prepared->result, prepared->at, column);
	int length = PQgetlength(prepared->result, prepared->at, column);

	value->size = 0;
	if (PQgetisnull(prepared->result, prepared->at, column)) {
		value->kind = VALUE_NULL;
		value->text = NULL;
		return;
	}
	switch (prepared->column_types[column]) {
	case TYPE_INT2:
	case TYPE_INT4:
	case TYPE_INT8:
	case TYPE_OID:
		read_integer(text, value);
		break;
	case TYPE_BOOL:
		value->kind = VALUE_INTEGER;
		value->integer = *text == 't';
		break;
	case TYPE_FLOAT4:
	case TYPE_FLOAT8:
		read_real(text, value);
		break;
	case TYPE_NUMERIC:
		/* A sum of integers is one; what has decimals, even none but zeros, is a real. */
		if (text[strspn(text, "-0123456789")])
			read_real(text, value);
		else
			read_integer(text, value);
		break;
	case TYPE_BYTEA:
		read_bytes(text, length, value);
		break;
	default:
		value->kind = VALUE_TEXT;
		value->size = (size_t)length;
		value->text = text;
		break;
	}
}

static bool fetch_more(struct connection *connection, struct prepared *prepared)
{
	char text[2 * NUMBER_SIZE];

	let_go(prepared);
	prepared->at = 0;
	if (prepared->cursor_generation != connection->generation)
		return fail(connection, "the connection to PostgreSQL was lost while rows were read");
	snprintf(text, sizeof text, "fetch " FETCHED_ROWS_TEXT " from %s", prepared->cursor);
	return take(connection, PQexec(connection->server, text), &prepared->result);
}

static enum sql_answer step_postgresql(void *with, struct statement *statement)
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
		read_column(prepared, (int)i, &statement->row.at[i]);
	prepared->at++;
	return SQL_FOUND;
}

static void reset_postgresql(void *with, struct statement *statement)
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
	    is_lost(connection))
		return;
	snprintf(text, sizeof text, "close %s", prepared->cursor);
	PQclear(PQexec(connection->server, text));
}

static int64_t changed_postgresql(void *with, struct statement *statement)
{
	const struct prepared *prepared = statement->prepared;

	(void)with;
	return prepared->changed;
}

static bool run_script(struct connection *connection, const char *text)
{
	struct arena_mark mark = arena_mark(connection->arena);
	bool done = tell(connection, dialect_script(text, connection->arena));

	arena_return(connection->arena, mark);
	return done;
}

static bool begin(struct connection *connection, const char *text)
{
	bool done = is_ready(connection) && tell(connection, text);

	if (!done && is_lost(connection))
		done = reconnect(connection) && tell(connection, text);
	if (!done && connection->in_transaction && !is_lost(connection)) {
		PQclear(PQexec(connection->server, "rollback"));
		note_transaction(connection);
	}
	return done;
}

/* A transaction in which something failed answers "commit" with ROLLBACK, and calls it done. */
static bool commit(struct connection *connection)
{
	PGresult *result;
	bool done;

	if (!take(connection, PQexec(connection->server, "commit"), &result))
		return is_lost(connection) ? fail(connection, "the connection to PostgreSQL was lost at the commit: look whether it was done")
					   : false;
	done = strcmp(PQcmdStatus(result), "COMMIT") == 0;
	PQclear(result);
	return done || fail(connection, "the transaction had failed and was rolled back");
}

static bool script_postgresql(void *with, const char *text)
{
	struct connection *connection = with;

	if (text == sql_postgresql_driver.begin || text == sql_postgresql_driver.begin_reading)
		return begin(connection, text);
	if (strcmp(text, "commit") == 0)
		return commit(connection);
	if (strcmp(text, "rollback") == 0) {
		bool done = is_lost(connection) || tell(connection, text);

		connection->in_transaction = false;
		return done;
	}
	return is_ready(connection) && run_script(connection, text);
}

static const char *problem_postgresql(void *with)
{
	const struct connection *connection = with;

	return connection->problem;
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
	.begin = "begin; select pg_advisory_xact_lock(" WRITER_LOCK "), " WRITER_MARK,
	.begin_reading = "begin isolation level repeatable read read only",
};
