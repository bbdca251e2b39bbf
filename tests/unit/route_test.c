/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/route.h promises: a small program of its own, asked as a server asks. */
#include "lib/web/route.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define ID "0f3a9"

struct fixture {
	struct arena *arena;
	char folder[32];
	struct program program;
	struct buffer out;
	enum outcome ready;             /* what begin gives */
	int begun, ran;
};

static void write_template(const struct fixture *fixture, const char *name, const char *text)
{
	FILE *file = fopen(arena_format(fixture->arena, "%s/%s", fixture->folder, name), "w");

	assert_non_null(file);
	fputs("{{%AUTOESCAPE context=\"HTML\"}}\n", file);
	fputs(text, file);
	fclose(file);
}

static enum outcome begin(struct request *request)
{
	struct fixture *fixture = ((struct program *)request->program)->state;

	fixture->begun++;
	return fixture->ready;
}

static void globals(struct request *request, struct page *page)
{
	(void)request;
	page_global_text(page, "city", "上海");
}

static void say(struct request *request, const char *text)
{
	((struct fixture *)((struct program *)request->program)->state)->ran++;
	buffer_text(request->response.body, text);
}

static enum outcome show_home(struct request *request)
{
	say(request, "home");
	return PAGE;
}

static enum outcome show_new(struct request *request)
{
	say(request, "new");
	return PAGE;
}

static enum outcome show_code(struct request *request)
{
	say(request, arena_format(request->arena, "code %s", values_text(request->parts, "code")));
	return PAGE;
}

static enum outcome show_part(struct request *request)
{
	say(request, arena_format(request->arena, "%s page %lld", values_text(request->parts, "code"),
			     (long long)values_integer(request->parts, "page")));
	return PAGE;
}

static enum outcome show_age(struct request *request)
{
	say(request, arena_format(request->arena, "%s age %lld", request->form->fine ? "fine" : "not fine",
			     (long long)values_integer(request->form->values, "age")));
	return request->form->fine ? PAGE : INVALID;
}

static enum outcome take_post(struct request *request)
{
	say(request, "posted");
	return PAGE;
}

static enum outcome move(struct request *request)
{
	say(request, "half a page");
	request->response.location = "/facilities";
	return MOVED;
}

static enum outcome stay(struct request *request)
{
	say(request, "half a page");
	request->response.etag = "\"12\"";
	return NOT_CHANGED;
}

static enum outcome break_down(struct request *request)
{
	say(request, "half a page with secrets");
	request->response.content = CONTENT_JSON;
	request->response.cache = "max-age=60";
	return BROKEN;
}

static enum outcome lose(struct request *request)
{
	say(request, "half a page");
	return MISSING;
}

static enum outcome show_template(struct request *request)
{
	struct page *page = page_begin(request, "page.tpl");

	page_text(page, "name", "<春苗>");
	return page_end(request, page);
}

static enum outcome show_faulty_template(struct request *request)
{
	return page_end(request, page_begin(request, "faulty.tpl"));
}

static const struct form age_form = { (const struct field[]){ { "age", FIELD_INTEGER, OPTIONAL, 0, 36, NULL }, { 0 } } };

