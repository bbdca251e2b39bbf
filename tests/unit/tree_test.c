/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/find/tree.h promises, held against measuring every distance. */
#include "lib/find/tree.h"

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
#include <sqlite3.h>

#include "rules/facilities/coordinates.h"

#define PLACES 4000 /* a node has at most 51 cells: three levels */
#define TODAY 20000
/* The tree keeps 32-bit coordinates: within a metre. */
#define SLACK_METRES 2.0
#define MANY_NODES 512 /* more than the tree has */
#define FEW_NODES 4

static const char table[] = "create virtual table place using rtree(id, lat_from, lat_to, lon_from, lon_to, fresh_from, fresh_to);";

#define QUERY(word, rows, text) static const struct query word = { #word, "queries/test.sql", rows, text }

QUERY(place_add, QUERY_NONE, "insert into place values (:id, :lat, :lat, :lon, :lon, :fresh, :fresh)");
QUERY(node, QUERY_MAYBE, "select data from place_node where nodeno = :number");
QUERY(tree_depth, QUERY_ONE,
      "select rtreedepth(data) as depth, (select count(*) from place_node) as nodes from place_node where nodeno = 1");

static const struct query *const queries[] = { &place_add, &node, &tree_depth };
static const struct query_pack pack = { queries, sizeof queries / sizeof *queries };
static const struct query_pack *const packs[] = { &pack, NULL };

struct place {
	double lat, lon, fresh;
};

struct fixture {
	struct arena *arena;
	struct sql *sql;
	struct tree *tree; /* that keeps many nodes */
	size_t count;
	struct place places[PLACES]; /* number i has the id i */
	struct tree_found found[PLACES], again[PLACES];
	uint64_t chance;
	char path[64];
};

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);
	struct sql_opening opening = { .address = fixture->path, .mode = SQL_SCRATCH };
	const char *problem = "";

	*state = fixture;
	fixture->arena = arena_new((size_t)256 << 20);
	fixture->chance = 42;
	snprintf(fixture->path, sizeof fixture->path, "/tmp/shanyu-tree-%d.db", (int)getpid());
	unlink(fixture->path);
	fixture->sql = sql_open(&opening, fixture->arena, &problem);
	if (!fixture->sql || !sql_script(fixture->sql, table) || !sql_prepare(fixture->sql, packs))
		return -1;
	/* So that nodes can be damaged. */
	if (sqlite3_db_config(sql_sqlite_handle(fixture->sql), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL) != SQLITE_OK)
		return -1;
	fixture->tree = tree_new(fixture->sql, &node, MANY_NODES, fixture->arena);
	return 0;
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

static void add(struct fixture *fixture, size_t id)
{
	const struct place *place = &fixture->places[id];
	struct values *values = values_new(fixture->arena);

	values_put_integer(values, "id", (int64_t)id);
	values_put_real(values, "lat", place->lat);
	values_put_real(values, "lon", place->lon);
	values_put_real(values, "fresh", place->fresh);
	assert_int_equal(sql_do(fixture->sql, &place_add, values), 1);
}

static void assert_three_levels(struct fixture *fixture)
{
	struct values *row;

	assert_int_equal(sql_row(fixture->sql, &tree_depth, NULL, fixture->arena, &row), SQL_FOUND);
	assert_int_equal(values_integer(row, "depth"), 2);
	assert_in_range(values_integer(row, "nodes"), 10 * FEW_NODES, MANY_NODES);
}

/* Places at random within so many degrees; every third is stale. */
static void scatter(struct fixture *fixture, double lat, double lon, double degrees)
{
	assert_true(sql_begin(fixture->sql));
	for (size_t i = 0; i < PLACES; i++) {
		fixture->places[i] = (struct place){ lat + (chance(fixture) - 0.5) * degrees,
						     lon + (chance(fixture) - 0.5) * degrees, i % 3 ? TODAY + 5 : TODAY - 5 };
		add(fixture, i);
	}
	assert_true(sql_commit(fixture->sql));
	fixture->count = PLACES;
	assert_three_levels(fixture);
}

