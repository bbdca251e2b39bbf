/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files of PostgreSQL behind lib/sql/sql share: the connection, a query as the server knows it, parameters and columns. Private to
 * lib/sql/sql_postgresql*.c; the contract is lib/sql/sql_driver.h.
 */
#ifndef SHANYU_SQL_POSTGRESQL_PARTS_H
#define SHANYU_SQL_POSTGRESQL_PARTS_H

#include <libpq-fe.h>

#include "sql_driver.h"

#define MOST_PARAMETERS 64
#define PROBLEM_SIZE 512
#define NUMBER_SIZE 32

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
	bool refused;                   /* what failed last was of what was asked: see sql_refused */
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

/* lib/sql/sql_postgresql_connection.c */
void *open_postgresql(const struct sql_opening *opening, struct arena *arena, const char **problem);
void close_postgresql(void *with);

/* Note in one line why; always false, so that it can be returned. */
bool connection_fail(struct connection *connection, const char *what);

/* The server's own sentence without its details, which may quote a person's data; what the reader can mend has a better one. */
bool connection_fail_result(struct connection *connection, const PGresult *result);

bool connection_is_lost(const struct connection *connection);

/* Note whether the server is in a transaction, after an answer that connection_take did not see. */
void connection_note(struct connection *connection);

/* Whether the server did it; the result, which the caller frees, goes into *kept, or is freed when kept is NULL. */
bool connection_take(struct connection *connection, PGresult *result, PGresult **kept);

bool connection_tell(struct connection *connection, const char *text);
bool connection_renew(struct connection *connection);

/* A connection that broke outside of a transaction is made anew, once. */
bool connection_is_ready(struct connection *connection);

/* lib/sql/sql_postgresql_values.c */
bool parameter_bind(struct connection *connection, struct bound *bound, size_t i, const struct value *value, Oid type);
void column_read(const struct prepared *prepared, int column, struct value *value);

/* lib/sql/sql_postgresql_statements.c */
bool prepare_postgresql(void *with, struct statement *statement, struct arena *arena);
void forget_postgresql(void *with, struct statement *statement);
bool start_postgresql(void *with, struct statement *statement, const struct value *const *parameters);
enum sql_answer step_postgresql(void *with, struct statement *statement);
void reset_postgresql(void *with, struct statement *statement);
int64_t changed_postgresql(void *with, struct statement *statement);

#endif
