/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/find/search.h promises: "nearest first" held against measuring every distance, and the words SQLite is taught. */
#include "lib/find/search.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "rules/facilities/coordinates.h"

#define PLACES 2000
#define TODAY 20000
/* The tree keeps 32-bit coordinates: within a metre. */
#define SLACK_METRES 2.0

static const char tables[] =
	"create virtual table place using rtree(id, lat_from, lat_to, lon_from, lon_to, fresh_from, fresh_to);"
	"create virtual table other using rtree(id, lat_from, lat_to);"
	"create virtual table word using fts5(words, tokenize='unicode61');";

#define QUERY(word, rows, text) static const struct query word = { #word, "queries/test.sql", rows, text }

QUERY(place_add, QUERY_NONE, "insert into place values (:id, :lat, :lat, :lon, :lon, :fresh, :fresh)");
QUERY(nearest, QUERY_MANY, "select id from place where id match nearest(:lat, :lon, :fresh_since, :stale_metres, :within_metres) limit :most");
QUERY(nearest_of_too_little, QUERY_MANY, "select id from place where id match nearest(31, 121)");
QUERY(nearest_of_another_tree, QUERY_MANY, "select id from other where id match nearest(31, 121, 0, 0, 0)");
QUERY(words_of, QUERY_ONE, "select words_index(:text) as words");
QUERY(pinyin_of, QUERY_ONE, "select words_pinyin(:text) as pinyin");
QUERY(word_add, QUERY_NONE, "insert into word (rowid, words) values (:id, words_index(:text))");
QUERY(word_find, QUERY_MANY, "select rowid as id from word where word match :match order by rowid");

static const struct query *const queries[] = { &place_add, &nearest, &nearest_of_too_little, &nearest_of_another_tree,
	&words_of, &pinyin_of,
	&word_add, &word_find };
static const struct query_pack pack = { queries, sizeof queries / sizeof *queries };
static const struct query_pack *const packs[] = { &pack, NULL };

struct place {
	double lat, lon, fresh;
};

struct asked {
	double lat, lon, stale_metres, within_metres;
	int64_t most;
};

struct fixture {
	struct arena *arena;
	struct search *search;
	struct sql *sql;
	struct place places[PLACES];    /* number i has the id i */
	uint64_t chance;
	char path[64];
};

static bool add_all(struct sql *sql, void *with)
{
	return search_add_functions(sql, with) && search_add_nearest(sql, NULL);
}

static int open_search(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	fixture->arena = arena_new((size_t)256 << 20);
	fixture->search = search_open();
	fixture->chance = 42;
	snprintf(fixture->path, sizeof fixture->path, "/tmp/shanyu-search-%d.db", (int)getpid());
	return 0;
}

