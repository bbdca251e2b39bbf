/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/sql/sql.h promises, on the engine whose address SQL_TEST_ADDRESS gives: the same sentences on both. */
#include "lib/sql/sql.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/base/clock.h"

#define QUERY(word, rows, text) static const struct query word = { #word, "sql_test.c", rows, text }
#define PACK(...)                                                                                                                  \
	static const struct query *const listed[] = { __VA_ARGS__ };                                                              \
	static const struct query_pack pack = { listed, sizeof listed / sizeof *listed };                                         \
	static const struct query_pack *const packs[] = { &pack, NULL }

QUERY(kind_add, QUERY_NONE, "insert into kind (n, r, t, b) values (:n, :r, :t, :b)");
QUERY(kind_one, QUERY_ONE, "select n, r, t, b from kind");
QUERY(kind_read_again, QUERY_ONE, "select n as n, r, t, b, n is null as no_n, 1 as small, 2.5 as part from kind where n = :n");
QUERY(kind_sums, QUERY_ONE, "select count(*) as many, sum(n) as whole, avg(n) as middle, max(r) as most from kind");
QUERY(only, QUERY_MANY, "select code from item where :only = '' or code = :only order by code");
QUERY(first, QUERY_MANY, "select code from item order by code limit :most");
QUERY(beyond, QUERY_MANY, "select code from item where :n > 1 and :n > size order by code");
QUERY(item_add, QUERY_NONE, "insert into item (code, size) values (:code, :size)");
QUERY(item_put, QUERY_NONE, "insert into item (code, size) values (:code, :size) "
			    "on conflict (code) do update set size = excluded.size");
QUERY(item_keep, QUERY_NONE, "insert into item (code, size) values (:code, :size) on conflict (code) do nothing");
QUERY(item_grow, QUERY_MANY, "update item set size = size + :size where code >= :code returning code, size");
QUERY(item_remove, QUERY_NONE, "delete from item where code >= :code");
QUERY(item_count, QUERY_ONE, "select count(*) as n from item");
QUERY(item_sizes, QUERY_MANY, "select code, size from item order by size, code");
QUERY(item_others, QUERY_MANY, "select code, size from item where size > :size order by size");
QUERY(item_size, QUERY_MAYBE, "select size from item where code = :code");
QUERY(part_add, QUERY_NONE, "insert into part (item_code) values (:code)");

static const char tables[] = "create table kind (n integer, r real, t text, b blob) strict;\n"
			     "create table item (code text primary key check (length(code) < 40), size integer not null) strict;\n"
			     "create table part (item_code text not null references item (code) on delete cascade) strict;\n";

struct stage {
	struct arena *arena;
	struct sql *sql;
	struct values *values;
};

static bool on_postgresql(void)
{
	return strncmp(getenv("SQL_TEST_ADDRESS"), "postgresql:", 11) == 0;
}

static struct sql *opened(struct arena *arena, enum sql_mode mode, bool with_queries)
{
	PACK(&kind_add, &kind_one, &kind_read_again, &kind_sums, &only, &first, &beyond, &item_add, &item_put, &item_keep, &item_grow,
	     &item_remove, &item_count, &item_sizes, &item_others, &item_size, &part_add);
	struct sql_opening opening = { .address = getenv("SQL_TEST_ADDRESS"), .mode = mode, .packs = with_queries ? packs : NULL };
	const char *problem = "";
	struct sql *sql = sql_open(&opening, arena, &problem);

	if (!sql)
		fail_msg("%s", problem);
	return sql;
}

static int set_up(void **state)
{
	struct arena *arena = arena_new((size_t)256 << 20);
	struct stage *stage = arena_take(arena, sizeof *stage);
	struct sql *making = opened(arena, SQL_CREATE, false);

	assert_true(sql_script(making, "drop table if exists part; drop table if exists kind; drop table if exists item"));
	assert_true(sql_script(making, tables));
	sql_close(making);
	stage->arena = arena;
	stage->sql = opened(arena, SQL_READ_WRITE, true);
	stage->values = values_new(arena);
	*state = stage;
	return 0;
}

