/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/sql/migrate.h promises. */
#include "lib/sql/migrate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "portal_migrations.h"
#include "registry_migrations.h"

#define ADDRESS "/srv/test.db"

static const struct migration steps[] = {
	{ "0001_start.sql", "create table item (code text primary key); insert into item values ('a');" },
	{ "0002_size.sql", "alter table item add column size integer not null default 1;" },
	{ "0003_note.sql", "create table note (text text); insert into note select code from item where size = 1;" },
};
static const struct migration failing_steps[] = {
	{ "0001_start.sql", "create table item (code text primary key);" },
	{ "0002_half.sql", "create table half (n integer); delete from item; insert into nowhere values (1);" },
};

static const struct migration_pack first = { steps, 1 }, all = { steps, 3 }, failing = { failing_steps, 2 };

static const struct query note_count = { "note_count", "test.sql", QUERY_ONE, "select count(*) as n from note" };
static const struct query half_list = { "half_list", "test.sql", QUERY_MANY, "select n from half" };

struct fixture {
	struct arena *arena;
	char path[64];
	struct sql *sql;
	const char *problem;
};

static struct sql *opened(struct fixture *fixture, enum sql_mode mode)
{
	struct sql_opening opening = { .address = fixture->path, .mode = mode };

	return sql_open(&opening, fixture->arena, &fixture->problem);
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	fixture->arena = arena_new((size_t)64 * 1024 * 1024);
	snprintf(fixture->path, sizeof fixture->path, "/tmp/shanyu-migrate-%d.db", (int)getpid());
	unlink(fixture->path);
	fixture->sql = opened(fixture, SQL_CREATE);
	return !fixture->sql;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	sql_close(fixture->sql);
	unlink(fixture->path);
	unlink(arena_format(fixture->arena, "%s-journal", fixture->path));
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

static struct sql *database(void **state)
{
	return ((struct fixture *)*state)->sql;
}

static bool is_up_to_date(void **state, const struct migration_pack *pack)
{
	struct fixture *fixture = *state;

	fixture->problem = NULL;
	return migrate_check(fixture->sql, pack, ADDRESS, fixture->arena, &fixture->problem);
}

static bool has(void **state, const struct query *query)
{
	const struct query *const queries[] = { query };
	const struct query_pack pack = { queries, 1 };
	const struct query_pack *const packs[] = { &pack, NULL };

	return sql_prepare(database(state), packs);
}

static void a_fresh_database_gets_all_and_is_up_to_date(void **state)
{
	assert_int_equal(migrate_up(database(state), &all), 3);
	assert_int_equal(migrate_number(database(state)), 3);
	assert_true(is_up_to_date(state, &all));
	assert_null(((struct fixture *)*state)->problem);
}

static void migrations_run_in_their_order(void **state)
{
	struct fixture *fixture = *state;
	struct values *row;

	assert_int_equal(migrate_up(fixture->sql, &all), 3);
	assert_true(has(state, &note_count));
	assert_int_equal(sql_row(fixture->sql, &note_count, NULL, fixture->arena, &row), SQL_FOUND);
	assert_int_equal(values_integer(row, "n"), 1);
}

static void what_is_up_to_date_gets_nothing_more(void **state)
{
	assert_int_equal(migrate_up(database(state), &all), 3);
	assert_int_equal(migrate_up(database(state), &all), 0);
	assert_int_equal(migrate_number(database(state)), 3);
}

static void an_older_database_gets_what_is_missing(void **state)
{
	assert_int_equal(migrate_up(database(state), &first), 1);
	assert_int_equal(migrate_up(database(state), &all), 2);
	assert_true(is_up_to_date(state, &all));
}

static void the_number_lasts(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(migrate_up(fixture->sql, &all), 3);
	sql_close(fixture->sql);
	fixture->sql = opened(fixture, SQL_READ_ONLY);
	assert_int_equal(migrate_number(fixture->sql), 3);
	assert_true(is_up_to_date(state, &all));
}

static void an_older_database_is_refused_with_its_mend(void **state)
{
	assert_int_equal(migrate_up(database(state), &first), 1);
	assert_false(is_up_to_date(state, &all));
	assert_string_equal(((struct fixture *)*state)->problem,
		ADDRESS ": is at migration 1, this program needs 3; run 'shanyu migrate'");
}

static void a_newer_database_is_refused_with_its_mend(void **state)
{
	assert_int_equal(migrate_up(database(state), &all), 3);
	assert_false(is_up_to_date(state, &first));
	assert_string_equal(((struct fixture *)*state)->problem,
		ADDRESS ": is at migration 3, newer than this program's 1; install the newer program");
}

static void a_newer_database_is_left_as_it_is(void **state)
{
	assert_int_equal(migrate_up(database(state), &all), 3);
	assert_int_equal(migrate_up(database(state), &first), -2);
	assert_int_equal(migrate_number(database(state)), 3);
}

/* Who fills a gap in the numbers moves those behind it. */
static const struct migration moved_steps[] = {
	{ "0001_start.sql", "create table item (code text primary key);" },
	{ "0002_between.sql", "create table between_them (n integer);" },
	{ "0003_size.sql", "alter table item add column size integer not null default 1;" },
	{ "0004_note.sql", "create table note (text text);" },
};
static const struct migration_pack moved = { moved_steps, 4 };

static void a_database_migrated_by_other_files_gets_none_of_these(void **state)
{
	assert_int_equal(migrate_up(database(state), &all), 3);
	assert_int_equal(migrate_up(database(state), &moved), -2);
	assert_int_equal(migrate_number(database(state)), 3);
	assert_true(is_up_to_date(state, &all));
}

static void the_first_file_that_differs_is_named(void **state)
{
	assert_int_equal(migrate_up(database(state), &all), 3);
	assert_false(is_up_to_date(state, &moved));
	assert_string_equal(((struct fixture *)*state)->problem,
		ADDRESS ": was migrated by '0002_size.sql' where this program has '0002_between.sql'; it belongs to another version, and this program cannot bring it up");
}

static void as_many_files_are_not_the_same_files(void **state)
{
	static const struct migration_pack others = { moved_steps, 3 };

	assert_int_equal(migrate_up(database(state), &all), 3);
	assert_false(is_up_to_date(state, &others));
}

static void a_database_without_tables_is_refused_with_its_mend(void **state)
{
	assert_int_equal(migrate_number(database(state)), -1);
	assert_false(is_up_to_date(state, &all));
	assert_non_null(strstr(((struct fixture *)*state)->problem, ADDRESS));
	assert_non_null(strstr(((struct fixture *)*state)->problem, "shanyu init"));
}

static void a_problem_shows_no_password(void **state)
{
	struct fixture *fixture = *state;

	assert_false(migrate_check(fixture->sql, &all, "postgresql://office:geheim@db.example/registry", fixture->arena,
		&fixture->problem));
	assert_null(strstr(fixture->problem, "geheim"));
}

static void a_failing_migration_changes_nothing(void **state)
{
	assert_int_equal(migrate_up(database(state), &failing), -1);
	assert_non_null(strstr(sql_problem(database(state)), "nowhere"));
	assert_int_equal(migrate_number(database(state)), 1);
	assert_false(has(state, &half_list));
}

static void those_before_a_failing_one_stay_and_it_can_be_tried_again(void **state)
{
	static const struct migration mended[] = {
		{ "0001_start.sql", "this is not run again" },
		{ "0002_half.sql", "create table half (n integer);" },
	};
	static const struct migration_pack pack = { mended, 2 };

	assert_int_equal(migrate_up(database(state), &failing), -1);
	assert_int_equal(migrate_up(database(state), &pack), 1);
	assert_true(is_up_to_date(state, &pack));
	assert_true(has(state, &half_list));
}

static void all_at_once_is_the_same_as_one_after_the_other(void **state)
{
	assert_true(sql_begin(database(state)));
	assert_true(migrate_fresh(database(state), &all));
	assert_true(sql_commit(database(state)));
	assert_true(is_up_to_date(state, &all));
	assert_true(has(state, &note_count));
}

static void all_at_once_leaves_nothing_when_one_fails(void **state)
{
	assert_true(sql_begin(database(state)));
	assert_false(migrate_fresh(database(state), &failing));
	assert_false(sql_commit(database(state)));
	assert_false(has(state, &half_list));
	assert_int_equal(migrate_number(database(state)), -1);
}

static void the_registry_s_migrations_make_a_registry(void **state)
{
	assert_int_equal(migrate_up(database(state), &registry_migrations), registry_migrations.count);
	assert_true(is_up_to_date(state, &registry_migrations));
}

static void the_portal_s_migrations_make_an_edition(void **state)
{
	assert_int_equal(migrate_up(database(state), &portal_migrations), portal_migrations.count);
	assert_true(is_up_to_date(state, &portal_migrations));
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(a_fresh_database_gets_all_and_is_up_to_date),
		sentence(migrations_run_in_their_order),
		sentence(what_is_up_to_date_gets_nothing_more),
		sentence(an_older_database_gets_what_is_missing),
		sentence(the_number_lasts),
		sentence(an_older_database_is_refused_with_its_mend),
		sentence(a_newer_database_is_refused_with_its_mend),
		sentence(a_newer_database_is_left_as_it_is),
		sentence(a_database_migrated_by_other_files_gets_none_of_these),
		sentence(the_first_file_that_differs_is_named),
		sentence(as_many_files_are_not_the_same_files),
		sentence(a_database_without_tables_is_refused_with_its_mend),
		sentence(a_problem_shows_no_password),
		sentence(a_failing_migration_changes_nothing),
		sentence(those_before_a_failing_one_stay_and_it_can_be_tried_again),
		sentence(all_at_once_is_the_same_as_one_after_the_other),
		sentence(all_at_once_leaves_nothing_when_one_fails),
		sentence(the_registry_s_migrations_make_a_registry),
		sentence(the_portal_s_migrations_make_an_edition),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
