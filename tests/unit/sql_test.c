/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What lib/sql/sql.h promises of a SQLite file: opening it, the fence around it, reading it as an edition. What is the same on
 * every engine is in tests/registry/sql_test.c; the heart of it is said here too, since this runs under the sanitizers.
 */
#include "lib/sql/sql.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define QUERY(word, rows, text) static const struct query word = { #word, "queries/test.sql", rows, text }

QUERY(item_add, QUERY_NONE, "insert into item (code, size, note) values (:code, :size, :note)");
QUERY(item_by_code, QUERY_MAYBE, "select code, size, note from item where code = :code");
QUERY(item_that_must_be, QUERY_ONE, "select code, size from item where code = :code");
QUERY(item_of_size, QUERY_MAYBE, "select code from item where size = :size");
QUERY(item_count, QUERY_ONE, "select count(*) as n from item");
QUERY(item_list, QUERY_MANY, "select code, size from item order by code");
QUERY(item_between, QUERY_MANY, "select code from item where size >= :from and size <= :to and :from <= :to order by code");
QUERY(item_grow, QUERY_NONE, "update item set size = size + 1 where size >= :from");
QUERY(kinds, QUERY_ONE, "select 1 as whole, 2.5 as part, 'x''y' as words, x'00ff' as bytes, null as nil, '' as empty, x'' as no_bytes");
QUERY(given_back, QUERY_ONE, "select :whole as whole, :part as part, :words as words, :bytes as bytes, :nil as nil");
QUERY(secret_read, QUERY_MANY, "select name from secret");
QUERY(secret_joined, QUERY_MANY, "select i.code from item i join secret s on s.name = i.code");
QUERY(secret_within, QUERY_MANY, "select code from item where exists (select 1 from secret where name = code)");
QUERY(secret_counted, QUERY_ONE, "select count(*) as n from secret");
QUERY(secret_change, QUERY_NONE, "update secret set name = 'x'");
QUERY(secret_of_item, QUERY_MANY, "select name from item_secret");
QUERY(item_change, QUERY_NONE, "update item set size = 0");
QUERY(item_remove, QUERY_NONE, "delete from item");
QUERY(pragma, QUERY_MAYBE, "pragma user_version = 3");
QUERY(attach, QUERY_NONE, "attach '/tmp/other.db' as other");
QUERY(table_new, QUERY_NONE, "create table other (n integer)");
QUERY(word_find, QUERY_MANY, "select rowid as id from word where word match :match");
QUERY(word_add, QUERY_NONE, "insert into word (rowid, words) values (:id, :words)");
QUERY(unsound, QUERY_MANY, "select column_of from nowhere");
QUERY(word_in_double_quotes, QUERY_MANY, "select code from item where code = \"none\"");

static const char tables[] = "create table item (code text primary key, size integer not null, note text) strict;"
			     "create table secret (name text) strict;"
			     "create table item_secret (name text) strict;"
			     "create virtual table word using fts5(words);";

static const char *const nothing[] = { NULL };

struct fixture {
	struct arena *arena;
	char folder[32];
	const char *path, *problem;
	struct sql *sql;
};

/* A database of the file, opened with so many queries. */
static struct sql *opened(struct fixture *fixture, struct sql_opening opening, const struct query *const *queries, size_t count)
{
	struct query_pack pack = { queries, count };
	const struct query_pack *packs[] = { &pack, NULL };

	fixture->problem = "";
	opening.address = opening.address ? opening.address : fixture->path;
	opening.packs = packs;
	return sql_open(&opening, fixture->arena, &fixture->problem);
}

static const struct query *const item_queries[] = { &item_add, &item_by_code, &item_that_must_be, &item_of_size,
	&item_count, &item_list,
	&item_between, &item_grow, &kinds, &given_back };

static struct sql *open_items(struct fixture *fixture, enum sql_mode mode)
{
	return opened(fixture, (struct sql_opening){ .mode = mode }, item_queries, sizeof item_queries / sizeof *item_queries);
}

