/* SPDX-License-Identifier: Apache-2.0 */
/* Attachments of a file. */
#include "attachments.h"

#include <attached.h> /* the pack */

#include <string.h>

#include "lib/base/calendar.h"

#define MOST_AT_ONCE 5
#define MOST_KINDS 200
/* How the words of refusals begin for which the part has sentences. */
#define OWN_WORDS "attachment"

static const struct field attach_fields[] = {
	{ "kind", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "expires_on", FIELD_DATE, OPTIONAL, 0, 0, NULL },
	{ "attached", FIELD_FILES, REQUIRED, 1, MOST_AT_ONCE, NULL },
	{ 0 },
};
const struct form attach_form = { attach_fields };

static const struct field withdraw_fields[] = {
	{ "position", FIELD_INTEGER, REQUIRED, 1, 1e9, NULL },
	{ "reason", FIELD_PARAGRAPHS, REQUIRED, 1, 500, NULL },
	{ 0 },
};
const struct form attachment_withdraw_form = { withdraw_fields };

static const struct field undo_fields[] = {
	{ "position", FIELD_INTEGER, REQUIRED, 1, 1e9, NULL },
	{ 0 },
};
const struct form attachment_undo_form = { undo_fields };

static struct attachments attachments_of(const struct request *request, const struct attached_to *to)
{
	const struct office *office = office_of(request);

	return (struct attachments){ .sql = office->sql, .arena = request->arena, .now = request->now, .procedure = to->flow->word, .number = to->number,
				     .who = office_name(request), .why = "", .name = "", .sha256 = "" };
}

static bool may_change(const struct request *request, const struct attached_to *to)
{
	return !to->erased && flow_attaches(to->flow, to->state) && office_may(request, VERB_FILE_ATTACH);
}

static enum outcome refuse(struct request *request, const struct attached_to *to, const char *action, const char *why, enum outcome outcome)
{
	office_of(request)->work.why = why;
	return to->again(request, to->one, action, outcome);
}

/* PAGE: the form is to be acted on. */
static enum outcome look_at_form(struct request *request, const struct attached_to *to, const char *action)
{
	if (!may_change(request, to))
		return refuse(request, to, action, "other_state", DENIED);
	return request->form->fine ? PAGE : refuse(request, to, action, "", INVALID);
}

static void note(struct request *request, const struct attached_to *to, struct values *detail, const char *reason)
{
	if (strcmp(to->subject, to->number) != 0)
		values_put_text(detail, "code", to->number);
	office_note(request, to->subject, detail, reason);
}

/* The answer to a form. A refusal marks the field that it is about, so that the page says that nothing was done. */
static enum outcome answer_with(struct request *request, const struct attached_to *to, const struct attachments *file, const char *action,
				const char *field, enum attachment_answer answer)
{
	switch (answer) {
	case ATTACHMENT_DONE:
		return office_go(request, to->path, action);
	case ATTACHMENT_UNKNOWN:
		return MISSING;
	case ATTACHMENT_FAILED:
		return office_broken(request);
	case ATTACHMENT_REFUSED:
		break;
	}
	form_refuse(request->form, field, FIELD_OUT_OF_RANGE);
	values_put_text(request->form->typed, "refused", file->name);
	return refuse(request, to, action, file->why,
		      strcmp(file->why, "attachment_stays") == 0  ? DENIED
		      : strcmp(file->why, "attachment_gone") == 0 ? CONFLICT
								  : INVALID);
}

enum outcome attachments_add(struct request *request, const struct attached_to *to)
{
	enum outcome outcome = look_at_form(request, to, "attach");
	struct attachments file = attachments_of(request, to);
	struct values *detail = values_new(request->arena);
	const struct values *form = request->form->values;
	const char *positions;
	enum attachment_answer answer;

	if (outcome != PAGE)
		return outcome;
	answer = attachment_add(&file, values_text(form, "kind"), values_text(form, "expires_on"), &request->form->files, &positions);
	values_put_text(detail, "position", positions);
	values_put_text(detail, "sha256", file.sha256);
	values_put_text(detail, "kind", values_text(form, "kind"));
	note(request, to, detail, "");
	return answer_with(request, to, &file, "attach", strcmp(file.why, "attachment_kind_unknown") == 0 ? "kind" : "attached", answer);
}

