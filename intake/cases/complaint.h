/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The complaint's pages: one thing a page. The server keeps nothing between them: every answer travels in the form, so that neither
 * an error nor a step back nor a lost page loses anything, and nothing unsealed is stored.
 */
#ifndef SHANYU_INTAKE_COMPLAINT_H
#define SHANYU_INTAKE_COMPLAINT_H

#include "intake/core/intake.h"

struct step {
	const char *name;
	const char *template_name;
	const char *fields;   /* asked on this page, with blanks between; the others are carried along */
	const char *required; /* of these, what must be given */
};

/* Steps in their order; the last one is "check". Ended by one without a name. */
extern const struct step complaint_steps[];

const struct step *complaint_step_named(const char *name);

/* The step after or before one, by what was answered (the page of emergency numbers is for emergencies only). */
const struct step *complaint_next(const struct step *step, const struct form_result *form);
const struct step *complaint_before(const struct step *step, const struct form_result *form);

/* Whether this page's answers are fine; marks what is not. */
bool complaint_step_fine(struct request *request, const struct step *step);

/* The first step whose answers are not fine, NULL when all are. */
const struct step *complaint_first_wrong(struct request *request);

/* Take a file from the form's list, by its id, as its button "remove-ID" names it. */
void complaint_remove_file(struct request *request, const char *id);

/* The page of a step with all that was typed, to bind more to, with its mistakes when wrong; NULL: broken. And its end. */
struct page *complaint_step_page(struct request *request, const struct step *step, bool wrong);
enum outcome complaint_step_end(struct request *request, struct page *page, enum outcome outcome);

/* Show a step with all that was typed; with its mistakes when `wrong`. */
enum outcome complaint_show_step(struct request *request, const struct step *step, enum outcome outcome, int wait);

#endif
