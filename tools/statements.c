/* SPDX-License-Identifier: Apache-2.0 */
/*
 * statements: what SQL itself knows of every packed query, for tools/check/names.mjs. One line each, parted by tabs: its name, its file, how
 * many rows it gives, its parameters, its columns (parted by blanks; "-" for none). Queries of the registry are prepared on an empty
 * registry, those of the portal on an empty edition; those that only PostgreSQL takes are left out.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "lib/sql/migrate.h"
#include "lib/sql/sql_driver.h"
#include "portal_migrations.h"
#include "registry_migrations.h"
#include "statement_packs.h"

#define MEMORY ((size_t)64 * 1024 * 1024)

static void stub(sqlite3_context *context, int count, sqlite3_value **arguments)
{
	(void)count;
	(void)arguments;
	sqlite3_result_null(context);
}

static struct sql *empty_database(const struct migration_pack *migrations, struct arena *arena)
{
	struct sql_opening opening = { .address = ":memory:", .mode = SQL_CREATE };
	const char *problem = "";
	struct sql *sql = sql_open(&opening, arena, &problem);

	if (sql && migrate_up(sql, migrations) >= 0)
		return sql;
	fprintf(stderr, "statements: %s\n", sql ? sql_problem(sql) : problem);
	return NULL;
}

/* Functions that a program adds need not be there: it is not run. Whatever a query asks for is made up until it is content. */
static bool prepare(sqlite3 *database, struct statement *statement, struct arena *arena)
{
	static const char unknown[] = "no such function: ";

	while (!sql_sqlite_driver.prepare(database, statement, arena)) {
		const char *why = sqlite3_errmsg(database);

		if (strncmp(why, unknown, strlen(unknown)) != 0 ||
		    sqlite3_create_function_v2(database, why + strlen(unknown), -1, SQLITE_UTF8, NULL, stub, NULL, NULL, NULL) != SQLITE_OK)
			return false;
	}
	return true;
}

static void print_statement(const struct statement *statement)
{
	static const char *const rows[] = { "none", "one", "maybe", "many" };
	const struct query *query = statement->query;

	printf("%s\t%s\t%s\t", query->name, query->file, rows[query->rows]);
	for (size_t i = 0; i < statement->parameter_count; i++)
		printf("%s%s", i ? " " : "", statement->parameters[i]);
	printf("%s\t", statement->parameter_count ? "" : "-");
	for (size_t i = 0; i < statement->row.count; i++)
		printf("%s%s", i ? " " : "", statement->row.at[i].name);
	puts(statement->row.count ? "" : "-");
}

static bool print_pack(sqlite3 *database, const struct query_pack *pack, struct arena *arena)
{
	bool fine = true;

	for (size_t i = 0; i < pack->count; i++) {
		struct statement statement = { .query = pack->at[i] };

		if (prepare(database, &statement, arena)) {
			print_statement(&statement);
			sql_sqlite_driver.forget(database, &statement);
		} else if (!strstr(statement.query->file, "/postgresql/")) {
			fprintf(stderr, "%s: %s: %s\n", statement.query->file, statement.query->name, sqlite3_errmsg(database));
			fine = false;
		}
	}
	return fine;
}

int main(void)
{
	struct arena *arena = arena_new(MEMORY);
	struct sql *registry = empty_database(&registry_migrations, arena), *portal = empty_database(&portal_migrations, arena);
	bool fine = registry && portal;

	for (size_t i = 0; fine && i < sizeof statement_packs / sizeof *statement_packs; i++) {
		const struct query_pack *pack = statement_packs[i].pack;
		struct sql *sql = pack->count && strncmp(pack->at[0]->file, "db/portal/", 10) == 0 ? portal : registry;

		fine = print_pack(sql_sqlite_handle(sql), pack, arena) && fine;
	}
	sql_close(registry);
	sql_close(portal);
	arena_free(arena);
	return fine ? 0 : 1;
}