static struct nearest asked(double lat, double lon, double stale_metres, double within_metres)
{
	struct nearest nearest = {
		.lat = lat, .lon = lon, .fresh_since = TODAY, .stale_metres = stale_metres, .within_metres = within_metres
	};

	nearest_prepare(&nearest);
	return nearest;
}

static struct nearest asked_somewhere(struct fixture *fixture, double stale_metres)
{
	double lat = 31.15 + chance(fixture) * 0.2, lon = 121.3 + chance(fixture) * 0.2;

	return asked(lat, lon, stale_metres, 0);
}

static size_t found_by(struct fixture *fixture, struct tree *tree, const struct nearest *nearest, struct tree_found *found,
		       size_t most)
{
	size_t count = PLACES + 1;

	assert_true(tree_find(tree, nearest, found, most, &count, fixture->arena));
	assert_true(count <= most);
	return count;
}

static size_t find(struct fixture *fixture, const struct nearest *nearest, size_t most)
{
	return found_by(fixture, fixture->tree, nearest, fixture->found, most);
}

static bool can_be_read(struct fixture *fixture, struct tree *tree)
{
	struct nearest nearest = asked(31.25, 121.4, 0, 0);
	size_t count;

	return tree_find(tree, &nearest, fixture->found, 20, &count, fixture->arena);
}

static double metres_to(const struct fixture *fixture, const struct nearest *nearest, size_t id)
{
	return metres_between(nearest->lat, nearest->lon, fixture->places[id].lat, fixture->places[id].lon);
}

static double rank_of(const struct fixture *fixture, const struct nearest *nearest, size_t id)
{
	return metres_to(fixture, nearest, id) + (fixture->places[id].fresh < TODAY ? nearest->stale_metres : 0);
}

static int by_size(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

static void assert_close(double is, double should, double part)
{
	if (!(fabs(is - should) <= SLACK_METRES + should * part))
		fail_msg("%.1f m instead of %.1f m", is, should);
}

/* One found: where its place is, and behind the one before it. */
static void assert_found_well(const struct fixture *fixture, const struct nearest *nearest, size_t at, double part)
{
	const struct tree_found *found = &fixture->found[at];
	const struct place *place = &fixture->places[found->id];

	assert_in_range(found->id, 0, fixture->count - 1);
	assert_true(metres_between(found->lat, found->lon, place->lat, place->lon) < 1);
	assert_close(found->rank, rank_of(fixture, nearest, (size_t)found->id), part);
	if (at)
		assert_true(found[-1].rank < found->rank || (found[-1].rank <= found->rank && found[-1].id < found->id));
}

/* Rank for rank what sorting all the places gives, within the slack (metres, and part of the distance). */
static void assert_in_order(struct fixture *fixture, const struct nearest *nearest, size_t most, double part)
{
	size_t found = find(fixture, nearest, most), count = 0;
	double ranks[PLACES];

	for (size_t i = 0; i < fixture->count; i++)
		if (nearest->within_metres <= 0 || metres_to(fixture, nearest, i) <= nearest->within_metres)
			ranks[count++] = rank_of(fixture, nearest, i);
	qsort(ranks, count, sizeof *ranks, by_size);
	if (most < count)
		count = most;
	assert_true(nearest->within_metres > 0 ? found + 1 >= count && found <= count + 1 : found == count);
	for (size_t i = 0; i < found && i < count; i++) {
		assert_found_well(fixture, nearest, i, part);
		assert_close(fixture->found[i].rank, ranks[i], part);
	}
}

static void assert_same(const struct tree_found *one, const struct tree_found *other, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(one[i].id, other[i].id);
		assert_memory_equal(&one[i], &other[i], sizeof *one);
	}
}

