/* SPDX-License-Identifier: Apache-2.0 */
#include "lib/web/multipart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "lib/base/buffer.h"

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
	struct said said = { 0 };

	(void)state;
	assert_int_equal(read_text("text/plain", form, sizeof form - 1, 0, &said), MULTIPART_OTHER_TYPE);
	assert_int_equal(read_text("multipart/form-data", form, sizeof form - 1, 0, &said), MULTIPART_OTHER_TYPE);
	assert_int_equal(read_text(TYPE, nameless, sizeof nameless - 1, 0, &said), MULTIPART_MALFORMED);
	said.refuses = true;
	assert_int_equal(read_text(TYPE, form, sizeof form - 1, 0, &said), MULTIPART_STOPPED);
	buffer_free(&said.text);
}

/* What one part with this head and the content "x" is taken for; "" when it is refused. */
static void expect_head(const char *head, const char *expected)
{
	char body[1024];
	int size = snprintf(body, sizeof body, "--X-Y\r\n%s\r\n\r\nx\r\n--X-Y--\r\n", head);
	struct said said = { 0 };
	enum multipart_end ended = read_text(TYPE, body, (size_t)size, 0, &said);

	assert_int_equal(ended, *expected ? MULTIPART_DONE : MULTIPART_MALFORMED);
	assert_string_equal(said.text.bytes, expected);
	buffer_free(&said.text);
}

#define FILE_NAMED(name) "Content-Disposition: form-data; name=\"f\"; filename=" name

static void a_backslash_in_a_name_is_a_backslash(void **state)
{
	(void)state;
	expect_head(FILE_NAMED("\"a\\b.png\""), "f[a\\b.png]=x;");
	expect_head(FILE_NAMED("\"C:\\dir\\\""), "f[C:\\dir\\]=x;");
}

static void the_three_escapes_of_browsers_are_undone_and_no_other(void **state)
{
	(void)state;
	expect_head(FILE_NAMED("\"a%22b%0D%0Ac%41%3B%\""), "f[a\"b  c%41%3B%]=x;");
	expect_head(FILE_NAMED("\"=?GBK?B?1dXGrA==?=\""), "f[=?GBK?B?1dXGrA==?=]=x;");
}

static void what_cannot_be_read_of_a_name_is_an_underscore_and_the_file_is_taken(void **state)
{
	(void)state;
	expect_head(FILE_NAMED("\"\xD5\xD5\xC6\xAC.png\""), "f[_.png]=x;");
	expect_head("Content-Disposition: form-data; name=\"f\"; filename*=GB2312''%D5%D5%C6%AC.png", "f[_]=x;");
	expect_head("Content-Disposition: form-data; name=\"f\"; filename*0*=GBK''%D5; filename*1=a", "f[_]=x;");
	expect_head("Content-Disposition: form-data; filename*=UTF-8''b; filename=\"a\"; name=\"f\"", "f[a]=x;");
	expect_head("Content-Disposition: form-data; name=\"\xFF\xFEg\"", "_g=x;");
}

static void expect_shown(const char *given, const char *shown)
{
	struct arena *arena = arena_new(64 * 1024);

	assert_string_equal(multipart_shown_name(arena, given), shown);
	arena_free(arena);
}

static void a_shown_name_is_one_line_that_can_be_seen(void **state)
{
	(void)state;
	expect_shown("a\nb.png", "a b.png");
	expect_shown("a\rb\tc.png", "a b c.png");
	expect_shown("a.exe   ", "a.exe");
	expect_shown("\t\t", "_");
	expect_shown(" \n ", "_");
	expect_shown("\xE3\x80\x80", "_");
	expect_shown("", "");
}

static void a_head_is_read_however_it_is_written(void **state)
{
	(void)state;
	expect_head("content-disposition:form-data;name=f;filename=a.png", "f[a.png]=x;");
	expect_head("X-Other: 1\r\nCONTENT-DISPOSITION \t:\tForm-Data \t; NAME = \"f\" ; FileName =\"\" ;\r\nContent-Type: a/b", "f[]=x;");
	expect_head("Content-Disposition: form-data; name=\"f\"; filename=\"say \"a\"; b.png\"", "f[say \"a]=x;");
	expect_head("Content-Disposition: form-data; name=\"never closed", "never closed=x;");
	expect_head("Content-Disposition: form-data; name", "=x;");
	expect_head("Content-Disposition: attachment; name=\"f\"", "");
	expect_head("Content-Disposition", "");
	expect_head("; name=\"f\"", "");
}

static void a_boundary_is_one_of_rfc_2046_said_without_any_encoding(void **state)
{
	static const char *const fine[] = { "Multipart/Form-Data;boundary=X-Y", "multipart/form-data; charset=x; BOUNDARY=\"X-Y\"; a=b" };
	static const char *const other[] = { "multipart/form-data; boundary*=GBK''X-Y", "multipart/form-data; boundary=", "multipart/form-data; boundary",
		"multipart/form-data; boundary=\"X\\-Y\"", "multipart/form-data; boundary=\xD5\xD5", "multipart/form-data, boundary=X-Y", "",
		"multipart/form-data; boundary=12345678901234567890123456789012345678901234567890123456789012345678901" };

	(void)state;
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
		struct said said = { 0 };

		assert_int_equal(read_text(fine[i], form, sizeof form - 1, 0, &said), MULTIPART_DONE);
		buffer_free(&said.text);
	}
	for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
		struct said said = { 0 };

		assert_int_equal(read_text(other[i], form, sizeof form - 1, 0, &said), MULTIPART_OTHER_TYPE);
		buffer_free(&said.text);
	}
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
		cmocka_unit_test(a_backslash_in_a_name_is_a_backslash),
		cmocka_unit_test(the_three_escapes_of_browsers_are_undone_and_no_other),
		cmocka_unit_test(what_cannot_be_read_of_a_name_is_an_underscore_and_the_file_is_taken),
		cmocka_unit_test(a_shown_name_is_one_line_that_can_be_seen),
		cmocka_unit_test(a_head_is_read_however_it_is_written),
		cmocka_unit_test(a_boundary_is_one_of_rfc_2046_said_without_any_encoding),
		cmocka_unit_test(a_large_file_passes_without_being_held),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
