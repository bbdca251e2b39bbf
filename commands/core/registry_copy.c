/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shanyu registry copy: the whole registry from one database into another, on either engine. What tables there are the database
 * itself says (db/registry/dialect): a new table needs no line here. Refuses a target that holds rows.
 */
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clerk.h"
#include "command.h"
#include "lib/sql/migrate.h"
#include "lib/base/progress.h"
#include "publication/log.h"
#include "registry_migrations.h"
#include "schema_postgresql.h"
#include "schema_sqlite.h"

#define MOST_TABLES 1000
#define LOG_BATCH 10000
#define DIGEST crypto_generichash_BYTES
#define PROBLEM_ROOM 600

/* A table as it is copied: its queries, how many rows it had, and all its rows' hashes together, in whatever order they came. */
struct copied_table {
	const char *name;
	struct query read, write, count;
	int64_t rows;
	unsigned char digest[DIGEST];
};

struct copying {
	struct command_call *call;
	struct arena *arena;            /* as long as the command */
	struct arena *scratch;          /* one row of the log */
	struct sql *from, *to;
	const char *to_shown;
	struct copied_table *tables;
	size_t table_count;
	int64_t rows;
	struct merkle_frontier log;
	char problem[PROBLEM_ROOM];
};

static bool fail(struct copying *copying, const char *what, const char *why)
{
	snprintf(copying->problem, sizeof copying->problem, "%s: %s", what, why);
	return false;
}

static bool fail_from(struct copying *copying)
{
	return fail(copying, "reading", sql_problem(copying->from));
}

static bool fail_to(struct copying *copying)
{
	return fail(copying, copying->to_shown, sql_problem(copying->to));
}

static const struct query_pack *schema_of(struct sql *sql)
{
	return sql_sqlite_handle(sql) ? &schema_sqlite_pack : &schema_postgresql_pack;
}

static const struct query *tables_query(struct sql *sql)
{
	return sql_sqlite_handle(sql) ? &Q_sqlite_tables : &Q_postgresql_tables;
}

static struct sql *open_database(struct copying *copying, const char *address, enum sql_mode mode)
{
	struct sql_opening opening = { .address = address, .mode = mode };
	const char *problem;
	struct sql *sql = sql_open(&opening, copying->arena, &problem);

	if (sql) {
		const struct query_pack *const packs[] = { schema_of(sql), NULL };

		if (sql_prepare(sql, packs))
			return sql;
		problem = sql_problem(sql);
	}
	command_fails(copying->call, EXIT_FAILED, "%s", problem);
	sql_close(sql);
	return NULL;
}

static struct query query_from(const struct values *row, const char *text, enum query_rows rows)
{
	return (struct query){ values_text(row, "name"), "registry copy", rows, values_text(row, text) };
}

static bool prepare_each(struct sql *sql, const struct query *const *queries, size_t count)
{
	const struct query_pack pack = { queries, count };
	const struct query_pack *const packs[] = { &pack, NULL };

	return sql_prepare(sql, packs);
}

static bool is_own_table(const struct values *row)
{
	return strcmp(values_text(row, "name"), MIGRATE_TABLE) == 0;
}

/* The tables to copy, from what the source says of itself. */
static bool find_tables(struct copying *copying)
{
	struct rows rows;

	if (!sql_list(copying->from, tables_query(copying->from), NULL, copying->arena, MOST_TABLES, &rows))
		return fail_from(copying);
	copying->tables = arena_take(copying->arena, (rows.count + 1) * sizeof *copying->tables);
	for (size_t i = 0; i < rows.count; i++) {
		struct copied_table *table = &copying->tables[copying->table_count];
		const struct query *const reading[] = { &table->read, &table->count };

		if (is_own_table(&rows.at[i]))
			continue;
		table->name = values_text(&rows.at[i], "name");
		table->read = query_from(&rows.at[i], "read_text", QUERY_MANY);
		table->write = query_from(&rows.at[i], "write_text", QUERY_NONE);
		table->count = query_from(&rows.at[i], "count_text", QUERY_ONE);
		copying->table_count++;
		if (!prepare_each(copying->from, reading, 2))
			return fail_from(copying);
	}
	return true;
}

