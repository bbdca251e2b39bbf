/* SPDX-License-Identifier: Apache-2.0 */
/* What several pages of the intake show in the same way. */
#ifndef SHANYU_INTAKE_SHOW_H
#define SHANYU_INTAKE_SHOW_H

#include "intake.h"

/*
 * Pages that a browser may show again when somebody steps back, and nobody else may keep. Chromium without its back-forward cache (WeChat's
 * browser) shows a page that answered a POST again from its own cache, with what was typed into it; after no-store it can only ask whether
 * to send the form again. So every answer to a form here says this.
 */
#define SHOW_AGAIN "private, max-age=0"

/*
 * The answers of other pages, carried along as hidden fields: rows of section "carried" with name and value. A receipt is made when
 * there is none yet. `asked` are the fields of this page, blank-separated with blanks around.
 */
void show_carried(struct request *request, struct page *page, const struct form_result *form, const char *asked);

/* Each line of a field, in the same rows. */
void show_carried_lines(struct page *page, const char *name, const char *lines, struct arena *arena);

/* A dated rule's value today, by the published edition. False: it could not be asked; without such a rule *value stays as it is. */
bool show_rule(struct request *request, const char *key, double *value);

/* How long an answer to this kind may take by law: REPLY_DAYS, REPLY_BY (the day) and their SOURCE; nothing when no rule is known. */
void show_time(struct request *request, struct page *page, const char *kind);

/* Working days from today to a day (2026-12-01): DAYS_LEFT, or OVERDUE with how many days. */
void show_days_left(struct request *request, struct page *page, const char *day);

/* The receipt in groups, and its code as the rectangles of a drawing. */
void show_receipt(struct request *request, struct page *page, const struct receipt *receipt);

/* A drawing's rectangles of a text's QR code: QR_PATH and QR_SIZE. */
void show_code(struct request *request, struct page *page, const char *text);

#endif