static int tear_down(void **state)
{
	struct stage *stage = *state;

	sql_close(stage->sql);
	arena_free(stage->arena);
	return 0;
}

static bool add(struct stage *stage, struct sql *sql, const char *code, int64_t size)
{
	struct values *item = values_new(stage->arena);

	values_put_text(item, "code", code);
	values_put_integer(item, "size", size);
	return sql_do(sql, &item_add, item) == 1;
}

static void add_many(struct stage *stage, int64_t count)
{
	assert_true(sql_begin(stage->sql));
	for (int64_t i = 0; i < count; i++)
		assert_true(add(stage, stage->sql, arena_format(stage->arena, "%06d", (int)i), i));
	assert_true(sql_commit(stage->sql));
}

static int64_t count(struct stage *stage, struct sql *sql)
{
	struct values *row;

	assert_int_equal(sql_row(sql, &item_count, NULL, stage->arena, &row), SQL_FOUND);
	return values_integer(row, "n");
}

static void put_kinds(struct stage *stage)
{
	static const unsigned char bytes[] = { 0, 1, '\\', 'x', 0xff, 0, '\'' };

	values_put_integer(stage->values, "n", INT64_MIN);
	values_put_real(stage->values, "r", 0.1 + 0.2);
	values_put_text(stage->values, "t", "普陀 it's \"x\" \\ :n $1");
	values_put_blob(stage->values, "b", bytes, sizeof bytes);
}

static void gives_back_numbers_texts_and_bytes_as_they_were(void **state)
{
	struct stage *stage = *state;
	const struct value *was, *is;
	struct values *row;

	put_kinds(stage);
	assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), 1);
	assert_int_equal(sql_row(stage->sql, &kind_one, NULL, stage->arena, &row), SQL_FOUND);
	for (size_t i = 0; i < stage->values->count; i++) {
		was = &stage->values->at[i];
		is = values_find(row, was->name);
		assert_int_equal(is->kind, was->kind);
		assert_int_equal(is->size, was->size);
		if (was->kind == VALUE_TEXT || was->kind == VALUE_BLOB)
			assert_memory_equal(is->text, was->text, was->size);
		else
			assert_int_equal(is->integer, was->integer); /* of a real: its very bits */
	}
}

static void gives_back_nulls_and_what_is_empty_as_they_were(void **state)
{
	struct stage *stage = *state;
	struct values *row;

	values_put_null(stage->values, "n");
	values_put_real(stage->values, "r", -0.0);
	values_put_text(stage->values, "t", "");
	values_put_blob(stage->values, "b", "", 0);
	assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), 1);
	assert_int_equal(sql_row(stage->sql, &kind_one, NULL, stage->arena, &row), SQL_FOUND);
	assert_int_equal(values_find(row, "n")->kind, VALUE_NULL);
	assert_int_equal(values_find(row, "r")->kind, VALUE_REAL);
	assert_int_equal(values_find(row, "t")->kind, VALUE_TEXT);
	assert_int_equal(values_find(row, "t")->size, 0);
	assert_int_equal(values_find(row, "b")->kind, VALUE_BLOB);
	assert_int_equal(values_find(row, "b")->size, 0);
}

static void gives_conditions_and_constants_as_numbers(void **state)
{
	struct stage *stage = *state;
	struct values *row;

	put_kinds(stage);
	assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), 1);
	assert_int_equal(sql_row(stage->sql, &kind_read_again, stage->values, stage->arena, &row), SQL_FOUND);
	assert_int_equal(values_find(row, "no_n")->kind, VALUE_INTEGER);
	assert_int_equal(values_integer(row, "no_n"), 0);
	assert_int_equal(values_integer(row, "small"), 1);
	assert_int_equal(values_find(row, "part")->kind, VALUE_REAL);
	assert_true(values_real(row, "part") > 2.4 && values_real(row, "part") < 2.6);
}

