/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/lane.h promises. */
#include "lib/lane.h"

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

static int taken_of(struct lanes *lanes, int tries, int64_t now)
{
	int wait, taken = 0;

	for (int i = 0; i < tries; i++)
		taken += lane_take(lanes, LANE_SLOW_SEND, 1, now, &wait);
	return taken;
}

static void a_lane_lets_a_burst_through_then_so_many_a_second(void **state)
{
	char folder[] = "/tmp/shanyu-lane.XXXXXX";
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct lanes *lanes = open_at(mkdtemp(folder), arena);
	int wait, burst = taken_of(lanes, 1000, 5000);

	(void)state;
	assert_int_equal(burst, 60);
	assert_false(lane_take(lanes, LANE_SLOW_SEND, 1, 5000, &wait));
	assert_int_equal(wait, 1);
	assert_int_equal(taken_of(lanes, 1000, 5010), 10);
	assert_true(lane_take(lanes, LANE_WRONG_CODE, 1, 5000, &wait));
	unlink(arena_format(arena, "%s/lanes", folder));
	rmdir(folder);
	arena_free(arena);
}

static void processes_share_one_allowance_and_one_key(void **state)
{
	char folder[] = "/tmp/shanyu-lane.XXXXXX";
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct lanes *lanes = open_at(mkdtemp(folder), arena);
	int total = 0;

	(void)state;
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
	unlink(arena_format(arena, "%s/lanes", folder));
	rmdir(folder);
	arena_free(arena);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_lane_lets_a_burst_through_then_so_many_a_second),
		cmocka_unit_test(processes_share_one_allowance_and_one_key),
		cmocka_unit_test(a_folder_that_is_not_there_is_named),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
