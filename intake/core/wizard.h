/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pages of a letter: one thing a page. The server keeps nothing between them: every answer travels in the form, so that neither
 * an error nor a step back nor a lost page loses anything, and nothing unsealed is stored. What is asked is declared (workflow/letter_form.h);
 * what a page shows besides, and where it is sent to, a capability says in its struct wizard.
 */
#ifndef SHANYU_INTAKE_WIZARD_H
#define SHANYU_INTAKE_WIZARD_H

#include "intake.h"
#include "workflow/letter_form.h"

struct wizard {
	const struct letter_form *letter;
	const char *start;              /* template of the page before the first: what it is for, what to have at hand */
	const char *sent;               /* template of the page with the receipt */
	const char *evidence;           /* the page whose files are taken; NULL: the letter has none */
	/* What the start, a page or (NULL) the page with the receipt shows besides the form's own fields. False: it could not be read. */
	bool (*bind_start)(struct request *request, struct page *page);
	bool (*bind)(struct request *request, const struct letter_page *at, struct page *page);
	bool (*bind_sent)(struct request *request, struct page *page);
};

/* Of the letters this program takes (struct intake), the one whose form the route has; NULL: it is no letter's. */
const struct wizard *wizard_of(const struct request *request);

/* The page with all that was typed, to bind more to, with its mistakes when wrong; NULL: broken. And its end. */
struct page *wizard_page(struct request *request, const struct wizard *wizard, const struct letter_page *at, bool wrong);
enum outcome wizard_page_end(struct request *request, struct page *page, enum outcome outcome);

/* Show a page with all that was typed; with its mistakes when the outcome is INVALID; `wait` as allowance_letter says. */
enum outcome wizard_show(struct request *request, const struct wizard *wizard, const struct letter_page *at, enum outcome outcome, int wait);

/* The handlers: GET of the start; POST of a page, of its files, of the check page, and of the page with the receipt in another size of text. */
enum outcome wizard_start(struct request *request, const struct wizard *wizard);
enum outcome wizard_go(struct request *request, const struct wizard *wizard);
enum outcome wizard_files(struct request *request, const struct wizard *wizard);
enum outcome wizard_send(struct request *request, const struct wizard *wizard);
enum outcome wizard_sent(struct request *request, const struct wizard *wizard);

#endif
