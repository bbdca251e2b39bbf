/* SPDX-License-Identifier: Apache-2.0 */
/* Secret keys in files: read whole or not at all, and in memory only while they are used. */
#include <setjmp.h>
#include <signal.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/seal/key.h"

struct place {
	struct arena *arena;
	char path[64];
};

static int set_up(void **state)
{
	static struct place place;

	if (sodium_init() < 0)
		return 1;
	place.arena = arena_new(65536);
	snprintf(place.path, sizeof place.path, "/tmp/shanyu-key-%d", (int)getpid());
	unlink(place.path);
	*state = &place;
	return 0;
}

static int tear_down(void **state)
{
	struct place *place = *state;

	unlink(place->path);
	arena_free(place->arena);
	return 0;
}

static void write_text(const struct place *place, const char *text)
{
	FILE *file = fopen(place->path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	fclose(file);
}

static void a_key_is_made_for_its_owner_alone_and_never_over_another(void **state)
{
	struct place *place = *state;
	struct stat status;
	const char *problem = "";

	assert_true(key_make(place->path, place->arena, &problem));
	assert_int_equal(stat(place->path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	assert_false(key_make(place->path, place->arena, &problem));
	assert_non_null(strstr(problem, "exists"));
}

static void what_is_no_key_is_refused_with_the_file_named(void **state)
{
	struct place *place = *state;
	static const char *const texts[] = { "", "abc\n", "zz9999999999999999999999999999999999999999999999999999999999999999\n" };
	const char *problem = "";

	assert_null(key_read(place->path, place->arena, &problem));
	assert_non_null(strstr(problem, "shanyu init"));
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		write_text(place, texts[i]);
		assert_null(key_read(place->path, place->arena, &problem));
		assert_non_null(strstr(problem, place->path));
		assert_null(key_file_open(place->path, place->arena, &problem));
		assert_non_null(strstr(problem, place->path));
	}
}

static void both_ways_to_hold_a_key_give_the_same(void **state)
{
	struct place *place = *state;
	const char *problem = "";
	struct key_file *file;
	uint8_t *key;

	assert_true(key_make(place->path, place->arena, &problem));
	key = key_read(place->path, place->arena, &problem);
	file = key_file_open(place->path, place->arena, &problem);
	assert_non_null(key);
	assert_non_null(file);
	for (int turn = 0; turn < 3; turn++) {
		assert_memory_equal(key_file_use(file), key, KEY_SIZE);
		key_file_done(file);
	}
	key_file_close(file);
	key_free(key);
}

/* Whether a byte can be read: a child tries. */
static bool can_be_read(const uint8_t *at)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		signal(SIGSEGV, SIG_DFL);
		_exit(*(const volatile uint8_t *)at == 0 ? 0 : 1);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status);
}

static void a_key_of_a_file_can_be_read_only_while_it_is_used(void **state)
{
	struct place *place = *state;
	const char *problem = "";
	struct key_file *file;
	const uint8_t *key;

	assert_true(key_make(place->path, place->arena, &problem));
	file = key_file_open(place->path, place->arena, &problem);
	key = key_file_use(file);
	assert_true(can_be_read(key));
	key_file_done(file);
	assert_false(can_be_read(key));
	key_file_close(file);
}

static void a_key_that_was_emptied_meanwhile_is_not_used(void **state)
{
	struct place *place = *state;
	const char *problem = "";
	struct key_file *file;

	assert_true(key_make(place->path, place->arena, &problem));
	file = key_file_open(place->path, place->arena, &problem);
	assert_int_equal(truncate(place->path, 3), 0);
	assert_null(key_file_use(file));
	key_file_close(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_key_is_made_for_its_owner_alone_and_never_over_another, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_no_key_is_refused_with_the_file_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(both_ways_to_hold_a_key_give_the_same, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_key_of_a_file_can_be_read_only_while_it_is_used, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_key_that_was_emptied_meanwhile_is_not_used, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
