/* SPDX-License-Identifier: Apache-2.0 */
/* /reply-templates: texts to begin a message or a reply from. */
#include <string.h>

#include "admin/cases/case.h"
#include "desk.h"
#include "editing.h"

static const struct field list_fields[] = { { "done", FIELD_CODE, OPTIONAL, 0, 0, NULL }, { 0 } };
const struct form reply_template_list_form = { list_fields };

static const struct field template_fields[] = {
	{ "changed_at", FIELD_INTEGER, REQUIRED, -1, 1e12, NULL },
	{ "code", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "title", FIELD_TEXT, REQUIRED, 1, 40, NULL },
	{ "kind", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "state", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "text", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ "active", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form reply_template_form = { template_fields };

enum outcome reply_template_list(struct request *request)
{
	struct page *page;
	struct rows rows;

	if (!case_list(request, &Q_desk_template_list, NULL, &rows))
		return BROKEN;
	page = page_begin(request, "admin/reply-templates.tpl");
	page_rows(page, "texts", &rows);
	page_text(page, "done", values_text(request->form->values, "done"));
	return page_end(request, page);
}

/* The one in the text that nobody would replace; NULL: there is none, or the text is not fine for another reason. */
static const char *unknown(const struct request *request)
{
	static const struct placeholder of_outcome[] = { { "matter", "" }, { "found_on", "" } };
	const char *text = values_text(request->form->values, "text");

	if (strcmp(values_text(request->form->typed, "state"), "OUTCOME") == 0)
		return placeholder_unknown(text, of_outcome, 2, request->arena);
	return placeholder_unknown(text, case_placeholders, CASE_PLACEHOLDERS, request->arena);
}

static enum outcome template_page(struct request *request, const struct values *row, bool changed, enum outcome outcome)
{
	const struct values *shown = request->form ? request->form->typed : row;
	struct page *page = page_begin(request, "admin/reply-template.tpl");
	enum outcome made;

	if (changed)
		page_show(page, "CHANGED");
	if (request->form) {
		const char *name = unknown(request);

		form_show(request->form, page);
		if (name) {
			page_show(page, "ERRORS");
			page_text(page_section(page, "TEXT_UNKNOWN"), "placeholder", name);
		}
	} else {
		page_values(page, row);
	}
	page_integer(page, "changed_at", values_integer(row, "changed_at"));
	page_integer(page, "is_new", values_integer(row, "changed_at") < 0);
	page_integer(page, "is_active", values_integer(request->form ? request->form->values : row, "active"));
	if (!editing_terms(request, page, "kinds", "case_kind", values_text(shown, "kind")) ||
	    !editing_terms(request, page, "states", "template_state", values_text(shown, "state"))) {
		page_free(page);
		return BROKEN;
	}
	made = page_end(request, page);
	return made == PAGE ? outcome : made;
}

enum outcome reply_template_show(struct request *request)
{
	const char *code = values_text(request->parts, "code");
	struct values *row = editing_row(request, &Q_desk_template_one, code);

	if (!row)
		return BROKEN;
	if (values_integer(row, "changed_at") < 0 && strcmp(code, "new") != 0)
		return MISSING;
	return template_page(request, row, false, PAGE);
}

enum outcome reply_template_save(struct request *request)
{
	struct values *row, *put = values_copy(request->form->values, request->arena), *detail = values_new(request->arena);

	if (!editing_check_term(request, "kind", "case_kind") || !editing_check_term(request, "state", "template_state"))
		return BROKEN;
	row = editing_row(request, &Q_desk_template_one, values_text(put, "code"));
	if (!row)
		return BROKEN;
	if (!request->form->fine || unknown(request))
		return template_page(request, row, false, INVALID);
	if (editing_is_stale(request, row))
		return template_page(request, row, true, CONFLICT);
	values_put_text(put, "kind", values_text(put, "kind"));
	values_put_text(put, "state", values_text(put, "state"));
	values_put_integer(put, "active", values_integer(put, "active"));
	values_put_integer(put, "now", request->now);
	values_put_text(put, "account", office_name(request));
	if (sql_do(office_of(request)->sql, &Q_desk_template_put, put) < 0)
		return office_broken(request);
	values_put_text(detail, "title", values_text(put, "title"));
	values_put_integer(detail, "active", values_integer(put, "active"));
	office_note(request, values_text(put, "code"), detail, "");
	return office_go(request, "/reply-templates", "saved");
}
