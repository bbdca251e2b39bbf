/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/arena.h promises. */
#include "lib/base/arena.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define CAP ((size_t)1024 * 1024)

static int set_up(void **state)
{
	*state = arena_new(CAP);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

/* Whether taking so much ends the program; tried in a child. */
static bool ends_the_program(struct arena *arena, size_t size)
{
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		if (!freopen("/dev/null", "w", stderr))
			_exit(2);
		signal(SIGABRT, SIG_DFL);
		arena_take(arena, size);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void memory_is_zeroed_and_aligned(void **state)
{
	struct arena *arena = *state;

	for (size_t size = 0; size < 300; size++) {
		char *at = arena_take(arena, size);

		assert_int_equal((uintptr_t)at % 16, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(at[i], 0);
		memset(at, 'x', size);
	}
}

static void memory_given_back_is_zeroed_again(void **state)
{
	struct arena *arena = *state;

	memset(arena_take(arena, 1000), 'x', 1000);
	arena_sweep(arena);
	for (const char *at = arena_take(arena, 1000), *end = at + 1000; at < end; at++)
		assert_int_equal(*at, 0);
}

static void pieces_keep_what_they_hold_when_more_blocks_are_needed(void **state)
{
	struct arena *arena = *state;
	char *pieces[100];

	for (int i = 0; i < 100; i++)
		pieces[i] = memset(arena_take(arena, 5000), i, 5000);
	for (int i = 0; i < 100; i++) {
		assert_int_equal(pieces[i][0], i);
		assert_int_equal(pieces[i][4999], i);
	}
}

static void a_text_is_a_copy_with_an_end(void **state)
{
	char text[] = "长寿路";
	char *first = arena_text(*state, text, 6), *whole = arena_copy(*state, text);

	memset(text, 'x', sizeof text - 1);
	assert_string_equal(first, "长寿");
	assert_string_equal(whole, "长寿路");
	assert_string_equal(arena_text(*state, NULL, 0), "");
}

static void formatted_texts_may_be_of_any_length(void **state)
{
	char expected[5001];

	for (size_t length = 250; length <= 5000; length += length < 260 ? 1 : 4740) {
		memset(expected, 'a', length);
		expected[length] = '\0';
		assert_string_equal(arena_format(*state, "%s", expected), expected);
	}
	assert_string_equal(arena_format(*state, "%d of %s", 3, "four"), "3 of four");
}

static void going_back_to_a_mark_gives_back_what_was_taken_since(void **state)
{
	struct arena *arena = *state;
	char *before = arena_copy(arena, "before");
	struct arena_mark mark = arena_mark(arena);
	char *first = arena_take(arena, 64);

	for (int i = 0; i < 10; i++)
		arena_take(arena, 50000);
	arena_return(arena, mark);
	assert_ptr_equal(arena_take(arena, 64), first);
	assert_string_equal(before, "before");
}

static void a_sweep_gives_everything_back(void **state)
{
	struct arena *arena = *state;
	char *first = arena_take(arena, 64);

	arena_take(arena, CAP / 2);
	arena_sweep(arena);
	assert_ptr_equal(arena_take(arena, 64), first);
}

static void what_was_given_back_counts_no_longer_against_the_cap(void **state)
{
	for (int i = 0; i < 10; i++) {
		memset(arena_take(*state, CAP * 3 / 4), 'x', CAP * 3 / 4);
		arena_sweep(*state);
	}
}

static void more_than_the_cap_ends_the_program(void **state)
{
	assert_true(ends_the_program(*state, CAP + 1));
	assert_true(ends_the_program(*state, SIZE_MAX / 2));
	assert_false(ends_the_program(*state, CAP / 2));
}

static void a_size_that_cannot_be_rounded_up_ends_the_program(void **state)
{
	assert_true(ends_the_program(*state, SIZE_MAX));
	assert_true(ends_the_program(*state, SIZE_MAX - 15));
}

static void many_small_pieces_together_are_held_to_the_cap_too(void **state)
{
	struct arena *arena = *state;

	for (size_t taken = 0; taken < CAP - CAP / 4; taken += 4096)
		arena_take(arena, 4000);
	assert_true(ends_the_program(arena, CAP / 2));
}

static void an_arena_smaller_than_a_block_is_held_to_its_cap(void **state)
{
	struct arena *small = arena_new(1024);

	(void)state;
	memset(arena_take(small, 512), 'x', 512);
	assert_true(ends_the_program(small, 1024));
	arena_free(small);
}

static void freeing_no_arena_does_nothing(void **state)
{
	(void)state;
	arena_free(NULL);
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(memory_is_zeroed_and_aligned),
		sentence(memory_given_back_is_zeroed_again),
		sentence(pieces_keep_what_they_hold_when_more_blocks_are_needed),
		sentence(a_text_is_a_copy_with_an_end),
		sentence(formatted_texts_may_be_of_any_length),
		sentence(going_back_to_a_mark_gives_back_what_was_taken_since),
		sentence(a_sweep_gives_everything_back),
		sentence(what_was_given_back_counts_no_longer_against_the_cap),
		sentence(more_than_the_cap_ends_the_program),
		sentence(a_size_that_cannot_be_rounded_up_ends_the_program),
		sentence(many_small_pieces_together_are_held_to_the_cap_too),
		cmocka_unit_test(an_arena_smaller_than_a_block_is_held_to_its_cap),
		cmocka_unit_test(freeing_no_arena_does_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