/* Whether one query is taken behind a fence. */
static bool taken(void **state, const struct query *query, const char *const *reads, const char *const *writes)
{
	struct sql *sql = opened(*state, (struct sql_opening){ .mode = SQL_READ_WRITE, .reads = reads, .writes = writes },
		&query, 1);
	bool done = sql != NULL;

	sql_close(sql);
	return done;
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	fixture->arena = arena_new((size_t)64 * 1024 * 1024);
	strcpy(fixture->folder, "/tmp/shanyu-sql-XXXXXX");
	if (!mkdtemp(fixture->folder))
		return -1;
	fixture->path = arena_format(fixture->arena, "%s/test.db", fixture->folder);
	fixture->sql = opened(fixture, (struct sql_opening){ .mode = SQL_CREATE }, NULL, 0);
	if (!fixture->sql || !sql_script(fixture->sql, tables))
		return -1;
	sql_close(fixture->sql);
	fixture->sql = open_items(fixture, SQL_READ_WRITE);
	return !fixture->sql;
}

static int tear_down(void **state)
{
	static const char *const files[] = { "test.db", "test.db-journal", "copy.db", "other.db", "quo'te.db" };
	struct fixture *fixture = *state;

	sql_close(fixture->sql);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		unlink(arena_format(fixture->arena, "%s/%s", fixture->folder, files[i]));
	assert_int_equal(rmdir(fixture->folder), 0);
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

static struct sql *database(void **state)
{
	return ((struct fixture *)*state)->sql;
}

static struct values *values_of(void **state)
{
	return values_new(((struct fixture *)*state)->arena);
}

static bool add(void **state, struct sql *sql, const char *code, int64_t size)
{
	struct values *values = values_of(state);

	values_put_text(values, "code", code);
	values_put_integer(values, "size", size);
	values_put_null(values, "note");
	return sql_do(sql, &item_add, values) == 1;
}

static void add_items(void **state, int count)
{
	for (int i = 0; i < count; i++)
		assert_true(add(state, database(state), arena_format(((struct fixture *)*state)->arena, "c%02d", i), i));
}

static int64_t count_items(void **state, struct sql *sql)
{
	struct values *row;

	assert_int_equal(sql_row(sql, &item_count, NULL, ((struct fixture *)*state)->arena, &row), SQL_FOUND);
	return values_integer(row, "n");
}

static enum sql_answer row_of(void **state, const struct query *query, const char *code, struct values **row)
{
	struct values *values = values_of(state);

	values_put_text(values, "code", code);
	return sql_row(database(state), query, values, ((struct fixture *)*state)->arena, row);
}

/* Opening. */

static void a_file_that_is_not_there_is_refused_with_its_mend(void **state)
{
	struct fixture *fixture = *state;
	const char *path = arena_format(fixture->arena, "%s/nowhere.db", fixture->folder);
	static const enum sql_mode modes[] = { SQL_READ_WRITE, SQL_READ_ONLY, SQL_EDITION };

	for (size_t i = 0; i < 3; i++) {
		assert_null(opened(fixture, (struct sql_opening){ .address = path, .mode = modes[i] }, NULL, 0));
		assert_non_null(strstr(fixture->problem, path));
		assert_non_null(strstr(fixture->problem, "shanyu init"));
		assert_null(strchr(fixture->problem, '\n'));
		assert_int_not_equal(access(path, F_OK), 0);
	}
}

static void a_file_that_is_no_database_is_refused_and_left_as_it_is(void **state)
{
	struct fixture *fixture = *state;
	const char *path = arena_format(fixture->arena, "%s/other.db", fixture->folder);
	FILE *file = fopen(path, "w");
	struct stat status;

	assert_non_null(file);
	for (int i = 0; i < 1000; i++)
		fputs("this is a letter, not a database\n", file);
	fclose(file);
	assert_null(opened(fixture, (struct sql_opening){ .address = path, .mode = SQL_CREATE }, NULL, 0));
	assert_non_null(strstr(fixture->problem, path));
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_size, 33000);
}

static void a_folder_is_refused(void **state)
{
	struct fixture *fixture = *state;

	assert_null(opened(fixture, (struct sql_opening){ .address = fixture->folder, .mode = SQL_CREATE }, NULL, 0));
	assert_non_null(strstr(fixture->problem, fixture->folder));
}

static void an_address_may_name_the_engine(void **state)
{
	struct fixture *fixture = *state;
	struct sql *sql = opened(fixture, (struct sql_opening){ .address = arena_format(fixture->arena, "sqlite:%s",
		fixture->path) },
		item_queries, sizeof item_queries / sizeof *item_queries);

	assert_non_null(sql);
	assert_int_equal(count_items(state, sql), 0);
	sql_close(sql);
}

