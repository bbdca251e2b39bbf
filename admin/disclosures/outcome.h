/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The page of one outcome: how it will look in public, and what who asks may do with it. An outcome outside of the scope of who asks is
 * MISSING. Every form carries how many steps were taken when the page was shown: when somebody was faster, nothing is done, and the page
 * comes again with what was typed.
 */
#ifndef SHANYU_ADMIN_OUTCOME_H
#define SHANYU_ADMIN_OUTCOME_H

#include "admin/core/attachments.h"
#include "admin/core/office.h"
#include "domain/disclosures/outcome.h"

/* The outcome of the address, in the version that is worked on. NULL: *outcome says why. */
struct values *outcomes_of(struct request *request, enum outcome *outcome);

/* The outcome as what files are attached to. */
struct attached_to outcome_attached_to(struct request *request, const struct values *one);

/* A form that was not done: which, and what came of it. CASE_DONE: it has mistakes of its own. */
struct outcome_said {
	const char *action;
	enum case_answer answer;
};

/* Until when the facility may speak, while it is asked: UNTIL_ON with IF_ANSWER_PROVISIONAL, ANSWER_NEAR, ANSWER_OVER. */
void outcomes_bind_time(const struct request *request, struct page *page, const struct values *one);

/* The page; said NULL: nothing was tried. */
enum outcome outcomes_page(struct request *request, const struct values *one, const struct outcome_said *said);

#endif
