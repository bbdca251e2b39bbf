/* SPDX-License-Identifier: Apache-2.0 */
/* A letter's files: they are sealed as they come; a page without scripts sends several, a script one at a time. */
#include <jansson.h>
#include <string.h>

#include "lib/base/json.h"
#include "upload.h"
#include "wizard.h"

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
static enum outcome show_upload(struct request *request, const struct wizard *wizard, const struct upload *upload, enum outcome outcome)
{
	struct page *page = wizard_page(request, wizard, letter_page_named(wizard->letter, wizard->evidence), outcome == INVALID);

	if (page)
		upload_show(upload, page);
	return wizard_page_end(request, page, outcome);
}

enum outcome wizard_files(struct request *request, const struct wizard *wizard)
{
	struct upload upload;

	if (!upload_read(request, wizard->letter->form, &upload))
		return BAD;
	request->form = upload.form;
	intake_own_receipt(request);
	if (wants_json(request))
		return tell_script(request, &upload);
	/* Files that were chosen are taken with it. */
	portal_takes_text_size(request);
	if (upload.problem != UPLOAD_FINE)
		return show_upload(request, wizard, &upload, INVALID);
	if (upload.unfinished)
		return show_upload(request, wizard, &upload, PAGE);
	/* A file that has just been taken is shown before going on. */
	if (upload.added && strcmp(values_text(upload.form->values, "go"), "continue") != 0)
		return wizard_show(request, wizard, letter_page_named(wizard->letter, wizard->evidence), PAGE, 0);
	return wizard_go(request, wizard);
}
