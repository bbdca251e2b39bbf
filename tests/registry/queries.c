/* SPDX-License-Identifier: Apache-2.0 */
/*
 * queries agree PATH ADDRESS: whether both engines take every query of the registry, with the same parameters and columns.
 * queries may ADDRESS PACK...: whether the role of the address may run every query of these packs ("migrate": read the number of
 * the newest migration); each is run with nulls in a transaction that is rolled back. Prints "ok - " and "not ok - " lines; exit code 1 when anything is not ok.
 * queries needs ADDRESS OWNER ROLE PACK...: reads lines "TABLE VERB" and prints those that no query of the packs needs: the owner takes
 * that right from the role, and every query can still be run. Each is given back.
 */
#include <stdio.h>
#include <string.h>

#include "lib/sql/migrate.h"
#include "lib/sql/sql_driver.h"
#include "registry_migrations.h"
#include "registry_packs.h"

#define MEMORY ((size_t)256 * 1024 * 1024)
#define PACKS (sizeof registry_packs / sizeof *registry_packs)

struct engine {
	const struct sql_driver *driver;
	void *connection;
};

static bool migrate(const char *address, struct arena *arena)
{
	struct sql_opening opening = { .address = address, .mode = SQL_CREATE };
	const char *problem = "";
	struct sql *sql = sql_open(&opening, arena, &problem);
	bool done = sql && migrate_up(sql, &registry_migrations) >= 0;

	if (!done)
		printf("not ok - the tables are made: %s\n", sql ? sql_problem(sql) : problem);
	sql_close(sql);
	return done;
}

static bool open_engine(struct engine *engine, const struct sql_driver *driver, const char *address, struct arena *arena)
{
	struct sql_opening opening = { .address = address, .mode = SQL_READ_WRITE };
	const char *problem = "";

	engine->driver = driver;
	engine->connection = migrate(address, arena) ? driver->open(&opening, arena, &problem) : NULL;
	if (!engine->connection)
		printf("not ok - %s\n", problem);
	return engine->connection;
}

static bool has_name(const struct statement *statement, const char *name)
{
	for (size_t i = 0; i < statement->parameter_count; i++)
		if (strcmp(statement->parameters[i], name) == 0)
			return true;
	return false;
}

static const char *difference(const struct statement *one, const struct statement *other)
{
	if (one->parameter_count != other->parameter_count)
		return "the engines see different parameters";
	for (size_t i = 0; i < one->parameter_count; i++)
		if (!has_name(other, one->parameters[i]))
			return "the engines see different parameters";
	if (one->row.count != other->row.count)
		return "the engines give different numbers of columns";
	for (size_t i = 0; i < one->row.count; i++)
		if (strcmp(one->row.at[i].name, other->row.at[i].name) != 0)
			return "the engines name a column differently; say how with \"as\"";
	return NULL;
}

static bool agrees(const struct engine engines[2], const struct query *query, struct arena *arena)
{
	struct statement statements[2] = { { .query = query }, { .query = query } };
	const char *what = NULL;
	bool taken[2];

	for (int i = 0; i < 2; i++) {
		taken[i] = engines[i].driver->prepare(engines[i].connection, &statements[i], arena);
		if (!taken[i])
			printf("not ok - %s: %s on %s: %s\n", query->file, query->name, i ? "PostgreSQL" : "SQLite",
			       engines[i].driver->problem(engines[i].connection));
	}
	if (taken[0] && taken[1])
		what = difference(&statements[0], &statements[1]);
	if (what)
		printf("not ok - %s: %s: %s\n", query->file, query->name, what);
	for (int i = 0; i < 2; i++)
		if (taken[i])
			engines[i].driver->forget(engines[i].connection, &statements[i]);
	return taken[0] && taken[1] && !what;
}

static bool agree(const char *path, const char *address, struct arena *arena)
{
	struct engine engines[2];
	bool all = open_engine(&engines[0], &sql_sqlite_driver, path, arena) &&
		   open_engine(&engines[1], &sql_postgresql_driver, address, arena);

	if (!all)
		return false;
	for (size_t i = 0; i < PACKS; i++) {
		const struct query_pack *pack = registry_packs[i].pack;
		size_t agreed = 0;

		for (size_t q = 0; q < pack->count; q++)
			agreed += agrees(engines, pack->at[q], arena);
		if (agreed == pack->count)
			printf("ok - both engines take the %zu queries of %s alike\n", agreed, registry_packs[i].name);
		all = all && agreed == pack->count;
	}
	for (int i = 0; i < 2; i++)
		engines[i].driver->close(engines[i].connection);
	return all;
}

static const struct query_pack *pack_of(const char *name)
{
	for (size_t i = 0; i < PACKS; i++)
		if (strcmp(registry_packs[i].name, name) == 0)
			return registry_packs[i].pack;
	printf("not ok - there is no pack %s\n", name);
	return NULL;
}

/* NULL: the role may run it. Else why not. Every parameter is null; that the query then fails for another reason is of no account. */
static const char *refusal(struct sql *sql, const struct query *query, struct arena *arena)
{
	struct values *nulls = values_new(arena);
	const char *problem;

	for (const char *at = strchr(query->text, ':'); at; at = strchr(at + 1, ':')) {
		size_t length = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz0123456789_");

		if (length)
			values_put_null(nulls, arena_text(arena, at + 1, length));
	}
	if (!sql_begin(sql))
		return arena_copy(arena, sql_problem(sql));
	sql_do(sql, query, nulls);
	problem = strstr(sql_problem(sql), "permission denied") ? arena_copy(arena, sql_problem(sql)) : NULL;
	sql_rollback(sql);
	return problem;
}

