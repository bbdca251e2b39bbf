/* SPDX-License-Identifier: Apache-2.0 */
/* Named queries over a database: what is the same for every engine. */
#include "sql.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sql_driver.h"

#define MOST_PARAMETERS 64
#define PROBLEM_SIZE 512

struct sql {
	const struct sql_driver *driver;
	void *connection;
	struct arena *arena;            /* lives as long as the connection */
	struct statement **slots;       /* query address to statement, open addressing */
	size_t slot_count;
	size_t statement_count;
	bool in_transaction;
	bool hurried;                   /* nothing in this transaction waits for others */
	bool spoiled;                   /* a query failed in this transaction */
	bool refused;                   /* the last failure was of what was asked, not of the database */
	char problem[PROBLEM_SIZE];
};

#define SQLITE_SCHEME "sqlite:"

bool sql_is_server(const char *address)
{
	return strncmp(address, "postgresql://", 13) == 0 || strncmp(address, "postgres://", 11) == 0;
}

/* The driver, and the address as it takes it. NULL: this program was built without it. */
static const struct sql_driver *driver_for(const char **address)
{
	if (sql_is_server(*address))
		return &sql_postgresql_driver;
	if (strncmp(*address, SQLITE_SCHEME, strlen(SQLITE_SCHEME)) == 0)
		*address += strlen(SQLITE_SCHEME);
	return &sql_sqlite_driver;
}

const char *sql_address_shown(const char *address, struct arena *arena)
{
	char *shown = arena_copy(arena, address);
	char *from, *to;

	if (!sql_is_server(address))
		return shown;
	from = strstr(shown, "//") + 2;
	to = strpbrk(from, "@/?");
	from = to && *to == '@' ? strchr(from, ':') : NULL;
	if (from && from < to)
		memset(from + 1, '*', (size_t)(to - from - 1));
	for (from = shown; (from = strstr(from, "password="));) {
		from += 9;
		memset(from, '*', strcspn(from, "&"));
	}
	return shown;
}

static void note_problem(struct sql *sql, const char *what)
{
	sql->spoiled = sql->in_transaction;
	sql->refused = sql->driver->refused(sql->connection);
	snprintf(sql->problem, sizeof sql->problem, "%s: %s", what, sql->driver->problem(sql->connection));
}

