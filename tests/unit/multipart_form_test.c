/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/multipart_form.h promises. */
#include "lib/web/multipart_form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <dirent.h>

static const struct field fields[] = {
	{ "kind", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "note", FIELD_PARAGRAPHS, OPTIONAL, 0, 100, NULL },
	{ "papers", FIELD_FILES, REQUIRED, 1, 2, NULL },
	{ 0 },
};
static const struct form form = { fields };
static const struct field beside_fields[] = {
	{ "token", FIELD_TEXT, OPTIONAL, 1, 100, NULL },
	{ 0 },
};
static const struct form beside = { beside_fields };

#define BEGIN "--X\r\nContent-Disposition: form-data; name="
#define TOKEN BEGIN "\"token\"\r\n\r\nright\r\n"
#define KIND BEGIN "\"kind\"\r\n\r\nLETTER\r\n"
#define PAPER(name, bytes) BEGIN "\"papers\"; filename=\"" name "\"\r\n\r\n" bytes "\r\n"
#define END "--X--\r\n"

/* A body that is made as it is read: what stands before, so many bytes, what stands behind. */
struct source {
	const char *before, *behind;
	size_t at, filling, end;
	bool lost;
};

static ssize_t read_some(void *own, void *bytes, size_t size)
{
	struct source *source = own;
	size_t before = strlen(source->before), behind = strlen(source->behind), whole = before + source->filling + behind;
	size_t left = (source->end ? source->end : whole) - source->at;

	if (!left)
		return source->lost ? -1 : 0;
	if (source->at < before) {
		size = size < before - source->at ? size : before - source->at;
		size = size < left ? size : left;
		memcpy(bytes, source->before + source->at, size);
	} else if (source->at < before + source->filling) {
		size = size < before + source->filling - source->at ? size : before + source->filling - source->at;
		size = size < left ? size : left;
		memset(bytes, 'f', size);
	} else {
		size = size < left ? size : left;
		memcpy(bytes, source->behind + source->at - before - source->filling, size);
	}
	source->at += size;
	return (ssize_t)size;
}

struct fixture {
	struct arena *lasting, *arena; /* arena: of one request */
	struct file_types *types;
	struct form_result *result, *carried;
	int asked; /* how often it was asked whether files may be kept */
	size_t open_before;
};

static size_t open_files(void)
{
	DIR *folder = opendir("/proc/self/fd");
	size_t count = 0;

	while (readdir(folder))
		count++;
	closedir(folder);
	return count;
}

static enum outcome allow(struct request *request, const struct form_result *carried)
{
	struct fixture *fixture = request->program;

	fixture->asked++;
	return strcmp(values_text(carried->values, "token"), "right") == 0 ? PAGE : DENIED;
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);
	const char *problem;

	*state = fixture;
	fixture->lasting = arena_new((size_t)1024 * 1024);
	fixture->arena = arena_new((size_t)1024 * 1024);
	fixture->types = file_types_open(fixture->lasting, &problem);
	fixture->open_before = open_files();
	return fixture->types ? 0 : -1;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	multipart_form_close(fixture->result);
	assert_int_equal(open_files(), fixture->open_before);
	file_types_close(fixture->types);
	arena_free(fixture->arena);
	arena_free(fixture->lasting);
	test_free(fixture);
	return 0;
}

static enum outcome take(void **state, struct source source)
{
	static char type[] = "CONTENT_TYPE=multipart/form-data; boundary=X";
	struct fixture *fixture = *state;
	char *environment[] = { type, NULL };
	size_t whole = strlen(source.before) + source.filling + strlen(source.behind);
	struct request request = {
		.arena = fixture->arena, .environment = environment, .program = fixture, .id = "test",
		.body = { .source = &source, .read = read_some, .length = (int64_t)whole },
	};
	const struct multipart_form reading = { .form = &form, .beside = &beside, .types = fixture->types, .allow = allow };
	enum outcome outcome;

	multipart_form_close(fixture->result);
	arena_sweep(fixture->arena);
	fixture->asked = 0;
	outcome = multipart_form_read(&request, &reading, &fixture->result, &fixture->carried);
	if (outcome != PAGE)
		assert_int_equal(open_files(), fixture->open_before);
	return outcome;
}