static int close_search(void **state)
{
	struct fixture *fixture = *state;

	search_close(fixture->search);
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

static int set_up(void **state)
{
	struct fixture *fixture = *state;
	struct sql_opening opening = { .address = fixture->path, .mode = SQL_SCRATCH, .extend = add_all, .with = fixture->search };
	const char *problem = "";

	unlink(fixture->path);
	fixture->sql = sql_open(&opening, fixture->arena, &problem);
	return !fixture->sql || !sql_script(fixture->sql, tables) || !sql_prepare(fixture->sql, packs);
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	search_forget_phrases(fixture->search);
	sql_close(fixture->sql);
	unlink(fixture->path);
	unlink(arena_format(fixture->arena, "%s-journal", fixture->path));
	arena_sweep(fixture->arena);
	return 0;
}

/* 0 to 1, the same in every run. */
static double chance(struct fixture *fixture)
{
	fixture->chance = fixture->chance * 6364136223846793005u + 1442695040888963407u;
	return (double)(fixture->chance >> 11) / (double)(UINT64_C(1) << 53);
}

/* Along the great circle: not the formula under test. */
static double metres_between(double lat, double lon, double other_lat, double other_lon)
{
	return distance_metres((struct position){ lat, lon }, (struct position){ other_lat, other_lon });
}

/* Places at random within so many degrees; every third is stale. */
static void scatter(struct fixture *fixture, double lat, double lon, double degrees)
{
	assert_true(sql_begin(fixture->sql));
	for (int i = 0; i < PLACES; i++) {
		struct place *place = &fixture->places[i];
		struct values *values = values_new(fixture->arena);

		*place = (struct place){ lat + (chance(fixture) - 0.5) * degrees, lon + (chance(fixture) - 0.5) * degrees,
			i % 3 ? TODAY + 5 : TODAY - 5 };
		values_put_integer(values, "id", i);
		values_put_real(values, "lat", place->lat);
		values_put_real(values, "lon", place->lon);
		values_put_real(values, "fresh", place->fresh);
		assert_int_equal(sql_do(fixture->sql, &place_add, values), 1);
	}
	assert_true(sql_commit(fixture->sql));
}

static struct rows ask(struct fixture *fixture, struct asked asked)
{
	struct values *values = values_new(fixture->arena);
	struct rows rows;

	values_put_real(values, "lat", asked.lat);
	values_put_real(values, "lon", asked.lon);
	values_put_real(values, "fresh_since", TODAY);
	values_put_real(values, "stale_metres", asked.stale_metres);
	values_put_real(values, "within_metres", asked.within_metres);
	values_put_integer(values, "most", asked.most);
	assert_true(sql_list(fixture->sql, &nearest, values, fixture->arena, PLACES, &rows));
	return rows;
}

static double metres_to(const struct fixture *fixture, struct asked asked, int64_t id)
{
	return metres_between(asked.lat, asked.lon, fixture->places[id].lat, fixture->places[id].lon);
}

static double rank_of(const struct fixture *fixture, struct asked asked, int64_t id)
{
	return metres_to(fixture, asked, id) + (fixture->places[id].fresh < TODAY ? asked.stale_metres : 0);
}

static int by_size(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

/* Row for row the ranks are those that sorting all the places gives, within the slack (metres, and part of the distance). */
static void assert_in_order(struct fixture *fixture, struct asked asked, double part)
{
	struct rows rows = ask(fixture, asked);
	double ranks[PLACES];
	size_t count = 0;

	for (int i = 0; i < PLACES; i++)
		if (asked.within_metres <= 0 || metres_to(fixture, asked, i) <= asked.within_metres)
			ranks[count++] = rank_of(fixture, asked, i);
	qsort(ranks, count, sizeof *ranks, by_size);
	if ((size_t)asked.most < count)
		count = (size_t)asked.most;
	assert_true(rows.count + 1 >= count && rows.count <= count + 1);
	for (size_t i = 0; i < rows.count && i < count; i++) {
		double off = fabs(rank_of(fixture, asked, values_integer(&rows.at[i], "id")) - ranks[i]);

		if (off > SLACK_METRES + ranks[i] * part)
			fail_msg("row %zu is %.1f m from where it belongs (%.0f m)", i, off, ranks[i]);
	}
}

static void all_places_come_once(void **state)
{
	struct fixture *fixture = *state;
	bool seen[PLACES] = { false };
	struct rows rows;

	scatter(fixture, 31.25, 121.4, 0.2);
	rows = ask(fixture, (struct asked){ 31.25, 121.4, 0, 0, PLACES });
	assert_int_equal(rows.count, PLACES);
	for (size_t i = 0; i < rows.count; i++) {
		int64_t id = values_integer(&rows.at[i], "id");

		assert_false(seen[id]);
		seen[id] = true;
	}
}

static void places_come_nearest_first(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	for (int i = 0; i < 20; i++)
		assert_in_order(fixture, (struct asked){ 31.15 + chance(fixture) * 0.2, 121.3 + chance(fixture) * 0.2, 0, 0,
			PLACES }, 0);
}

static void the_first_page_is_that_of_all(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	for (int i = 0; i < 20; i++)
		assert_in_order(fixture, (struct asked){ 31.15 + chance(fixture) * 0.2, 121.3 + chance(fixture) * 0.2, 500,
			0, 20 }, 0);
}

static void what_is_stale_counts_as_further_away(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	for (int i = 0; i < 20; i++)
		assert_in_order(fixture, (struct asked){ 31.15 + chance(fixture) * 0.2, 121.3 + chance(fixture) * 0.2, 1500,
			0, PLACES }, 0);
}

static void with_a_penalty_beyond_all_distances_everything_fresh_comes_first(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;
	bool stale = false;

	scatter(fixture, 31.25, 121.4, 0.2);
	rows = ask(fixture, (struct asked){ 31.25, 121.4, 1000000, 0, PLACES });
	for (size_t i = 0; i < rows.count; i++) {
		bool now = fixture->places[values_integer(&rows.at[i], "id")].fresh < TODAY;

		assert_false(stale && !now);
		stale = now;
	}
	assert_true(stale);
}

static void places_beyond_the_limit_are_left_out(void **state)
{
	struct fixture *fixture = *state;
	struct asked asked = { 31.25, 121.4, 0, 3000, PLACES };
	bool seen[PLACES] = { false };
	struct rows rows;

	scatter(fixture, 31.25, 121.4, 0.2);
	rows = ask(fixture, asked);
	assert_true(rows.count > 20 && rows.count < PLACES / 2);
	for (size_t i = 0; i < rows.count; i++)
		seen[values_integer(&rows.at[i], "id")] = true;
	for (int i = 0; i < PLACES; i++) {
		if (metres_to(fixture, asked, i) < asked.within_metres - SLACK_METRES)
			assert_true(seen[i]);
		if (metres_to(fixture, asked, i) > asked.within_metres + SLACK_METRES)
			assert_false(seen[i]);
	}
}

static void the_limit_is_measured_without_the_penalty(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	assert_int_equal(ask(fixture, (struct asked){ 31.25, 121.4, 100000, 3000, PLACES }).count,
		ask(fixture, (struct asked){ 31.25, 121.4, 0, 3000, PLACES }).count);
	assert_in_order(fixture, (struct asked){ 31.25, 121.4, 1000, 3000, PLACES }, 0);
}

static void within_a_limit_of_nothing_there_is_nothing(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	assert_int_equal(ask(fixture, (struct asked){ 30, 120, 0, 1000, PLACES }).count, 0);
}

static void someone_outside_of_the_district_gets_the_same_order(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	assert_in_order(fixture, (struct asked){ 31.9, 121.0, 500, 0, PLACES }, 0.001);
	assert_in_order(fixture, (struct asked){ 30.7, 122.1, 500, 0, PLACES }, 0.001);
}

static void a_whole_province_is_in_order_too(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 4);
	for (int i = 0; i < 10; i++)
		assert_in_order(fixture, (struct asked){ 29.25 + chance(fixture) * 4, 119.4 + chance(fixture) * 4, 5000, 0,
			PLACES }, 0.003);
}

static void the_south_and_the_far_north_are_in_order_too(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, -33.9, 151.2, 0.5);
	assert_in_order(fixture, (struct asked){ -33.8, 151.0, 500, 0, PLACES }, 0.001);
	assert_true(sql_script(fixture->sql, "delete from place"));
	scatter(fixture, 65, 25.5, 0.5);
	assert_in_order(fixture, (struct asked){ 65.1, 25.4, 500, 0, PLACES }, 0.001);
}