static void all_places_come_once(void **state)
{
	struct fixture *fixture = *state;
	struct nearest nearest = asked(31.25, 121.4, 0, 0);
	bool seen[PLACES] = { false };

	scatter(fixture, 31.25, 121.4, 0.2);
	assert_int_equal(find(fixture, &nearest, PLACES), PLACES);
	for (size_t i = 0; i < PLACES; i++) {
		assert_false(seen[fixture->found[i].id]);
		seen[fixture->found[i].id] = true;
	}
}

static void places_come_nearest_first(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	for (int i = 0; i < 20; i++) {
		struct nearest nearest = asked_somewhere(fixture, 0);

		assert_in_order(fixture, &nearest, PLACES, 0);
	}
}

static void the_first_twenty_are_those_of_all(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	for (int i = 0; i < 20; i++) {
		struct nearest nearest = asked_somewhere(fixture, 500);

		assert_in_order(fixture, &nearest, 20, 0);
		found_by(fixture, fixture->tree, &nearest, fixture->again, PLACES);
		assert_same(fixture->found, fixture->again, 20);
	}
}

static void the_nearest_alone_is_the_first_of_all(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	for (int i = 0; i < 20; i++) {
		struct nearest nearest = asked_somewhere(fixture, 500);

		assert_in_order(fixture, &nearest, 1, 0);
	}
}

static void what_is_stale_counts_as_further_away(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	for (int i = 0; i < 20; i++) {
		struct nearest nearest = asked_somewhere(fixture, 1500);

		assert_in_order(fixture, &nearest, PLACES, 0);
	}
}

static void with_a_penalty_beyond_all_distances_everything_fresh_comes_first(void **state)
{
	struct fixture *fixture = *state;
	struct nearest nearest = asked(31.25, 121.4, 1000000, 0);
	bool stale = false;

	scatter(fixture, 31.25, 121.4, 0.2);
	assert_int_equal(find(fixture, &nearest, PLACES), PLACES);
	for (size_t i = 0; i < PLACES; i++) {
		bool now = fixture->places[fixture->found[i].id].fresh < TODAY;

		assert_false(stale && !now);
		stale = now;
	}
	assert_true(stale);
}

static void places_beyond_the_limit_are_left_out(void **state)
{
	struct fixture *fixture = *state;
	struct nearest nearest = asked(31.25, 121.4, 0, 3000);
	bool seen[PLACES] = { false };
	size_t count;

	scatter(fixture, 31.25, 121.4, 0.2);
	count = find(fixture, &nearest, PLACES);
	assert_in_range(count, 20, PLACES / 2);
	for (size_t i = 0; i < count; i++)
		seen[fixture->found[i].id] = true;
	for (size_t i = 0; i < PLACES; i++) {
		if (metres_to(fixture, &nearest, i) < nearest.within_metres - SLACK_METRES)
			assert_true(seen[i]);
		if (metres_to(fixture, &nearest, i) > nearest.within_metres + SLACK_METRES)
			assert_false(seen[i]);
	}
}

static void the_limit_is_measured_without_the_penalty(void **state)
{
	struct fixture *fixture = *state;
	struct nearest plain = asked(31.25, 121.4, 0, 3000), penalized = asked(31.25, 121.4, 100000, 3000);
	struct nearest page = asked(31.25, 121.4, 1000, 3000);

	scatter(fixture, 31.25, 121.4, 0.2);
	assert_int_equal(find(fixture, &penalized, PLACES), find(fixture, &plain, PLACES));
	assert_in_order(fixture, &page, PLACES, 0);
	assert_in_order(fixture, &page, 20, 0);
}

static void within_a_limit_of_nothing_there_is_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct nearest nearest = asked(30, 120, 0, 1000);

	scatter(fixture, 31.25, 121.4, 0.2);
	assert_int_equal(find(fixture, &nearest, 20), 0);
}