static void adds_integers_up_to_an_integer_and_averages_to_a_real(void **state)
{
	struct stage *stage = *state;
	struct values *row;

	put_kinds(stage);
	for (int i = 3; i <= 5; i += 2) {
		values_put_integer(stage->values, "n", i);
		assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), 1);
	}
	assert_int_equal(sql_row(stage->sql, &kind_sums, NULL, stage->arena, &row), SQL_FOUND);
	assert_int_equal(values_integer(row, "many"), 2);
	assert_int_equal(values_find(row, "whole")->kind, VALUE_INTEGER);
	assert_int_equal(values_integer(row, "whole"), 8);
	assert_int_equal(values_find(row, "middle")->kind, VALUE_REAL);
	assert_true(values_real(row, "middle") > 3.9 && values_real(row, "middle") < 4.1);
}

static void takes_a_whole_real_for_an_integer(void **state)
{
	struct stage *stage = *state;
	struct values *row;

	put_kinds(stage);
	values_put_real(stage->values, "n", 12);
	assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), 1);
	assert_int_equal(sql_row(stage->sql, &kind_one, NULL, stage->arena, &row), SQL_FOUND);
	assert_int_equal(values_integer(row, "n"), 12);
	values_put_real(stage->values, "n", 12.5);
	assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), -1);
}

static void refuses_bytes_for_a_text_and_a_text_for_bytes(void **state)
{
	struct stage *stage = *state;

	put_kinds(stage);
	values_put_blob(stage->values, "t", "ab", 2);
	assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), -1);
	put_kinds(stage);
	values_put_text(stage->values, "b", "ab");
	assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), -1);
	put_kinds(stage);
	values_put_text(stage->values, "n", "twelve");
	assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), -1);
}

static size_t listed_for(struct stage *stage, const struct query *query)
{
	struct rows rows;

	assert_true(sql_list(stage->sql, query, stage->values, stage->arena, 100000, &rows));
	return rows.count;
}

static void takes_one_name_in_several_places(void **state)
{
	struct stage *stage = *state;

	add_many(stage, 3);
	values_put_text(stage->values, "only", "");
	assert_int_equal(listed_for(stage, &only), 3);
	values_put_text(stage->values, "only", "000001");
	assert_int_equal(listed_for(stage, &only), 1);
	values_put_null(stage->values, "only");
	assert_int_equal(listed_for(stage, &only), 0);
}

static void takes_a_limit_and_numbers_of_64_bits_anywhere(void **state)
{
	struct stage *stage = *state;

	add_many(stage, 3);
	values_put_integer(stage->values, "most", 2);
	assert_int_equal(listed_for(stage, &first), 2);
	values_put_integer(stage->values, "most", INT64_MAX);
	assert_int_equal(listed_for(stage, &first), 3);
	values_put_integer(stage->values, "n", INT64_MAX);
	assert_int_equal(listed_for(stage, &beyond), 3);
}

static void says_which_value_is_missing(void **state)
{
	struct stage *stage = *state;

	values_put_text(stage->values, "code", "a");
	assert_int_equal(sql_do(stage->sql, &item_add, stage->values), -1);
	assert_string_equal(sql_problem(stage->sql), "item_add: no value for :size");
}

static void counts_the_rows_it_changed(void **state)
{
	struct stage *stage = *state;
	struct rows rows;

	add_many(stage, 5);
	values_put_text(stage->values, "code", "000003");
	values_put_integer(stage->values, "size", 100);
	assert_int_equal(sql_do(stage->sql, &item_put, stage->values), 1);
	assert_int_equal(sql_do(stage->sql, &item_keep, stage->values), 0);
	assert_true(sql_list(stage->sql, &item_grow, stage->values, stage->arena, 10, &rows));
	assert_int_equal(rows.count, 2);
	assert_int_equal(values_integer(&rows.at[0], "size") + values_integer(&rows.at[1], "size"), 304);
	assert_int_equal(sql_do(stage->sql, &part_add, stage->values), 1);
	assert_int_equal(sql_do(stage->sql, &item_remove, stage->values), 2);
	assert_int_equal(sql_do(stage->sql, &item_remove, stage->values), 0);
}

