/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is asked for the child: how old it is, in any words (18, one year and a half, 1.5 years, 2025-03-08), and from which month on it
 * is to be cared for. Read by the same code as phrases.
 */
#ifndef SHANYU_PUBLIC_CHILD_H
#define SHANYU_PUBLIC_CHILD_H

#include "lib/base/calendar.h"
#include "public/core/portal.h"

/* Care for children under three: 国务院办公厅 国办发〔2019〕15号. */
#define CHILD_OLDEST_MONTHS 36
/* Months to come that may be wished for. */
#define CHILD_MOST_AHEAD 36

/* The fields of a form that child_read reads. */
#define CHILD_AGE_FIELD { "age", FIELD_TEXT, OPTIONAL, 0, 60, NULL }
#define CHILD_START_FIELD { "start", FIELD_TEXT, OPTIONAL, 0, 60, NULL }

/*
 * Put in place of the words: age as an integer of completed months, start as text 2027-03. Links say the months and no birthday. What cannot
 * be read, or is out of bounds, is refused. False: the edition cannot be read.
 */
bool child_read_age(struct request *request, struct form_result *form);
bool child_read_start(struct request *request, struct form_result *form);

/* Whether a bare number was typed that may have been meant as years. */
bool child_may_be_years(const struct form_result *form);

/* Months from this one to the wished one; -1 when none is wished. */
int child_months_ahead(const struct portal *portal, const struct values *asked);

/* The first day of the month so many months ahead. */
struct date child_month_date(const struct portal *portal, int ahead);

/* That month as text 2027-03. */
const char *child_month(const struct portal *portal, int ahead, struct arena *arena);

/* The last day of that month, as text. */
const char *child_last_day(const struct portal *portal, int ahead, struct arena *arena);

#endif