static void a_path_is_a_path_whatever_it_is_called(void **state)
{
	static const char *const names[] = { "a?mode=memory", "a#b", "a%41", "a b", "数据", "a?immutable=1&x" };
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *path = arena_format(fixture->arena, "%s/%s.db", fixture->folder, names[i]);
		struct sql *sql = opened(fixture, (struct sql_opening){ .address = path, .mode = SQL_CREATE }, NULL, 0);

		assert_non_null(sql);
		assert_true(sql_script(sql, tables));
		sql_close(sql);
		assert_int_equal(unlink(path), 0);
		unlink(arena_format(fixture->arena, "%s-journal", path));
	}
}

static void a_program_built_without_postgresql_says_so_and_shows_no_password(void **state)
{
	struct fixture *fixture = *state;

	assert_null(opened(fixture, (struct sql_opening){ .address = "postgresql://office:geheim@db.example/registry" }, NULL, 0));
	assert_non_null(strstr(fixture->problem, "does not work on PostgreSQL"));
	assert_null(strstr(fixture->problem, "geheim"));
}

static void no_password_of_an_address_is_shown(void **state)
{
	static const char *const shown[][2] = {
		{ "postgresql://u:geheim@h/d", "postgresql://u:******@h/d" },
		{ "postgres://u:geheim@h:5432/d?x=y", "postgres://u:******@h:5432/d?x=y" },
		{ "postgresql://u@h:5432/d", "postgresql://u@h:5432/d" },
		{ "postgresql://h:5432/d", "postgresql://h:5432/d" },
		{ "postgresql://h/d?password=geheim&x=y", "postgresql://h/d?password=******&x=y" },
		{ "postgresql://h/d?sslpassword=geheim&password=streng", "postgresql://h/d?sslpassword=******&password=******" },
		{ "/srv/a:b@c/password=d.db", "/srv/a:b@c/password=d.db" },
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		assert_string_equal(sql_address_shown(shown[i][0], fixture->arena), shown[i][1]);
}

static void an_unsound_query_is_refused_at_open_and_named_with_its_file(void **state)
{
	struct fixture *fixture = *state;
	const struct query *query = &unsound;

	assert_null(opened(fixture, (struct sql_opening){ .mode = SQL_READ_WRITE }, &query, 1));
	assert_non_null(strstr(fixture->problem, fixture->path));
	assert_non_null(strstr(fixture->problem, "query unsound in queries/test.sql"));
	assert_non_null(strstr(fixture->problem, "nowhere"));
}

static void a_word_in_double_quotes_is_no_text(void **state)
{
	struct fixture *fixture = *state;
	const struct query *query = &word_in_double_quotes;

	assert_null(opened(fixture, (struct sql_opening){ .mode = SQL_READ_WRITE }, &query, 1));
	assert_non_null(strstr(fixture->problem, "none"));
}

static void queries_may_be_prepared_after_their_tables_are_made(void **state)
{
	struct fixture *fixture = *state;
	const struct query *const query[] = { &unsound };
	const struct query_pack pack = { query, 1 };
	const struct query_pack *const packs[] = { &pack, NULL };
	struct rows rows;

	assert_false(sql_prepare(fixture->sql, packs));
	assert_non_null(strstr(sql_problem(fixture->sql), "unsound"));
	assert_true(sql_script(fixture->sql, "create table nowhere (column_of text)"));
	assert_true(sql_prepare(fixture->sql, packs));
	assert_true(sql_prepare(fixture->sql, packs));
	assert_true(sql_list(fixture->sql, &unsound, NULL, fixture->arena, 1, &rows));
}

/* Parameters and rows. */

static void parameters_are_bound_by_name_whatever_their_order(void **state)
{
	struct values *values = values_of(state), *row;

	values_put_text(values, "note", "n");
	values_put_text(values, "unused", "u");
	values_put_integer(values, "size", 7);
	values_put_text(values, "code", "a");
	assert_int_equal(sql_do(database(state), &item_add, values), 1);
	assert_int_equal(row_of(state, &item_by_code, "a", &row), SQL_FOUND);
	assert_string_equal(values_text(row, "code"), "a");
	assert_int_equal(values_integer(row, "size"), 7);
	assert_string_equal(values_text(row, "note"), "n");
}

static void a_name_that_repeats_is_bound_everywhere(void **state)
{
	struct fixture *fixture = *state;
	struct values *values = values_of(state);
	struct rows rows;

	add_items(state, 10);
	values_put_integer(values, "to", 5);
	values_put_integer(values, "from", 3);
	assert_true(sql_list(fixture->sql, &item_between, values, fixture->arena, 100, &rows));
	assert_int_equal(rows.count, 3);
	values_put_integer(values, "from", 6);
	assert_true(sql_list(fixture->sql, &item_between, values, fixture->arena, 100, &rows));
	assert_int_equal(rows.count, 0);
}

static void a_missing_parameter_is_a_failure_that_names_it(void **state)
{
	struct fixture *fixture = *state;
	struct values *values = values_of(state), *row;
	struct rows rows;
	struct sql_cursor cursor;

	values_put_integer(values, "from", 3);
	assert_false(sql_list(fixture->sql, &item_between, values, fixture->arena, 100, &rows));
	assert_string_equal(sql_problem(fixture->sql), "item_between: no value for :to");
	assert_int_equal(sql_row(fixture->sql, &item_by_code, values, fixture->arena, &row), SQL_FAILED);
	assert_null(row);
	assert_int_equal(sql_do(fixture->sql, &item_add, NULL), -1);
	assert_false(sql_start(fixture->sql, &item_between, NULL, &cursor));
	assert_null(sql_next(&cursor));
	assert_true(sql_failed(fixture->sql));
	assert_int_equal(count_items(state, fixture->sql), 0);
}

static void parameters_that_values_lack_can_be_put_as_null(void **state)
{
	struct values *values = values_of(state), *row;

	values_put_text(values, "code", "a");
	values_put_integer(values, "size", 1);
	sql_put_missing(database(state), &item_add, values);
	assert_int_equal(values->count, 3);
	assert_int_equal(sql_do(database(state), &item_add, values), 1);
	assert_int_equal(row_of(state, &item_by_code, "a", &row), SQL_FOUND);
	assert_true(values_null(row, "note"));
	assert_int_equal(values_integer(row, "size"), 1);
}

static void columns_come_by_name_and_kind(void **state)
{
	struct fixture *fixture = *state;
	struct values *row;

	assert_int_equal(sql_row(fixture->sql, &kinds, NULL, fixture->arena, &row), SQL_FOUND);
	assert_int_equal(row->count, 7);
	assert_int_equal(values_find(row, "whole")->kind, VALUE_INTEGER);
	assert_int_equal(values_find(row, "part")->kind, VALUE_REAL);
	assert_string_equal(values_text(row, "words"), "x'y");
	assert_int_equal(values_find(row, "bytes")->size, 2);
	assert_memory_equal(values_find(row, "bytes")->blob, "\0\xFF", 2);
	assert_int_equal(values_find(row, "nil")->kind, VALUE_NULL);
	assert_int_equal(values_find(row, "empty")->kind, VALUE_TEXT);
	assert_int_equal(values_find(row, "no_bytes")->kind, VALUE_BLOB);
}

static void values_go_in_and_out_as_they_are(void **state)
{
	struct fixture *fixture = *state;
	struct values *values = values_of(state), *row;

	values_put_integer(values, "whole", INT64_MIN);
	values_put_real(values, "part", 0.1);
	values_put_text(values, "words", "长寿'; drop table item; --");
	values_put_blob(values, "bytes", "", 0);
	values_put_null(values, "nil");
	assert_int_equal(sql_row(fixture->sql, &given_back, values, fixture->arena, &row), SQL_FOUND);
	assert_true(values_integer(row, "whole") == INT64_MIN);
	assert_memory_equal(&values_find(row, "part")->real, &(double){ 0.1 }, sizeof(double));
	assert_string_equal(values_text(row, "words"), "长寿'; drop table item; --");
	assert_int_equal(values_find(row, "bytes")->kind, VALUE_BLOB);
	assert_int_equal(values_find(row, "nil")->kind, VALUE_NULL);
	assert_int_equal(count_items(state, fixture->sql), 0);
}

static void a_row_that_may_be_missing_is_no_failure(void **state)
{
	struct values *row;

	assert_int_equal(row_of(state, &item_by_code, "nobody", &row), SQL_NONE);
	assert_null(row);
	assert_false(sql_failed(database(state)));
}

static void a_row_that_must_be_there_and_is_not_is_a_failure(void **state)
{
	struct values *row;

	assert_int_equal(row_of(state, &item_that_must_be, "nobody", &row), SQL_FAILED);
	assert_null(row);
	assert_non_null(strstr(sql_problem(database(state)), "item_that_must_be"));
}

static void more_than_one_row_where_one_may_be_is_a_failure(void **state)
{
	struct fixture *fixture = *state;
	struct values *values = values_of(state), *row;

	assert_true(add(state, fixture->sql, "a", 5));
	assert_true(add(state, fixture->sql, "b", 5));
	values_put_integer(values, "size", 5);
	assert_int_equal(sql_row(fixture->sql, &item_of_size, values, fixture->arena, &row), SQL_FAILED);
	assert_non_null(strstr(sql_problem(fixture->sql), "item_of_size"));
}

static void a_row_outlives_the_next_query(void **state)
{
	struct values *first, *second;

	add_items(state, 2);
	assert_int_equal(row_of(state, &item_by_code, "c00", &first), SQL_FOUND);
	assert_int_equal(row_of(state, &item_by_code, "c01", &second), SQL_FOUND);
	assert_string_equal(values_text(first, "code"), "c00");
	assert_string_equal(values_text(second, "code"), "c01");
}

static void a_list_gives_all_rows_in_their_order(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	add_items(state, 70);
	assert_true(sql_list(fixture->sql, &item_list, NULL, fixture->arena, 70, &rows));
	assert_int_equal(rows.count, 70);
	for (int i = 0; i < 70; i++)
		assert_int_equal(values_integer(&rows.at[i], "size"), i);
}

static void a_list_of_nothing_is_no_failure(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	assert_true(sql_list(fixture->sql, &item_list, NULL, fixture->arena, 10, &rows));
	assert_int_equal(rows.count, 0);
}

static void one_row_more_than_a_list_may_have_is_a_failure(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	add_items(state, 11);
	assert_false(sql_list(fixture->sql, &item_list, NULL, fixture->arena, 10, &rows));
	assert_non_null(strstr(sql_problem(fixture->sql), "item_list: more than 10 rows"));
	assert_true(sql_list(fixture->sql, &item_list, NULL, fixture->arena, 11, &rows));
}

static void a_change_says_how_many_rows_it_changed(void **state)
{
	struct values *values = values_of(state);

	add_items(state, 10);
	values_put_integer(values, "from", 4);
	assert_int_equal(sql_do(database(state), &item_grow, values), 6);
	values_put_integer(values, "from", 400);
	assert_int_equal(sql_do(database(state), &item_grow, values), 0);
}

static void a_change_the_tables_refuse_is_a_failure_that_names_its_query(void **state)
{
	struct fixture *fixture = *state;

	assert_true(add(state, fixture->sql, "a", 1));
	assert_false(add(state, fixture->sql, "a", 2));
	assert_memory_equal(sql_problem(fixture->sql), "item_add: ", 10);
	assert_true(add(state, fixture->sql, "b", 2));
	assert_string_equal(sql_problem(fixture->sql), "");
}

static void rows_can_be_read_one_by_one_while_others_are_changed(void **state)
{
	struct sql_cursor cursor;
	const struct values *row;
	int count = 0;

	add_items(state, 5);
	assert_true(sql_start(database(state), &item_list, NULL, &cursor));
	while ((row = sql_next(&cursor))) {
		assert_int_equal(values_integer(row, "size"), count++);
		assert_int_equal(count_items(state, database(state)), 5);
	}
	assert_int_equal(count, 5);
	assert_null(sql_next(&cursor));
}

static void a_reading_ended_early_can_be_begun_again(void **state)
{
	struct sql_cursor cursor;

	add_items(state, 5);
	for (int i = 0; i < 3; i++) {
		assert_true(sql_start(database(state), &item_list, NULL, &cursor));
		assert_string_equal(values_text(sql_next(&cursor), "code"), "c00");
		sql_finish(&cursor);
		sql_finish(&cursor);
	}
}

/* Transactions. */

static void what_is_committed_is_seen_by_others_and_what_is_not_is_not(void **state)
{
	struct fixture *fixture = *state;
	struct sql *other = open_items(fixture, SQL_READ_ONLY);

	assert_true(sql_begin(fixture->sql));
	assert_true(add(state, fixture->sql, "a", 1));
	assert_int_equal(count_items(state, other), 0);
	assert_true(sql_commit(fixture->sql));
	assert_int_equal(count_items(state, other), 1);
	sql_close(other);
}

static void what_is_rolled_back_never_was(void **state)
{
	struct fixture *fixture = *state;

	assert_true(sql_begin(fixture->sql));
	assert_true(add(state, fixture->sql, "a", 1));
	sql_rollback(fixture->sql);
	assert_int_equal(count_items(state, fixture->sql), 0);
	sql_rollback(fixture->sql);
}

/* What can go wrong in a transaction, each spoiling all of it. */
static bool breaks_a_key(void **state)
{
	return !add(state, database(state), "a", 1);
}

static bool lacks_a_parameter(void **state)
{
	return sql_do(database(state), &item_add, values_of(state)) < 0;
}

static bool finds_no_row(void **state)
{
	struct values *row;

	return row_of(state, &item_that_must_be, "nobody", &row) == SQL_FAILED;
}

static bool finds_too_many_rows(void **state)
{
	struct rows rows;

	return !sql_list(database(state), &item_list, NULL, ((struct fixture *)*state)->arena, 0, &rows);
}

static bool runs_an_unsound_script(void **state)
{
	return !sql_script(database(state), "insert into nowhere values (1)");
}

static void a_transaction_in_which_something_failed_is_not_committed(void **state)
{
	static bool (*const failures[])(void **) = { breaks_a_key, lacks_a_parameter, finds_no_row, finds_too_many_rows,
		runs_an_unsound_script };
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
		assert_true(sql_begin(fixture->sql));
		assert_true(add(state, fixture->sql, "a", 1));
		assert_true(failures[i](state));
		assert_false(add(state, fixture->sql, "b", 2));
		assert_false(sql_commit(fixture->sql));
		assert_true(sql_failed(fixture->sql));
		assert_int_equal(count_items(state, fixture->sql), 0);
	}
}

