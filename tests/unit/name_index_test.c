/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/find/name_index.h promises. */
#include "lib/find/name_index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct name_index *index_of(struct arena *arena, const char *const *names)
{
	struct name_index *index = name_index_new(arena);

	for (int32_t i = 0; names[i]; i++)
		name_index_add(index, names[i], i);
	name_index_seal(index);
	return index;
}

static void finds_every_name_that_a_text_begins_with(void **state)
{
	static const char *const names[] = { "长寿", "长寿路", "长寿路街道", "真如", "寿路", NULL };
	struct arena *arena = arena_new(1 << 20);
	struct name_index *index = index_of(arena, names);
	struct name_hit hits[8];
	const char *text = "长寿路边";

	(void)state;
	assert_int_equal(name_index_starts(index, text, strlen(text), hits, 8), 2);
	assert_int_equal(hits[0].size, strlen("长寿"));
	assert_int_equal(name_index_value(index, hits[0].from), 0);
	assert_int_equal(hits[1].size, strlen("长寿路"));
	assert_int_equal(name_index_value(index, hits[1].from), 1);
	assert_int_equal(name_index_starts(index, "路边", strlen("路边"), hits, 8), 0);
	/* No further than the text goes. */
	assert_int_equal(name_index_starts(index, text, strlen("长寿"), hits, 8), 1);
	arena_free(arena);
}

static void gives_all_that_bears_the_same_name(void **state)
{
	static const char *const names[] = { "长寿路", "安远路", "长寿路", NULL };
	struct arena *arena = arena_new(1 << 20);
	struct name_index *index = index_of(arena, names);
	struct name_hit hit = name_index_exactly(index, "长寿路", strlen("长寿路"));

	(void)state;
	assert_int_equal(hit.to - hit.from, 2);
	assert_int_equal(name_index_value(index, hit.from), 0);
	assert_int_equal(name_index_value(index, hit.from + 1), 2);
	hit = name_index_exactly(index, "长寿", strlen("长寿"));
	assert_int_equal(hit.from, hit.to);
	arena_free(arena);
}

static void finds_nothing_in_an_empty_index(void **state)
{
	static const char *const names[] = { NULL };
	struct arena *arena = arena_new(1 << 20);
	struct name_index *index = index_of(arena, names);
	struct name_hit hits[1];
	size_t entries[1];

	(void)state;
	assert_int_equal(name_index_starts(index, "长", strlen("长"), hits, 1), 0);
	assert_int_equal(name_index_near(index, "长", strlen("长"), entries, 1), 0);
	arena_free(arena);
}

static const char *near_of(const struct name_index *index, const char *text)
{
	size_t entries[4];

	return name_index_near(index, text, strlen(text), entries, 4) == 1 ? name_index_name(index, entries[0]) : "";
}

static void finds_what_is_one_slip_away(void **state)
{
	static const char *const names[] = { "长寿路", "changshoulu", "中山北路", "a", NULL };
	struct arena *arena = arena_new(1 << 20);
	struct name_index *index = index_of(arena, names);

	(void)state;
	assert_string_equal(near_of(index, "长寿录"), "长寿路");
	assert_string_equal(near_of(index, "常寿路"), "长寿路");
	assert_string_equal(near_of(index, "长路"), "长寿路");
	assert_string_equal(near_of(index, "寿路"), "长寿路");
	assert_string_equal(near_of(index, "长寿"), "长寿路");
	assert_string_equal(near_of(index, "长长寿路"), "长寿路");
	assert_string_equal(near_of(index, "长寿路路"), "长寿路");
	assert_string_equal(near_of(index, "寿长路"), "长寿路");
	assert_string_equal(near_of(index, "changsoulu"), "changshoulu");
	assert_string_equal(near_of(index, "chagnshoulu"), "changshoulu");
	assert_string_equal(near_of(index, "中山路"), "中山北路");
	/* The name itself and what has two slips are not near. */
	assert_string_equal(near_of(index, "长寿路"), "");
	assert_string_equal(near_of(index, "常寿录"), "");
	assert_string_equal(near_of(index, "路寿长"), "");
	arena_free(arena);
}

static void takes_many_names_and_leaves_out_what_is_too_long(void **state)
{
	struct arena *arena = arena_new(1 << 24);
	struct name_index *index = name_index_new(arena);
	char name[200];

	(void)state;
	for (int32_t i = 0; i < 5000; i++) {
		snprintf(name, sizeof name, "name%d", i);
		name_index_add(index, name, i);
	}
	memset(name, 'x', sizeof name);
	name[NAME_MOST_CHARACTERS + 1] = '\0';
	name_index_add(index, name, 1);
	name_index_add(index, "", 1);
	name_index_seal(index);
	assert_int_equal(name_index_count(index), 5000);
	for (int32_t i = 0; i < 5000; i++) {
		struct name_hit hit;

		snprintf(name, sizeof name, "name%d", i);
		hit = name_index_exactly(index, name, strlen(name));
		assert_int_equal(hit.to - hit.from, 1);
		assert_int_equal(name_index_value(index, hit.from), i);
	}
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_every_name_that_a_text_begins_with),
		cmocka_unit_test(gives_all_that_bears_the_same_name),
		cmocka_unit_test(finds_nothing_in_an_empty_index),
		cmocka_unit_test(finds_what_is_one_slip_away),
		cmocka_unit_test(takes_many_names_and_leaves_out_what_is_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