static const struct route routes[] = {
	{ METHOD_GET, "/", WHO_ANYONE, NULL, show_home, NULL },
	{ METHOD_GET, "/facilities/new", WHO_ANYONE, NULL, show_new, NULL },
	{ METHOD_GET, "/facilities/{code:code}", WHO_ANYONE, NULL, show_code, NULL },
	{ METHOD_GET, "/facilities/{code:code}/pages/{page:number}", WHO_ANYONE, NULL, show_part, NULL },
	{ METHOD_GET, "/search", WHO_ANYONE, &age_form, show_age, NULL },
	{ METHOD_GET, "/both", WHO_ANYONE, NULL, show_home, NULL },
	{ METHOD_POST, "/both", WHO_ANYONE, NULL, take_post, NULL },
	{ METHOD_GET, "/moved", WHO_ANYONE, NULL, move, NULL },
	{ METHOD_GET, "/same", WHO_ANYONE, NULL, stay, NULL },
	{ METHOD_GET, "/broken", WHO_ANYONE, NULL, break_down, NULL },
	{ METHOD_GET, "/lost", WHO_ANYONE, NULL, lose, NULL },
	{ METHOD_GET, "/page", WHO_ANYONE, NULL, show_template, NULL },
	{ METHOD_GET, "/faulty", WHO_ANYONE, NULL, show_faulty_template, NULL },
	{ 0 },
};

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);
	const char *problem = NULL;

	*state = fixture;
	fixture->arena = arena_new(1024 * 1024);
	strcpy(fixture->folder, "/tmp/shanyu-route-XXXXXX");
	if (!mkdtemp(fixture->folder) || mkdir(arena_format(fixture->arena, "%s/shared", fixture->folder), 0700) != 0)
		return -1;
	write_template(fixture, "shared/problem.tpl",
		"{{CITY}}: {{#BAD}}bad{{/BAD}}{{#MISSING}}missing{{/MISSING}}{{#NOT_ALLOWED}}not allowed{{/NOT_ALLOWED}}"
		"{{#TOO_LARGE}}too large{{/TOO_LARGE}}{{#TOO_MANY}}too many{{/TOO_MANY}}{{#BUSY}}busy{{/BUSY}}"
		"{{#BROKEN}}broken {{REQUEST_ID}}{{/BROKEN}}");
	write_template(fixture, "page.tpl", "<p>{{NAME}}, {{CITY}}</p>");
	write_template(fixture, "faulty.tpl", "<p>half a page</p>{{>HEAD}}");
	fixture->program.templates = templates_load(fixture->folder, NULL, fixture->arena, &problem);
	fixture->program.routes = routes;
	fixture->program.begin = begin;
	fixture->program.globals = globals;
	fixture->program.state = fixture;
	fixture->ready = PAGE;
	return !fixture->program.templates;
}

