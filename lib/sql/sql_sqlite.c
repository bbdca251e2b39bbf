/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SQLite behind lib/sql/sql. Rollback journal with synchronous=EXTRA for what must last: Debian's 3.40.1 can lose committed
 * rows in WAL mode with two connections (the WAL-reset bug), and the registry's load is small.
 */
#include <ctype.h>
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "sql_driver.h"

#define WAIT_MILLISECONDS 5000

/* The engine's connection and what the authorizer holds it to. */
struct fence {
	const char *const *reads;
	const char *const *writes;
	enum sql_mode mode;
};

static bool run(sqlite3 *database, const char *text)
{
	return sqlite3_exec(database, text, NULL, NULL, NULL) == SQLITE_OK;
}

static bool settings_of(sqlite3 *database, enum sql_mode mode)
{
	sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_extended_result_codes(database, 1);
	/* What is erased leaves the file, not only its tables: secure_delete writes zeros over it. */
	if (!run(database, "pragma foreign_keys=on; pragma temp_store=memory; pragma cell_size_check=on; pragma secure_delete=on"))
		return false;
	switch (mode) {
	case SQL_EDITION:
		return run(database, "pragma mmap_size=17179869184; pragma query_only=on; pragma cache_size=-512");
	case SQL_READ_ONLY:
		sqlite3_busy_timeout(database, WAIT_MILLISECONDS);
		return run(database, "pragma query_only=on");
	case SQL_SCRATCH:
		return run(database, "pragma locking_mode=exclusive; pragma journal_mode=truncate; pragma synchronous=off; "
				     "pragma cache_size=-65536");
	case SQL_CREATE:
	case SQL_READ_WRITE:
		sqlite3_busy_timeout(database, WAIT_MILLISECONDS);
		return run(database, "pragma journal_mode=truncate; pragma synchronous=extra");
	}
	return false;
}

static const char *uri_of(const struct sql_opening *opening, struct arena *arena)
{
	size_t length = strlen(opening->address);
	char *uri = arena_take(arena, length * 3 + 64);
	char *to = uri + sprintf(uri, "file:");

	for (const char *from = opening->address; *from; from++) {
		if (isalnum((unsigned char)*from) || strchr("/._-", *from))
			*to++ = *from;
		else
			to += sprintf(to, "%%%02X", (unsigned char)*from);
	}
	if (opening->mode == SQL_EDITION)
		sprintf(to, "?immutable=1");
	return uri;
}

static const char *mend_for(const struct sql_opening *opening, struct arena *arena)
{
	struct stat status;

	if (stat(opening->address, &status) != 0)
		return arena_format(arena, "%s: %s; make it with 'shanyu init'", opening->address, strerror(errno));
	return arena_format(arena, "%s: cannot be opened; check that it is a database of this program and its permissions",
			    opening->address);
}

static void *open_sqlite(const struct sql_opening *opening, struct arena *arena, const char **problem)
{
	int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
	sqlite3 *database = NULL;

	if (opening->mode == SQL_EDITION || opening->mode == SQL_READ_ONLY)
		flags |= SQLITE_OPEN_READONLY;
	else
		flags |= SQLITE_OPEN_READWRITE;
	if (opening->mode == SQL_CREATE || opening->mode == SQL_SCRATCH)
		flags |= SQLITE_OPEN_CREATE;
	if (sqlite3_open_v2(uri_of(opening, arena), &database, flags, NULL) != SQLITE_OK ||
	    !settings_of(database, opening->mode) || !run(database, "select count(*) from sqlite_schema")) {
		*problem = mend_for(opening, arena);
		sqlite3_close(database);
		return NULL;
	}
	return database;
}

static void close_sqlite(void *connection)
{
	sqlite3_close_v2(connection);
}