static void sorts_texts_by_their_bytes(void **state)
{
	static const char *const sorted[] = { "A-1", "A1", "Z", "a", "a b", "ab", "é", "普陀", "长宁", "𠀀" };
	struct stage *stage = *state;
	struct rows rows;

	for (size_t i = sizeof sorted / sizeof *sorted; i-- > 0;)
		assert_true(add(stage, stage->sql, sorted[i], 0));
	values_put_text(stage->values, "only", "");
	assert_true(sql_list(stage->sql, &only, stage->values, stage->arena, 100, &rows));
	for (size_t i = 0; i < rows.count; i++)
		assert_string_equal(values_text(&rows.at[i], "code"), sorted[i]);
}

/* Every item in order, with a query and another reading within. */
static void read_long(struct stage *stage, int64_t items)
{
	struct sql_cursor cursor, within;
	const struct values *row;
	struct values *size;
	int64_t at = 0;

	assert_true(sql_start(stage->sql, &item_sizes, NULL, &cursor));
	while ((row = sql_next(&cursor))) {
		assert_int_equal(values_integer(row, "size"), at);
		assert_int_equal(sql_row(stage->sql, &item_size, row, stage->arena, &size), SQL_FOUND);
		assert_int_equal(values_integer(size, "size"), at);
		if (at % 700 == 0) {
			assert_true(sql_start(stage->sql, &item_others, row, &within));
			for (int64_t next = at + 1; next < items; next++)
				assert_int_equal(values_integer(sql_next(&within), "size"), next);
			assert_null(sql_next(&within));
		}
		at++;
	}
	assert_false(sql_failed(stage->sql));
	assert_int_equal(at, items);
}

static void reads_long_lists_while_it_asks_other_things(void **state)
{
	struct stage *stage = *state;

	add_many(stage, 2501);
	read_long(stage, 2501);
}

static void reads_long_lists_in_a_transaction_too(void **state)
{
	struct stage *stage = *state;

	add_many(stage, 1500);
	assert_true(sql_begin(stage->sql));
	read_long(stage, 1500);
	assert_true(sql_commit(stage->sql));
	assert_true(sql_begin_reading(stage->sql));
	read_long(stage, 1500);
	assert_true(sql_commit(stage->sql));
}

static void ends_a_list_early_and_begins_it_again(void **state)
{
	struct stage *stage = *state;
	struct sql_cursor cursor;

	add_many(stage, 1200);
	for (int i = 0; i < 3; i++) {
		assert_true(sql_start(stage->sql, &item_sizes, NULL, &cursor));
		for (int row = 0; row < 600 * i + 1; row++)
			if (!sql_next(&cursor))
				break;
		sql_finish(&cursor);
	}
	assert_int_equal(listed_for(stage, &item_sizes), 1200);
}

static void lists_nothing_as_nothing(void **state)
{
	struct stage *stage = *state;
	struct values *row;

	assert_int_equal(listed_for(stage, &item_sizes), 0);
	values_put_text(stage->values, "code", "none");
	assert_int_equal(sql_row(stage->sql, &item_size, stage->values, stage->arena, &row), SQL_NONE);
	assert_false(sql_failed(stage->sql));
}

