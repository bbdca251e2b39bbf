/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/fragment.h promises. */
#include "lib/fragment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "lib/arena.h"

#define SLOTS 4                 /* one set: every key is in the same one */
#define BYTES 100000

struct fixture {
	struct hole_value *holes;
	struct arena *arena;
	struct fragments *fragments;
	struct buffer out;
};

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	fixture->arena = arena_new(1024 * 1024);
	fixture->holes = arena_take(fixture->arena, FRAGMENT_HOLES * sizeof *fixture->holes);
	if (sodium_init() < 0)
		return -1;
	fixture->fragments = fragments_new(SLOTS, BYTES);
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	fragments_free(fixture->fragments);
	buffer_free(&fixture->out);
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

static void fill(struct fixture *fixture, int hole, const char *text)
{
	fixture->holes[hole] = (struct hole_value){ .bytes = text, .size = strlen(text) };
}

static const struct fragment *keep(struct fixture *fixture, const char *key, const char *text)
{
	return fragment_keep(fixture->fragments, key, strlen(key), text, strlen(text));
}

static const char *written_part(struct fixture *fixture, const struct fragment *fragment, int part)
{
	assert_non_null(fragment);
	fixture->out.size = 0;
	assert_true(fragment_write(fragment, part, fixture->holes, &fixture->out));
	return arena_text(fixture->arena, fixture->out.bytes, fixture->out.size);
}

static const char *written(struct fixture *fixture, const struct fragment *fragment)
{
	return written_part(fixture, fragment, 0);
}

static const struct fragment *found(const struct fixture *fixture, const char *key)
{
	return fragment_find(fixture->fragments, key, strlen(key));
}

static const char *token(const struct fixture *fixture, int hole)
{
	return fragment_token(fixture->fragments, hole);
}

static void a_piece_without_holes_is_written_as_it_was_kept(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(written(fixture, keep(fixture, "one", "<p>春苗</p>")), "<p>春苗</p>");
	assert_string_equal(written(fixture, found(fixture, "one")), "<p>春苗</p>");
}

static void a_hole_is_filled_where_its_token_stood(void **state)
{
	struct fixture *fixture = *state;

	keep(fixture, "one", arena_format(fixture->arena, "<b>%s</b> of <i>%s</i>", token(fixture, 3), token(fixture, 0)));
	fill(fixture, 3, "2");
	fill(fixture, 0, "40");
	assert_string_equal(written(fixture, found(fixture, "one")), "<b>2</b> of <i>40</i>");
	fill(fixture, 3, "");
	assert_string_equal(written(fixture, found(fixture, "one")), "<b></b> of <i>40</i>");
}

static void holes_may_stand_at_the_ends_and_beside_each_other(void **state)
{
	struct fixture *fixture = *state;

	fill(fixture, 0, "a");
	fill(fixture, 1, "b");
	keep(fixture, "one", arena_format(fixture->arena, "%s%s-%s", token(fixture, 0), token(fixture, 1), token(fixture, 0)));
	assert_string_equal(written(fixture, found(fixture, "one")), "ab-a");
	keep(fixture, "two", token(fixture, 1));
	assert_string_equal(written(fixture, found(fixture, "two")), "b");
}

static void every_hole_has_its_own_value(void **state)
{
	struct fixture *fixture = *state;
	const char *text = "", *expected = "";

	for (int hole = 0; hole < FRAGMENT_HOLES; hole++) {
		fill(fixture, hole, arena_format(fixture->arena, "%d,", hole));
		text = arena_format(fixture->arena, "%s%s", text, token(fixture, hole));
		expected = arena_format(fixture->arena, "%s%d,", expected, hole);
	}
	assert_string_equal(written(fixture, keep(fixture, "one", text)), expected);
}

static void the_parts_of_a_piece_are_written_apart(void **state)
{
	struct fixture *fixture = *state;
	const char *parting = fragment_parting(fixture->fragments);

	fill(fixture, 0, "7");
	keep(fixture, "one", arena_format(fixture->arena, "<li>%s</li>%s<text>%s</text>%s", token(fixture, 0), parting,
					  token(fixture, 0), parting));
	assert_string_equal(written_part(fixture, found(fixture, "one"), 0), "<li>7</li>");
	assert_string_equal(written_part(fixture, found(fixture, "one"), 1), "<text>7</text>");
	assert_string_equal(written_part(fixture, found(fixture, "one"), 2), "");
	assert_string_equal(written_part(fixture, found(fixture, "one"), 3), "");
}

static bool add_twice(void *context, struct buffer *out)
{
	buffer_text(out, context);
	buffer_text(out, context);
	return true;
}

static bool fail_to_add(void *context, struct buffer *out)
{
	buffer_text(out, context);
	return false;
}

