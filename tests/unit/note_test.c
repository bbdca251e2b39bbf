/* SPDX-License-Identifier: Apache-2.0 */
/* Signed notes. The example key and note are those of the C2SP signed-note specification and of golang.org/x/mod/sumdb/note. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sodium.h>

#include "lib/seal/note.h"

#define KEY "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
#define VERIFIER "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
#define TEXT "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
#define SIGNATURE "\xE2\x80\x94 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
#define NOTE TEXT "\n" SIGNATURE

struct fixture {
	struct arena *arena;
	char path[64];
};

static int set_up(void **state)
{
	struct fixture *fixture = test_malloc(sizeof *fixture);

	fixture->arena = arena_new(1024 * 1024);
	snprintf(fixture->path, sizeof fixture->path, "/tmp/shanyu-note-%d", (int)getpid());
	unlink(fixture->path);
	*state = fixture;
	return sodium_init() < 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	unlink(fixture->path);
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

static void write_key(const struct fixture *fixture, const char *text)
{
	FILE *file = fopen(fixture->path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static struct note_verifier verifier(const struct fixture *fixture)
{
	struct note_verifier verifier;

	assert_true(note_verifier_read(VERIFIER, fixture->arena, &verifier));
	return verifier;
}

static void the_specification_s_note_verifies(void **state)
{
	const struct fixture *fixture = *state;
	struct note_verifier peter = verifier(fixture);
	const char *text;

	assert_true(note_verify(&peter, NOTE, fixture->arena, &text));
	assert_string_equal(text, TEXT);
}

static void signing_with_the_specification_s_key_gives_its_note(void **state)
{
	const struct fixture *fixture = *state;
	const char *problem = NULL;
	struct note_signer *signer;

	write_key(fixture, KEY "\n");
	signer = note_signer_read(fixture->path, fixture->arena, &problem);
	assert_non_null(signer);
	assert_string_equal(note_verifier_text(signer, fixture->arena), VERIFIER);
	assert_string_equal(note_sign(signer, TEXT, fixture->arena), NOTE);
	note_signer_free(signer);
}

static void a_changed_text_or_signature_is_refused(void **state)
{
	const struct fixture *fixture = *state;
	struct note_verifier peter = verifier(fixture);
	const char *text;

	for (size_t i = 0; i < strlen(NOTE); i++) {
		char *changed = arena_copy(fixture->arena, NOTE);

		changed[i] ^= 1;
		assert_false(note_verify(&peter, changed, fixture->arena, &text));
	}
	assert_false(note_verify(&peter, TEXT, fixture->arena, &text));
	assert_false(note_verify(&peter, TEXT "\n", fixture->arena, &text));
	assert_false(note_verify(&peter, "", fixture->arena, &text));
}

static void signatures_of_strangers_are_passed_over(void **state)
{
	const struct fixture *fixture = *state;
	struct note_verifier peter = verifier(fixture);
	const char *text;

	assert_true(note_verify(&peter, TEXT "\n\xE2\x80\x94 witness AAAAAGFiYw==\n" SIGNATURE, fixture->arena, &text));
	assert_false(note_verify(&peter, TEXT "\n\xE2\x80\x94 witness AAAAAGFiYw==\n", fixture->arena, &text));
}

static void mangled_verifier_keys_are_refused(void **state)
{
	const struct fixture *fixture = *state;
	struct note_verifier parsed;
	size_t length = strlen(VERIFIER);

	for (size_t from = 0; from < length; from++) {
		char *part = arena_copy(fixture->arena, VERIFIER);

		assert_false(from && note_verifier_read(part + from, fixture->arena, &parsed));
		part[length - from - 1] = '\0';
		assert_false(note_verifier_read(part, fixture->arena, &parsed));
	}
	assert_false(note_verifier_read("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", fixture->arena, &parsed));
}

static void a_new_key_signs_checkpoints_that_its_verifier_reads(void **state)
{
	const struct fixture *fixture = *state;
	const char *problem = NULL;
	struct note_verifier own;
	struct note_signer *signer;
	uint8_t root[NOTE_HASH] = { 1, 2, 3 }, read[NOTE_HASH];
	const char *checkpoint;
	int64_t size = 0;

	assert_true(note_key_make(fixture->path, "district.example/log", fixture->arena, &problem));
	signer = note_signer_read(fixture->path, fixture->arena, &problem);
	assert_non_null(signer);
	assert_true(note_verifier_read(note_verifier_text(signer, fixture->arena), fixture->arena, &own));
	checkpoint = note_checkpoint(signer, 42, root, fixture->arena);
	assert_true(note_checkpoint_verify(&own, checkpoint, fixture->arena, &size, read));
	assert_int_equal(size, 42);
	assert_memory_equal(read, root, sizeof root);
	own.name = "another.example/log";
	assert_false(note_checkpoint_verify(&own, checkpoint, fixture->arena, &size, read));
	note_signer_free(signer);
}

static void a_key_file_is_never_written_over(void **state)
{
	const struct fixture *fixture = *state;
	const char *problem = NULL;

	write_key(fixture, KEY "\n");
	assert_false(note_key_make(fixture->path, "district.example/log", fixture->arena, &problem));
	assert_non_null(problem);
}

static void a_spoilt_key_file_is_refused(void **state)
{
	static const char *const spoilt[] = { "", "PRIVATE+KEY+", "PRIVATE+KEY+a+00000000+AAAA", "nonsense\n", NULL };
	const struct fixture *fixture = *state;
	const char *problem = NULL;

	for (const char *const *text = spoilt; *text; text++) {
		write_key(fixture, *text);
		assert_null(note_signer_read(fixture->path, fixture->arena, &problem));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_specification_s_note_verifies, set_up, tear_down),
		cmocka_unit_test_setup_teardown(signing_with_the_specification_s_key_gives_its_note, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_changed_text_or_signature_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(signatures_of_strangers_are_passed_over, set_up, tear_down),
		cmocka_unit_test_setup_teardown(mangled_verifier_keys_are_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_new_key_signs_checkpoints_that_its_verifier_reads, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_key_file_is_never_written_over, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_spoilt_key_file_is_refused, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