static void after_a_spoilt_transaction_the_next_one_is_fine(void **state)
{
	struct fixture *fixture = *state;

	assert_true(sql_begin(fixture->sql));
	assert_true(breaks_a_key(state) || breaks_a_key(state));
	sql_rollback(fixture->sql);
	assert_true(sql_begin(fixture->sql));
	assert_true(add(state, fixture->sql, "a", 1));
	assert_true(sql_commit(fixture->sql));
	assert_int_equal(count_items(state, fixture->sql), 1);
}

static void a_failure_outside_of_a_transaction_spoils_nothing(void **state)
{
	assert_true(lacks_a_parameter(state));
	assert_true(add(state, database(state), "a", 1));
}

/* The fence. */

static void a_query_of_the_listed_tables_is_taken(void **state)
{
	static const char *const items[] = { "item", NULL };

	assert_true(taken(state, &item_list, items, nothing));
	assert_true(taken(state, &item_change, nothing, items));
	assert_true(taken(state, &item_list, nothing, items));
	assert_true(taken(state, &item_change, items, items));
}

static void a_query_that_reads_an_unlisted_table_is_refused_at_open(void **state)
{
	static const char *const items[] = { "item", NULL };
	static const struct query *const refused[] = { &secret_read, &secret_joined, &secret_within, &secret_counted };

	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		assert_false(taken(state, refused[i], items, items));
		assert_non_null(strstr(((struct fixture *)*state)->problem, refused[i]->name));
	}
}

