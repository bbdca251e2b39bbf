/* SPDX-License-Identifier: Apache-2.0 */
/* Routes and the dispatcher. */
#include "route.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/log.h"
#include "lib/base/text.h"
#include "multipart_form.h"

#define FORM_TYPE "application/x-www-form-urlencoded"
#define LARGEST_FORM ((size_t)256 * 1024)

/* Where a path part ends. */
static size_t part_size(const char *path)
{
	return strcspn(path, "/");
}

static bool part_is(const char *pattern, const char *type, size_t *name_size)
{
	size_t size = part_size(pattern);
	const char *colon = memchr(pattern, ':', size);
	size_t type_size = strlen(type);

	if (pattern[0] != '{' || pattern[size - 1] != '}' || !colon)
		return false;
	*name_size = (size_t)(colon - pattern) - 1;
	return (size_t)(pattern + size - 1 - colon - 1) == type_size && strncmp(colon + 1, type, type_size) == 0;
}

static bool match_part(struct request *request, const char *pattern, const char *part, size_t size)
{
	char *text = arena_text(request->arena, part, size);
	size_t name_size;
	int64_t number;

	if (part_is(pattern, "code", &name_size)) {
		/* Blanks come along when an address is copied. */
		text = text_trim(request->arena, text);
		if (!text_is_code(text))
			return false;
		values_put_text(request->parts, arena_text(request->arena, pattern + 1, name_size), text);
		return true;
	}
	if (part_is(pattern, "number", &name_size)) {
		if (!text_to_integer(text, &number) || number < 0)
			return false;
		values_put_integer(request->parts, arena_text(request->arena, pattern + 1, name_size), number);
		return true;
	}
	return part_size(pattern) == size && strncmp(pattern, part, size) == 0;
}

static bool match(struct request *request, const char *pattern)
{
	const char *path = request->path;

	request->parts->count = 0;
	if (!strchr(pattern, '{'))
		return strcmp(pattern, path) == 0;
	while (*pattern == '/' && *path == '/') {
		size_t size = part_size(++path);

		pattern++;
		if (!size || !match_part(request, pattern, path, size))
			return false;
		pattern += part_size(pattern);
		path += size;
	}
	return !*pattern && !*path;
}

/* The route asked for; NULL: there is none, and *otherwise tells whether the path has other methods (RFC 9110, 15.5.6). */
static const struct route *find_route(struct request *request, const struct route *routes, enum outcome *otherwise)
{
	static const char *const allow[] = { NULL, "GET, HEAD", "POST", "GET, HEAD, POST" };
	int methods = 0;

	*otherwise = MISSING;
	for (const struct route *route = routes; route->path; route++) {
		if (!match(request, route->path))
			continue;
		if (route->method == request->method)
			return route;
		methods |= route->method == METHOD_GET ? 1 : 2;
		*otherwise = NOT_ALLOWED;
	}
	request->response.allow = allow[methods];
	return NULL;
}

static bool part_types_known(const char *path)
{
	size_t name_size;

	for (; (path = strchr(path, '{')); path++)
		if (!part_is(path, "code", &name_size) && !part_is(path, "number", &name_size))
			return false;
	return true;
}

bool routes_check(const struct program *program, struct arena *arena, const char **problem)
{
	for (const struct route *route = program->routes; route->path; route++) {
		bool unnamed = program->audits && route->method == METHOD_POST && !route->audit;
		const struct field *files = multipart_form_field(route->form);
		const char *lacks = !route->method                   ? "a method"
				    : route->path[0] != '/'          ? "a path that begins with /"
				    : !route->who                    ? "who may come in"
				    : !route->run                    ? "a handler"
				    : !part_types_known(route->path) ? "a known type in its path"
				    : unnamed                        ? "a name in the audit"
				    : files && !program->file_types  ? "a program that knows what files are"
				    : files && files->most > FORM_MOST_FILES ? "a bearable number of files"
								     : NULL;

		if (lacks) {
			*problem = arena_format(arena, "route %s lacks %s", route->path, lacks);
			return false;
		}
	}
	return true;
}

static const char *who_may(const struct program *program, const struct route *route)
{
	const char *name = NULL;

	if (route->who == WHO_ANYONE)
		return "anyone";
	if (route->who >= WHO_OWN && program->who_name)
		name = program->who_name(route->who);
	return name ? name : "?";
}

void routes_print(const struct program *program)
{
	for (const struct route *route = program->routes; route->path; route++) {
		printf("%-4s %-36s %-7s %s", route->method == METHOD_GET ? "GET" : "POST", route->path, who_may(program, route),
		       route->audit ? route->audit : "-");
		for (size_t i = 0; route->form && route->form->fields[i].name; i++)
			printf(" %s", route->form->fields[i].name);
		putchar('\n');
	}
}

/* What comes with files. */
static enum outcome read_streamed(struct request *request, const struct form *form, struct form_result **carried)
{
	const struct program *program = request->program;
	const struct multipart_form reading = {
		.form = form, .beside = program->every_post, .types = program->file_types, .allow = program->guard,
	};

	return multipart_form_read(request, &reading, &request->form, carried);
}

/* A form sent with POST, whole, and what comes with every form; multipart bodies of other forms are their handler's. */
static enum outcome read_posted(struct request *request, const struct form *form, struct form_result **carried)
{
	const struct program *program = request->program;
	const char *type = request_variable(request, "CONTENT_TYPE");
	struct buffer text = { 0 };
	char bytes[16384];
	ssize_t count = 1;