static void changes_nothing_more_once_a_query_of_a_transaction_failed(void **state)
{
	struct stage *stage = *state;

	assert_true(sql_begin(stage->sql));
	assert_true(add(stage, stage->sql, "a", 1));
	assert_false(add(stage, stage->sql, "a", 1));
	assert_non_null(strstr(sql_problem(stage->sql), "item_add: "));
	assert_false(add(stage, stage->sql, "b", 1));
	assert_false(sql_commit(stage->sql));
	assert_true(sql_failed(stage->sql));
	assert_int_equal(count(stage, stage->sql), 0);
	assert_true(sql_begin(stage->sql));
	assert_true(add(stage, stage->sql, "a", 1));
	assert_true(sql_commit(stage->sql));
	assert_int_equal(count(stage, stage->sql), 1);
}

static void goes_on_after_a_failure_outside_of_a_transaction(void **state)
{
	struct stage *stage = *state;

	assert_true(add(stage, stage->sql, "a", 1));
	assert_false(add(stage, stage->sql, "a", 1));
	assert_false(add(stage, stage->sql, "a code of more than forty characters, which the table refuses", 1));
	assert_true(add(stage, stage->sql, "b", 1));
	assert_int_equal(count(stage, stage->sql), 2);
}

static void undoes_a_transaction_that_is_rolled_back(void **state)
{
	struct stage *stage = *state;

	assert_true(sql_begin(stage->sql));
	assert_true(add(stage, stage->sql, "a", 1));
	sql_rollback(stage->sql);
	assert_int_equal(count(stage, stage->sql), 0);
}

static void undoes_a_failed_part_of_a_transaction_and_goes_on(void **state)
{
	struct stage *stage = *state;

	assert_true(sql_begin(stage->sql));
	assert_true(sql_part_begin(stage->sql));
	assert_true(add(stage, stage->sql, "a", 1));
	assert_true(sql_part_keep(stage->sql));
	assert_true(sql_part_begin(stage->sql));
	assert_true(add(stage, stage->sql, "b", 2));
	assert_false(add(stage, stage->sql, "a", 3));
	assert_true(sql_refused(stage->sql));
	assert_true(sql_part_undo(stage->sql));
	assert_int_equal(count(stage, stage->sql), 1);
	assert_true(sql_part_begin(stage->sql));
	assert_true(add(stage, stage->sql, "c", 4));
	assert_true(sql_part_keep(stage->sql));
	assert_true(sql_commit(stage->sql));
	assert_int_equal(count(stage, stage->sql), 2);
}

static void undoes_a_part_in_which_nothing_failed(void **state)
{
	struct stage *stage = *state;

	assert_true(sql_begin(stage->sql));
	assert_true(add(stage, stage->sql, "a", 1));
	assert_true(sql_part_begin(stage->sql));
	assert_true(add(stage, stage->sql, "b", 2));
	assert_true(sql_part_undo(stage->sql));
	assert_true(sql_commit(stage->sql));
	assert_int_equal(count(stage, stage->sql), 1);
}

/* What was asked would fail again; what the database could not do just now might not. */
static void tells_what_would_fail_again_from_what_may_not(void **state)
{
	struct stage *stage = *state;
	struct sql *other = opened(stage->arena, SQL_READ_ONLY, true);

	assert_true(add(stage, stage->sql, "a", 1));
	assert_false(sql_refused(stage->sql));
	assert_false(add(stage, stage->sql, "a", 1));
	assert_true(sql_refused(stage->sql));
	assert_false(add(stage, stage->sql, "far too long a code for what the table says of it", 1));
	assert_true(sql_refused(stage->sql));
	assert_int_equal(sql_do(stage->sql, &item_add, NULL), -1);
	assert_true(sql_refused(stage->sql));
	assert_false(add(stage, other, "b", 1));
	assert_false(sql_refused(other));
	sql_close(other);
}