static bool may_run(struct sql *sql, const struct query *query, struct arena *arena)
{
	const char *problem = refusal(sql, query, arena);

	if (problem)
		printf("not ok - %s: %s: %s\n", query->file, query->name, problem);
	return !problem;
}

static bool may_run_pack(struct sql *sql, const char *name, struct arena *arena)
{
	const struct query_pack *pack = pack_of(name);
	const struct query_pack *const packs[] = { pack, NULL };
	size_t allowed = 0;

	if (!pack || !sql_prepare(sql, packs))
		return false;
	for (size_t i = 0; i < pack->count; i++)
		allowed += may_run(sql, pack->at[i], arena);
	if (allowed == pack->count)
		printf("ok - all %zu queries of %s may be run\n", allowed, name);
	return allowed == pack->count;
}

static bool may(const char *address, char **names, struct arena *arena)
{
	struct sql_opening opening = { .address = address, .mode = SQL_READ_WRITE };
	const char *problem = "";
	struct sql *sql = sql_open(&opening, arena, &problem);
	bool all = sql;

	for (; all && *names; names++) {
		if (strcmp(*names, "migrate") == 0)
			all = migrate_check(sql, &registry_migrations, address, arena, &problem);
		else
			all = may_run_pack(sql, *names, arena);
	}
	if (!all)
		printf("not ok - %s\n", sql && sql_failed(sql) ? sql_problem(sql) : problem);
	sql_close(sql);
	return all;
}

struct role {
	struct engine owner;
	const char *name;
	struct sql *sql;
	const char *address;
	bool migrate;                              /* It reads the number of the newest migration. */
	const struct query_pack *packs[PACKS + 1]; /* Without "migrate". */
};

static bool open_role(struct role *role, char **words, struct arena *arena)
{
	struct sql_opening as_role = { .address = words[0], .mode = SQL_READ_WRITE };
	struct sql_opening as_owner = { .address = words[1], .mode = SQL_READ_WRITE };
	const char *problem = "";
	size_t count = 0;

	*role = (struct role){ .name = words[2], .address = words[0] };
	for (char **name = words + 3; *name && count < PACKS; name++)
		if (strcmp(*name, "migrate") == 0)
			role->migrate = true;
		else if (!(role->packs[count++] = pack_of(*name)))
			return false;
	role->owner.driver = &sql_postgresql_driver;
	role->owner.connection = sql_postgresql_driver.open(&as_owner, arena, &problem);
	role->sql = sql_open(&as_role, arena, &problem);
	if (role->owner.connection && role->sql && sql_prepare(role->sql, role->packs))
		return true;
	printf("not ok - %s\n", role->sql && sql_failed(role->sql) ? sql_problem(role->sql) : problem);
	return false;
}

/* Those that name the table are asked first: one of them is nearly always it. A table may also be used by a trigger or a view. */
static bool is_needed(struct role *role, const char *table, struct arena *arena)
{
	const char *problem = "";

	for (int naming = 1; naming >= 0; naming--)
		for (size_t i = 0; role->packs[i]; i++)
			for (size_t q = 0; q < role->packs[i]->count; q++) {
				const struct query *query = role->packs[i]->at[q];

				if ((strstr(query->text, table) != NULL) == naming && refusal(role->sql, query, arena))
					return true;
			}
	return role->migrate && !migrate_check(role->sql, &registry_migrations, role->address, arena, &problem);
}

static bool owner_says(struct role *role, const char *sql)
{
	bool done = role->owner.driver->script(role->owner.connection, sql);

	if (!done)
		printf("not ok - %s: %s\n", sql, role->owner.driver->problem(role->owner.connection));
	return done;
}

static bool needs(char **words, struct arena *arena)
{
	char line[128];
	struct role role;
	bool fine = open_role(&role, words, arena);

	while (fine && fgets(line, sizeof line, stdin)) {
		char *verb = line + strcspn(line, " ");
		struct arena_mark mark = arena_mark(arena);

		line[strcspn(line, "\n")] = '\0';
		*verb++ = '\0';
		fine = owner_says(&role, arena_format(arena, "revoke %s on %s from %s", verb, line, role.name));
		if (fine && !is_needed(&role, line, arena))
			printf("not needed: %s on %s\n", verb, line);
		fine = fine && owner_says(&role, arena_format(arena, "grant %s on %s to %s", verb, line, role.name));
		arena_return(arena, mark);
	}
	return fine;
}

int main(int count, char **words)
{
	struct arena *arena = arena_new(MEMORY);
	bool fine = false;

	if (count == 4 && strcmp(words[1], "agree") == 0)
		fine = agree(words[2], words[3], arena);
	else if (count >= 4 && strcmp(words[1], "may") == 0)
		fine = may(words[2], words + 3, arena);
	else if (count >= 6 && strcmp(words[1], "needs") == 0)
		fine = needs(words + 2, arena);
	else
		fputs("usage: queries agree PATH ADDRESS | queries may ADDRESS PACK... | queries needs ADDRESS OWNER ROLE PACK...\n", stderr);
	arena_free(arena);
	return fine ? 0 : 1;
}