static void a_question_with_too_few_numbers_is_a_failure(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	scatter(fixture, 31.25, 121.4, 0.2);
	assert_false(sql_list(fixture->sql, &nearest_of_too_little, NULL, fixture->arena, PLACES, &rows));
}

static void a_tree_of_another_shape_is_a_failure(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	assert_true(sql_script(fixture->sql, "insert into other values (1, 31, 31)"));
	assert_false(sql_list(fixture->sql, &nearest_of_another_tree, NULL, fixture->arena, PLACES, &rows));
}

/* Words. */

static const char *text_of(struct fixture *fixture, const struct query *query, const char *text)
{
	struct values *values = values_new(fixture->arena), *row;

	values_put_text(values, "text", text);
	assert_int_equal(sql_row(fixture->sql, query, values, fixture->arena, &row), SQL_FOUND);
	return row->at[0].kind == VALUE_TEXT ? row->at[0].text : NULL;
}

static void words_index_gives_what_the_words_give(void **state)
{
	struct fixture *fixture = *state;
	static const char *const texts[] = { "春苗托育园 2号", "", "Shanghai", "长寿路" };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_string_equal(text_of(fixture, &words_of, texts[i]),
			words_index(search_words(fixture->search), fixture->arena, &texts[i], 1));
	assert_non_null(strstr(text_of(fixture, &words_of, "春苗"), "chunmiao"));
}