/* Two rows where one was expected is the fault of what was stored before: somebody may mend it. */
static void does_not_take_other_rows_than_expected_for_a_refusal(void **state)
{
	struct stage *stage = *state;
	struct values *row;
	struct rows rows;

	assert_int_equal(sql_row(stage->sql, &kind_one, NULL, stage->arena, &row), SQL_FAILED);
	assert_false(sql_refused(stage->sql));
	put_kinds(stage);
	assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), 1);
	assert_int_equal(sql_do(stage->sql, &kind_add, stage->values), 1);
	assert_int_equal(sql_row(stage->sql, &kind_one, NULL, stage->arena, &row), SQL_FAILED);
	assert_non_null(strstr(sql_problem(stage->sql), "more than one row"));
	assert_false(sql_refused(stage->sql));
	add_many(stage, 3);
	assert_false(sql_list(stage->sql, &item_sizes, NULL, stage->arena, 2, &rows));
	assert_false(sql_refused(stage->sql));
}

static void undoes_the_tables_of_a_script_that_fails(void **state)
{
	struct stage *stage = *state;

	assert_true(sql_begin(stage->sql));
	assert_false(sql_script(stage->sql, "create table third (a integer) strict; create table item (a integer) strict;"));
	assert_false(sql_commit(stage->sql));
	assert_true(sql_script(stage->sql, "create table third (a integer) strict; drop table third"));
}

static void begins_at_once_or_not_at_all(void **state)
{
	struct stage *stage = *state;
	struct sql *other = opened(stage->arena, SQL_READ_WRITE, true);

	assert_true(sql_begin(other));
	assert_true(add(stage, other, "a", 1));
	assert_false(sql_begin_at_once(stage->sql));
	/* What only reads goes on meanwhile. */
	assert_int_equal(count(stage, stage->sql), 0);
	assert_true(sql_commit(other));
	assert_true(sql_begin_at_once(stage->sql));
	assert_true(add(stage, stage->sql, "b", 1));
	assert_true(sql_commit(stage->sql));
	assert_int_equal(count(stage, stage->sql), 2);
	sql_close(other);
}

static void lets_writers_wait_for_each_other(void **state)
{
	struct stage *stage = *state;
	int ready[2], status;
	pid_t child;
	char byte;

	assert_int_equal(pipe(ready), 0);
	child = fork();
	if (child == 0) {
		struct arena *arena = arena_new((size_t)64 << 20);
		struct sql *other = opened(arena, SQL_READ_WRITE, true);
		bool fine = sql_begin(other) && write(ready[1], "x", 1) == 1;

		clock_sleep(300);
		_exit(fine && add(stage, other, "a", 1) && sql_commit(other) ? 0 : 1);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_true(sql_begin(stage->sql));
	assert_int_equal(count(stage, stage->sql), 1);
	assert_true(add(stage, stage->sql, "b", 1));
	assert_true(sql_commit(stage->sql));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	close(ready[0]);
	close(ready[1]);
}

static void gives_up_on_another_writer_after_five_seconds(void **state)
{
	struct stage *stage = *state;
	struct sql *other = opened(stage->arena, SQL_READ_WRITE, true);
	int64_t started = clock_nanoseconds();

	assert_true(sql_begin(stage->sql));
	assert_false(sql_begin(other));
	assert_true(clock_nanoseconds() - started > (int64_t)4 * 1000 * 1000 * 1000);
	assert_true(sql_failed(other));
	assert_true(sql_commit(stage->sql));
	assert_true(sql_begin(other));
	assert_true(sql_commit(other));
	sql_close(other);
}

static void refuses_to_write_when_opened_for_reading(void **state)
{
	struct stage *stage = *state;
	struct sql *reading = opened(stage->arena, SQL_READ_ONLY, true);

	assert_false(add(stage, reading, "a", 1));
	assert_int_equal(count(stage, reading), 0);
	assert_int_equal(count(stage, stage->sql), 0);
	sql_close(reading);
}

static void shows_no_password(void **state)
{
	struct stage *stage = *state;

	assert_string_equal(sql_address_shown("postgresql://clerk:secret@db.example/shanyu", stage->arena),
			    "postgresql://clerk:******@db.example/shanyu");
	assert_string_equal(sql_address_shown("postgresql:///shanyu?host=/run&password=secret&user=a", stage->arena),
			    "postgresql:///shanyu?host=/run&password=******&user=a");
	assert_string_equal(sql_address_shown("postgresql://db.example:5432/shanyu", stage->arena), "postgresql://db.example:5432/shanyu");
	assert_string_equal(sql_address_shown("postgresql://clerk@db.example:5432/a", stage->arena), "postgresql://clerk@db.example:5432/a");
	assert_string_equal(sql_address_shown("registry.db", stage->arena), "registry.db");
}

static void says_in_one_line_why_it_cannot_be_opened(void **state)
{
	static const char *const addresses[] = { "/nowhere/registry.db", "sqlite:/nowhere/registry.db",
						 "postgresql:///shanyu?host=/nowhere&password=secret" };
	struct stage *stage = *state;

	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
		struct sql_opening opening = { .address = addresses[i], .mode = SQL_READ_WRITE };
		const char *problem = NULL;

		assert_null(sql_open(&opening, stage->arena, &problem));
		assert_non_null(strstr(problem, "/nowhere"));
		assert_null(strchr(problem, '\n'));
		assert_null(strstr(problem, "secret"));
	}
}

