/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/file_type.h promises. */
#include "lib/base/file_type.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

static struct arena *arena;
static struct file_types *types;

static int start(void **state)
{
	const char *problem = "";

	(void)state;
	arena = arena_new((size_t)65536);
	types = sodium_init() < 0 ? NULL : file_types_open(arena, &problem);
	return types == NULL;
}

static int stop(void **state)
{
	(void)state;
	file_types_close(types);
	arena_free(arena);
	return 0;
}

static bool unfinished;

static enum file_verdict verdict_of(const void *bytes, size_t size, size_t step, const char **type)
{
	struct file_check *check = malloc(sizeof *check);
	uint8_t hash[crypto_hash_sha256_BYTES], expected[crypto_hash_sha256_BYTES];
	enum file_verdict verdict;

	file_check_begin(check, types);
	for (size_t at = 0; at < size; at += step)
		file_check_bytes(check, (const char *)bytes + at, size - at < step ? size - at : step);
	verdict = file_check_end(check, hash);
	crypto_hash_sha256(expected, bytes, size);
	assert_memory_equal(hash, expected, sizeof hash);
	*type = check->type;
	unfinished = check->unfinished;
	free(check);
	return verdict;
}

static char *read_sample(const char *name, size_t *size)
{
	char path[200];
	FILE *file;
	char *bytes = malloc(65536);

	snprintf(path, sizeof path, "tests/data/evidence/%s", name);
	file = fopen(path, "rb");
	assert_non_null(file);
	*size = fread(bytes, 1, 65536, file);
	fclose(file);
	return bytes;
}

static void photos_are_known_by_their_content_and_by_their_end(void **state)
{
	static const char *const samples[][2] = { { "photo.jpg", "image/jpeg" }, { "photo.png", "image/png" }, { "photo.webp", "image/webp" },
						   { "photo.heic", "image/heic" } };

	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		const char *type;
		size_t size;
		char *bytes = read_sample(samples[i][0], &size);

		assert_int_equal(verdict_of(bytes, size, 7, &type), FILE_FINE);
		assert_string_equal(type, samples[i][1]);
		assert_int_equal(verdict_of(bytes, size, 100000, &type), FILE_FINE);
		/* Of a JPEG programs show what there is. */
		assert_int_equal(verdict_of(bytes, size - size / 3, 1000, &type), i ? FILE_TRUNCATED : FILE_FINE);
		free(bytes);
	}
}

static void other_kinds_and_empty_files_are_refused(void **state)
{
	static const char script[] = "#!/bin/sh\necho hello\n", page[] = "<!DOCTYPE html><html><body>x</body></html>",
			  drawing[] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", archive[] = "PK\3\4\24\0\0\0\0\0";
	const char *type;

	(void)state;
	assert_int_equal(verdict_of("", 0, 1, &type), FILE_EMPTY);
	assert_int_equal(verdict_of(script, sizeof script - 1, 10, &type), FILE_OTHER_KIND);
	assert_int_equal(verdict_of(page, sizeof page - 1, 10, &type), FILE_OTHER_KIND);
	assert_int_equal(verdict_of(drawing, sizeof drawing - 1, 10, &type), FILE_OTHER_KIND);
	assert_int_equal(verdict_of(archive, sizeof archive - 1, 10, &type), FILE_OTHER_KIND);
}

static void a_paper_is_whole_when_it_says_so_at_its_end(void **state)
{
	static const char paper[] = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
	const char *type;

	(void)state;
	assert_int_equal(verdict_of(paper, sizeof paper - 1, 5, &type), FILE_FINE);
	assert_string_equal(type, "application/pdf");
	assert_int_equal(verdict_of(paper, sizeof paper - 8, 5, &type), FILE_TRUNCATED);
}

static void a_paper_may_have_other_bytes_before_its_head_and_behind_its_end(void **state)
{
	static const char *const samples[] = { "junk-before-header.pdf", "padded-after-eof.pdf" };
	static const char words[] = "only words, in which %PDF-1.4 comes too late";
	char late[1100];
	const char *type;

	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		size_t size;
		char *bytes = read_sample(samples[i], &size);

		for (size_t step = 1; step < 8; step++) {
			assert_int_equal(verdict_of(bytes, size, step, &type), FILE_FINE);
			assert_string_equal(type, "application/pdf");
		}
		free(bytes);
	}
	memset(late, ' ', sizeof late);
	memcpy(late + 1024, words, sizeof words);
	assert_int_equal(verdict_of(late, sizeof late, 100, &type), FILE_OTHER_KIND);
}

static void a_paper_that_is_read_while_it_comes_in_has_two_marks(void **state)
{
	static const char paper[] = "%PDF-1.5\n1 0 obj\n<</Linearized 1>>\nendobj\nstartxref\n0\n%%%EOF\n2 0 obj\n<<>>\nendobj\n%%EOF\n";
	const char *type;

	(void)state;
	assert_int_equal(verdict_of(paper, sizeof paper - 1, 3, &type), FILE_FINE);
	assert_int_equal(verdict_of(paper, sizeof paper - 4, 3, &type), FILE_TRUNCATED);
}

static void a_photograph_without_the_mark_at_its_end_is_taken_and_said_to_be_unfinished(void **state)
{
	size_t size;
	const char *type;
	char *bytes = read_sample("no-end-marker.jpg", &size);

	(void)state;
	assert_int_equal(verdict_of(bytes, size, 64, &type), FILE_FINE);
	assert_string_equal(type, "image/jpeg");
	assert_true(unfinished);
	assert_int_equal(verdict_of(bytes, 300, 64, &type), FILE_TRUNCATED);
	free(bytes);
	bytes = read_sample("photo.jpg", &size);
	assert_int_equal(verdict_of(bytes, size, 64, &type), FILE_FINE);
	assert_false(unfinished);
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(photos_are_known_by_their_content_and_by_their_end),
		cmocka_unit_test(other_kinds_and_empty_files_are_refused),
		cmocka_unit_test(a_paper_is_whole_when_it_says_so_at_its_end),
		cmocka_unit_test(a_paper_may_have_other_bytes_before_its_head_and_behind_its_end),
		cmocka_unit_test(a_paper_that_is_read_while_it_comes_in_has_two_marks),
		cmocka_unit_test(a_photograph_without_the_mark_at_its_end_is_taken_and_said_to_be_unfinished),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
