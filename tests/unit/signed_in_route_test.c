/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/route.h promises a program that people sign in to: who, guard, begin, handler, finish, in this order. */
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

enum { WHO_READER = WHO_OWN, WHO_WRITER };

struct fixture {
	struct arena *arena;
	char folder[32];
	struct program program;
	struct buffer out;
	char steps[200];                /* what was called, in order */
	int forgot;
	enum outcome admitted, guarded, begun, ended;
};

static struct fixture *fixture_of(struct request *request)
{
	return ((struct program *)request->program)->state;
}

static void note(struct request *request, const char *step)
{
	struct fixture *fixture = fixture_of(request);
	size_t size = strlen(fixture->steps);

	snprintf(fixture->steps + size, sizeof fixture->steps - size, "%s ", step);
}

static enum outcome admit(struct request *request)
{
	note(request, arena_format(request->arena, "admit:%s", request->route ? request->route->path : "nothing"));
	request->response.location = "/login";
	return fixture_of(request)->admitted;
}

static void forget(struct request *request)
{
	fixture_of(request)->forgot++;
}

static enum outcome guard(struct request *request, const struct form_result *carried)
{
	note(request, arena_format(request->arena, "guard:%s", values_text(carried->values, "csrf")));
	return fixture_of(request)->guarded;
}

static enum outcome begin(struct request *request)
{
	note(request, "begin");
	return fixture_of(request)->begun;
}

static enum outcome finish(struct request *request, enum outcome outcome)
{
	note(request, outcome == MOVED ? "keep" : "undo");
	return outcome == MOVED ? fixture_of(request)->ended : outcome;
}

static const char *who_name(int who)
{
	return who == WHO_READER ? "reader" : NULL;
}

static void globals(struct request *request, struct page *page)
{
	(void)request;
	(void)page;
}

static enum outcome show(struct request *request)
{
	note(request, "run");
	buffer_text(request->response.body, "shown");
	return PAGE;
}

static enum outcome change(struct request *request)
{
	note(request, arena_format(request->arena, "run:%s", values_text(request->form->values, "text")));
	if (!request->form->fine) {
		buffer_text(request->response.body, "again");
		return INVALID;
	}
	request->response.location = "/";
	request->response.cookies[0] = "a=1";
	request->response.cookies[1] = "b=2";
	return MOVED;
}

static enum outcome collide(struct request *request)
{
	note(request, "run");
	if (request->form)
		buffer_text(request->response.body, "what you typed");
	return CONFLICT;
}

static const struct form text_form = { (const struct field[]){ { "text", FIELD_TEXT, REQUIRED, 1, 10, NULL }, { 0 } } };
static const struct form csrf_form = { (const struct field[]){ { "csrf", FIELD_TEXT, OPTIONAL, 1, 100, NULL }, { 0 } } };

static const struct route routes[] = {
	{ METHOD_GET, "/", WHO_READER, NULL, show, NULL },
	{ METHOD_POST, "/change", WHO_WRITER, &text_form, change, "thing.change" },
	{ METHOD_POST, "/collide", WHO_WRITER, &text_form, collide, "thing.collide" },
	{ METHOD_POST, "/vanish", WHO_WRITER, NULL, collide, "thing.vanish" },
	{ 0 },
};

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);
	const char *problem = NULL;
	FILE *file;

	*state = fixture;
	fixture->arena = arena_new(1024 * 1024);
	strcpy(fixture->folder, "/tmp/shanyu-route-XXXXXX");
	if (!mkdtemp(fixture->folder) || mkdir(arena_format(fixture->arena, "%s/office", fixture->folder), 0700) != 0)
		return -1;
	file = fopen(arena_format(fixture->arena, "%s/office/problem.tpl", fixture->folder), "w");
	fputs("{{%AUTOESCAPE context=\"HTML\"}}\n{{#DENIED}}denied{{/DENIED}}{{#CONFLICT}}conflict{{/CONFLICT}}{{#BAD}}bad{{/BAD}}", file);
	fclose(file);
	fixture->program = (struct program){ .templates = templates_load(fixture->folder, NULL, fixture->arena, &problem), .routes = routes,
		.forget = forget, .admit = admit, .every_post = &csrf_form, .guard = guard, .begin = begin, .finish = finish, .who_name = who_name,
		.globals = globals, .problem = "office/problem.tpl", .audits = true, .state = fixture };
	fixture->admitted = fixture->guarded = fixture->begun = PAGE;
	fixture->ended = MOVED;
	return !fixture->program.templates;
}

