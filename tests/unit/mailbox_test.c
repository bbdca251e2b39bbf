/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/seal/mailbox.h promises. */
#include "lib/seal/mailbox.h"

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

#include <fcntl.h>
#include <unistd.h>

static const uint8_t key[RECEIPT_HASH] = "a key", lookup[RECEIPT_HASH] = "a look-up";

static void what_is_sealed_opens_with_its_key_for_its_lookup_only(void **state)
{
	struct arena *arena = arena_new((size_t)4 * 1024 * 1024);
	uint8_t other[RECEIPT_HASH] = "another";
	const char *text = NULL;
	size_t size;
	const char *sealed = mailbox_seal(key, lookup, "words", 5, &size, arena);

	(void)state;
	assert_int_equal(mailbox_open(key, lookup, sealed, size, arena, &text), MAILBOX_FOUND);
	assert_string_equal(text, "words");
	assert_int_equal(mailbox_open(other, lookup, sealed, size, arena, &text), MAILBOX_BROKEN);
	assert_int_equal(mailbox_open(key, other, sealed, size, arena, &text), MAILBOX_BROKEN);
	arena_free(arena);
}

static void a_changed_or_shortened_answer_does_not_open(void **state)
{
	struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	const char *text;
	size_t size;
	char *sealed = (char *)mailbox_seal(key, lookup, "words", 5, &size, arena);

	(void)state;
	for (size_t i = 0; i < size; i += 37) {
		sealed[i] ^= 1;
		assert_int_equal(mailbox_open(key, lookup, sealed, size, arena, &text), MAILBOX_BROKEN);
		sealed[i] ^= 1;
		assert_int_equal(mailbox_open(key, lookup, sealed, i, arena, &text), MAILBOX_BROKEN);
	}
	arena_free(arena);
}

static void the_size_tells_a_class_only(void **state)
{
	struct arena *arena = arena_new((size_t)4 * 1024 * 1024);
	char *text = arena_take(arena, 20000);
	size_t one, other, larger;

	(void)state;
	memset(text, 'x', 20000);
	mailbox_seal(key, lookup, text, 1, &one, arena);
	mailbox_seal(key, lookup, text, 4000, &other, arena);
	mailbox_seal(key, lookup, text, 17000, &larger, arena);
	assert_int_equal(one, other);
	assert_true(larger > 64 * 1024);
	arena_free(arena);
}

static void a_receipt_finds_its_answer_in_a_folder_and_no_other(void **state)
{
	char folder[] = "/tmp/shanyu-mailbox.XXXXXX", name[RECEIPT_NAME];
	struct arena *arena = arena_new((size_t)4 * 1024 * 1024);
	uint8_t own_key[RECEIPT_HASH], own_lookup[RECEIPT_HASH];
	struct receipt receipt, other;
	const char *text, *sealed;
	size_t size;
	int at = open(mkdtemp(folder), O_RDONLY | O_DIRECTORY);

	(void)state;
	receipt_make(&receipt);
	receipt_make(&other);
	receipt_key(&receipt, own_key);
	receipt_lookup(&receipt, own_lookup);
	sodium_bin2hex(name, sizeof name, own_lookup, sizeof own_lookup);
	for (int turn = 0; turn < 2; turn++) {
		sealed = mailbox_seal(own_key, own_lookup, turn ? "later" : "first", 5, &size, arena);
		assert_true(mailbox_put(at, name, sealed, size));
		assert_int_equal(mailbox_read(at, &receipt, arena, &text), MAILBOX_FOUND);
		assert_string_equal(text, turn ? "later" : "first");
	}
	assert_int_equal(mailbox_read(at, &other, arena, &text), MAILBOX_NONE);
	unlinkat(at, name, 0);
	close(at);
	assert_int_equal(rmdir(folder), 0);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_sealed_opens_with_its_key_for_its_lookup_only),
		cmocka_unit_test(a_changed_or_shortened_answer_does_not_open),
		cmocka_unit_test(the_size_tells_a_class_only),
		cmocka_unit_test(a_receipt_finds_its_answer_in_a_folder_and_no_other),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