enum outcome attachments_withdraw(struct request *request, const struct attached_to *to)
{
	enum outcome outcome = look_at_form(request, to, "attachment_withdraw");
	struct attachments file = attachments_of(request, to);
	struct values *detail = values_new(request->arena);
	int64_t position = values_integer(request->form->values, "position");
	const char *reason = values_text(request->form->values, "reason");
	enum attachment_answer answer;

	if (outcome != PAGE)
		return outcome;
	answer = attachment_withdraw(&file, position, reason);
	values_put_integer(detail, "position", position);
	values_put_text(detail, "sha256", file.sha256);
	note(request, to, detail, reason);
	return answer_with(request, to, &file, "attachment_withdraw", "position", answer);
}

enum outcome attachments_undo(struct request *request, const struct attached_to *to)
{
	enum outcome outcome = look_at_form(request, to, "attachment_undo");
	struct attachments file = attachments_of(request, to);
	struct values *detail = values_new(request->arena);
	int64_t position = values_integer(request->form->values, "position");
	enum attachment_answer answer;

	if (outcome != PAGE)
		return outcome;
	answer = attachment_undo(&file, position);
	values_put_integer(detail, "position", position);
	values_put_text(detail, "sha256", file.sha256);
	note(request, to, detail, "");
	return answer_with(request, to, &file, "attachment_undo", "position", answer);
}

/* Whatever it is, it is saved and not opened: nothing that somebody attached runs or shows itself in the office's name. */
enum outcome attachments_download(struct request *request, const struct attached_to *to)
{
	struct attachments file = attachments_of(request, to);
	struct values *detail = values_new(request->arena), *one;
	int64_t position = values_integer(request->parts, "position");
	enum attachment_answer answer;

	one = to->erased ? NULL : attachment_one(&file, position, &answer);
	if (!one)
		return to->erased || answer != ATTACHMENT_FAILED ? MISSING : office_broken(request);
	buffer_reserve(request->response.body, (size_t)values_integer(one, "size"));
	if (!attachment_bytes(&file, position, request->response.body))
		return office_broken(request);
	values_put_integer(detail, "position", position);
	values_put_text(detail, "sha256", values_text(one, "sha256"));
	note(request, to, detail, "");
	request->response.content = CONTENT_BYTES;
	request->response.file_name = values_text(one, "name");
	return PAGE;
}

enum outcome attachments_preview(struct request *request, const struct attached_to *to)
{
	struct attachments file = attachments_of(request, to);
	struct values *asked = values_new(request->arena), *detail = values_new(request->arena), *row = NULL;
	const struct value *preview;

	values_put_text(asked, "procedure", file.procedure);
	values_put_text(asked, "number", file.number);
	values_put_integer(asked, "position", values_integer(request->parts, "position"));
	if (sql_row(file.sql, &Q_attachment_preview, asked, request->arena, &row) == SQL_FAILED)
		return office_broken(request);
	preview = row && !to->erased ? values_find(row, "preview") : NULL;
	if (!preview || preview->kind != VALUE_BLOB)
		return MISSING;
	values_put_integer(detail, "position", values_integer(request->parts, "position"));
	values_put_text(detail, "sha256", values_text(row, "sha256"));
	note(request, to, detail, "");
	buffer_add(request->response.body, preview->blob, preview->size);
	request->response.content = CONTENT_JPEG;
	return PAGE;
}

static const char *moment_of(struct request *request, const struct values *row, const char *name)
{
	return values_null(row, name) ? "" : calendar_moment_text(request->arena, values_integer(row, name), CALENDAR_CHINA);
}

