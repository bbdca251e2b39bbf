/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/fragment.h promises. */
#include "lib/web/fragment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "lib/base/arena.h"

#define SLOTS 4                 /* one set: every key is in the same one */
#define BYTES 100000

struct fixture {
	struct hole_value *holes;
	struct arena *arena;
	struct fragments *fragments;
	struct buffer out;
	struct buffer before;   /* of the parts before the one that is looked at */
};

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	fixture->arena = arena_new(16 * 1024 * 1024);
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
	buffer_free(&fixture->before);
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
	struct buffer *outs[] = { &fixture->before, &fixture->before, &fixture->before, &fixture->before };

	assert_non_null(fragment);
	fixture->out.size = fixture->before.size = 0;
	outs[part] = &fixture->out;
	assert_true(fragment_write_parts(fragment, fixture->holes, outs, (size_t)part + 1));
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
	assert_false(fragment_write(piece, fixture->holes, &fixture->out));
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

/* So many bytes, in common with nothing of another letter. */
static const char *text_of(const struct fixture *fixture, char letter, size_t size)
{
	char *text = arena_take(fixture->arena, size + 1);

	memset(text, letter, size);
	return text;
}

static void pieces_together_never_take_more_than_their_bytes(void **state)
{
	struct fixture *fixture = *state;
	int kept = 0;

	keep(fixture, "a", text_of(fixture, 'A', BYTES / 3));
	keep(fixture, "b", text_of(fixture, 'B', BYTES / 3));
	keep(fixture, "c", text_of(fixture, 'C', BYTES / 3));
	kept += found(fixture, "a") != NULL;
	kept += found(fixture, "b") != NULL;
	assert_true(kept < 2);
	assert_string_equal(written(fixture, found(fixture, "c")), text_of(fixture, 'C', BYTES / 3));
}

static void only_the_oldest_make_way_for_what_needs_their_bytes(void **state)
{
	struct fixture *fixture = *state;

	keep(fixture, "a", "1");
	keep(fixture, "b", text_of(fixture, 'B', BYTES / 3));
	keep(fixture, "c", text_of(fixture, 'C', BYTES / 3));
	keep(fixture, "a", "2");
	keep(fixture, "d", text_of(fixture, 'D', BYTES / 3));
	assert_null(found(fixture, "b"));
	assert_string_equal(written(fixture, found(fixture, "c")), text_of(fixture, 'C', BYTES / 3));
	assert_string_equal(written(fixture, found(fixture, "a")), "2");
	assert_string_equal(written(fixture, found(fixture, "d")), text_of(fixture, 'D', BYTES / 3));
}

static void a_piece_that_made_way_gives_its_bytes_back(void **state)
{
	struct fixture *fixture = *state;
	struct arena_mark mark = arena_mark(fixture->arena);

	for (int i = 0; i < 1000; i++) {
		keep(fixture, arena_format(fixture->arena, "%d", i),
		     arena_format(fixture->arena, "%d%s", i, text_of(fixture, 'x', BYTES / 5)));
		arena_return(fixture->arena, mark);
	}
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
		fragment_write(fragment, fixture->holes, &fixture->out);
		assert_int_equal(fixture->out.size, sizeof key);
		assert_memory_equal(fixture->out.bytes, &key, sizeof key);
	}
	assert_in_range(kept, 900, 1024);
	fragments_free(large);
}

/* Values of a piece. */

/* A text with a value of the piece in it, as it is kept. */
static const char *value(const struct fixture *fixture, const char *text)
{
	return arena_format(fixture->arena, "%s%s%s", fragment_value(fixture->fragments), text, fragment_value_end(fixture->fragments));
}

/* So many bytes that hold no token. */
static char *long_text(const struct fixture *fixture, size_t size)
{
	char *text = arena_take(fixture->arena, size + 1);

	for (size_t i = 0; i < size; i++)
		text[i] = (char)('0' + (i * 7 + i / 100) % 64);
	return text;
}

/* What is kept, and what is written of it. */
static void assert_written(struct fixture *fixture, const char *kept, const char *expected)
{
	assert_string_equal(written(fixture, keep(fixture, "one", kept)), expected);
	assert_string_equal(written(fixture, found(fixture, "one")), expected);
}