/* On PostgreSQL: end the server's end of a connection, as a restart does. */
static void cut(struct stage *stage, struct sql *sql)
{
	QUERY(number, QUERY_ONE, "select pg_backend_pid() as number");
	QUERY(end, QUERY_ONE, "select pg_terminate_backend(cast(:number as int), 5000) as done");
	PACK(&number, &end);
	struct sql *other = opened(stage->arena, SQL_READ_WRITE, false);
	struct values *row, *done;

	assert_true(sql_prepare(sql, packs));
	assert_true(sql_prepare(other, packs));
	assert_int_equal(sql_row(sql, &number, NULL, stage->arena, &row), SQL_FOUND);
	assert_int_equal(sql_row(other, &end, row, stage->arena, &done), SQL_FOUND);
	assert_int_equal(values_integer(done, "done"), 1);
	sql_close(other);
}

static void goes_on_after_the_server_was_away(void **state)
{
	struct stage *stage = *state;

	assert_true(add(stage, stage->sql, "a", 1));
	cut(stage, stage->sql);
	assert_true(add(stage, stage->sql, "b", 1));
	cut(stage, stage->sql);
	assert_true(sql_begin(stage->sql));
	assert_true(add(stage, stage->sql, "c", 1));
	assert_true(sql_commit(stage->sql));
	cut(stage, stage->sql);
	assert_int_equal(listed_for(stage, &item_sizes), 3);
	cut(stage, stage->sql);
	assert_int_equal(count(stage, stage->sql), 3);
}

static void fails_a_transaction_whose_server_went_away(void **state)
{
	struct stage *stage = *state;

	assert_true(sql_begin(stage->sql));
	assert_true(add(stage, stage->sql, "a", 1));
	cut(stage, stage->sql);
	assert_false(add(stage, stage->sql, "b", 1));
	assert_non_null(strstr(sql_problem(stage->sql), "lost"));
	assert_false(sql_commit(stage->sql));
	assert_int_equal(count(stage, stage->sql), 0);
	assert_true(sql_begin(stage->sql));
	cut(stage, stage->sql);
	assert_false(sql_commit(stage->sql));
	assert_true(add(stage, stage->sql, "a", 1));
}

static void fails_a_list_whose_server_went_away(void **state)
{
	struct stage *stage = *state;
	struct sql_cursor cursor;
	int64_t rows = 0;

	add_many(stage, 2000);
	assert_true(sql_start(stage->sql, &item_sizes, NULL, &cursor));
	assert_non_null(sql_next(&cursor));
	cut(stage, stage->sql);
	while (sql_next(&cursor))
		rows++;
	assert_true(rows < 1999);
	assert_true(sql_failed(stage->sql));
	assert_int_equal(listed_for(stage, &item_sizes), 2000);
}