/* What stands in one row's form to withdraw it: what was typed, when it was this one that was not withdrawn. */
static void bind_withdraw(struct request *request, struct page *row, const struct values *one, const char *tried)
{
	struct page *form = page_section(row, "withdraw");

	if (tried && strcmp(tried, "attachment_withdraw") == 0 && values_integer(request->form->values, "position") == values_integer(one, "position")) {
		form_show(request->form, form);
		page_show(form, "OPEN");
		return;
	}
	page_show(form, "CLOSED");
	page_text(form, "reason", "");
}

static void bind_one(struct request *request, struct page *page, const struct values *one, const char *path, bool may, const char *tried)
{
	struct page *row = page_section(page, "attachments");
	bool stands = values_null(one, "withdrawn_at");
	bool own = strcmp(values_text(one, "attached_by"), office_name(request)) == 0;
	struct values *shown = values_copy(one, request->arena);

	values_put_text(shown, "path", path);
	values_put_text(shown, "attached_at", moment_of(request, one, "attached_at"));
	values_put_text(shown, "withdrawn_at", moment_of(request, one, "withdrawn_at"));
	values_put_text(shown, "emptied_at", moment_of(request, one, "emptied_at"));
	values_put_integer(shown, "kilobytes", (values_integer(one, "size") + 1023) / 1024);
	values_put_integer(shown, "expired", attachment_expired(values_text(one, "expires_on"), request->now, request->arena));
	values_put_integer(shown, "is_paper", strcmp(values_text(one, "type"), "application/pdf") == 0);
	values_put_integer(shown, "has_preview", stands && strcmp(values_text(one, "preview_state"), "MADE") == 0);
	values_put_integer(shown, "preview_comes", stands && strcmp(values_text(one, "preview_state"), "WAITING") == 0);
	values_put_integer(shown, "may_undo", may && stands && own && values_integer(one, "attached_at") >= request->now - ATTACHMENT_UNDO_SECONDS);
	page_values(row, shown);
	if (may && stands)
		bind_withdraw(request, row, one, tried);
}

static bool bind_form(struct request *request, struct page *page, const char *path, const char *tried)
{
	struct page *form = page_section(page, "do_attach");
	bool again = tried && strcmp(tried, "attach") == 0;
	const char *chosen = again ? values_text(request->form->typed, "kind") : "";
	struct rows kinds;

	if (!sql_list(office_of(request)->sql, &Q_attachment_kind_list, NULL, request->arena, MOST_KINDS, &kinds))
		return false;
	for (size_t i = 0; i < kinds.count; i++)
		values_put_integer(&kinds.at[i], "chosen", strcmp(values_text(&kinds.at[i], "code"), chosen) == 0);
	page_rows(form, "kind_options", &kinds);
	page_text(form, "path", path);
	page_integer(form, "most_at_once", MOST_AT_ONCE);
	if (again) {
		form_show(request->form, form);
		page_show(form, "OPEN");
	} else {
		page_text(form, "expires_on", "");
	}
	return true;
}

static void bind_problem(const struct request *request, struct page *page)
{
	struct page *problem = page_section(page, "attachment_problem");
	const char *why = office_of(request)->work.why;

	form_show(request->form, problem);
	if (!why || strncmp(why, OWN_WORDS, strlen(OWN_WORDS)) != 0)
		return;
	page_show(problem, why);
	page_text(problem, "refused", values_text(request->form->typed, "refused"));
}

bool attachments_bind(struct request *request, struct page *page, const struct attached_to *to, const char *tried)
{
	struct attachments file = attachments_of(request, to);
	bool may = may_change(request, to);
	struct rows rows;

	if (!attachment_list(&file, &rows) || (may && !bind_form(request, page, to->path, tried))) {
		office_broken(request);
		return false;
	}
	if (tried)
		bind_problem(request, page);
	for (size_t i = 0; i < rows.count; i++)
		bind_one(request, page, &rows.at[i], to->path, may, tried);
	page_integer(page, "attachments_count", (int64_t)rows.count);
	return true;
}

bool attachments_know(const char *action)
{
	return strcmp(action, "attach") == 0 || strcmp(action, "attachment_withdraw") == 0 || strcmp(action, "attachment_undo") == 0;
}
