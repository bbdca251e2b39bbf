/* SPDX-License-Identifier: Apache-2.0 */
/* What domain/cases/stamp.h promises. */
#include "domain/cases/stamp.h"

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

#include <unistd.h>

static struct note_signer *make_signer(struct arena *arena)
{
	char path[] = "/tmp/shanyu-stamp.XXXXXX";
	const char *problem = "";
	struct note_signer *signer;

	assert_int_equal(close(mkstemp(path)), 0);
	unlink(path);
	assert_true(note_key_make(path, "shanyu.test/receipt", arena, &problem));
	signer = note_signer_read(path, arena, &problem);
	unlink(path);
	return signer;
}

static void a_stamp_says_again_what_was_stamped_and_nothing_else_verifies(void **state)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct note_signer *signer = make_signer(arena), *other = make_signer(arena);
	struct stamp stamp = { .received_at = 1790000000, .number = "2026-000001", .kind = "REPORT", .deadline_day = "2026-10-16", .source = "x" };
	uint8_t salt[STAMP_HASH] = "salt";
	struct note_verifier verifier, another;
	const char *problem = "", *note;
	struct stamp read;
	char *changed;

	(void)state;
	stamp_commit(salt, "{}", stamp.commitment);
	note = stamp_make(signer, &stamp, arena, &problem);
	assert_true(note_verifier_read(note_verifier_text(signer, arena), arena, &verifier));
	assert_true(note_verifier_read(note_verifier_text(other, arena), arena, &another));
	assert_true(stamp_read(&verifier, note, arena, &read));
	assert_int_equal(read.received_at, 1790000000);
	assert_string_equal(read.number, "2026-000001");
	assert_string_equal(read.deadline_day, "2026-10-16");
	assert_memory_equal(read.commitment, stamp.commitment, STAMP_HASH);
	assert_false(stamp_read(&another, note, arena, &read));
	changed = arena_copy(arena, note);
	*strstr(changed, "10-16") = '2';
	assert_false(stamp_read(&verifier, changed, arena, &read));
	note_signer_free(signer);
	note_signer_free(other);
	arena_free(arena);
}

static void a_text_with_a_line_break_is_not_stamped(void **state)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct note_signer *signer = make_signer(arena);
	struct stamp stamp = { .number = "1\ncommitment: 00", .kind = "", .deadline_day = "", .source = "" };
	const char *problem = NULL;

	(void)state;
	assert_null(stamp_make(signer, &stamp, arena, &problem));
	assert_non_null(problem);
	note_signer_free(signer);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stamp_says_again_what_was_stamped_and_nothing_else_verifies),
		cmocka_unit_test(a_text_with_a_line_break_is_not_stamped),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
