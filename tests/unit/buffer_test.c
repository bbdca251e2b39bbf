/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/buffer.h promises. */
#include "lib/base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static int tear_down(void **state)
{
	buffer_free(*state);
	return 0;
}

static int set_up(void **state)
{
	static struct buffer buffer;

	*state = &buffer;
	return 0;
}

static void bytes_follow_each_other(void **state)
{
	struct buffer *buffer = *state;

	buffer_text(buffer, "托育");
	buffer_add(buffer, "\0x", 2);
	buffer_text(buffer, "");
	buffer_text(buffer, "园");
	assert_int_equal(buffer->size, 11);
	assert_memory_equal(buffer->bytes, "托育\0x园", 11);
}

static void adding_nothing_to_nothing_is_allowed(void **state)
{
	struct buffer *buffer = *state;

	buffer_add(buffer, NULL, 0);
	assert_int_equal(buffer->size, 0);
}

static void what_it_holds_survives_its_growth(void **state)
{
	struct buffer *buffer = *state;

	for (int i = 0; i < 30000; i++)
		buffer_add(buffer, &(char){ (char)(i % 251) }, 1);
	assert_int_equal(buffer->size, 30000);
	for (int i = 0; i < 30000; i++)
		assert_int_equal((unsigned char)buffer->bytes[i], i % 251);
}

static void one_piece_may_be_larger_than_all_its_room(void **state)
{
	struct buffer *buffer = *state;
	size_t size = 1000000;
	char *piece = test_malloc(size);

	memset(piece, 'x', size);
	buffer_text(buffer, "a");
	buffer_add(buffer, piece, size);
	assert_int_equal(buffer->size, size + 1);
	assert_int_equal(buffer->bytes[size], 'x');
	test_free(piece);
}

static void reserved_room_is_not_asked_for_twice(void **state)
{
	struct buffer *buffer = *state;
	const char *at;

	buffer_reserve(buffer, 100000);
	at = buffer->bytes;
	assert_in_range(buffer->room - buffer->size, 100000, 1000000);
	for (int i = 0; i < 100000; i++)
		buffer_add(buffer, "x", 1);
	assert_ptr_equal(buffer->bytes, at);
}

static void an_emptied_buffer_keeps_its_room(void **state)
{
	struct buffer *buffer = *state;
	size_t room;

	buffer_reserve(buffer, 20000);
	room = buffer->room;
	buffer_text(buffer, "the page before");
	buffer->size = 0;
	buffer_text(buffer, "a page");
	assert_int_equal(buffer->room, room);
	assert_int_equal(buffer->size, 6);
	assert_memory_equal(buffer->bytes, "a page", 6);
}

static void a_freed_buffer_is_empty_and_may_be_used_again(void **state)
{
	struct buffer *buffer = *state;

	buffer_text(buffer, "x");
	buffer_free(buffer);
	assert_int_equal(buffer->size, 0);
	assert_int_equal(buffer->room, 0);
	buffer_text(buffer, "y");
	assert_memory_equal(buffer->bytes, "y", 1);
	buffer_free(buffer);
	buffer_free(buffer);
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(bytes_follow_each_other),
		sentence(adding_nothing_to_nothing_is_allowed),
		sentence(what_it_holds_survives_its_growth),
		sentence(one_piece_may_be_larger_than_all_its_room),
		sentence(reserved_room_is_not_asked_for_twice),
		sentence(an_emptied_buffer_keeps_its_room),
		sentence(a_freed_buffer_is_empty_and_may_be_used_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