static enum outcome take_text(void **state, const char *text)
{
	return take(state, (struct source){ .before = text, .behind = "" });
}

static const struct form_files *files_of(void **state)
{
	return &((struct fixture *)*state)->result->files;
}

static void fields_and_files_are_read_with_name_size_kind_hash_and_bytes(void **state)
{
	struct fixture *fixture = *state;
	char bytes[16] = "";

	assert_int_equal(take_text(state, TOKEN KIND PAPER("a.txt", "hello") PAPER("b.txt", "x") END), PAGE);
	assert_true(fixture->result->fine);
	assert_string_equal(values_text(fixture->result->values, "kind"), "LETTER");
	assert_int_equal(values_integer(fixture->result->values, "papers"), 2);
	assert_int_equal(files_of(state)->count, 2);
	assert_string_equal(files_of(state)->at[0].name, "a.txt");
	assert_int_equal(files_of(state)->at[0].size, 5);
	assert_string_equal(files_of(state)->at[0].type, "text/plain");
	assert_string_equal(files_of(state)->at[0].sha256, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
	assert_int_equal(read(files_of(state)->at[0].bytes, bytes, sizeof bytes), 5);
	assert_string_equal(bytes, "hello");
	assert_string_equal(values_text(fixture->carried->values, "token"), "right");
	assert_int_equal(fixture->asked, 1);
}

static void nobody_is_asked_when_there_is_no_file_and_the_file_is_missing(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(take_text(state, TOKEN KIND PAPER("", "") END), PAGE);
	assert_int_equal(fixture->asked, 0);
	assert_false(fixture->result->fine);
	assert_int_equal(fixture->result->states[2], FIELD_MISSING);
	assert_string_equal(values_text(fixture->carried->values, "token"), "right");
}

static void no_byte_is_kept_before_it_is_known_whose_form_it_is(void **state)
{
	assert_int_equal(take_text(state, KIND PAPER("a.txt", "hello") TOKEN END), DENIED);
	assert_int_equal(take_text(state, KIND PAPER("a.txt", "hello") END), DENIED);
	assert_int_equal(take_text(state, BEGIN "\"token\"\r\n\r\nwrong\r\n" PAPER("a.txt", "hello") END), DENIED);
	/* However much is still to come. */
	assert_int_equal(take(state, (struct source){ .before = PAPER("a.txt", ""), .filling = 30000000, .behind = "\r\n" TOKEN END }), DENIED);
}

static void what_is_too_much_is_told_by_the_first_that_was_refused_and_leaves_nothing(void **state)
{
	static const struct {
		const char *text;
		size_t filling;
		enum form_files_problem problem;
		const char *refused;
	} bodies[] = {
		{ TOKEN KIND PAPER("a", "1") PAPER("b", "2") PAPER("c", "3") END, 0, FORM_FILES_TOO_MANY, "c" },
		{ TOKEN KIND PAPER("a", "1") PAPER("empty", "") END, 0, FORM_FILES_EMPTY, "empty" },
		{ TOKEN KIND PAPER("empty", "") PAPER("b", "2") PAPER("c", "3") END, 0, FORM_FILES_EMPTY, "empty" },
		{ TOKEN KIND PAPER("a", "1") BEGIN "\"papers\"; filename=\"large\"\r\n\r\n", (size_t)FORM_FILE_BYTES + 1, FORM_FILES_TOO_LARGE, "large" },
	};

	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		const char *behind = bodies[i].filling ? "\r\n" END : "";

		assert_int_equal(take(state, (struct source){ .before = bodies[i].text, .filling = bodies[i].filling, .behind = behind }), PAGE);
		assert_false(((struct fixture *)*state)->result->fine);
		assert_int_equal(files_of(state)->problem, bodies[i].problem);
		assert_string_equal(files_of(state)->refused, bodies[i].refused);
		assert_int_equal(files_of(state)->count, 0);
		assert_int_equal(open_files(), ((struct fixture *)*state)->open_before);
	}
}

