/* SPDX-License-Identifier: Apache-2.0 */
#include "lib/multipart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "lib/buffer.h"

/* A body that comes a few bytes at a time. */
struct source {
	const char *bytes;
	size_t size, at, step;
};

static ssize_t read_some(void *own, void *bytes, size_t size)
{
	struct source *source = own;
	size_t more = source->size - source->at;

	if (more > size)
		more = size;
	if (source->step && more > source->step)
		more = source->step;
	memcpy(bytes, source->bytes + source->at, more);
	source->at += more;
	return (ssize_t)more;
}

/* What was handed on, as text: "name[file]=bytes;" */
struct said {
	struct buffer text;
	uint64_t bytes;
	bool count_only, refuses;
};

static bool begin(void *own, const struct multipart_part *part)
{
	struct said *said = own;

	buffer_text(&said->text, part->name);
	if (part->file_name) {
		buffer_text(&said->text, "[");
		buffer_text(&said->text, part->file_name);
		buffer_text(&said->text, "]");
	}
	buffer_text(&said->text, "=");
	return !said->refuses;
}

static bool take(void *own, const char *bytes, size_t size)
{
	struct said *said = own;

	said->bytes += size;
	if (!said->count_only)
		buffer_add(&said->text, bytes, size);
	return true;
}

static bool end(void *own)
{
	buffer_text(&((struct said *)own)->text, ";");
	return true;
}

#define TYPE "multipart/form-data; boundary=X-Y"

static enum multipart_end read_text(const char *type, const char *text, size_t size, size_t step, struct said *said)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct source source = { text, size, 0, step };
	struct body body = { .source = &source, .read = read_some, .length = (int64_t)size };
	const struct multipart_sink sink = { said, begin, take, end };
	enum multipart_end ended = multipart_read(type, &body, &sink, arena);

	arena_free(arena);
	buffer_add(&said->text, "", 1);
	return ended;
}

static const char form[] = "--X-Y\r\nContent-Disposition: form-data; name=\"story\"\r\n\r\nline one\r\n--X-\r\nline two\r\n"
			   "--X-Y\r\nContent-Disposition: form-data; name=\"evidence\"; filename=\"照片 %22一%22.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
			   "\xFF\xD8\r\n--X-Z\xFF\r\n--X-Y\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n--X-Y--\r\n";
#define PARTS "story=line one\r\n--X-\r\nline two;evidence[照片 \"一\".jpg]=\xFF\xD8\r\n--X-Z\xFF;empty=;"

static void fields_and_files_come_as_they_were_however_the_bytes_are_cut(void **state)
{
	(void)state;
	for (size_t step = 0; step < 40; step++) {
		struct said said = { 0 };

		assert_int_equal(read_text(TYPE, form, sizeof form - 1, step, &said), MULTIPART_DONE);
		assert_string_equal(said.text.bytes, PARTS);
		buffer_free(&said.text);
	}
}

static void a_body_that_ends_early_is_cut_off_wherever_it_ends(void **state)
{
	(void)state;
	for (size_t size = 0; size < sizeof form - 5; size++) {
		struct said said = { 0 };

		assert_int_not_equal(read_text(TYPE, form, size, 0, &said), MULTIPART_DONE);
		buffer_free(&said.text);
	}
}

static void other_types_and_broken_heads_are_refused(void **state)
{
	static const char nameless[] = "--X-Y\r\nContent-Disposition: form-data\r\n\r\nx\r\n--X-Y--\r\n";
	static const char not_utf8[] = "--X-Y\r\nContent-Disposition: form-data; name=\"\xFF\xFE\"\r\n\r\nx\r\n--X-Y--\r\n";
	struct said said = { 0 };

	(void)state;
	assert_int_equal(read_text("text/plain", form, sizeof form - 1, 0, &said), MULTIPART_OTHER_TYPE);
	assert_int_equal(read_text("multipart/form-data", form, sizeof form - 1, 0, &said), MULTIPART_OTHER_TYPE);
	assert_int_equal(read_text(TYPE, nameless, sizeof nameless - 1, 0, &said), MULTIPART_MALFORMED);
	assert_int_not_equal(read_text(TYPE, not_utf8, sizeof not_utf8 - 1, 0, &said), MULTIPART_CUT_OFF);
	said.refuses = true;
	assert_int_equal(read_text(TYPE, form, sizeof form - 1, 0, &said), MULTIPART_STOPPED);
	buffer_free(&said.text);
}

static void a_large_file_passes_without_being_held(void **state)
{
	struct said said = { .count_only = true };
	struct buffer body = { 0 };

	(void)state;
	buffer_text(&body, "--X-Y\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n");
	for (int i = 0; i < 32 * 1024; i++)
		buffer_text(&body, "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDE\n");
	buffer_text(&body, "\r\n--X-Y--");
	/* The arena of read_text holds one MiB; the file has two. */
	assert_int_equal(read_text(TYPE, body.bytes, body.size, 0, &said), MULTIPART_DONE);
	assert_int_equal(said.bytes, 2 * 1024 * 1024);
	buffer_free(&body);
	buffer_free(&said.text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_and_files_come_as_they_were_however_the_bytes_are_cut),
		cmocka_unit_test(a_body_that_ends_early_is_cut_off_wherever_it_ends),
		cmocka_unit_test(other_types_and_broken_heads_are_refused),
		cmocka_unit_test(a_large_file_passes_without_being_held),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