static void a_query_that_writes_what_may_only_be_read_is_refused_at_open(void **state)
{
	static const char *const items[] = { "item", NULL };

	assert_false(taken(state, &item_change, items, nothing));
	assert_false(taken(state, &item_remove, items, nothing));
	assert_false(taken(state, &item_add, items, nothing));
}

static void a_query_that_writes_an_unlisted_table_is_refused_at_open(void **state)
{
	static const char *const items[] = { "item", NULL };

	assert_false(taken(state, &secret_change, NULL, items));
	assert_true(taken(state, &secret_read, NULL, items));
}

static void a_table_whose_name_begins_like_a_listed_one_is_another(void **state)
{
	static const char *const items[] = { "item", NULL };

	assert_false(taken(state, &secret_of_item, items, items));
}

static void the_tables_behind_a_word_index_come_with_it(void **state)
{
	static const char *const words[] = { "word", NULL };
	static const struct query *const queries[] = { &word_add, &word_find };
	struct fixture *fixture = *state;
	struct sql *sql = opened(fixture, (struct sql_opening){ .mode = SQL_READ_WRITE, .reads = nothing, .writes = words },
		queries, 2);
	struct values *values = values_of(state);
	struct rows rows;

	assert_non_null(sql);
	values_put_integer(values, "id", 7);
	values_put_text(values, "words", "chang shou");
	values_put_text(values, "match", "shou");
	assert_int_equal(sql_do(sql, &word_add, values), 1);
	assert_true(sql_list(sql, &word_find, values, fixture->arena, 10, &rows));
	assert_int_equal(rows.count, 1);
	assert_int_equal(values_integer(&rows.at[0], "id"), 7);
	sql_close(sql);
}

