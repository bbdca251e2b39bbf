/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/sql/sql_dialect.h promises. */
#include "lib/sql/sql_dialect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define MOST 4

/* The query as PostgreSQL is told it, and how many names it has. */
static void query_becomes(const char *text, const char *expected, size_t expected_count)
{
	struct arena *arena = arena_new((size_t)1 << 20);
	const char *names[MOST];
	size_t count;

	assert_string_equal(dialect_query(text, names, MOST, &count, arena), expected);
	assert_int_equal(count, expected_count);
	arena_free(arena);
}

static void script_becomes(const char *text, const char *expected)
{
	struct arena *arena = arena_new((size_t)1 << 20);

	assert_string_equal(dialect_script(text, arena), expected);
	arena_free(arena);
}

static void numbers_names_by_their_first_appearance(void **state)
{
	struct arena *arena = arena_new((size_t)1 << 20);
	const char *names[MOST];
	size_t count;

	(void)state;
	assert_string_equal(dialect_query("select :b, :a, :b", names, MOST, &count, arena), "select $1, $2, $1");
	assert_int_equal(count, 2);
	assert_string_equal(names[0], "b");
	assert_string_equal(names[1], "a");
	arena_free(arena);
}

static void tells_names_apart_that_begin_alike(void **state)
{
	(void)state;
	query_becomes("a = :code and b = :code_2 and c = :cod", "a = $1 and b = $2 and c = $3", 3);
}

static void leaves_texts_alone(void **state)
{
	(void)state;
	query_becomes("select ':no', 'it''s :not', ':', :yes", "select ':no', 'it''s :not', ':', $1", 1);
	query_becomes("select 'cast(x as integer)'", "select 'cast(x as integer)'", 0);
}

static void leaves_names_in_quotes_alone(void **state)
{
	(void)state;
	query_becomes("select \":no\", \"a\"\":b\" from t where c = :c", "select \":no\", \"a\"\":b\" from t where c = $1", 1);
}

static void leaves_comments_alone(void **state)
{
	(void)state;
	query_becomes("select 1 -- it's :no\n, :a /* ' :b */ , :c", "select 1 -- it's :no\n, $1 /* ' :b */ , $2", 2);
	query_becomes("select a - :b / :c", "select a - $1 / $2", 2);
}

static void leaves_casts_and_times_alone(void **state)
{
	(void)state;
	query_becomes("select :a::text, b::bigint, c[1:2], '12:30'", "select $1::text, b::bigint, c[1:2], '12:30'", 1);
}

static void takes_a_text_that_never_ends(void **state)
{
	(void)state;
	query_becomes("select ':a", "select ':a", 0);
	query_becomes("select \":a", "select \":a", 0);
	query_becomes("select /* :a", "select /* :a", 0);
	query_becomes("select :", "select :", 0);
	query_becomes("", "", 0);
}

static void says_when_there_are_too_many_names(void **state)
{
	struct arena *arena = arena_new((size_t)1 << 20);
	const char *names[MOST];
	size_t count;

	(void)state;
	dialect_query(":a :b :c :d", names, MOST, &count, arena);
	assert_int_equal(count, MOST);
	dialect_query(":a :b :c :d :e :e :f", names, MOST, &count, arena);
	assert_true(count > MOST);
	arena_free(arena);
}

static void casts_to_64_bits(void **state)
{
	(void)state;
	query_becomes("select cast(:a as integer), cast(b as real ), cast(c as text)",
		      "select cast($1 as bigint), cast(b as double precision ), cast(c as text)", 1);
}

static void lets_a_column_be_called_like_a_type(void **state)
{
	(void)state;
	query_becomes("select real, blob from t as integer where strict = :strict",
		      "select real, blob from t as integer where strict = $1", 1);
}

static void makes_tables_of_64_bits_doubles_and_bytes(void **state)
{
	(void)state;
	script_becomes("create table a (n integer primary key, r REAL not null, b blob, t text) strict;",
		       "create table a (n bigint primary key, r double precision not null, b bytea, t text) ;");
}

static void leaves_the_words_of_a_script_alone_in_texts_and_comments(void **state)
{
	(void)state;
	script_becomes("create table a (t text default 'real') strict; -- strict, real\ninsert into a values (':x integer');",
		       "create table a (t text default 'real') ; -- strict, real\ninsert into a values (':x integer');");
	script_becomes("create table integers (strict_one text, reality integer)",
		       "create table integers (strict_one text, reality bigint)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_names_by_their_first_appearance),
		cmocka_unit_test(tells_names_apart_that_begin_alike),
		cmocka_unit_test(leaves_texts_alone),
		cmocka_unit_test(leaves_names_in_quotes_alone),
		cmocka_unit_test(leaves_comments_alone),
		cmocka_unit_test(leaves_casts_and_times_alone),
		cmocka_unit_test(takes_a_text_that_never_ends),
		cmocka_unit_test(says_when_there_are_too_many_names),
		cmocka_unit_test(casts_to_64_bits),
		cmocka_unit_test(lets_a_column_be_called_like_a_type),
		cmocka_unit_test(makes_tables_of_64_bits_doubles_and_bytes),
		cmocka_unit_test(leaves_the_words_of_a_script_alone_in_texts_and_comments),
	};

	return cmocka_run_group_tests_name("sql_dialect", tests, NULL, NULL);
}
