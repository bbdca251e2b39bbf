/* SPDX-License-Identifier: Apache-2.0 */
/* What a receipt opens: the office's answers, as the mailbox holds them. */
#ifndef SHANYU_INTAKE_FOLLOW_H
#define SHANYU_INTAKE_FOLLOW_H

#include <jansson.h>

#include "intake.h"

/* What is told above the page. */
enum follow_notice { FOLLOW_NOTHING = 1, FOLLOW_SENT, FOLLOW_HELD, FOLLOW_FULL };

struct follow {
	struct receipt receipt; /* wiped by follow_end */
	json_t *mail;           /* what the office wrote; freed by follow_end */
};

/*
 * Open what the form's receipt leads to. PAGE, or the outcome that was made already: the page that asks for the code, with what is
 * wrong. A code that nobody has and one that has no answers yet are told the same.
 */
enum outcome follow_open(struct request *request, struct follow *follow);
void follow_end(struct follow *follow);

/* Show it; the form's typed texts are shown again when something could not be taken, or when only another size of text was asked for. */
enum outcome follow_show(struct request *request, const struct follow *follow, struct page *page, enum follow_notice notice,
			 enum outcome outcome, int wait);

/* The rule that says how many messages of a reporter may wait for an answer; how many there are in the mail of a receipt. */
#define UNANSWERED_RULE "message.unanswered_most"
size_t follow_unanswered(const json_t *mail);

#endif
