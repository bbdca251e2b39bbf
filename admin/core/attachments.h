/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What officials attach, on the page of any procedure's file and behind its addresses: PATH/attach, PATH/attachment-withdraw, PATH/attachment-undo,
 * PATH/attachments/POSITION and PATH/attachments/POSITION/preview. A capability has five short handlers, which say whose file it is (found within the
 * scope of who asks) and how its page comes again; the rest is here, and the words are in templates/admin/attachments.tpl.
 */
#ifndef SHANYU_ADMIN_ATTACHMENTS_H
#define SHANYU_ADMIN_ATTACHMENTS_H

#include "office.h"
#include "workflow/attachment.h"
#include "workflow/flow.h"

/* The file of a procedure that something is attached to. */
struct attached_to {
	const struct flow *flow;
	const char *number;             /* of the file, as its address has it */
	const char *state;
	bool erased;
	const char *path;               /* of its page */
	const char *subject;            /* of the audit's rows */
	const struct values *one;       /* the row of the capability's own query */
	/* The page, with what was not done; work.why says which refusal it was, "" when the form has mistakes of its own. */
	enum outcome (*again)(struct request *request, const struct values *one, const char *action, enum outcome outcome);
};

extern const struct form attach_form, attachment_withdraw_form, attachment_undo_form;

/* What the handlers of a capability end with. */
enum outcome attachments_add(struct request *request, const struct attached_to *to);
enum outcome attachments_withdraw(struct request *request, const struct attached_to *to);
enum outcome attachments_undo(struct request *request, const struct attached_to *to);
enum outcome attachments_download(struct request *request, const struct attached_to *to);
enum outcome attachments_preview(struct request *request, const struct attached_to *to);

/*
 * Bind what the part ATTACHMENTS of a page shows: those that there are, and the forms for who may, one of them as it was tried (an action, NULL none)
 * with why it was not done: the section ATTACHMENT_PROBLEM, which what stands above the page leads to. False: BROKEN, which was said.
 */
bool attachments_bind(struct request *request, struct page *page, const struct attached_to *to, const char *tried);

/* Whether an action is one of these, whose form stands on the page again. */
bool attachments_know(const char *action);

#endif
