/* SPDX-License-Identifier: Apache-2.0 */
/* What is attached to a case. */
#include "admin/core/attachments.h"

#include <string.h>

#include "case.h"

static enum outcome again(struct request *request, const struct values *one, const char *action, enum outcome outcome)
{
	const char *why = office_of(request)->work.why;
	bool other_state = strcmp(why, "other_state") == 0;
	struct case_said said = { .action = action, .answer = other_state ? CASE_FORBIDDEN : CASE_DONE, .why = other_state ? why : "" };
	enum outcome made = case_page(request, one, &said);

	return made == PAGE ? outcome : made;
}

struct attached_to case_attached_to(struct request *request, const struct values *one)
{
	const char *number = values_text(one, "number");

	return (struct attached_to){
		.flow = &case_flow,
		.number = number,
		.state = values_text(one, "state"),
		.erased = values_say(one, "erased_at"),
		.path = arena_format(request->arena, "/cases/%s", number),
		.subject = number,
		.one = one,
		.again = again,
	};
}

static enum outcome on_case(struct request *request, enum outcome (*run)(struct request *request, const struct attached_to *to))
{
	enum outcome outcome;
	struct values *one = case_of(request, &outcome);
	struct attached_to to;

	if (!one)
		return outcome;
	to = case_attached_to(request, one);
	return run(request, &to);
}

enum outcome case_attach_send(struct request *request)
{
	return on_case(request, attachments_add);
}

enum outcome case_attachment_withdraw_send(struct request *request)
{
	return on_case(request, attachments_withdraw);
}

enum outcome case_attachment_undo_send(struct request *request)
{
	return on_case(request, attachments_undo);
}

enum outcome case_attachment_show(struct request *request)
{
	return on_case(request, attachments_download);
}

enum outcome case_attachment_preview(struct request *request)
{
	return on_case(request, attachments_preview);
}