static void a_hole_may_fill_itself(void **state)
{
	struct fixture *fixture = *state;
	const struct fragment *piece = keep(fixture, "one", arena_format(fixture->arena, "(%s)", token(fixture, 2)));

	fixture->holes[2] = (struct hole_value){ .fill = add_twice, .context = "ab" };
	assert_string_equal(written(fixture, piece), "(abab)");
	fixture->holes[2] = (struct hole_value){ .fill = fail_to_add, .context = "ab" };
	assert_false(fragment_write(piece, 0, fixture->holes, &fixture->out));
}

static void an_empty_piece_is_kept_too(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(written(fixture, keep(fixture, "one", "")), "");
	assert_non_null(found(fixture, "one"));
}

static void a_token_is_sixteen_small_letters(void **state)
{
	for (int hole = 0; hole < FRAGMENT_HOLES; hole++) {
		assert_int_equal(strlen(token(*state, hole)), 16);
		assert_int_equal(strspn(token(*state, hole), "abcdefghijklmnopqrstuvwxyz"), 16);
	}
}

static void two_stores_have_different_tokens(void **state)
{
	struct fragments *other = fragments_new(SLOTS, BYTES);

	for (int hole = 0; hole < FRAGMENT_HOLES; hole++)
		assert_string_not_equal(token(*state, hole), fragment_token(other, hole));
	fragments_free(other);
}

static void what_looks_like_a_token_of_another_store_is_text(void **state)
{
	struct fixture *fixture = *state;
	struct fragments *other = fragments_new(SLOTS, BYTES);

	fill(fixture, 0, "forged");
	assert_string_equal(written(fixture, keep(fixture, "one", fragment_token(other, 0))), fragment_token(other, 0));
	fragments_free(other);
}

static void a_part_of_a_token_is_text(void **state)
{
	struct fixture *fixture = *state;

	fill(fixture, 0, "filled");
	for (int size = 0; size < 16; size++) {
		const char *part = arena_text(fixture->arena, token(fixture, 0), (size_t)size);

		assert_string_equal(written(fixture, keep(fixture, "one", part)), part);
	}
}

static void a_token_given_in_a_value_is_not_filled_again(void **state)
{
	struct fixture *fixture = *state;

	fill(fixture, 0, token(fixture, 1));
	fill(fixture, 1, "filled twice");
	assert_string_equal(written(fixture, keep(fixture, "one", token(fixture, 0))), token(fixture, 1));
}

static void a_key_never_kept_is_not_found(void **state)
{
	struct fixture *fixture = *state;

	assert_null(found(fixture, "one"));
	keep(fixture, "one", "1");
	assert_null(found(fixture, "two"));
	assert_null(found(fixture, "on"));
	assert_null(found(fixture, "one more"));
}

static void keys_are_bytes_of_any_value(void **state)
{
	struct fixture *fixture = *state;

	fragment_keep(fixture->fragments, "a\0b", 3, "1", 1);
	fragment_keep(fixture->fragments, "a\0c", 3, "2", 1);
	assert_string_equal(written(fixture, fragment_find(fixture->fragments, "a\0b", 3)), "1");
	assert_string_equal(written(fixture, fragment_find(fixture->fragments, "a\0c", 3)), "2");
	assert_null(fragment_find(fixture->fragments, "a\0b", 2));
}

static void the_bytes_kept_are_a_copy(void **state)
{
	struct fixture *fixture = *state;
	char key[] = "one", text[] = "before";

	keep(fixture, key, text);
	memcpy(key, "two", 3);
	memcpy(text, "after!", 6);
	assert_string_equal(written(fixture, found(fixture, "one")), "before");
}

static void a_piece_kept_again_replaces_the_one_before(void **state)
{
	struct fixture *fixture = *state;

	keep(fixture, "one", "before");
	keep(fixture, "two", "2");
	keep(fixture, "one", "after");
	assert_string_equal(written(fixture, found(fixture, "one")), "after");
	assert_string_equal(written(fixture, found(fixture, "two")), "2");
}

static void four_keys_of_one_set_are_kept_side_by_side(void **state)
{
	struct fixture *fixture = *state;
	static const char *const keys[] = { "a", "b", "c", "d" };

	for (int i = 0; i < 4; i++)
		keep(fixture, keys[i], keys[i]);
	for (int i = 0; i < 4; i++)
		assert_string_equal(written(fixture, found(fixture, keys[i])), keys[i]);
}

static void the_oldest_of_a_set_makes_way_for_a_fifth(void **state)
{
	struct fixture *fixture = *state;
	static const char *const keys[] = { "a", "b", "c", "d", "e", "f" };

	for (int i = 0; i < 6; i++)
		keep(fixture, keys[i], keys[i]);
	assert_null(found(fixture, "a"));
	assert_null(found(fixture, "b"));
	for (int i = 2; i < 6; i++)
		assert_non_null(found(fixture, keys[i]));
}