static void pieces_that_differ_in_values_only_have_each_its_own(void **state)
{
	struct fixture *fixture = *state;
	static const char *const keys[] = { "a", "b", "c", "d" }, *const names[] = { "春苗", "", "A much longer name than the others have", "春苗" };

	fill(fixture, 0, "7");
	for (int i = 0; i < 4; i++)
		keep(fixture, keys[i], arena_format(fixture->arena, "<li><b>%s</b> is %s minutes away, in the street of %s</li>",
						    value(fixture, names[i]), token(fixture, 0), value(fixture, keys[i])));
	for (int i = 0; i < 4; i++)
		assert_string_equal(written(fixture, found(fixture, keys[i])),
				    arena_format(fixture->arena, "<li><b>%s</b> is 7 minutes away, in the street of %s</li>", names[i], keys[i]));
}

static void pieces_of_the_same_bytes_with_holes_elsewhere_are_not_mixed_up(void **state)
{
	struct fixture *fixture = *state;

	fill(fixture, 0, "-");
	fill(fixture, 1, "+");
	keep(fixture, "a", arena_format(fixture->arena, "on%se and two", token(fixture, 0)));
	keep(fixture, "b", arena_format(fixture->arena, "one and t%swo", token(fixture, 0)));
	keep(fixture, "c", arena_format(fixture->arena, "on%se and two", token(fixture, 1)));
	keep(fixture, "d", arena_format(fixture->arena, "on%se and two", value(fixture, "=")));
	assert_string_equal(written(fixture, found(fixture, "a")), "on-e and two");
	assert_string_equal(written(fixture, found(fixture, "b")), "one and t-wo");
	assert_string_equal(written(fixture, found(fixture, "c")), "on+e and two");
	assert_string_equal(written(fixture, found(fixture, "d")), "on=e and two");
}

static void a_value_may_be_all_there_is(void **state)
{
	struct fixture *fixture = *state;

	assert_written(fixture, value(fixture, "all"), "all");
	assert_written(fixture, value(fixture, ""), "");
}

static void values_may_stand_at_the_start_and_at_the_end(void **state)
{
	struct fixture *fixture = *state;

	assert_written(fixture, arena_format(fixture->arena, "%s in between %s", value(fixture, "first"), value(fixture, "last")),
		       "first in between last");
}

static void values_may_stand_beside_each_other(void **state)
{
	struct fixture *fixture = *state;

	assert_written(fixture, arena_format(fixture->arena, "(%s%s%s)", value(fixture, "a"), value(fixture, ""), value(fixture, "bc")),
		       "(abc)");
}

static void values_may_stand_beside_holes(void **state)
{
	struct fixture *fixture = *state;

	fill(fixture, 0, "0");
	fill(fixture, 1, "1");
	assert_written(fixture, arena_format(fixture->arena, "%s%s%s%s%s", token(fixture, 0), value(fixture, "a"), token(fixture, 1),
					     value(fixture, "b"), token(fixture, 0)),
		       "0a1b0");
	assert_written(fixture, arena_format(fixture->arena, "%s%s%s", value(fixture, "a"), token(fixture, 1), value(fixture, "b")), "a1b");
}

static void values_close_by_and_far_apart_are_written_alike(void **state)
{
	struct fixture *fixture = *state;

	for (size_t apart = 0; apart <= 200; apart++) {
		const char *between = long_text(fixture, apart);

		assert_written(fixture, arena_format(fixture->arena, "<%s%s%s%s%s>", value(fixture, "a"), between, value(fixture, "bb"),
						     between, value(fixture, "a")),
			       arena_format(fixture->arena, "<a%sbb%sa>", between, between));
	}
}

static void values_and_runs_of_every_length_are_written_whole(void **state)
{
	struct fixture *fixture = *state;

	for (size_t size = 0; size <= 200; size++) {
		const char *text = long_text(fixture, size);

		assert_written(fixture, value(fixture, text), text);
		assert_written(fixture, arena_format(fixture->arena, "%s%s", text, value(fixture, text)),
			       arena_format(fixture->arena, "%s%s", text, text));
	}
}

