/* SPDX-License-Identifier: Apache-2.0 */
/* Numbered migrations. The table "migration" says which were applied, in words both engines take. */
#include "migrate.h"

#include <string.h>

#define MOST_MIGRATIONS 10000

static const struct query Q_migration_number = {
	"migration_number", "lib/sql/migrate.c", QUERY_ONE, "select coalesce(max(number), 0) as number from migration",
};
static const struct query Q_migration_add = {
	"migration_add", "lib/sql/migrate.c", QUERY_NONE, "insert into migration (number, file) values (:number, :file)",
};
static const struct query Q_migration_list = {
	"migration_list", "lib/sql/migrate.c", QUERY_MANY, "select number, file from migration order by number",
};
static const struct query *const reading_queries[] = { &Q_migration_number, &Q_migration_list };
static const struct query *const writing_queries[] = { &Q_migration_add };
static const struct query_pack reading_pack = { reading_queries, 2 };
static const struct query_pack writing_pack = { writing_queries, 1 };
static const struct query_pack *const reading[] = { &reading_pack, NULL };
static const struct query_pack *const writing[] = { &writing_pack, NULL };

int migrate_number(struct sql *sql)
{
	struct arena *arena;
	struct values *row;
	int number = -1;

	if (!sql_prepare(sql, reading))
		return -1;
	arena = arena_new((size_t)64 * 1024);
	if (sql_row(sql, &Q_migration_number, NULL, arena, &row) == SQL_FOUND)
		number = (int)values_integer(row, "number");
	arena_free(arena);
	return number;
}

/*
 * Whether what was applied are this program's migrations, by their files: a number alone may have been another's. *problem stays NULL when it
 * cannot be read at all (sql_problem).
 */
static bool is_of_this_program(struct sql *sql, const struct migration_pack *pack, struct arena *arena, const char **problem)
{
	struct rows applied;

	*problem = NULL;
	if (!sql_list(sql, &Q_migration_list, NULL, arena, MOST_MIGRATIONS, &applied))
		return false;
	for (size_t i = 0; i < applied.count && i < pack->count; i++) {
		const char *file = values_text(&applied.at[i], "file");

		if (values_integer(&applied.at[i], "number") == (int64_t)i + 1 && strcmp(file, pack->at[i].file) == 0)
			continue;
		*problem = arena_format(arena, "was migrated by '%s' where this program has '%s'; it belongs to another version, and this program cannot bring it up", file,
					pack->at[i].file);
		return false;
	}
	return true;
}

static bool make_table(struct sql *sql)
{
	return sql_script(sql, "create table if not exists migration (number integer primary key, file text not null)");
}

static bool run(struct sql *sql, const struct migration *migration, int number)
{
	struct arena *arena = arena_new((size_t)64 * 1024);
	struct values *values = values_new(arena);
	bool done;

	values_put_integer(values, "number", number);
	values_put_text(values, "file", migration->file);
	done = sql_script(sql, migration->text) && sql_do(sql, &Q_migration_add, values) == 1;
	arena_free(arena);
	return done;
}

static bool apply(struct sql *sql, const struct migration *migration, int number)
{
	bool done = sql_begin(sql) && run(sql, migration, number) && sql_commit(sql);

	if (!done)
		sql_rollback(sql);
	return done;
}

bool migrate_fresh(struct sql *sql, const struct migration_pack *pack)
{
	bool done = make_table(sql) && sql_prepare(sql, writing);

	for (size_t i = 0; done && i < pack->count; i++)
		done = run(sql, &pack->at[i], (int)i + 1);
	return done;
}

/* 0: what is missing may be applied. */
static int look_before(struct sql *sql, const struct migration_pack *pack, int number)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	const char *problem;
	int answer = 0;

	if ((size_t)number > pack->count)
		answer = -2;
	else if (!is_of_this_program(sql, pack, arena, &problem))
		answer = problem ? -2 : -1;
	arena_free(arena);
	return answer;
}

int migrate_up(struct sql *sql, const struct migration_pack *pack)
{
	int number, applied = 0, refused;

	if (!make_table(sql))
		return -1;
	number = migrate_number(sql);
	if (number < 0 || !sql_prepare(sql, writing))
		return -1;
	refused = look_before(sql, pack, number);
	if (refused)
		return refused;
	for (; (size_t)number < pack->count; number++, applied++)
		if (!apply(sql, &pack->at[number], number + 1))
			return -1;
	return applied;
}

bool migrate_check(struct sql *sql, const struct migration_pack *pack, const char *address, struct arena *arena,
		   const char **problem)
{
	int number = migrate_number(sql);
	const char *other = NULL;
	bool same = number >= 0 && is_of_this_program(sql, pack, arena, &other);

	if (same && number == (int)pack->count)
		return true;
	address = sql_address_shown(address, arena);
	if (other)
		*problem = arena_format(arena, "%s: %s", address, other);
	else if (!same)
		*problem = arena_format(arena, "%s: holds no tables of this program (%s); make it with 'shanyu init'", address, sql_problem(sql));
	else if ((size_t)number < pack->count)
		*problem = arena_format(arena, "%s: is at migration %d, this program needs %zu; run 'shanyu migrate'", address, number,
					pack->count);
	else
		*problem = arena_format(arena, "%s: is at migration %d, newer than this program's %zu; install the newer program",
					address, number, pack->count);
	return false;
}