static void pieces_together_never_take_more_than_their_bytes(void **state)
{
	struct fixture *fixture = *state;
	char *third = arena_take(fixture->arena, BYTES / 3 + 1);
	int kept = 0;

	memset(third, 'x', BYTES / 3);
	keep(fixture, "a", third);
	keep(fixture, "b", third);
	keep(fixture, "c", third);
	kept += found(fixture, "a") != NULL;
	kept += found(fixture, "b") != NULL;
	assert_true(kept < 2);
	assert_string_equal(written(fixture, found(fixture, "c")), third);
}

static void only_the_oldest_make_way_for_what_needs_their_bytes(void **state)
{
	struct fixture *fixture = *state;
	char *third = arena_take(fixture->arena, BYTES / 3 + 1);

	memset(third, 'x', BYTES / 3);
	keep(fixture, "a", "1");
	keep(fixture, "b", third);
	keep(fixture, "c", third);
	keep(fixture, "a", "2");
	keep(fixture, "d", third);
	assert_null(found(fixture, "b"));
	assert_string_equal(written(fixture, found(fixture, "c")), third);
	assert_string_equal(written(fixture, found(fixture, "a")), "2");
	assert_string_equal(written(fixture, found(fixture, "d")), third);
}

static void a_piece_that_made_way_gives_its_bytes_back(void **state)
{
	struct fixture *fixture = *state;
	char *fifth = arena_take(fixture->arena, BYTES / 5 + 1);

	memset(fifth, 'x', BYTES / 5);
	for (int i = 0; i < 1000; i++)
		keep(fixture, arena_format(fixture->arena, "%d", i), fifth);
	for (int i = 996; i < 1000; i++)
		assert_non_null(found(fixture, arena_format(fixture->arena, "%d", i)));
}

static void what_was_forgotten_is_not_found(void **state)
{
	struct fixture *fixture = *state;

	keep(fixture, "a", "1");
	keep(fixture, "b", "2");
	fragments_forget(fixture->fragments);
	assert_null(found(fixture, "a"));
	assert_null(found(fixture, "b"));
	keep(fixture, "a", "3");
	assert_string_equal(written(fixture, found(fixture, "a")), "3");
}

static void tokens_stay_the_same_after_forgetting(void **state)
{
	struct fixture *fixture = *state;
	const char *before = arena_copy(fixture->arena, token(fixture, 5));

	fragments_forget(fixture->fragments);
	assert_string_equal(token(fixture, 5), before);
}

static void thousands_of_keys_find_their_own_piece_or_none(void **state)
{
	struct fixture *fixture = *state;
	struct fragments *large = fragments_new(1024, 1024 * 1024);
	int kept = 0;

	for (int key = 0; key < 2000; key++)
		fragment_keep(large, &key, sizeof key, (const char *)&key, sizeof key);
	for (int key = 0; key < 2000; key++) {
		const struct fragment *fragment = fragment_find(large, &key, sizeof key);

		if (!fragment)
			continue;
		kept++;
		fixture->out.size = 0;
		fragment_write(fragment, 0, fixture->holes, &fixture->out);
		assert_int_equal(fixture->out.size, sizeof key);
		assert_memory_equal(fixture->out.bytes, &key, sizeof key);
	}
	assert_in_range(kept, 900, 1024);
	fragments_free(large);
}

static void freeing_no_store_does_nothing(void **state)
{
	(void)state;
	fragments_free(NULL);
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(a_piece_without_holes_is_written_as_it_was_kept),
		sentence(a_hole_is_filled_where_its_token_stood),
		sentence(holes_may_stand_at_the_ends_and_beside_each_other),
		sentence(every_hole_has_its_own_value),
		sentence(the_parts_of_a_piece_are_written_apart),
		sentence(a_hole_may_fill_itself),
		sentence(an_empty_piece_is_kept_too),
		sentence(a_token_is_sixteen_small_letters),
		sentence(two_stores_have_different_tokens),
		sentence(what_looks_like_a_token_of_another_store_is_text),
		sentence(a_part_of_a_token_is_text),
		sentence(a_token_given_in_a_value_is_not_filled_again),
		sentence(a_key_never_kept_is_not_found),
		sentence(keys_are_bytes_of_any_value),
		sentence(the_bytes_kept_are_a_copy),
		sentence(a_piece_kept_again_replaces_the_one_before),
		sentence(four_keys_of_one_set_are_kept_side_by_side),
		sentence(the_oldest_of_a_set_makes_way_for_a_fifth),
		sentence(pieces_together_never_take_more_than_their_bytes),
		sentence(only_the_oldest_make_way_for_what_needs_their_bytes),
		sentence(a_piece_that_made_way_gives_its_bytes_back),
		sentence(what_was_forgotten_is_not_found),
		sentence(tokens_stay_the_same_after_forgetting),
		sentence(thousands_of_keys_find_their_own_piece_or_none),
		sentence(freeing_no_store_does_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
