/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/log.h promises. */
#include "lib/base/log.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

static char said[65536];
static int64_t now = 1790000000;

static void set_clock(int64_t to)
{
	char text[24];

	now = to;
	snprintf(text, sizeof text, "%lld", (long long)to);
	setenv("SHANYU_CLOCK", text, 1);
}

/* A minute of its own for each test; what is said goes into a file in memory. */
static int begin(void **state)
{
	int *kept = malloc(2 * sizeof *kept);

	set_clock(now + 3600);
	kept[0] = dup(STDERR_FILENO);
	kept[1] = memfd_create("said", 0);
	dup2(kept[1], STDERR_FILENO);
	log_tell_counted();
	assert_int_equal(ftruncate(kept[1], 0), 0);
	lseek(kept[1], 0, SEEK_SET);
	*state = kept;
	return 0;
}

static int end(void **state)
{
	int *kept = *state;

	dup2(kept[0], STDERR_FILENO);
	close(kept[0]);
	close(kept[1]);
	free(kept);
	return 0;
}

/* How many lines were said so far; they are in `said`. */
static int lines(void **state)
{
	int *kept = *state, count = 0;
	ssize_t size = pread(kept[1], said, sizeof said - 1, 0);

	said[size > 0 ? size : 0] = '\0';
	for (const char *at = said; (at = strchr(at, '\n')); at++)
		count++;
	return count;
}

static void complain(int number)
{
	log_line(LOG_ERROR_LINE, "envelope %d set aside", number);
}

static void a_line_has_its_priority_and_no_line_breaks(void **state)
{
	log_line(LOG_NOTICE_LINE, "one\ntwo");
	assert_int_equal(lines(state), 1);
	assert_non_null(strstr(said, "<5>"));
	assert_non_null(strstr(said, ": one two\n"));
}

static void a_kind_of_line_is_written_twenty_times_a_minute_and_then_counted(void **state)
{
	for (int i = 0; i < 20000; i++)
		complain(i);
	assert_int_equal(lines(state), 20);
	set_clock(now + 60);
	complain(1);
	assert_int_equal(lines(state), 22);
	assert_non_null(strstr(said, "19980 more lines like this one were not written: envelope 19 set aside\n"));
}

static void what_was_counted_is_told_also_when_nothing_else_is_said(void **state)
{
	for (int i = 0; i < 30; i++)
		complain(i);
	log_tell_counted();
	assert_int_equal(lines(state), 20);
	set_clock(now + 60);
	log_tell_counted();
	assert_int_equal(lines(state), 21);
	assert_non_null(strstr(said, ": 10 more lines"));
	log_tell_counted();
	assert_int_equal(lines(state), 21);
}

static void many_lines_of_one_kind_keep_back_none_of_another(void **state)
{
	static int alarm;

	for (int i = 0; i < 1000; i++)
		complain(i);
	log_line(LOG_ERROR_LINE, "something else");
	log_line_of(&alarm, LOG_ERROR_LINE, "%s", "ALARM: the disk is full");
	assert_int_equal(lines(state), 22);
	assert_non_null(strstr(said, "ALARM: the disk is full\n"));
}

/* More kinds than there are places: what was counted of one that has to go is told then. */
static void of_kinds_that_have_to_make_room_the_count_is_told(void **state)
{
	static char others[64];

	for (int i = 0; i < 25; i++)
		complain(i);
	set_clock(now + 1);
	for (size_t i = 0; i < sizeof others; i++)
		log_line_of(&others[i], LOG_INFO_LINE, "other %d", (int)i);
	assert_int_equal(lines(state), 20 + 64 + 1);
	assert_non_null(strstr(said, ": 5 more lines like this one were not written: envelope 19 set aside\n"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(a_line_has_its_priority_and_no_line_breaks),
		TEST(a_kind_of_line_is_written_twenty_times_a_minute_and_then_counted),
		TEST(what_was_counted_is_told_also_when_nothing_else_is_said),
		TEST(many_lines_of_one_kind_keep_back_none_of_another),
		TEST(of_kinds_that_have_to_make_room_the_count_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