/* What the tables behind a word index or a tree are called after it. */
static bool is_shadow(const char *ending)
{
	static const char *const endings[] = { "_data", "_idx", "_content", "_docsize", "_config", "_node", "_parent", "_rowid" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (strcmp(endings[i], ending) == 0)
			return true;
	return false;
}

/* A table of the list, or a shadow table of it (listing_word_data of listing_word). */
static bool listed(const char *const *tables, const char *name)
{
	for (; tables && *tables; tables++) {
		size_t length = strlen(*tables);

		if (strncmp(*tables, name, length) == 0 && (name[length] == '\0' || is_shadow(name + length)))
			return true;
	}
	return false;
}

static int authorize(void *with, int action, const char *first, const char *second, const char *schema, const char *cause)
{
	const struct fence *fence = with;

	(void)second;
	(void)schema;
	(void)cause;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_FUNCTION:
	case SQLITE_RECURSIVE:
	case SQLITE_TRANSACTION:
	case SQLITE_SAVEPOINT:
		return SQLITE_OK;
	case SQLITE_READ:
		if (!fence->reads || listed(fence->reads, first) || listed(fence->writes, first) || strncmp(first, "sqlite_", 7) == 0)
			return SQLITE_OK;
		return SQLITE_DENY;
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
		return listed(fence->writes, first) ? SQLITE_OK : SQLITE_DENY;
	case SQLITE_PRAGMA:
		/* FTS5 asks this of its own; it reads nothing. */
		return strcmp(first, "data_version") == 0 ? SQLITE_OK : SQLITE_DENY;
	case SQLITE_ATTACH:     /* what "vacuum into" does of itself */
	case SQLITE_DETACH:
		return fence->mode == SQL_SCRATCH ? SQLITE_OK : SQLITE_DENY;
	default:
		return SQLITE_DENY;
	}
}

/*
 * R*Trees and word indexes declare themselves and prepare statements of their own when first named: that happens here,
 * before the fence is up.
 */
static bool open_virtual_tables(sqlite3 *database)
{
	sqlite3_stmt *names = NULL;
	bool fine = sqlite3_prepare_v2(database, "select name from sqlite_schema where sql like 'create virtual table%'", -1, &names,
				       NULL) == SQLITE_OK;

	while (fine && sqlite3_step(names) == SQLITE_ROW) {
		char *text = sqlite3_mprintf("select * from \"%w\" limit 0", sqlite3_column_text(names, 0));

		fine = text && run(database, text);
		sqlite3_free(text);
	}
	sqlite3_finalize(names);
	return fine;
}

static bool restrict_sqlite(void *connection, const struct sql_opening *opening, struct arena *arena)
{
	sqlite3 *database = connection;
	struct fence *fence = arena_take(arena, sizeof *fence);

	sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
	sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, opening->mode == SQL_SCRATCH ? 1 : 0);
	sqlite3_limit(database, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200);
	if (!opening->writes)
		return true;
	*fence = (struct fence){ opening->reads, opening->writes, opening->mode };
	return open_virtual_tables(database) && sqlite3_set_authorizer(database, authorize, fence) == SQLITE_OK;
}

static bool prepare_sqlite(void *connection, struct statement *statement, struct arena *arena)
{
	sqlite3_stmt *prepared = NULL;
	const char *rest = NULL;
	struct values *row = &statement->row;

	if (sqlite3_prepare_v3(connection, statement->query->text, -1, SQLITE_PREPARE_PERSISTENT, &prepared, &rest) != SQLITE_OK)
		return false;
	statement->prepared = prepared;
	statement->parameter_count = (size_t)sqlite3_bind_parameter_count(prepared);
	statement->parameters = arena_take(arena, (statement->parameter_count + 1) * sizeof *statement->parameters);
	for (size_t i = 0; i < statement->parameter_count; i++) {
		const char *name = sqlite3_bind_parameter_name(prepared, (int)i + 1);

		statement->parameters[i] = arena_copy(arena, name && *name ? name + 1 : "?");
	}
	row->count = row->room = (size_t)sqlite3_column_count(prepared);
	row->at = arena_take(arena, (row->count + 1) * sizeof *row->at);
	for (size_t i = 0; i < row->count; i++)
		row->at[i].name = arena_copy(arena, sqlite3_column_name(prepared, (int)i));
	return true;
}

static void forget_sqlite(void *connection, struct statement *statement)
{
	(void)connection;
	sqlite3_finalize(statement->prepared);
}

