/* SPDX-License-Identifier: Apache-2.0 */
/* What is attached to an outcome: to all of its versions. */
#include "admin/core/attachments.h"

#include <string.h>

#include "outcome.h"

static enum outcome again(struct request *request, const struct values *one, const char *action, enum outcome outcome)
{
	bool other_state = strcmp(office_of(request)->work.why, "other_state") == 0;
	enum outcome made = outcomes_page(request, one, &(struct outcome_said){ action, other_state ? CASE_FORBIDDEN : CASE_DONE });

	return made == PAGE ? outcome : made;
}

struct attached_to outcome_attached_to(struct request *request, const struct values *one)
{
	const char *code = values_text(one, "code"), *number = values_text(one, "case_number");

	return (struct attached_to){
		.flow = &outcome_flow,
		.number = code,
		.state = values_text(one, "state"),
		.path = arena_format(request->arena, "/outcomes/%s", code),
		.subject = *number ? number : code,
		.one = one,
		.again = again,
	};
}

static enum outcome on_outcome(struct request *request, enum outcome (*run)(struct request *request, const struct attached_to *to))
{
	enum outcome outcome;
	struct values *one = outcomes_of(request, &outcome);
	struct attached_to to;

	if (!one)
		return outcome;
	to = outcome_attached_to(request, one);
	return run(request, &to);
}

enum outcome outcome_attach_send(struct request *request)
{
	return on_outcome(request, attachments_add);
}

enum outcome outcome_attachment_withdraw_send(struct request *request)
{
	return on_outcome(request, attachments_withdraw);
}

enum outcome outcome_attachment_undo_send(struct request *request)
{
	return on_outcome(request, attachments_undo);
}

enum outcome outcome_attachment_show(struct request *request)
{
	return on_outcome(request, attachments_download);
}

enum outcome outcome_attachment_preview(struct request *request)
{
	return on_outcome(request, attachments_preview);
}