static void reads_one_state_while_others_write(void **state)
{
	struct stage *stage = *state;
	struct sql *other = opened(stage->arena, SQL_READ_WRITE, true);

	assert_true(sql_begin_reading(stage->sql));
	assert_int_equal(count(stage, stage->sql), 0);
	assert_true(add(stage, other, "a", 1));
	assert_int_equal(count(stage, stage->sql), 0);
	assert_false(add(stage, stage->sql, "b", 1));
	sql_rollback(stage->sql);
	assert_int_equal(count(stage, stage->sql), 1);
	sql_close(other);
}

static void refuses_a_text_that_the_server_would_cut_or_not_understand(void **state)
{
	struct stage *stage = *state;
	struct value cut_short = { .name = "code", .kind = VALUE_TEXT, .size = 3, .text = "a\0b" };

	values_put_integer(stage->values, "size", 1);
	values_put(stage->values, &cut_short);
	assert_int_equal(sql_do(stage->sql, &item_add, stage->values), -1);
	assert_non_null(strstr(sql_problem(stage->sql), "NUL"));
	values_put_text(stage->values, "code", "\xff");
	assert_int_equal(sql_do(stage->sql, &item_add, stage->values), -1);
	assert_int_equal(count(stage, stage->sql), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(gives_back_numbers_texts_and_bytes_as_they_were),
		TEST(gives_back_nulls_and_what_is_empty_as_they_were),
		TEST(gives_conditions_and_constants_as_numbers),
		TEST(adds_integers_up_to_an_integer_and_averages_to_a_real),
		TEST(takes_a_whole_real_for_an_integer),
		TEST(refuses_bytes_for_a_text_and_a_text_for_bytes),
		TEST(takes_one_name_in_several_places),
		TEST(takes_a_limit_and_numbers_of_64_bits_anywhere),
		TEST(says_which_value_is_missing),
		TEST(counts_the_rows_it_changed),
		TEST(sorts_texts_by_their_bytes),
		TEST(reads_long_lists_while_it_asks_other_things),
		TEST(reads_long_lists_in_a_transaction_too),
		TEST(ends_a_list_early_and_begins_it_again),
		TEST(lists_nothing_as_nothing),
		TEST(changes_nothing_more_once_a_query_of_a_transaction_failed),
		TEST(goes_on_after_a_failure_outside_of_a_transaction),
		TEST(undoes_a_transaction_that_is_rolled_back),
		TEST(undoes_a_failed_part_of_a_transaction_and_goes_on),
		TEST(undoes_a_part_in_which_nothing_failed),
		TEST(tells_what_would_fail_again_from_what_may_not),
		TEST(does_not_take_other_rows_than_expected_for_a_refusal),
		TEST(undoes_the_tables_of_a_script_that_fails),
		TEST(begins_at_once_or_not_at_all),
		TEST(lets_writers_wait_for_each_other),
		TEST(gives_up_on_another_writer_after_five_seconds),
		TEST(refuses_to_write_when_opened_for_reading),
		TEST(shows_no_password),
		TEST(says_in_one_line_why_it_cannot_be_opened),
	};
	/* What there is only with a server. */
	const struct CMUnitTest server_tests[] = {
		TEST(goes_on_after_the_server_was_away),
		TEST(fails_a_transaction_whose_server_went_away),
		TEST(fails_a_list_whose_server_went_away),
		TEST(reads_one_state_while_others_write),
		TEST(refuses_a_text_that_the_server_would_cut_or_not_understand),
	};
	int failed = cmocka_run_group_tests_name("sql", tests, NULL, NULL);

	if (on_postgresql())
		failed += cmocka_run_group_tests_name("sql_server", server_tests, NULL, NULL);
	return failed;
}