static void settings_other_files_and_new_tables_are_beyond_the_fence(void **state)
{
	static const char *const items[] = { "item", NULL };

	assert_false(taken(state, &pragma, items, items));
	assert_false(taken(state, &attach, items, items));
	assert_false(taken(state, &table_new, items, items));
}

static void a_script_stops_at_the_fence_too(void **state)
{
	static const char *const items[] = { "item", NULL };
	struct fixture *fixture = *state;
	struct sql *sql = opened(fixture, (struct sql_opening){ .mode = SQL_READ_WRITE, .reads = items, .writes = nothing },
		NULL, 0);

	assert_non_null(sql);
	assert_false(sql_script(sql, "drop table item"));
	assert_false(sql_script(sql, "delete from item"));
	assert_false(sql_script(sql, "select name from secret"));
	assert_true(sql_script(sql, "select code from item"));
	sql_close(sql);
}

/* Copies and reading only. */

/* The same database, opened as what is copied: a working copy. */
static struct sql *working_copy(void **state)
{
	struct fixture *fixture = *state;

	sql_close(fixture->sql);
	fixture->sql = open_items(fixture, SQL_SCRATCH);
	assert_non_null(fixture->sql);
	return fixture->sql;
}

static void what_is_opened_for_reading_refuses_to_write(void **state)
{
	static const enum sql_mode modes[] = { SQL_READ_ONLY, SQL_EDITION };
	struct fixture *fixture = *state;

	add_items(state, 3);
	for (size_t i = 0; i < 2; i++) {
		struct sql *sql = open_items(fixture, modes[i]);

		assert_non_null(sql);
		assert_false(add(state, sql, "a", 1));
		assert_non_null(strstr(sql_problem(sql), "item_add"));
		assert_false(sql_script(sql, "delete from item"));
		assert_false(sql_script(sql, "pragma query_only=off; delete from item"));
		assert_int_equal(count_items(state, sql), 3);
		sql_close(sql);
	}
}