static void a_value_that_comes_again_is_written_again(void **state)
{
	struct fixture *fixture = *state;
	const char *far = long_text(fixture, 100);

	assert_written(fixture, arena_format(fixture->arena, "%s%s%s%s%s", value(fixture, "春苗托育园"), far, value(fixture, "春苗"), far,
					     value(fixture, "春苗托育园")),
		       arena_format(fixture->arena, "春苗托育园%s春苗%s春苗托育园", far, far));
}

static void both_parts_of_a_piece_have_their_values(void **state)
{
	struct fixture *fixture = *state;
	const char *far = long_text(fixture, 100);

	fill(fixture, 0, "7");
	keep(fixture, "one", arena_format(fixture->arena, "<li>%s%s%s</li>%s%s</li>%s<text>%s%s%s</text>%s", value(fixture, "a"), far,
					  value(fixture, "b"), token(fixture, 0), value(fixture, "c"), fragment_parting(fixture->fragments),
					  value(fixture, "a"), far, value(fixture, "d"), value(fixture, "e")));
	assert_string_equal(written_part(fixture, found(fixture, "one"), 0), arena_format(fixture->arena, "<li>a%sb</li>7c</li>", far));
	assert_string_equal(written_part(fixture, found(fixture, "one"), 1), arena_format(fixture->arena, "<text>a%sd</text>e", far));
	assert_string_equal(written_part(fixture, found(fixture, "one"), 2), "");
}

static void values_on_both_sides_of_a_parting_stay_on_their_side(void **state)
{
	struct fixture *fixture = *state;

	keep(fixture, "one", arena_format(fixture->arena, "%s%s%s", value(fixture, "a"), fragment_parting(fixture->fragments), value(fixture, "b")));
	assert_string_equal(written_part(fixture, found(fixture, "one"), 0), "a");
	assert_string_equal(written_part(fixture, found(fixture, "one"), 1), "b");
}

static void a_value_may_hold_quotes_and_chinese(void **state)
{
	struct fixture *fixture = *state;
	static const char hard[] = "“春苗”托育园 &quot;2号&quot; \"'<>\\%s 𠮷";

	assert_written(fixture, arena_format(fixture->arena, "<b title=\"%s\">%s</b>", value(fixture, hard), value(fixture, hard)),
		       arena_format(fixture->arena, "<b title=\"%s\">%s</b>", hard, hard));
}

static void a_value_may_hold_any_bytes(void **state)
{
	struct fixture *fixture = *state;
	struct buffer kept = { 0 };

	buffer_text(&kept, fragment_value(fixture->fragments));
	buffer_add(&kept, "a\0b\xFF", 4);
	buffer_text(&kept, fragment_value_end(fixture->fragments));
	fragment_write(fragment_keep(fixture->fragments, "one", 3, kept.bytes, kept.size), fixture->holes, &fixture->out);
	assert_int_equal(fixture->out.size, 4);
	assert_memory_equal(fixture->out.bytes, "a\0b\xFF", 4);
	buffer_free(&kept);
}

static void a_value_longer_than_a_span_is_written_whole(void **state)
{
	struct fixture *fixture = *state;
	static const size_t sizes[] = { 65534, 65535, 65536, 70000 };

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		const char *text = long_text(fixture, sizes[i]);

		assert_written(fixture, value(fixture, text), text);
		assert_written(fixture, arena_format(fixture->arena, "<%s-%s-%s>", value(fixture, "a"), value(fixture, text), value(fixture, "b")),
			       arena_format(fixture->arena, "<a-%s-b>", text));
	}
}

static void values_longer_than_spans_together_are_written_whole(void **state)
{
	struct fixture *fixture = *state;
	const char *far = long_text(fixture, 100), *one = long_text(fixture, 40000), *other = one + 10000;

	assert_written(fixture, arena_format(fixture->arena, "%s%s%s!%s%s%s", value(fixture, one), far, value(fixture, other), value(fixture, "a"),
					     far, value(fixture, "b")),
		       arena_format(fixture->arena, "%s%s%s!a%sb", one, far, other, far));
}

