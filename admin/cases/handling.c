/* SPDX-License-Identifier: Apache-2.0 */
/* The office's own record of a case, which nobody outside reads: notes and tasks. */
#include <string.h>

#include "case.h"

static const struct field note_fields[] = {
	CASE_REVISION,
	{ "kind", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "text", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_note_form = { note_fields };

/* A note decides nothing: it is welcome whatever happened meanwhile. */
static struct case_act regardless(const struct case_act *act)
{
	struct case_act any = *act;

	any.revision = -1;
	return any;
}

static enum case_answer note(struct casework *work, const struct case_act *act, const struct values *said)
{
	struct case_act any = regardless(act);
	int64_t position;

	return case_note(work, &any, values_text(said, "kind"), values_text(said, "text"), &position);
}

enum outcome case_note_send(struct request *request)
{
	return case_do(request, "note", note);
}

static const struct field of_position_fields[] = { CASE_REVISION, { "position", FIELD_INTEGER, REQUIRED, 1, 1e6, NULL }, { 0 } };
const struct form case_note_undo_form = { of_position_fields };
const struct form case_task_done_form = { of_position_fields };

static enum case_answer note_undo(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_note_undo(work, act, values_integer(said, "position"));
}

enum outcome case_note_undo_send(struct request *request)
{
	return case_do(request, "note_undo", note_undo);
}

static const struct field task_fields[] = {
	CASE_REVISION,
	{ "text", FIELD_TEXT, REQUIRED, 1, 300, NULL },
	{ "assignee", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "due_on", FIELD_TEXT, OPTIONAL, 10, 10, NULL },
	{ 0 },
};
const struct form case_task_form = { task_fields };

static enum case_answer task(struct casework *work, const struct case_act *act, const struct values *said)
{
	struct case_act any = regardless(act);
	int64_t position;

	return case_task(work, &any, values_text(said, "text"), values_text(said, "assignee"), values_text(said, "due_on"),
			 &position);
}

/* Whom the page does not offer cannot see the case, and would not learn of the task. */
static bool check_assignee(struct request *request, const struct values *one)
{
	const char *assignee = values_text(request->form->values, "assignee");
	struct rows colleagues;

	if (!*assignee)
		return true;
	if (!case_colleagues(request, one, &colleagues))
		return false;
	for (size_t i = 0; i < colleagues.count; i++)
		if (strcmp(values_text(&colleagues.at[i], "account"), assignee) == 0)
			return true;
	form_refuse(request->form, "assignee", FIELD_OUT_OF_RANGE);
	return true;
}

enum outcome case_task_send(struct request *request)
{
	enum outcome outcome;
	struct values *one = case_of(request, &outcome);

	if (!one)
		return outcome;
	return check_assignee(request, one) ? case_do(request, "task", task) : BROKEN;
}

static enum case_answer task_done(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_task_done(work, act, values_integer(said, "position"));
}

enum outcome case_task_done_send(struct request *request)
{
	return case_do(request, "task_done", task_done);
}