static void someone_outside_of_the_district_gets_the_same_order(void **state)
{
	struct fixture *fixture = *state;
	struct nearest north_west = asked(31.9, 121.0, 500, 0), south_east = asked(30.7, 122.1, 500, 0);

	scatter(fixture, 31.25, 121.4, 0.2);
	assert_in_order(fixture, &north_west, PLACES, 0.001);
	assert_in_order(fixture, &north_west, 20, 0.001);
	assert_in_order(fixture, &south_east, PLACES, 0.001);
	assert_in_order(fixture, &south_east, 20, 0.001);
}

static void the_south_is_in_order_too(void **state)
{
	struct fixture *fixture = *state;
	struct nearest nearest = asked(-33.8, 151.0, 500, 0);

	scatter(fixture, -33.9, 151.2, 0.5);
	assert_in_order(fixture, &nearest, PLACES, 0.001);
	assert_in_order(fixture, &nearest, 20, 0.001);
}

static void the_far_north_is_in_order_too(void **state)
{
	struct fixture *fixture = *state;
	struct nearest nearest = asked(65.1, 25.4, 500, 0);

	scatter(fixture, 65, 25.5, 0.5);
	assert_in_order(fixture, &nearest, PLACES, 0.001);
	assert_in_order(fixture, &nearest, 20, 0.001);
}

/* Entries at the very same place, added from the last id to the first; the even ones are stale. */
static void heap_up(struct fixture *fixture, double lat, double lon)
{
	assert_true(sql_begin(fixture->sql));
	for (size_t id = PLACES; id-- > 0;) {
		fixture->places[id] = (struct place){ lat, lon, id % 2 ? TODAY + 5 : TODAY - 5 };
		add(fixture, id);
	}
	assert_true(sql_commit(fixture->sql));
	fixture->count = PLACES;
	assert_three_levels(fixture);
}

/* The first twenty: from this id, so many apart. */
static void assert_by_ids(struct fixture *fixture, struct nearest nearest, int64_t first, int64_t step)
{
	assert_int_equal(find(fixture, &nearest, 20), 20);
	for (int64_t i = 0; i < 20; i++)
		assert_int_equal(fixture->found[i].id, first + i * step);
}

static void entries_at_the_very_same_place_come_by_their_ids(void **state)
{
	struct fixture *fixture = *state;

	heap_up(fixture, 31.2345, 121.4567);
	assert_by_ids(fixture, asked(31.2345, 121.4567, 0, 0), 0, 1);
	for (int i = 0; i < 200; i++) {
		assert_by_ids(fixture, asked_somewhere(fixture, 0), 0, 1);
		assert_by_ids(fixture, asked_somewhere(fixture, 1234.567), 1, 2);
	}
}

/* Its sides are not rounded: the boxes around it are as far as it is. */
static void so_they_do_where_boxes_are_no_larger_than_the_place(void **state)
{
	struct fixture *fixture = *state;

	heap_up(fixture, 31.25, 121.5);
	assert_by_ids(fixture, asked(31.25, 121.5, 0, 0), 0, 1);
	for (int i = 0; i < 200; i++) {
		assert_by_ids(fixture, asked(31.25, 121.3 + chance(fixture) * 0.2, 0, 0), 0, 1);
		assert_by_ids(fixture, asked(31.15 + chance(fixture) * 0.2, 121.5, 0, 0), 0, 1);
		assert_by_ids(fixture, asked(31.15 + chance(fixture) * 0.2, 121.5, 1234.567, 0), 1, 2);
	}
}

static void of_the_very_same_place_the_fresh_come_by_id_before_the_stale(void **state)
{
	struct fixture *fixture = *state;
	struct nearest nearest = asked(31.3, 121.4, 500, 0);

	heap_up(fixture, 31.2345, 121.4567);
	assert_int_equal(find(fixture, &nearest, PLACES), PLACES);
	for (size_t i = 0; i < PLACES; i++)
		assert_int_equal(fixture->found[i].id, i < PLACES / 2 ? 2 * i + 1 : 2 * (i - PLACES / 2));
}