static void a_value_without_an_end_is_text(void **state)
{
	struct fixture *fixture = *state;
	const char *begin = fragment_value(fixture->fragments);

	fill(fixture, 0, "7");
	assert_written(fixture, arena_format(fixture->arena, "before %safter", begin), "before after");
	assert_written(fixture, begin, "");
	assert_written(fixture, arena_format(fixture->arena, "before %sin%safter", begin, token(fixture, 0)), "before in7after");
	assert_written(fixture, arena_format(fixture->arena, "%sa%s", begin, value(fixture, "b")), "ab");
}

static void a_value_without_an_end_behind_a_whole_one_is_text(void **state)
{
	struct fixture *fixture = *state;
	const char *begin = fragment_value(fixture->fragments);

	fill(fixture, 0, "7");
	assert_written(fixture, arena_format(fixture->arena, "%s close by %safter", value(fixture, "whole"), begin), "whole close by after");
	assert_written(fixture, arena_format(fixture->arena, "%s, %sin%safter", value(fixture, "whole"), begin, token(fixture, 0)),
		       "whole, in7after");
}

static void an_end_without_a_value_is_left_out(void **state)
{
	struct fixture *fixture = *state;
	const char *end = fragment_value_end(fixture->fragments);

	assert_written(fixture, arena_format(fixture->arena, "%sa%sb%s", end, end, end), "ab");
	assert_written(fixture, arena_format(fixture->arena, "%s%sb", value(fixture, "a"), end), "ab");
}

/* Pieces of two makes: by turns, with a value of their own. */
static const char *of_a_make(const struct fixture *fixture, int number, const char *own)
{
	const char *make = number % 2 ? "<p>one make of piece, with a text that is the same in all</p>" : "<li>the other make</li>";

	return arena_format(fixture->arena, "%s%s%s", make, own, make);
}

/* Keep so many pieces of two makes; those still kept are each what they should be. How many those are. */
static int keep_two_makes(struct fixture *fixture, struct fragments *small, int pieces)
{
	int kept = 0;

	for (int i = 0; i < pieces; i++) {
		const char *own = arena_format(fixture->arena, "%sthe piece %d%s", fragment_value(small), i, fragment_value_end(small));
		const char *text = of_a_make(fixture, i, own);

		fragment_keep(small, &i, sizeof i, text, strlen(text));
	}
	for (int i = 0; i < pieces; i++) {
		const struct fragment *fragment = fragment_find(small, &i, sizeof i);

		if (!fragment)
			continue;
		kept++;
		assert_string_equal(written(fixture, fragment), of_a_make(fixture, i, arena_format(fixture->arena, "the piece %d", i)));
	}
	return kept;
}

static void making_room_leaves_what_others_share(void **state)
{
	struct fixture *fixture = *state;
	struct fragments *small = fragments_new(64, 4000), *tiny = fragments_new(64, 1);

	assert_in_range(keep_two_makes(fixture, small, 500), 4, 40);
	assert_int_equal(keep_two_makes(fixture, tiny, 50), 1);
	fragments_free(small);
	fragments_free(tiny);
}

static void a_full_store_leaves_what_others_share(void **state)
{
	struct fixture *fixture = *state;
	struct fragments *small = fragments_new(8, 1024 * 1024);

	assert_int_equal(keep_two_makes(fixture, small, 500), 8);
	fragments_free(small);
}

static void forgetting_leaves_a_store_as_it_was_new(void **state)
{
	struct fixture *fixture = *state;
	struct fragments *small = fragments_new(64, 4000);
	int kept = keep_two_makes(fixture, small, 500);

	for (int i = 0; i < 3; i++) {
		fragments_forget(small);
		assert_int_equal(keep_two_makes(fixture, small, 500), kept);
	}
	fragments_free(small);
}

static void what_pieces_have_in_common_takes_its_bytes_once(void **state)
{
	struct fixture *fixture = *state;
	const char *common = long_text(fixture, BYTES / 2);

	for (int i = 0; i < 4; i++)
		keep(fixture, arena_format(fixture->arena, "%d", i),
		     arena_format(fixture->arena, "%s%s", common, value(fixture, arena_format(fixture->arena, "own %d", i))));
	for (int i = 0; i < 4; i++)
		assert_string_equal(written(fixture, found(fixture, arena_format(fixture->arena, "%d", i))),
				    arena_format(fixture->arena, "%sown %d", common, i));
}