static int64_t count_rows(struct copying *copying, struct sql *sql, const struct copied_table *table)
{
	struct values *row;

	return sql_row(sql, &table->count, NULL, copying->arena, &row) == SQL_FOUND ? values_integer(row, "n") : -1;
}

static bool count_source(struct copying *copying)
{
	for (size_t i = 0; i < copying->table_count; i++) {
		copying->tables[i].rows = count_rows(copying, copying->from, &copying->tables[i]);
		if (copying->tables[i].rows < 0)
			return fail_from(copying);
		copying->rows += copying->tables[i].rows;
	}
	return true;
}

/* An empty database gets its tables; one that has them must have this program's, without a row. */
static bool make_ready(struct copying *copying)
{
	const char *problem;
	struct rows rows;

	if (!sql_list(copying->to, tables_query(copying->to), NULL, copying->arena, MOST_TABLES, &rows))
		return fail_to(copying);
	if (!rows.count)
		return migrate_fresh(copying->to, &registry_migrations) || fail_to(copying);
	if (migrate_check(copying->to, &registry_migrations, copying->to_shown, copying->arena, &problem))
		return true;
	snprintf(copying->problem, sizeof copying->problem, "%s", problem);
	return false;
}

static bool prepare_target(struct copying *copying)
{
	static const struct query_pack *const packs[] = { &clerk_pack, NULL };

	for (size_t i = 0; i < copying->table_count; i++) {
		struct copied_table *table = &copying->tables[i];
		const struct query *const all[] = { &table->read, &table->write, &table->count };
		int64_t there;

		if (!prepare_each(copying->to, all, 3) || (there = count_rows(copying, copying->to, table)) < 0)
			return fail_to(copying);
		if (there)
			return fail(copying, copying->to_shown,
				    arena_format(copying->arena, "its table %s holds %" PRId64 " rows already; copy into an empty database",
						 table->name, there));
	}
	return sql_prepare(copying->to, packs) || fail_to(copying);
}

static void add_value(crypto_generichash_state *state, const struct value *value)
{
	unsigned char kind = (unsigned char)value->kind;
	uint64_t size = value->size;

	crypto_generichash_update(state, &kind, 1);
	if (value->kind == VALUE_INTEGER || value->kind == VALUE_REAL)
		crypto_generichash_update(state, (const unsigned char *)&value->integer, sizeof value->integer);
	if (value->kind != VALUE_TEXT && value->kind != VALUE_BLOB)
		return;
	crypto_generichash_update(state, (const unsigned char *)&size, sizeof size);
	crypto_generichash_update(state, (const unsigned char *)value->text, size);
}

static void add_row(unsigned char digest[DIGEST], const struct values *row)
{
	crypto_generichash_state state;
	unsigned char hash[DIGEST];

	crypto_generichash_init(&state, NULL, 0, sizeof hash);
	for (size_t i = 0; i < row->count; i++)
		add_value(&state, &row->at[i]);
	crypto_generichash_final(&state, hash, sizeof hash);
	for (size_t i = 0; i < sizeof hash; i++)
		digest[i] ^= hash[i];
}

static bool copy_table(struct copying *copying, struct copied_table *table, struct progress *progress, int64_t *done)
{
	struct sql_cursor cursor;
	const struct values *row;
	int64_t copied = 0;

	if (!sql_start(copying->from, &table->read, NULL, &cursor))
		return fail_from(copying);
	while ((row = sql_next(&cursor))) {
		if (sql_do(copying->to, &table->write, row) != 1) {
			sql_finish(&cursor);
			return fail_to(copying);
		}
		add_row(table->digest, row);
		copied++;
		progress_at(progress, ++*done);
	}
	if (sql_failed(copying->from))
		return fail_from(copying);
	return copied == table->rows || fail(copying, table->name, "changed while it was copied");
}

