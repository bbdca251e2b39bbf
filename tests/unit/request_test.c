/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/request.h promises. */
#include "lib/web/request.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MOST_VARIABLES 8
#define LONGEST 4096

struct fixture {
	struct arena *arena;
	struct request request;
	char *environment[MOST_VARIABLES + 1];
	size_t count;
};

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	fixture->arena = arena_new(1024 * 1024);
	fixture->request.arena = fixture->arena;
	fixture->request.environment = fixture->environment;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

static struct request *with(void **state, const char *name, const char *value)
{
	struct fixture *fixture = *state;

	assert_true(fixture->count < MOST_VARIABLES);
	fixture->environment[fixture->count++] = arena_format(fixture->arena, "%s=%s", name, value);
	return &fixture->request;
}

/* Whether a request line is taken; then the request tells what it says. */
static bool taken(void **state, const char *method, const char *target)
{
	struct fixture *fixture = *state;

	memset(fixture->environment, 0, sizeof fixture->environment);
	fixture->count = 0;
	with(state, "REQUEST_METHOD", method);
	return request_read(with(state, "REQUEST_URI", target));
}

static void a_variable_is_found_by_its_whole_name(void **state)
{
	struct request *request = with(state, "REQUEST_URI", "/a=b");

	with(state, "EMPTY", "");
	assert_string_equal(request_variable(request, "REQUEST_URI"), "/a=b");
	assert_string_equal(request_variable(request, "EMPTY"), "");
	assert_string_equal(request_variable(request, "REQUEST"), "");
	assert_string_equal(request_variable(request, "REQUEST_URI_2"), "");
	assert_string_equal(request_variable(request, "request_uri"), "");
}

static void get_and_head_are_get(void **state)
{
	const struct request *request = &((struct fixture *)*state)->request;

	assert_true(taken(state, "GET", "/"));
	assert_int_equal(request->method, METHOD_GET);
	assert_false(request->head_only);
	assert_true(taken(state, "HEAD", "/"));
	assert_int_equal(request->method, METHOD_GET);
	assert_true(request->head_only);
}

static void post_is_post(void **state)
{
	assert_true(taken(state, "POST", "/"));
	assert_int_equal(((struct fixture *)*state)->request.method, METHOD_POST);
}

static void every_other_method_is_another(void **state)
{
	static const char *const others[] = { "PUT", "DELETE", "OPTIONS", "TRACE", "get", "GETS", "" };

	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		assert_true(taken(state, others[i], "/"));
		assert_int_equal(((struct fixture *)*state)->request.method, METHOD_OTHER);
	}
}

static void the_path_is_decoded_and_the_query_left_as_sent(void **state)
{
	const struct request *request = &((struct fixture *)*state)->request;

	assert_true(taken(state, "GET", "/%E6%9C%BA%E6%9E%84/a+b?q=%E6%98%A5&x=?"));
	assert_string_equal(request->path, "/机构/a+b");
	assert_string_equal(request->query, "q=%E6%98%A5&x=?");
}

static void a_target_without_a_query_has_an_empty_one(void **state)
{
	const struct request *request = &((struct fixture *)*state)->request;

	assert_true(taken(state, "GET", "/facilities"));
	assert_string_equal(request->query, "");
	assert_true(taken(state, "GET", "/facilities?"));
	assert_string_equal(request->query, "");
}

static void a_path_that_does_not_begin_at_the_root_is_refused(void **state)
{
	assert_false(taken(state, "GET", ""));
	assert_false(taken(state, "GET", "*"));
	assert_false(taken(state, "GET", "facilities"));
	assert_false(taken(state, "GET", "http://elsewhere.example/"));
	assert_false(taken(state, "GET", "?q=1"));
}

static void a_path_with_broken_percent_encoding_is_refused(void **state)
{
	assert_false(taken(state, "GET", "/%"));
	assert_false(taken(state, "GET", "/%4"));
	assert_false(taken(state, "GET", "/%zz"));
}

static void a_path_that_is_not_utf8_is_refused(void **state)
{
	assert_false(taken(state, "GET", "/%FF"));
	assert_false(taken(state, "GET", "/%C0%AF"));
	assert_false(taken(state, "GET", "/\xE9\x95"));
}

static void a_path_with_control_characters_is_refused(void **state)
{
	assert_false(taken(state, "GET", "/a%00b"));
	assert_false(taken(state, "GET", "/a%1Bb"));
	assert_false(taken(state, "GET", "/a%7Fb"));
	assert_false(taken(state, "GET", "/a%E2%80%AEb"));
	assert_false(taken(state, "GET", "/a%0D%0Ab"));
	assert_false(taken(state, "GET", "/a%09b"));
}