static void a_piece_kept_again_may_change_its_make(void **state)
{
	struct fixture *fixture = *state;

	for (int i = 0; i < 10; i++) {
		const char *own = arena_format(fixture->arena, "%d", i);

		assert_written(fixture, of_a_make(fixture, i, value(fixture, own)), of_a_make(fixture, i, own));
		assert_written(fixture, of_a_make(fixture, i, value(fixture, "again")), of_a_make(fixture, i, "again"));
	}
}

static void many_keys_are_found_as_each_is(void **state)
{
	struct fixture *fixture = *state;
	struct fragments *large = fragments_new(256, 10 * BYTES);
	const struct fragment *pieces[100];
	int keys[100];

	for (int i = 0; i < 100; i++) {
		keys[i] = i * 7 % 100;
		if (i % 3)
			fragment_keep(large, &i, sizeof i, "kept", 4);
	}
	assert_false(fragments_find(large, keys, sizeof *keys, 100, pieces));
	for (int i = 0; i < 100; i++) {
		assert_ptr_equal(pieces[i], fragment_find(large, &keys[i], sizeof *keys));
		assert_int_equal(pieces[i] != NULL, keys[i] % 3 != 0);
	}
	assert_true(fragments_find(large, &(int[]){ 1, 2, 4 }, sizeof(int), 3, pieces));
	assert_true(fragments_find(large, keys, sizeof *keys, 0, pieces));
	fragments_free(large);
	assert_false(fragments_find(fixture->fragments, "abcdef", 3, 2, pieces));
	assert_null(pieces[0]);
	assert_null(pieces[1]);
}

static void what_was_forgotten_is_not_found_among_many(void **state)
{
	struct fixture *fixture = *state;
	const struct fragment *pieces[2];

	keep(fixture, "a", "1");
	keep(fixture, "b", value(fixture, "2"));
	assert_true(fragments_find(fixture->fragments, "ab", 1, 2, pieces));
	assert_string_equal(written(fixture, pieces[0]), "1");
	assert_string_equal(written(fixture, pieces[1]), "2");
	fragments_forget(fixture->fragments);
	assert_false(fragments_find(fixture->fragments, "ab", 1, 2, pieces));
	assert_null(pieces[0]);
	assert_null(pieces[1]);
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
		sentence(pieces_that_differ_in_values_only_have_each_its_own),
		sentence(pieces_of_the_same_bytes_with_holes_elsewhere_are_not_mixed_up),
		sentence(a_value_may_be_all_there_is),
		sentence(values_may_stand_at_the_start_and_at_the_end),
		sentence(values_may_stand_beside_each_other),
		sentence(values_may_stand_beside_holes),
		sentence(values_close_by_and_far_apart_are_written_alike),
		sentence(values_and_runs_of_every_length_are_written_whole),
		sentence(a_value_that_comes_again_is_written_again),
		sentence(both_parts_of_a_piece_have_their_values),
		sentence(values_on_both_sides_of_a_parting_stay_on_their_side),
		sentence(a_value_may_hold_quotes_and_chinese),
		sentence(a_value_may_hold_any_bytes),
		sentence(a_value_longer_than_a_span_is_written_whole),
		sentence(values_longer_than_spans_together_are_written_whole),
		sentence(a_value_without_an_end_is_text),
		sentence(a_value_without_an_end_behind_a_whole_one_is_text),
		sentence(an_end_without_a_value_is_left_out),
		sentence(making_room_leaves_what_others_share),
		sentence(a_full_store_leaves_what_others_share),
		sentence(forgetting_leaves_a_store_as_it_was_new),
		sentence(what_pieces_have_in_common_takes_its_bytes_once),
		sentence(a_piece_kept_again_may_change_its_make),
		sentence(many_keys_are_found_as_each_is),
		sentence(what_was_forgotten_is_not_found_among_many),
		sentence(freeing_no_store_does_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