static bool check_table(struct copying *copying, struct copied_table *table, struct progress *progress, int64_t *done)
{
	unsigned char digest[DIGEST] = { 0 };
	struct sql_cursor cursor;
	const struct values *row;
	int64_t found = 0;

	if (!sql_start(copying->to, &table->read, NULL, &cursor))
		return fail_to(copying);
	while ((row = sql_next(&cursor))) {
		add_row(digest, row);
		found++;
		progress_at(progress, ++*done);
	}
	if (sql_failed(copying->to))
		return fail_to(copying);
	if (found != table->rows)
		return fail(copying, table->name,
			    arena_format(copying->arena, "%" PRId64 " rows were copied and %" PRId64 " are there", table->rows, found));
	return memcmp(digest, table->digest, sizeof digest) == 0 || fail(copying, table->name, "a row is not as it was");
}

static bool each_table(struct copying *copying, const char *what,
		       bool (*visit)(struct copying *, struct copied_table *, struct progress *, int64_t *))
{
	struct progress progress = progress_start(what, copying->rows);
	bool fine = true;
	int64_t done = 0;

	for (size_t i = 0; fine && i < copying->table_count; i++)
		fine = visit(copying, &copying->tables[i], &progress, &done);
	progress_end(&progress);
	return fine;
}

/* One batch of the target's log into the tree; how many, -1 on failure. */
static int64_t add_log(struct copying *copying)
{
	struct values *range = values_new(copying->scratch);
	struct arena_mark mark;
	struct sql_cursor cursor;
	const struct values *row;
	const char *what = NULL;
	int64_t added = 0;

	values_put_integer(range, "seq", (int64_t)copying->log.size);
	values_put_integer(range, "most", LOG_BATCH);
	mark = arena_mark(copying->scratch);
	if (!sql_start(copying->to, &Q_publication_after, range, &cursor)) {
		fail_to(copying);
		return -1;
	}
	while (!what && (row = sql_next(&cursor))) {
		what = publication_fault(row, copying->scratch);
		if (values_integer(row, "seq") != (int64_t)copying->log.size + 1)
			what = "publications are missing before it";
		if (!what)
			merkle_frontier_add(&copying->log, values_find(row, "leaf")->blob);
		else
			fail(copying, "publication log",
			     arena_format(copying->arena, "publication %" PRId64 ": %s; see shanyu log verify", values_integer(row, "seq"), what));
		arena_return(copying->scratch, mark);
		added++;
	}
	sql_finish(&cursor);
	arena_sweep(copying->scratch);
	if (!what && sql_failed(copying->to)) {
		fail_to(copying);
		return -1;
	}
	return what ? -1 : added;
}

static bool has_root(const struct values *checkpoint, const unsigned char root[PUBLICATION_HASH])
{
	const struct value *expected = values_find(checkpoint, "root");

	return expected->kind == VALUE_BLOB && expected->size == PUBLICATION_HASH && memcmp(expected->blob, root, PUBLICATION_HASH) == 0;
}

/* The copied log, computed anew, has the root that the source's newest checkpoint says. */
static bool check_log(struct copying *copying)
{
	struct values *key = values_new(copying->arena), *size, *checkpoint;
	unsigned char root[PUBLICATION_HASH];
	int64_t added;

	while ((added = add_log(copying)) > 0)
		;
	if (added < 0)
		return false;
	if (sql_row(copying->from, &Q_publication_size, NULL, copying->arena, &size) != SQL_FOUND)
		return fail_from(copying);
	if (values_integer(size, "size") != (int64_t)copying->log.size)
		return fail(copying, "publication log", "it is not as long as it was");
	if (!copying->log.size)
		return true;
	merkle_frontier_root(&copying->log, root);
	values_put_integer(key, "size", (int64_t)copying->log.size);
	switch (sql_row(copying->from, &Q_checkpoint_at, key, copying->arena, &checkpoint)) {
	case SQL_FAILED:
		return fail_from(copying);
	case SQL_NONE:
		return fail(copying, "publication log", "it has no checkpoint of its size; see shanyu log verify");
	case SQL_FOUND:
		break;
	}
	return has_root(checkpoint, root) ||
	       fail(copying, "publication log", "it has not the root hash of its checkpoint; see shanyu log verify");
}

