/* SPDX-License-Identifier: Apache-2.0 */
/* /cases/{number}: everything that is known of a case on one page, what to do next first; and the same for paper. */
#include <string.h>

#include "admin/core/flow.h"
#include "case.h"
#include "desk.h"
#include "lib/base/calendar.h"

/* messages, notes, steps: those before so many. */
static const struct field show_fields[] = { { "done", FIELD_CODE, OPTIONAL, 0, 0, NULL },
					    { "messages", FIELD_INTEGER, OPTIONAL, 1, 1e12, NULL },
					    { "notes", FIELD_INTEGER, OPTIONAL, 1, 1e12, NULL },
					    { "steps", FIELD_INTEGER, OPTIONAL, 1, 1e12, NULL },
					    { 0 } };
const struct form case_show_form = { show_fields };

/* What the fields of a form are called after; the one that decides stands once for each request. */
static const char *name_of(struct request *request, const char *action)
{
	if (strcmp(action, "decide") != 0)
		return action;
	return arena_format(request->arena, "%s-%s", action, values_text(request->form->typed, "position"));
}

static void bind_mistakes(struct request *request, struct page *page, const struct case_said *said)
{
	static const struct {
		enum case_answer answer;
		const char *section;
	} sections[] = {
		{ CASE_UNSAID, "UNSAID" }, { CASE_UNFIT, "UNFIT" }, { CASE_CHANGED, "CHANGED" },
		{ CASE_LATE, "LATE" },     { CASE_EARLY, "EARLY" },   { CASE_FORBIDDEN, "FORBIDDEN" },
	};
	struct page *mistakes = page_section(page, "mistakes");
	const struct form_result *form = request->form;
	int64_t typed = 0;

	page_text(mistakes, "action", name_of(request, said->action));
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		if (sections[i].answer == said->answer)
			page_show(mistakes, sections[i].section);
	if (said->why && *said->why)
		page_show(mistakes, arena_format(request->arena, "CAUSE_%s", said->why));
	else
		page_show(mistakes, "NO_CAUSE");
	if (said->left)
		page_text(mistakes, "placeholder", said->left);
	form_show(form, mistakes);
	/* The words are not lost, whatever became of their form. */
	for (const struct field *field = form->form->fields;
	     field->name && (said->answer == CASE_CHANGED || !said->stands); field++)
		if ((field->kind == FIELD_TEXT || field->kind == FIELD_PARAGRAPHS) && *values_text(form->typed, field->name)) {
			page_text(page_section(mistakes, "typed"), "words", values_text(form->typed, field->name));
			typed++;
		}
	page_integer(mistakes, "typed_count", typed);
}

static bool bind_flow(struct request *request, struct page *page, const struct values *one)
{
	struct values *parameters = values_new(request->arena);

	values_put_text(parameters, "number", values_text(one, "number"));
	return office_flow_bind(request, page, &case_flow, values_text(one, "state"), &Q_desk_case_passed, parameters);
}

enum outcome case_page(struct request *request, const struct values *one, struct case_said *said)
{
	struct page *page = page_begin(request, "admin/case.tpl");

	if (!case_bind_facts(request, page, one, said) || !case_bind_forms(request, page, one, said) || !bind_flow(request, page, one)) {
		page_free(page);
		return BROKEN;
	}
	if (said && !(said->begins && said->stands))
		bind_mistakes(request, page, said);
	return page_end(request, page);
}

enum outcome case_show(struct request *request)
{
	enum outcome outcome;
	struct values *one = case_of(request, &outcome);

	return one ? case_page(request, one, NULL) : outcome;
}

static const char *const text_forms[] = { "accept", "reject", "transfer", "reply", "review", "message", NULL };

/* A text to begin from, for which of the forms, and all that those forms have: what was typed travels along. */
static const struct field begin_fields[] = {
	CASE_REVISION,
	{ "number", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "form", FIELD_CHOICE, REQUIRED, 0, 0, text_forms },
	{ "template", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "reject_ground", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "verdict", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "passed_to", FIELD_TEXT, OPTIONAL, 0, CASE_WORDS_MOST, NULL },
	{ "note", FIELD_PARAGRAPHS, OPTIONAL, 0, CASE_WORDS_MOST, NULL },
	{ "text", FIELD_PARAGRAPHS, OPTIONAL, 0, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_begin_form = { begin_fields };

/* When the form is offered no more, somebody was faster: the page says so and has what was typed. */
enum outcome case_begin(struct request *request)
{
	struct case_said said = { .action = values_text(request->form->typed, "form"), .answer = CASE_CHANGED, .begins = true };
	enum outcome outcome;
	struct values *one = case_numbered(request, values_text(request->form->values, "number"), &outcome);

	if (!one)
		return outcome;
	if (!request->form->fine) {
		said.answer = CASE_DONE;
		said.begins = false;
	}
	office_note(request, values_text(one, "number"), NULL, "");
	outcome = case_page(request, one, &said);
	if (outcome != PAGE || (said.begins && said.stands))
		return outcome;
	return said.begins ? CONFLICT : INVALID;
}

/* For the file: who took it out is noted. */
enum outcome case_print(struct request *request)
{
	enum outcome outcome;
	struct values *one = case_of(request, &outcome);
	struct page *page;

	if (!one)
		return outcome;
	office_note(request, values_text(one, "number"), NULL, "");
	page = page_begin(request, "admin/case-print.tpl");
	page_text(page, "printed_at", calendar_moment_text(request->arena, request->now, CALENDAR_CHINA));
	if (case_bind_facts(request, page, one, NULL))
		return page_end(request, page);
	page_free(page);
	return BROKEN;
}