static void an_edition_is_read_on_while_another_takes_its_name(void **state)
{
	struct fixture *fixture = *state;
	const char *copy = arena_format(fixture->arena, "%s/copy.db", fixture->folder);
	struct sql *edition;

	assert_true(sql_copy_to(working_copy(state), copy));
	add_items(state, 3);
	edition = open_items(fixture, SQL_EDITION);
	assert_int_equal(rename(copy, fixture->path), 0);
	assert_int_equal(count_items(state, edition), 3);
	sql_close(edition);
}

static void an_edition_leaves_no_file_beside_it(void **state)
{
	struct fixture *fixture = *state;
	struct sql *edition = open_items(fixture, SQL_EDITION);

	assert_int_equal(count_items(state, edition), 0);
	assert_int_not_equal(access(arena_format(fixture->arena, "%s-wal", fixture->path), F_OK), 0);
	assert_int_not_equal(access(arena_format(fixture->arena, "%s-shm", fixture->path), F_OK), 0);
	sql_close(edition);
}

static void a_copy_holds_what_the_database_holds(void **state)
{
	struct fixture *fixture = *state;
	const char *path = arena_format(fixture->arena, "%s/copy.db", fixture->folder);
	struct sql *copy;

	add_items(state, 30);
	assert_true(sql_copy_to(working_copy(state), path));
	copy = opened(fixture, (struct sql_opening){ .address = path, .mode = SQL_EDITION }, item_queries,
		sizeof item_queries / sizeof *item_queries);
	assert_int_equal(count_items(state, copy), 30);
	sql_close(copy);
}