static bool copy_within_transactions(struct copying *copying)
{
	return find_tables(copying) && count_source(copying) && make_ready(copying) && prepare_target(copying) &&
	       each_table(copying, "copying", copy_table) && each_table(copying, "checking", check_table) && check_log(copying) &&
	       (sql_commit(copying->to) || fail_to(copying));
}

static bool copy(struct copying *copying)
{
	bool done = false;

	if (!sql_begin_reading(copying->from))
		fail_from(copying);
	else if (!sql_begin(copying->to))
		fail_to(copying);
	else
		done = copy_within_transactions(copying);
	sql_rollback(copying->to);
	sql_rollback(copying->from);
	return done;
}

static enum exit_code report(struct copying *copying)
{
	unsigned char root[PUBLICATION_HASH];
	char hex[PUBLICATION_HASH * 2 + 1];

	merkle_frontier_root(&copying->log, root);
	printf("%zu tables, %" PRId64 " rows, %" PRIu64 " publications, root %s\n", copying->table_count, copying->rows,
	       (uint64_t)copying->log.size, sodium_bin2hex(hex, sizeof hex, root, sizeof root));
	return EXIT_DONE;
}

static bool open_source(struct copying *copying, const char *address)
{
	static const struct query_pack *const packs[] = { &clerk_pack, NULL };
	const char *problem;

	copying->from = open_database(copying, address, SQL_READ_ONLY);
	if (!copying->from)
		return false;
	if (migrate_check(copying->from, &registry_migrations, address, copying->arena, &problem)) {
		if (sql_prepare(copying->from, packs))
			return true;
		problem = sql_problem(copying->from);
	}
	command_fails(copying->call, EXIT_FAILED, "%s", problem);
	return false;
}

/* A file that was made for nothing goes. */
static void remove_made(struct copying *copying, const char *path)
{
	unlink(path);
	unlink(arena_format(copying->arena, "%s-journal", path));
}

static enum exit_code run_copy(struct command_call *call)
{
	struct copying copying = { .call = call, .arena = call->arena };
	enum exit_code code = EXIT_FAILED;
	const char *address, *path;
	bool made, on_sqlite;

	if (!command_words(call, 2))
		return EXIT_USAGE;
	address = call->words[1];
	path = strncmp(address, "sqlite:", 7) == 0 ? address + 7 : address;
	made = access(path, F_OK) != 0;
	copying.to_shown = sql_address_shown(path, call->arena);
	copying.scratch = arena_new((size_t)64 * 1024 * 1024);
	if (open_source(&copying, call->words[0]) && (copying.to = open_database(&copying, address, SQL_CREATE))) {
		on_sqlite = sql_sqlite_handle(copying.to);
		if (copy(&copying))
			code = report(&copying);
		else
			command_fails(call, EXIT_FAILED, "%s; nothing was copied", copying.problem);
		sql_close(copying.to);
		if (code != EXIT_DONE && made && on_sqlite)
			remove_made(&copying, path);
	}
	sql_close(copying.from);
	arena_free(copying.scratch);
	return code;
}

const struct command command_registry_copy = {
	.name = "registry copy",
	.summary = "Copy the whole registry into an empty database, on either engine",
	.usage = "FROM TO",
	.help = "FROM and TO are paths of SQLite files or addresses postgresql://... TO is made when it is a file and missing; a\n"
		"database of PostgreSQL must be there and empty; shanyu(1) says how it is made.\n"
		"All is read in one state and written in one transaction. Then every row is read back and compared, and the log's\n"
		"root hash computed anew. When anything fails TO is as it was. Stop the programs that write before you move a\n"
		"registry, and name TO in the configuration after. The key that signs the log is a file of its own and stays.\n",
	.run = run_copy,
};