static void words_of_nothing_are_none(void **state)
{
	assert_string_equal(text_of(*state, &words_of, NULL), "");
	assert_string_equal(text_of(*state, &pinyin_of, NULL), "");
}

static void words_pinyin_gives_syllables(void **state)
{
	assert_string_equal(text_of(*state, &pinyin_of, "普陀"), "pu tuo");
}

static void what_was_indexed_is_found_by_what_is_typed(void **state)
{
	struct fixture *fixture = *state;
	static const char *const typed[] = { "苗托", "chunmiao", "cmty", "春" };
	struct values *values = values_new(fixture->arena);
	struct rows rows;

	values_put_integer(values, "id", 1);
	values_put_text(values, "text", "春苗托育园");
	assert_int_equal(sql_do(fixture->sql, &word_add, values), 1);
	values_put_integer(values, "id", 2);
	values_put_text(values, "text", "绿地幼儿园");
	assert_int_equal(sql_do(fixture->sql, &word_add, values), 1);
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		values_put_text(values, "match", words_query(search_words(fixture->search), fixture->arena, typed[i]));
		assert_true(sql_list(fixture->sql, &word_find, values, fixture->arena, 10, &rows));
		assert_int_equal(rows.count, 1);
		assert_int_equal(values_integer(&rows.at[0], "id"), 1);
	}
}

static void a_phrase_changes_the_reading_until_it_is_forgotten(void **state)
{
	struct fixture *fixture = *state;
	const char *usual = text_of(fixture, &pinyin_of, "长寿路");

	search_phrase(fixture->search, "长寿", "chang shou");
	assert_string_equal(text_of(fixture, &pinyin_of, "长寿路"), "chang shou lu");
	search_phrase(fixture->search, "长寿", "zhang shou");
	assert_string_equal(text_of(fixture, &pinyin_of, "长寿路"), "zhang shou lu");
	search_forget_phrases(fixture->search);
	assert_string_equal(text_of(fixture, &pinyin_of, "长寿路"), usual);
}

static void a_phrase_that_does_not_fit_changes_nothing(void **state)
{
	struct fixture *fixture = *state;

	search_phrase(fixture->search, "普陀", "pu");
	search_phrase(fixture->search, "", "");
	assert_string_equal(text_of(fixture, &pinyin_of, "普陀"), "pu tuo");
}

static void a_text_that_is_not_utf8_has_no_words(void **state)
{
	assert_string_equal(text_of(*state, &words_of, "\xFF\xFE"), "");
	assert_string_equal(text_of(*state, &pinyin_of, "\xE9\x95"), "");
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(all_places_come_once),
		sentence(places_come_nearest_first),
		sentence(the_first_page_is_that_of_all),
		sentence(what_is_stale_counts_as_further_away),
		sentence(with_a_penalty_beyond_all_distances_everything_fresh_comes_first),
		sentence(places_beyond_the_limit_are_left_out),
		sentence(the_limit_is_measured_without_the_penalty),
		sentence(within_a_limit_of_nothing_there_is_nothing),
		sentence(someone_outside_of_the_district_gets_the_same_order),
		sentence(a_whole_province_is_in_order_too),
		sentence(the_south_and_the_far_north_are_in_order_too),
		sentence(a_question_with_too_few_numbers_is_a_failure),
		sentence(a_tree_of_another_shape_is_a_failure),
		sentence(words_index_gives_what_the_words_give),
		sentence(words_of_nothing_are_none),
		sentence(words_pinyin_gives_syllables),
		sentence(what_was_indexed_is_found_by_what_is_typed),
		sentence(a_phrase_changes_the_reading_until_it_is_forgotten),
		sentence(a_phrase_that_does_not_fit_changes_nothing),
		sentence(a_text_that_is_not_utf8_has_no_words),
	};

	return cmocka_run_group_tests(tests, open_search, close_search);
}
