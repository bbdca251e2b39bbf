/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/errand.h promises. */
#include "lib/base/errand.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/base/clock.h"

static int set_up(void **state)
{
	*state = arena_new((size_t)1 << 20);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static enum errand_state run(struct arena *arena, const char *command, const char *input, int seconds, const char **problem)
{
	enum errand_state state;
	struct errand errand;
	char **words = errand_words(command, arena, problem);

	assert_non_null(words);
	assert_true(errand_start(&errand, words, input, strlen(input), seconds, arena, problem));
	while ((state = errand_look(&errand, arena, problem)) == ERRAND_RUNS)
		clock_sleep(2);
	assert_int_equal(errand_look(&errand, arena, problem), ERRAND_NONE);
	return state;
}

static void words_are_parted_as_in_a_shell(void **state)
{
	const char *problem = "";
	char **words = errand_words("/usr/sbin/send -t 'a b' \"c d\" e\\ f $HOME;x", *state, &problem);

	assert_string_equal(words[2], "a b");
	assert_string_equal(words[3], "c d");
	assert_string_equal(words[4], "e f");
	/* And nothing is put in or cut off, since no shell reads them. */
	assert_string_equal(words[5], "$HOME;x");
	assert_null(words[6]);
}

static void a_command_that_is_none_is_said_to_be_none(void **state)
{
	const char *problem = "";

	assert_null(errand_words("send 'a", *state, &problem));
	assert_non_null(strstr(problem, "send 'a"));
	assert_null(errand_words("", *state, &problem));
}

static void what_it_is_given_comes_on_stdin(void **state)
{
	const char *problem = "";

	assert_int_equal(run(*state, "grep -qx 'second line'", "first\nsecond line\n", 5, &problem), ERRAND_DONE);
	assert_int_equal(run(*state, "grep -qx 'third line'", "first\nsecond line\n", 5, &problem), ERRAND_FAILED);
	assert_string_equal(problem, "ended with code 1");
}

static void the_first_line_of_its_complaint_is_the_problem(void **state)
{
	const char *problem = "";

	assert_int_equal(run(*state, "sh -c 'echo not now >&2; echo more >&2; exit 75'", "", 5, &problem), ERRAND_FAILED);
	assert_string_equal(problem, "not now");
}

static void what_is_no_program_is_a_problem_too(void **state)
{
	struct errand errand;
	const char *problem = "";
	char *words[] = { "/nowhere/send", NULL };

	assert_false(errand_start(&errand, words, "", 0, 5, *state, &problem));
	assert_non_null(strstr(problem, "/nowhere/send"));
	assert_int_equal(errand_look(&errand, *state, &problem), ERRAND_NONE);
}

static void nobody_waits_for_it_and_it_does_not_run_for_ever(void **state)
{
	const char *problem = "";

	assert_int_equal(run(*state, "sleep 60", "", 1, &problem), ERRAND_FAILED);
	assert_string_equal(problem, "it took too long and was ended");
}

static void it_gets_no_environment_but_the_path(void **state)
{
	const char *problem = "";

	setenv("SHANYU_SECRET", "x", 1);
	assert_int_equal(run(*state, "sh -c 'test -z \"$SHANYU_SECRET\" && test -n \"$PATH\"'", "", 5, &problem), ERRAND_DONE);
}

static void it_can_be_ended(void **state)
{
	struct errand errand;
	const char *problem = "";
	char *words[] = { "sleep", "60", NULL };

	assert_true(errand_start(&errand, words, "", 0, 60, *state, &problem));
	errand_stop(&errand);
	assert_int_equal(errand.child, 0);
	errand_stop(&errand);
}

/* Whoever may not raise a bound, being nobody, asks for more than his own. */
static bool is_refused_and_gone(struct arena *arena)
{
	char *words[] = { "sleep", "60", NULL };
	const struct errand_order order = { .words = words, .input = STDIN_FILENO, .output = -1, .seconds = 60, .processor_seconds = 200 };
	const struct rlimit own = { 100, 100 };
	struct errand errand;
	const char *problem = "";

	if (setrlimit(RLIMIT_CPU, &own) != 0 || (getuid() == 0 && setuid(65534) != 0))
		return false;
	return !errand_order(&errand, &order, arena, &problem) && strstr(problem, "sleep: ") && errand.child == 0 &&
	       waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD;
}

static void what_cannot_be_bound_does_not_run(void **state)
{
	pid_t other = fork();
	int status = 0;

	if (other == 0)
		_exit(is_refused_and_gone(*state) ? 0 : 1);
	assert_int_equal(waitpid(other, &status, 0), other);
	assert_int_equal(status, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(words_are_parted_as_in_a_shell),      TEST(a_command_that_is_none_is_said_to_be_none),
		TEST(what_it_is_given_comes_on_stdin),     TEST(the_first_line_of_its_complaint_is_the_problem),
		TEST(what_is_no_program_is_a_problem_too), TEST(nobody_waits_for_it_and_it_does_not_run_for_ever),
		TEST(it_gets_no_environment_but_the_path), TEST(it_can_be_ended),
		TEST(what_cannot_be_bound_does_not_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
