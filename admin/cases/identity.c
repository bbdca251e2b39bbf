/* SPDX-License-Identifier: Apache-2.0 */
/* What is read only with a note in the audit: who the reporter is, and evidence. */
#include <string.h>

#include "case.h"
#include "desk.h"

static const struct field identity_fields[] = { CASE_REVISION, { "reason", FIELD_TEXT, REQUIRED, 4, 200, NULL }, { 0 } };
const struct form case_identity_form = { identity_fields };

enum outcome case_identity_show(struct request *request)
{
	enum outcome outcome;
	struct values *one = case_of(request, &outcome), *contact = NULL;
	struct page *page;

	if (!one)
		return outcome;
	if (!request->form->fine) {
		outcome = case_page(request, one, &(struct case_said){ .action = "identity", .answer = CASE_DONE });
		return outcome == PAGE ? INVALID : outcome;
	}
	switch (case_identity(&office_of(request)->work, values_text(one, "number"), &contact)) {
	case CASE_DONE:
		break;
	case CASE_UNKNOWN:
		return MISSING;
	default:
		return office_broken(request);
	}
	office_note(request, values_text(one, "number"), NULL, values_text(request->form->values, "reason"));
	page = page_begin(request, "admin/case-identity.tpl");
	page_text(page, "number", values_text(one, "number"));
	page_text(page, "reason", values_text(request->form->values, "reason"));
	page_integer(page, "by_phone", strcmp(values_text(one, "reply_by"), "phone") == 0);
	page_text(page, "name", values_text(contact, "name"));
	page_text(page, "phone", values_text(contact, "phone"));
	page_text(page, "other", values_text(contact, "other"));
	return page_end(request, page);
}

/* The preview: small and without what the camera noted. The original stays sealed under a key that this program has not. */
enum outcome case_file_show(struct request *request)
{
	struct values *parameters = office_parameters(request), *file = NULL, *detail = values_new(request->arena);
	const struct value *preview;

	values_put_text(parameters, "number", values_text(request->parts, "number"));
	values_put_integer(parameters, "position", values_integer(request->parts, "position"));
	if (sql_row(office_of(request)->sql, &Q_desk_case_file, parameters, request->arena, &file) == SQL_FAILED)
		return office_broken(request);
	preview = file ? values_find(file, "preview") : NULL;
	if (!preview || preview->kind != VALUE_BLOB)
		return MISSING;
	values_put_integer(detail, "position", values_integer(file, "position"));
	office_note(request, values_text(request->parts, "number"), detail, "");
	buffer_add(request->response.body, (const char *)preview->blob, preview->size);
	request->response.content = CONTENT_JPEG;
	return PAGE;
}