static int tear_down(void **state)
{
	static const char *const files[] = { "shared/problem.tpl", "page.tpl", "faulty.tpl", "shared", "" };
	struct fixture *fixture = *state;

	templates_free(fixture->program.templates);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		remove(arena_format(fixture->arena, "%s/%s", fixture->folder, files[i]));
	buffer_free(&fixture->program.body);
	buffer_free(&fixture->out);
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

/* Head and body of the answer. */
static const char *answer(void **state, const char *method, const char *target)
{
	struct fixture *fixture = *state;
	char *environment[] = { arena_format(fixture->arena, "REQUEST_METHOD=%s", method),
		arena_format(fixture->arena, "REQUEST_URI=%s", target), arena_copy(fixture->arena, "REQUEST_ID=" ID), NULL };
	struct request request = { .arena = fixture->arena, .environment = environment, .program = &fixture->program };

	fixture->out.size = 0;
	route_answer(&request, &fixture->out);
	if (request.response.body)
		buffer_add(&fixture->out, request.response.body->bytes, request.response.body->size);
	return arena_text(fixture->arena, fixture->out.bytes, fixture->out.size);
}

static int status(void **state, const char *method, const char *target)
{
	const char *head = answer(state, method, target);

	assert_memory_equal(head, "Status: ", 8);
	return atoi(head + 8);
}

static const char *body(void **state, const char *method, const char *target)
{
	return strstr(answer(state, method, target), "\r\n\r\n") + 4;
}

static const char *page(void **state, const char *target)
{
	assert_int_equal(status(state, "GET", target), 200);
	return body(state, "GET", target);
}

static void a_path_leads_to_its_handler(void **state)
{
	assert_string_equal(page(state, "/"), "home");
	assert_string_equal(page(state, "/?utm=1"), "home");
}

static void a_code_in_the_path_is_a_part_by_name(void **state)
{
	assert_string_equal(page(state, "/facilities/P-1_a"), "code P-1_a");
}

static void a_number_in_the_path_is_a_part_by_name(void **state)
{
	assert_string_equal(page(state, "/facilities/P1/pages/12"), "P1 page 12");
	assert_string_equal(page(state, "/facilities/P1/pages/0"), "P1 page 0");
}

static void the_first_route_that_matches_answers(void **state)
{
	assert_string_equal(page(state, "/facilities/new"), "new");
}

static void what_is_no_code_is_missing(void **state)
{
	static const char *const none[] = { "/facilities/", "/facilities/a.b", "/facilities/%E6%98%A5", "/facilities/a%20b",
		"/facilities/'--",
		"/facilities/abcdefghijklmnopqrstuvwxyz-_01234" };

	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_int_equal(status(state, "GET", none[i]), 404);
}

static void what_is_no_number_is_missing(void **state)
{
	static const char *const none[] = { "", "-1", "1a", "1.0", "+1", "9223372036854775808" };

	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_int_equal(status(state, "GET", arena_format(((struct fixture *)*state)->arena,
			"/facilities/P1/pages/%s", none[i])), 404);
}

static void a_path_with_more_or_less_parts_is_missing(void **state)
{
	static const char *const none[] = { "/facilities", "/facilities/P1/", "/facilities/P1/pages",
		"/facilities/P1/pages/1/", "/facilities//P1",
		"//", "/facilities/P1/pages/1/2", "/Facilities/P1", "/facilitie/P1", "/facilitiess/P1" };

	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_int_equal(status(state, "GET", none[i]), 404);
}

static void another_method_of_a_path_that_is_there_is_not_allowed(void **state)
{
	assert_int_equal(status(state, "POST", "/"), 405);
	assert_int_equal(status(state, "PUT", "/facilities/P1"), 405);
	assert_non_null(strstr(answer(state, "POST", "/"), "\r\nAllow: GET, HEAD\r\n"));
}

static void another_method_of_a_path_that_is_not_there_is_missing(void **state)
{
	assert_int_equal(status(state, "POST", "/nowhere"), 404);
}

static void each_method_of_one_path_has_its_own_handler(void **state)
{
	assert_string_equal(body(state, "GET", "/both"), "home");
	assert_string_equal(body(state, "POST", "/both"), "posted");
	assert_int_equal(status(state, "DELETE", "/both"), 405);
	assert_non_null(strstr(answer(state, "DELETE", "/both"), "\r\nAllow: GET, HEAD, POST\r\n"));
}

static void a_bad_request_line_runs_nothing(void **state)
{
	assert_int_equal(status(state, "GET", "/%FF"), 400);
	assert_string_equal(body(state, "GET", "/%FF"), "上海: bad");
	assert_int_equal(((struct fixture *)*state)->begun, 0);
}

static void the_form_is_read_before_the_handler_runs(void **state)
{
	assert_string_equal(page(state, "/search?age=12"), "fine age 12");
	assert_string_equal(page(state, "/search"), "fine age 0");
}

static void a_form_with_mistakes_is_answered_by_its_handler(void **state)
{
	assert_int_equal(status(state, "GET", "/search?age=99"), 400);
	assert_string_equal(body(state, "GET", "/search?age=99"), "not fine age 0");
}

static void a_query_that_cannot_be_read_runs_nothing(void **state)
{
	assert_int_equal(status(state, "GET", "/search?age=%zz"), 400);
	assert_string_equal(body(state, "GET", "/search?age=%FF"), "上海: bad");
	assert_int_equal(((struct fixture *)*state)->ran, 0);
}

static void a_route_without_a_form_does_not_look_at_the_query(void **state)
{
	assert_string_equal(page(state, "/?age=%zz"), "home");
}

static void a_head_request_gets_the_head_of_the_page_and_no_body(void **state)
{
	const char *head = answer(state, "HEAD", "/facilities/P1");

	assert_int_equal(atoi(head + 8), 200);
	assert_non_null(strstr(head, "\r\nContent-Length: 7\r\n"));
	assert_string_equal(strstr(head, "\r\n\r\n"), "\r\n\r\n");
}

static void a_head_request_for_nothing_gets_no_body_either(void **state)
{
	assert_int_equal(status(state, "HEAD", "/nowhere"), 404);
	assert_string_equal(body(state, "HEAD", "/nowhere"), "");
}

static void a_program_that_is_not_ready_runs_no_handler(void **state)
{
	struct fixture *fixture = *state;

	fixture->ready = BUSY;
	assert_int_equal(status(state, "GET", "/"), 503);
	assert_string_equal(body(state, "GET", "/"), "上海: busy");
	assert_int_equal(fixture->begun, 2);
	assert_int_equal(fixture->ran, 0);
}

static void what_is_missing_needs_no_edition(void **state)
{
	assert_string_equal(body(state, "GET", "/nowhere"), "上海: missing");
	assert_int_equal(((struct fixture *)*state)->begun, 0);
}

static void a_handler_that_finds_nothing_gives_the_problem_page_alone(void **state)
{
	assert_int_equal(status(state, "GET", "/lost"), 404);
	assert_string_equal(body(state, "GET", "/lost"), "上海: missing");
}

static void a_broken_page_shows_the_request_s_id_and_nothing_else(void **state)
{
	assert_int_equal(status(state, "GET", "/broken"), 500);
	assert_string_equal(body(state, "GET", "/broken"), "上海: broken " ID);
}

static void a_problem_page_is_html_and_never_kept(void **state)
{
	const char *head = answer(state, "GET", "/broken");

	assert_non_null(strstr(head, "\r\nContent-Type: text/html; charset=utf-8\r\n"));
	assert_non_null(strstr(head, "\r\nCache-Control: no-store\r\n"));
}

static void what_moved_has_no_body(void **state)
{
	assert_int_equal(status(state, "GET", "/moved"), 303);
	assert_non_null(strstr(answer(state, "GET", "/moved"), "\r\nLocation: /facilities\r\n"));
	assert_string_equal(body(state, "GET", "/moved"), "");
}

static void what_is_unchanged_has_no_body(void **state)
{
	assert_int_equal(status(state, "GET", "/same"), 304);
	assert_string_equal(body(state, "GET", "/same"), "");
}

static void one_answer_holds_nothing_of_the_one_before(void **state)
{
	answer(state, "GET", "/broken");
	assert_string_equal(page(state, "/facilities/P1"), "code P1");
	assert_string_equal(page(state, "/"), "home");
}

static void a_page_of_a_template_has_the_program_s_globals(void **state)
{
	assert_string_equal(page(state, "/page"), "<p>&lt;春苗&gt;, 上海</p>");
}

static void a_template_that_does_not_expand_breaks_the_page(void **state)
{
	assert_int_equal(status(state, "GET", "/faulty"), 500);
	assert_string_equal(body(state, "GET", "/faulty"), "上海: broken " ID);
}

/* Whether a table of one route is refused for lacking this. */
static bool lacks(void **state, struct route route, const char *what)
{
	struct fixture *fixture = *state;
	struct route table[] = { route, { 0 } };
	const struct program program = { .routes = table };
	const char *problem = "";

	if (routes_check(&program, fixture->arena, &problem))
		return false;
	assert_non_null(strstr(problem, route.path));
	return strstr(problem, what) != NULL;
}

static void a_table_that_says_everything_is_accepted(void **state)
{
	const struct program program = { .routes = routes };
	const char *problem = NULL;

	assert_true(routes_check(&program, ((struct fixture *)*state)->arena, &problem));
	assert_null(problem);
}

static void a_route_that_does_not_say_who_may_come_in_is_refused(void **state)
{
	assert_true(lacks(state, (struct route){ .method = METHOD_GET, .path = "/a", .run = show_home }, "who may come in"));
}

static void a_route_without_a_handler_is_refused(void **state)
{
	assert_true(lacks(state, (struct route){ .method = METHOD_GET, .path = "/a", .who = WHO_ANYONE }, "a handler"));
}

static void a_route_without_a_method_is_refused(void **state)
{
	assert_true(lacks(state, (struct route){ .path = "/a", .who = WHO_ANYONE, .run = show_home }, "a method"));
}

static void a_route_that_does_not_begin_at_the_root_is_refused(void **state)
{
	assert_true(lacks(state, (struct route){ METHOD_GET, "a", WHO_ANYONE, NULL, show_home, NULL }, "begins with /"));
}

static void a_route_with_a_part_of_unknown_type_is_refused(void **state)
{
	static const char *const unknown[] = { "/a/{code:text}", "/a/{code}", "/a/{code:}", "/a/{code:codes}",
		"/a/{code:code", "/a/{a:code}/{b:date}" };

	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
		assert_true(lacks(state, (struct route){ METHOD_GET, unknown[i], WHO_ANYONE, NULL, show_home, NULL },
			"a known type"));
}

static void one_faulty_route_among_many_is_found(void **state)
{
	struct route table[] = { routes[0], { .method = METHOD_GET, .path = "/a", .run = show_home }, routes[1], { 0 } };
	const struct program program = { .routes = table };
	const char *problem = "";

	assert_false(routes_check(&program, ((struct fixture *)*state)->arena, &problem));
	assert_string_equal(problem, "route /a lacks who may come in");
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(a_path_leads_to_its_handler),
		sentence(a_code_in_the_path_is_a_part_by_name),
		sentence(a_number_in_the_path_is_a_part_by_name),
		sentence(the_first_route_that_matches_answers),
		sentence(what_is_no_code_is_missing),
		sentence(what_is_no_number_is_missing),
		sentence(a_path_with_more_or_less_parts_is_missing),
		sentence(another_method_of_a_path_that_is_there_is_not_allowed),
		sentence(another_method_of_a_path_that_is_not_there_is_missing),
		sentence(each_method_of_one_path_has_its_own_handler),
		sentence(a_bad_request_line_runs_nothing),
		sentence(the_form_is_read_before_the_handler_runs),
		sentence(a_form_with_mistakes_is_answered_by_its_handler),
		sentence(a_query_that_cannot_be_read_runs_nothing),
		sentence(a_route_without_a_form_does_not_look_at_the_query),
		sentence(a_head_request_gets_the_head_of_the_page_and_no_body),
		sentence(a_head_request_for_nothing_gets_no_body_either),
		sentence(a_program_that_is_not_ready_runs_no_handler),
		sentence(what_is_missing_needs_no_edition),
		sentence(a_handler_that_finds_nothing_gives_the_problem_page_alone),
		sentence(a_broken_page_shows_the_request_s_id_and_nothing_else),
		sentence(a_problem_page_is_html_and_never_kept),
		sentence(what_moved_has_no_body),
		sentence(what_is_unchanged_has_no_body),
		sentence(one_answer_holds_nothing_of_the_one_before),
		sentence(a_page_of_a_template_has_the_program_s_globals),
		sentence(a_template_that_does_not_expand_breaks_the_page),
		sentence(a_table_that_says_everything_is_accepted),
		sentence(a_route_that_does_not_say_who_may_come_in_is_refused),
		sentence(a_route_without_a_handler_is_refused),
		sentence(a_route_without_a_method_is_refused),
		sentence(a_route_that_does_not_begin_at_the_root_is_refused),
		sentence(a_route_with_a_part_of_unknown_type_is_refused),
		sentence(one_faulty_route_among_many_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