static int tear_down(void **state)
{
	static const char *const files[] = { "office/problem.tpl", "office", "" };
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

static ssize_t read_text(void *source, void *bytes, size_t size)
{
	const char **left = source;
	size_t length = strlen(*left);

	if (size > length)
		size = length;
	memcpy(bytes, *left, size);
	*left += size;
	return (ssize_t)size;
}

/* Head and body of the answer to a POST of this body, or to a GET without one. */
static const char *answer(void **state, const char *target, const char *posted)
{
	struct fixture *fixture = *state;
	char *environment[] = { posted ? "REQUEST_METHOD=POST" : "REQUEST_METHOD=GET",
				arena_format(fixture->arena, "REQUEST_URI=%s", target), "REQUEST_ID=1",
				"CONTENT_TYPE=application/x-www-form-urlencoded", NULL };
	struct request request = { .arena = fixture->arena, .environment = environment, .program = &fixture->program, .now = 1000 };

	if (posted)
		request.body = (struct body){ .source = &posted, .read = read_text, .length = (int64_t)strlen(posted) };
	fixture->out.size = 0;
	fixture->steps[0] = '\0';
	route_answer(&request, &fixture->out);
	if (request.response.body)
		buffer_add(&fixture->out, request.response.body->bytes, request.response.body->size);
	return arena_text(fixture->arena, fixture->out.bytes, fixture->out.size);
}

#define EXPECT(state, steps_, said, target, posted)                                                                                              \
	do {                                                                                                                               \
		const char *answered = answer(state, target, posted);                                                                      \
		assert_string_equal(((struct fixture *)*state)->steps, steps_);                                                            \
		assert_non_null(strstr(answered, said));                                                                                   \
	} while (0)

static void a_change_goes_through_every_step_in_order(void **state)
{
	EXPECT(state, "admit:/change guard:abc begin run:hello keep ", "Location: /\r\n", "/change", "text=hello&csrf=abc");
}

static void every_cookie_is_set(void **state)
{
	const char *answered = answer(state, "/change", "text=hello&csrf=abc");

	assert_non_null(strstr(answered, "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n"));
}

static void a_page_needs_no_token(void **state)
{
	EXPECT(state, "admit:/ begin run undo ", "shown", "/", NULL);
}

static void who_is_not_signed_in_is_led_to_where_one_signs_in(void **state)
{
	((struct fixture *)*state)->admitted = SIGN_IN;
	EXPECT(state, "admit:/change ", "Status: 303 See Other", "/change", "text=hello&csrf=abc");
	EXPECT(state, "admit:/ ", "Location: /login", "/", NULL);
}

static void who_may_not_is_told_so_before_anything_is_read(void **state)
{
	((struct fixture *)*state)->admitted = DENIED;
	EXPECT(state, "admit:/change ", "Status: 403 Forbidden", "/change", "text=hello&csrf=abc");
	EXPECT(state, "admit:/ ", "denied", "/", NULL);
}

static void a_post_that_is_not_from_our_pages_changes_nothing(void **state)
{
	((struct fixture *)*state)->guarded = DENIED;
	EXPECT(state, "admit:/change guard: ", "Status: 403 Forbidden", "/change", "text=hello");
}

static void a_form_with_mistakes_is_undone(void **state)
{
	EXPECT(state, "admit:/change guard:abc begin run: undo ", "Status: 400 Bad Request", "/change", "csrf=abc");
}

static void what_could_not_be_kept_is_not_told_as_done(void **state)
{
	((struct fixture *)*state)->ended = BROKEN;
	EXPECT(state, "admit:/change guard:abc begin run:hello keep ", "Status: 500", "/change", "text=hello&csrf=abc");
}

static void a_conflict_shows_what_was_typed_or_the_problem_page(void **state)
{
	EXPECT(state, "admit:/collide guard:abc begin run undo ", "what you typed", "/collide", "text=hello&csrf=abc");
	EXPECT(state, "admit:/vanish guard:abc begin run undo ", "\r\n\r\nconflict", "/vanish", "csrf=abc");
}

static void who_is_not_signed_in_does_not_learn_which_pages_there_are(void **state)
{
	struct fixture *fixture = *state;

	EXPECT(state, "admit:nothing ", "Status: 404", "/nothing", NULL);
	fixture->admitted = SIGN_IN;
	EXPECT(state, "admit:nothing ", "Status: 303", "/nothing", NULL);
}

static void nothing_of_the_request_before_is_left_whatever_comes(void **state)
{
	answer(state, "/", NULL);
	answer(state, "/nothing", NULL);
	answer(state, "/%FF", NULL);
	assert_int_equal(((struct fixture *)*state)->forgot, 3);
}

static void a_program_that_audits_refuses_a_change_without_a_name(void **state)
{
	struct fixture *fixture = *state;
	const struct route table[] = { { METHOD_POST, "/a", WHO_WRITER, NULL, collide, NULL }, { 0 } };
	struct program program = { .routes = table, .audits = true };
	const char *problem = "";

	assert_false(routes_check(&program, fixture->arena, &problem));
	assert_string_equal(problem, "route /a lacks a name in the audit");
	program.audits = false;
	assert_true(routes_check(&program, fixture->arena, &problem));
}

int main(void)
{
#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		sentence(a_change_goes_through_every_step_in_order),
		sentence(every_cookie_is_set),
		sentence(a_page_needs_no_token),
		sentence(who_is_not_signed_in_is_led_to_where_one_signs_in),
		sentence(who_may_not_is_told_so_before_anything_is_read),
		sentence(a_post_that_is_not_from_our_pages_changes_nothing),
		sentence(a_form_with_mistakes_is_undone),
		sentence(what_could_not_be_kept_is_not_told_as_done),
		sentence(a_conflict_shows_what_was_typed_or_the_problem_page),
		sentence(who_is_not_signed_in_does_not_learn_which_pages_there_are),
		sentence(nothing_of_the_request_before_is_left_whatever_comes),
		sentence(a_program_that_audits_refuses_a_change_without_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
