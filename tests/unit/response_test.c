/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/response.h promises. */
#include "lib/web/response.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const enum outcome outcomes[] = { PAGE, NOT_CHANGED, MOVED, BAD, INVALID, MISSING, NOT_ALLOWED, TOO_LARGE, TOO_MANY,
	BROKEN, BUSY };

#define OUTCOMES (sizeof outcomes / sizeof *outcomes)

struct fixture {
	struct arena *arena;
	struct buffer body, out;
	struct response response;
};

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	fixture->arena = arena_new(1024 * 1024);
	buffer_text(&fixture->body, "<p>春苗</p>");
	fixture->response = (struct response){ .content = CONTENT_HTML, .location = "/elsewhere", .allow = "POST", .body = &fixture->body };
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	buffer_free(&fixture->body);
	buffer_free(&fixture->out);
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

static const char *head(void **state, enum outcome outcome)
{
	struct fixture *fixture = *state;

	fixture->out.size = 0;
	response_head(&fixture->response, outcome, &fixture->out);
	return arena_text(fixture->arena, fixture->out.bytes, fixture->out.size);
}

/* The value of a header, NULL when it is not there; one that comes twice is a failure. */
static const char *header(void **state, enum outcome outcome, const char *name)
{
	struct fixture *fixture = *state;
	const char *value = NULL;

	for (const char *line = head(state, outcome); *line; line = strstr(line, "\r\n") + 2) {
		size_t length = strlen(name);

		if (strncmp(line, name, length) != 0 || strncmp(line + length, ": ", 2) != 0)
			continue;
		assert_null(value);
		line += length + 2;
		value = arena_text(fixture->arena, line, (size_t)(strstr(line, "\r\n") - line));
	}
	return value;
}

static void every_outcome_has_its_status(void **state)
{
	static const int numbers[] = { 200, 304, 303, 400, 400, 404, 405, 413, 429, 500, 503 };

	for (size_t i = 0; i < OUTCOMES; i++) {
		assert_int_equal(atoi(response_status(outcomes[i])), numbers[i]);
		assert_string_equal(header(state, outcomes[i], "Status"), response_status(outcomes[i]));
	}
}

static void the_handler_makes_the_body_of_what_it_answers_itself(void **state)
{
	(void)state;
	assert_true(response_has_body(PAGE));
	assert_true(response_has_body(INVALID));
	assert_true(response_has_body(MOVED));
	assert_true(response_has_body(NOT_CHANGED));
}

static void every_other_outcome_gets_a_problem_page(void **state)
{
	static const enum outcome problems[] = { BAD, MISSING, NOT_ALLOWED, TOO_LARGE, TOO_MANY, BROKEN, BUSY };

	(void)state;
	for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
		assert_false(response_has_body(problems[i]));
}

static void a_head_ends_with_an_empty_line(void **state)
{
	for (size_t i = 0; i < OUTCOMES; i++) {
		const char *text = head(state, outcomes[i]);

		assert_string_equal(strstr(text, "\r\n\r\n"), "\r\n\r\n");
	}
}

static void every_answer_has_the_headers_that_protect_its_reader(void **state)
{
	for (size_t i = 0; i < OUTCOMES; i++) {
		assert_string_equal(header(state, outcomes[i], "X-Content-Type-Options"), "nosniff");
		assert_non_null(header(state, outcomes[i], "Referrer-Policy"));
		assert_non_null(header(state, outcomes[i], "Cross-Origin-Opener-Policy"));
		assert_non_null(header(state, outcomes[i], "Content-Security-Policy"));
	}
}

static void nothing_may_be_loaded_from_elsewhere(void **state)
{
	const char *policy = header(state, PAGE, "Content-Security-Policy");

	assert_non_null(strstr(policy, "default-src 'none'"));
	assert_non_null(strstr(policy, "script-src 'self';"));
	assert_non_null(strstr(policy, "frame-ancestors 'none'"));
	assert_non_null(strstr(policy, "base-uri 'none'"));
	assert_null(strstr(policy, "unsafe"));
	assert_null(strstr(policy, "http"));
	assert_string_equal(strstr(policy, "img-src"), "img-src 'self' data:");
}

static void images_may_come_from_the_configured_host(void **state)
{
	struct fixture *fixture = *state;

	fixture->response.images_from = "https://tiles.example";
	assert_string_equal(strstr(header(state, PAGE, "Content-Security-Policy"), "img-src"),
		"img-src 'self' data: https://tiles.example");
	fixture->response.images_from = "";
	assert_string_equal(strstr(header(state, PAGE, "Content-Security-Policy"), "img-src"), "img-src 'self' data:");
}

static void every_content_has_its_type(void **state)
{
	static const char *const types[] = { "text/html", "application/json", "application/geo+json", "text/csv", "image/svg+xml",
		"application/xml", "application/atom+xml", "application/feed+json", "text/plain", "text/vcard" };
	struct fixture *fixture = *state;

	for (int content = CONTENT_HTML; content <= CONTENT_VCARD; content++) {
		fixture->response.content = (enum content)content;
		assert_string_equal(header(state, PAGE, "Content-Type"),
			arena_format(fixture->arena, "%s; charset=utf-8", types[content - CONTENT_HTML]));
	}
}

static void the_length_counts_bytes(void **state)
{
	assert_string_equal(header(state, PAGE, "Content-Length"), "13");
}

static void an_unchanged_page_has_neither_type_nor_length(void **state)
{
	assert_null(header(state, NOT_CHANGED, "Content-Type"));
	assert_null(header(state, NOT_CHANGED, "Content-Length"));
}