static void a_file_may_have_all_that_one_may_have_and_no_byte_more(void **state)
{
	assert_int_equal(take(state, (struct source){ .before = TOKEN KIND BEGIN "\"papers\"; filename=\"a\"\r\n\r\n", .filling = (size_t)FORM_FILE_BYTES,
						       .behind = "\r\n" END }),
			 PAGE);
	assert_int_equal(files_of(state)->count, 1);
	assert_int_equal(files_of(state)->at[0].size, FORM_FILE_BYTES);
}

static void a_body_larger_than_any_form_is_not_read(void **state)
{
	assert_int_equal(take(state, (struct source){ .before = TOKEN, .filling = (size_t)FORM_BODY_BYTES, .behind = END }), TOO_LARGE);
}

static void a_body_that_ends_early_or_is_lost_leaves_nothing_wherever_that_is(void **state)
{
	static const char whole[] = TOKEN KIND PAPER("a.txt", "hello") PAPER("b.txt", "x") END;

	for (size_t end = 1; end < sizeof whole - 5; end++)
		for (int lost = 0; lost < 2; lost++)
			assert_int_equal(take(state, (struct source){ .before = whole, .behind = "", .end = end, .lost = lost }), BAD);
}

static void bytes_that_are_no_text_are_refused_in_a_field_and_harmless_in_a_name(void **state)
{
	assert_int_equal(take_text(state, TOKEN BEGIN "\"kind\"\r\n\r\n\xCB\xD5\r\n" PAPER("a", "1") END), BAD);
	assert_int_equal(take_text(state, TOKEN KIND PAPER("\xCB\xD5\xC0\xCF.txt", "1") END), PAGE);
	assert_string_equal(files_of(state)->at[0].name, "_.txt");
}

static void a_name_is_no_path_and_has_nothing_that_cannot_be_seen(void **state)
{
	static const struct {
		const char *text, *name;
	} names[] = {
		{ TOKEN KIND PAPER("../../etc/passwd", "1") END, "passwd" },
		{ TOKEN KIND PAPER("C:\\docs\\a.doc", "1") END, "a.doc" },
		{ TOKEN KIND PAPER("a/", "1") END, "_" },
		{ TOKEN KIND PAPER("\xE2\x80\xAE" "fdp.exe", "1") END, "fdp.exe" },
		{ TOKEN KIND PAPER("a%0D%0Ab%22c", "1") END, "a  b\"c" },
		{ TOKEN KIND PAPER("bell\a.txt", "1") END, "bell.txt" },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		assert_int_equal(take_text(state, names[i].text), PAGE);
		assert_string_equal(files_of(state)->at[0].name, names[i].name);
	}
}

static void a_file_for_no_field_of_the_form_is_passed_over(void **state)
{
	assert_int_equal(take_text(state, TOKEN KIND BEGIN "\"other\"; filename=\"a\"\r\n\r\nbytes\r\n" END), PAGE);
	assert_int_equal(files_of(state)->count, 0);
	assert_int_equal(((struct fixture *)*state)->asked, 0);
}

static void a_text_under_the_name_of_the_files_is_none_and_urlencoded_there_are_none(void **state)
{
	struct fixture *fixture = *state;
	struct form_result *plain = form_read(&form, "kind=LETTER&papers=x", fixture->arena);

	assert_int_equal(plain->states[2], FIELD_MISSING);
	assert_int_equal(take_text(state, TOKEN KIND BEGIN "\"papers\"\r\n\r\nx\r\n" END), PAGE);
	assert_int_equal(fixture->result->states[2], FIELD_MISSING);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(fields_and_files_are_read_with_name_size_kind_hash_and_bytes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nobody_is_asked_when_there_is_no_file_and_the_file_is_missing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_byte_is_kept_before_it_is_known_whose_form_it_is, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_too_much_is_told_by_the_first_that_was_refused_and_leaves_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_file_may_have_all_that_one_may_have_and_no_byte_more, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_body_larger_than_any_form_is_not_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_body_that_ends_early_or_is_lost_leaves_nothing_wherever_that_is, set_up, tear_down),
		cmocka_unit_test_setup_teardown(bytes_that_are_no_text_are_refused_in_a_field_and_harmless_in_a_name, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_name_is_no_path_and_has_nothing_that_cannot_be_seen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_file_for_no_field_of_the_form_is_passed_over, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_text_under_the_name_of_the_files_is_none_and_urlencoded_there_are_none, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