static void asked_twice_the_answer_is_the_same(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	for (int i = 0; i < 20; i++) {
		struct nearest nearest = asked_somewhere(fixture, 500);

		find(fixture, &nearest, 100);
		found_by(fixture, fixture->tree, &nearest, fixture->again, 100);
		assert_same(fixture->found, fixture->again, 100);
	}
}

static void nodes_that_are_kept_are_read_no_more(void **state)
{
	struct fixture *fixture = *state;
	struct nearest nearest = asked(31.25, 121.4, 500, 0);

	scatter(fixture, 31.25, 121.4, 0.2);
	find(fixture, &nearest, 20);
	assert_true(sql_script(fixture->sql, "delete from place_node"));
	assert_int_equal(found_by(fixture, fixture->tree, &nearest, fixture->again, 20), 20);
	assert_same(fixture->found, fixture->again, 20);
}

static void a_reader_that_keeps_few_nodes_gives_the_same_answers(void **state)
{
	struct fixture *fixture = *state;
	struct tree *few = tree_new(fixture->sql, &node, FEW_NODES, fixture->arena);

	scatter(fixture, 31.25, 121.4, 0.2);
	for (int i = 0; i < 20; i++) {
		struct nearest nearest = asked_somewhere(fixture, 500);
		size_t most = i % 2 ? 20 : PLACES;

		find(fixture, &nearest, most);
		for (int time = 0; time < 2; time++) {
			assert_int_equal(found_by(fixture, few, &nearest, fixture->again, most), most);
			assert_same(fixture->found, fixture->again, most);
		}
	}
	assert_true(sql_script(fixture->sql, "delete from place_node"));
	assert_false(can_be_read(fixture, few));
}

static void an_empty_tree_gives_none(void **state)
{
	struct fixture *fixture = *state;
	struct nearest nearest = asked(31.25, 121.4, 500, 0), limited = asked(31.25, 121.4, 500, 3000);

	assert_int_equal(find(fixture, &nearest, 20), 0);
	assert_int_equal(find(fixture, &limited, 20), 0);
}

static void a_tree_of_one_entry_gives_it(void **state)
{
	struct fixture *fixture = *state;
	struct nearest nearest = asked(31.25, 121.4, 500, 0);

	fixture->places[0] = (struct place){ 31.2, 121.3, TODAY - 5 };
	add(fixture, 0);
	fixture->count = 1;
	assert_in_order(fixture, &nearest, 20, 0);
}

/* A tree with these damages done to it is not read, and not the second time either. */
static void assert_refused(struct fixture *fixture, const char *damages)
{
	scatter(fixture, 31.25, 121.4, 0.2);
	assert_true(sql_script(fixture->sql, damages));
	assert_false(can_be_read(fixture, fixture->tree));
	assert_false(can_be_read(fixture, fixture->tree));
}

static void a_root_that_is_missing_is_refused(void **state)
{
	assert_refused(*state, "delete from place_node where nodeno = 1");
}

static void a_root_of_no_bytes_is_refused(void **state)
{
	assert_refused(*state, "update place_node set data = x'' where nodeno = 1");
}

static void a_root_without_its_whole_head_is_refused(void **state)
{
	assert_refused(*state, "update place_node set data = x'000200' where nodeno = 1");
}

static void a_root_cut_off_within_a_cell_is_refused(void **state)
{
	assert_refused(*state, "update place_node set data = substr(data, 1, 4 + 32 + 31) where nodeno = 1");
}

static void a_root_of_more_cells_than_a_node_holds_is_refused(void **state)
{
	assert_refused(*state, "update place_node set data = cast(x'00020034' || zeroblob(4 + 52 * 32) as blob) where nodeno = 1");
}

static void a_root_that_is_not_bytes_is_refused(void **state)
{
	assert_refused(*state, "update place_node set data = 'a root' where nodeno = 1");
	assert_true(sql_script(((struct fixture *)*state)->sql, "update place_node set data = null where nodeno = 1"));
	assert_false(can_be_read(*state, ((struct fixture *)*state)->tree));
}