/* What fails here and not in the engine: the transaction is as spoilt by it. How many rows there are may be others by the next time. */
static void note_own(struct sql *sql, bool refused, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void note_own(struct sql *sql, bool refused, const char *format, ...)
{
	va_list arguments;

	sql->spoiled = sql->in_transaction;
	sql->refused = refused;
	va_start(arguments, format);
	vsnprintf(sql->problem, sizeof sql->problem, format, arguments);
	va_end(arguments);
}

static size_t slot_of(const struct sql *sql, const struct query *query)
{
	size_t at = ((size_t)query >> 4) * 0x9E3779B97F4A7C15u >> 20;

	for (;; at++) {
		at &= sql->slot_count - 1;
		if (!sql->slots[at] || sql->slots[at]->query == query)
			return at;
	}
}

static void make_room(struct sql *sql, size_t more)
{
	struct statement **before = sql->slots;
	size_t before_count = sql->slot_count;

	while (sql->slot_count < (sql->statement_count + more) * 2 || sql->slot_count < 16)
		sql->slot_count = sql->slot_count ? sql->slot_count * 2 : 16;
	if (sql->slot_count == before_count)
		return;
	sql->slots = arena_take(sql->arena, sql->slot_count * sizeof *sql->slots);
	for (size_t i = 0; i < before_count; i++)
		if (before[i])
			sql->slots[slot_of(sql, before[i]->query)] = before[i];
}

static bool prepare_one(struct sql *sql, const struct query *query)
{
	struct statement *statement;
	size_t slot = slot_of(sql, query);

	if (sql->slots[slot])
		return true;
	statement = arena_take(sql->arena, sizeof *statement);
	statement->query = query;
	if (!sql->driver->prepare(sql->connection, statement, sql->arena)) {
		snprintf(sql->problem, sizeof sql->problem, "query %s in %s: %s", query->name, query->file,
			 sql->driver->problem(sql->connection));
		sql->spoiled = sql->in_transaction;
		return false;
	}
	assert(statement->parameter_count <= MOST_PARAMETERS);
	sql->slots[slot] = statement;
	sql->statement_count++;
	return true;
}

bool sql_prepare(struct sql *sql, const struct query_pack *const *packs)
{
	for (; packs && *packs; packs++) {
		make_room(sql, (*packs)->count);
		for (size_t i = 0; i < (*packs)->count; i++)
			if (!prepare_one(sql, (*packs)->at[i]))
				return false;
	}
	return true;
}

struct sql *sql_open(const struct sql_opening *opening, struct arena *arena, const char **problem)
{
	struct sql_opening found = *opening;
	const struct sql_driver *driver = driver_for(&found.address);
	void *connection = NULL;
	struct arena *own;
	struct sql *sql;

	if (driver)
		connection = driver->open(&found, arena, problem);
	else
		*problem = arena_format(arena, "%s: this program does not work on PostgreSQL", sql_address_shown(opening->address, arena));
	if (!connection)
		return NULL;
	own = arena_new((size_t)16 * 1024 * 1024);
	sql = arena_take(own, sizeof *sql);
	sql->driver = driver;
	sql->connection = connection;
	sql->arena = own;
	if ((opening->extend && !opening->extend(sql, opening->with)) || !driver->restrict_to(connection, opening, own) ||
	    !sql_prepare(sql, opening->packs)) {
		*problem = arena_format(arena, "%s: %s", sql_address_shown(opening->address, arena),
					sql->problem[0] ? sql->problem : driver->problem(connection));
		sql_close(sql);
		return NULL;
	}
	return sql;
}

void sql_close(struct sql *sql)
{
	if (!sql)
		return;
	for (size_t i = 0; i < sql->slot_count; i++)
		if (sql->slots[i])
			sql->driver->forget(sql->connection, sql->slots[i]);
	sql->driver->close(sql->connection);
	arena_free(sql->arena);
}

const char *sql_problem(const struct sql *sql)
{
	return sql->problem;
}

bool sql_failed(const struct sql *sql)
{
	return sql->problem[0] != '\0';
}

bool sql_refused(const struct sql *sql)
{
	return sql_failed(sql) && sql->refused;
}

void sql_forget_problem(struct sql *sql)
{
	sql->problem[0] = '\0';
}

/* PostgreSQL does nothing more in a transaction in which something failed: so neither does SQLite. */
static bool refuse_spoiled(struct sql *sql, const char *what)
{
	if (!sql->spoiled)
		return true;
	snprintf(sql->problem, sizeof sql->problem, "%s: an earlier query of this transaction failed", what);
	return false;
}

bool sql_script(struct sql *sql, const char *text)
{
	if (!refuse_spoiled(sql, "script"))
		return false;
	if (sql->driver->script(sql->connection, text))
		return true;
	note_problem(sql, "script");
	return false;
}

static bool begin(struct sql *sql, const char *words)
{
	assert(!sql->in_transaction);
	if (!sql_script(sql, words))
		return false;
	sql->in_transaction = true;
	sql->spoiled = false;
	return true;
}

bool sql_begin(struct sql *sql)
{
	return begin(sql, sql->driver->begin);
}

static void wait_at_most(struct sql *sql, int milliseconds)
{
	sql->hurried = milliseconds >= 0;
	if (sql->driver->wait_at_most)
		sql->driver->wait_at_most(sql->connection, milliseconds);
}

bool sql_begin_at_once(struct sql *sql)
{
	wait_at_most(sql, 0);
	if (begin(sql, sql->driver->begin_at_once))
		return true;
	wait_at_most(sql, -1);
	return false;
}

/* After a transaction, whatever became of it. */
static void end_transaction(struct sql *sql)
{
	sql->in_transaction = false;
	if (sql->hurried)
		wait_at_most(sql, -1);
}

bool sql_begin_reading(struct sql *sql)
{
	return begin(sql, sql->driver->begin_reading);
}

bool sql_commit(struct sql *sql)
{
	assert(sql->in_transaction);
	if (refuse_spoiled(sql, "commit") && sql_script(sql, "commit")) {
		end_transaction(sql);
		return true;
	}
	sql_rollback(sql);
	return false;
}

void sql_rollback(struct sql *sql)
{
	if (sql->in_transaction)
		sql->driver->script(sql->connection, "rollback");
	end_transaction(sql);
	sql->spoiled = false;
}

bool sql_part_begin(struct sql *sql)
{
	assert(sql->in_transaction);
	return sql_script(sql, "savepoint part");
}

bool sql_part_keep(struct sql *sql)
{
	return sql_script(sql, "release savepoint part");
}

bool sql_part_undo(struct sql *sql)
{
	bool before = sql->spoiled;

	assert(sql->in_transaction);
	sql->spoiled = false;
	if (sql->driver->script(sql->connection, "rollback to savepoint part; release savepoint part"))
		return true;
	sql->spoiled = before;
	note_problem(sql, "undoing a part");
	return false;
}

static struct statement *statement_of(struct sql *sql, const struct query *query)
{
	struct statement *statement = sql->slots[slot_of(sql, query)];

	if (!statement)
		fprintf(stderr, "query %s is not among those this program was opened with\n", query->name);
	assert(statement);
	return statement;
}

void sql_put_missing(struct sql *sql, const struct query *query, struct values *values)
{
	const struct statement *statement = statement_of(sql, query);

	for (size_t i = 0; i < statement->parameter_count; i++)
		if (!values_find(values, statement->parameters[i]))
			values_put_null(values, statement->parameters[i]);
}

static const struct value *parameter_of(const struct values *parameters, const char *name)
{
	return parameters ? values_find(parameters, name) : NULL;
}

bool sql_start(struct sql *sql, const struct query *query, const struct values *parameters, struct sql_cursor *cursor)
{
	struct statement *statement = statement_of(sql, query);
	const struct value *bound[MOST_PARAMETERS];

	assert(!statement->running);
	sql_forget_problem(sql);
	cursor->sql = sql;
	cursor->statement = NULL;
	if (!refuse_spoiled(sql, query->name))
		return false;
	for (size_t i = 0; i < statement->parameter_count; i++) {
		bound[i] = parameter_of(parameters, statement->parameters[i]);
		if (!bound[i]) {
			note_own(sql, true, "%s: no value for :%s", query->name, statement->parameters[i]);
			return false;
		}
	}
	if (!sql->driver->start(sql->connection, statement, bound)) {
		note_problem(sql, query->name);
		return false;
	}
	statement->running = true;
	cursor->statement = statement;
	return true;
}

const struct values *sql_next(struct sql_cursor *cursor)
{
	struct statement *statement = cursor->statement;

	if (!statement)
		return NULL;
	switch (cursor->sql->driver->step(cursor->sql->connection, statement)) {
	case SQL_FOUND:
		return &statement->row;
	case SQL_FAILED:
		note_problem(cursor->sql, statement->query->name);
		break;
	case SQL_NONE:
		break;
	}
	sql_finish(cursor);
	return NULL;
}

void sql_finish(struct sql_cursor *cursor)
{
	struct statement *statement = cursor->statement;

	if (!statement)
		return;
	cursor->sql->driver->reset(cursor->sql->connection, statement);
	statement->running = false;
	cursor->statement = NULL;
}

/* The names of a row live as long as the connection, longer than any arena of a request: only values are copied. */
static void keep_row(const struct values *row, struct arena *arena, struct values *kept)
{
	kept->arena = arena;
	kept->count = kept->room = row->count;
	kept->at = arena_take(arena, (row->count ? row->count : 1) * sizeof *kept->at);
	for (size_t i = 0; i < row->count; i++) {
		kept->at[i] = row->at[i];
		if (row->at[i].kind == VALUE_TEXT || row->at[i].kind == VALUE_BLOB)
			kept->at[i].text = arena_text(arena, row->at[i].text, row->at[i].size);
	}
}

enum sql_answer sql_row(struct sql *sql, const struct query *query, const struct values *parameters, struct arena *arena,
			struct values **row)
{
	struct sql_cursor cursor;
	const struct values *found;

	assert(query->rows == QUERY_ONE || query->rows == QUERY_MAYBE);
	*row = NULL;
	if (!sql_start(sql, query, parameters, &cursor))
		return SQL_FAILED;
	found = sql_next(&cursor);
	if (!found) {
		if (!sql_failed(sql) && query->rows == QUERY_ONE)
			note_own(sql, false, "%s: no row where there must be one", query->name);
		return sql_failed(sql) ? SQL_FAILED : SQL_NONE;
	}
	*row = arena_take(arena, sizeof **row);
	keep_row(found, arena, *row);
	found = sql_next(&cursor);
	if (found) {
		note_own(sql, false, "%s: more than one row", query->name);
		sql_finish(&cursor);
	}
	return sql_failed(sql) ? SQL_FAILED : SQL_FOUND;
}

bool sql_list(struct sql *sql, const struct query *query, const struct values *parameters, struct arena *arena, size_t most,
	      struct rows *rows)
{
	struct sql_cursor cursor;
	const struct values *row;
	size_t room = 0;

	rows->at = NULL;
	rows->count = 0;
	if (!sql_start(sql, query, parameters, &cursor))
		return false;
	while ((row = sql_next(&cursor))) {
		if (rows->count == most) {
			note_own(sql, false, "%s: more than %zu rows", query->name, most);
			sql_finish(&cursor);
			return false;
		}
		if (rows->count == room) {
			struct values *more;

			room = room ? room * 2 : 32;
			more = arena_take(arena, room * sizeof *more);
			if (rows->count)
				memcpy(more, rows->at, rows->count * sizeof *more);
			rows->at = more;
		}
		keep_row(row, arena, &rows->at[rows->count++]);
	}
	return !sql_failed(sql);
}

int64_t sql_do(struct sql *sql, const struct query *query, const struct values *parameters)
{
	struct sql_cursor cursor;
	struct statement *statement;
	int64_t changed;

	if (!sql_start(sql, query, parameters, &cursor))
		return -1;
	statement = cursor.statement;
	while (sql_next(&cursor))
		;
	if (sql_failed(sql))
		return -1;
	changed = sql->driver->changed(sql->connection, statement);
	return changed;
}

bool sql_copy_to(struct sql *sql, const char *path)
{
	char text[4200];

	/* The path is the program's own, made of its folder and a number; a quote in it is refused rather than escaped. */
	if (strchr(path, '\'') || snprintf(text, sizeof text, "vacuum into '%s'", path) >= (int)sizeof text) {
		snprintf(sql->problem, sizeof sql->problem, "copy to %s: the path has a quote in it or is too long", path);
		return false;
	}
	return sql_script(sql, text);
}

void *sql_sqlite_handle(struct sql *sql)
{
	return sql->driver == &sql_sqlite_driver ? sql->connection : NULL;
}