	if (strncmp(type, FORM_TYPE, strlen(FORM_TYPE)) != 0)
		return BAD;
	if (request->body.length > (int64_t)LARGEST_FORM)
		return TOO_LARGE;
	while (count > 0 && text.size <= LARGEST_FORM) {
		count = body_read(&request->body, bytes, sizeof bytes);
		if (count > 0)
			buffer_add(&text, bytes, (size_t)count);
	}
	if (count == 0 && !memchr(text.bytes ? text.bytes : "", 0, text.size)) {
		const char *whole = arena_text(request->arena, text.bytes ? text.bytes : "", text.size);

		request->form = form ? form_read(form, whole, request->arena) : NULL;
		*carried = program->every_post ? form_read(program->every_post, whole, request->arena) : NULL;
	}
	if (text.bytes)
		explicit_bzero(text.bytes, text.size);
	buffer_free(&text);
	return (request->form || !form) && (*carried || !program->every_post) ? PAGE : BAD;
}

static enum outcome read_form(struct request *request, const struct form *form)
{
	const struct program *program = request->program;
	struct form_result *carried = NULL;
	enum outcome outcome = PAGE;

	if (request->method == METHOD_POST) {
		if (multipart_form_field(form) && multipart_form_comes(request))
			outcome = read_streamed(request, form, &carried);
		else if (form || program->every_post)
			outcome = read_posted(request, form, &carried);
		if (outcome == PAGE && program->guard)
			outcome = program->guard(request, carried);
		/* What comes from elsewhere is shown to nobody. */
		if (outcome != PAGE) {
			multipart_form_close(request->form);
			request->form = NULL;
		}
		return outcome;
	}
	if (form)
		request->form = form_read(form, request->query, request->arena);
	return request->form || !form ? PAGE : BAD;
}

static enum outcome run_route(struct request *request)
{
	struct program *program = request->program;
	enum outcome outcome, otherwise;

	if (!request_read(request))
		return BAD;
	request->route = find_route(request, program->routes, &otherwise);
	outcome = program->admit ? program->admit(request) : PAGE;
	if (outcome == PAGE && !request->route)
		outcome = otherwise;
	if (outcome == PAGE)
		outcome = read_form(request, request->route->form);
	if (outcome == PAGE)
		outcome = program->begin(request);
	if (outcome != PAGE)
		return outcome;
	outcome = request->route->run(request);
	return program->finish ? program->finish(request, outcome) : outcome;
}

static const char *problem_section(enum outcome outcome)
{
	switch (outcome) {
	case BAD:
		return "BAD";
	case DENIED:
		return "DENIED";
	case MISSING:
		return "MISSING";
	case NOT_ALLOWED:
		return "NOT_ALLOWED";
	case CONFLICT:
		return "CONFLICT";
	case TOO_LARGE:
		return "TOO_LARGE";
	case TOO_MANY:
		return "TOO_MANY";
	case BUSY:
		return "BUSY";
	case PAGE:
	case NOT_CHANGED:
	case MOVED:
	case SIGN_IN:
	case INVALID:
	case HELD:
	case FULL:
	case BROKEN:
		break;
	}
	return "BROKEN";
}

/* What was typed is not lost with the page it was typed on; secrets are not shown again. */
static void bind_typed(const struct request *request, struct page *page)
{
	const struct form_result *form = request->method == METHOD_POST ? request->form : NULL;

	int64_t count = 0;

	for (const struct field *field = form ? form->form->fields : NULL; field && field->name; field++)
		if ((field->kind == FIELD_TEXT || field->kind == FIELD_PARAGRAPHS) && *values_text(form->typed, field->name)) {
			page_text(page_section(page, "typed"), "words", values_text(form->typed, field->name));
			count++;
		}
	page_integer(page, "typed_count", count);
}

static void make_problem_page(struct request *request, enum outcome outcome)
{
	const struct program *program = request->program;
	struct page *page = page_begin(request, program->problem ? program->problem : "shared/problem.tpl");

	request->response.body->size = 0;
	page_show(page, problem_section(outcome));
	page_text(page, "REQUEST_ID", request->id);
	bind_typed(request, page);
	page_end(request, page);
}

void route_answer(struct request *request, struct buffer *head)
{
	struct program *program = request->program;
	enum outcome outcome;

	program->body.size = 0;
	request->response.body = &program->body;
	request->response.content = CONTENT_HTML;
	request->response.images_from = program->images_from;
	request->parts = values_new(request->arena);
	if (program->forget)
		program->forget(request);
	outcome = run_route(request);
	if ((outcome == DENIED || outcome == MISSING) && program->refused)
		program->refused(request, outcome);
	if (outcome == BROKEN)
		log_line(LOG_ERROR_LINE, "request %s broken: %s", request->id, request->path);
	if (!response_has_body(outcome) && !((outcome == CONFLICT || outcome == DENIED) && program->body.size)) {
		request->response.content = CONTENT_HTML;
		request->response.file_name = NULL;
		make_problem_page(request, outcome);
	}
	if (outcome == NOT_CHANGED || outcome == MOVED || outcome == SIGN_IN)
		program->body.size = 0;
	multipart_form_close(request->form);
	response_head(&request->response, outcome, head);
	if (request->head_only)
		request->response.body = NULL;
}

struct page *page_begin(struct request *request, const char *template_name)
{
	struct program *program = request->program;
	struct page *page = page_new(program->templates, template_name);

	program->globals(request, page);
	return page;
}

enum outcome page_end(struct request *request, struct page *page)
{
	bool made = page_expand(page, request->response.body);

	page_free(page);
	return made ? PAGE : BROKEN;
}