static void a_copy_is_not_written_over_a_file_that_holds_something(void **state)
{
	struct fixture *fixture = *state;
	const char *path = arena_format(fixture->arena, "%s/copy.db", fixture->folder);
	struct sql *sql = working_copy(state);

	assert_true(sql_copy_to(sql, path));
	assert_false(sql_copy_to(sql, path));
	assert_true(sql_failed(sql));
}

static void a_copy_to_a_path_with_a_quote_in_it_is_refused(void **state)
{
	struct fixture *fixture = *state;

	assert_false(sql_copy_to(working_copy(state), arena_format(fixture->arena, "%s/quo'te.db", fixture->folder)));
	assert_non_null(strstr(sql_problem(fixture->sql), "quo'te.db"));
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(a_file_that_is_not_there_is_refused_with_its_mend),
		sentence(a_file_that_is_no_database_is_refused_and_left_as_it_is),
		sentence(a_folder_is_refused),
		sentence(an_address_may_name_the_engine),
		sentence(a_path_is_a_path_whatever_it_is_called),
		sentence(a_program_built_without_postgresql_says_so_and_shows_no_password),
		sentence(no_password_of_an_address_is_shown),
		sentence(an_unsound_query_is_refused_at_open_and_named_with_its_file),
		sentence(a_word_in_double_quotes_is_no_text),
		sentence(queries_may_be_prepared_after_their_tables_are_made),
		sentence(parameters_are_bound_by_name_whatever_their_order),
		sentence(a_name_that_repeats_is_bound_everywhere),
		sentence(a_missing_parameter_is_a_failure_that_names_it),
		sentence(parameters_that_values_lack_can_be_put_as_null),
		sentence(columns_come_by_name_and_kind),
		sentence(values_go_in_and_out_as_they_are),
		sentence(a_row_that_may_be_missing_is_no_failure),
		sentence(a_row_that_must_be_there_and_is_not_is_a_failure),
		sentence(more_than_one_row_where_one_may_be_is_a_failure),
		sentence(a_row_outlives_the_next_query),
		sentence(a_list_gives_all_rows_in_their_order),
		sentence(a_list_of_nothing_is_no_failure),
		sentence(one_row_more_than_a_list_may_have_is_a_failure),
		sentence(a_change_says_how_many_rows_it_changed),
		sentence(a_change_the_tables_refuse_is_a_failure_that_names_its_query),
		sentence(rows_can_be_read_one_by_one_while_others_are_changed),
		sentence(a_reading_ended_early_can_be_begun_again),
		sentence(what_is_committed_is_seen_by_others_and_what_is_not_is_not),
		sentence(what_is_rolled_back_never_was),
		sentence(a_transaction_in_which_something_failed_is_not_committed),
		sentence(after_a_spoilt_transaction_the_next_one_is_fine),
		sentence(a_failure_outside_of_a_transaction_spoils_nothing),
		sentence(a_query_of_the_listed_tables_is_taken),
		sentence(a_query_that_reads_an_unlisted_table_is_refused_at_open),
		sentence(a_query_that_writes_what_may_only_be_read_is_refused_at_open),
		sentence(a_query_that_writes_an_unlisted_table_is_refused_at_open),
		sentence(a_table_whose_name_begins_like_a_listed_one_is_another),
		sentence(the_tables_behind_a_word_index_come_with_it),
		sentence(settings_other_files_and_new_tables_are_beyond_the_fence),
		sentence(a_script_stops_at_the_fence_too),
		sentence(what_is_opened_for_reading_refuses_to_write),
		sentence(an_edition_is_read_on_while_another_takes_its_name),
		sentence(an_edition_leaves_no_file_beside_it),
		sentence(a_copy_holds_what_the_database_holds),
		sentence(a_copy_is_not_written_over_a_file_that_holds_something),
		sentence(a_copy_to_a_path_with_a_quote_in_it_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