static void a_root_deeper_than_any_tree_is_refused(void **state)
{
	assert_refused(*state, "update place_node set data = cast(x'7fff' || substr(data, 3) as blob) where nodeno = 1");
}

static void a_root_that_names_no_nodes_is_refused(void **state)
{
	assert_refused(*state, "update place_node set data = cast(x'00020033' || zeroblob(51 * 32) as blob) where nodeno = 1");
}

static void nodes_below_the_root_cut_off_are_refused(void **state)
{
	assert_refused(*state, "update place_node set data = substr(data, 1, 100) where nodeno <> 1");
}

static void nodes_below_the_root_that_are_missing_are_refused(void **state)
{
	assert_refused(*state, "delete from place_node where nodeno <> 1");
}

static void nodes_of_noise_do_no_harm(void **state)
{
	struct fixture *fixture = *state;

	scatter(fixture, 31.25, 121.4, 0.2);
	for (int i = 0; i < 20; i++) {
		struct tree *tree = tree_new(fixture->sql, &node, FEW_NODES, fixture->arena);

		assert_true(sql_script(fixture->sql,
				       i % 2 ? "update place_node set data = randomblob(1636)"
					     : "update place_node set data = cast(x'00020020' || randomblob(1632) as blob)"));
		assert_false(can_be_read(fixture, tree));
	}
}

static void what_was_damaged_and_is_whole_again_is_read(void **state)
{
	struct fixture *fixture = *state;

	assert_refused(fixture,
		       "create table kept_aside as select * from place_node; update place_node set data = x'00' where nodeno <> 1");
	assert_true(sql_script(
		fixture->sql, "delete from place_node; insert into place_node (nodeno, data) select nodeno, data from kept_aside"));
	assert_true(can_be_read(fixture, fixture->tree));
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(all_places_come_once),
		sentence(places_come_nearest_first),
		sentence(the_first_twenty_are_those_of_all),
		sentence(the_nearest_alone_is_the_first_of_all),
		sentence(what_is_stale_counts_as_further_away),
		sentence(with_a_penalty_beyond_all_distances_everything_fresh_comes_first),
		sentence(places_beyond_the_limit_are_left_out),
		sentence(the_limit_is_measured_without_the_penalty),
		sentence(within_a_limit_of_nothing_there_is_nothing),
		sentence(someone_outside_of_the_district_gets_the_same_order),
		sentence(the_south_is_in_order_too),
		sentence(the_far_north_is_in_order_too),
		sentence(entries_at_the_very_same_place_come_by_their_ids),
		sentence(so_they_do_where_boxes_are_no_larger_than_the_place),
		sentence(of_the_very_same_place_the_fresh_come_by_id_before_the_stale),
		sentence(asked_twice_the_answer_is_the_same),
		sentence(nodes_that_are_kept_are_read_no_more),
		sentence(a_reader_that_keeps_few_nodes_gives_the_same_answers),
		sentence(an_empty_tree_gives_none),
		sentence(a_tree_of_one_entry_gives_it),
		sentence(a_root_that_is_missing_is_refused),
		sentence(a_root_of_no_bytes_is_refused),
		sentence(a_root_without_its_whole_head_is_refused),
		sentence(a_root_cut_off_within_a_cell_is_refused),
		sentence(a_root_of_more_cells_than_a_node_holds_is_refused),
		sentence(a_root_that_is_not_bytes_is_refused),
		sentence(a_root_deeper_than_any_tree_is_refused),
		sentence(a_root_that_names_no_nodes_is_refused),
		sentence(nodes_below_the_root_cut_off_are_refused),
		sentence(nodes_below_the_root_that_are_missing_are_refused),
		sentence(nodes_of_noise_do_no_harm),
		sentence(what_was_damaged_and_is_whole_again_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