static void the_longest_target_is_taken_and_one_longer_refused(void **state)
{
	char target[LONGEST + 2];

	memset(target, 'a', sizeof target);
	target[0] = '/';
	target[LONGEST] = '\0';
	assert_true(taken(state, "GET", target));
	target[LONGEST] = 'a';
	target[LONGEST + 1] = '\0';
	assert_false(taken(state, "GET", target));
}

static void a_refused_request_still_has_path_query_and_id(void **state)
{
	const struct request *request = &((struct fixture *)*state)->request;

	assert_false(taken(state, "GET", "/%FF"));
	assert_string_equal(request->path, "/");
	assert_string_equal(request->query, "");
	assert_string_equal(request->id, "-");
}

static void the_id_is_the_servers_when_it_is_a_code(void **state)
{
	struct request *request = with(state, "REQUEST_ID", "0f3a-2b_9");

	with(state, "REQUEST_URI", "/");
	assert_true(request_read(request));
	assert_string_equal(request->id, "0f3a-2b_9");
}

static void an_id_that_is_no_code_is_not_taken(void **state)
{
	struct request *request = with(state, "REQUEST_ID", "<script>");

	with(state, "REQUEST_URI", "/");
	assert_true(request_read(request));
	assert_string_equal(request->id, "-");
}

static void a_cookie_is_found_wherever_it_stands(void **state)
{
	struct request *request = with(state, "HTTP_COOKIE", "size=large; theme=dark;last=a=b");

	assert_string_equal(request_cookie(request, "size"), "large");
	assert_string_equal(request_cookie(request, "theme"), "dark");
	assert_string_equal(request_cookie(request, "last"), "a=b");
}

static void a_cookie_is_found_by_its_whole_name_only(void **state)
{
	struct request *request = with(state, "HTTP_COOKIE", "my_size=1; size_of=2; ; size; other=size=3");

	assert_string_equal(request_cookie(request, "size"), "");
	assert_string_equal(request_cookie(request, "my"), "");
}

static void without_cookies_there_is_none(void **state)
{
	assert_string_equal(request_cookie(&((struct fixture *)*state)->request, "size"), "");
}

static void of_cookies_of_one_name_the_first_counts(void **state)
{
	assert_string_equal(request_cookie(with(state, "HTTP_COOKIE", "size=large; size=small"), "size"), "large");
}

static void a_visitor_without_a_version_has_not_this_one(void **state)
{
	struct request *request = &((struct fixture *)*state)->request;

	assert_false(request_has(request, "\"12\""));
	assert_string_equal(request->response.etag, "\"12\"");
}

static void a_visitor_with_this_version_has_it(void **state)
{
	assert_true(request_has(with(state, "HTTP_IF_NONE_MATCH", "\"12\""), "\"12\""));
}

static void a_visitor_may_hold_several_versions_and_weak_ones(void **state)
{
	struct request *request = with(state, "HTTP_IF_NONE_MATCH", "\"11\", W/\"12\"");

	assert_true(request_has(request, "\"11\""));
	assert_true(request_has(request, "\"12\""));
	assert_false(request_has(request, "\"13\""));
}

static void a_version_that_begins_or_ends_alike_is_another(void **state)
{
	struct request *request = with(state, "HTTP_IF_NONE_MATCH", "\"123\"");

	assert_false(request_has(request, "\"12\""));
	assert_false(request_has(request, "\"23\""));
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(a_variable_is_found_by_its_whole_name),
		sentence(get_and_head_are_get),
		sentence(post_is_post),
		sentence(every_other_method_is_another),
		sentence(the_path_is_decoded_and_the_query_left_as_sent),
		sentence(a_target_without_a_query_has_an_empty_one),
		sentence(a_path_that_does_not_begin_at_the_root_is_refused),
		sentence(a_path_with_broken_percent_encoding_is_refused),
		sentence(a_path_that_is_not_utf8_is_refused),
		sentence(a_path_with_control_characters_is_refused),
		sentence(the_longest_target_is_taken_and_one_longer_refused),
		sentence(a_refused_request_still_has_path_query_and_id),
		sentence(the_id_is_the_servers_when_it_is_a_code),
		sentence(an_id_that_is_no_code_is_not_taken),
		sentence(a_cookie_is_found_wherever_it_stands),
		sentence(a_cookie_is_found_by_its_whole_name_only),
		sentence(without_cookies_there_is_none),
		sentence(of_cookies_of_one_name_the_first_counts),
		sentence(a_visitor_without_a_version_has_not_this_one),
		sentence(a_visitor_with_this_version_has_it),
		sentence(a_visitor_may_hold_several_versions_and_weak_ones),
		sentence(a_version_that_begins_or_ends_alike_is_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
