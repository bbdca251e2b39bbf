/* SPDX-License-Identifier: Apache-2.0 */
/* The complaint's evidence: files are sealed as they come; a page without scripts sends several, a script one at a time. */
#include <jansson.h>
#include <string.h>

#include "complaint.h"
#include "lib/base/json.h"
#include "intake/core/upload.h"

extern const struct form complaint_form;

static bool wants_json(const struct request *request)
{
	return strncmp(request_variable(request, "HTTP_ACCEPT"), "application/json", 16) == 0;
}

/* To a script: what the file is called from now on, or why it was not taken. */
static enum outcome tell_script(struct request *request, const struct upload *upload)
{
	json_t *answer =
		upload->problem == UPLOAD_FINE && upload->added
			? json_pack("{s:s, s:b}", "file", upload->added, "unfinished", upload->unfinished != NULL)
			: json_pack("{s:s}", "problem", upload->problem == UPLOAD_FINE ? "EMPTY" : upload_word(upload->problem));

	buffer_text(request->response.body, json_canonical(answer, request->arena));
	request->response.content = CONTENT_JSON;
	return PAGE;
}

/* The page again, with what there is to say of a file. */
static enum outcome show_upload(struct request *request, const struct upload *upload, enum outcome outcome)
{
	const struct step *step = complaint_step_named("evidence");
	struct page *page = complaint_step_page(request, step, outcome == INVALID);

	if (page)
		upload_show(upload, page);
	return complaint_step_end(request, page, outcome);
}

enum outcome complaint_evidence(struct request *request)
{
	struct upload upload;

	if (!upload_read(request, &complaint_form, &upload))
		return BAD;
	request->form = upload.form;
	intake_own_receipt(request);
	if (wants_json(request))
		return tell_script(request, &upload);
	/* Files that were chosen are taken with it. */
	portal_takes_text_size(request);
	if (upload.problem != UPLOAD_FINE)
		return show_upload(request, &upload, INVALID);
	if (upload.unfinished)
		return show_upload(request, &upload, PAGE);
	/* A file that has just been taken is shown before going on. */
	if (upload.added && strcmp(values_text(upload.form->values, "go"), "continue") != 0)
		return complaint_show_step(request, complaint_step_named("evidence"), PAGE, 0);
	return complaint_go(request);
}
