/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/lane.h promises. */
#include "lib/web/lane.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

static int start(void **state)
{
	(void)state;
	return sodium_init() < 0;
}

#include <sys/wait.h>
#include <unistd.h>

static struct lanes *open_at(const char *folder, struct arena *arena)
{
	const char *problem = "";
	struct lanes *lanes = lanes_open(folder, arena, &problem);

	if (!lanes)
		print_error("%s\n", problem);
	assert_non_null(lanes);
	return lanes;
}

static const struct allowance sixty = { .at_once = 60, .milliseconds_each = 1000, .most_waiting = 5 };

static int taken_of(struct lanes *lanes, int tries, int64_t now)
{
	int wait, taken = 0;

	for (int i = 0; i < tries; i++)
		taken += lane_take(lanes, LANE_LETTER, "192.0.2", &sixty, 1, now, &wait);
	return taken;
}

static void forget(const char *folder, struct arena *arena)
{
	unlink(arena_format(arena, "%s/allowances", folder));
	rmdir(folder);
	arena_free(arena);
}

static void a_lane_lets_a_burst_through_then_so_many_a_second(void **state)
{
	char folder[] = "/tmp/shanyu-lane.XXXXXX";
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct lanes *lanes = open_at(mkdtemp(folder), arena);
	int wait, burst = taken_of(lanes, 1000, 5000);

	(void)state;
	assert_int_equal(burst, 60);
	assert_false(lane_take(lanes, LANE_LETTER, "192.0.2", &sixty, 1, 5000, &wait));
	assert_int_equal(wait, 1);
	assert_int_equal(taken_of(lanes, 1000, 5010), 10);
	forget(folder, arena);
}

static void what_one_sender_takes_is_taken_from_nobody_else(void **state)
{
	char folder[] = "/tmp/shanyu-lane.XXXXXX";
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct lanes *lanes = open_at(mkdtemp(folder), arena);
	int wait, taken = 0;

	(void)state;
	assert_int_equal(taken_of(lanes, 1000, 5000), 60);
	assert_true(lane_take(lanes, LANE_WRONG_CODE, "192.0.2", &sixty, 1, 5000, &wait));
	/* Two of a million may share one by chance. */
	for (int i = 0; i < 100; i++)
		taken += lane_take(lanes, LANE_LETTER, arena_format(arena, "10.0.%d", i), &sixty, 60, 5000, &wait);
	assert_in_range(taken, 99, 100);
	forget(folder, arena);
}

static void who_has_to_wait_has_a_place_that_nobody_takes(void **state)
{
	char folder[] = "/tmp/shanyu-lane.XXXXXX";
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct lanes *lanes = open_at(mkdtemp(folder), arena);
	int wait;

	(void)state;
	taken_of(lanes, 1000, 5000);
	for (int place = 1; place <= 5; place++) {
		assert_true(lane_take_place(lanes, LANE_LETTER, "192.0.2", &sixty, 5000, &wait));
		assert_int_equal(wait, place);
	}
	assert_false(lane_take_place(lanes, LANE_LETTER, "192.0.2", &sixty, 5000, &wait));
	assert_int_equal(wait, 6);
	/* A second later one more place is free; nothing is free for who takes none. */
	assert_true(lane_take_place(lanes, LANE_LETTER, "192.0.2", &sixty, 5001, &wait));
	assert_int_equal(taken_of(lanes, 10, 5001), 0);
	forget(folder, arena);
}

static void who_it_was_cannot_be_told_an_hour_later(void **state)
{
	char folder[] = "/tmp/shanyu-lane.XXXXXX";
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct lanes *lanes = open_at(mkdtemp(folder), arena);
	char bytes[64], later[64];
	const char *path = arena_format(arena, "%s/allowances", folder);
	FILE *file = fopen(path, "rb");

	(void)state;
	assert_int_equal(taken_of(lanes, 1, 5000), 1);
	assert_int_equal(fread(bytes, sizeof bytes, 1, file), 1);
	fclose(file);
	assert_int_equal(taken_of(lanes, 1, 5000 + 3600), 1);
	file = fopen(path, "rb");
	assert_int_equal(fread(later, sizeof later, 1, file), 1);
	fclose(file);
	/* The key of proofs stays; the one that tells senders apart, behind it and its hour, is another. */
	assert_memory_equal(bytes, later, 32);
	assert_memory_not_equal(bytes + 40, later + 40, 16);
	forget(folder, arena);
}

static void processes_share_one_allowance_and_one_key(void **state)
{
	char folder[] = "/tmp/shanyu-lane.XXXXXX";
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct lanes *lanes = open_at(mkdtemp(folder), arena);
	int total = taken_of(lanes, 1, 9000);

	(void)state;
	/* The hour's key is made by now: who reads it while it is made is counted elsewhere, once. */
	for (int child = 0; child < 4; child++)
		if (fork() == 0) {
			struct lanes *own = open_at(folder, arena_new((size_t)1024 * 1024));

			_exit(memcmp(lanes_key(own), lanes_key(lanes), 32) == 0 ? taken_of(own, 1000, 9000) : 255);
		}
	for (int child = 0; child < 4; child++) {
		int status;

		wait(&status);
		total += WEXITSTATUS(status);
	}
	assert_int_equal(total, 60);
	forget(folder, arena);
}

static void a_folder_that_is_not_there_is_named(void **state)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	const char *problem = "";

	(void)state;
	assert_null(lanes_open("/nowhere/at/all", arena, &problem));
	assert_non_null(strstr(problem, "/nowhere/at/all"));
	arena_free(arena);
}

static void a_file_of_another_size_is_called_wrong(void **state)
{
	char folder[] = "/tmp/shanyu-lane.XXXXXX";
	struct arena *arena = arena_new((size_t)1024 * 1024);
	const char *problem = "";
	int file;

	(void)state;
	assert_non_null(mkdtemp(folder));
	file = open(arena_format(arena, "%s/allowances", folder), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	assert_true(file >= 0 && write(file, "x", 1) == 1 && close(file) == 0);
	errno = 0;
	assert_null(lanes_open(folder, arena, &problem));
	assert_non_null(strstr(problem, "allowances"));
	assert_non_null(strstr(problem, "size"));
	assert_null(strstr(problem, "Success"));
	forget(folder, arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_lane_lets_a_burst_through_then_so_many_a_second),
		cmocka_unit_test(what_one_sender_takes_is_taken_from_nobody_else),
		cmocka_unit_test(who_has_to_wait_has_a_place_that_nobody_takes),
		cmocka_unit_test(who_it_was_cannot_be_told_an_hour_later),
		cmocka_unit_test(processes_share_one_allowance_and_one_key),
		cmocka_unit_test(a_folder_that_is_not_there_is_named),
		cmocka_unit_test(a_file_of_another_size_is_called_wrong),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