static void only_what_moved_says_where(void **state)
{
	for (size_t i = 0; i < OUTCOMES; i++) {
		const char *location = header(state, outcomes[i], "Location");

		if (outcomes[i] == MOVED)
			assert_string_equal(location, "/elsewhere");
		else
			assert_null(location);
	}
}

static void a_page_is_not_kept_unless_it_says_so(void **state)
{
	for (size_t i = 0; i < OUTCOMES; i++)
		assert_string_equal(header(state, outcomes[i], "Cache-Control"), "no-store");
}

static void only_a_page_that_was_made_is_kept_and_has_a_version(void **state)
{
	struct fixture *fixture = *state;

	fixture->response.cache = "max-age=60";
	fixture->response.etag = "\"12\"";
	for (size_t i = 0; i < OUTCOMES; i++) {
		bool kept = outcomes[i] == PAGE || outcomes[i] == NOT_CHANGED;

		assert_string_equal(header(state, outcomes[i], "Cache-Control"), kept ? "max-age=60" : "no-store");
		if (kept)
			assert_string_equal(header(state, outcomes[i], "ETag"), "\"12\"");
		else
			assert_null(header(state, outcomes[i], "ETag"));
	}
}

static void a_form_with_mistakes_is_kept_by_its_sender_alone(void **state)
{
	struct fixture *fixture = *state;

	for (const char *const *cache = (const char *const[]){ "private, max-age=0", "public, max-age=60", NULL }; *cache; cache++) {
		bool own = **cache == 'p' && (*cache)[1] == 'r';

		fixture->response.cache = *cache;
		for (const enum outcome *shown = (const enum outcome[]){ INVALID, HELD, FULL, 0 }; *shown; shown++)
			assert_string_equal(header(state, *shown, "Cache-Control"), own ? *cache : "no-store");
		assert_string_equal(header(state, BROKEN, "Cache-Control"), "no-store");
		assert_string_equal(header(state, DENIED, "Cache-Control"), "no-store");
	}
}

static void a_method_not_allowed_says_which_are(void **state)
{
	assert_string_equal(header(state, NOT_ALLOWED, "Allow"), "POST");
	assert_null(header(state, MISSING, "Allow"));
}

static void a_busy_program_says_when_to_come_again(void **state)
{
	assert_string_equal(header(state, BUSY, "Retry-After"), "5");
	assert_null(header(state, BROKEN, "Retry-After"));
}

static void a_cookie_is_set_when_there_is_one(void **state)
{
	struct fixture *fixture = *state;

	assert_null(header(state, MOVED, "Set-Cookie"));
	fixture->response.cookies[0] = "size=large; Path=/";
	assert_string_equal(header(state, MOVED, "Set-Cookie"), "size=large; Path=/");
}

static void a_file_is_offered_under_its_name(void **state)
{
	struct fixture *fixture = *state;

	assert_null(header(state, PAGE, "Content-Disposition"));
	fixture->response.file_name = "facilities.csv";
	assert_string_equal(header(state, PAGE, "Content-Disposition"), "attachment; filename=\"facilities.csv\"");
}

static void a_problem_is_no_file(void **state)
{
	struct fixture *fixture = *state;

	fixture->response.file_name = "facilities.csv";
	assert_null(header(state, BAD, "Content-Disposition"));
	assert_null(header(state, BROKEN, "Content-Disposition"));
}

static void open_data_alone_may_be_read_by_pages_of_other_sites(void **state)
{
	struct fixture *fixture = *state;

	assert_null(header(state, PAGE, "Access-Control-Allow-Origin"));
	fixture->response.open_data = true;
	assert_string_equal(header(state, PAGE, "Access-Control-Allow-Origin"), "*");
	assert_string_equal(header(state, NOT_CHANGED, "Access-Control-Allow-Origin"), "*");
	assert_string_equal(header(state, BAD, "Access-Control-Allow-Origin"), "*");
}

static void a_part_says_where_the_next_is(void **state)
{
	struct fixture *fixture = *state;

	assert_null(header(state, PAGE, "Link"));
	fixture->response.next_part = "https://shanyu.example/facilities.csv?part=2";
	assert_string_equal(header(state, PAGE, "Link"), "<https://shanyu.example/facilities.csv?part=2>; rel=\"next\"");
	assert_null(header(state, BROKEN, "Link"));
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(every_outcome_has_its_status),
		sentence(the_handler_makes_the_body_of_what_it_answers_itself),
		sentence(every_other_outcome_gets_a_problem_page),
		sentence(a_head_ends_with_an_empty_line),
		sentence(every_answer_has_the_headers_that_protect_its_reader),
		sentence(nothing_may_be_loaded_from_elsewhere),
		sentence(images_may_come_from_the_configured_host),
		sentence(every_content_has_its_type),
		sentence(the_length_counts_bytes),
		sentence(an_unchanged_page_has_neither_type_nor_length),
		sentence(only_what_moved_says_where),
		sentence(a_page_is_not_kept_unless_it_says_so),
		sentence(only_a_page_that_was_made_is_kept_and_has_a_version),
		sentence(a_form_with_mistakes_is_kept_by_its_sender_alone),
		sentence(a_method_not_allowed_says_which_are),
		sentence(a_busy_program_says_when_to_come_again),
		sentence(a_cookie_is_set_when_there_is_one),
		sentence(a_file_is_offered_under_its_name),
		sentence(a_problem_is_no_file),
		sentence(open_data_alone_may_be_read_by_pages_of_other_sites),
		sentence(a_part_says_where_the_next_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