static int bind(sqlite3_stmt *prepared, int place, const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
		return sqlite3_bind_null(prepared, place);
	case VALUE_INTEGER:
		return sqlite3_bind_int64(prepared, place, value->integer);
	case VALUE_REAL:
		return sqlite3_bind_double(prepared, place, value->real);
	case VALUE_TEXT:
		return sqlite3_bind_text(prepared, place, value->text, (int)value->size, SQLITE_STATIC);
	case VALUE_BLOB:
		return sqlite3_bind_blob(prepared, place, value->size ? (const void *)value->blob : "", (int)value->size,
					 SQLITE_STATIC);
	}
	return SQLITE_MISUSE;
}

static bool start_sqlite(void *connection, struct statement *statement, const struct value *const *parameters)
{
	(void)connection;
	for (size_t i = 0; i < statement->parameter_count; i++)
		if (bind(statement->prepared, (int)i + 1, parameters[i]) != SQLITE_OK)
			return false;
	return true;
}

static void read_column(sqlite3_stmt *prepared, int column, struct value *value)
{
	switch (sqlite3_column_type(prepared, column)) {
	case SQLITE_INTEGER:
		value->kind = VALUE_INTEGER;
		value->integer = sqlite3_column_int64(prepared, column);
		break;
	case SQLITE_FLOAT:
		value->kind = VALUE_REAL;
		value->real = sqlite3_column_double(prepared, column);
		break;
	case SQLITE_TEXT:
		value->kind = VALUE_TEXT;
		value->text = (const char *)sqlite3_column_text(prepared, column);
		value->size = (size_t)sqlite3_column_bytes(prepared, column);
		break;
	case SQLITE_BLOB:
		value->kind = VALUE_BLOB;
		value->blob = sqlite3_column_blob(prepared, column);
		value->size = (size_t)sqlite3_column_bytes(prepared, column);
		break;
	default:
		value->kind = VALUE_NULL;
		value->size = 0;
		value->text = NULL;
		break;
	}
}

static enum sql_answer step_sqlite(void *connection, struct statement *statement)
{
	(void)connection;
	switch (sqlite3_step(statement->prepared)) {
	case SQLITE_ROW:
		for (size_t i = 0; i < statement->row.count; i++)
			read_column(statement->prepared, (int)i, &statement->row.at[i]);
		return SQL_FOUND;
	case SQLITE_DONE:
		return SQL_NONE;
	default:
		return SQL_FAILED;
	}
}

static void reset_sqlite(void *connection, struct statement *statement)
{
	(void)connection;
	sqlite3_reset(statement->prepared);
}

static int64_t changed_sqlite(void *connection, struct statement *statement)
{
	(void)statement;
	return sqlite3_changes64(connection);
}

static bool script_sqlite(void *connection, const char *text)
{
	return run(connection, text);
}

static const char *problem_sqlite(void *connection)
{
	return sqlite3_errmsg(connection);
}

static bool refused_sqlite(void *connection)
{
	int code = sqlite3_extended_errcode(connection) & 0xFF;

	return code == SQLITE_CONSTRAINT || code == SQLITE_MISMATCH || code == SQLITE_TOOBIG || code == SQLITE_RANGE;
}

static void wait_at_most_sqlite(void *connection, int milliseconds)
{
	sqlite3_busy_timeout(connection, milliseconds < 0 ? WAIT_MILLISECONDS : milliseconds);
}

const struct sql_driver sql_sqlite_driver = {
	.open = open_sqlite,
	.close = close_sqlite,
	.restrict_to = restrict_sqlite,
	.prepare = prepare_sqlite,
	.forget = forget_sqlite,
	.start = start_sqlite,
	.step = step_sqlite,
	.reset = reset_sqlite,
	.changed = changed_sqlite,
	.script = script_sqlite,
	.problem = problem_sqlite,
	.refused = refused_sqlite,
	.wait_at_most = wait_at_most_sqlite,
	.begin_at_once = "begin immediate",
	.begin = "begin immediate",
	.begin_reading = "begin",
};
